package job

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	"wiretrace/article"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// What makes a line furniture of its site: it stands in so many stories of one
// outlet that have next to nothing else in common. A story that was run twice,
// or updated, is one.
const (
	furnitureStories = 3
	furnitureLooks   = 16  // articles with the line that are looked at
	sameStory        = 0.4 // part of the rarer pairs of words that versions of one story share
	tellingPairs     = 8   // pairs besides those of the line that are needed to tell; with fewer the shingles must:
	sameText         = 0.3 // part of the fewer shingles that versions of one story share
)

// furniture finds the lines that recur over different stories of one outlet.
// From then on articles are compared with those marked as furniture, those of
// other outlets too: who copies a text copies what the site puts around it.
func (r *run) furniture(ctx context.Context) error {
	var mu sync.Mutex
	lines, gone := map[uint64]bool{}, map[uint64]bool{}
	archived := map[uint64]bool{}
	held := archived
	if r.past != nil {
		for _, k := range r.past.lines {
			archived[k] = true
		}
		if r.past.young {
			held = nil
		}
	}
	err := r.parts(ctx, digest.Lines, func() func(int, []cluster.Key) error {
		return func(_ int, keys []cluster.Key) error {
			for g := range cluster.Grouped(keys, 0) {
				if r.known != nil && !slices.ContainsFunc(g, func(k cluster.Key) bool { return !r.known[k.Article] }) {
					continue
				}
				h := g[0].Hash
				to := lines
				if held[h] {
					if r.mayBeSiteLine(g) {
						continue
					}
					to = gone
				} else if ok, err := r.guardedSiteLine(g); err != nil {
					return err
				} else if !ok {
					if !archived[h] {
						continue
					}
					to = gone
				}
				mu.Lock()
				to[h] = true
				for _, k := range g {
					if r.known != nil && r.known[k.Article] {
						r.changed[k.Article] = true
					}
				}
				mu.Unlock()
			}
			return nil
		}
	})
	if err != nil {
		return err
	}
	for k := range lines {
		r.lines[k] = true
	}
	for k := range held { // only now, since families are found without
		if !gone[k] {
			r.lines[k] = true
		}
	}
	r.newLines, r.oldLines = slices.Sorted(maps.Keys(lines)), slices.Sorted(maps.Keys(gone))
	r.sides = newSideCache(r, false)
	return nil
}

// guardedSiteLine does what siteLine does; what panics is no furniture.
func (r *run) guardedSiteLine(g []cluster.Key) (ok bool, err error) {
	err = guarded(func() (err error) {
		ok, err = r.siteLine(g)
		return err
	})
	if last := g[len(g)-1].Article; r.faults.of(&r.heads[last], "lines not compared with others of its site", err) {
		return false, nil
	}
	return ok, err
}

// siteLine reports whether the line that the articles of g have is furniture:
// most of them are of outlets that have it around different stories. A
// paragraph of a wire story that one outlet used several times stands in the
// pieces of many.
func (r *run) siteLine(g []cluster.Key) (bool, error) {
	if len(g) < furnitureStories {
		return false, nil
	}
	slices.SortFunc(g, func(x, y cluster.Key) int {
		return cmp.Or(cmp.Compare(r.heads[x.Article].site, r.heads[y.Article].site), cmp.Compare(x.Article, y.Article))
	})
	around := 0
	for i := 0; i < len(g); {
		site := r.heads[g[i].Article].site
		j := i
		for j < len(g) && r.heads[g[j].Article].site == site {
			j++
		}
		if site != 0 && j-i >= furnitureStories {
			ok, err := r.stories(g[i:min(j, i+furnitureLooks)])
			if err != nil {
				return false, err
			}
			if ok {
				around += j - i
			}
		}
		i = j
	}
	return 2*around > len(g), nil
}

// mayBeSiteLine reports whether the line that the articles of g have can still
// be furniture, as it was on an earlier night, by the number of articles of each
// outlet alone: what comes later may show that it stands in the pieces of many.
func (r *run) mayBeSiteLine(g []cluster.Key) bool {
	count := map[uint32]int{}
	for _, k := range g {
		if site := r.heads[k.Article].site; site != 0 {
			count[site]++
		}
	}
	around := 0
	for _, n := range count {
		if n >= furnitureStories {
			around += n
		}
	}
	return 2*around > len(g)
}

// stories reports whether the articles of keys tell enough different stories.
func (r *run) stories(keys []cluster.Key) (bool, error) {
	pairs := make([][]uint64, len(keys))
	count := map[uint64]int{}
	for i, k := range keys {
		d, err := r.digest(k.Article)
		if err != nil {
			return false, err
		}
		pairs[i] = d.Pairs
		for _, p := range d.Pairs {
			count[p]++
		}
	}
	var sets cluster.Resembler
	var apart []int // articles of which no two tell one story
	for i := range keys {
		// The pairs that so many have are those of the line itself.
		pairs[i] = slices.DeleteFunc(pairs[i], func(p uint64) bool { return count[p] > 1 && 2*count[p] >= len(keys) })
		same := false
		for _, j := range apart {
			if min(len(pairs[i]), len(pairs[j])) >= tellingPairs {
				same = overlap(pairs[i], pairs[j]) > sameStory
			} else {
				a, err := r.sides.get(keys[i].Article)
				if err != nil {
					return false, err
				}
				b, err := r.sides.get(keys[j].Article)
				if err != nil {
					return false, err
				}
				_, contained := sets.Resemblance(a, b)
				same = contained > sameText
			}
			if same {
				break
			}
		}
		if !same {
			apart = append(apart, i)
		}
		if len(apart) == furnitureStories {
			return true, nil
		}
	}
	return false, nil
}

// overlap returns the part of the shorter of two sorted lists that stands in
// the other too.
func overlap(a, b []uint64) float64 {
	least := min(len(a), len(b))
	if least == 0 {
		return 0
	}
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case b[j] < a[i]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return float64(both) / float64(least)
}

// marked reports whether lines of an article are furniture of their site.
func (r *run) marked(d *digest.Digest) bool {
	return slices.ContainsFunc(d.Lines, func(k uint64) bool { return r.lines[k] })
}

// mark labels the lines of an article of these words that are furniture of
// their site.
func (r *run) mark(d *digest.Digest, words []shingle.Word) {
	var keys []uint64
	d.Layout.Mark(func(s article.Span) bool {
		keys = digest.LineKeys(keys[:0], words, s)
		return slices.ContainsFunc(keys, func(k uint64) bool { return r.lines[k] })
	})
}
