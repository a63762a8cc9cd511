package shingle

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"wiretrace/lang/word"
)

// A Dictionary numbers the words of many texts, so that what Words found in a
// text can be written down in some four bytes a word, and had again in a fifth
// of the time. The first dictionaryWords words have a number, later ones are
// written out. The same pass counts in how many articles each word stands.
//
// It is for one goroutine as long as words are encoded; after Weigh any number
// may decode. The zero value is not ready for use.
type Dictionary struct {
	entries []numbered
	seen    []seen   // of each entry
	slots   []uint16 // number + 1 of an entry by hash, open addressing at a load of a half at most
	article uint32   // that is counted, from 1
	numbers []uint16 // of the words encoded last
	rare    []uint64 // hashes of words without a number, for counting
	scanner *scanner // nil until Words is first called
}

// A numbered is one word, in 32 bytes: all that decoding it needs lies together.
type numbered struct {
	hash, stem    uint64
	class         Class   // without Upper
	weight, plain float32 // as Weigh gives them
}

// A seen says of one word how many articles have it.
type seen struct{ last, count uint32 } // the last article that has it; how many do

const (
	dictionaryWords = 1<<16 - 2 // so that number + 1 has 16 bits and one is left
	writtenOut      = 1<<16 - 1 // stands for a word without a number
	slotBits        = 17
)

// NewDictionary returns an empty Dictionary. Full, it takes some 2.5 MB.
func NewDictionary() *Dictionary { return &Dictionary{slots: make([]uint16, 1<<slotBits)} }

// WordsAmong does what r.WordsAmong does, where r is Known, and notes in each word its
// number, so that Encode need not look for it. The Dictionary is for one
// Rarity from then on, and the words are for no other Dictionary.
func (d *Dictionary) WordsAmong(dst []Word, text string, scanned []word.Word, r *Rarity) []Word {
	if d.scanner == nil {
		d.scanner = newScanner()
		d.scanner.rarity, d.scanner.numbers = r, d
	}
	dst = d.scanner.words(dst, text, scanned)
	d.scanner.forget()
	return dst
}

// number returns the number of w, which it may give it.
func (d *Dictionary) number(w *Word) uint16 {
	class := w.Class &^ Upper
	for i := w.Hash >> (64 - slotBits); ; i = (i + 1) & (1<<slotBits - 1) {
		n := d.slots[i]
		if n == 0 {
			if len(d.entries) == dictionaryWords {
				return writtenOut
			}
			d.entries = append(d.entries, numbered{hash: w.Hash, stem: w.Stem, class: class})
			d.seen = append(d.seen, seen{})
			d.slots[i] = uint16(len(d.entries))
			return uint16(len(d.entries) - 1)
		}
		if e := &d.entries[n-1]; e.hash == w.Hash {
			if e.stem != w.Stem || e.class != class {
				return writtenOut
			}
			return n - 1
		}
	}
}

// Words of a text are written as
//
//	uvarint  how many
//	4 bytes  for each: bytes since the end of the word before, in 7 bits, and
//	         Upper in the highest; its length; its number, little endian
//	...      in the same order, what did not fit there: the bytes since the word
//	         before (zigzag) where 7 bits are full, the length (uvarint) where 8
//	         are, hash, stem (little endian) and class of a word without a number
const (
	fullGap    = 1<<7 - 1
	fullLength = 1<<8 - 1
	upperBit   = 1 << 7
)

// Encode appends words, as Words found them in one text, to dst.
func (d *Dictionary) Encode(dst []byte, words []Word) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(words)))
	d.numbers = d.numbers[:0]
	at := len(dst)
	dst = append(dst, make([]byte, 4*len(words))...)
	last := 0
	for i := range words {
		w := &words[i]
		gap, length, n := int(w.Start)-last, int(w.End-w.Start), w.number
		switch n {
		case 0:
			n = d.number(w)
		case writtenOut:
		default:
			n--
		}
		last = int(w.End)
		d.numbers = append(d.numbers, n)
		first := byte(fullGap)
		if gap >= 0 && gap < fullGap {
			first = byte(gap)
		} else {
			dst = binary.AppendVarint(dst, int64(gap))
		}
		if w.Class&Upper != 0 {
			first |= upperBit
		}
		if length >= fullLength {
			dst = binary.AppendUvarint(dst, uint64(length))
		}
		if n == writtenOut {
			dst = binary.LittleEndian.AppendUint64(dst, w.Hash)
			dst = binary.LittleEndian.AppendUint64(dst, w.Stem)
			dst = append(dst, byte(w.Class))
		}
		x := dst[at+4*i:][:4]
		x[0], x[1], x[2], x[3] = first, byte(min(length, fullLength)), byte(n), byte(n>>8)
	}
	return dst
}

