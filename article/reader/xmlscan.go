package reader

import (
	"bytes"
	"html"
	"strings"
)

// An xmlKind is what sort of token stands in XML.
type xmlKind uint8

const (
	xmlEnd     xmlKind = iota // no token: the bytes are used up
	xmlPartial                // a token whose end is not to be seen
	xmlText                   // text, with its entities
	xmlCDATA                  // text as it is
	xmlOpen                   // a tag that opens an element
	xmlClose                  // a tag that closes one
	xmlOther                  // a comment, an instruction or a declaration
)

// An xmlScanner reads the tokens of XML from left to right. encoding/xml reads
// 20 to 30 MB/s of it, a third of the time that an article has; this searches
// for the ends of tokens and reads some hundred times as fast, and besides does
// not stop at what feeds contain that is not quite XML: a bare & or <, elements
// that are not closed, HTML's entities.
//
// It expands no entity that a document declares, opens nothing that one refers
// to, and resolves no namespace: a name has the prefix as it is written.
type xmlScanner struct {
	b    []byte
	i    int  // next byte
	last bool // no more bytes come than are in b

	// The token that next has found. The slices are parts of b.
	text   []byte // of a text
	start  int    // where it begins
	prefix []byte // of a tag's name
	name   []byte // of a tag, without prefix
	attrs  []byte // what stands behind the name
	empty  bool   // a tag that opens an element and closes it
}

// next reads the next token and returns its kind. A partial token is not
// passed over.
func (x *xmlScanner) next() xmlKind {
	x.start = x.i
	rest := x.b[x.i:]
	switch {
	case len(rest) == 0:
		return xmlEnd
	case rest[0] != '<':
		return x.plain(0)
	case len(rest) < len("<![CDATA[") && !x.last:
		return xmlPartial
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return x.upTo(len("<![CDATA["), "]]>", xmlCDATA)
	case bytes.HasPrefix(rest, []byte("<!--")):
		return x.upTo(len("<!--"), "-->", xmlOther)
	case bytes.HasPrefix(rest, []byte("<?")):
		return x.upTo(len("<?"), "?>", xmlOther)
	case bytes.HasPrefix(rest, []byte("<!")):
		return x.declaration()
	case bytes.HasPrefix(rest, []byte("</")) && len(rest) > 2 && nameStart(rest[2]):
		kind := x.upTo(len("</"), ">", xmlClose)
		x.split(bytes.TrimRight(x.text, " \t\r\n"))
		return kind
	case len(rest) > 1 && nameStart(rest[1]):
		return x.tag()
	}
	return x.plain(1)
}

// nameStart reports whether a name may begin with c.
func nameStart(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == ':' || c >= 0x80
}

// plain reads a text, of which from bytes are known to be part.
func (x *xmlScanner) plain(from int) xmlKind {
	rest := x.b[x.i:]
	n := bytes.IndexByte(rest[from:], '<')
	if n < 0 {
		n = len(rest) - from
	}
	x.text = rest[:from+n]
	x.i += from + n
	return xmlText
}

// upTo reads a token that begins with begin bytes and ends with end. At the
// end of the document it may lack its own.
func (x *xmlScanner) upTo(begin int, end string, kind xmlKind) xmlKind {
	rest := x.b[x.i+begin:]
	n := bytes.Index(rest, []byte(end))
	switch {
	case n >= 0:
		x.text = rest[:n]
		x.i += begin + n + len(end)
	case x.last:
		x.text = rest
		x.i = len(x.b)
	default:
		return xmlPartial
	}
	return kind
}

// declaration reads a declaration such as <!DOCTYPE ...>, with the
// declarations in brackets that it may hold, of which nothing is used.
func (x *xmlScanner) declaration() xmlKind {
	depth := 0
	for i := x.i + 2; i < len(x.b); i++ {
		switch c := x.b[i]; c {
		case '"', '\'':
			n := bytes.IndexByte(x.b[i+1:], c)
			if n < 0 && !x.last {
				return xmlPartial
			}
			i += n + 1 // nothing, if the mark is not closed
		case '<':
			depth++
		case '>':
			if depth == 0 {
				x.i = i + 1
				return xmlOther
			}
			depth--
		}
	}
	if !x.last {
		return xmlPartial
	}
	x.i = len(x.b)
	return xmlOther
}

// tag reads a tag that opens an element. A > in a value counts to the value,
// unless a < stands there too, which none may hold: then a quotation mark is
// missing.
func (x *xmlScanner) tag() xmlKind {
	rest := x.b[x.i+1:]
	first := bytes.IndexByte(rest, '>')
	end := first
	if first >= 0 {
		end = tagEnd(rest, first)
	}
	switch {
	case end >= 0:
	case !x.last:
		return xmlPartial
	case first >= 0:
		end = first
	default:
		end = len(rest)
	}
	tag := rest[:end]
	x.i = min(x.i+1+end+1, len(x.b))
	if x.empty = bytes.HasSuffix(tag, []byte("/")); x.empty {
		tag = tag[:len(tag)-1]
	}
	x.split(tag)
	return xmlOpen
}

// tagEnd returns where a tag ends that has its first > at first; -1 if b ends
// inside a value.
func tagEnd(b []byte, first int) int {
	i, end := 0, first
	for {
		q := bytes.IndexAny(b[i:end], `"'`)
		if q < 0 {
			return end
		}
		i += q
		n := bytes.IndexByte(b[i+1:], b[i])
		if n < 0 {
			n = len(b) - i - 1
		}
		if bytes.IndexByte(b[i+1:i+1+n], '<') >= 0 {
			return first
		}
		if i += n + 2; i > len(b) {
			return -1
		}
		if i > end {
			n := bytes.IndexByte(b[i:], '>')
			if n < 0 {
				return -1
			}
			end = i + n
		}
	}
}

// split cuts a tag into its name and what stands behind.
func (x *xmlScanner) split(tag []byte) {
	x.prefix, x.name, x.attrs = nil, tag, nil
	if i := bytes.IndexAny(tag, " \t\r\n/"); i >= 0 {
		x.name, x.attrs = tag[:i], tag[i:]
	}
	if i := bytes.IndexByte(x.name, ':'); i >= 0 {
		x.prefix, x.name = x.name[:i], x.name[i+1:]
	}
}

// attr returns the value of an attribute of the tag that opens an element, by
// its name as written; empty if there is none.
func (x *xmlScanner) attr(name string) string {
	rest := x.attrs
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return ""
		}
		key := bytes.TrimSpace(rest[:eq])
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			continue
		}
		value, behind, ok := bytes.Cut(rest[1:], rest[:1])
		if string(key) == name {
			return strings.TrimSpace(unescapeXML(value))
		}
		if rest = behind; !ok {
			return ""
		}
	}
}

// unescapeXML returns a text without entities: those of XML and HTML and the
// numbers of characters.
func unescapeXML(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	return html.UnescapeString(string(b))
}
