package archive

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/row"
)

// A model is what an archive should hold, kept in maps.
type model struct {
	next    int64 // number of the next article
	heads   map[int64]Head
	links   map[[2]int64]string // relation, and what is aligned
	aligned map[[2]int64]string
	merged  map[string]string // clusters; empty for one that is
	stories map[string]string // the same of stories
}

func (m *model) clone() *model {
	c := &model{m.next, map[int64]Head{}, map[[2]int64]string{}, map[[2]int64]string{}, map[string]string{}, map[string]string{}}
	for k, v := range m.heads {
		c.heads[k] = v
	}
	for k, v := range m.links {
		c.links[k] = v
	}
	for k, v := range m.aligned {
		c.aligned[k] = v
	}
	for k, v := range m.merged {
		c.merged[k] = v
	}
	for k, v := range m.stories {
		c.stories[k] = v
	}
	return c
}

// young reports whether an article is kept by Prune for its own sake.
func young(h Head, before time.Time) bool {
	return h.FirstSeen >= before.Unix() || h.To > before.Unix()
}

func (m *model) prune(before time.Time) {
	keep := map[string]bool{}
	for _, h := range m.heads {
		if young(h, before) {
			keep["c"+h.Cluster], keep["f"+h.Family], keep["s"+h.Story] = true, true, true
		}
	}
	keep["c"], keep["f"], keep["s"] = false, false, false // of none
	for n, h := range m.heads {
		if !young(h, before) && !keep["c"+h.Cluster] && !keep["f"+h.Family] && !keep["s"+h.Story] {
			delete(m.heads, n)
		}
	}
	there := func(n int64) bool { _, ok := m.heads[n]; return ok }
	for pair := range m.links {
		if !there(pair[0]) || !there(pair[1]) {
			delete(m.links, pair)
			delete(m.aligned, pair)
		}
	}
	inUse := map[string]bool{}
	for n, h := range m.heads {
		if !there(h.Rep) {
			h.Rep = n
			m.heads[n] = h
		}
		inUse[h.Cluster], inUse[h.Story] = true, true
	}
	for _, merged := range []map[string]string{m.merged, m.stories} {
		for id, into := range merged {
			if into == "" && !inUse[id] || into != "" && !inUse[into] {
				delete(merged, id)
			}
		}
	}
}

// Whatever is done to an archive, night by night, it holds what the same does
// to maps.
func TestArchiveIsLikeMaps(t *testing.T) {
	dir := t.TempDir()
	empty := openNew(t)
	require.NoError(t, empty.Close())
	start, err := os.ReadFile(empty.Path())
	require.NoError(t, err)
	round := 0
	rapid.Check(t, func(r *rapid.T) {
		round++
		path := filepath.Join(dir, fmt.Sprintf("%d.db", round))
		defer func() { _ = os.Remove(path); _ = os.Remove(path + lockSuffix) }()
		require.NoError(r, os.WriteFile(path, start, 0o666)) // for to make one waits for the disk
		open := func() *Archive {
			a, err := Open(path, Options{})
			require.NoError(r, err)
			// No power cut is expected here, and no time to wait for the disk.
			require.NoError(r, a.writer.script("PRAGMA synchronous = OFF"))
			return a
		}
		a := open()
		defer func() { _ = a.Close() }()
		m := &model{1, map[int64]Head{}, map[[2]int64]string{}, map[[2]int64]string{}, map[string]string{}, map[string]string{}}
		run := int64(0)
		for day := range rapid.IntRange(1, 5).Draw(r, "nights") {
			started := night(1 + 5*day)
			before := m.clone()
			n, err := a.Begin(ctx, Run{Started: started})
			require.NoError(r, err)
			require.Equal(r, run+1, n.Number())
			for range rapid.IntRange(0, 12).Draw(r, "steps") {
				change(r, n, m, started)
			}
			requireLike(r, a, before) // until the night is over
			if rapid.IntRange(0, 3).Draw(r, "end") == 0 {
				n.Rollback()
				m = before
			} else {
				require.NoError(r, n.Commit())
				run++
			}
			if rapid.IntRange(0, 3).Draw(r, "prune") == 0 {
				old := night(1 + rapid.IntRange(0, 30).Draw(r, "before"))
				_, err := a.Prune(ctx, old)
				require.NoError(r, err)
				m.prune(old)
			}
			if rapid.Bool().Draw(r, "reopen") {
				require.NoError(r, a.Close())
				a = open()
			}
			requireLike(r, a, m)
		}
		faults, err := a.Check(ctx, nil)
		require.NoError(r, err)
		require.Empty(r, faults)
	})
}

