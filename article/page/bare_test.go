package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestBareText reads texts of which a part stands in no paragraph, or is short.
func TestBareText(t *testing.T) {
	a, b, c, d := para("alpha"), para("bravo"), para("charlie"), para("delta")
	short := "Nobody swam."
	for name, tt := range map[string]struct{ page, want string }{
		"a first paragraph without an element": {`<article><h1>The lamp</h1><div class="detail-text"><strong>Saltby</strong> - ` + a + `<p>` + b + `</p><p>` + c + `</p><p>` + d + `</p></div></article>`, "Saltby - " + a + "\n\n" + b + "\n\n" + c + "\n\n" + d},
		"text between paragraphs":              {`<article><h1>The lamp</h1><div class="article-body"><p>` + a + `</p>` + b + `<p>` + c + `</p><p>` + d + `</p></div></article>`, a + "\n\n" + b + "\n\n" + c + "\n\n" + d},
		"a short sentence at the end":          {`<article><h1>The lamp</h1><div class="article-body">` + a + `<br><br>` + b + `<br><br>` + c + `<br><br>` + short + `<br><br></div></article>`, a + "\n\n" + b + "\n\n" + c + "\n\n" + short},
		"a short sentence within":              {`<article><h1>The lamp</h1><div class="article-body">` + a + `<br><br>` + short + `<br><br>` + b + `<br><br>` + c + `</div></article>`, a + "\n\n" + short + "\n\n" + b + "\n\n" + c},
		"a short block like the others":        {`<article><h1>The lamp</h1><div class="article-body"><div class="par"><span>` + a + `</span></div><div class="par"><span>` + b + `</span></div><div class="par"><span>` + short + `</span></div><div class="par"><span>` + c + `</span></div></div></article>`, a + "\n\n" + b + "\n\n" + short + "\n\n" + c},
		"sections without a class":             {`<article><h1>The lamp</h1><div class="article-body"><section><span>` + a + `</span></section><section><span>` + b + `</span></section><section><span>` + c + `</span></section><section><span>` + short + `</span></section></div></article>`, a + "\n\n" + b + "\n\n" + c + "\n\n" + short},
		"paragraphs in an attribute":           {`<article><h1>The lamp</h1><div class="article-body"><p>` + a + `</p><p>` + b + `</p><div class="lazy" data-lazy-content="&lt;p&gt;` + c + `&lt;/p&gt;&lt;p&gt;` + d + `&lt;/p&gt;"></div></div></article>`, a + "\n\n" + b + "\n\n" + c + "\n\n" + d},
		"an attribute that says it again":      {`<article><h1>The lamp</h1><div class="article-body"><p>` + a + `</p><p>` + b + `</p><p>` + c + `</p><div data-content="&lt;p&gt;` + a + `&lt;/p&gt;&lt;p&gt;` + b + `&lt;/p&gt;"></div></div></article>`, a + "\n\n" + b + "\n\n" + c},
		"an attribute of a tip":                {`<article><h1>The lamp</h1><div class="article-body"><p>` + a + `</p><p>` + b + `</p><p>` + c + `</p><div data-tooltip-content="&lt;p&gt;` + d + `&lt;/p&gt;&lt;p&gt;` + d + `&lt;/p&gt;"></div></div></article>`, a + "\n\n" + b + "\n\n" + c},
		"a label is no sentence":               {`<article><h1>The lamp</h1><div class="article-body">` + a + `<br><br>` + b + `<br><br>` + c + `<br><br>Print this page</div></article>`, a + "\n\n" + b + "\n\n" + c},
		"a block of another class":             {`<article><h1>The lamp</h1><div class="article-body"><div class="par"><span>` + a + `</span></div><div class="par"><span>` + b + `</span></div><div class="par"><span>` + c + `</span></div><div class="ask"><span>` + "Write to us." + `</span></div></div></article>`, a + "\n\n" + b + "\n\n" + c},
		"a summary set apart by its style":     {`<article><h1>The lamp</h1><div class="article-body"><strong class="end_summary">The board votes eleven to eight on the lamp</strong>` + a + `<br><br>` + b + `<br><br>` + c + `</div></article>`, "The board votes eleven to eight on the lamp\n\n" + a + "\n\n" + b + "\n\n" + c},
		"a bold beginning of a sentence":       {`<article><h1>The lamp</h1><div class="article-body"><p><strong class="lead">The keeper of the lamp on Saltby</strong> has gone. ` + a + `</p><p>` + b + `</p><p>` + c + `</p></div></article>`, "The keeper of the lamp on Saltby has gone. " + a + "\n\n" + b + "\n\n" + c},
		"the pager below the text":             {`<article><h1>The lamp</h1><div class="article-body"><p>` + a + `</p><p>` + b + `</p><p>` + c + `</p><p><span class="pager">Page 1 of 2 <a href="?p=2">On to page 2</a></span></p></div></article>`, a + "\n\n" + b + "\n\n" + c},
		"an article that is a teaser":          {`<article><h1>The lamp</h1><div class="entry-content"><p>` + a + `</p><p>` + b + `</p><p>` + c + `</p><p>` + d + `</p><div><div><article class="post"><h2><a href="/other">The ferry</a></h2><p>The ferry is late again, and nobody on the pier knows why it should be so.</p></article></div></div></div></article>`, a + "\n\n" + b + "\n\n" + c + "\n\n" + d},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, tt.want, Read(`<html lang="en"><head><title>The lamp</title></head><body>`+tt.page+`</body></html>`, Options{}).Text)
		})
	}
	live := `<article><h1>The vote, as it happened</h1>`
	for _, mark := range []string{"alpha", "bravo", "charlie", "delta"} {
		live += `<div><article class="entry"><h2><a href="#` + mark + `">At ` + mark + `</a></h2><p>` + para(mark) + `</p></article></div>`
	}
	text := Read(`<html lang="en"><body>`+live+`</article></body></html>`, Options{}).Text
	for _, mark := range []string{"alpha", "bravo", "charlie", "delta"} {
		require.Contains(t, text, para(mark), "entries of a live blog")
	}
}

