package cluster

import (
	"cmp"
	"maps"
	"slices"
)

// sameVersion is by how much of a text one version of another must hold more of
// it than the next, for it to follow that one rather than the later.
const sameVersion = 0.005

// Follow finds out, for the members of a cluster that have their text in common
// with several versions of one outlet's piece, which of these they follow: the one
// that has most of the text, of equals the latest. An outlet counts whose piece is
// the earliest of them, or that the member credits. both returns two articles ready to
// be compared.
func Follow(list []Member, links []Link, both func(a, b uint32) (x, y *Side, err error)) error {
	versions := map[string][]int{} // members of each outlet
	for i := range list {
		if o := list[i].Outlet; o != "" {
			versions[o] = append(versions[o], i)
		}
	}
	maps.DeleteFunc(versions, func(_ string, of []int) bool { return len(of) < 2 })
	if len(versions) == 0 {
		return nil
	}
	t := newTextTies(list, links)
	var sets Resembler
	for i := range list {
		m := &list[i]
		outlets := map[string]bool{}
		for k := range m.Credits {
			outlets[m.Credits[k].Outlet] = true
		}
		if j := t.earliest(i); j >= 0 {
			outlets[list[j].Outlet] = true
		}
		delete(outlets, m.Outlet)
		for _, outlet := range slices.Sorted(maps.Keys(outlets)) {
			of := slices.DeleteFunc(slices.Clone(versions[outlet]), func(j int) bool {
				return !t.tied(i, j) || m.Meta.Published.Before(list[j].Meta.Published)
			})
			j, err := nearestVersion(&sets, list, i, of, both)
			if err != nil {
				return err
			}
			if j >= 0 {
				m.Follows = append(m.Follows, list[j].Number)
			}
		}
	}
	return nil
}

// textTies say which members of a cluster have text in common, themselves or by
// their families.
type textTies struct {
	list   []Member
	family map[uint32][]int // the members of each representative, ascending
	index  map[uint32]int   // of the member with a number
	ends   map[uint32][]uint32
}

func newTextTies(list []Member, links []Link) *textTies {
	t := &textTies{list: list, family: map[uint32][]int{}, index: map[uint32]int{}, ends: map[uint32][]uint32{}}
	for i := range list {
		t.family[list[i].Rep] = append(t.family[list[i].Rep], i)
		t.index[list[i].Number] = i
	}
	for k := range links {
		if l := &links[k]; l.Relation == Copy || l.Relation == Partial {
			t.ends[l.A] = append(t.ends[l.A], l.B)
			t.ends[l.B] = append(t.ends[l.B], l.A)
		}
	}
	return t
}

// earliest returns the first other member that i has text in common with; -1 if
// there is none.
func (t *textTies) earliest(i int) int {
	best := -1
	see := func(j int) {
		if j != i && (best < 0 || j < best) {
			best = j
		}
	}
	m := &t.list[i]
	for _, j := range t.family[m.Rep][:min(2, len(t.family[m.Rep]))] {
		see(j)
	}
	for _, n := range [...]uint32{m.Number, m.Rep} {
		for _, other := range t.ends[n] {
			if family := t.family[other]; len(family) > 0 {
				see(family[0])
			} else {
				see(t.index[other])
			}
		}
	}
	return best
}

// tied reports whether members i and j have text in common.
func (t *textTies) tied(i, j int) bool {
	m, n := &t.list[i], &t.list[j]
	if m.Rep == n.Rep {
		return true
	}
	for _, a := range [...]uint32{m.Number, m.Rep} {
		if slices.Contains(t.ends[a], n.Number) || slices.Contains(t.ends[a], n.Rep) {
			return true
		}
	}
	return false
}

// nearestVersion returns which of several members the text of member i follows; -1
// if all of them have one text, or there are not several.
func nearestVersion(sets *Resembler, list []Member, i int, of []int, both func(a, b uint32) (x, y *Side, err error)) (int, error) {
	if texts := slices.CompactFunc(slices.SortedFunc(slices.Values(of), func(x, y int) int {
		return cmp.Compare(list[x].Hash, list[y].Hash)
	}), func(x, y int) bool { return list[x].Hash == list[y].Hash }); len(texts) < 2 {
		return -1, nil
	}
	best, most := -1, 0.0
	for _, j := range of {
		// A file that has changed since i was read is no source of i.
		if list[j].Seen > list[i].Seen && slices.ContainsFunc(of, func(k int) bool { return LaterVersion(list[j].Meta.ID, list[k].Meta.ID) }) {
			continue
		}
		a, b, err := both(list[i].Number, list[j].Number)
		if err != nil {
			return -1, err
		}
		if part := sets.Within(a, b); best < 0 || part >= most-sameVersion {
			best, most = j, max(most, part)
		}
	}
	return best, nil
}
