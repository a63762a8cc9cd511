package reader

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/article/date"
)

// parseJSON reads an article from a JSON object.
func parseJSON(r *Record) ([]article.Article, []Problem) {
	data := r.Data
	var problems []Problem
	if !utf8.Valid(data) {
		text, lost, err := r.decode(r.o.Charset)
		if err != nil {
			return nil, []Problem{r.problem("%s", err)}
		}
		data, problems = []byte(text), lost
	}
	s := &scanner{b: data}
	if s.next() != '{' {
		s.unexpected("an object")
		return nil, []Problem{r.problem("invalid JSON: %s", s.err)}
	}
	var fs fields
	if fs.object(s, 0, 0) && s.next() == ',' {
		s.i++ // of an array, one element a line
	}
	if s.next() != 0 || s.i < len(s.b) {
		s.unexpected("the end")
	}
	if s.err != "" {
		return nil, []Problem{r.problem("invalid JSON: %s (byte %d of the record)", s.err, s.wild+1)}
	}
	if fs.draft {
		return nil, []Problem{r.problem("%s", draftPost)}
	}
	if fs.openPage(r); fs.rank[textField] == 0 {
		switch reason := fs.textless(); {
		case reason != "":
			return nil, []Problem{r.problem("%s", reason)}
		case fs.graph == nil && isNode(data):
			return nil, nil // a site, an organization or the like beside the article
		}
		return nil, []Problem{r.problem("no text: %s", keysOf(data))}
	}
	if fs.isCrawlTime(data) {
		fs.date = article.Time{}
	}
	return fs.finish(r, problems)
}

// nestedRank is added to the ranks of keys in an object within the record's.
const nestedRank = 50

// deepestNest is how deep objects within the record's are looked into for its
// fields: a rank has to fit into a byte.
const deepestNest = 4

// object reads the object at s, of which the keys' ranks are increased by add.
func (fs *fields) object(s *scanner, depth int, add uint8) bool {
	return s.object(func(key []byte) bool {
		f, rank := fieldOf(key)
		c := s.next()
		switch {
		case c == '{' && depth < deepestNest && (f == nestField || f == textField && (rank == 8 || isMarkdown(rank))):
			return fs.object(s, depth+1, add+nestedRank)
		case c == '{' && string(key) == "credits":
			return fs.credits(s, depth+1, add)
		case c == '{' && string(key) == "title" && fs.paper(s, depth+1, add):
			return s.err == ""
		case c == '{' && isFeedKey(key):
			return fs.feed(s, key, depth+1, add)
		case c == '{' && string(key) == "summary":
			return fs.summary(s, depth+1, add)
		case c == '[' && string(key) == "alternate":
			v, ok := flat(s, urlField, depth+1)
			fs.set(urlField, linkRank+add, key, v)
			return ok
		case c == '[' && string(key) == "news" && s.listsStrings():
			const rank = 6 // with paragraphs
			v, ok := flat(s, textField, depth+1)
			fs.setText(rank+add, v)
			return ok
		case c == '"' && isCrawlKey(key):
			v, ok := flat(s, idField, depth+1)
			fs.crawled(key, v)
			return ok
		case c == '"' && isStatus(key):
			v, ok := flat(s, idField, depth+1)
			fs.draft = fs.draft || v == "draft" || v == "auto-draft" || v == "trash"
			return ok
		case f == nestField && c == '"', c == '"' && string(key) == "summary":
			return fs.unnested(s, key, depth, add)
		case c == '[' && listsProperties(key):
			return fs.properties(s, depth+1, add+nestedRank)
		case f == bodiesField && c == '[':
			return fs.bodies(s, depth, add)
		case c == '[' && string(key) == "@graph":
			return fs.linked(s, depth+1, add)
		case c == '[' && isLinkedData(key):
			return fs.linked(s, depth+1, add+nestedRank)
		case f == noField || f == nestField || f == bodiesField || f == textField && fs.rank[f] != 0 && fs.rank[f] <= rank+add+1:
			return s.skip(depth + 1)
		}
		v, ok := flat(s, f, depth+1)
		if ok {
			fs.set(f, rank+add, key, v)
		}
		return ok
	})
}

