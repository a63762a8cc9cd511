package shingle

import (
	"encoding/binary"

	"github.com/zeebo/xxh3"
)

// N is the length in words of the shingles that signatures, fingerprints and
// stock phrases are made of.
const N = 5

// Shingles appends the hashes of the word n-grams of words to dst, in order,
// and returns it: len(words)-n+1 of them, shingle i beginning at word i. Fewer
// words than n, but not none, give one shingle of them all, so that the
// shortest text can still be found. A shingle is the xxh3 hash of the hashes of
// its words, 8 bytes each, little-endian. n is at least 1.
func Shingles(dst []uint64, words []Word, n int) []uint64 {
	if len(words) == 0 {
		return dst
	}
	n = min(n, len(words))
	// The hashes of a block of words are laid out once; every shingle of it is
	// then a slice.
	const block = 64
	var store [8 * (block + 8)]byte
	buf := store[:]
	if n > 8 {
		buf = make([]byte, 8*(block+n))
	}
	for first := 0; first+n <= len(words); first += block {
		last := min(first+block, len(words)-n+1) // end of the shingles of this block
		for i, w := range words[first : last+n-1] {
			binary.LittleEndian.PutUint64(buf[8*i:], w.Hash)
		}
		for i := range last - first {
			dst = append(dst, xxh3.Hash(buf[8*i:8*(i+n)]))
		}
	}
	return dst
}
