package account

import (
	"cmp"
	"slices"

	"wiretrace/cluster"
	"wiretrace/credit"
)

// A sharing is what one article has in common with others, as it is collected.
type sharing struct {
	*Teller
	n          uint32
	piece      *Piece
	side       *cluster.Side
	main, twin uint32 // see Piece.nearest
	earlier    uint32 // the earlier version of one that stands alone; None if there is none
	out        []cluster.Share
	held       map[uint32]bool // the others of out
}

// shares collects what the article has in common with its source, or what is
// nearest to it where that is not in hand, and with all that it is linked to: for
// its family, if it stands for that, else by text that its representative lacks.
func (t *Teller) shares(n uint32, p *Piece, side *cluster.Side, earlier uint32) ([]cluster.Share, error) {
	s := &sharing{Teller: t, n: n, piece: p, side: side, earlier: earlier, held: map[uint32]bool{}}
	s.main, s.twin = p.nearest()
	stands := p.Rep == n // for its family
	if s.main != None && (!stands || s.family(s.main) != s.main) {
		if err := s.compare(s.main); err != nil {
			return nil, err
		}
	}
	if s.twin != None {
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
	list, err := s.Ties(s.n)
	if err != nil {
		return err
	}
	for _, e := range list {
		if s.main != e.Other && s.family(s.main) == e.Other || s.family(s.twin) == e.Other {
			continue // it is compared with that member of the family
		}
		if s.held[e.Other] {
			continue
		}
		l, err := e.Read(true)
		if err != nil {
			return err
		}
		p := l.Pair
		if l.B == s.n {
			p = p.Mirror()
		}
		if err := s.add(e.Other, p); err != nil {
			return err
		}
	}
	if s.main != None && s.family(s.main) == s.main && !s.held[s.main] {
		return s.compare(s.main)
	}
	return nil
}

// keep adds a share to those collected.
func (s *sharing) keep(sh cluster.Share) {
	s.out = append(s.out, sh)
	s.held[sh.Number] = true
}

// share begins the share with another article.
func (s *sharing) share(other uint32) cluster.Share {
	sh := cluster.Share{Number: other, Family: s.family(other)}
	if sh.Direction, sh.Source = s.direction(s.n, s.piece, other); other == s.earlier {
		sh.Direction, sh.Source = cluster.From, true
	}
	if s.twin == other && sh.Direction == cluster.To {
		sh.Direction = cluster.Unknown // both have it from elsewhere
	}
	return sh
}

// compare adds the share with an article that there is no link with.
func (s *sharing) compare(other uint32) error {
	sh := s.share(other)
	o, err := s.Side(other)
	if err != nil {
		return err
	}
	sh.Outlet, sh.Kind = o.Outlet, o.Kind
	s.Match(s.n, other, s.side, o, func(m *cluster.Matcher) { sh.Pair = m.Match(s.side, o) })
	s.keep(sh)
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
		o, err := s.Side(other)
		if err != nil {
			return err
		}
		sh.Outlet, sh.Kind = o.Outlet, o.Kind
		if s.side.Kind == credit.Release && o.Kind != credit.Release && !sh.Source {
			sh.Direction = cluster.Unknown // papers print before its page is put up
		}
		if sh.Direction == cluster.From && !sh.Source && cluster.ToldAll(s.side, o, &sh.Pair) {
			sh.Direction = cluster.Unknown
		}
	}
	s.keep(sh)
	return nil
}

// nearest returns the article that p derives from or is most like, and the one
// that has the same from elsewhere; None for either where there is none.
func (p *Piece) nearest() (main, twin uint32) {
	if p.Standing == nil {
		return None, None
	}
	if p.Source != None {
		return p.Source, p.Twin
	}
	return p.Basis, p.Twin
}

// family returns the representative of an article's family; None of no
// article.
func (t *Teller) family(n uint32) uint32 {
	if n == None {
		return None
	}
	return t.Piece(n).Rep
}

// names reports whether the shares of another article, which is linked with n or
// its family, are with n itself. tied gives those that n has links with.
func (t *Teller) names(other, n uint32, tied func() (map[uint32]bool, error)) (bool, error) {
	o := t.Piece(other)
	main, twin := o.nearest()
	if main == n || twin == n {
		return true, nil
	}
	if t.family(main) == n || t.family(twin) == n {
		return false, nil // they are with that one
	}
	if o.Rep == other && t.family(n) == n {
		return true, nil
	}
	others, err := tied()
	return others[other], err
}

// tied returns the articles that article n has links with.
func (t *Teller) tied(n uint32) (map[uint32]bool, error) {
	list, err := t.Ties(n)
	others := make(map[uint32]bool, len(list))
	for _, e := range list {
		others[e.Other] = true
	}
	return others, err
}

// retell looks for what the article tells in other words than its source, or
// than those most alike that told the story before it or at the same time.
func (s *sharing) retell() error {
	retell := func(sh *cluster.Share) error {
		o, err := s.Side(sh.Number)
		if err == nil {
			s.Match(s.n, sh.Number, s.side, o, func(m *cluster.Matcher) { m.Retell(&sh.Pair, s.side, o) })
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

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}

// direction says who took shared text from whom, seen from article n, of which p is
// known, and whether the other is its source.
func (t *Teller) direction(n uint32, p *Piece, other uint32) (d cluster.Direction, source bool) {
	o := t.Piece(other)
	if p.Standing != nil && o.Standing != nil && p.Group == o.Group {
		if d, known := t.found(n, other, p, &o); known {
			return d, p.Source == other
		}
	}
	d = byClock(p.Dates, o.Dates)
	if d == cluster.To && p.Standing != nil && p.Source == None && len(p.Standing.Chain) > 0 {
		d = cluster.Unknown // both may have it from one that is not in hand
	}
	return d, false
}

// found returns the direction between articles n and other, of one cluster, p and o being what is known of them, as
// it was found out who has it from whom, and whether it was.
func (t *Teller) found(n, other uint32, p, o *Piece) (d cluster.Direction, known bool) {
	switch {
	case p.Source == other, o.Source != n && slices.Contains(p.Standing.TextOf, other):
		return cluster.From, true
	case o.Source == n, slices.Contains(o.Standing.TextOf, n):
		return cluster.To, true
	case fromOneAbsent(p.Standing, o.Standing), p.Source != None && p.Source == o.Source:
		return cluster.Unknown, true // both have it from one other
	case o.Source != None && p.Site != 0 && t.Piece(o.Source).Site == p.Site:
		return cluster.To, true // the other has it from a piece of this house, which prints its own words again
	}
	return cluster.Unknown, false
}

// fromOneAbsent reports whether two pieces have their text from one that is not
// in hand.
func fromOneAbsent(s, o *cluster.Standing) bool {
	return s.Source < 0 && o.Source < 0 && s.SourceOutlet != "" && s.SourceOutlet == o.SourceOutlet
}

// byClock says who may have taken text from whom by when they were published.
func byClock(x, y cluster.Dates) cluster.Direction {
	switch {
	case x.Undated()+y.Undated() > 0:
		return cluster.Unknown
	case y.To <= x.From:
		return cluster.From
	case x.To <= y.From:
		return cluster.To
	}
	return cluster.Unknown
}
