package main

import (
	"runtime"
	"slices"
	"sync"
	"time"

	"wiretrace/cluster"
	"wiretrace/shingle"
)

// A pair is two representatives, the lower number first, and what they share.
type pair struct {
	a, b uint32
	same bool // the truth has both in one cluster
	near bool // both are of one family
	text bool // they share so much text that it joins them, whatever the signs say
	// proposed: they have a key in common. Pairs that have none are never
	// looked at, so that no threshold can join them.
	proposed bool
	link     cluster.Link
	// signs are read whatever the text, and sentences aligned whatever the signs.
	signs cluster.Signs
	days  float64 // between the middles of their intervals; 0 if unknown
}

// compare finds the copy families and reads every pair of representatives.
// The work is shared among all cores; the result is the same however many.
func (c *corpus) compare() {
	n := len(c.pieces)
	var all []cluster.Couple
	for b := range uint32(n) {
		for a := range b {
			all = append(all, cluster.Couple{A: a, B: b})
		}
	}
	all = cluster.Distinct(all)
	c.reps = cluster.Families(n, all, func(list []cluster.Couple) []bool {
		out := make([]bool, len(list))
		each(len(list), func() func(int) {
			var sets cluster.Resembler
			return func(i int) {
				out[i] = sets.WholeCopies(c.pieces[list[i].A].side, c.pieces[list[i].B].side)
			}
		})
		return out
	})
	for _, x := range all {
		if c.reps[x.A] == x.A && c.reps[x.B] == x.B {
			p, q := &c.pieces[x.A], &c.pieces[x.B]
			c.pairs = append(c.pairs, pair{a: x.A, b: x.B, same: p.cluster != "" && p.cluster == q.cluster, near: p.family == q.family, days: days(p, q)})
		}
	}
	each(len(c.pairs), func() func(int) {
		var m cluster.Matcher
		return func(i int) { c.pairs[i].read(&m, c.pieces[c.pairs[i].a].side, c.pieces[c.pairs[i].b].side) }
	})
}

// read fills in what x and y share.
func (p *pair) read(m *cluster.Matcher, x, y *cluster.Side) {
	// Sentences are aligned only between texts so alike that it could matter.
	// Told that these are, Read aligns them whatever the weights.
	p.signs = m.Read(x, y, cluster.Likeness{Cosine: 1, Details: 1, Shared: 1 << 20})
	p.signs.Likeness = cluster.Compare(x, y)
	found := m.Match(x, y)
	relation := found.Relation()
	p.text = relation == cluster.Copy || relation == cluster.Partial
	p.proposed = common(x.Bands, y.Bands) || phrase(x.Fingerprints, y.Fingerprints) ||
		!p.signs.Distance && (common(x.Pairs, y.Pairs) || common(x.Stories, y.Stories))
	found.Passages = nil
	p.link = cluster.Link{A: p.a, B: p.b, Pair: found, Relation: relation}
}

// common reports whether two lists of keys have one in common.
func common(x, y []uint64) bool {
	return slices.ContainsFunc(x, func(key uint64) bool { return slices.Contains(y, key) })
}

// phrase reports whether two lists of fingerprints have one in common that is
// no stock phrase.
func phrase(x, y []uint64) bool {
	return slices.ContainsFunc(x, func(key uint64) bool { return slices.Contains(y, key) && !shingle.Stock(key) })
}

// days returns how far apart two pieces were published.
func days(p, q *piece) float64 {
	if p.from.IsZero() || q.from.IsZero() {
		return 0
	}
	middle := func(p *piece) time.Time { return p.from.Add(p.to.Sub(p.from) / 2) }
	return middle(p).Sub(middle(q)).Abs().Hours() / 24
}

// each calls a function made by each worker for all of 0 to n-1.
func each(n int, worker func() func(int)) {
	var wg sync.WaitGroup
	next := make(chan int, 64)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			do := worker()
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
