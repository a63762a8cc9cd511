package reader

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// pluginNames are classes of what programs beside an editor put into the text of a piece: buttons to share it, and lists of
// other pieces. Those with a hyphen at the end are beginnings of classes.
var pluginNames = []string{
	"sharedaddy", "sd-sharing", "sd-block", "jp-relatedposts", "jetpack-likes-widget-wrapper", "wpcnt", // of Jetpack
	"addtoany_share_save_container", "addtoany_content", "a2a_kit", "addthis_toolbox", "at-share-btn-elements", "sharethis-inline-share-buttons", "st-inline-share-buttons",
	"heateor_sss_sharing_container", "swp_social_panel", "essb_links", "ssba", "mashsb-container", "shareaholic-canvas", "sfsi_widget", "ss-inline-share-wrapper", "scriptless",
	"yarpp", "yarpp-related", "crp_related", "zem_rp_wrap", "related-posts", "relatedposts", "rp4wp-related-posts", "wp-block-latest-posts", "wp-block-query", "wp-block-social-links", "wp-block-jetpack-related-posts",
	"wp-block-jetpack-subscriptions", "wp-block-jetpack-mailchimp", "mc4wp-form", "mailpoet_form", "kg-signup-card", "kg-cta-card", "subscription-widget-wrap", "irpp_wrap", "internal-linking-related-contents", "post-views", "tptn_counter",
	"feedflare", // of FeedBurner
}

// withoutPlugins returns a piece of HTML that is the text of an article without what programs put into it about other pieces
// and for sharing it: what has one of their names, and, whatever its name, a line or list of links below words that are written
// above such links:
//
//	<p><strong>Read also:</strong> <a href="/basin">Basin to be dredged in May</a></p>
func withoutPlugins(markup string) string {
	if !mayHavePlugin(markup) {
		return markup
	}
	nodes, err := html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return markup
	}
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	found := pluginsIn(root)
	if len(found) == 0 {
		return markup
	}
	for _, n := range found {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	var b strings.Builder
	if html.Render(&b, root) != nil {
		return markup
	}
	return b.String()
}

// pluginsIn returns the elements that withoutPlugins leaves out.
func pluginsIn(root *html.Node) (found []*html.Node) {
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case hasPluginName(n), isLabelledLink(n):
			found = append(found, n)
		case mayBeLine(n) && isLink(n):
			if label := labelAbove(n); label != nil {
				found = append(append(found, label), linksFrom(n)...)
			}
		case n.DataAtom == atom.Ul || n.DataAtom == atom.Ol:
			if label := labelAbove(n); label != nil && isListOfLinks(n) {
				found = append(found, label, n)
			}
		}
	}
	return found
}

// mayHavePlugin reports whether HTML has one of the names, or a link near the beginning of a block, before which a label may stand:
// most has neither, and need not be parsed.
func mayHavePlugin(markup string) bool {
	for at := 0; ; at++ {
		k := strings.Index(markup[at:], "<a ")
		if k < 0 {
			break
		}
		if at += k; beginsBlock(markup[:at]) {
			return true
		}
	}
	return strings.Contains(markup, "class=") && slices.ContainsFunc(pluginNames, func(name string) bool { return strings.Contains(markup, name) })
}

// beginsBlock reports whether what follows a piece of HTML stands at the beginning of a block, or behind no more text than a label.
func beginsBlock(before string) bool {
	const most = 20 // tags that are looked at, so that thousands of links side by side take no more time each
	text := 0
	for range most {
		open := strings.LastIndexByte(before, '<')
		if open < 0 {
			return true
		}
		end := strings.IndexByte(before[open:], '>')
		if end < 0 {
			return true
		}
		if text += len(before) - open - end - 1; text > longestAbove {
			return false
		}
		name := strings.TrimLeft(before[open+1:open+end], "/")
		if k := strings.IndexAny(name, " \t\r\n/"); k >= 0 {
			name = name[:k]
		}
		switch strings.ToLower(name) {
		case "a", "b", "i", "u", "em", "strong", "span", "small", "font", "mark", "br":
		default:
			return true
		}
		before = before[:open]
	}
	return false
}

