package align

import (
	"cmp"
	"slices"

	"wiretrace/shingle"
)

// A Text is one side of an alignment. Words and Weights have the same length;
// neither is changed or kept.
type Text struct {
	Words   []shingle.Word
	Weights []float32 // worth of a match of each word in nats, never negative: its rarity
}

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

// Bounds that keep the work near linear in the length of the texts.
const (
	maxPlaces   = 12 // places in b at which one run of a is tried
	maxLooks    = 64 // places looked at, those of other words in the same slot included
	maxLookback = 48 // predecessors tried for each seed of a chain
	// nearDiagonals is how many diagonals on either side of its own a seed looks
	// for one to follow.
	nearDiagonals = 8
	maxFill       = 4096 // cells of the largest gap filled by dynamic programming
	reach         = 24   // words by which an end is extended at a time
)

// An Aligner aligns texts and reuses its memory from one pair to the next. It
// must not be used by two goroutines at once; the zero value is ready.
type Aligner struct {
	index          gramIndex
	budget         int     // words by which runs may still be extended at will
	diag           []int32 // for each diagonal, the end in a of the last seed on it
	seeds          []seed
	best           []float32 // for each seed, the worth of the best chain that ends with it
	prev           []int32
	order          []int32
	used           []bool
	traced         []seed // the chain at hand, as found
	blocks         []seed // the same, filled and extended
	pairs          []seed
	front, chained []seed
	back           [2]Text
	cells          []float32
	steps          []uint8
	sumA           []float64 // sumA[i] is the worth of the first i words of a
}

// A seed is a run of n equal words, at a in the first text and b in the second.
type seed struct {
	a, b, n int32
	worth   float32
}

// Align returns the passages that a and b share, in order of A. Ranges of A
// do not overlap; ranges of B may, where a repeats what b says once. Time is
// O((len(a)+len(b)) log len(a)) whatever the texts repeat.
func (al *Aligner) Align(a, b Text, o Options) []Passage {
	if len(a.Words) < o.Seed || len(b.Words) < o.Seed || o.Seed < 1 {
		return nil
	}
	al.sum(a)
	al.findSeeds(a, b, o)
	al.chain(a, b, o)
	return al.passages(a, b, o)
}

func (al *Aligner) sum(a Text) {
	al.sumA = append(al.sumA[:0], 0)
	s := 0.0
	for _, w := range a.Weights {
		s += float64(w)
		al.sumA = append(al.sumA, s)
	}
}

// worth returns what a match of words i to j of a is worth.
func (al *Aligner) worth(i, j int32) float32 { return float32(al.sumA[j] - al.sumA[i]) }

