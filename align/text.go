package align

import (
	"math/bits"
	"slices"
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
	// stems with it: stems i is found among buckets[v] to buckets[v+1].
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

// NewText returns the text of words, which it keeps, indexed.
func NewText(words []Word) *Text {
	t := &Text{Words: words}
	t.Index()
	return t
}

// Index makes what alignments look up in t. Time is O(n log n) at worst and
// linear as a rule. A text that goroutines share is indexed before they do.
func (t *Text) Index() {
	n := len(t.Words)
	width := bits.Len(uint(max(n, 8) - 1))
	t.shift = uint8(32 - width)
	// A counting sort by the leading bits, then each bucket by itself: stems
	// are hashes, so that but for repeated words a bucket holds one or none.
	t.buckets = make([]int32, 1<<width+1)
	for i := range t.Words {
		t.buckets[t.Words[i].Stem>>t.shift+1]++
	}
	for v := 1; v < len(t.buckets); v++ {
		t.buckets[v] += t.buckets[v-1]
	}
	keys := make([]uint64, n) // stem and place
	for i := range t.Words {
		h := t.Words[i].Stem
		at := &t.buckets[h>>t.shift]
		keys[*at] = uint64(h)<<32 | uint64(i)
		*at++ // at the end it is where the next bucket begins
	}
	distinct := 0
	for v, from := 0, int32(0); v+1 < len(t.buckets); v++ {
		bucket := keys[from:t.buckets[v]]
		from = t.buckets[v]
		if len(bucket) > 1 && !slices.IsSorted(bucket) {
			slices.Sort(bucket)
		}
		for k := range bucket {
			if k == 0 || bucket[k]>>32 != bucket[k-1]>>32 {
				distinct++
			}
		}
	}
	t.places = make([]int32, n)
	t.stems = make([]stem, 0, distinct+1)
	bucket := uint32(0)
	t.buckets[0] = 0
	for k, key := range keys {
		t.places[k] = int32(uint32(key))
		if h := uint32(key >> 32); k == 0 || h != uint32(keys[k-1]>>32) {
			for v := h >> t.shift; bucket < v; {
				bucket++
				t.buckets[bucket] = int32(len(t.stems))
			}
			t.stems = append(t.stems, stem{h, int32(k)})
		}
	}
	for int(bucket)+1 < len(t.buckets) {
		bucket++
		t.buckets[bucket] = int32(len(t.stems))
	}
	t.stems = append(t.stems, stem{^uint32(0), int32(n)})

	width = max(bits.Len(uint(n))-2, 0) // 16 to 32 bits a run
	t.gramShift = uint8(64 - width)
	t.grams = make([]uint64, 1<<width)
	for i := 0; i+2 < n; i++ {
		h := gramHash(t.Words[i : i+3])
		t.grams[h>>t.gramShift] |= gramBits(h)
	}
}

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

// Bytes returns how much memory an indexed text of n words takes at most.
func Bytes(n int) int {
	const word, place, stem, bucket, gram = 12, 4, 8, 4, 4
	return n*(word+place+stem+2*bucket+gram) + 256
}

// has reports whether t may hold the run of three words that gramHash made h
// of.
func (t *Text) has(h uint64) bool {
	b := gramBits(h)
	return t.grams[h>>t.gramShift]&b == b
}

// gramHash returns a hash of three words whose leading bits are random.
func gramHash(w []Word) uint64 {
	_ = w[2]
	h := uint64(w[0].Hash)*0x9e3779b97f4a7c15 + uint64(w[1].Hash)*0xd6e8feb86659fd93 + uint64(w[2].Hash)*0xa0761d6478bd642f
	return h ^ h>>29
}

// gramBits returns the two bits of a hash, which may be one and the same.
func gramBits(h uint64) uint64 { return 1<<(h&63) | 1<<(h>>6&63) }
