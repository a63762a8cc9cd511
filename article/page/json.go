package page

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A value is a JSON value as a page gives it.
type value struct {
	text   string // of a string, a number, true or false
	list   []value
	object []member // in the order of the page
	kind   kind
}

type kind uint8

const (
	null kind = iota
	text      // strings, numbers, true and false
	list
	object
)

type member struct {
	key   string
	value value
}

// get returns the value of the first member named key, null if there is none.
func (v *value) get(key string) *value {
	for i := range v.object {
		if v.object[i].key == key {
			return &v.object[i].value
		}
	}
	return &value{}
}

// Bounds on what is read of one script. The largest graphs of real pages have
// some thousand values and are ten deep.
const (
	deepestJSON = 40
	mostValues  = 50_000
)

// readJSON reads as many JSON values as s holds, one after the other, and
// forgives what pages do to JSON: line ends and tabs within strings, unknown
// escapes, quotation marks within strings that are not escaped, commas too
// many and too few, comments and CDATA marks around it, an end that is missing.
// Time is linear in s. What cannot be read at all gives null.
func readJSON(s string) []value {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "{&quot;") || strings.HasPrefix(s, "[{&quot;") {
		s = html.UnescapeString(s) // a template escaped the whole script
	}
	r := jsonReader{s: s, most: mostValues}
	var values []value
	for r.i < len(s) && len(values) < 64 {
		if k := strings.IndexAny(s[r.i:], "{["); k >= 0 {
			r.i += k
		} else {
			break
		}
		if s[r.i] == '[' && strings.HasPrefix(s[r.i:], "[CDATA[") {
			r.i += len("[CDATA[")
			continue
		}
		values = append(values, r.value(0))
	}
	return values
}

// A jsonReader reads JSON from left to right and never goes back.
type jsonReader struct {
	s      string
	i      int
	values int // read so far
	most   int // of values; behind them it goes to the end

	// What a program wrote is right: every quotation mark that is not escaped ends its string.
	written bool
	names   map[string]value // what words stand for, in the body of a function
}

// space passes over white space and stray commas and semicolons.
func (r *jsonReader) space() {
	for r.i < len(r.s) {
		switch r.s[r.i] {
		case ' ', '\t', '\n', '\r', ',', ';':
			r.i++
		case '/': // a comment to the end of the line, or /* to */
			switch {
			case strings.HasPrefix(r.s[r.i:], "//"):
				r.passBy("\n")
			case strings.HasPrefix(r.s[r.i:], "/*"):
				r.passBy("*/")
			default:
				r.i++
			}
		case 0xc2: // a no-break space
			if !strings.HasPrefix(r.s[r.i:], "\u00a0") {
				return
			}
			r.i += 2
		default:
			return
		}
	}
}

// passBy goes behind the next end, or to the end of all.
func (r *jsonReader) passBy(end string) {
	if k := strings.Index(r.s[r.i:], end); k >= 0 {
		r.i += k + len(end)
	} else {
		r.i = len(r.s)
	}
}

// value reads the value at r. It always moves forward, unless at the end.
func (r *jsonReader) value(depth int) value {
	r.space()
	if r.i >= len(r.s) {
		return value{}
	}
	if r.values++; r.values > r.most || depth > deepestJSON {
		r.i = len(r.s)
		return value{}
	}
	switch c := r.s[r.i]; c {
	case '{':
		r.i++
		v := value{kind: object}
		for {
			r.space()
			if r.i >= len(r.s) {
				return v
			}
			switch r.s[r.i] {
			case '}':
				r.i++
				return v
			case ']': // of an array around it: this object was never closed
				return v
			case '"', '\'':
			default: // a key without quotation marks, or rubbish
				key := r.word()
				if key == "" {
					r.i++
					continue
				}
				r.member(&v, key, depth)
				continue
			}
			r.member(&v, r.string(), depth)
		}
	case '[':
		r.i++
		v := value{kind: list}
		for {
			r.space()
			if r.i >= len(r.s) {
				return v
			}
			switch r.s[r.i] {
			case ']':
				r.i++
				return v
			case '}':
				return v
			}
			v.list = append(v.list, r.value(depth+1))
		}
	case '"', '\'':
		return value{kind: text, text: r.string()}
	default:
		if w := r.word(); w != "" {
			if v, ok := r.names[w]; ok {
				return v
			}
			if w == "null" || w == "undefined" {
				return value{}
			}
			return value{kind: text, text: w}
		}
		r.i++
		return value{}
	}
}

