package step

import (
	"cmp"
	"maps"
	"slices"

	"wiretrace/cluster"
	"wiretrace/spill"
)

// pairsStep proposes articles to be compared.
//
//	in    prints:hash, pairs:hash, stories:hash  with what send says of their articles
//	out   hints:article  of the later article: a row for each couple of the part, in order
//	      cuts:0         how many fingerprints are stock phrases
//
// A key is looked at in one part, whoever has it. A couple that has keys in several parts has a
// row of each, which couples adds up.
func pairsStep(t *task) error {
	var sift spill.Sifter
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		p := &cluster.Proposer{Window: int64(t.o.Window.Seconds()), Lost: t.lost("not brought together with all others")}
		hints := map[cluster.Couple]cluster.Hint{}
		add := func(h cluster.Hint) error {
			had := hints[h.Couple]
			had.Couple = h.Couple
			had.Merge(h)
			hints[h.Couple] = had
			return nil
		}
		trim := new(cluster.Trim) // what each task of send has left of a stock phrase may be many together
		for _, x := range []struct {
			kind   Kind
			from   func(keys []cluster.Key, use func(cluster.Hint) error) error
			wanted func(*sent) bool
		}{
			{Prints, p.Prints, func(x *sent) bool { return trim.Print(x.Hash, x.Rep) }},
			{Pairs, p.Pairs, nil},
			{Stories, p.Stories, nil},
		} {
			w, keys, err := companyOf(of[x.kind], x.wanted)
			if err != nil {
				return err
			}
			p.Articles = w
			if x.kind == Prints {
				stand, copies := w.apart(keys)
				keys = sift.AddOwn(stand, copies, w.Rep)
			}
			if err := x.from(sift.Repeated(keys), add); err != nil {
				return err
			}
		}
		for _, h := range slices.SortedFunc(maps.Values(hints), cluster.CompareHints) {
			if err := t.put(Hints, partOf(h.B), &hint{h}); err != nil {
				return err
			}
		}
		return t.put(Cuts, 0, &cuts{Stock: p.Cut.Skipped})
	})
}

// sayingsStep counts the families that hold a quotation.
//
//	in    sayings:hash
//	out   spreads:article  for each article with a quotation that several families hold
//
// A quotation that one family holds has no row: that goes without saying.
func sayingsStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		f, all, err := companyOf(of[Sayings], nil)
		if err != nil {
			return err
		}
		keys, copies := f.apart(all)
		cluster.SortKeys(keys)
		cluster.SortKeys(copies)
		copies = slices.Compact(copies)
		for held := range cluster.Grouped(keys, 0) { // by two families at least
			saying, first := held[0].Hash, held[0].Article
			k, _ := slices.BinarySearchFunc(copies, saying, func(x cluster.Key, h uint64) int { return cmp.Compare(x.Hash, h) })
			holders := slices.Clone(held)
			for ; k < len(copies) && copies[k].Hash == saying; k++ {
				holders = append(holders, copies[k])
			}
			for _, h := range holders {
				s := spread{h.Article, saying, len(held), min(first, f.Rep(h.Article))}
				if err := t.put(Spreads, partOf(h.Article), &s); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// couplesStep says which of the couples proposed are compared.
//
//	in    hints:article  of the later article
//	out   compared, needs: those that are, to the part that compares them (comparedPart)
//	      cuts:0           how many are compared, and how many have too little in common
//
// It goes by the later article, of which a bounded number of weak couples are compared.
func couplesStep(t *task) error {
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		all := map[cluster.Couple]cluster.Hint{}
		if err := rowsOf(of[Hints], func(h *hint) error {
			had := all[h.Couple]
			had.Couple = h.Couple
			had.Merge(h.Hint)
			all[h.Couple] = had
			return nil
		}); err != nil {
			return err
		}
		list := slices.SortedFunc(maps.Values(all), cluster.CompareHints)
		few := cluster.Singles{First: part << 8, Admitted: make([]uint8, 256)}
		var n cuts
		var worth []cluster.Couple
		for i := range list {
			h := &list[i]
			if !h.Worth() && !few.Admit(h) {
				n.Weak++
				continue
			}
			n.Compared++
			worth = append(worth, h.Couple)
		}
		first := map[uint32]uint32{} // by the later article, the earliest that it is compared with
		for _, c := range worth {
			if had, ok := first[c.B]; !ok || c.A < had {
				first[c.B] = c.A
			}
		}
		for _, c := range worth {
			if err := t.compare(comparedPart(first[c.B], c.B), c); err != nil {
				return err
			}
		}
		return t.put(Cuts, 0, &n)
	})
}

// comparedPart returns the part in which an article is compared with those before it, of
// which one is the first. Reports of one event have the same first, so that one part needs
// each of them once. However many have, a part gets no more than 16,384, as a rule 256.
func comparedPart(first, n uint32) uint32 { return n>>14<<6 | spreadOver(uint64(first))&63 }

// linksStep compares articles.
//
//	in    compared, given: of a part of couplesStep
//	side  words, furniture
//	out   ends:article  a link with its passages, to the parts of both articles
//	      ties:article  the same without passages, to that of the earlier one
//	      kin:article   how likely both report one event, from cluster.KinFrom on: to the part of the earlier one
//	      edges:0       the couple, if it is linked or kin
func linksStep(t *task) error {
	return t.corpora(func(_ uint32, of map[Kind][]*Block, c *corpus) error {
		return rowsOf(of[Compared], func(x *couple) error {
			return t.guard(c.where(max(x.A, x.B)), "not compared with "+c.Piece(min(x.A, x.B)).ID, func() error { return c.link(x) })
		})
	})
}

// link compares two articles and writes what they share.
func (c *corpus) link(x *couple) error {
	a, b, err := c.both(x.A, x.B)
	if err != nil {
		return err
	}
	var p cluster.Pair
	c.Match(x.A, x.B, a, b, func(m *cluster.Matcher) { p = m.Match(a, b) })
	story, r := float32(p.Story), p.Relation()
	akin, linked := story >= cluster.KinFrom, r != cluster.None && !cluster.OwnBackground(a, b, &p)
	if akin || linked {
		if err := c.t.put(Edges, 0, x); err != nil {
			return err
		}
	}
	if akin {
		if err := c.t.put(Kin, partOf(x.A), &kin{*x, story}); err != nil {
			return err
		}
	}
	if !linked {
		return nil
	}
	l := newLink(&cluster.Link{A: x.A, B: x.B, Pair: p, Relation: r})
	if err := c.t.put(Ends, partOf(x.A), l); err != nil {
		return err
	}
	if partOf(x.A) != partOf(x.B) {
		if err := c.t.put(Ends, partOf(x.B), l); err != nil {
			return err
		}
	}
	l.Passages = nil
	return c.t.put(Ties, partOf(x.A), l)
}

// linksOf returns links without their passages, by their ends.
func linksOf(list []*link) ([]cluster.Link, error) {
	links := make([]cluster.Link, len(list))
	for i, x := range list {
		var err error
		if links[i], err = x.link(false); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(links, func(x, y cluster.Link) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return links, nil
}
