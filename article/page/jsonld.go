package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linkedData is what the JSON-LD of a page says: all its objects, and which of
// them is the article.
// https://schema.org/NewsArticle, https://www.w3.org/TR/json-ld11/
type linkedData struct {
	roots   []value
	byID    map[string]*value // objects that say more than their @id
	article *value            // never nil; null if there is none
	site    *value            // the WebSite or organisation that the page describes, never nil
}

// readLinkedData collects the scripts of JSON-LD. title is what other sources
// call the page and address is where they say it is; both tell the article from
// the teasers of others.
func readLinkedData(scripts []string, title, address string) *linkedData {
	d := &linkedData{byID: make(map[string]*value), article: &value{}, site: &value{}}
	for _, s := range scripts {
		d.roots = append(d.roots, readJSON(s)...)
	}
	best := 0
	for i := range d.roots {
		d.walk(&d.roots[i], 0, true, title, address, &best)
	}
	if d.ofAnother(d.article, title, address) {
		d.article = &value{}
	}
	return d
}

// ofAnother reports whether v is of another page: the only address that it gives
// for itself is another, and no three words in a row of its headline are in the
// title.
func (d *linkedData) ofAnother(v *value, title, address string) bool {
	headline := unescape(v.get("headline").text)
	if headline == "" || title == "" || d.addressScore(v, address) >= 0 {
		return false
	}
	words := false // the title has three
	for range wordGroups(title) {
		words = true
		break
	}
	return words && !sharesWords(headline, title)
}

// onAnotherThing reports whether v is a recipe or a review that the page has beside its article: it is called unlike the page, and does
// not give its address.
func (d *linkedData) onAnotherThing(v *value, title, address string) bool {
	if !isType(v, "Recipe", "Review", "CriticReview", "UserReview") || title == "" || d.addressScore(v, address) > 0 {
		return false
	}
	name := unescape(v.get("headline").text)
	if name == "" {
		name = unescape(v.get("name").text)
	}
	return name != "" && !sharesWords(name, title)
}

// walk looks at an object and what lies in it. top says that no object around
// it is of a kind that has articles of others in it.
func (d *linkedData) walk(v *value, depth int, top bool, title, address string, best *int) {
	if depth > deepestJSON {
		return
	}
	for i := range v.list {
		d.walk(&v.list[i], depth+1, top, title, address, best)
	}
	if v.kind != object {
		return
	}
	if id := v.get("@id").text; id != "" && len(v.object) > 1 {
		if _, ok := d.byID[id]; !ok {
			d.byID[id] = v
		}
	}
	rank := articleRank(v)
	if rank > 0 && top && !d.onAnotherThing(v, title, address) {
		score := [...]int{0, 10, 40, 45}[rank]
		headline := v.get("headline").text
		if headline == "" {
			headline = v.get("name").text
		}
		if title != "" && sameTitle(unescape(headline), title) {
			score += 25
		}
		score += d.addressScore(v, address)
		if v.get("datePublished").text != "" {
			score += 3
		}
		if headline != "" {
			score += 2
		}
		if score > *best {
			*best, d.article = score, v
		}
	}
	if top && d.site.kind == null && isType(v, "WebSite", "NewsMediaOrganization") {
		d.site = v
	}
	for i := range v.object {
		m := &v.object[i]
		if m.value.kind == text {
			continue
		}
		switch m.key {
		case "itemListElement", "hasPart", "citation", "mentions", "relatedLink", "comment", "review", "isRelatedTo", "significantLink", "liveBlogUpdate", "about":
			d.walk(&m.value, depth+1, false, title, address, best)
		case "mainEntity":
			d.walk(&m.value, depth+1, top, title, address, best)
		case "isBasedOn", "isPartOf", "publisher", "author", "creator", "image", "logo", "video":
			d.walk(&m.value, depth+1, false, title, address, best)
		default:
			d.walk(&m.value, depth+1, top && rank != 1, title, address, best)
		}
	}
}

// addressScore says how well the addresses that v gives for itself agree with
// that of the page; one that gives only others is a teaser.
func (d *linkedData) addressScore(v *value, address string) int {
	if address == "" {
		return 0
	}
	other := 0
	for _, key := range [...]string{"url", "mainEntityOfPage", "@id"} {
		switch a := d.address(v.get(key)); {
		case a == "":
		case sameAddress(a, address):
			return 25
		default:
			other = -30
		}
	}
	return other
}

