package report

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

func TestWhatWasWrittenIsRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{AllPassages: true})
	articles, clusters, problems := sample()
	var gotArticles []*Article
	var gotClusters []Cluster
	var gotProblems []Problem
	require.NoError(t, Read(dir,
		func(a *Article) error { gotArticles = append(gotArticles, a); return nil },
		func(c *Cluster) error { gotClusters = append(gotClusters, *c); return nil },
		func(p *Problem) error { gotProblems = append(gotProblems, *p); return nil }))
	require.Empty(t, cmp.Diff(articles, gotArticles, cmpopts.EquateEmpty()))
	require.Empty(t, cmp.Diff(clusters, gotClusters))
	require.Empty(t, cmp.Diff(problems, gotProblems))

	again := filepath.Join(t.TempDir(), "r")
	w, err := Create(again, Options{AllPassages: true})
	require.NoError(t, err)
	require.NoError(t, Read(dir, w.Article, w.Cluster, w.Problem))
	require.NoError(t, w.Commit())
	for _, p := range new(Writer).tables() {
		require.Equal(t, readTable(t, filepath.Join(dir, p.name)), readTable(t, filepath.Join(again, p.name)))
	}
}

func TestReadRefusesWhatIsNoReport(t *testing.T) {
	err := Read(t.TempDir(), nil, nil, nil)
	require.ErrorContains(t, err, "no wiretrace report")
}
