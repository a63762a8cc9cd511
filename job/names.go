package job

import (
	"cmp"
	"slices"

	"wiretrace/cluster"
)

// An ending is a cluster of earlier nights that is no more.
type ending struct {
	id   string
	into string // the cluster its articles are in now; empty if they are in several, or none
}

// A naming gives groups of articles the ids of clusters. A cluster of earlier
// nights keeps its id where most of its articles are; where several have become
// one, it has the id of the oldest.
type naming struct {
	of     *corpus
	groups [][]uint32
	size   []int            // articles of each old cluster; old ones are numbered as in history.names
	parts  []map[uint32]int // of each group: its articles by their old cluster
	owner  map[uint32]owner // of each old cluster that has articles in groups

	ids  []string // of each group
	live []bool   // of each group, whether the report is about it
}

// An owner is the group that most of the articles of an old cluster are in, the
// first of several.
type owner struct{ group, articles int }

func newNaming(c *corpus, groups [][]uint32) *naming {
	m := &naming{
		of: c, groups: groups, size: make([]int, max(len(c.history.names), 1)), parts: make([]map[uint32]int, len(groups)), owner: map[uint32]owner{},
		ids: make([]string, len(groups)), live: make([]bool, len(groups)),
	}
	for i := range c.history.articles {
		m.size[c.history.articles[i].cluster]++
	}
	for _, f := range c.history.formers {
		m.size[f.cluster]++
	}
	for g := range groups {
		// What panics gets a new id, and is told.
		fell, _ := c.try(namingGroup, &c.heads[groups[g][0]], "its cluster told under a new id", func() error {
			m.count(g)
			m.live[g] = m.lives(g)
			return nil
		})
		m.live[g] = m.live[g] || fell
	}
	m.inherit()
	return m
}

// count notes what old clusters the articles of a group were in.
func (m *naming) count(g int) {
	m.parts[g] = map[uint32]int{}
	for _, n := range m.groups[g] {
		if old := m.of.formerCluster(n); old > 0 {
			m.parts[g][old]++
		}
	}
	for c, n := range m.parts[g] {
		if old, ok := m.owner[c]; !ok || n > old.articles || n == old.articles && g < old.group {
			m.owner[c] = owner{g, n}
		}
	}
}

// lives reports whether the report is about a group: it has news, or is not just
// one old cluster.
func (m *naming) lives(g int) bool {
	for _, n := range m.groups[g] {
		if m.of.whole || m.of.news(n) || m.of.is(n, touched|owed) {
			return true
		}
	}
	same := len(m.parts[g]) == 1
	for c, n := range m.parts[g] {
		same = same && n == len(m.groups[g]) && m.size[c] == n
	}
	return !same
}

// inherit gives each group the id of the oldest cluster that it owns, else a new
// one.
func (m *naming) inherit() {
	h := &m.of.history
	taken := map[string]bool{}
	for g, old := range m.owned() {
		if len(old) > 0 {
			m.ids[g] = h.names[old[0]]
			taken[m.ids[g]] = true
		}
	}
	for g, list := range m.groups {
		if m.ids[g] != "" {
			continue
		}
		for _, n := range list { // the id of the first article may be that of the cluster it was in
			m.ids[g] = id("c", &m.of.heads[n])
			if _, known := h.since[m.ids[g]]; !known && !taken[m.ids[g]] {
				break
			}
		}
		taken[m.ids[g]] = true
	}
}

// owned returns the old clusters that each group owns, the oldest first.
func (m *naming) owned() [][]uint32 {
	h := &m.of.history
	old := make([][]uint32, len(m.groups))
	for c, o := range m.owner {
		old[o.group] = append(old[o.group], c)
	}
	for g := range old {
		slices.SortFunc(old[g], func(x, y uint32) int {
			return cmp.Or(cmp.Compare(h.since[h.names[x]], h.since[h.names[y]]), cmp.Compare(h.names[x], h.names[y]))
		})
	}
	return old
}

// ended returns the old clusters that are no more, in order of their ids.
func (m *naming) ended() []ending {
	var out []ending
	h := &m.of.history
	for g, old := range m.owned() {
		for k, c := range old {
			if k > 0 {
				out = append(out, ending{h.names[c], m.ids[g]})
			}
		}
	}
	for c := uint32(1); int(c) < len(m.size); c++ {
		if _, ok := m.owner[c]; !ok && m.size[c] > 0 {
			out = append(out, ending{id: h.names[c]})
		}
	}
	slices.SortFunc(out, func(x, y ending) int { return cmp.Compare(x.id, y.id) })
	return out
}

// familyIDs names the families of some clusters. One of earlier nights keeps its
// id, where its earliest article is.
func familyIDs(c *corpus, p *pairs, of *clusters) map[uint32]string {
	out := map[uint32]string{}
	taken := map[string]bool{}
	each := func(use func(n, rep uint32)) {
		for i := range of.list {
			for _, n := range of.list[i].members {
				if rep := p.reps[n]; out[rep] == "" {
					use(n, rep)
				}
			}
		}
	}
	each(func(n, rep uint32) { // those of earlier nights choose first
		if e := c.earlier(n); e != nil {
			if name := c.history.names[e.family]; name != "" && !taken[name] {
				out[rep], taken[name] = name, true
			}
		}
	})
	each(func(n, rep uint32) { // the id of the first article may be that of a family it has left
		for _, of := range [...]uint32{rep, n} {
			if name := id("f", &c.heads[of]); !taken[name] {
				out[rep], taken[name] = name, true
				return
			}
		}
	})
	each(func(_, rep uint32) { out[rep] = id("f", &c.heads[rep]) }) // none is free
	return out
}

// id names a cluster, family or story by its first article.
func id(kind string, first *head) string { return cluster.ID(kind, first.id, first.hash) }
