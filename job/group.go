package job

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// Bounds on what keys propose, by kind of key.
var printBounds = cluster.Bounds{All: 40, Star: 4000}

const (
	bandAll   = 4  // articles that have a band in common and are compared each with each; of more, all with the first
	bandStars = 3  // how many of more are tried as the first
	pairMost  = 24 // others within the window that one pair of rare words may propose to an article
	storyMost = 60 // the same for an outlet and a name
)

// group is the second step: copy families by exact hash and by bands, then the
// couples of families that share other keys.
func (r *run) group(ctx context.Context) error {
	if err := r.families(ctx); err != nil {
		return err
	}
	if err := r.furniture(ctx); err != nil {
		return err
	}
	if err := r.settle(ctx); err != nil {
		return err
	}
	if err := r.fetch(ctx, digest.Fingerprints, digest.Pairs, digest.Stories); err != nil {
		return err
	}
	for _, kind := range []struct {
		of      digest.KeyKind
		propose func(keys []cluster.Key, h *spill.Sorter[hint], cut *cluster.Cut) error
	}{
		{digest.Fingerprints, r.proposePrints},
		{digest.Pairs, r.proposePairs},
		{digest.Stories, r.proposeStories},
	} {
		if err := r.propose(ctx, kind.of, kind.propose); err != nil {
			return err
		}
	}
	return nil
}

// fetch gets from the archive, if there is one, the keys of some kinds, all of
// one group, that tonight's articles share with others.
func (r *run) fetch(ctx context.Context, kinds ...digest.KeyKind) error {
	wanted, err := r.wanted(kinds...)
	if err != nil {
		return err
	}
	return r.matchPast(ctx, wanted, kinds...)
}

// stale reports whether two articles were held against each other on an
// earlier night already.
func (r *run) stale(c cluster.Couple) bool {
	return r.known != nil && r.known[c.A] && r.known[c.B]
}

// propose collects what the keys of one kind propose, part by part.
func (r *run) propose(ctx context.Context, kind digest.KeyKind, from func([]cluster.Key, *spill.Sorter[hint], *cluster.Cut) error) error {
	var mu sync.Mutex
	return r.parts(ctx, kind, func() func(int, []cluster.Key) error {
		h := newHints(r.space, r.budget.hints/r.Threads)
		var cut cluster.Cut
		mu.Lock()
		defer mu.Unlock()
		r.hints = append(r.hints, h)
		r.cuts = append(r.cuts, &cut)
		return func(_ int, keys []cluster.Key) error { return from(keys, h, &cut) }
	})
}

// proposePrints couples the articles that share a fingerprint, whenever they
// were published.
// Stock phrases propose nothing; they are looked for only here, since nine
// fingerprints in ten are dropped before anybody need know what they are.
func (r *run) proposePrints(keys []cluster.Key, h *spill.Sorter[hint], cut *cluster.Cut) error {
	var last uint64
	stock := false
	keys = slices.DeleteFunc(keys, func(k cluster.Key) bool {
		if k.Hash != last {
			if last, stock = k.Hash, shingle.Stock(k.Hash); stock {
				cut.Known++
			}
		}
		return stock
	})
	return cluster.EachCouple(keys, printBounds, cut, func(c cluster.Couple) error {
		if r.stale(c) {
			return nil
		}
		return h.Add(hint{Couple: c, prints: 1})
	})
}

