package shingle

import (
	"encoding/binary"
	"math"
	"slices"

	minhash "github.com/dgryski/go-minhash"
	"github.com/zeebo/xxh3"
)

// Hashes is the number k of hashes in a signature. Its bands have Rows each.
// Twice as many, in 32 bands of 4, would find no more and take twice the time.
const (
	Hashes   = NumBands * Rows
	NumBands = 21
	Rows     = 3
)

// A Signature is the MinHash signature of a set of shingles (Broder 1997). Slot
// i is the least value of hash function i over the set; all slots of the empty
// set are math.MaxUint64.
type Signature [Hashes]uint64

// Empty reports whether s is the signature of the empty set.
func (s *Signature) Empty() bool { return s[0] == math.MaxUint64 && s[1] == math.MaxUint64 }

// Similarity estimates the Jaccard similarity J of the two sets: the share of
// equal slots. Its standard error is sqrt(J(1-J)/k), 0.063 at most, but a single
// estimate may be far off, since the hash functions are not independent: decide
// nothing by it alone. It is 0 if either set is empty.
func (s *Signature) Similarity(t *Signature) float64 {
	if s.Empty() || t.Empty() {
		return 0
	}
	equal := 0
	for i, v := range s {
		if v == t[i] {
			equal++
		}
	}
	return float64(equal) / Hashes
}

// A MinHasher signs sets of shingles. It is for one goroutine at a time.
type MinHasher struct {
	sketch *minhash.MinWise
	slots  []uint64 // of sketch, live
	buf    [8]byte  // of the shingle at hand
}

// NewMinHasher returns a MinHasher.
func NewMinHasher() *MinHasher {
	m := minhash.NewMinWise(hash1, hash2, Hashes)
	return &MinHasher{sketch: m, slots: m.Signature()}
}

// Sign returns the signature of the set of shingles, which may be in any order
// and repeat.
func (m *MinHasher) Sign(shingles []uint64) Signature {
	for i := range m.slots {
		m.slots[i] = math.MaxUint64
	}
	for _, h := range shingles {
		binary.LittleEndian.PutUint64(m.buf[:], h)
		m.sketch.Push(m.buf[:]) // nine tenths of the time go into its comparisons
	}
	return Signature(m.slots)
}

// hash1 and hash2 give the two values that MinWise combines into its k hash
// functions. Shingles are hashes already, so mixing them anew is enough.
func hash1(b []byte) uint64 { return mix(binary.LittleEndian.Uint64(b)) }
func hash2(b []byte) uint64 { return mix(binary.LittleEndian.Uint64(b) ^ 0x9e3779b97f4a7c15) }

// mix is the finaliser of splitmix64 (Steele, Lea, Flood 2014): a bijection of
// 64 bits in which each bit of x sways all bits of the result.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// Bands appends the NumBands bands of a signature to dst and returns it: the
// hash of Rows slots each, with the number of the band in it, so that bands
// compare equal only at the same place. Two sets of similarity J share a band
// with probability 1-(1-J^3)^21: 0.5 at J = 0.32, 0.9 at 0.47, 0.99 at 0.58.
// The empty set has no bands.
func Bands(dst []uint64, s *Signature) []uint64 {
	if s.Empty() {
		return dst
	}
	dst = slices.Grow(dst, NumBands)
	var buf [8 * Rows]byte
	for b := range NumBands {
		for r := range Rows {
			binary.LittleEndian.PutUint64(buf[8*r:], s[b*Rows+r])
		}
		dst = append(dst, xxh3.HashSeed(buf[:], uint64(b)))
	}
	return dst
}
