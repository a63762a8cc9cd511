package cluster

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// A third is whom two houses have a text from that is neither's.
type third struct {
	name string      // of the issuer of a release, or of a pool of reporters; empty if there is none
	kind outlet.Kind // credit.Release or outlet.Pool
	cue  string      // of the credit that names it
}

// findIssuers finds the third of texts that are a release, or a pooled reporter's: pieces of different
// outlets have text in common, and one of them says that it is from a release, or both that its
// reporter is of one pool.
// None of them has it from the other then, unless the release itself is in hand. A release that a piece credits and
// nobody else prints makes nothing of the piece but a report, and so does a pool.
func (r *resolver) findIssuers() {
	releases := r.ends(func(j int) bool { return issuerOf(r.members[j].Digest) != "" })
	witnesses := r.witnesses()
	issued := make([]third, len(r.members))
	for i := range r.members {
		if !r.agencyText(i) {
			issued[i] = r.issuedFor(i, releases, witnesses)
		}
	}
	for i, of := range issued {
		name := of.name
		if name == "" {
			continue
		}
		s := source{outlet: name, kind: of.kind, borrowed: true, probability: 1}
		r.sources[i] = append([]source{s}, r.sources[i]...)
		r.owe(i, name)
	}
}

// mostIssuers is how many issuers of one text are looked at, the first of them, "none" among them;
// Passed counts the others.
const mostIssuers = 64

// witnesses returns the members that are not an agency's text, at each end of links
// of those that name one issuer, or none, two of different outlets: others say no
// more.
func (r *resolver) witnesses() ends {
	out := r.ends(func(j int) bool { return !r.agencyText(j) })
	for end, list := range out {
		first := map[string]int{} // of those that name an issuer
		second := map[string]bool{}
		passed := map[string]bool{}
		out[end] = slices.DeleteFunc(list, func(j int) bool {
			name := thirdOf(&r.members[j]).name
			k, ok := first[name]
			if !ok && len(first) == mostIssuers {
				passed[name] = true
				return true
			}
			switch other := ok && (r.members[j].Outlet == "" || r.members[j].Outlet != r.members[k].Outlet); {
			case !ok:
				first[name] = j
				return false
			case other && !second[name]:
				second[name] = true
				return false
			}
			return true
		})
		delete(passed, "") // those that name none
		r.passed.Issuers += len(passed)
	}
	return out
}

// issuedFor returns the third whose text member i carries, by its
// own words or by those of witnesses; none if it carries none, or if the release
// itself is in hand.
func (r *resolver) issuedFor(i int, releases, witnesses ends) (of third) {
	if issuerOf(r.members[i].Digest) != "" {
		return third{}
	}
	for end, share := range r.sharers(i) {
		if len(releases[end]) > 0 {
			return third{}
		}
		for _, j := range witnesses[end] {
			if x := r.issuer(i, j, share); longerName(of.name, x.name) != of.name {
				of = x
			}
		}
	}
	return of
}

// issuer returns the third whose text member i carries, by its
// own words or by those of j, which has that share of it; none if it carries none.
// Neither is an agency's text. A reporter of a pool sits in one newsroom: a piece that does not
// name the pool may well have it from there.
func (r *resolver) issuer(i, j int, share float64) third {
	m, n := &r.members[i], &r.members[j]
	if i == j || m.Outlet == n.Outlet && m.Outlet != "" {
		return third{}
	}
	of, other := thirdOf(m), thirdOf(n)
	switch pooled := of.kind == outlet.Pool || other.kind == outlet.Pool; {
	case pooled && (of.name != other.name || of.kind != other.kind):
		return third{}
	case pooled:
	case of.name == "" && share >= borrowedShare:
		of = other
	case of.name != "" && sameIssuer(of.name, other.name):
		of.name = longerName(of.name, other.name)
		if other.name != "" && share >= borrowedShare && plainness(other.cue) > plainness(of.cue) {
			of.cue = other.cue
		}
	}
	if of.name == m.Outlet || of.kind == credit.Release && !printable(m.Digest, n.Digest, share, of.cue) {
		return third{}
	}
	return of
}

const (
	releaseVoices = 2 // whom a release quotes at most, if nothing but its tone says that it is one
	releaseDays   = 2 // and how far apart those are who print it, in days
)

// printable reports whether the text that m, with this share of it, and n have in common may be a release
// that a credit with a cue names. A report that its house signs and in which several people speak is no
// release because it names one, if the other has nearly all of it and nobody signs that. The tone of a
// release alone says enough only where neither is signed, and both came at once.
func printable(m, n *digest.Digest, share float64, cue string) bool {
	voices := max(speakers(m), speakers(n))
	signed, other := hasOwnByline(m), hasOwnByline(n)
	switch plainness(cue) {
	case leftOn:
		return true
	case byTone:
		return share >= borrowedShare && voices <= releaseVoices && !signed && !other && !apart(m, n, releaseDays*24*time.Hour)
	}
	return share < trimmedShare || signed == other || voices <= releaseVoices
}

// How plainly a credit says that a text is a release, from the least on.
const (
	byTone = iota
	inWords
	leftOn // what stays on a printed release: its label, its contacts, whose it is
)

