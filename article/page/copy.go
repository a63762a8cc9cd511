package page

import (
	"iter"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropCopies takes out of a page what holds its text once more: for reading it aloud, for readers of the screen, for
// printing, for others to republish. Candidates are the elements that are hidden, named so, or show
// mark-up; one goes if nearly all groups of three of its words stand in the page outside of all of them.
func dropCopies(doc *html.Node) {
	candidates := copies(doc)
	if len(candidates) == 0 {
		return
	}
	without := make(map[*html.Node]bool, len(candidates))
	for _, c := range candidates {
		without[c] = true
	}
	has := groupsOutside(doc, without)
	for _, c := range candidates {
		groups, known := 0, 0
		for g := range wordGroups(textOf(c, longestCopied)) {
			if groups++; has[g] {
				known++
			}
		}
		if groups > 0 && known*100 >= groups*leastCopied {
			remove(c)
		}
	}
}

// groupsOutside returns the groups of three words in the blocks of text of a page, but for those in some of
// its elements.
func groupsOutside(doc *html.Node, without map[*html.Node]bool) map[string]bool {
	has := make(map[string]bool)
	for s := range textOutside(doc, without) {
		for g := range wordGroups(s) {
			has[g] = true
		}
	}
	return has
}

// textOutside yields the blocks of text of a page, but for those in some of its elements.
func textOutside(doc *html.Node, without map[*html.Node]bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for n := doc; n != nil; {
			s, skip := "", without[n] || neverText(n.DataAtom)
			switch {
			case skip:
			case n.Type == html.TextNode && len(n.Data) >= shortestProse:
				s = n.Data
			case n.Type == html.ElementNode && isTextBlock(n.DataAtom):
				s, skip = textOf(n, longestCopied), true
			}
			if s != "" && !yield(s) {
				return
			}
			n = next(doc, n, skip)
		}
	}
}

// Bounds of a copy of the text.
const (
	shortestCopy  = 300       // bytes of running text
	longestCopied = 256 << 10 // bytes of an element that are looked at
	mostCopies    = 8
	leastCopied   = 80 // of 100 groups of its words that stand in the page: in one paragraph those between two others do not
)

// copies returns the elements of a page that may hold its text once more, none within another.
func copies(doc *html.Node) (found []*html.Node) {
	for n := doc; n != nil && len(found) < mostCopies; {
		within := neverText(n.DataAtom)
		if !within && n.Type == html.ElementNode && mayCopy(n) && proseIn(n) >= shortestCopy {
			found = append(found, n)
			within = true
		}
		n = next(doc, n, within)
	}
	return found
}

// proseIn returns the length in bytes of the running text in n, or enough of it.
func proseIn(n *html.Node) (size int) {
	for c := n; c != nil && size < shortestCopy; c = next(n, c, neverText(c.DataAtom)) {
		if c.Type == html.TextNode && len(c.Data) >= shortestProse {
			size += lengthOf(c.Data)
		}
	}
	return size
}

// mayCopy reports whether an element is hidden, named as one that holds the text for another use, or
// made to show mark-up.
func mayCopy(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Head:
		return false
	case atom.Pre, atom.Code, atom.Xmp:
		return strings.Contains(strings.ToLower(textOf(n, shortestCopy)), "<p")
	}
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if style := strings.ReplaceAll(a.Val, " ", ""); strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || strings.Contains(style, "left:-") {
				return true
			}
		case "class", "id":
			if hidingClass(a.Val) || len(a.Val) < 400 && copyNames().In(a.Val) {
				return true
			}
		}
	}
	return false
}

// copyNames are parts of the classes and ids of elements that hold a text for another use.
var copyNames = phrases(
	"tts", "aloud", "speech", "speak", "readspeaker", "voice", "listen", "audio", "vorles", "anhören", "anhoer", "hoeren", "ecouter", "écouter", "lecture", "escuchar", "ouvir", "ascolta", "luister", "lyssna", "lytt", "posluchaj",
	"sr-only", "sronly", "screen-reader", "screenreader", "visually-hidden", "visuallyhidden", "offscreen", "off-screen", "assistive", "a11y",
	"republish", "repost", "reprint", "syndicat", "embed-code", "copy-code", "print", "plaintext", "plain-text", "is-hidden", "d-none", "u-hidden", "invisible", "amp-text",
)
