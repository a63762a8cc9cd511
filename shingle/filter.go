package shingle

import (
	"encoding/binary"
	"math/bits"

	"github.com/bits-and-blooms/bloom/v3"
)

// shardSize is the most bits that one shard of a filter has: 256 KiB stay in
// the second-level cache of one core. Larger, an operation takes five times as long.
const shardSize = 256 << 10 * 8

// A Filter is a Bloom filter (Bloom 1970) of 64-bit hashes. Has is true of
// every hash added, and of others with about the probability that the filter
// was made for. It is divided by hash into shards that fit a cache.
//
// Has may be called concurrently. Add may not, not even together with Has: bits
// would be lost, and a lost bit is a hash that is not found again. Calls for
// different shards do not meet.
type Filter struct {
	shards []*bloom.BloomFilter
	shift  uint8 // a shard's number is in the hash's leading 64-shift bits
}

// NewFilter returns a filter for about n hashes that reports others with
// probability p. n below 1 counts as 1, and p is brought between 1e-9 and 0.5.
func NewFilter(n int, p float64) *Filter {
	m, k := parameters(n, p)
	return newFilter(m, k, shards(m))
}

// parameters returns the bits and the hash functions of a filter for n hashes.
func parameters(n int, p float64) (m, k uint) {
	if !(p >= 1e-9) { // so that NaN is caught too
		p = 1e-9
	}
	return bloom.EstimateParameters(uint(max(n, 1)), min(p, 0.5))
}

// shards returns the number of shards, a power of two, that m bits are divided into.
func shards(m uint) int { return 1 << bits.Len((m-1)/shardSize) }

// newFilter returns an empty filter of n shards and m bits or a little more.
func newFilter(m, k uint, n int) *Filter {
	f := filterOf(n)
	for i := range f.shards {
		f.shards[i] = bloom.New((m/uint(n)/64+1)*64, k) // whole words, as the rarity file has them
	}
	return f
}

// filterOf returns a filter of n shards, a power of two, that are yet to be set.
func filterOf(n int) *Filter {
	return &Filter{shards: make([]*bloom.BloomFilter, n), shift: uint8(65 - bits.Len(uint(n)))}
}

// Shards returns the number of shards, a power of two.
func (f *Filter) Shards() int { return len(f.shards) }

// Shard returns the number of the shard that a hash belongs to.
func (f *Filter) Shard(hash uint64) int { return int(hash >> f.shift) }

// Add adds a hash and reports whether Has was true of it before.
func (f *Filter) Add(hash uint64) bool {
	var buf [8]byte
	binary.LittleEndian.PutUint64(buf[:], hash)
	return f.shards[f.Shard(hash)].TestOrAdd(buf[:])
}

// Has reports whether a hash may have been added; if not, it has not been.
func (f *Filter) Has(hash uint64) bool {
	var buf [8]byte
	binary.LittleEndian.PutUint64(buf[:], hash)
	return f.shards[f.Shard(hash)].Test(buf[:])
}
