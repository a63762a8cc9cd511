package lang

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// isEnglish reports whether an eighth of the words of s are the commonest of
// English, which no other language has: of English prose they are a fifth.
// Most pages are spared the guess by it, which takes longer than their parsing.
//
// Words are what strings.Fields has. They are looked up as numbers, since every
// text that does not say its language comes through here.
func isEnglish(s string) bool {
	words, common := 0, 0
	count := func(key uint64) {
		words++
		if commonEnglish[slotOf(key)] == key {
			common++
		}
	}
	for i := 0; i < len(s); {
		if i+8 <= len(s) { // most words are shorter and end at a space
			x := word.Load(s, i)
			if n := bits.TrailingZeros64(stops8(x)) >> 3; n < 8 && s[i+n] == ' ' {
				if n > 0 {
					count(keyOf(x, n))
				}
				i += n + 1
				continue
			}
		}
		end, next := fieldEnd(s, i)
		if end > i {
			count(wordKey(s[i:end]))
		}
		i = next
	}
	return words > 0 && common*8 >= words
}

// commonEnglish holds the keys of the commonest words of English, each in its slot.
var commonEnglish = func() (slots [1 << slotBits]uint64) {
	for _, w := range [...]string{"the", "The", "of", "and", "to", "that", "for", "was", "is", "with", "his", "it", "by", "from", "which", "have", "has", "this", "they"} {
		k := wordKey(w)
		if slots[slotOf(k)] != 0 {
			panic("lang: two common words in one slot") // another multiplier parts them
		}
		slots[slotOf(k)] = k
	}
	return slots
}()

const slotBits = 6

// slotOf returns the slot of a key. No two of commonEnglish have the same.
func slotOf(key uint64) uint64 { return key * 0x7df64fcfe859a6f9 >> (64 - slotBits) }

// keyOf returns a number of its own for each word of up to 7 bytes: the first n
// of x, from the lowest.
func keyOf(x uint64, n int) uint64 { return x&(1<<(8*n)-1) | uint64(n)<<56 }

// wordKey is keyOf for a word of any length. Long ones have no number of their
// own, nor that of a short one.
func wordKey(w string) uint64 {
	var b [8]byte
	copy(b[:], w)
	return keyOf(binary.LittleEndian.Uint64(b[:]), min(len(w), 8))
}

// stops8 has the high bit set of the first byte of x, from the lowest, that is
// a space, a control character or beyond ASCII, and none before it.
func stops8(x uint64) uint64 { return ((x - (' '+1)*word.EachByte) | x) & word.HighBits }

// fieldEnd returns where the word at s[i] ends, which is empty if s[i] is white
// space, and where the first character of the white space behind it does.
func fieldEnd(s string, i int) (end, next int) {
	for i < len(s) {
		if i+8 <= len(s) {
			n := bits.TrailingZeros64(stops8(word.Load(s, i))) >> 3
			i += n
			if n == 8 {
				continue
			}
		}
		switch c := s[i]; {
		case c == ' ', '\t' <= c && c <= '\r':
			return i, i + 1
		case c < utf8.RuneSelf:
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if unicode.IsSpace(r) {
				return i, i + size
			}
			i += size
		}
	}
	return i, i
}
