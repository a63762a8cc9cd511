package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// longestInset is the length in bytes of the longest text of a card.
const longestInset = 250

// isInset reports whether n is a card about another piece between the paragraphs: a heading that is a link, with a few
// words beside it, below running text, or a line or two, between running text; or a link without text lies over it, so that all of it can be clicked, and beside the link it holds
// a title, and perhaps a day, but no running text. A picture that leads to itself in full holds an image in its link.
func (s survey) isInset(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.Article, atom.Li, atom.Figure:
	default:
		return false
	}
	m := s[n]
	if m.text == 0 || m.text > longestInset || m.title {
		return false
	}
	if m.headed && n.DataAtom != atom.Li {
		return s.headsAnother(n)
	}
	return m.links == 0 && !m.headed && s.liesUnderLink(n)
}

// headsAnother reports whether n, which holds a heading that is a link, is a card about that other piece.
func (s survey) headsAnother(n *html.Node) bool {
	m, above := s[n], s.before(n)
	if above == nil || s[above].prose == 0 || s[above].headed {
		return false
	}
	if m.links == 1 && above.DataAtom == atom.P && m.text-m.linked <= longestLabel {
		return true
	}
	behind := s.behind(n)
	return behind != nil && s[behind].prose > 0 && !s[behind].headed && leadsToOne(n)
}

// behind returns the element of some text behind n in its parent, nil if there is none or text of its own stands between.
func (s survey) behind(n *html.Node) *html.Node {
	for c, i := n.NextSibling, 0; c != nil && i < farthest; c, i = c.NextSibling, i+1 {
		switch {
		case c.Type == html.TextNode && !flat(c.Data):
			return nil
		case c.Type == html.ElementNode && s[c].text > longestLabel:
			return c
		}
	}
	return nil
}

// leadsToOne reports whether n holds one heading, and all its links lead to one other page.
func leadsToOne(n *html.Node) bool {
	headings, target := 0, ""
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if isHeading(c.DataAtom) {
			headings++
		}
		if c.DataAtom != atom.A {
			continue
		}
		href := attr(c, "href")
		if !leadsToPage(href) || target != "" && target != href {
			return false
		}
		target = href
	}
	return headings == 1 && target != ""
}

// liesUnderLink reports whether a link without text lies over n, and n holds no running text.
func (s survey) liesUnderLink(n *html.Node) bool {
	covers := 0
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		switch {
		case c.DataAtom == atom.P && s[n].prose > 0 && endsSentence(textOf(c, longestInset)):
			return false
		case c.DataAtom != atom.A:
		case c.FirstChild != nil && (holds(c, atom.Img) || holds(c, atom.Picture)), !leadsToPage(attr(c, "href")):
			return false
		default:
			covers++
		}
	}
	return covers == 1
}

// endsSentence reports whether a line ends as sentences do.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»“)")
	for _, end := range [...]string{".", "!", "?", "…", "。"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// leadsToPage reports whether an address in a link is that of another page of the site or the web.
func leadsToPage(href string) bool {
	return len(href) > 1 && (href[0] == '/' || isURL(href)) && !strings.Contains(href, "#")
}

// asksToPay reports whether n is what those see in its place who have not paid, as pages of AMP mark it: for readers
// who are not subscribers, or the offers to them. https://amp.dev/documentation/components/amp-access
func asksToPay(n *html.Node) bool {
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "amp-access":
			if v := strings.ToLower(strings.TrimSpace(a.Val)); strings.HasPrefix(v, "not ") || strings.HasPrefix(v, "!") {
				return true
			}
		case "subscriptions-section":
			if a.Val == "content-not-granted" || a.Val == "actions" {
				return true
			}
		case "subscriptions-actions", "subscriptions-dialog", "subscriptions-action":
			return true
		}
	}
	return false
}
