package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// print writes all tables.
func (c *corpus) print(w io.Writer, listErrors bool) error {
	b := bufio.NewWriter(w)
	c.printSigns(b)
	c.printSpread(b)
	c.printRelations(b, listErrors)
	c.printDecisions(b)
	c.printFit(b)
	if listErrors {
		c.printErrors(b)
	}
	return b.Flush()
}

func (c *corpus) printSigns(w io.Writer) {
	copies := 0
	for n, rep := range c.reps {
		if rep != uint32(n) {
			copies++
		}
	}
	fmt.Fprintf(w, "%d articles of %d families, %d of them whole copies of others\n\n", len(c.pieces), len(c.families), copies)
	fmt.Fprint(w, `How well each sign tells pairs of one cluster from others (area under the
curve; 0.50 says nothing), among pairs published within the window:
  all      all pairs, of all families
  event    pairs of one family: reports of one event, or of one like it
  retold   those of them with too little text in common to join for it
  silent   those of them that no credit ties
  guessed  retold, both in a language without word frequencies
  best     retold: an article's best match of its cluster and its best outside

`)
	fmt.Fprintf(w, "%-34s", "sign")
	for _, v := range views {
		fmt.Fprintf(w, "%9s", v.name)
	}
	fmt.Fprintf(w, "%9s\n", "best")
	for _, s := range signs {
		fmt.Fprintf(w, "%-34s", s.name)
		for _, v := range views {
			fmt.Fprintf(w, "%9.2f", c.separation(s, v))
		}
		fmt.Fprintf(w, "%9.2f\n", c.bestMatch(s, views[2]))
	}
	fmt.Fprintf(w, "%-34s", "pairs of one cluster")
	for _, v := range views {
		yes, _ := c.sizes(v)
		fmt.Fprintf(w, "%9d", yes)
	}
	fmt.Fprintf(w, "\n%-34s", "of these with a key in common")
	for _, v := range views {
		fmt.Fprintf(w, "%9d", c.proposed(v))
	}
	fmt.Fprintf(w, "\n%-34s", "other pairs")
	for _, v := range views {
		_, no := c.sizes(v)
		fmt.Fprintf(w, "%9d", no)
	}
	fmt.Fprint(w, "\n\n")
}

func (c *corpus) printDecisions(w io.Writer) {
	fmt.Fprint(w, `What each threshold decides by itself, whatever the clusters make of it: the
value of greatest F1 and the range that does as well, and the F1 of families
left out in turn:
  credited  pairs of little text in common that a credit ties
  other     each article that credits nobody, and the pair of greatest content

`)
	fmt.Fprintf(w, "%-16s%7s%7s%9s%9s%17s%10s%10s\n", "threshold", "yes", "no", "stands", "fitted", "range", "held F1", "stands F1")
	now := pointOf(&c.now)
	for t := range thresholds {
		list := c.decisions(t)
		yes := 0
		for _, d := range list {
			if d.same {
				yes++
			}
		}
		low, high := fitDecisions(list, -1)
		fmt.Fprintf(w, "%-16s%7d%7d%9.2f%9.2f%9.2f to %.2f%10.3f%10.3f\n", thresholdNames[t], yes, len(list)-yes, float64(now[t])/100,
			float64(low+(high-low)/2)/100, float64(low)/100, float64(high)/100, heldDecisions(list, len(c.families)), decide(list, now[t], func(decision) bool { return true }).f1())
	}
	fmt.Fprintln(w)
}

func (c *corpus) printFit(w io.Writer) {
	s := newSearch(c)
	now := s.join(c.now)
	fmt.Fprint(w, "Joining pairs of articles into clusters, by what stands in package cluster:\n\n")
	printCount(w, "as it stands", now.all)
	fmt.Fprint(w, "\nThresholds fitted without each family in turn, then held against its pairs:\n\n")
	list, held := s.folds(s.thresholds)
	c.printFolds(w, list, now, false)
	fmt.Fprintln(w)
	printCount(w, "held out, in all", held)
	all := s.thresholds(c.now, -1)
	printCount(w, "fitted on all", s.join(all.settings).all)
	fmt.Fprint(w, "\nThe same with the weights of details and of aligned sentences:\n\n")
	list, held = s.folds(s.weights)
	c.printFolds(w, list, now, true)
	fmt.Fprintln(w)
	printCount(w, "held out, in all", held)
	both := s.weights(c.now, -1)
	printCount(w, "fitted on all", s.join(both.settings).all)

	fmt.Fprint(w, "\nFitted on all families, beside what stands; any value of the range does as\nwell, the others as fitted:\n\n")
	c.printConstants(w, "thresholds alone", all)
	c.printConstants(w, "thresholds and weights", both)
}

