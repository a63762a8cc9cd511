package page

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// An extractor finds the main text of a page.
type extractor interface {
	// extract returns an element that holds the main text of doc, and little
	// else, or nil if it finds none. It may use doc up.
	extract(doc *html.Node) *html.Node
}

// leastText is the length in bytes of a text below which another way to find
// one is tried.
const leastText = 250

// leastLetters is the length in bytes below which what was found is no text.
const leastLetters = 40

// body returns the main text of a page, of which it uses up the tree; empty if
// there is none.
func body(doc *html.Node, d *describer, p *Page) string {
	prepare(doc)
	ps := d.extract(namedExtractor{}, doc, p)
	// Of a live blog, the element named as the text may be one entry.
	if n := length(ps); n < leastText || isType(d.data.article, "LiveBlogPosting") {
		if other := d.extract(plainExtractor{}, doc, p); length(other)*10 > n*11 {
			ps = other
		}
	}
	ps = d.compare(ps)
	if length(ps) < leastLetters {
		return ""
	}
	return join(d.withStandfirst(ps, p))
}

// leastDeclared is how many words a page must say that its text has for that to
// be held against what was found.
const leastDeclared = 100

// declaredWords returns how many words the page says that its text has: the
// wordCount of its JSON-LD, else the words of the articleBody; 0 if unknown.
func (d *describer) declaredWords() int {
	if n, err := strconv.Atoi(d.data.first(d.data.article.get("wordCount"))); err == nil {
		return n
	}
	n := 0
	for _, s := range d.data.body() {
		n += wordsIn(s)
	}
	return n
}

// wordsIn returns the number of words of s.
func wordsIn(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// again reads a page whose text was found too short with the plain extractor, and
// returns what that finds if it is much more, and not more than the page says.
func (d *describer) again(source string, p *Page, most int) string {
	doc := parse(source)
	prepare(doc)
	text := join(d.withStandfirst(d.extract(plainExtractor{}, doc, p), p))
	if n := wordsIn(text); n*2 > wordsIn(p.Text)*3 && n*4 <= most*5 {
		return text
	}
	return p.Text
}

// extract returns the paragraphs that an extractor finds, tidied.
func (d *describer) extract(x extractor, doc *html.Node, p *Page) []paragraph {
	n := x.extract(doc)
	if n == nil {
		return nil
	}
	return tidy(flow(n), d, p)
}

// length returns the sum of the lengths of paragraphs in bytes.
func length(ps []paragraph) int {
	n := 0
	for i := range ps {
		n += len(ps[i].text)
	}
	return n
}

// plainExtractor takes the innermost element that holds most of the running
// text of the page. Its time is linear.
type plainExtractor struct{}

func (plainExtractor) extract(doc *html.Node) *html.Node {
	s := make(survey)
	all := s.look(doc, false)
	if all.text == 0 {
		return nil
	}
	n := doc
	for {
		var most *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && c.DataAtom != atom.P && (most == nil || s[c].prose > s[most].prose) {
				most = c
			}
		}
		if most == nil || s[most].prose*4 < all.prose*3 || s[most].prose == 0 {
			break
		}
		n = most
	}
	// What is mostly links is not of the text.
	for c := n.FirstChild; c != nil; {
		following := next(n, c, false)
		if m := s[c]; c.Type == html.ElementNode && c.DataAtom != atom.A && !inline(c.DataAtom) && m.text > 0 && m.linked*2 > m.text {
			following = next(n, c, true)
			remove(c)
		}
		c = following
	}
	return n
}

// compare weighs the text found against the one that the page's JSON-LD gives.
// That counts where the page itself has hardly any, since a script is to put it
// there; where the two are one text, paragraphs at either end that it does not
// have are left out; where it goes on behind the one of the page, it counts too.
func (d *describer) compare(ps []paragraph) []paragraph {
	own := d.data.body()
	if len(own) == 0 {
		return ps
	}
	has := make(map[string]bool)
	size := 0
	for _, s := range own {
		size += len(s)
		for g := range wordGroups(s) {
			has[g] = true
		}
	}
	if n := length(ps); n < leastText && size > 2*n {
		return paragraphsFrom(own)
	}
	// The share of the groups of each paragraph that are in the body given.
	known, groups, first, last := 0, 0, -1, -1
	for i := range ps {
		n, k := 0, 0
		for g := range wordGroups(ps[i].text) {
			n++
			if has[g] {
				k++
			}
		}
		groups, known = groups+n, known+k
		if n > 0 && k*2 > n {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	// A page that shows only the beginning.
	const more = 1.25
	if known*5 >= groups*4 && float64(len(has)) > more*float64(groups) && float64(size) > more*float64(length(ps)) {
		return paragraphsFrom(own)
	}
	// A body given that is cut short, as for readers who have not paid, has
	// few of the groups; one that is longer has others.
	if first < 0 || known*5 < groups*4 || known*5 < len(has)*4 {
		return ps
	}
	// A summary in points before the text is the article's own.
	for first > 0 && ps[first-1].item && ps[first-1].linked == 0 && len(ps[first-1].text) >= shortestProse {
		first--
	}
	return ps[first : last+1]
}

func paragraphsFrom(texts []string) []paragraph {
	ps := make([]paragraph, len(texts))
	for i, s := range texts {
		ps[i].text = s
	}
	return ps
}

// wordGroups yields each three words in a row of s.
func wordGroups(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for i := 0; i+3 <= len(words); i++ {
			if !yield(strings.Join(words[i:i+3], " ")) {
				return
			}
		}
	}
}

// body returns the paragraphs of the article as JSON-LD has it.
func (d *linkedData) body() []string {
	v := d.article
	if articleRank(v) < 2 {
		return nil
	}
	for _, key := range [...]string{"articleBody", "text"} {
		b := v.get(key)
		if b.kind != text || len(b.text) < leastText {
			continue
		}
		s := b.text
		if strings.Contains(s, "&lt;p") || strings.Contains(s, "&amp;") || strings.Contains(s, "&quot;") || strings.Contains(s, "&#") || strings.Contains(s, "&nbsp;") {
			s = html.UnescapeString(s)
		}
		return paragraphsOf(s)
	}
	return nil
}
