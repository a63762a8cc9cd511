package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFlow(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"white space", "<p> a\n\tb&nbsp;&nbsp;c </p>", "a b c"},
		{"mark-up within a word", "<p>un<b>bel</b>iev<i>able</i></p>", "unbelievable"},
		{"blocks", "<div>a<p>b</p>c</div>d", "a|b|c|d"},
		{"headings", "<h2>a</h2>b", "a|b"},
		{"one line break", "<p>a<br> b</p>", "a/b"},
		{"two line breaks", "<p>a<br>\n<br>b<br/><br/><br/>c</p>", "a|b|c"},
		{"line breaks at the ends", "<p><br>a<br></p><p>b</p>", "a|b"},
		{"list", "<ul><li>a</li><li><p>b</p></li></ul>", "a|b"},
		{"rows of data", "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td><p>d</p></td></tr></table>", "a b|c d"},
		{"rows of layout", "<table><tr><td>" + strings.Repeat("long ", 70) + "<p>b</p></td><td>c</td></tr></table>", strings.TrimSpace(strings.Repeat("long ", 70)) + "|b|c"},
		{"what is no text", "<p>a</p><script>b</script><style>c</style><template><p>d</p></template><svg><text>e</text></svg>", "a"},
		{"nothing", "<div> \n </div>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.ReplaceAll(join(flow(parse(c.in))), "\n\n", "|")
			require.Equal(t, c.want, strings.ReplaceAll(got, "\n", "/"))
		})
	}
}

