package page

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

const prose3 = `<p>The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard.</p>
<p>Islanders will be flown to the mainland twice a week for the price of the boat, and the post will go with them.</p>
<p>The yard has promised to be done by the end of March, which is what it promised the last time as well.</p>`

// pageOf is a page with these elements in its head and before its text.
func pageOf(head, body string) *Page {
	return Read("<!DOCTYPE html><html><head>"+head+"</head><body><article>"+body+prose3+"</article></body></html>", Options{})
}

func ld(s string) string { return `<script type="application/ld+json">` + s + `</script>` }

func TestTitle(t *testing.T) {
	for _, c := range []struct{ name, head, body, want, source string }{
		{"JSON-LD before meta", ld(`{"@type":"NewsArticle","headline":"No ferry this winter"}`) + `<meta property="og:title" content="You will not believe this">`, "", "No ferry this winter", "json-ld"},
		{"a graph with a page and its article", ld(`{"@graph":[{"@type":"WebPage","name":"No ferry - The Islander"},{"@type":"Organization","name":"The Islander"},{"@type":"Article","headline":"No ferry this winter"}]}`), "", "No ferry this winter", "json-ld"},
		{"type as an address", ld(`{"@type":"http://schema.org/ReportageNewsArticle","headline":"No ferry this winter"}`), "", "No ferry this winter", "json-ld"},
		{"teasers of others in a list", ld(`{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Another piece"}]}`) + `<meta property="og:title" content="No ferry this winter">`, "", "No ferry this winter", "meta og:title"},
		{"two articles, one of them this", ld(`[{"@type":"NewsArticle","headline":"Another piece","url":"https://a.example/2"},{"@type":"NewsArticle","headline":"No ferry this winter","url":"https://a.example/1"}]`) + `<link rel="canonical" href="https://a.example/1">`, "", "No ferry this winter", "json-ld"},
		{"references in mark-up", ld(`{"@type":"NewsArticle","headline":"Fish &amp; chips &#8217;til <i>late</i>"}`), "", "Fish & chips ’til late", "json-ld"},
		{"the site's name behind it", `<meta property="og:site_name" content="The Islander"><meta property="og:title" content="No ferry this winter | The Islander">`, "", "No ferry this winter", "meta og:title"},
		{"the site's name only", `<meta property="og:site_name" content="The Islander"><meta property="og:title" content="The Islander"><title>No ferry this winter - The Islander</title>`, "", "No ferry this winter", "title element"},
		{"the heading says where the title ends", `<title>No ferry this winter - News from all over</title>`, "<h1>No ferry this winter</h1>", "No ferry this winter", "h1 element"},
		{"cut to 110 characters", ld(`{"@type":"NewsArticle","headline":"The ferry to the island will not run this winter because its only boat has to go to the yard in the north for ..."}`), "<h1>The ferry to the island will not run this winter because its only boat has to go to the yard in the north for good</h1>", "The ferry to the island will not run this winter because its only boat has to go to the yard in the north for good", "json-ld"},
		{"microdata", "", `<h2 itemprop="headline">No ferry this winter</h2>`, "No ferry this winter", "microdata"},
		{"the name of the site above it, and its motto as a title", `<title>No ferry this winter - The Islander | News of the isles</title><meta property="og:title" content="The Islander | News of the isles"><meta property="og:site_name" content="The Islander">`, `<h1><a href="/">The Islander</a></h1><h2 class="single-title">No ferry this winter</h2>`, "No ferry this winter", "heading element"},
		{"the section above it, and name and motto before it", `<title>The Islander – News, tides, dances » No ferry this winter</title><meta property="og:site_name" content="The Islander">`, `<h1>Local</h1><h2 class="x">No ferry this winter</h2>`, "No ferry this winter", "heading element"},
		{"a page called Home", `<title>Home | The Islander</title><meta property="og:title" content="The Islander"><meta property="og:site_name" content="The Islander">`, `<h1>No ferry this winter</h1>`, "No ferry this winter", "h1 element"},
		{"a page called by its section in German", `<title>Aktuelles - Inselbote</title><meta property="og:site_name" content="Inselbote"><meta property="og:title" content="Aktuelles">`, `<h1>Die Fähre fährt im Winter nicht</h1>`, "Die Fähre fährt im Winter nicht", "h1 element"},
		{"the section behind it", `<title>No ferry this winter | News | The Islander</title>`, `<h2 class="title"><a href="/news/4">No ferry this winter</a></h2>`, "No ferry this winter", "heading element"},
		{"a short title of its own", `<title>No ferry - The Islander</title><meta property="og:site_name" content="The Islander">`, `<h1>The ferry to the island will not run</h1>`, "No ferry", "title element"},
		{"a title of another wording", `<title>Storm | The Islander</title><meta property="og:site_name" content="The Islander"><meta property="og:title" content="Storm keeps boats away">`, `<h1>All boats stay in the harbour</h1>`, "Storm keeps boats away", "meta og:title"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, Field{c.want, c.source}, pageOf(c.head, c.body).Title)
		})
	}
}

