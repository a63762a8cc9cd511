package cluster

import (
	"strings"

	"wiretrace/outlet"
)

// carriedOf returns 1 if m, on a portal, carries n: both are signed by one writer, and n is
// on no portal. It returns -1 the other way round, and 0 if neither is so. A portal writes
// some of its pages itself, so that a portal alone says nothing. An agency that is read there carries nobody.
func carriedOf(m, n *Member) int {
	portal := func(x *Member) bool { return x.Kind != outlet.Agency && outlet.Carries(x.Outlet, x.Meta.URL) }
	if m.Meta.Byline == "" || n.Meta.Byline == "" {
		return 0
	}
	switch here, there := portal(m), portal(n); {
	case here && !there && signedBy(m, n):
		return 1
	case there && !here && signedBy(n, m):
		return -1
	}
	return 0
}

// signedBy reports whether m is signed by the first whom the byline of n names, a person of
// its own house.
func signedBy(m, n *Member) bool {
	return hasOwnByline(n.Digest) && signs(m.Meta.Byline, firstWriter(n.Meta.Byline))
}

// signedAlike reports whether m bears the name of the first whom the byline of n names and that of his house, as
// titles of a group do where the group has reporters: Jane Roe, Harlow Regional News.
func signedAlike(m, n *Member) bool {
	const least = 2 // words of a name
	_, rest, _ := strings.Cut(n.Meta.Byline, ",")
	house, _, _ := strings.Cut(rest, ",")
	house = strings.TrimSpace(house)
	return len(strings.Fields(house)) >= least && signs(m.Meta.Byline, firstWriter(n.Meta.Byline)) && nameIn(m.Meta.Byline, house) >= 0
}

// together says why member i, which does not credit its source, has not taken its text from it in silence, or "":
// one writer, who may sell or give a text to whom he likes, signs both (titles of a group, a paper and a newsletter),
// or a line of the source says that it made the text with the house of i.
func (r *resolver) together(i int) string {
	from := r.chosen[i].member
	if from < 0 {
		from = r.chosen[i].basis
	}
	if from < 0 {
		return ""
	}
	m, n := &r.members[i], &r.members[from]
	if signedBy(m, n) || signedAlike(m, n) {
		return "both bear the name of one writer"
	}
	for k := range n.Credits {
		if c := &n.Credits[k]; c.OnLine() && c.Outlet == m.Outlet && n.Outlet != m.Outlet {
			return n.Outlet + " names " + m.Outlet + " in a line of its piece"
		}
	}
	return ""
}