// plainness returns how plainly a credit with a cue says so.
func plainness(cue string) int {
	switch cue {
	case credit.CuePrinted, credit.CueContacts, credit.CueAbout, credit.CueSource, credit.CueNotice, credit.CueExcerpt, credit.CuePaid:
		return leftOn
	case credit.CueAnnounce:
		return byTone
	}
	return inWords
}

// tacit reports whether a credit to a release is by what a text is like, and not by what it says of its
// source: by its tone, or by its title, which is a notice's.
func tacit(c *credit.Credit) bool { return c.Cue == credit.CueAnnounce || c.Cue == credit.CueNotice }

// speakers returns how many people d quotes by name.
func speakers(d *digest.Digest) int {
	seen := map[string]bool{}
	for k := range d.Quotes {
		if q := &d.Quotes[k]; q.Speaker != "" && !q.Post {
			seen[q.Speaker] = true
		}
	}
	return len(seen)
}

// thirdOf returns the pool of reporters that a line of m names, else the issuer of the release that
// it credits first; none if it does neither.
func thirdOf(m *Member) third {
	for k := range m.Credits {
		if c := &m.Credits[k]; c.Kind == outlet.Pool && c.OnLine() && c.Outlet != m.Outlet {
			return third{c.Outlet, outlet.Pool, c.Cue}
		}
	}
	for k := range m.Credits {
		if c := &m.Credits[k]; c.Kind == credit.Release {
			return third{c.Outlet, credit.Release, c.Cue}
		}
	}
	return third{}
}

// prints reports whether i, of which s was found out, has its text or news from a release itself, and
// not from what another house made of it.
func (r *resolver) prints(i int, s *Standing) bool {
	from := r.chosen[i].member
	return s.UpstreamKind == credit.Release && (from < 0 || issuerOf(r.members[from].Digest) != "")
}

// issuerOf returns the issuer of the release that d is, which may be its own
// outlet; empty if d is none.
func issuerOf(d *digest.Digest) string {
	if d.Kind != credit.Release {
		return ""
	}
	for k := range d.Credits {
		if c := &d.Credits[k]; c.HeadsRelease() && !credit.Unnamed(c.Outlet) {
			return c.Outlet
		}
	}
	return d.Outlet
}

// namedIssuers returns whom d names as saying something in a release, if it is none
// itself.
func namedIssuers(d *digest.Digest) (out []string) {
	if d.Kind == credit.Release {
		return nil
	}
	for k := range d.Credits {
		if c := &d.Credits[k]; c.Kind == credit.Release && !tacit(c) {
			out = append(out, c.Outlet)
		}
	}
	return out
}

// issuedBy reports whether a release of issuer, empty for none, is one of those
// that an article names by these issuers.
func issuedBy(issuer string, released []string) bool {
	return issuer != "" && slices.ContainsFunc(released, func(name string) bool { return sameIssuer(name, issuer) })
}

// agencyText reports whether the text of member i is an agency's.
func (r *resolver) agencyText(i int) bool {
	return r.members[i].Kind == outlet.Agency || r.wired(i) || slices.ContainsFunc(r.sources[i], func(s source) bool { return s.borrowed })
}

// released returns the issuer of the release that m credits first; empty if it
// credits none.
func released(m Member) string {
	for k := range m.Credits {
		if c := &m.Credits[k]; c.Kind == credit.Release && !tacit(c) {
			return c.Outlet
		}
	}
	return ""
}

// sameIssuer reports whether one name is the end of the other, as in the
// sheriff's office and the Corrie County Sheriff's Office, or one is unknown.
func sameIssuer(a, b string) bool {
	if credit.Unnamed(a) || credit.Unnamed(b) {
		return true
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.HasSuffix(a, b) || strings.HasSuffix(b, a)
}

// longerName returns the longer of two names, the first of equals, and rather any than that of
// a release whose issuer is unknown.
func longerName(a, b string) string {
	switch {
	case credit.Unnamed(a) && b != "":
		return b
	case credit.Unnamed(b) && a != "":
		return a
	}
	if utf8.RuneCountInString(b) > utf8.RuneCountInString(a) {
		return b
	}
	return a
}

// borrowedText says whose text the one is that member i shares with others.
func (r *resolver) borrowedText(i int, s *source) string {
	switch {
	case s.kind == outlet.Pool:
		return "its reporter is of " + s.outlet + ", as in another piece that has the text"
	case s.kind != credit.Release:
		return "text that it shares with others is " + s.outlet + "'s"
	case s.outlet == credit.UnnamedNotice:
		return "text that it shares with others is a notice, which goes to all papers"
	case s.outlet == credit.UnnamedAdvert:
		return "text that it shares with others is an advertiser's, who paid for it"
	case s.outlet == credit.UnnamedWork && released(r.members[i]) != "":
		return "it prints part of a book or another work, with permission"
	case s.outlet == credit.UnnamedWork:
		return "text that it shares with others is part of a book or another work, printed with permission"
	case released(r.members[i]) != "" && s.outlet == credit.UnnamedRelease:
		return "it prints a release and says so"
	case s.outlet == credit.UnnamedRelease:
		return "text that it shares with others is a release"
	case released(r.members[i]) != "":
		return "it prints a release of " + s.outlet + " and says so"
	}
	return "text that it shares with others is a release of " + s.outlet
}
