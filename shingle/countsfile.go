package shingle

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/zeebo/xxh3"
)

// countsVersion is the version of the encoding of Counts.
//
//	1: first
const countsVersion = 1

// ErrCounts is wrapped by every error about encoded Counts.
var ErrCounts = errors.New("not counts of version 1, or damaged ones")

// Encode appends c to dst and returns it:
//
//	byte     version
//	uvarint  articles
//	uvarint  number of words W
//	W times  uvarint, the step from the last key (from -1 at first) minus one;
//	         uvarint, the articles that hold the word, 1 at least
//	byte     1 if words share counters, else 0 and no rows follow
//	2 rows   uvarint, the number of counters that are not 0; for each
//	         uvarint, the step from the last counter (from -1 at first) minus one;
//	         uvarint, its count
//	8 bytes  xxh3 hash of all before, little-endian
//
// A key is the upper half of the hash of a folded word; keys rise. Equal
// Counts have equal encodings. A word takes some four bytes and a shared
// counter two to three, so that the largest take some 6 MB.
func (c *Counts) Encode(dst []byte) []byte {
	start := len(dst)
	dst = append(dst, countsVersion)
	dst = binary.AppendUvarint(dst, uint64(c.articles))
	words := make([]uint64, 0, len(c.others)+len(c.known)/4) // key in the upper half, count in the lower
	for i, n := range c.known {
		if n > 0 {
			words = append(words, c.background.table.slots[i]>>32<<32|uint64(n))
		}
	}
	for key, n := range c.others { // sorted below
		words = append(words, uint64(key)<<32|uint64(n))
	}
	slices.Sort(words)
	dst = binary.AppendUvarint(dst, uint64(len(words)))
	last := int64(-1)
	for _, w := range words {
		key := int64(w >> 32)
		dst = binary.AppendUvarint(dst, uint64(key-last-1))
		dst = binary.AppendUvarint(dst, w&math.MaxUint32)
		last = key
	}
	if c.sketch == nil {
		dst = append(dst, 0)
	} else {
		dst = append(dst, 1)
		for row := range c.sketch {
			dst = appendCells(dst, &c.sketch[row])
		}
	}
	return binary.LittleEndian.AppendUint64(dst, xxh3.Hash(dst[start:]))
}

// appendCells appends one row of a sketch.
func appendCells(dst []byte, row *[sketchSize]uint32) []byte {
	set := 0
	for _, n := range row {
		if n > 0 {
			set++
		}
	}
	dst = binary.AppendUvarint(dst, uint64(set))
	last := -1
	for i, n := range row {
		if n > 0 {
			dst = binary.AppendUvarint(dst, uint64(i-last-1))
			dst = binary.AppendUvarint(dst, uint64(n))
			last = i
		}
	}
	return dst
}

// DecodeCounts reads what Encode wrote, for articles of the background's
// language. The background need not be the one that they were counted with:
// words that it holds are counted with its own, others beside them. The result
// aliases no part of b. Errors wrap ErrCounts.
func DecodeCounts(b []byte, background *Rarity) (*Counts, error) {
	if len(b) < 9 || b[0] != countsVersion {
		return nil, fmt.Errorf("version: %w", ErrCounts)
	}
	end := len(b) - 8
	if binary.LittleEndian.Uint64(b[end:]) != xxh3.Hash(b[:end]) {
		return nil, fmt.Errorf("checksum: %w", ErrCounts)
	}
	c := NewCounts(background)
	r := countsReader{b: b[1:end]}
	articles := r.number()
	if articles > math.MaxInt32 {
		return nil, fmt.Errorf("articles: %w", ErrCounts)
	}
	c.articles = int(articles)
	words := r.b
	if !r.list(math.MaxUint32, func(uint32, uint32) {}) {
		return nil, fmt.Errorf("words: %w", ErrCounts)
	}
	crowded := len(r.b) > 0 && r.b[0] == 1
	if len(r.b) == 0 || r.b[0] > 1 {
		return nil, fmt.Errorf("shared counters: %w", ErrCounts)
	}
	r.b = r.b[1:]
	if crowded {
		c.crowd()
		for row := range c.sketch {
			if !r.list(sketchSize-1, func(i, n uint32) { c.sketch[row][i] = n }) {
				return nil, fmt.Errorf("shared counters: %w", ErrCounts)
			}
		}
	}
	if len(r.b) > 0 {
		return nil, fmt.Errorf("length: %w", ErrCounts)
	}
	r.b = words // which the shared counters are to be there for
	r.list(math.MaxUint32, func(key, n uint32) {
		if i := background.table.find(uint64(key) << 32); i >= 0 {
			c.known[i] += n
		} else {
			c.other(key, n)
		}
	})
	return c, nil
}

// A countsReader reads numbers from the front of b.
type countsReader struct{ b []byte }

// number reads a number; what cannot be one reads as MaxUint64.
func (r *countsReader) number() uint64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		return math.MaxUint64
	}
	r.b = r.b[size:]
	return n
}

// list reads a list of places up to most and counts, and calls use for each.
// It reports whether all are as Encode writes them.
func (r *countsReader) list(most uint64, use func(place, count uint32)) bool {
	n := r.number()
	if n > uint64(len(r.b))/2 {
		return false
	}
	next := uint64(0) // the least place that may follow
	for range n {
		step, count := r.number(), r.number()
		if step > most || next+step > most || count == 0 || count > math.MaxUint32 {
			return false
		}
		use(uint32(next+step), uint32(count))
		next += step + 1
	}
	return true
}
