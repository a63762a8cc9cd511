package shingle

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"

	minhash "github.com/dgryski/go-minhash"
	"github.com/zeebo/xxh3"
)

// Hashes is the number k of hashes in a signature: NumBands bands of Rows each.
const (
	Hashes   = NumBands * Rows
	NumBands = 21
	Rows     = 3
)

// A Signature is the MinHash signature of a set of shingles (Broder 1997). The
// shingles are divided by hash among the bands, as in one permutation hashing
// (Li, Owen and Zhang 2012): the slots of band b, from b*Rows on, are the least
// values of Rows hash functions over the shingles of that band alone. So each
// shingle is hashed Rows times and not k times. The slots of a band without
// shingles are math.MaxUint64, and so are all those of the empty set.
type Signature [Hashes]uint64

// has reports whether band b has a shingle.
func (s *Signature) has(b int) bool {
	return s[b*Rows] != math.MaxUint64 || s[b*Rows+1] != math.MaxUint64
}

// A MinHasher signs sets of shingles. It is for one goroutine at a time.
type MinHasher struct {
	bands [NumBands]*minhash.MinWise
	slots [NumBands][]uint64 // of each of bands, live
	buf   [8]byte            // of the shingle at hand
}

// NewMinHasher returns a MinHasher.
func NewMinHasher() *MinHasher {
	m := new(MinHasher)
	for b := range m.bands {
		m.bands[b] = minhash.NewMinWise(hash1, hash2, Rows)
		m.slots[b] = m.bands[b].Signature()
	}
	return m
}

// Sign returns the signature of the set of shingles, which may be in any order
// and repeat.
func (m *MinHasher) Sign(shingles []uint64) Signature {
	for _, slots := range m.slots {
		for i := range slots {
			slots[i] = math.MaxUint64
		}
	}
	for _, h := range shingles {
		binary.LittleEndian.PutUint64(m.buf[:], h)
		// The leading bits of the product are random even where those of h are not.
		b, _ := bits.Mul64(h*0x9fb21c651e98df25, NumBands)
		m.bands[b].Push(m.buf[:])
	}
	var s Signature
	for b, slots := range m.slots {
		copy(s[b*Rows:], slots)
	}
	return s
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

// Bands appends the bands of a signature that have a shingle to dst and returns
// it: the hash of Rows slots each, with the number of the band in it, so that
// bands compare equal only at the same place. Two sets of similarity J share a
// band with a probability of 1-(1-J^3)^21 at the least: 0.5 at J = 0.32, 0.9 at
// 0.47, 0.99 at 0.58. In sets of few shingles to a band chance makes some bands
// more alike than others, so that they meet more often.
func Bands(dst []uint64, s *Signature) []uint64 {
	dst = slices.Grow(dst, NumBands)
	var buf [8 * Rows]byte
	for b := range NumBands {
		if !s.has(b) {
			continue
		}
		for r := range Rows {
			binary.LittleEndian.PutUint64(buf[8*r:], s[b*Rows+r])
		}
		dst = append(dst, xxh3.HashSeed(buf[:], uint64(b)))
	}
	return dst
}
