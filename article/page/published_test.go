package page

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// TestWhichDateIsThatOfPublication holds pages with dates of several things
// against each other.
func TestWhichDateIsThatOfPublication(t *testing.T) {
	const (
		address = `<link rel="canonical" href="https://islander.example/2024/05/14/ferry">`
		news    = `<link rel="canonical" href="https://islander.example/news/ferry"><title>No ferry this winter - The Islander</title>`
		h1      = `<h1>No ferry this winter</h1>`
	)
	for _, c := range []struct{ name, head, before, behind, want string }{
		{"a comment's time", news, h1, `<ol class="commentlist"><li><time datetime="2024-06-01T10:00:00Z">1 June</time> So it is.</li></ol>`, ""},
		{"a comment's time in a part named in German", news, h1, `<div id="kommentare"><p>Jo Field, <span class="date">1. Juni 2024</span></p></div>`, ""},
		{"a comment's time and the address", address, h1, `<div><time datetime="2024-06-01T10:00:00Z">1 June</time></div>`, "2024-05-14"},
		{"an event's time in a sentence", address, h1, `<p>The next boat to the island will come on <time datetime="2025-03-01">1 March</time>, if the yard keeps the word that it gave the company in the autumn, and the crew does too.</p>`, "2024-05-14"},
		{"an event's time in the lead", news, h1 + `<p>The next boat to the island will come on <time datetime="2025-03-01">1 March</time>, if the yard keeps the word that it gave the company in the autumn, and the crew does too.</p>`, "", ""},
		{"the day of the visit in the masthead", news, `<div class="masthead"><time datetime="2026-11-28">Saturday, 28 November 2026</time></div><div>` + prose3 + `</div>` + h1 + `<p class="date">14 May 2024</p>`, "", "2024-05-14"},
		{"the day of the visit in a bar of no name", news, `<div><span>Saturday, 28 November 2026</span></div><ul><li><a href="/1">All the news of the islands and the sea around them</a></li><li><a href="/2">The tides, the winds and the weather of the week</a></li><li><a href="/3">Who was born, who was wed and who has died</a></li></ul>` + h1, "", ""},
		{"right above the headline", news, `<p class="kicker">14 May 2024</p>` + h1, "", "2024-05-14"},
		{"behind a standfirst", news, h1 + `<p class="standfirst">Islanders will be flown to the mainland twice a week while the boat is in the yard</p><div class="meta">By Ines Calder · 14 May 2024 · 3 comments</div>`, "", "2024-05-14"},
		{"a teaser below", news, h1, `<div class="more-stories"><h3>Harbour master retires</h3><time datetime="2024-06-05T10:00:00Z">5 June</time></div>`, ""},
		{"the time of a change", news, h1 + `<p>Updated: <time datetime="2024-05-20">20 May 2024</time></p><p>Published: <time datetime="2024-05-14">14 May 2024</time></p>`, "", "2024-05-14"},
		{"a change behind the publication in one line", news, h1 + `<p class="dateline">14 May 2024, updated 20 May 2024</p>`, "", "2024-05-14"},
		{"a change in brackets, far below", news, h1, `<div class="foot"><span class="date">14 maggio 2024 (modifica il 20 maggio 2024 | 07:26)</span></div><ul><li>21 maggio 2024 <a href="/a">Frana sulla strada</a></li></ul>`, "2024-05-14"},
		{"a line that is of a change alone, in German", news, h1 + `<p>Aktualisiert am 20. Mai 2024</p>`, "", ""},
		{"at the foot, where it says so", news, h1, `<p>Posted by Ines Calder on May 14, 2024 in News</p>`, "2024-05-14"},
		{"in the title of an abbreviation", news, h1 + `<p>Posted <abbr class="published" title="2024-05-14T09:31:00+02:00">last spring</abbr></p>`, "", "2024-05-14T09:31:00+02:00"},
		{"a year in a quotation and in the copyright line", news, h1, `<p>"The boat of 2019 was no better," he said.</p><footer>© 2011-2024 The Islander</footer>`, ""},
		{"a day told in a short paragraph", news, h1 + `<p>On 3 March 2019 the old boat sank.</p>`, prose3, ""},
		{"stated anew by a new system", address + ld(`{"@type":"NewsArticle","headline":"No ferry this winter","datePublished":"2026-02-01T08:00:00Z"}`), h1, "", "2024-05-14"},
		{"a page that shows what it states, whatever the address", address + ld(`{"@type":"NewsArticle","headline":"No ferry this winter","datePublished":"2024-05-16T08:00:00Z"}`), h1 + `<p class="date">16 May 2024</p>`, "", "2024-05-16T08:00:00Z"},
		{"the earlier of two that are stated", ld(`{"@type":"NewsArticle","headline":"No ferry this winter","datePublished":"2024-07-01"}`) + `<meta property="article:published_time" content="2024-05-14T09:31:00Z">`, h1, "", "2024-05-14T09:31:00Z"},
		{"published after it was changed", ld(`{"@type":"NewsArticle","headline":"No ferry this winter","datePublished":"2025-01-01","dateModified":"2024-05-14"}`), h1, "", "2024-05-14"},
		{"changed, and no more", ld(`{"@type":"NewsArticle","headline":"No ferry this winter","dateModified":"2024-05-14"}`), h1, "", ""},
		{"of a video on the page", ld(`{"@type":"VideoObject","name":"The old boat","uploadDate":"2019-01-01"}`) + news, h1, "", ""},
		{"of another piece in the linked data", news + ld(`{"@type":"NewsArticle","headline":"Harbour master retires after forty years","url":"https://islander.example/news/master","datePublished":"2024-06-05"}`), h1, "", ""},
		{"of an article within a page", news + ld(`{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"No ferry this winter","datePublished":"2024-05-14T09:31:00Z"}}`), h1, "", "2024-05-14T09:31:00Z"},
		{"figures of a British page", `<meta property="og:locale" content="en_GB">`, h1 + `<p class="date">05/06/2024</p>`, "", "2024-06-05"},
		{"figures of an Irish address, whatever the template says", `<meta property="og:locale" content="en_US"><link rel="canonical" href="https://islander.ie/ferry">`, h1 + `<p class="date">05/06/2024</p>`, "", "2024-06-05"},
		{"figures in a meta", `<meta property="og:locale" content="en_US"><meta name="pubdate" content="05/14/2024">`, h1, "", "2024-05-14"},
		{"two days in short lines, neither of which is said to be its own", news, h1 + prose3 + prose3, `<p>1 June 2024</p><p>5 July 2024</p>`, ""},
		{"scheduled, and changed before it was out", ld(`{"@type":"NewsArticle","headline":"No ferry this winter","datePublished":"2024-05-14","dateModified":"2024-05-02"}`), h1, "", "2024-05-14"},
		{"Blogger", news, `<div class="widget Blog" id="Blog1"><div class="date-outer"><h2 class="date-header"><span>Tuesday, 14 May 2024</span></h2><h3 class="post-title">No ferry this winter</h3>` + prose3, `<div class="post-footer">Posted by Ines <a class="timestamp-link" href="/x"><abbr class="published" title="2024-05-14T09:31:00+02:00">9:31</abbr></a></div></div></div>`, "2024-05-14T09:31:00+02:00"},
		{"a comment in the foot of a piece", news, h1, `<div class="post-footer"><div class="comment"><abbr class="published" title="2024-06-01T10:00:00Z">1 June</abbr></div></div>`, ""},
		{"a piece with a class of its subject", news, `<article class="post category-popular tag-weather">` + h1 + `<p>May 14, 2024</p>`, `</article>`, "2024-05-14"},
		{"a piece that its system calls a teaser", news, `<figure class="teaser"><span class="date">14 May 2024</span>` + h1 + `</figure>`, "", "2024-05-14"},
		{"above the headline, behind a menu", news, `<select><option>All the islands of the sound and the sea around them, with the mainland and its harbours</option></select><p>14 May 2024 - Harbour</p>` + h1, "", "2024-05-14"},
		{"an answer that is said to be published", news, h1 + `<p class="publication"><time datetime="2024-05-14T09:31:00Z">14 May</time></p>`, `<div><p class="publication"><time datetime="2024-09-22T07:30:29Z" pubdate>22 September</time></p></div>`, "2024-05-14T09:31:00Z"},
		{"a release that is linked below", news, h1, `<a class="link publication" title="Press release 34 of 8 May 2024 (opens a new window)" href="/pr">Release 34</a>`, ""},
		{"<meta> of anything beside what the page shows", news + `<meta name="date" content="2024-05-20">`, h1 + `<time datetime="2024-05-14">14 May</time>`, "", "2024-05-14"},
		{"<meta> of anything beside a line that says so", news + `<meta name="dc.date" content="2024-05-20">`, h1, `<div><span>Published:</span><h4>14 May 2024</h4></div>`, "2024-05-14"},
		{"<meta> of anything alone", news + `<meta name="date" content="2024-05-20">`, h1, "", "2024-05-20"},
		{"a list of what is known", news, h1, `<dl><dt>Datum</dt><dd>14.05.2024</dd></dl>`, "2024-05-14"},
		{"a short year and a time without a space", news, h1 + `<p class="date"><span>28.05.24</span><span>12:44</span></p>`, "", "2024-05-28"},
		{"a <time> whose value is not understood", news, h1 + `<time datetime="01-02-2024 10:29">14 May 2024</time>`, "", "2024-05-14"},
		{"slashes of a system where people write points", `<link rel="canonical" href="https://inselblatt.de/faehre"><meta name="pubdate" content="11/01/2024 12:43:42">`, h1, "", ""},
		{"slashes of a system, and points", `<link rel="canonical" href="https://inselblatt.de/faehre"><meta name="pubdate" content="11/01/2024 12:43:42">`, h1 + `<p>Erstellt am: 01.11.2024</p>`, "", "2024-11-01"},
		{"a month in the address and another day shown", `<link rel="canonical" href="https://islander.example/2024/05/ferry">`, h1 + `<p class="date">2 July 2019</p>`, "", ""},
		{"a month in the address and its day shown", `<link rel="canonical" href="https://islander.example/2024/05/ferry">`, h1 + `<p class="date">14 May 2024</p>`, "", "2024-05-14"},
		{"a number behind the month in the address", `<link rel="canonical" href="https://islander.example/2024/05/3-questions-to-the-harbour-master">`, h1, "", ""},
		{"a range of days", news, `<ul><li>Week 1.-15. January</li></ul>` + h1 + `<p>Week 14.-20. January</p><p>Week 14. - 20. January 2022</p>`, "", ""},
		{"the day of the visit in the head of the site", news, `<header><p>14 May 2026</p></header>` + h1, "", ""},
		{"the day of the visit in a bar", news, `<div class="top-bar"><span class="date">May 14, 2026</span></div>` + h1, "", ""},
		{"a day in a list of what is read most", news, h1, `<div class="most-read"><ul><li><time datetime="2025-06-01">1 June 2025</time> <a href="/z">The shop will stay</a></li></ul></div>`, ""},
		{"since when the writer is a member", news, h1 + `<p>Registered: 18.09.2008, 05:56</p>`, "", ""},
		{"the same, its label in an element of its own", news, h1 + `<dl><dd><strong>Registriert:</strong> 18.09.2008, 05:56</dd></dl><p>by harbour » 21.01.2009, 05:42</p>`, "", "2009-01-21"},
		{"since when an account is there", news, h1 + `<span class="joinDateText" title="10:46 AM - 20 Mar 2007">Joined March 2007</span>`, "", ""},
		{"a change, its label in front of the element", news, h1, `<p>page revision: 8, last edited: <span class="odate">17 Jun 2018 15:15</span></p>`, ""},
		{"a page dated anew when its site moved, and shown so", `<link rel="canonical" href="https://islander.example/home/2017/7/12/ferry"><meta property="article:published_time" content="2019-06-17T18:28:00+02:00">`, h1 + `<time datetime="2019-06-17">17 June 2019</time>`, "", "2017-07-12"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Read("<!DOCTYPE html><html><head>"+c.head+"</head><body><main>"+c.before+prose3+"</main>"+c.behind+"</body></html>", Options{})
			require.Equal(t, c.want, p.Published.String(), p.Published.Source)
			require.False(t, p.Published.Guess())
		})
	}
}

