package credit

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Words are read and hashed eight bytes at a time, since every word of every
// article passes through here. The hash of a word is that of its folded bytes:
// each eight of them, the first the lowest and zeros behind the last, are
// mixed in turn. It is never written to a file.

// wordSeed is the hash of no bytes.
const wordSeed uint64 = 0x9e3779b97f4a7c15

// mix returns the hash of what h is the hash of with eight more bytes.
func mix(h, chunk uint64) uint64 {
	h = (h ^ chunk) * 0xc2b2ae3d27d4eb4f
	return h ^ h>>32
}

// A wordHash is the hash of a word that is read byte by byte. The zero value
// is that of no bytes.
type wordHash struct {
	done  uint64 // hash of the full chunks, less wordSeed
	chunk uint64
	n     uint8 // bytes in chunk
}

func (w *wordHash) add(c byte) {
	w.chunk |= uint64(c) << (8 * w.n)
	if w.n++; w.n == 8 {
		w.done, w.chunk, w.n = mix(w.done^wordSeed, w.chunk)^wordSeed, 0, 0
	}
}

func (w *wordHash) addRune(r rune) {
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		w.add(c)
	}
}

// sum returns the hash of what was added so far.
func (w *wordHash) sum() uint64 {
	if w.n == 0 {
		return w.done ^ wordSeed
	}
	return mix(w.done^wordSeed, w.chunk)
}

// load returns the 8 bytes of text from i on, the first the lowest.
func load(text string, i int) uint64 {
	t := text[i : i+8]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
		uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

const (
	eachByte = 0x0101010101010101
	highBits = 0x80 * eachByte
)

// letters8 takes 8 bytes at once. Each mask has the high bit set of some bytes,
// and no other bits: stop of those that are neither ASCII letters nor digits;
// of those before the first such, digits of the digits and small of the letters
// in lower case. folded has all letters in lower case.
func letters8(x uint64) (stop, digits, small, folded uint64) {
	// Adding to 7 bits carries into the 8th, and no further, from a bound upwards.
	lower := (x | 0x20*eachByte) &^ highBits
	letters := (lower + (0x80-'a')*eachByte) &^ (lower + (0x7f-'z')*eachByte) & highBits &^ x
	plain := x &^ highBits
	digits = (plain + (0x80-'0')*eachByte) &^ (plain + (0x7f-'9')*eachByte) & highBits
	return (letters|digits)&^x&highBits ^ highBits, digits, letters & (x << 2), x | letters>>2
}

// A plainWord is a word of ASCII letters and digits only.
type plainWord struct {
	n      int    // bytes
	hash   uint64 // of its lower-case form
	digits uint64 // a bit for each digit
	small  uint64 // a bit for each letter in lower case
}

// plainAt reads the plain word of up to 15 bytes at text[i], whose first byte
// is a letter or a digit (else the word is empty). It reports whether it could:
// it says no to longer words and to what stands too near the end of the text.
// What is behind the word may belong to it nonetheless, if it is no letter or
// digit of ASCII.
func plainAt(text string, i int) (w plainWord, ok bool) {
	if i+16 > len(text) {
		return w, false
	}
	stop, digits, small, low := letters8(load(text, i))
	if stop != 0 {
		n := bits.TrailingZeros64(stop) &^ 7
		in := uint64(1)<<n - 1
		return plainWord{n >> 3, mix(wordSeed, low&in), digits & in, small & in}, true
	}
	w = plainWord{8, mix(wordSeed, low), digits, small}
	stop, digits, small, low = letters8(load(text, i+8))
	if stop == 0 {
		return w, false
	}
	if n := bits.TrailingZeros64(stop) &^ 7; n > 0 {
		in := uint64(1)<<n - 1
		w.n += n >> 3
		w.hash = mix(w.hash, low&in)
		w.digits |= digits & in >> 1
		w.small |= small & in >> 1
	}
	return w, true
}

// foldHash returns the hash of the word that begins at text[i], whatever its
// case, and where the word ends: after the first letter or digit that no other
// follows before text[stop].
func foldHash(text string, i, stop int) (h uint64, end int) {
	if w, ok := plainAt(text, i); ok && w.n > 0 {
		if end = i + w.n; end == stop || end < stop && (text[end] < utf8.RuneSelf || closes(text, end)) {
			return w.hash, end
		}
	}
	text = text[:stop]
	var w wordHash
	for end = i; end < stop; {
		c := text[end]
		switch ascii[c] {
		case 0:
			return w.sum(), end
		case 1:
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			w.add(c)
			end++
		default:
			if gapLen(text, end) > 0 {
				return w.sum(), end
			}
			r, n := utf8.DecodeRuneInString(text[end:])
			w.addRune(unicode.ToLower(r))
			end += n
		}
	}
	return w.sum(), end
}

// closes reports whether one of the dashes, closing quotation marks or dots
// stands at text[i] that have no part in words: – — “ ” …. There are more.
func closes(text string, i int) bool {
	if text[i] != 0xE2 || i+2 >= len(text) || text[i+1] != 0x80 {
		return false
	}
	switch text[i+2] {
	case 0x93, 0x94, 0x9C, 0x9D, 0xA6:
		return true
	}
	return false
}

// wordBits is a set of words by their hashes: it has all that it was given,
// and some others. Its length is a power of two.
type wordBits []uint64

func newWordBits(words int) wordBits { return make(wordBits, words/64) }

func (b wordBits) put(h uint64) { b[h>>8&uint64(len(b)-1)] |= 1 << (h >> 32 & 63) }

func (b wordBits) has(h uint64) bool { return b[h>>8&uint64(len(b)-1)]&(1<<(h>>32&63)) != 0 }
