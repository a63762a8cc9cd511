package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWhatStandsAroundTheText holds parts of pages that are there to be pressed or lead to other pieces.
func TestWhatStandsAroundTheText(t *testing.T) {
	const head = `<title>No boat | The Islander</title>`
	p2 := `<p>` + isle2 + `</p>`
	for name, body := range map[string]string{
		"controls of a live blog": `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"No boat","datePublished":"2025-03-12T06:00:00Z"}</script><main><article><h1>No boat</h1><div class="sort"><button>Hide what is old</button><button>Newest first</button></div>` +
			`<section><h2>The yard speaks</h2><p>` + isle1 + `</p><p><a href="#">Copy link</a></p></section><section><h2>The mail flies</h2>` + p2 + `</section><section><h2>The keeper writes</h2>` + prose3 + `</section><p><button>Load older posts</button></p></article></main>`,
		"controls that are links":      `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"No boat","datePublished":"2025-03-12T06:00:00Z"}</script><main><article><h1>No boat</h1><div class="e"><h2>The yard speaks</h2><p>` + isle1 + `</p><a href="#">Copy link</a><a href="javascript:void(0)">Share</a></div><div class="e"><h2>The mail flies</h2>` + p2 + `<a href="#">Copy link</a><a href="#">Share</a></div>` + prose3 + `</article></main>`,
		"a label above two links":      `<main><article><h1>No boat</h1><p>` + isle1 + `</p><section><h4>Leia também</h4><ul><li><a href="/a">Cais ganha luz nova</a></li><li><a href="/b">Farol abre em maio</a></li></ul></section>` + p2 + prose3 + `</article></main>`,
		"a label that is no heading":   `<main><article><h1>No boat</h1><p>` + isle1 + `</p><div><p>Lees ook</p><ul><li><a href="/a">Nieuw licht op de kade</a></li><li><a href="/b">Vuurtoren open in mei</a></li></ul></div>` + p2 + prose3 + `</article></main>`,
		"the most read, with writers":  `<main><article><h1>No boat</h1><p>` + isle1 + `</p>` + p2 + prose3 + `<section><h2>많이 본 뉴스</h2><ol><li><a href="/a">등대 다음 달 다시 문 연다</a> <span>구도윤 기자</span></li><li><a href="/b">부두에 새 가로등</a> <span>노하람 기자</span></li></ol></section></article></main>`,
		"parts of AMP":                 `<main><article><h1>No boat</h1><p>` + isle1 + `</p><amp-consent id="c"><div>The Islander would like to know where you are</div></amp-consent><amp-list src="/m.json"><div overflow>More of the pier</div></amp-list>` + p2 + `<amp-user-notification><p>This page keeps a note of your visit, unless you say no.</p></amp-user-notification>` + prose3 + `</article></main>`,
		"a form for a letter":          `<main><article><h1>No boat</h1><p>` + isle1 + `</p><div class="q"><div><p>Every morning, what matters on the pier comes to your mailbox.</p><form><input type="email"><button>Yes</button></form></div></div>` + p2 + prose3 + `</article></main>`,
		"an offer by its link":         `<main><article><h1>No boat</h1><p>` + isle1 + `</p><div class="x7"><h3>Dieser Artikel ist nur für Abonnenten</h3><p>Alle Artikel des Inselboten für einen Euro im Monat, jederzeit kündbar und ohne Werbung.</p><a href="/abo-shop">Jetzt bestellen</a></div>` + p2 + prose3 + `</article></main>`,
		"an offer by its Spanish name": `<main><article><h1>No boat</h1><p>` + isle1 + `</p><div class="muro-pago"><p>Este contenido es exclusivo para suscriptores</p><p>Suscríbete y sigue leyendo todo lo que pasa en la isla.</p></div>` + p2 + prose3 + `</article></main>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := Read(head+body, Options{})
			require.Empty(t, p.Wall)
			require.Contains(t, p.Text, isle1)
			require.Contains(t, p.Text, isle2)
			require.NotRegexp(t, "Hide what|what matters|Newest first|Copy link|Share|Load older|Leia|Cais|Lees ook|Nieuw licht|많이|등대|would like|More of|keeps a note|Abonnenten|Inselboten|bestellen|suscriptores|Suscríbete", p.Text)
		})
	}
	whole := Read(head+`<body><form><main><article><h1>No boat</h1><p>`+isle1+`</p>`+p2+prose3+`</article></main><input type="email"></form></body>`, Options{})
	require.Contains(t, whole.Text, isle2, "a page in a form")
	for name, body := range map[string]string{
		"a question that unfolds its answer": `<div><button>Who pays for the new boat?</button></div>`,
		"a heading above a link of the text": `<h2>Where it began</h2><p>The keeper wrote it down on <a href="/log">page nine of the log of the light</a>, which is on view.</p>`,
		"a part about those who subscribe":   `<div><p>The paper said that to read on, its subscribers had to wait for the boat, which brought the ink.</p><p>No other island has a paper that ever waited so long for anything, and none has forgotten it since that winter.</p><a href="/abo/history">The history</a></div>`,
	} {
		t.Run("kept: "+name, func(t *testing.T) {
			p := Read(head+`<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"No boat","datePublished":"2025-03-12T06:00:00Z"}</script><main><article><h1>No boat</h1><p>`+isle1+`</p>`+body+p2+prose3+`</article></main>`, Options{})
			require.Regexp(t, "Who pays|Where it began[\\s\\S]*page nine|had to wait[\\s\\S]*waited so long", p.Text)
		})
	}
}
