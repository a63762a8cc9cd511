package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shortestRun is the length in bytes of the shortest text outside of paragraphs
// that is made one.
const shortestRun = 80

// wrapRuns makes paragraphs of text that stands in the page without any, as on
// pages that part their paragraphs by line breaks: of each run of text and
// elements of a line, between blocks or two line breaks, that is long and not
// mostly links.
func wrapRuns(doc *html.Node, s survey) {
	for n := doc; n != nil; {
		if n.Type == html.ElementNode {
			switch n.DataAtom {
			case atom.Div, atom.Td, atom.Section, atom.Article, atom.Main, atom.Body, atom.Center, atom.Form, atom.Blockquote:
				wrapRunsOf(n, s)
			case atom.P:
				splitBreaks(n)
			}
		}
		n = next(doc, n, false)
	}
}

// wrapRunsOf wraps the runs among the children of n.
func wrapRunsOf(n *html.Node, s survey) {
	if n.DataAtom == atom.Blockquote && isPost(n) {
		return
	}
	var first *html.Node // of the run
	breaks := 0
	for c := n.FirstChild; ; c = c.NextSibling {
		switch {
		case c == nil:
			wrap(n, first, s, nil)
			return
		case c.Type == html.CommentNode:
		case c.Type == html.TextNode:
			if !flat(c.Data) {
				if first == nil {
					first = c
				}
				breaks = 0
			}
		case c.Type == html.ElementNode && c.DataAtom == atom.Br:
			if breaks++; breaks == 2 {
				wrap(n, first, s, c)
				first = nil
			}
		case c.Type == html.ElementNode && inline(c.DataAtom) && c.DataAtom != 0 && !s[c].blocks:
			if first == nil {
				first = c
			}
			if c.FirstChild != nil {
				breaks = 0
			}
		default:
			wrap(n, first, s, c)
			first, breaks = nil, 0
		}
	}
}

// wrap puts the children of n from first to before end into a paragraph, if
// they are text that deserves it.
func wrap(n, first *html.Node, s survey, end *html.Node) {
	if first == nil {
		return
	}
	linked, all := 0, 0
	for c := first; c != end; c = c.NextSibling {
		if c.Type == html.TextNode {
			all += lengthOf(c.Data)
		} else {
			linked, all = linked+s[c].linked, all+s[c].text
		}
	}
	if linked*2 > all || all < shortestRun && !s.goesOn(n, first, end) {
		return
	}
	p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
	n.InsertBefore(p, first)
	for c := first; c != end; {
		following := c.NextSibling
		n.RemoveChild(c)
		p.AppendChild(c)
		c = following
	}
}

// goesOn reports whether the children of n from first to before end, which are a short run, are a sentence that goes on with running
// text: with a run before it in the same element, or in an element of the same class beside it, or of none.
func (s survey) goesOn(n, first, end *html.Node) bool {
	const shortest = 2 // words
	var b strings.Builder
	for c := first; c != end; c = c.NextSibling {
		b.WriteString(textOf(c, shortestRun))
	}
	text := strings.TrimSpace(b.String())
	if !endsSentence(text) || wordsIn(text) < shortest && 2*utf8.RuneCountInString(text) > len(text) {
		return false
	}
	if isRun(first.PrevSibling) {
		return true
	}
	class := attr(n, "class")
	if class == "" && len(n.Attr) > 0 || first != n.FirstChild && first.PrevSibling != nil && !flatNode(first.PrevSibling) {
		return false
	}
	for c, i := n.PrevSibling, 0; c != nil && i < farthest; c, i = c.PrevSibling, i+1 {
		if c.DataAtom == n.DataAtom && attr(c, "class") == class {
			return isRun(c.LastChild)
		}
	}
	return false
}

// isRun reports whether the last node up to n that is more than a line break or white space is a paragraph of running text.
func isRun(n *html.Node) bool {
	for i := 0; n != nil && i < farthest && (flatNode(n) || n.DataAtom == atom.Br); i++ {
		n = n.PrevSibling
	}
	return n != nil && n.DataAtom == atom.P && len(textOf(n, shortestProse)) >= shortestProse
}

// flatNode reports whether a node is white space or a comment.
func flatNode(n *html.Node) bool {
	return n.Type == html.CommentNode || n.Type == html.TextNode && flat(n.Data)
}

// wrapAmong makes paragraphs of runs of text that stand bare between paragraphs, as where an editor has made the first of a text,
// or those around a picture, without an element: among the children of each element that has two paragraphs of running text.
func wrapAmong(root *html.Node, s survey) {
	const least = 2
	for n := root; n != nil; n = next(root, n, false) {
		switch n.DataAtom {
		case atom.Div, atom.Section, atom.Article, atom.Main:
		default:
			continue
		}
		paragraphs, bare := 0, false
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.P && s[c].prose > 0 {
				paragraphs++
			}
			bare = bare || c.Type == html.TextNode && len(c.Data) >= shortestProse
		}
		if bare && paragraphs >= least {
			wrapRunsOf(n, s)
		}
	}
}

// splitBreaks parts a paragraph where two line breaks stand in it: what comes
// before them moves to a paragraph of its own.
func splitBreaks(p *html.Node) {
	breaks := 0
	for c := p.FirstChild; c != nil; {
		following := c.NextSibling
		switch {
		case c.Type == html.ElementNode && c.DataAtom == atom.Br:
			if breaks++; breaks == 2 && p.Parent != nil {
				q := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
				p.Parent.InsertBefore(q, p)
				for d := p.FirstChild; d != following; d = p.FirstChild {
					p.RemoveChild(d)
					q.AppendChild(d)
				}
				breaks = 0
			}
		case c.Type == html.TextNode && flat(c.Data), c.Type == html.CommentNode:
		default:
			breaks = 0
		}
		c = following
	}
}

// flat reports whether s is white space.
func flat(s string) bool {
	for i := 0; i < len(s); {
		n := spaceAt(s, i)
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}
