package report

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFind(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{})
	for _, c := range []struct{ name, wanted, article, cluster, fails string }{
		{"cluster", "c-frost", "", "c-frost", ""},
		{"article", "syndicate/ferry.txt", "syndicate/ferry.txt", "", ""},
		{"end of an id", "crack.txt", "post/crack.txt", "", ""},
		{"end of an id, with the slash", "/crack.txt", "post/crack.txt", "", ""},
		{"end of several", "ferry.txt", "", "", "ferry.txt could be any of signal/ferry.txt, syndicate/ferry.txt"},
		{"end of a name", "ack.txt", "", "", "no story, cluster or article"},
		{"nothing of this name", "nobody", "", "", "no story, cluster or article"},
		{"no name", "", "", "", "no story, cluster or article"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := Find(dir, c.wanted)
			if c.fails != "" {
				require.ErrorContains(t, err, c.fails)
				return
			}
			require.NoError(t, err)
			if c.cluster != "" {
				require.Equal(t, c.cluster, found.Cluster.ID)
				require.Len(t, found.Articles, found.Cluster.Articles)
				return
			}
			require.Nil(t, found.Cluster)
			require.Equal(t, c.article, found.Articles[0].ID)
		})
	}
	found, err := Find(dir, "s-frost")
	require.NoError(t, err)
	require.Equal(t, "s-frost", found.Story.ID)
	require.Len(t, found.Articles, 3, "those of its cluster and the one of none")
	require.Len(t, found.Clusters, 1)
	require.Equal(t, "c-frost", found.Clusters[0].ID)
	for name, story := range map[string]string{"c-ferry": "s-ferry", "hills.txt": "s-frost"} {
		found, err = Find(dir, name)
		require.NoError(t, err)
		require.Equal(t, story, found.Within.ID)
	}
	found, err = Find(dir, "alone.txt")
	require.NoError(t, err)
	require.Nil(t, found.Within)
	_, err = Find(t.TempDir(), "x")
	require.ErrorContains(t, err, "no wiretrace report")
}
