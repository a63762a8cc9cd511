package job

import (
	"cmp"
	"maps"
	"slices"

	"wiretrace/cluster"
	"wiretrace/row"
)

// stories are the groups of articles that report one event each.
type stories struct {
	list [][]uint32       // articles, each list ascending, in order of the first
	ids  []string         // of each of list
	of   map[uint32]int32 // for each article in one its index in list
}

// id returns the id of the story that article n reports; empty if it alone does.
func (s *stories) id(n uint32) string {
	if k, ok := s.of[n]; ok {
		return s.ids[k]
	}
	return ""
}

// stories groups the articles that are kin, copies with the one that stands for
// them.
func (l *links) stories(c *corpus, p *pairs) (stories, error) {
	kin := slices.DeleteFunc(l.kin, func(k cluster.Kin) bool { return p.reps[k.A] != k.A || p.reps[k.B] != k.B })
	l.kin = nil
	found := cluster.Stories(kin)
	at := map[uint32]int{} // of the story of a representative
	for k, list := range found {
		for _, n := range list {
			at[n] = k
		}
	}
	for n, rep := range p.reps {
		if rep == uint32(n) {
			continue
		}
		k, ok := at[rep]
		if !ok {
			k = len(found)
			at[rep] = k
			found = append(found, []uint32{rep})
		}
		found[k] = append(found[k], uint32(n))
	}
	s := stories{list: found, ids: make([]string, len(found)), of: map[uint32]int32{}}
	for k := range found {
		slices.Sort(found[k])
		for _, n := range found[k] {
			s.of[n] = int32(k)
		}
		s.ids[k] = id("s", &c.heads[found[k][0]])
	}
	return s, nil
}

// A storyTally is the row of a story while its articles are written.
type storyTally struct {
	row.Story
	outlets, clusters map[string]bool
}

// tellStory counts an article for the row of its story.
func (t *telling) tellStory(a *row.Article) {
	if a.Story == "" {
		return
	}
	s := t.told[a.Story]
	if s == nil {
		s = &storyTally{outlets: map[string]bool{}, clusters: map[string]bool{}}
		s.ID = a.Story
		t.told[a.Story] = s
	}
	s.Articles++
	if a.Outlet != "" {
		s.outlets[a.Outlet] = true
	}
	if a.Cluster != "" {
		s.clusters[a.Cluster] = true
	}
	if a.Role == string(cluster.Single) || a.Role == string(cluster.Origin) {
		s.OwnReports++
	}
	if p := a.Published; p != "" {
		if s.FirstPublished == "" || p < s.FirstPublished {
			s.FirstPublished = p
			s.Headline = cmp.Or(a.Title, s.Headline)
		}
		s.LastPublished = max(s.LastPublished, p)
	}
	s.Headline = cmp.Or(s.Headline, a.Title)
}

// writeStories writes the rows of the stories of which several articles are in
// the report, in the order of their ids.
func (t *telling) writeStories() error {
	for _, id := range slices.Sorted(maps.Keys(t.told)) {
		s := t.told[id]
		if s.Articles < 2 {
			continue
		}
		s.Outlets, s.Clusters = len(s.outlets), len(s.clusters)
		if err := t.writer.Story(&s.Story); err != nil {
			return err
		}
	}
	return nil
}
