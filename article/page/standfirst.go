package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds of the standfirst, the lines between headline and text that sum the
// piece up, in bytes; and how many blocks may make it up.
const (
	shortestStandfirst = 24
	longestStandfirst  = 900
	mostStandfirsts    = 6
)

// stand keeps the block around or at n, which the walk met at a place beside the
// headline, if it is a standfirst: if it begins as the page describes itself, is
// named as one, or is a heading right below the headline.
func (f *facts) stand(n *html.Node, at progress) {
	if len(f.standfirsts) >= mostStandfirsts || !f.besideHeadline(at) {
		return
	}
	block := n
	switch n.Type {
	case html.TextNode:
		if len(n.Data) < shortestStandfirst || !f.describes(n.Data) {
			return
		}
		block = lineOf(n)
	case html.ElementNode:
		if !declared(n) && (!holdsStandfirst(n) && !f.standsBelow(n, at) && !f.describedBelow(n, at) || f.besideOthers(n)) {
			return
		}
	default:
		return
	}
	if ps := flow(block); ofStandfirst(block, length(ps)) {
		f.standfirsts = append(f.standfirsts, ps)
	}
}

// ofStandfirst reports whether a block whose text has size bytes may be a standfirst and nothing else.
func ofStandfirst(block *html.Node, size int) bool {
	return shortestStandfirst <= size && size <= longestStandfirst && block.DataAtom != atom.Body && !holds(block, atom.H1) && !holds(block, atom.Figure)
}

// declared reports whether microdata say of n that it describes the article it stands in, whatever it is
// named: as teasers are that stand above the text in the article itself.
func declared(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.P, atom.Section:
		return attr(n, "itemprop") == "description" && n.Parent != nil && !besideOthers(n.Parent, nil)
	}
	return false
}

// besideHeadline reports whether the walk is behind the headline and not far from it.
func (f *facts) besideHeadline(at progress) bool {
	return f.headline.heading > 0 && at.heading >= f.headline.heading && f.placeOf(at) == nearHeadline
}

// lineOf returns the block that a piece of text stands in, or what stands in a line
// if the block is longer or holds the headline.
func lineOf(n *html.Node) *html.Node {
	for n.Parent != nil && inline(n.Parent.DataAtom) && n.Parent.DataAtom != 0 {
		n = n.Parent
	}
	if p := n.Parent; p != nil && len(textOf(p, longestStandfirst)) <= longestStandfirst && !holds(p, atom.H1) {
		return p
	}
	return n
}

// describes reports whether s begins as the page describes itself in its <meta>.
func (f *facts) describes(s string) bool {
	for _, c := range f.descriptions {
		if beginAlike(s, c) {
			return true
		}
	}
	return false
}

// beginAlike reports whether a and b begin with the same letters and digits, some
// forty, or fewer if one of them ends there.
func beginAlike(a, b string) bool {
	const enough = 40
	for size := 0; size < enough; {
		var r, s rune
		r, a = nextLetter(a)
		s, b = nextLetter(b)
		if r == 0 || s == 0 {
			return size >= shortestStandfirst*3/4
		}
		if r != s {
			return false
		}
		size++
		if r >= 0x3000 { // a character of Chinese, Japanese or Korean is half a word
			size += 2
		}
	}
	return true
}

// holdsStandfirst reports whether class or id of n are those of standfirsts.
func holdsStandfirst(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Ul, atom.Span, atom.Strong, atom.B, atom.Em, atom.H2, atom.H3, atom.H4:
	default:
		return false
	}
	for _, key := range [...]string{"class", "id"} {
		if v := attr(n, key); v != "" && len(v) < 200 && standfirstName(v) {
			return true
		}
	}
	return false
}

// standsBelow reports whether a heading of lower level is the first thing of
// some length below the headline, in the same part of the page.
func (f *facts) standsBelow(n *html.Node, at progress) bool {
	const shortest = 40 // bytes
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4:
	default:
		return false
	}
	if !f.rightBelow(at) {
		return false
	}
	h := textOf(n, longestStandfirst)
	return len(h) >= shortest && !holds(n, atom.A) && n.Parent.DataAtom != atom.A && !f.isCalled(n)
}

