package page

import (
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/lang/word"
)

// namedExtractor takes the element that is named as the text of an article,
// without the parts that are named as furniture or are mostly links. The plan
// and most of the names are those of trafilatura (A. Barbaresi, ACL 2021,
// Apache 2.0, github.com/adbar/trafilatura). Its time is linear in the page.
//
// The library go-trafilatura is not used: the modules it requires build tables
// for 0.3 s before main begins, and its time grows with the square of the page.
// doc/extraction.md compares the two.
type namedExtractor struct{}

func (namedExtractor) extract(doc *html.Node) *html.Node {
	dropElements(doc)
	s := make(survey)
	prose := s.look(doc, false).prose
	for rank := range contentRanks {
		n := firstContent(doc, rank)
		if n == nil || s[n].prose*leastShare < prose {
			continue
		}
		if n.DataAtom == atom.Article {
			n = entriesAround(n, s)
		}
		n = joinChunks(doc, n, rank, s)
		below := linesBelow(n)
		dropNamed(n)
		dropLinked(n)
		if prose < leastProse {
			keepBelow(n, below)
			return n // the little there is stands anywhere
		}
		clear(s)
		if m := s.look(n, false); m.prose*2 < m.text {
			wrapRuns(n, s)
		} else {
			wrapAmong(n, s)
		}
		found := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
		moveBlocks(found, n)
		// What a last heading is about was taken out.
		for c := found.LastChild; c != nil && isHeading(c.DataAtom); c = found.LastChild {
			found.RemoveChild(c)
		}
		if len(textOf(found, leastText)) >= leastText {
			keepBelow(found, below)
			return found
		}
		n.InsertBefore(found, n.FirstChild) // where the next look finds it
		clear(s)
		prose = s.look(doc, false).prose
	}
	return nil
}

// leastShare bounds how little of the running text of the page an element may
// hold that is named as the text: one part in so many.
const leastShare = 8

// contentRanks is the number of ranks of elements named as the text of an
// article, from names of the text itself to those of what is around it.
const contentRanks = 6

// firstContent returns the first element that is named as one of this rank, nil
// if there is none.
func firstContent(doc *html.Node, rank int) *html.Node {
	for n := doc; n != nil; n = next(doc, n, false) {
		if isContent(n, rank) {
			return n
		}
	}
	return nil
}

// joinChunks returns the element named as the text, of this rank, with the others
// of its class that are further pieces of it, as between advertisements: those that stand
// in the same article, under no headline of their own.
func joinChunks(doc, first *html.Node, rank int, s survey) *html.Node {
	class := attr(first, "class")
	if rank > 0 || class == "" {
		return first
	}
	around := make(map[*html.Node]bool)
	for a := first.Parent; a != nil; a = a.Parent {
		around[a] = true
	}
	const most = 60 // pieces looked at
	var chunks []*html.Node
	tried := 0
	for n := next(doc, first, true); n != nil && tried < most; {
		chunk := n.DataAtom == first.DataAtom && attr(n, "class") == class && s[n].prose > 0
		if chunk {
			tried++
			// One with a title is the next piece, where the page goes on with it.
			if chunk = !s[n].title && belongs(n, around); chunk {
				chunks = append(chunks, n)
			}
		}
		n = next(doc, n, chunk)
	}
	if len(chunks) == 0 {
		return first
	}
	all := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	first.Parent.InsertBefore(all, first)
	for _, c := range append([]*html.Node{first}, chunks...) {
		remove(c)
		all.AppendChild(c)
	}
	s.look(all, false)
	return all
}

// belongs reports whether a piece of text belongs to the one that stands within
// these elements: up to the nearest of them, what is around it is no article and
// holds no heading besides.
func belongs(n *html.Node, around map[*html.Node]bool) bool {
	if isFurniture(n, nil) || ofOthers(n) {
		return false
	}
	for ; n.Parent != nil && !around[n.Parent]; n = n.Parent {
		if n.Parent.DataAtom == atom.Article || isAside(n.Parent.DataAtom) || isFurniture(n.Parent, nil) || ofOthers(n.Parent) {
			return false
		}
		for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
			if c != n && (isHeading(c.DataAtom) || holds(c, atom.H1) || holds(c, atom.H2)) {
				return false
			}
		}
	}
	return n.Parent != nil && n.Parent.DataAtom != atom.Body
}

