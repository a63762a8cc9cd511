package reader

import (
	"bytes"
	"cmp"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// fullSummary is how many words a summary has, at least, that is taken for the
// text of an entry: many feeds deliver whole articles as descriptions, and a
// description that is none has some fifty words.
const fullSummary = 120

// isWholeSummary reports whether a description is a short text in full, by its form: three paragraphs or more, each of which
// ends as sentences do. What only announces a text is one paragraph, or is cut, or leads to the rest.
func isWholeSummary(text string) bool {
	const fewest, shortest, shortestWhole = 3, 20, 200 // paragraphs, bytes of a paragraph, of the text
	n := 0
	for p := range strings.Lines(text) {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if len(p) < shortest || !endsSentence(p) || layout.KindAlone(p) != article.Prose {
			return false
		}
		n++
	}
	return n >= fewest && len(text) >= shortestWhole
}

// feedItem reads an entry of a feed: an item of RSS 0.9 to 2.0, or an entry of
// Atom. gofeed reads them as well, but it wants a feed whole, takes minutes for
// some that are made to make it, and does not tell what a value was read from.
//
// It returns why there is no article: most feeds only announce what a page
// holds, and to read an announcement as an article would count what every
// article says as copied from it.
func (d *delivery) feedItem(w *xmlWalker, feed *xmlAround) (reason string) {
	var text, summary, source string
	var post blogPost
	var full [][2]string // the elements that hold the whole text: their type, their mark-up
	var authors []string
	own := strings.ToLower(string(w.prefix))
	depth := len(w.stack)
	for w.open(depth) {
		prefix, name := strings.ToLower(string(w.prefix)), strings.ToLower(string(w.name))
		if prefix == own || prefix == "atom" || prefix == "a10" || prefix == "rss" {
			prefix = ""
		}
		if prefix != "" {
			name = prefix + ":" + name
		}
		switch name {
		case "title":
			d.plain(titleField, 1, name, strings.Join(strings.Fields(proseOf(w.markup())), " "))
		case "link":
			rel, href := w.attr("rel"), w.attr("href")
			if href == "" {
				href = w.value()
			} else {
				w.skip()
			}
			if rel == "" || rel == "alternate" {
				d.plain(urlField, 2, name, feed.whole(href))
			}
		case "feedburner:origlink":
			d.plain(urlField, 1, name, w.value())
		case "guid", "id":
			d.plain(idField, 1, name, w.value())
		case "pubdate", "published", "issued":
			d.plain(dateField, 1, name, w.value())
		case "dc:date", "dcterms:created", "dcterms:issued":
			d.plain(dateField, 2, name, w.value())
		case "author", "dc:creator":
			if author := authorOf(w); author != "" {
				authors = append(authors, cmp.Or(feed.writers[author], author))
			}
		case "dc:language":
			d.plain(languageField, 1, name, w.value())
		case "turbo:topic":
			d.plain(titleField, 2, name, strings.Join(strings.Fields(proseOf(w.markup())), " "))
		case "description", "summary":
			summary = w.markup()
		case "source":
			url := w.attr("url")
			if prefix == "" && url != "" {
				source = w.value()
			} else {
				source = sourceTitle(w)
			}
		default:
			if isFullText(name) {
				full = append(full, [2]string{w.attr("type"), w.markup()})
			} else if !post.says(name, w) {
				w.skip()
			}
		}
	}
	switch {
	case post.part:
		d.picture = true
		return ""
	case post.hidden != "":
		return post.hidden
	}
	if isComment(d.value[urlField]) {
		return "no article: what a reader wrote"
	}
	if len(authors) == 0 && !strings.EqualFold(feed.byline, feed.outlet) {
		authors = append(authors, feed.byline)
	}
	d.plain(bylineField, 1, "author", strings.Join(authors, ", "))
	for _, element := range full {
		if v := withoutFeedFoot(d.feedText(element[0], element[1]), d.value[titleField], feed.outlet); len(v) > len(text) {
			text = v
		}
	}
	if source != "" {
		d.plain(outletField, 1, "source", source)
	} else if plainName(feed.outlet) || d.rank[urlField] == 0 && !isURL(d.value[idField]) {
		d.plain(outletField, 2, "title", feed.outlet)
	}
	if text == "" {
		short := withoutFeedFoot(proseOf(withoutPlugins(summary)), d.value[titleField], feed.outlet)
		n := len(strings.Fields(short))
		if n < fullSummary && !isWholeSummary(short) {
			if n == 0 {
				return "the entry has no text"
			}
			return "only a summary: the feed does not hold the text"
		}
		text = short
	}
	d.setText(1, "", text)
	return ""
}

// whole returns the address that a link in a feed leads to.
func (a *xmlAround) whole(href string) string {
	if href == "" || isURL(href) || !isURL(a.base) {
		return href
	}
	base, err := url.Parse(a.base)
	if err != nil {
		return href
	}
	u, err := base.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}

// isComment reports whether an address is that of what a reader wrote below a piece, as WordPress and Blogger
// write it: https://example.com/ferry/#comment-31, https://example.com/ferry.html?showComment=1741766400000#c31.
func isComment(address string) bool {
	page, place, ok := strings.Cut(address, "#")
	if !ok {
		return false
	}
	number, ok := strings.CutPrefix(place, "comment-")
	return ok && number != "" && strings.Trim(number, "0123456789") == "" || strings.Contains(page, "?showComment=")
}

// A blogPost is what an export of a blog says of an entry, beside what feeds do.
type blogPost struct {
	part   bool   // it is a picture, a menu, the layout, a setting or a comment
	hidden string // why it is no article, though it may have a text
}

// Why a post in an export of a site is no article.
const (
	draftPost = "a draft, which was not published"
	sitePage  = "a page of the site that is no article"
)

// says takes an element of an export of WordPress or Blogger, and reports whether it is one:
//
//	<wp:status>draft</wp:status> <wp:post_type>post</wp:post_type>
//	<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/> <app:control><app:draft>yes</app:draft></app:control>
//	<blogger:type>POST</blogger:type> <blogger:status>DRAFT</blogger:status>
func (p *blogPost) says(name string, w *xmlWalker) bool {
	switch name {
	case "wp:post_type", "blogger:type":
		switch kind := strings.ToLower(w.value()); {
		case kind == "page":
			p.hidden = cmp.Or(p.hidden, sitePage)
		case kind == "comment", kind == "attachment", kind == "nav_menu_item", strings.HasPrefix(kind, "wp_"):
			p.part = true
		}
	case "wp:status", "blogger:status":
		switch strings.ToLower(w.value()) {
		case "draft", "auto-draft", "pending", "private", "future", "trash", "soft_trashed":
			p.hidden = draftPost
		}
	case "category":
		_, kind, ok := strings.Cut(w.attr("term"), "schemas.google.com/blogger/2008/kind#")
		w.skip()
		switch {
		case ok && kind == "page":
			p.hidden = cmp.Or(p.hidden, sitePage)
		case ok && kind != "post":
			p.part = true
		}
	case "app:control":
		if b, _ := w.inner(); bytes.Contains(b, []byte(">yes<")) {
			p.hidden = draftPost
		}
	default:
		return false
	}
	return true
}

// withoutShortcodes returns a text without what WordPress makes of pictures, galleries and players
// when it shows it, and writes into exports as it stands:
//
//	[caption id="a" width="300"]<img src="quay.jpg"> The quay[/caption] [gallery ids="1,2"] [embed]https://example.com/v[/embed]
func withoutShortcodes(v string) string {
	n := len(v)
	for _, code := range [...]string{"caption", "gallery", "embed", "video", "audio", "playlist"} {
		v = withoutShortcode(v, "["+code, "[/"+code+"]")
	}
	v = loneShortcode.ReplaceAllString(v, "$1$2")
	for len(v) < n && strings.Contains(v, "\n\n\n") {
		v = strings.ReplaceAll(v, "\n\n\n", "\n\n")
	}
	return v
}

// loneShortcode is what a plug-in would put a form, a player or an advertisement in the place of: [newsletter_form], [ad id="3"]. It
// stands alone in its line; a word in brackets alone may be part of a transcript.
var loneShortcode = regexp.MustCompile(`(?m)(^|>)[ \t]*\[/?[a-z][a-z0-9]*(?:[_-][a-z0-9_-]+|(?:[_-][a-z0-9_-]+)?[ \t]+[a-z_-]+=[^\]\n]{1,300})[ \t/]*\][ \t]*\r?($|<)`)

// withoutShortcode returns a text without what stands between a mark that opens and one that
// closes, or without the mark that opens where no other closes it.
func withoutShortcode(v, opens, closes string) string {
	i := strings.Index(v, opens)
	if i < 0 {
		return v
	}
	var kept strings.Builder
	last := strings.LastIndex(v, closes)
	for at := 0; ; i = strings.Index(v[at:], opens) {
		if i < 0 {
			kept.WriteString(v[at:])
			return kept.String()
		}
		i += at
		end := strings.IndexAny(v[i+1:], "[]") + 1
		if end == 0 {
			kept.WriteString(v[at:])
			return kept.String()
		}
		if v[i+end] == '[' || end > len(opens) && v[i+len(opens)] != ' ' { // no more than the beginning of one
			kept.WriteString(v[at : i+len(opens)])
			at = i + len(opens)
			continue
		}
		kept.WriteString(v[at:i])
		at = i + end + 1
		if at <= last {
			at += strings.Index(v[at:], closes) + len(closes)
		}
	}
}

// authorOf reads who wrote an entry: a name, a name in an element of its own,
// or an address with the name behind it.
func authorOf(w *xmlWalker) string {
	b, tags := w.inner()
	if tags {
		in := walkXML(b)
		for in.open(0) {
			if string(in.name) == "name" {
				return in.value()
			}
			in.skip()
		}
		return ""
	}
	author := strings.Join(strings.Fields(textOfXML(b)), " ")
	if mail, name, ok := strings.Cut(author, "("); ok && strings.Contains(mail, "@") {
		return strings.TrimSpace(strings.TrimSuffix(name, ")"))
	}
	if strings.Contains(author, "@") && !strings.Contains(author, " ") {
		return ""
	}
	return author
}

// sourceTitle reads the title of the feed that an entry was taken from.
func sourceTitle(w *xmlWalker) string {
	b, tags := w.inner()
	if !tags {
		return strings.TrimSpace(textOfXML(b))
	}
	in := walkXML(b)
	for in.open(0) {
		if string(in.name) == "title" {
			return strings.Join(strings.Fields(proseOf(in.markup())), " ")
		}
		in.skip()
	}
	return ""
}

// plainName reports whether the title of a feed is the name of an outlet and
// no more: not "World news | The Example".
func plainName(title string) bool {
	if title == "" || len(title) > 60 || strings.ContainsAny(title, "|:>»«–—·•/") || strings.Contains(title, " - ") {
		return false
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch word {
		case "rss", "feed", "feeds", "latest", "headlines", "articles", "stories", "atom":
			return false
		}
	}
	return true
}
