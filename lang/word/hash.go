package word

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Words are read and hashed eight bytes at a time, since every word of every
// article passes through here. The hash of a word is that of its folded bytes:
// each eight of them, the first the lowest and zeros behind the last, are
// mixed in turn. It is never written to a file.

// seed is the hash of no bytes.
const seed uint64 = 0x9e3779b97f4a7c15

// mix returns the hash of what h is the hash of with eight more bytes.
func mix(h, chunk uint64) uint64 {
	h = (h ^ chunk) * 0xc2b2ae3d27d4eb4f
	return h ^ h>>32
}

// A Hasher is the hash of a word that is read byte by byte. The zero value
// is that of no bytes.
type Hasher struct {
	done  uint64 // hash of the full chunks, less seed
	chunk uint64
	n     uint8 // bytes in chunk
}

// Add appends a byte, folded already.
func (w *Hasher) Add(c byte) {
	w.chunk |= uint64(c) << (8 * w.n)
	if w.n++; w.n == 8 {
		w.done, w.chunk, w.n = mix(w.done^seed, w.chunk)^seed, 0, 0
	}
}

func (w *Hasher) addRune(r rune) {
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		w.Add(c)
	}
}

// Sum returns the hash of what was added so far.
func (w *Hasher) Sum() uint64 {
	if w.n == 0 {
		return w.done ^ seed
	}
	return mix(w.done^seed, w.chunk)
}

// HashOf returns the hash of a word that is folded already.
func HashOf[T []byte | string](folded T) uint64 {
	var w Hasher
	for i := range len(folded) {
		w.Add(folded[i])
	}
	return w.Sum()
}

// letters8 takes 8 bytes at once. Each mask has the high bit set of some bytes,
// and no other bits: stop of those that are neither ASCII letters nor digits;
// of those before the first such, digits of the digits and small of the letters
// in lower case. folded has all letters in lower case.
func letters8(x uint64) (stop, digits, small, folded uint64) {
	letters, digits := Alnum8(x)
	return (letters | digits) ^ HighBits, digits, letters & (x << 2), x | letters>>2
}

// A Plain is a word of ASCII letters and digits only.
type Plain struct {
	N      int    // bytes
	Hash   uint64 // of its lower-case form
	Digits uint64 // a bit for each digit
	Small  uint64 // a bit for each letter in lower case
}

// PlainAt reads the plain word of up to 15 bytes at text[i], whose first byte
// is a letter or a digit (else the word is empty). It reports whether it could:
// it says no to longer words and to what stands too near the end of the text.
// What is behind the word may belong to it nonetheless, if it is no letter or
// digit of ASCII.
func PlainAt(text string, i int) (w Plain, ok bool) {
	if i+16 > len(text) {
		return w, false
	}
	stop, digits, small, low := letters8(Load(text, i))
	if stop != 0 {
		n := bits.TrailingZeros64(stop) &^ 7
		in := uint64(1)<<n - 1
		return Plain{n >> 3, mix(seed, low&in), digits & in, small & in}, true
	}
	w = Plain{8, mix(seed, low), digits, small}
	stop, digits, small, low = letters8(Load(text, i+8))
	if stop == 0 {
		return w, false
	}
	if n := bits.TrailingZeros64(stop) &^ 7; n > 0 {
		in := uint64(1)<<n - 1
		w.N += n >> 3
		w.Hash = mix(w.Hash, low&in)
		w.Digits |= digits & in >> 1
		w.Small |= small & in >> 1
	}
	return w, true
}

// FoldHash returns the hash of the word that begins at text[i], whatever its
// case, and where the word ends: after the first letter or digit that no other
// follows before text[stop].
func FoldHash(text string, i, stop int) (h uint64, end int) {
	if w, ok := PlainAt(text, i); ok && w.N > 0 {
		if end = i + w.N; end == stop || end < stop && (text[end] < utf8.RuneSelf || Closes(text, end)) {
			return w.Hash, end
		}
	}
	var w Hasher
	for end = i; end < stop; {
		c := text[end]
		switch ASCII[c] {
		case 0:
			return w.Sum(), end
		case 1:
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			w.Add(c)
			end++
		default:
			if GapLen(text, end) > 0 {
				return w.Sum(), end
			}
			r, n := utf8.DecodeRuneInString(text[end:stop])
			if !arabicMark(r) {
				w.addRune(unicode.ToLower(r))
			}
			end += n
		}
	}
	return w.Sum(), end
}

// Closes reports whether one of the dashes, closing quotation marks or dots
// stands at text[i] that have no part in words: – — “ ” …. There are more.
func Closes(text string, i int) bool {
	if text[i] != 0xE2 || i+2 >= len(text) || text[i+1] != 0x80 {
		return false
	}
	switch text[i+2] {
	case 0x93, 0x94, 0x9C, 0x9D, 0xA6:
		return true
	}
	return false
}

// Bits is a set of words by their hashes: it has all that it was given,
// and some others. Its length is a power of two.
type Bits []uint64

// NewBits returns an empty set of the given number of bits, a power of two from
// 64 upwards: some ten for each word that is to be put in.
func NewBits(bits int) Bits { return make(Bits, bits/64) }

// Put adds the word with hash h.
func (b Bits) Put(h uint64) { b[h>>8&uint64(len(b)-1)] |= 1 << (h >> 32 & 63) }

// Has reports whether the word with hash h may be in the set; it is never wrong about one that is.
func (b Bits) Has(h uint64) bool { return b[h>>8&uint64(len(b)-1)]&(1<<(h>>32&63)) != 0 }