// change does one thing to both.
func change(r *rapid.T, n *Night, m *model, started time.Time) {
	one := func(name string) int64 { return rapid.Int64Range(1, max(m.next-1, 1)).Draw(r, name) }
	_, there := m.heads[1]
	switch what := rapid.IntRange(0, 6).Draw(r, "what"); {
	case what <= 1 || !there:
		x := sample(int(m.next))
		x.From = night(rapid.IntRange(1, 28).Draw(r, "published")).Unix()
		x.To = x.From + 60
		number, err := n.Add(x)
		require.NoError(r, err)
		require.Equal(r, m.next, number)
		h := x.Head
		h.Number, h.Rep, h.Run, h.FirstSeen, h.Known = number, number, n.Number(), started.Unix(), started.Unix()
		m.heads[number] = h
		m.next++
	case what == 2:
		number, rep := one("article"), one("representative")
		h, ok := m.heads[number]
		if _, found := m.heads[rep]; !ok || !found {
			return
		}
		id := rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(r, "cluster")
		h.Cluster, h.Family, h.Rep = id, rapid.SampledFrom([]string{"", "f", "g"}).Draw(r, "family"), rep
		h.Story = rapid.SampledFrom([]string{"", "s", "t", "u"}).Draw(r, "story")
		require.NoError(r, n.Describe(number, rep, &row.Article{Story: h.Story, Cluster: h.Cluster, Family: h.Family}))
		m.heads[number] = h
		if h.Story != "" {
			require.NoError(r, n.Story(&row.Story{ID: h.Story}))
			m.stories[h.Story] = ""
		}
		if id != "" {
			require.NoError(r, n.Cluster(&row.Cluster{ID: id}))
			m.merged[id] = ""
		}
	case what == 3:
		pair := [2]int64{one("a"), one("b")}
		if _, ok := m.heads[pair[0]]; !ok {
			return
		}
		if _, ok := m.heads[pair[1]]; !ok {
			return
		}
		l := &Link{A: pair[0], B: pair[1], Relation: rapid.SampledFrom([]string{"copy", "quotes"}).Draw(r, "relation")}
		delete(m.aligned, pair)
		if rapid.Bool().Draw(r, "aligned") {
			l.Aligned = fmt.Append(nil, pair, l.Relation)
			m.aligned[pair] = string(l.Aligned)
		}
		require.NoError(r, n.Link(l))
		m.links[pair] = l.Relation
	case what == 4:
		pair := [2]int64{one("a"), one("b")}
		require.NoError(r, n.Unlink(pair[0], pair[1]))
		delete(m.links, pair)
		delete(m.aligned, pair)
	case what == 5:
		from, into := rapid.SampledFrom([]string{"s", "t"}).Draw(r, "from"), "u"
		if into, ok := m.stories[into]; !ok || into != "" {
			return
		}
		require.NoError(r, n.MergeStory(from, into))
		for number, h := range m.heads {
			if h.Story == from {
				h.Story = into
				m.heads[number] = h
			}
		}
		for id := range m.stories {
			if id == from || m.stories[id] == from {
				m.stories[id] = into
			}
		}
	default:
		from, into := rapid.SampledFrom([]string{"a", "b"}).Draw(r, "from"), "c"
		if into, ok := m.merged[into]; !ok || into != "" {
			return
		}
		require.NoError(r, n.Merge(from, into))
		for number, h := range m.heads {
			if h.Cluster == from {
				h.Cluster = into
				m.heads[number] = h
			}
		}
		for id := range m.merged {
			if id == from || m.merged[id] == from {
				m.merged[id] = into
			}
		}
	}
}

// requireLike compares all that the model knows of.
func requireLike(r *rapid.T, a *Archive, m *model) {
	seen := map[int64]Head{}
	require.NoError(r, a.Heads(ctx, time.Time{}, func(h *Head) error { seen[h.Number] = *h; return nil }))
	require.Equal(r, m.heads, seen)
	links := map[[2]int64]string{}
	require.NoError(r, a.Links(ctx, 0, func(l *Link) error { links[[2]int64{l.A, l.B}] = l.Relation; return nil }))
	require.Equal(r, m.links, links)
	for pair := range m.links {
		aligned, err := a.Aligned(ctx, pair[0], pair[1])
		if want, ok := m.aligned[pair]; ok {
			require.NoError(r, err)
			require.Equal(r, want, string(aligned))
		} else {
			require.ErrorIs(r, err, ErrNotFound)
		}
	}
	merged := map[string]string{}
	require.NoError(r, a.Clusters(ctx, func(id string, _ int64, into string) error { merged[id] = into; return nil }))
	require.Equal(r, m.merged, merged)
	stories := map[string]string{}
	require.NoError(r, a.Stories(ctx, func(id string, _ int64, into string) error { stories[id] = into; return nil }))
	require.Equal(r, m.stories, stories)
	keys := 0
	require.NoError(r, a.Keys(ctx, Large, 0, func(number int64, _ [3][]byte) error {
		require.Contains(r, m.heads, number)
		keys++
		return nil
	}))
	require.Equal(r, len(m.heads), keys)
}
