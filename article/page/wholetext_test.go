package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// para returns a paragraph of running text that has a word of its own.
func para(mark string) string {
	said := [...]string{
		"said on Monday that the lamp would be mended before the autumn storms, and that nobody on the island should have to sail by the stars",
		"has asked the harbour board three times for a new lens, which would cost as much as the boat that brings it, and was told to wait",
		"remembers the winter of 1962, when ice lay on the sound for nine weeks and a cow walked over from the mainland one morning",
		"wants every ship that passes the skerries to ring its bell at night, as the ferrymen of old did when fog came down from the hills",
		"counts the gulls on the rail each evening and writes their number into a book that his grandfather began before the first war",
	}
	return "The keeper of the " + mark + " light " + said[int(mark[0])%len(said)] + "."
}

// TestQuestionAskedAgain holds that one paragraph that stands twice, as the question of an
// interviewer, is no doubled text.
func TestQuestionAskedAgain(t *testing.T) {
	question := "<p>Which of the lamps would you miss the most, if the board had its way and put out all but one of them for good?</p>"
	got := Read(`<h1>Lamps</h1><article>`+question+paras("alpha")+question+paras("bravo")+`</article>`, Options{}).Text
	require.Equal(t, 2, strings.Count(got, "Which of the lamps"))
}

func paras(marks ...string) string {
	var b strings.Builder
	for _, m := range marks {
		b.WriteString("<p>" + para(m) + "</p>")
	}
	return b.String()
}

