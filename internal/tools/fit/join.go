package main

import (
	"slices"

	"wiretrace/cluster"
)

// A count is how pairs of articles were joined.
type count struct{ right, wrong, missed int }

func (c *count) add(d count) {
	c.right, c.wrong, c.missed = c.right+d.right, c.wrong+d.wrong, c.missed+d.missed
}

func (c count) less(d count) count {
	return count{c.right - d.right, c.wrong - d.wrong, c.missed - d.missed}
}

// precision returns the share of the joined pairs that belong together; 1 if
// none was joined.
func (c count) precision() float64 { return share(c.right, c.wrong) }

// recall returns the share of the pairs that belong together that were joined;
// 1 if there are none.
func (c count) recall() float64 { return share(c.right, c.missed) }

// f1 returns the harmonic mean of precision and recall; 1 where there was
// nothing to join and nothing was.
func (c count) f1() float64 { return share(2*c.right, c.wrong+c.missed) }

func share(good, bad int) float64 {
	if good+bad == 0 {
		return 1
	}
	return float64(good) / float64(good+bad)
}

// A result is how the pairs of articles, copies and all, were joined: in all,
// and for each family those that have an end in it.
type result struct {
	all    count
	family []count
}

// without returns the counts of the pairs that have no end in a family.
func (r *result) without(family int) count { return r.all.less(r.family[family]) }

// join brings all articles into clusters by s and holds them against the truth.
func (c *corpus) join(s *settings) *result {
	group := c.groups(s)
	r := &result{family: make([]count, len(c.families))}
	for j := range c.pieces {
		for i := range j {
			p, q := &c.pieces[i], &c.pieces[j]
			same := p.cluster != "" && p.cluster == q.cluster
			joined := group[i] == group[j]
			var one count
			switch {
			case same && joined:
				one.right = 1
			case joined:
				one.wrong = 1
			case same:
				one.missed = 1
			default:
				continue
			}
			r.all.add(one)
			r.family[p.family].add(one)
			if q.family != p.family {
				r.family[q.family].add(one)
			}
		}
	}
	return r
}

// groups returns for each article the lowest number of its cluster.
func (c *corpus) groups(s *settings) []uint32 {
	weighed := s.details != c.now.details || s.retold != c.now.retold
	bonds := cluster.NewBonds(0)
	for k := range c.pairs {
		p := &c.pairs[k]
		switch {
		case !p.proposed:
		case p.text:
			bonds.Add(&p.link)
		case s.rewrite(&p.signs):
			l := p.link
			l.Relation, l.Signs = cluster.Rewrite, p.signs
			if weighed { // what orders links is their content: let it be this one
				l.Likeness = cluster.Likeness{Cosine: s.content(&p.signs), Shared: p.signs.Shared}
				l.Retold = 0
			}
			bonds.Add(&l)
		}
	}
	of := slices.Clone(c.reps)
	for _, g := range bonds.Groups() {
		for _, n := range g {
			of[n] = g[0]
		}
	}
	out := make([]uint32, len(c.pieces))
	for n := range out {
		out[n] = of[c.reps[n]]
	}
	return out
}
