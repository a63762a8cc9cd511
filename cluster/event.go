package cluster

import (
	"cmp"
	"slices"
)

// A Kin is two articles, the lower number first, and the probability that they
// report one event.
type Kin struct {
	Couple
	Story float32
}

const (
	// KinFrom is the probability of one event from which two articles are worth
	// remembering as kin. Well below storyFrom, since it is means that decide.
	KinFrom = 0.15
	// storyFrom is the mean probability of the pairs between two groups of
	// reports, those that are no kin counted as 0, from which both report one
	// event.
	storyFrom = 0.3
)

// Stories parts articles into groups that report one event each, whoever wrote
// them: average linkage over kin (Sokal and Michener, 1958), so that reports of
// two events are not chained by one that touches both. Kin come in any order, no
// couple twice. Each group is ascending and has at least two articles; groups are
// in order of their first. It takes time near linear in the number of kin, and
// some 30 bytes for each, and it sorts the list.
func Stories(list []Kin) [][]uint32 {
	u := union{when: func(uint32) (int32, int32, bool) { return 0, 0, false }}
	for _, k := range list {
		if a, b := u.find(k.A), u.find(k.B); a != b {
			u.join(a, b)
		}
	}
	slices.SortFunc(list, func(x, y Kin) int {
		return cmp.Or(cmp.Compare(u.find(x.A), u.find(y.A)), cmp.Compare(y.Story, x.Story), compareEnds(x.Couple, y.Couple))
	})
	var out [][]uint32
	for i := 0; i < len(list); {
		j := i
		for root := u.find(list[i].A); j < len(list) && u.find(list[j].A) == root; j++ {
		}
		out = append(out, linked(list[i:j])...)
		i = j
	}
	return byFirst(out)
}

// A reports is a group of articles while stories are formed.
type reports struct {
	members []uint32
	near    map[uint32]float64 // for each group with kin in this one, by name: the sum of the probabilities of the pairs between
}

// linked does for the kin of one connected component, which are sorted from the
// likeliest on, what Stories does for all. A group is named by the article that
// it began with.
func linked(list []Kin) [][]uint32 {
	groups := map[uint32]*reports{}
	group := func(n uint32) *reports {
		g := groups[n]
		if g == nil {
			g = &reports{members: []uint32{n}, near: map[uint32]float64{}}
			groups[n] = g
		}
		return g
	}
	for _, k := range list {
		group(k.A).near[k.B] = float64(k.Story)
		group(k.B).near[k.A] = float64(k.Story)
	}
	in := map[uint32]uint32{} // for each group that was merged into another, that other
	find := func(n uint32) uint32 {
		for {
			m, moved := in[n]
			if !moved {
				return n
			}
			n = m
		}
	}
	// Groups between which there is no couple of the list are not near at all, so
	// going through it, the likeliest first, until nothing changes finds every merge.
	for changed := true; changed; {
		changed = false
		for _, k := range list {
			a, b := find(k.A), find(k.B)
			if a == b {
				continue
			}
			x, y := groups[a], groups[b]
			if x.near[b]/float64(len(x.members)*len(y.members)) < storyFrom {
				continue
			}
			if len(x.near) < len(y.near) || len(x.near) == len(y.near) && b < a {
				a, b, x, y = b, a, y, x
			}
			merge(groups, a, b)
			in[b] = a
			changed = true
		}
	}
	var out [][]uint32
	for n, g := range groups {
		if _, moved := in[n]; !moved && len(g.members) > 1 {
			slices.Sort(g.members)
			out = append(out, g.members)
		}
	}
	return out
}

// merge adds group b to group a. b stays in groups, without what is near it.
func merge(groups map[uint32]*reports, a, b uint32) {
	x, y := groups[a], groups[b]
	x.members = append(x.members, y.members...)
	delete(x.near, b)
	for c, sum := range y.near {
		if c == a {
			continue
		}
		x.near[c] += sum
		z := groups[c]
		delete(z.near, b)
		z.near[a] += sum
	}
	y.near = nil
}