// proposePairs couples the articles of the same days that share a pair of
// rare words.
func (r *run) proposePairs(keys []cluster.Key, h *spill.Sorter[hint], cut *cluster.Cut) error {
	for g := range cluster.Grouped(keys, 0) {
		before := func(j int) []cluster.Key { return g[:j] }
		err := r.near(g, pairMost, cut, before, func(a, b cluster.Key) error {
			return h.Add(hint{Couple: cluster.Couple{A: a.Article, B: b.Article}, pairs: 1})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// proposeStories couples the articles of the same days of which one credits
// the outlet of the other, or both credit one, and which write of the same
// name.
func (r *run) proposeStories(keys []cluster.Key, h *spill.Sorter[hint], cut *cluster.Cut) error {
	var crediting []cluster.Key
	for g := range cluster.Grouped(keys, digest.Credited) {
		crediting = crediting[:0]
		// What credits the outlet meets all before it, the rest only what does:
		// an outlet has very many pieces that write of one name.
		before := func(j int) []cluster.Key {
			if g[j].Hash&digest.Credited == 0 {
				return crediting
			}
			crediting = append(crediting, g[j])
			return g[:j]
		}
		err := r.near(g, storyMost, cut, before, func(a, b cluster.Key) error {
			return h.Add(hint{Couple: cluster.Couple{A: a.Article, B: b.Article}, stories: 1})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// near calls use with the couples of a group, which is in order of articles
// and so of dates, that may have been published within the window of each
// other. before is called for each key of the group in turn and returns those
// before it that it may be coupled with. An article with more than most others
// within the window gets none by this key, since it tells too little.
func (r *run) near(g []cluster.Key, most int, cut *cluster.Cut, before func(j int) []cluster.Key, use func(a, b cluster.Key) error) error {
	var list []cluster.Key
	for j, y := range g {
		list = list[:0]
		b := &r.heads[y.Article]
		for _, x := range slices.Backward(before(j)) {
			if x.Article == y.Article {
				continue
			}
			a := &r.heads[x.Article]
			if undated(*b) == 0 && a.from < b.from-int64(r.Window.Seconds())-longestInterval {
				break
			}
			if !r.apart(cluster.Couple{A: x.Article, B: y.Article}) {
				list = append(list, x)
			}
			if len(list) > most {
				break
			}
		}
		if len(list) > most {
			cut.Crowded++
			continue
		}
		for _, x := range list {
			if r.stale(cluster.Couple{A: x.Article, B: y.Article}) {
				continue
			}
			if err := use(x, y); err != nil {
				return err
			}
		}
	}
	return nil
}

// longestInterval is the longest time of publication that is looked back for,
// in seconds: a month.
const longestInterval = 31 * 86400

// apart reports whether two articles were certainly published too far apart
// for one to retell the other.
func (r *run) apart(c cluster.Couple) bool {
	a, b := &r.heads[c.A], &r.heads[c.B]
	if undated(*a)+undated(*b) > 0 {
		return false
	}
	window := int64(r.Window.Seconds())
	return b.from-a.to > window || a.from-b.to > window
}

// parts hands each part of the keys of one kind, those that at least two
// representatives have and a few others, sorted, to a worker. The list is good
// until it returns.
func (r *run) parts(ctx context.Context, kind digest.KeyKind, worker func() func(part int, keys []cluster.Key) error) error {
	log := r.logs[kind-1]
	stats := make([]KeyStats, log.Parts())
	err := each(ctx, log.Parts(), r.Threads, func() func(int) error {
		use := worker()
		var list []cluster.Key
		var sift sifter
		return func(part int) error {
			var err error
			list, err = log.load(list[:0], part, func(place uint32) (uint32, bool) {
				n := r.number[place]
				return n, r.reps[n] == n
			})
			if err != nil {
				return fmt.Errorf("read back %s: %w", kind, err)
			}
			for _, k := range log.past[part] {
				if r.reps[k.Article] == k.Article {
					list = append(list, k)
				}
			}
			all := len(list)
			kept := sift.repeated(list)
			stats[part] = countKeys(all, kept)
			return use(part, kept)
		}
	}, func(int) {})
	r.Stats.keys(kind.String(), stats)
	return err
}

// keys returns all that parts hands out, sorted.
func (r *run) keys(ctx context.Context, kind digest.KeyKind) ([]cluster.Key, error) {
	found := make([][]cluster.Key, r.logs[kind-1].Parts())
	err := r.parts(ctx, kind, func() func(int, []cluster.Key) error {
		return func(part int, keys []cluster.Key) error {
			found[part] = slices.Clone(keys)
			return nil
		}
	})
	if err != nil {
		return nil, err
	}
	keys := slices.Concat(found...)
	cluster.SortKeys(keys)
	return keys, nil
}

// families finds the representative of each article's copy family. Families
// of earlier nights are taken over: their members were held against their
// representative then.
func (r *run) families(ctx context.Context) error {
	n := len(r.heads)
	first := r.identical()
	r.reps = slices.Clone(first)
	known := map[cluster.Couple]bool{}
	var couples []cluster.Couple
	if r.past != nil {
		if !r.past.young {
			couples = r.pastFamilies(first, known)
			for _, c := range couples {
				r.reps[c.B] = c.A
			}
		}
		if err := r.fetch(ctx, digest.Bands, digest.Lines); err != nil {
			return err
		}
	}
	// Where many have a band in common all are held against the first of them.
	// What is left over after that against the next, and so on: ten thousand
	// copies of one story are ten thousand couples.
	for star := range bandStars {
		more, large, err := r.bandCouples(ctx, star)
		if err != nil {
			return err
		}
		couples = cluster.Distinct(append(couples, more...))
		near := cluster.Families(n, couples, func(list []cluster.Couple) []bool {
			if err != nil {
				return make([]bool, len(list))
			}
			var out []bool
			out, err = r.wholeCopies(ctx, list, known)
			return out
		})
		if err != nil {
			return err
		}
		for i, rep := range first {
			r.reps[i] = near[rep]
		}
		r.Stats.Counts.LargeBands = large
		if large == 0 {
			break
		}
	}
	return nil
}

// identical returns for each article the first one of the same words, itself
// if there is none before it.
func (r *run) identical() []uint32 {
	first := make([]uint32, len(r.heads))
	exact := make([]cluster.Key, 0, len(r.heads))
	for i := range r.heads {
		first[i] = uint32(i)
		if h := r.heads[i].hash; h != 0 {
			exact = append(exact, cluster.Key{Hash: h, Article: uint32(i)})
		}
	}
	cluster.SortKeys(exact)
	for i := 0; i < len(exact); {
		j := i
		for ; j < len(exact) && exact[j].Hash == exact[i].Hash; j++ {
			first[exact[j].Article] = exact[i].Article
		}
		i = j
	}
	return first
}

// bandCouples returns the couples that bands propose: all of small groups, and
// of larger ones, of which it returns the number, those with the one at the
// place star.
func (r *run) bandCouples(ctx context.Context, star int) (couples []cluster.Couple, large int, err error) {
	var mu sync.Mutex
	err = r.parts(ctx, digest.Bands, func() func(int, []cluster.Key) error {
		return func(_ int, keys []cluster.Key) error {
			var list []cluster.Couple
			more := 0
			for g := range cluster.Grouped(keys, 0) {
				if len(g) <= bandAll {
					for j, y := range g {
						for _, x := range g[:j] {
							if c := (cluster.Couple{A: x.Article, B: y.Article}); !r.stale(c) {
								list = append(list, c)
							}
						}
					}
					continue
				}
				if star >= len(g) {
					continue
				}
				more++
				for i, y := range g {
					if x := g[star]; i != star && !r.stale(cluster.Couple{A: x.Article, B: y.Article}) {
						list = append(list, cluster.Couple{A: min(x.Article, y.Article), B: max(x.Article, y.Article)})
					}
				}
			}
			mu.Lock()
			defer mu.Unlock()
			couples = append(couples, list...)
			large += more
			return nil
		}
	})
	return couples, large, err
}

// wholeCopies reports of each couple whether the two are whole copies, and
// remembers it.
func (r *run) wholeCopies(ctx context.Context, list []cluster.Couple, known map[cluster.Couple]bool) ([]bool, error) {
	out := make([]bool, len(list))
	seen := make([]bool, len(list))
	for i, c := range list {
		out[i], seen[i] = known[c]
	}
	err := each(ctx, len(list), r.Threads, func() func(int) error {
		var sets cluster.Resembler
		return func(i int) error {
			if seen[i] {
				return nil
			}
			err := guarded(func() error {
				a, err := r.sides.get(list[i].A)
				if err != nil {
					return err
				}
				b, err := r.sides.get(list[i].B)
				if err != nil {
					return err
				}
				out[i] = sets.WholeCopies(a, b)
				return nil
			})
			if r.ofPair(list[i], err) {
				sets, err = cluster.Resembler{}, nil
			}
			return err
		}
	}, func(done int) { r.Progress(Progress{Step: Grouping, Done: done, Total: len(list)}) })
	for i, c := range list {
		known[c] = out[i]
	}
	return out, err
}