func TestByline(t *testing.T) {
	for _, c := range []struct{ name, head, body, want, source string }{
		{"one object", ld(`{"@type":"NewsArticle","author":{"@type":"Person","name":"Ines Calder"}}`), "", "Ines Calder", "json-ld"},
		{"objects, strings and a repetition", ld(`{"@type":"NewsArticle","author":["Ines Calder",{"name":"Tom Reyes"},{"name":"ines calder"}]}`), "", "Ines Calder, Tom Reyes", "json-ld"},
		{"an author elsewhere in the graph", ld(`{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ines Calder"}]}`), "", "Ines Calder", "json-ld"},
		{"given and family name", ld(`{"@type":"NewsArticle","author":{"givenName":"Ines","familyName":"Calder"}}`), "", "Ines Calder", "json-ld"},
		{"the outlet is no writer", ld(`{"@type":"NewsArticle","author":{"name":"The Islander"},"publisher":{"name":"The Islander"}}`) + `<meta name="author" content="By Ines Calder">`, "", "Ines Calder", "meta author"},
		{"an address is no writer", `<meta property="article:author" content="https://social.example/islander"><meta name="author" content="admin"><meta name="byl" content="By Ines Calder">`, "", "Ines Calder", "meta byl"},
		{"nor is who set the system up", `<meta name="author" content="Super User">`, `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ines Calder</span></span>`, "Ines Calder", "microdata"},
		{"several metas of one name", `<meta name="citation_author" content="Ines Calder"><meta name="citation_author" content="Tom Reyes">`, "", "Ines Calder, Tom Reyes", "meta citation_author"},
		{"microdata", "", `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ines Calder</span></span>`, "Ines Calder", "microdata"},
		{"microdata of Joomla, with a label", "", `<dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Γράφτηκε από: <span itemprop="name">Ines Calder</span></dd>`, "Ines Calder", "microdata"},
		{"microdata with a label and a link", "", `<p itemprop="author" itemscope itemtype="https://schema.org/Person">Skrifað af <a href="/4" itemprop="url"><span itemprop="name">Ines Calder</span></a>, blaðamaður</p>`, "Ines Calder", "microdata"},
		{"microdata without a name of its own", "", `<div itemscope itemtype="https://schema.org/NewsArticle"><p itemprop="author">Ines Calder</p></div>`, "Ines Calder", "microdata"},
		{"with the place of the writer", "", `<div class="meta"><span class="signature">Par Ines Calder, à Port-Ennis</span></div>`, "Ines Calder", "text"},
		{"named for tests, with the outlet", `<meta property="og:site_name" content="SBC News">`, `<div data-testid="byline-new"><span>Ines Calder</span><div>SBC News, Port Ennis</div></div>`, "Ines Calder", "byline element"},
		{"for an outlet", `<meta property="og:site_name" content="SBC News">`, `<div class="byline">By Ines Calder for SBC News</div>`, "Ines Calder for SBC News", "byline element"},
		{"a reporter in Korean", "", `<h1>나루터 문 닫는다</h1><div class="info"><span>홍길동 기자 hong@island.example</span><span>입력 2025.03.12 10:15</span></div>`, "홍길동 기자", "text"},
		{"from a place for an agency", "", `<h1>Bu kış vapur yok</h1><div class="haber-kaynak"><span>Selin Ada / LİMANKÖY, (ADHA)</span></div>`, "Selin Ada", "text"},
		{"two places and an abbreviation", "", `<h1>Bu kış vapur yok</h1><div><span>Kuzey Limanı / LİMANKÖY</span></div>`, "", ""},
		{"about reporters in Korean", "", `<h1>나루터 문 닫는다</h1><div class="info"><span>홍길동 기자가 말했다</span></div>`, "", ""},
		{"rel=author", "", `<p>By <a rel="author" href="/staff/4">Ines Calder</a></p>`, "Ines Calder", "byline element"},
		{"an element named as one", "", `<div class="article__byline">By Ines Calder and Tom Reyes | May 3, 2024</div>`, "Ines Calder and Tom Reyes", "byline element"},
		{"in German", "", `<span class="autor">Von Jörg Lindner</span>`, "Jörg Lindner", "byline element"},
		{"behind the day", "", `<div class="node__meta">Publicado el 11 de abril de 2025 por <span>Ines Calderón</span></div>`, "Ines Calderón", "text"},
		{"behind the day in French", "", `<p class="infos">Publié le 11/04/2025 à 10h12 par <a href="/u/4">Inès Caldère</a></p>`, "Inès Caldère", "text"},
		{"behind the day in German", "", `<p>Veröffentlicht am 11. April 2025 von Jörg Lindner</p>`, "Jörg Lindner", "text"},
		{"behind the day in Portuguese", "", `<p>Publicado em 11 de abril de 2025 por <b>Inês Caldeira</b></p>`, "Inês Caldeira", "text"},
		{"behind the day in Polish", "", `<div>Opublikowano 11.04.2025 przez <span>Zofia Lipska</span></div>`, "Zofia Lipska", "text"},
		{"before the day, with what that is of", "", `<p class="firma">Texto: Ines Calderón. <span>Escrito el 12 Abril 2025</span></p>`, "Ines Calderón", "text"},
		{"a day and no writer", "", `<p>Publicado el 11 de abril de 2025 en Sociedad</p>`, "", ""},
		{"what was posted by whom within a sentence", "", `<p>Published in 1911 by then unknown printers, the map shows the ferry</p>`, "", ""},
		{"the writer in the foot of a widget", "<title>No ferry this winter</title>", `<div class="widget Blog"><h3 class="entry-title">No ferry this winter</h3><div class="post-footer"><span class="post-author vcard">Eingestellt von <span class="fn">Jörg Lindner</span></span></div></div>`, "Jörg Lindner", "byline element"},
		{"in Polish", "", `<div class="td-post-author-name"><div class="td-author-by">Przez</div> <a href="/author/z/">Zofia Lipska</a></div>`, "Zofia Lipska", "byline element"},
		{"in Czech", "", `<p class="autor">Napsala: <a href="/autor/4">Zuzana Lipská</a></p>`, "Zuzana Lipská", "byline element"},
		{"in Russian, in no element of its own", "<title>No ferry this winter</title>", `<h1>No ferry this winter</h1><p>Автор: Зоя Липская</p>`, "Зоя Липская", "text"},
		{"in Serbian", "", `<span class="author">Пише: Зорана Липић</span>`, "Зорана Липић", "byline element"},
		{"in Turkish", "", `<div class="writer">Haber: Zeynep Ihlamur</div>`, "Zeynep Ihlamur", "byline element"},
		{"in Indonesian", "", `<div class="read__author">Oleh Zulaikha Linden</div>`, "Zulaikha Linden", "byline element"},
		{"in Arabic", "", `<div class="author-name">بقلم: سامي النجار</div>`, "سامي النجار", "byline element"},
		{"in Romanian", "", `<div class="autor">Scris de Ioana Teiu</div>`, "Ioana Teiu", "byline element"},
		{"the outlet behind the writer", `<meta property="og:site_name" content="theislander">`, `<div class="detail__author">Ines Calder - <span>theIslander</span></div>`, "Ines Calder", "byline element"},
		{"the same behind a comma", `<meta property="og:site_name" content="The Islander">`, `<div class="byline">By Ines Calder, The Islander</div>`, "Ines Calder", "byline element"},
		{"the outlet behind the writer in microdata", `<meta property="og:site_name" content="The Islander">`, `<span itemprop="author">By Ines Calder The Islander</span>`, "Ines Calder", "microdata"},
		{"another house behind the writer", `<meta property="og:site_name" content="The Islander">`, `<div class="byline">By Ines Calder, Mainland Press</div>`, "Ines Calder, Mainland Press", "byline element"},
		{"share bar in German", "", `<div class="author social">Teilen <a href="x">Twittern</a> WhatsApp E-Mail</div>`, "", ""},
		{"share bar in Russian", "", `<div class="author">Поделиться Вконтакте Одноклассники</div>`, "", ""},
		{"the box about the author is none", "", `<div class="author-bio">Ines Calder has written about the islands since 2009 and lives on one.</div>`, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, Field{c.want, c.source}, pageOf(c.head, c.body).Byline)
		})
	}
}