// isContent reports whether n is named as one of this rank.
func isContent(n *html.Node, rank int) bool {
	switch n.DataAtom {
	case atom.Article, atom.Div, atom.Main, atom.Section:
	case atom.Body:
		return rank == contentRanks-1
	default:
		return false
	}
	switch rank {
	case 1:
		return n.DataAtom == atom.Article
	case 4:
		return n.DataAtom == atom.Main || beginsWith(n, "main")
	}
	if len(n.Attr) == 0 {
		return false
	}
	class, id := strings.ToLower(attr(n, "class")), strings.ToLower(attr(n, "id"))
	switch rank {
	case 0:
		return class == "post" || class == "entry" || attr(n, "itemprop") == articleBody || bodyNames().In(class) || bodyNames().In(id) || strings.HasSuffix(attr(n, "property"), articleBody)
	case 2:
		switch class {
		case "postarea", "art-postcontent", "text", "cell", "story":
			return true
		}
		return id == "article" || id == "story" || attr(n, "role") == "article" || strings.HasPrefix(class, "article") || strings.HasPrefix(id, "primary") ||
			storyNames().In(class) || strings.Contains(id, "story-body")
	case 3:
		return class == "content" || id == "content" || mainNames().In(class) || mainNames().In(id)
	}
	return false
}

// beginsWith reports whether class, id or role of n begin with a name.
func beginsWith(n *html.Node, name string) bool {
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "class", "id", "role":
			if strings.HasPrefix(strings.ToLower(a.Val), name) {
				return true
			}
		}
	}
	return false
}

// containsAny reports whether one of names is a part of s.
func containsAny(s string, names []string) bool {
	if s == "" {
		return false
	}
	for _, name := range names {
		if strings.Contains(s, name) {
			return true
		}
	}
	return false
}

// phrases returns a function that returns what finds any of some phrases, which are in lower case, whatever the case of
// their letters. It is made when it is first asked for.
func phrases(all ...string) func() *word.Phrases {
	return sync.OnceValue(func() *word.Phrases { return word.NewPhrases(all) })
}

// Parts of the classes and ids of elements that hold the text of an article:
// the text itself; the piece; the main part of the page.
var (
	bodyNames = phrases(
		"post-text", "post_text", "post-body", "post-entry", "postentry", "post-content", "post_content", "postcontent", "post_inner_wrapper",
		"article-text", "articletext", "entry-content", "article-content", "articlecontent", "article__content", "article-body", "articlebody", "article__body",
		"article__container", "page-content", "text-content", "body-text", "art-content",
	)
	storyNames = phrases(
		"post-bodycopy", "storycontent", "story-content", "story-body", "theme-content", "blog-content", "section-content", "single-content", "single-post",
		"main-column", "wpb_text_column", "field-body", "fulltext", "news-detail", "news_detail", "newsdetail", "detail-text", "detail_text",
	)
	mainNames = phrases("content-main", "content_main", "content-body", "contentbody", "content__body", "main-content")
)

// dropElements takes out the elements that by their kind are not of the running
// text.
func dropElements(doc *html.Node) {
	for n := doc; n != nil; {
		following := next(doc, n, false)
		switch {
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.Figure && holds(n, atom.Table):
			n.Data, n.DataAtom = "div", atom.Div
		case isAside(n.DataAtom):
			following = next(doc, n, true)
			remove(n)
		}
		n = following
	}
}

// isAside reports whether elements of this name stand beside the running text.
func isAside(a atom.Atom) bool {
	switch a {
	case atom.Button, atom.Datalist, atom.Input, atom.Ins, atom.Label, atom.Legend, atom.Optgroup, atom.Option, atom.Output, atom.Progress,
		atom.Rp, atom.Rt, atom.Time, atom.Applet, atom.Blink, atom.Frame, atom.Frameset:
		return true
	}
	return cleaned(a) || neverText(a)
}

// holds reports whether an element of this name stands within n.
func holds(n *html.Node, a atom.Atom) bool {
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if c.DataAtom == a {
			return true
		}
	}
	return false
}

// dropNamed takes out of root the parts that are named as furniture or hidden,
// unless they hold a large part of it, or most of the text is named so.
func dropNamed(root *html.Node) {
	s := make(survey)
	all := s.look(root, false)
	for _, n := range s.rightColumns(root) {
		remove(n)
	}
	parts := s.named(root, all, nil)
	lost := 0
	for _, n := range parts {
		lost += s[n].prose
	}
	if shapes := s.shapesOf(root, all, lost); len(shapes) > 0 {
		parts = s.named(root, all, shapes)
	}
	for _, n := range parts {
		remove(n)
	}
}

// rightColumns returns the elements of root that are named as the right column beside another named as the left one, and hold no
// running text, while that does.
func (s survey) rightColumns(root *html.Node) (columns []*html.Node) {
	for n := next(root, root, false); n != nil; n = next(root, n, false) {
		if n.DataAtom != atom.Div || len(n.Attr) == 0 || s[n].prose > 0 || s[n].text == 0 || !namesWord(n, "right") {
			continue
		}
		if left := s.before(n); left != nil && s[left].prose > 0 && namesWord(left, "left") {
			columns = append(columns, n)
		}
	}
	return columns
}

