package shingle

import (
	"html"
	"strings"
	"unicode/utf8"
)

// maxEntity bounds the length of a character reference, & and ; included. The
// longest name of HTML has 31 letters, but none of the long ones is a letter,
// an apostrophe or white space.
const maxEntity = 16

// entity reads the HTML character reference at the start of text, as scrapes
// leave them: with its semicolon, perhaps escaped more than once (&amp;#39;).
// It returns the character and the length of the reference in bytes, 0 where
// there is none. One that stands for several characters is read as a space.
func entity(text string) (rune, int) {
	if len(text) < 4 || text[0] != '&' || !(text[1] == '#' || ascii[text[1]] > '9') {
		return 0, 0
	}
	text = text[:min(len(text), maxEntity)]
	semicolon := strings.IndexByte(text, ';')
	if semicolon < 0 {
		return 0, 0
	}
	switch text[1:semicolon] {
	case "amp":
		// Once more only: a text of nothing but "&amp;amp;amp;" is read once.
		rest := text[semicolon+1:]
		if end := strings.IndexByte(rest, ';'); end > 0 {
			if r, ok := unescape("&" + rest[:end+1]); ok {
				return r, semicolon + 1 + end + 1
			}
		}
		return '&', semicolon + 1
	case "nbsp":
		return ' ', semicolon + 1
	case "quot":
		return '"', semicolon + 1
	case "#39", "apos", "rsquo":
		return '\'', semicolon + 1
	}
	if r, ok := unescape(text[:semicolon+1]); ok {
		return r, semicolon + 1
	}
	return 0, 0
}

// unescape returns the character that a whole reference stands for.
func unescape(ref string) (rune, bool) {
	s := html.UnescapeString(ref)
	if strings.HasPrefix(s, "&") && s != "&" || strings.HasSuffix(s, ";") {
		return 0, false
	}
	r, size := utf8.DecodeRuneInString(s)
	if size != len(s) {
		r = ' '
	}
	return r, true
}
