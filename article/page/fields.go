package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article/date"

	"wiretrace/article"
)

// The names of <meta> in the order in which they are believed. Parse.ly,
// Sailthru, Chartbeat, Cxense and the rest are services that newsrooms feed
// with clean values; Dublin Core and Highwire Press (citation_) are catalogues.
var (
	titleMetas = []string{
		"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "cxenseparse:title",
		"headline", "title", "hdl", "cre-title", "fb_title", "thumbnail-title",
	}
	bylineMetas = []string{
		"parsely-author", "sailthru.author", "author", "article:author_name", "dc.creator", "dcterms.creator", "dc.contributor", "citation_author",
		"cxenseparse:author", "byl", "byline", "authors", "article.author", "article:author", "articleauthor", "article_author", "article-author", "og:author", "twitter:data1", "creator", "rbauthors",
	}
	outletMetas = []string{"og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "cre", "publisher", "application-name", "al:android:app_name", "apple-mobile-web-app-title", "copyright"}
	// What says that it is of publication, before what may be of anything.
	dateMetas = []string{
		"article:published_time", "og:published_time", "og:article:published_time", "article:published", "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
		"dcterms.issued", "dc.date.issued", "citation_publication_date", "citation_online_date", "bt:pubdate", "vr:published_time", "shareaholic:article_published_time", "iso-8601-publish-date",
		"datepublished", "date_published", "date-published", "publication_date", "publish_date", "publish-date", "publishdate", "published_date", "published_time", "published-date",
		"originalpublicationdate", "article_date_original", "article.origpublished", "pubdate", "rnews:datepublished", "rbpubdate",
	}
	otherDateMetas = []string{
		"dcterms.created", "dc.date.created", "article.created", "created", "dcterms.date", "dc.date", "citation_date", "analyticsattributes.articledate",
		"ptime", "utime", "pdate", "dat", "release_date", "date", "dc:date", "displaydate", "search:date",
	}
	languageMetas = []string{"og:locale", "content-language", "dc.language", "dcterms.language", "language", "inlanguage", "citation_language"}
)

// A Field is a value with where it was read.
type Field struct {
	Value  string
	Source string // "json-ld", "meta og:title", "microdata", "link canonical", "title element", ... ; empty if unknown
}

// set takes a value unless there is one.
func (f *Field) set(value, source string) {
	if f.Value == "" && value != "" {
		*f = Field{value, source}
	}
}

// A describer finds what a page says about itself.
type describer struct {
	*facts
	doc  *html.Node // the page, until its text is taken out
	data *linkedData
	own  string // the site that the page was read from, as far as it tells
	at   string // address of the page, as far as it tells
	open string // the first date of figures whose order is unknown

	order   date.Order // of day and month, once it is wanted
	ordered bool
}

// headline returns the headline.
func (d *describer) headline() (f Field) {
	if v := d.data.article; articleRank(v) > 1 {
		t := unescape(v.get("headline").text)
		if t == "" {
			t = unescape(v.get("name").text)
		}
		if t = d.whole(d.trim(t)); !d.isSite(t) {
			f.set(t, "json-ld")
		}
	}
	for _, name := range titleMetas {
		if c, _ := d.get(name); f.Value == "" && c != "" {
			if t := d.whole(d.trim(c)); !d.isSite(t) && !d.isMotto(t, c) && !d.isPlace(t) {
				f.set(t, "meta "+name)
			}
		}
	}
	for _, p := range d.props {
		if p.name == "headline" && isArticleItem(p.types) {
			f.set(clean(p.value), "microdata")
		}
	}
	if title := d.trim(d.title); len(d.headings) > 0 {
		for _, h := range d.headings {
			if sameTitle(h, title) || sameTitle(h, d.title) {
				f.set(h, "h1 element")
			}
		}
	}
	if isPartOf(d.titled, d.title) && !d.isSite(d.titled) && !d.headsRest(clean(d.title), d.titled) {
		f.set(d.titled, "heading element")
	}
	if t := d.partOfTitle(); f.Value == "" && t != "" {
		f.set(t, "title element")
	}
	if f.Value == "" {
		f.set(d.largestLine(), "font element")
	}
	if t := d.whole(d.trim(d.title)); !d.isSite(t) && !d.isMotto(t, d.title) && !d.isPlace(t) {
		f.set(t, "title element")
	}
	if len(d.headings) > 0 {
		f.set(d.headings[0], "h1 element")
	} else if wordsIn(d.bold) > 3 {
		f.set(d.bold, "h2 element")
	}
	return f
}

// partOfTitle returns the part of the page's title, before or behind the name of a site that nothing
// else tells, that stands in the page as a heading or in bold type; empty if none does, or both parts
// do.
func (d *describer) partOfTitle() string {
	title := clean(d.title)
	if title == "" || d.trim(d.title) != title {
		return ""
	}
	parts := partsOf(title)
	if len(parts) == 0 {
		return ""
	}
	found := ""
	for n := d.doc; n != nil; n = next(d.doc, n, unread(n.DataAtom)) {
		if n.Type != html.TextNode || len(n.Data) < shortestPart || !isEmphatic(n) {
			continue
		}
		for _, p := range parts {
			if len(n.Data) < len(p) || p == found || !sameTitle(n.Data, p) {
				continue
			}
			if found != "" {
				return ""
			}
			found = p
		}
	}
	return found
}

// shortestPart is the length in bytes of the shortest part of a title that is taken for a headline.
const shortestPart = 12

// partsOf returns the parts of a title before and behind what separates a site's name from a headline,
// where the other part is as short as such a name.
func partsOf(title string) (parts []string) {
	const longestName, mostWords = 50, 5 // bytes
	for _, sep := range [...]string{" - ", " | ", " – ", " — ", " :: ", " » ", " / ", ": "} {
		first, last := strings.Index(title, sep), strings.LastIndex(title, sep)
		if first < 0 {
			continue
		}
		for _, cut := range [...]struct{ part, name string }{{title[first+len(sep):], title[:first]}, {title[:last], title[last+len(sep):]}} {
			if len(cut.part) >= shortestPart && len(cut.name) <= longestName && wordsIn(cut.name) <= mostWords && wordsIn(cut.part) > 1 {
				parts = append(parts, cut.part)
			}
		}
		if first < last { // the site, a section or the day, and the headline
			for part := range strings.SplitSeq(title, sep) {
				if len(part) >= shortestPart && wordsIn(part) > 2 {
					parts = append(parts, part)
				}
			}
		}
	}
	return parts
}

// isEmphatic reports whether a text is a heading or stands in bold or large type, or in an element named as a title.
func isEmphatic(n *html.Node) bool {
	const farthest = 4 // elements
	for a, i := n.Parent, 0; a != nil && i < farthest; a, i = a.Parent, i+1 {
		switch a.DataAtom {
		case atom.B, atom.Strong, atom.Big, atom.Font:
			return true
		}
		if isHeading(a.DataAtom) || containsAny(strings.ToLower(attr(a, "class")), []string{"title", "headline"}) {
			return true
		}
		if !inline(a.DataAtom) {
			return false
		}
	}
	return false
}

// whole returns what a heading of the page has in full where t is cut: with dots
// at its end, or to the 110 characters that schema.org allows.
func (d *describer) whole(t string) string {
	const shortest, most = 20, 108 // bytes; characters
	n := strings.TrimRight(t, ".… ")
	if len(n) < shortest || n == t && utf8.RuneCountInString(t) < most {
		return t
	}
	for _, h := range append(d.headings, d.trim(d.title)) {
		if strings.HasPrefix(h, n) && len(h) > len(n)+len("...") {
			return h
		}
	}
	return t
}

// isMotto reports whether t, which is left of a title without the site's name,
// is what the site says of itself: the name stood first, and the heading that the page is called by, else the only
// one of level 1, has not a word of it.
func (d *describer) isMotto(t, title string) bool {
	heading := d.onlyHeading()
	return heading != "" && len(t) < len(clean(title)) && strings.HasSuffix(clean(title), t) && !sharesWord(heading, t)
}

// isPlace reports whether t, which is left of a title, is where in the site the page stands, "Home" or
// "Local news", and not what its heading says.
func (d *describer) isPlace(t string) bool {
	const longest, mostWords, least = 20, 2, 4 // bytes; words
	if len(t) > longest || wordsIn(t) > mostWords {
		return false
	}
	heading := d.onlyHeading()
	return wordsIn(heading) >= least && !sharesWord(heading, t)
}

// onlyHeading returns the heading that is what the page is called, else the only one of level 1; empty
// if there is none, or are several.
func (d *describer) onlyHeading() string {
	switch {
	case d.titled != "":
		return d.titled
	case len(d.headings) == 1:
		return d.headings[0]
	}
	return ""
}

// sharesWord reports whether a heading has a word of t that is no particle.
func sharesWord(heading, t string) bool {
	heading = strings.ToLower(heading)
	for w := range strings.FieldsSeq(strings.ToLower(t)) {
		if w = strings.Trim(w, `.,;:!?"'“”‘’`); len(w) > 3 && strings.Contains(heading, w) {
			return true
		}
	}
	return false
}

// isPartOf reports whether a heading is all of a title, or stands in it between what separates the names of
// sites and sections from headlines.
func isPartOf(heading, title string) bool {
	const separators = "-–—|:»«·•/<>~"
	before, behind, ok := strings.Cut(clean(title), clean(heading))
	if !ok || heading == "" {
		return false
	}
	before, behind = strings.TrimRight(before, " "), strings.TrimLeft(behind, " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(behind)
	return (before == "" || strings.ContainsRune(separators, last)) && (behind == "" || strings.ContainsRune(separators, first))
}

// isArticleItem reports whether the item is an article, or of no kind.
func isArticleItem(types []string) bool {
	if len(types) == 0 {
		return true
	}
	return strings.HasSuffix(types[0], "Article") || strings.HasSuffix(types[0], "Posting") || types[0] == "WebPage" || types[0] == "Report"
}

// isOtherItem reports whether the item is something on the page that has a date
// of its own.
func isOtherItem(types []string) bool {
	for _, t := range types {
		switch t {
		case "Comment", "UserComments", "Review", "Event", "VideoObject", "ImageObject", "AudioObject", "Product":
			return true
		}
	}
	return false
}

// isSite reports whether s is the name of the site rather than a title.
func (d *describer) isSite(s string) bool {
	if s == "" || d.own != "" && strings.EqualFold(s, d.own) {
		return true
	}
	site, _ := d.get("og:site_name")
	for _, name := range [...]string{site, d.site, d.data.first(d.data.article.get("publisher"))} {
		if name != "" && sameTitle(s, name) {
			return true
		}
	}
	return false
}

// trim returns a title without the outlet's name behind a dash or bar, or
// before it: what a heading of the page has, or what is not the site's name.
func (d *describer) trim(title string) string {
	title = clean(title)
	for _, h := range d.headings {
		if len(h) > 12 && len(h) < len(title) && (strings.HasPrefix(title, h) || strings.HasSuffix(title, h)) && !d.ofSite(title, h) {
			return h
		}
	}
	names := []string{d.data.first(d.data.article.get("publisher")), d.own, d.site}
	if site, _ := d.get("og:site_name", "application-name"); site != "" {
		names = append(names, site)
	}
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " // ", ": ", " < ", " « "} {
		for _, name := range names {
			if name == "" {
				continue
			}
			if k := strings.LastIndex(title, sep); k > 0 && sameSite(title[k+len(sep):], name) {
				return strings.TrimSpace(title[:k])
			}
			if k := strings.Index(title, sep); k > 0 && sameSite(title[:k], name) {
				return strings.TrimSpace(title[k+len(sep):])
			}
		}
	}
	return title
}

// sameSite reports whether a and b are one name of a site, written with or
// without blanks, article and ending.
func sameSite(a, b string) bool {
	a, b = siteKey(a), siteKey(b)
	return a != "" && (a == b || len(a) > 4 && strings.HasPrefix(b, a) && strings.IndexByte(b[len(a):], '.') == 0)
}

func siteKey(s string) string {
	var b strings.Builder
	s = strings.TrimPrefix(strings.ToLower(clean(s)), "the ")
	for _, r := range strings.TrimPrefix(s, "www.") {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// joinNames makes a byline of the entries of a list, without the outlet, and counts them if there are several.
func (d *describer) joinNames(names []string, source, outlet string) (f Field, entries int) {
	const most = 12
	var good []string
	for _, n := range names {
		n = bylineName(n)
		if n != "" && !sameSite(n, outlet) && !sameSite(n, d.own) {
			good = appendNew(good, n)
		}
	}
	good = good[:min(len(good), most)]
	if f.set(strings.Join(good, ", "), source); len(good) > 1 {
		entries = len(good)
	}
	return f, entries
}

// byline returns the names of the writers, and how many entries of a list they were.
func (d *describer) byline(outlet string) (f Field, entries int) {
	offer := func(names []string, source string) {
		if f.Value == "" {
			f, entries = d.joinNames(names, source, outlet)
		}
	}
	v := d.data.article
	for _, key := range [...]string{"author", "creator", "contributor"} {
		offer(d.data.names(v.get(key)), "json-ld")
	}
	for _, name := range bylineMetas {
		var names []string
		for i := range d.metas {
			if m := &d.metas[i]; m.name == name {
				if c := unescape(m.content); name != "twitter:data1" || d.says("twitter:label1", "written by", "author", "by") {
					names = append(names, c)
				}
			}
		}
		offer(names, "meta "+name)
	}
	var names []string
	for _, p := range d.props {
		if p.name == "author" && (isArticleItem(p.types) || p.types[0] == "Person") || p.name == "name" && p.scope == "author" {
			names = appendNew(names, d.withoutOutlet(clean(p.value), outlet))
		}
	}
	offer(names, "microdata")
	for _, b := range d.nearestBylines() {
		b = d.withoutOutlet(b, outlet)
		if n := bylineName(b); n != "" && (personal(n) || unspacedName(n, n != b) || isHouse(n)) {
			offer([]string{b}, "byline element")
		}
	}
	signed := d.signed
	if len(d.headings) == 0 && d.facts.headline.heading == 0 {
		signed = d.unheaded
	}
	for _, b := range signed {
		if n := bylineName(b); personal(n) || unspacedName(n, n != b) || isHouse(n) {
			offer([]string{b}, "text")
		}
	}
	return f, entries
}

// withoutOutlet returns a byline without the outlet behind it: "Ada Crane - The Example".
func (d *describer) withoutOutlet(b, outlet string) string {
	for _, sep := range [...]string{" - ", ", "} {
		if k := strings.LastIndex(b, sep); k > 0 && (sameSite(b[k+len(sep):], outlet) || sameSite(b[k+len(sep):], d.own)) {
			return b[:k]
		}
	}
	if k := strings.Index(b, " "+outlet); k > 0 && len(outlet) > 3 && capitalised(b[strings.LastIndexByte(b[:k], ' ')+1:]) {
		return b[:k] // Ada Crane The Example, London
	}
	return b
}

// longestSite is the length in bytes of the longest name of a site that its own heading tells.
const longestSite = 60

// says reports whether the meta of that name says one of the values.
func (d *describer) says(name string, values ...string) bool {
	c, _ := d.get(name)
	for _, v := range values {
		if strings.EqualFold(strings.TrimSuffix(c, ":"), v) {
			return true
		}
	}
	return false
}

// outlet returns the name of the outlet. A page of an agency's piece may name
// the agency as its publisher: where og:site_name fits the page's address and
// the publisher does not, it is believed.
func (d *describer) outlet() (f Field) {
	v := d.data.article
	publisher := cleanSite(d.data.first(v.get("publisher")))
	var company Field // the name of the company behind the site, which gives way to the site's
	offer := func(name, source string) {
		if bare, legal := article.WithoutLegalForm(name); legal {
			company.set(bare, source)
		} else {
			f.set(name, source)
		}
	}
	if site, _ := d.get("og:site_name"); site != "" && !fits(publisher, d.own, d.at) && fits(site, d.own, d.at) {
		offer(cleanSite(site), "meta og:site_name")
	}
	offer(publisher, "json-ld")
	for _, name := range outletMetas[:5] {
		c, _ := d.get(name)
		offer(cleanSite(c), "meta "+name)
	}
	offer(cleanSite(d.data.name(d.data.site)), "json-ld")
	for _, p := range d.props {
		if p.name == "publisher" || p.name == "name" && p.scope == "publisher" {
			offer(cleanSite(p.value), "microdata")
		}
	}
	for _, name := range outletMetas[5 : len(outletMetas)-1] {
		c, _ := d.get(name)
		offer(cleanSite(c), "meta "+name)
	}
	// Behind the last dash or bar of the title stands the site, if its address
	// says so.
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " » "} {
		if k := strings.LastIndex(d.facts.title, sep); k > 0 {
			if name := strings.TrimSpace(d.facts.title[k+len(sep):]); len(name) < 40 && fits(name, d.own, d.at) {
				f.set(name, "title element")
			}
		}
	}
	if fits(company.Value, d.own, d.at) {
		f.set(company.Value, company.Source)
	}
	if s := d.facts.site; len(s) <= longestSite && (strings.HasPrefix(d.facts.title, s) || strings.HasSuffix(d.facts.title, s)) {
		f.set(cleanSite(s), "heading element") // that leads to its first page
	}
	f.set(d.own, "address")
	f.set(company.Value, company.Source)
	if f.Value == "" {
		f.set(d.owner(), "title element")
	}
	if f.Value == "" && d.onlyHeading() == "" {
		f.set(d.ownerInTitle(), "title element")
	}
	return f
}

// fits reports whether a name may be that of a site with this address: one is
// in the other, or the address is of the name's initials.
func fits(name, site, address string) bool {
	key := strings.ReplaceAll(siteKey(name), ".", "")
	if len(key) < 2 || site == "" {
		return false
	}
	host := hostOf(address)
	if host == "" {
		host = site
	}
	label, _, _ := strings.Cut(site, ".")
	if label = strings.ReplaceAll(label, "-", ""); len(label) < 2 {
		return false
	}
	host = strings.NewReplacer("-", "", ".", "").Replace(host)
	if strings.Contains(host, key) || len(label) > 2 && strings.Contains(key, label) {
		return true
	}
	var initials, words strings.Builder
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			initials.WriteRune(r)
		}
		if len(w) > 3 && strings.Contains(label, w) {
			words.WriteString(w)
		}
	}
	return strings.HasPrefix(label, initials.String()) && initials.Len() > 1 || words.Len() >= 4
}

