package page

import (
	"encoding/base64"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDaysThatPagesTell imitates pages on which the day of publication stands in unusual places, and some of which
// what stands there is another day. An empty day is none.
func TestDaysThatPagesTell(t *testing.T) {
	const (
		h1   = "<h1>No ferry to the island this winter</h1>"
		ours = "https://islander.example/no-ferry"
	)
	hidden := base64.StdEncoding.EncodeToString([]byte("16. Oktober 2024, 17:05 Uhr"))
	for _, c := range []struct {
		name, head, before, behind, want string
		guess                            bool
	}{
		// Names of shapes beside the headline.
		{"a line below the headline that is a nav", "", `<div><div>` + h1 + `</div><ul class="nav meta"><li><a href="/time/2024-10-13">13 Oct 2024 18:29</a></li></ul></div>`, "", "2024-10-13T18:29", false},
		{"a line below the headline that is a listing", "", `<div>` + h1 + `<div class="listing_meta"><span>Jo</span> · <span>April 19, 2024</span> · <span>7 comments</span></div></div>`, "", "2024-04-19", false},
		{"a line above the headline that is of a teaser", "", `<div><div class="teaser_text_meta"><a>Jo Field</a> / 17.11.2024 / 09:30 / <a>Photo: Harbour Archive</a> / <a>23</a> / <a></a></div><h2>No ferry to the island this winter</h2></div>`, "", "2024-11-17T09:30", false},
		{"a related piece right below the headline", "", `<div>` + h1 + `<aside class="related"><time datetime="2024-10-13">13 Oct</time> <a>Harbour full</a></aside></div>`, "", "", false},
		{"a recent piece right below the headline", "", `<div>` + h1 + `<div class="recent-posts"><span class="date">13 October 2024</span></div></div>`, "", "", false},
		{"a card far below the headline", "", h1 + prose3 + `<div class="card"><span class="date">13 October 2024</span> Harbour full</div>`, "", "", false},
		{"a menu far above the headline", "", `<ul class="menu"><li class="date">13 October 2024</li></ul><p>` + prose3 + `</p>` + h1, "", "", false},
		// Heads.
		{"a day within the headline", "", `<h1><span class="over"><time datetime="2024-02-01">1 February 2024</time></span> <span>No ferry to the island this winter</span></h1>`, "", "2024-02-01", false},
		{"the head of the piece", "", `<article><header><span>Share</span> <time datetime="2024-01-26T16:05:25+01:00">26 January</time></header><h2>No ferry to the island this winter</h2></article>`, "", "2024-01-26T16:05:25+01:00", false},
		{"the head of the site", "", `<header><time datetime="2024-01-26T16:05:25+01:00">26 January</time></header><h2>No ferry to the island this winter</h2>`, "", "", false},
		{"a day that opens the text, named so", "", h1 + `<p><span class="text-date">31 October 2024.</span> The ferry is an old friend of the island, and a better one than the bridge ever was, as everybody here will tell you who has had to wait for it.</p>`, "", "2024-10-31", false},
		{"a day that the text tells of", "", h1 + `<p><time datetime="2001-09-11">11 September 2001</time>. The ferry is an old friend of the island, and a better one than the bridge ever was, as everybody here will tell you who has had to wait for it.</p>`, "", "", false},
		// Sentences of the foot.
		{"a German foot", "", h1, `<div class="post-footer">Dieser Artikel wurde am 14. Dezember 2024 um 14:48 von <a>Jo</a> in der Kategorie <a>Schiffe</a> geschrieben.</div>`, "2024-12-14", false},
		{"a German side column", "", h1, `<div class="widget"><p>Dieser Artikel stammt von Jo und wurde am <em>3.05.24 11:51</em> veröffentlicht.</p></div>`, "2024-05-03", false},
		{"a foot that names the headline", "", h1, `<div class="sidebar"><p><a>No ferry to the island this winter</a> wurde am <nobr>19. Mai 2024</nobr> um <nobr>23:03</nobr> Uhr gepostet und unter <a>Schiffe</a> abgelegt.</p></div>`, "2024-05-19", false},
		{"an English foot", "", h1, `<div class="sidebar"><p>This entry was posted on Sunday, May 19th, 2024 at 11:03 pm and is filed under <a>Ships</a>. You can follow any responses to this entry.</p></div>`, "2024-05-19", false},
		{"a French foot", "", h1, `<div class="widget"><p>Cet article a été publié le 19 mai 2024 par Jo.</p></div>`, "2024-05-19", false},
		{"the day of a change", "", h1, `<div class="post-footer">Dieser Artikel wurde am 14. Dezember 2024 aktualisiert.</div>`, "", false},
		{"where it came out first", "", h1, `<div class="post-footer">This article was originally published on 19 May 2024 in The Harbour Post.</div>`, "", false},
		{"a reader's", "", h1, `<div class="comments"><p>This post was published on 19 May 2024, and nobody noticed.</p></div>`, "", false},
		{"of something else", "", h1, `<p>Der Bericht der Reederei wurde am 14. Dezember 2024 veröffentlicht, und er hat auf der Insel kaum jemanden überrascht, der die Schiffe kennt.</p>`, "", false},
		// Labels in side columns.
		{"the only day of publication, in a side column", "", h1, `<div class="facts sidebar"><ul><li><p>Mise en ligne</p><p>23 mai 2024</p></li><li><p>Son</p><p>15 avril 2024</p></li></ul></div>`, "2024-05-23", true},
		{"in the foot", "", h1, `<div class="text_footer"><p>Letzte Änderung: 31.10.2024<br>Erschienen am: 21.11.2024<br>Lesungen: 61</p></div>`, "2024-11-21", true},
		{"of two pieces", "", h1, `<div class="sidebar"><p>Published</p><p>23 May 2024</p><p>Published</p><p>29 May 2024</p></div>`, "", false},
		{"of an event", "", h1, `<aside><dl><dt>Date</dt><dd>23 May 2024</dd><dt>Place</dt><dd>Port Ellen</dd></dl></aside>`, "", false},
		{"of a brochure", "", h1, `<aside><p>Publication | 17 January 2024</p></aside>`, "", false},
		// Lists of pieces.
		{"this piece in a list of the latest", `<link rel="canonical" href="` + ours + `">`, h1, `<ul><li><a href="/no-ferry"><div class="teaser"><div>21.11.2024</div><h2>No ferry to the island this winter</h2></div></a></li><li><a href="/bridge"><div class="teaser"><div>29.11.2024</div><h2>The bridge is open</h2></div></a></li></ul>`, "2024-11-21", false},
		{"others alone", `<link rel="canonical" href="` + ours + `">`, h1, `<ul><li><a href="/bridge"><div class="teaser"><div>29.11.2024</div><h2>The bridge is open</h2></div></a></li></ul>`, "", false},
		{"a comment's own address", `<link rel="canonical" href="` + ours + `">`, h1, `<ul><li class="comment"><p>Jo Field of Port Ellen</p><a href="/no-ferry#c1">29.11.2024</a></li></ul>`, "", false},
		// Changes that are stated as publication.
		{"an edit, and a script shows the first day", ld(`{"@type":"NewsArticle","headline":"No ferry to the island this winter","datePublished":"2024-10-19T19:08:22+02:00","dateModified":"2024-10-19T19:08:22+02:00"}`), h1 + `<div><time datetime="2024-10-19T19:08:22+02:00" class="date" data-hidden="` + hidden + `">19. Oktober 2024</time> <time datetime="2024-10-19T19:08:22+02:00" class="date">Editiert am 19. Oktober 2024, 19:08 Uhr</time></div>`, "", "2024-10-16T17:05", false},
		{"an update, and the first day is shown", ld(`{"@type":"NewsArticle","headline":"No ferry to the island this winter","datePublished":"2024-10-19T19:08:22Z"}`), h1 + `<p><time datetime="2024-10-16T17:05:00Z">16 October</time> <span>Updated <time datetime="2024-10-19T19:08:22Z">19 October</time></span></p>`, "", "2024-10-16T17:05:00Z", false},
		{"put out anew with each change", `<meta property="article:published_time" content="2024-11-17T10:33:13Z"><meta property="article:modified_time" content="2024-11-17T10:32:18Z">`, h1 + `<ul><li><time datetime="2024-03-09">9 March 2024</time></li></ul>`, "", "2024-03-09", false},
		{"never changed, an older day beside it", ld(`{"@type":"NewsArticle","headline":"No ferry to the island this winter","datePublished":"2024-10-19T19:08:22Z","dateModified":"2024-10-19T19:08:22Z"}`), h1 + `<p><time datetime="2024-10-16">16 October</time></p>`, "", "2024-10-19T19:08:22Z", false},
		{"changed later", ld(`{"@type":"NewsArticle","headline":"No ferry to the island this winter","datePublished":"2024-10-16T17:05:00Z","dateModified":"2024-10-19T19:08:22Z"}`), h1 + `<p><time datetime="2024-10-19T19:08:22Z">19 October</time></p>`, "", "2024-10-16T17:05:00Z", false},
		// Scheduled.
		{"put into the system some days before", `<meta property="article:published_time" content="2024-01-06T08:29:34">` + ld(`{"@type":"NewsArticle","headline":"No ferry to the island this winter","datePublished":"2024-01-04T07:29:00Z","dateModified":"2024-01-25T14:24:00Z"}`), h1 + `<div class="date">6 January 2024</div>`, "", "2024-01-06T08:29:34", false},
		{"dated anew with the change", `<meta property="article:published_time" content="2024-01-06T08:29:34">` + ld(`{"@type":"NewsArticle","headline":"No ferry to the island this winter","datePublished":"2024-01-04T07:29:00Z","dateModified":"2024-01-06T08:30:00Z"}`), h1 + `<div class="date">6 January 2024</div>`, "", "2024-01-04T07:29:00Z", false},
		{"dated anew long after", `<meta property="article:published_time" content="2024-02-06T08:29:34">` + ld(`{"@type":"NewsArticle","headline":"No ferry to the island this winter","datePublished":"2024-01-04T07:29:00Z","dateModified":"2024-02-25T14:24:00Z"}`), h1 + `<div class="date">6 February 2024</div>`, "", "2024-01-04T07:29:00Z", false},
		// Kinds of linked data.
		{"a forum, its first page", ld(`{"@type":"DiscussionForumPosting","headline":"No ferry to the island this winter","datePublished":"2024-02-21T17:47:28+01:00"}`), h1, "", "2024-02-21T17:47:28+01:00", false},
		{"a forum, a later page", `<link rel="prev" href="/no-ferry?page=33">` + ld(`{"@type":"DiscussionForumPosting","headline":"No ferry to the island this winter","datePublished":"2024-02-21T17:47:28+01:00"}`), h1 + `<p>3 March 2024, 14:17</p>`, "", "2024-03-03", false},
		{"instructions", ld(`{"@type":"HowTo","name":"No ferry to the island this winter","datePublished":"2024-01-10T22:06:08:684Z"}`), h1, "", "2024-01-10T22:06:08Z", false},
		// Words.
		{"an Arabic label", "", h1 + `<div class="article_created">تم نشره الجمعة 24 نيسان / أبريل 2024 09:22 مساءً</div>`, "", "2024-04-24", false},
		{"figures between bars", "", h1 + `<table><tr><td>26 | 01 | 2024</td><td>Ships</td></tr></table>`, "", "2024-01-26", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Read("<!DOCTYPE html><html><head><title>No ferry to the island this winter - The Islander</title>"+c.head+"</head><body><main>"+c.before+prose3+prose3+"</main>"+c.behind+"</body></html>", Options{})
			require.Equal(t, c.want, p.Published.String(), p.Published.Source)
			require.Equal(t, c.guess, p.Published.Guess(), p.Published.Source)
		})
	}
}
