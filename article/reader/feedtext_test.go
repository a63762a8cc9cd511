package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// TestTextsOfFeedsForPortals reads what portals and networks ask of the feeds that they print.
func TestTextsOfFeedsForPortals(t *testing.T) {
	paragraphs := "<p>" + slipText + "</p>\n<p>" + chairText + "</p>"
	cdata := func(name, v string) string { return "<" + name + "><![CDATA[" + v + "]]></" + name + ">" }
	instant := `<!doctype html><html lang="en" prefix="op: http://media.facebook.com/op#"><head><meta charset="utf-8"><link rel="canonical" href="https://example.com/slip"><meta property="op:markup_version" content="v1.0"></head><body><article>` +
		`<header><figure><img src="a.jpg"/><figcaption>The slip</figcaption></figure><h1>Ferry slip to close</h1><h3 class="op-kicker">Local</h3><time class="op-published" dateTime="2025-03-12T08:15:00Z">12 March</time><time class="op-modified" dateTime="2025-03-13T18:00:00Z">13 March</time><address><a>Ada Crane</a> writes about piers.</address><address><a>Jo Field</a></address></header>` +
		"<p>" + slipText + `</p><aside>A pile you could put your arm through</aside><figure class="op-ad"><iframe width="300" height="250" src="https://ads.example/1">Advertisement</iframe></figure><figure class="op-tracker"><iframe hidden>count</iframe></figure>` +
		"<p>" + chairText + `</p><footer><aside><p>Pictures by the Example</p></aside><small>© Example</small><ul class="op-related-articles" title="Read on"><li><a href="https://example.com/newts">Newts halt plan</a></li></ul></footer></article></body></html>`
	fragment := "<header><h1>Ferry slip to close</h1><figure><img src='a.jpg'/></figure></header><p>" + slipText + `</p><figure class="op-ad"><p>Advertisement</p></figure><p>` + chairText + "</p><footer><small>© Example</small></footer>"
	turbo := `<header><h1>Ferry slip to close</h1><h2>Piers</h2><figure><img src="a.jpg"/></figure><menu><a href="https://example.com/">Home</a><a href="https://example.com/about">About</a></menu></header><p>` +
		slipText + `</p><figure data-turbo-ad-id="1"></figure><button formaction="tel:+1">Call</button><p>` + chairText +
		`</p><div data-block="share" data-network="vkontakte"></div><div data-block="feed" data-title="Read on"><div data-block="feed-item" data-title="Newts"><p>Newts halt plan</p></div></div><form data-type="callback"><span>Leave a number</span></form>`
	whole := "<title>Ferry slip to close</title><author>Ada Crane</author><pubDate>Wed, 12 Mar 2025 08:15:00 +0000</pubDate>"
	for _, tt := range []struct {
		name, item string
		e          encoding.Encoding
	}{
		{name: "an Instant Article", item: whole + cdata("content:encoded", instant)},
		{name: "an Instant Article that alone says all", item: cdata("content:encoded", instant)},
		{name: "an Instant Article, escaped", item: whole + "<content:encoded>" + strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(instant) + "</content:encoded>"},
		{name: "the inner part of one", item: whole + cdata("content:encoded", fragment)},
		{name: "Yandex Turbo", item: whole + cdata("turbo:content", turbo)},
		{name: "Yandex Turbo without a title", item: strings.Replace(whole, "<title>Ferry slip to close</title>", "", 1) + cdata("turbo:content", turbo)},
		{name: "Yandex Turbo with a topic", item: strings.Replace(whole, "title>", "turbo:topic>", 2) + cdata("turbo:content", paragraphs)},
		{name: "Yandex News", item: whole + "<yandex:genre>message</yandex:genre><yandex:full-text>" + slipText + "\n\n" + chairText + "</yandex:full-text><yandex:related><link url='https://example.com/newts'>Newts halt plan</link></yandex:related>"},
		{name: "Rambler", item: whole + cdata("rambler:fulltext", paragraphs)},
		{name: "Rambler, with a hyphen", item: whole + cdata("rambler:full-text", paragraphs)},
		{name: "Mail.ru", item: whole + cdata("mailru:full-text", paragraphs)},
		{name: "in windows-1251", item: whole + cdata("yandex:full-text", paragraphs), e: charmap.Windows1251},
	} {
		t.Run(tt.name, func(t *testing.T) {
			const outlet = "Ведомости гавани"
			in := `<rss version="2.0" xmlns:content="c" xmlns:yandex="y" xmlns:turbo="t" xmlns:rambler="r" xmlns:mailru="m"><channel><title>` + outlet +
				"</title><link>https://example.com/</link><item><link>https://example.com/slip</link><description>Short.</description>" + tt.item + "</item></channel></rss>"
			if tt.e != nil {
				in = `<?xml version="1.0" encoding="windows-1251"?>` + encode(t, tt.e, strings.NewReplacer("“", "\"", "”", "\"").Replace(in))
			}
			dir := folder(t, map[string]string{"feed.xml": in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			a := articles[0]
			require.Equal(t, slipText+"\n\n"+chairText, a.Text)
			require.Equal(t, "Ferry slip to close", a.Title)
			require.Contains(t, a.Byline, "Ada Crane")
			require.NotContains(t, a.Byline, "piers")
			require.Equal(t, outlet, a.Outlet)
			require.Equal(t, "2025-03-12T08:15:00", a.Published.String()[:19])
			require.Equal(t, "https://example.com/slip", a.URL)
		})
	}
}

// TestTheNameOfAFeedInAnUndeclaredSet reads the name of a feed that does not say its character set.
// TestWhatAFeedSaysOfAllEntries reads who writes a feed and where its links begin, which entries need not repeat.
func TestWhatAFeedSaysOfAllEntries(t *testing.T) {
	entry := func(head, entry string) string {
		return `<feed xmlns="http://www.w3.org/2005/Atom"` + head + `<entry><title>Ferry slip to close</title><link rel="alternate" href="2025/slip.html"/><id>tag:example.com,2025:7</id><published>2025-03-12T09:30:00Z</published>` + entry + `<content type="html">&lt;p&gt;` + slipText + `&lt;/p&gt;</content></entry></feed>`
	}
	for name, c := range map[string]struct{ in, byline, url string }{
		"by its base":                  {entry(` xml:base="https://www.example.com/"><title>The Example</title><author><name>Ada Crane</name></author>`, ""), "Ada Crane", "https://www.example.com/2025/slip.html"},
		"by its own link":              {entry(`><title>The Example</title><link rel="self" href="https://www.example.com/atom.xml"/><author><name>The Example</name></author>`, ""), "", "https://www.example.com/2025/slip.html"},
		"an entry with its own writer": {entry(` xml:base="https://www.example.com/"><title>The Example</title><author><name>Ada Crane</name></author>`, "<author><name>Jo Field</name></author>"), "Jo Field", "https://www.example.com/2025/slip.html"},
		"nothing":                      {entry(`><title>The Example</title>`, ""), "", "2025/slip.html"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"x.xml": c.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Equal(t, []string{c.byline, c.url, "The Example"}, []string{articles[0].Byline, articles[0].URL, articles[0].Outlet})
		})
	}
}

func TestWhatReadersWroteIsNoArticle(t *testing.T) {
	feed := func(link string) string {
		return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Comments on: Ferry slip to close</title><item><title>By: Enid</title><link>` + link + `</link><content:encoded><![CDATA[<p>` + slipText + `</p>]]></content:encoded></item></channel></rss>`
	}
	for link, comment := range map[string]bool{
		"https://example.com/slip/#comment-31": true, "https://example.com/2025/slip.html?showComment=1741766400000#c31": true,
		"https://example.com/slip/": false, "https://example.com/slip/#comments": false, "https://example.com/slip/#comment-policy": false, "https://example.com/comment-31": false,
	} {
		dir := folder(t, map[string]string{"index.html": feed(link)})
		articles, problems := read(t, dir, Options{}, dir)
		require.Len(t, articles, map[bool]int{false: 1}[comment], link)
		require.Len(t, problems, map[bool]int{true: 1}[comment], link)
	}
}

func TestTheNameOfAFeedInAnUndeclaredSet(t *testing.T) {
	const text = "Совет гавани во вторник вечером проголосовал за закрытие северного причала на одиннадцать месяцев, потому что водолазы нашли сваи, изъеденные червём."
	in := "<rss version='2.0'><channel><title>Ведомости гавани</title><item><title>Причал закроют</title><yandex:full-text>" + text + "</yandex:full-text></item></channel></rss>"
	dir := folder(t, map[string]string{"feed.xml": encode(t, charmap.Windows1251, in)})
	articles, problems := read(t, dir, Options{}, dir)
	require.Len(t, problems, 1)
	require.Contains(t, problems[0], "a guess")
	require.Equal(t, "Ведомости гавани", articles[0].Outlet)
	require.Equal(t, text, articles[0].Text)
}
