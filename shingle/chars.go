package shingle

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A kind says what part a character plays in finding words.
type kind uint8

const (
	separator  kind = iota // ends a word
	letter                 // letters of scripts that put spaces between words
	digit                  // decimal digits
	mark                   // combining marks: part of the word they follow
	apostrophe             // part of a word between two letters
	ignorable              // soft hyphens and zero-width characters: as if absent
	wide                   // letters of scripts without spaces
)

// ascii holds the folded form of each ASCII letter and digit and 0 for the
// rest, so that one look tells whether a byte goes on with a word.
var ascii = func() (t [256]byte) {
	for c := '0'; c <= '9'; c++ {
		t[c] = byte(c)
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c] = byte(c)
		t[c-'a'+'A'] = byte(c)
	}
	return t
}()

func isDigit(c byte) bool { return c-'0' < 10 }
func isLower(c byte) bool { return c-'a' < 26 }
func isUpper(c byte) bool { return c-'A' < 26 }

// classify returns the kind of a character.
func classify(r rune) kind {
	switch {
	case r < 0x80:
		switch {
		case isDigit(byte(r)):
			return digit
		case ascii[byte(r)] != 0:
			return letter
		case r == '\'' || r == '`':
			return apostrophe
		}
		return separator
	case r < 0x250:
		switch r {
		case 0xAD:
			return ignorable
		case 0xB4: // acute accent, typed for an apostrophe
			return apostrophe
		}
		if unicode.IsLetter(r) {
			return letter
		}
		return separator
	case 0x2000 <= r && r < 0x2070:
		switch {
		case r == 0x2018 || r == 0x2019 || r == 0x201B || r == 0x2032:
			return apostrophe
		case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r:
			return ignorable
		}
		return separator
	case r == 0x2BC || r == 0xFF07: // modifier letter apostrophe, full-width apostrophe
		return apostrophe
	case r == 0x34F || r == 0x61C || r == 0x640 || r == 0x180E || r == 0xFEFF ||
		0xFE00 <= r && r <= 0xFE0F || 0xE0100 <= r && r <= 0xE01EF:
		return ignorable
	case unicode.IsMark(r), r == 0xFF9E || r == 0xFF9F: // and half-width voiced sound marks
		return mark
	case unicode.IsLetter(r):
		if isWide(r) {
			return wide
		}
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return separator
}

// isWide reports whether the letter r belongs to a script that puts no spaces
// between words: Thai, Lao, Tibetan, Myanmar, Khmer, Kana and Han.
func isWide(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r < 0x10A0:
		return true
	case r < 0x1780:
		return false
	case r < 0x1800:
		return true
	case r < 0x3005:
		return false
	case r < 0xAC00:
		return r <= 0x30FF || 0x31F0 <= r && r < 0xA000 || 0xA9E0 <= r && r < 0xAA00 || 0xAA60 <= r && r < 0xAA80
	case r < 0xF900:
		return false
	}
	return r < 0xFB00 || 0xFF66 <= r && r < 0xFFA0 || 0x1AFF0 <= r && r < 0x1B170 || 0x20000 <= r
}

// foldRune appends the folded form of one letter, digit or mark: compatible
// forms made plain, lower case, without the diacritics of Latin, Greek and
// Cyrillic letters. It may append nothing.
func foldRune(dst []byte, r rune) []byte {
	if r < 0x80 {
		if c := ascii[byte(r)]; c != 0 {
			dst = append(dst, c)
		}
		return dst
	}
	if s, ok := plain[r]; ok {
		return append(dst, s...)
	}
	for _, d := range norm.NFKD.String(string(r)) {
		dst = appendFolded(dst, d)
	}
	return dst
}

// appendFolded appends a character that norm.NFKD has taken apart.
func appendFolded(dst []byte, d rune) []byte {
	if d < 0x80 {
		if c := ascii[byte(d)]; c != 0 {
			dst = append(dst, c)
		}
		return dst
	}
	if s, ok := plain[d]; ok {
		return append(dst, s...)
	}
	switch k := classify(d); {
	case k == mark && dropped(d):
		return dst
	case k == digit:
		return append(dst, decimal(d))
	case k == letter || k == mark || k == wide:
		return utf8.AppendRune(dst, unicode.ToLower(unicode.ToUpper(d)))
	}
	return dst
}

// dropped reports whether a combining mark tells no words apart for us: the
// diacritics, and the vowel points of Hebrew and Arabic.
func dropped(r rune) bool {
	return r < 0x370 || 0x591 <= r && r <= 0x5C7 || 0x610 <= r && r <= 0x61A || 0x64B <= r && r <= 0x652 || r == 0x670
}

// decimal returns the ASCII form of a decimal digit of any script. The digits
// of a script stand together and from 0 upwards, in every range of Unicode.
func decimal(r rune) byte {
	for _, t := range unicode.Nd.R16 {
		if r <= rune(t.Hi) {
			return '0' + byte((r-rune(t.Lo))%10)
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r <= rune(t.Hi) {
			return '0' + byte((r-rune(t.Lo))%10)
		}
	}
	return '0'
}

// plain holds the letters that Unicode does not take apart though newsrooms do.
var plain = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ł': "l", 'Ł': "l",
	'ħ': "h", 'Ħ': "h", 'ı': "i", 'ŋ': "n", 'Ŋ': "n", 'ŧ': "t", 'Ŧ': "t", 'ə': "e", 'Ə': "e",
	'й': "й", 'Й': "й", // a letter of its own, not an и with a breve
}

// A latinChar is what a character from U+0080 to U+024F does.
type latinChar struct {
	kind  kind
	upper bool
	n     uint8
	fold  [3]byte
}

const latinEnd = 0x250

// latin tables the characters that most non-ASCII words of our languages hold.
var latin = sync.OnceValue(func() *[latinEnd]latinChar {
	var t [latinEnd]latinChar
	for r := rune(0x80); r < latinEnd; r++ {
		c := &t[r]
		c.kind = classify(r)
		c.upper = unicode.IsUpper(r) || unicode.IsTitle(r)
		if c.kind == letter {
			c.n = uint8(copy(c.fold[:], foldRune(nil, r)))
		}
	}
	return &t
})
