package cluster

import "slices"

// admits reports whether i says itself that it has text of j, be its news from elsewhere: the two have
// text in common that joins them, i names the outlet of j somewhere, and j, which did not come later, does
// not name that of i. Two that have their text from one third say nothing of each other, nor does who has
// its news from another piece of that outlet.
func (r *resolver) admits(i, j int) bool {
	m, n := r.members[i].Digest, r.members[j].Digest
	if m.Outlet == n.Outlet || r.chosen[i].outlet == n.Outlet || !credits(m, n.Outlet) || credits(n, m.Outlet) || m.Meta.Published.Before(n.Meta.Published) {
		return false
	}
	_, _, l, relation := r.link(i, j)
	return l != nil && relation == Partial && l.joins() && !r.haveOneSource(i, j) && !r.ofOneAgency(i, j)
}

// ofOneAgency reports whether the text of i or of j is an agency's to which a line of the other says that it
// owes something too: what they have in common is the agency's.
func (r *resolver) ofOneAgency(i, j int) bool {
	owes := func(x, y int) bool {
		named := Agencies(r.members[y].Digest)
		return slices.ContainsFunc(r.sources[x], func(s source) bool { return s.wire() && slices.Contains(named, s.outlet) })
	}
	return owes(i, j) || owes(j, i)
}

// textOf returns the numbers of the articles, beside its source, of which i says itself that it
// has text of theirs, as links name them.
func (r *resolver) textOf(i int) (out []uint32) {
	for _, l := range r.ties(i) {
		if r.admits(i, r.standIn(l.other)) {
			out = append(out, l.other)
		}
	}
	return out
}

// ofAll reports whether all other members derive from the outlet of i, which derives from nobody, or have
// text of i: what some of them have from elsewhere is then not what brings the cluster together.
func (r *resolver) ofAll(i int) bool {
	house := r.members[i].Outlet
	for j := range r.members {
		if j != i && !slices.Contains(r.chain[j], house) && !r.admits(j, i) {
			return false
		}
	}
	return house != ""
}
