package sheet

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"wiretrace/report"
	"wiretrace/report/page"
)

// filled writes a workbook of the report in a folder.
func filled(t testing.TB, from string, pages, rows int) (path string) {
	t.Helper()
	b, err := newBook(t.TempDir(), pages, rows, "report.jsonl")
	require.NoError(t, err)
	articles := 0
	require.NoError(t, report.Read(from, report.Rows{Article: func(*report.Article) error { articles++; return nil }}))
	require.NoError(t, b.Expect(articles))
	require.NoError(t, report.Read(from, report.Rows{Problem: b.Problem, Story: b.Story, Article: b.Article, Cluster: b.Cluster, Outlet: b.Outlet, Flow: b.Flow}))
	require.NoError(t, b.Close())
	return b.path
}

const sample = "../testdata/report"

func open(t testing.TB, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

// place returns the name of the cell of a row, from 1 below the header, in a
// column.
func place(t testing.TB, f *excelize.File, sheet, column string, row int) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	for i, name := range rows[0] {
		if name == column {
			cell, err := excelize.CoordinatesToCellName(i+1, row+1)
			require.NoError(t, err)
			return cell
		}
	}
	require.Fail(t, "no column "+column)
	return ""
}

func TestSheets(t *testing.T) {
	f := open(t, filled(t, sample, 100, mostRows))
	require.Equal(t, []string{"stories", "clusters", "articles", "passages", "links", "credits", "quotes", "outlets", "flows", "about"}, f.GetSheetList())
	shown := func(sheet, column string, row int) string {
		v, err := f.GetCellValue(sheet, place(t, f, sheet, column, row))
		require.NoError(t, err)
		return v
	}
	kind := func(sheet, column string, row int) excelize.CellType {
		k, err := f.GetCellType(sheet, place(t, f, sheet, column, row))
		require.NoError(t, err)
		return k
	}
	t.Run("a time is a date", func(t *testing.T) {
		require.Equal(t, "2025-03-10 07:30:00", shown("articles", "published", 1))
		raw, err := f.GetCellValue("articles", place(t, f, "articles", "published", 1), excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		x, err := strconv.ParseFloat(raw, 64)
		require.NoError(t, err)
		require.InDelta(t, 45726.3125, x, 1e-6)
	})
	t.Run("a day has no time", func(t *testing.T) {
		require.Equal(t, "2025-03-10", shown("articles", "published", 3))
	})
	t.Run("the date stands as it was found too", func(t *testing.T) {
		require.Equal(t, "2025-03-10T07:30:00Z", shown("articles", "published_as", 1))
	})
	t.Run("a percentage is one", func(t *testing.T) {
		require.Equal(t, "32.1%", shown("articles", "quoted_pct", 1))
		raw, err := f.GetCellValue("articles", place(t, f, "articles", "quoted_pct", 1), excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		require.Equal(t, "0.321", raw)
	})
	t.Run("what looks like a formula is text", func(t *testing.T) {
		require.Equal(t, "=SHOCK: They KNEW", shown("articles", "title", 4))
		require.Equal(t, excelize.CellTypeInlineString, kind("articles", "title", 4))
		formula, err := f.GetCellFormula("articles", place(t, f, "articles", "title", 4))
		require.NoError(t, err)
		require.Empty(t, formula)
	})
	t.Run("articles lead to their pages", func(t *testing.T) {
		ok, target, err := f.GetCellHyperLink("articles", place(t, f, "articles", "article", 1))
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, page.Address("c-ferry", "signal/ferry.txt", 0, 0), target)
		require.True(t, strings.HasPrefix(target, "clusters/c-ferry.html#a"), target)
	})
	t.Run("stories lead to their pages, and sheets fit the width of the paper", func(t *testing.T) {
		for _, sheet := range []string{"stories", "articles"} {
			ok, target, err := f.GetCellHyperLink(sheet, place(t, f, sheet, "story", 1))
			require.NoError(t, err)
			require.True(t, ok)
			require.Equal(t, "stories/s-ferry.html", target)
		}
		layout, err := f.GetPageLayout("articles")
		require.NoError(t, err)
		require.Equal(t, "landscape", *layout.Orientation)
		require.Equal(t, 1, *layout.FitToWidth)
	})
	t.Run("headers are frozen and filter", func(t *testing.T) {
		for _, sheet := range f.GetSheetList()[:9] {
			panes, err := f.GetPanes(sheet)
			require.NoError(t, err)
			require.True(t, panes.Freeze)
			require.Equal(t, 1, panes.YSplit)
		}
		filters := 0
		for _, name := range f.GetDefinedName() {
			if strings.Contains(name.Name, "_FilterDatabase") {
				filters++
			}
		}
		require.Equal(t, 9, filters)
	})
}

func TestNoLinksWhereThereAreNoPages(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages int
	}{{"unwanted", -1}, {"too many articles", 2}} {
		t.Run(c.name, func(t *testing.T) {
			f := open(t, filled(t, sample, c.pages, mostRows))
			ok, _, err := f.GetCellHyperLink("articles", place(t, f, "articles", "article", 1))
			require.NoError(t, err)
			require.False(t, ok)
		})
	}
}

