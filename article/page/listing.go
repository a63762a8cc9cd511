package page

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A listing is what a page has of other pieces.
type listing struct {
	heads    int // headings, or links that stand alone, that lead to other pages
	teasers  int // of them those with a few lines of text
	listed   int // bytes of running text in teasers
	own      int // bytes of running text elsewhere, but for the parts of the page that are not of its text
	declared bool
	groups   map[string]bool // of three words, in teasers
}

// listing returns what a page has of other pieces, if it may be none of an article but lists others: those of a
// tag, a section or a writer, what a search found, a front page. On such a page most of the running text stands in teasers, each
// below a heading that leads to another page, and something says what it is; where nothing does, there is no other text.
// It returns nil for all others.
func (d *describer) listing(doc *html.Node) *listing {
	if articleRank(d.data.article) >= 2 {
		return nil
	}
	if _, ok := d.metaTime("article:published_time"); ok {
		return nil
	}
	const leastHeads, leastTeasers, leastAlone, longestLife = 5, 4, 5, 800
	l := d.teasersOf(doc)
	l.declared = d.declaresListing() && l.heads >= leastHeads && l.own <= longestLife // which it says of the writer
	switch {
	case l.declared:
	case l.own == 0 && (l.teasers >= leastAlone || l.teasers >= leastTitled && d.titlesListing()):
	case l.teasers >= leastTeasers && l.own*2 <= l.listed && d.saysListing(doc):
	default:
		return nil
	}
	return l
}

// saysListing reports whether something says that a page lists others: its data, title or address, or a class.
func (d *describer) saysListing(doc *html.Node) bool {
	return d.declaresListing() || d.titlesListing() || d.listsByAddress() || listsByClass(doc)
}

// covers reports whether a text that was found in the page is of teasers, or may be of anything since the page
// declares that it lists others.
func (l *listing) covers(text string) bool {
	groups, known := 0, 0
	for g := range wordGroups(text) {
		if groups++; l.groups[g] {
			known++
		}
	}
	return l.declared || known*5 >= groups*4
}

// leastTitled is the number of teasers of a page that is titled as one which lists others, and has no other text.
const leastTitled = 2

// longestListed is the length in bytes of the longest text of a teaser.
const longestListed = 900

// teasersOf measures what a page has of other pieces.
func (d *describer) teasersOf(doc *html.Node) *listing {
	l := &listing{groups: make(map[string]bool)}
	heads := d.headsOfOthers(doc, true)
	if more := d.headsOfOthers(doc, false); len(heads) < 4 && len(more) > len(heads) {
		heads = more
	}
	if l.heads = len(heads); l.heads < leastTitled {
		return l
	}
	within := headsWithin(doc, heads)
	items := make(map[*html.Node]bool, 2*len(heads))
	for _, h := range heads {
		n := h
		for n.Parent != nil && within[n.Parent] == 1 && !holdsPage(n.Parent.DataAtom) {
			n = n.Parent
		}
		size := runningIn(n, nil)
		items[n] = true
		if n.DataAtom == atom.Dt {
			if dd := nextElement(n); dd != nil && dd.DataAtom == atom.Dd {
				size += runningIn(dd, nil)
				items[dd] = true
			}
		}
		if size > longestListed {
			delete(items, n)
		} else if size > 0 {
			l.teasers, l.listed = l.teasers+1, l.listed+size
		}
	}
	for n := range items {
		for g := range wordGroups(textOf(n, 4*longestListed)) {
			l.groups[g] = true
		}
	}
	l.own = runningIn(doc, items)
	return l
}

// headsWithin returns how many heads stand within each element around one; more than there are around a headline, so
// that nothing around that is a teaser.
func headsWithin(doc *html.Node, heads []*html.Node) map[*html.Node]int {
	const several = 2
	within := make(map[*html.Node]int)
	add := func(n *html.Node, many int) {
		for a := n; a != nil; a = a.Parent {
			within[a] += many
		}
	}
	for _, h := range heads {
		add(h, 1)
	}
	for n := doc; n != nil; n = next(doc, n, unread(n.DataAtom)) {
		if n.DataAtom == atom.H1 {
			add(n, several)
		}
	}
	return within
}

// headsOfOthers returns the headings of a page that are links to other pages or, if headings is false, the blocks that are.
func (d *describer) headsOfOthers(doc *html.Node, headings bool) (heads []*html.Node) {
	const shortestHead, shortestBlock, most = 15, 25, 400 // bytes, bytes, heads
	last := ""
	for n := doc; n != nil && len(heads) < most; n = next(doc, n, asideOf(n)) {
		if n.DataAtom != atom.A {
			continue
		}
		head, shortest := headOf(n), shortestHead
		if headings && head == nil {
			continue
		}
		if !headings {
			head, shortest = n, shortestBlock
			for head.Parent != nil && inline(head.DataAtom) {
				head = head.Parent
			}
		}
		linked, all := len(textOf(n, 400)), len(textOf(head, 400))
		target := d.leadsTo(n)
		if target == "" || target == last || linked < shortest || linked*10 < all*8 && headOf(n) != n {
			continue
		}
		last = target
		heads = append(heads, head)
	}
	return heads
}

// headOf returns the heading of level 2 to 6 around a link; or the link, if it holds one; or nil.
func headOf(a *html.Node) *html.Node {
	for h := a.Parent; h != nil && (inline(h.DataAtom) || isHeading(h.DataAtom)); h = h.Parent {
		if isHeading(h.DataAtom) {
			if h.DataAtom == atom.H1 {
				return nil
			}
			return h
		}
	}
	for c := next(a, a, false); c != nil; c = next(a, c, false) {
		if isHeading(c.DataAtom) && c.DataAtom != atom.H1 {
			return a
		}
	}
	return nil
}

