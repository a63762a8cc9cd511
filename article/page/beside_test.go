package page

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// ferryLines are the paragraphs of a piece that pages below put into elements of every kind.
var ferryLines = []string{
	"The ferry to Hallow stayed in port on Monday because nobody could find the key of the wheelhouse.",
	"The company said that the key had last been seen in a bucket on the quay, which was emptied on Sunday.",
	"Some forty passengers waited in the bakery, whose owner counted sixty rolls before noon and then closed.",
	"A locksmith from the mainland will come as soon as the ferry runs again, the harbour master said.",
	"In the end a boy of eleven opened the door with a spoon and was given a ticket for the summer.",
}

// around makes a page of what stands around each of ferryLines.
func around(before, each, behind string) string {
	var b strings.Builder
	b.WriteString(`<title>Ferry stays in port</title><article><h1>Ferry stays in port</h1>` + before)
	for i, p := range ferryLines {
		b.WriteString(strings.NewReplacer("#", strconv.Itoa(i+1), "*", p).Replace(each))
	}
	return b.String() + behind + `</article>`
}

func TestTextOfSlides(t *testing.T) {
	for name, html := range map[string]string{
		"Swiper":    around(`<div class="swiper-wrapper">`, `<div class="swiper-slide" aria-hidden="true"><img src="#.jpg"><p>*</p><span>#&nbsp;/ 5</span></div>`, `</div><button>Next slide</button>`),
		"Slick":     around(`<div class="slick-track">`, `<div class="slick-slide" aria-hidden="true" style="display: none"><p>*</p><div>Slide #</div></div>`, `</div>`),
		"Bootstrap": around(`<div class="carousel-inner">`, `<div class="carousel-item"><p>*</p><p># of 5</p></div>`, `</div>`),
		"Owl":       around(`<div class="owl-stage">`, `<div class="owl-item" hidden><p>*</p></div>`, `</div><ul><li>1</li><li>2</li><li>3</li><li>4</li><li>5</li></ul>`),
		"Splide":    around(`<ul class="splide__list">`, `<li class="splide__slide" aria-hidden="true"><p>*</p><p>#/5 </p></li>`, `</ul>`),
		"AMP":       around(`<amp-story>`, `<amp-story-page id="p#"><amp-story-grid-layer template="vertical"><p>*</p></amp-story-grid-layer></amp-story-page>`, `</amp-story>`),
	} {
		text := Read("<main>"+html+"</main>", Options{}).Text
		for _, p := range ferryLines {
			require.Equal(t, 1, strings.Count(text, p), name+": "+p)
		}
		require.NotContains(t, text, "Next slide", name)
		require.NotRegexp(t, `(?m)^\d( / 5| of 5)?$`, text, name)
	}
}

func TestCountsSlides(t *testing.T) {
	for s, want := range map[string]bool{
		"1 / 6": true, "12 of 30": true, "3 von 7": true, "2 sur 9": true, "1 | 4": true, "4 из 9": true,
		"24/7": false, "1 in 6": false, "9 / 11 attack": false, "1984": false, "": false, "/": false, "5 of": false, "2024 / 2025": false,
	} {
		require.Equal(t, want, countsSlides(s), s)
	}
}

func TestPartsThatSpeakToTheReader(t *testing.T) {
	between := func(part string) string {
		return around(`<div class="content">`, `<p>*</p>`, part+`<p>The harbour will have a second key from May, which hangs in the chapel beside the bell and costs nothing.</p></div>`)
	}
	for name, part := range map[string]string{
		"the meter of a site":          `<div class="meter"><p>You have read 3 of your 5 articles.</p></div>`,
		"a meter by its role":          `<div class="c-box" role="status"><p>Two ferryLines left in April. Read on without a limit.</p></div>`,
		"a dialog":                     `<section role="dialog"><h2>The Hallow letter</h2><p>The best of the island every Friday.</p></section>`,
		"a poll":                       `<div class="wp-poll"><div class="poll"><p>Should ferries have a key?</p><p>Yes, two.</p></div></div>`,
		"one in German":                `<div class="umfrage"><p>Braucht die Fähre einen Schlüssel?</p></div>`,
		"one in French":                `<div class="sondage-box"><p>Faut-il une clef au bac ?</p></div>`,
		"the life of the writer":       `<div class="bio"><p>Ada Crane writes of harbours and has two goats.</p></div>`,
		"an appeal":                    `<div class="donate-box"><p>We have no owner with a yacht.</p></div>`,
		"a wall for those who are new": `<div class="regwall"><p>Make an account to go on.</p></div>`,
	} {
		text := Read(between(part), Options{}).Text
		require.Contains(t, text, ferryLines[4], name)
		require.Contains(t, text, "a second key from May", name)
		require.Len(t, strings.Split(text, "\n\n"), len(ferryLines)+1, name+": "+text)
	}
	for name, html := range map[string]string{
		"a piece about a poll":           around(`<div class="poll">`, `<p>*</p>`, `</div>`),
		"a piece in a part for the page": around(`<div role="complementary">`, `<p>*</p>`, `</div>`),
		"a piece of a section":           around(`<div class="tag-quiz category-bio">`, `<p>*</p>`, `</div>`),
	} {
		require.Equal(t, strings.Join(ferryLines, "\n\n"), Read(html, Options{}).Text, name)
	}
}

