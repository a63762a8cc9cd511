package page

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

const megabyte = 1 << 20

// requireSmall requires that no page of a report is larger than a megabyte.
func requireSmall(t *testing.T, dir string) (pages int) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		pages++
		info, err := e.Info()
		require.Less(t, info.Size(), int64(megabyte), path)
		require.NotContains(t, path, ".spool")
		return err
	}))
	return pages
}

func TestALargeClusterIsSpreadOverPages(t *testing.T) {
	text := strings.Repeat("The council closed the bridge on Monday. ", 100)
	var articles []*report.Article
	for i := range 1500 {
		a := &report.Article{
			Cluster: "c1", Family: "f1", ID: fmt.Sprintf("%d.txt", i), Role: report.Copy, Outlet: fmt.Sprintf("Outlet %d", i), Title: "Bridge closed",
			Published: fmt.Sprintf("2025-01-%02dT10:%02dZ", 1+i/60, i%60), Text: text, Words: 700, Why: "It is a copy.",
		}
		p := report.Passage{Start: 0, End: len(text), Label: report.Copied, Text: text, Words: 700}
		if i == 0 { // even what comes on a later page is linked
			p.SourceArticle, p.SourceEnd, p.SourceText = "1499.txt", len(text), text
		} else {
			p.SourceArticle, p.SourceEnd, p.SourceText = "0.txt", len(text), text
			a.SourceArticle = "0.txt"
		}
		a.Passages = []report.Passage{p}
		articles = append(articles, a)
	}
	dir := written(t, articles, &report.Cluster{ID: "c1", Articles: 1500, Families: 1, Outlets: 1500, Headline: "Bridge closed"})
	require.Greater(t, requireSmall(t, dir), 5)
	requireWhole(t, dir)
	found := 0
	for _, p := range parseAll(t, dir) {
		found += len(p.class("piece"))
	}
	require.Equal(t, 1500, found)
	first := parse(t, filepath.Join(dir, report.PagesDir, "c1.html"))
	last := fmt.Sprintf(`href="c1-%d.html#%s:0-%d"`, parts(dir), keyOf("1499.txt"), len(text))
	require.Contains(t, render(first.ids[keyOf("0.txt")+"-s1"]), last)
}

// parts counts the pages of the cluster c1.
func parts(dir string) int {
	pages, _ := filepath.Glob(filepath.Join(dir, report.PagesDir, "c1*.html"))
	return len(pages)
}

func TestALongTextIsCutVisibly(t *testing.T) {
	for name, text := range map[string]string{
		"of letters":      strings.Repeat("word ", 2<<20),
		"of one word":     strings.Repeat("x", 8<<20),
		"all of it marks": strings.Repeat("&", 1<<20),
	} {
		t.Run(name, func(t *testing.T) {
			half := len(text) / 2
			a := &report.Article{Cluster: "c1", ID: "a", Role: report.Rewrite, Text: text, Passages: []report.Passage{
				{Start: 0, End: half, Label: report.Edited, Text: text[:half], SourceArticle: "b", SourceEnd: half, SourceText: text[:half] + "x"},
				{Start: half, End: len(text), Label: report.Original, Text: text[half:]},
			}}
			dir := written(t, []*report.Article{a}, &report.Cluster{ID: "c1"})
			b, err := os.ReadFile(filepath.Join(dir, report.PagesDir, "c1.html"))
			require.NoError(t, err)
			require.Less(t, len(b), 5*megabyte/2)
			require.Contains(t, string(b), "the whole of it is in report.jsonl")
		})
	}
	t.Run("20,000 words are not cut", func(t *testing.T) {
		text := strings.Repeat("bridge ", 20000)
		a := &report.Article{Cluster: "c1", ID: "a", Text: text, Passages: []report.Passage{{End: len(text), Label: report.Original, Text: text}}}
		dir := written(t, []*report.Article{a}, &report.Cluster{ID: "c1"})
		requireSmall(t, dir)
		b, err := os.ReadFile(filepath.Join(dir, report.PagesDir, "c1.html"))
		require.NoError(t, err)
		require.NotContains(t, string(b), "the whole of it is in report.jsonl")
		_, shown, _ := strings.Cut(string(b), `<div class="text"`)
		require.Equal(t, 20000, strings.Count(shown, "bridge"))
	})
}

func TestIndexOfManyClusters(t *testing.T) {
	for _, clusters := range []int{0, 1, 5000} {
		t.Run(fmt.Sprint(clusters), func(t *testing.T) {
			dir := t.TempDir()
			f := &indexOnly{}
			generate(t, f, clusters)
			require.NoError(t, f.index.write(dir))
			p := parse(t, filepath.Join(dir, report.IndexFile))
			var data struct {
				Outlets []string
				Rows    [][]any
			}
			require.NoError(t, json.Unmarshal([]byte(content(p.ids["data"])), &data))
			require.Len(t, data.Rows, clusters) // all on one page
			if clusters == 0 {
				require.Contains(t, content(p.ids["clusters"]), "No article derives from another, and no two report the same event.")
				return
			}
			info, err := os.Stat(filepath.Join(dir, report.IndexFile))
			require.NoError(t, err)
			require.Less(t, info.Size(), int64(megabyte))
			for i, r := range data.Rows[1:] {
				require.LessOrEqual(t, r[4], data.Rows[i][4], "the largest come first")
			}
			rows := 0
			for n := range p.ids["rows"].Descendants() {
				if n.Data == "tr" {
					rows++
				}
			}
			require.Equal(t, min(clusters, perScreen), rows)
		})
	}
	t.Run("more than fit a page", func(t *testing.T) {
		x := index{}
		for i := range 20000 {
			x.entries = append(x.entries, entry{file: fmt.Sprintf("c%d", i), headline: strings.Repeat("bridge ", 12), articles: 2})
		}
		dir := t.TempDir()
		require.NoError(t, x.write(dir))
		require.Greater(t, requireSmall(t, dir), 2)
		total := 0
		for _, p := range parseAll(t, dir) {
			var data struct{ Rows [][]any }
			require.NoError(t, json.Unmarshal([]byte(content(p.ids["data"])), &data))
			total += len(data.Rows)
		}
		require.Equal(t, 20000, total)
	})
}

// indexOnly is a form that makes no pages of clusters.
type indexOnly struct {
	index   index
	members []member
}

func (f *indexOnly) Article(a *report.Article) error {
	f.index.articles++
	f.members = append(f.members, newMember(a))
	return nil
}

func (f *indexOnly) Cluster(c *report.Cluster) error {
	defer func() { f.members = f.members[:0] }()
	f.index.count(c)
	f.index.add(c, c.ID, f.members)
	return nil
}

func (f *indexOnly) Story(*report.Story) error      { return nil }
func (f *indexOnly) Outlet(*report.Publisher) error { return nil }
func (f *indexOnly) Flow(*report.Flow) error        { return nil }
func (f *indexOnly) Problem(*report.Problem) error  { return nil }
func (f *indexOnly) Close() error                   { return nil }
