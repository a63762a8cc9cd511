package reader

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article"
	webpage "wiretrace/article/page"
)

// isFullText reports whether an element of a feed, by its name with the prefix, holds the whole
// text: content:encoded, and what the portals that print feeds ask for, as yandex:full-text,
// rambler:fulltext and turbo:content.
func isFullText(name string) bool {
	_, local, prefixed := strings.Cut(name, ":")
	if !prefixed {
		local = name
	}
	switch local {
	case "full-text", "fulltext", "full_text":
		return true
	case "content":
		return !prefixed || name == "turbo:content"
	}
	return name == "content:encoded"
}

// feedText returns the text of an element that holds the whole of it. What else the element tells,
// since it holds a page, is taken where the entry does not tell it.
func (d *delivery) feedText(media, markup string) string {
	if media == "text" || media == "text/plain" {
		return strings.TrimSpace(markup)
	}
	v := withoutShortcodes(markup)
	if looksLikePage([]byte(v)) {
		if text := d.pageOfFeed(v); text != "" {
			return text
		}
	} else if hasControls(v) {
		if text := d.withoutControls(v); text != "" {
			return text
		}
	}
	return proseOf(withoutPlugins(v))
}

// pageOfFeed reads a whole page that an entry holds, as those of Instant Articles do:
//
//	<!doctype html><html lang="en" prefix="op: http://media.facebook.com/op#"><head>...</head><body><article>
//	<header><h1>Harbour stays open</h1><time class="op-published" datetime="2025-03-12T08:15:00Z">12 March</time><address><a>Ada Crane</a></address></header>
//	<p>The text.</p><figure class="op-ad">...</figure><footer>...</footer></article></body></html>
func (d *delivery) pageOfFeed(markup string) string {
	p := webpage.Read(markup, webpage.Options{URL: d.value[urlField]})
	if p.Wall != "" || p.Text == "" {
		return ""
	}
	const last = 40 // rank of what the entry itself says better
	d.plain(titleField, last, "page", p.Title.Value)
	d.plain(bylineField, last, "page", p.Byline.Value)
	d.plain(urlField, last, "page", p.URL.Value)
	if p.Published.Precision != article.NoTime && d.dateRank == 0 {
		d.date, d.dateRank = p.Published, last
	}
	if root, err := html.Parse(strings.NewReader(markup)); err == nil {
		d.plain(bylineField, last, "address", strings.Join(addressed(root), ", "))
	}
	if isInstant(markup) {
		return cmp.Or(d.withoutControls(markup), p.Text)
	}
	return p.Text
}

// isInstant reports whether an entry holds an Instant Article, which has all that is not its text in
// elements and classes of their own.
func isInstant(markup string) bool {
	return strings.Contains(markup, "op:markup") || strings.Contains(markup, "op-published") || strings.Contains(markup, "media.facebook.com/op#")
}

// addressed returns the writers of an Instant Article, each linked in an element <address>.
func addressed(root *html.Node) (names []string) {
	for n := range root.Descendants() {
		if n.DataAtom == atom.A && n.Parent.DataAtom == atom.Address {
			if name := oneLine(nodeText(n)); name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// hasControls reports whether the text of an entry may have a head, menus, buttons and advertisements
// around it, as pages for readers of Yandex and Facebook have.
func hasControls(v string) bool {
	return slices.ContainsFunc([]string{"<header", "<menu", "<footer", "<form", "<button", "data-block=", "data-turbo-", `"op-`}, func(mark string) bool { return strings.Contains(v, mark) })
}

// withoutControls returns the text of an entry without them, and takes the title from its head:
//
//	<header><h1>Harbour stays open</h1><figure>...</figure><menu><a href="/">Home</a></menu></header>
//	<p>The text.</p><figure data-turbo-ad-id="1"></figure><div data-block="share"></div>
func (d *delivery) withoutControls(markup string) string {
	nodes, err := html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return ""
	}
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	instant := isInstant(markup)
	var controls []*html.Node
	for n := range root.Descendants() {
		if isControl(n) || instant && n.DataAtom == atom.Aside { // it repeats a sentence of the text
			controls = append(controls, n)
		}
	}
	const last = 40
	for _, n := range controls {
		if n.DataAtom == atom.Header {
			for e := range n.Descendants() {
				if e.DataAtom == atom.H1 {
					d.plain(titleField, last, "h1", oneLine(nodeText(e)))
				}
			}
		}
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	var b strings.Builder
	if html.Render(&b, root) != nil {
		return ""
	}
	return proseOf(b.String())
}

// isControl reports whether an element in the text of an entry is none of it.
func isControl(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Header, atom.Menu, atom.Nav, atom.Form, atom.Button:
		return true
	case atom.Footer:
		return n.Parent == nil || n.Parent.DataAtom != atom.Blockquote // there it says who said it
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "data-turbo-ad-id":
			return true
		case "data-block":
			return a.Val != "accordion" && a.Val != "cards" // these hold text
		case "class":
			if slices.ContainsFunc(strings.Fields(a.Val), func(c string) bool { return slices.Contains(instantControls, c) }) {
				return true
			}
		}
	}
	return false
}

// instantControls are classes of Instant Articles.
var instantControls = []string{"op-ad", "op-tracker", "op-interactive", "op-map", "op-related-articles", "op-kicker"}
