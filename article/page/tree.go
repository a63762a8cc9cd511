package page

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/lang/word"
)

// parse returns the tree of a page. It never fails: elements nested more than
// 512 deep, which the parser refuses, and mark-up that would make a tree far
// larger than the page are read flat, as a row of paragraphs. What readers wrote
// is left out, and the days of that with it.
func parse(s string) *html.Node {
	doc := parsed(withoutArchiveBar(s))
	if strings.Contains(s, "shadowroot") {
		openShadows(doc)
	}
	dropNamedThreads(doc)
	dropThreads(doc)
	tidyText(doc)
	return doc
}

// partKicker puts a space between the pieces of a heading that a style sheet sets below each other, so that their words do not grow
// together: a rubric and the headline, each in an element with a class of its own.
func partKicker(heading *html.Node) {
	for c := next(heading, heading, false); c != nil; c = next(heading, c, false) {
		if behind := c.NextSibling; behind != nil && isPiece(c) && isPiece(behind) && glued(c, behind) {
			c.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " "}, behind)
		}
	}
}

// isPiece reports whether n is a piece of a heading that a style sheet may set as a line of its own.
func isPiece(n *html.Node) bool {
	return (n.DataAtom == atom.Span || n.DataAtom == atom.Strong) && len(n.Attr) > 0
}

// glued reports whether a small letter or a figure ends the text of a, and a capital letter begins that of b: within a word none does.
func glued(a, b *html.Node) bool {
	const longest = 300 // bytes
	last, _ := utf8.DecodeLastRuneInString(textOf(a, longest))
	first, _ := utf8.DecodeRuneInString(textOf(b, longest))
	return (unicode.IsLower(last) || unicode.IsDigit(last)) && unicode.IsUpper(first)
}

// tidyText takes the characters out of the text of a page that show nothing, such as soft
// hyphens: a word that they part is one word. What the pieces of headings are it parts.
func tidyText(doc *html.Node) {
	for n := doc; n != nil; n = next(doc, n, false) {
		if n.Type == html.TextNode {
			n.Data = word.Visible(n.Data)
		} else if isHeading(n.DataAtom) {
			partKicker(n)
		}
	}
}

func parsed(s string) *html.Node {
	if !swells(s) {
		doc, err := parseThin(s)
		if err == nil {
			return doc
		}
	}
	doc, err := html.Parse(strings.NewReader(flatten(s)))
	if err == nil {
		return doc
	}
	return &html.Node{Type: html.DocumentNode}
}

// openShadows makes plain elements of the templates whose content browsers show, in which programs
// save what the scripts of a page have made: <template shadowrootmode="open">.
func openShadows(doc *html.Node) {
	for n := doc; n != nil; n = next(doc, n, false) {
		if n.DataAtom == atom.Template && (hasAttr(n, "shadowrootmode") || hasAttr(n, "shadowroot")) {
			plainly(n)
		}
	}
}

// withoutArchiveBar returns a page without what the Wayback Machine puts above it, which has days
// of its own.
func withoutArchiveBar(s string) string {
	const begin, end = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"
	i := strings.Index(s, begin)
	if i < 0 {
		return s
	}
	k := strings.Index(s[i:], end)
	if k < 0 {
		return s
	}
	return s[:i] + s[i+k+len(end):]
}

// mostSwelling bounds the elements that a page makes the parser add.
const mostSwelling = 500_000

// swells reports whether the parser might make a tree far larger than the page:
// it opens mark-up of a line that was not closed, such as <b>, anew in each
// block that follows.
func swells(s string) bool {
	open, sum := 0, 0
	for i := 0; i < len(s); i++ {
		k := strings.IndexByte(s[i:], '<')
		if k < 0 {
			return false
		}
		i += k + 1
		end := i < len(s) && s[i] == '/'
		if end {
			i++
		}
		j := i
		for j < len(s) && j < i+8 && (s[j]|0x20 >= 'a' && s[j]|0x20 <= 'z') {
			j++
		}
		switch {
		case !remade(s[i:j]):
		case end:
			open = max(0, open-1)
		default:
			open++
		}
		if open > 8 {
			sum += open
		}
		if sum > mostSwelling {
			return true
		}
	}
	return false
}

