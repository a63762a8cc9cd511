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
	stories, articles, clusters, problems := sample()
	var gotStories []Story
	var gotArticles []*Article
	var gotClusters []Cluster
	var gotProblems []Problem
	var gotOutlets []Publisher
	var gotFlows []Flow
	require.NoError(t, Read(dir, Rows{
		Story:   func(s *Story) error { gotStories = append(gotStories, *s); return nil },
		Article: func(a *Article) error { gotArticles = append(gotArticles, a); return nil },
		Cluster: func(c *Cluster) error { gotClusters = append(gotClusters, *c); return nil },
		Problem: func(p *Problem) error { gotProblems = append(gotProblems, *p); return nil },
		Outlet:  func(o *Publisher) error { gotOutlets = append(gotOutlets, *o); return nil },
		Flow:    func(f *Flow) error { gotFlows = append(gotFlows, *f); return nil },
	}))
	require.Empty(t, cmp.Diff(stories, gotStories))
	require.Empty(t, cmp.Diff(articles, gotArticles, cmpopts.EquateEmpty()))
	require.Empty(t, cmp.Diff(clusters, gotClusters))
	require.Empty(t, cmp.Diff(problems, gotProblems))
	outlets, flows := sampleTrade()
	require.Empty(t, cmp.Diff(outlets, gotOutlets))
	require.Empty(t, cmp.Diff(flows, gotFlows))

	again := filepath.Join(t.TempDir(), "r")
	w, err := Create(again, Options{AllPassages: true})
	require.NoError(t, err)
	require.NoError(t, Read(dir, Rows{w.Problem, w.Story, w.Article, w.Cluster, w.Outlet, w.Flow}))
	require.NoError(t, w.Commit())
	for _, p := range new(Writer).tables() {
		require.Equal(t, readTable(t, filepath.Join(dir, p.name)), readTable(t, filepath.Join(again, p.name)))
	}
}

func TestReadRefusesWhatIsNoReport(t *testing.T) {
	err := Read(t.TempDir(), Rows{})
	require.ErrorContains(t, err, "no wiretrace report")
}
