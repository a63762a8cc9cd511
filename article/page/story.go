package page

import (
	"strings"

	"wiretrace/article"
)

// A story is a piece as the data of a script holds it.
type story struct {
	where     string // "script __NEXT_DATA__"
	title     string
	byline    []string
	published article.Time
	text      []string // paragraphs
	here      bool     // its address is the page's
}

// Bounds on the search for a story.
const (
	mostStories   = 200       // objects with a headline and a body, of one page
	mostStoryText = 4 << 20   // bytes of all bodies; of real ones those of the page at most
	mostNodes     = 1_000_000 // values looked at
)

// Keys under which systems keep a piece. Only what has both a headline and a body under one of these is one.
var (
	storyTitles  = []string{"headline", "headlines", "title", "hed", "articleTitle", "article_title"}
	storyBodies  = []string{"articleBody", "article_body", "content_elements", "contentElements", "bodyHtml", "bodyHTML", "body_html", "bodyText", "body_text", "contentHtml", "content_html", "storyBody", "story_body", "storyHTML", "story_html", "articleContent"}
	anyBodies    = []string{"body", "content", "bodyElements", "paragraphs", "blocks"} // also of what is no piece: it must be dated
	storyAuthors = []string{"byline", "bylines", "authors", "author", "credits", "creator", "writers", "writer"}
	storyLinks   = []string{"canonical_url", "canonicalUrl", "url", "link", "uri", "path", "slug"}
	storyDates   = []string{"datePublished", "publishedAt", "published_at", "first_publish_date", "firstPublished", "firstPublishedAt", "publishDate", "publish_date", "publicationDate", "publication_date", "publishedDate", "published_date", "datePublication", "display_date", "pubDate", "published", "date_gmt", "date", "createdAtISO", "createdAt", "created_at"}
)

// A storySearch looks for stories in the data of scripts.
type storySearch struct {
	d       *describer
	state   *state
	nodes   int // that may still be looked at
	left    int // bytes that bodies may still have
	stories []story
}

// story returns the piece that the data of the page's scripts hold, if the page shows hardly any text: the
// one that is titled like the page, else the only one; ok is false if there is none.
func (d *describer) story(p *Page) (s story, ok bool) {
	if len(p.Text) >= leastText {
		return story{}, false
	}
	search := storySearch{d: d, nodes: mostNodes, left: mostStoryText}
	for _, st := range readStates(d.programs) {
		search.state = &st
		search.walk(&st.root, 0)
	}
	best := search.titled(p)
	if best == nil {
		best = search.only()
	}
	if best == nil || size(best.text) <= 2*len(p.Text) {
		return story{}, false
	}
	return *best, true
}

// titled returns the longest story that is addressed or titled like the page, nil if none is.
func (s *storySearch) titled(p *Page) (best *story) {
	for i := range s.stories {
		t := &s.stories[i]
		named := t.here || sameTitle(t.title, p.Title.Value) || sharesWords(t.title, p.Title.Value+"\n"+s.d.facts.title)
		if named && (best == nil || size(t.text) > size(best.text)) {
			best = t
		}
	}
	return best
}

// only returns the longest story if all have one title, nil if not: the page may be called like its site.
func (s *storySearch) only() (best *story) {
	for i := range s.stories {
		t := &s.stories[i]
		if t.title != s.stories[0].title {
			return nil
		}
		if best == nil || size(t.text) > size(best.text) {
			best = t
		}
	}
	return best
}

// readScripts makes the story that a script holds, if there is one, the text of p, and fills what the page itself
// does not say. It returns the text with what the site says to its readers, shown if there is none.
func (d *describer) readScripts(p *Page, shown string) string {
	s, ok := d.story(p)
	if !ok {
		return shown
	}
	if p.Title.Source == "title element" || !sameTitle(s.title, p.Title.Value) && !sharesWords(s.title, p.Title.Value) {
		p.Title = Field{s.title, s.where}
	}
	if p.Byline.Value == "" {
		p.Byline, p.Authors = d.joinNames(s.byline, s.where, p.Outlet.Value)
	}
	if p.Published.Precision == article.NoTime || p.Published.Guess() {
		if s.published.Precision != article.NoTime {
			p.Published = s.published
		}
	}
	ps := tidy(paragraphsFrom(s.text), d, p)
	p.Text, p.TextSource = join(d.withStandfirst(withoutPrompts(ps), p)), s.where
	return join(d.withStandfirst(ps, p))
}

// sharesWords reports whether three words in a row of a title stand in other titles too.
func sharesWords(title, others string) bool {
	others = strings.ToLower(others)
	has := make(map[string]bool)
	for g := range wordGroups(others) {
		has[g] = true
	}
	for g := range wordGroups(strings.ToLower(title)) {
		if has[g] {
			return true
		}
	}
	return false
}

