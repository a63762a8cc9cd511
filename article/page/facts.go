package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article"
)

// facts is what one walk over a page collects of what it says about itself.
type facts struct {
	language string // of <html>
	base     string
	title    string   // of <title>
	headings []string // of level 1
	site     string   // of a heading that is a link to the first page of the site
	metas    []meta
	links    []link   // <link>, and <a rel=...>
	anchors  []anchor // links to other sites that may be part of a sentence
	scripts  []string // of JSON-LD
	programs []script // others, which may hold the text of a page that shows none
	props    []prop
	times    []dated // <time>
	bylines  []string
	signedAt []progress // where each of them stands
	mostSign int        // how many of them there may be
	dates    []dated    // elements that are named as dates
	notices  []notice
	origin   string            // the house that a line beside the day names as the source
	bold     string            // the first heading of level 2
	namings  map[string]naming // of each class and id met

	headline     progress            // where the headline stands
	headlineSize int                 // bytes of its text
	around       map[*html.Node]bool // the headline and what is around it
	titled       string              // the headline, if it is what the page is called
	standfirsts  [][]paragraph       // beside the headline

	// Read when the first headings are met, to know the headline by.
	called       []string // what the page is called
	descriptions []string // how it describes itself in its <meta>

	// Paragraphs that begin with "By" or the like.
	signed   []string // below the first heading
	unheaded []string // with no heading before them; they count where the page has none
	prose    int      // paragraphs of running text seen below the first heading
}

// A meta is a <meta> with a name and what it says.
type meta struct{ name, content string }

// A link names a relation, such as "canonical".
type link struct{ rel, href, kind string }

// The links that are kept, and the bytes of their words: Here is too short to say who reported, and
// a whole paragraph says more.
const (
	mostAnchors    = 1000
	shortestAnchor = 8
	longestAnchor  = 80
)

// hyperlink keeps a link of some words to a page that may be of another site.
func (f *facts) hyperlink(n *html.Node) {
	href := attr(n, "href")
	if len(f.anchors) == mostAnchors || !isURL(href) {
		return
	}
	if text := textOf(n, longestAnchor); shortestAnchor <= len(text) && len(text) <= longestAnchor && strings.Contains(text, " ") && hasSmallWord(text) {
		f.anchors = append(f.anchors, anchor{text, href})
	}
}

// A prop is an element that microdata gives a value.
type prop struct {
	name  string   // itemprop
	value string   // content, datetime or text
	scope string   // itemprop of the item around it
	types []string // itemtype of the items around it, from within

	article *html.Node // the item of an article that it is of; nil if of none
}

// A dated is an element that is a <time> or named as a date.
type dated struct {
	name     string // class, id and itemprop, lower case
	value    string // datetime, title or text
	text     string
	datetime string // the attribute
	label    string // what its line or, of a short one, the line above says before it, lower case
	node     *html.Node
	at       progress
	inText   bool // its line is longer than that of a date is
	other    bool // of an item that has dates of its own, such as a comment
}

// A notice is a paragraph that says where the piece was first published.
type notice struct {
	text  string
	links []anchor
}

// An anchor is a link with the words that lead there.
type anchor struct{ text, href string }

// Bounds on what is collected of one page.
const (
	mostMetas   = 400
	mostProps   = 400
	mostScripts = 64
	mostNotices = 4
	mostDates   = 16
	mostBylines = 8       // above the headline, and below it
	longestMeta = 8 << 10 // bytes of one value
)

// collect walks over the page once.
func collect(doc *html.Node) *facts {
	f := &facts{mostSign: mostBylines}
	var at progress
	for n := doc; n != nil; {
		skip := false
		if n.Type == html.ElementNode {
			skip = f.element(n, at)
		}
		if !skip {
			at.pass(n, f)
		}
		switch {
		case n.Type == html.TextNode:
			f.notice(n)
			f.signature(n)
			f.source(n)
		case n.Type == html.ElementNode && isHeading(n.DataAtom):
			f.locate(n, at)
		}
		if !skip {
			f.stand(n, at)
		}
		n = next(doc, n, skip)
	}
	f.ofThisArticle()
	return f
}