func TestMoreRowsThanASheetHolds(t *testing.T) {
	f := open(t, filled(t, sample, 100, 4)) // three rows and the header
	require.Subset(t, f.GetSheetList(), []string{"articles", "articles 2", "articles 3", "articles 4"})
	var ids []string
	for _, sheet := range f.GetSheetList() {
		if !strings.HasPrefix(sheet, "articles") {
			continue
		}
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		require.LessOrEqual(t, len(rows), 4)
		require.Equal(t, "article", rows[0][3])
		for i, row := range rows[1:] {
			ids = append(ids, row[3])
			ok, target, err := f.GetCellHyperLink(sheet, fmt.Sprintf("D%d", i+2))
			require.NoError(t, err)
			if row[1] == "" {
				require.False(t, ok)
				continue
			}
			require.Equal(t, page.Address(row[1], row[3], 0, 0), target)
		}
	}
	require.Equal(t, []string{
		"signal/ferry.txt", "syndicate/ferry.txt", "post/crack.txt", "buzz/=shock.txt",
		"agency.jsonl#1", "local.json", "jp/a.txt", "jp/b.txt", "hills.txt", "lone-wire.txt", "alone.txt",
	}, ids)
	about, err := f.GetRows("about")
	require.NoError(t, err)
	require.Contains(t, fmt.Sprint(about), "11 rows, more than a sheet can hold: they go on in articles 2 to articles 4")
}

func TestCells(t *testing.T) {
	long := strings.Repeat("é🙂", 20000)
	a := &report.Article{
		Cluster: "c", ID: "1234567890123456789", Title: "\x00\x1b[31m _x0041_ \xff", Outlet: "007", Why: long, Published: "1850-01-02",
		URL: "+1", Text: "x", Byline: " spaced \n twice ",
	}
	b, err := newBook(t.TempDir(), -1, mostRows, "report.jsonl")
	require.NoError(t, err)
	require.NoError(t, b.Article(a))
	require.NoError(t, b.Cluster(&report.Cluster{ID: "c"}))
	require.NoError(t, b.Close())
	f := open(t, b.path)
	get := func(column string) string {
		v, err := f.GetCellValue("articles", place(t, f, "articles", column, 1))
		require.NoError(t, err)
		return v
	}
	require.Equal(t, "1234567890123456789", get("article"), "long ids keep their digits")
	require.Equal(t, "007", get("outlet"), "and their zeros")
	require.Equal(t, "+1", get("url"))
	require.Equal(t, "1850-01-02", get("published"), "older than the calendar of a spreadsheet")
	require.Equal(t, " spaced \n twice ", get("byline"))
	require.Contains(t, get("title"), "_x0041_", "no escape is read into the text")
	require.NotContains(t, get("title"), "\x1b")
	why := get("why")
	require.True(t, strings.HasSuffix(why, "[… cut for spreadsheets; all 40000 characters are in report.jsonl]"), why[len(why)-100:])
	about, err := f.GetRows("about")
	require.NoError(t, err)
	require.Contains(t, fmt.Sprint(about), "1 text longer than a cell can hold")
	require.Empty(t, get("copied_pct"), "unknown")
}

func TestTheSameReportGivesTheSameBytes(t *testing.T) {
	first, err := os.ReadFile(filled(t, sample, 100, mostRows))
	require.NoError(t, err)
	second, err := os.ReadFile(filled(t, sample, 100, mostRows))
	require.NoError(t, err)
	require.True(t, bytes.Equal(first, second))
}

func BenchmarkBook(b *testing.B) {
	const articles = 5000
	for b.Loop() {
		k, err := newBook(b.TempDir(), 1<<30, mostRows, "report.jsonl")
		require.NoError(b, err)
		for i := range articles {
			a := &report.Article{Cluster: "c", ID: fmt.Sprint(i), Published: "2025-01-01", Why: "it is a copy"}
			for n := range 10 {
				a.Passages = append(a.Passages, report.Passage{Start: 10 * n, End: 10*n + 10, Label: report.Copied, SourceArticle: "0", Text: strings.Repeat("word ", 30)})
			}
			require.NoError(b, k.Article(a))
		}
		require.NoError(b, k.Close())
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}
