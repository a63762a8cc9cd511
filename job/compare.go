package job

import (
	"cmp"
	"context"
	"slices"

	"wiretrace/cluster"
)

// couplesAtOnce is how many couples are handed to the workers at a time.
const couplesAtOnce = 1 << 14

// A comparison is the third step at work: each couple by itself.
type comparison struct {
	*corpus
	pairs  *pairs
	links  *links
	list   []cluster.Couple // to be compared next
	found  []match          // what those of list share
	before int              // hints given out before those of list
}

// A match is what comparing two articles gives.
type match struct {
	link  []byte  // encoded; nil if there is none
	story float32 // the probability that they report one event
}

// compare finds the links of a corpus among its pairs.
func compare(ctx context.Context, c *corpus, p *pairs) (*links, error) {
	x := &comparison{
		corpus: c, pairs: p, links: newLinks(c),
		list: make([]cluster.Couple, 0, couplesAtOnce), found: make([]match, couplesAtOnce),
	}
	if err := x.recall(ctx); err != nil {
		return nil, err
	}
	few := cluster.Singles{Admitted: make([]uint8, len(c.heads))}
	total := p.hints.Len()
	err := p.hints.Each(func(h cluster.Hint) error {
		if !h.Worth() && !few.Admit(&h) {
			x.links.weak++
			return nil
		}
		x.list = append(x.list, h.Couple)
		if len(x.list) == cap(x.list) {
			return x.flush(ctx, total)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := x.flush(ctx, total); err != nil {
		return nil, err
	}
	p.hints = nil // they take much and are used up
	return x.links, x.links.lay(len(c.heads))
}

// recall takes over the links found on earlier nights, but for those of articles
// of which another stands for their family now, which are dropped, and those of
// articles that have changed, which are compared anew. A young archive takes over
// none.
func (x *comparison) recall(ctx context.Context) error {
	var again []cluster.Couple
	keep := func(c cluster.Couple) bool {
		if x.history.young {
			return false
		}
		gone := !x.is(c.A, known) || !x.is(c.B, known)
		if !gone && !x.is(c.A, changed) && !x.is(c.B, changed) {
			return true
		}
		x.states[c.A] |= touched
		x.states[c.B] |= touched
		if !gone {
			again = append(again, c)
		}
		return false
	}
	err := x.past.links(ctx, keep, func(l *cluster.Link) error {
		c := cluster.Couple{A: l.A, B: l.B}
		if l.Story >= cluster.KinFrom {
			x.links.kin = append(x.links.kin, cluster.Kin{Couple: c, Story: float32(l.Story)})
		}
		return x.links.add(c, encodeLink(l), true)
	})
	if err != nil {
		return err
	}
	slices.SortFunc(again, func(x, y cluster.Couple) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	for _, c := range again {
		if err := x.pairs.hints.Add(cluster.Hint{Couple: c, Prints: 2}); err != nil {
			return err
		}
	}
	return nil
}

// flush compares the couples of the list, of so many hints in all.
func (x *comparison) flush(ctx context.Context, total int) error {
	given := x.pairs.hints.Given()
	err := each(ctx, len(x.list), x.threads, func() func(int) error {
		return func(i int) error {
			x.found[i] = match{}
			err := guarded(func() error {
				return x.withMatcher(func(m *cluster.Matcher) (err error) {
					x.found[i], err = x.match(m, x.list[i])
					return err
				})
			})
			if x.pairFault(x.list[i], err) {
				return nil
			}
			return err
		}
	}, func(n int) {
		x.progress(Progress{Step: Comparing, Done: x.before + (given-x.before)*n/len(x.list), Total: total})
	})
	if err != nil {
		return err
	}
	for i, m := range x.found[:len(x.list)] {
		if m.story >= cluster.KinFrom {
			x.links.kin = append(x.links.kin, cluster.Kin{Couple: x.list[i], Story: m.story})
		}
		if m.link == nil {
			continue
		}
		if err := x.links.add(x.list[i], m.link, false); err != nil {
			return err
		}
	}
	x.links.compared += len(x.list)
	x.before = given
	x.list = x.list[:0]
	return nil
}

// match compares two articles.
func (x *comparison) match(m *cluster.Matcher, c cluster.Couple) (match, error) {
	if x.inject != nil {
		x.inject(Comparing, x.heads[c.A].id, x.heads[c.B].id)
	}
	x.sides.pass(c.A) // couples are in the order of their first articles
	a, b, err := x.sides.both(c.A, c.B)
	if err != nil {
		return match{}, err
	}
	var p cluster.Pair
	x.matched(m, c.A, c.B, a, b, func() { p = m.Match(a, b) })
	found := match{story: float32(p.Story)}
	if r := p.Relation(); r != cluster.None && !cluster.OwnBackground(a, b, &p) {
		found.link = encodeLink(&cluster.Link{Pair: p, Relation: r})
	}
	return found, nil
}
