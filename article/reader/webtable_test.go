package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTablesSavedAsPages reads tables of articles that programs save as HTML, some under the ending of Excel.
func TestTablesSavedAsPages(t *testing.T) {
	row := func(tag string, cells ...string) string {
		return "<tr><" + tag + ">" + strings.Join(cells, "</"+tag+"><"+tag+">") + "</" + tag + "></tr>\n"
	}
	german := `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><title>Mappe1</title></head><body><table border=0><col width=64>` +
		row("td", "Nr", "Überschrift", "Autor", "Erschienen am", "Medium", "Volltext", "Link") +
		row("td", "1", "Der Kran bleibt", "Ada Kron", "03.06.2025", "Hafenbote", "Der Kran bleibt stehen.<br><br>Niemand will ihn bezahlen.", `<a href="https://hafenbote.example/kran">öffnen</a>`) +
		row("td", "2", "Möwen zurück", "Jo Feld", "28.05.2025 08:05", "Hafenbote", "Die Möwen sind zurück.", `<a href="https://hafenbote.example/moewe">öffnen</a>`) + `</table></body></html>`
	english := "<table>" + row("th", "Presse, week 23") + row("th", "Title", "Date", "Source", "Text") +
		row("td", `<a href="https://example.com/slip">Ferry slip to close</a>`, "2025-06-03", "The Example", "<p>"+slipText+"</p><p>"+chairText+"</p>") + "</table>"
	for name, c := range map[string]struct{ file, in string }{
		"a page of Excel":               {"a.html", german},
		"the same under Excel's ending": {"a.xls", german},
		"in capital letters":            {"a.htm", strings.NewReplacer("<td", "<TD", "<tr", "<TR", "<table", "<TABLE").Replace(german)},
	} {
		t.Run(name, func(t *testing.T) {
			articles, problems := readFolder(t, folder(t, map[string]string{c.file: c.in}))
			require.Empty(t, problems)
			require.Len(t, articles, 2)
			require.Equal(t, "Der Kran bleibt stehen.\n\nNiemand will ihn bezahlen.", articles[0].Text)
			require.Equal(t, "Der Kran bleibt", articles[0].Title)
			require.Equal(t, "Ada Kron", articles[0].Byline)
			require.Equal(t, "Hafenbote", articles[0].Outlet)
			require.Equal(t, "https://hafenbote.example/kran", articles[0].URL)
			require.Equal(t, "2025-06-03", articles[0].Published.When.Format("2006-01-02"))
		})
	}
	for _, file := range []string{"a.xls", "a.html"} {
		in := english
		if file == "a.html" {
			in = "<html><body>" + english + "</body></html>"
		}
		articles, problems := readFolder(t, folder(t, map[string]string{file: in}))
		require.Empty(t, problems)
		require.Len(t, articles, 1)
		require.Equal(t, slipText+"\n\n"+chairText, articles[0].Text)
		require.Equal(t, "https://example.com/slip", articles[0].URL, "the link of the title")
	}
	articles, problems := readFolder(t, folder(t, map[string]string{"a.xls": "Title\tDate\tSource\tText\nFerry slip\t2025-06-03\tThe Example\tThe slip closes.\nNewts\t2025-06-04\tThe Example\tThe newts stay.\n"}))
	require.Empty(t, problems)
	require.Len(t, articles, 2)
}

// TestPagesThatAreNoTablesOfArticles are read as pages, or not at all.
func TestPagesThatAreNoTablesOfArticles(t *testing.T) {
	prose := strings.Repeat("<p>"+slipText+"</p><p>"+chairText+"</p><p>"+newtText+"</p>", 3)
	cells := "<tr><th>Title</th><th>Date</th><th>Source</th><th>Text</th></tr><tr><td>A</td><td>2025-06-03</td><td>B</td><td>C</td></tr>"
	for name, in := range map[string]string{
		"a table within an article":   "<html><body><article><h1>Ferry slip</h1>" + prose + "<table>" + cells + "</table></article></body></html>",
		"a page of tables":            "<html><body><table><tr><td><table>" + cells + "</table></td><td>" + prose + "</td></tr></table></body></html>",
		"no text among the columns":   "<html><body><table>" + strings.Replace(cells, "Text", "Size", 1) + "</table>" + prose + "</body></html>",
		"a page that tells its title": `<html><head><meta property="og:title" content="Ferry"></head><body><table>` + cells + "</table></body></html>",
		"a header and no rows":        "<html><body><table><tr><th>Title</th><th>Date</th><th>Source</th><th>Text</th></tr></table></body></html>",
		"rows of other widths":        "<html><body><table>" + cells + "<tr><td>1</td></tr><tr><td>2</td></tr></table></body></html>",
	} {
		t.Run(name, func(t *testing.T) { require.Nil(t, webTable([]byte(in), "")) })
	}
	_, problems := readFolder(t, folder(t, map[string]string{"a.xls": "\xd0\xcf\x11\xe0\xa1", "b.xls": "<html><body><p>Sizes</p></body></html>"}))
	require.Contains(t, problems, "a.xls: no reader for .xls (a table; one saved as CSV or .xlsx is read)")
	require.Contains(t, problems, "b.xls: a page saved for Excel in which there is no table of articles")
}
