package word

import (
	"math"
	"math/bits"
	"unicode/utf8"
)

// A Word is a run of letters and digits of a text: of all code points for which
// GapLen is 0. What counts as one word is for its readers to say: some join the
// parts of don't and U.S., which are two here.
type Word struct {
	Hash       uint64 // FoldHash: of its form in lower case
	Start, End uint32 // half-open range of bytes
	Shape      Shape
}

// A Shape is a set of what a word shows of how it is written.
type Shape uint8

const (
	Simple  Shape = 1 << iota // no more than 15 letters and digits, all of ASCII
	Titled                    // begins with a capital letter, or one of a script without case
	Figure                    // begins with a digit
	Figures                   // of a simple word: has no letter
	Lone                      // of a simple word: has one letter
	NoSmall                   // of a simple word: has no small letter
	Mixed                     // of a simple word: has both letters and digits
)

// Words appends the words of text to dst, in order. Of a text of more than 4 GiB
// the first 4 GiB are read.
//
// Everything that reads an article word by word reads these: each text comes
// through here once. Most words are simple and are read in steps of 8 bytes; the
// others byte by byte.
func Words(dst []Word, text string) []Word {
	if uint64(len(text)) > math.MaxUint32 {
		text = text[:math.MaxUint32]
	}
	i := 0
	for i+17 <= len(text) {
		c := text[i]
		stop, digits, small, folded := letters8(Load(text, i))
		n := bits.TrailingZeros64(stop) >> 3
		if n == 0 {
			if c < utf8.RuneSelf {
				i++
			} else if gap := GapLen(text, i); gap > 0 {
				i += gap
			} else {
				dst, i = appendRun(dst, text, i)
			}
			continue
		}
		var hash uint64
		if n < 8 {
			in := uint64(1)<<(8*n) - 1
			hash, digits, small = mix(seed, folded&in), digits&in, small&in
		} else {
			hash = mix(seed, folded)
			stop2, digits2, small2, folded2 := letters8(Load(text, i+8))
			if stop2 == 0 { // 16 bytes at least
				dst, i = appendRun(dst, text, i)
				continue
			}
			if m := bits.TrailingZeros64(stop2) >> 3; m > 0 {
				in := uint64(1)<<(8*m) - 1
				hash = mix(hash, folded2&in)
				digits, small, n = digits|digits2&in>>1, small|small2&in>>1, n+m
			}
		}
		end := i + n
		if text[end] >= utf8.RuneSelf && !Closes(text, end) && GapLen(text, end) == 0 {
			dst, i = appendRun(dst, text, i)
			continue
		}
		dst = append(dst, Word{hash, uint32(i), uint32(end), shapeOf(c, n, n-bits.OnesCount64(digits), small)})
		if i = end; text[i] < utf8.RuneSelf {
			i++ // what ends a run of ASCII is no word
		}
	}
	for i < len(text) {
		if gap := GapLen(text, i); gap > 0 {
			i += gap
		} else {
			dst, i = appendRun(dst, text, i)
		}
	}
	return dst
}

// From returns the index of the first of words that begins at a byte of their text
// or behind it, len(words) if none does.
func From(words []Word, at int) int {
	lo, hi := 0, len(words)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); int(words[mid].Start) < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// shapeOf returns the shape of a simple word of n bytes that begins with c and
// has so many letters, of which small holds a bit for each small one.
func shapeOf(c byte, n, letters int, small uint64) Shape {
	shape := Simple | shapes[c]
	if letters < n && letters > 0 {
		shape |= Mixed
	}
	if letters <= 1 {
		shape |= Figures << letters
	}
	if small == 0 {
		shape |= NoSmall
	}
	return shape
}

// shapes holds what the first byte of a word of ASCII says of its shape.
var shapes = func() (t [utf8.RuneSelf]Shape) {
	for c := range t {
		switch {
		case '0' <= c && c <= '9':
			t[c] = Figure
		case 'A' <= c && c <= 'Z':
			t[c] = Titled
		}
	}
	return t
}()

// appendRun appends the word that begins at text[i] and returns where it ends.
func appendRun(dst []Word, text string, i int) ([]Word, int) {
	w := Stretch(text, i, End(text, i))
	return append(dst, w), int(w.End)
}

// Stretch returns the word text[i:end], which may be a part of one. It is not
// empty and holds no gap.
func Stretch(text string, i, end int) Word {
	w := Word{Start: uint32(i), End: uint32(end)}
	w.Hash, _ = FoldHash(text, i, end)
	c := text[i]
	if c >= utf8.RuneSelf {
		if Capital(text[i:end]) {
			w.Shape = Titled
		}
		return w
	}
	letters, small := 0, uint64(0)
	for k := i; k < end; k++ {
		switch c := text[k]; {
		case c >= utf8.RuneSelf:
			w.Shape = shapes[text[i]]
			return w
		case c > '9':
			letters++
			small |= uint64(c & 0x20)
		}
	}
	if w.Shape = shapeOf(c, end-i, letters, small); end-i > longestSimple {
		w.Shape &^= Simple | Figures | Lone | NoSmall | Mixed
	}
	return w
}

// longestSimple is the length in bytes of the longest simple word.
const longestSimple = 15