func TestPostsWithoutTheirPrompts(t *testing.T) {
	post := func(prompt string) string {
		return around(`<div class="content">`, `<p>*</p>`, `<blockquote class="instagram-media"><div><a href="https://x.example">`+prompt+`</a></div><p>A post shared by Hallow Harbour (@hallow)</p></blockquote><p>The harbour will have a second key from May, which hangs in the chapel.</p></div>`)
	}
	for _, prompt := range []string{"View this post on Instagram", "Sieh dir diesen Beitrag auf Instagram an", "Voir cette publication sur Instagram", "Ver esta publicación en Instagram", "Посмотреть эту публикацию в Instagram"} {
		text := Read(post(prompt), Options{}).Text
		require.NotContains(t, text, prompt)
		require.Contains(t, text, "A post shared by Hallow Harbour (@hallow)", prompt)
		require.Contains(t, text, "a second key from May", prompt)
	}
}

func TestFootsOfPagesForPrinting(t *testing.T) {
	for _, foot := range []string{
		"Printed from https://islander.example/ferry on 21 November 2025",
		"Ausgedruckt am 21.11.2025<br>Adresse: https://islander.example/ferry<br>© Islander. Alle Rechte vorbehalten.",
		"Imprimé le 21/11/2025<br>https://islander.example/ferry",
	} {
		text := Read(around("", "<p>*</p>", "<p>"+foot+"</p>"), Options{URL: "https://islander.example/ferry"}).Text
		require.Equal(t, strings.Join(ferryLines, "\n\n"), text, foot)
	}
	for _, foot := range []string{"© Example News Agency", "https://shop.example/key", "The key was printed on Monday."} {
		text := Read(around("", "<p>*</p>", "<p>"+foot+"</p>"), Options{URL: "https://islander.example/ferry"}).Text
		require.Contains(t, text, foot)
	}
}

// TestMarksOfOtherPieces reads pages on which other ferryLines are marked as the piece itself is.
func TestMarksOfOtherPieces(t *testing.T) {
	text := "<p>" + strings.Join(ferryLines, "</p><p>") + "</p>"
	teaser := `<div itemscope itemtype="https://schema.org/NewsArticle"><a href="/n/9"><span itemprop="headline">Ambulances to be green</span></a><meta itemprop="datePublished" content="2025-05-01T09:00:00Z"><span itemprop="author">Jonas Pell</span></div>`
	own := `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferry stays in port</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Crane</span></span><meta itemprop="datePublished" content="2025-05-06T07:10:00Z">`
	for name, html := range map[string]string{
		"teasers before":        teaser + own + `<div itemprop="articleBody">` + text + `</div></div>`,
		"teasers behind":        own + `<div itemprop="articleBody">` + text + `</div></div>` + teaser,
		"teasers within":        own + `<div itemprop="articleBody">` + text + `</div>` + teaser + `</div>`,
		"known by the headline": teaser + own + `<div class="text">` + text + `</div></div>`,
		"an item around it":     `<div itemscope itemtype="https://schema.org/WebPage">` + teaser + own + `<div itemprop="articleBody">` + text + `</div></div></div>`,
		"entries of hAtom": `<div class="side"><div class="hentry"><a class="entry-title" href="/b">Bell ringers wanted</a> <abbr class="published" title="2025-04-30T10:00:00Z">30 April</abbr></div></div>
			<div class="post hentry"><h1 class="entry-title">Ferry stays in port</h1><p class="byline">by <a href="/ada">Ada Crane</a> on <abbr class="published" title="2025-05-06T07:10:00Z">Tuesday</abbr></p><div class="entry-content">` + text + `</div></div>`,
	} {
		p := Read(`<html><head><title>Ferry stays in port</title></head><body>`+html+`</body></html>`, Options{})
		require.Equal(t, []string{"Ferry stays in port", "Ada Crane", "2025-05-06T07:10:00Z"}, []string{p.Title.Value, p.Byline.Value, p.Published.String()}, name)
	}
}

func TestBylinesByShortNames(t *testing.T) {
	for name, tt := range map[string]struct{ line, want string }{
		"of a chain":        {`<div class="gnt_ar_by"><a href="/staff/1">Ada Crane</a></div>`, "Ada Crane"},
		"a class":           {`<p class="by">Ada Crane</p>`, "Ada Crane"},
		"in small letters":  {`<p class="posted">by Ada Crane</p>`, "Ada Crane"},
		"with a link":       {`<p>by <a href="/ada">Ada Crane</a></p>`, "Ada Crane"},
		"in German":         {`<p>von Ada Crane</p>`, "Ada Crane"},
		"what made it":      {`<p class="powered-by">Word Press</p>`, ""},
		"how it is sorted":  {`<p class="sort_by">Newest First</p>`, ""},
		"who paid":          {`<p class="sponsored-by">Hallow Bakery</p>`, ""},
		"the text begins":   {`<p>by Monday it was lost.</p>`, ""},
		"a heading in part": {`<p>by the sea</p>`, ""},
	} {
		html := `<html><head><title>Ferry stays in port</title></head><body><div class="x"><h1>Ferry stays in port</h1>` + tt.line + `<div class="text"><p>` + strings.Join(ferryLines, "</p><p>") + `</p></div></div></body></html>`
		require.Equal(t, tt.want, Read(html, Options{}).Byline.Value, name)
	}
}

func TestPagesOfArchives(t *testing.T) {
	text := "<h1>Ferry stays in port</h1><p>" + strings.Join(ferryLines, "</p><p>") + "</p>"
	p := Read(`<html><head><title>Ferry stays in port | Hallow Islander</title><link rel="canonical" href="https://archive.ph/2025.11.21-101010/https://www.hallowislander.example/ferry"><meta property="og:site_name" content="archive.ph"></head><body>`+text, Options{})
	require.Equal(t, "https://www.hallowislander.example/ferry", p.URL.Value)
	require.Equal(t, "Hallow Islander", p.Outlet.Value)
	require.Equal(t, "Ferry stays in port", p.Title.Value)
}
