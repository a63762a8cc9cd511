package job

import (
	"cmp"
	"context"
	"slices"

	"wiretrace/cluster"
	"wiretrace/row"
	"wiretrace/spill"
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
	var copies []uint32
	for n, rep := range p.reps {
		if rep != uint32(n) {
			copies = append(copies, uint32(n))
		}
	}
	whole := make([][]uint32, len(clusters))
	for k := range clusters {
		whole[k] = clusters[k].members
	}
	rep := func(n uint32) uint32 {
		if c.inject != nil {
			c.inject(relating, c.heads[n].id)
		}
		return p.reps[n]
	}
	found := cluster.WholeStories(l.kin, copies, rep, whole, c.lost("not in a story with its kin"))
	l.kin = nil
	s := stories{list: found, ids: make([]string, len(found)), of: map[uint32]int32{}}
	for k := range found {
		for _, n := range found[k] {
			s.of[n] = int32(k)
		}
		s.ids[k] = id("s", &c.heads[found[k][0]])
	}
	return s, nil
}

// tellStories writes the rows of the stories of which an article is in the
// report: the largest first, then in the order of their ids.
func (t *telling) tellStories(ctx context.Context) error {
	in := make([]bool, len(t.heads))
	for _, e := range t.entries {
		in[e.n] = true
	}
	var order []int
	for k, members := range t.stories.list {
		if slices.ContainsFunc(members, func(n uint32) bool { return in[n] }) {
			order = append(order, k)
		}
	}
	slices.SortFunc(order, func(j, k int) int {
		s := &t.stories
		return cmp.Or(cmp.Compare(len(s.list[k]), len(s.list[j])), cmp.Compare(s.ids[j], s.ids[k]))
	})
	return spill.InOrder(ctx, len(order), t.threads, t.waiting(),
		func(i int) (*row.Story, int64, error) {
			s, err := t.story(order[i])
			return s, storyBytes, err
		},
		func(i int, s *row.Story) error { return t.writeStory(order[i], s) })
}

// storyBytes is about how many bytes the row of a story takes while it waits.
const storyBytes = 300

// story makes the row of story k; of one that panics it tells how many articles it has.
func (t *telling) story(k int) (*row.Story, error) {
	members := t.stories.list[k]
	s := &row.Story{ID: t.stories.ids[k], Articles: len(members)}
	_, err := t.try(tellingStory, &t.heads[members[0]], "its story told without headline and days", func() error {
		told, err := t.teller.Story(s.ID, members)
		if err == nil {
			s = told
		}
		return err
	})
	return s, err
}

// writeStory writes the row of story k to the archive and, if it has news, to the report.
func (t *telling) writeStory(k int, s *row.Story) error {
	members := t.stories.list[k]
	fell, err := t.try(describing, &t.heads[members[0]], notArchived, func() error { return t.night.story(s) })
	if fell { // its articles are of it there all the same
		err = t.night.story(&row.Story{ID: s.ID, Articles: s.Articles})
	}
	if err != nil {
		return err
	}
	if t.o.NewOnly && !slices.ContainsFunc(members, t.news) {
		return nil
	}
	t.tally.stories.Story(s)
	return t.writer.Story(s)
}
