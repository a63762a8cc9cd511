package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A measure is what is known of an element before anything is taken out of the
// page. Bytes are those of text with its white space made one space.
type measure struct {
	text   int // bytes in all
	linked int // bytes in links
	links  int // links with text
	prose  int // bytes in paragraphs that are long enough to be running text
	blocks bool
	// headed says that a heading of level 2 to 6 is a link or holds one.
	headed bool
	title  bool // there is a heading of level 1

	entries int // bytes in paragraphs of running text that stand in articles within it
}

// shortestProse is the length in bytes of the shortest paragraph that is taken
// for running text.
const shortestProse = 60

// A survey holds the measures of the elements of a page.
type survey map[*html.Node]measure

// look measures n and all that it holds, once each. It recurses as deep as the
// page is nested, of which the parser allows 512 levels.
func (s survey) look(n *html.Node, linked bool) measure {
	var m measure
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			m.text += lengthOf(c.Data)
		case html.ElementNode:
			if neverText(c.DataAtom) {
				continue
			}
			k := s.look(c, linked || c.DataAtom == atom.A)
			m.text += k.text
			m.linked += k.linked
			m.links += k.links
			m.prose += k.prose
			if c.DataAtom == atom.Article {
				m.entries += k.prose
			} else {
				m.entries += k.entries
			}
			m.blocks = m.blocks || k.blocks || !inline(c.DataAtom) && c.DataAtom != atom.Br
			m.headed = m.headed || k.headed
			m.title = m.title || k.title
		}
	}
	switch n.DataAtom {
	case atom.A:
		m.linked = m.text
		m.links = 0
		if m.text > 0 {
			m.links = 1
		}
	case atom.P:
		if m.prose == 0 && m.text >= shortestProse {
			m.prose = m.text
		}
	case atom.H1:
		m.title = true
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		m.headed = m.links > 0 || linked && m.text > 0
	}
	s[n] = m
	return m
}

// lengthOf returns the length in bytes of s with each run of white space as one
// byte, none at the ends.
func lengthOf(s string) int {
	n, space := 0, false
	for i := 0; i < len(s); {
		if k := spaceAt(s, i); k > 0 {
			space = n > 0
			i += k
			continue
		}
		if space {
			n, space = n+1, false
		}
		begin := i
		for i++; i < len(s) && !mayBeSpace[s[i]]; {
			i++
		}
		n += i - begin
	}
	return n
}