// TestWhatIsBesideTheArticle reads fields of pages that describe other things too, or themselves in other ways.
func TestWhatIsBesideTheArticle(t *testing.T) {
	body := "<p>" + para("alpha") + "</p><p>" + para("bravo") + "</p><p>" + para("charlie") + "</p>"
	recipe := func(name string) string {
		return ld(`{"@type":"Recipe","name":"` + name + `","author":{"@type":"Person","name":"Chef Anselm"},"datePublished":"2023-10-10"}`)
	}
	for _, c := range []struct{ name, head, page, title, byline, outlet, published string }{
		{"a recipe beside the article", `<title>The lamp of Saltby goes out</title><meta property="article:published_time" content="2025-03-12T06:00:00Z">` + recipe("Smoked eel on rye"), `<h1>The lamp of Saltby goes out</h1><p class="byline">By <a rel="author">Ada Crane</a></p><div class="article-body">` + body + `</div>`, "The lamp of Saltby goes out", "Ada Crane", "", "2025-03-12T06:00:00Z"},
		{"a recipe that is the article", `<title>Smoked eel on rye with dill</title>` + recipe("Smoked eel on rye with dill"), `<h1>Smoked eel on rye with dill</h1><div class="article-body">` + body + `</div>`, "Smoked eel on rye with dill", "Chef Anselm", "", "2023-10-10"},
		{"RDFa", `<title>The lamp of Saltby goes out</title>`, `<div vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">The lamp of Saltby goes out</h1><span property="author" typeof="Person"><span property="name">Ada Crane</span></span><span property="publisher" typeof="Organization"><meta property="name" content="The Islander"></span><meta property="datePublished" content="2025-03-12T06:00:00Z"><div property="articleBody">` + body + `</div></div>`, "The lamp of Saltby goes out", "Ada Crane", "The Islander", "2025-03-12T06:00:00Z"},
		{"RDFa with prefixes", `<title>The lamp of Saltby goes out</title>`, `<div typeof="schema:NewsArticle"><h1 property="schema:headline">The lamp of Saltby goes out</h1><span property="schema:author">Ada Crane</span><div property="schema:articleBody">` + body + `</div></div>`, "The lamp of Saltby goes out", "Ada Crane", "", ""},
		{"a page of a reader view", `<title>The lamp of Saltby goes out</title>`, `<div class="reader-header"><a class="reader-domain" href="https://islander.example/lamp">islander.example</a><h1 class="reader-title">The lamp of Saltby goes out</h1><div class="credits reader-credits">Ada Crane</div></div><div class="moz-reader-content"><div class="page">` + body + `</div></div>`, "The lamp of Saltby goes out", "Ada Crane", "islander.example", ""},
		{"an export of Medium", `<title>The lamp of Saltby goes out</title>`, `<article class="h-entry"><h1 class="p-name">The lamp of Saltby goes out</h1><section class="e-content">` + body + `</section><footer><a class="p-author h-card" href="https://islander.example/@ada">Ada Crane</a> <a class="p-canonical" href="https://islander.example/lamp">Canonical link</a></footer></article>`, "The lamp of Saltby goes out", "Ada Crane", "islander.example", ""},
		{"a writer of a station", `<title>The lamp of Saltby goes out</title>`, `<h1>The lamp of Saltby goes out</h1><p class="publication-data__from">By Ada Crane, Channel 4 Saltby</p><div class="article-body">` + body + `</div>`, "The lamp of Saltby goes out", "Ada Crane", "", ""},
		{"PressReader", `<title>PressReader - The Islander (Saltby): 2025-03-12 - The lamp of Saltby goes out</title>`, `<article><h1>The lamp of Saltby goes out</h1>` + body + `</article>`, "The lamp of Saltby goes out", "", "The Islander", ""},
		{"WeChat", `<meta property="og:title" content="灯塔今晚熄灭"><meta property="og:site_name" content="微信公众平台"><meta name="author" content="韩冰">`, `<h1 id="activity-name">灯塔今晚熄灭</h1><a id="js_name"> 河湾日报 </a><em id="publish_time"></em><div class="rich_media_content" id="js_content">` + body + `</div><script>var ct = "1741759200"; var svr_time = "1757000000";</script>`, "灯塔今晚熄灭", "韩冰", "河湾日报", "2025-03-12T06:00:00Z"},
		{"a writer of the house", `<title>The lamp of Saltby goes out</title>`, `<article><h1>The lamp of Saltby goes out</h1><span class="autor">Von unserem Redaktionsmitglied Ada Crane</span><div class="article-body">` + body + `</div></article>`, "The lamp of Saltby goes out", "Ada Crane", "", ""},
		{"a site in Chinese", `<title>灯塔今晚熄灭-河湾网</title>`, `<h1>灯塔今晚熄灭</h1><div class="article-body">` + body + `</div><div>版权所有 河湾网 2006-2025</div>`, "灯塔今晚熄灭", "", "河湾网", ""},
		{"a section in Chinese", `<title>灯塔今晚熄灭-社会</title>`, `<h1>灯塔今晚熄灭</h1><div class="article-body">` + body + `</div>`, "灯塔今晚熄灭", "", "", ""},
		{"a link home", `<title>The lamp of Saltby goes out | The Islander</title>`, `<header><a class="brand" href="/">The Islander</a></header><h1>The lamp of Saltby goes out</h1><div class="article-body">` + body + `</div>`, "The lamp of Saltby goes out", "", "The Islander", ""},
		{"a link to a section", `<title>The lamp of Saltby goes out | Islands</title>`, `<header><a href="/islands">Islands</a></header><h1>The lamp of Saltby goes out</h1><div class="article-body">` + body + `</div>`, "The lamp of Saltby goes out", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Read(`<html lang="en"><head>`+c.head+`</head><body>`+c.page+`</body></html>`, Options{})
			require.Equal(t, []string{c.title, c.byline, c.outlet, c.published}, []string{p.Title.Value, p.Byline.Value, p.Outlet.Value, p.Published.String()})
			require.Equal(t, 1, strings.Count(p.Text, "alpha"), p.Text)
		})
	}
}