// locate takes the place of a heading that the walk has just passed for that of
// the headline: the first that is what the page is called, else the last of
// level 1 before the running text.
func (f *facts) locate(n *html.Node, at progress) {
	if f.titled != "" || at.heading == f.headline.heading {
		return
	}
	if f.headline.heading == 0 {
		for _, name := range [...]string{"description", "og:description", "twitter:description"} {
			if c, _ := f.get(name); c != "" {
				f.descriptions = append(f.descriptions, c)
			}
		}
	}
	if f.isCalled(n) {
		f.titled = textOf(n, 600)
	}
	if f.titled != "" || f.headline.heading == 0 || at.prose-f.headline.prose < mostBelow {
		f.headline, f.headlineSize, f.standfirsts = at, len(textOf(n, 600)), nil
		f.mostSign = len(f.bylines) + mostBylines // those above may be of other pieces
		f.around = make(map[*html.Node]bool)
		for a := n; a != nil; a = a.Parent {
			f.around[a] = true
		}
	}
}

// element takes what n says, and reports whether what it holds says nothing. The
// walk has come to at.
func (f *facts) element(n *html.Node, at progress) bool {
	switch n.DataAtom {
	case atom.Html:
		if f.language == "" {
			f.language = attr(n, "lang")
		}
		if f.language == "" {
			f.language = attr(n, "xml:lang")
		}
	case atom.Base:
		if f.base == "" {
			f.base = attr(n, "href")
		}
	case atom.Title:
		if f.title == "" && n.Namespace == "" {
			f.title = textOf(n, 1000)
		}
		return true
	case atom.Meta:
		f.meta(n)
		return true
	case atom.Link:
		f.link(n)
		return true
	case atom.Script:
		switch {
		case n.FirstChild == nil:
		case isLinkedData(n):
			if len(f.scripts) < mostScripts {
				f.scripts = append(f.scripts, n.FirstChild.Data)
			}
		case len(n.FirstChild.Data) >= leastState && len(f.programs) < mostStates, len(f.programs) < mostPieces && strings.Contains(n.FirstChild.Data, nextPush):
			f.programs = append(f.programs, scriptOf(n))
		}
		return true
	case atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe:
		return true // as unread says
	case atom.H1:
		switch t := textOf(n, 600); {
		case t == "":
		case leadsHome(n, t):
			f.site = t
		case len(f.headings) < 8:
			f.headings = append(f.headings, t)
		}
	case atom.H2:
		if f.bold == "" {
			f.bold = textOf(n, 600)
		}
	case atom.Time:
		if len(f.times) < mostProps {
			t := datedOf(n, at)
			if hasAttr(n, "pubdate") {
				t.name += " pubdate"
			}
			f.times = append(f.times, t)
		}
	case atom.A:
		if c := attr(n, "class"); c == "p-canonical" || c == "domain reader-domain" || c == "reader-domain" { // of h-entry, and of Firefox's reader view
			f.links = append(f.links, link{"canonical", attr(n, "href"), ""})
		}
		if rel := attr(n, "rel"); rel != "" && strings.Contains(rel, "author") && !elsewhere(f.scopeBeside(n)) {
			f.bylineOf(n, textOf(n, 200), at)
		}
		f.hyperlink(n)
	case atom.Address:
		if s := textOf(n, longestSignature+1); f.headline.heading > 0 && isHouse(bylineName(s)) && !elsewhere(f.scopeBeside(n)) {
			f.bylineOf(n, s, at) // whose the piece is, in the words of the standard
		}
	}
	f.props = appendProp(f.props, n)
	f.rdfa(n)
	named := f.named(n)
	if named.source {
		f.sourceElement(n)
	}
	if named.byline && len(f.bylines) < f.mostSign && (!elsewhere(footless(f.scopeBeside(n)+strings.ToLower(attr(n, "class")+" "+attr(n, "id")))) || hasClass(n, "p-author")) {
		f.bylineOf(n, textBeside(n), at)
	}
	if named.date && len(f.dates) < mostDates && n.DataAtom != atom.Time {
		if s := textOf(n, longestDated); len(s) <= longestDated && hasDigits(s+attr(n, "title")) {
			f.dates = append(f.dates, datedOf(n, at))
		}
	}
	return false
}

// footless returns the names around an element without those of the foot of the piece itself, where
// Blogger and WordPress name the writer.
func footless(scope string) string {
	return strings.NewReplacer("post-footer", "", "entry-footer", "").Replace(scope)
}

