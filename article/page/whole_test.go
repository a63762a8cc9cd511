package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	isle1 = "The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard."
	isle2 = "Islanders will be flown to the mainland twice a week for the price of the boat, and the post will go with them."
	isle3 = "The yard has promised to be done by the end of March, which is what it promised the last time as well."
	isle4 = "The island has been without a boat before, in the winter of 1962, when the harbour froze and the post came over the ice."
)

// TestWholeText holds pages whose text stands in several places, or is not shown.
func TestWholeText(t *testing.T) {
	all := strings.Join([]string{isle1, isle2, isle3, isle4}, "|")
	p := func(texts ...string) string { return "<p>" + strings.Join(texts, "</p><p>") + "</p>" }
	for _, c := range []struct{ name, body, want string }{
		{"in pieces between advertisements", `<article><h1>No ferry</h1><div class="article__content">` + p(isle1, isle2) + `</div><div class="ad-slot">Advertisement</div><div class="article__content">` + p(isle3) + `</div><div class="ad-slot">Advertisement</div><div class="grid"><div class="article__content">` + p(isle4) + `</div></div></article>`, all},
		{"the same class in another article", `<article><h1>No ferry</h1><div class="entry-content">` + p(isle1, isle2, isle3) + `</div></article><article><h2>The winter of 1962</h2><div class="entry-content">` + p(isle4) + `</div></article>`, isle1 + "|" + isle2 + "|" + isle3},
		{"folded", `<div class="article-body">` + p(isle1, isle2, isle1+" "+isle2+" "+isle3, isle3) + `<div class="expandable" style="display:none">` + p(isle4, isle4+isle2) + `</div></div>`, isle1 + "|" + isle2 + "|" + isle1 + " " + isle2 + " " + isle3 + "|" + isle3 + "|" + isle4 + "|" + isle4 + isle2},
		{"hidden, and of a newsletter", `<div class="article-body">` + p(isle1, isle2, isle3, isle4) + `<div class="newsletter-box" style="display:none">` + p("All of the isles in your inbox every morning before you wake up, and a word from the captain.", "You can leave at any time, and we shall not ask you why you did; we shall only wonder about it.") + `</div></div>`, all},
		{"a time in a sentence", `<div class="article-body">` + p(isle1, `The last boat goes on <time datetime="2024-11-01">1 November</time> at noon.`, isle2, isle3) + `</div>`, isle1 + "|The last boat goes on 1 November at noon.|" + isle2 + "|" + isle3},
		{"an insertion in a sentence", `<div class="article-body">` + p(isle1, `The last boat, which has <ins>nine</ins> seats, goes on Friday.`, isle2, isle3) + `</div>`, isle1 + "|The last boat, which has nine seats, goes on Friday.|" + isle2 + "|" + isle3},
		{"lines as an agency sends them", "<h1>No ferry</h1><pre>" + strings.ReplaceAll(isle1, ", the", ",\nthe") + "\n\n" + isle2 + "\n \n" + isle3 + "\n\n" + isle4 + "</pre>", all},
		{"a lead in a part of its own", `<main><h1>No ferry</h1><div class="lead"><strong>` + isle1 + `</strong></div><div class="article-text">` + p(isle2, isle3, isle4) + `</div></main>`, all},
		{"a standfirst that is a heading", `<article><h1>No ferry</h1><h2>The boat must go to the yard, and nobody knows for how long</h2><p>By Ines Calder</p>` + p(isle1, isle2, isle3) + `</article>`, "The boat must go to the yard, and nobody knows for how long|" + isle1 + "|" + isle2 + "|" + isle3},
		{"a standfirst in points", `<article><h1>No ferry</h1><ul class="summary-points"><li>The boat must go to the yard in the autumn</li><li>There is a plane for nine people and a dog</li></ul><div class="article-body">` + p(isle1, isle2, isle3) + `</div></article>`, "The boat must go to the yard in the autumn|There is a plane for nine people and a dog|" + isle1 + "|" + isle2 + "|" + isle3},
		{"a standfirst that is the first paragraph too", `<article><h1>No ferry</h1><p class="standfirst">` + isle1 + `</p><div class="article-body">` + p(isle1, isle2, isle3) + `</div></article>`, isle1 + "|" + isle2 + "|" + isle3},
		{"a newsletter below the headline", `<article><h1>No ferry</h1><div class="subscribe"><h3 class="subtitle">All of the isles in your inbox every morning</h3></div><div class="article-body">` + p(isle1, isle2, isle3) + `</div></article>`, isle1 + "|" + isle2 + "|" + isle3},
		{"titles of other pieces, each with a label", `<article><h1>No ferry</h1>` + p(isle1, isle2) + `<h3>Our best pieces of the week</h3><ul><li><b>Harbour: </b><a href="/1">Keeper of the light retires after forty years</a></li><li><b>Cricket: </b><a href="/2">Isles sign a bowler who once threw for a king</a></li><li><a href="/3">Too much salt in the wells of the western shore</a></li></ul>` + p(isle3) + `</article>`, isle1 + "|" + isle2 + "|" + isle3},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Read(`<html><head><title>No ferry</title></head><body>`+c.body+`</body></html>`, Options{}).Text
			require.Equal(t, c.want, strings.ReplaceAll(got, "\n\n", "|"))
		})
	}
}