// cleanSite returns the name of a site, empty if s is none.
func cleanSite(s string) string {
	s = clean(s)
	if isURL(s) {
		return hostOf(s)
	}
	if len(s) > 100 || strings.HasPrefix(s, "@") || strings.ContainsAny(s, "{}<>") {
		return ""
	}
	return strings.TrimSuffix(s, "®")
}

// languageOf returns the language that the page says it is in.
func (d *describer) languageOf() (f Field) {
	f.set(languageTag(d.language), "html lang")
	f.set(languageTag(d.data.first(d.data.article.get("inLanguage"))), "json-ld")
	for _, name := range languageMetas {
		c, _ := d.get(name)
		f.set(languageTag(c), "meta "+name)
	}
	return f
}

// elsewhere reports whether an element with these names around it lies in a
// part of the page that speaks of other pieces.
func elsewhere(scope string) bool {
	if containsAny(scope, []string{"more-", "more_", "see-also", "most-", "most_", "mostread", "read-next", "read_next", "up-next"}) {
		return true
	}
	for name := range strings.FieldsFuncSeq(scope, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch name {
		case "aside", "footer", "nav", "related", "comment", "comments", "commentlist", "kommentar", "kommentare", "comentarios", "commentaires", "reply", "respond", "disqus",
			"sidebar", "widget", "teaser", "teasers", "recirc", "recommended", "recommendations", "trending", "latest", "recent", "calendar",
			"promo", "carousel", "listing", "twitter", "tweet", "card", "cards", "popular", "ticker", "menu", "breaking", "masthead", "topbar", "weather":
			return true
		}
	}
	return false
}
