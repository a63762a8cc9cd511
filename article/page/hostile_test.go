package page

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

const line = "<p>The council voted on Tuesday to close the bridge for two years, and the mayor said that nobody had asked the ferry company.</p>\n"

// hostile returns pages made to take time or memory, of about n bytes each.
func hostile(n int) map[string]string {
	times := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	count := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	return map[string]string{
		"nested deep":               times("<div>") + line,
		"nested deep, with text":    strings.Repeat("<div>", 480) + times(line),
		"lists in lists":            line + times("<ul><li>item"),
		"tables in tables":          line + times("<table><tr><td>item"),
		"quotations in quotations":  line + times("<blockquote>item"),
		"headings in headings":      line + times("<h1>item"),
		"fonts never closed":        count("<font size=%d>x") + times("<p>x"),
		"links never closed":        times("<a href=x>x") + line,
		"one paragraph":             "<p>" + times("word "),
		"many paragraphs":           times(line),
		"many articles":             times("<article class=post-content>" + line + "</article>"),
		"many line breaks":          "<div>" + times("text of a line<br><br>"),
		"many items":                line + "<ul>" + times("<li>item</li>"),
		"many cells":                line + "<table>" + times("<tr><td>a<td>b</tr>"),
		"many links":                "<p>" + times("<a href=/x>link text</a> and "),
		"many tweets":               times("<blockquote class=twitter-tweet><p>x</p>— N (@n) May 3, 2024</blockquote>"),
		"many scripts":              line + times("<script>var a = '<p>x</p>';</script>"),
		"many attributes":           "<p " + count("a%d=x ") + ">x",
		"many comments":             times("<!-- x -->") + line,
		"a comment never closed":    line + times("<!--"),
		"a script never closed":     line + "<script>" + times("x < y; "),
		"many bylines":              times("<span class=author itemprop=author>A Name</span>") + line,
		"many dates":                times("<time datetime=2024-05-03>x</time><div class=date>May 3, 2024</div>") + line,
		"many metas":                times("<meta name=author content='A Name'>") + line,
		"many data":                 times("<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>") + line,
		"data in data":              "<script type=application/ld+json>" + times("[{\"a\":") + "</script>" + line,
		"data never closed":         "<script type=application/ld+json>{\"a\": \"" + times("\\\" \" , x ") + "</script>" + line,
		"data that refer in a ring": ld(`{"@graph":[{"@type":"NewsArticle","@id":"a","author":{"@id":"b"},"url":{"@id":"c"}},{"@id":"b","name":{"@id":"b"}},{"@id":"c","mainEntityOfPage":{"@id":"c"},"url":{"@id":"c"}}]}`) + line,
		"entities":                  "<p>" + times("&amp;lt;&NotEqualTilde;&#x10ffff;&#0;"),
		"angle brackets":            times("<"),
		"end tags":                  times("</div></p></br>") + line,
		"zero-width":                "<p>" + times("\u200b\u00ad\u2028"),
		"mark-up in attributes":     times("<p title='<p title=\"<div>\">'>x"),
		"svg and math":              times("<svg><math><mi><p>") + line,
		"forms":                     times("<form><input><select><option>x<button>") + line,
		"templates":                 times("<template><div>") + line,
		"many leads":                "<h1>x</h1>" + times("<div class=lead><div class=lead>x</div></div>") + line,
		"leads in leads":            "<h1>x</h1>" + times("<div class=lead>") + line,
		"many pieces of a text":     "<article>" + times("<div><div class=article-body>"+line+"</div></div>"),
		"dates in a line":           "<h1>x</h1><p><span>" + times("<b></b><i>1 May 2020</i>"),
		"dates in figures":          "<h1>x</h1>" + times("<p>3/4/2024</p>") + line,
		"many lists of links":       times("<i></i><ul><li><a href=x>the title of a piece</a><li><a href=x>the title of a piece</a><li><a href=x>the title of a piece</a></ul>") + line,
		"lines of a <pre>":          "<pre>" + times("text of a line\n\n"),
		"headings that lead home":   times("<h1><a href=/>x</a></h1>") + line,
		"first published":           times("<p>originally published originally published "),
	}
}

