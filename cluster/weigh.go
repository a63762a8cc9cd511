package cluster

import (
	"cmp"
	"slices"
)

// A reason is one piece of evidence that a member derives from another: what
// it weighs and how it is put to the reader.
type reason struct {
	evidence evidence
	weight   float64
	text     string
}

// An evidence is a row of the table of weights.
type evidence uint8

const (
	creditLine   evidence = iota // the byline, dateline or credit line names the other outlet
	creditWords                  // its words name the other outlet as the source
	creditVia                    // they name it as the source of the source
	creditTaken                  // they name it, in text that was itself taken from a third piece
	creditBack                   // the other credits this one
	datesOrder                   // the other was certainly published before
	datesAgainst                 // the other was certainly published after
	contained                    // most of this text stands in the other, and not the other way round
	containing                   // the other way round
	siblings                     // both credit the same third outlet for their text
	sharedText                   // they have text in common
	sharedStory                  // they tell the same story in other words
)

// weights is the one table by which sources are chosen. A member derives from
// the candidate of the greatest sum, if what orders the two (all but the last
// two rows) is positive together.
var weights = [...]float64{
	creditLine:   6,
	creditWords:  5,
	creditVia:    3,
	creditTaken:  1,
	creditBack:   -6,
	datesOrder:   2,
	datesAgainst: -8,
	contained:    1,
	containing:   -1,
	siblings:     -4,
	sharedText:   2, // times the share of this text
	sharedStory:  1, // times the cosine
}

// orders reports whether e says which of two pieces came first.
func (e evidence) orders() bool { return e < sharedText }

// A text is within another if so much of it stands there, and so much less of
// the other in it.
const (
	containedShare = 0.8
	containmentGap = 0.25
)

func (r *resolver) chooseSource(i int) {
	best := choice{member: -1, basis: -1}
	consider := func(c choice) {
		order := 0.0
		for _, x := range c.reasons {
			c.weight += x.weight
			if x.evidence.orders() {
				order += x.weight
			}
		}
		if order > 0 && c.weight > best.weight {
			best = c
		}
	}
	for _, j := range r.candidates(i) {
		consider(r.from(i, j))
	}
	for _, c := range r.absent(i) {
		consider(c)
	}
	if best.basis < 0 {
		best.basis, best.relation = r.nearest(i)
	}
	r.source[i] = best
}

// candidates returns the members that i may derive from: the first of its
// family, the first of each family it is linked with, and every member whose
// outlet it credits.
func (r *resolver) candidates(i int) []int {
	m := r.members[i]
	var out []int
	seen := map[int]bool{i: true}
	add := func(j int) {
		if !seen[j] {
			seen[j] = true
			out = append(out, j)
		}
	}
	add(r.first[m.Rep])
	for _, k := range r.linked[m.Rep] {
		add(r.first[r.links[k].Other(m.Rep)])
	}
	for _, c := range r.story[i] {
		for _, outlet := range [...]string{c.Outlet, c.Via} {
			if outlet == "" {
				continue
			}
			for _, j := range r.outlets[outlet] {
				if r.members[j].Rep != m.Rep || j == r.first[m.Rep] {
					add(j)
				}
			}
		}
	}
	return out
}

// link returns what the families of i and j share, seen from i, and whether
// they are linked. Members of one family share everything.
func (r *resolver) link(i, j int) (shareI, shareJ float64, l *Link, relation Relation) {
	a, b := r.members[i].Rep, r.members[j].Rep
	if a == b {
		return 1, 1, nil, Copy
	}
	k, ok := r.between[Couple{min(a, b), max(a, b)}]
	if !ok {
		return 0, 0, nil, Rewrite
	}
	l = &r.links[k]
	if l.A == a {
		return l.ShareA, l.ShareB, l, l.Relation
	}
	return l.ShareB, l.ShareA, l, l.Relation
}

// from weighs that member i derives from member j.
func (r *resolver) from(i, j int) choice {
	m, n := r.members[i], r.members[j]
	shareI, shareJ, l, relation := r.link(i, j)
	c := choice{member: j, outlet: n.Outlet, relation: relation, basis: j}
	later := m.Seen > n.Seen && LaterVersion(m.Meta.ID, n.Meta.ID)
	c.revision = (later || m.Outlet != "") && m.Outlet == n.Outlet && (relation == Copy || relation == Partial)
	add := func(e evidence, scale float64, text string) {
		c.reasons = append(c.reasons, reason{e, weights[e] * scale, text})
	}
	if s, ok := creditTo(r.story[i], n.Outlet); ok {
		c.credited = true
		switch {
		case s.wire:
			add(creditLine, 1, "its "+s.Cue+" names "+s.Outlet)
		case s.Via != "":
			add(creditVia, 1, "it credits "+s.Outlet+" through "+s.Via)
		case r.taken(i, j, n.Outlet):
			add(creditTaken, 1, "it credits "+s.Outlet+", as the text it took does")
		default:
			add(creditWords, 1, "it credits "+s.Outlet+quoteCue(s))
		}
	}
	if credits(r.story[j], m.Outlet) && !c.credited {
		add(creditBack, 1, "")
	}
	switch {
	case n.Meta.Published.Before(m.Meta.Published):
		add(datesOrder, 1, r.name(j)+" published first")
	case m.Meta.Published.Before(n.Meta.Published):
		add(datesAgainst, 1, "")
	case c.revision && later:
		add(datesOrder, 1, "it was read later under the same name")
	}
	if shareI >= containedShare && shareI > shareJ+containmentGap && !c.revision { // an outlet's own versions grow
		add(contained, 1, "nearly all of it stands in that longer text")
	} else if shareJ >= containedShare && shareJ > shareI+containmentGap && !c.revision {
		add(containing, 1, "")
	}
	if third := r.third(i, j); third != "" {
		add(siblings, 1, "")
	}
	if relation == Rewrite {
		cosine := 0.0
		if l != nil {
			cosine = l.Cosine
		}
		add(sharedStory, cosine, "")
	} else {
		add(sharedText, shareI, "")
	}
	return c
}

