package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What is looked at behind the element that holds the text, for the line that says where the piece stood first.
const (
	mostBehind   = 12 // elements, at each level
	deepestBelow = 4  // levels, from the element upwards
)

// creditBelow finds what a line below a text has that says whose words and reports are in it.
var creditBelow = phrases(listed("credit-below")...)

// linesBelow returns the short elements behind n, the element of the main text, that say where the piece was
// first published or whose reports are in it: sites put them below the text, where their own boxes begin.
// Looked at is what stands in the same article.
func linesBelow(n *html.Node) (lines []*html.Node) {
	for range deepestBelow {
		if n.Parent == nil || n.DataAtom == atom.Article || n.DataAtom == atom.Main || n.DataAtom == atom.Body {
			return lines
		}
		looked := 0
		for c := n.NextSibling; c != nil && looked < mostBehind; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			looked++
			if asideOf(c) || elsewhere(strings.ToLower(attr(c, "class")+" "+attr(c, "id"))) {
				continue
			}
			if s := textOf(c, longestNotice); len(s) < longestNotice && (tellsSource(s) || creditBelow().In(strings.ToLower(s))) {
				lines = append(lines, c)
			}
		}
		n = n.Parent
	}
	return lines
}

// keepBelow moves lines behind what found holds.
func keepBelow(found *html.Node, lines []*html.Node) {
	for _, c := range lines {
		if c.Parent != nil {
			c.Parent.RemoveChild(c)
		}
		found.AppendChild(c)
	}
}
