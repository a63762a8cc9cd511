package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// appendProp appends what microdata says of n.
// https://html.spec.whatwg.org/multipage/microdata.html
func appendProp(props []prop, n *html.Node) []prop {
	name := attr(n, "itemprop")
	if name == "" || len(props) >= mostProps {
		return props
	}
	p := prop{name: name}
	switch {
	case hasAttr(n, "content"):
		p.value = attr(n, "content")
	case attr(n, "datetime") != "":
		p.value = attr(n, "datetime")
	case n.DataAtom == atom.A || n.DataAtom == atom.Link:
		if p.value = attr(n, "href"); n.DataAtom == atom.A && name != "url" && name != "mainEntityOfPage" {
			p.value = textOf(n, 300)
		}
	case saysNothing(name, n):
	default:
		p.value = textOf(n, 300)
	}
	p.types, p.article = itemTypes(n), articleItem(n)
	for a, k := n.Parent, 0; a != nil && k < len(p.types) && p.scope == ""; a = a.Parent {
		if attr(a, "itemtype") != "" {
			k++
			p.scope = attr(a, "itemprop")
		}
	}
	return append(props, p)
}

// saysNothing reports whether the text of a property is long, and not needed, or a label and the name that is another property.
func saysNothing(name string, n *html.Node) bool {
	return name == articleBody || name == "author" && namesWithin(n)
}

// namesWithin reports whether n is an item whose name is told within it, as Joomla has it: "Written by:" and a name.
func namesWithin(n *html.Node) bool {
	if !hasAttr(n, "itemscope") {
		return false
	}
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if attr(c, "itemprop") == "name" {
			return true
		}
	}
	return false
}

// articleBody is the property of microdata that holds the text of an article.
const articleBody = "articleBody"

// articleItem returns the nearest item around n that is an article, nil if there is none.
func articleItem(n *html.Node) *html.Node {
	for a := n.Parent; a != nil; a = a.Parent {
		if t := attr(a, "itemtype"); t != "" && isArticleItem([]string{t[strings.LastIndexByte(t, '/')+1:]}) {
			return a
		}
	}
	return nil
}

// ofThisArticle leaves out of props, where several items of the page are articles, those of the others: the piece is the one
// that holds a text, else the one that is called like the page. Those of items around it stay.
func (f *facts) ofThisArticle() {
	var first, main *html.Node
	several := false
	for i := range f.props {
		p := &f.props[i]
		if p.article == nil {
			continue
		}
		if first == nil {
			first = p.article
		}
		several = several || p.article != first
		if p.name == articleBody || main == nil && p.name == "headline" && f.titled != "" && sameTitle(clean(p.value), f.titled) {
			main = p.article
		}
	}
	if !several || main == nil {
		return
	}
	f.props = slices.DeleteFunc(f.props, func(p prop) bool { return p.article != nil && p.article != main && !isWithin(main, p.article) })
}

// isWithin reports whether outer is around n.
func isWithin(n, outer *html.Node) bool {
	for a := n.Parent; a != nil; a = a.Parent {
		if a == outer {
			return true
		}
	}
	return false
}

// itemTypes returns the types of the items around n, from within, at most four.
func itemTypes(n *html.Node) (types []string) {
	for a := n.Parent; a != nil && len(types) < 4; a = a.Parent {
		if t := attr(a, "itemtype"); t != "" {
			types = append(types, t[strings.LastIndexByte(t, '/')+1:])
		}
	}
	return types
}
