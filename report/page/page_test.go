package page

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

// pages writes the pages of the report that is in the folder from, and returns
// the folder where they are.
func pages(t testing.TB, from string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "r")
	w, err := report.Create(dir, report.Options{Forms: []report.NewForm{New}})
	require.NoError(t, err)
	require.NoError(t, report.Read(from, w.Article, w.Cluster, w.Problem))
	require.NoError(t, w.Commit())
	return dir
}

func TestMany(t *testing.T) {
	if to := os.Getenv("MANY"); to != "" {
		f, err := New(to)
		require.NoError(t, err)
		generate(t, f, 5000)
		require.NoError(t, f.Close())
	}
}

func TestKeep(t *testing.T) {
	if to := os.Getenv("PAGES"); to != "" {
		from := os.Getenv("FROM")
		if from == "" {
			from = "../testdata/report"
		}
		require.NoError(t, os.CopyFS(to, os.DirFS(pages(t, from))))
	}
}
