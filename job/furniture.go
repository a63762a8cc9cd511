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

// lineChanges are the lines that a run finds to be furniture of their site, and
// those that it finds to be none though they were one on earlier nights. Both
// are sorted.
type lineChanges struct{ found, gone []uint64 }

// furniture finds the lines that recur over different stories of one outlet.
// From then on articles are compared with those marked as furniture, those of
// other outlets too: who copies a text copies what the site puts around it.
func (p *pairing) furniture(ctx context.Context) error {
	archived := map[uint64]bool{}
	for _, k := range p.history.lines {
		archived[k] = true
	}
	found, gone := map[uint64]bool{}, map[uint64]bool{}
	var have []uint32 // the known articles that have one of these
	var mu sync.Mutex
	err := p.eachPart(ctx, digest.Lines, p.reps, func() func(int, []cluster.Key) error {
		return func(_ int, keys []cluster.Key) error {
			for g := range cluster.Grouped(keys, 0) {
				verdict, err := p.judgeLine(g, archived[g[0].Hash])
				if err != nil {
					return err
				}
				if verdict == asBefore {
					continue
				}
				mu.Lock()
				if verdict == isFurniture {
					found[g[0].Hash] = true
				} else {
					gone[g[0].Hash] = true
				}
				for _, k := range g {
					if p.is(k.Article, known) {
						have = append(have, k.Article)
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
	for _, n := range have {
		p.states[n] |= changed
	}
	for k := range found {
		p.siteLines[k] = true
	}
	for k := range archived { // only now, since families are found without
		if !p.history.young && !gone[k] {
			p.siteLines[k] = true
		}
	}
	p.lines = lineChanges{slices.Sorted(maps.Keys(found)), slices.Sorted(maps.Keys(gone))}
	p.sides = newSideCache(p.corpus, false)
	return nil
}

// A lineVerdict says what is found out about a line.
type lineVerdict int

const (
	asBefore lineVerdict = iota // what earlier nights found holds; nothing if they did not look at it
	isFurniture
	isProse
)

// judgeLine looks at a line that the articles of g have. archived says that it
// was furniture on earlier nights, which a young archive finds out anew.
func (p *pairing) judgeLine(g []cluster.Key, archived bool) (lineVerdict, error) {
	if !slices.ContainsFunc(g, func(k cluster.Key) bool { return !p.is(k.Article, known) }) {
		return asBefore, nil // nothing is new
	}
	if archived && !p.history.young {
		if p.mayBeSiteLine(g) {
			return asBefore, nil
		}
		return isProse, nil
	}
	ok, err := p.guardedSiteLine(g)
	switch {
	case err != nil:
		return asBefore, err
	case ok:
		return isFurniture, nil
	case archived:
		return isProse, nil
	}
	return asBefore, nil
}

// guardedSiteLine does what siteLine does; what panics is no furniture.
func (p *pairing) guardedSiteLine(g []cluster.Key) (ok bool, err error) {
	err = guarded(func() (err error) {
		ok, err = p.siteLine(g)
		return err
	})
	if last := g[len(g)-1].Article; p.problems.fault(&p.heads[last], "lines not compared with others of its site", err) {
		return false, nil
	}
	return ok, err
}

// siteLine reports whether the line that the articles of g have is furniture:
// most of them are of outlets that have it around different stories. A
// paragraph of a wire story that one outlet used several times stands in the
// pieces of many.
func (p *pairing) siteLine(g []cluster.Key) (bool, error) {
	if len(g) < furnitureStories {
		return false, nil
	}
	slices.SortFunc(g, func(x, y cluster.Key) int {
		return cmp.Or(cmp.Compare(p.heads[x.Article].site, p.heads[y.Article].site), cmp.Compare(x.Article, y.Article))
	})
	around := 0
	for i := 0; i < len(g); {
		site := p.heads[g[i].Article].site
		j := i
		for j < len(g) && p.heads[g[j].Article].site == site {
			j++
		}
		if site != 0 && j-i >= furnitureStories {
			ok, err := p.tellStories(g[i:min(j, i+furnitureLooks)])
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
func (p *pairing) mayBeSiteLine(g []cluster.Key) bool {
	count := map[uint32]int{}
	for _, k := range g {
		if site := p.heads[k.Article].site; site != 0 {
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

// tellStories reports whether the articles of keys tell enough different stories.
func (p *pairing) tellStories(keys []cluster.Key) (bool, error) {
	rare, err := p.rarePairs(keys)
	if err != nil {
		return false, err
	}
	var sets cluster.Resembler
	var apart []int // articles of which no two tell one story
	for i := range keys {
		same := false
		for _, j := range apart {
			if min(len(rare[i]), len(rare[j])) >= tellingPairs {
				same = overlap(rare[i], rare[j]) > sameStory
			} else {
				a, b, err := p.sides.both(cluster.Couple{A: keys[i].Article, B: keys[j].Article})
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

// rarePairs returns for each article of keys its pairs of rare words, but for
// those that so many of them have that they are those of the line itself.
func (p *pairing) rarePairs(keys []cluster.Key) ([][]uint64, error) {
	rare := make([][]uint64, len(keys))
	count := map[uint64]int{}
	for i, k := range keys {
		d, err := p.digest(k.Article)
		if err != nil {
			return nil, err
		}
		rare[i] = d.Pairs
		for _, pair := range d.Pairs {
			count[pair]++
		}
	}
	for i := range rare {
		rare[i] = slices.DeleteFunc(rare[i], func(pair uint64) bool { return count[pair] > 1 && 2*count[pair] >= len(keys) })
	}
	return rare, nil
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
func (c *corpus) marked(d *digest.Digest) bool {
	return slices.ContainsFunc(d.Lines, func(k uint64) bool { return c.siteLines[k] })
}

// mark labels the lines of an article of these words that are furniture of
// their site.
func (c *corpus) mark(d *digest.Digest, words []shingle.Word) {
	var keys []uint64
	d.Layout.Mark(func(s article.Span) bool {
		keys = digest.LineKeys(keys[:0], words, s)
		return slices.ContainsFunc(keys, func(k uint64) bool { return c.siteLines[k] })
	})
}
