package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prepare changes the tree of a page so that its main text is easier to tell.
// What is never text is taken out, and so is what its name or its links say is
// about other pieces; mark-up within lines goes, embedded posts become
// paragraphs. Time is linear in the page.
func prepare(doc *html.Node) {
	fillLazy(doc)
	dropCopies(doc)
	dropPulled(doc)
	s := make(survey)
	all := s.look(doc, false)
	if all.text > all.prose && unlayTables(doc, s) {
		clear(s)
		s.look(doc, false)
		wrapRuns(doc, s)
		clear(s)
		all = s.look(doc, false)
	} else if all.prose < leastProse {
		wrapRuns(doc, s)
		clear(s)
		all = s.look(doc, false)
	}
	for n := doc; n != nil; {
		following := next(doc, n, false)
		switch n.Type {
		case html.CommentNode:
			following = next(doc, n, true)
			remove(n)
		case html.ElementNode:
			m := s[n]
			switch {
			case linkList(n, m), s.listsOthers(n):
				following = next(doc, n, true)
				if h := s.before(n); h != nil && (isHeading(h.DataAtom) && h.DataAtom != atom.H1 || s.labelsLinks(h)) {
					remove(h) // what the links are
				}
				remove(n)
			case n.DataAtom == atom.Summary && unfolds(n, m, s[n.Parent]):
				following = next(doc, n, true)
				remove(n)
			case neverText(n.DataAtom), n.DataAtom == 0 && ampExtra(n.Data), isEncrypted(n), isWidget(n, m), s.teaserList(n), (ofOthers(n) || speaksToReader(n)) && m.minor(all), s.isInset(n), asksToPay(n) && m.minor(all):
				following = next(doc, n, true)
				remove(n)
			case s.isOffer(n, all):
				markOffer(n)
			case n.DataAtom == atom.A && s.isPressed(n):
				following = next(doc, n, true)
				remove(n)
			case n.DataAtom == atom.Form && m.asksOnly() && asksForMailbox(n):
				n = s.aroundForm(n)
				following = next(doc, n, true)
				remove(n)
			case n.DataAtom == atom.Blockquote && isPost(n):
				following = embed(doc, n)
			case cleaned(n.DataAtom) && m.prose*2 > all.prose:
				// The whole page in a form, as some systems have it; the
				// extractor would take it out.
				n.Data, n.DataAtom = "div", atom.Div
			case n.DataAtom == atom.P && m.text >= shortestRun && m.linked*2 < m.text:
				unlink(n)
				following = next(doc, n, false)
			case n.DataAtom == atom.Article && m.headed && s.teasesOne(n, all):
				following = next(doc, n, true)
				remove(n)
			case !m.blocks && m.text >= shortestStandfirst && m.linked == 0 && (n.DataAtom == atom.Div || beginsBlock(n)) && holdsStandfirst(n):
				n.Data, n.DataAtom = "p", atom.P
			case n.DataAtom == 0 && m.blocks:
				n.Data, n.DataAtom = "div", atom.Div
			case n.DataAtom == 0, (formatting(n) || s.told(n)) && !m.blocks:
				following = unwrap(doc, n)
			case n.DataAtom == atom.Pre && m.text >= longestDated && !isCode(n):
				partLines(n)
			}
		}
		n = following
	}
}

// leastProse is how much running text in paragraphs, in bytes, a page of an
// article has; where there is less, it stands elsewhere.
const leastProse = 500

// formatting reports whether n is mark-up within a line that says nothing.
func formatting(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Img, atom.Time, atom.Label:
		return false
	case atom.Span:
		return len(n.Attr) == 0
	}
	return inline(n.DataAtom)
}

// told reports whether n is a <time> or an insertion in a line of running text.
func (s survey) told(n *html.Node) bool {
	if n.DataAtom != atom.Time && n.DataAtom != atom.Ins {
		return false
	}
	p := n.Parent
	for p != nil && p.Parent != nil && inline(p.DataAtom) {
		p = p.Parent
	}
	if s[p].text <= 2*s[n].text {
		return false
	}
	line := textOf(p, longestDated)
	return len(line) > longestDated || strings.HasSuffix(strings.TrimRight(line, `"'”’»“`), ".")
}

// isCode reports whether a <pre> holds the source of a program.
func isCode(pre *html.Node) bool {
	return holds(pre, atom.Code) || holds(pre, atom.Span) || containsAny(strings.ToLower(attr(pre, "class")), []string{"code", "lang", "highlight", "brush", "prettyprint"})
}