// hasPluginName reports whether one of the classes of an element is one of pluginNames.
func hasPluginName(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.Ul, atom.Ol, atom.P, atom.Figure, atom.Nav, atom.Form:
	default:
		return false
	}
	for _, a := range n.Attr {
		if a.Key == "class" && slices.ContainsFunc(strings.Fields(a.Val), func(c string) bool { return slices.Contains(pluginNames, c) }) {
			return true
		}
	}
	return false
}

// Bounds in bytes of a label and the title of another piece, and of the title alone: a shorter one is the name of a house, where the
// whole story is to be read.
const (
	longestLabelled = 300
	shortestOther   = 20
)

// isLabelledLink reports whether an element is words that are written above links to other pieces, and such links behind them,
// and nothing else, or a link that begins with such words. "Source:" before a link says whose the news is, and is none of them.
func isLabelledLink(n *html.Node) bool {
	if !mayBeLine(n) {
		return false
	}
	links := linksIn(n)
	if len(links) == 0 {
		return false
	}
	all := oneLine(nodeText(n))
	if len(all) > longestLabelled*len(links) {
		return false
	}
	label := all
	for i := len(links) - 1; i >= 0; i-- {
		title := oneLine(nodeText(links[i]))
		if len(title) < shortestOther {
			return false
		}
		rest, ok := strings.CutSuffix(label, title)
		if !ok {
			return false
		}
		label = strings.TrimSpace(rest)
	}
	if label == "" && len(links) == 1 { // within the link
		k := strings.IndexAny(all, ":>|")
		return k > 0 && len(all)-k > shortestOther && isLabel(strings.TrimSpace(all[:k]))
	}
	return isLabel(label)
}

// mayBeLine reports whether an element of this name may be a line of its own.
func mayBeLine(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Li, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Aside, atom.Blockquote:
		return true
	}
	return false
}

// isLink reports whether a line is a link to another piece and nothing else.
func isLink(n *html.Node) bool {
	link := onlyLink(n)
	if link == nil {
		return false
	}
	title := oneLine(nodeText(link))
	return len(title) >= shortestOther && len(title) <= longestLabelled && title == oneLine(nodeText(n))
}

// linksFrom returns n, a line that is a link, and the lines behind it that are too.
func linksFrom(n *html.Node) (lines []*html.Node) {
	for ; n != nil; n = n.NextSibling {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) == "":
		case mayBeLine(n) && isLink(n):
			lines = append(lines, n)
		default:
			return lines
		}
	}
	return lines
}

// linksIn returns the links in an element, none if it holds more than a few lines do.
func linksIn(n *html.Node) (links []*html.Node) {
	const most = 60 // nodes, so that nested elements are not looked through again and again
	seen := 0
	for c := range n.Descendants() {
		if seen++; seen > most {
			return nil
		}
		if c.DataAtom == atom.A {
			links = append(links, c)
		}
	}
	return links
}

// onlyLink returns the link in an element, nil if there is none or are several.
func onlyLink(n *html.Node) *html.Node {
	if links := linksIn(n); len(links) == 1 {
		return links[0]
	}
	return nil
}

// longestAbove is the length in bytes of the longest label above links to other pieces.
const longestAbove = 60

// isLabel reports whether a short line is words that are written above links to other pieces.
func isLabel(s string) bool {
	return s != "" && len(s) <= longestAbove && layout.KindAlone(s) == article.Chrome
}

// labelAbove returns the element before a list if it is such words and nothing else, else nil.
func labelAbove(list *html.Node) *html.Node {
	for c := list.PrevSibling; c != nil; c = c.PrevSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case c.Type == html.ElementNode && onlyLink(c) == nil && isLabel(oneLine(nodeText(c))):
			return c
		default:
			return nil
		}
	}
	return nil
}

// isListOfLinks reports whether each item of a list is a link, with a few words beside it.
func isListOfLinks(list *html.Node) bool {
	const longestBeside = 40 // bytes
	items := 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Li {
			continue
		}
		link := onlyLink(c)
		if link == nil || len(oneLine(nodeText(c)))-len(oneLine(nodeText(link))) > longestBeside {
			return false
		}
		items++
	}
	return items > 0
}
