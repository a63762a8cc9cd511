package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFactivaAsXML(t *testing.T) {
	article := func(number, rest string) string {
		return `<ppsarticle><article><accessionNo>` + number + `</accessionNo><reference>distdoc:archive/ArchiveDoc::Article/` + number + `</reference><baseLanguage>EN</baseLanguage><copyright>(c) 2025 Example Media</copyright>
<headline><paragraph display="Proportional" truncation="None" lang="EN">
<hlt>Ferry</hlt> slip to close</paragraph></headline>` + rest + `<publisherName>Example Media</publisherName><sourceName>The Example</sourceName><region code="usa"><name>United States</name></region>
<tailParagraphs><paragraph display="Proportional" truncation="None">` + chairText + `</paragraph><paragraph>` + newtText + `</paragraph></tailParagraphs><notes>A NOTE</notes><wordCount>942</wordCount></article></ppsarticle>`
	}
	dir := folder(t, map[string]string{"x.xml": `<?xml version="1.0" encoding="utf-8"?>
<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="2">` +
		article("EXAM000020250312el3c0000x", `<byline>By Ada Crane</byline><leadParagraph><paragraph>`+slipText+`</paragraph></leadParagraph><publicationDate><dateTime>2025-03-12T08:15:00Z</dateTime></publicationDate>`) +
		article("EXAM000020250313el3c0000y", `<leadParagraph/><publicationDate><date>2025-03-13</date></publicationDate>`) +
		`</ppsarticleResultSet></ppsArticleResponse></PPSResponse>`})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 2)
	a := articles[0]
	require.Equal(t, slipText+"\n\n"+chairText+"\n\n"+newtText, a.Text)
	require.Equal(t, []string{"EXAM000020250312el3c0000x", "Ferry slip to close", "Ada Crane", "The Example", "2025-03-12T08:15:00Z", "en"}, []string{a.ID, a.Title, a.Byline, a.Outlet, a.Published.String(), a.Language})
	require.Equal(t, chairText+"\n\n"+newtText, articles[1].Text)
	require.Equal(t, "2025-03-13", articles[1].Published.String())
}

func TestAnExportOfGhost(t *testing.T) {
	post := func(id, html, plaintext string) string {
		return `{"id":"` + id + `","title":"Ferry slip to close","slug":"slip","mobiledoc":null,"lexical":"{\"root\":{}}","html":` + html + `,"plaintext":` + plaintext + `,"type":"post","status":"published","created_at":"2025-03-11T08:15:00.000Z","published_at":"2025-03-12T08:15:00.000Z"}`
	}
	dir := folder(t, map[string]string{"ghost.json": `{"db":[{"meta":{"exported_on":1741766400000,"version":"5.80.0"},"data":{"newsletters":[{"id":"1","name":"Weekly","body":""}],"posts":[` +
		post("a", `"<p>`+slipText+`</p><p>`+newtText+`</p>"`, `"`+slipText[:20]+`"`) + `,` + post("b", `"<p>`+newtText+`</p><p>`+slipText+`</p>"`, `null`) + `],"users":[{"id":"1","name":"Ada Crane"}]}}]}`})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 2)
	require.Equal(t, slipText+"\n\n"+newtText, articles[0].Text, "what the reader saw, not the beginning of it as plain text")
	require.Equal(t, newtText+"\n\n"+slipText, articles[1].Text)
	require.Equal(t, []string{"a", "Ferry slip to close", "2025-03-12T08:15:00Z"}, []string{articles[0].ID, articles[0].Title, articles[0].Published.String()})

	dir = folder(t, map[string]string{"ghost.json": `{"db":[{"data":{"posts":[` + post("a", `"<p>`+slipText+`</p>"`, `null`) + `,` +
		strings.Replace(post("b", `"<p>`+newtText+`</p>"`, `null`), `"published"`, `"draft"`, 1) + `,` + strings.Replace(post("c", `"<p>`+newtText+`</p>"`, `null`), `"post"`, `"page"`, 1) + `],
		"posts_authors":[{"post_id":"a","author_id":"2","sort_order":1},{"post_id":"a","author_id":"1","sort_order":0},{"post_id":"a","author_id":"9","sort_order":2}],"settings":[{"key":"title","value":"The Example"}],
		"users":[{"id":"1","name":"Ada Crane"},{"id":"2","name":"Jo Field"}]}}]}`})
	articles, problems = read(t, dir, Options{}, dir)
	require.Equal(t, []string{"ghost.json: record 2: a draft, which was not published", "ghost.json: record 3: a page of the site that is no article"}, problems)
	require.Len(t, articles, 1)
	require.Equal(t, []string{"Ada Crane, Jo Field", "The Example"}, []string{articles[0].Byline, articles[0].Outlet})

	dir = folder(t, map[string]string{"pages.jsonl": `{"url":"https://example.com/a","text":"` + slipText + `","html":"<!DOCTYPE html><html><body><p>Log in</p></body></html>"}` + "\n"})
	articles, _ = read(t, dir, Options{}, dir)
	require.Equal(t, slipText, articles[0].Text, "scrapers keep the page beside the text")
}