// leadsTo returns the address, without its fragment, of another page that a link leads to; empty if it leads to none.
func (d *describer) leadsTo(a *html.Node) string {
	href := strings.TrimSpace(attr(a, "href"))
	href, _, _ = strings.Cut(href, "#")
	if scheme, _, ok := strings.Cut(href, ":"); href == "" || ok && !strings.HasPrefix(scheme, "http") && !strings.Contains(scheme, "/") {
		return ""
	}
	if d.at != "" && sameAddress(absolute(href, d.at), d.at) && !strings.Contains(href, "?") {
		return ""
	}
	return href
}

// asideOf reports whether n holds nothing of what a page is about: navigation, its foot, forms, what runs beside it.
func asideOf(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Fieldset, atom.Dialog:
		return true
	}
	return neverText(n.DataAtom)
}

// runningIn returns the length in bytes of the running text in n that stands in no link, but for some elements and what
// stands beside the text.
func runningIn(n *html.Node, without map[*html.Node]bool) (size int) {
	const shortest = 40 // bytes
	for c := n; c != nil; {
		skip := without[c] || asideOf(c) || c.DataAtom == atom.A || c != n && c.Type == html.ElementNode && len(c.Attr) > 0 && (isFurniture(c, shapeNames) || ofOthers(c) || isHidden(c))
		if !skip && c.Type == html.TextNode && len(c.Data) >= shortest {
			if k := lengthOf(c.Data); k >= shortest {
				size += k
			}
		}
		c = next(n, c, skip)
	}
	return size
}

// nextElement returns the element behind n in its parent.
func nextElement(n *html.Node) *html.Node {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// declaresListing reports whether data or <meta> of a page say that it lists others, or is about a writer, or its title
// does as WordPress writes it for the latter.
func (d *describer) declaresListing() bool {
	if t, _ := d.get("og:type"); strings.EqualFold(t, "profile") {
		return true
	}
	for i := range d.data.roots {
		if isListing(&d.data.roots[i]) || slices.ContainsFunc(d.data.roots[i].list, func(v value) bool { return isListing(&v) }) ||
			slices.ContainsFunc(d.data.roots[i].get("@graph").list, func(v value) bool { return isListing(&v) }) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(d.facts.title), ", author at ")
}

func isListing(v *value) bool {
	return isType(v, "CollectionPage", "SearchResultsPage", "ProfilePage")
}

// titlesListing reports whether title or headline of a page are those of one that lists others. An article may be
// called so: "Fire in the archives".
func (d *describer) titlesListing() bool {
	return titlesListing(d.facts.title) || slices.ContainsFunc(d.headings, titlesListing)
}

// titlesListing reports whether a title is that of a page which lists pieces.
func titlesListing(title string) bool {
	title = strings.ToLower(clean(title))
	for _, t := range listingBegins {
		if strings.HasPrefix(title, t) {
			return true
		}
	}
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " · ", " » "} { // Canals Archives - The Islander
		title, _, _ = strings.Cut(title, sep)
	}
	for _, t := range listingEnds {
		if strings.HasSuffix(title, t) {
			return true
		}
	}
	return false
}

// How titles of pages begin and end that list pieces, in lower case.
var (
	listingBegins = listed("listing-begin")
	listingEnds   = listed("listing-end")
)

// listsByAddress reports whether the address of a page is one of a tag, a section, a writer, a search or the first page of
// a site, and does not end as that of an article does.
func (d *describer) listsByAddress() bool {
	u, err := url.Parse(d.at)
	if err != nil || u.Host == "" {
		return false
	}
	parts := strings.FieldsFunc(strings.ToLower(u.Path), func(r rune) bool { return r == '/' })
	if len(parts) == 0 {
		return u.RawQuery == "" || searches(u)
	}
	if searches(u) {
		return true
	}
	last := parts[len(parts)-1]
	if strings.Count(last, "-") > 3 || strings.HasSuffix(last, "html") && len(parts) > 2 {
		return false
	}
	return slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(listingPaths, p) })
}

// searches reports whether an address asks for something: ?s=boat, /search?q=boat.
func searches(u *url.URL) bool {
	q := u.Query()
	return slices.ContainsFunc([]string{"s", "q", "query", "search", "suche", "keyword", "keywords", "buscar", "recherche"}, func(key string) bool {
		return q.Get(key) != "" && (u.Path == "" || u.Path == "/" || containsAny(strings.ToLower(u.Path), []string{"search", "such", "busca", "recherche", "ricerca", "zoek", "pesquis", "szukaj", "sok", "sog"}))
	})
}

// listingPaths are parts of the paths of pages that list pieces.
var listingPaths = listed("listing-path")

// listsByClass reports whether the <body> of a page has a class by which WordPress, and others, name pages that list pieces.
func listsByClass(doc *html.Node) bool {
	for n := doc; n != nil; n = next(doc, n, n.DataAtom == atom.Head) {
		if n.DataAtom != atom.Body {
			continue
		}
		lists := false
		for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
			switch class {
			case "single", "single-post", "post-template-default", "node-type-article", "page-node-type-article":
				return false
			case "archive", "category", "tag", "author", "search", "search-results", "blog", "home", "paged", "page-taxonomy", "page-search", "front", "path-frontpage", "path-taxonomy", "path-search":
				lists = true
			}
		}
		return lists
	}
	return false
}