// third returns an outlet that both i and j give in a credit line as the
// author of their text, and that is neither's own.
func (r *resolver) third(i, j int) string {
	for _, a := range r.story[i] {
		for _, b := range r.story[j] {
			if a.wire && b.wire && a.Outlet == b.Outlet && a.Outlet != r.members[j].Outlet {
				return a.Outlet
			}
		}
	}
	return ""
}

// absent returns the outlets that i credits for its story and of which no
// piece is in the cluster.
func (r *resolver) absent(i int) []choice {
	var out []choice
	for _, s := range r.story[i] {
		outlet, via := s.Outlet, ""
		if s.Via != "" {
			outlet, via = s.Via, s.Outlet
		}
		if outlet != "" && len(r.outlets[outlet]) > 0 || slices.ContainsFunc(out, func(c choice) bool { return c.outlet == outlet && (c.via != "" || via == "") }) {
			continue
		}
		e, text := creditWords, "it credits "+outlet+quoteCue(s)
		if !s.wire && r.taken(i, -1, outlet) {
			e, text = creditTaken, "it credits "+outlet+", as the text it took does"
		}
		if s.wire {
			e, text = creditLine, "its "+s.Cue+" names "+outlet
		}
		if via != "" {
			text += ", which cites " + via
		} else if !s.wire {
			text += ", whose own piece is not in hand"
		}
		w := weights[e]
		if !s.wire && 2*r.crediting(i, outlet) < r.crediting(i, r.members[i].Outlet) {
			w = min(w, 1) // others take the story from it: its own credits are for details
		}
		out = append(out, choice{
			member: -1, basis: -1, outlet: outlet, via: via, relation: Rewrite, credited: true,
			reasons: []reason{{e, w, text}},
		})
	}
	// A chain named in full says more than its first link alone.
	slices.SortStableFunc(out, func(x, y choice) int { return cmp.Compare(len(y.via), len(x.via)) })
	return out
}

// crediting returns how many members other than i credit outlet.
func (r *resolver) crediting(i int, outlet string) int {
	n := len(r.debtors[outlet])
	if _, self := slices.BinarySearch(r.debtors[outlet], i); self {
		n--
	}
	return n
}

// taken reports whether a credit of i to outlet stands in text that i has
// copied as a whole from a third member than j, which credits outlet itself: a
// credit belongs to whoever wrote it.
func (r *resolver) taken(i, j int, outlet string) bool {
	m := r.members[i]
	from := func(rep uint32) bool {
		k, ok := r.owing[debt{rep, outlet}]
		if !ok || k == i || k == j {
			return false
		}
		n := r.members[k]
		return n.Outlet != outlet && n.Number < m.Number && !m.Meta.Published.Before(n.Meta.Published)
	}
	if from(m.Rep) {
		return true
	}
	return slices.ContainsFunc(r.linked[m.Rep], func(k int) bool {
		return r.links[k].Relation == Copy && from(r.links[k].Other(m.Rep))
	})
}

// quoteCue puts the words of a credit in brackets.
func quoteCue(c storyCredit) string {
	if c.Cue == "" || c.wire {
		return ""
	}
	return " (“" + c.Cue + "”)"
}

// nearest returns the member whose text is most like that of i, or -1.
func (r *resolver) nearest(i int) (int, Relation) {
	m := r.members[i]
	if f := r.first[m.Rep]; f != i && r.source[f].member != i {
		return f, Copy
	}
	for _, j := range r.byRep[m.Rep] {
		if j != i && r.source[j].member != i {
			return j, Copy
		}
	}
	best, strength := -1, -1.0
	relation := None
	for _, k := range r.linked[m.Rep] {
		l := &r.links[k]
		j := r.first[l.Other(m.Rep)]
		if s := l.strength(); l.joins() && s > strength && r.source[j].member != i {
			best, strength, relation = j, s, l.Relation
		}
	}
	return best, relation
}
