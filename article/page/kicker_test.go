package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What a page has within the article and beside it that is none of the text.
func TestToolsColumnsAndCardsAreNoText(t *testing.T) {
	const head = `<title>No boat | The Islander</title>`
	p1, p2 := `<p>`+isle1+`</p>`, `<p>`+isle2+`</p>`
	for name, body := range map[string]string{
		"tools within the text":   `<main><article><h1>No boat</h1>` + p1 + `<div class="c-tools c-tools--inline"><p>Voltar</p><p>Facebook Whatsapp X Linkedin Carregando...</p></div>` + p2 + prose3 + `</article></main>`,
		"a code to be scanned":    `<main><article><h1>No boat</h1>` + p1 + p2 + prose3 + `<div class="app-qrcode"><p>All the news of the isles is in our app</p></div></article></main>`,
		"a right column":          `<div class="main-content"><h1>No boat</h1><div class="article-content"><div class="article-content-left"><div class="article">` + p1 + p2 + prose3 + `</div></div><div class="article-content-right"><div><h2>The isles by the hour</h2></div><ul><li>09:02 <a href="/a">Tides</a></li><li>A race</li></ul></div></div></div>`,
		"who signs, and a pledge": `<main><article><h1>No boat</h1>` + p1 + p2 + prose3 + `<section><h3>Sobre la firma</h3></section><section><p>Se adhiere a los criterios de <a href="/e">The Truth Guild</a> <a>Más información</a></p></section></article></main>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := Read(head+body, Options{})
			require.Contains(t, p.Text, isle1)
			require.Contains(t, p.Text, isle2)
			require.NotRegexp(t, "Voltar|Whatsapp|our app|by the hour|Tides|A race|Sobre|Guild", p.Text)
		})
	}
	both := Read(head+`<main><article><h1>No boat</h1><div class="left"><p>`+isle1+`</p></div><div class="right"><p>`+isle2+`</p></div>`+prose3+`</article></main>`, Options{})
	require.Contains(t, both.Text, isle2, "a right column with running text")
}

// A rubric and a headline in one heading are two lines.
func TestARubricDoesNotGrowIntoTheHeadline(t *testing.T) {
	body := `<article><header><h2><span class="block">Referendum</span><span class="wide">Islanders vote against the boat</span></h2></header><p>` + isle1 + `</p><p>` + isle2 + `</p>` + prose3 + `</article>`
	p := Read(`<title>Isles: voters against a boat - The Islander</title><meta property="og:title" content="Referendum: Islanders vote against the boat">`+body, Options{})
	require.NotContains(t, p.Title.Value+p.Text, "ReferendumIslanders")
	for in, want := range map[string]string{
		`<h2><span>Mac</span><span class="b">Donald sails</span></h2>`:                                     "MacDonald sails",
		`<h2><span class="a">N</span><span class="b">o boat this winter</span></h2>`:                       "No boat this winter",
		`<h2><span class="a">Tides</span><span class="b">The ferry</span><span class="b">line</span></h2>`: "Tides The ferryline",
		`<h2><span>Is the boat lost?</span> <span>Not yet</span></h2>`:                                     "Is the boat lost? Not yet",
		`<p><span>Tide</span><span>Table</span> of the week</p>`:                                           "TideTable of the week",
	} {
		doc := parse(in)
		require.Equal(t, want, textOf(doc, 100), in)
	}
}
