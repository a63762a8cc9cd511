package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parseThin is html.Parse, but for time: scripts and style sheets are half of what sites send, and the parser takes them
// byte by byte. So they are set aside, the page is parsed with a mark in the place of each, and they are put back.
//
// Up to a mark the parser has seen the same as of the whole page, or what it treats alike. So if each mark is
// found, once, as all that a script or style sheet holds, each began and ended where it does in the whole page, and the tree is the same. If one is
// not, because it stood in a comment or an attribute, the page is parsed as it is.
func parseThin(s string) (*html.Node, error) {
	thin, parts := setAside(s)
	if len(parts) > 0 {
		if doc, err := html.Parse(strings.NewReader(thin)); err != nil || putBack(doc, parts) {
			return doc, err
		}
	}
	return html.Parse(strings.NewReader(s))
}

// shortestAside is the length in bytes of the shortest script that is set aside.
const shortestAside = 100

// setAside returns a page with marks in the place of its longer scripts and style sheets, and these.
func setAside(s string) (thin string, parts []string) {
	var b strings.Builder
	from := 0
	for i := 0; ; {
		k := strings.IndexByte(s[i:], '<')
		if k < 0 {
			break
		}
		if i += k + 1; strings.HasPrefix(s[i:], "!--") {
			if k = strings.Index(s[i:], "-->"); k < 0 {
				break
			}
			i += k
			continue
		}
		name := rawName(s[i:])
		if name == "" {
			continue
		}
		if k = tagLen(s[i:]); k == 0 {
			break
		}
		begin := i + k
		if k = rawEnd(s[begin:], name); k < 0 {
			break
		}
		i = begin + k
		if part := s[begin:i]; len(part) >= shortestAside && (name == "script" || name == "style") && !strings.Contains(part, "<!--") && strings.IndexByte(part, 0) < 0 {
			b.WriteString(s[from:begin])
			b.WriteString(aside(len(parts)))
			parts, from = append(parts, part), i
		}
	}
	if len(parts) == 0 {
		return s, nil
	}
	b.WriteString(s[from:])
	return b.String(), parts
}

// aside returns the mark in the place of a part.
func aside(n int) string { return "\x01" + strconv.Itoa(n) + "\x01" }

// rawName returns the name of the tag that s begins with behind its bracket, if what the element holds may be set aside, or
// may hold what looks like one of those and is none.
func rawName(s string) string {
	if s == "" || s[0]|0x20 != 's' && s[0]|0x20 != 'n' {
		return ""
	}
	for _, name := range [...]string{"script", "style", "svg", "noscript"} {
		if len(s) > len(name) && endsName(s[len(name)]) && strings.EqualFold(s[:len(name)], name) {
			return name
		}
	}
	return ""
}

// tagLen returns the length of the tag that s begins with behind its bracket, 0 if it does not end. Values within
// quotation marks may hold a bracket.
func tagLen(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '>':
			return i + 1
		case '"', '\'':
			if s[i-1] != '=' {
				continue
			}
			k := strings.IndexByte(s[i+1:], c)
			if k < 0 {
				return 0
			}
			i += k + 1
		}
	}
	return 0
}

// rawEnd returns where the first end tag of this name begins, -1 if there is none.
func rawEnd(s, name string) int {
	for i := 0; ; i += 2 {
		k := strings.Index(s[i:], "</")
		if k < 0 {
			return -1
		}
		i += k
		if rest := s[i+2:]; len(rest) > len(name) && endsName(rest[len(name)]) && strings.EqualFold(rest[:len(name)], name) {
			return i
		}
	}
}

// endsName reports whether c ends the name of a tag.
func endsName(c byte) bool {
	switch c {
	case ' ', '\n', '\r', '\t', '\f', '/', '>':
		return true
	}
	return false
}

// putBack puts each part in the place of its mark, and reports whether each mark was found, once, as all that a script or
// style sheet holds.
func putBack(doc *html.Node, parts []string) bool {
	found := 0
	for n := doc; n != nil; n = next(doc, n, false) {
		if n.DataAtom != atom.Script && n.DataAtom != atom.Style || n.FirstChild == nil || !strings.HasPrefix(n.FirstChild.Data, "\x01") {
			continue
		}
		if n.Namespace != "" || found == len(parts) || n.FirstChild != n.LastChild || n.FirstChild.Data != aside(found) {
			return false
		}
		n.FirstChild.Data = withLineEnds(parts[found])
		found++
	}
	return found == len(parts)
}

// withLineEnds returns s with the line ends that the parser makes of all others.
func withLineEnds(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
