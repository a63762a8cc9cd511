package cluster

import (
	"cmp"
	"slices"
)

// What makes a line furniture of its site: it stands in so many stories of one
// outlet that have next to nothing else in common. A story that was run twice,
// or updated, is one.
const (
	furnitureStories = 3
	sameStory        = 0.4 // part of the rarer pairs of words that versions of one story share
	tellingPairs     = 8   // pairs besides those of the line that are needed to tell; with fewer the shingles must:
	sameText         = 0.3 // part of the fewer shingles that versions of one story share
)

// LooksAtLine is how many articles of an outlet with a line are looked at.
const LooksAtLine = 16

// A SiteLine is a line that several articles of one outlet have, and may be
// furniture of its site.
type SiteLine struct {
	Articles int      // of the outlet, with the line
	Looks    []uint32 // those that are looked at, ascending
}

// SiteLines returns, for a line that the articles of g have, the outlets that have
// it often enough for it to be furniture of theirs, in order of their numbers; none
// if it can be none's, whatever stories it stands in. site returns the number of an
// article's outlet, 0 if it is unknown. beyond, which may be nil, is how many articles of an outlet have the line besides
// those of g, all after LooksAtLine of the outlet that are in g. g is sorted anew.
func SiteLines(g []Key, site func(n uint32) uint32, beyond map[uint32]int) (lines []SiteLine) {
	slices.SortFunc(g, func(x, y Key) int {
		return cmp.Or(cmp.Compare(site(x.Article), site(y.Article)), cmp.Compare(x.Article, y.Article))
	})
	around, all := 0, len(g)
	for _, n := range beyond {
		all += n
	}
	for i := 0; i < len(g); {
		of := site(g[i].Article)
		j := i
		for j < len(g) && site(g[j].Article) == of {
			j++
		}
		if articles := j - i + beyond[of]; of != 0 && articles >= furnitureStories {
			l := SiteLine{Articles: articles}
			for _, k := range g[i:min(j, i+LooksAtLine)] {
				l.Looks = append(l.Looks, k.Article)
			}
			lines = append(lines, l)
			around += articles
		}
		i = j
	}
	if !MostAround(around, all) {
		return nil
	}
	return lines
}

// MostAround reports whether a line is furniture that so many articles of all that
// have it have around different stories of their outlets. A paragraph of a wire
// story that one outlet used several times stands in the pieces of many.
func MostAround(around, all int) bool { return 2*around > all }

// DifferentStories reports whether the articles that a SiteLine looks at tell enough
// different stories for it to be furniture. pairs are the pairs of rare words of
// each, sorted, which are changed; both returns two of them ready to be compared.
func DifferentStories(looks []uint32, pairs [][]uint64, both func(a, b uint32) (x, y *Side, err error)) (bool, error) {
	withoutLine(pairs)
	var sets Resembler
	var apart []int // articles of which no two tell one story
	for i := range looks {
		same := false
		for _, j := range apart {
			if min(len(pairs[i]), len(pairs[j])) >= tellingPairs {
				same = overlap(pairs[i], pairs[j]) > sameStory
			} else {
				a, b, err := both(looks[i], looks[j])
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

// withoutLine drops the pairs of words that so many of some articles have that they
// are those of the line itself.
func withoutLine(pairs [][]uint64) {
	count := map[uint64]int{}
	for _, list := range pairs {
		for _, pair := range list {
			count[pair]++
		}
	}
	for i := range pairs {
		pairs[i] = slices.DeleteFunc(pairs[i], func(pair uint64) bool { return count[pair] > 1 && 2*count[pair] >= len(pairs) })
	}
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