// size returns the sum of the lengths of paragraphs in bytes.
func size(texts []string) int {
	n := 0
	for _, s := range texts {
		n += len(s)
	}
	return n
}

// walk looks for stories in v and what lies in it.
func (s *storySearch) walk(v *value, depth int) {
	if s.nodes--; s.nodes < 0 || depth > deepestJSON || len(s.stories) >= mostStories {
		return
	}
	for i := range v.list {
		s.walk(&v.list[i], depth+1)
	}
	if v.kind != object {
		return
	}
	if found, ok := s.storyOf(v); ok {
		s.stories = append(s.stories, found)
	}
	for i := range v.object {
		if m := &v.object[i]; m.value.kind != text {
			s.walk(&m.value, depth+1)
		}
	}
}

// storyOf returns the story that an object is.
func (s *storySearch) storyOf(v *value) (story, bool) {
	title := ""
	for _, key := range storyTitles {
		if title = s.line(v.get(key)); title != "" {
			break
		}
	}
	if title == "" {
		return story{}, false
	}
	found := story{where: "script " + s.state.name, title: title}
	for _, key := range storyDates {
		if t, ok := s.d.readTime(v.get(key).text); ok {
			t.Source = found.where
			found.published = t
			break
		}
	}
	found.text = s.body(v, storyBodies)
	if found.text == nil && found.published.Precision != article.NoTime {
		found.text = s.body(v, anyBodies)
	}
	if found.text == nil {
		return story{}, false
	}
	for _, key := range storyAuthors {
		if found.byline = s.people(v.get(key), 0); len(found.byline) > 0 {
			break
		}
	}
	const shortest = 8 // bytes of an address that is not another's too
	for _, key := range storyLinks {
		link := strings.Trim(v.get(key).text, "/")
		found.here = found.here || len(link) >= shortest && strings.HasSuffix(strings.TrimRight(s.d.at, "/"), link)
	}
	return found, true
}

// body returns the paragraphs of the longest body that an object has under one of keys; nil if none is a text.
func (s *storySearch) body(v *value, keys []string) (body []string) {
	for _, key := range keys {
		if b := s.member(v, key); b != nil {
			r := richText{search: s}
			r.blocks(b, 0)
			if n := size(r.paragraphs); n >= leastText && n > size(body) {
				body = r.paragraphs
			}
		}
	}
	return body
}

// member returns the member of an object under a key, also where a cache wrote the arguments of a query
// behind it, content({"format":"html"}); nil if there is none.
func (s *storySearch) member(v *value, key string) *value {
	for i := range v.object {
		m := &v.object[i]
		if m.key == key || strings.HasPrefix(m.key, key) && strings.HasPrefix(m.key[len(key):], "(") {
			return s.state.resolve(&m.value)
		}
	}
	return nil
}

// line returns a line of text that a value is or holds: "Ferry", {"basic": "Ferry"} of Arc,
// {"rendered": "Ferry"} of WordPress.
func (s *storySearch) line(v *value) string {
	const longest = 400 // bytes
	v = s.state.resolve(v)
	if v.kind == object {
		for _, key := range [...]string{"basic", "rendered", "text", "default"} {
			if inner := v.get(key); inner.kind == text {
				v = inner
				break
			}
		}
	}
	if v.kind != text || len(v.text) > longest {
		return ""
	}
	return unescape(v.text)
}

// people returns the names that a value holds: "Ada Crane", {"name": ...}, {"node": {"name": ...}},
// {"by": [{"name": ...}]}, or a list of those.
func (s *storySearch) people(v *value, depth int) (names []string) {
	const deepest, most = 4, 12
	v = s.state.resolve(v)
	switch {
	case depth > deepest:
	case v.kind == text:
		names = appendNew(names, bylineName(unescape(v.text)))
	case v.kind == list:
		for i := range v.list[:min(len(v.list), most)] {
			for _, n := range s.people(&v.list[i], depth+1) {
				names = appendNew(names, n)
			}
		}
	case v.kind == object:
		for _, key := range [...]string{"by", "node", "nodes", "edges", "name", "fullName", "full_name", "displayName", "display_name", "byline"} {
			if names = s.people(v.get(key), depth+1); len(names) > 0 {
				return names
			}
		}
		if first, last := v.get("firstName").text, v.get("lastName").text; last != "" {
			names = appendNew(names, bylineName(first+" "+last))
		}
	}
	return names
}

// A richText puts together the paragraphs of a body: HTML or plain text, or the trees of editors.
type richText struct {
	search     *storySearch
	paragraphs []string
}

