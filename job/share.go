package job

import (
	"cmp"
	"slices"

	"wiretrace/cluster"
)

// A sharing is what one article has in common with others, as it is collected.
type sharing struct {
	*telling
	n          uint32
	side       *cluster.Side
	resolution *resolution       // of its cluster; nil if it stands alone
	standing   *cluster.Standing // the same
	main, twin uint32            // see telling.nearest
	earlier    uint32            // the earlier version of one that stands alone; noArticle if there is none
	matcher    *cluster.Matcher
	out        []cluster.Share
}

// shares collects what the article has in common with its source, or what is
// nearest to it where that is not in hand, and with all that it is linked to: for
// its family, if it stands for that, else by text that its representative lacks.
func (t *telling) shares(e entry, side *cluster.Side, earlier uint32) ([]cluster.Share, error) {
	s := &sharing{telling: t, n: e.n, side: side, earlier: earlier, matcher: t.matchers.Get().(*cluster.Matcher)}
	defer t.matchers.Put(s.matcher)
	s.resolution, s.standing = t.standing(e.n)
	s.main, s.twin = t.nearest(e.n)
	stands := t.pairs.reps[e.n] == e.n // for its family
	if s.main != noArticle && (!stands || t.pairs.reps[s.main] != s.main) {
		if err := s.compare(s.main); err != nil {
			return nil, err
		}
	}
	if s.twin != noArticle {
		if err := s.compare(s.twin); err != nil {
			return nil, err
		}
	}
	if err := s.addLinks(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(s.out, func(x, y cluster.Share) int {
		return cmp.Compare(btoi(y.Number == s.main), btoi(x.Number == s.main))
	})
	return s.out, s.retell()
}

// addLinks adds what the article is linked to, and its source, if that stands for
// a family, unless it is there already.
func (s *sharing) addLinks() error {
	list, err := s.links.of(s.n)
	if err != nil {
		return err
	}
	for _, e := range list {
		if s.main != e.other && s.family(s.main) == e.other || s.family(s.twin) == e.other {
			continue // it is compared with that member of the family
		}
		if s.has(e.other) {
			continue
		}
		l, err := s.links.read(e, true)
		if err != nil {
			return err
		}
		p := l.Pair
		if l.B == s.n {
			p = p.Mirror()
		}
		if err := s.add(e.other, p); err != nil {
			return err
		}
	}
	if s.main != noArticle && s.family(s.main) == s.main && !s.has(s.main) {
		return s.compare(s.main)
	}
	return nil
}

// has reports whether what is shared with another article is collected.
func (s *sharing) has(other uint32) bool {
	return slices.ContainsFunc(s.out, func(x cluster.Share) bool { return x.Number == other })
}

// share begins the share with another article.
func (s *sharing) share(other uint32) cluster.Share {
	sh := cluster.Share{Number: other, Family: s.pairs.reps[other]}
	if sh.Direction, sh.Source = s.direction(s.n, other); other == s.earlier {
		sh.Direction, sh.Source = cluster.From, true
	}
	if s.standing != nil && s.standing.Twin >= 0 && s.resolution.Standings[s.standing.Twin].Number == other && sh.Direction == cluster.To {
		sh.Direction = cluster.Unknown // both have it from elsewhere
	}
	return sh
}

// compare adds the share with an article that there is no link with.
func (s *sharing) compare(other uint32) error {
	sh := s.share(other)
	o, err := s.sides.get(other)
	if err != nil {
		return err
	}
	sh.Outlet, sh.Kind = o.Outlet, o.Kind
	s.matched(s.matcher, s.n, other, s.side, o, func() { sh.Pair = s.matcher.Match(s.side, o) })
	s.out = append(s.out, sh)
	return nil
}

// add adds the share with an article that there is a link with.
func (s *sharing) add(other uint32, p cluster.Pair) error {
	sh := s.share(other)
	if len(p.Passages) == 0 && sh.Direction == cluster.To {
		return nil // it has nothing from there, nor does the other from here, in words
	}
	sh.Pair = p
	if sh.Direction != cluster.To { // of what others took from here no more is told than how many did
		o, err := s.sides.get(other)
		if err != nil {
			return err
		}
		sh.Outlet, sh.Kind = o.Outlet, o.Kind
	}
	s.out = append(s.out, sh)
	return nil
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

// family returns the representative of an article's family; noArticle of no
// article.
func (t *telling) family(n uint32) uint32 {
	if n == noArticle {
		return noArticle
	}
	return t.pairs.reps[n]
}

// names reports whether the shares of article n, which is linked with other or
// its family, are with other itself.
func (t *telling) names(n, other uint32) (bool, error) {
	main, twin := t.nearest(n)
	if main == other || twin == other {
		return true, nil
	}
	if t.family(main) == other || t.family(twin) == other {
		return false, nil // they are with that one
	}
	if t.family(n) == n && t.family(other) == other {
		return true, nil
	}
	return t.links.between(n, other)
}

// retell looks for what the article tells in other words than its source, or
// than those most alike that told the story before it or at the same time.
func (s *sharing) retell() error {
	retell := func(sh *cluster.Share) error {
		o, err := s.sides.get(sh.Number)
		if err == nil {
			s.matched(s.matcher, s.n, sh.Number, s.side, o, func() { s.matcher.Retell(&sh.Pair, s.side, o) })
		}
		return err
	}
	var like []*cluster.Share
	for i := range s.out {
		switch sh := &s.out[i]; {
		case sh.Direction == cluster.To:
		case sh.Source:
			if err := retell(sh); err != nil {
				return err
			}
		case sh.Pair.Relation() == cluster.Rewrite:
			like = append(like, sh)
		}
	}
	slices.SortStableFunc(like, func(x, y *cluster.Share) int { return cmp.Compare(y.Pair.Story, x.Pair.Story) })
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
	if oc, o := t.standing(other); s != nil && o != nil && c == oc {
		switch {
		case s.Source >= 0 && c.Standings[s.Source].Number == other:
			return cluster.From, true
		case o.Source >= 0 && c.Standings[o.Source].Number == n:
			return cluster.To, false
		case fromOneAbsent(s, o):
			return cluster.Unknown, false
		}
	}
	d = t.byClock(n, other)
	if d == cluster.To && s != nil && s.Source < 0 && len(s.Chain) > 0 {
		d = cluster.Unknown // both may have it from one that is not in hand
	}
	return d, false
}

// fromOneAbsent reports whether two pieces have their text from one that is not
// in hand.
func fromOneAbsent(s, o *cluster.Standing) bool {
	return s.Source < 0 && o.Source < 0 && s.SourceOutlet != "" && s.SourceOutlet == o.SourceOutlet
}

// byClock says who may have taken text from whom by when they were published.
func (t *telling) byClock(n, other uint32) cluster.Direction {
	x, y := &t.heads[n], &t.heads[other]
	switch {
	case x.undated()+y.undated() > 0:
		return cluster.Unknown
	case y.to <= x.from:
		return cluster.From
	case x.to <= y.from:
		return cluster.To
	}
	return cluster.Unknown
}
