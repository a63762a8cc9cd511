package sheet

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/internal/fault"
	"wiretrace/report"
)

// A row that panics is not in its sheet; the rest of the workbook is whole.
func TestARowThatPanicsIsLeftOut(t *testing.T) {
	b, err := newBook(t.TempDir(), 0, mostRows, "report.jsonl")
	require.NoError(t, err)
	a := &report.Article{ID: "a", Title: "One", Credits: []report.Credit{{Outlet: "The Post"}}}
	require.NoError(t, b.Article(a))
	b.credits.book = nil
	require.True(t, fault.Is(b.Article(&report.Article{ID: "b", Title: "Two", Credits: []report.Credit{{Start: 1}}})))
	b.credits.book = b
	require.NoError(t, b.Article(a))
	require.NoError(t, b.Close())
	f := open(t, b.path)
	for sheet, want := range map[string]int{"articles": 4, "credits": 3} { // with the header
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		require.Len(t, rows, want, sheet)
	}
}

// If the workbook cannot be finished, there is none, and nothing is left of it.
func TestAWorkbookThatPanicsIsNotThere(t *testing.T) {
	for _, test := range []struct {
		name string
		tear func(b *book)
	}{
		{"at the end", func(b *book) { b.credits.book = nil }},
		{"within a row", func(b *book) { b.clusters.stream = nil }},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			b, err := newBook(dir, 0, mostRows, "report.jsonl")
			require.NoError(t, err)
			test.tear(b)
			panics, rest := fault.Part(b.Cluster(&report.Cluster{ID: "c1"}))
			require.NoError(t, rest)
			more, rest := fault.Part(b.Close())
			require.NoError(t, rest)
			require.Len(t, append(panics, more...), 1)
			left, err := filepath.Glob(filepath.Join(dir, "*"))
			require.NoError(t, err)
			require.Empty(t, left)
		})
	}
}
