package job

import (
	"context"
	"slices"

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
)

// furniture finds the lines that recur over different stories of one outlet.
// From then on articles are loaded with those marked as furniture.
func (r *run) furniture(ctx context.Context) error {
	keys, err := r.keys(ctx, digest.Lines)
	if err != nil {
		return err
	}
	r.lines = map[uint64]bool{}
	for i := 0; i < len(keys); {
		j := i
		for j < len(keys) && keys[j].Hash == keys[i].Hash {
			j++
		}
		if j-i >= furnitureStories {
			ok, err := r.stories(keys[i:min(j, i+furnitureLooks)])
			if err != nil {
				return err
			}
			if ok {
				r.lines[keys[i].Hash] = true
			}
		}
		i = j
	}
	r.sides = newSideCache(r)
	return nil
}

// stories reports whether the articles of keys tell enough different stories.
func (r *run) stories(keys []cluster.Key) (bool, error) {
	var pairs [][]uint64
	for _, k := range keys {
		d, err := r.digest(k.Article)
		if err != nil {
			return false, err
		}
		if !slices.ContainsFunc(pairs, func(other []uint64) bool { return overlap(d.Pairs, other) > sameStory }) {
			pairs = append(pairs, d.Pairs)
		}
		if len(pairs) == furnitureStories {
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

// mark labels the lines of an article that are furniture of its site.
func (r *run) mark(d *digest.Digest, text string) {
	if !slices.ContainsFunc(d.Lines, func(k uint64) bool { return r.lines[k] }) {
		return
	}
	words := shingle.Words(nil, text)
	d.Layout.Mark(func(s article.Span) bool { return r.lines[digest.Line(d.Outlet, words, s)] })
}
