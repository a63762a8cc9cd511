package likeness

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestFigures(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	w, err := report.Create(dir, report.Options{})
	require.NoError(t, err)
	require.NoError(t, w.Story(&report.Story{ID: "s", Articles: 2}))
	for _, a := range []*report.Article{
		{
			Story: "s", Cluster: "c", ID: "a", Role: report.Copy, Published: "2025-03-01T10:00Z",
			Text:   "The mayor met Ann Example. She said “No” in Bytown.",
			Quotes: []report.Quote{{Text: "No"}}, Links: []report.Link{{SourceArticle: "b"}},
		},
		{Story: "s", Cluster: "c", ID: "b", Role: report.Origin, Published: "2025-03-01", Text: "One two two.", Credits: []report.Credit{{Text: "x"}}},
	} {
		require.NoError(t, w.Article(a))
	}
	require.NoError(t, w.Cluster(&report.Cluster{ID: "c"}))
	require.NoError(t, w.Commit())
	stats := filepath.Join(t.TempDir(), "stats")
	require.NoError(t, os.WriteFile(stats, []byte(`{"counts":{"articles":2,"couples":9}}`), 0o666))
	f, err := Of(dir, stats)
	require.NoError(t, err)
	require.Equal(t, &Figures{
		Articles: 2, Days: 1, Characters: 31.5, Words: 6.5, Tenth: 3, Median: 10, Ninetieth: 10, Distinct: 6, Names: 1.5, Quotations: .5, Credits: .5,
		Compared: 4.5, Links: .5, Derived: .5, Copies: .5, Grouped: 1, Told: 1, Largest: 2,
	}, f)

	other := *f
	other.Words = 13
	var out bytes.Buffer
	require.NoError(t, Print(&out, []string{"real", "made up"}, []*Figures{f, &other}))
	require.Regexp(t, `(?m)^words +6 +13 +200  an article$`, out.String())
	require.Regexp(t, `(?m)^pairs compared +4\.50 +4\.50 +100  an article$`, out.String())

	_, err = Of(t.TempDir(), "")
	require.ErrorContains(t, err, "no wiretrace report")
	_, err = Of(dir, filepath.Join(dir, "nothing"))
	require.ErrorContains(t, err, "read statistics")
}
