package shingle

import "math"

// What only the tests ask of sets: estimates and sizes.

// Empty reports whether s is the signature of the empty set.
func (s *Signature) Empty() bool {
	for b := range NumBands {
		if s.has(b) {
			return false
		}
	}
	return true
}

// Similarity estimates the Jaccard similarity J of the two sets: the share of
// equal slots among the bands that either has. Its standard error is
// sqrt(J(1-J)/k), 0.063 at most, for sets that are large beside k, and more for
// small ones, but a single estimate may be far off, since the hash functions are
// not independent: decide nothing by it alone. It is 0 if either set is empty.
func (s *Signature) Similarity(t *Signature) float64 {
	equal, all := 0, 0
	for b := range NumBands {
		if !s.has(b) && !t.has(b) {
			continue
		}
		all += Rows
		for i := b * Rows; i < (b+1)*Rows; i++ {
			if s[i] == t[i] {
				equal++
			}
		}
	}
	return float64(equal) / float64(max(all, 1))
}

// Rate returns the probability with which Has is true of a hash that was not
// added, by the bits set so far. It counts them all.
func (f *Filter) Rate() float64 {
	sum := 0.0
	for _, s := range f.shards {
		sum += math.Pow(float64(s.BitSet().Count())/float64(s.Cap()), float64(s.K()))
	}
	return sum / float64(len(f.shards))
}

// Bytes returns the memory that the filter takes.
func (f *Filter) Bytes() int {
	return len(f.shards) * int(f.shards[0].Cap()/8)
}

// Bytes returns the memory that the sieve takes.
func (s *Sieve) Bytes() int { return 8 * cap(s.words) }

// Rate estimates, from the bits set so far, the probability with which a hash
// added once is reported: at worst the sum of the rates of both filters.
func (t *Twice) Rate() float64 { return t.first.Rate() + t.second.Rate() }

// Bytes returns the memory that both filters take.
func (t *Twice) Bytes() int { return t.first.Bytes() + t.second.Bytes() }
