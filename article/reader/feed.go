package reader

import (
	"strings"
	"unicode"
)

// fullSummary is how many words a summary has, at least, that is taken for the
// text of an entry: many feeds deliver whole articles as descriptions, and a
// description that is none has some fifty words.
const fullSummary = 120

// feedItem reads an entry of a feed: an item of RSS 0.9 to 2.0, or an entry of
// Atom. gofeed reads them as well, but it wants a feed whole, takes minutes for
// some that are made to make it, and does not tell what a value was read from.
//
// It returns why there is no article: most feeds only announce what a page
// holds, and to read an announcement as an article would count what every
// article says as copied from it.
func (d *delivery) feedItem(w *xmlWalker, feed *xmlAround) (reason string) {
	var text, summary, source, kind string
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
				d.plain(urlField, 2, name, href)
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
				authors = append(authors, author)
			}
		case "dc:language":
			d.plain(languageField, 1, name, w.value())
		case "content:encoded", "content", "yandex:full-text", "full-text", "fulltext", "turbo:content":
			media := w.attr("type")
			v := w.markup()
			if media == "text" || media == "text/plain" {
				v = strings.TrimSpace(v)
			} else {
				v = proseOf(v)
			}
			if len(v) > len(text) {
				text = v
			}
		case "description", "summary":
			summary = w.markup()
		case "source":
			url := w.attr("url")
			if prefix == "" && url != "" {
				source = w.value()
			} else {
				source = sourceTitle(w)
			}
		case "wp:post_type":
			kind = w.value()
		default:
			w.skip()
		}
	}
	if kind == "attachment" || kind == "nav_menu_item" || strings.HasPrefix(kind, "wp_") {
		d.picture = true
		return ""
	}
	d.plain(bylineField, 1, "author", strings.Join(authors, ", "))
	if source != "" {
		d.plain(outletField, 1, "source", source)
	} else if plainName(feed.outlet) || d.rank[urlField] == 0 && !isURL(d.value[idField]) {
		d.plain(outletField, 2, "title", feed.outlet)
	}
	if text == "" {
		short := proseOf(summary)
		n := len(strings.Fields(short))
		if n < fullSummary {
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
