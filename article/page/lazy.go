package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fillLazy puts into elements that are empty the paragraphs that an attribute of theirs holds as HTML, until a script is to put
// them there as the reader comes near: <div class="lazy" data-content="&lt;p&gt;...">. What stands in the page already is left out.
func fillLazy(doc *html.Node) {
	for n := doc; n != nil; n = next(doc, n, false) {
		if n.DataAtom != atom.Div && n.DataAtom != atom.Section {
			continue
		}
		for i := range n.Attr {
			a := &n.Attr[i]
			if len(a.Val) < leastText || !strings.HasPrefix(a.Key, "data-") || !holdsLazily(a.Key) || strings.Count(a.Val, "<p") < 2 || textOf(n, 1) != "" {
				continue
			}
			nodes, err := html.ParseFragment(strings.NewReader(a.Val), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
			if err != nil || shownAlready(doc, nodes) {
				continue
			}
			for _, c := range nodes {
				n.AppendChild(c)
			}
			break
		}
	}
}

// holdsLazily reports whether an attribute of this name may hold a part of the text.
func holdsLazily(key string) bool {
	return containsAny(key, []string{"content", "html", "body", "lazy", "text"}) && !containsAny(key, []string{"tooltip", "popover", "caption", "title", "modal", "embed", "share"})
}

// shownAlready reports whether the first long paragraph of some nodes stands in the page.
func shownAlready(doc *html.Node, nodes []*html.Node) bool {
	const most = 1 << 20 // bytes
	for _, n := range nodes {
		if s := textOf(n, shortestProse); n.DataAtom == atom.P && len(s) >= shortestProse {
			return strings.Contains(textOf(doc, most), strings.ToValidUTF8(s[:shortestProse], ""))
		}
	}
	return true // there is none
}
