package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns s without the characters that show nothing and stand within words of
// web pages: soft hyphens, spaces without width, byte order marks. A word that they part is
// one word to its reader, and whoever searches a table for it would not find it.
//
// What some script is written with stays: joiners behind letters of other scripts than
// Latin, Greek and Cyrillic and behind pictographs, and the marks of direction where there
// is a letter that is written from right to left.
func Visible(s string) string {
	i := indexInvisible(s)
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	leftward := strings.ContainsFunc(s, writtenLeftward)
	last, _ := utf8.DecodeLastRuneInString(s[:i])
	for k, r := range s[i:] {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError { // perhaps one byte that is no character
			_, size = utf8.DecodeRuneInString(s[i+k:])
		}
		switch {
		case !invisible(r):
			last = r
		case r == '\u200C' || r == '\u200D':
			if last < 0x590 || 0x1E00 <= last && last < 0x2190 { // a letter of Europe, or no letter
				continue
			}
		case direction(r) && leftward:
		default:
			continue
		}
		b.WriteString(s[i+k : i+k+size])
	}
	return b.String()
}

// indexInvisible returns where the first character begins that Visible may leave out, -1
// if there is none.
func indexInvisible(s string) int {
	for i := 0; i < len(s); i++ {
		for i+8 <= len(s) && Load(s, i)&HighBits == 0 { // eight characters of ASCII
			i += 8
		}
		if i == len(s) {
			break
		}
		switch s[i] {
		case 0xC2:
			if i+1 < len(s) && s[i+1] == 0xAD {
				return i
			}
		case 0xE1, 0xE2, 0xEF:
			if r, _ := utf8.DecodeRuneInString(s[i:]); invisible(r) {
				return i
			}
		}
	}
	return -1
}

// invisible reports whether r shows nothing.
func invisible(r rune) bool {
	switch {
	case r == '\u00AD', r == '\u180E', r == '\uFEFF', '\u200B' <= r && r <= '\u200D', '\u2060' <= r && r <= '\u2064':
		return true
	}
	return direction(r)
}

// direction reports whether r is a mark of the direction of writing.
func direction(r rune) bool {
	return r == '\u200E' || r == '\u200F' || '\u202A' <= r && r <= '\u202E' || '\u2066' <= r && r <= '\u2069'
}

// leftwardBlocks are the blocks of the scripts that run from right to left.
var leftwardBlocks = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x0590, Hi: 0x08FF, Stride: 1}, {Lo: 0xFB1D, Hi: 0xFDFF, Stride: 1}, {Lo: 0xFE70, Hi: 0xFEFC, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x10800, Hi: 0x10FFF, Stride: 1}, {Lo: 0x1E800, Hi: 0x1EFFF, Stride: 1}},
}

// writtenLeftward reports whether r is a letter of a script that runs from right to left.
func writtenLeftward(r rune) bool {
	return unicode.Is(leftwardBlocks, r) && unicode.IsLetter(r)
}
