package shingle

import (
	"math"
	"slices"
)

// Counts counts in how many articles each word stands. What it holds depends on
// the articles alone, not on their order or on how they were spread over several
// Counts that were merged, and is bounded: words of the background have a
// counter each, the first maxExact others one in a map, and once there are more
// of those, all others share the counters of a sketch of 8 MiB.
//
// The zero value is not ready for use. A Counts is for one goroutine at a time.
type Counts struct {
	background *Rarity
	articles   int
	known      []uint32          // by slot of the background's table
	others     map[uint32]uint32 // by key; nil once sketched
	sketch     *sketch           // nil until then
	seen       keySet            // of the article at hand
	distinct   []uint64          // hashes of its words
	hashes     []uint64          // the same, as they come
}

// maxExact is the number of words beyond the background that are counted
// exactly: about 6 MiB of map. News of a language with a background reaches it
// after some 100,000 articles.
const maxExact = 1 << 18

// NewCounts returns an empty Counts for articles of the background's language.
func NewCounts(background *Rarity) *Counts {
	return &Counts{
		background: background,
		known:      make([]uint32, len(background.table.slots)),
		others:     make(map[uint32]uint32),
	}
}

// Articles returns the number of articles counted.
func (c *Counts) Articles() int { return c.articles }

// Add counts one article, by its words in any order. To count copies of one
// text once, the caller adds one of them.
func (c *Counts) Add(words []Word) {
	c.hashes = slices.Grow(c.hashes[:0], len(words))
	for i := range words {
		c.hashes = append(c.hashes, words[i].Hash)
	}
	c.addHashes(c.hashes)
	if cap(c.hashes) > manyWords {
		c.hashes = nil
	}
}

// manyWords is how many words the texts of nearly all articles have at most. For more
// a set would take too much memory.
const manyWords = 1 << 16

// addHashes does what Add does for the hashes of the words of an article, which it may
// sort.
func (c *Counts) addHashes(hashes []uint64) {
	c.articles++
	distinct := c.distinct[:0]
	if len(hashes) > manyWords {
		slices.Sort(hashes)
		distinct = slices.CompactFunc(hashes, func(x, y uint64) bool { return x>>32 == y>>32 })
	} else {
		c.seen.reset(len(hashes))
		for _, h := range hashes {
			if c.seen.add(uint32(h >> 32)) {
				distinct = append(distinct, h)
			}
		}
		c.distinct = distinct
	}
	// The table is larger than the near caches: by themselves its look-ups overlap.
	for _, h := range distinct {
		c.add(h, 1)
	}
}

// add counts a word in n articles more.
func (c *Counts) add(hash uint64, n uint32) {
	if i := c.background.table.find(hash); i >= 0 {
		c.known[i] += n
	} else {
		c.other(uint32(hash>>32), n)
	}
}

// Merge adds the counts of d, made for the same background, which does not change.
func (c *Counts) Merge(d *Counts) {
	c.articles += d.articles
	for i, n := range d.known {
		c.known[i] += n
	}
	for key, n := range d.others { // order does not matter: addition
		c.other(key, n)
	}
	if d.sketch != nil {
		c.crowd()
		c.sketch.merge(d.sketch)
	}
}

// other counts a word beyond the background in n articles more.
func (c *Counts) other(key, n uint32) {
	if c.sketch != nil {
		c.sketch.add(key, n)
		return
	}
	c.others[key] += n
	if len(c.others) > maxExact {
		c.crowd()
	}
}

// crowd moves the words beyond the background to the sketch.
func (c *Counts) crowd() {
	if c.sketch != nil {
		return
	}
	c.sketch = new(sketch)
	for key, n := range c.others {
		c.sketch.add(key, n)
	}
	c.others = nil
}

// A sketch is a count-min sketch (Cormode and Muthukrishnan 2005): counts are
// never too low, and too high by what other words share both counters.
type sketch [2][sketchSize]uint32

const sketchSize = 1 << 20

// cells returns the places of a key in the two rows.
func cells(key uint32) (int, int) {
	h := mix(uint64(key))
	return int(h % sketchSize), int(h >> 32 % sketchSize)
}

func (s *sketch) add(key, n uint32) {
	i, j := cells(key)
	s[0][i] += n
	s[1][j] += n
}

func (s *sketch) merge(t *sketch) {
	for row := range s {
		for i, n := range t[row] {
			s[row][i] += n
		}
	}
}

func (s *sketch) count(key uint32) uint32 {
	i, j := cells(key)
	return min(s[0][i], s[1][j])
}

// A keySet is a set of keys that is emptied in constant time.
type keySet struct {
	slots []uint64 // key in the lower half, round in the upper
	round uint32
}

// reset empties the set and makes room for n keys.
func (s *keySet) reset(n int) {
	s.round++
	size := 1024
	for size < 2*n {
		size *= 2
	}
	if len(s.slots) < size || s.round == math.MaxUint32 {
		s.slots, s.round = make([]uint64, size), 1
	}
}

// add adds a key and reports whether it is new.
func (s *keySet) add(key uint32) bool {
	mask := uint32(len(s.slots) - 1)
	entry := uint64(s.round)<<32 | uint64(key)
	for i := key & mask; ; i = (i + 1) & mask {
		switch {
		case s.slots[i] == entry:
			return false
		case uint32(s.slots[i]>>32) != s.round:
			s.slots[i] = entry
			return true
		}
	}
}

// A corpus is what a blended Rarity keeps of the counts of words beyond the background.
type corpus struct {
	articles float64
	table    table // of counts
	sketch   *sketch
}

// count returns in how many articles a word beyond the background stands.
func (c *corpus) count(hash uint64) float64 {
	if c.sketch != nil {
		return float64(c.sketch.count(uint32(hash >> 32)))
	}
	if i := c.table.find(hash); i >= 0 {
		return float64(c.table.value(i))
	}
	return 0
}

// snapshot returns the counts beyond the background, which later Adds leave as they are.
func (c *Counts) snapshot() *corpus {
	s := &corpus{articles: float64(c.articles)}
	if c.sketch != nil {
		s.sketch = new(sketch)
		*s.sketch = *c.sketch
		return s
	}
	s.table = newTable(len(c.others))
	for key, n := range c.others { // the order sways where keys are put, not what is found
		s.table.put(key, float32(n))
	}
	return s
}
