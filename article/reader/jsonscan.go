package reader

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxDepth is how deep brackets may be nested in a record.
const maxDepth = 512

// A scanner reads one JSON value from left to right.
//
// It reads what RFC 8259 allows, in valid UTF-8, and besides what programs
// write all the same: NaN and Infinity, for which Python is known, and control
// characters inside strings.
//
// The simpler road, not taken: encoding/json/jsontext refuses both and with
// them the record, and at 92 MB/s where this reads 269, since this searches for
// the ends of strings instead of stepping through them, it would cost a run over
// news 4 %. The tokens of encoding/json come at 22 MB/s.
type scanner struct {
	b    []byte
	i    int    // next byte
	err  string // why scanning failed, for people; empty if it has not
	wild int    // where it failed
}

// fail notes the first error and reports false.
func (s *scanner) fail(format string, args ...any) bool {
	if s.err == "" {
		s.err, s.wild = fmt.Sprintf(format, args...), s.i
	}
	return false
}

// unexpected fails because of the byte that stands next.
func (s *scanner) unexpected(wanted string) bool {
	if s.i >= len(s.b) {
		return s.fail("it ends where %s should stand", wanted)
	}
	r, _ := utf8.DecodeRune(s.b[s.i:])
	return s.fail("%q stands where %s should", r, wanted)
}

// next passes over white space and returns the byte that follows, 0 at the end.
func (s *scanner) next() byte {
	for ; s.i < len(s.b); s.i++ {
		if c := s.b[s.i]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
	}
	return 0
}

// object reads an object, and calls visit for each of its keys, in order, with
// the scanner before the value, which visit must read. It reports whether all
// went well.
func (s *scanner) object(visit func(key []byte) bool) bool {
	s.i++
	if s.next() == '}' {
		s.i++
		return true
	}
	for {
		if s.next() != '"' {
			return s.unexpected("a key")
		}
		key, escaped, ok := s.str()
		if !ok {
			return false
		}
		if s.next() != ':' {
			return s.unexpected("a colon")
		}
		s.i++
		if escaped {
			key = []byte(unescape(key))
		}
		if s.next() == 0 && s.i >= len(s.b) {
			return s.unexpected("a value")
		}
		if !visit(key) {
			return false
		}
		switch s.next() {
		case ',':
			s.i++
		case '}':
			s.i++
			return true
		default:
			return s.unexpected("a comma or a closing bracket")
		}
	}
}

// array reads an array, and calls visit before each of its elements.
func (s *scanner) array(visit func() bool) bool {
	s.i++
	if s.next() == ']' {
		s.i++
		return true
	}
	for {
		if s.next() == 0 && s.i >= len(s.b) {
			return s.unexpected("a value")
		}
		if !visit() {
			return false
		}
		switch s.next() {
		case ',':
			s.i++
		case ']':
			s.i++
			return true
		default:
			return s.unexpected("a comma or a closing bracket")
		}
	}
}

// skip reads a value of any kind and checks its form. depth is how deep it
// stands.
func (s *scanner) skip(depth int) bool {
	if depth > maxDepth {
		return s.fail("brackets are nested more than %d deep", maxDepth)
	}
	switch s.next() {
	case '{':
		return s.object(func([]byte) bool { return s.skip(depth + 1) })
	case '[':
		return s.array(func() bool { return s.skip(depth + 1) })
	case '"':
		_, _, ok := s.str()
		return ok
	}
	_, ok := s.scalar()
	return ok
}

// str reads a string and returns what stands between its marks. escaped says
// that it holds escapes, which have been checked.
func (s *scanner) str() (raw []byte, escaped, ok bool) {
	start := s.i + 1
	i := start
	for {
		q := bytes.IndexByte(s.b[i:], '"')
		if q < 0 {
			s.i = len(s.b)
			return nil, false, s.fail("it ends inside a string")
		}
		q += i
		for i < q {
			e := bytes.IndexByte(s.b[i:q], '\\')
			if e < 0 {
				break
			}
			escaped = true
			// The escaped byte may be the mark itself, at q.
			switch i += e + 1; s.b[i] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
				i++
			case 'u':
				if i+4 >= len(s.b) || hex4(s.b[i+1:]) < 0 {
					s.i = i
					return nil, false, s.fail("\\u stands without four hexadecimal digits")
				}
				i += 5
			default:
				s.i = i
				return nil, false, s.unexpected("the rest of an escape")
			}
		}
		if i <= q {
			s.i = q + 1
			return s.b[start:q], escaped, true
		}
	}
}

// scalar reads a number or one of the words and returns it as written.
func (s *scanner) scalar() (text []byte, ok bool) {
	start := s.i
	for _, word := range [...]string{"null", "true", "false", "NaN", "Infinity", "-Infinity"} {
		if bytes.HasPrefix(s.b[s.i:], []byte(word)) {
			s.i += len(word)
			return s.b[start:s.i], true
		}
	}
	if s.at() == '-' {
		s.i++
	}
	switch {
	case s.at() == '0':
		s.i++
	case !s.digits():
		return nil, s.unexpected("a value")
	}
	if s.at() == '.' {
		if s.i++; !s.digits() {
			return nil, s.unexpected("a digit")
		}
	}
	if s.at()|0x20 == 'e' {
		if s.i++; s.at() == '+' || s.at() == '-' {
			s.i++
		}
		if !s.digits() {
			return nil, s.unexpected("a digit")
		}
	}
	return s.b[start:s.i], true
}

// digits reads digits and reports whether there was one.
func (s *scanner) digits() bool {
	start := s.i
	for s.i < len(s.b) && s.b[s.i]-'0' <= 9 {
		s.i++
	}
	return s.i > start
}

// at returns the byte that stands next, 0 at the end.
func (s *scanner) at() byte {
	if s.i < len(s.b) {
		return s.b[s.i]
	}
	return 0
}

// unescape returns the string that raw, with escapes that str has checked,
// stands for. Half of a surrogate pair becomes U+FFFD, as in encoding/json.
func unescape(raw []byte) string {
	var out strings.Builder
	out.Grow(len(raw))
	for {
		e := bytes.IndexByte(raw, '\\')
		if e < 0 {
			out.Write(raw)
			return out.String()
		}
		out.Write(raw[:e])
		c := raw[e+1]
		raw = raw[e+2:]
		switch c {
		case 'b':
			c = '\b'
		case 'f':
			c = '\f'
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		case 'u':
			r := rune(hex4(raw))
			raw = raw[4:]
			if utf16.IsSurrogate(r) {
				low := rune(-1)
				if len(raw) >= 6 && raw[0] == '\\' && raw[1] == 'u' {
					low = rune(hex4(raw[2:]))
				}
				if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
					raw = raw[6:]
				}
			}
			out.WriteRune(r)
			continue
		}
		out.WriteByte(c)
	}
}

// hex4 returns the value of four hexadecimal digits, -1 if b does not begin
// with as many.
func hex4(b []byte) int {
	if len(b) < 4 {
		return -1
	}
	n := 0
	for _, c := range b[:4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return -1
		}
		n = n<<4 | int(c)
	}
	return n
}
