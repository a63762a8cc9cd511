package job

import (
	"cmp"
	"slices"

	"wiretrace/cluster"
)

// shares collects what the article has in common with its source, or what is
// nearest to it where that is not in hand, and, if it stands for its family,
// with all that the family is linked to.
func (t *telling) shares(e entry, side *cluster.Side) ([]cluster.Share, error) {
	var out []cluster.Share
	m := t.matchers.Get().(*cluster.Matcher)
	defer t.matchers.Put(m)
	c, s := t.standing(e.n)
	rep := t.pairs.reps[e.n]
	add := func(other uint32, p *cluster.Pair) error {
		sh := cluster.Share{Number: other, Family: t.pairs.reps[other]}
		sh.Direction, sh.Source = t.direction(e.n, other)
		if s != nil && s.Twin >= 0 && c.Standings[s.Twin].Number == other && sh.Direction == cluster.To {
			sh.Direction = cluster.Unknown // both have it from elsewhere
		}
		if p != nil && len(p.Passages) == 0 && sh.Direction == cluster.To {
			return nil // it has nothing from there, nor does the other from here, in words
		}
		if p != nil {
			sh.Pair = *p
		}
		if p == nil || sh.Direction != cluster.To { // of what others took from here no more is told than how many did
			o, err := t.sides.get(other)
			if err != nil {
				return err
			}
			sh.Outlet = o.Outlet
			if p == nil {
				sh.Pair = m.Match(side, o)
			}
		}
		out = append(out, sh)
		return nil
	}
	main, twin := t.nearest(e.n)
	if main != noArticle && (rep != e.n || t.pairs.reps[main] != main) {
		if err := add(main, nil); err != nil {
			return nil, err
		}
	}
	if twin != noArticle {
		if err := add(twin, nil); err != nil {
			return nil, err
		}
	}
	if rep == e.n {
		list, err := t.links.of(e.n)
		if err != nil {
			return nil, err
		}
		for _, link := range list {
			other := link.other
			if main != noArticle && t.pairs.reps[main] == other && main != other || twin != noArticle && t.pairs.reps[twin] == other {
				continue
			}
			l, err := t.links.read(link, true)
			if err != nil {
				return nil, err
			}
			p := l.Pair
			if l.B == e.n {
				p = p.Mirror()
			}
			if err := add(other, &p); err != nil {
				return nil, err
			}
		}
		if main != noArticle && t.pairs.reps[main] == main && !slices.ContainsFunc(out, func(s cluster.Share) bool { return s.Number == main }) {
			if err := add(main, nil); err != nil {
				return nil, err
			}
		}
		slices.SortStableFunc(out, func(x, y cluster.Share) int { return cmp.Compare(btoi(y.Number == main), btoi(x.Number == main)) })
	}
	return out, t.retell(m, side, out)
}

// nearest returns the article that n derives from or is most like, and the one
// that has the same from elsewhere; noArticle for either where there is none.
func (t *telling) nearest(n uint32) (main, twin uint32) {
	main, twin = noArticle, noArticle
	if c, s := t.standing(n); s != nil {
		if k := cmp.Or(s.Source+1, s.Basis+1) - 1; k >= 0 {
			main = c.Standings[k].Number
		}
		if s.Twin >= 0 {
			twin = c.Standings[s.Twin].Number
		}
	}
	return main, twin
}

// names reports whether the shares of article n, which is linked with the family
// of other, are with other itself.
func (t *telling) names(n, other uint32) bool {
	main, twin := t.nearest(n)
	if main == other || twin == other {
		return true
	}
	instead := func(m uint32) bool { return m != noArticle && t.pairs.reps[m] == other }
	return t.pairs.reps[n] == n && t.pairs.reps[other] == other && !instead(main) && !instead(twin)
}

// retell looks for what the article tells in other words than its source, or
// than those most alike that told the story before it or at the same time.
func (t *telling) retell(m *cluster.Matcher, side *cluster.Side, shares []cluster.Share) error {
	retell := func(sh *cluster.Share) error {
		o, err := t.sides.get(sh.Number)
		if err == nil {
			m.Retell(&sh.Pair, side, o)
		}
		return err
	}
	var like []*cluster.Share
	for i := range shares {
		switch sh := &shares[i]; {
		case sh.Direction == cluster.To:
		case sh.Source:
			if err := retell(sh); err != nil {
				return err
			}
		case sh.Pair.Relation() == cluster.Rewrite:
			like = append(like, sh)
		}
	}
	slices.SortStableFunc(like, func(x, y *cluster.Share) int { return cmp.Compare(y.Pair.Content(), x.Pair.Content()) })
	for _, sh := range like[:min(len(like), retoldFrom)] {
		if err := retell(sh); err != nil {
			return err
		}
	}
	return nil
}

// retoldFrom is how many pieces besides its source an article is searched for
// retold sentences of: a story that a hundred retell is searched for in a few.
const retoldFrom = 4

// noArticle is the number of no article.
const noArticle uint32 = 1<<32 - 1

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}

// direction says who took shared text from whom, seen from article n, and
// whether the other is its source.
func (t *telling) direction(n, other uint32) (d cluster.Direction, source bool) {
	c, s := t.standing(n)
	oc, o := t.standing(other)
	if s != nil && o != nil && c == oc {
		switch {
		case s.Source >= 0 && c.Standings[s.Source].Number == other:
			return cluster.From, true
		case o.Source >= 0 && c.Standings[o.Source].Number == n:
			return cluster.To, false
		case s.Source < 0 && o.Source < 0 && s.SourceOutlet != "" && s.SourceOutlet == o.SourceOutlet:
			return cluster.Unknown, false // both took it from one that is not in hand
		}
	}
	x, y := &t.heads[n], &t.heads[other]
	switch {
	case x.undated()+y.undated() > 0:
		return cluster.Unknown, false
	case y.to <= x.from:
		return cluster.From, false
	case x.to <= y.from && (s == nil || s.Source >= 0 || len(s.Chain) == 0):
		return cluster.To, false
	}
	return cluster.Unknown, false // or both may have it from one that is not in hand
}
