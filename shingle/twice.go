package shingle

import "sync"

// A Twice tells which of very many hashes were added at least twice, in some
// two bytes for each addition: a hash that a first filter has already goes into
// a second one. Most fingerprints of a corpus stand in one article alone, and
// what Twice does not report needs no place in an index.
//
// Hashes are added through Writers, one for each goroutine, and asked for after
// all of them have been flushed. Which hashes are reported by mistake depends on
// the order of addition; that all added twice are reported does not.
type Twice struct {
	first, second *Filter
	locks         []sync.Mutex // one a shard of both filters
}

// NewTwice returns a Twice for about n additions. A hash that was added once is
// reported as seen twice with probability p at most, and so is one never added,
// while no more than n have been added; after that the probability rises. Both are
// bounded as NewFilter says.
func NewTwice(n int, p float64) *Twice {
	// Either filter may be wrong, and at most n/2 hashes can be added twice.
	m, k := parameters(n, p/2)
	second, k2 := parameters(n/2, p/2)
	shards := shards(m)
	return &Twice{
		first:  newFilter(m, k, shards),
		second: newFilter(second, k2, shards),
		locks:  make([]sync.Mutex, shards),
	}
}

// SeenTwice reports whether a hash may have been added twice; if not, it has
// not been. It may be called concurrently once all Writers are flushed.
func (t *Twice) SeenTwice(hash uint64) bool { return t.second.Has(hash) }

// A Writer adds hashes to a Twice. It is for one goroutine; several may write
// to one Twice. It gathers the hashes of each shard before it adds them, so that
// a shard has one owner at a time and stays in the cache.
type Writer struct {
	twice  *Twice
	shards [][]uint64
}

// batch is the number of hashes gathered for a shard: 1 KiB.
const batch = 128

// Writer returns a new Writer, which takes 1 KiB a shard, or about three
// thousandths of the filters.
func (t *Twice) Writer() *Writer {
	return &Writer{twice: t, shards: make([][]uint64, t.first.Shards())}
}

// Add adds a hash. It counts after the next Flush.
func (w *Writer) Add(hash uint64) {
	n := w.twice.first.Shard(hash)
	if w.shards[n] == nil {
		w.shards[n] = make([]uint64, 0, batch)
	}
	w.shards[n] = append(w.shards[n], hash)
	if len(w.shards[n]) == batch {
		w.flush(n)
	}
}

// Flush adds what has been gathered.
func (w *Writer) Flush() {
	for n := range w.shards {
		w.flush(n)
	}
}

// flush adds what has been gathered for one shard.
func (w *Writer) flush(n int) {
	t := w.twice
	t.locks[n].Lock()
	defer t.locks[n].Unlock()
	for _, h := range w.shards[n] {
		if t.first.Add(h) {
			t.second.Add(h)
		}
	}
	w.shards[n] = w.shards[n][:0]
}
