package cluster

import (
	"slices"

	"wiretrace/credit/claim"
	"wiretrace/outlet"
)

// borrowedShare is the share of a text, in common with an agency's text in
// another outlet, that makes it that agency's although no line says so.
const borrowedShare = 0.45

// borrow finds the agency, or the paper that they credit, of texts whose own lines do not say whose they are, or
// only that an agency contributed: text in common with another outlet's piece
// that is the agency's, or in which it is named, is the agency's in both.
func (r *resolver) borrow() {
	borrowed := make([]loan, len(r.members))
	for i := range r.members {
		r.eachText(i, func(j int, share float64) { borrowed[i] = borrowed[i].or(r.lent(i, j, share)) })
	}
	for i, b := range borrowed {
		if b.agency == "" {
			continue
		}
		s := source{outlet: b.agency, kind: b.kind, borrowed: true, probability: 1}
		r.sources[i] = append([]source{s}, slices.DeleteFunc(r.sources[i], func(x source) bool { return x.outlet == b.agency })...)
		r.owe(i, b.agency)
	}
}

// A loan is the agency whose text a member carries, as learned from another
// member with which it has text in common.
type loan struct {
	agency string // or outlet; empty if nothing is learned
	kind   outlet.Kind
	sure   bool // the other is the agency, or its lines say that its text is
}

// or returns l, or m if that is surer.
func (l loan) or(m loan) loan {
	if l.agency == "" || m.sure && !l.sure {
		return m
	}
	return l
}

// eachText calls use with each member with whose family that of i has text in
// common that may join clusters, and the share of i's text.
func (r *resolver) eachText(i int, use func(j int, share float64)) {
	m := r.members[i]
	for _, j := range r.byRep[m.Rep] {
		if j != i {
			use(j, 1)
		}
	}
	for _, l := range r.ties(i) {
		if !l.joins() || l.Relation == Rewrite {
			continue
		}
		for _, j := range r.all(l.other) {
			use(j, l.share)
		}
	}
}

// lent returns the agency whose text member i carries by what member j tells,
// which has that share of it.
func (r *resolver) lent(i, j int, share float64) loan {
	m, n := r.members[i], r.members[j]
	if m.Outlet == n.Outlet && m.Outlet != "" || r.wired(i) || m.Kind == outlet.Agency {
		return loan{}
	}
	named := marks(m.Digest)
	if len(named) == 0 && r.original(i, j) {
		return loan{}
	}
	if l := r.papers(i, j, share); l.agency != "" {
		return l
	}
	list, sure := r.agencies(j)
	for _, a := range list {
		if a != m.Outlet && (share >= borrowedShare || slices.Contains(named, a)) {
			return loan{a, outlet.Agency, sure}
		}
	}
	if len(named) > 0 && n.Outlet != named[0] {
		return loan{named[0], outlet.Agency, false}
	}
	return loan{}
}

// papers returns the paper whose text j has by its lines, and i, which has that
// share of its text in common with j, by crediting it or as a copy of j.
func (r *resolver) papers(i, j int, share float64) loan {
	m := r.members[i]
	for _, s := range r.sources[j] {
		if s.kind == outlet.Agency || s.outlet == m.Outlet || s.borrowed {
			continue
		}
		if s.text == claim.Whole && credits(m.Digest, s.outlet) || s.text >= claim.Included && share >= trimmedShare && !credits(m.Digest, r.members[j].Outlet) {
			return loan{s.outlet, s.kind, true}
		}
	}
	return loan{}
}

// original reports whether i is known not to have its text from whom j has it
// from: a house signs it and others credit that house, and j, which is no agency,
// came no earlier. Agencies pass on what papers write.
func (r *resolver) original(i, j int) bool {
	m, n := r.members[i], r.members[j]
	return n.Kind != outlet.Agency && signs(m.Digest) && r.named(m.Outlet, i) && !n.Meta.Published.Before(m.Meta.Published)
}

// wired reports whether the lines of member i say whose its text is.
func (r *resolver) wired(i int) bool {
	return slices.ContainsFunc(r.sources[i], func(s source) bool { return s.text >= claim.Included })
}

// agencies returns the agencies whose text member j may carry: its own outlet or
// those of its lines, for sure, else those that its lines say contributed.
func (r *resolver) agencies(j int) (list []string, sure bool) {
	m := r.members[j]
	if m.Kind == outlet.Agency {
		return []string{m.Outlet}, true
	}
	for _, s := range r.sources[j] {
		if s.text >= claim.Included && s.kind == outlet.Agency {
			list = append(list, s.outlet)
		}
	}
	if len(list) > 0 {
		return list, true
	}
	return marks(m.Digest), false
}
