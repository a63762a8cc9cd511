package align

import (
	"cmp"
	"slices"
)

// Bounds that keep the work near linear in the length of the texts.
const (
	maxPlaces   = 12  // places in b at which one run of a is tried
	maxLooks    = 64  // places of a word looked at, those of other words of its stem included
	maxRunLooks = 256 // places of the rarest word of a run looked at, those of other runs included
	maxLookback = 48  // predecessors tried for each seed of a chain
	// nearDiagonals is how many diagonals on either side of its own a seed looks
	// for one to follow.
	nearDiagonals = 8
	// nearRuns is how many words the next run may be off the diagonal of the last.
	nearRuns = 2
)

// Text that repeats itself has long runs on very many diagonals. Once runs have
// taken so many words for each word of the texts, further ones are cut short;
// the chain puts those of one diagonal together again.
const (
	runWords = 24
	shortRun = 64
)

// hit lists the words of a at which a seed may begin. It pairs the stems of a
// and b first, unless seeds are of three words: then nearly all pairs of texts
// show in the filter of b that they share too little.
func (al *Aligner) hit(a, b *Text, o Options) {
	last := len(a.Words) - o.Seed
	al.hits = slices.Grow(al.hits[:0], last+1)[:last+1]
	n := 0
	switch o.Seed {
	case 3:
		al.stemA = al.stemA[:0]
		var g gram
		for i := range a.Words {
			h := g.next(a.Words[i].Hash)
			if i < 2 {
				continue
			}
			al.hits[n] = int32(i - 2)
			if b.has(h) {
				n++
			}
		}
	default:
		al.pairStems(a, b)
		for i := range last + 1 {
			al.hits[n] = int32(i)
			if al.stemA[i] >= 0 {
				n++
			}
		}
	}
	al.hits = al.hits[:n]
}

// pairStems finds the stems of a in b.
func (al *Aligner) pairStems(a, b *Text) {
	al.stemA = slices.Grow(al.stemA[:0], len(a.Words))[:len(a.Words)]
	for k := range a.Stems() {
		in := int32(b.Find(a.Stem(k)))
		for _, i := range a.Places(k) {
			al.stemA[i] = in
		}
	}
	al.stemB = slices.Grow(al.stemB[:0], len(b.Words))[:len(b.Words)]
	for k := range b.Stems() {
		for _, j := range b.Places(k) {
			al.stemB[j] = int32(k)
		}
	}
}

// places returns the places in b of the rarest of n words of a from i on, and
// which of them it is; none if b lacks one of them.
func (al *Aligner) places(a, b *Text, i, n int32) (list []int32, which int32) {
	for k := range n {
		in := 0
		if len(al.stemA) > 0 {
			in = int(al.stemA[i+k])
		} else {
			in = b.Find(a.Words[i+k].Stem)
		}
		if in < 0 {
			return nil, 0
		}
		if p := b.Places(in); k == 0 || len(p) < len(list) {
			list, which = p, k
		}
	}
	return list, which
}

// findSeeds collects the maximal runs of equal words, each once, in order of
// their places in a, then b.
func (al *Aligner) findSeeds(a, b *Text, o Options) {
	al.seeds = al.seeds[:0]
	al.diag = slices.Grow(al.diag[:0], len(a.Words)+len(b.Words)+1)[:len(a.Words)+len(b.Words)+1]
	clear(al.diag)
	n, nb := int32(o.Seed), int32(len(b.Words))
	al.budget = runWords * (len(a.Words) + len(b.Words))
	most := maxRunLooks
	if n == 1 {
		most = maxLooks
	}
	longest := int32(0) // words of the longest run lately, whose diagonal is at
	at, done := int32(0), int32(0)
	for _, i := range al.hits {
		if al.MaxSeeds > 0 && len(al.seeds) >= al.MaxSeeds {
			al.Cut = true
			break
		}
		for ; done < i && longest >= 16; done++ { // what is long ago counts less and less
			longest -= longest >> 4
		}
		done = i
		// A word that is worth too little by itself begins a seed only together
		// with the next.
		light := n == 1 && a.Words[i].Weight < o.SeedMin && int(i+1) < len(a.Words)
		run := n
		if light {
			run = 2
		}
		list, which := al.places(a, b, i, run)
		places := 0
		for looks, j := range list {
			if places == maxPlaces || looks == most {
				// Too many places to try them all: those where the run before
				// would go on must not be missed.
				for j := max(i-at-nearRuns, 0); j <= i-at+nearRuns && j+n <= nb; j++ {
					al.seedAt(a, b, i, j, o)
				}
				break
			}
			j -= which
			if j < 0 || j+run > nb || light && a.Words[i+1].Hash != b.Words[j+1].Hash {
				continue
			}
			if words, ok := al.seedAt(a, b, i, j, o); ok {
				places++
				if words >= longest {
					longest, at = words, i-j
				}
			}
		}
	}
	order := func(x, y seed) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) }
	if !slices.IsSortedFunc(al.seeds, order) {
		slices.SortFunc(al.seeds, order)
	}
}

