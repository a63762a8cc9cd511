package main

// A decision is one pair that a threshold alone decides.
type decision struct {
	content float64
	same    bool
	a, b    int // families of its ends
}

func (d decision) touches(family int) bool { return d.a == family || d.b == family }

// decisions returns what a threshold decides: of credited, every pair that a
// credit ties; of the others, the best match of each article that credits
// nobody, among the pairs that no credit ties, once even if each is the
// other's best.
func (c *corpus) decisions(threshold int) []decision {
	var list []int // of pairs
	best := map[uint32]int{}
	for k := range c.pairs {
		p := &c.pairs[k]
		s := &p.signs
		switch {
		case p.text || !p.proposed || s.Distance || s.Shared < c.now.shared:
		case s.Credited():
			if threshold == credited && s.Cosine >= c.now.cosine {
				list = append(list, k)
			}
		case threshold != credited && s.Guessed == (threshold == guessed):
			for _, end := range [...]struct {
				n      uint32
				silent bool
			}{{p.a, s.SilentA}, {p.b, s.SilentB}} {
				if old, ok := best[end.n]; end.silent && (!ok || c.now.content(s) > c.now.content(&c.pairs[old].signs)) {
					best[end.n] = k
				}
			}
		}
	}
	chosen := map[int]bool{}
	for _, k := range best {
		chosen[k] = true
	}
	for k := range c.pairs {
		if chosen[k] {
			list = append(list, k)
		}
	}
	out := make([]decision, 0, len(list))
	for _, k := range list {
		p := &c.pairs[k]
		out = append(out, decision{c.now.content(&p.signs), p.same, c.pieces[p.a].family, c.pieces[p.b].family})
	}
	return out
}

// decide counts what a threshold, in hundredths, gets right of some decisions.
func decide(list []decision, threshold int, of func(decision) bool) (n count) {
	for _, d := range list {
		if !of(d) {
			continue
		}
		switch joined := d.content >= float64(threshold)/100; {
		case d.same && joined:
			n.right++
		case joined:
			n.wrong++
		case d.same:
			n.missed++
		}
	}
	return n
}

// fitDecisions returns the longest run of thresholds of the greatest F1, the
// family left out aside (-1: none is).
func fitDecisions(list []decision, out int) (low, high int) {
	return longest(func(v int) float64 {
		return decide(list, v, func(d decision) bool { return out < 0 || !d.touches(out) }).f1()
	})
}

// heldDecisions returns the F1 of all families, each by what was fitted without it.
func heldDecisions(list []decision, families int) float64 {
	var all count
	for k := range families {
		low, high := fitDecisions(list, k)
		all.add(decide(list, low+(high-low)/2, func(d decision) bool { return d.touches(k) }))
	}
	return all.f1()
}

// longest returns the longest run of thresholds at which f is greatest, the
// first of runs as long.
func longest(f func(threshold int) float64) (low, high int) {
	best, run := -1.0, 0
	for v := leastThreshold; v <= mostThreshold; v++ {
		switch x := f(v); {
		case x > best:
			best, low, high, run = x, v, v, 1
		case x == best:
			run++
			if run > high-low+1 {
				low, high = v-run+1, v
			}
		default:
			run = 0
		}
	}
	return low, high
}
