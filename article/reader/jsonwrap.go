package reader

import "strings"

// A wrapping is an object around the articles of a file:
//
//	{"status": "ok", "articles": [{...}, {...}]}
//	{"response": {"total": 2, "results": [{...}, {...}]}}
//	{"articles": {"results": [{...}, {...}], "totalResults": 2}}
//	{"https://example.com/a": {...}, "https://example.com/b": {...}}
//	{"db": [{"meta": {...}, "data": {"posts": [{...}, {...}], "users": [...]}}]}
//
// It is looked for in the beginning of the file only, so that a list of any
// size can then be read element by element.
type wrapping struct {
	s     scanner
	at    int  // where the bracket stands that opens the list or, if keyed, the object
	keyed bool // the articles are the values of an object
	found bool
	ghost bool // it is that of an export of Ghost
	depth int

	titled bool // an object around has a title, so that what it lists may be the parts of one piece
}

// deepestWrapping is how many objects may stand around the articles.
const deepestWrapping = 6

// wrapped looks for a wrapping in head, the first headSize bytes of a file at
// most. found is false if the file is not of that kind, such as when it is an
// article with a list of related ones.
func wrapped(head []byte) (w wrapping) {
	if len(head) > 0 && head[0] == '{' {
		w.s.b = head
		w.object()
	}
	return w
}

// object looks at the keys of the object that stands next and reports whether
// the search goes on behind it.
func (w *wrapping) object() bool {
	start, first := w.s.i, true
	return w.s.object(func(key []byte) bool {
		f, _ := fieldOf(key)
		var buf [40]byte
		name := string(foldKey(buf[:0], key))
		foreign := first && f == noField // the first key is of no article's field
		first = false
		w.titled = w.titled || f == titleField
		switch w.s.next() {
		case '[':
			if on, is := w.array(name); is {
				return on
			}
		case '{':
			if foreign && !listNamed(name) && holdsArticle(w.s.b[w.s.i:], false) {
				w.at, w.keyed, w.found = start, true, true
				return false
			}
			if w.depth < deepestWrapping && (foreign || listNamed(name) || name == "response" || name == "result") {
				w.depth++
				ok := w.object()
				w.depth--
				return ok
			}
		}
		return f != textField && w.s.skip(0)
	})
}

// array looks at the array that stands next under a name. is reports whether it is that of the articles, or holds
// the object around them, as that of an export of Ghost does; on, whether the search goes on behind it.
func (w *wrapping) array(name string) (on, is bool) {
	switch {
	case w.isList(name):
		w.at, w.found = w.s.i, true
		return false, true
	case name != "db" && name != "category" && name != "zone" || w.depth == deepestWrapping: // the last two of Trove
		return false, false
	}
	w.s.i++
	if w.s.next() != '{' {
		return false, true
	}
	w.ghost = name == "db"
	w.depth++
	return w.object(), true
}

// isList reports whether the array that stands next under a name is that of the articles.
func (w *wrapping) isList(name string) bool {
	b := w.s.b[w.s.i:]
	switch {
	case listNamed(name) || strings.HasPrefix(name, "select"):
		return listsArticles(b)
	case name == "contentelements":
		return listsStories(b)
	case name == "content":
		return !w.titled && listsPieces(b)
	case name == "article": // of Trove
		return !w.titled && listsArticles(b)
	}
	return false
}

// listsStories reports whether the first element of the array that b begins with is a whole story, as in the answer
// of Arc to a search; the elements of a story have no headlines.
//
//	{"type": "results", "content_elements": [{"type": "story", "headlines": {"basic": "..."}, "content_elements": [...]}]}
func listsStories(b []byte) bool {
	s := &scanner{b: b, i: 1}
	if s.next() != '{' {
		return false
	}
	found := false
	s.object(func(key []byte) bool {
		found = string(key) == "headlines"
		return !found && s.skip(0)
	})
	return found
}

// listsPieces reports whether the first element of the array that b begins with is a whole piece: whether it has a title, a text, and
// an address or a day, and is no block of a text.
//
//	{"seq": 0, "status": 0, "content": [{"title": "...", "link": "https://...", "content": "<p>...</p>"}, ...]}     Tiny Tiny RSS
//	{"content": [{"headline": "...", "body": "...", "publishedAt": "..."}, ...], "totalElements": 2}                 Spring
func listsPieces(b []byte) bool {
	s := &scanner{b: b, i: 1}
	if s.next() != '{' {
		return false
	}
	var has [fieldCount]bool
	block := false
	s.object(func(key []byte) bool {
		f, _ := fieldOf(key)
		has[f] = true
		block = block || oneOf(string(key), "type", "_type", "__typename", "blockName", "kind", "nodeType")
		return s.skip(0)
	})
	return !block && has[textField] && has[titleField] && (has[urlField] || has[dateField])
}

// listsArticles reports whether the array that b begins with is empty, or its
// first element an article.
func listsArticles(b []byte) bool {
	s := &scanner{b: b, i: 1}
	switch s.next() {
	case ']':
		return true
	case '{':
		return holdsArticle(b[s.i:], true)
	}
	return false
}

// holdsArticle reports whether the object that b begins with has a text. If b
// ends before that shows, it returns guess.
func holdsArticle(b []byte, guess bool) bool {
	s := &scanner{b: b}
	found, cut := s.holdsArticle(0)
	return found || guess && cut
}

// holdsArticle reads an object until it shows that it has a text, itself or in an object of it. cut reports that what is
// there ends before that.
func (s *scanner) holdsArticle(depth int) (found, cut bool) {
	ok := s.object(func(key []byte) bool {
		f, _ := fieldOf(key)
		c := s.next()
		switch {
		case f == nestField && c == '{' && depth < deepestNest:
			if found, cut = s.holdsArticle(depth + 1); cut {
				return false
			}
			return !found
		case f == textField, f == bodiesField && c == '[', isHTMLKey(key) && c == '"', string(key) == "summary" && c == '{', string(key) == "news" && c == '[' && s.listsStrings():
			found = true
		}
		return !found && s.skip(depth)
	})
	return found, cut || !found && !ok && s.i >= len(s.b)
}

// feedTitle returns the title of the feed whose entries stand behind head, the first bytes of
// a JSON Feed or of what feedparser makes of another; empty if it is none, or has none that
// is the plain name of an outlet.
//
//	{"version": "https://jsonfeed.org/version/1.1", "title": "The Example", "items": [{...}]}
//	{"feed": {"title": "The Example"}, "entries": [{...}]}
func feedTitle(head []byte) string {
	title, isFeed := "", false
	s := &scanner{b: head}
	s.object(func(key []byte) bool {
		switch c := s.next(); {
		case string(key) == "version" && c == '"':
			v, ok := flat(s, titleField, 1)
			isFeed = isFeed || strings.Contains(v, "jsonfeed.org")
			return ok
		case string(key) == "title" && c == '"':
			v, ok := flat(s, titleField, 1)
			title = v
			return ok
		case string(key) == "feed" && c == '{':
			isFeed = true
			return s.object(func(key []byte) bool {
				if string(key) != "title" || s.next() != '"' {
					return s.skip(2)
				}
				v, ok := flat(s, titleField, 1)
				title = v
				return ok
			})
		}
		return s.skip(1)
	})
	if title = plainLine(title); !isFeed || !plainName(title) {
		return ""
	}
	return title
}
