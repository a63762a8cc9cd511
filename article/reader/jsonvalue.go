package reader

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// flat reads a value and returns what it says as one string. Most are strings.
// Lists are joined: of paragraphs with an empty line between them, of names
// with a comma. Of an object that stands for a text its texts are joined; of one
// that stands for a name the name is taken. null, true and false say nothing.
func flat(s *scanner, f field, depth int) (string, bool) {
	switch s.next() {
	case '"':
		raw, escaped, ok := s.str()
		if escaped {
			return unescape(raw), ok
		}
		return string(raw), ok
	case '[', '{':
		if depth > 12 {
			return "", s.skip(depth)
		}
		if s.at() == '[' {
			return flatArray(s, f, depth)
		}
		return flatObject(s, f, depth)
	}
	text, ok := s.scalar()
	if !ok || text[len(text)-1] < '0' || text[len(text)-1] > '9' {
		return "", ok
	}
	switch f {
	case idField:
		return string(text), ok
	case dateField:
		return wholeNumber(string(text)), ok
	}
	return "", ok // such as the number of an author in a database
}

func flatArray(s *scanner, f field, depth int) (string, bool) {
	var parts []string
	ok := s.array(func() bool {
		isString := s.next() == '"'
		v, ok := flat(s, f, depth+1)
		if isString && f == textField {
			v = textOf(v, false)
		}
		if strings.TrimSpace(v) != "" {
			parts = append(parts, v)
		}
		return ok
	})
	switch {
	case len(parts) == 0:
		return "", ok
	case f == textField:
		return strings.Join(parts, "\n\n"), ok
	case f == bylineField:
		return strings.Join(slices.DeleteFunc(parts, introducesWriter), ", "), ok
	case f == dateField:
		return cmp.Or(fromNumbers(parts), parts[0]), ok
	}
	return parts[0], ok
}

// introducesWriter reports whether a part of a byline is the word that stands before the writer on a page, which a scraper has
// taken for a part of its own: ["By ", "Ada Crane"].
func introducesWriter(part string) bool {
	return oneOf(strings.ToLower(strings.Trim(part, " \t\r\n:")), "by", "von", "par", "por", "di", "da", "door", "av", "af", "written by", "words by", "autor", "author", "text", "and", "und", "et", "y", "e", "en", "och", "og", "&", ",", "|")
}

func flatObject(s *scanner, f field, depth int) (string, bool) {
	switch f {
	case textField:
		return flatBlock(s, depth)
	case dateField:
		return flatDate(s, depth)
	}
	best, bestRank := "", 100
	given, family := "", ""
	ok := s.object(func(key []byte) (ok bool) {
		switch string(key) { // of CSL
		case "given":
			given, ok = flat(s, f, depth+1)
			return ok
		case "family":
			family, ok = flat(s, f, depth+1)
			return ok
		}
		var buf [40]byte
		rank := nameRank(string(foldKey(buf[:0], key)))
		if rank == 0 {
			return s.skip(depth + 1)
		}
		v, ok := flat(s, f, depth+1)
		if ok && strings.TrimSpace(v) != "" && rank < bestRank {
			best, bestRank = v, rank
		}
		return ok
	})
	if best == "" && family != "" {
		best = strings.TrimSpace(given + " " + family)
	}
	return best, ok
}

// nameRank says how well a key names what an object stands for; 0: not.
func nameRank(key string) int {
	switch key {
	case "name", "by": // the second of the Associated Press, beside what the writer is
		return 1
	case "title":
		return 2
	case "main", "basic", "original", "fullname", "displayname", "label":
		return 3
	case "text", "value", "rendered", "#text", "$t", "@value":
		return 4
	case "domain", "host", "site":
		return 5
	case "url", "href", "uri", "@id", "$oid":
		return 6
	case "data", "attributes", "node": // around the name, as Strapi and GraphQL write it
		return 7
	}
	return 0
}

// wholeNumber writes a number such as 1.7e9 without exponent, as dates since
// 1970 are read.
func wholeNumber(s string) string {
	if strings.ContainsAny(s, "eE") {
		if x, err := strconv.ParseFloat(s, 64); err == nil {
			return strconv.FormatFloat(x, 'f', -1, 64)
		}
	}
	return s
}