func TestAuthorsAreCounted(t *testing.T) {
	for head, want := range map[string]int{
		ld(`{"@type":"NewsArticle","author":[{"name":"Ines Calder"},{"name":"AP"}]}`): 2,
		ld(`{"@type":"NewsArticle","author":"Ines Calder, AP"}`):                      0,
		"": 0,
	} {
		require.Equal(t, want, pageOf(head, "").Authors, head)
	}
}

func TestOutlet(t *testing.T) {
	for _, c := range []struct{ name, head, body, want, source string }{
		{"the heading that leads home", `<title>The Islander: No ferry this winter</title><link rel="canonical" href="https://islander.blogspot.com/a">`, `<h1><a href="https://islander.blogspot.com/">The Islander</a></h1><h3 class="post-title">No ferry this winter</h3>`, "The Islander", "heading element"},
		{"a heading that leads home and is not in the title", `<title>No ferry this winter</title><link rel="canonical" href="https://islander.example/a">`, `<h1><a href="/">Welcome</a></h1>`, "islander.example", "address"},
		{"behind the headline, and whose all rights are", `<title>No ferry this winter - The Islander</title>`, `<h1>No ferry this winter</h1><p class="foot">Copyright 2025 Islander. All rights reserved.</p>`, "The Islander", "title element"},
		{"a section behind the headline", `<title>No ferry this winter - Local News</title>`, `<h1>No ferry this winter</h1><p class="foot">© 2025 The Islander. All rights reserved.</p>`, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, Field{c.want, c.source}, pageOf(c.head, c.body).Outlet)
		})
	}
}

