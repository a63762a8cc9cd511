package page

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The paragraphs of a piece that scripts of the tests hold.
const (
	first  = "The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard."
	second = "Its master, Jo Field, said that the boat needs a new engine and that nobody on the coast has one to lend until spring."
	third  = "The council will meet on Thursday to talk about flights, which the islanders say cost four times as much as a berth."
)

// TestATextThatStandsOnlyInAScriptIsRead imitates how systems send a piece as data.
func TestATextThatStandsOnlyInAScriptIsRead(t *testing.T) {
	arc := `{"type":"story","headlines":{"basic":"No ferry to the island this winter"},"credits":{"by":[{"type":"author","name":"Ada Crane"}]},"first_publish_date":"2024-03-05T10:15:00Z","content_elements":[{"type":"text","content":"` + first +
		`"},{"type":"image","caption":"The boat","url":"x"},{"type":"raw_html","content":"<div>Sign up for our newsletter</div>"},{"type":"text","content":"` + strings.Replace(second, "Jo Field", `<a href=\"/jo\">Jo Field<\/a>`, 1) + `"},{"type":"list","items":[{"type":"text","content":"` + third + `"}]}],` +
		`"related_content":{"basic":[{"type":"story","headlines":{"basic":"Harbour master retires"},"content_elements":[]}]}}`
	for _, c := range []struct{ name, scripts, where string }{
		{"Arc", `<script id="fusion-metadata">window.Fusion=window.Fusion||{};Fusion.arcSite="islander";Fusion.contextPath="/pf";Fusion.globalContent=` + arc + `;Fusion.globalContentConfig={"source":"content-api"};</script>`, "Fusion.globalContent"},
		{"Next.js", `<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"article":{"title":"No ferry to the island this winter","publishedAt":"2024-03-05T10:15:00Z","author":{"name":"Ada Crane"},"body":"\u003cp\u003e` + first + `\u003c/p\u003e\u003cp\u003e` + second + `\u003c/p\u003e\u003cp\u003e` + third + `\u003c/p\u003e"},"more":[{"title":"Harbour master retires","teaser":"He served for forty years."}]}},"page":"/[slug]","buildId":"1"}</script>`, "__NEXT_DATA__"},
		{"WordPress behind Next.js", `<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"post":{"date":"2024-03-05T10:15:00Z","title":{"rendered":"No ferry to the island this winter"},"content":{"rendered":"<p>` + first + `<\/p><p>` + second + `<\/p><p>` + third + `<\/p>"},"author":{"node":{"name":"Ada Crane"}}}}}}</script>`, "__NEXT_DATA__"},
		{"Contentful", `<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"fields":{"headline":"No ferry to the island this winter","publishDate":"2024-03-05T10:15:00Z","authors":[{"fullName":"Ada Crane"}],"body":{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"` + first + `"}]},{"nodeType":"embedded-asset-block","data":{"title":"boat"}},{"nodeType":"paragraph","content":[{"nodeType":"text","value":"` + second[:40] + `"},{"nodeType":"hyperlink","content":[{"nodeType":"text","value":"` + second[40:] + `"}]}]},{"nodeType":"paragraph","content":[{"nodeType":"text","value":"` + third + `"}]}]}}}}}</script>`, "__NEXT_DATA__"},
		{"Sanity", `<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"post":{"_type":"post","title":"No ferry to the island this winter","publishedAt":"2024-03-05T10:15:00Z","author":{"name":"Ada Crane"},"body":[{"_type":"block","children":[{"_type":"span","text":"` + first + `"}]},{"_type":"image"},{"_type":"block","children":[{"_type":"span","text":"` + second[:50] + `"},{"_type":"span","marks":["em"],"text":"` + second[50:] + `"}]},{"_type":"block","children":[{"_type":"span","text":"` + third + `"}]}]}}}}</script>`, "__NEXT_DATA__"},
		{"Next.js in pieces", `<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"1:HL[\"/a.css\",\"style\"]\n2:[\"$\",\"$L3\",null,{\"article\":{\"headline\":\"No ferry to the island this winter\",\"byline\":\"By Ada Crane\",\"datePublished\":\"2024-03-05T10:15:00Z\",\"bodyHtml\":\"$1a\"}}]\n1a:T` + strconv.FormatInt(int64(len(first+second+third+"<p></p><p></p><p></p>")), 16) + `,<p>` + first + `</p>"])</script><script>self.__next_f.push([1,"<p>` + second + `</p><p>` + third + `</p>3:I[1,[],\"\"]\n"])</script>`, "__next_f"},
		{"Nuxt 2", `<script>window.__NUXT__=(function(a,b,c,d){return {layout:"default",data:[{article:{title:a,published_at:b,authors:[{name:c}],content:"\u003Cp\u003E` + first + `\u003C\u002Fp\u003E\u003Cp\u003E` + second + `\u003C\u002Fp\u003E\u003Cp\u003E` + third + `\u003C\u002Fp\u003E",premium:!1,teaser:d}}],error:d,serverRendered:!0}}("No ferry to the island this winter","2024-03-05T10:15:00Z","Ada Crane",null));</script>`, "__NUXT__"},
		{"Nuxt 3", `<script type="application/json" id="__NUXT_DATA__" data-ssr="true">[["ShallowReactive",1],{"data":2,"state":10},["ShallowReactive",3],{"article-1":4},{"title":5,"publishedAt":6,"author":7,"body":9,"again":4},"No ferry to the island this winter","2024-03-05T10:15:00Z",{"name":8},"Ada Crane","<p>` + first + `</p><p>` + second + `</p><p>` + third + `</p>",{}]</script>`, "__NUXT_DATA__"},
		{"Apollo", `<script>window.__APOLLO_STATE__ = {"Article:1":{"__typename":"Article","id":"1","title":"No ferry to the island this winter","publishedAt":"2024-03-05T10:15:00Z","author":{"__ref":"Author:7"},"content({\"format\":\"html\"})":{"__ref":"Body:1"}},"Author:7":{"__typename":"Author","name":"Ada Crane"},"Body:1":{"__typename":"Body","html":"<p>` + first + `</p><p>` + second + `</p><p>` + third + `</p>"},"ROOT_QUERY":{"article":{"__ref":"Article:1"}}};</script>`, "__APOLLO_STATE__"},
		{"a state", `<script>var a=1; window.__INITIAL_STATE__={"page":{"current":{"headline":"No ferry to the island this winter","articleBody":"` + first + `\n\n` + second + `\n\n` + third + `","byline":"Ada Crane","publishDate":"2024-03-05T10:15:00Z"}}};(function(){var s;})();</script>`, "__INITIAL_STATE__"},
		{"a state in a string", `<script>window.__PRELOADED_STATE__ = JSON.parse("{\"story\":{\"headline\":\"No ferry to the island this winter\",\"articleBody\":\"` + first + ` \\u003cbr\\u003e\\u003cbr\\u003e ` + second + `\\u003cbr\\u003e\\u003cbr\\u003e` + third + `\",\"author\":\"Ada Crane\",\"published\":\"2024-03-05T10:15:00Z\"}}");</script>`, "__PRELOADED_STATE__"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Read(`<!DOCTYPE html><html lang="en"><head><title>No ferry to the island this winter - The Islander</title></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>`+c.scripts+`</body></html>`, Options{})
			require.Equal(t, first+"\n\n"+second+"\n\n"+third, p.Text)
			require.Equal(t, "script "+c.where, p.TextSource)
			require.Equal(t, "No ferry to the island this winter", p.Title.Value)
			require.Equal(t, "Ada Crane", p.Byline.Value)
			require.Equal(t, "2024-03-05T10:15:00Z", p.Published.String())
			require.Equal(t, "script "+c.where, p.Published.Source)
			require.Empty(t, p.Wall)
		})
	}
}

