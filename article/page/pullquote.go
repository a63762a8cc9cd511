package page

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/lang/word"
)

// Bounds of a sentence that is set again in large letters.
const (
	longestPull  = 400 // bytes, with whose words they are
	fewestPulled = 4   // groups of three words
	leastPulled  = 75  // of 100 groups, where the element is named so: who lifts a sentence out shortens it
	mostPulls    = 24
)

// dropPulled takes out of a page the sentences that are lifted out of its text to be set again in large letters, mostly with whose they
// are: the quotation would count twice, once without its speaker. One that the text does not have stays.
func dropPulled(doc *html.Node) {
	pulls, named := pullsIn(doc)
	if len(pulls) == 0 {
		return
	}
	without, wanted := make(map[*html.Node]bool, len(pulls)), make(map[uint64]bool)
	groups := make([][]uint64, len(pulls))
	for i, n := range pulls {
		without[n] = true
		if text := pulledText(n); !tellsSpeaker(text) {
			groups[i] = slices.Collect(hashedGroups(text))
		}
		if len(groups[i]) < fewestPulled {
			groups[i] = nil
		}
		for _, g := range groups[i] {
			wanted[g] = false
		}
	}
	if len(wanted) == 0 {
		return // as most elements that are named so: they hold a label, or a paragraph with its speaker
	}
	for s := range textOutside(doc, without) {
		for g := range hashedGroups(s) {
			if _, ok := wanted[g]; ok {
				wanted[g] = true // it is found
			}
		}
	}
	for i, n := range pulls {
		known := 0
		for _, g := range groups[i] {
			if wanted[g] {
				known++
			}
		}
		if all := len(groups[i]); all > 0 && (known == all || named[i] && known*100 >= all*leastPulled) {
			remove(n)
		}
	}
}

// hashedGroups yields a hash of each three words of s that come one after the other, in capitals or not.
func hashedGroups(s string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		const odd = 0x9E3779B97F4A7C15
		words := word.Words(nil, s)
		for i := 0; i+3 <= len(words); i++ {
			if !yield((words[i].Hash*odd+words[i+1].Hash)*odd + words[i+2].Hash) {
				return
			}
		}
	}
}

// tellsSpeaker reports whether a text has a quotation and words of its own before or behind it: it is a paragraph that an editor repeats,
// and says by itself whose the words are.
func tellsSpeaker(text string) bool {
	const marks = "“”„«»\"「」『』"
	text = strings.TrimSpace(text)
	first, last := strings.IndexAny(text, marks), strings.LastIndexAny(text, marks)
	if first < 0 || first == last {
		return false
	}
	_, size := utf8.DecodeRuneInString(text[last:])
	return first > 0 || strings.ContainsFunc(text[last+size:], unicode.IsLetter)
}

// pullsIn returns the elements that may hold such a sentence, none within another, and which of them are named so.
func pullsIn(doc *html.Node) (found []*html.Node, named []bool) {
	for n := doc; n != nil && len(found) < mostPulls; {
		within := neverText(n.DataAtom) || isHeading(n.DataAtom)
		if !within && n.Type == html.ElementNode && !inline(n.DataAtom) {
			class, component := attr(n, "class"), attr(n, "data-component")
			name := class+component != "" && pullNames().In(strings.ToLower(class+" "+component))
			if may := name || n.DataAtom == atom.Blockquote || n.DataAtom == atom.Aside; may && !isPost(n) {
				if size := len(textOf(n, longestPull+1)); size > 0 && size <= longestPull {
					found, named, within = append(found, n), append(named, name), true
				}
			}
		}
		n = next(doc, n, within)
	}
	return found, named
}

// pulledText returns the longest block of text in such an element, which is the sentence: beside it stands whose it is.
func pulledText(n *html.Node) string {
	longest := ""
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if !maySayAll(c.DataAtom) {
			continue
		}
		if s := textOf(c, longestPull); len(s) > len(longest) && !holds(c, atom.Cite) && !holds(c, atom.P) {
			longest = s
		}
	}
	if longest != "" {
		return longest
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.DataAtom != atom.Cite && c.DataAtom != atom.Footer && c.DataAtom != atom.Figcaption:
			b.WriteString(" " + textOf(c, longestPull))
		}
	}
	return b.String()
}

// maySayAll reports whether elements of this name may hold the sentence alone.
func maySayAll(a atom.Atom) bool {
	return a == atom.P || a == atom.Span || a == atom.Div || a == atom.Q || isHeading(a)
}

// pullNames are parts of the classes of such elements. They are those of whole quotations too.
var pullNames = phrases("pullquote", "pull-quote", "pull_quote", "pulled", "quote", "highlight", "callout", "exergue", "zitat", "citat", "citaat", "cytat", "citazione", "cita-", "cita_", "destaca", "destaque", "sumario", "entresacado", "intertit", "virgolettato", "tsitata", "vrezka", "kutipan", "alinti")