// add adds the paragraphs of a text, which may be HTML.
func (r *richText) add(s string) {
	if s = strings.TrimSpace(s); s == "" || len(s) > r.search.left {
		return
	}
	r.search.left -= len(s)
	for _, p := range paragraphsOf(s) {
		if strings.IndexByte(s, '<') < 0 {
			p = unescape(p)
		}
		if p != "" {
			r.paragraphs = append(r.paragraphs, p)
		}
	}
}

// Keys under which the nodes of editors keep a text, and other nodes.
var (
	nodeTexts    = []string{"html", "content", "text", "value", "rendered", "body", "bodyHtml", "paragraph"}
	nodeChildren = []string{"content", "children", "blocks", "content_elements", "items", "elements", "nodes", "data", "model", "attributes", "body", "paragraphs", "document", "json", "raw", "root", "props"}
)

// blocks adds what a node of a body holds:
//
//	"<p>The ferry ...</p>", ["The ferry ...", ...]
//	{"type": "text", "content": "The ferry ..."}                                          Arc
//	{"type": "paragraph", "content": [{"type": "text", "text": "The ferry ..."}]}         ProseMirror
//	{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "The ferry"}]}    Contentful
//	{"_type": "block", "children": [{"_type": "span", "text": "The ferry"}]}              Sanity
//	{"type": "paragraph", "data": {"text": "The ferry ..."}}                              Editor.js
func (r *richText) blocks(v *value, depth int) {
	if r.search.nodes--; r.search.nodes < 0 || depth > deepestJSON || r.search.left <= 0 {
		return
	}
	v = r.search.state.resolve(v)
	switch v.kind {
	case text:
		r.add(v.text)
	case list:
		for i := range v.list {
			r.blocks(&v.list[i], depth+1)
		}
	case object:
		r.block(v, depth)
	}
}

// block adds what an object of a body holds.
func (r *richText) block(v *value, depth int) {
	kind := nodeKind(v)
	switch {
	case besideText(kind):
		return
	case isLineKind(kind):
		var b strings.Builder
		r.inline(&b, v, depth)
		r.add(b.String())
		return
	}
	for _, key := range nodeTexts {
		if t := r.search.state.resolve(v.get(key)); t.kind == text && t.text != "" {
			r.add(t.text)
			return
		}
	}
	for _, key := range nodeChildren {
		if c := r.search.state.resolve(v.get(key)); c.kind == list || c.kind == object {
			r.blocks(c, depth+1)
			return
		}
	}
}

// inline writes the text of a paragraph's nodes one behind the other.
func (r *richText) inline(b *strings.Builder, v *value, depth int) {
	if r.search.nodes--; r.search.nodes < 0 || depth > deepestJSON || b.Len() > r.search.left {
		return
	}
	v = r.search.state.resolve(v)
	switch v.kind {
	case text:
		b.WriteString(v.text)
	case list:
		for i := range v.list {
			r.inline(b, &v.list[i], depth+1)
		}
	case object:
		kind := nodeKind(v)
		if isBreak(kind) {
			b.WriteByte('\n')
		}
		if isBreak(kind) || besideText(kind) {
			return
		}
		for _, key := range [...]string{"text", "value", "html", "content", "children", "content_elements", "items", "data", "body"} {
			if c := r.search.state.resolve(v.get(key)); c.kind != null && (c.kind != text || c.text != "") {
				r.inline(b, c, depth+1)
				return
			}
		}
	}
}

// isBreak reports whether a node of the kind ends a line within a paragraph.
func isBreak(kind string) bool { return kind == "hardbreak" || kind == "br" || kind == "linebreak" }

// nodeKind returns what a node of an editor is, in lower case without marks between words; empty if it does not say.
func nodeKind(v *value) string {
	for _, key := range [...]string{"type", "_type", "nodeType", "__typename", "kind", "tag"} {
		if t := v.get(key); t.kind == text && t.text != "" && len(t.text) < 60 {
			return strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(t.text))
		}
	}
	return ""
}

// isLineKind reports whether a node of the kind is a paragraph, or another block of lines that holds
// pieces of a line.
func isLineKind(kind string) bool {
	switch kind {
	case "p", "paragraph", "block", "heading", "header", "h1", "h2", "h3", "h4", "h5", "h6", "unstyled", "listitem", "li", "heading1", "heading2", "heading3", "heading4", "paragraphblock", "textparagraph", "quote":
		return true
	}
	return false
}

// besideText reports whether a node of the kind is no text of the piece.
func besideText(kind string) bool {
	switch kind {
	case "rawhtml", "hr", "iframe", "table", "code", "ad":
		return true
	}
	return containsAny(kind, []string{
		"image", "photo", "picture", "video", "audio", "gallery", "podcast", "embed", "oembed", "advert", "newsletter", "promo", "related", "interstitial", "divider", "social", "caption", "figure",
		"recirc", "teaser", "widget", "banner", "subscribe", "paywall", "readmore",
	})
}
