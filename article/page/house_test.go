package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A byline that names only an agency is short, and may be the only place in which a page says whose its text is.
func TestBylineOfAHouse(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"one word", `<p class="byline">AFP</p>`, "AFP"},
		{"with the word before it", `<p class="byline">By AFP</p>`, "AFP"},
		{"in an element within", `<div class="byline"><span>PTI</span></div>`, "PTI"},
		{"not in capitals", `<span class="author">Reuters</span>`, "Reuters"},
		{"in small letters", `<span class="author">dpa</span>`, "dpa"},
		{"with the sign of a desk", `<span class="author">dpa/lnw</span>`, "dpa/lnw"},
		{"that no list knows", `<span class="author">QNX</span>`, "QNX"},
		{"a desk of it", `<p class="byline">Reuters Staff</p>`, "Reuters Staff"},
		{"short and long", `<p class="byline">AFP - Agence France-Presse</p>`, "AFP - Agence France-Presse"},
		{"several", `<p class="byline">Reuters, AP and AFP</p>`, "Reuters, AP and AFP"},
		{"with the word for it", `<p class="byline">Agentur dpa</p>`, "Agentur dpa"},
		{"agencies without a name", `<p class="byline">Agencias</p>`, "Agencias"},
		{"a desk without a name", `<p class="byline">Web Desk</p>`, "Web Desk"},
		{"before a day in an element of its own", `<div class="byline">AFP <span class="date">12 March 2025</span></div>`, "AFP"},
		{"before the place in an element of its own", `<div class="byline"><span>Reuters</span><span class="place">PORT ENNIS</span></div>`, "Reuters, PORT ENNIS"},
		{"behind a label", `<div class="author">Reported By: <span>Agencies</span></div>`, "Agencies"},
		{"who sells pictures before it", `<span class="author">Getty Images</span><p class="byline">AFP</p>`, "AFP"},
		{"with the place", `<p class="byline">PTI | New Delhi</p>`, "PTI"},
		{"behind a writer", `<p class="byline">By Ines Calder | Reuters</p>`, "Ines Calder, Reuters"},
		{"behind a writer in brackets", `<p class="byline">By Ines Calder (AFP)</p>`, "Ines Calder, AFP"},
		{"behind the paper it had the text from", `<p class="byline">Ines Calder | The Harbor Echo (TNS)</p>`, "Ines Calder, The Harbor Echo"},
		{"behind a writer in an element of its own", `<div class="byline"><span>Ines Calder</span><span class="agency">Reuters</span></div>`, "Ines Calder, Reuters"},
		{"before a writer", `<p class="byline">Reuters | By Ines Calder</p>`, "Ines Calder, Reuters"},
		{"an own section behind a writer", `<p class="byline">By Ines Calder | Harbour News</p>`, "Ines Calder"},
		{"that leads to what else it wrote", `<h1>No ferry</h1><p>By <a rel="author" href="/a">Bloomberg</a></p>`, "Bloomberg"},
		{"in microdata", `<span itemprop="author">IANS</span>`, "IANS"},
		{"in microdata of a house", `<span itemprop="author" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">EFE</span></span>`, "EFE"},
		{"as whose the piece is", `<h1>No ferry</h1><address>AFP</address>`, "AFP"},
		{"in a line of its own", `<h1>No ferry</h1><p>By AP</p>`, "AP"},
		{"where the house lives", `<h1>No ferry</h1><address>The Islander, 4 Quay Street, Port Ennis</address>`, ""},
		{"who took the picture", `<h1>No ferry</h1><figure><img src="a.jpg"><figcaption>The quay <span class="author">AFP</span></figcaption></figure>`, ""},
		{"the same by its name", `<h1>No ferry</h1><div><span class="photo-author">AFP</span></div>`, ""},
		{"who sells pictures", `<span class="author">Getty</span>`, ""},
		{"a label", `<span class="author">LIVE</span>`, ""},
		{"nobody", `<span class="author">Admin</span>`, ""},
		{"a sentence", `<p class="author">More from AFP about the ferry that sank.</p>`, ""},
		{"a word that is an agency elsewhere", `<p class="author">Lihat apa saja</p>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, pageOf("", c.body).Byline.Value) })
	}
	card := `<div class="item"><a href="/g">Gulls are back</a><span class="author">Tom Reyes</span></div>`
	require.Equal(t, "AFP", pageOf("", card+`<article><h1>No ferry this winter</h1><p class="byline">AFP</p>`+prose3+`</article>`).Byline.Value, "a card above the headline")
	require.Equal(t, "AFP", pageOf("", `<p class="byline">AFP</p><h1>No ferry this winter</h1>`+prose3+prose3+prose3+card).Byline.Value, "above the headline, and a card far below it")
	require.Equal(t, "AFP", pageOf(ld(`{"@type":"NewsArticle","author":{"@type":"Organization","name":"AFP"}}`), "").Byline.Value)
}
