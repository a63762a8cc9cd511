package cluster

import (
	"slices"
	"time"

	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// sameNewsDays is how many days before another a piece may tell the news that the
// other has from an outlet, and have it from there too: a report is retold at once.
const sameNewsDays = 2

// sameNews returns as the source of i, which names nobody, the outlet from which
// a member that i silently retells, or that retells i, has the same news by its
// own words. From an outlet that itself has it from that of i it cannot be, nor where that member names
// the outlet of i as well: both reported it.
func (r *resolver) sameNews(i int) (choice, bool) {
	m := r.members[i]
	if m.Kind == outlet.Agency || m.Kind == credit.Release || m.OwnTold {
		return choice{}, false // an agency names whom it has its news from, whoever issues it has it himself, and some say who told them
	}
	for _, l := range r.ties(i) {
		if l.Relation != Rewrite || l.Credited() {
			continue
		}
		j := r.standIn(l.other)
		s, ok := mainSource(r.sources[j])
		if !ok || s.again || s.outlet == m.Outlet || r.owes(s.outlet, m.Outlet) || credits(r.members[j].Digest, m.Outlet) {
			continue
		}
		if before := m.Meta.Published.Before(r.members[j].Meta.Published); before && (s.wire() || apart(m.Digest, r.members[j].Digest, sameNewsDays*24*time.Hour)) {
			continue // nor from an agency's text that came after it
		}
		c := choice{member: -1, outlet: s.outlet, relation: Rewrite, basis: j, probability: s.probability}
		c.reasons = []reason{{sharedStory, weights[sharedStory], "it tells the news that " + r.name(j) + " has from " + s.outlet}}
		return c, true
	}
	return choice{}, false
}

// owes reports whether a member of an outlet credits another outlet, be it for a detail.
func (r *resolver) owes(name, creditor string) bool {
	pair := [2]string{name, creditor}
	is, known := r.debts[pair]
	if !known && creditor != "" {
		is = slices.ContainsFunc(r.outlets[name], func(j int) bool { return credits(r.members[j].Digest, creditor) })
		r.debts[pair] = is
	}
	return is
}

// sameText returns as the source of i, which does not say whose the text is that it has
// in common with a member, an outlet that both name: text of that outlet's which both
// took is likelier than that either took it from the other.
func (r *resolver) sameText(i int) (choice, bool) {
	if m := &r.members[i]; m.Kind == outlet.Agency || r.named(m.Outlet, i) {
		return choice{}, false // others have it from there
	}
	for _, l := range r.ties(i) {
		if l.Relation != Partial || !l.joins() {
			continue
		}
		j := r.standIn(l.other)
		if name := r.namedByBoth(i, j); name != "" && len(r.outlets[name]) == 0 {
			c := choice{member: -1, outlet: name, relation: Partial, basis: j}
			c.reasons = []reason{{sharedText, weights[sharedText], "both name " + name + ", whose own piece was not found"}}
			return c, true
		}
	}
	return choice{}, false
}

// agencyPart is the share of a text, in common with one of which a line says that an agency contributed,
// that is put down to the agency in both, where nothing else tells whose it is.
const agencyPart = 0.25

// sameAgency returns as the source of i, which names nobody, the agency of which a line of a member that has much
// text in common with i says that it contributed: what the row of the one says of that text the row of the
// other says too.
func (r *resolver) sameAgency(i int) (choice, bool) {
	m := &r.members[i]
	if m.Kind == outlet.Agency || len(r.sources[i]) > 0 || r.named(m.Outlet, i) {
		return choice{}, false
	}
	for _, l := range r.ties(i) {
		if l.Relation != Partial || !l.joins() || l.share < agencyPart {
			continue
		}
		j := r.standIn(l.other)
		s, ok := mainSource(r.sources[j])
		if n := &r.members[j]; !ok || !s.borrowed || s.kind != outlet.Agency || s.outlet == m.Outlet || !slices.Contains(Agencies(n.Digest), s.outlet) || m.Meta.Published.Before(n.Meta.Published) {
			continue
		}
		c := choice{member: -1, outlet: s.outlet, relation: Partial, basis: j}
		c.reasons = []reason{{sharedText, weights[sharedText], r.name(j) + " names " + s.outlet + ", whose own piece was not found"}}
		return c, true
	}
	return choice{}, false
}

// namedByBoth returns an outlet that i credits anywhere and from which j has its text or
// main news by its own words, else one that each of them credits several times, and
// more often than any other.
func (r *resolver) namedByBoth(i, j int) string {
	m, n := r.members[i].Digest, r.members[j].Digest
	for _, s := range r.sources[j] {
		if s.outlet != m.Outlet && credits(m, s.outlet) {
			return s.outlet
		}
	}
	if name := mostCredited(m); name != n.Outlet && name == mostCredited(n) {
		return name
	}
	return ""
}

// leastCredited is how often the outlet is credited that two texts have in common.
const leastCredited = 2

// mostCredited returns the outlet, not its own, that d credits several times, and more
// often than any other; empty if there is none.
func mostCredited(d *digest.Digest) (name string) {
	count, most := map[string]int{}, leastCredited-1
	for k := range d.Credits {
		if c := &d.Credits[k]; c.Kind != outlet.Platform && c.Outlet != d.Outlet {
			count[c.Outlet]++
		}
	}
	for x, n := range count {
		switch {
		case n > most:
			name, most = x, n
		case n == most:
			name = ""
		}
	}
	return name
}
