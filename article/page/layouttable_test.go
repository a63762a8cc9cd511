package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// oldPage is a page as they were laid out before style sheets: a table of three columns.
func oldPage(story string) string {
	return `<html><head><title>The Lamp Post - The lamps of the islands go out</title></head><body bgcolor="#ffffff"><table width="760"><tr><td colspan="3"><img src="logo.gif"></td></tr><tr>
<td width="120"><font size="1"><a href="/">Home</a><br><a href="/n">News</a><br><a href="/s">Sport</a><br><a href="/w">Weather</a></font></td><td width="480">` + story + `</td>
<td width="160"><font size="1"><b>Today's headlines</b><br><a href="1.htm">Bakery to open on the quay</a><br><a href="2.htm">Why the ferry is late</a></font></td></tr>
<tr><td colspan="3"><font size="1">Copyright 2001 The Lamp Post.<br><a href="/p">Privacy</a> | <a href="/t">Terms</a></font></td></tr></table></body></html>`
}

func TestPagesLaidOutByTables(t *testing.T) {
	a, b, c := para("alpha"), para("bravo"), para("charlie")
	for name, story := range map[string]string{
		"lines parted by breaks": `<font size="5"><b>The lamps of the islands go out</b></font><br><font size="2"><i>By Ada Crane</i><br>Monday, March 12, 2001</font><br><br><font size="3">` + a + `<br><br>` + b + `<br><br>` + c + `</font>`,
		"tables within": `<table><tr><td><h2>The lamps of the islands go out</h2></td></tr><tr><td><table align="right"><tr><td><font size="1"><b>Related stories</b><br><a href="a.htm">Lamps were sound, board said in 1998</a><br><a href="b.htm">Sailors fear for the winter</a></font></td></tr></table>` +
			`<p>By Ada Crane<p>Monday, March 12, 2001<p>` + a + `<p>` + b + `<p>` + c + `</td></tr></table>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := Read(oldPage(story), Options{})
			require.Equal(t, a+"\n\n"+b+"\n\n"+c, p.Text)
			require.Equal(t, []string{"The lamps of the islands go out", "Ada Crane", "2001-03-12"}, []string{p.Title.Value, p.Byline.Value, p.Published.String()})
		})
	}
	data := `<article><h1>Lamps</h1>` + paras("alpha", "bravo", "charlie") + `<table><tr><th>Lamp</th><th>Lit</th></tr><tr><td>North light</td><td>every night but the first</td></tr></table></article>`
	require.Contains(t, Read(data, Options{}).Text, "North light every night but the first", "a table of data is one of the text")
}

func TestNamesInBylines(t *testing.T) {
	for in, want := range map[string]string{
		"Posted on March 12, 2025 by Ada Crane":                "Ada Crane",
		"Eingestellt von Ada Crane":                            "Ada Crane",
		"Eingestellt von Unknown":                              "",
		"Af Ritzau":                                            "Af Ritzau",
		"Af Ada Crane":                                         "Ada Crane",
		"Door Ada Crane, wo, 12/03/2025 - 08:15":               "Ada Crane",
		"Ada Crane 31. Oktober 2023":                           "Ada Crane",
		"Par Ada Crane Mis à jour le 14/03/2025":               "Ada Crane",
		"Posted in a hurry by Ada Crane and nobody else there": "Posted in a hurry by Ada Crane and nobody else there",
	} {
		require.Equal(t, want, bylineName(in), in)
	}
}

// TestPagesOfSystems imitates what systems for blogs and programs that save pages make of one.
func TestPagesOfSystems(t *testing.T) {
	text := paras("alpha", "bravo", "charlie")
	want := para("alpha") + "\n\n" + para("bravo") + "\n\n" + para("charlie")
	for _, c := range []struct{ name, page, title, byline, day string }{
		{
			"Blogger", `<html><head><title>Island Diary: The lamps go out</title></head><body><div class="date-outer"><h2 class="date-header"><span>Monday, 12 March 2001</span></h2><div class="post hentry"><h3 class="post-title entry-title">The lamps go out</h3><div class="post-body entry-content">` +
				strings.ReplaceAll(want, "\n\n", "<br /><br />") + `</div><div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">Ada Crane</span></span></div></div></div></body></html>`, "The lamps go out", "Ada Crane", "2001-03-12",
		},
		{"an early blog", `<title>Lamps</title><body><h2>Lamps</h2><small>Posted on March 12, 2001 by Ada Crane | Filed under: News | 3 comments</small>` + text, "Lamps", "Ada Crane", "2001-03-12"},
		{"Drupal", `<html lang="nl"><title>Lamps</title><body><article class="node"><h1>Lamps</h1><footer><div class="node__submitted">Door <span>Ada Crane</span>, <span>ma, 12/03/2001 - 08:15</span></div></footer><div class="field--name-body">` + text + `</div></article>`, "Lamps", "Ada Crane", ""},
		{"an export of Medium", `<title>Lamps</title><body><article class="h-entry"><header><h1 class="p-name">Lamps</h1></header><section data-field="body" class="e-content">` + text + `</section><footer><p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Crane</a> on <time class="dt-published" datetime="2001-03-12T08:15:00Z">March 12, 2001</time>.</p></footer></article>`, "Lamps", "Ada Crane", "2001-03-12T08:15:00Z"},
		{"a shadow root that was saved", `<title>Lamps</title><body><article-page><template shadowrootmode=open><h1>Lamps</h1>` + text + `</template></article-page>`, "Lamps", "", ""},
		{"classes of Tailwind", `<title>Lamps</title><body><main><h1>Lamps</h1><div class="prose">` + strings.ReplaceAll(text, "<p>", `<p class="mb-4 hidden md:block">`) + `</div></main>`, "Lamps", "", ""},
		{"a line that unfolds the text", `<title>Lamps</title><body><article><h1>Lamps</h1><details><summary>Read the full story</summary>` + text + `</details></article>`, "Lamps", "", ""},
		{"the bar of an archive", `<title>Lamps</title><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><p>4 captures</p><p>12 Mar 2001 - 28 Nov 2025</p></div><!-- END WAYBACK TOOLBAR INSERT --><article><h1>Lamps</h1>` + text + `</article>`, "Lamps", "", ""},
		{"a change before the publication", `<html lang="fr"><title>Lamps</title><body><article><h1>Lamps</h1><p>Par Ada Crane<br>Mis à jour le 14/03/2001 à 10h02 · Publié le 12/03/2001 à 08h15</p>` + text + `</article>`, "Lamps", "Ada Crane", "2001-03-12"},
		{"a byline of Arc, the day right behind it", `<title>Lamps</title><body><h1>Lamps</h1><div class="b-byline"><span>By <a href="/a">Ada Crane</a></span><time datetime="2001-03-12T08:15:00Z">March 12, 2001 at 8:15 am UTC</time></div><article class="b-article-body">` + text + `</article>`, "Lamps", "Ada Crane", "2001-03-12T08:15:00Z"},
		{"a page that goes on with the next piece", `<title>Lamps</title><body><div id="stream"><article class="post"><h1>Lamps</h1><div class="post-content">` + text + `</div></article><article class="post"><h1>Gulls</h1><div class="post-content">` + paras("delta", "echo") + `</div></article></div>`, "Lamps", "", ""},
		{"the site's name for a title", `<meta property="og:site_name" content="The Lamp Post"><title>The Lamp Post</title><body><div id="main"><h1><a href="/">The Lamp Post</a></h1><h2>The lamps of the islands go out</h2>` + text + `</div>`, "The lamps of the islands go out", "", ""},
		{"a beginning that is cut, before the whole that is folded away", `<title>Lamps</title><body><main><h1>Lamps</h1><div class="article-text"><p>` + para("alpha") + `</p><p>` + para("bravo")[:60] + `…</p></div><div class="metered-content" aria-hidden="true" style="display: none;">` + paras("bravo", "charlie") + `</div></main>`, "Lamps", "", ""},
		{"what a printer puts above the text", `<title>Lamps</title><body><h1>Lamps</h1><p>Printed from the website of The Lamp Post on 28 November 2025</p><p>https://lamppost.example/lamps</p><p>Last updated November 20, 2025</p>` + text, "Lamps", "", ""},
		{"cards of Ghost", `<title>Lamps</title><body><article><h1>Lamps</h1><section class="gh-content">` + text + `<div class="kg-card kg-product-card"><h4>Island mug</h4><p>Drink your tea from it.</p></div></section></article>`, "Lamps", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Read(c.page, Options{})
			require.Equal(t, want, p.Text)
			require.Equal(t, []string{c.title, c.byline, c.day}, []string{p.Title.Value, p.Byline.Value, p.Published.String()})
		})
	}
}
