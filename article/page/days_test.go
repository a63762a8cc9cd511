package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDaysOfPagesOfManyCountries imitates how sites and systems state when a piece
// was published. No day is better than a wrong one; a later one is the worst.
func TestDaysOfPagesOfManyCountries(t *testing.T) {
	const (
		headline = "No ferry to the island this winter"
		h1       = "<h1>" + headline + "</h1>"
		teaser   = `{"@type":"NewsArticle","headline":"Harbour master retires after forty years","url":"https://islander.example/master","datePublished":"2024-04-20T08:00:00Z"}`
		comment  = `<section class="comments"><h3>Comments</h3><article><time datetime="2024-05-01T09:00:00Z">1 May 2024</time><p>So it is.</p></article></section>`
	)
	type page struct{ name, lang, url, head, body, behind, want string }
	pages := []page{
		// Linked data.
		{"a graph of WordPress", "en", "", ld(`{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"https://islander.example/#o","name":"The Islander"},{"@type":"WebPage","@id":"https://islander.example/ferry","url":"https://islander.example/ferry","datePublished":"2024-03-05T10:15:00+00:00","dateModified":"2024-04-01T10:15:00+00:00"},{"@type":"Article","isPartOf":{"@id":"https://islander.example/ferry"},"headline":"` + headline + `","datePublished":"2024-03-05T10:15:00+00:00","dateModified":"2024-04-01T10:15:00+00:00"}]}`), h1, comment, "2024-03-05T10:15:00Z"},
		{"a graph with a teaser first", "en", "https://islander.example/ferry", ld(`{"@graph":[` + teaser + `,{"@type":"NewsArticle","headline":"` + headline + `","url":"https://islander.example/ferry","datePublished":"2024-03-05T10:15:00Z"}]}`), h1, "", "2024-03-05T10:15:00Z"},
		{"a list of objects", "es", "", ld(`[{"@type":"BreadcrumbList","itemListElement":[]},{"@type":"NewsArticle","headline":"` + headline + `","datePublished":"2024-03-05 10:15:00"}]`), h1, "", "2024-03-05T10:15:00"},
		{"only teasers in the linked data", "en", "https://islander.example/ferry", ld(`{"@type":"ItemList","itemListElement":[` + teaser + `]}`), h1 + `<p class="meta">5 March 2024</p>`, "", "2024-03-05"},
		{"a date in words", "en", "", ld(`{"@type":"NewsArticle","headline":"` + headline + `","datePublished":"March 5, 2024 at 10:15 AM"}`), h1, "", "2024-03-05T10:15"},
		{"the first year of all", "en", "", ld(`{"@type":"NewsArticle","headline":"`+headline+`","datePublished":"0001-01-01T00:00:00"}`) + `<meta property="article:published_time" content="2024-03-05T10:15:00Z">`, h1, "", "2024-03-05T10:15:00Z"},
		{"seconds since 1970", "en", "", ld(`{"@type":"NewsArticle","headline":"` + headline + `","datePublished":1709633700}`), h1, "", "2024-03-05T10:15:00Z"},
		{"a live blog and its posts", "en", "", ld(`{"@type":"LiveBlogPosting","headline":"` + headline + `","datePublished":"2024-03-05T10:15:00Z","coverageStartTime":"2024-03-05T10:00:00Z","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Late in the evening","datePublished":"2024-03-07T22:00:00Z"}]}`), h1, "", "2024-03-05T10:15:00Z"},
		{"a video and an event in the article", "en", "", ld(`{"@type":"NewsArticle","headline":"` + headline + `","video":{"@type":"VideoObject","uploadDate":"2024-06-01"},"about":{"@type":"Event","startDate":"2024-12-24"},"datePublished":"2024-03-05"}`), h1, "", "2024-03-05"},
		{"an event alone", "en", "", ld(`{"@type":"Event","name":"` + headline + `","startDate":"2024-12-24"}`), h1, "", ""},
		{"comments in the linked data", "de", "", ld(`{"@type":"NewsArticle","headline":"` + headline + `","comment":[{"@type":"Comment","dateCreated":"2024-05-01"}]}`), h1 + `<p class="datum">5. März 2024</p>`, "", "2024-03-05"},
		{"a year of the Buddhist era", "th", "", ld(`{"@type":"NewsArticle","headline":"` + headline + `","datePublished":"2567-03-05T10:15:00+07:00"}`), h1, "", "2024-03-05T10:15:00+07:00"},
		// Meta.
		{"Open Graph", "en", "", `<meta property="article:published_time" content="2024-03-05T10:15:00Z"><meta property="article:modified_time" content="2024-04-01T10:15:00Z">`, h1, comment, "2024-03-05T10:15:00Z"},
		{"a change and nothing else", "en", "", `<meta property="og:updated_time" content="2024-04-01T10:15:00Z"><meta name="last-modified" content="2024-04-01">`, h1, "", ""},
		{"Dublin Core", "pt", "", `<meta name="DC.date.issued" content="2024-03-05">`, h1, "", "2024-03-05"},
		{"Parse.ly", "en", "", `<meta name="parsely-pub-date" content="2024-03-05T10:15:00Z">`, h1, "", "2024-03-05T10:15:00Z"},
		{"Sailthru", "en", "", `<meta name="sailthru.date" content="2024-03-05 10:15:00">`, h1, "", "2024-03-05T10:15:00"},
		{"in the JSON of Parse.ly", "en", "", `<meta name="parsely-page" content='{"title":"` + headline + `","pub_date":"2024-03-05T10:15:00Z","section":"News"}'>`, h1, "", "2024-03-05T10:15:00Z"},
		{"German systems", "de", "", `<meta name="date" content="2024-03-05T10:15:00+01:00"><meta name="last-modified" content="2024-04-01T10:15:00+01:00">`, h1, "", "2024-03-05T10:15:00+01:00"},
		{"Chinese systems", "zh", "", `<meta name="publishdate" content="2024-03-05"><meta name="pubdate" content="2024年03月05日10:15">`, h1, "", "2024-03-05T10:15"},
		{"a Russian system", "ru", "", `<meta itemprop="datePublished" content="2024-03-05T10:15:00+03:00">`, h1, "", "2024-03-05T10:15:00+03:00"},
		{"a compact day", "ko", "", `<meta name="article:published_time" content="20240305101500">`, h1, "", "2024-03-05T10:15:00"},
		// Mark-up.
		{"RDFa of Drupal", "en", "", "", h1 + `<span property="dc:date dc:created" content="2024-03-05T10:15:00+01:00" datatype="xsd:dateTime">Tue, 03/05/2024 - 10:15</span>`, "", "2024-03-05T10:15:00+01:00"},
		{"RDFa of schema.org", "fr", "", "", h1 + `<div vocab="https://schema.org/" typeof="NewsArticle"><span property="datePublished" content="2024-03-05">mardi</span></div>`, "", "2024-03-05"},
		{"RDFa of a comment", "en", "", "", h1, `<div class="comment"><span property="dc:date dc:created" content="2024-05-01T09:00:00Z">Wed, 05/01/2024</span></div>`, ""},
		{"microdata", "it", "", "", `<div itemscope itemtype="https://schema.org/NewsArticle">` + h1 + `<time itemprop="datePublished" datetime="2024-03-05T10:15:00+01:00">5 marzo</time></div>`, "", "2024-03-05T10:15:00+01:00"},
		{"microdata of a comment", "it", "", "", h1, `<div itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2024-05-01">1 maggio</time></div>`, ""},
		{"hentry", "en", "", "", `<article class="hentry">` + h1 + `<abbr class="published" title="2024-03-05T10:15:00-05:00">March 5</abbr> <abbr class="updated" title="2024-04-01T10:15:00-04:00">April 1</abbr></article>`, "", "2024-03-05T10:15:00-05:00"},
		{"a <time> below the headline", "en", "", "", h1 + `<time datetime="2024-03-05T10:15:00Z">5 Mar</time>`, comment, "2024-03-05T10:15:00Z"},
		{"a <time> of comments alone", "en", "", "", h1, comment, ""},
		{"a <time> of a side column before the piece", "en", "", "", `<aside><h3>Latest</h3><time datetime="2024-05-01T09:00:00Z">1 May</time></aside>` + h1 + `<p>5 March 2024</p>`, "", "2024-03-05"},
		{"an event in a box", "en", "https://islander.example/2024/03/05/ferry", "", h1, `<div class="event"><h3>Harbour day</h3><time datetime="2024-12-24">24 December</time></div>`, "2024-03-05"},
		// Lives, and ranges of days.
		{"a life", "de", "", "", h1 + `<div class="lebensdaten">* 3. April 1998 &nbsp; † 28. Februar 2025</div>`, "", ""},
		{"a life, in English", "en", "", "", h1 + `<p class="dates">3 April 1998 – 28 February 2025</p>`, "", ""},
		{"a life, in a list", "en", "", "", h1 + `<dl><dt>Born:</dt><dd class="date">3 April 1998</dd><dt>Died</dt><dd><time datetime="2025-02-28">28 February 2025</time></dd></dl>`, "", ""},
		{"a life, in Polish", "pl", "", "", h1 + `<div class="data">ur. 3 kwietnia 1998, zm. 28 lutego 2025</div>`, "", ""},
		{"a life, in Spanish", "es", "", "", h1 + `<div class="fecha-vida">Falleció el 28 de febrero de 2025</div>`, "", ""},
		{"a life, and the day of the piece", "en", "", "", h1 + `<p class="life">Died 28 February 2025</p><p class="date">5 March 2024</p>`, "", "2024-03-05"},
		{"a show", "en", "", "", h1 + `<p class="dates">Saturday 17 May 2025 – Sunday 8 June 2025</p>`, "", ""},
		{"a day and its hour behind a dash", "en", "", "", h1 + `<p class="date">5 March 2024 – 10:15</p>`, "", "2024-03-05"},
		{"a day beside the name of an alliance", "en", "", "", h1 + `<p class="meta">NATO | 5 March 2024</p>`, "", "2024-03-05"},
		{"a writer called Born", "en", "", "", h1 + `<p class="meta">Ada Born, 5 March 2024</p>`, "", "2024-03-05"},
		// Words, in fifteen languages and more.
		{"English", "en", "", "", h1 + `<p>Published on Tuesday, March 5, 2024 at 10:15 am EST</p>`, "", "2024-03-05"},
		{"German", "de", "", "", h1 + `<p>05.03.2024, 10:15 Uhr</p>`, "", "2024-03-05"},
		{"French", "fr", "", "", h1 + `<p>Publié le 5 mars 2024 à 10h15, mis à jour le 6 mars 2024 à 9h</p>`, "", "2024-03-05"},
		{"Spanish", "es", "", "", h1 + `<p>5 de marzo de 2024 | Actualizado el 6 de marzo de 2024</p>`, "", "2024-03-05"},
		{"Portuguese", "pt", "", "", h1 + `<p>Publicado em 05/03/2024 às 10h15</p>`, "", "2024-03-05"},
		{"Italian", "it", "", "", h1 + `<p>Pubblicato: 5 Marzo 2024</p>`, "", "2024-03-05"},
		{"Dutch", "nl", "", "", h1 + `<p>Geplaatst op 5 maart 2024 om 10:15</p>`, "", "2024-03-05"},
		{"Swedish", "sv", "", "", h1 + `<p>Publicerad 5 mars 2024 kl 10.15 Uppdaterad 6 mars 2024</p>`, "", "2024-03-05"},
		{"Danish", "da", "", "", h1 + `<p>5. marts 2024</p>`, "", "2024-03-05"},
		{"Finnish", "fi", "", "", h1 + `<p>Julkaistu 5. maaliskuuta 2024</p>`, "", "2024-03-05"},
		{"Polish", "pl", "", "", h1 + `<p>5 marca 2024, 10:15</p>`, "", "2024-03-05"},
		{"Czech", "cs", "", "", h1 + `<p>5. března 2024</p>`, "", "2024-03-05"},
		{"Hungarian", "hu", "", "", h1 + `<p>2024. március 5. 10:15</p>`, "", "2024-03-05"},
		{"Romanian", "ro", "", "", h1 + `<p>Publicat: 5 martie 2024</p>`, "", "2024-03-05"},
		{"Turkish", "tr", "", "", h1 + `<p>Giriş: 5 Mart 2024 10:15 Güncelleme: 6 Mart 2024</p>`, "", "2024-03-05"},
		{"Russian", "ru", "", "", h1 + `<p>5 марта 2024, 10:15</p>`, "", "2024-03-05"},
		{"Ukrainian", "uk", "", "", h1 + `<p>5 березня 2024, 10:15</p>`, "", "2024-03-05"},
		{"Greek", "el", "", "", h1 + `<p>5 Μαρτίου 2024</p>`, "", "2024-03-05"},
		{"Arabic", "ar", "", "", h1 + `<p>الثلاثاء 5 مارس 2024</p>`, "", "2024-03-05"},
		{"Persian", "fa", "", "", h1 + `<p>۱۵ اسفند ۱۴۰۲</p>`, "", "2024-03-05"},
		{"Hebrew", "he", "", "", h1 + `<p>5 במרץ 2024</p>`, "", "2024-03-05"},
		{"Hindi", "hi", "", "", h1 + `<p>5 मार्च 2024</p>`, "", "2024-03-05"},
		{"Thai", "th", "", "", h1 + `<p>5 มี.ค. 2567</p>`, "", "2024-03-05"},
		{"Vietnamese", "vi", "", "", h1 + `<p>Thứ ba, 5/3/2024, 10:15</p>`, "", "2024-03-05"},
		{"Indonesian", "id", "", "", h1 + `<p>Selasa, 5 Maret 2024 10:15 WIB</p>`, "", "2024-03-05"},
		{"Japanese", "ja", "", "", h1 + `<p>2024年3月5日 10時15分</p>`, "", "2024-03-05"},
		{"Japanese, by the era", "ja", "", "", h1 + `<p>令和6年3月5日</p>`, "", "2024-03-05"},
		{"Chinese, glued to a source", "zh", "", "", h1 + `<p>2024年03月05日10:15 来源：海岛日报</p>`, "", "2024-03-05"},
		{"Korean", "ko", "", "", h1 + `<p>입력 2024.03.05. 10:15 수정 2024.03.06. 11:00</p>`, "", "2024-03-05"},
		// What is no day of publication.
		{"a change in German alone", "de", "", "", h1 + `<p>Stand: 06.03.2024 10:15 Uhr</p>`, "", ""},
		{"both in German", "de", "", "", h1 + `<p>Stand: 06.03.2024</p><p>Veröffentlicht: 05.03.2024</p>`, "", "2024-03-05"},
		{"first published, below the change", "en", "", "", h1 + `<p>Updated 6 March 2024</p><p>First published 5 March 2024</p>`, "", "2024-03-05"},
		{"hours ago", "en", "", "", h1 + `<p class="date">3 hours ago</p>`, "", ""},
		{"yesterday", "es", "", "", h1 + `<p class="fecha">Ayer, 10:15</p>`, "", ""},
		{"a year of the right to copy", "en", "", "", h1, `<footer>Copyright 2014 - 2024 The Islander. All rights reserved.</footer>`, ""},
		{"a dateline without a year", "en", "", "", h1 + `<p>PORT ELLEN, March 5 (IPA) - The ferry will not run.</p>`, "", ""},
		{"a month and a year", "en", "", "", h1 + `<p class="date">March 2024</p>`, "", ""},
		{"figures in either order", "en", "", "", h1 + `<p class="date">05/03/2024</p>`, "", ""},
		{"figures that the day of the week orders", "en", "", "", h1 + `<p class="date">Tue, 05/03/2024 - 10:15</p>`, "", "2024-03-05"},
		{"figures in an American page", "en-US", "", "", h1 + `<p class="date">03/05/2024</p>`, "", "2024-03-05"},
		// Addresses.
		{"an address with the day", "en", "https://islander.example/news/2024/03/05/ferry", "", h1, comment, "2024-03-05"},
		{"an address with the month's name", "en", "https://islander.example/2024/mar/05/ferry", "", h1, "", "2024-03-05"},
		{"an address with a month alone", "en", "https://islander.example/2024/03/ferry", "", h1, "", ""},
		{"an address with a number", "en", "https://islander.example/ferry-20240399", "", h1, "", ""},
	}
	for _, c := range pages {
		t.Run(c.name, func(t *testing.T) {
			if c.url != "" {
				c.head += `<link rel="canonical" href="` + c.url + `">`
			}
			p := Read(`<!DOCTYPE html><html lang="`+c.lang+`"><head><title>`+headline+` - The Islander</title>`+c.head+`</head><body><main>`+c.body+prose3+`</main>`+c.behind+`</body></html>`, Options{URL: c.url})
			got := p.Published.String()
			if len(c.want) == len("2024-03-05") && len(got) > len(c.want) {
				got = got[:len(c.want)]
			}
			require.Equal(t, c.want, got, p.Published.Source)
			require.False(t, p.Published.Guess())
		})
	}
}
