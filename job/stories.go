package job

import (
	"cmp"
	"slices"

	"wiretrace/cluster"
	"wiretrace/row"
)

// stories are the groups of at least two articles that report one event each.
type stories struct {
	list [][]uint32       // the articles of each story, ascending; stories in order of their first
	ids  []string         // of each of list
	of   map[uint32]int32 // the index in list of each article's story; none for one that stands alone
}

// id returns the id of article n's story; empty if no other article reports it.
func (s *stories) id(n uint32) string {
	if k, ok := s.of[n]; ok {
		return s.ids[k]
	}
	return ""
}

// stories groups the articles that are kin. Copies go with the article that stands
// for them, and a whole cluster goes with most of its articles. It forgets l.kin.
func (l *links) stories(c *corpus, p *pairs, clusters []resolution) (stories, error) {
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
	found = withClusters(found, clusters)
	s := stories{list: found, ids: make([]string, len(found)), of: map[uint32]int32{}}
	for k := range found {
		for _, n := range found[k] {
			s.of[n] = int32(k)
		}
		s.ids[k] = id("s", &c.heads[found[k][0]])
	}
	return s, nil
}

// withClusters returns the stories so that none of the clusters is parted: what
// derives from one upstream reports one event. A cluster goes to the story that
// most of it is of, so that it never ties two stories together; one of no story
// is a story of its own.
func withClusters(found [][]uint32, clusters []resolution) [][]uint32 {
	at := map[uint32]int{}
	for k, list := range found {
		for _, n := range list {
			at[n] = k
		}
	}
	for _, c := range clusters {
		votes := map[int]int{}
		most := -1
		for _, n := range c.members {
			k, ok := at[n]
			if !ok {
				continue
			}
			votes[k]++
			if most < 0 || votes[k] > votes[most] || votes[k] == votes[most] && k < most {
				most = k
			}
		}
		if most < 0 {
			most = len(found)
			found = append(found, nil)
		}
		for _, n := range c.members {
			at[n] = most
		}
	}
	list := make([][]uint32, len(found))
	for n, k := range at {
		list[k] = append(list[k], n)
	}
	list = slices.DeleteFunc(list, func(s []uint32) bool { return len(s) < 2 })
	for _, s := range list {
		slices.Sort(s)
	}
	slices.SortFunc(list, func(x, y []uint32) int { return cmp.Compare(x[0], y[0]) })
	return list
}

// tellStories writes the rows of the stories of which an article is in the
// report: the largest first, then in the order of their ids.
func (t *telling) tellStories() error {
	in := make([]bool, len(t.heads))
	for _, e := range t.entries {
		in[e.n] = true
	}
	order := make([]int, len(t.stories.list))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(j, k int) int {
		s := &t.stories
		return cmp.Or(cmp.Compare(len(s.list[k]), len(s.list[j])), cmp.Compare(s.ids[j], s.ids[k]))
	})
	for _, k := range order {
		members := t.stories.list[k]
		if !slices.ContainsFunc(members, func(n uint32) bool { return in[n] }) {
			continue
		}
		s, err := t.storyRow(t.stories.ids[k], members)
		if err != nil {
			return err
		}
		if err := t.night.story(s); err != nil {
			return err
		}
		if t.o.NewOnly && !slices.ContainsFunc(members, t.news) {
			continue
		}
		t.tally.stories.Story(s)
		if err := t.writer.Story(s); err != nil {
			return err
		}
	}
	return nil
}

// storyRow makes the row of a story, of all its articles.
func (t *telling) storyRow(id string, members []uint32) (*row.Story, error) {
	s := &row.Story{ID: id, Articles: len(members)}
	outlets, clusters := map[string]bool{}, map[string]bool{}
	var headline cluster.Headline
	for _, n := range members {
		d, err := t.digest(n)
		if err != nil {
			return nil, err
		}
		if o := displayed(d); o != "" {
			outlets[o] = true
		}
		role := cluster.Single
		if c, standing := t.standing(n); standing != nil {
			clusters[c.id] = true
			role = standing.Role
		} else {
			role = cluster.Alone(n, d).Role
		}
		if role == cluster.Single || role == cluster.Origin {
			s.OwnReports++
		}
		if p := d.Meta.Published.String(); p != "" {
			s.FirstPublished = cmp.Or(s.FirstPublished, p)
			s.LastPublished = p
		}
		headline.Add(d, shownTime(d.Meta.Published))
	}
	s.Headline = headline.Best()
	s.Outlets, s.Clusters = len(outlets), len(clusters)
	return s, nil
}
