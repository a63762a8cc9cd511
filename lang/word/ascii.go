package word

import (
	"unicode"
	"unicode/utf8"
)

// The kinds of bytes, as bits, so that those of a word can be combined.
const (
	Other     = 0 // no part of words: punctuation, space, control characters
	LowerCase = 1 << iota
	UpperCase
	Digit
	Wide // part of a code point beyond ASCII
)

// Kinds holds the kind of each byte.
var Kinds = func() (kinds [256]uint8) {
	for c := range kinds {
		switch {
		case 'a' <= c && c <= 'z':
			kinds[c] = LowerCase
		case 'A' <= c && c <= 'Z':
			kinds[c] = UpperCase
		case '0' <= c && c <= '9':
			kinds[c] = Digit
		case c >= utf8.RuneSelf:
			kinds[c] = Wide
		}
	}
	return kinds
}()

// LetterAt reports whether a letter begins at s[i].
func LetterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// SkipSpace returns the index of the first character at or after i that is not white space.
func SkipSpace(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if c != ' ' && (c < '\t' || c > '\r') {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !blank(r) {
			return i
		}
		i += size
	}
	return i
}

// TrimEnd returns the end of s[:end] without the white space at its end.
func TrimEnd(s string, end int) int {
	for end > 0 {
		c := s[end-1]
		if c < utf8.RuneSelf {
			if c != ' ' && (c < '\t' || c > '\r') {
				return end
			}
			end--
			continue
		}
		r, size := utf8.DecodeLastRuneInString(s[:end])
		if !blank(r) {
			return end
		}
		end -= size
	}
	return end
}

// blank reports whether r is white space as unicode.IsSpace has it. The
// invisible characters that scrapes carry (zero-width space, byte order mark)
// are not, since a block may leave out white space only.
func blank(r rune) bool { return unicode.IsSpace(r) }

// LettersAt returns the letters at s[i]. Elided is whether an apostrophe after
// one or two of them joins them to the next word, as in l'été.
func LettersAt(s string, i int) (word string, elided bool) {
	j := i
	for j < len(s) && j-i < Longest {
		if Kinds[s[j]]&(LowerCase|UpperCase) != 0 {
			j++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[j:])
		if r == '\'' || r == '’' {
			if j-i <= 2 && LetterAt(s, j+size) && s[i] != 'O' && s[i] != 'D' { // not O'Brien, D'Angelo
				return s[i:j], s[i] != 'I' // I'm is in the table
			}
		} else if !unicode.IsLetter(r) {
			break
		}
		j += size
	}
	return s[i:j], false
}

// Longest is the length in bytes of the longest word looked up anywhere.
const Longest = 40

// Lower writes word into buf in lower case with straight apostrophes and
// returns what it wrote: nothing if the word is too long to be in a table.
func Lower(buf *[Longest]byte, word string) []byte {
	if len(word) > Longest {
		return nil
	}
	n := 0
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if n == Longest {
				return nil
			}
			buf[n] = c
			n, i = n+1, i+1
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		if r == '’' || r == 'ʼ' {
			r = '\''
		} else {
			r = unicode.ToLower(r)
		}
		if n+utf8.RuneLen(r) > Longest {
			return nil
		}
		n += utf8.EncodeRune(buf[n:], r)
	}
	return buf[:n]
}