// namesWord reports whether one of the words of the class of n is a name.
func namesWord(n *html.Node, name string) bool {
	for w := range words(attr(n, "class")) {
		if strings.EqualFold(w, name) {
			return true
		}
	}
	return false
}

// named returns the parts of root that are named as furniture, by another name than shapes if they hold text, or hidden,
// and are small beside all of it; none holds another.
func (s survey) named(root *html.Node, all measure, shapes []string) (parts []*html.Node) {
	for n := next(root, root, false); n != nil; {
		furniture := false
		if n.Type == html.ElementNode && len(n.Attr) > 0 && s[n].minor(all) {
			furniture = isHidden(n) && !isSlide(n) || isFurniture(n, nil) && !(len(shapes) > 0 && s.textual(n) && !isFurniture(n, shapes))
			furniture = furniture && !s.folded(n)
		}
		if furniture {
			parts = append(parts, n)
		}
		n = next(root, n, furniture)
	}
	return parts
}

// folded reports whether n holds running text that the page shows only when it
// is asked, or to those who have paid: several lines of it and hardly a link, and
// nothing in its name that speaks of another part of a page.
func (s survey) folded(n *html.Node) bool {
	const shortest = 200 // bytes
	m := s[n]
	if m.prose == 0 || m.prose < shortest && s.alongside(n) < shortest || m.prose*10 < m.text*8 || m.linked*10 > m.text || m.headed || n.DataAtom == atom.P {
		return false
	}
	for _, key := range [...]string{"class", "id"} {
		name := strings.ToLower(attr(n, key))
		for _, fold := range foldNames {
			name = strings.ReplaceAll(name, fold, "")
		}
		if namesFurniture(name, nil) || containsAny(name, neverFolded) || chromeName(attr(n, key)) {
			return false
		}
	}
	return true
}

// alongside returns how much running text n and the elements near it have together that are of its class, as where each
// paragraph is folded away by itself between advertisements; 0 if it has no class.
func (s survey) alongside(n *html.Node) (prose int) {
	const farthest = 40 // nodes
	class := attr(n, "class")
	if class == "" {
		return 0
	}
	first := n
	for i := 0; first.PrevSibling != nil && i < farthest; i++ {
		first = first.PrevSibling
	}
	for c, i := first, 0; c != nil && i < 2*farthest; c, i = c.NextSibling, i+1 {
		if c.DataAtom == n.DataAtom && attr(c, "class") == class {
			prose += s[c].prose
		}
	}
	return prose
}

// Parts of the classes and ids of text that is folded away, or for those who
// have paid; and of what is hidden until it is wanted, besides furnitureNames.
var (
	foldNames   = []string{"expand", "premium", "paid-content", "paidcontent", "obfuscated", "blurred", "paywall", "overlay-text"}
	neverFolded = []string{"gallery", "translat", "transcript", "correction", "login", "sign", "register", "dialog", "alert", "popup", "lightbox", "form", "disclaimer", "legal", "bio", "terms", "help", "error", "noscript", "print", "language"}
)

// isHidden reports whether n says that it is not shown, or not at first.
func isHidden(n *html.Node) bool {
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "hidden":
			// What can be searched is folded text, and in "S:0" React sends what a script moves to its place.
			if a.Val != "until-found" && !strings.HasPrefix(attr(n, "id"), "S:") {
				return true
			}
		case "style":
			if strings.Contains(a.Val, "hidden") || strings.Contains(a.Val, "display:none") || strings.Contains(a.Val, "display: none") {
				return true
			}
		case "class":
			if hidingClass(a.Val) {
				return true
			}
		}
	}
	return false
}

// isSlide reports whether n is one of a row of slides, as programs name them that show one after the other and
// hide the rest until it is wanted.
func isSlide(n *html.Node) bool {
	class := attr(n, "class")
	return class != "" && slidePhrases().In(class)
}

// slidePhrases finds the names that programs give to slides: Swiper, Slick, Splide, Glide, Keen, Bootstrap, Owl, Flickity, Tiny.
var slidePhrases = phrases("slide", "carousel-item", "carousel-cell", "owl-item", "tns-item")

// hidingClass reports whether one of the classes of an element says that it is not shown.
func hidingClass(classes string) bool {
	if !strings.Contains(classes, "hid") && !strings.Contains(classes, "no") { // no part of what is looked for: nearly always
		return false
	}
	for w := range strings.FieldsSeq(classes) {
		if w == "hidden" && !showsElsewhere(classes) || strings.HasPrefix(w, "hide") || strings.HasPrefix(w, "noprint") || w == "notloaded" {
			return true
		}
	}
	return false
}

// showsElsewhere reports whether classes say that an element is shown on screens of some size:
// "hidden md:block".
func showsElsewhere(classes string) bool {
	return containsAny(classes, []string{":block", ":flex", ":grid", ":inline", ":contents", ":table"})
}

