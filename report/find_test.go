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
		{"end of a name", "ack.txt", "", "", "no cluster or article"},
		{"nothing of this name", "nobody", "", "", "no cluster or article"},
		{"no name", "", "", "", "no cluster or article"},
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
	_, err := Find(t.TempDir(), "x")
	require.ErrorContains(t, err, "no wiretrace report")
}
