package reader

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// workbookOf is a workbook with these sheets; a cell that begins with "=" is written as a number, one that begins with "!" in its
// place, and all others among the shared strings. Empty cells and rows are left out.
func workbookOf(t testing.TB, sheets ...[][]string) string {
	var shared []string
	files := map[string]string{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
	order := []string{"[Content_Types].xml", "xl/workbook.xml"}
	for i, rows := range sheets {
		var x strings.Builder
		x.WriteString(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
		for r, row := range rows {
			if len(row) == 0 {
				continue
			}
			fmt.Fprintf(&x, `<row r="%d" spans="1:9">`, r+1)
			for c, cell := range row {
				at := fmt.Sprintf("%c%d", 'A'+c, r+1)
				switch {
				case cell == "":
				case cell[0] == '=':
					fmt.Fprintf(&x, `<c r="%s" s="3"><v>%s</v></c>`, at, cell[1:])
				case cell[0] == '!':
					fmt.Fprintf(&x, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, html.EscapeString(cell[1:]))
				default:
					fmt.Fprintf(&x, `<c r="%s" t="s"><v>%d</v></c>`, at, len(shared))
					shared = append(shared, cell)
				}
			}
			x.WriteString("</row>")
		}
		name := fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		files[name], order = x.String()+"</sheetData></worksheet>", append(order, name)
	}
	var x strings.Builder
	x.WriteString(`<sst>`)
	for _, s := range shared {
		half := len(s) / 2
		for half > 0 && s[half] >= 0x80 {
			half--
		}
		fmt.Fprintf(&x, `<si><r><rPr><b/></rPr><t xml:space="preserve">%s</t></r><r><t xml:space="preserve">%s</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si>`, html.EscapeString(s[:half]), html.EscapeString(s[half:]))
	}
	files["xl/sharedStrings.xml"], order = x.String()+"</sst>", append(order, "xl/sharedStrings.xml")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range order {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(files[name]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

func TestWorkbooks(t *testing.T) {
	slip := []string{"Ferry slip to close", "Ada Crane", "=45728.34375", "The Example", "https://example.com/a", slipText + "\n\n" + chairText}
	newts := []string{"!Newts \"halt\" plan", "", "22/04/2025", "Pond Post", "", "!" + newtText}
	head := []string{"Headline", "Author", "Date", "Publication", "URL", "Full Text"}
	for name, in := range map[string]string{
		"one sheet":                       workbookOf(t, [][]string{head, slip, newts}),
		"the second sheet":                workbookOf(t, [][]string{{"Notes"}, {"of a search"}}, [][]string{head, slip, newts}),
		"below what was asked for":        workbookOf(t, [][]string{{"Report:", "Mentions"}, {"Label:", "harbour, 2025"}, nil, head, slip, nil, newts}),
		"an empty row between":            workbookOf(t, [][]string{head, nil, slip, newts}),
		"a column of days in the figures": workbookOf(t, [][]string{head, slip, newts}),
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"x.xlsx": in, "y.zip": zipOf(t, "x.xlsx", in)})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 4)
			for i, a := range articles {
				if i%2 == 0 {
					require.Equal(t, []string{"Ferry slip to close", "Ada Crane", "The Example", "2025-03-12T08:15", "https://example.com/a", slipText + "\n\n" + chairText}, []string{a.Title, a.Byline, a.Outlet, a.Published.String(), a.URL, a.Text})
				} else {
					require.Equal(t, []string{"Newts \"halt\" plan", "Pond Post", "2025-04-22", newtText}, []string{a.Title, a.Outlet, a.Published.String(), a.Text})
				}
			}
		})
	}
	dir := folder(t, map[string]string{"a.xlsx": "PK", "b.xlsx": workbookOf(t, [][]string{{"Planet", "Size"}, {"Mars", "=3"}}), "c.xlsx": workbookOf(t), "d.xlsx": workbookOf(t, [][]string{head, slip})[:400]})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, articles)
	require.Len(t, problems, 4)
	require.Contains(t, problems, "b.xlsx: a table without a column of texts: the columns are Planet, Size")
	require.Contains(t, problems, "c.xlsx: not a workbook of Excel: it holds no sheet")
}

// zipOf is an archive of one file.
func zipOf(t testing.TB, name, content string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	require.NoError(t, err)
	_, err = w.Write([]byte(content))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

func FuzzWorkbook(f *testing.F) {
	f.Add([]byte(`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="ZZZ1"><v>1</v></c></row>`))
	f.Add([]byte(`<row r="9999999"><c t="inlineStr"><is><t>x</t></is></c></row><row><c`))
	f.Fuzz(func(t *testing.T, sheet []byte) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create("xl/worksheets/sheet1.xml")
		require.NoError(t, err)
		_, err = w.Write(append([]byte(`<worksheet><sheetData><row><c><v>title</v></c><c><v>text</v></c></row>`), sheet...))
		require.NoError(t, err)
		require.NoError(t, z.Close())
		dir := folder(t, map[string]string{"x.xlsx": b.String()})
		read(t, dir, Options{}, dir)
	})
}

// TestWorkbooksAreBounded holds that many cells which share one string count for what they would make.
func TestWorkbooksAreBounded(t *testing.T) {
	long := strings.Repeat("The slip is shut. ", 400)
	rows := [][]string{{"Title", "Text"}}
	for range 200 {
		rows = append(rows, []string{"A", long})
	}
	shares := workbookOf(t, rows)
	dir := folder(t, map[string]string{"a.xlsx": shares})
	articles, problems := read(t, dir, Options{MaxRecord: 32 << 10}, dir)
	require.Empty(t, articles)
	require.Len(t, problems, 1)
	require.Contains(t, problems[0], "a.xlsx: the workbook ")
	dir = folder(t, map[string]string{"a.xlsx": shares})
	articles, _ = read(t, dir, Options{}, dir)
	require.Len(t, articles, 200)
}