func (c *corpus) printFolds(w io.Writer, list []fold, now *result, weights bool) {
	fmt.Fprintf(w, "%-26s%9s%9s%9s", "left out", "credited", "uncred.", "guessed")
	if weights {
		fmt.Fprintf(w, "%9s%9s", "details", "retold")
	}
	fmt.Fprintf(w, "%10s%9s\n", "held F1", "stands")
	for _, f := range list {
		fmt.Fprintf(w, "%-26s%9.2f%9.2f%9.2f", c.families[f.family], f.credited, f.uncredited, f.guessed)
		if weights {
			fmt.Fprintf(w, "%9.2f%9.2f", f.details, f.retold)
		}
		stands := now.family[f.family]
		fmt.Fprintf(w, "%10.3f%9.3f\n", f.held.f1(), stands.f1())
	}
}

func printCount(w io.Writer, name string, c count) {
	fmt.Fprintf(w, "%-20sprecision %.3f  recall %.3f  F1 %.3f  (%d right, %d wrong, %d missed)\n", name, c.precision(), c.recall(), c.f1(), c.right, c.wrong, c.missed)
}

func (c *corpus) printConstants(w io.Writer, name string, f fit) {
	fmt.Fprintf(w, "\t// %s\n", name)
	p, now := pointOf(&f.settings), [...]float64{c.now.credited, c.now.uncredited, c.now.guessed}
	for t, v := range p {
		fmt.Fprintf(w, "\t%-13s = %.2f // stands at %.2f; range %.2f to %.2f\n", thresholdNames[t], float64(v)/100, now[t], float64(f.low[t])/100, float64(f.high[t])/100)
	}
	fmt.Fprintf(w, "\t%-13s = %.2f // stands at %.2f\n", "detailWorth", f.details, c.now.details)
	fmt.Fprintf(w, "\t%-13s = %.2f // stands at %.2f\n\n", "retoldWorth", f.retold, c.now.retold)
}

// printErrors lists, by what stands, each article that is joined to another of
// no cluster of its own, and each that is parted from the most of its own.
func (c *corpus) printErrors(w io.Writer) {
	fmt.Fprint(w, "What goes wrong as it stands: an article, the one of greatest content among\nthose it is wrongly joined to or parted from, and their signs\n\n")
	group := c.groups(&c.now)
	type slip struct {
		kind string
		a, b int
	}
	var slips []slip
	for a := range c.pieces {
		for _, kind := range [...]string{"joined", "parted"} {
			best, most := -1, -1.0
			for b := range c.pieces {
				p, q := &c.pieces[a], &c.pieces[b]
				same := p.cluster != "" && p.cluster == q.cluster
				if joined := group[a] == group[b]; a == b || joined == same || joined != (kind == "joined") {
					continue
				}
				x := 0.0
				if pair := c.pair(a, b); pair != nil {
					x = c.now.content(&pair.signs)
				}
				if x > most {
					best, most = b, x
				}
			}
			if best >= 0 {
				slips = append(slips, slip{kind, a, best})
			}
		}
	}
	slices.SortFunc(slips, func(x, y slip) int {
		return cmp.Or(strings.Compare(x.kind, y.kind), strings.Compare(c.pieces[x.a].id, c.pieces[y.a].id))
	})
	for _, s := range slips {
		p, q := &c.pieces[s.a], &c.pieces[s.b]
		fmt.Fprintf(w, "%s  %s (%s)  %s (%s)\n", s.kind, p.id, p.role, q.id, q.role)
		if x := c.pair(s.a, s.b); x != nil {
			g := &x.signs
			fmt.Fprintf(w, "        content %.2f: cosine %.2f, details %.2f, aligned %.0f; %d in common; %.1f days; relation %s",
				c.now.content(g), g.Cosine, g.Details, g.Retold, g.Shared, x.days, x.link.Relation)
			switch {
			case g.Distance:
				fmt.Fprint(w, "; too far apart")
			case g.OwedA != "" || g.OwedB != "":
				fmt.Fprintf(w, "; credits %s", cmp.Or(g.OwedA, g.OwedB))
			case g.Common != "":
				fmt.Fprintf(w, "; both credit %s", g.Common)
			}
			fmt.Fprintln(w)
		}
	}
}

// pair returns what two articles' representatives share; nil if they have one.
func (c *corpus) pair(i, j int) *pair {
	a, b := c.reps[i], c.reps[j]
	if a > b {
		a, b = b, a
	}
	k, ok := slices.BinarySearchFunc(c.pairs, [2]uint32{a, b}, func(p pair, key [2]uint32) int {
		return cmp.Or(cmp.Compare(p.a, key[0]), cmp.Compare(p.b, key[1]))
	})
	if !ok {
		return nil
	}
	return &c.pairs[k]
}
