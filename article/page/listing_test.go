package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// teasers writes n teasers of other pieces in a form with the places of an address, a headline and an excerpt.
func teasers(n int, form string) string {
	heads := [...]string{"Bakery to open on the quay", "Why the ferry was late on Sunday", "Gulls take over the old school", "Lamp of the north light goes out", "Council counts its boats again"}
	tells := [...]string{
		"Two sisters from the mainland have rented the shed in which the ropes were made, and want to sell the first loaves before the summer guests come.",
		"The mate had slept too long, the company said, but those on the pier tell another story of a dog, a rope and a bucket of paint.",
		"Since the last pupils left in July some ninety birds live in the two rooms, and nobody knows who is to open the windows for them.",
		"The keeper climbed the stairs four times on the night of the storm, until the glass broke and he had nothing left to light.",
		"Of eleven boats that the council should own nine were found, one of them in a garden, where it is used as a bed for beans.",
	}
	var b strings.Builder
	for i := range n {
		k := i % len(heads)
		fmt.Fprintf(&b, form, fmt.Sprintf("/news/%d", i), heads[k], tells[(k+i/len(heads))%len(tells)])
	}
	return b.String()
}

func TestPagesThatListOthers(t *testing.T) {
	const article = `<article><h2><a href="%s">%s</a></h2><time>12.03.2025</time><p>%s</p></article>`
	const site = `<meta property="og:site_name" content="The Islander">`
	life := `<p>Ada Crane writes about boats and bread. She lives on the outer island with a goat that has learned to swim.</p>`
	for name, page := range map[string]string{
		"a tag":                         site + `<title>Boats Archives - The Islander</title><main><h1>Tag: Boats</h1>` + teasers(10, article) + `</main>`,
		"a tag, in German":              `<title>Boote | Der Insulaner</title><link rel="canonical" href="https://www.insulaner.example/thema/boote"><div class="page"><h1>Boote</h1><p>Alles, was auf der Insel schwimmt, und manches, was nicht mehr schwimmt.</p>` + teasers(10, `<div class="item"><h3><a href="%s">%s</a></h3><div>%s</div></div>`) + `</div>`,
		"a category of WordPress":       `<title>Boats</title><body class="archive category category-boats wp-theme"><main>` + teasers(8, `<article class="post type-post"><header><h2 class="entry-title"><a href="%s" rel="bookmark">%s</a></h2></header><div class="entry-summary"><p>%s</p></div></article>`) + `</main>`,
		"a writer":                      `<title>Ada Crane, Author at The Islander</title><meta property="og:type" content="profile"><main><h1>Ada Crane</h1>` + life + teasers(10, article) + `</main>`,
		"a writer, with headlines only": `<title>Ada Crane | The Islander</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"ProfilePage","mainEntity":{"@type":"Person","name":"Ada Crane"}}</script><main><h1>Ada Crane</h1>` + life + life + teasers(10, `<li><h3><a href="%s">%s</a></h3></li><!--%s-->`) + `</main>`,
		"a search":                      `<title>Search results for: boat - The Islander</title><main><h1>Search results for: boat</h1><p>10 results</p><ol>` + teasers(10, `<li><h3><a href="%s">%s</a></h3><p class="excerpt">%s […]</p></li>`) + `</ol></main>`,
		"a search, without headings":    `<title>Bote - Suche</title><link rel="canonical" href="https://www.insulaner.example/suche?q=bote"><main><h1>Ihre Suche</h1><dl>` + teasers(10, `<dt><a href="%s">%s</a></dt><dd>%s</dd>`) + `</dl></main>`,
		"a section in rows of cards":    `<title>Boats</title><link rel="canonical" href="https://www.islander.example/category/boats/"><main>` + strings.Repeat(`<div class="row"><div class="col">`+teasers(1, article)+`</div><div class="col">`+teasers(1, `<a href="%s?b"><h3>%s</h3><p>%s</p></a>`)+`</div></div>`, 6) + `</main>`,
		"a front page":                  `<title>The Islander</title><link rel="canonical" href="https://www.islander.example/"><header><h1><a href="/">The Islander</a></h1></header><p class="motto">All the news that the wind has not taken, each day but Monday.</p>` + teasers(12, article),
		"a writer with two pieces":      `<title>Ada Crane – The Islander</title><main><h1>Author: Ada Crane</h1>` + teasers(2, article) + `</main>`,
		"a category with three pieces":  `<title>Kategorie: Boote – Der Insulaner</title><main>` + teasers(3, article) + `</main>`,
		"nothing says so":               `<title>Boats</title><main><h1>Boats</h1>` + teasers(9, article) + `</main>`,
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, wallListing, Read(page, Options{}).Wall)
		})
	}
}

// TestArticlesAmongTeasers holds that an article is one, whatever stands around it and whatever its page is named.
func TestArticlesAmongTeasers(t *testing.T) {
	const teaser = `<article><h3><a href="%s">%s</a></h3><p>%s</p></article>`
	more := `<section class="grid">` + teasers(20, teaser) + `</section>`
	head := `<title>No ferry this winter - The Islander</title>`
	short := `<h1>No ferry this winter</h1><p>` + isle1 + ` ` + isle2 + `</p>`
	briefs := `<p>Good morning from the island, where the wind has turned at last.</p>` + teasers(6, `<h2><a href="%s">%s</a></h2><p>%s</p>`)
	for name, page := range map[string]string{
		"more teasers than text":               head + `<main>` + short + more + `</main>`,
		"the same below an address of a tag":   head + `<link rel="canonical" href="https://www.islander.example/topics/boats/no-ferry-this-winter-after-all"><main>` + short + `<p>` + isle4 + `</p>` + more + `</main>`,
		"that says when it was published":      head + `<meta property="article:published_time" content="2025-03-12T08:00:00Z"><body class="archive"><main>` + short + more + `</main>`,
		"that says that it is an article":      head + `<script type="application/ld+json">{"@type":"NewsArticle","headline":"No ferry this winter"}</script><main>` + short + more + `</main>`,
		"a summary of other pieces":            `<title>Five things to know</title><article><h1>Five things to know</h1>` + briefs + `</article>`,
		"a live blog whose entries have links": `<title>Storm on the island</title><main><h1>Storm on the island</h1>` + teasers(8, `<article class="entry"><h2><a href="#e%s">%s</a></h2><p>%s</p></article>`) + `</main>`,
		"an interview with headings that link": `<title>The keeper speaks</title><body class="single single-post category"><main><h1>The keeper speaks</h1><div>` + teasers(4, `<div class="q"><h3><a href="%s">%s</a></h3><p>%s</p></div>`) + prose3 + `</div></main>`,
		"about archives":                       `<title>Fire in the archives - The Islander</title><link rel="canonical" href="https://www.islander.example/archive/fire"><main><h1>Fire in the archives</h1>` + prose3 + teasers(6, teaser) + `</main>`,
		"three pieces that nothing lists":      `<title>Boats</title><main><h1>Boats, bread and birds</h1>` + teasers(3, teaser) + `</main>`,
		"a piece about a category":             `<title>Category: a word and its past</title><main><h1>Category: a word and its past</h1>` + prose3 + teasers(3, teaser) + `</main>`,
		"a few teasers only":                   `<title>Boats</title><body class="archive"><main><h1>Boats</h1>` + teasers(2, teaser) + prose3 + `</main>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := Read(page, Options{})
			require.Empty(t, p.Wall)
			require.NotEmpty(t, p.Text)
		})
	}
}