func TestStandfirstInAColumnCalledASidebar(t *testing.T) {
	body := "<p>" + para("alpha") + "</p><p>" + para("bravo") + "</p><p>" + para("charlie") + "</p>"
	lead := "The board of the island decided on Tuesday that the lamp goes out, against three votes."
	p := Read(`<html lang="en"><body><section><div class="sidebar-1"><h1>The lamp of Saltby goes out</h1><p class="description">`+lead+`</p><article class="fck_detail">`+body+`</article></div></section></body></html>`, Options{})
	require.True(t, strings.HasPrefix(p.Text, lead+"\n\n"), p.Text)
	p = Read(`<html lang="en"><body><section><h1>The lamp of Saltby goes out</h1><div class="sidebar-1"><p class="description">`+lead+`</p></div><article class="fck_detail">`+body+`</article></section></body></html>`, Options{})
	require.NotContains(t, p.Text, lead)
}

func TestWallsInMoreLanguages(t *testing.T) {
	for _, c := range []struct{ title, text, want string }{
		{"Giriş yap | Ada Gazetesi", "Okumaya devam etmek için lütfen hesabınıza giriş yapın.", wallLogin},
		{"安全验证", "您的访问过于频繁，请拖动滑块完成拼图。", wallRobots},
		{"Zaloguj się - Gazeta", "Podaj adres i hasło.", wallLogin},
		{"Проверка браузера", "Страница откроется через пять секунд.", wallRobots},
		{"Вход в порт закрыт", "Порт закрыли на зиму, сказал смотритель.", ""},
		{"Giriş yapan gemi", "Limana giren gemi battı.", ""},
		{"Girişler ücretsiz", "Müzeye girişler bu kış ücretsiz olacak.", ""},
	} {
		require.Equal(t, c.want, Wall(c.title, c.text), c.title)
	}
}