func TestPublished(t *testing.T) {
	for _, c := range []struct{ name, head, body, want, source string }{
		{"JSON-LD", ld(`{"@type":"NewsArticle","datePublished":"2024-05-14T09:31:05+01:00"}`) + `<meta property="article:published_time" content="2024-05-15T00:10:00Z">`, "", "2024-05-14T09:31:05+01:00", "json-ld"},
		{"a day made finer by a meta of the same day", ld(`{"@type":"NewsArticle","datePublished":"2024-05-14"}`) + `<meta property="article:published_time" content="2024-05-14T09:31:00Z">`, "", "2024-05-14T09:31:00Z", "meta article:published_time"},
		{"a day not made finer by another day's time", ld(`{"@type":"NewsArticle","datePublished":"2024-05-14"}`) + `<meta property="article:published_time" content="2024-05-16T09:31:00Z">`, "", "2024-05-14", "json-ld"},
		{"a zone found elsewhere", ld(`{"@type":"NewsArticle","datePublished":"2024-05-14T09:31:00"}`), `<time datetime="2024-05-14T09:31:00+02:00">14 May</time>`, "2024-05-14T09:31:00+02:00", "time element"},
		{"the year 1 is no date", ld(`{"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"}`) + `<meta name="parsely-pub-date" content="2024-05-14T09:31:00Z">`, "", "2024-05-14T09:31:00Z", "meta parsely-pub-date"},
		{"the epoch is no date", `<meta name="pubdate" content="1970-01-01T00:00:00Z"><meta name="date" content="2024-05-14">`, "", "2024-05-14", "meta date"},
		{"not understood, so the next", `<meta property="article:published_time" content="yesterday at noon"><meta name="dc.date.issued" content="2024-05-14">`, "", "2024-05-14", "meta dc.date.issued"},
		{"microdata", "", `<meta itemprop="datePublished" content="2024-05-14T09:31:00Z">`, "2024-05-14T09:31:00Z", "microdata"},
		{"a comment's date is not the article's", "", `<div itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" class="comment-date" datetime="2024-05-20">later</time></div><div class="date">May 14, 2024</div>`, "2024-05-14", "date element"},
		{"time of publication before others", "", `<time class="updated" datetime="2024-05-15T01:00:00Z">1</time><time class="entry-date published" datetime="2024-05-14T09:31:00Z">2</time>`, "2024-05-14T09:31:00Z", "time element"},
		{"a time beside the page's own", "", `<aside class="related"><time datetime="2023-01-01T05:00:00Z">then</time></aside><time datetime="2024-05-14T09:31:00Z">now</time>`, "2024-05-14T09:31:00Z", "time element"},
		{"words in an element named as a date", "", `<div class="publish-date">Published 7:07 PM EST Nov 19, 2019</div>`, "2019-11-19T19:07-05:00", "date element"},
		{"words anywhere, as a day", "", `<p><em>November 15, 2019</em></p>`, "2019-11-15", "page text"},
		{"a field of a script, as a day", `<script>var data = {"id":7,"publishedDate":"2019-11-14T10:31:00Z"}</script>`, "", "2019-11-14", "guess: script"},
		{"a field of a string in a script", `<script>var data = "{\"published_at\":\"2019-11-14\"}"</script>`, `<p>The ferry of 1 May 2020 was the last that anybody on the island remembers to have been late</p>`, "2019-11-14", "guess: script"},
		{"the address", `<link rel="canonical" href="https://islander.example/2019/11/14/ferry">`, `<p>1 May 2020</p>`, "2019-11-14", "url"},
		{"a text that says so before one that does not", "", `<p>1 May 2020</p><p>Posted on November 14, 2019 by Ines</p>`, "2019-11-14", "page text"},
		{"a date alone before one within a text", "", `<p>The ferry of 1 May 2020</p><p>14.11.2019</p>`, "2019-11-14", "page text"},
		{"in the foot of a piece, below the name of the site", "<title>The Islander: No ferry this winter</title>", `<h1><a href="/">The Islander</a></h1><div class="widget Blog"><h3 class="post-title">No ferry this winter</h3>` + prose3 + prose3 + `<div class="post-footer">Ada um <abbr class="published" title="2025-03-12T07:45:00+01:00">07:45</abbr></div></div><div class="comments"><time datetime="2025-03-14T21:02:00+01:00">14 March</time></div>`, "2025-03-12T07:45:00+01:00", "date element"},
		{"of other pieces only where nothing else is", "", `<div class="teaser"><p>1 May 2020</p></div><p>Written on November 14, 2019</p>`, "2019-11-14", "page text"},
		{"figures, the day first in Portuguese", `<meta property="og:locale" content="pt_PT">`, `<p>05/10/2018 - Por Lia Prado</p>`, "2018-10-05", "page text"},
		{"figures of an American page", `<meta property="og:locale" content="en_US"></head>`, `<p>05/10/2018 - By Lia Prado</p>`, "2018-05-10", "page text"},
		{"the right to copy is no publication", "", `<p>© 14 November 2019</p><p>Updated 15 November 2019</p>`, "", ""},
		{"figures left open", "", `<p>05/10/2018 - By Lia Prado</p>`, "", ""},
		{"the address of the picture says when it was taken", `<meta property="og:image" content="https://islander.example/img/2019/11/14/ferry.jpg">`, "", "", ""},
		{"none", "", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pageOf(c.head, c.body).Published
			require.Equal(t, c.want, p.String())
			require.Equal(t, c.source, p.Source)
		})
	}
}

