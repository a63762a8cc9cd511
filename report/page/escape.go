package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendText appends s as HTML text that may stand in an element or between
// the double quotation marks of an attribute. Characters that turn the direction of
// what follows and control characters but white space are dropped, as clean
// drops them.
func appendText(b []byte, s string) []byte {
	last := 0
	for i := 0; i < len(s); {
		c := s[i]
		if plain[c] {
			i++
			continue
		}
		size := 1
		escape := ""
		switch c {
		case '&':
			escape = "&amp;"
		case '<':
			escape = "&lt;"
		case '>':
			escape = "&gt;"
		case '"':
			escape = "&#34;"
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				escape = "\uFFFD"
			} else if !dropped(r) {
				i += size
				continue
			}
		}
		b = append(b, s[last:i]...)
		b = append(b, escape...)
		i += size
		last = i
	}
	return append(b, s[last:]...)
}

// plain tells the bytes that need no look: all ASCII but what is escaped or
// dropped. Other bytes begin a character that might be dropped.
var plain = func() (t [256]bool) {
	for c := ' '; c < 0x7F; c++ {
		t[c] = !strings.ContainsRune(`&<>"`, c)
	}
	t['\n'], t['\t'] = true, true
	return t
}()

// dropped reports whether r is not shown: control characters, and those that
// turn the direction of what follows.
func dropped(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ' || r >= 0x7F && r < 0xA0:
		return true
	case r < 0x2000:
		return r == 0x61C || r == 0xAD
	case r > 0x20FF:
		return r == 0xFEFF || r > 0xE0000 && r < 0xE0FFF
	}
	return unicode.Is(unicode.Bidi_Control, r) || r == 0x2028 || r == 0x2029
}

// clip returns s on one line, without what is dropped, and at most so many
// characters of it. It goes through s once: the beginnings of all texts pass here.
func clip(s string, most int) string {
	if len(s) > 8*most { // nobody reads on; the rest is not even looked at
		s = strings.ToValidUTF8(s[:8*most], "")
	}
	var b strings.Builder
	b.Grow(min(len(s), 4*most))
	n, gap := 0, false // characters so far; whether white space stands behind the last
	for _, r := range s {
		if r <= ' ' || r >= 0x7F && (dropped(r) || unicode.IsSpace(r)) {
			gap = n > 0
			continue
		}
		if gap && n < most {
			b.WriteByte(' ')
			n++
		}
		if n == most {
			return strings.TrimRight(b.String(), " ") + "…"
		}
		gap = false
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// web returns the address if it is one of the web, else nothing.
func web(address string) string {
	lower := strings.ToLower(address[:min(8, len(address))])
	if strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") {
		return address
	}
	return ""
}
