package align

import (
	"slices"

	"wiretrace/shingle"
)

// A gramIndex finds the places of a run of n words in a text: an open hash
// table of the first place of each run, and a list of the later ones.
type gramIndex struct {
	heads []int32 // place + 1 of the first run with this hash; 0 where none
	next  []int32 // for each place, the next with the same slot; -1 at the end
	mask  uint64
	n     int
}

func (x *gramIndex) build(words []shingle.Word, n int) {
	x.n = n
	count := len(words) - n + 1
	size := 16
	for size < 2*count {
		size *= 2
	}
	x.mask = uint64(size - 1)
	x.heads = slices.Grow(x.heads[:0], size)[:size]
	clear(x.heads)
	x.next = slices.Grow(x.next[:0], count)[:count]
	for j := count - 1; j >= 0; j-- { // backwards, so that lists run forwards
		slot := gramHash(words[j:j+n]) & x.mask
		x.next[j] = x.heads[slot] - 1
		x.heads[slot] = int32(j) + 1
	}
}

// first returns the first place whose run may equal the words given, or -1.
// Runs of other words may share its list: callers compare.
func (x *gramIndex) first(words []shingle.Word) int32 {
	return x.heads[gramHash(words)&x.mask] - 1
}

func gramHash(words []shingle.Word) uint64 {
	h := uint64(0)
	for i := range words {
		h = (h ^ words[i].Hash) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}
