package reader

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// workbookOf is a workbook with these sheets; a cell that begins with "=" is written as a number, one that begins with "!" in its
// place, and all others among the shared strings. Empty cells and rows are left out.
func workbookOf(t testing.TB, sheets ...[][]string) string {
	var shared []string
	parts := make([]string, len(sheets))
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
		parts[i] = x.String() + "</sheetData></worksheet>"
	}
	var x strings.Builder
	for _, s := range shared {
		half := len(s) / 2
		for half > 0 && s[half] >= 0x80 {
			half--
		}
		fmt.Fprintf(&x, `<si><r><rPr><b/></rPr><t xml:space="preserve">%s</t></r><r><t xml:space="preserve">%s</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si>`, html.EscapeString(s[:half]), html.EscapeString(s[half:]))
	}
	return workbookOfParts(t, "", x.String(), parts...)
}

// workbookOfParts is a workbook with these properties, shared strings and sheets, all of them XML.
func workbookOfParts(t testing.TB, properties, shared string, sheets ...string) string {
	const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, content string) {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	var list, files strings.Builder
	for i := range sheets {
		fmt.Fprintf(&list, `<sheet name="Sheet %d" sheetId="%[1]d" r:id="rId%[1]d"/>`, i+1)
		fmt.Fprintf(&files, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i+1, relations)
	}
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	add("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+relations+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="`+relations+`">`+properties+`<sheets>`+list.String()+`</sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+files.String()+`</Relationships>`)
	for i, sheet := range sheets {
		add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), sheet)
	}
	add("xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+shared+"</sst>")
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
	f.Add([]byte(`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="ZZZ1"><v>1</v></c></row>`), []byte(`<si><t>x</t></si>`))
	f.Add([]byte(`<row r="2"><c r="A2" t="s"><v>-1</v></c><c r="XFD1" t="e"><v>#N/A</v></c></row><row r="99999999999"/>`), []byte(`<si><r><t>_x0000_</t></r></si>`))
	f.Add([]byte(`<row r="9999999"><c t="inlineStr"><is><t>x</t></is></c></row><row><c`), []byte(nil))
	f.Fuzz(func(t *testing.T, sheet, shared []byte) {
		head := `<worksheet><sheetData><row><c><v>title</v></c><c><v>text</v></c></row>`
		dir := folder(t, map[string]string{"x.xlsx": workbookOfParts(t, "", string(shared), head+string(sheet)+`</sheetData></worksheet>`)})
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

// TestWorkbooksThatBreakOff holds that a workbook which the library would read in part, or which would take it too long or too much
// memory, is a problem, and that nothing is left of it.
func TestWorkbooksThatBreakOff(t *testing.T) {
	const record = 512 << 10
	const row = `<row><c t="inlineStr"><is><t>Title</t></is></c><c t="inlineStr"><is><t>Text</t></is></c></row>`
	whole := workbookOf(t, [][]string{{"Title", "Text"}, {"Ferry slip to close", slipText}})
	flipped := []byte(whole)
	for i := strings.Index(whole, "xl/sharedStrings.xml") + 60; i < strings.Index(whole, "xl/sharedStrings.xml")+90; i++ {
		flipped[i] ^= 0x55
	}
	for name, tt := range map[string]struct{ in, want string }{
		"the sheet":              {workbookOfParts(t, "", "", "<worksheet><sheetData>"+row+row+"<row><c><v>a & b</v></c></row></sheetData></worksheet>"), "the workbook is damaged: "},
		"a control":              {workbookOfParts(t, "", "", "<worksheet><sheetData>"+row+"<row><c><v>\x02</v></c></row></sheetData></worksheet>"), "the workbook is damaged: "},
		"the strings":            {workbookOfParts(t, "", "<si><t>Title</t></si><si>", "<worksheet><sheetData>"+row+"</sheetData></worksheet>"), "the workbook is damaged: "},
		"the packed data":        {string(flipped), "damaged"},
		"too many sheets":        {workbookOfParts(t, strings.Repeat(" ", mostListed), "", "<worksheet/>"), "xl/workbook.xml in the workbook is larger than 1 MiB"},
		"strings of nothing":     {workbookOfParts(t, "", strings.Repeat("<si/>", sheetsOfRecord*record/stringSize+1), "<worksheet/>"), "the workbook has too many strings"},
		"a row far below":        {workbookOfParts(t, "", "", "<worksheet><sheetData>"+row+`<row r="3"/><row r="99999999999"/></sheetData></worksheet>`), "more rows than Excel knows"},
		"a string of many cells": {workbookOfParts(t, "", "<si><t>"+strings.Repeat("The slip is shut. ", record/18)+"</t></si>", "<worksheet><sheetData>"+row+strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, sheetsOfRecord+1)+"</sheetData></worksheet>"), "the table of the workbook is larger than 8 MiB"},
		"a bomb":                 {workbookOfParts(t, "", "", "<worksheet>"+strings.Repeat(" ", sheetsOfRecord*record)+"</worksheet>"), "the workbook is larger than 8 MiB"},
		"a panic":                {workbookOfParts(t, "", strings.Repeat(" ", mostHeld+1), "<worksheet><sheetData>"+row+`<row><c t="s"><v>-1</v></c></row></sheetData></worksheet>`), "the workbook is damaged: index out of range"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			dir := folder(t, map[string]string{"a.xlsx": tt.in})
			articles, problems := read(t, dir, Options{MaxRecord: record}, dir)
			require.Empty(t, articles)
			require.Len(t, problems, 1)
			require.Contains(t, problems[0], tt.want)
			require.Empty(t, leftIn(t, os.TempDir()))
		})
	}
}

// TestWorkbooksOfLargeParts holds that parts which do not stay in memory are read, and that nothing is left of them.
func TestWorkbooksOfLargeParts(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	rows := [][]string{{"Title", "Text"}}
	long := strings.Repeat("The slip is shut. ", 20_000)
	for i := range mostHeld/len(long) + 1 {
		rows = append(rows, []string{fmt.Sprint("Slip ", i), fmt.Sprint(i, ": ", long)}, []string{fmt.Sprint("!Slip ", i), fmt.Sprint("!", i, ": ", long)})
	}
	dir := folder(t, map[string]string{"a.xlsx": workbookOf(t, rows)})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, len(rows)-1)
	for i, a := range articles {
		require.Equal(t, fmt.Sprint(i/2, ": ", strings.TrimSpace(long)), strings.TrimSpace(a.Text))
	}
	require.Empty(t, leftIn(t, os.TempDir()))
}

func leftIn(t *testing.T, dir string) []os.DirEntry {
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	return list
}

// TestCellsOfWorkbooks holds what of a cell is read.
func TestCellsOfWorkbooks(t *testing.T) {
	cell := func(kind, value string) string { return `<c t="` + kind + `">` + value + `</c>` }
	text := func(s string) string { return cell("inlineStr", "<is><t>"+s+"</t></is>") }
	sheet := "<worksheet><sheetData><row>" + text("Title") + text("Author") + text("Date") + text("Text") + "</row><row>" +
		cell("str", "<f>A1</f><v>Ferry slip to close</v>") + cell("e", "<v>#NAME?</v>") + cell("n", "<v>44266.34375</v>") + text(slipText+"_x000D_\n\n"+chairText) + "</row></sheetData></worksheet>"
	dir := folder(t, map[string]string{"a.xlsx": workbookOfParts(t, `<workbookPr date1904="1"/>`, "", sheet)})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 1)
	a := articles[0]
	require.Equal(t, []string{"Ferry slip to close", "", "2025-03-12T08:15", slipText + "\n\n" + chairText}, []string{a.Title, a.Byline, a.Published.String(), a.Text})
}