// partLines makes paragraphs of a <pre>, as agencies and old systems print
// articles: one of the lines between two that are empty.
func partLines(pre *html.Node) {
	var parts []string
	var b strings.Builder
	for line := range strings.Lines(rawText(pre)) {
		if !flat(line) {
			b.WriteString(line)
			continue
		}
		if b.Len() > 0 {
			parts = append(parts, b.String())
			b.Reset()
		}
	}
	parts = append(parts, b.String())
	for c := pre.FirstChild; c != nil; c = pre.FirstChild {
		pre.RemoveChild(c)
	}
	pre.Data, pre.DataAtom = "div", atom.Div
	for _, part := range parts {
		p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
		p.AppendChild(&html.Node{Type: html.TextNode, Data: part})
		pre.AppendChild(p)
	}
}

// rawText returns the text that n holds, with its white space.
func rawText(n *html.Node) string {
	var b strings.Builder
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		} else if c.DataAtom == atom.Br {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// unlink takes the links out of a paragraph and leaves their text.
func unlink(p *html.Node) {
	for c := p.FirstChild; c != nil; {
		following := next(p, c, false)
		if c.Type == html.ElementNode && c.DataAtom == atom.A {
			following = unwrap(p, c)
		}
		c = following
	}
}

// neverText reports whether elements of this name hold no text of an article; those of ruby say how a name is read aloud.
func neverText(a atom.Atom) bool {
	switch a {
	case atom.Rt, atom.Rp, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Head, atom.Iframe, atom.Object, atom.Embed, atom.Canvas,
		atom.Map, atom.Audio, atom.Video, atom.Picture, atom.Math, atom.Select, atom.Textarea, atom.Nav:
		return true
	}
	return false
}

// isPressed reports whether a link leads nowhere, outside of running text, and says what buttons say: a script copies or shares when it is
// pressed.
func (s survey) isPressed(link *html.Node) bool {
	const longest = 40 // bytes
	m := s[link]
	if m.text == 0 || m.text > longest || link.Parent.DataAtom == atom.P && s[link.Parent].prose > 0 {
		return false
	}
	href := attr(link, "href")
	return (href == "#" || href == "" || strings.HasPrefix(href, "javascript:")) && isPrompt(textOf(link, longest))
}

// ampExtra reports whether elements of AMP of this name hold what stands around an article: menus, advertisements, questions
// for consent, buttons, lists that a script fills, and what is to be shown until it has.
// https://amp.dev/documentation/components
func ampExtra(name string) bool {
	rest, ok := strings.CutPrefix(name, "amp-")
	if !ok {
		return false
	}
	switch rest {
	case "sidebar", "ad", "sticky-ad", "auto-ads", "embed", "list", "consent", "user-notification", "web-push", "web-push-widget", "social-share", "next-page", "analytics", "pixel", "app-banner", "minute-media-player", "subscriptions", "recaptcha-input", "date-picker", "autocomplete":
		return true
	}
	return false
}

// cleaned reports whether the extractor takes elements of this name out, though
// they may hold text.
func cleaned(a atom.Atom) bool {
	switch a {
	case atom.Form, atom.Aside, atom.Footer, atom.Fieldset, atom.Figure, atom.Menu, atom.Marquee, atom.Dialog:
		return true
	}
	return false
}

// minor reports whether an element is small beside the page: a name alone does
// not take the better part of a page out.
func (m measure) minor(all measure) bool {
	return m.prose*4 <= all.prose && m.text*4 <= all.text || !m.title && m.text < 500 && m.prose*2 < all.prose
}

// ofOthers reports whether the class or id of n is one of parts that speak of
// other pieces or to the reader.
func ofOthers(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Aside, atom.P, atom.Li, atom.Span, atom.Table, atom.Dl, atom.Figure, atom.Article, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
	default:
		return false
	}
	for i := range n.Attr {
		if a := &n.Attr[i]; (a.Key == "class" || a.Key == "id") && len(a.Val) < 400 && chromeName(a.Val) {
			return true
		}
	}
	return false
}

// speaksToReader reports whether the role of n is one of parts that tell the reader something of the page, or ask: the
// meter of articles that are free, a dialog. https://www.w3.org/TR/wai-aria-1.2/#role_definitions
func speaksToReader(n *html.Node) bool {
	if len(n.Attr) == 0 {
		return false
	}
	switch attr(n, "role") {
	case "status", "alert", "alertdialog", "dialog", "search", "toolbar", "menu", "menubar", "navigation", "complementary", "contentinfo", "progressbar", "timer":
		return true
	}
	return false
}

// farthest is how many nodes are looked at for the element with text beside another.
const farthest = 20

