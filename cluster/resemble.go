package cluster

import (
	"math/bits"

	"wiretrace/align"
	"wiretrace/digest"
)

// A Resembler compares articles by their sets of word shingles. It remembers
// those of the last article named first, and reuses its memory. It must not be
// used by two goroutines at once; the zero value is ready.
type Resembler struct {
	first   shingleSet // of the article named first
	counted shingleSet // of the one whose shingles were counted last
	aligner align.Aligner
}

// A shingleSet holds the shingles of one article: hashes of five words each, or of
// all of fewer. It is a table with open addressing, which for the some thousand
// shingles of an article takes a tenth of the time of sorting them.
type shingleSet struct {
	of    *Side
	slots []uint64 // a power of two, 0 where empty
	met   []bool   // for each slot, whether the other article has its shingle
	shift int      // of a hash, to the slot where it belongs
	n     int      // distinct ones
}

// Resemblance returns the Jaccard similarity of two articles' word shingles
// and how much of the smaller set the other contains (Broder, 1997), both 0
// to 1. Two articles without words resemble each other in nothing.
func (r *Resembler) Resemblance(a, b *Side) (jaccard, containment float64) {
	both := r.inBoth(a, b)
	if both == 0 {
		return 0, 0
	}
	x, y := a.distinct(&r.first), b.distinct(&r.counted)
	return float64(both) / float64(x+y-both), float64(both) / float64(min(x, y))
}

// Within returns the part of the word shingles of a that b has too, 0 to 1.
func (r *Resembler) Within(a, b *Side) float64 {
	return part(r.inBoth(a, b), a.distinct(&r.first))
}

// inBoth returns how many shingles two articles have in common. Those of b are looked
// for where the filter of a lets some, in most pairs nowhere.
func (r *Resembler) inBoth(a, b *Side) int {
	n := shingleLength(a)
	if n == 0 || n != shingleLength(b) {
		return 0
	}
	if n < digest.ShingleWords { // all words of both
		return btoi(shingleAt(a, 0, n) == shingleAt(b, 0, n))
	}
	a.compare()
	both := 0
	var x *shingleSet
	for i := range b.Prose.MayShare(&a.Prose, n) {
		if x == nil {
			x = r.first.read(a)
			clear(x.met)
		}
		h := shingleAt(b, i, n)
		if at := x.slot(h); x.slots[at] == h && !x.met[at] {
			x.met[at] = true
			both++
		}
	}
	return both
}

// distinct returns how many shingles s has. It is counted once for each article, in set
// if that does not hold them already.
func (s *Side) distinct(set *shingleSet) int {
	n := s.shingles.Load()
	if n == 0 {
		n = int32(set.read(s).n)
		s.shingles.Store(n)
	}
	return int(n)
}

// shingleLength returns how many words a shingle of s has.
func shingleLength(s *Side) int { return min(digest.ShingleWords, len(s.Prose.Words)) }

// shingleAt returns the hash, never 0, of the n words of the prose of s from i on.
func shingleAt(s *Side, i, n int) uint64 {
	h := uint64(n)
	for k, w := range s.Prose.Words[i : i+n] {
		h += uint64(w.Hash) * shingleFactors[k]
	}
	h *= 0x9e3779b97f4a7c15
	return max(h, 1) // 0 is an empty slot
}

// What makes two texts whole copies of one: of their shingles, this share in
// common, or the smaller set this far within the larger and that one not much
// longer.
const (
	familyJaccard     = 0.7
	familyContainment = 0.92
	familyOverlap     = 0.55
)

// seriesJaccard is the resemblance from which too little differs for a series.
const seriesJaccard = 0.97

// WholeCopies reports whether a and b are copies of one text as a whole,
// judged on their real shingle sets. Two pieces of a series are not.
func (r *Resembler) WholeCopies(a, b *Side) bool {
	jaccard, containment := r.Resemblance(a, b)
	if jaccard < familyJaccard && (containment < familyContainment || jaccard < familyOverlap) {
		return false
	}
	if sidesOfTheirDays(a, b) {
		return false
	}
	if jaccard >= seriesJaccard || !likeSeries(a, b) {
		return true
	}
	shared := r.aligner.Align(&a.Prose, &b.Prose, align.Copies())
	return !series(a, b, shared, func(p *align.Passage) *align.Passage { return p })
}

// read makes set that of the shingles of the prose of s, unless it is already.
func (set *shingleSet) read(s *Side) *shingleSet {
	if set.of == s {
		return set
	}
	n := shingleLength(s)
	set.of, set.n = s, 0
	if n == 0 {
		return set
	}
	most := len(s.Prose.Words) - n + 1
	set.clear(most)
	for i := range most {
		h := shingleAt(s, i, n)
		if at := set.slot(h); set.slots[at] == 0 {
			set.slots[at] = h
			set.n++
		}
	}
	return set
}

// shingleFactors are what the words of a shingle are multiplied by in its hash, one
// for each place: odd, and not waiting for one another.
var shingleFactors = [digest.ShingleWords]uint64{
	0x9e3779b97f4a7c15, 0xc2b2ae3d27d4eb4f, 0xd6e8feb86659fd93, 0xa0761d6478bd642f, 0xe7037ed1a0b428db,
}

// clear empties the table, with room for most hashes.
func (set *shingleSet) clear(most int) {
	log := bits.Len(uint(most + most/2)) // at most two thirds full
	size := 1 << log
	if cap(set.slots) < size {
		set.slots, set.met = make([]uint64, size), make([]bool, size)
	}
	set.slots, set.met, set.shift = set.slots[:size], set.met[:size], 64-log
	clear(set.slots)
}

// slot returns where h stands, or the empty slot where it would.
func (set *shingleSet) slot(h uint64) int {
	i := int(h >> set.shift)
	for set.slots[i] != 0 && set.slots[i] != h {
		i = (i + 1) & (len(set.slots) - 1)
	}
	return i
}
