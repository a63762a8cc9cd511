package cluster

import (
	"cmp"
	"maps"
	"slices"
)

// mostVersions is how many versions of an outlet a text is held against, the latest
// before it. One piece has seldom more; where one has, Passed counts it.
const mostVersions = 24

// sameVersion is by how much of a text one version of another must hold more of
// it than the next, for it to follow that one rather than the later.
const sameVersion = 0.005

// Follow finds out, for the members of a cluster that have their text in common
// with several versions of one outlet's piece, which of these they follow: the one
// that has most of the text, of equals the latest, and none that was published later than they. An outlet counts whose piece is
// the earliest of them, or that the member credits. both returns two articles ready to
// be compared.
func Follow(list []Member, links []Link, both func(a, b uint32) (x, y *Side, err error)) error {
	pieces := map[string]int{} // of each outlet
	for i := range list {
		if o := list[i].Outlet; o != "" {
			pieces[o]++
		}
	}
	maps.DeleteFunc(pieces, func(_ string, n int) bool { return n < 2 })
	if len(pieces) == 0 {
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
			if pieces[outlet] < 2 {
				continue
			}
			before, more, later := t.before(i, outlet)
			if more {
				m.passed++
			}
			j, err := nearestVersion(&sets, list, i, before, both)
			if err != nil {
				return err
			}
			if j < 0 && later && len(before) > 0 {
				j = before[len(before)-1] // the only text that was out before it
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
	house  map[debt][]int   // those of each outlet among them
	index  map[uint32]int   // of the member with a number
	ends   map[uint32][]uint32
	first  map[uint32]int // for each end the first member that it has text in common with
	tied   map[debt][]int // the members of an outlet that have text in common with a family
}

func newTextTies(list []Member, links []Link) *textTies {
	t := &textTies{
		list: list, family: map[uint32][]int{}, house: map[debt][]int{}, index: map[uint32]int{}, ends: map[uint32][]uint32{},
		first: map[uint32]int{}, tied: map[debt][]int{},
	}
	for i := range list {
		m := &list[i]
		t.family[m.Rep] = append(t.family[m.Rep], i)
		t.house[debt{m.Rep, m.Outlet}] = append(t.house[debt{m.Rep, m.Outlet}], i)
		t.index[m.Number] = i
	}
	for k := range links {
		if l := &links[k]; l.Relation == Copy || l.Relation == Partial {
			t.ends[l.A] = append(t.ends[l.A], l.B)
			t.ends[l.B] = append(t.ends[l.B], l.A)
		}
	}
	for n, others := range t.ends {
		first := len(list)
		for _, other := range others {
			if family := t.family[other]; len(family) > 0 {
				first = min(first, family[0])
			} else {
				first = min(first, t.index[other])
			}
		}
		t.first[n] = first
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
		if j, ok := t.first[n]; ok {
			see(j)
		}
	}
	return best
}

// before returns the last mostVersions members of an outlet that have text in common
// with member i and were not published after it, ascending, whether there are more, and whether others were
// published later.
func (t *textTies) before(i int, outlet string) (out []int, more, later bool) {
	m := &t.list[i]
	all := t.tiedTo(m.Rep, outlet)
	if own := t.ends[m.Number]; m.Number != m.Rep && len(own) > 0 {
		all = slices.Clone(all)
		for _, n := range own {
			all = t.add(all, n, outlet)
		}
		slices.Sort(all)
		all = slices.Compact(all)
	}
	for _, j := range slices.Backward(all) {
		if j == i {
			continue
		}
		if m.Meta.Published.Before(t.list[j].Meta.Published) {
			later = true
			continue
		}
		if more = len(out) == mostVersions; more {
			break
		}
		out = append(out, j)
	}
	slices.Reverse(out)
	return out, more, later
}

// tiedTo returns the members of an outlet that have text in common with the family of
// a representative, ascending.
func (t *textTies) tiedTo(rep uint32, outlet string) []int {
	key := debt{rep, outlet}
	list, ok := t.tied[key]
	if ok {
		return list
	}
	list = t.add(nil, rep, outlet)
	for _, n := range t.ends[rep] {
		list = t.add(list, n, outlet)
	}
	slices.Sort(list)
	t.tied[key] = slices.Compact(list)
	return t.tied[key]
}

// add appends the members of an outlet for which an end of a link stands.
func (t *textTies) add(list []int, end uint32, outlet string) []int {
	if len(t.family[end]) > 0 {
		return append(list, t.house[debt{end, outlet}]...)
	}
	if j, ok := t.index[end]; ok && t.list[j].Outlet == outlet {
		list = append(list, j)
	}
	return list
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