// seedAt extends the run of equal words at i and j to its full length and
// keeps it, unless it is known. It reports whether the words there are equal,
// and how long the run is; 0 if it was known.
func (al *Aligner) seedAt(a, b *Text, i, j int32, o Options) (n int32, ok bool) {
	for k := range int32(o.Seed) {
		if a.Words[i+k].Hash != b.Words[j+k].Hash {
			return 0, false
		}
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

// most returns what a chain of seeds is worth at most: each word of a counts
// once.
func (al *Aligner) most() float32 {
	total, end := float32(0), int32(0)
	for _, s := range al.seeds {
		if from := max(s.a, end); from < s.a+s.n {
			total += al.worth(from, s.a+s.n)
			end = s.a + s.n
		}
	}
	return total + 1e-3 // sums in another order differ by as little
}

// chain finds for each seed the best chain of seeds in the same order that
// ends with it (the sparse dynamic programming of Myers and Miller, 1995, with
// a bounded look back as in minimap2, Li 2018). The promise of a root is what a part
// of a chain that begins with it is worth at most, gaps and overlaps free.
func (al *Aligner) chain(b *Text, o Options) {
	n := len(al.seeds)
	al.best = slices.Grow(al.best[:0], n)[:n]
	al.gross = slices.Grow(al.gross[:0], n)[:n]
	al.prev = slices.Grow(al.prev[:0], n)[:n]
	al.root = slices.Grow(al.root[:0], n)[:n]
	al.promise = slices.Grow(al.promise[:0], n)[:n]
	// The end of the last seed on each diagonal is no longer needed: the same
	// memory now holds that seed's number + 1.
	clear(al.diag)
	shift := int32(len(b.Words))
	widest := int32(4 * o.MaxGap)
	first := 0 // all seeds before it end more than widest words before the one at hand
	for m, s := range al.seeds {
		al.best[m], al.prev[m] = s.worth, -1
		for first < m && al.seeds[first].a+al.seeds[first].n < s.a-widest {
			first++
		}
		p := m - 1
		for last := max(first, m-maxLookback); p >= last; p-- {
			// Most seeds before it are of another place in b: before or behind.
			if q := &al.seeds[p]; uint32(s.b-q.b-1) < uint32(widest+q.n) {
				al.follow(m, p, widest)
			}
		}
		// Where a text repeats itself, the seeds just before are of other
		// places: the one that goes on here is on a diagonal close by.
		d := s.a - s.b + shift
		if p >= first {
			for k := max(d-nearDiagonals, 0); k <= d+nearDiagonals && int(k) < len(al.diag); k++ {
				if q := int(al.diag[k]) - 1; q >= 0 && q <= p {
					al.follow(m, q, widest)
				}
			}
		}
		al.diag[d] = int32(m) + 1
		al.gross[m], al.root[m], al.promise[m] = s.worth, int32(m), 0
		if p := al.prev[m]; p >= 0 {
			al.gross[m] += al.gross[p]
			al.root[m] = al.root[p]
		}
		most := &al.promise[al.root[m]]
		*most = max(*most, al.gross[m]+1e-3) // sums in another order differ by as little
	}
}

// follow lets the chain that ends with seed p go on with seed m if that is the
// best one so far. Neither side may have more than widest words between them.
func (al *Aligner) follow(m, p int, widest int32) {
	s, q := &al.seeds[m], &al.seeds[p]
	if q.b >= s.b || q.a >= s.a {
		return
	}
	// The seeds may overlap by some words on either side: those count once.
	over := max(q.a+q.n-s.a, q.b+q.n-s.b, 0)
	if over >= s.n {
		return
	}
	gapA, gapB := s.a+over-q.a-q.n, s.b+over-q.b-q.n
	if gapA > widest || gapB > widest {
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
