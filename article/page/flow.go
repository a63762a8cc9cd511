package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A paragraph is one block of text.
type paragraph struct {
	text   string
	level  int  // of the heading that it stood in, 1 to 6; 0 for none
	item   bool // it was an item of a list or a cell of a table
	linked int  // how many of its bytes stand in links
	offer  bool // it stood in a part in which the site offers the rest of the text
}

// flow returns the paragraphs that n holds: each block element begins one and
// ends one, and so do two line breaks in a row; one line break is a line end
// within. All other white space becomes one space.
func flow(n *html.Node) []paragraph {
	var f flower
	f.node(n)
	f.end()
	return f.paragraphs
}

// A flower collects paragraphs.
type flower struct {
	b          strings.Builder
	space      bool // one is due before the next word
	breaks     int  // line breaks since the last word
	linked     int  // bytes of the paragraph that stand in links
	paragraphs []paragraph

	links, items int    // elements open
	offers       int    // likewise, those that are marked as offers
	level        int    // of the heading open
	rows         []bool // whether a row of data is the innermost of rows and tables open
}

// node adds what n holds. It recurses as deep as the page is nested, of which
// the parser allows 512 levels.
func (f *flower) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		f.text(n.Data)
		return
	case html.ElementNode:
	default:
		f.children(n)
		return
	}
	count, level := new(int), f.level
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Head, atom.Iframe, atom.Rt, atom.Rp:
		return
	case atom.Br:
		f.breaks++
		return
	case atom.A:
		count = &f.links
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		f.level = int(n.Data[1] - '0')
	case atom.Li, atom.Tr, atom.Dd, atom.Dt:
		count = &f.items
	}
	block := !inline(n.DataAtom)
	switch n.DataAtom {
	case atom.Tr, atom.Table:
		f.rows = append(f.rows, n.DataAtom == atom.Tr && isData(n))
		defer func() { f.rows = f.rows[:len(f.rows)-1] }()
	default:
		if block && len(f.rows) > 0 && f.rows[len(f.rows)-1] {
			// A row of a table is one line.
			f.space = true
			f.children(n)
			f.space = true
			return
		}
	}
	offered := 0
	if block {
		f.end()
		if len(n.Attr) > 0 && hasAttr(n, offerMark) {
			offered = 1
		}
	}
	*count++
	f.offers += offered
	f.children(n)
	if block {
		f.end()
	}
	f.offers -= offered
	*count--
	f.level = level
}

// isData reports whether a row of a table holds data rather than the layout of
// a page: several cells, none with much text.
func isData(tr *html.Node) bool {
	const longest = 300 // bytes
	cells := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells++
		}
	}
	return cells > 1 && len(textOf(tr, longest)) <= longest
}

func (f *flower) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.node(c)
	}
}

func (f *flower) text(s string) {
	if f.breaks > 0 {
		s = strings.TrimLeft(s, " \t\r\n\f\u00a0")
		if s == "" {
			return
		}
		switch {
		case f.breaks > 1:
			f.end()
		case f.b.Len() > 0:
			f.b.WriteByte('\n')
			f.space = false
		}
		f.breaks = 0
	}
	from := f.b.Len()
	f.space = appendText(&f.b, s, f.space)
	if f.links > 0 {
		f.linked += f.b.Len() - from
	}
}

// end ends the paragraph.
func (f *flower) end() {
	if f.b.Len() > 0 {
		f.paragraphs = append(f.paragraphs, paragraph{text: f.b.String(), level: f.level, item: f.items > 0, linked: f.linked, offer: f.offers > 0})
		f.b.Reset()
	}
	f.space, f.breaks, f.linked = false, 0, 0
}

// join writes paragraphs with a blank line between them.
func join(paragraphs []paragraph) string {
	n := 0
	for _, p := range paragraphs {
		n += len(p.text) + 2
	}
	var b strings.Builder
	b.Grow(n)
	for i, p := range paragraphs {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p.text)
	}
	return b.String()
}
