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
	var store [8 * 8]byte
	buf := store[:]
	if 8*n > len(buf) {
		buf = make([]byte, 8*n)
	}
	buf = buf[:8*n]
	for i := range words[:len(words)-n+1] {
		for j := range n {
			binary.LittleEndian.PutUint64(buf[8*j:], words[i+j].Hash)
		}
		dst = append(dst, xxh3.Hash(buf))
	}
	return dst
}
