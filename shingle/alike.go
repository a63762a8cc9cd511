package shingle

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Letters of the Cyrillic and Greek scripts look like Latin ones. Who wants to hide
// a copy writes them into Latin words, and no reader sees it. A word of one script
// is left alone: cop is a word in English, and сор one in Russian.

// alike holds the small Latin letter that a small letter of another script looks
// like, one that no diacritic is dropped from.
var alike = map[rune]byte{
	'а': 'a', 'с': 'c', 'ԁ': 'd', 'е': 'e', 'һ': 'h', 'і': 'i', 'ј': 'j', 'к': 'k', 'ӏ': 'l', 'м': 'm', 'о': 'o', 'р': 'p', 'ԛ': 'q',
	'ѕ': 's', 'т': 't', 'у': 'y', 'ү': 'y', 'ѵ': 'v', 'ԝ': 'w', 'х': 'x', 'в': 'b', 'н': 'h', 'п': 'n', 'г': 'r',
	'α': 'a', 'β': 'b', 'ε': 'e', 'η': 'n', 'ι': 'i', 'κ': 'k', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'τ': 't', 'υ': 'u', 'χ': 'x', 'γ': 'y',
}

// cyrillic holds the small Cyrillic letter that a Latin letter, small or capital, looks like.
var cyrillic = [...]rune{
	0: 'а', 'b' - 'a': 'в', 'c' - 'a': 'с', 'e' - 'a': 'е', 'h' - 'a': 'н', 'k' - 'a': 'к', 'm' - 'a': 'м', 'o' - 'a': 'о', 'p' - 'a': 'р', 't' - 'a': 'т', 'x' - 'a': 'х', 'y' - 'a': 'у',
}

// unmaskedCyrillic returns a folded word in Cyrillic letters where it mixes these with Latin ones that look like
// some, as peчь; else the word itself.
func unmaskedCyrillic(word []byte) []byte {
	out := make([]byte, 0, len(word)+4)
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRune(word[i:])
		i += n
		if 'a' <= r && r <= 'z' {
			if k := int(r - 'a'); k < len(cyrillic) && cyrillic[k] != 0 {
				r = cyrillic[k]
			} else {
				return word
			}
		} else if !unicode.Is(unicode.Cyrillic, r) && r != '-' {
			return word
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// unmasked returns a folded word in Latin letters where it mixes these with letters
// that look like them, and nothing else; in Cyrillic ones where Latin letters look like
// those that it has beside others; else the word itself. A word that those
// letters would divide, as η'a in n and a, is left alone too: its folded form has
// to be one word again.
func unmasked(word []byte) []byte {
	latin, other := false, false
	for _, c := range word {
		latin = latin || 'a' <= c && c <= 'z'
		other = other || 0xCE <= c && c <= 0xD4 // leads a letter of Greek or Cyrillic
	}
	if !latin || !other {
		return word
	}
	out := make([]byte, 0, len(word))
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRune(word[i:])
		i += n
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
			continue
		}
		c, ok := alike[r]
		if !ok {
			return unmaskedCyrillic(word)
		}
		out = append(out, c)
	}
	if i := bytes.IndexByte(out, '\''); i > 0 && i+1 < len(out) && elides(out[:i], out[i+1:]) {
		return word
	}
	return out
}

// longestElided is how many bytes a word that loses its vowel has at most, each letter masked by one of two bytes.
const longestElided = 2 * len("quelqu")

// elides reports whether the folded word before an apostrophe has lost its vowel
// before the folded text behind it, whether or not other letters mask the two.
func elides(before, behind []byte) bool {
	if len(before) > longestElided || len(behind) == 0 { // also lest a long word of many apostrophes be looked through at each
		return false
	}
	next := behind[0]
	if next >= utf8.RuneSelf {
		r, _ := utf8.DecodeRune(behind)
		next = alike[r] // 0 if it masks none
	}
	return opens(next) && elision(unmasked(before))
}
