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
	l := r.lenders()
	borrowed := make([]loan, len(r.members))
	for i := range r.members {
		borrowed[i] = r.loanTo(i, &l)
	}
	for i, b := range borrowed {
		if b.agency == "" {
			continue
		}
		s := source{outlet: b.agency, kind: b.kind, borrowed: true, probability: 1}
		if b.kind == outlet.Agency && len(r.byRep[r.members[i].Rep]) > 1 {
			s.behind = behind(r.members[i].Digest, b.agency)
		}
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

// lenders are the members from which others may learn whose text they carry: few of
// a story that thousands print, or so many that the first of them does.
type lenders struct {
	sure ends // whose own lines or kind say whose their text is
	some ends // these, and those whose lines say who contributed
	all  ends
}

func (r *resolver) lenders() lenders {
	says := func(j int) bool { return r.members[j].Kind == outlet.Agency || r.wired(j) }
	return lenders{
		sure: r.ends(says),
		some: r.ends(func(j int) bool { return says(j) || len(Agencies(r.members[j].Digest)) > 0 }),
		all:  r.ends(func(int) bool { return true }),
	}
}

// A borrower is a member whose lines do not say whose its text is.
type borrower struct {
	member   int
	named    []string // the agencies that its lines say contributed
	original bool     // a house signs it and others credit that house
	told     bool     // its words are likely to name whom it has its main news from
	another  bool     // text in common is in a piece of an agency that its lines do not name
}

// loanTo returns whose text member i carries by what others tell: by the first of
// those that are sure of it, else by the first.
func (r *resolver) loanTo(i int, l *lenders) loan {
	m := r.members[i]
	if r.wired(i) || m.Kind == outlet.Agency {
		return loan{}
	}
	b := borrower{member: i, named: Agencies(m.Digest)}
	b.original = len(b.named) == 0 && hasOwnByline(m.Digest) && r.named(m.Outlet, i)
	if s, ok := mainSource(r.sources[i]); ok {
		b.told = s.probability >= likelyFrom
	}
	if out := r.firstLoan(&b, l.sure, func(l loan) bool { return l.sure }); out.agency != "" {
		return out
	}
	from := l.some
	if len(b.named) > 0 { // by its own lines then, and any other bears it out
		from, b.another = l.all, r.ofAnother(&b, l.sure)
	}
	return r.firstLoan(&b, from, func(l loan) bool { return l.agency != "" })
}

// ofAnother reports whether b has text in common with the own piece of an agency that its lines
// do not name first: that text is not the one's that they name.
func (r *resolver) ofAnother(b *borrower, sure ends) bool {
	for end := range r.sharers(b.member) {
		for _, j := range sure[end] {
			if n := &r.members[j]; j != b.member && n.Kind == outlet.Agency && n.Outlet != b.named[0] {
				return true
			}
		}
	}
	return false
}

// firstLoan returns the first loan to b that will do, of members of from that have
// text in common with b.
func (r *resolver) firstLoan(b *borrower, from ends, do func(loan) bool) loan {
	for end, share := range r.sharers(b.member) {
		for _, j := range from[end] {
			if l := r.lent(b, j, share); do(l) {
				return l
			}
		}
	}
	return loan{}
}

// lent returns the agency whose text b carries by what member j tells, which has
// that share of it. Less than borrowedShare of an agency that only contributed does not
// outweigh that the words of b name somebody else.
func (r *resolver) lent(b *borrower, j int, share float64) loan {
	i := b.member
	m, n := &r.members[i], &r.members[j]
	if i == j || m.Outlet == n.Outlet && m.Outlet != "" || b.original && notBefore(n, m) {
		return loan{}
	}
	if l := r.papers(i, j, share); l.agency != "" {
		return l
	}
	if n.Kind == outlet.Agency && signedBy(m, n) {
		return loan{n.Outlet, outlet.Agency, true} // a paper that prints it keeps its writer and loses its line
	}
	list, sure := r.agencies(j)
	for _, a := range list {
		if a != m.Outlet && (share >= borrowedShare || !b.told && slices.Contains(b.named, a)) {
			return loan{a, outlet.Agency, sure}
		}
	}
	if len(b.named) > 0 && n.Outlet != b.named[0] && !b.another && (!b.told || share >= borrowedShare) {
		return loan{b.named[0], outlet.Agency, false}
	}
	return loan{}
}

// notBefore reports whether an original m is known not to have its text from whom n
// has it from: n, which is no agency, came no earlier. Agencies pass on what papers
// write.
func notBefore(n, m *Member) bool {
	return n.Kind != outlet.Agency && !n.Meta.Published.Before(m.Meta.Published)
}

// papers returns the paper whose text j has by its lines, and i, which has that
// share of its text in common with j, by crediting it or as a copy of j. What j has from the
// house of i too, they made together.
func (r *resolver) papers(i, j int, share float64) loan {
	m := r.members[i]
	if slices.ContainsFunc(r.sources[j], func(s source) bool { return s.outlet == m.Outlet && s.text >= claim.Included }) {
		return loan{}
	}
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
	return Agencies(m.Digest), false
}