// describedBelow reports whether n is a line or two named as the description of the piece, the first thing below the headline. Sites
// and pictures have descriptions too, which stand elsewhere.
func (f *facts) describedBelow(n *html.Node, at progress) bool {
	const shortest = 60 // bytes
	switch n.DataAtom {
	case atom.P, atom.Div, atom.H2, atom.H3:
	default:
		return false
	}
	if !f.rightBelow(at) {
		return false
	}
	named := false
	for w := range words(attr(n, "class")) {
		switch strings.ToLower(w) {
		case "description", "desc", "beschreibung", "descripcion", "descricao", "descrizione":
			named = true
		case "site", "page", "channel", "category", "product", "meta", "img", "image", "media", "company", "program", "show":
			return false
		}
	}
	s := textOf(n, longestStandfirst)
	return named && len(s) >= shortest && endsSentence(s)
}

// rightBelow reports whether the walk is right below the headline, where nothing was kept as standfirst yet.
func (f *facts) rightBelow(at progress) bool {
	const nearest = 160 // bytes
	return at.heading == f.headline.heading && at.text-f.headline.text <= nearest && len(f.standfirsts) == 0
}

// besideOthers reports whether n stands in a part of the page that is of other
// pieces, of a picture, or speaks to the reader. What is around the headline too is none, whatever it is called.
func (f *facts) besideOthers(n *html.Node) bool { return besideOthers(n, f.around) }

// besideOthers reports it of what is around n up to the first element of outer.
func besideOthers(n *html.Node, outer map[*html.Node]bool) bool {
	if elsewhere(scopeWithin(n, outer)) {
		return true
	}
	for depth := 0; depth < 3 && n != nil && !outer[n]; n, depth = n.Parent, depth+1 {
		names := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
		if elsewhere(names) || chromeName(names) || containsAny(names, notStandfirst) || isHidden(n) {
			return true
		}
	}
	return false
}

// standfirstName reports whether one of the words of a class or id names a
// standfirst.
func standfirstName(s string) bool {
	for w := range words(s) {
		switch strings.ToLower(w) {
		case "lead", "lede", "standfirst", "subtitle", "subheadline", "subheading", "subheader", "subhead", "deck", "dek", "preamble", "ingress", "intro", "introduction",
			"abstract", "summary", "excerpt", "vorspann", "anrisstext", "unterzeile", "entradilla", "bajada", "sumario", "sottotitolo", "occhiello", "sommario", "chapo", "chapeau",
			"sapo", "spot", "perex", "midtitle", "zajawka", "leadtext", "kurzfassung":
			return true
		}
	}
	return containsAny(strings.ToLower(s), []string{"sub-title", "sub_title", "sub-head", "mid_title"})
}

// notStandfirst are parts of the names of what stands beside a headline as well.
var notStandfirst = []string{"author", "byline", "caption", "photo", "video", "figure", "letter", "share", "social", "comment", "related", "promo", "subscribe", "sponsor", "paywall", "overlay", "signup", "sign-up", "sign-in", "premium", "register"}

// words yields the words of a class or id. They end where letters do, and before
// a capital letter.
func words(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		for i := 0; i <= len(s); i++ {
			if i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z') && !(i > start && s[i] < 'a' && s[i-1] >= 'a') {
				continue
			}
			if i > start && !yield(s[start:i]) {
				return
			}
			start = i
			if i < len(s) && !unicode.IsLetter(rune(s[i])) {
				start = i + 1
			}
		}
	}
}

// withStandfirst returns the paragraphs with those of the standfirst that they do
// not hold before them.
func (d *describer) withStandfirst(ps []paragraph, p *Page) []paragraph {
	if len(d.standfirsts) == 0 || len(ps) == 0 {
		return ps
	}
	const near = 32 << 10 // bytes in which a standfirst is told again, if it is
	var all strings.Builder
	for i := 0; i < len(ps) && all.Len() < near; i++ {
		all.WriteString(ps[i].text[:min(len(ps[i].text), near)])
		all.WriteByte('\n')
	}
	var missing []paragraph
	for _, q := range slices.Concat(d.standfirsts...) {
		if len(q.text) < shortestStandfirst || q.linked*2 > len(q.text) || d.isHeadline(q.text, p.Title.Value) || d.isSigned(q.text, p) {
			continue
		}
		if told(all.String(), q.text) || isPrompt(q.text) || isCaption(q.text) {
			continue
		}
		all.WriteString(q.text)
		all.WriteByte('\n')
		missing = append(missing, q)
	}
	return append(missing, ps...)
}

// told reports whether a text has most of s: of each three words in a row.
func told(text, s string) bool {
	words := strings.Fields(s)
	if len(words) < 3 {
		return strings.Contains(text, s)
	}
	known := 0
	for i := 0; i+3 <= len(words); i++ {
		if strings.Contains(text, strings.Join(words[i:i+3], " ")) {
			known++
		}
	}
	return known*2 > len(words)-2
}