func TestStandfirstByDescription(t *testing.T) {
	const sum = "Islanders will have to fly this winter, says the company, which has no other boat."
	page := func(description string) string {
		return Read(`<title>No ferry</title><meta name="description" content="`+description+`"><body><article><h1>No ferry</h1><div><span>`+sum+`</span></div><div class="article-body">`+prose3+`</div></article>`, Options{}).Text
	}
	require.True(t, strings.HasPrefix(page("Islanders will have to fly this winter, says the company ..."), sum))
	require.False(t, strings.HasPrefix(page("All the news of the islands"), sum), "a line that nothing marks")
	require.NotContains(t, page("A line that the page does not show at all, but tells search engines"), "search engines")
}

func TestArticleBodyGoesOnWhereThePageEnds(t *testing.T) {
	body := strings.Join([]string{isle1, isle2, isle3, isle4}, `\n`)
	p := Read(ld(`{"@type":"NewsArticle","headline":"No ferry","articleBody":"`+body+`"}`)+`<article class="article-body"><p>`+isle1+`</p><p>`+isle2+`</p></article>`, Options{})
	require.Equal(t, strings.Join([]string{isle1, isle2, isle3, isle4}, "\n\n"), p.Text)
	p = Read(ld(`{"@type":"NewsArticle","headline":"No ferry","articleBody":"`+strings.ReplaceAll(body, `\n`, " ")+`"}`)+`<article class="article-body"><p>`+isle1+`</p><p>`+isle2+`</p></article>`, Options{})
	require.Equal(t, strings.Join([]string{isle1, isle2, isle3 + " " + isle4}, "\n\n"), p.Text, "a body without paragraphs")
}

func TestTextShorterThanDeclaredIsADoubt(t *testing.T) {
	p := Read(ld(`{"@type":"NewsArticle","headline":"No ferry","wordCount":900}`)+`<article>`+prose3+`</article>`, Options{})
	require.Equal(t, []string{"the text found has 70 words, and the page says that it has 900"}, p.Doubts)
	p = Read(ld(`{"@type":"NewsArticle","headline":"No ferry","wordCount":"80"}`)+`<article>`+prose3+`</article>`, Options{})
	require.Empty(t, p.Doubts)
	rest := strings.Repeat("<p>"+isle4+"</p>", 12)
	p = Read(ld(`{"@type":"NewsArticle","headline":"No ferry","wordCount":345}`)+`<div id="c"><div class="article-body">`+prose3+`</div>`+rest+`</div>`, Options{})
	require.Contains(t, p.Text, isle4, "read again, from around what is named as the text")
	require.Empty(t, p.Doubts)
}

func TestTitleIsNotTheSite(t *testing.T) {
	const h1 = `<h1>No ferry this winter</h1>`
	for _, c := range []struct{ name, head, body string }{
		{"site and motto in meta", `<title>The Islander</title><meta property="og:title" content="The Islander - news from all over"><meta property="og:site_name" content="The Islander">`, h1},
		{"the site in a heading of its own", `<title>The Islander: news, sport and tides</title>`, `<header><h1><a href="/">The Islander</a></h1></header>` + h1},
		{"the site as a picture with its name", `<title>The Islander</title>`, `<a href="https://islander.example/"><h1>The Islander</h1></a>` + h1},
		{"cut with dots", `<title>No ferry this win... - The Islander</title><meta property="og:title" content="No ferry this winter...">`, `<h1>No ferry this winter</h1>`},
		{"the motto behind a bar", `<title>The Islander | The voice of the isles</title><meta property="og:site_name" content="The Islander">`, h1},
	} {
		t.Run(c.name, func(t *testing.T) {
			title := pageOf(c.head, c.body).Title.Value
			require.Equal(t, "No ferry this winter", strings.TrimRight(title, "."))
		})
	}
	p := pageOf(`<meta property="og:title" content="No ferry on the isles this winter, the compa...">`, `<h1>No ferry on the isles this winter, the company says</h1>`)
	require.Equal(t, "No ferry on the isles this winter, the company says", p.Title.Value)
}

func TestBylineIsNotOfOthers(t *testing.T) {
	for name, body := range map[string]string{
		"teasers":         `<aside class="trending"><div><a href="/x">Budget row deepens</a> <span class="author">Horace Pettibone</span></div></aside>`,
		"a share bar":     `<div class="author-social">Twitter Facebook</div>`,
		"comments":        `<div class="comments"><span class="comment-author">Lin Vasquez</span></div>`,
		"related pieces":  `<ul class="related"><li><a rel="author" href="/a">Lin Vasquez</a></li></ul>`,
		"buttons to copy": `<div class="byline">Share Email Copy Link</div>`,
	} {
		require.Empty(t, pageOf("", body).Byline.Value, name)
		require.Equal(t, "Ines Calder", pageOf("", body+`<p class="byline">By Ines Calder</p>`).Byline.Value, name)
	}
}