// Count counts one article, by those of the words encoded last that are its
// prose, in order. Of those with a number the Dictionary keeps count until
// Flush; the others are counted in c.
func (d *Dictionary) Count(c *Counts, words, prose []Word) {
	d.article++
	d.rare = d.rare[:0]
	i := 0
	for k := range prose {
		for words[i].Start != prose[k].Start {
			i++
		}
		n := d.numbers[i]
		if n == writtenOut {
			d.rare = append(d.rare, prose[k].Hash)
			continue
		}
		if e := &d.seen[n]; e.last != d.article {
			e.last = d.article
			e.count++
		}
	}
	c.addHashes(d.rare)
	if cap(d.rare) > manyWords {
		d.rare = nil
	}
}

// Flush adds what has been counted to c.
func (d *Dictionary) Flush(c *Counts) {
	for i := range d.seen {
		if e := &d.seen[i]; e.count > 0 {
			c.add(d.entries[i].hash, e.count)
			e.count = 0
		}
	}
}

// Weigh gives the words the weights they have by r, and those they have by plain, of
// which r is a blend or the same. Both must be Known: weights depend on the words
// alone then.
func (d *Dictionary) Weigh(r, plain *Rarity) {
	d.scanner = nil
	for i := range d.entries {
		e := &d.entries[i]
		w := Word{Hash: e.hash, Class: e.class}
		e.weight, e.plain = r.Weight(w), plain.Weight(w)
	}
}

// errWords says that bytes are not words as Encode wrote them.
var errWords = errors.New("damaged words")

// Decode appends the words that Encode wrote to dst, with their weights by r, and
// for each its weight by plain to bare. The Dictionary was weighed by both.
func (d *Dictionary) Decode(dst []Word, bare []float32, b []byte, r, plain *Rarity) ([]Word, []float32, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)-size)/4 {
		return dst, bare, fmt.Errorf("%w: %d of them in %d bytes", errWords, n, len(b))
	}
	first, firstBare := len(dst), len(bare)
	dst = slices.Grow(dst, int(n))[:first+int(n)]
	bare = slices.Grow(bare, int(n))[:firstBare+int(n)]
	words, weights := dst[first:], bare[firstBare:]
	fixed, rest := b[size:size+4*int(n)], b[size+4*int(n):]
	last := 0
	for i := range words {
		x := fixed[4*i:][:4]
		w := &words[i]
		*w = Word{Class: Class(x[0]>>7) * Upper, number: uint16(x[2]) | uint16(x[3])<<8}
		gap, length := int(x[0]&fullGap), int(x[1])
		if gap == fullGap {
			v, size := binary.Varint(rest)
			if size <= 0 || v < math.MinInt32 || v > math.MaxUint32 {
				return dst[:first], bare[:firstBare], errWords
			}
			gap, rest = int(v), rest[size:]
		}
		if length == fullLength {
			v, size := binary.Uvarint(rest)
			if size <= 0 || v > math.MaxUint32 {
				return dst[:first], bare[:firstBare], errWords
			}
			length, rest = int(v), rest[size:]
		}
		start := last + gap
		last = start + length
		if start < 0 || bits.Len64(uint64(last)) > 32 {
			return dst[:first], bare[:firstBare], errWords
		}
		w.Start, w.End = uint32(start), uint32(last)
		if w.number != writtenOut {
			continue
		}
		if len(rest) < 17 {
			return dst[:first], bare[:firstBare], errWords
		}
		w.Hash, w.Stem = binary.LittleEndian.Uint64(rest), binary.LittleEndian.Uint64(rest[8:])
		w.Class = Class(rest[16])
		rest = rest[17:]
	}
	if len(rest) > 0 {
		return dst[:first], bare[:firstBare], errWords
	}
	// In a loop of its own, which does little else, the processor waits for several entries at once.
	for i := range words {
		w := &words[i]
		if w.number == writtenOut {
			w.Weight, weights[i] = r.weightAnd(plain, *w)
		} else if int(w.number) < len(d.entries) {
			e := &d.entries[w.number]
			w.Hash, w.Stem, w.Weight = e.hash, e.stem, e.weight
			w.Class |= e.class
			weights[i] = e.plain
		} else {
			return dst[:first], bare[:firstBare], errWords
		}
		w.number = 0
	}
	return dst, bare, nil
}
