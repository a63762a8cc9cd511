package job

import (
	"context"
	"fmt"
	"slices"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// Bounds on what keys propose, by kind of key.
var (
	bandBounds  = cluster.Bounds{All: 4, Star: 1 << 30}
	printBounds = cluster.Bounds{All: 40, Star: 4000}
	pairBounds  = cluster.Bounds{All: 24}
	storyBounds = cluster.Bounds{All: 60}
)

// filterRate is the share of keys that only one article has but that the Bloom
// filters keep all the same.
const filterRate = 0.01

// group is the second step: copy families by exact hash and by bands, then the
// couples of families that share a fingerprint.
func (r *run) group(ctx context.Context) error {
	if err := r.families(ctx); err != nil {
		return err
	}
	if err := r.furniture(ctx); err != nil {
		return err
	}
	for _, kind := range []struct {
		of     digest.KeyKind
		bounds cluster.Bounds
		window bool // whether the two must have been published within the window
	}{
		{digest.Fingerprints, printBounds, false},
		{digest.Pairs, pairBounds, true},
		{digest.Stories, storyBounds, true},
	} {
		keys, err := r.keys(ctx, kind.of)
		if err != nil {
			return err
		}
		couples, cut := cluster.Couples(keys, kind.bounds)
		if kind.window {
			couples = slices.DeleteFunc(couples, r.apart)
		}
		r.couples = append(r.couples, couples...)
		r.stats.cut.Starred += cut.Starred
		r.stats.cut.Skipped += cut.Skipped
	}
	r.couples = cluster.Distinct(r.couples)
	r.Stats.Counts.Couples = len(r.couples)
	var err error
	r.sayings, err = r.keys(ctx, digest.Sayings)
	return err
}

// apart reports whether two articles were certainly published too far apart
// for one to retell the other.
func (r *run) apart(c cluster.Couple) bool {
	a, b := r.heads[c.A], r.heads[c.B]
	if undated(a)+undated(b) > 0 {
		return false
	}
	window := int64(r.Window.Seconds())
	return b.from-a.to > window || a.from-b.to > window
}

// keys returns, sorted, the keys other than 0 of representatives that at least
// two of them have, and a few of those that only one has. The first of two passes over the
// digests fills a Bloom filter, the second takes the keys that it has seen
// twice, so that the great majority, seen once, is never held. Each worker has
// filters of its own for a part of all hashes and makes both passes.
func (r *run) keys(ctx context.Context, kind digest.KeyKind) ([]cluster.Key, error) {
	total := 0
	if err := r.eachKey(ctx, kind, func(uint32, uint64) { total++ }); err != nil {
		return nil, err
	}
	found := make([][]cluster.Key, r.Threads)
	err := each(ctx, r.Threads, r.Threads, func() func(int) error {
		return func(part int) error {
			once := shingle.NewFilter(total/r.Threads, filterRate)
			twice := shingle.NewFilter(max(total/8/r.Threads, 1024), filterRate)
			mine := func(use func(n uint32, key, h uint64)) error {
				return r.eachKey(ctx, kind, func(n uint32, key uint64) {
					if h := scatter(key); int(h>>8%uint64(r.Threads)) == part {
						use(n, key, h)
					}
				})
			}
			if err := mine(func(_ uint32, _, h uint64) {
				if once.Add(h) {
					twice.Add(h)
				}
			}); err != nil {
				return err
			}
			return mine(func(n uint32, key, h uint64) {
				if twice.Has(h) {
					found[part] = append(found[part], cluster.Key{Hash: key, Article: n})
				}
			})
		}
	}, func(int) {})
	if err != nil {
		return nil, err
	}
	keys := slices.Concat(found...)
	cluster.SortKeys(keys)
	r.Stats.keys(kind.String(), total, keys)
	return keys, nil
}

// scatter makes of a key a hash all of whose bits are random. Fingerprints are
// the least of several hashes, so their leading bits, by which a filter is
// divided into shards, are mostly 0, and one shard would get nearly all.
func scatter(key uint64) uint64 { return key * 0x9e3779b97f4a7c15 }

// eachKey calls use with each key of the representatives, in their order.
func (r *run) eachKey(ctx context.Context, kind digest.KeyKind, use func(n uint32, key uint64)) error {
	var list []uint64
	for n := range uint32(len(r.heads)) {
		if r.reps[n] != n {
			continue
		}
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var err error
		if list, err = r.store.keys(list[:0], r.order[n], kind); err != nil {
			return fmt.Errorf("read back %s: %w", r.heads[n].id, err)
		}
		for _, k := range list {
			if k != 0 {
				use(n, k)
			}
		}
	}
	return nil
}

// families finds the representative of each article's copy family.
func (r *run) families(ctx context.Context) error {
	n := len(r.heads)
	r.reps = make([]uint32, n)
	exact := make([]cluster.Key, 0, n)
	for i, h := range r.heads {
		r.reps[i] = uint32(i)
		if h.hash != 0 {
			exact = append(exact, cluster.Key{Hash: h.hash, Article: uint32(i)})
		}
	}
	cluster.SortKeys(exact)
	for i := 0; i < len(exact); {
		j := i
		for ; j < len(exact) && exact[j].Hash == exact[i].Hash; j++ {
			r.reps[exact[j].Article] = exact[i].Article
		}
		i = j
	}
	bands, err := r.keys(ctx, digest.Bands)
	if err != nil {
		return err
	}
	couples, _ := cluster.Couples(bands, bandBounds)
	var failed error
	near := cluster.Families(n, couples, func(list []cluster.Couple) []bool {
		out := make([]bool, len(list))
		err := each(ctx, len(list), r.Threads, func() func(int) error {
			return func(i int) error {
				a, err := r.sides.get(list[i].A)
				if err != nil {
					return err
				}
				b, err := r.sides.get(list[i].B)
				if err != nil {
					return err
				}
				out[i] = cluster.WholeCopies(a, b)
				return nil
			}
		}, func(done int) { r.Progress(Progress{Step: Grouping, Done: done, Total: len(list)}) })
		if err != nil {
			failed = err
		}
		return out
	})
	for i, rep := range r.reps {
		r.reps[i] = near[rep]
	}
	return failed
}

// compare is the third step: each couple by itself.
func (r *run) compare(ctx context.Context) error {
	found := make([]*cluster.Link, len(r.couples))
	err := each(ctx, len(r.couples), r.Threads, func() func(int) error {
		m := cluster.Matcher{Window: r.Window}
		return func(i int) error {
			c := r.couples[i]
			a, err := r.sides.get(c.A)
			if err != nil {
				return err
			}
			b, err := r.sides.get(c.B)
			if err != nil {
				return err
			}
			p := m.Match(a, b)
			if relation := p.Relation(); relation != cluster.None && !ownBackground(a, b, &p) {
				found[i] = &cluster.Link{A: c.A, B: c.B, Pair: p, Relation: relation}
			}
			return nil
		}
	}, func(done int) { r.Progress(Progress{Step: Comparing, Done: done, Total: len(r.couples)}) })
	if err != nil {
		return err
	}
	found = slices.DeleteFunc(found, func(l *cluster.Link) bool { return l == nil })
	r.links = make([]cluster.Link, len(found))
	for i, l := range found {
		r.links[i] = *l
	}
	r.couples = nil
	return nil
}

// ownBackground reports whether two pieces of one outlet share no more than a
// few paragraphs. That is neither a later version of a piece nor news of where
// it came from: papers use their own background again.
func ownBackground(a, b *cluster.Side, p *cluster.Pair) bool {
	return a.Outlet != "" && a.Outlet == b.Outlet && max(p.ShareA, p.ShareB) < versionShare
}

// versionShare is the share of either text that a later version of it keeps.
const versionShare = 0.3