// findSeeds collects the maximal runs of equal words, each once.
func (al *Aligner) findSeeds(a, b Text, o Options) {
	al.index.build(b.Words, o.Seed)
	al.seeds = al.seeds[:0]
	al.diag = slices.Grow(al.diag[:0], len(a.Words)+len(b.Words)+1)[:len(a.Words)+len(b.Words)+1]
	clear(al.diag)
	n, nb := int32(o.Seed), int32(len(b.Words))
	al.budget = runWords * (len(a.Words) + len(b.Words))
	longest := int32(0) // words of the longest run lately, whose diagonal is at
	at := int32(0)
	for i := int32(0); i+n <= int32(len(a.Words)); i++ {
		places, looks := 0, 0
		for j := al.index.first(a.Words[i : i+n]); j >= 0; j = al.index.next[j] {
			if looks++; places == maxPlaces || looks > maxLooks {
				// Too many places to try them all: those where the run before
				// would go on must not be missed.
				for j := max(i-at-nearRuns, 0); j <= i-at+nearRuns && j+n <= nb; j++ {
					al.seedAt(a, b, i, j, o)
				}
				break
			}
			if run, ok := al.seedAt(a, b, i, j, o); ok {
				places++
				if run >= longest {
					longest, at = run, i-j
				}
			}
		}
		longest -= longest >> 4 // what is long ago counts less and less
	}
	slices.SortFunc(al.seeds, func(x, y seed) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
}

// Text that repeats itself has long runs on very many diagonals. Once runs have
// taken so many words for each word of the texts, further ones are cut short;
// the chain puts those of one diagonal together again.
const (
	runWords = 24
	shortRun = 64
)

// nearRuns is how many words the next run may be off the diagonal of the last.
const nearRuns = 2

// seedAt extends the run of equal words at i and j to its full length and
// keeps it, unless it is known. It reports whether the words there are equal,
// and how long the run is; 0 if it was known.
func (al *Aligner) seedAt(a, b Text, i, j int32, o Options) (n int32, ok bool) {
	if !equal(a.Words[i:int(i)+o.Seed], b.Words[j:int(j)+o.Seed]) {
		return 0, false
	}
	d := i - j + int32(len(b.Words))
	if al.diag[d] > i {
		return 0, true // inside a run already found
	}
	s, t := i, j
	for s > 0 && t > 0 && s > al.diag[d] && a.Words[s-1].Hash == b.Words[t-1].Hash {
		s, t = s-1, t-1
	}
	e, f := i+int32(o.Seed), j+int32(o.Seed)
	end := int32(len(a.Words))
	if al.budget < 0 {
		end = min(end, i+shortRun)
	}
	for e < end && int(f) < len(b.Words) && a.Words[e].Hash == b.Words[f].Hash {
		e, f = e+1, f+1
	}
	al.budget -= int(e - s)
	al.diag[d] = e
	if w := al.worth(s, e); w >= o.SeedMin {
		al.seeds = append(al.seeds, seed{s, t, e - s, w})
	}
	return e - s, true
}

func equal(a, b []shingle.Word) bool {
	for i := range a {
		if a[i].Hash != b[i].Hash {
			return false
		}
	}
	return true
}

// chain finds for each seed the best chain of seeds in the same order that
// ends with it (the sparse dynamic programming of Myers and Miller, 1995, with
// a bounded look back as in minimap2, Li 2018).
func (al *Aligner) chain(a, b Text, o Options) {
	n := len(al.seeds)
	al.best = slices.Grow(al.best[:0], n)[:n]
	al.prev = slices.Grow(al.prev[:0], n)[:n]
	// The end of the last seed on each diagonal is no longer needed: the same
	// memory now holds that seed's number + 1.
	clear(al.diag)
	shift := int32(len(b.Words))
	for m, s := range al.seeds {
		al.best[m], al.prev[m] = s.worth, -1
		for p, tried := m-1, 0; p >= 0 && tried < maxLookback; p, tried = p-1, tried+1 {
			al.follow(m, p, o)
		}
		// Where a text repeats itself, the seeds just before are of other
		// places: the one that goes on here is on a diagonal close by.
		d := s.a - s.b + shift
		for k := max(d-nearDiagonals, 0); k <= d+nearDiagonals && int(k) < len(al.diag); k++ {
			if p := int(al.diag[k]) - 1; p >= 0 {
				al.follow(m, p, o)
			}
		}
		al.diag[d] = int32(m) + 1
	}
}

// follow lets the chain that ends with seed p go on with seed m if that is the
// best one so far.
func (al *Aligner) follow(m, p int, o Options) {
	s, q := al.seeds[m], al.seeds[p]
	if q.b >= s.b || q.a >= s.a {
		return
	}
	// The seeds may overlap by some words on either side: those count once.
	over := max(q.a+q.n-s.a, q.b+q.n-s.b, 0)
	if over >= s.n {
		return
	}
	gapA, gapB := s.a+over-q.a-q.n, s.b+over-q.b-q.n
	if widest := int32(4 * o.MaxGap); gapA > widest || gapB > widest {
		return
	}
	worth := s.worth
	if over > 0 {
		worth = al.worth(s.a+over, s.a+s.n)
	}
	if f := al.best[p] + worth - chainCost(gapA, gapB); f > al.best[m] {
		al.best[m], al.prev[m] = f, int32(p)
	}
}

// chainCost is what a gap between two seeds costs before it is filled. Some of
// its words will find partners, so it is less than the final cost.
func chainCost(gapA, gapB int32) float32 {
	return 0.5 * gap * float32(gapA+gapB)
}