// before returns the element right before n in its parent that has text, nil if there
// is none or text of its own stands between.
func (s survey) before(n *html.Node) *html.Node {
	for c, i := n.PrevSibling, 0; c != nil && i < farthest; c, i = c.PrevSibling, i+1 {
		switch {
		case c.Type == html.TextNode && !flat(c.Data):
			return nil
		case c.Type == html.ElementNode && s[c].text > 0:
			return c
		}
	}
	return nil
}

// linkList reports whether n is a list of links to other pieces, or one link
// that is a paragraph of its own.
func linkList(n *html.Node, m measure) bool {
	least, shortest := 3, 10
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Aside, atom.Table, atom.Tr, atom.Dl:
	case atom.P:
		least, shortest = 1, 25
	default:
		return false
	}
	if isLabelledLink(n, m) {
		return true
	}
	if m.links < least || m.text < shortest {
		return false
	}
	return m.linked*20 >= m.text*17 && m.text-m.linked < 200 || (n.DataAtom == atom.Ul || n.DataAtom == atom.Ol) && labelledLinks(n, m)
}

// isLabelledLink reports whether n is a label and a link to another piece.
func isLabelledLink(n *html.Node, m measure) bool {
	const shortest = 25 // bytes
	if m.links == 0 || m.text < shortest || m.text-m.linked > longestLabel {
		return false
	}
	return (n.DataAtom == atom.P || m.links == 1 && m.text <= longestTeaser) && labelled(n)
}

// labelledLinks reports whether each item of a list is a link that is a title,
// with a few words before or behind it at most: "Cricket: Isles sign a bowler".
func labelledLinks(list *html.Node, m measure) bool {
	const shortestTitle = 25 // bytes
	items := 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			items++
		}
	}
	return items >= 3 && m.links == items && m.linked >= items*shortestTitle && m.text-m.linked <= items*longestLabel && m.linked*3 >= m.text*2
}

// longestLabel is the length in bytes of the longest label before a link to
// another piece.
const longestLabel = 30

// labelled reports whether a paragraph is a label with a colon and a link whose
// text is a title: "Related: Ten ways to go". In another block nothing else stands.
func labelled(n *html.Node) bool {
	s := textOf(n, 4*longestLabel)
	k := strings.IndexByte(s[:min(len(s), longestLabel)], ':')
	if k < 0 {
		return false
	}
	rest := strings.TrimLeft(s[k+1:], " ")
	if link := linkIn(n); n.DataAtom != atom.P && !strings.HasPrefix(rest, link) && !strings.HasPrefix(link, rest) {
		return false
	}
	return len(rest) >= 25 && !isURL(rest) && strings.Count(s[:k], " ") < 5
}

// linkIn returns the beginning of the text of the first link in n that has any.
func linkIn(n *html.Node) string {
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if c.DataAtom == atom.A {
			if s := textOf(c, 4*longestLabel); s != "" {
				return s
			}
		}
	}
	return ""
}

// isEncrypted reports whether n holds text that a script makes readable for those who have paid, as BLOX names it.
func isEncrypted(n *html.Node) bool {
	return n.DataAtom == atom.Div && len(n.Attr) > 0 && strings.Contains(attr(n, "class"), "encrypted-content")
}

// unfolds reports whether the line that opens a <details> is a button and says nothing: "Read the full
// story". A question is one that the rest answers.
func unfolds(n *html.Node, m, all measure) bool {
	const longest, least = 40, 200 // bytes
	return m.text <= longest && all.prose >= least && !strings.HasSuffix(textOf(n, longest), "?")
}

// isWidget reports whether n is a paragraph around what a script of the page
// fills: an element of the site's own without content, and a word or two.
func isWidget(n *html.Node, m measure) bool {
	if n.DataAtom != atom.P || m.text == 0 || m.text >= longestLabel {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.DataAtom == 0 && c.FirstChild == nil {
			return true
		}
	}
	return false
}

// teaserList reports whether n has three children or more that are teasers, and
// hardly others.
func (s survey) teaserList(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Aside:
	default:
		return false
	}
	teasers, others := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch m := s[c]; {
		case c.Type == html.TextNode && flat(c.Data), c.Type == html.CommentNode, c.Type == html.ElementNode && m.text == 0:
		case m.headed && m.text <= longestTeaser && isContainer(c.DataAtom):
			teasers++
		default:
			others++
		}
	}
	return teasers >= 3 && others <= teasers/4
}

// teasesOne reports whether n, an article with a heading that is a link, stands in another and is a teaser: it is short, and the text of
// that other is not mostly in such articles. The entries of a live blog are articles too.
func (s survey) teasesOne(n *html.Node, all measure) bool {
	if m := s[n]; m.text > longestTeaser || m.title || !m.minor(all) {
		return false
	}
	outer := n.Parent
	for outer != nil && outer.DataAtom != atom.Article {
		outer = outer.Parent
	}
	return outer != nil && s[outer].title && s[outer].entries*4 <= all.prose
}

