package reader

import (
	"html"
	"strings"
)

// textOf returns the text of a field that need not be HTML: the field exactly as
// it is, entities too, so that offsets hold in the user's file, unless it is
// wholly HTML or, if its key does not promise plain text, has elements.
func textOf(s string, plain bool) string {
	s = outOfXML(outOfCDATA(s))
	if !wholly(s) {
		if _, _, ok := markedUp(s); plain || !ok && !endsEscaped(s) {
			return s
		}
	}
	return plainText(s)
}

// plainText returns what a field that may hold HTML says: of HTML its
// paragraphs; where it only writes characters as entities, the characters; else
// the field as it is.
func plainText(s string) string {
	s = outOfXML(outOfCDATA(s))
	for range mostEscaped { // HTML that was escaped once more, as in CDATA of some feeds
		blocks, lines, ok := markedUp(s)
		if ok {
			return fragment(s, blocks, lines)
		}
		plain := unescapeEntities(s)
		if plain == s {
			break
		}
		s = plain
	}
	return s
}

// mostEscaped is how often HTML may have been escaped: texts pass through many hands.
const mostEscaped = 3

// outOfCDATA returns what stands in sections of CDATA, where a field is nothing else: programs that
// write XML by hand leave the marks in what they store.
func outOfCDATA(s string) string {
	const begin, end = "<![CDATA[", "]]>"
	inner, ok := strings.CutPrefix(strings.TrimSpace(s), begin)
	if !ok {
		return s
	}
	if inner, ok = strings.CutSuffix(inner, end); !ok {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(inner, end, ""), begin, "")
}

// outOfXML returns the HTML of the text in a field that holds a whole document of XML, as LexisNexis answers: what stands
// in its element of the text. All else is returned as it is.
func outOfXML(s string) string {
	if !strings.HasPrefix(s, "<?xml") {
		return s
	}
	w := walkXML([]byte(s))
	for w.open(0) {
		switch string(w.name) {
		case "body.content", "bodyText", "BODY-1", "contentText":
			return w.markup()
		}
	}
	return s
}

// endsEscaped reports whether s ends paragraphs of HTML that was escaped, though it begins with none.
func endsEscaped(s string) bool { return strings.Count(s, "lt;/p&") > 1 }

// wholly reports whether s is nothing but HTML: whether it begins with an
// element, also one that was escaped, and has paragraphs.
func wholly(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	head := s[:min(len(s), 64)]
	for range mostEscaped {
		if strings.HasPrefix(head, "<") {
			_, lines, ok := markedUp(s)
			return ok && lines
		}
		if !strings.HasPrefix(head, "&") {
			return false
		}
		head, s = unescapeEntities(head), unescapeEntities(s)
	}
	return false
}

// plainLine is plainText for a field of one line, such as a title.
func plainLine(s string) string {
	if strings.IndexByte(s, '&') < 0 && strings.IndexByte(s, '<') < 0 {
		return s
	}
	return strings.Join(strings.Fields(plainText(s)), " ")
}

// fragment reads HTML in which paragraphs may be written as editors type them:
// with an empty line between them where there are no elements for lines, with
// an end of line where there are not even blocks.
func fragment(s string, blocks, lines bool) string {
	switch {
	case !blocks && !lines:
		s = strings.ReplaceAll(s, "\n", "<br>\n")
	case !lines && strings.Contains(s, "\n"):
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n\n", "\n<p>\n")
	}
	return proseOf(withoutPlugins(s))
}

// markedUp reports whether s is HTML: whether it closes an element of HTML, or
// breaks a line. blocks says that it has elements that make blocks, lines that
// it has those of paragraphs and lines.
func markedUp(s string) (blocks, lines, ok bool) {
	for {
		name, closing, rest := nextTag(s)
		switch name {
		case "":
			return blocks, lines, ok
		case "br", "p":
			ok, blocks, lines = true, true, true
		case "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "figure", "table", "td":
			ok, blocks = ok || closing, true
		case "a", "b", "i", "u", "em", "strong", "span", "small", "sup", "sub", "font", "mark", "q", "cite":
			ok = ok || closing
		}
		s = rest
	}
}

// nextTag returns the name of the first tag in s, in lower case, and what
// follows the name; an empty name if there is none. What looks like a tag and
// does not end before the next is none.
func nextTag(s string) (name string, closing bool, rest string) {
	for {
		_, after, ok := strings.Cut(s, "<")
		if !ok {
			return "", false, ""
		}
		s, closing = strings.CutPrefix(after, "/")
		n := 0
		for n < len(s) && n < len("blockquote") && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || s[n] >= '1' && s[n] <= '6') {
			n++
		}
		if n == 0 || n == len(s) || strings.IndexByte("> \t\r\n/", s[n]) < 0 {
			continue
		}
		if end := strings.IndexAny(s[n:], "<>"); end >= 0 && s[n+end] == '>' {
			return strings.ToLower(s[:n]), closing, s[n:]
		}
	}
}

// longestEntity is the length of the longest name of an entity that is looked
// for, with its marks.
const longestEntity = len("&DoubleRightArrow;")

// unescapeEntities writes the characters for what stands between & and ;. An &
// that nothing closes is one of the text.
func unescapeEntities(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var out strings.Builder
	for ; i >= 0; i = strings.IndexByte(s, '&') {
		out.WriteString(s[:i])
		s = s[i:]
		end := strings.IndexAny(s[1:min(len(s), longestEntity)], "; \t\r\n&<")
		if end <= 0 || s[end+1] != ';' {
			out.WriteByte('&')
			s = s[1:]
			continue
		}
		out.WriteString(html.UnescapeString(s[:end+2]))
		s = s[end+2:]
	}
	out.WriteString(s)
	return out.String()
}
