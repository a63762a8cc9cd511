package cluster

import (
	"fmt"
	"slices"
	"strings"

	"wiretrace/credit"
)

// outcome turns choices into standings.
func (r *resolver) outcome() Outcome {
	out := Outcome{Upstream: r.root(), Origin: -1}
	derived := make([]int, len(r.members)) // how many have this one as source
	for i := range r.members {
		if j := r.source[i].member; j >= 0 {
			derived[j]++
		}
	}
	for i, m := range r.members {
		c := r.source[i]
		s := Standing{
			Number: m.Number, Family: r.members[r.byRep[m.Rep][0]].Number,
			Source: c.member, Basis: c.basis, SourceOutlet: c.outlet, Chain: r.chain[i],
		}
		s.Whole, s.Revision, s.Twin = r.whole(i), c.revision, r.twin(i)
		s.Derived = len(s.Chain) > 0 || c.member >= 0 && !c.revision
		switch {
		case !s.Derived && (derived[i] > 0 || s.Revision):
			s.Role = Origin
		default:
			s.Role = r.role(i)
		}
		s.Credited = c.credited || r.creditsAny(i, s.Chain)
		s.Confidence = r.confidence(i, &s)
		s.Why = r.why(i, &s, derived[i])
		out.Standings = append(out.Standings, s)
	}
	for i, s := range out.Standings {
		if s.Role == Origin && (out.Origin < 0 || derived[i] > derived[out.Origin]) {
			out.Origin = i
		}
	}
	if out.Origin >= 0 && (out.Upstream == "" || out.Upstream == r.members[out.Origin].Outlet) {
		out.Upstream = r.members[out.Origin].Outlet
	}
	return out
}

// role says what a member that derives from another is, by the text it has in
// common with its source, or with whatever is nearest where that is not in hand.
func (r *resolver) role(i int) Role {
	c := r.source[i]
	relation := c.relation
	if c.member < 0 {
		_, relation = r.nearest(i)
		if r.whole(i) {
			relation = Copy
		}
	}
	if r.twin(i) >= 0 {
		_, relation = r.nearest(i)
	}
	if c.basis >= 0 && relation == Partial {
		if share, _, _, _ := r.link(i, c.basis); share >= trimmedShare {
			relation = Copy
		}
	}
	switch relation {
	case Copy, Revision:
		return Role(Copy)
	case Partial:
		return Role(Partial)
	}
	return Role(Rewrite)
}

// twin returns the member that has the same text as i in whole or part, where
// the source of i is another that only tells the same story: the source is told
// from credits, and the text is both's. It is -1 if there is none.
func (r *resolver) twin(i int) int {
	if c := r.source[i]; c.member < 0 || c.relation != Rewrite && c.relation != None {
		return -1
	}
	if j, text := r.nearest(i); text == Copy || text == Partial {
		return j
	}
	return -1
}

// whole reports whether the byline or dateline of i, or of a copy of it, says
// that its text is that of an outlet whose own piece is not in hand.
func (r *resolver) whole(i int) bool {
	if r.signed(i) {
		return true
	}
	_, copied := r.signedCopy(i)
	return copied
}

// signed reports whether the byline or dateline of i itself says so.
func (r *resolver) signed(i int) bool {
	c := r.source[i]
	return c.member < 0 && c.outlet != "" && slices.ContainsFunc(r.story[i], func(s storyCredit) bool {
		return s.wire && s.Cue != credit.CueCreditLine && s.Outlet == c.outlet
	})
}

// signedCopy returns the copy whose byline or dateline tells whose the text of
// i is, if i itself credits nobody and derives from nothing in hand.
func (r *resolver) signedCopy(i int) (int, bool) {
	if c := r.source[i]; c.member >= 0 || c.outlet != "" || len(r.chain[i]) != 1 {
		return 0, false
	}
	for _, j := range r.byRep[r.members[i].Rep] {
		if j != i && r.source[j].outlet == r.chain[i][0] && r.signed(j) {
			return j, true
		}
	}
	return 0, false
}

// trimmedShare is the share of a text that makes it a copy, trimmed or edited,
// however much longer its source is.
const trimmedShare = 0.8

func (r *resolver) creditsAny(i int, chain []string) bool {
	for _, outlet := range chain {
		if credits(r.story[i], outlet) {
			return true
		}
	}
	return false
}

func (r *resolver) confidence(i int, s *Standing) Confidence {
	c := r.source[i]
	switch {
	case s.Role == Origin:
		return Likely
	case c.weight >= 5:
		return Certain
	case c.weight >= 2:
		return Likely
	}
	return Possible
}

// why puts the evidence in one sentence.
func (r *resolver) why(i int, s *Standing, derived int) string {
	c := r.source[i]
	var parts []string
	switch {
	case s.Revision:
		parts = append(parts, "a later version of the own piece of "+r.name(c.member))
	case s.Role == Origin:
		return count(derived, "piece derives", "pieces derive") + " from it, and none in hand came before it"
	case r.signed(i):
		parts = append(parts, "its text is that of "+c.outlet+", whose own piece is not in hand")
	case s.Whole:
		j, _ := r.signedCopy(i)
		parts = append(parts, "its text is also in "+r.name(j)+", and there it is "+s.Upstream()+"'s, whose own piece is not in hand")
	case c.basis >= 0:
		share, _, l, relation := r.link(i, c.basis)
		piece := "the " + strings.TrimPrefix(r.name(c.basis), "The ") + " piece"
		switch {
		case relation == Copy && l == nil:
			parts = append(parts, "it is a copy of "+piece)
		case relation == Copy || relation == Partial:
			parts = append(parts, fmt.Sprintf("%.0f %% of its words are copied or edited from the same text as in %s", 100*share, piece))
		case l != nil && c.member < 0 && c.outlet != "": // its source is another, and not in hand
		case l != nil:
			parts = append(parts, fmt.Sprintf("it retells %s: %s in common", piece, count(l.Shared, "name or number", "names and numbers")))
		}
	}
	if s.Twin >= 0 {
		share, _, _, _ := r.link(i, s.Twin)
		parts = append(parts, fmt.Sprintf("%.0f %% of its words stand in the %s piece too", 100*share, strings.TrimPrefix(r.name(s.Twin), "The ")))
	}
	ordered := s.Revision
	for _, x := range c.reasons {
		if x.text != "" {
			parts = append(parts, x.text)
			ordered = true
		}
	}
	switch {
	case ordered || s.Whole:
	case c.member < 0 && len(s.Chain) > 0: // as the others of the cluster have it
		parts = append(parts, "most of the cluster goes back to "+s.Upstream())
	default:
		parts = append(parts, "nothing tells which came first")
	}
	if !s.Credited && len(s.Chain) > 0 {
		parts = append(parts, "it credits nobody for the story")
	}
	return strings.Join(parts, "; ")
}

// name returns what a reader would call a member.
func (r *resolver) name(i int) string {
	if o := r.members[i].Outlet; o != "" {
		return o
	}
	return r.members[i].Meta.ID
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