// hasClass reports whether an element has a class.
func hasClass(n *html.Node, class string) bool {
	for c := range strings.FieldsSeq(attr(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

// textBeside returns the text of a byline without its day, which may stand right behind the name.
func textBeside(n *html.Node) string {
	const longest = 300 // bytes
	s := partHouse(n, textOf(n, longest))
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if c.DataAtom != atom.Time {
			continue
		}
		if day := textOf(c, longest); len(day) > 0 {
			if before, _, ok := strings.Cut(s, day); ok && strings.TrimSpace(before) != "" {
				return strings.TrimSpace(before)
			}
		}
	}
	return s
}

// unread reports whether the walk over a page passes what an element of this name
// holds, so that it counts for no place on the page.
func unread(a atom.Atom) bool {
	switch a {
	case atom.Title, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe:
		return true
	}
	return false
}

// leadsHome reports whether a heading of this text is a link to the first page of
// the site.
func leadsHome(h *html.Node, t string) bool {
	a := h.Parent
	if a == nil || a.DataAtom != atom.A {
		for a = next(h, h, false); a != nil && a.DataAtom != atom.A; {
			a = next(h, a, false)
		}
	}
	if a == nil || a.Parent != h && a != h.Parent && textOf(a, 600) != t {
		return false
	}
	return isHome(attr(a, "href"))
}

// isHome reports whether an address in a link is that of the first page of a site.
func isHome(href string) bool {
	rest := href
	if isURL(href) {
		_, rest, _ = strings.Cut(href, "://")
		_, rest, _ = strings.Cut(rest, "/")
	}
	return strings.Trim(rest, "/") == "" && (rest != "" || isURL(href))
}

// isLinkedData reports whether a script holds JSON-LD.
func isLinkedData(script *html.Node) bool {
	return strings.Contains(strings.ToLower(attr(script, "type")), "ld+json")
}

// datedOf returns what an element that is a date says, which the walk met at.
func datedOf(n *html.Node, at progress) dated {
	d := dated{name: strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class") + " " + attr(n, "id")), datetime: attr(n, "datetime"), node: n, at: at, other: isOtherItem(itemTypes(n))}
	d.text = textOf(n, longestDated)
	if d.value = encodedText(n); d.value == "" {
		d.value = d.datetime
	}
	if d.value == "" && n.DataAtom != atom.A && hasDigits(attr(n, "title")) {
		d.value = attr(n, "title")
	}
	if d.value == "" {
		d.value = d.text
	}
	if inline(n.DataAtom) {
		before, behind := lineAround(n)
		d.label = strings.ToLower(before)
		d.inText = len(before)+len(d.text)+len(behind) > longestDated && !dateOfHeading(n) &&
			!(n.DataAtom != atom.Time && strings.TrimSpace(before) == "" && isDate(d.text))
	}
	if strings.TrimSpace(d.label) == "" {
		d.label = labelAbove(n)
	}
	return d
}

func (f *facts) meta(n *html.Node) {
	content := attr(n, "content")
	if content == "" || len(f.metas) >= mostMetas || len(content) > longestMeta {
		return
	}
	for _, key := range [...]string{"property", "name", "http-equiv"} {
		if name := attr(n, key); name != "" && !(strings.EqualFold(name, "og:site_name") && article.Relays(content)) { // an archive has pages of others
			f.metas = append(f.metas, meta{strings.ToLower(strings.TrimSpace(name)), content})
		}
	}
	f.props = appendProp(f.props, n)
}

func (f *facts) link(n *html.Node) {
	href := attr(n, "href")
	if href == "" || len(f.links) >= mostMetas {
		return
	}
	for rel := range strings.FieldsSeq(strings.ToLower(attr(n, "rel"))) {
		f.links = append(f.links, link{rel, href, strings.ToLower(attr(n, "type"))})
	}
	if attr(n, "itemprop") != "" {
		f.props = appendProp(f.props, n)
	}
}

// nearestBylines returns the bylines of a page, those between the headline and the text first: above it and far below it may stand those
// of other pieces.
func (f *facts) nearestBylines() []string {
	var near, others []string
	for i, b := range f.bylines {
		if at := f.signedAt[i]; at.heading >= f.headline.heading && at.prose-f.headline.prose <= mostBelow {
			near = append(near, b)
		} else {
			others = append(others, b)
		}
	}
	return append(near, others...)
}

// bylineOf keeps the text of an element named as a byline, unless it is the house of a picture.
func (f *facts) bylineOf(n *html.Node, s string, at progress) {
	if name := bylineName(s); sellsPictures(name) || isHouse(name) && pictured(n) {
		return
	}
	f.byline(s, at)
}

func (f *facts) byline(s string, at progress) {
	if s != "" && len(f.bylines) < f.mostSign {
		f.bylines, f.signedAt = append(f.bylines, s), append(f.signedAt, at)
	}
}

// get returns what the first <meta> of one of the names says, with its name.
// Earlier names are preferred.
func (f *facts) get(names ...string) (content, name string) {
	for _, name := range names {
		for i := range f.metas {
			if f.metas[i].name == name {
				if c := unescape(f.metas[i].content); c != "" {
					return c, name
				}
			}
		}
	}
	return "", ""
}

// rel returns the address of the first link of the relation.
func (f *facts) rel(name string) string {
	for i := range f.links {
		if f.links[i].rel == name {
			return f.links[i].href
		}
	}
	return ""
}

// rdfa keeps the time of publication, the writer and the publisher that RDFa gives, as Drupal and others write it:
// <span property="dc:date dc:created" content="2024-03-05T10:15:00+01:00">.
func (f *facts) rdfa(n *html.Node) {
	properties := attr(n, "property")
	if properties == "" || len(f.props) >= mostProps {
		return
	}
	for name := range strings.FieldsSeq(properties) {
		if _, local, ok := strings.Cut(name, ":"); ok {
			name = local
		}
		switch name {
		case "author", "creator", "publisher":
			if value := nameIn(n); value != "" && !elsewhere(scope(n)) && !strings.Contains(properties, "og:") && !strings.Contains(properties, "article:") {
				f.props = append(f.props, prop{name: strings.Replace(name, "creator", "author", 1), value: value})
			}
			return
		case "datePublished", "date", "created", "issued", "published_time", "pubdate":
			value := attr(n, "content")
			if value == "" {
				value = textOf(n, longestDated)
			}
			if hasDigits(value) && !elsewhere(scope(n)) {
				f.props = append(f.props, prop{name: "datePublished", value: value})
			}
			return
		}
	}
}

// nameIn returns the name that RDFa gives what n stands for: that of an element in it, else its own value.
func nameIn(n *html.Node) string {
	const longest = 200 // bytes
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if p := attr(c, "property"); p == "name" || strings.HasSuffix(p, ":name") {
			n = c
			break
		}
	}
	if v := attr(n, "content"); v != "" {
		return clean(v)
	}
	return textOf(n, longest)
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}

// scope returns the names that the elements around n have, lower case, without
// classes that say how an element looks on screens of some sizes (lg-nav:px-12).
func scope(n *html.Node) string { return scopeWithin(n, nil) }

// scopeBeside is scope without what is around the headline too: a piece in a "teaser",
// a "widget" or with the classes "category-popular" and "tag-weather" is still the piece.
func (f *facts) scopeBeside(n *html.Node) string { return scopeWithin(n, f.around) }

// scopeWithin is scope up to the first element of outer.
func scopeWithin(n *html.Node, outer map[*html.Node]bool) string {
	var b strings.Builder
	for a, depth := n.Parent, 0; a != nil && !outer[a] && a.DataAtom != atom.Body && depth < 6; a, depth = a.Parent, depth+1 {
		b.WriteString(a.Data)
		b.WriteByte(' ')
		for _, key := range [...]string{"class", "id", "itemprop"} {
			v := attr(a, key)
			if v == "" || len(v) >= 400 {
				continue
			}
			for name := range strings.FieldsSeq(v) {
				if strings.IndexByte(name, ':') < 0 {
					b.WriteString(strings.ToLower(name))
					b.WriteByte(' ')
				}
			}
		}
	}
	return b.String()
}

// signature keeps the paragraph around a piece of text if it begins as bylines
// do and stands between the heading and the second paragraph.
func (f *facts) signature(n *html.Node) {
	const most = 4
	headed := len(f.headings) > 0 || f.headline.heading > 0
	if f.prose > 1 || len(f.signed) >= most || !headed && len(f.unheaded) >= most {
		return
	}
	s := strings.TrimLeft(n.Data, " \t\r\n\u00a0")
	if len(s) >= 2*shortestRun && n.Parent != nil && n.Parent.DataAtom == atom.P {
		f.prose++
		return
	}
	if !mayBeSignature(s) {
		return
	}
	switch s := signatureAt(n); {
	case s == "":
	case headed:
		f.signed = append(f.signed, s)
	default:
		f.unheaded = append(f.unheaded, s)
	}
}

// signatureAt returns the byline that n begins, empty if it begins none.
func signatureAt(n *html.Node) string {
	s := signatureAround(n)
	if writer := signsForAgency(s); writer != "" {
		return writer
	}
	if len(s) > longestSignature || !signs(s) && !signsSmall(s) && !namesReporter(s) {
		return ""
	}
	return s
}

// signatureAround returns the text of the line that n begins, or of the part of it that may be a byline.
func signatureAround(n *html.Node) string {
	block := n.Parent
	if block == nil {
		return ""
	}
	for block.Parent != nil && inline(block.DataAtom) && len(textOf(block.Parent, longestSignature)) <= longestSignature {
		block = block.Parent
	}
	return textOf(block, longestSignature)
}
