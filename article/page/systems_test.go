package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPagesOfOtherSystems reads what some systems write that keep their headlines, writers and
// standfirsts elsewhere than most.
func TestPagesOfOtherSystems(t *testing.T) {
	body := "<p>" + para("alpha") + "</p><p>" + para("bravo") + "</p><p>" + para("charlie") + "</p>"
	for _, c := range []struct{ name, head, page, title, byline, begins string }{
		{
			"Blogger", `<title>Wexcombe Notes: Ferry slip to close</title><meta property="og:site_name" content="Wexcombe Notes">`,
			`<div id="header"><h1 class="title">Wexcombe Notes</h1></div><div class="post hentry"><h3 class="post-title entry-title">Ferry slip to close</h3><div class="post-body entry-content">` + body + `</div></div>`,
			"Ferry slip to close", "", "",
		},
		{
			"Typo3", `<title>Ferry slip to close | The Example</title>`,
			`<div class="article" itemscope itemtype="http://schema.org/Article"><h3 itemprop="headline">Ferry slip to close</h3><div class="teaser-text" itemprop="description"><p>The harbour board voted on Tuesday, and the boats go from Saltby.</p></div><div class="news-text-wrap" itemprop="articleBody">` + body + `</div></div>`,
			"Ferry slip to close", "", "The harbour board voted on Tuesday",
		},
		{
			"Brightspot", `<title>Ferry slip to close</title><meta property="og:site_name" content="WEXC">`,
			`<main><h1>Ferry slip to close</h1><div class="ArtP-byline"><span>WEXC | By</span> <a href="/people/ada-crane">Ada Crane</a></div><div class="ArtP-articleBody">` + body + `</div></main>`,
			"Ferry slip to close", "Ada Crane", "",
		},
		{
			"a page from before stylesheets", `<title>The Example - 12 March 2025 - Ferry slip to close</title>`,
			`<table><tr><td><a href="a">Home</a></td><td><font size="5"><b>Ferry slip to close</b></font><br>` + body + `</td></tr></table>`,
			"Ferry slip to close", "", "",
		},
		{
			"a live blog that a script fills", ld(`{"@type":"LiveBlogPosting","headline":"Ferry vote: as it happened","liveBlogUpdate":[{"@type":"BlogPosting","headline":"The vote","articleBody":"` + para("alpha") + `"},{"@type":"BlogPosting","articleBody":"` + para("bravo") + `"}]}`),
			`<h1>Ferry vote: as it happened</h1><div id="app"></div>`,
			"Ferry vote: as it happened", "", "The vote\n\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Read(`<html lang="en"><head>`+c.head+`</head><body>`+c.page+`</body></html>`, Options{})
			require.Equal(t, c.title, p.Title.Value)
			require.Equal(t, c.byline, p.Byline.Value)
			require.True(t, strings.HasPrefix(p.Text, c.begins), p.Text)
			require.Equal(t, 1, strings.Count(p.Text, "alpha"), p.Text)
			require.Equal(t, 1, strings.Count(p.Text, "bravo"), p.Text)
		})
	}
	p := Read(`<html lang="ja"><body><article><h1>渡し船が復活</h1><p>`+strings.Repeat("船は<ruby>吉田<rp>（</rp><rt>よしだ</rt><rp>）</rp></ruby>清次さんが造る。", 20)+`</p></article></body></html>`, Options{})
	require.Contains(t, p.Text, "船は吉田清次さんが造る。")
	require.NotContains(t, p.Text, "よしだ")
}