// articleRank says how surely v is an article: 3 of the news, 2 of another
// kind, 1 a page or instructions, 0 something else.
func articleRank(v *value) int {
	rank := 0
	each(v.get("@type"), func(t *value) {
		name := t.text
		if k := strings.LastIndexAny(name, "/#:"); k >= 0 {
			name = name[k+1:]
		}
		switch {
		case strings.HasSuffix(name, "NewsArticle"), name == "Report", name == "LiveBlogPosting":
			rank = max(rank, 3)
		case strings.HasSuffix(name, "Article"), strings.HasSuffix(name, "Posting") && name != "JobPosting", name == "Review", name == "Recipe":
			rank = max(rank, 2)
		case name == "WebPage", name == "ItemPage", name == "HowTo":
			rank = max(rank, 1)
		}
	})
	return rank
}

// isType reports whether v is of one of the types.
func isType(v *value, types ...string) bool {
	found := false
	each(v.get("@type"), func(t *value) {
		for _, name := range types {
			found = found || t.text == name
		}
	})
	return found
}

// each calls f with v, or with each element if v is a list.
func each(v *value, f func(*value)) {
	switch v.kind {
	case list:
		for i := range v.list {
			if v.list[i].kind != list {
				f(&v.list[i])
			}
		}
	case null:
	default:
		f(v)
	}
}

// resolve returns what v stands for if it is a mere reference to an object.
func (d *linkedData) resolve(v *value) *value {
	if v.kind == object && len(v.object) == 1 {
		if o, ok := d.byID[v.get("@id").text]; ok {
			return o
		}
	}
	return v
}

// name returns what a value names: itself, or the name of an object.
func (d *linkedData) name(v *value) string {
	v = d.resolve(v)
	switch v.kind {
	case text:
		if o, ok := d.byID[v.text]; ok {
			return d.nameOf(o)
		}
		return unescape(v.text)
	case object:
		return d.nameOf(v)
	}
	return ""
}

func (d *linkedData) nameOf(v *value) string {
	for _, key := range [...]string{"name", "headline", "legalName", "title"} {
		switch n := v.get(key); n.kind {
		case text:
			return unescape(n.text)
		case list: // of one name in several languages
			if len(n.list) > 0 && n.list[0].kind == text {
				return unescape(n.list[0].text)
			}
		case object:
			if t := n.get("@value").text; t != "" {
				return unescape(t)
			}
		}
	}
	first, last := v.get("givenName").text, v.get("familyName").text
	return unescape(first + " " + last)
}

// first returns the first name that v holds.
func (d *linkedData) first(v *value) string {
	name := ""
	each(v, func(v *value) {
		if name == "" {
			name = d.name(v)
		}
	})
	return name
}

// names returns the names that v holds, without repetitions.
func (d *linkedData) names(v *value) []string {
	var names []string
	each(v, func(v *value) { names = appendNew(names, d.name(v)) })
	return names
}

// address returns the address that v is or has.
func (d *linkedData) address(v *value) string { return d.addressIn(v, 3) }

// addressIn is address for a value within others, of which depth more may hold
// it; objects may refer to each other in circles.
func (d *linkedData) addressIn(v *value, depth int) string {
	v = d.resolve(v)
	switch {
	case v.kind == text && isURL(v.text):
		return v.text
	case depth == 0:
	case v.kind == object:
		for _, key := range [...]string{"url", "@id", "mainEntityOfPage"} {
			if a := d.addressIn(v.get(key), depth-1); a != "" {
				return a
			}
		}
	case v.kind == list && len(v.list) > 0:
		return d.addressIn(&v.list[0], depth-1)
	}
	return ""
}

// unescape returns s without the mark-up and character references that pages
// leave in the strings of their data.
func unescape(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = strings.Join(paragraphsOf(s), " ")
	}
	return clean(s)
}

// paragraphsOf returns the paragraphs of a fragment of HTML.
func paragraphsOf(s string) []string {
	if strings.IndexByte(s, '<') < 0 {
		var lines []string
		for line := range strings.Lines(s) {
			if line = clean(line); line != "" {
				lines = append(lines, line)
			}
		}
		return lines
	}
	nodes, err := html.ParseFragment(strings.NewReader(s), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return nil
	}
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	var lines []string
	for _, p := range flow(root) {
		lines = append(lines, p.text)
	}
	return lines
}
