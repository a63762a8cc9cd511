package align

import "slices"

// A Range is a half-open range of word indices.
type Range struct{ Start, End int }

// Len returns the number of words in r.
func (r Range) Len() int { return r.End - r.Start }

// A Kind says how alike the two sides of a passage are.
type Kind uint8

// The kinds.
const (
	Copied   Kind = iota // the same words in the same order
	Edited               // most words kept, in order
	Reworded             // the same content retold
)

// A Run is a run of words paired one to one: N words from A in the first text,
// from B in the second. Paired words are equal or have the same stem.
type Run struct{ A, B, N int }

// A Passage is a stretch of text that two texts share.
type Passage struct {
	A, B       Range
	Runs       []Run // in order on both sides, at least one
	Kind       Kind
	Matched    int     // pairs of equal words
	Similarity float64 // 2 Matched / (words of A + words of B), 0 to 1
	Score      float64 // worth of the matched words less the cost of the others, in nats
}

// Options set what counts as shared. The zero value is not useful; begin with
// Copies or Retold.
type Options struct {
	Seed     int     // words of the shortest run that begins a search
	SeedMin  float32 // worth of that run, in nats
	MinScore float32 // worth of a passage
	MinWords int     // matched words of a passage
	MaxGap   int     // unmatched words on one side that end a passage
	MinAlike float64 // similarity of a passage

	// Low, if not nil, reports whether a passage that pairs word i of the first
	// text with word j of the second may be worth as little as LowScore. It
	// decides which seeds are worth a look: of the passages found, the caller
	// judges those below MinScore.
	Low      func(i, j int) bool
	LowScore float32
}

// least returns what a passage must be worth.
func (o *Options) least() float32 {
	if o.Low != nil {
		return o.LowScore
	}
	return o.MinScore
}

// Copies finds copied and edited text.
func Copies() Options {
	return Options{Seed: 3, SeedMin: 4, MinScore: 45, MinWords: 14, MaxGap: 12, MinAlike: editedMin}
}

// Traces finds shorter and more heavily edited text, for pairs that have been
// shown to share much.
func Traces() Options {
	return Options{Seed: 2, SeedMin: 4, MinScore: 15, MinWords: 6, MaxGap: 10, MinAlike: 0.5}
}

// Retold finds reworded sentences too. Its seeds are single rare words, so it
// is for pairs that other evidence has already brought together.
func Retold() Options {
	return Options{Seed: 1, SeedMin: 3, MinScore: 20, MinWords: 5, MaxGap: 9}
}

// The costs of words without a partner, in nats. A word exchanged for another
// costs gap twice, once for each side.
const (
	gap = 0.7 // each word without a partner
	// stemmed is what share of a word's worth counts when only its stem agrees.
	stemmed = 0.6
)

// An Aligner aligns texts and reuses its memory from one pair to the next. It
// must not be used by two goroutines at once; the zero value is ready.
type Aligner struct {
	// MaxSeeds is how many runs of equal words are looked at, 0 for no bound: two long
	// texts that repeat themselves may have a dozen for each word, and each takes
	// some 100 bytes. Cut is set where there were more; what lies behind them in the
	// first text is not found then. Nothing clears it.
	MaxSeeds int
	Cut      bool

	stemA, stemB []int32 // for each word of a and b, the number of its stem in b; -1 if b has none
	hits         []int32 // words of a at which seeds are looked for
	budget       int     // words by which runs may still be extended at will
	diag         []int32 // for each diagonal, the end in a of the last seed on it
	seeds        []seed
	best         []float32 // for each seed, the worth of the best chain that ends with it
	gross        []float32 // the same, with nothing taken off for gaps and overlaps
	prev         []int32
	root         []int32   // for each seed, the first of its chain; chains with one root are a tree
	promise      []float32 // for each seed that is a root, what a chain of its tree is worth at most
	order        []uint64
	used         []bool
	traced       []seed // the chain at hand, as found
	free         []seed // what other passages have left of it, in groups
	groups       []Range
	blocks       []seed // the same, filled and extended
	front, pairs []seed
	window       window
	taken        cover
	sumA         []float64 // sumA[i] is the worth of the first i words of a
}

// A seed is a run of n equal words, at a in the first text and b in the second.
type seed struct {
	a, b, n int32
	worth   float32
}

// Align returns the passages that a and b share, in order of A. Ranges of A
// do not overlap; ranges of B may, where a repeats what b says once. Both are
// indexed. Time is O((len(a)+len(b)) log len(a)) whatever the texts repeat;
// texts that share next to nothing are told apart in less than a microsecond
// for a thousand words.
func (al *Aligner) Align(a, b *Text, o Options) []Passage {
	if len(a.Words) < o.Seed || len(b.Words) < o.Seed || o.Seed < 1 {
		return nil
	}
	if equal(a, b) { // two copies, as many of those brought together are
		p := Passage{Runs: []Run{{0, 0, len(a.Words)}}}
		if p.measure(a, b); p.enough(&o) {
			return []Passage{p}
		}
	}
	if al.hit(a, b, o); len(al.hits) == 0 {
		return nil
	}
	if len(al.stemA) == 0 && 8*len(al.hits) > len(a.Words) {
		al.pairStems(a, b) // worth it for so many
	}
	al.sum(a)
	al.findSeeds(a, b, o)
	if al.most() < o.least()/2 {
		return nil
	}
	if al.chain(b, o); slices.Max(al.promise) < o.least()/2 {
		return nil
	}
	return al.passages(a, b, o)
}

// equal reports whether a and b are the same words in the same order.
func equal(a, b *Text) bool {
	if len(a.Words) != len(b.Words) {
		return false
	}
	for i := range a.Words {
		if a.Words[i].Hash != b.Words[i].Hash {
			return false
		}
	}
	return true
}

func (al *Aligner) sum(a *Text) {
	al.sumA = append(al.sumA[:0], 0)
	s := 0.0
	for i := range a.Words {
		s += float64(a.Words[i].Weight)
		al.sumA = append(al.sumA, s)
	}
}

// worth returns what a match of words i to j of a is worth.
func (al *Aligner) worth(i, j int32) float32 { return float32(al.sumA[j] - al.sumA[i]) }

// match returns what pairing x of the first text and y of the second is worth,
// 0 if they have nothing in common.
func match(x, y *Word) float32 {
	switch {
	case x.Hash == y.Hash:
		return x.Weight + 0.1
	case x.Stem == y.Stem:
		return stemmed*min(x.Weight, y.Weight) + 0.1
	}
	return 0
}
