package cluster

import (
	"cmp"
	"slices"

	"wiretrace/internal/fault"
)

// A Lost is told of the articles that stay apart since grouping them panicked: the
// first of those that hang together.
type Lost func(first uint32, panicked error)

// orApart calls form with all edges. If that panics, it calls it with those that hang
// together, as fault.Salvage does. form keeps nothing of a call that panics.
func orApart[E any](edges []E, ends func(*E) Couple, form func([]E), lost Lost) {
	formed := func(edges []E) error {
		form(edges)
		return nil
	}
	if fault.Guard(func() error { return formed(edges) }) == nil {
		return
	}
	_ = fault.Salvage(components(edges, ends), func(list [][]E) error { return formed(slices.Concat(list...)) }, func(unit []E, err error) {
		first := ends(&unit[0]).A
		for i := range unit {
			first = min(first, ends(&unit[i]).A)
		}
		lost(first, err)
	})
}

// components parts edges into those that hang together, each list in its old order.
func components[E any](edges []E, ends func(*E) Couple) [][]E {
	u := union{when: func(uint32) (int32, int32, bool) { return 0, 0, false }}
	for i := range edges {
		c := ends(&edges[i])
		if a, b := u.find(c.A), u.find(c.B); a != b {
			u.join(a, b)
		}
	}
	at := map[uint32]int{}
	var out [][]E
	for i := range edges {
		root := u.find(ends(&edges[i]).A)
		k, ok := at[root]
		if !ok {
			k = len(out)
			at[root] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], edges[i])
	}
	return out
}

// A storyEdge ties two articles of one story: as kin, as a copy and the article that
// stands for it, or as members of a cluster.
type storyEdge struct {
	Couple
	kin     *Kin     // nil if it is no kin
	copied  bool     // the second is a copy
	members []uint32 // of the cluster, with the first of its edges
}

// storyEdges returns all edges of WholeStories.
func storyEdges(kin []Kin, copies []uint32, rep func(n uint32) uint32, clusters [][]uint32) (out []storyEdge) {
	for i := range kin {
		if kin[i] == (Kin{}) { // left over by an attempt before
			continue
		}
		out = append(out, storyEdge{Couple: kin[i].Couple, kin: &kin[i]})
	}
	for _, n := range copies {
		out = append(out, storyEdge{Couple: Couple{A: rep(n), B: n}, copied: true})
	}
	for _, members := range clusters {
		for i, n := range members {
			e := storyEdge{Couple: Couple{A: members[0], B: n}}
			if i == 0 {
				e.members = members
			}
			out = append(out, e)
		}
	}
	return out
}

// storiesOf is WholeStories for some edges.
func storiesOf(edges []storyEdge, rep func(n uint32) uint32) [][]uint32 {
	var kin []Kin
	var copies []uint32
	var clusters [][]uint32
	for _, e := range edges {
		switch {
		case e.kin != nil:
			kin = append(kin, *e.kin)
		case e.copied:
			copies = append(copies, e.B)
		case e.members != nil:
			clusters = append(clusters, e.members)
		}
	}
	slices.Sort(copies)
	return wholeStories(kin, copies, rep, clusters)
}

// byFirst sorts groups, each ascending, by their first articles.
func byFirst(groups [][]uint32) [][]uint32 {
	slices.SortFunc(groups, func(x, y []uint32) int { return cmp.Compare(x[0], y[0]) })
	return groups
}
