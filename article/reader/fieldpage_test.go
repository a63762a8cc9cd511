package reader

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPagesInRecords reads records that keep the page as it was fetched, and no text.
func TestPagesInRecords(t *testing.T) {
	fetched := `<!DOCTYPE html><html lang="en"><head><title>Ferry slip to close | The Example</title><meta property="og:site_name" content="The Example"><meta property="article:published_time" content="2025-03-12T08:15:00Z"></head>` +
		`<body><header><a href="/">The Example</a></header><article><h1>Ferry slip to close</h1><p class="byline">By Ada Crane</p><p>` + slipText + `</p><p>` + chairText + `</p></article><section class="comments"><p>I was there, and the slip was brown. Nobody asked the slip.</p></section></body></html>`
	wall := `<html><head><title>Just a moment...</title></head><body>Checking your browser before accessing example.com</body></html>`
	quoted := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	jsonOf := func(s string) string { b, _ := json.Marshal(s); return string(b) }
	for name, c := range map[string]struct{ file, in string }{
		"a table with a column of pages":   {"x.csv", "id,url,html,fetched_at\n1,https://www.example.com/slip," + quoted(fetched) + ",2025-06-20T03:00:00Z\n"},
		"of another name":                  {"x.csv", "url,raw_html\nhttps://www.example.com/slip," + quoted(fetched) + "\n"},
		"as the body of a table":           {"x.csv", "link,body\nhttps://www.example.com/slip," + quoted(fetched) + "\n"},
		"records of a spider":              {"x.jsonl", `{"url": "https://www.example.com/slip", "html": ` + jsonOf(fetched) + `, "status": 200}` + "\n"},
		"under the content":                {"x.jsonl", `{"url": "https://www.example.com/slip", "content": ` + jsonOf(fetched) + `}` + "\n"},
		"with the time of the crawl":       {"x.json", `[{"url": "https://www.example.com/slip", "page_source": ` + jsonOf(fetched) + `, "timestamp": "2025-06-20T03:00:00Z"}]`},
		"with the title of the list of it": {"x.json", `[{"link": "https://www.example.com/slip", "title": "Ferry slip to close", "rawHtml": ` + jsonOf(fetched) + `}]`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{c.file: c.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			a := articles[0]
			require.Equal(t, []string{"Ferry slip to close", "Ada Crane", "The Example", "2025-03-12T08:15:00Z", "https://www.example.com/slip", slipText + "\n\n" + chairText},
				[]string{a.Title, a.Byline, a.Outlet, a.Published.String(), a.URL, a.Text})
		})
	}

	dir := folder(t, map[string]string{"x.jsonl": `{"url": "https://www.example.com/slip", "html": ` + jsonOf(wall) + "}\n"})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, articles)
	require.Equal(t, []string{"x.jsonl: record 1: no article: the site asked whether a person reads it"}, problems)

	dir = folder(t, map[string]string{"x.jsonl": `{"title": "Ferry slip to close", "source": "The Slip Post", "author": "Jo Field", "published": "2025-03-13", "text": "` + slipText + `", "html": ` + jsonOf(fetched) + "}\n"})
	articles, _ = read(t, dir, Options{}, dir)
	require.Equal(t, []string{slipText, "The Slip Post", "Jo Field", "2025-03-13"}, []string{articles[0].Text, articles[0].Outlet, articles[0].Byline, articles[0].Published.String()}, "a text beside the page counts")

	dir = folder(t, map[string]string{"x.jsonl": `{"title": "A", "text": "` + slipText + `"}` + "\n" + `{"title": "B", "text": "nan"}` + "\n" + `{"title": "C", "text": " None "}` + "\n"})
	articles, problems = read(t, dir, Options{}, dir)
	require.Len(t, articles, 1)
	require.Equal(t, []string{"x.jsonl: record 2: the text is empty", "x.jsonl: record 3: the text is empty"}, problems)
}

// TestBylinesOfSeveralLines holds that a byline is one line, as rows of a report are.
func TestBylinesOfSeveralLines(t *testing.T) {
	for in, want := range map[string]string{
		"By ADA CRANE\nThe Example":      "ADA CRANE, The Example",
		"Ada Crane\r\n\r\nJo Field\n":    "Ada Crane, Jo Field",
		"\n    By\n    Ada Crane\n":      "Ada Crane",
		"Von\nAda Crane\nund\nJo Field":  "Ada Crane, Jo Field",
		"Ada Crane,\nJo Field":           "Ada Crane, Jo Field",
		"['Ada Crane',\n 'Jo Field']":    "Ada Crane, Jo Field",
		"<span>Ada Crane</span>\n<br>Jo": "Ada Crane Jo",
		"Ada Crane, Staff Writer":        "Ada Crane, Staff Writer",
	} {
		b, _ := json.Marshal(map[string]string{"text": slipText, "byline": in})
		dir := folder(t, map[string]string{"x.jsonl": string(b) + "\n"})
		articles, _ := read(t, dir, Options{}, dir)
		require.Equal(t, want, articles[0].Byline, in)
	}
}

// TestWhatDatabasesNoteOfASearch holds that the list that Nexis delivers beside its articles is none, and that
// an article about searches is one.
func TestWhatDatabasesNoteOfASearch(t *testing.T) {
	list := "User Name: = student4\n\nDate and Time: = Thursday, March 20, 2025 10:12:00 AM GMT\n\nJob Number: = 248812345\n\nDocuments (2)\n\n1. Ferry slip to close\n\n2. Newts halt plan\n\nClient/Matter: -None-\n\nSearch Terms: ferry OR newts\n\nSearch Type: Terms and Connectors\n"
	german := "Benutzername: student4\nDatum und Uhrzeit: Donnerstag, 20. März 2025\nAuftragsnummer: 248812345\nDokumente (1)\n1. Keine Fähre\nSuchbegriffe: Fähre\n"
	about := "Search Terms: the new book of the island's poet\n\n" + slipText + "\n\nUser name: was asked of each reader in 2025.\n"
	dir := folder(t, map[string]string{"a.docx": docx(t, list), "b.txt": german, "c.txt": about})
	articles, problems := read(t, dir, Options{}, dir)
	require.Len(t, articles, 1)
	require.Equal(t, "c.txt", articles[0].ID)
	require.Equal(t, []string{"a.docx: no article: the list of what a database delivered", "b.txt: no article: the list of what a database delivered"}, problems)
}
