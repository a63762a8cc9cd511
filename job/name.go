package job

import (
	"cmp"
	"slices"
)

// An ending is a cluster of earlier nights that is no more.
type ending struct {
	id   string
	into string // the cluster its articles are in now; empty if they are in several, or none
}

// clusterIDs names the clusters, whose members are given, and says which of
// them are live: those that tonight's report is about. A cluster of earlier
// nights keeps its id where most of its articles are; where several have
// become one, it has the id of the oldest.
func (r *run) clusterIDs(members [][]uint32) (ids []string, live []bool) {
	ids, live = make([]string, len(members)), make([]bool, len(members))
	if r.past == nil {
		for g, list := range members {
			ids[g], live[g] = id("c", &r.heads[list[0]]), true
		}
		return ids, live
	}
	p := r.past
	size := make([]int, len(p.names)) // articles of each cluster of earlier nights
	for i := range p.heads {
		size[p.heads[i].cluster]++
	}
	// Where most of the articles of each old cluster are.
	type claim struct{ group, articles int }
	owner := map[uint32]claim{}
	parts := make([]map[uint32]int, len(members)) // of each group: articles by their old cluster
	for g, list := range members {
		parts[g] = map[uint32]int{}
		for _, n := range list {
			if h := r.pastOf(n); h != nil && h.cluster > 0 {
				parts[g][h.cluster]++
			}
			live[g] = live[g] || r.Whole || r.tonight(n) || r.touched[n]
		}
		for c, n := range parts[g] {
			if old, ok := owner[c]; !ok || n > old.articles || n == old.articles && g < old.group {
				owner[c] = claim{g, n}
			}
		}
		// Unchanged is one whose articles are all those of one old cluster.
		same := len(parts[g]) == 1
		for c, n := range parts[g] {
			same = same && n == len(list) && size[c] == n
		}
		live[g] = live[g] || !same
	}
	old := make([][]uint32, len(members)) // the old clusters that each group goes on with, oldest first
	for c, o := range owner {
		old[o.group] = append(old[o.group], c)
	}
	taken := map[string]bool{}
	for g := range members {
		slices.SortFunc(old[g], func(x, y uint32) int {
			return cmp.Or(cmp.Compare(p.since[p.names[x]], p.since[p.names[y]]), cmp.Compare(p.names[x], p.names[y]))
		})
		if len(old[g]) > 0 {
			ids[g] = p.names[old[g][0]]
			taken[ids[g]] = true
			for _, c := range old[g][1:] {
				r.ended = append(r.ended, ending{p.names[c], ids[g]})
			}
		}
	}
	for c := uint32(1); int(c) < len(size); c++ {
		if _, ok := owner[c]; !ok && size[c] > 0 {
			r.ended = append(r.ended, ending{id: p.names[c]})
		}
	}
	slices.SortFunc(r.ended, func(x, y ending) int { return cmp.Compare(x.id, y.id) })
	for g, list := range members {
		if ids[g] != "" {
			continue
		}
		for _, n := range list { // the id of the first article may be that of the cluster it was in
			ids[g] = id("c", &r.heads[n])
			if _, known := p.since[ids[g]]; !known && !taken[ids[g]] {
				break
			}
		}
		taken[ids[g]] = true
	}
	return ids, live
}

// familyIDs names the families of the clusters at hand. One of earlier nights
// keeps its id, where its earliest article is.
func (r *run) familyIDs() map[uint32]string {
	out := map[uint32]string{}
	taken := map[string]bool{}
	for _, pass := range []bool{true, false} { // those of earlier nights choose first
		for i := range r.clusters {
			for _, n := range r.clusters[i].members {
				rep := r.reps[n]
				if out[rep] != "" {
					continue
				}
				name := ""
				if h := r.pastOf(n); h != nil && pass {
					name = r.past.names[h.family]
				} else if !pass {
					name = id("f", &r.heads[rep])
				}
				if name != "" && (!taken[name] || !pass) {
					out[rep], taken[name] = name, true
				}
			}
		}
	}
	return out
}
