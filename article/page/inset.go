package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isInset reports whether n is a card about another piece between the paragraphs: a heading that is a link, with a few
// words beside it, below running text; or a link without text lies over it, so that all of it can be clicked, and beside the link it holds
// a title, and perhaps a day, but no running text. A picture that leads to itself in full holds an image in its link.
func (s survey) isInset(n *html.Node) bool {
	const longest = 250 // bytes
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.Article, atom.Li, atom.Figure:
	default:
		return false
	}
	m := s[n]
	if m.text == 0 || m.text > longest || m.title {
		return false
	}
	if m.links == 1 && m.headed {
		above := s.before(n)
		return m.text-m.linked <= longestLabel && n.DataAtom != atom.Li && above != nil && above.DataAtom == atom.P && s[above].prose > 0
	}
	if m.links > 0 {
		return false
	}
	covers := 0
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		switch {
		case c.DataAtom == atom.P && m.prose > 0 && endsSentence(textOf(c, longest)):
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
