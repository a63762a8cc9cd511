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
		if x.Hash != y.Hash {
			return cmp.Compare(x.Hash, y.Hash)
		}
		return cmp.Compare(x.Article, y.Article)
	})
}

// Grouped yields the keys of each hash that at least two articles have, each
// once, articles ascending. Keys are sorted. Bits of the mask, the lowest ones,
// do not tell hashes apart, but are left in the keys. The slice is good until
// the next step.
func Grouped(keys []Key, mask uint64) iter.Seq[[]Key] {
	return func(yield func([]Key) bool) {
		var group []Key
		for i := 0; i < len(keys); {
			group = group[:0]
			h := keys[i].Hash &^ mask
			for ; i < len(keys) && keys[i].Hash&^mask == h; i++ {
				if n := len(group); n == 0 || group[n-1] != keys[i] {
					group = append(group, keys[i])
				}
			}
			if mask != 0 {
				slices.SortFunc(group, func(x, y Key) int { return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Hash, y.Hash)) })
			}
			if len(group) > 1 && group[0].Article != group[len(group)-1].Article && !yield(group) {
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
	Starred int      // groups that proposed a star and not all pairs
	Skipped int      // groups too large to propose anything: stock phrases
	Stock   []uint64 // the keys of those
	Known   int      // groups that proposed nothing since their key is known to be a stock phrase
	Crowded int      // articles that a key proposed nothing to since it ties them to too many, by key
}

// Add adds what other bounds left out.
func (c *Cut) Add(o *Cut) {
	c.Starred, c.Skipped, c.Known, c.Crowded = c.Starred+o.Starred, c.Skipped+o.Skipped, c.Known+o.Known, c.Crowded+o.Crowded
	c.Stock = append(c.Stock, o.Stock...)
}

// groupCouples calls use with the couples that a group of keys proposes, as Grouped
// yields it. There are at most All/2 + neighbours + 1 times as many as keys. What the
// bounds leave out is added to cut.
func groupCouples(g []Key, b Bounds, cut *Cut, use func(Couple) error) error {
	back := len(g)
	switch {
	case len(g) <= b.All:
	case len(g) <= b.Star:
		cut.Starred++
		back = neighbours
	default:
		cut.Skipped++
		cut.Stock = append(cut.Stock, g[0].Hash)
		return nil
	}
	for j, y := range g[1:] {
		if err := use(Couple{g[0].Article, y.Article}); err != nil {
			return err
		}
		for _, x := range g[max(1, j+1-back) : j+1] {
			if err := use(Couple{x.Article, y.Article}); err != nil {
				return err
			}
		}
	}
	return nil
}

// neighbours is how many articles before it each article of a star is paired
// with besides the first, so that a second text under the same key is found.
const neighbours = 3

// Distinct sorts a list and drops repeats.
func Distinct(list []Couple) []Couple {
	order := func(c Couple) uint64 { return uint64(c.A)<<32 | uint64(c.B) }
	slices.SortFunc(list, func(x, y Couple) int { return cmp.Compare(order(x), order(y)) })
	return slices.Compact(list)
}
