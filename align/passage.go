package align

import (
	"cmp"
	"math"
	"slices"
)

// passages turns chains into passages: the best chain first, each seed in one
// chain only, gaps filled and ends extended.
func (al *Aligner) passages(a, b *Text, o Options) []Passage {
	n := len(al.seeds)
	al.order = al.order[:0]
	for m, best := range al.best { // by worth, the greatest first; worths are not negative
		if al.promise[al.root[m]] >= o.least()/2 { // chains of other trees share no seed with these
			al.order = append(al.order, uint64(^math.Float32bits(best))<<32|uint64(m))
		}
	}
	slices.Sort(al.order)
	al.used = slices.Grow(al.used[:0], n)[:n]
	clear(al.used)

	var found []Passage
	al.taken.ranges = al.taken.ranges[:0]
	for _, end := range al.order {
		al.trace(int32(uint32(end)))
		if len(al.traced) == 0 || !al.worthwhile(&o) {
			continue
		}
		if len(al.stemA) == 0 { // which few pairs of texts come to need
			al.pairStems(a, b)
		}
		al.spare()
		for _, g := range al.groups {
			group := al.free[g.Start:g.End]
			lo, hi := al.taken.room(group[0].a, int32(len(a.Words)))
			al.blocks = al.blocks[:0]
			al.extendFront(a, b, group[0], lo)
			al.fill(a, b, group)
			al.extendEnd(a, b, hi)
			from := len(found)
			found = al.split(found, a, b, o)
			for _, p := range found[from:] {
				al.taken.add(int32(p.A.Start), int32(p.A.End))
			}
		}
	}
	slices.SortFunc(found, func(x, y Passage) int {
		return cmp.Or(cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start))
	})
	return found
}

// trace sets al.traced to the seeds not used yet of the chain that ends with
// seed m, in order.
func (al *Aligner) trace(m int32) {
	al.traced = al.traced[:0]
	for ; m >= 0 && !al.used[m]; m = al.prev[m] {
		al.used[m] = true
		al.traced = append(al.traced, al.seeds[m])
	}
	slices.Reverse(al.traced)
}

// worthwhile untangles the chain at hand and reports whether it is worth half
// of what a passage must be.
func (al *Aligner) worthwhile(o *Options) bool {
	worth := al.untangle()
	if o.Low == nil || worth >= o.MinScore/2 || worth < o.LowScore/2 {
		return worth >= o.least()/2
	}
	return slices.ContainsFunc(al.traced, func(s seed) bool { return o.Low(int(s.a), int(s.b)) })
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

// split cuts the chain where too many words in a row have no partner, drops
// what is too little, measures the rest and appends it to found.
func (al *Aligner) split(found []Passage, a, b *Text, o Options) []Passage {
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
			found = append(found, p)
		}
		from = to
	}
	return found
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
func measure(a, b *Text, blocks []seed, o Options) (Passage, bool) {
	words := 0
	most := float32(0)
	for _, s := range blocks {
		words += int(s.n)
		most += s.worth + 0.1*float32(s.n)
	}
	// Most candidates are too little by far, and are told so at no cost.
	if words < max(o.MinWords, 1) || most < o.least()-0.01 {
		return Passage{}, false
	}
	p := Passage{Runs: make([]Run, 0, len(blocks))}
	for _, s := range blocks {
		p.Runs = append(p.Runs, Run{int(s.a), int(s.b), int(s.n)})
	}
	p.measure(a, b)
	return p, p.enough(&o)
}

// enough reports whether p is as much as o asks for.
func (p *Passage) enough(o *Options) bool {
	return p.Matched >= o.MinWords && p.Score >= float64(o.least()) && p.Similarity >= o.MinAlike
}

// measure sets everything else of p from its runs, of which there is one at
// the least.
func (p *Passage) measure(a, b *Text) {
	p.span()
	p.Measure(a, b)
}

// span sets A and B of p from its runs.
func (p *Passage) span() {
	first, last := p.Runs[0], p.Runs[len(p.Runs)-1]
	p.A, p.B = Range{first.A, last.A + last.N}, Range{first.B, last.B + last.N}
}

// Measure sets what depends on the words of a part whose place is known.
func (p *Passage) Measure(a, b *Text) {
	p.Matched = 0
	worth, paired := 0.0, 0
	for _, s := range p.Runs {
		for k := range s.N {
			if a.Words[s.A+k].Hash == b.Words[s.B+k].Hash {
				p.Matched++
			}
			worth += float64(match(&a.Words[s.A+k], &b.Words[s.B+k]))
		}
		paired += s.N
	}
	p.Score = worth - gap*float64(p.A.Len()+p.B.Len()-2*paired)
	p.Similarity = 2 * float64(p.Matched) / float64(p.A.Len()+p.B.Len())
	p.Kind = kind(*p)
}

// Cut returns the part of p whose words of the first text lie in r, less what
// costs more than it brings at its new ends, measured anew. It reports whether
// there is any: no pair of words lies there if not.
func (p *Passage) Cut(a, b *Text, r Range) (Passage, bool) {
	out, ok := p.Part(r)
	if !ok {
		return Passage{}, false
	}
	blocks := make([]seed, 0, len(out.Runs))
	for _, s := range out.Runs {
		worth := float32(0)
		for k := range s.N {
			worth += match(&a.Words[s.A+k], &b.Words[s.B+k])
		}
		blocks = append(blocks, seed{int32(s.A), int32(s.B), int32(s.N), worth})
	}
	out.Runs = out.Runs[:0]
	for _, s := range trim(blocks) {
		out.Runs = append(out.Runs, Run{int(s.a), int(s.b), int(s.n)})
	}
	out.measure(a, b)
	return out, true
}

// Part does what Cut does, but neither drops nor measures anything: of what it
// returns only the runs, A and B are set.
func (p *Passage) Part(r Range) (Passage, bool) {
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
	out.span()
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

// spare sets al.free to what passages have left of the chain at hand, and
// al.groups to the parts of it with nothing taken within them.
func (al *Aligner) spare() {
	chain, taken := al.traced, al.taken.ranges
	al.free, al.groups = al.free[:0], al.groups[:0]
	last := chain[len(chain)-1]
	k, _ := slices.BinarySearchFunc(taken, int(chain[0].a), func(r Range, t int) int { return cmp.Compare(r.End, t+1) })
	if k == len(taken) || taken[k].Start >= int(last.a+last.n) {
		al.free = append(al.free, chain...)
		al.groups = append(al.groups, Range{0, len(chain)})
		return
	}
	from := 0
	flush := func() {
		if n := len(al.free); n > from {
			al.groups, from = append(al.groups, Range{from, n}), n
		}
	}
	for _, s := range chain {
		for s.n > 0 {
			for k < len(taken) && int32(taken[k].End) <= s.a {
				k++
				flush()
			}
			n := s.n // words before the next range taken
			if k < len(taken) {
				n = min(n, max(int32(taken[k].Start)-s.a, 0))
			}
			if n > 0 {
				al.free = append(al.free, seed{s.a, s.b, n, al.worth(s.a, s.a+n)})
			} else {
				n = min(int32(taken[k].End)-s.a, s.n)
			}
			s.a, s.b, s.n = s.a+n, s.b+n, s.n-n
		}
	}
	flush()
}
