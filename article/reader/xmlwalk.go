package reader

import (
	"bytes"
	"strings"
)

// maxElements is how deep elements may be nested in a record.
const maxElements = 256

// An xmlWalker goes through the elements of one record.
type xmlWalker struct {
	xmlScanner
	stack [][]byte // names of the elements that are open, the innermost last
	deep  bool     // they were nested too deep, and the rest was not read
}

func walkXML(b []byte) *xmlWalker { return &xmlWalker{xmlScanner: xmlScanner{b: b, last: true}} }

// step reads the next token, keeps the stack, and returns its kind: also
// xmlClose for the end of an element that a tag opened and closed, and for
// each that another's end closes with it.
func (w *xmlWalker) step() xmlKind {
	if w.empty {
		w.empty = false
		w.stack = w.stack[:len(w.stack)-1]
		return xmlClose
	}
	switch kind := w.next(); kind {
	case xmlOpen:
		if len(w.stack) == maxElements {
			w.deep = true
			w.i = len(w.b)
			return xmlEnd
		}
		w.stack = append(w.stack, w.name)
		return kind
	case xmlClose:
		for n := len(w.stack) - 1; n >= 0; n-- {
			if bytes.Equal(w.stack[n], w.name) {
				w.stack = w.stack[:n]
				return kind
			}
		}
		return xmlOther // of an element that is not open
	default:
		return kind
	}
}

// open goes to the next element that opens and reports whether there is one
// before what stands at depth closes.
func (w *xmlWalker) open(depth int) bool {
	for {
		switch w.step() {
		case xmlOpen:
			return true
		case xmlClose:
			if len(w.stack) < depth {
				return false
			}
		case xmlEnd:
			return false
		}
	}
}

// inner passes over the element that has just opened and returns what stands
// in it, tags and all. tags reports whether it holds any. What is not closed in
// it is of no account; if it is not closed itself, it goes on to the end.
func (w *xmlWalker) inner() (b []byte, tags bool) {
	if w.empty {
		w.step()
		return nil, false
	}
	name, from, nested := w.name, w.i, 1
	w.stack = w.stack[:len(w.stack)-1]
	for {
		switch w.next() {
		case xmlOpen:
			tags = true
			if !w.empty && bytes.Equal(w.name, name) {
				nested++
			}
			w.empty = false
		case xmlClose:
			if bytes.Equal(w.name, name) {
				if nested--; nested == 0 {
					return w.b[from:w.start], tags
				}
			}
		case xmlEnd:
			return w.b[from:], tags
		}
	}
}

// skip passes over the element that has just opened.
func (w *xmlWalker) skip() { w.inner() }

// value passes over the element that has just opened and returns its text on
// one line, with one space for white space.
func (w *xmlWalker) value() string {
	b, _ := w.inner()
	return strings.Join(strings.Fields(textOfXML(b)), " ")
}

// textOfXML returns the text in XML without tags.
func textOfXML(b []byte) string {
	if !bytes.ContainsAny(b, "<&") {
		return string(b)
	}
	var text strings.Builder
	x := xmlScanner{b: b, last: true}
	for {
		switch x.next() {
		case xmlText:
			text.WriteString(unescapeXML(x.text))
		case xmlCDATA:
			text.Write(x.text)
		case xmlOpen, xmlClose:
			text.WriteByte(' ')
		case xmlEnd:
			return text.String()
		}
	}
}

// markup passes over the element that has just opened and returns the HTML in
// it, which stands there escaped, in CDATA or as it is.
func (w *xmlWalker) markup() string {
	b, tags := w.inner()
	if tags {
		return string(b)
	}
	return textOfXML(b)
}
