package spill

import (
	"wiretrace/cluster"
	"wiretrace/shingle"
)

// A Sifter finds the keys that several articles have. It is for one goroutine
// at a time, and small enough to stay in its cache: a part is looked at at a time.
type Sifter struct{ once, twice shingle.Sieve }

// AddOwn appends to list, the keys of one part that representatives have, those of
// copies that stand in text of their own: their representative lacks them. Of
// those, fewer than one in a hundred are left out.
func (s *Sifter) AddOwn(list, copies []cluster.Key, rep func(n uint32) uint32) []cluster.Key {
	if len(copies) == 0 {
		return list
	}
	held := func(hash uint64, rep uint32) uint64 { return Scatter(hash ^ Scatter(uint64(rep)<<1)) }
	s.once.Reset(len(list))
	for _, k := range list {
		s.once.Add(held(k.Hash, k.Article))
	}
	for _, k := range copies {
		if !s.once.Has(held(k.Hash, rep(k.Article))) {
			list = append(list, k)
		}
	}
	return list
}

// Repeated returns, sorted, the keys of list that at least two articles have,
// and a few of those that only one has: the great majority. The first of two
// passes fills a Bloom filter and notes in another what it has seen twice, the
// second keeps that. list, which is one part of a Log, is used up.
func (s *Sifter) Repeated(list []cluster.Key) []cluster.Key {
	s.once.Reset(len(list))
	s.twice.Reset(max(len(list)/8, 1024))
	for _, k := range list {
		if h := Scatter(k.Hash); s.once.Add(h) {
			s.twice.Add(h)
		}
	}
	kept := list[:0]
	for _, k := range list {
		if s.twice.Has(Scatter(k.Hash)) {
			kept = append(kept, k)
		}
	}
	cluster.SortKeys(kept)
	return kept
}
