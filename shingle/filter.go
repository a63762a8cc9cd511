package shingle

import (
	"encoding/binary"
	"math/bits"

	"github.com/bits-and-blooms/bloom/v3"
)

// shardBits is the size aimed at for one shard of a filter: 256 KiB stay in the
// second-level cache of one core.
const shardBits = 256 << 10 * 8

// A Filter is a Bloom filter (Bloom 1970) of 64-bit hashes. Has is true of
// every hash added, and of others with about the probability the filter was
// made for. It is divided by hash into shards that fit a cache. Has may be
// called concurrently, Add not even with Has, unless the calls are for
// different shards.
type Filter struct {
	shards []*bloom.BloomFilter
	shift  uint8
}

// NewFilter returns a filter for about n hashes that reports others with
// probability p. n below 1 counts as 1, and p is brought between 1e-9 and 0.5.
func NewFilter(n int, p float64) *Filter {
	n = max(n, 1)
	if !(p >= 1e-9) {
		p = 1e-9
	}
	p = min(p, 0.5)
	m, k := bloom.EstimateParameters(uint(n), p)
	f := filterOf(1 << bits.Len((m-1)/shardBits))
	for i := range f.shards {
		f.shards[i] = bloom.New((m/uint(len(f.shards))/64+1)*64, k) // whole words, as the rarity file has them
	}
	return f
}

// filterOf returns a filter of n shards, a power of two, that are yet to be set.
func filterOf(n int) *Filter {
	return &Filter{shards: make([]*bloom.BloomFilter, n), shift: uint8(65 - bits.Len(uint(n)))}
}

// Shards returns the number of shards, a power of two.
func (f *Filter) Shards() int { return len(f.shards) }

// Shard returns the number of the shard that holds a hash.
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
