package report

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// object appends JSON to b: objects whose keys are the columns' names, in
// their order. Unknown numbers are null.
type object struct {
	b []byte
}

// comma separates the next member or element from the one before, if any. Where
// b is empty, one before has been taken out of it.
func (o *object) comma() {
	if n := len(o.b); n == 0 || o.b[n-1] != '{' && o.b[n-1] != '[' {
		o.b = append(o.b, ',')
	}
}

// key begins a member. Names of columns need no escapes.
func (o *object) key(column string) {
	o.comma()
	o.b = append(o.b, '"')
	o.b = append(o.b, column...)
	o.b = append(o.b, '"', ':')
}

func (o *object) Text(column, value string) {
	o.key(column)
	o.b = appendJSON(o.b, value)
}

func (o *object) Whole(column string, n int, known bool) {
	o.key(column)
	if !known {
		o.b = append(o.b, "null"...)
		return
	}
	o.b = appendWhole(o.b, n)
}

func (o *object) Ratio(column string, x float64, known bool) {
	o.key(column)
	if !known {
		o.b = append(o.b, "null"...)
		return
	}
	o.b = appendRatio(o.b, x)
}

func (o *object) Percent(column string, t Tenths, known bool) {
	o.key(column)
	if !known {
		o.b = append(o.b, "null"...)
		return
	}
	o.b = t.Append(o.b)
}

// appendJSON appends s as a JSON string. Beside what JSON wants escaped it
// escapes U+2028 and U+2029, which end a line of JavaScript and of some
// readers of JSON lines, DEL and the controls from U+0080 to U+009F, on which a
// terminal may act, and replaces what is not UTF-8 by U+FFFD.
func appendJSON(b []byte, s string) []byte {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	b = append(slices.Grow(b, len(s)+2), '"')
	separators := holdsSeparator(s) || holdsLate(s)
	for len(s) > 0 {
		n := safe(s, separators)
		b = append(b, s[:n]...)
		s = s[n:]
		if s == "" {
			break
		}
		switch c := s[0]; c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case 0xC2:
			if r, _ := utf8.DecodeRuneInString(s); late(r) {
				b = append(b, '\\', 'u', '0', '0', digits[r>>4], digits[r&15])
			} else {
				b = append(b, s[:2]...)
			}
			s = s[2:]
			continue
		case 0xE2:
			if strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029") {
				b = append(b, `\u202`...)
				b = append(b, '8'+s[2]-0xA8)
			} else {
				b = append(b, s[:3]...)
			}
			s = s[3:]
			continue
		default:
			b = append(b, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		}
		s = s[1:]
	}
	return append(b, '"')
}

const digits = "0123456789abcdef"

// begins reports whether one of the characters begins with c that appendJSON escapes
// beyond those that JSON itself wants escaped.
func begins(c byte) bool { return c == 0xE2 || c == 0xC2 || c == 0x7F }

// late reports whether r is a control beyond those that JSON itself wants escaped.
func late(r rune) bool { return 0x7F <= r && r <= 0x9F }

// holdsSeparator reports whether s, which is UTF-8, holds U+2028 or U+2029.
func holdsSeparator(s string) bool {
	for i := 0; ; i += 3 {
		k := strings.IndexByte(s[i:], 0xE2) // with which U+2000 to U+2FFF begin, of three bytes each
		if k < 0 {
			return false
		}
		if i += k; s[i+1] == 0x80 && s[i+2]&^1 == 0xA8 {
			return true
		}
	}
}

// holdsLate reports whether s holds one of those controls.
func holdsLate(s string) bool {
	if strings.IndexByte(s, 0x7F) >= 0 {
		return true
	}
	for i := 0; ; i += 2 {
		k := strings.IndexByte(s[i:], 0xC2) // with which U+0080 to U+00BF begin
		if k < 0 {
			return false
		}
		if i += k; s[i+1] <= 0x9F {
			return true
		}
	}
}

const (
	quotes  = word.EachByte * '"'
	slashes = word.EachByte * '\\'
	spaces  = word.EachByte * ' '
)

// safe returns the length of the longest prefix of s that a JSON string may
// hold as it is. If separators is set, it also stops at DEL and at every byte 0xE2
// and 0xC2, with which U+2028 and U+0080 begin. It looks at eight bytes at a time.
func safe(s string, separators bool) int {
	i := 0
	if !separators {
		for ; len(s)-i >= 8; i += 8 {
			x := word.Load(s, i)
			// The high bit of each byte of the three is set where the byte
			// is the one looked for; a byte above one that is may be marked
			// too, which does not matter, since the lowest counts.
			q, bs := x^quotes, x^slashes
			found := ((q - word.EachByte) & ^q) | ((bs - word.EachByte) & ^bs) | ((x - spaces) & ^x)
			if found &= word.HighBits; found != 0 {
				return i + bits.TrailingZeros64(found)/8
			}
		}
	}
	for ; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || separators && begins(c) {
			return i
		}
	}
	return i
}
