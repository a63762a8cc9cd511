package shingle

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wiretrace/lang/word"
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

// classify returns the kind of a character.
func classify(r rune) kind {
	switch {
	case 0x4E00 <= r && r < 0xA000 || 0x3041 <= r && r < 0x3097 || 0x30A1 <= r && r < 0x30FB:
		return wide // Han, Hiragana and Katakana, but for rarer ones
	case 0xAC00 <= r && r < 0xD7A4:
		return letter // Hangul syllables
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
	case r == 0x34F || r == 0x37A || r == 0x61C || r == 0x640 || r == 0x180E || r == 0xFEFF ||
		0xFC5E <= r && r <= 0xFC63 || 0xFCF2 <= r && r <= 0xFCF4 || 0xFE70 <= r && r <= 0xFE7F || // Arabic vowel points that stand alone
		0xFE00 <= r && r <= 0xFE0F || 0xE0100 <= r && r <= 0xE01EF:
		return ignorable
	case unicode.IsMark(r), r == 0xFF9E || r == 0xFF9F: // and half-width voiced sound marks
		return mark
	case unicode.IsLetter(r):
		if word.Unspaced(r) {
			return wide
		}
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return separator
}

// invariant reports whether r, which is of a common Asian script, is its own
// folded form. It may say false of one that is.
func invariant(r rune) bool {
	return 0x4E00 <= r && r < 0xA000 || 0x3041 <= r && r < 0x3097 || 0x30A1 <= r && r < 0x30FB || 0xAC00 <= r && r < 0xD7A4
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
	if invariant(r) {
		return utf8.AppendRune(dst, r)
	}
	if s, ok := plain[r]; ok {
		return append(dst, s...)
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	parts := norm.NFKD.Properties(buf[:n]).Decomposition()
	// A vowel that would come apart into a mark and itself (Thai am) stays.
	if first, size := utf8.DecodeRune(parts); parts == nil || size < len(parts) && classify(first) == mark {
		return appendFolded(dst, r)
	}
	for len(parts) > 0 {
		d, size := utf8.DecodeRune(parts)
		dst = appendFolded(dst, d)
		parts = parts[size:]
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
	return r < tabled || 0x591 <= r && r <= 0x5C7 || 0x610 <= r && r <= 0x61A || 0x64B <= r && r <= 0x652 || r == 0x670
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

// A char is what a character below tabled does.
type char struct {
	kind  kind
	upper bool
	n     uint8 // length of fold
	fold  [4]byte
}

// tabled bounds the characters that are looked up in a table: those of one and
// two bytes up to Latin, Greek, Cyrillic and Armenian.
const tabled = 0x590

// characters is built on first use, in about a tenth of a millisecond.
var characters = sync.OnceValue(func() *[tabled]char {
	var t [tabled]char
	for r := range rune(tabled) {
		c := &t[r]
		c.kind = classify(r)
		c.upper = unicode.IsUpper(r) || unicode.IsTitle(r)
		if c.kind == letter || c.kind == digit {
			c.n = uint8(copy(c.fold[:], foldRune(nil, r)))
		}
	}
	return &t
})