func TestOutletAndURL(t *testing.T) {
	for _, c := range []struct{ name, head, outlet, outletSource, url, urlSource string }{
		{"publisher and canonical", ld(`{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"The Islander"}}`) + `<link rel="canonical" href="https://www.islander.example/a">`, "The Islander", "json-ld", "https://www.islander.example/a", "link canonical"},
		{"og:site_name where the publisher is an agency", ld(`{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Northern Press Agency"}}`) + `<link rel="canonical" href="https://www.islander.example/a"><meta property="og:site_name" content="Islander">`, "Islander", "meta og:site_name", "https://www.islander.example/a", "link canonical"},
		{"the site described in the graph", ld(`{"@graph":[{"@type":"WebSite","name":"The Islander"},{"@type":"Article","headline":"x"}]}`), "The Islander", "json-ld", "", ""},
		{"behind the title, if the address agrees", `<title>No ferry - The Islander</title><meta property="og:url" content="https://islander.example/a">`, "The Islander", "title element", "https://islander.example/a", "meta og:url"},
		{"nothing but the address", `<title>No ferry</title><meta property="og:url" content="https://news.islander.example/a">`, "islander.example", "address", "https://news.islander.example/a", "meta og:url"},
		{"a relative canonical is none without a base", `<link rel="canonical" href="/a">`, "", "", "", ""},
		{"a relative canonical on a base", `<base href="https://islander.example/"><link rel="canonical" href="/a">`, "islander.example", "address", "https://islander.example/a", "link canonical"},
		{"an address in JSON-LD", ld(`{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://islander.example/a"}}`), "islander.example", "address", "https://islander.example/a", "json-ld"},
		{"a script in the place of an address", `<link rel="canonical" href="javascript:alert(1)">`, "", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pageOf(c.head, "")
			require.Equal(t, Field{c.outlet, c.outletSource}, p.Outlet)
			require.Equal(t, Field{c.url, c.urlSource}, p.URL)
		})
	}
}