func TestText(t *testing.T) {
	const (
		first = "The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard."
		last  = "The yard has promised to be done by the end of March, which is what it promised the last time as well."
	)
	long := first + " Islanders will be flown to the mainland twice a week for the price of the boat, and the post will go with them."
	for _, c := range []struct {
		name, between string
		want          string // what remains of it
	}{
		{"a post", `<div class="embed"><blockquote class="twitter-tweet"><p>No boat!<br>Not one.</p>— Isle Post (@islepost) <a href="x">May 3, 2024</a></blockquote></div>`, "No boat! Not one. — Isle Post (@islepost) May 3, 2024"},
		{"a photograph shared", `<blockquote class="instagram-media"><div><a href="x">A post shared by Isle Post (@islepost)</a></div></blockquote>`, "A post shared by Isle Post (@islepost)"},
		{"a quotation is no post", `<blockquote><p>There is no boat, and there will be none before the spring, said the captain of the old one.</p></blockquote>`, "There is no boat, and there will be none before the spring, said the captain of the old one."},
		{"a related piece", `<p><strong>Read more:</strong> <a href="/x">What became of the old ferry and its crew</a></p>`, ""},
		{"a link alone", `<p><a href="/x">What became of the old ferry and its crew</a></p>`, ""},
		{"a link within a sentence", `<p>The <a href="/x">old ferry</a>(<a href="/y">1</a>) was sold in 2011 to a man who keeps bees on it, so that it cannot come back.</p>`, "The old ferry(1) was sold in 2011 to a man who keeps bees on it, so that it cannot come back."},
		{"teasers", `<section><article><h3><a href="/1">One</a></h3><p>First</p></article><article><h3><a href="/2">Two</a></h3></article><article><h3><a href="/3">Three</a></h3><p>Third</p></article></section>`, ""},
		{"a list that is the piece's own", `<ul><li>Monday and Friday at eight in the morning</li><li>The plane takes nine people and a dog</li></ul>`, "Monday and Friday at eight in the morning|The plane takes nine people and a dog"},
		{"a card that a link lies over", `<div class="block"><div class="card"><a class="card-link" href="/2024/old-ferry"></a><span class="card-title">What became of the old ferry and its crew of nine</span><span class="card-info">18 May, 14:20</span></div></div>`, ""},
		{"the same, of another builder of pages", `<section class="box"><a href="https://isle.example/crew" aria-label="x"></a><div>What became of the old ferry</div></section>`, ""},
		{"a heading that leads elsewhere, with its label", `<div class="souvisejici"><p>Přečtěte si také</p><a href="/x"><h3>What became of the old ferry and its crew</h3></a></div>`, ""},
		{"a heading of its own", `<div><h3>The crew</h3><p>The old ferry was sold in 2011 to a man who keeps bees on it.</p></div>`, "The crew|The old ferry was sold in 2011 to a man who keeps bees on it."},
		{"a card with a line of text", `<div class="inline-asset"><div class="card-headline"><h3><a href="/crew">The crew of the old ferry</a></h3></div><div class="card-lead">Nine of them met on the pier on Sunday, and one brought the bell.</div></div>`, ""},
		{"a card whose picture and text lead there too", `<section><h4><a href="/crew">The crew of the old ferry</a></h4><p><a href="/crew">Nine of them met on the pier on Sunday, and one brought the bell.</a></p></section>`, ""},
		{"a heading with links to several pages", `<div><h3><a href="/crew">The crew</a></h3><p>Nine of them met on the pier on Sunday, and <a href="/bell">the bell</a> of 1911 was rung for those who did not.</p></div>`, "The crew|Nine of them met on the pier on Sunday, and the bell of 1911 was rung for those who did not."},
		{"a heading that leads to a place in the page", `<div><h3><a href="#crew">The crew</a></h3><p>Nine of them met on the pier on Sunday, and one brought the bell of 1911.</p></div>`, "The crew|Nine of them met on the pier on Sunday, and one brought the bell of 1911."},
		{"a related piece in a table", `<table class="linksisip"><tr><td><div><strong>Baca juga: </strong><a href="/d-1">Buaya di dermaga ternyata batang pisang</a></div></td></tr></table>`, ""},
		{"a related piece in a box", `<div class="box"><span>Lees ook:</span> <a href="/d-1">Wat er van de oude veerboot en haar bemanning werd</a></div>`, ""},
		{"a table with a link", `<table><tr><td>Boats</td><td>3</td></tr><tr><td>Crew</td><td>9</td></tr><tr><td>Built: 1911</td><td><a href="/yard">in the yard of the three brothers</a></td></tr></table>`, "Boats 3|Crew 9|Built: 1911 in the yard of the three brothers"},
		{"a picture that leads to itself", `<div class="pic"><a href="/large.jpg"><img src="/small.jpg"></a><p>The old ferry was sold in 2011 to a man who keeps bees on it.</p></div>`, "The old ferry was sold in 2011 to a man who keeps bees on it."},
		{"a paragraph beside an empty link", `<div><a href="/video/4"></a><p>The old ferry was sold in 2011 to a man who keeps bees on it.</p></div>`, "The old ferry was sold in 2011 to a man who keeps bees on it."},
		{"an anchor", `<div><a name="top"></a>The old ferry was sold in 2011 to a man who keeps bees on it.</div>`, "The old ferry was sold in 2011 to a man who keeps bees on it."},
		{"what those see who have not paid", `<section amp-access="NOT subscriber" amp-access-hide><p>Read on for ninety pence a week, and cancel whenever you like.</p></section>`, ""},
		{"what those see who have paid", `<section amp-access="subscriber"><p>The old ferry was sold in 2011 to a man who keeps bees on it.</p></section>`, "The old ferry was sold in 2011 to a man who keeps bees on it."},
		{"the same in the newer form", `<section subscriptions-section="content"><p>The old ferry was sold in 2011 to a man who keeps bees on it.</p></section><section subscriptions-section="content-not-granted"><p>Read on for ninety pence a week, and cancel whenever you like.</p></section>`, "The old ferry was sold in 2011 to a man who keeps bees on it."},
		{"a newsletter", `<div class="inline-newsletter-box"><p>All of the isles in your inbox every morning before you wake up. Sign up here for free.</p></div>`, ""},
		{"a prompt named in camel case", `<div class="articleSubscribeBox"><p>All of the isles in your inbox every morning before you wake up. Sign up here for free.</p></div>`, ""},
		{"a word within a word is no name", `<div class="unpopuplar"><p>The new timetable has few friends on the island, where nobody was asked what they thought of it.</p></div>`, "The new timetable has few friends on the island, where nobody was asked what they thought of it."},
		{"a part named as furniture", `<div class="share-bar"><p>Tell your friends on the mainland about the boat that will not come.</p></div>`, ""},
		{"a part that is not shown", `<p class="lead hidden">The boat that will not come, and what the captain has to say.</p><p style="display:none">The boat that will not come.</p>`, ""},
		{"a class that hides nothing", `<p class="overflow-hidden">The new timetable has few friends on the island, where nobody was asked what they thought of it.</p>`, "The new timetable has few friends on the island, where nobody was asked what they thought of it."},
		{"a custom element", `<isle-quote><p>The new timetable has few friends on the island, where <isle-ref>nobody</isle-ref> was asked what they thought of it.</p></isle-quote>`, "The new timetable has few friends on the island, where nobody was asked what they thought of it."},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := `<html><head><title>No ferry</title></head><body><nav><a href="/">Home</a></nav><div class="article-body"><h1>No ferry</h1><p>` + long + `</p>` + c.between + `<p>` + last + `</p></div></body></html>`
			want := long + "|" + last
			if c.want != "" {
				want = long + "|" + c.want + "|" + last
			}
			require.Equal(t, want, strings.ReplaceAll(Read(page, Options{}).Text, "\n\n", "|"))
		})
	}
}

