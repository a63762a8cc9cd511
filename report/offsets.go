package report

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// stride is the distance of two marks in bytes: a lookup counts at most so
// many bytes, and the marks take 1/64 of the text.
const stride = 256

// Offsets turns byte offsets of one text into code points. A text that is all
// ASCII costs one look at it and nothing more.
//
// It aliases the text and is safe for concurrent use.
type Offsets struct {
	text  string
	marks []uint32 // code points that begin before byte i*stride; nil if all bytes are ASCII
}

// NewOffsets returns the offsets of text, which is valid UTF-8 and at most
// 4 GB long.
func NewOffsets(text string) Offsets {
	if isASCII(text) {
		return Offsets{text: text}
	}
	marks := make([]uint32, 0, len(text)/stride+1)
	n := 0
	for i := 0; i < len(text); i += stride {
		marks = append(marks, uint32(n))
		n += beginnings(text[i:min(i+stride, len(text))])
	}
	return Offsets{text, marks}
}

// CodePoint returns how many code points of the text begin before byte b: the
// offset in code points of the one that begins at b. Offsets outside the text
// are taken as its nearest end.
func (o Offsets) CodePoint(b int) int {
	b = min(max(b, 0), len(o.text))
	if o.marks == nil || b == 0 {
		return b
	}
	i := (b - 1) / stride
	return int(o.marks[i]) + beginnings(o.text[i*stride:b])
}

// Byte returns the offset in bytes of code point n, the length of the text if it has no
// more than n.
func (o Offsets) Byte(n int) int {
	if o.marks == nil || n <= 0 {
		return min(max(n, 0), len(o.text))
	}
	// The last stride that begins with no more than n code points before it.
	i, _ := slices.BinarySearchFunc(o.marks, uint32(min(n, len(o.text))), func(before, n uint32) int {
		if before <= n {
			return -1
		}
		return 1
	})
	at, points := (i-1)*stride, int(o.marks[i-1])
	for ; at < len(o.text); at++ {
		if utf8.RuneStart(o.text[at]) {
			if points == n {
				break
			}
			points++
		}
	}
	return at
}

func isASCII(s string) bool {
	for len(s) >= 8 {
		if word.Load(s, 0)&word.HighBits != 0 {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// beginnings returns the number of bytes of s that begin a code point: all
// but those of the form 10xxxxxx.
func beginnings(s string) int {
	n := len(s)
	for len(s) >= 8 {
		x := word.Load(s, 0)
		n -= bits.OnesCount64(x & ^(x << 1) & word.HighBits)
		s = s[8:]
	}
	for i := range len(s) {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}
