package cluster

import (
	"cmp"
	"iter"
	"slices"
)

// A Key ties an article to a value that articles sharing text are likely to
// share. Articles are numbered in the order of their dates, then of their ids.
type Key struct {
	Hash    uint64
	Article uint32
}

// A Couple is two articles worth a closer look, the lower number first.
type Couple struct{ A, B uint32 }

// SortKeys sorts keys so that equal hashes stand together, articles ascending.
func SortKeys(keys []Key) {
	slices.SortFunc(keys, func(x, y Key) int {
		return cmp.Or(cmp.Compare(x.Hash, y.Hash), cmp.Compare(x.Article, y.Article))
	})
}

// groups yields the articles of each hash that at least two articles have.
// Keys are sorted. The slice is good until the next step.
func groups(keys []Key) iter.Seq[[]uint32] {
	return func(yield func([]uint32) bool) {
		var group []uint32
		for i := 0; i < len(keys); {
			group = group[:0]
			h := keys[i].Hash
			for ; i < len(keys) && keys[i].Hash == h; i++ {
				if n := len(group); n == 0 || group[n-1] != keys[i].Article {
					group = append(group, keys[i].Article)
				}
			}
			if len(group) > 1 && !yield(group) {
				return
			}
		}
	}
}

// Bounds says how much one key may propose.
type Bounds struct {
	All  int // groups up to this size propose all their pairs
	Star int // larger ones up to this size pair each article with the first and with its neighbours
}

// Cut is what bounds left out, for the report: never silent.
type Cut struct {
	Starred int // groups that proposed a star and not all pairs
	Skipped int // groups too large to propose anything: stock phrases
}

// Couples returns the pairs that keys propose, each once, in order. Keys are
// sorted. The number of pairs is at most All/2 + neighbours + 1 times the
// number of keys.
func Couples(keys []Key, b Bounds) ([]Couple, Cut) {
	var out []Couple
	var cut Cut
	flushed := 0
	for g := range groups(keys) {
		switch {
		case len(g) <= b.All:
			for j, y := range g {
				for _, x := range g[:j] {
					out = append(out, Couple{x, y})
				}
			}
		case len(g) <= b.Star:
			cut.Starred++
			for j, y := range g[1:] {
				out = append(out, Couple{g[0], y})
				for _, x := range g[max(1, j+1-neighbours):min(j+1, len(g))] {
					out = append(out, Couple{x, y})
				}
			}
		default:
			cut.Skipped++
		}
		if len(out)-flushed > 1<<22 { // keep repeats from piling up
			out = Distinct(out)
			flushed = len(out)
		}
	}
	return Distinct(out), cut
}

// neighbours is how many articles before it each article of a star is paired
// with besides the first, so that a second text under the same key is found.
const neighbours = 3

// Distinct sorts a list and drops repeats.
func Distinct(list []Couple) []Couple {
	slices.SortFunc(list, func(x, y Couple) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return slices.Compact(list)
}