// credits reads the writers of a piece as Arc has them:
//
//	"credits": {"by": [{"type": "author", "name": "Ada Crane"}]}
func (fs *fields) credits(s *scanner, depth int, add uint8) bool {
	const rank = 6 // behind every other key of writers
	return s.object(func(key []byte) bool {
		if string(key) != "by" {
			return s.skip(depth + 1)
		}
		v, ok := flat(s, bylineField, depth+1)
		if ok {
			fs.set(bylineField, rank+add, key, v)
		}
		return ok
	})
}

// isFeedKey reports whether a key is that under which readers of feeds say of which feed an entry is.
func isFeedKey(key []byte) bool {
	return string(key) == "feed" || string(key) == "origin" || string(key) == "subscription"
}

// feed takes the title of a feed for the outlet of its entry:
//
//	"feed": {"id": 42, "site_url": "https://www.example.com", "title": "The Example"}                  Miniflux
//	"origin": {"streamId": "feed/7", "htmlUrl": "https://www.example.com/", "title": "The Example"}    Google Reader
func (fs *fields) feed(s *scanner, key []byte, depth int, add uint8) bool {
	const rank = 3 // with the names of sites
	v, ok := flat(s, outletField, depth)
	if name := plainLine(v); plainName(name) {
		fs.set(outletField, rank+add, key, name)
	}
	return ok
}

// paper takes the object under the key title for the paper, and reports whether it is one that has a number, as Trove, the
// collection of Australian papers, writes it beside the heading; else it reads nothing.
//
//	"heading": "HARBOUR STAYS OPEN", "title": {"id": "35", "title": "The Example (Wexcombe, Vic. : 1868 - 1931)"}
func (fs *fields) paper(s *scanner, depth int, add uint8) bool {
	const rank = 2 // with publications
	at := s.i
	name, numbered := "", false
	ok := s.object(func(key []byte) (ok bool) {
		switch string(key) {
		case "id":
			numbered = true
		case "title", "value":
			name, ok = flat(s, outletField, depth+1)
			return ok
		}
		return s.skip(depth + 1)
	})
	if ok && (name == "" || !numbered) {
		s.i = at
		return false
	}
	if place := placedYears.FindStringIndex(name); place != nil {
		name = name[:place[0]]
	}
	fs.set(outletField, rank+add, []byte("title"), name)
	return true
}

// placedYears are place and years behind the name of an old paper.
var placedYears = regexp.MustCompile(`\s*\([^()]*\d{4}[^()]*\)$`)

// summary takes the text of an entry as Google Reader has it, and all that speak its language:
//
//	"summary": {"direction": "ltr", "content": "<p>The ferry ...</p>"}
func (fs *fields) summary(s *scanner, depth int, add uint8) bool {
	const rank = 8 // behind the content, which others have beside it
	return s.object(func(key []byte) bool {
		if string(key) != "content" {
			return s.skip(depth + 1)
		}
		v, ok := flat(s, textField, depth+1)
		if ok {
			fs.setText(rank+add, v)
		}
		return ok
	})
}

// isStatus reports whether a key is that under which Ghost, WordPress and others say whether a
// post is a draft. What else programs call a status is none of ours.
func isStatus(key []byte) bool { return string(key) == "status" || string(key) == "post_status" }