func TestContentByName(t *testing.T) {
	const teaser = `<article><p>The harbour master of the old town retires after forty years, and nobody has applied to follow him on the pier.</p></article>`
	for name, page := range map[string]string{
		"the text itself before a piece":     `<article>` + teaser + `<div class="article-body">` + prose3 + prose3 + prose3 + `</div></article>`,
		"not where it holds little of all":   `<div class="entry-content">` + teaser + `</div><div>` + strings.Repeat(prose3, 4) + `</div>`,
		"a last heading without its text":    `<article>` + prose3 + prose3 + `<h2>More of the harbour</h2><ul class="related"><li>The old pier</li></ul></article>`,
		"text that stands in no block":       `<article>` + prose3 + prose3 + `<div><span>More of the harbour</span></div></article>`,
		"paragraphs in a table for a layout": `<main><table><tr><td>` + prose3 + `</td></tr></table></main>`,
		"a page that names nothing":          `<div>` + prose3 + `</div>`,
	} {
		t.Run(name, func(t *testing.T) {
			got := Read("<body>"+page, Options{}).Text
			require.Contains(t, got, "The ferry to the island")
			require.Contains(t, got, "the last time as well.")
			require.NotContains(t, got, "More of the harbour")
			if strings.Contains(name, "before") {
				require.NotContains(t, got, "harbour master")
			}
		})
	}
}

func TestNameOfThePageTakesNothingOut(t *testing.T) {
	for _, class := range []string{"newsletter", "nieuwsbrief", "nyhetsbrev-boks", "subscribe-wall", "modal", "promo popup"} {
		p := Read(`<body class="`+class+`"><div class="`+class+`"><article class="`+class+`">`+prose3, Options{})
		require.Contains(t, p.Text, "The ferry to the island", class)
		require.Contains(t, p.Text, "the last time as well.", class)
	}
	p := Read(`<body><form action="/search" id="aspnetForm"><div>`+prose3+`</div></form>`, Options{})
	require.Contains(t, p.Text, "The ferry to the island", "a page within a form")
}

func TestHeadlineBylineAndDateAreFields(t *testing.T) {
	p := Read(`<html><head><title>No ferry</title><meta name="author" content="Ines Calder"><meta name="date" content="2024-05-03"></head><body><article>
<h1>No Ferry!</h1><h2>The boat must go to the yard</h2><p>By INES CALDER</p><p>May 3, 2024</p>`+prose3+`<h3>No ferry</h3>`+prose3, Options{})
	require.True(t, strings.HasPrefix(p.Text, "The ferry to the island"), p.Text)
	require.Equal(t, "Ines Calder", p.Byline.Value)
	p = Read(`<title>No ferry</title><p>By and large it was a good year for the ferry, whose only boat broke down three times and was never late for long.</p>`+prose3, Options{})
	require.True(t, strings.HasPrefix(p.Text, "By and large"), p.Text)
}

func TestArticleBodyOfLinkedData(t *testing.T) {
	body := "The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard.\\n\\nIslanders will be flown to the mainland twice a week for the price of the boat, and the post will go with them.\\n\\nThe yard has promised to be done by the end of March, which is what it promised the last time as well."
	script := ld(`{"@type":"NewsArticle","headline":"No ferry","articleBody":"` + body + `"}`)
	want := strings.ReplaceAll(body, "\\n", "\n")
	t.Run("where a script is to put the text", func(t *testing.T) {
		require.Equal(t, want, Read(script+`<div id="app"></div>`, Options{}).Text)
	})
	t.Run("what it does not have at either end is left out", func(t *testing.T) {
		require.Equal(t, want, Read(script+`<article><p>We thank every reader of our pages for it.</p>`+prose3+
			`<p>Write to the desk of the islands at night.</p></article>`, Options{}).Text)
	})
	t.Run("one cut short leaves nothing out", func(t *testing.T) {
		short := ld(`{"@type":"NewsArticle","headline":"No ferry","articleBody":"` + body[:300] + `"}`)
		more := `<p>The island has been without a boat before, in the winter of 1962, when the harbour froze and the post came over the ice.</p>`
		require.Contains(t, Read(short+`<article>`+prose3+more+more[:60]+`</article>`, Options{}).Text, "came over the ice")
	})
}