// furnitureNames are parts of the classes and ids of what is not of the running
// text.
var furnitureNames = []string{
	"footer", "related", "viral", "share", "sharing", "social", "sociable", "syndication", "embed", "newsletter", "cookie", "tags", "tag-list",
	"bar", "banner", "meta", "menu", "nav", "breadcrumb", "bread-crumb", "author", "button", "byline", "rating", "widget", "attachment", "timestamp",
	"user-info", "user-profile", "-ad-", "-icon", "article-infos", "infoline", "criteo", "options", "expand", "consent", "modal-content", "permission",
	"next-", "-stories", "most-popular", "factbox", "message", "slide", "viewport", "premium", "overlay", "paid-content", "paidcontent", "obfuscated",
	"blurred", "teaser", "caption", "comments-title", "nocomments", "reply-", "akismet", "suggest-links", "page-links", "pagination", "pager", "paging", "news-list", "news_list", "newslist", "post-list", "posts-list", "article-list", "articles-list", "kg-product", "kg-signup", "kg-cta", "kg-header-card",
}

// dropLinked takes out of root the blocks that are mostly links.
func dropLinked(root *html.Node) {
	s := make(survey)
	s.look(root, false)
	for n := next(root, root, false); n != nil; {
		following := next(root, n, false)
		if n.Type == html.ElementNode && s[n].mostlyLinks(n) {
			following = next(root, n, true)
			if h := s.before(n); h != nil && s.headsLinks(h, lastElement(n)) {
				remove(h)
			}
			remove(n)
		}
		n = following
	}
}

// headsLinks reports whether h, which stands before a block of links, says no more than what they are: it is a line that is
// written above links to other pieces, or a heading below which there is nothing else in its part.
func (s survey) headsLinks(h *html.Node, nothingElse bool) bool {
	if isHeading(h.DataAtom) {
		return h.DataAtom != atom.H1 && (nothingElse || s.labelsLinks(h))
	}
	return s.labelsLinks(h)
}

// labelsLinks reports whether h is a line that is written above links to other pieces: Read also, Most read.
func (s survey) labelsLinks(h *html.Node) bool {
	const longest = 60 // bytes
	m := s[h]
	if m.text == 0 || m.text > longest || m.links > 0 {
		return false
	}
	switch h.DataAtom {
	case atom.P, atom.Div, atom.Span, atom.Strong, atom.B, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return isPrompt(textOf(h, longest))
	}
	return false
}

// listsOthers reports whether n is a list of other pieces below a line that says so. Each of its items is a link, with perhaps
// who wrote the piece or how many have read it beside it.
func (s survey) listsOthers(n *html.Node) bool {
	const longestBeside = 60 // bytes
	if n.DataAtom != atom.Ul && n.DataAtom != atom.Ol || s[n].links == 0 {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if m := s[c]; m.text > 0 && (m.links == 0 || m.text-m.linked > longestBeside || m.linked*2 < m.text) {
			return false
		}
	}
	h := s.before(n)
	return h != nil && s.labelsLinks(h)
}

// mostlyLinks reports whether n, of which m is the measure, is a short block or
// a table and mostly links. The last block in its parent may be longer.
func (m measure) mostlyLinks(n *html.Node) bool {
	if m.links == 0 {
		return false
	}
	longest := 100 // bytes
	switch n.DataAtom {
	case atom.Div, atom.Ul, atom.Ol, atom.Dl:
		if lastElement(n) {
			longest = 300
		}
	case atom.P:
		if longest = 30; lastElement(n) {
			longest = 60
		}
	case atom.Table:
		return m.text >= 200 && (m.linked*5 > m.text*4 || m.text >= 1000 && m.linked*2 > m.text)
	default:
		return false
	}
	return m.text < longest && m.linked*5 > m.text*4 || m.links == 1 && m.linked > 100 && m.linked*10 > m.text*9
}

// lastElement reports whether no element follows n in its parent.
func lastElement(n *html.Node) bool {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			return false
		}
	}
	return true
}

// moveBlocks moves the blocks of text within n to the end of to. Text that
// stands in none of them is left where it is.
func moveBlocks(to, n *html.Node) {
	for c := n.FirstChild; c != nil; {
		following := c.NextSibling
		switch {
		case c.Type != html.ElementNode:
		case isTextBlock(c.DataAtom):
			if textOf(c, 1) != "" {
				n.RemoveChild(c)
				to.AppendChild(c)
			}
		default:
			moveBlocks(to, c)
		}
		c = following
	}
}

// isTextBlock reports whether elements of this name hold running text.
func isTextBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Ul, atom.Ol, atom.Dl, atom.Blockquote, atom.Pre, atom.Q, atom.Code, atom.Table, atom.Summary, atom.Details:
		return true
	}
	return isHeading(a)
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}
