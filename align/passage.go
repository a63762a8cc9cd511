package align

import (
	"cmp"
	"slices"
)

// passages turns chains into passages: the best chain first, each seed in one
// chain only, gaps filled and ends extended.
func (al *Aligner) passages(a, b Text, o Options) []Passage {
	n := len(al.seeds)
	al.order = al.order[:0]
	for m := range n {
		al.order = append(al.order, int32(m))
	}
	slices.SortFunc(al.order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(al.best[y], al.best[x]), cmp.Compare(x, y))
	})
	al.used = slices.Grow(al.used[:0], n)[:n]
	clear(al.used)

	var found []Passage
	var taken cover
	for _, end := range al.order {
		if al.used[end] {
			continue
		}
		al.traced = al.traced[:0]
		for m := end; m >= 0 && !al.used[m]; m = al.prev[m] {
			al.used[m] = true
			al.traced = append(al.traced, al.seeds[m])
		}
		slices.Reverse(al.traced)
		if al.untangle() < o.MinScore/2 {
			continue
		}
		for _, free := range taken.free(al.traced, al.worth) {
			lo, hi := taken.room(free[0].a, int32(len(a.Words)))
			al.fill(a, b, free)
			al.extend(a, b, lo, hi)
			for _, p := range al.split(a, b, o) {
				found = append(found, p)
				taken.add(int32(p.A.Start), int32(p.A.End))
			}
		}
	}
	slices.SortFunc(found, func(x, y Passage) int {
		return cmp.Or(cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start))
	})
	return found
}

// untangle cuts the front of each seed that overlaps the one before it on
// either side, and returns what the chain is worth.
func (al *Aligner) untangle() float32 {
	total := float32(0)
	for k := range al.traced {
		s := &al.traced[k]
		if k > 0 {
			p := al.traced[k-1]
			if over := max(p.a+p.n-s.a, p.b+p.n-s.b); over > 0 {
				s.a, s.b, s.n = s.a+over, s.b+over, s.n-over
				s.worth = al.worth(s.a, s.a+s.n)
			}
		}
		total += s.worth
	}
	return total
}