func TestLanguage(t *testing.T) {
	german := `<p>Die Fähre zur Insel fährt in diesem Winter nicht, sagte die Reederei am Montag, weil ihr einziges Schiff in die Werft muss.</p><p>Die Bewohner der Insel sollen zweimal in der Woche zum Festland geflogen werden, und zwar zum Preis der Überfahrt, und die Post fliegt mit ihnen. Die Werft hat versprochen, bis Ende März fertig zu sein, was sie beim letzten Mal auch versprochen hatte.</p>`
	for _, c := range []struct{ name, page, want, source string }{
		{"declared", `<html lang="de-AT"><body>` + german, "de-AT", "html lang"},
		{"a template's English", `<html lang="en-US"><body>` + german, "de", "text"},
		{"not declared", `<html><body>` + german, "de", "text"},
		{"declared by meta", `<html><head><meta property="og:locale" content="de_DE"></head><body>` + german, "de_DE", "meta og:locale"},
		{"a placeholder", `<html lang="{{ lang }}"><body>` + german, "de", "text"},
		{"a few words", `<html><body><p>Die Fähre zur Insel fährt in diesem Winter nicht.</p>`, "de", "text"},
		{"too short to guess", `<html><body><p>Tolsta 1908.</p>`, "", ""},
		{"another than English is believed", `<html lang="nl"><body>` + german, "nl", "html lang"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, Field{c.want, c.source}, Read(c.page, Options{}).Language)
		})
	}
}

