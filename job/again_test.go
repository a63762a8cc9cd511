package job

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
	"wiretrace/report"
)

// A page that is saved again under another name gives the article it gave
// before, without being taken apart once more.
func TestPagesAreKnownAgain(t *testing.T) {
	body := strings.Repeat("<p>The ferry Tolsta lay on the sandbank off Carrick Ness for a day, and nobody on board minded but the bride.</p>", 6)
	page := fmt.Sprintf(`<html lang="en"><head><title>Ferry stuck</title><link rel="canonical" href="https://voz.us/ferry">`+
		`<meta property="article:published_time" content="2026-03-02T10:00:00Z"></head><body><article><h1>Ferry stuck</h1>%s</article></body></html>`, body)
	dir := t.TempDir()
	db := filepath.Join(dir, "news.db")
	read := func(name string) []*report.Article {
		folder := filepath.Join(dir, name)
		require.NoError(t, os.Mkdir(folder, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".html"), []byte(page), 0o644))
		a, err := archive.Open(db, archive.Options{})
		require.NoError(t, err)
		defer func() { require.NoError(t, a.Close()) }()
		out := filepath.Join(dir, "report")
		mustRun(t, Options{Paths: []string{folder}, Archive: a, Whole: true, Out: out})
		var list []*report.Article
		require.NoError(t, report.Read(out, report.Rows{Article: func(a *report.Article) error {
			list = append(list, a)
			return nil
		}}))
		return list
	}
	first := read("monday")
	require.Len(t, first, 1)
	both := read("tuesday")
	require.Len(t, both, 2)
	for _, a := range both {
		require.Equal(t, first[0].Text, a.Text)
		require.Equal(t, first[0].Title, a.Title)
		require.Equal(t, first[0].Outlet, a.Outlet)
		require.Equal(t, first[0].Published, a.Published)
	}
	require.ElementsMatch(t, []string{"monday.html", "tuesday.html"}, []string{both[0].ID, both[1].ID})
}

// A folder that is moved, or mounted elsewhere, brings nothing new: its pages have the
// bytes and the ids that they had, whatever their texts say of title and writer.
func TestAFolderThatIsMovedBringsNoNews(t *testing.T) {
	body := strings.Repeat("<p>The ferry Tolsta lay on the sandbank off Carrick Ness for a day, and nobody on board minded but the bride.</p>", 6)
	page := fmt.Sprintf(`<html lang="en"><head><link rel="canonical" href="https://voz.us/ferry">`+
		`<meta property="og:site_name" content="Voz"><meta property="article:published_time" content="2026-03-02T10:00:00Z"></head><body><article><h1>Ferry stuck</h1><p>Ailsa Rennie and Kevin Johnson</p><p>VOZ</p>%s</article></body></html>`, body)
	n := startNights(t, Options{})
	write(t, "in", "voz/ferry.html", page)
	require.Len(t, n.next().articles(t), 1)
	require.NoError(t, os.Rename("in", "elsewhere"))
	n.o.Paths = []string{"elsewhere"}
	m := n.next()
	require.Equal(t, &report.Night{KnownArticles: 1}, m.summary.Night)
	require.Empty(t, m.files, "there is nothing to report")
}
