package spill

import (
	"slices"

	"wiretrace/cluster"
	"wiretrace/shingle"
)

// A Sifter finds the keys that several articles have. It is for one goroutine
// at a time, and small enough to stay in its cache: a part is looked at at a time.
type Sifter struct {
	once, twice shingle.Sieve
	held        []uint64
}

// AddOwn appends to list, the keys of one part that representatives have, those of
// copies that stand in text of their own: their representative lacks them. Which these
// are does not depend on how finely keys are parted.
func (s *Sifter) AddOwn(list, copies []cluster.Key, rep func(n uint32) uint32) []cluster.Key {
	if len(copies) == 0 {
		return list
	}
	of := func(hash uint64, rep uint32) uint64 { return Scatter(hash ^ Scatter(uint64(rep)<<1)) }
	s.once.Reset(len(copies)) // keeps most keys of list out of held
	for _, k := range copies {
		s.once.Add(of(k.Hash, rep(k.Article)))
	}
	s.held = s.held[:0]
	for _, k := range list {
		if h := of(k.Hash, k.Article); s.once.Has(h) {
			s.held = append(s.held, h)
		}
	}
	slices.Sort(s.held)
	for _, k := range copies {
		if _, held := slices.BinarySearch(s.held, of(k.Hash, rep(k.Article))); !held {
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
