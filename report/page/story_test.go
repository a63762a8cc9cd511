package page

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestAStoryTellsWhoseItsReportsAre(t *testing.T) {
	dir := sample(t, "../testdata/report")
	p := parse(t, filepath.Join(dir, report.StoryDir, "s-frost.html"))
	main := content(p.ids["main"])
	require.Contains(t, main, "3 reports of this event: 1 from Example Agency, 2 own reports.")
	require.Contains(t, main, "From Example Agency")
	require.Contains(t, main, "Frost: what the hill farms lost")
	require.Contains(t, main, "also Radio Elsewhere 11 %")
	require.Len(t, p.class("mark"), 3, "each report has its place on the axis of time")
	var links []string
	for _, n := range p.named("a") {
		links = append(links, attr(n, "href"))
	}
	require.Contains(t, links, "../"+Address("c-frost", "local.json", 0, 0))

	cluster := parse(t, filepath.Join(dir, report.PagesDir, "c-frost.html"))
	require.Contains(t, content(cluster.ids["main"]), "3 reports of this event, 2 of them their outlets' own")
	links = nil
	for _, n := range cluster.named("a") {
		links = append(links, attr(n, "href"))
	}
	require.Contains(t, links, "../stories/s-frost.html")

	index := parse(t, filepath.Join(dir, report.IndexFile))
	require.Contains(t, content(index.ids["clusters"]), "Stories")
	links = nil
	for _, n := range index.named("a") {
		links = append(links, attr(n, "href"))
	}
	require.Subset(t, links, []string{"stories/s-ferry.html", "stories/s-frost.html", "stories/s-matsuri.html"})
	require.NotContains(t, links, "clusters/c-ferry.html", "its story stands for it")
}

// A cluster of no story has a line of its own in the index, and what is alone in
// hand but says whose it is stands on the page of its story.
func TestStoriesAndClustersStandInOneIndex(t *testing.T) {
	dir := t.TempDir()
	f, err := New(About{})(dir)
	require.NoError(t, err)
	require.NoError(t, f.Story(&report.Story{ID: "s1", Headline: "Bridge <shut>", Articles: mostReports + 3, Outlets: 2, OwnReports: 1}))
	for i := range mostReports + 1 {
		require.NoError(t, f.Article(&report.Article{
			Story: "s1", ID: fmt.Sprint("wire", i), Role: report.Copy, Upstream: "AP", Credited: report.No, Confidence: report.Likely, URL: "https://a.example/?q=<b>",
		}))
	}
	require.NoError(t, f.Article(&report.Article{Cluster: "c1", ID: "a", Role: report.Origin, Outlet: "The A"}))
	require.NoError(t, f.Article(&report.Article{Cluster: "c1", ID: "b", Role: report.Copy, SourceArticle: "a"}))
	require.NoError(t, f.Cluster(&report.Cluster{ID: "c1", Headline: "Another", Articles: 2}))
	require.NoError(t, f.Close())

	index := parse(t, filepath.Join(dir, report.IndexFile))
	require.Contains(t, content(index.ids["clusters"]), "Stories and clusters")
	var links []string
	for _, n := range index.named("a") {
		links = append(links, attr(n, "href"))
	}
	require.Subset(t, links, []string{"stories/s1.html", "clusters/c1.html"})

	story := content(parse(t, filepath.Join(dir, report.StoryDir, "s1.html")).ids["main"])
	require.Contains(t, story, "From sources that nobody else here has")
	require.Contains(t, story, "are new and stand here")
}

// The column From must not read as if the whole story were from there.
func TestTheIndexSaysHowManyReportsHaveASource(t *testing.T) {
	dir := t.TempDir()
	f, err := New(About{})(dir)
	require.NoError(t, err)
	for _, s := range []struct {
		id, upstream, confidence string
	}{{"s1", "ABC News", report.Likely}, {"s2", "KFYI", report.Possible}} {
		require.NoError(t, f.Story(&report.Story{ID: s.id, Headline: "Chair " + s.id, Articles: 3, Outlets: 3, OwnReports: 2}))
		require.NoError(t, f.Article(&report.Article{Story: s.id, ID: s.id + "a", Role: report.Rewrite, Upstream: s.upstream, SourceOutlet: s.upstream, Credited: report.Yes, Confidence: s.confidence}))
		require.NoError(t, f.Article(&report.Article{Story: s.id, ID: s.id + "b", Role: report.Single}))
		require.NoError(t, f.Article(&report.Article{Story: s.id, ID: s.id + "c", Role: report.Single}))
	}
	require.NoError(t, f.Close())
	main := content(parse(t, filepath.Join(dir, report.IndexFile)).ids["clusters"])
	require.Contains(t, main, "ABC News 1 of 3")
	require.Contains(t, main, "possibly KFYI, 1 of 3")

	b := browse(t)
	b.open(dir, report.IndexFile)
	const cells = `[...document.querySelectorAll('#rows td')].map((td) => td.textContent).join('|')`
	before := eval[string](b, cells)
	b.do(chromedp.SendKeys(`input[name=q]`, "chair"))
	require.Equal(t, before, eval[string](b, cells), "the script writes the same")
	b.quiet()
}

func TestOneOfAKindIsToldAsOne(t *testing.T) {
	dir := t.TempDir()
	f, err := New(About{})(dir)
	require.NoError(t, err)
	require.NoError(t, f.Story(&report.Story{ID: "s1", Headline: "A bridge", Articles: 2, Outlets: 1, Clusters: 1}))
	require.NoError(t, f.Article(&report.Article{Story: "s1", Cluster: "c1", ID: "a", Outlet: "The Wherry", Role: report.Origin}))
	require.NoError(t, f.Article(&report.Article{Story: "s1", Cluster: "c1", ID: "b", Role: report.Copy}))
	require.NoError(t, f.Cluster(&report.Cluster{ID: "c1", Articles: 2, Outlets: 1}))
	require.NoError(t, f.Close())
	index := content(parse(t, filepath.Join(dir, report.IndexFile)).ids["clusters"].Parent)
	require.Contains(t, index, "2 articles read1 story2 articles in stories1 cluster2 articles in clusters")
	require.Contains(t, index, "1 storyPrevious")
	for _, page := range []string{report.StoryDir + "/s1.html", report.PagesDir + "/c1.html"} {
		b, err := os.ReadFile(filepath.Join(dir, page))
		require.NoError(t, err)
		require.Contains(t, string(b), " of 1 known outlet", page)
	}
}
