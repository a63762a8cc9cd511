package job

import (
	"context"
	"slices"
	"sync"

	"wiretrace/archive"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// fetch gets from the past the keys of some kinds, all of one group, that
// tonight's articles share with others: all of them in a young archive.
func (p *pairing) fetch(ctx context.Context, kinds ...digest.KeyKind) error {
	if len(p.history.articles) == 0 {
		return nil
	}
	var wanted *shingle.Filter
	if !p.history.young {
		var err error
		if wanted, err = p.wanted(kinds...); err != nil {
			return err
		}
	}
	return p.recallKeys(ctx, p.reps, wanted, kinds...)
}

// filterRate is the share of the archive's keys that none of tonight's articles
// has but that are looked at all the same.
const filterRate = 0.01

// wanted makes a filter of the keys of some kinds that tonight's articles have.
func (c *corpus) wanted(kinds ...digest.KeyKind) (*shingle.Filter, error) {
	all := 0
	for _, k := range kinds {
		all += c.keys[k-1].Len()
	}
	f := shingle.NewFilter(all, filterRate)
	for _, k := range kinds {
		log := c.keys[k-1]
		for part := range log.Parts() {
			if err := log.Each(part, func(key uint64, _ uint32) { f.Add(spill.Scatter(key)) }); err != nil {
				return nil, err
			}
			for _, x := range log.past[part] {
				f.Add(spill.Scatter(x.Hash))
			}
		}
	}
	return f, nil
}

// keyPlaces says where the archive keeps the keys of each kind, counted from 0:
// the group and the place within it.
var keyPlaces = [kinds]struct {
	group archive.KeyGroup
	place int
}{
	digest.Bands - 1: {archive.Small, 0}, digest.Lines - 1: {archive.Small, 1}, digest.Sayings - 1: {archive.Small, 2},
	digest.Fingerprints - 1: {archive.Large, 0}, digest.Pairs - 1: {archive.Large, 1}, digest.Stories - 1: {archive.Large, 2},
}

// recallKeys streams the keys of some kinds, all of one group, of the articles of
// earlier nights that stand for their family, and of fingerprints those of its
// copies too, past a Bloom filter of those that matter, nil if all do, and adds
// what passes to the logs.
func (c *corpus) recallKeys(ctx context.Context, reps []uint32, wanted *shingle.Filter, kinds ...digest.KeyKind) error {
	// The archive is read by one goroutine; looking at what it hands out takes
	// as long as reading it and is done by others.
	type owned struct {
		n    uint32
		keys [3][]byte
	}
	type found struct {
		kind digest.KeyKind
		cluster.Key
	}
	const size = 256 // of a batch
	batches := make(chan []owned, 2*c.threads)
	passed := make([][]found, c.threads)
	look := func(w int, x owned) {
		for _, kind := range kinds {
			if !c.meets(x.n, kind, reps) && kind != digest.Fingerprints {
				continue
			}
			eachPast(x.keys[keyPlaces[kind-1].place], wanted, func(key uint64) {
				passed[w] = append(passed[w], found{kind, cluster.Key{Hash: key, Article: x.n}})
			})
		}
	}
	var workers sync.WaitGroup
	for w := range c.threads {
		workers.Go(func() {
			for batch := range batches {
				for _, x := range batch {
					_, _ = c.try(recalling, &c.heads[x.n], "its keys not recalled", func() error {
						look(w, x)
						return nil
					})
				}
			}
		})
	}
	batch := make([]owned, 0, size)
	err := c.past.eachKeys(ctx, keyPlaces[kinds[0]-1].group, func(n uint32, keys [3][]byte) {
		if !slices.ContainsFunc(kinds, func(k digest.KeyKind) bool { return k == digest.Fingerprints || c.meets(n, k, reps) }) {
			return
		}
		if batch = append(batch, owned{n, keys}); len(batch) == size {
			batches <- batch
			batch = make([]owned, 0, size)
		}
	})
	batches <- batch
	close(batches)
	workers.Wait()
	for _, list := range passed {
		for _, x := range list {
			c.keys[x.kind-1].addPast(x.Key)
		}
	}
	return err
}
