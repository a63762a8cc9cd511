package align

import (
	"math/bits"
	"slices"
)

const (
	reach    = 24         // words by which an end is extended at a time
	farFront = 16 * reach // words by which the front of a chain is extended at most
	// widest is how many words of b a window may hold.
	widest = 64
)

// A window is a small piece of a beside a small piece of b, of which the best
// alignment is sought: the dynamic programme of Needleman and Wunsch (1970).
// But of the cells of its matrix only those are looked at whose words have
// something in common, 15 of 576 as a rule.
//
// A path that pairs k words in the first x words of a and y of b costs gap for
// each of the x + y - 2k others. Add gap to its worth for each row and column
// passed, and it is the sum of what its pairs are worth and 2 gap for each:
// its value. The order of the paths to one cell stays the same, and words
// without a partner change nothing, so that the best path to a pair goes on
// from the path of the greatest value that ends in a row and column before.
// Those are kept in a stair: the columns in which a path ends that has a
// greater value than all in the columns before.
type window struct {
	masks  []uint64 // for each stem of b, which words of the window have it
	points []point  // row by row
	stair  uint64   // the columns of the stair, a bit each
	steps  [widest]int32
}

// A point is a pair of words with something in common: word x of the window
// of a, word y of the window of b.
type point struct {
	x, y  int32
	prev  int32   // the point before it on the best path; -1 if it is the first
	worth float32 // of the pair
	value float32 // of the best path that ends with it
}

// score returns what the best path that ends with p is worth, from the corner
// of the window on.
func (p *point) score() float32 { return p.value - gap*float32(p.x+p.y+2) }

// pair finds the best paths in the window of the n words of a from i on and the
// m of b from j on, m at most widest; both run backwards if step is -1.
func (al *Aligner) pair(a, b *Text, i, n, j, m, step int32) {
	w := &al.window
	if len(w.masks) < b.Stems() {
		w.masks = make([]uint64, max(b.Stems(), 2*len(w.masks)))
	}
	w.points, w.stair = w.points[:0], 0
	for y := range m {
		w.masks[al.stemB[j+step*y]] |= 1 << y
	}
	for x := range n {
		in := al.stemA[i+step*x]
		if in < 0 {
			continue
		}
		// From the right to the left: a path does not go on in its own row.
		for row := w.masks[in]; row != 0; {
			y := bits.Len64(row) - 1
			row &^= 1 << y
			w.reach(x, int32(y), match(&a.Words[i+step*x], &b.Words[j+step*int32(y)]))
		}
	}
	for y := range m {
		w.masks[al.stemB[j+step*y]] = 0
	}
}

// reach adds a point and puts it on the stair if it belongs there.
func (w *window) reach(x, y int32, worth float32) {
	p := point{x, y, -1, worth, worth + 2*gap}
	if before := w.stair & (1<<y - 1); before != 0 {
		p.prev = w.steps[bits.Len64(before)-1]
		p.value += w.points[p.prev].value
	}
	if w.stair>>y&1 == 0 || p.value > w.points[w.steps[y]].value {
		w.stair |= 1 << y
		w.steps[y] = int32(len(w.points))
		for after := w.stair &^ (2<<y - 1); after != 0; after &= after - 1 {
			if c := bits.TrailingZeros64(after); w.points[w.steps[c]].value <= p.value {
				w.stair &^= 1 << c
			} else {
				break
			}
		}
	}
	w.points = append(w.points, p)
}

// peak returns the point whose path is worth most, the first row by row of
// equals; -1 if none is worth anything.
func (w *window) peak() int32 {
	at, best := int32(-1), float32(0)
	for k := range w.points {
		p := &w.points[k]
		if f := p.score(); f > best || f == best && at >= 0 && p.x == w.points[at].x {
			at, best = int32(k), f
		}
	}
	return at
}

// path sets al.pairs to the pairs of the best path that ends with point k, the
// last first. The window begins at words i and j.
func (al *Aligner) path(k, i, j, step int32) {
	al.pairs = al.pairs[:0]
	for k >= 0 {
		p := &al.window.points[k]
		al.pairs = append(al.pairs, seed{i + step*p.x, j + step*p.y, 1, p.worth})
		k = p.prev
	}
}

// fill pushes the seeds of a chain, and looks for more partners in the gaps
// between them.
func (al *Aligner) fill(a, b *Text, chain []seed) {
	for k, s := range chain {
		if k > 0 {
			p := chain[k-1]
			i, j := p.a+p.n, p.b+p.n
			if n, m := s.a-i, s.b-j; n > 0 && m > 0 && n <= widest && m <= widest {
				al.pair(a, b, i, n, j, m, 1)
				if stair := al.window.stair; stair != 0 {
					al.path(al.window.steps[bits.Len64(stair)-1], i, j, 1)
					for _, p := range slices.Backward(al.pairs) {
						al.push(p)
					}
				}
			}
		}
		al.push(s)
	}
}

// push appends a block, joined to the last one where they touch on both sides.
func (al *Aligner) push(s seed) {
	if k := len(al.blocks) - 1; k >= 0 {
		if p := &al.blocks[k]; p.a+p.n == s.a && p.b+p.n == s.b {
			p.n += s.n
			p.worth += s.worth
			return
		}
	}
	al.blocks = append(al.blocks, s)
}

// extendEnd lengthens the chain after its last block as long as it gains (the
// X-drop of Zhang et al. 2000, in steps of reach words), up to word hi of a.
func (al *Aligner) extendEnd(a, b *Text, hi int32) {
	for {
		last := al.blocks[len(al.blocks)-1]
		i, j := last.a+last.n, last.b+last.n
		n, m := min(reach, hi-i), min(reach, int32(len(b.Words))-j)
		if n <= 0 || m <= 0 {
			return
		}
		al.pair(a, b, i, n, j, m, 1)
		k := al.window.peak()
		if k < 0 {
			return
		}
		al.path(k, i, j, 1)
		for _, p := range slices.Backward(al.pairs) {
			al.push(p)
		}
	}
}

// extendFront pushes what lengthens the chain that begins with s before it, up
// to word lo of a: the same as at the end, backwards.
func (al *Aligner) extendFront(a, b *Text, s seed, lo int32) {
	al.front = al.front[:0]
	lo = max(lo, s.a-farFront)
	low := max(0, s.b-farFront)
	for i, j := s.a, s.b; ; {
		n, m := min(reach, i-lo), min(reach, j-low)
		if n <= 0 || m <= 0 {
			break
		}
		al.pair(a, b, i-1, n, j-1, m, -1)
		k := al.window.peak()
		if k < 0 {
			break
		}
		al.path(k, i-1, j-1, -1)
		i, j = al.pairs[0].a, al.pairs[0].b
		for _, p := range slices.Backward(al.pairs) {
			al.front = append(al.front, p)
		}
	}
	for _, p := range slices.Backward(al.front) {
		al.push(p)
	}
}