func TestGuessesOfDaysSayThatTheyAre(t *testing.T) {
	p := Read(`<title>No ferry</title><body><h1>No ferry</h1>`+prose3+prose3+`<p>14 May 2024</p>`, Options{})
	require.Equal(t, "2024-05-14", p.Published.String())
	require.True(t, p.Published.Guess(), "it is the only day on the page, and nothing says what it is of")
	today := Read(`<title>No ferry</title><body><div id="datetime">Sunday, November 29, 2026</div><h1>No ferry</h1>`+prose3, Options{})
	require.True(t, today.Published.Guess(), "mastheads tell the day of the visit, with its name, right above a headline")
	old := Read(`<title>Jo Field</title><body><h1>Jo Field</h1><ul><li>28 January 1975 (Port Ellen)</li></ul>`+prose3, Options{})
	require.Zero(t, old.Published, "no page is of 1975 only because a day of that year stands beside its headline")
	system := Read(`<title>No ferry</title><script>var item = {"publishDate":"01/01/2004"}</script><body><h1>No ferry</h1>`+prose3, Options{})
	require.Zero(t, system.Published, "1 January in figures is what systems write that know only a year")
	later := article.Time{When: p.Published.When.AddDate(1, 0, 0), Precision: article.Day, Source: "json-ld"}
	require.False(t, p.Published.Before(later), "a guess decides nothing")
	require.False(t, later.Before(p.Published))
}

func TestOpenFiguresAreADoubt(t *testing.T) {
	p := Read(`<html lang="en"><title>No ferry</title><body><h1>No ferry</h1><p class="date">05/06/2024</p>`+prose3, Options{})
	require.Equal(t, article.NoTime, p.Published.Precision)
	require.Equal(t, []string{"the date 05/06/2024 may have the day or the month first; it is left out"}, p.Doubts)
	p = Read(`<html lang="en"><title>No ferry</title><meta name="date" content="2024-05-06"><body><h1>No ferry</h1><p class="date">05/06/2024</p>`+prose3, Options{})
	require.Empty(t, p.Doubts, "another date is understood")
}
