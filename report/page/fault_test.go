package page

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/internal/fault"
	"wiretrace/report"
)

// A page that panics is missing, or says so where others lead to it; all other pages
// are there.
func TestAPageThatPanicsIsMissingAlone(t *testing.T) {
	for _, test := range []struct {
		name   string
		tear   func(p *Pages)
		absent string // the page that is not there
	}{
		{"the list of articles", func(p *Pages) { p.list.words = nil }, report.ListFile},
		{"a story", func(p *Pages) { p.stories["s-frost"] = nil }, report.StoryDir + "/s-frost.html"},
		{"nothing", func(*Pages) {}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			form, err := New(About{})(dir)
			require.NoError(t, err)
			p := form.(*Pages)
			var panics []error
			take := func(err error) error {
				found, rest := fault.Part(err)
				panics = append(panics, found...)
				return rest
			}
			torn := false
			require.NoError(t, report.Read("../testdata/report", report.Rows{
				Problem: p.Problem, Story: p.Story, Outlet: p.Outlet, Flow: p.Flow,
				Article: func(a *report.Article) error {
					if !torn {
						test.tear(p)
						torn = true
					}
					return take(p.Article(a))
				},
				Cluster: func(c *report.Cluster) error { return take(p.Cluster(c)) },
			}))
			require.NoError(t, take(p.Close()))
			require.Equal(t, test.absent != "", len(panics) > 0)
			for _, name := range []string{report.IndexFile, report.ListFile, report.OutletsPage, report.StoryDir + "/s-ferry.html", report.StoryDir + "/s-frost.html", report.PagesDir + "/c-ferry.html", report.PagesDir + "/c-frost.html"} {
				_, err := os.Stat(filepath.Join(dir, name))
				require.Equal(t, name != test.absent, err == nil, name)
			}
		})
	}
}

// In the place of a cluster's page that panics stands one that says so.
func TestAClusterThatPanicsHasAPageThatSaysSo(t *testing.T) {
	dir := t.TempDir()
	p, err := begin(dir)
	require.NoError(t, err)
	a := &report.Article{ID: "a", Cluster: "c1", Text: "The ferry is late.", Passages: []report.Passage{{End: 18, Label: report.Original}}}
	require.NoError(t, p.Article(a))
	p.members[0].at = 1 << 40 // nowhere in the spool
	require.True(t, fault.Is(p.Cluster(&report.Cluster{ID: "c1", Articles: 1})))
	a.Cluster = "c2"
	require.NoError(t, p.Article(a))
	require.NoError(t, p.Cluster(&report.Cluster{ID: "c2", Articles: 1}))
	require.NoError(t, p.Close())
	torn, err := os.ReadFile(filepath.Join(dir, report.PagesDir, "c1.html"))
	require.NoError(t, err)
	require.Contains(t, string(torn), "could not be made")
	whole, err := os.ReadFile(filepath.Join(dir, report.PagesDir, "c2.html"))
	require.NoError(t, err)
	require.Contains(t, string(whole), "The ferry is late.")
}