func TestHostilePages(t *testing.T) {
	const size, patience = 300 << 10, 20 * time.Second // of a slow machine that others use
	for name, source := range hostile(size) {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			p := Read(source, Options{})
			require.Less(t, time.Since(start), patience)
			require.True(t, utf8.ValidString(p.Text))
			require.LessOrEqual(t, len(p.Text), 4*len(source))
		})
	}
}

func TestTextSurvivesDepthAndLength(t *testing.T) {
	want := "The council voted on Tuesday to close the bridge"
	require.Contains(t, Read(strings.Repeat("<div>", 100_000)+line+line, Options{}).Text, want, "a hundred thousand levels")
	long := strings.Repeat(line, 20_000)
	p := Read("<article>"+long+"</article>", Options{})
	require.Equal(t, 20_000, strings.Count(p.Text, want), "a piece too long for the library")
	require.False(t, p.Partial)
	p = Read("<article>"+long+strings.Repeat("<b></b>", 100_000)+"</article>", Options{})
	require.True(t, p.Partial)
	require.Equal(t, 20_000, strings.Count(p.Text, want))
}

func TestReadIsDeterministic(t *testing.T) {
	files, err := filepath.Glob("testdata/*.html")
	require.NoError(t, err)
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		want := Read(string(source), Options{})
		for range 10 {
			require.Equal(t, want, Read(string(source), Options{}))
		}
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.html")
	require.NoError(f, err)
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(string(source), "")
	}
	for _, source := range hostile(400) {
		f.Add(source, "https://a.example/2024/05/03/x")
	}
	f.Fuzz(func(t *testing.T, source, address string) {
		source, address = strings.ToValidUTF8(source, ""), strings.ToValidUTF8(address, "")
		p := Read(source, Options{URL: address})
		for _, s := range []string{p.Text, p.Title.Value, p.Byline.Value, p.Outlet.Value, p.URL.Value, p.Language.Value} {
			require.True(t, utf8.ValidString(s))
		}
		require.NotContains(t, p.Text, "\n\n\n")
		require.Equal(t, strings.TrimSpace(p.Text), p.Text)
		for _, s := range p.Signals {
			require.True(t, s.Name != "" || s.URL != "")
		}
	})
}

// newsPage is a page as large and as full of other things as those of news
// sites are, around n paragraphs of running text.
func newsPage(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("council bridge ferry Tuesday mayor company harbour price winter island the a of to and in on for with was will said have that it its from by at")
	sentence := func(b *strings.Builder, n int) {
		for i := range n {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(words[r.IntN(len(words))])
		}
		b.WriteByte('.')
	}
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><title>A bridge is closed | The Islander</title><link rel="canonical" href="https://islander.example/a"><meta property="og:site_name" content="The Islander">`)
	b.WriteString(ld(`{"@type":"NewsArticle","headline":"A bridge is closed","datePublished":"2024-05-14T09:31:05+01:00","author":{"name":"Ines Calder"},"publisher":{"name":"The Islander"}}`))
	b.WriteString("<script>" + strings.Repeat("window.push({slot: 1, size: [300, 250]});", 1500) + "</script></head><body>")
	links := func(n int) {
		b.WriteString(`<div class="list"><ul>`)
		for range n {
			b.WriteString(`<li class="list__item"><a class="list__link" href="/x"><span class="icon"></span><span class="text">`)
			sentence(&b, 6)
			b.WriteString(`</span></a></li>`)
		}
		b.WriteString("</ul></div>")
	}
	links(80)
	b.WriteString(`<main><article class="article"><h1>A bridge is closed</h1><div class="article__body">`)
	for range n {
		b.WriteString(`<p class="par">`)
		sentence(&b, 18)
		b.WriteString(` <a href="/x">`)
		sentence(&b, 3)
		b.WriteString("</a> ")
		sentence(&b, 14)
		b.WriteString("</p><div class=\"slot\"><div id=\"ad\"></div></div>")
	}
	b.WriteString("</div></article></main>")
	links(120)
	b.WriteString("<script>" + strings.Repeat("window.push({slot: 2});", 1500) + "</script></body></html>")
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	source := newsPage(20)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		Read(source, Options{})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkFields(b *testing.B) {
	source := newsPage(20)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		doc := parse(source)
		describe(doc, collect(doc), "", new(Page))
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
