package reader

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhatTrafilaturaWritesAsXML(t *testing.T) {
	paragraphs := "<p>" + slipText + "</p>\n<p>" + newtText + "</p>"
	for name, in := range map[string]string{
		"XML": `<doc sitename="The Example" title="Ferry slip to close" author="Ada Crane" date="2025-03-12" source="https://example.com/slip" hostname="example.com" fingerprint="a">
<main><head rend="h2">What the board says</head>` + paragraphs + `<list><item>One pile</item></list></main><comments><p>Shame!</p></comments></doc>`,
		"TEI": `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="main">Ferry slip to close</title><author>Ada Crane</author></titleStmt>
<publicationStmt><publisher>The Example</publisher><p/></publicationStmt><sourceDesc><biblFull><publicationStmt><ptr type="URL" target="https://example.com/slip"/><date>2025-03-12</date></publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader>
<text><body><div type="entry"><ab rend="h2" type="header">What the board says</ab>` + paragraphs + `<list><item>One pile</item></list></div><div type="comments"><p>Shame!</p></div></body></text></TEI>`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"x.xml": in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			a := articles[0]
			require.Equal(t, "What the board says\n\n"+slipText+"\n\n"+newtText+"\n\nOne pile", a.Text)
			require.Equal(t, []string{"Ferry slip to close", "Ada Crane", "The Example", "https://example.com/slip", "2025-03-12"}, []string{a.Title, a.Byline, a.Outlet, a.URL, a.Published.String()})
		})
	}
	piece := func(title, paper, day, text string) string {
		return `<TEI xml:lang="en"><teiHeader><fileDesc><titleStmt><title>` + title + `</title><author>Ada Crane</author></titleStmt><publicationStmt><publisher>University of Wexcombe</publisher><date when="2025-09-01">1 September 2025</date></publicationStmt>` +
			`<sourceDesc><bibl><title level="j">` + paper + `</title><date when="` + day + `">in spring</date></bibl></sourceDesc></fileDesc><profileDesc><creation><date when="2024-01-01"/></creation></profileDesc></teiHeader><text><body><p>` + text + `</p></body></text></TEI>`
	}
	corpus := folder(t, map[string]string{"x.xml": `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Papers of the coast</title></titleStmt></fileDesc></teiHeader>` +
		piece("Ferry slip to close", "The Example", "2025-03-12", slipText) + piece("Newts halt plan", "Pond Post", "2025-04-22", newtText) + `</teiCorpus>`})
	pieces, _ := read(t, corpus, Options{}, corpus)
	require.Len(t, pieces, 2)
	for i, want := range [][]string{{"Ferry slip to close", "The Example", "2025-03-12", slipText}, {"Newts halt plan", "Pond Post", "2025-04-22", newtText}} {
		require.Equal(t, want, []string{pieces[i].Title, pieces[i].Outlet, pieces[i].Published.String(), pieces[i].Text})
	}
	dir := folder(t, map[string]string{"x.xml": "<doc><field name='id'>1</field></doc>"})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, articles)
	require.Len(t, problems, 1, "a document of another program")
}

func TestOfAWACZOnlyTheArchiveIsRead(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	page := "<title>Ferry slip to close</title><article><p>" + slipText + "</p><p>" + chairText + "</p><p>" + newtText + "</p></article>"
	for name, content := range map[string]string{
		"archive/data.warc": warcAnswer(1, "Content-Type: text/html\r\n", page), "pages/pages.jsonl": `{"url": "https://example.com/slip", "title": "Ferry", "text": "` + newtText + `"}` + "\n", "datapackage.json": `{"profile": "data-package"}`,
	} {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	dir := folder(t, map[string]string{"x.wacz": b.String(), "index.cdx": " CDX N b a\n"})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 1)
	require.Equal(t, "Ferry slip to close", articles[0].Title)
}

func TestBylinesAsPagesShowThem(t *testing.T) {
	for in, want := range map[string]string{
		"By Ada Crane": "Ada Crane", "BY ADA CRANE": "ADA CRANE", "Par Ada Crane": "Ada Crane", "[[Ada Crane]]": "Ada Crane", "by design": "by design", "Von Berg": "Von Berg", "Di Marco": "Di Marco", "[[A]], [[B]]": "[[A]], [[B]]", "": "",
	} {
		require.Equal(t, want, signedBy(in))
	}
}