// beginsBlock reports whether n is an element of a line with a name that begins a block of text, and what follows it begins
// without a space: a style sheet makes it a line of its own.
func beginsBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Strong, atom.B, atom.Em, atom.Span:
	default:
		return false
	}
	if len(n.Attr) == 0 || n.Parent == nil || inline(n.Parent.DataAtom) || isHeading(n.Parent.DataAtom) {
		return false
	}
	for c := n.PrevSibling; c != nil; c = c.PrevSibling {
		if !flatNode(c) {
			return false
		}
	}
	behind := n.NextSibling
	return behind != nil && (behind.Type == html.TextNode && behind.Data != "" && spaceAt(behind.Data, 0) == 0 || behind.DataAtom == atom.Br)
}

// longestTeaser is the length in bytes of the longest linked heading with its
// line of text.
const longestTeaser = 300

func isContainer(a atom.Atom) bool {
	switch a {
	case atom.Li, atom.Div, atom.Article, atom.Section, atom.A:
		return true
	}
	return false
}

// chromeName reports whether one of the words of a class or id is one of
// chrome.
func chromeName(s string) bool {
	for w := range words(s) {
		if chromeWord(w) {
			return true
		}
	}
	return false
}

func chromeWord(w string) bool {
	if len(w) > 16 {
		return false
	}
	switch strings.ToLower(w) {
	case "newsletter", "newsletters", "nieuwsbrief", "nyhetsbrev", "nyhedsbrev", "nyhetsbrevet", "infolettre", "uutiskirje", "hirlevel", "zpravodaj", "bulten", "subscribe", "subscription", "signup", "recirc", "recirculation", "trending", "rollover", "tooltip", "popover", "popup", "modal",
		"readmore", "outbrain", "taboola", "promo", "comments", "meter", "metered", "regwall", "donate", "donation", "poll", "polls", "umfrage", "sondage", "encuesta", "sondaggio", "quiz", "bio",
		"commentlist", "respond", "latest", "tools", "qrcode",
		"kommentare", "commentaires", "comentarios", "commenti", "reacties", "komentarze", "yorumlar", "relacionadas", "relacionados", "correlati", "gerelateerd",
		"rodape", "fusszeile", "stopka":
		return true
	}
	return false
}

// isPost reports whether n is a post of another platform as platforms have
// pages embed them: a quotation to which their script later gives its look.
func isPost(n *html.Node) bool {
	for class := range strings.FieldsSeq(attr(n, "class")) {
		switch class {
		case "twitter-tweet", "twitter-video", "twitter-tweet-rendered", "instagram-media", "tiktok-embed", "bluesky-embed", "fb-xfbml-parse-ignore", "mastodon-embed", "reddit-embed-bq", "reddit-card", "text-post-media", "imgur-embed-pub", "telegram-post":
			return true
		}
	}
	return false
}

// embed makes one paragraph of a post, "text — Name (@account) May 3, 2024",
// out of what is around it and nothing else. It returns where the walk goes on.
func embed(root, n *html.Node) *html.Node {
	text := strings.Join(strings.Fields(join(flow(n))), " ")
	told := withoutPostPrompt(text)
	outer := n
	for p := n.Parent; p != nil && p.Type == html.ElementNode && p.DataAtom != atom.Body && p.DataAtom != atom.Article && p.DataAtom != atom.Td; p = p.Parent {
		if only := clean(textOf(p, len(text)+64)); len(only) > len(text)+2 {
			break
		}
		outer = p
	}
	p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
	p.AppendChild(&html.Node{Type: html.TextNode, Data: told})
	outer.Parent.InsertBefore(p, outer)
	remove(outer)
	return next(root, p, true)
}

// postPrompts are how platforms ask to see a post where it is.
var postPrompts = listed("post-prompt")

// withoutPostPrompt returns the text of a post without the words that lead to it.
func withoutPostPrompt(s string) string {
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return s
	}
	for _, prompt := range postPrompts {
		if k := strings.Index(lower, prompt); k >= 0 {
			return strings.TrimSpace(strings.TrimSpace(s[:k]) + " " + strings.TrimSpace(s[k+len(prompt):]))
		}
	}
	return s
}

// unwrap puts what n holds in its place, and returns the first of it, else
// what follows n.
func unwrap(root, n *html.Node) *html.Node {
	following := n.FirstChild
	if following == nil {
		following = next(root, n, true)
	}
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	remove(n)
	return following
}
