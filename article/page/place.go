package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// progress says how far a walk over a page has come.
type progress struct {
	heading int // headings seen that may be the headline
	text    int // bytes of text seen
	prose   int // bytes of running text seen
}

// pass takes a node of the walk into account. f says what the page is called.
func (g *progress) pass(n *html.Node, f *facts) {
	switch n.Type {
	case html.TextNode:
		size := len(strings.TrimSpace(n.Data))
		if size >= shortestProse {
			size = lengthOf(n.Data)
		}
		if g.text += size; size >= shortestProse {
			g.prose += size
		}
	case html.ElementNode:
		if n.DataAtom == atom.H1 && !leadsHome(n, textOf(n, 600)) || isHeading(n.DataAtom) && f.isCalled(n) {
			g.heading++
		}
	}
}

// isCalled reports whether a heading is what <meta> or <title> call the page.
func (f *facts) isCalled(n *html.Node) bool {
	const shortest, longest = 12, 600 // bytes
	h := textOf(n, longest)
	if len(h) < shortest {
		return false
	}
	if f.called == nil {
		og, _ := f.get("og:title", "twitter:title")
		f.called = []string{og, f.title}
	}
	if !sameTitle(h, f.called[0]) && !sameTitle(h, f.called[1]) && !strings.Contains(f.title, h) {
		return false
	}
	return !leadsHome(n, h) && !f.namesSite(h)
}

// namesSite reports whether a heading is the name of the site, and <title> says more than that.
func (f *facts) namesSite(h string) bool {
	site, _ := f.get("og:site_name")
	return sameTitle(h, site) && !sameTitle(h, f.title)
}

// A place says where an element stands beside the headline.
type place uint8

const (
	aboveHeadline place = iota // far above, as mastheads do
	nearHeadline               // right above it, or below it before much of the running text
	belowHeadline              // below that
)

// Bounds of what is near the headline, in bytes: of any text before it, and of
// running text behind it, since a standfirst may come before the date.
const (
	mostAbove = 100
	mostBelow = 600
)

// placeOf returns where an element stands that the walk met at g.
func (f *facts) placeOf(g progress) place {
	switch {
	case g.heading < f.headline.heading:
		if f.headline.text-g.text > mostAbove {
			return aboveHeadline
		}
		return nearHeadline
	case g.prose-f.headline.prose > mostBelow:
		return belowHeadline
	}
	return nearHeadline
}

// lineAround returns the text of the line that n stands in, before n and behind
// it: up to the next blocks or line breaks, each cut behind some hundred bytes.
func lineAround(n *html.Node) (before, behind string) {
	endsBefore, endsBehind := false, false // at a block or a line break
	for {
		if !endsBefore {
			before, endsBefore = lineBefore(n, before)
		}
		if !endsBehind {
			behind, endsBehind = lineBehind(n, behind)
		}
		up := n.Parent
		if up == nil || up.Type != html.ElementNode || !inline(up.DataAtom) || len(textOf(up, 2*longestDated)) > 2*longestDated {
			return before, behind
		}
		n = up
	}
}

// farthestInLine is how many siblings of a node are looked at on each side for the text of its line.
const farthestInLine = 40

// lineBefore puts the text of the siblings before n that are of its line before that of the line read
// so far. ends reports whether the line begins there, at a block or a line break.
func lineBefore(n *html.Node, read string) (text string, ends bool) {
	text = read
	for c, i := n.PrevSibling, 0; c != nil && i < farthestInLine && len(text) <= longestDated; c, i = c.PrevSibling, i+1 {
		if !inLine(c) {
			return text, true
		}
		text = textOf(c, longestDated) + " " + text
	}
	return text, false
}

// lineBehind is lineBefore for what stands behind n, up to where the line ends.
func lineBehind(n *html.Node, read string) (text string, ends bool) {
	text = read
	for c, i := n.NextSibling, 0; c != nil && i < farthestInLine && len(text) <= longestDated; c, i = c.NextSibling, i+1 {
		if !inLine(c) {
			return text, true
		}
		text += " " + textOf(c, longestDated)
	}
	return text, false
}

// labelAbove returns the short line right before that of n, lower case, as
// <dt>Published</dt><dd>5 March 2024</dd> has it; empty if there is none.
func labelAbove(n *html.Node) string {
	const longest, farthest = 30, 6 // bytes; nodes
	for n.Parent != nil && n.Parent.Type == html.ElementNode && inline(n.DataAtom) && textOf(n.Parent, longestDated) == textOf(n, longestDated) {
		n = n.Parent
	}
	for c, i := n.PrevSibling, 0; c != nil && i < farthest; c, i = c.PrevSibling, i+1 {
		if s := textOf(c, longest+1); s != "" {
			if len(s) > longest || isHeading(c.DataAtom) && c.DataAtom != atom.H4 && c.DataAtom != atom.H5 && c.DataAtom != atom.H6 {
				return ""
			}
			return strings.ToLower(s)
		}
	}
	return ""
}

// inLine reports whether n is a piece of a line of text.
func inLine(n *html.Node) bool {
	switch n.Type {
	case html.TextNode, html.CommentNode:
		return true
	case html.ElementNode:
		return inline(n.DataAtom) && n.DataAtom != 0
	}
	return false
}
