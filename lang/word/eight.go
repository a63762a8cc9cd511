package word

import (
	"math/bits"
	"unicode/utf8"
)

// Whatever reads text eight bytes at a time does so by what is here: a number
// holds the bytes, the first the lowest, and in masks the high bit of a byte
// says something of that byte.

// EachByte times a byte is that byte eight times; HighBits are the high bits of
// eight bytes.
const (
	EachByte = 0x0101010101010101
	HighBits = 0x80 * EachByte
)

// Load returns the 8 bytes of text from i on, the first the lowest.
func Load(text string, i int) uint64 {
	t := text[i : i+8]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
		uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

// Alnum8 returns masks of the bytes of x that are ASCII letters, and digits.
func Alnum8(x uint64) (letters, digits uint64) {
	// Adding to 7 bits carries into the 8th, and no further, from a bound upwards.
	lower, plain := (x|0x20*EachByte)&^HighBits, x&^HighBits
	letters = (lower + (0x80-'a')*EachByte) &^ (lower + (0x7f-'z')*EachByte) &^ x & HighBits
	digits = (plain + (0x80-'0')*EachByte) &^ (plain + (0x7f-'9')*EachByte) &^ x & HighBits
	return letters, digits
}

// Bytes finds the next byte of a set in a text: up to five of ASCII, and any beyond.
type Bytes struct {
	has   [256]bool
	ascii [5]uint64 // each eight times; one of them again where there are fewer
}

// NewBytes returns the set of the bytes of s, of which one at least and five at most
// are of ASCII.
func NewBytes(s string) *Bytes {
	b, n := new(Bytes), 0
	for i := range len(s) {
		b.has[s[i]] = true
		if s[i] < utf8.RuneSelf {
			for k := n; k < len(b.ascii); k++ {
				b.ascii[k] = uint64(s[i]) * EachByte
			}
			n++
		}
	}
	if n < 1 || n > len(b.ascii) {
		panic("word: not one to five bytes of ASCII")
	}
	return b
}

// Next returns the index of the first byte of text from i on that is in the set,
// or len(text).
func (b *Bytes) Next(text string, i int) int {
	x0, x1, x2, x3, x4 := b.ascii[0], b.ascii[1], b.ascii[2], b.ascii[3], b.ascii[4]
	for ; i+8 <= len(text); i++ {
		x := Load(text, i)
		// Of ASCII, taking 1 sets the high bit of the first byte that is 0, and of none before it.
		found := ((x ^ x0) - EachByte) | ((x ^ x1) - EachByte) | ((x ^ x2) - EachByte) | ((x ^ x3) - EachByte) | ((x ^ x4) - EachByte) | x
		if found &= HighBits; found == 0 {
			i += 7
		} else if i += bits.TrailingZeros64(found) >> 3; b.has[text[i]] {
			return i
		}
	}
	for i < len(text) && !b.has[text[i]] {
		i++
	}
	return i
}