// member reads what follows a key.
func (r *jsonReader) member(v *value, key string, depth int) {
	r.space()
	if r.i < len(r.s) && r.s[r.i] == ':' {
		r.i++
		v.object = append(v.object, member{key, r.value(depth + 1)})
	}
}

// word reads a run of letters, digits and what stands in numbers and names.
func (r *jsonReader) word() string {
	start := r.i
	for r.i < len(r.s) {
		c := r.s[r.i]
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && strings.IndexByte("+-._@$", c) < 0 {
			break
		}
		r.i++
	}
	return r.s[start:r.i]
}

// string reads the string at r. A quotation mark ends it only if what follows
// can follow a string, so that a mark that nobody escaped does not.
func (r *jsonReader) string() string {
	quote := r.s[r.i]
	r.i++
	start := r.i
	for r.i < len(r.s) { // the common string, without escapes
		c := r.s[r.i]
		if c == quote && r.ends() {
			r.i++
			return r.s[start : r.i-1]
		}
		if c == '\\' {
			break
		}
		r.i++
	}
	b := []byte(r.s[start:r.i])
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c == quote && r.ends():
			r.i++
			return string(b)
		case c == '\\':
			b = r.escape(b)
		default:
			b = append(b, c)
			r.i++
		}
	}
	return string(b)
}

// ends reports whether the quotation mark at r ends its string.
func (r *jsonReader) ends() bool {
	if r.written {
		return true
	}
	const look = 64 // bytes of white space, at most
	i := r.i + 1
	for i < len(r.s) && i < r.i+look && (r.s[i] == ' ' || r.s[i] == '\n' || r.s[i] == '\r' || r.s[i] == '\t') {
		i++
	}
	if i >= len(r.s) || i == r.i+look {
		return true
	}
	switch r.s[i] {
	case ':', '}', ']', '/', '<':
		return true
	case '"': // a comma is missing between two members on two lines
		return strings.IndexByte(r.s[r.i:i], '\n') >= 0
	case ',': // of the text, or before the next member or element
		for i++; i < len(r.s) && i < r.i+look; i++ {
			switch r.s[i] {
			case ' ', '\n', '\r', '\t':
				continue
			case '"', '\'', '{', '[', '}', ']', '/':
				return true
			}
			return isItem(r.s[i:min(len(r.s), i+look)])
		}
		return true
	}
	return false
}

// isItem reports whether s begins with a key without quotation marks, or with
// an element of a list that needs none.
func isItem(s string) bool {
	w := jsonReader{s: s}
	word := w.word()
	after := strings.TrimLeft(s[w.i:], " \t\r\n")
	if word == "" || after == "" {
		return false
	}
	if after[0] == ':' {
		return true
	}
	if strings.IndexByte(",]}", after[0]) < 0 {
		return false
	}
	if word == "true" || word == "false" || word == "null" {
		return true
	}
	_, err := strconv.ParseFloat(word, 64)
	return err == nil
}

// escape reads the escape at r and appends what it stands for.
func (r *jsonReader) escape(b []byte) []byte {
	r.i++
	if r.i >= len(r.s) {
		return b
	}
	c := r.s[r.i]
	r.i++
	switch c {
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'b':
		return append(b, '\b')
	case 'f':
		return append(b, '\f')
	case 'u': // \u003c
		return r.character(b, 4)
	case 'x': // \x3c, of JavaScript
		return r.character(b, 2)
	}
	return append(b, c)
}

// character reads the digits of a character, and the other half of a pair behind it, and appends it.
func (r *jsonReader) character(b []byte, digits int) []byte {
	u, ok := r.hex(digits)
	if !ok {
		return b
	}
	if 0xd800 <= u && u < 0xdc00 && strings.HasPrefix(r.s[r.i:], "\\u") {
		r.i += 2
		if low, ok := r.hex(4); ok && 0xdc00 <= low && low < 0xe000 {
			u = 0x10000 + (u-0xd800)<<10 + (low - 0xdc00)
		}
	}
	return utf8.AppendRune(b, u) // half a pair becomes U+FFFD
}

// hex reads n hexadecimal digits.
func (r *jsonReader) hex(n int) (rune, bool) {
	if r.i+n > len(r.s) {
		return 0, false
	}
	u, err := strconv.ParseUint(r.s[r.i:r.i+n], 16, 32)
	if err != nil {
		return 0, false
	}
	r.i += n
	return rune(u), true
}