func TestNoText(t *testing.T) {
	for name, page := range map[string]string{
		"empty body": "<html><head><title>x</title></head><body></body></html>",
		"frameset":   `<html><head><title>x</title></head><frameset cols="20%,*"><frame src="a.html"><frame src="b.html"></frameset></html>`,
		"scripts":    "<script>" + strings.Repeat("var a = 'a text that is long enough to be one';", 40) + "</script>",
		"pictures":   strings.Repeat(`<img src="a.jpg" alt="a text that is long enough to be one">`, 20),
		"nothing":    "",
		"a word":     "<p>Loading...</p>",
	} {
		require.Empty(t, Read(page, Options{}).Text, name)
	}
}

func TestWhatTheSiteSaysToItsReadersIsNoText(t *testing.T) {
	long := strings.Repeat(prose3, 2)
	for _, prompt := range []string{
		"Get the latest updates right in your inbox. Subscribe to our newsletters.",
		"Order Reprints",
		"To Read the Full Story",
		"Have a tip? Write to desk@isle.example.",
		"The Isle Post costs nothing. Click here to support us.",
		"Jetzt den Newsletter der Inselpost abonnieren",
		"Suivez-nous sur nos réseaux",
		"Comentários com ofensas não serão publicados.",
		`[button link="https://isle.example/send" type="big"]Send us yours[/button]`,
	} {
		p := `<p>` + prompt + `</p>`
		for name, page := range map[string]string{"behind": `<article>` + long + p + `</article>`, "before": `<article>` + p + long + `</article>`} {
			got := Read("<body>"+page, Options{}).Text
			require.NotContains(t, got, prompt, name)
			require.Contains(t, got, "the last time as well.")
		}
	}
	for _, credit := range []string{
		"Reporting by Ana Ruiz; editing by Ole Berg", "Copyright 2024 Isle Press Agency", "Isle Post / Isle Press Agency", "Associated Press writer Ana Ruiz contributed to this report.",
		"Printed under a Creative Commons licence. Read the original article by Ana Ruiz at Isle Press.", "This story is republished from Isle Press under a Creative Commons licence.",
	} {
		require.Contains(t, Read("<body><article>"+long+"<p>"+credit+"</p></article>", Options{}).Text, credit, "what says whose the text is stays")
	}
	require.NotEmpty(t, Read(`<title>No ferry</title><article>`+prose3+`<p>Subscribe to read the full story.</p></article>`, Options{}).Wall, "a prompt that is left out still tells a wall")
}

func TestListsOfOtherPiecesInOtherLanguages(t *testing.T) {
	others := `<ul><li><figure></figure><h3><a href="/1">A boat for the lake</a></h3><h4>It is a small one</h4></li><li><h3><a href="/2">The pier is shut</a></h3><h4>For the winter</h4></li></ul>`
	for _, class := range []string{"latest-news-box", "noticias-relacionadas", "box_correlati"} {
		got := Read(`<body><article>`+strings.Repeat(prose3, 3)+`<div class="`+class+`">`+others+`</div></article>`, Options{}).Text
		require.NotContains(t, got, "small one", class)
	}
	require.NotContains(t, Read(`<body><div>`+prose3+`</div><div class="rodape"><div>Isle Post - Rua do Porto, 11 - Fone: (047) 2106-8000</div></div>`, Options{}).Text, "Rua do Porto")
}

func TestCaptionsAreNoStandfirsts(t *testing.T) {
	lead := `<div class="article-lead"><figure><img src="a.jpg"><div class="caption">The old ferry lies in the yard, where it has been since the spring.</div><div class="credit">(Ana Ruiz / Isle Press)</div></figure></div>`
	require.NotContains(t, Read(`<title>No ferry</title><body><h1>No ferry</h1>`+lead+`<article>`+strings.Repeat(prose3, 2), Options{}).Text, "since the spring")
	deck := `<p class="deck">The old ferry lies in the yard, where it has been since the spring.</p>`
	require.Contains(t, Read(`<title>No ferry</title><body><h1>No ferry</h1>`+deck+`<article>`+strings.Repeat(prose3, 2), Options{}).Text, "since the spring")
}
