package word

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latin holds the base letters of U+00C0 to U+017F, one byte each.
// Letters that fold to two are in FoldRune.
const latin = "aaaaaaaceeeeiiii" + "dnooooo ouuuuyts" +
	"aaaaaaaceeeeiiii" + "dnooooo ouuuuyty" +
	"aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "iiiijjkkklllllll" +
	"lllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs"

// FoldRune appends to dst the lower-case form of r without its diacritics.
func FoldRune(dst []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(dst, byte(r))
	case r == 'Æ', r == 'æ':
		return append(dst, "ae"...)
	case r == 'Œ', r == 'œ':
		return append(dst, "oe"...)
	case r == 'ß':
		return append(dst, "ss"...)
	case r == 'Þ', r == 'þ':
		return append(dst, "th"...)
	case 0xC0 <= r && r <= 0x17F:
		return append(dst, latin[r-0xC0])
	case 0x180 <= r && r < 0x250, 0x1E00 <= r && r < 0x1F00: // Vietnamese, Romanian and rarer letters
		var buf [utf8.UTFMax]byte
		if d := norm.NFD.Properties(utf8.AppendRune(buf[:0], r)).Decomposition(); len(d) > 0 && d[0] < utf8.RuneSelf {
			return append(dst, d[0]|0x20)
		}
		return utf8.AppendRune(dst, unicode.ToLower(r))
	case 0x300 <= r && r <= 0x36F: // combining marks of decomposed text
		return dst
	case arabicMark(r):
		return dst
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// arabicMark reports whether r is a mark of a vowel in Arabic, which few write and some before the letter that
// others write it behind, or the stroke that stretches a word.
func arabicMark(r rune) bool { return 0x64B <= r && r <= 0x65F || r == 0x640 || r == 0x670 }

// Unvoweled returns s without the marks of Arabic that no hash of a word takes in: words that differ in
// nothing else are one.
func Unvoweled(s string) string {
	if strings.IndexFunc(s, arabicMark) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if arabicMark(r) {
			return -1
		}
		return r
	}, s)
}

// Hash returns a hash of the folded form of a word: equal for "País",
// "PAIS" and "Pais".
func Hash(s string) uint64 {
	var w Hasher
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			w.Add(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		var buf [utf8.UTFMax]byte
		for _, c := range FoldRune(buf[:0], r) {
			w.Add(c)
		}
	}
	return w.Sum()
}

// FoldName returns s as names are compared: words folded and joined by one
// space, all else left out, and a leading "the" too unless nothing follows.
func FoldName(s string) string {
	dst := make([]byte, 0, len(s))
	for i := SkipGap(s, 0); i < len(s); {
		j := End(s, i)
		if len(dst) > 0 {
			dst = append(dst, ' ')
		}
		for _, r := range s[i:j] {
			dst = FoldRune(dst, r)
		}
		i = SkipGap(s, j)
	}
	f := string(dst)
	if rest, ok := strings.CutPrefix(f, "the "); ok {
		return rest
	}
	return f
}

// Letters returns the letters and digits of s, in lower case.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// ASCII tells the bytes that belong to words: 1 letters and digits, 2 the
// bytes of other code points, of which GapLen tells more.
var ASCII = func() (t [256]uint8) {
	for c := range t {
		switch {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			t[c] = 1
		case c >= utf8.RuneSelf:
			t[c] = 2
		}
	}
	return t
}()

// GapLen returns the length in bytes of the code point at s[i] if it belongs
// to no word, else 0. It knows the blocks of punctuation, symbols and spaces
// that news uses and takes all other code points for letters.
func GapLen(s string, i int) int {
	c := s[i]
	switch ASCII[c] {
	case 0:
		return 1
	case 1:
		return 0
	}
	var next, third byte
	if i+1 < len(s) {
		next = s[i+1]
	}
	if i+2 < len(s) {
		third = s[i+2]
	}
	n := 0
	switch {
	case c == 0xC2 && next != 0xAA && next != 0xB5 && next != 0xBA: // Latin-1 punctuation, not ª µ º
		n = 2
	case c == 0xC3 && (next == 0x97 || next == 0xB7), // × ÷
		c == 0xD8 && (next == 0x8C || next == 0x9B || next == 0x9F), c == 0xDB && next == 0x94: // Arabic comma, semicolon, question mark, Urdu full stop
		n = 2
	case c == 0xE0 && next == 0xA5 && (third == 0xA4 || third == 0xA5): // danda
		n = 3
	case c == 0xE2 && next < 0xB0, // general punctuation to symbols
		c == 0xE3 && next == 0x80,                                   // of Chinese and Japanese
		c == 0xEF && next == 0xBC && (third < 0x90 || third > 0x99), // full width, digits aside
		c == 0xEF && (next == 0xBB || next == 0xBF):                 // byte order mark, replacement
		n = 3
	case c == 0xF0 && next == 0x9F: // pictographs
		n = 4
	}
	return min(n, len(s)-i)
}

// SkipGap returns the first index from i on at which a word begins, or len(s).
func SkipGap(s string, i int) int {
	for i < len(s) {
		n := GapLen(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// End returns the end of the word that begins at s[i].
func End(s string, i int) int {
	for i+8 <= len(s) {
		letters, digits := Alnum8(Load(s, i))
		stop := (letters | digits) ^ HighBits
		if stop == 0 {
			i += 8
			continue
		}
		if i += bits.TrailingZeros64(stop) >> 3; s[i] < utf8.RuneSelf || GapLen(s, i) > 0 {
			return i
		}
		i++
	}
	for i < len(s) {
		switch ASCII[s[i]] {
		case 0:
			return i
		case 2:
			if GapLen(s, i) > 0 {
				return i
			}
		}
		i++
	}
	return i
}

// Before returns the word that ends last at or before s[i] and not before
// s[lo], and reports whether there is one within reach.
func Before(s string, lo, i int) (start, end int, ok bool) {
	const reach = 64
	lo = max(lo, i-reach)
	end = i
	for end > lo {
		_, n := utf8.DecodeLastRuneInString(s[lo:end])
		if GapLen(s, end-n) == 0 {
			break
		}
		end -= n
	}
	start = end
	for start > lo {
		_, n := utf8.DecodeLastRuneInString(s[lo:start])
		if GapLen(s, start-n) > 0 {
			break
		}
		start -= n
	}
	return start, end, start < end
}

// Capital reports whether the word w begins with a capital letter or a digit.
func Capital(w string) bool {
	if w == "" {
		return false
	}
	if c := w[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || !unicode.IsLower(r)
}

// AllCapital reports whether the word w holds no lower-case letter.
func AllCapital(w string) bool {
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
