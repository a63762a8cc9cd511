package align

import (
	"iter"
	"math/bits"
	"slices"
	"sync"
)

// A Word is one word of a text, in 12 bytes. Its hashes are parts of longer
// ones: of two texts of 500 words, one pair in 17,000 takes two words for equal
// that are not.
type Word struct {
	Hash   uint32  // equal words have equal hashes
	Stem   uint32  // words that differ in their inflection alone have equal stems; equal words always do
	Weight float32 // worth of a match in nats, never negative: the word's rarity
}

// A Text is one side of an alignment. Its words do not change once it is
// indexed.
type Text struct {
	Words []Word

	// places holds the indices of Words, those of one stem together and
	// ascending, by stem.
	places []int32
	stems  []stem // in order of their hashes, and a last one past them all
	// buckets holds for each value of the leading bits of a stem the first of
	// stems with it: a stem is found among stems buckets[v] to buckets[v+1].
	buckets []int32
	shift   uint8
	// grams is a Bloom filter of the runs of three words (Bloom 1970), both
	// bits of a run in one of its words (Putze et al. 2009). It gives some 2 %
	// of other runs as well.
	grams     []uint64
	gramShift uint8
}

// A stem stands for the words that share it: those at places[first] up to the
// first of the next stem.
type stem struct {
	hash  uint32
	first int32
}

// An indexer is the memory in which a text is indexed.
type indexer struct {
	keys  []uint64 // stem and place
	stems []stem
}

var indexers = sync.Pool{New: func() any { return new(indexer) }}

// fewStems is up to how many words of a bucket are sorted by insertion.
const fewStems = 32

// Index makes what alignments look up in t. Time is O(n log n) at worst and
// linear as a rule. A text that goroutines share is indexed before they do.
func (t *Text) Index() {
	n := len(t.Words)
	x := indexers.Get().(*indexer)
	defer indexers.Put(x)
	width := bucketBits(n)
	t.shift = uint8(32 - width)
	// A counting sort by the leading bits, then each bucket by itself: stems
	// are hashes, so that but for repeated words a bucket holds one or none.
	slab := make([]int32, 1<<width+1+n)
	t.buckets, t.places = slab[:1<<width+1:1<<width+1], slab[1<<width+1:]
	for i := range t.Words {
		t.buckets[t.Words[i].Stem>>t.shift+1]++
	}
	for v := 1; v < len(t.buckets); v++ {
		t.buckets[v] += t.buckets[v-1]
	}
	x.keys = slices.Grow(x.keys[:0], n)[:n]
	for i := range t.Words {
		h := t.Words[i].Stem
		at := &t.buckets[h>>t.shift]
		x.keys[*at] = uint64(h)<<32 | uint64(i)
		*at++ // at the end it is where the next bucket begins
	}
	// The keys of a bucket become its places and stems, and the bucket tells the
	// first of these.
	x.stems = x.stems[:0]
	from := int32(0)
	for v := range t.buckets[1:] {
		bucket := x.keys[from:t.buckets[v]]
		t.buckets[v] = int32(len(x.stems))
		if len(bucket) > 1 {
			sortKeys(bucket)
		}
		last := ^uint64(0) // no stem
		for _, key := range bucket {
			t.places[from] = int32(uint32(key))
			if key>>32 != last {
				last = key >> 32
				x.stems = append(x.stems, stem{uint32(last), from})
			}
			from++
		}
	}
	t.buckets[len(t.buckets)-1] = int32(len(x.stems))
	t.stems = make([]stem, len(x.stems)+1)
	copy(t.stems, x.stems)
	t.stems[len(x.stems)] = stem{^uint32(0), int32(n)}

	t.gramShift = uint8(64 - gramWidth(n))
	t.grams = make([]uint64, 1<<gramWidth(n))
	var g gram
	for i := range t.Words {
		if h := g.next(t.Words[i].Hash); i >= 2 {
			t.grams[h>>t.gramShift] |= gramBits(h)
		}
	}
}

// sortKeys sorts the keys of one bucket, which are few and nearly sorted as a
// rule: those of one stem are.
func sortKeys(keys []uint64) {
	if len(keys) > fewStems {
		slices.Sort(keys)
		return
	}
	for i := 1; i < len(keys); i++ {
		k := keys[i]
		j := i
		for ; j > 0 && keys[j-1] > k; j-- {
			keys[j] = keys[j-1]
		}
		keys[j] = k
	}
}

// bucketBits returns how many leading bits of a stem tell its bucket in a text
// of n words.
func bucketBits(n int) int { return bits.Len(uint(max(n, 8) - 1)) }

// gramWidth returns of how many words the filter of a text of n words is, as a
// power of two: 16 to 32 bits a run.
func gramWidth(n int) int { return max(bits.Len(uint(n))-2, 0) }

// Stems returns how many stems t has. They are numbered from 0 in order of
// their hashes.
func (t *Text) Stems() int { return len(t.stems) - 1 }

// Stem returns the hash of stem k.
func (t *Text) Stem(k int) uint32 { return t.stems[k].hash }

// Find returns the number of a stem, -1 if no word of t has it.
func (t *Text) Find(hash uint32) int {
	v := hash >> t.shift
	for k, end := t.buckets[v], t.buckets[v+1]; k < end; k++ {
		if t.stems[k].hash == hash {
			return int(k)
		}
	}
	return -1
}

// Places returns the indices of the words of stem k, ascending. The caller
// must not change them.
func (t *Text) Places(k int) []int32 { return t.places[t.stems[k].first:t.stems[k+1].first] }

// Bytes returns how much memory an indexed text of n words takes at most, of
// which so many stems, n at most.
func Bytes(n, stems int) int {
	const word, place, stem, bucket, gram = 12, 4, 8, 4, 8
	return n*(word+place) + stems*stem + bucket<<bucketBits(n) + gram<<gramWidth(n) + 64
}

// has reports whether t may hold the run of three words of which h is the hash.
func (t *Text) has(h uint64) bool {
	b := gramBits(h)
	return t.grams[h>>t.gramShift]&b == b
}

// MayShare yields where in t a run of n words begins that other may have, n at least
// three. It leaves out none that other has.
func (t *Text) MayShare(other *Text, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		inRow := 0
		var g gram
		for i := range t.Words {
			h := g.next(t.Words[i].Hash)
			if i < 2 {
				continue
			}
			if inRow++; !other.has(h) {
				inRow = 0
			}
			if inRow >= n-2 && !yield(i+1-n) {
				return
			}
		}
	}
}

// A gram hashes the runs of three words of a text, one after another. The zero value
// is ready.
type gram struct{ first, second uint64 } // the two words before, scattered

// next returns the hash of the two words before and this one. Its leading bits are
// random, once there are three. Each word is scattered once, and turned by where it
// stands in the run.
func (g *gram) next(word uint32) uint64 {
	third := uint64(word) * 0x9e3779b97f4a7c15
	h := g.first + bits.RotateLeft64(g.second, 21) + bits.RotateLeft64(third, 42)
	g.first, g.second = g.second, third
	return h ^ h>>29
}

// gramBits returns the two bits of a hash, which may be one and the same.
func gramBits(h uint64) uint64 { return 1<<(h&63) | 1<<(h>>6&63) }