// fill looks for more partners in the gaps between the blocks of a chain.
func (al *Aligner) fill(a, b Text, blocks []seed) {
	al.blocks = al.blocks[:0]
	for k, s := range blocks {
		if k > 0 {
			p := blocks[k-1]
			i, j := p.a+p.n, p.b+p.n
			if gapA, gapB := s.a-i, s.b-j; gapA > 0 && gapB > 0 && int(gapA+1)*int(gapB+1) <= maxFill {
				al.within(a, b, i, s.a, j, s.b)
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

// match returns what pairing words i of a and j of b is worth, 0 if they have
// nothing in common.
func match(a, b Text, i, j int32) float32 {
	x, y := &a.Words[i], &b.Words[j]
	switch {
	case x.Hash == y.Hash:
		return a.Weights[i] + 0.1
	case x.Stem == y.Stem:
		return stemmed*min(a.Weights[i], b.Weights[j]) + 0.1
	}
	return 0
}

// Directions of a step in the matrix.
const (
	stop uint8 = iota
	both
	skipA
	skipB
)

// within aligns a[i:i2] and b[j:j2] from end to end (Needleman and Wunsch,
// 1970) and pushes the pairs found, in order.
func (al *Aligner) within(a, b Text, i, i2, j, j2 int32) {
	w := al.matrix(a, b, i, i2, j, j2)
	al.trace(a, b, i, j, i2-i, j2-j, w)
}

// matrix fills al.cells and al.steps for a[i:i2] against b[j:j2] from their
// common start, and returns the width of a row.
func (al *Aligner) matrix(a, b Text, i, i2, j, j2 int32) int32 {
	h, w := i2-i+1, j2-j+1
	al.cells = slices.Grow(al.cells[:0], int(h*w))[:h*w]
	al.steps = slices.Grow(al.steps[:0], int(h*w))[:h*w]
	al.cells[0], al.steps[0] = 0, stop
	for y := int32(1); y < w; y++ {
		al.cells[y], al.steps[y] = -gap*float32(y), skipB
	}
	for x := int32(1); x < h; x++ {
		row, above := al.cells[x*w:(x+1)*w], al.cells[(x-1)*w:x*w]
		steps := al.steps[x*w : (x+1)*w]
		row[0], steps[0] = -gap*float32(x), skipA
		for y := int32(1); y < w; y++ {
			best, step := above[y]-gap, skipA
			if f := row[y-1] - gap; f > best {
				best, step = f, skipB
			}
			if m := match(a, b, i+x-1, j+y-1); m > 0 {
				if f := above[y-1] + m; f >= best {
					best, step = f, both
				}
			}
			row[y], steps[y] = best, step
		}
	}
	return w
}

// trace walks back from cell (x, y) to the start and pushes the pairs, in order.
func (al *Aligner) trace(a, b Text, i, j, x, y, w int32) {
	pairs := al.pairs[:0]
	for x > 0 || y > 0 {
		switch al.steps[x*w+y] {
		case both:
			x, y = x-1, y-1
			pairs = append(pairs, seed{i + x, j + y, 1, match(a, b, i+x, j+y)})
		case skipA:
			x--
		case skipB:
			y--
		}
	}
	al.pairs = pairs
	for _, p := range slices.Backward(pairs) {
		al.push(p)
	}
}

// extend lengthens the chain at both ends as long as it gains (the X-drop of
// Zhang et al. 2000, in steps of reach words), staying within a[lo:hi].
func (al *Aligner) extend(a, b Text, lo, hi int32) {
	for {
		last := al.blocks[len(al.blocks)-1]
		i, j := last.a+last.n, last.b+last.n
		i2, j2 := min(i+reach, hi), min(j+reach, int32(len(b.Words)))
		if i >= i2 || j >= j2 {
			break
		}
		w := al.matrix(a, b, i, i2, j, j2)
		x, y := al.peak(w)
		if x == 0 {
			break
		}
		al.trace(a, b, i, j, x, y, w)
	}
	al.extendFront(a, b, lo)
}

// extendFront lengthens the chain before its first block: the same as at the
// end, with both texts seen backwards.
func (al *Aligner) extendFront(a, b Text, lo int32) {
	al.chained = append(al.chained[:0], al.blocks...)
	a0, b0 := al.chained[0].a, al.chained[0].b
	back, forth := &al.back[0], &al.back[1]
	reverse(back, a, lo, a0)
	reverse(forth, b, 0, b0)
	al.blocks = al.blocks[:0]
	for i, j := int32(0), int32(0); ; {
		i2, j2 := min(i+reach, int32(len(back.Words))), min(j+reach, int32(len(forth.Words)))
		if i >= i2 || j >= j2 {
			break
		}
		w := al.matrix(*back, *forth, i, i2, j, j2)
		x, y := al.peak(w)
		if x == 0 {
			break
		}
		al.trace(*back, *forth, i, j, x, y, w)
		i, j = i+x, j+y
	}
	al.front = append(al.front[:0], al.blocks...)
	al.blocks = al.blocks[:0]
	for _, s := range slices.Backward(al.front) {
		al.push(seed{a0 - s.a - s.n, b0 - s.b - s.n, s.n, s.worth})
	}
	for _, s := range al.chained {
		al.push(s)
	}
}

// peak returns the cell of highest worth, the first of equals.
func (al *Aligner) peak(w int32) (x, y int32) {
	at, best := 0, float32(0)
	for k, f := range al.cells {
		if f > best {
			at, best = k, f
		}
	}
	return int32(at) / w, int32(at) % w
}

// reverse sets r to the words of t in [start, end), last first, at most
// 16*reach of them.
func reverse(r *Text, t Text, start, end int32) {
	start = max(start, end-16*reach)
	r.Words = append(r.Words[:0], t.Words[start:end]...)
	r.Weights = append(r.Weights[:0], t.Weights[start:end]...)
	slices.Reverse(r.Words)
	slices.Reverse(r.Weights)
}

// split cuts the chain where too many words in a row have no partner, drops
// what is too little, and measures the rest.
func (al *Aligner) split(a, b Text, o Options) []Passage {
	var out []Passage
	for from := 0; from < len(al.blocks); {
		to := from + 1
		for to < len(al.blocks) {
			p, s := al.blocks[to-1], al.blocks[to]
			if int(s.a-p.a-p.n) > o.MaxGap || int(s.b-p.b-p.n) > o.MaxGap {
				break
			}
			to++
		}
		if p, ok := measure(a, b, trim(al.blocks[from:to]), o); ok {
			out = append(out, p)
		}
		from = to
	}
	return out
}

// trim drops blocks at the ends that cost more than they bring.
func trim(blocks []seed) []seed {
	cost := func(p, s seed) float32 { return gap * float32(s.a-p.a-p.n+s.b-p.b-p.n) }
	// The best stretch of blocks, as in Kadane's algorithm.
	var best, sum float32
	from, bestFrom, bestTo := 0, 0, 0
	for k, s := range blocks {
		if k > 0 {
			sum -= cost(blocks[k-1], s)
		}
		if sum <= 0 {
			sum, from = 0, k
		}
		sum += s.worth
		if sum > best {
			best, bestFrom, bestTo = sum, from, k+1
		}
	}
	return blocks[bestFrom:bestTo]
}

// measure makes a passage of blocks and reports whether it is enough.
func measure(a, b Text, blocks []seed, o Options) (Passage, bool) {
	if len(blocks) == 0 {
		return Passage{}, false
	}
	p := Passage{Runs: make([]Run, 0, len(blocks))}
	for _, s := range blocks {
		p.Runs = append(p.Runs, Run{int(s.a), int(s.b), int(s.n)})
	}
	p.measure(a, b)
	return p, p.Matched >= o.MinWords && p.Score >= float64(o.MinScore) && p.Similarity >= o.MinAlike
}

// measure sets everything else of p from its runs, of which there is one at
// the least.
func (p *Passage) measure(a, b Text) {
	first, last := p.Runs[0], p.Runs[len(p.Runs)-1]
	p.A, p.B = Range{first.A, last.A + last.N}, Range{first.B, last.B + last.N}
	p.Matched = 0
	worth, paired := 0.0, 0
	for _, s := range p.Runs {
		for k := range s.N {
			if a.Words[s.A+k].Hash == b.Words[s.B+k].Hash {
				p.Matched++
			}
			worth += float64(match(a, b, int32(s.A+k), int32(s.B+k)))
		}
		paired += s.N
	}
	p.Score = worth - gap*float64(p.A.Len()+p.B.Len()-2*paired)
	p.Similarity = 2 * float64(p.Matched) / float64(p.A.Len()+p.B.Len())
	p.Kind = kind(*p)
}

// Cut returns the part of p whose words of the first text lie in r, measured
// anew, and reports whether there is any: no pair of words lies there if not.
func (p *Passage) Cut(a, b Text, r Range) (Passage, bool) {
	var out Passage
	for _, s := range p.Runs {
		from, to := max(s.A, r.Start), min(s.A+s.N, r.End)
		if from < to {
			out.Runs = append(out.Runs, Run{from, s.B + from - s.A, to - from})
		}
	}
	if len(out.Runs) == 0 {
		return Passage{}, false
	}
	out.measure(a, b)
	return out, true
}

// Mirror returns p with its sides exchanged.
func (p *Passage) Mirror() Passage {
	m := *p
	m.A, m.B = p.B, p.A
	m.Runs = make([]Run, len(p.Runs))
	for k, s := range p.Runs {
		m.Runs[k] = Run{s.B, s.A, s.N}
	}
	return m
}

// The least similarity of edited text. Below it, so little of the wording is
// left that the text is called reworded.
const editedMin = 0.6

func kind(p Passage) Kind {
	switch {
	case p.Matched == p.A.Len() && p.Matched == p.B.Len():
		return Copied
	case p.Similarity >= editedMin:
		return Edited
	}
	return Reworded
}

// A cover is the set of words of a that passages hold, as sorted ranges that
// do not touch.
type cover struct{ ranges []Range }

func (c *cover) add(start, end int32) {
	k, _ := slices.BinarySearchFunc(c.ranges, int(start), func(r Range, t int) int { return cmp.Compare(r.Start, t) })
	c.ranges = slices.Insert(c.ranges, k, Range{int(start), int(end)})
}

// room returns the free stretch around word i, which is free itself.
func (c *cover) room(i, n int32) (lo, hi int32) {
	k, _ := slices.BinarySearchFunc(c.ranges, int(i), func(r Range, t int) int { return cmp.Compare(r.Start, t) })
	lo, hi = 0, n
	if k > 0 {
		lo = int32(c.ranges[k-1].End)
	}
	if k < len(c.ranges) {
		hi = int32(c.ranges[k].Start)
	}
	return lo, hi
}

// free cuts from blocks, which are in order, the words already taken, and
// returns what is left as groups with nothing taken within them.
func (c *cover) free(blocks []seed, worth func(i, j int32) float32) [][]seed {
	if len(c.ranges) == 0 {
		return [][]seed{blocks}
	}
	var groups [][]seed
	var group []seed
	k, _ := slices.BinarySearchFunc(c.ranges, int(blocks[0].a), func(r Range, t int) int { return cmp.Compare(r.End, t+1) })
	flush := func() {
		if len(group) > 0 {
			groups, group = append(groups, group), nil
		}
	}
	for _, s := range blocks {
		for s.n > 0 {
			for k < len(c.ranges) && int32(c.ranges[k].End) <= s.a {
				k++
				flush()
			}
			n := s.n // words before the next range taken
			if k < len(c.ranges) {
				n = min(n, max(int32(c.ranges[k].Start)-s.a, 0))
			}
			if n > 0 {
				group = append(group, seed{s.a, s.b, n, worth(s.a, s.a+n)})
				s.a, s.b, s.n = s.a+n, s.b+n, s.n-n
				continue
			}
			skip := min(int32(c.ranges[k].End)-s.a, s.n)
			s.a, s.b, s.n = s.a+skip, s.b+skip, s.n-skip
		}
	}
	flush()
	return groups
}
