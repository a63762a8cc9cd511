package page

import (
	"math"
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
// there is none. shown is the same with what the site says to its readers before
// and behind it, which tells walls.
func body(doc *html.Node, d *describer, p *Page) (text, shown string) {
	prepare(doc)
	live, whole := isType(d.data.article, "LiveBlogPosting"), doc
	if live {
		whole = cloned(doc)
	}
	ps := d.extract(namedExtractor{}, doc, p)
	// Of a live blog, the element named as the text may be one entry.
	if n := length(ps); n < leastText || live {
		if other := d.extract(plainExtractor{}, whole, p); length(other)*10 > n*11 {
			ps = other
		}
	}
	ps = d.compare(ps)
	if n := length(ps); live && n < leastText { // a script is to put the entries there
		if own := d.data.updates(); length(own) > 2*n {
			ps = own
		}
	}
	if length(ps) < leastLetters {
		return "", ""
	}
	ps = withoutOwnRights(ps, p.Outlet.Value)
	ps = withoutOffers(ps) // behind which the text goes on, so that they are no wall
	text = join(d.withStandfirst(withoutPrompts(ps), p))
	return text, join(d.withStandfirst(ps, p))
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
func wordsIn(s string) int { return wordsUpTo(s, math.MaxInt) }

// again reads a page whose text was found too short with the plain extractor, and
// returns what that finds if it is much more, and not more than the page says.
func (d *describer) again(source string, p *Page, most int) string {
	doc := parse(source)
	prepare(doc)
	text := join(d.withStandfirst(withoutPrompts(withoutOffers(d.extract(plainExtractor{}, doc, p))), p))
	if n := wordsIn(text); n*2 > wordsIn(p.Text)*3 && n*4 <= most*5 {
		return text
	}
	return p.Text
}

// extract returns the paragraphs of the element that x takes for the main text, tidied; none if
// it finds none.
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
	dropAround(n, s)
	return n
}

// dropAround takes out of n what is mostly links, which is not of the text, and what is there to be pressed.
func dropAround(n *html.Node, s survey) {
	for c := n.FirstChild; c != nil; {
		following := next(n, c, false)
		m := s[c]
		if c.DataAtom == atom.Button && isControl(c, m) {
			following = next(n, c, true)
			remove(c)
		} else if c.Type == html.ElementNode && c.DataAtom != atom.A && !inline(c.DataAtom) && m.text > 0 && m.linked*2 > m.text {
			following = next(n, c, true)
			remove(c)
		}
		c = following
	}
}

// isControl reports whether a button does something with the page, as those above a live blog that sort its entries. A
// question is what unfolds its answer, and a whole line of text is one that somebody made a button of.
func isControl(n *html.Node, m measure) bool {
	const longest = 60 // bytes
	return m.text > 0 && m.text <= longest && !endsSentence(textOf(n, longest))
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
	a := agree(ps, own)
	n := length(ps)
	if n < leastText && a.size > 2*n {
		return paragraphsFrom(own)
	}
	const more = 1.25 // of a body that goes on behind what the page shows
	if a.known*5 >= a.groups*4 && float64(a.given) > more*float64(a.groups) && float64(a.size) > more*float64(n) {
		return goneOn(ps, own)
	}
	// A body given that is cut short, as for readers who have not paid, has
	// few of the groups; one that is longer has others.
	if a.first < 0 || a.known*5 < a.groups*4 || a.known*5 < a.given*4 {
		return ps
	}
	// A summary in points before the text is the article's own.
	for a.first > 0 && ps[a.first-1].item && ps[a.first-1].linked == 0 && len(ps[a.first-1].text) >= shortestProse {
		a.first--
	}
	return ps[a.first : a.last+1]
}

// agreement says how much of the text found the body given has, in groups of
// three words.
type agreement struct {
	size, given   int // of the body: bytes, groups
	groups, known int // of the text: all, and those that the body has
	first, last   int // paragraphs that it mostly has; -1 if none
}

// agree says how far the paragraphs of a page are the text that it declares.
func agree(ps []paragraph, own []string) agreement {
	a := agreement{first: -1, last: -1}
	has := make(map[string]bool)
	for _, s := range own {
		a.size += len(s)
		for g := range wordGroups(s) {
			has[g] = true
		}
	}
	a.given = len(has)
	for i := range ps {
		n, k := 0, 0
		for g := range wordGroups(ps[i].text) {
			n++
			if has[g] {
				k++
			}
		}
		a.groups, a.known = a.groups+n, a.known+k
		if n == 0 || k*2 <= n {
			continue
		}
		if a.last = i; a.first < 0 {
			a.first = i
		}
	}
	return a
}

// goneOn returns the body given where it goes on behind the text found: its own
// paragraphs, or, if it has none, those of the text with the rest of it.
func goneOn(ps []paragraph, own []string) []paragraph {
	const ending = 40 // bytes
	if len(own) > 1 || len(ps) < 2 {
		return paragraphsFrom(own)
	}
	last := ps[len(ps)-1].text
	end := last[max(0, len(last)-ending):]
	k := strings.LastIndex(own[0], end)
	if k < 0 {
		return paragraphsFrom(own)
	}
	if rest := clean(own[0][k+len(end):]); rest != "" {
		ps = append(ps, paragraph{text: rest})
	}
	return ps
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

// updates returns the paragraphs of the entries of a live blog as JSON-LD has them, each
// below its headline.
func (d *linkedData) updates() (ps []paragraph) {
	each(d.article.get("liveBlogUpdate"), func(u *value) {
		own := d.bodyOf(u, 1)
		if len(own) == 0 {
			return
		}
		if h := clean(unescape(u.get("headline").text)); h != "" && !strings.HasPrefix(own[0], h) {
			ps = append(ps, paragraph{text: h, level: 3})
		}
		ps = append(ps, paragraphsFrom(own)...)
	})
	return ps
}

// body returns the paragraphs of the article as JSON-LD has it.
func (d *linkedData) body() []string {
	if articleRank(d.article) < 2 {
		return nil
	}
	return d.bodyOf(d.article, leastText)
}

// bodyOf returns the paragraphs of what JSON-LD describes, if they have so many bytes.
func (d *linkedData) bodyOf(v *value, least int) []string {
	for _, key := range [...]string{"articleBody", "text"} {
		b := v.get(key)
		if b.kind != text || len(b.text) < least {
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