// unnested reads a string under a key that holds an object elsewhere.
func (fs *fields) unnested(s *scanner, key []byte, depth int, add uint8) bool {
	v, ok := flat(s, textField, depth+1)
	switch {
	case string(key) == "data": // a date in Portuguese and Italian
		if _, isDate := date.Parse(v); isDate {
			fs.setDate(add+lastDateRank-1, key, v)
		}
	case isHTMLKey(key) && isFragment(v):
		const rank = 2 // before what says that it is plain text
		fs.setText(add+rank, proseOf(v))
	case isHTMLKey(key) && isFetched(v):
		fs.set(pageField, add, key, v)
	case string(key) == "summary": // the whole text as a page, of Python's readability
		if looksLikePage([]byte(v[:min(len(v), headSize)])) {
			fs.setText(add+markupRank, v)
		}
	}
	return ok
}

// listsProperties reports whether a key is one under which scrapers keep the elements <meta> of a page.
func listsProperties(key []byte) bool {
	switch string(key) {
	case "meta", "metadata", "metaTags", "meta_tags", "openGraph", "opengraph", "og":
		return true
	}
	return false
}

// properties reads what elements <meta> say, as a list:
//
//	[{"property": "og:site_name", "content": "The Example"}, {"name": "author", "content": "Ada Crane"}]
func (fs *fields) properties(s *scanner, depth int, add uint8) bool {
	return s.array(func() bool {
		if s.next() != '{' {
			return s.skip(depth + 1)
		}
		var name, content string
		ok := s.object(func(key []byte) (ok bool) {
			switch string(key) {
			case "property", "name", "itemprop":
				name, ok = flat(s, titleField, depth+2)
			case "content", "value":
				content, ok = flat(s, titleField, depth+2)
			default:
				ok = s.skip(depth + 2)
			}
			return ok
		})
		switch f, rank := fieldOf([]byte(name)); f {
		case titleField, bylineField, outletField, urlField, dateField, languageField:
			fs.set(f, rank+add, []byte(name), content)
		}
		return ok
	})
}

// isHTMLKey reports whether a key is that under which Ghost keeps its texts, as HTML; scrapers keep whole pages under it.
func isHTMLKey(key []byte) bool { return string(key) == "html" }

// bodies reads the text from a list of its forms, of which plain text is
// preferred. One that says that it is a teaser, a summary or the like is none of them:
//
//	[{"role": "teaser", "value": "..."}, {"role": "main", "contenttype": "text/html", "value": "<p>...</p>"}]
func (fs *fields) bodies(s *scanner, depth int, add uint8) bool {
	return s.array(func() bool {
		if s.next() != '{' {
			return s.skip(depth + 2)
		}
		var value, media, role string
		ok := s.object(func(key []byte) bool {
			var ok bool
			switch string(key) {
			case "value":
				value, ok = flat(s, textField, depth+2)
			case "contenttype", "contentType":
				media, ok = flat(s, titleField, depth+2)
			case "role":
				role, ok = flat(s, titleField, depth+2)
			default:
				ok = s.skip(depth + 3)
			}
			return ok
		})
		if isPartOfBody(role) {
			return ok
		}
		rank := uint8(3)
		if strings.Contains(media, "html") || strings.Contains(media, "xml") {
			rank = markupRank
		}
		fs.set(textField, rank+add, nil, value)
		return ok
	})
}

// isPartOfBody reports whether a body that plays this role is not the whole text.
func isPartOfBody(role string) bool {
	for _, part := range [...]string{"teaser", "summary", "abstract", "caption", "short", "intro", "headline", "alert", "note", "push", "social"} {
		if strings.Contains(strings.ToLower(role), part) {
			return true
		}
	}
	return false
}

// keysOf says which keys an object has.
func keysOf(data []byte) string {
	const show = 8
	var keys []string
	more := 0
	s := &scanner{b: data}
	s.next()
	s.object(func(key []byte) bool {
		if len(keys) < show {
			keys = append(keys, shorten(string(key)))
		} else {
			more++
		}
		return s.skip(1)
	})
	switch {
	case len(keys) == 0:
		return "the object is empty"
	case more > 0:
		return "the fields are " + strings.Join(keys, ", ") + " and " + strconv.Itoa(more) + " more"
	}
	return "the fields are " + strings.Join(keys, ", ")
}
