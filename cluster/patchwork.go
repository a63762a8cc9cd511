package cluster

import (
	"cmp"
	"slices"
)

const (
	patchShare = 0.15 // of a text, that each of several sources has, of which it was put together, at least
	// mostPatches is how many pieces that a text may have been put together from are looked at,
	// those with most of it. Few have more than two.
	mostPatches = 16
)

// patchedWith returns the member from which i has most text beside that from j, this share of
// it, if i was put together from reports of several houses; -1 if it was not. Each of them was
// published before i, has its news from nobody by its own words, and has nothing in common with the
// others; half of i or more is theirs. That two print parts of one text which touch nowhere, and a
// third prints both, is rarer than a desk that pastes two papers together.
func (r *resolver) patchedWith(i, j int, share float64) int {
	if !r.patch(i, j) {
		return -1
	}
	with := -1
	list := []int{j}
	for _, p := range r.patchesOf(i) {
		if r.tiedToAny(p.member, list) {
			continue
		}
		if list = append(list, p.member); with < 0 {
			with = p.member
		}
		if share += p.share; share >= surePart {
			return with
		}
	}
	return -1
}

// addPatch adds to c, that i has this share of its text from j, that it has another part from a
// third, and reports whether it has.
func (r *resolver) addPatch(c *choice, i, j int, share float64) bool {
	with := r.patchedWith(i, j, share)
	if with < 0 {
		return false
	}
	if k := len(c.reasons) - 1; k >= 0 && c.reasons[k].evidence == datesOrder {
		c.reasons[k].text += ", as did " + r.name(with) + ", of whose text it has other parts"
	}
	return true
}

// A patch is a member from which another may have a part of its text.
type patch struct {
	member int
	share  float64 // of the text of the other
}

// patchesOf returns the pieces that member i may have been put together from, those with most
// of its text first.
func (r *resolver) patchesOf(i int) []patch {
	if list, ok := r.patches[i]; ok {
		return list
	}
	var list []patch
	for _, l := range r.ties(i) {
		if k := r.standIn(l.other); l.Relation == Partial && l.joins() && l.share >= patchShare && r.patch(i, k) {
			list = append(list, patch{k, l.share})
		}
	}
	slices.SortStableFunc(list, func(x, y patch) int {
		return cmp.Or(cmp.Compare(y.share, x.share), cmp.Compare(x.member, y.member))
	})
	r.patches = map[int][]patch{i: list[:min(len(list), mostPatches)]} // members are looked at one after the other
	return r.patches[i]
}

// patch reports whether j is an own report of another house that was published before i, which
// names no source either.
func (r *resolver) patch(i, j int) bool {
	m, n := &r.members[i], &r.members[j]
	return n.Outlet != "" && n.Outlet != m.Outlet && n.Meta.Published.Before(m.Meta.Published) &&
		len(r.sources[i]) == 0 && len(r.sources[j]) == 0 && len(Agencies(m.Digest)) == 0 && len(Agencies(n.Digest)) == 0
}

// tiedToAny reports whether i is one of list, is of the house of one, or has anything in common
// with one.
func (r *resolver) tiedToAny(i int, list []int) bool {
	for _, j := range list {
		if _, _, l, _ := r.link(i, j); i == j || l != nil || r.members[i].Rep == r.members[j].Rep || r.members[i].Outlet == r.members[j].Outlet {
			return true
		}
	}
	return false
}
