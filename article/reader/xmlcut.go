package reader

import (
	"bytes"
	"fmt"
	"strings"
)

// An xmlCutter cuts a stream of XML into the elements that are articles, of
// which it holds one at a time.
type xmlCutter struct {
	w      *window
	wanted map[string]bool // local names of elements that are articles

	root  []byte   // the tag of the document's outermost element, with its brackets
	head  []byte   // what stands before the first article, the root's tag included
	open  []string // names of the elements that are open around the next one
	begun bool     // an article has been found
	large bool     // the element handed out last was too large and is not there
	cut   bool     // the document ended within it
}

// headLimit bounds what is kept of what stands before the first article, in
// bytes, and the tags outside articles.
const headLimit = 64 << 10

// token reads the next token outside of articles, with the window at it. Of a
// text only a part may be returned. The token's slices are good until the
// window moves.
func (c *xmlCutter) token() (x xmlScanner, kind xmlKind) {
	for {
		x = xmlScanner{b: c.w.bytes(), last: c.w.err != nil}
		if kind = x.next(); kind == xmlEnd && c.w.more() {
			continue
		}
		if kind != xmlPartial {
			return x, kind
		}
		if len(x.b) > headLimit { // a long comment, or no token at all
			c.pass(endOf(x.b))
			continue
		}
		c.w.more()
	}
}

// endOf returns what ends the token that b begins with.
func endOf(b []byte) string {
	for _, t := range [][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		if bytes.HasPrefix(b, []byte(t[0])) {
			return t[1]
		}
	}
	return ">"
}

// pass moves the window behind the next end, however far that is.
func (c *xmlCutter) pass(end string) {
	c.w.start++
	for {
		b := c.w.bytes()
		if i := bytes.Index(b, []byte(end)); i >= 0 {
			c.w.start += i + len(end)
			return
		}
		c.w.start += max(0, len(b)-len(end)+1)
		if !c.w.more() {
			c.w.start = c.w.end
			return
		}
	}
}

// next hands out the next article, from its opening tag to its closing one,
// and the name of its element; an empty name at the end of the document.
func (c *xmlCutter) next() (element []byte, name string) {
	c.large, c.cut = false, false
	for {
		x, kind := c.token()
		switch kind {
		case xmlEnd:
			return nil, ""
		case xmlOpen:
			name = string(x.name)
			if c.root == nil {
				c.root = bytes.Clone(x.b[:x.i])
			}
			if c.wanted[strings.ToLower(name)] {
				c.begun = true
				return c.element(name), strings.ToLower(name)
			}
			if !x.empty && len(c.open) < maxElements {
				c.open = append(c.open, name)
			}
		case xmlClose:
			for i := len(c.open) - 1; i >= 0; i-- {
				if c.open[i] == string(x.name) {
					c.open = c.open[:i]
					break
				}
			}
		}
		if !c.begun && len(c.head) < headLimit && kind != xmlOther {
			c.head = append(c.head, x.b[:min(x.i, headLimit)]...)
		}
		c.w.take(x.i)
	}
}

// element hands out the element whose opening tag stands next: to the tag that
// closes it, counting those of its own name only, since in feeds others are
// left open.
func (c *xmlCutter) element(name string) []byte {
	at, nested := 0, 0
	for {
		x := xmlScanner{b: c.w.bytes(), i: at, last: c.w.err != nil}
		kind := x.next()
		for ; kind != xmlEnd && kind != xmlPartial; kind = x.next() {
			switch {
			case kind == xmlOpen && !x.empty && string(x.name) == name:
				nested++
			case kind == xmlClose && string(x.name) == name:
				nested--
			case kind != xmlOpen:
				continue
			}
			if nested == 0 {
				return c.take(x.i)
			}
		}
		at = x.i
		if c.large || int64(len(x.b)) > c.w.max {
			// It is not kept, and a token in it may be larger still.
			c.large = true
			c.w.start += at
			at = 0
			if b := c.w.bytes(); kind == xmlPartial && len(b) > headLimit {
				c.pass(endOf(b))
				continue
			}
		}
		if !c.w.more() && c.w.end == c.w.start+at {
			c.cut = true
			return c.take(at)
		}
	}
}

func (c *xmlCutter) take(n int) []byte {
	b := c.w.take(n)
	if c.large || int64(n) > c.w.max {
		c.large = true
		return nil
	}
	return b
}

// rootOf returns the name of the outermost element of the document that begins
// with head, without prefix and in lower case; empty if head is no XML, or the
// element does not begin in it.
func rootOf(head []byte) string {
	head = bytes.TrimPrefix(head, bomUTF8)
	if e := wide(head); e != nil {
		head, _ = e.NewDecoder().Bytes(head[:len(head)&^3])
		head = bytes.TrimPrefix(head, bomUTF8)
	}
	x := xmlScanner{b: head}
	for {
		switch x.next() {
		case xmlText:
			if len(bytes.TrimSpace(x.text)) > 0 {
				return ""
			}
		case xmlOpen:
			return strings.ToLower(string(x.name))
		case xmlOther:
		default:
			return ""
		}
	}
}

// encodingOf returns the character set that an XML document declares.
func encodingOf(head []byte) string {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), " \t\r\n")
	x := xmlScanner{b: head, last: true}
	if !bytes.HasPrefix(head, []byte("<?xml")) || x.next() != xmlOther {
		return ""
	}
	x.attrs = x.text[len("xml"):]
	return x.attr("encoding")
}

// notNews says what an XML document is that holds no articles.
func notNews(root string) string {
	switch root {
	case "urlset", "sitemapindex":
		return "a sitemap, which lists pages and holds none"
	case "opml":
		return "a list of feeds, which holds no articles"
	case "packageitem":
		return "a package, which refers to articles and holds none"
	case "html":
		return "a page, though its name does not say so"
	}
	return fmt.Sprintf("XML of no form that is read: its outermost element is <%s>", shorten(root))
}