// TestWholeTextOnceAndNothingElse imitates how sites and systems lay pages out: the
// marks of has stand in the text once each, those of not in none.
func TestWholeTextOnceAndNothingElse(t *testing.T) {
	const h1 = "<h1>The lamps of the islands go out</h1>"
	ad := `<div class="ad-slot" id="ad-1"><span>Advertisement</span></div>`
	for _, c := range []struct{ name, head, body, has, not string }{
		{"chunks between advertisements", "", h1 + `<div class="story"><div class="article-body">` + paras("alpha", "bravo") + `</div>` + ad + `<div class="article-body">` + paras("charlie", "delta") + `</div>` + ad + `<div class="article-body">` + paras("echo") + `</div></div>`, "alpha bravo charlie delta echo", "Advertisement"},
		{"chunks of numbered classes", "", h1 + `<article><div class="body-chunk-1">` + paras("alpha", "bravo") + `</div>` + ad + `<div class="body-chunk-2">` + paras("charlie", "delta") + `</div></article>`, "alpha bravo charlie delta", "Advertisement"},
		{"paragraphs in sections of a builder", "", h1 + `<main><section class="wp-block-group">` + paras("alpha") + `</section><section class="wp-block-group">` + paras("bravo", "charlie") + `</section><section class="wp-block-group">` + paras("delta") + `</section></main>`, "alpha bravo charlie delta", ""},
		{"each paragraph in a box of its own", "", h1 + `<article><div class="block"><div class="text-block">` + paras("alpha") + `</div></div><div class="block"><div class="text-block">` + paras("bravo") + `</div></div><div class="block"><div class="text-block">` + paras("charlie") + `</div></div></article>`, "alpha bravo charlie", ""},
		{"folded by a style", "", h1 + `<article>` + paras("alpha", "bravo") + `<div class="more-text" style="display:none">` + paras("charlie", "delta") + `</div></article>`, "alpha bravo charlie delta", ""},
		{"folded by an attribute", "", h1 + `<article>` + paras("alpha", "bravo") + `<div hidden>` + paras("charlie", "delta") + `</div></article>`, "alpha bravo charlie delta", ""},
		{"each paragraph folded by itself", "", h1 + `<article>` + paras("alpha", "bravo") + `<div class="subscriber-only" style="display: none">` + paras("charlie") + `</div>` + ad + `<div class="subscriber-only" style="display: none">` + paras("delta") + `</div><div class="subscriber-only" style="display: none">` + paras("echo") + `</div></article>`, "alpha bravo charlie delta echo", "Advertisement"},
		{"hidden parts that are encrypted", "", h1 + `<article>` + paras("alpha", "bravo") + `<div class="encrypted-content" style="display:none">` + paras("xray", "yankee") + `</div></article>`, "alpha bravo", "xray yankee"},
		{"one hidden line of another kind", "", h1 + `<article>` + paras("alpha", "bravo") + `<div class="note" style="display:none">` + paras("xray") + `</div>` + paras("charlie") + `</article>`, "alpha bravo charlie", "xray"},
		{"folded in details", "", h1 + `<article>` + paras("alpha", "bravo") + `<details><summary>Read on</summary>` + paras("charlie", "delta") + `</details></article>`, "alpha bravo charlie delta", ""},
		{"behind a wall of the page's own", "", h1 + `<article>` + paras("alpha", "bravo") + `<div class="paywall premium-content">` + paras("charlie", "delta") + `</div><div class="paywall-prompt"><p>Subscribe to keep reading</p></div></article>`, "alpha bravo charlie delta", "Subscribe"},
		{"linked data that holds more", ld(`{"@type":"NewsArticle","headline":"The lamps of the islands go out","articleBody":"` + para("alpha") + `\n` + para("bravo") + `\n` + para("charlie") + `\n` + para("delta") + `"}`), h1 + `<article>` + paras("alpha", "bravo") + `</article>`, "alpha bravo charlie delta", ""},
		{"linked data with mark-up", ld(`{"@type":"NewsArticle","headline":"The lamps of the islands go out","articleBody":"<p>` + para("alpha") + `</p><p>` + para("bravo") + `</p><p>` + para("charlie") + `</p>"}`), h1 + `<div id="root"></div>`, "alpha bravo charlie", "<p>"},
		{"a standfirst outside of the text", "", `<header>` + h1 + `<p class="standfirst">The zulu lamp is the third to fail this year, the harbour board has told its members.</p></header><article>` + paras("alpha", "bravo", "charlie") + `</article>`, "zulu alpha bravo charlie", ""},
		{"a description outside of the text", "", h1 + `<p class="description"><span class="place">Isle</span>The zulu lamp is the third to fail this year, the harbour board has told its members.</p><article class="fck_detail">` + paras("alpha", "bravo", "charlie") + `</article>`, "zulu alpha bravo charlie", ""},
		{"the description of the site", "", h1 + `<div class="site-description">All the xray news that the wind has not taken, each day of the week but Monday.</div><article>` + paras("alpha", "bravo", "charlie") + `</article>`, "alpha bravo charlie", "xray"},
		{"a description that is no sentence", "", h1 + `<div class="description">Lamps, boats, bread and birds of the xray islands and of the sea between them</div><article>` + paras("alpha", "bravo", "charlie") + `</article>`, "alpha bravo charlie", "xray"},
		{"a standfirst told again in the text", "", `<header>` + h1 + `<p class="standfirst">` + para("alpha") + `</p></header><article>` + paras("alpha", "bravo", "charlie") + `</article>`, "alpha bravo charlie", ""},
		{"a <time> in a sentence", "", h1 + `<article><p>The alpha lamp went out on <time datetime="2024-03-05">5 March</time>, and the bravo lamp a week later, when the storm had blown itself out over the sound.</p>` + paras("charlie", "delta") + `</article>`, "alpha bravo charlie delta", ""},
		{"a text in <pre>", "", h1 + `<pre class="wire">` + para("alpha") + "\n\n" + para("bravo") + "\n\n" + para("charlie") + `</pre>`, "alpha bravo charlie", ""},
		{"lines parted by <br>", "", h1 + `<div class="text">` + para("alpha") + `<br><br>` + para("bravo") + `<br><br>` + para("charlie") + `</div>`, "alpha bravo charlie", ""},
		{"divs for paragraphs", "", h1 + `<div id="story"><div>` + para("alpha") + `</div><div>` + para("bravo") + `</div><div>` + para("charlie") + `</div></div>`, "alpha bravo charlie", ""},
		{"spans for paragraphs", "", h1 + `<div class="article-content"><span class="p">` + para("alpha") + `</span><br><span class="p">` + para("bravo") + `</span><br><span class="p">` + para("charlie") + `</span></div>`, "alpha bravo charlie", ""},
		{"a list in the text", "", h1 + `<article>` + paras("alpha", "bravo") + `<ul><li>The charlie lamp will burn again in May.</li><li>The delta lamp will burn again in June.</li></ul>` + paras("echo") + `</article>`, "alpha bravo charlie delta echo", ""},
		{"a numbered list with paragraphs", "", h1 + `<article>` + paras("alpha") + `<ol><li>` + paras("bravo") + `</li><li>` + paras("charlie") + `</li></ol></article>`, "alpha bravo charlie", ""},
		{"a block quote", "", h1 + `<article>` + paras("alpha") + `<blockquote><p>“The bravo lamp was never ours,” the mayor said.</p></blockquote>` + paras("charlie") + `</article>`, "alpha bravo charlie", ""},
		{"a table of figures", "", h1 + `<article>` + paras("alpha") + `<table><tr><th>Lamp</th><th>Years</th></tr><tr><td>bravo</td><td>120</td></tr></table>` + paras("charlie") + `</article>`, "alpha bravo charlie", ""},
		{"a table for the layout", "", `<table><tr><td class="nav"><a href="/">Home</a></td><td>` + h1 + paras("alpha", "bravo", "charlie") + `</td></tr></table>`, "alpha bravo charlie", "Home"},
		{"entries of a live blog", ld(`{"@type":"LiveBlogPosting","headline":"The lamps of the islands go out"}`), h1 + `<main><article class="entry"><h2>10:15</h2>` + paras("alpha") + `</article><article class="entry"><h2>09:30</h2>` + paras("bravo") + `</article><article class="entry"><h2>09:00</h2>` + paras("charlie") + `</article></main>`, "alpha bravo charlie", ""},
		{"AMP", `<script async src="https://cdn.ampproject.org/v0.js"></script>`, `<amp-sidebar id="s"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article class="amp-wp-article">` + h1 + `<div class="amp-wp-article-content">` + paras("alpha", "bravo") + `<amp-ad width="300"></amp-ad>` + paras("charlie") + `</div></article>`, "alpha bravo charlie", "Home"},
		{"a version for printing", "", `<center><b>The Islander</b></center><hr>` + h1 + `<font size="3">` + paras("alpha", "bravo", "charlie") + `</font><hr><a href="javascript:window.print()">Print this page</a>`, "alpha bravo charlie", "Print"},
		{"an embedded post", "", h1 + `<article>` + paras("alpha", "bravo") + `<blockquote class="twitter-tweet"><p>The charlie lamp is out again!</p>— Isle Post (@islepost) <a href="x">May 3, 2024</a></blockquote>` + paras("delta") + `</article>`, "alpha bravo charlie delta", ""},
		{"comments longer than the piece", "", `<article>` + h1 + paras("alpha", "bravo") + `</article><section id="comments"><h2>Comments</h2><ol class="comment-list"><li>` + paras("xray", "yankee") + `</li><li>` + paras("zulu", "whisky") + `</li></ol></section>`, "alpha bravo", "xray yankee zulu whisky"},
		{"comments in a part named in French", "", `<article>` + h1 + paras("alpha", "bravo", "charlie") + `<div class="liste-commentaires"><div>` + para("xray") + `</div></div></article>`, "alpha bravo charlie", "xray"},
		{"teasers after the piece", "", `<main><article>` + h1 + paras("alpha", "bravo", "charlie") + `</article><section class="recirc"><article><h3><a href="/1">Xray</a></h3><p>` + para("xray") + `</p></article></section></main>`, "alpha bravo charlie", "xray"},
		{"a second piece that scrolling loads", "", `<article class="article-body">` + h1 + paras("alpha", "bravo", "charlie") + `</article><article class="article-body"><h1>Harbour master retires</h1>` + paras("xray", "yankee") + `</article>`, "alpha bravo charlie", "xray yankee"},
		{"a newsletter between the paragraphs", "", h1 + `<article>` + paras("alpha") + `<div class="newsletter-signup"><h3>Xray</h3><p>All of the isles in your inbox.</p></div>` + paras("bravo", "charlie") + `</article>`, "alpha bravo charlie", "Xray inbox"},
		{"a wall of cookies before the piece", "", `<div id="cookie-consent"><p>We use cookies and xray technologies of our partners to personalise what you see. You can accept all or reject all of them.</p></div>` + h1 + `<article>` + paras("alpha", "bravo", "charlie") + `</article>`, "alpha bravo charlie", "xray"},
		{"a box of facts beside", "", h1 + `<article>` + paras("alpha", "bravo", "charlie") + `<aside class="sidebar"><h3>Xray</h3><p>` + para("xray") + `</p></aside></article>`, "alpha bravo charlie", "xray"},
		{"captions of pictures", "", h1 + `<article>` + paras("alpha") + `<figure><img src="a.jpg"><figcaption>The xray lamp. Photo: Isle Press</figcaption></figure>` + paras("bravo", "charlie") + `</article>`, "alpha bravo charlie", "xray"},
		{"related links in the text", "", h1 + `<article>` + paras("alpha", "bravo") + `<p><strong>READ ALSO: <a href="/x">What became of the xray lamp and its keeper</a></strong></p>` + paras("charlie") + `</article>`, "alpha bravo charlie", "xray"},
		{"a pull quote of the text", "", h1 + `<article>` + paras("alpha", "bravo") + `<aside class="pullquote">` + para("bravo")[:80] + `</aside>` + paras("charlie") + `</article>`, "alpha bravo charlie", ""},
		{"the text again for phones", "", h1 + `<div class="article-body desktop">` + paras("alpha", "bravo", "charlie") + `</div><div class="article-body mobile" style="display:none">` + paras("alpha", "bravo", "charlie") + `</div>`, "alpha bravo charlie", ""},
		{"the text again for phones, shown", "", h1 + `<div class="mobile-body">` + paras("alpha", "bravo", "charlie") + `</div><div class="desktop-body">` + paras("alpha", "bravo", "charlie") + `</div>`, "alpha bravo charlie", ""},
		{"advertisements between sections", "", h1 + `<main><section>` + paras("alpha") + `</section><div class="ad"><p>Advertisement - scroll to continue</p></div><section>` + paras("bravo") + `</section><div class="ad"><p>ADVERTISEMENT</p></div><section>` + paras("charlie") + `</section></main>`, "alpha bravo charlie", "scroll dvertis"},
		{"comments in paragraphs like the text", "", h1 + paras("alpha", "bravo") + `<h3>25 Comments</h3><p><b>Gull</b> 12.3.2025</p>` + paras("xray") + `<p><b>Tern</b></p>` + paras("yankee"), "alpha bravo", "Comments Gull xray yankee"},
		{"a heading that has the word", "", h1 + paras("alpha", "bravo") + `<h3>Comments that cost a mayor her office</h3>` + paras("charlie"), "alpha bravo charlie", ""},
		{"headings between paragraphs", "", h1 + `<article>` + paras("alpha") + `<h2>How the bravo lamp failed</h2>` + paras("charlie") + `<h2>What comes next for delta</h2>` + paras("echo") + `</article>`, "alpha bravo charlie delta echo", ""},
		{"a dropped capital", "", h1 + `<article><p><span class="dropcap">T</span>he alpha lamp went out in the night, and nobody saw it go, the keeper of the light said on Monday morning.</p>` + paras("bravo", "charlie") + `</article>`, "alpha bravo charlie", ""},
		{"a noscript with the text again", "", h1 + `<article>` + paras("alpha", "bravo", "charlie") + `<noscript>` + paras("alpha") + `</noscript></article>`, "alpha bravo charlie", ""},
		{"definitions", "", h1 + `<article>` + paras("alpha", "bravo") + `<dl><dt>What is the charlie lamp?</dt><dd>It is the lamp at the end of the pier, built in 1890.</dd></dl></article>`, "alpha bravo charlie", ""},
		{"questions and answers", "", h1 + `<article>` + paras("alpha") + `<p><b>Will the bravo lamp burn?</b></p><p>Yes.</p><p><b>And the charlie lamp?</b></p><p>No, said the board.</p>` + paras("delta") + `</article>`, "alpha bravo charlie delta", ""},
		{"a biography of the writer", "", h1 + `<article>` + paras("alpha", "bravo", "charlie") + `<div class="author-bio"><p>Ines Xray covers the islands for The Islander and lives in a lighthouse.</p></div></article>`, "alpha bravo charlie", "Xray"},
		{"a list of news below a text without paragraphs", "", h1 + `<div class="news-detail"><span class="news-date-time">07.02.2025</span>` + para("alpha") + `<br /><br />` + para("bravo") + `<br /><br />` + para("charlie") + `</div><div class="news-list"><p class="news-item"><span class="news-date-time">18.02.2025</span><a href="/news/77/"><b>The baths are closed</b></a><br />The xray baths are closed until the end of the month, since the towels and the log are wet.</p></div>`, "alpha bravo charlie", "xray baths"},
		{"tags at the end", "", h1 + `<article>` + paras("alpha", "bravo", "charlie") + `<div class="tags"><span>Tags:</span> <a href="/t/xray">xray</a> <a href="/t/sea">sea</a></div></article>`, "alpha bravo charlie", "xray"},
		{"pages of one piece", "", h1 + `<div class="entry-content">` + paras("alpha", "bravo") + `<div class="page-links">Pages: <a href="?p=1">1</a> <a href="?p=2">2</a> xray</div></div>`, "alpha bravo", "xray"},
		{"the whole page in custom elements", "", `<app-root><app-article>` + h1 + `<app-body>` + paras("alpha", "bravo", "charlie") + `</app-body></app-article></app-root>`, "alpha bravo charlie", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Read(`<!DOCTYPE html><html lang="en"><head><title>The lamps of the islands go out - The Islander</title>`+c.head+`</head><body><nav><a href="/">Start</a></nav>`+c.body+`<footer><p>© 2024 The Islander</p></footer></body></html>`, Options{}).Text
			for w := range strings.FieldsSeq(c.has) {
				require.Equal(t, 1, strings.Count(got, w), "%s in %s", w, got)
			}
			for w := range strings.FieldsSeq(c.not) {
				require.NotContains(t, got, w)
			}
			require.NotContains(t, got, "© 2024")
		})
	}
}