func TestSignals(t *testing.T) {
	at := `<meta property="og:url" content="https://www.portal.example/1"><meta property="og:site_name" content="Portal">`
	for _, c := range []struct {
		name, head, body string
		want             []article.Signal
	}{
		{"none", at + `<link rel="canonical" href="https://portal.example/1">`, "", nil},
		{"canonical on another site", at + `<link rel="canonical" href="https://www.islander.example/a">`, "", []article.Signal{{Kind: article.SignalCanonical, URL: "https://www.islander.example/a"}}},
		{"canonical on a host of the same site", at + `<link rel="canonical" href="https://m.portal.example/1">`, "", nil},
		{"based on", at + ld(`{"@type":"NewsArticle","isBasedOn":{"@type":"NewsArticle","name":"The Islander","url":"https://www.islander.example/a"}}`), "", []article.Signal{{Kind: article.SignalSource, Name: "The Islander", URL: "https://www.islander.example/a"}}},
		{"provider and source organisation", at + ld(`{"@type":"NewsArticle","provider":{"name":"Northern Press Agency"},"sourceOrganization":"Isles Wire"}`), "", []article.Signal{{Kind: article.SignalProvider, Name: "Isles Wire"}, {Kind: article.SignalProvider, Name: "Northern Press Agency"}}},
		{"the site itself as provider", at + ld(`{"@type":"NewsArticle","provider":{"name":"Portal"},"publisher":{"name":"Portal"}}`), "", nil},
		{"an organisation as creator", at + ld(`{"@type":"NewsArticle","creator":{"@type":"Organization","name":"Northern Press Agency"}}`), "", []article.Signal{{Kind: article.SignalProvider, Name: "Northern Press Agency"}}},
		{"syndication-source and original-source", at + `<meta name="syndication-source" content="https://www.islander.example/a"><meta name="original-source" content="https://harbour.example/x">`, "", []article.Signal{{Kind: article.SignalSource, URL: "https://www.islander.example/a"}, {Kind: article.SignalSource, URL: "https://harbour.example/x"}}},
		{"a sentence with a link", at, `<p>This article was originally published on <a href="https://www.islander.example/a">The Islander</a>.</p>`, []article.Signal{{Kind: article.SignalSource, Name: "The Islander", URL: "https://www.islander.example/a"}}},
		{"a sentence without a link", at, `<p><i>This story first appeared in the Harbour Times on May 3.</i></p>`, []article.Signal{{Kind: article.SignalSource, Name: "Harbour Times"}}},
		{"the phrase in a link's own text", at, `<p>This story was <a href="https://www.islander.example/a">originally published by The Islander</a>.</p>`, []article.Signal{{Kind: article.SignalSource, Name: "The Islander", URL: "https://www.islander.example/a"}}},
		{"in Spanish", at, `<p>Este artículo fue publicado originalmente en <a href="https://isleno.example/a">El Isleño</a></p>`, []article.Signal{{Kind: article.SignalSource, Name: "El Isleño", URL: "https://isleno.example/a"}}},
		{"in German", at, `<p>Dieser Artikel ist zuerst erschienen bei <a href="https://insel.example/a">Inselbote</a>.</p>`, []article.Signal{{Kind: article.SignalSource, Name: "Inselbote", URL: "https://insel.example/a"}}},
		{"in French", at, `<p>Cet article a été initialement publié sur <a href="https://ilien.example/a">L'Îlien</a></p>`, []article.Signal{{Kind: article.SignalSource, Name: "L'Îlien", URL: "https://ilien.example/a"}}},
		{"a link amid a sentence", at, `<p>The ferry is on a sandbank, <a href="https://www.islander.example/a?b=1">a local newspaper reported</a> on Monday.</p>`, []article.Signal{{Kind: article.SignalLink, Name: "a local newspaper reported", URL: "https://www.islander.example/a?b=1"}}},
		{"a link of its own site, of one word, and by itself", at, `<p>The ferry is on a sandbank, <a href="https://www.portal.example/2">a local newspaper reported</a> on <a href="https://www.islander.example/a">Monday</a>.</p><p><a href="https://www.islander.example/a">More from the island here</a></p>`, nil},
		{"a time is no outlet", at, `<p>This story was originally published at 10:31 a.m. on Monday.</p>`, nil},
		{"what appeared is no article", at, `<p>The fever first appeared in West Harbour in 1952.</p>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, pageOf(c.head, c.body).Signals)
		})
	}
	fetched := Read(`<link rel="canonical" href="https://www.islander.example/a"><p>`+prose3, Options{URL: "https://www.portal.example/1"})
	require.Equal(t, []article.Signal{{Kind: article.SignalCanonical, URL: "https://www.islander.example/a"}}, fetched.Signals, "where a crawler says what it fetched")
	require.Equal(t, Field{"https://www.portal.example/1", "fetched"}, fetched.URL)
	amp := Read(`<link rel="canonical" href="https://www.islander.example/a"><p>`+prose3, Options{URL: "https://www-islander-example.cdn.ampproject.org/c/s/www.islander.example/a"})
	require.Empty(t, amp.Signals, "a cache is no outlet")
	require.Equal(t, "https://www.islander.example/a", amp.URL.Value)
}
