package page

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestWhatIsNewHasAPage(t *testing.T) {
	dir := t.TempDir()
	f, err := New(About{})(dir)
	require.NoError(t, err)
	for k, news := range []string{report.NewReport, report.NewUncredited, "", report.NewCredited, report.NewUncredited} {
		a := &report.Article{ID: fmt.Sprint(k), Title: fmt.Sprintf("Title %d", k), Role: report.Single, News: news, URL: "https://heron.example/"}
		if news == report.NewUncredited {
			a.Role, a.Credited, a.Confidence, a.Upstream = report.Copy, report.No, report.Likely, "The Heron"
		}
		require.NoError(t, f.Article(a))
	}
	require.NoError(t, f.Close())
	main := content(parse(t, filepath.Join(dir, report.NewsPage)).ids["main"])
	require.Contains(t, main, "4 articles to look at.")
	require.NotContains(t, main, "Title 2")
	at := -1
	for _, text := range []string{"without a credit", "Title 1", "Title 4", "with credit", "Title 3", "Their own reports", "Title 0"} {
		next := strings.Index(main, text)
		require.Greater(t, next, at, text)
		at = next
	}
	require.Contains(t, content(parse(t, filepath.Join(dir, report.IndexFile)).named("header")[0]), "4 new since the last night")
	requireWhole(t, dir)
}

func TestWithoutNewsThereIsNoPageOfThem(t *testing.T) {
	require.NoFileExists(t, filepath.Join(sample(t, "../testdata/report"), report.NewsPage))
}
