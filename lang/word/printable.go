package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Printable returns s without what a terminal or an editor acts on: each control
// character (C0, DEL and C1, line ends and tabs too) and each sign that turns the
// direction of writing becomes U+FFFD, and so does what is not UTF-8. It is for
// names of files and messages, which anybody may have made; texts keep theirs.
func Printable(s string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, acted) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if acted(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// acted reports whether a terminal or an editor acts on r.
func acted(r rune) bool {
	return unicode.IsControl(r) || '\u2028' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' // with the two ends of lines
}
