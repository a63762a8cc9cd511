package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"wiretrace/cluster"
)

// A relative is an article and the one in hand that it derives from, or one
// of its family that it does not derive from.
type relative struct {
	name   string
	pair   cluster.Pair
	family int
	// By the truth: the article is a copy of the other, or a copy or partial
	// copy; or it has no text from it.
	copied, text bool
}

// relatives returns, by the truth, every article with its source in hand, and
// every article outside the clusters with each of its family.
func (c *corpus) relatives() []relative {
	var m cluster.Matcher
	var out []relative
	for i := range c.pieces {
		for j := range c.pieces {
			p, q := &c.pieces[i], &c.pieces[j]
			derives := slices.Contains(p.sources, q.id)
			apart := p.cluster == "" && (q.cluster != "" || i < j)
			if i == j || p.family != q.family || !derives && !apart {
				continue
			}
			r := relative{name: p.id + " (" + p.role + ")  " + q.id + " (" + q.role + ")", pair: m.Match(p.side, q.side), family: p.family}
			r.copied = derives && p.role == "copy"
			r.text = r.copied || derives && (p.role == "partial" || p.role == "revision")
			out = append(out, r)
		}
	}
	return out
}

// A bound is a threshold on the text that two articles share.
type bound struct {
	name string
	unit float64 // what a hundredth of the value scanned stands for
	of   func(p *cluster.Pair) float64
	yes  func(r *relative) bool
	has  func(r *relative) bool
	// at makes up a pair that has just the value.
	at       func(value float64) cluster.Pair
	relation cluster.Relation
}

var bounds = []bound{
	{
		name: "copyShare", unit: 0.01,
		of: func(p *cluster.Pair) float64 {
			if p.ShareA+p.ShareB == 0 {
				return 0
			}
			return 2 * p.ShareA * p.ShareB / (p.ShareA + p.ShareB)
		},
		yes:      func(r *relative) bool { return r.copied },
		has:      func(r *relative) bool { return r.text },
		at:       func(x float64) cluster.Pair { return cluster.Pair{ShareA: x, ShareB: x, WordsA: 1, WordsB: 1} },
		relation: cluster.Copy,
	},
	{
		name: "partialWords", unit: 1,
		of:  func(p *cluster.Pair) float64 { return float64(min(p.OwnA, p.OwnB)) },
		yes: func(r *relative) bool { return r.text },
		has: func(*relative) bool { return true },
		at: func(x float64) cluster.Pair {
			n := int(x)
			return cluster.Pair{OwnA: n, OwnB: n, WordsA: n, WordsB: n, ShareA: 0.3, ShareB: 0.3}
		},
		relation: cluster.Partial,
	},
}

// stands returns the value of b in package cluster, in units.
func (b *bound) stands() int {
	for v := 1; v < 1000; v++ {
		if p := b.at(float64(v) * b.unit); p.Relation() == b.relation {
			return v
		}
	}
	return -1
}

func (c *corpus) printRelations(w io.Writer, listErrors bool) {
	fmt.Fprint(w, `What tells copies by the text in common, between articles and their sources in
hand, and between articles outside the clusters and the rest of their family:
  copyShare     copies from partial copies: the harmonic mean of the shares, in %
  partialWords  both from all others: words outside quotation marks

`)
	fmt.Fprintf(w, "%-16s%7s%7s%7s%9s%9s%14s%10s%10s\n", "threshold", "yes", "no", "AUC", "stands", "fitted", "range", "held F1", "stands F1")
	all := c.relatives()
	var slips []string
	for k := range bounds {
		b := &bounds[k]
		var list []decision
		var cases []scored
		yes := 0
		for i := range all {
			if r := &all[i]; b.has(r) {
				value := b.of(&r.pair)
				d := decision{value / (100 * b.unit), b.yes(r), r.family, r.family}
				list = append(list, d)
				if over := d.content >= float64(b.stands())/100; over != d.same {
					slips = append(slips, fmt.Sprintf("%s %.0f  %s", b.name, value/b.unit, r.name))
				}
				cases = append(cases, scored{value, b.yes(r)})
				if b.yes(r) {
					yes++
				}
			}
		}
		low, high := fitDecisions(list, -1)
		now := b.stands()
		fmt.Fprintf(w, "%-16s%7d%7d%7.2f%9d%9d%7d to %3d%10.3f%10.3f\n", b.name, yes, len(list)-yes, auc(cases), now,
			low+(high-low)/2, low, high, heldDecisions(list, len(c.families)), decide(list, now, func(decision) bool { return true }).f1())
	}
	fmt.Fprintln(w)
	if listErrors && len(slips) > 0 {
		fmt.Fprintf(w, "On the wrong side as it stands:\n\n%s\n\n", strings.Join(slips, "\n"))
	}
}
