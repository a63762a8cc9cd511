package page

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"wiretrace/report"
	"wiretrace/row"
)

// attacks are what scraped text may hold that a page must not act on.
var attacks = []string{
	`<script>alert(1)</script>`,
	`</script><script>alert(1)</script>`,
	`<!--<script>`,
	`</style><img src=x onerror=alert(1)>`,
	`"><svg onload=alert(1)>`,
	`' onmouseover='alert(1)`,
	`" onmouseover="alert(1)`,
	`javascript:alert(1)`,
	`<a href="javascript:alert(1)">x</a>`,
	`<base href="https://evil.example/">`,
	`<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
	`</title></textarea></template>`,
	"{{.Policy}} ${alert(1)} `+alert(1)+`",
	"\x00a000000000000\x010\x010\x01<b>forged</b>\x00",
	"\u202Etxet desrever\u202C \u2066isolated\u2069 \u200Fmark",
	"a\u2028b\u2029c \x1b[31m \u0085 \x07",
	strings.Repeat("x", 5000),
	strings.Repeat("e\u0301\u0302\u0303", 2000),
	"not \xFF\xFE UTF-8",
	"]]> <![CDATA[ <?xml ?>",
}

// hostile returns a cluster whose articles hold an attack in every field.
func hostile(attack string) ([]*report.Article, *report.Cluster) {
	var articles []*report.Article
	for i := range 3 {
		a := &report.Article{
			Cluster: "c1", Family: attack, ID: fmt.Sprintf("%s%d", attack, i), Role: report.Rewrite, Outlet: attack, Published: "2025-01-01",
			Title: attack, Byline: attack, Language: attack, Words: 10, SourceOutlet: attack, Upstream: attack, CreditChain: []string{attack, attack},
			Credited: report.No, Confidence: report.Likely, Why: attack, URL: attack, File: attack,
			Makeup: row.Percentages(0, 1, 0, 0, 1), Text: attack + "\n" + attack,
		}
		n := len([]rune(attack))
		p := report.Passage{Start: 0, End: n + 1, Label: report.Quoted, Words: 9, Text: attack + "\n", Speaker: attack, ReusedBy: 1}
		if i > 0 {
			p.SourceArticle, p.SourceEnd, p.SourceText, p.Similarity, p.Direction = articles[0].ID, n, attack+" indeed", 0.5, report.From
			a.SourceArticle = articles[0].ID
		}
		a.Passages = []report.Passage{p, {Start: n + 1, End: 2*n + 1, Label: report.Furniture, Text: attack}}
		a.Credits = []report.Credit{{Start: 0, End: min(n, 3), Outlet: attack, Text: attack}}
		a.Links = []report.Link{{SourceArticle: a.SourceArticle, Relation: report.Rewrite, ShareArticle: 0.3, Direction: report.From}}
		articles = append(articles, a)
	}
	return articles, &report.Cluster{ID: "c1", Upstream: attack, UpstreamPresent: report.No, Articles: 3, Families: 3, Outlets: 1, FirstPublished: attack, Headline: attack, Uncredited: 3}
}

func TestScrapedTextIsText(t *testing.T) {
	articles, c := hostile("harmless words")
	plain := written(t, articles, c)
	for i, attack := range attacks {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			articles, c := hostile(attack)
			dir := written(t, articles, c)
			requireWhole(t, dir)
			for _, name := range []string{report.IndexFile, filepath.Join(report.PagesDir, "c1.html")} {
				p, usual := parse(t, filepath.Join(dir, name)), parse(t, filepath.Join(plain, name))
				// No element is there that is not there for harmless words.
				count := func(p *parsed) map[string]int {
					n := map[string]int{}
					for _, e := range p.nodes {
						n[e.Data]++
					}
					for _, e := range []string{"b", "u", "a", "span", "p", "blockquote", "text", "title", "svg", "rect", "option"} {
						delete(n, e) // ours, as many as there are words to mark
					}
					return n
				}
				require.Equal(t, count(usual), count(p), name)
				for n := range p.root.Descendants() {
					if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
						for _, r := range n.Data {
							require.False(t, unicode.Is(unicode.Bidi_Control, r) || r < ' ' && r != '\n' && r != '\t', "%s: %U", name, r)
						}
					}
				}
			}
			for _, svg := range []string{"c1-graph.svg", "c1-timeline.svg"} {
				b, err := os.ReadFile(filepath.Join(dir, report.PagesDir, svg))
				require.NoError(t, err)
				require.NotContains(t, string(b), "<script")
				require.NotContains(t, string(b), "<img")
				require.NoError(t, wellFormed(b))
			}
		})
	}
}

// wellFormed returns what an XML reader finds wrong.
func wellFormed(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestAddressesOfTheWebOnly(t *testing.T) {
	for address, want := range map[string]string{
		"https://news.example/a?b=1&c=2": "https://news.example/a?b=1&c=2",
		"HTTP://news.example/":           "HTTP://news.example/",
		"javascript:alert(1)":            "",
		" https://news.example/":         "",
		"data:text/html,x":               "",
		"file:///etc/passwd":             "",
		"//news.example/":                "",
		"":                               "",
	} {
		require.Equal(t, want, web(address), address)
	}
}

func FuzzEscape(f *testing.F) {
	for _, a := range attacks {
		f.Add(a)
	}
	f.Fuzz(func(t *testing.T, s string) {
		page := string(appendText([]byte(`<p title="`), s)) + `">` + string(appendText(nil, s)) + `</p>`
		root, err := html.Parse(strings.NewReader(page))
		require.NoError(t, err)
		elements := 0
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			elements++
			if n.Data == "p" {
				require.Equal(t, attr(n, "title"), content(n))
				for _, r := range content(n) {
					require.False(t, dropped(r), "%U", r)
				}
			}
		}
		require.Equal(t, 4, elements) // html, head, body, p
	})
}

func FuzzText(f *testing.F) {
	f.Add("The “text” of an article.\n\nAnd more.", "source text", 3, 9, 12, 20)
	f.Add("", "", 0, 0, 0, 0)
	f.Add("é中🙂", "x", -4, 99, 2, 1)
	f.Fuzz(func(t *testing.T, text, source string, start, end, from, to int) {
		text, source = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(source, "?")
		a := &report.Article{
			ID: "x", Text: text,
			Passages: []report.Passage{
				{Start: 0, End: start, Label: report.Original, Text: text},
				{Start: start, End: end, Label: report.Edited, SourceArticle: "y", SourceText: source, Text: text, SourceEnd: 5},
				{Start: end, End: len(text), Label: report.Furniture, Text: text},
			},
			Credits: []report.Credit{{Start: from, End: to}, {Start: to, End: from}},
		}
		w := write(a, "a000000000000")
		_, err := html.Parse(strings.NewReader(string(w.text) + string(w.notes)))
		require.NoError(t, err)
	})
}
