package archive

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

func TestALineThatIsNoFurnitureAfterAllIsForgotten(t *testing.T) {
	a := openNew(t)
	n := begin(t, a, night(1))
	require.NoError(t, n.SiteLine(7))
	require.NoError(t, n.SiteLine(8))
	require.NoError(t, n.Commit())
	n = begin(t, a, night(2))
	require.NoError(t, n.NoSiteLine(7))
	require.NoError(t, n.NoSiteLine(9))
	require.NoError(t, n.Commit())
	keys, err := a.SiteLines(ctx)
	require.NoError(t, err)
	require.Equal(t, []uint64{8}, keys)
}

func TestAStoryHasChangedInTheRunThatChangedIt(t *testing.T) {
	a := openNew(t)
	store := func(k int, s row.Story) (run int64) {
		n := begin(t, a, night(k))
		require.NoError(t, n.Story(&s))
		require.NoError(t, n.Commit())
		require.NoError(t, a.NewestStories(ctx, 0, func(l *ListedStory) error {
			run = l.LastChanged
			require.Equal(t, s, l.Story)
			return nil
		}))
		return run
	}
	s := row.Story{ID: "s1", Articles: 2, OwnReports: 2, Headline: "Pier closes"}
	require.EqualValues(t, 1, store(1, s))
	require.EqualValues(t, 1, store(2, s), "it was told again, and is as it was")
	s.OwnReports = 1
	require.EqualValues(t, 3, store(3, s))
}

func TestAClusterHasChangedInTheRunThatChangedIt(t *testing.T) {
	a := openNew(t)
	store := func(k int, c row.Cluster) (run int64) {
		n := begin(t, a, night(k))
		require.NoError(t, n.Cluster(&c))
		require.NoError(t, n.Commit())
		require.NoError(t, a.NewestClusters(ctx, 0, func(l *ListedCluster) error { run = l.LastChanged; return nil }))
		return run
	}
	c := row.Cluster{ID: "c1", Articles: 2, Headline: "Pier closes"}
	require.EqualValues(t, 1, store(1, c))
	require.EqualValues(t, 1, store(2, c), "it was told again, and is as it was")
	c.Articles = 3
	require.EqualValues(t, 3, store(3, c))
	require.EqualValues(t, 3, store(4, c))
	c.Upstream = "Reuters"
	require.EqualValues(t, 5, store(5, c))
}

func TestStoriesThatNoArticleIsOfAreDropped(t *testing.T) {
	a := openNew(t)
	n := begin(t, a, night(1))
	number, err := n.Add(sample(1))
	require.NoError(t, err)
	require.NoError(t, n.Describe(number, 0, &row.Article{Story: "s1"}))
	for _, id := range []string{"s1", "s2", "s3", "s4"} {
		require.NoError(t, n.Story(&row.Story{ID: id}))
	}
	require.NoError(t, n.MergeStory("s3", "s1"))
	require.NoError(t, n.MergeStory("s4", "s2"))
	require.NoError(t, n.DropEmptyStories())
	require.NoError(t, n.Commit())
	var ids []string
	require.NoError(t, a.Stories(ctx, func(id string, _ int64, _ string) error { ids = append(ids, id); return nil }))
	require.Equal(t, []string{"s1", "s3"}, ids)
}
