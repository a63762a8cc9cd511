package cluster

import (
	"slices"

	"wiretrace/align"
	"wiretrace/digest"
)

// A Resembler compares articles by their sets of word shingles. It remembers
// those of the last article named first and of the last named second, and
// reuses its memory. It must not be used by two goroutines at once; the zero
// value is ready.
type Resembler struct {
	a, b    shingleSet
	aligner align.Aligner
}

// A shingleSet holds the shingles of one article.
type shingleSet struct {
	of   *Side
	list []uint64 // distinct, sorted: hashes of five words each, or of all of fewer
}

// Resemblance returns the Jaccard similarity of two articles' word shingles
// and how much of the smaller set the other contains (Broder, 1997), both 0
// to 1. Two articles without words resemble each other in nothing.
func (r *Resembler) Resemblance(a, b *Side) (jaccard, containment float64) {
	x, y := r.a.shingles(a), r.b.shingles(b)
	both := inBoth(x, y)
	if both == 0 {
		return 0, 0
	}
	return float64(both) / float64(len(x)+len(y)-both), float64(both) / float64(min(len(x), len(y)))
}

// Within returns the part of the word shingles of a that b has too, 0 to 1.
func (r *Resembler) Within(a, b *Side) float64 {
	x, y := r.a.shingles(a), r.b.shingles(b)
	return part(inBoth(x, y), len(x))
}

// inBoth returns how many hashes two sorted lists have in common.
func inBoth(x, y []uint64) int {
	both := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case y[j] < x[i]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return both
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
	if jaccard >= seriesJaccard || !likeSeries(a, b) {
		return true
	}
	shared := r.aligner.Align(&a.Prose, &b.Prose, align.Copies())
	return !series(a, b, shared, func(p *align.Passage) *align.Passage { return p })
}

// shingles returns the shingles of the prose of s, which are good until those
// of another are asked for.
func (set *shingleSet) shingles(s *Side) []uint64 {
	if set.of == s {
		return set.list
	}
	words := s.Prose.Words
	n := min(digest.ShingleWords, len(words))
	set.of, set.list = s, set.list[:0]
	if n == 0 {
		return nil
	}
	for i := range len(words) - n + 1 {
		h := uint64(n)
		for k := range n {
			h = (h ^ uint64(words[i+k].Hash)) * 0x9e3779b97f4a7c15
			h ^= h >> 31
		}
		set.list = append(set.list, h)
	}
	slices.Sort(set.list)
	set.list = slices.Compact(set.list)
	return set.list
}