func TestWhatIsNoArticleInAScriptIsNotRead(t *testing.T) {
	teasers := strings.Repeat(`{"title":"Harbour master retires","content":"`+first+`"},`, 5)
	for _, c := range []struct{ name, title, script string }{
		{"the fronts of sections", "News - The Islander", `{"section":{"title":"News","content":[` + strings.TrimSuffix(teasers, ",") + `]}}`},
		{"two pieces, neither titled like the page", "The Islander", `[{"headline":"No ferry","articleBody":"` + first + second + third + `"},{"headline":"A new master","articleBody":"` + third + second + first + `"}]`},
		{"a body too short", "No ferry to the island this winter", `{"headline":"No ferry to the island this winter","articleBody":"` + first + `"}`},
		{"words of a page of the shop", "No ferry to the island this winter", `{"strings":{"terms":"` + first + second + third + `"},"name":"No ferry to the island this winter"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Read(`<!DOCTYPE html><html><head><title>`+c.title+`</title></head><body><div id="root"></div><script id="__NEXT_DATA__" type="application/json">`+c.script+`</script></body></html>`, Options{})
			require.Empty(t, p.Text)
			require.Empty(t, p.TextSource)
		})
	}
	p := Read(`<!DOCTYPE html><html><head><title>No ferry</title></head><body><article><h1>No ferry</h1>`+prose3+`</article><script id="__NEXT_DATA__" type="application/json">{"headline":"No ferry","articleBody":"`+strings.Repeat(third+" ", 9)+`"}</script></body></html>`, Options{})
	require.NotContains(t, p.Text, "flights", "the page shows a text")
	require.Empty(t, p.TextSource)
}

// TestDataOfScriptsCostsLittle gives pages what would cost much if it were put together without bounds.
func TestDataOfScriptsCostsLittle(t *testing.T) {
	body := strings.Repeat(first+" ", 2000)
	var refs, circle strings.Builder
	for range 50_000 {
		refs.WriteString(`,5`)
	}
	for range 3000 {
		circle.WriteString(`{"__ref":"A:1"},`)
	}
	for name, script := range map[string]string{
		"a text referred to often":  `<script type="application/json" id="__NUXT_DATA__">[["Reactive",1],{"title":2,"articleBody":3},"No ferry to the island",[5` + refs.String() + `],0,"` + body + `"]</script>`,
		"a circle":                  `<script>window.__APOLLO_STATE__={"A:1":{"title":"No ferry to the island","articleBody":[` + circle.String() + `{"text":"` + body + `"}]}}</script>`,
		"arguments used often":      `<script>window.__NUXT__=(function(a){return {title:"No ferry to the island",articleBody:[` + strings.Repeat("a,", 50_000) + `a]}}("` + body + `"))</script>`,
		"bodies within bodies":      `<script>window.x=` + strings.Repeat(`{"title":"No ferry to the island","articleBody":`, 400) + `"` + body + `"` + strings.Repeat("}", 400) + `</script>`,
		"many names":                `<script>` + strings.Repeat(`a={};`, 200_000) + `</script>`,
		"functions":                 `<script>` + strings.Repeat(`a=function(a,b){return {`, 20_000) + `</script>`,
		"deep":                      `<script type="application/json">` + strings.Repeat(`{"title":"No ferry","content":[`, 100_000) + `</script>`,
		"rows of nothing":           `<script>self.__next_f.push([1,"` + strings.Repeat(`:\n`, 200_000) + strings.Repeat(`1:T7fffffff,`, 1000) + `"])</script>`,
		"a reference to itself":     `<script>self.__next_f.push([1,"1:{\"title\":\"No ferry to the island\",\"articleBody\":\"$1\"}\n` + body + `"])</script>`,
		"arguments that do not end": `<script>window.__NUXT__=(function(` + strings.Repeat("a,", 50_000) + `b){return {}}(` + strings.Repeat("(", 50_000) + `</script>`,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			Read(`<title>No ferry to the island</title><body>`+script, Options{})
			require.Less(t, time.Since(start), 10*time.Second)
		})
	}
}
