package archive

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

func TestShowFindsArticlesFamiliesClustersAndStories(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 12)
	n := begin(t, a, night(2))
	require.NoError(t, n.Merge("c00000002", "c00000001"))
	require.NoError(t, n.MergeStory("s00000001", "s00000000"))
	require.NoError(t, n.Commit())
	for _, c := range []struct {
		name, ask, kind, id    string
		merged                 bool
		articles, links, words int
	}{
		{"article", sample(1).ID, "article", sample(1).ID, false, 1, 2, 460},
		{"end of an article's id", "outlet001/story-000001.txt", "article", sample(1).ID, false, 1, 2, 460},
		{"last part of it", "/story-000000.txt", "article", sample(0).ID, false, 1, 1, 460},
		{"family", "f00000001", "family", "f00000001", false, 2, 3, 460},
		{"cluster", "c00000000", "cluster", "c00000000", false, 5, 5, 460},
		{"story", "s00000000", "story", "s00000000", false, 12, 11, 460},
		{"merged story", "s00000001", "story", "s00000000", true, 12, 11, 460},
		{"merged cluster", "c00000002", "cluster", "c00000001", true, 7, 7, 460},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := a.Show(ctx, c.ask)
			require.NoError(t, err)
			require.Equal(t, c.kind, found.Kind)
			require.Equal(t, c.id, found.ID)
			require.Equal(t, c.merged, found.Merged)
			require.Len(t, found.Articles, c.articles)
			require.Len(t, found.Links, c.links)
			require.Equal(t, c.words, found.Articles[0].Words)
			require.InDelta(t, 15.5, found.Articles[0].Quoted, 0)
		})
	}
	_, err := a.Show(ctx, "nothing")
	require.ErrorIs(t, err, ErrNotFound)
	require.EqualError(t, err, "archive "+a.Path()+`: "nothing": not in the archive`)
	n = begin(t, a, night(3))
	x := sample(50)
	x.ID = "elsewhere/story-000001.txt"
	_, err = n.Add(x)
	require.NoError(t, err)
	require.NoError(t, n.Commit())
	_, err = a.Show(ctx, "story-000001.txt")
	require.ErrorContains(t, err, "is the end of several ids")
	found, err := a.Show(ctx, x.ID)
	require.NoError(t, err)
	require.InDelta(t, -1, found.Articles[0].Copied, 0, "unknown")
}

func TestListCountsAndSorts(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 12)
	fill(t, a, night(2), 20, 6)
	n := begin(t, a, night(3))
	require.NoError(t, n.Cluster(&row.Cluster{ID: "c00000000", Articles: 6}))
	require.NoError(t, n.Merge("c00000002", "c00000001"))
	require.NoError(t, n.Story(&row.Story{ID: "s00000001", Articles: 2}))
	require.NoError(t, n.Commit())
	totals, err := a.Totals(ctx)
	require.NoError(t, err)
	require.Positive(t, totals.Bytes)
	require.NotEmpty(t, totals.Size())
	totals.Bytes = 0
	require.Equal(t, Totals{Version: len(steps), Runs: 3, Files: 18, Articles: 18, Families: 9, Clusters: 4, Links: 16, Stories: 3}, totals)
	var runs []int64
	require.NoError(t, a.Runs(ctx, 2, func(r Run) error { runs = append(runs, r.Number); return nil }))
	require.Equal(t, []int64{3, 2}, runs)
	var clusters []string
	require.NoError(t, a.NewestClusters(ctx, 0, func(c *ListedCluster) error { clusters = append(clusters, c.ID); return nil }))
	require.Equal(t, []string{"c00000000", "c00000004", "c00000005", "c00000001"}, clusters)
	var stories []string
	require.NoError(t, a.NewestStories(ctx, 2, func(s *ListedStory) error { stories = append(stories, s.ID); return nil }))
	require.Equal(t, []string{"s00000001", "s00000002"}, stories)
}