// remade reports whether the parser opens elements of this name anew.
// https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements
func remade(name string) bool {
	if len(name) > 6 {
		return false
	}
	switch strings.ToLower(name) {
	case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}

// flatten writes a page without the elements that nest: what is in the head,
// headings and the text in paragraphs remain.
func flatten(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	hidden := 0    // elements open whose text is none of the page's
	block := false // a block began or ended since the last text
	for {
		t := z.Next()
		switch t {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			text := z.Raw()
			if hidden > 0 || block && len(bytes.TrimSpace(text)) == 0 {
				continue
			}
			if block {
				b.WriteString("<p>")
				block = false
			}
			b.Write(text)
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			source := z.Raw()
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case flatKept(a):
				b.Write(source)
				block = false
			case a == atom.Style, a == atom.Noscript, a == atom.Template, a == atom.Svg, a == atom.Textarea:
				if t == html.StartTagToken {
					hidden++
				} else {
					hidden = max(0, hidden-1)
				}
			case !inline(a):
				block = true
			}
		}
	}
}

// flatKept reports whether flatten keeps elements of this name: those in which
// no others of theirs can be open.
func flatKept(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Head, atom.Title, atom.Meta, atom.Link, atom.Script, atom.Base, atom.Body, atom.P, atom.Br, atom.Time,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// inline reports whether elements of this name stand within a line of text.
func inline(a atom.Atom) bool {
	switch a {
	case 0, atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn,
		atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Q, atom.S, atom.Samp, atom.Small, atom.Span,
		atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Img, atom.Nobr, atom.Ruby, atom.Rb, atom.Rt:
		return true
	}
	return false
}

// attr returns the value of an attribute, empty if there is none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// next returns the node after n in the order of the page, within root. If skip
// is true, what n holds is passed over.
func next(root, n *html.Node, skip bool) *html.Node {
	if !skip && n.FirstChild != nil {
		return n.FirstChild
	}
	for n != nil && n != root {
		if n.NextSibling != nil {
			return n.NextSibling
		}
		n = n.Parent
	}
	return nil
}

// textOf returns the text that n holds, white space made one space, cut behind
// limit bytes.
func textOf(n *html.Node, limit int) string {
	var b strings.Builder
	space := false
	for c := n; c != nil; {
		skip := false
		switch c.Type {
		case html.TextNode:
			space = appendText(&b, c.Data, space)
		case html.ElementNode:
			switch c.DataAtom {
			case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Rt, atom.Rp:
				skip = true
			default:
				space = space || !inline(c.DataAtom)
			}
		}
		if b.Len() > limit {
			break
		}
		c = next(n, c, skip)
	}
	return b.String()
}

// appendText appends s with each run of white space as one space, none at the
// beginning of b; pending says that one is due. It returns whether one is due
// behind s.
func appendText(b *strings.Builder, s string, pending bool) bool {
	for len(s) > 0 {
		k := 0
		for k < len(s) && (!mayBeSpace[s[k]] || spaceAt(s, k) == 0) {
			k++
		}
		if k > 0 {
			if pending && b.Len() > 0 {
				b.WriteByte(' ')
			}
			pending = false
			b.WriteString(s[:k])
			s = s[k:]
		}
		for len(s) > 0 {
			n := spaceAt(s, 0)
			if n == 0 {
				break
			}
			s, pending = s[n:], true
		}
	}
	return pending
}

// mayBeSpace says of which bytes spaceAt may find white space to begin with them.
var mayBeSpace = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, '\f': true, '\v': true, 0xc2: true, 0xe2: true}

// spaceAt returns the length of the white space that begins at s[i], 0 if none
// does. A no-break space is white space.
func spaceAt(s string, i int) int {
	switch c := s[i]; c {
	case ' ', '\t', '\n', '\r', '\f', '\v':
		return 1
	case 0xc2:
		if strings.HasPrefix(s[i:], "\u00a0") || strings.HasPrefix(s[i:], "\u0085") {
			return 2
		}
	case 0xe2:
		if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
			return 3
		}
	}
	return 0
}

// clean returns s with each run of white space as one space, none at the ends.
func clean(s string) string {
	var b strings.Builder
	appendText(&b, s, false)
	return b.String()
}

// remove takes n out of its tree.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}
