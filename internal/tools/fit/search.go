package main

import (
	"math"
	"slices"
)

// What is tried: thresholds from least to most in hundredths, and weights.
const (
	leastThreshold = 1
	mostThreshold  = 120
)

var (
	detailWeights = []float64{0, 0.25, 0.5, 0.75, 1}
	retoldWeights = []float64{0, 0.1, 0.2, 0.3}
)

// The thresholds that are fitted, in order.
const (
	credited = iota
	uncredited
	guessed
	thresholds
)

var thresholdNames = [thresholds]string{"creditedMin", "uncreditedMin", "guessedMin"}

// A point is one value for each threshold, in hundredths.
type point [thresholds]int

// A search tries settings and remembers how they joined.
type search struct {
	corpus *corpus
	tried  map[settings]*result
}

func newSearch(c *corpus) *search { return &search{c, map[settings]*result{}} }

func (s *search) join(set settings) *result {
	if s.tried[set] == nil {
		s.tried[set] = s.corpus.join(&set)
	}
	return s.tried[set]
}

// at returns set with the thresholds of p.
func (p point) at(set settings) settings {
	set.credited, set.uncredited, set.guessed = float64(p[credited])/100, float64(p[uncredited])/100, float64(p[guessed])/100
	return set
}

func pointOf(set *settings) point {
	cents := func(x float64) int { return min(max(int(math.Round(100*x)), leastThreshold), mostThreshold) }
	return point{cents(set.credited), cents(set.uncredited), cents(set.guessed)}
}

// A fit is what was found to join best.
type fit struct {
	settings
	low, high point // the run of values, around each threshold, that does as well with the others as they are
	f1        float64
}

// thresholds finds the thresholds that join the pairs best that have no end in
// the family left out (-1: none is). One at a time is moved through all its
// values, the others held, until none moves any more; of values that do
// equally well it takes the middle of the longest run, so that nothing hangs on
// a single pair.
func (s *search) thresholds(set settings, out int) fit {
	f := fit{settings: set}
	p := pointOf(&set)
	for range 8 {
		before := p
		for t := range p {
			at := func(v int) settings {
				q := p
				q[t] = v
				return q.at(set)
			}
			low, high := longest(func(v int) float64 { return s.f1(at(v), out) })
			p[t] = low + (high-low)/2
			f.low[t], f.high[t], f.f1 = low, high, s.f1(at(p[t]), out)
		}
		if p == before {
			break
		}
	}
	f.settings = p.at(set)
	return f
}

func (s *search) f1(set settings, out int) float64 {
	r := s.join(set)
	if out < 0 {
		return r.all.f1()
	}
	left := r.without(out)
	return left.f1()
}

// weights finds the weights of details and of aligned sentences, and the
// thresholds that go with them, in the same way. What stands is kept unless
// others do better.
func (s *search) weights(set settings, out int) fit {
	best := s.thresholds(set, out)
	for _, d := range detailWeights {
		for _, r := range retoldWeights {
			tried := set
			tried.details, tried.retold = d, r
			if f := s.thresholds(tried, out); f.f1 > best.f1 {
				best = f
			}
		}
	}
	return best
}

// A fold is a fit without one family, and how it joins that family's pairs.
type fold struct {
	family int
	fit
	held count
}

// folds leaves each family out in turn.
func (s *search) folds(find func(set settings, out int) fit) (list []fold, all count) {
	for k := range s.corpus.families {
		f := fold{family: k, fit: find(s.corpus.now, k)}
		f.held = s.join(f.settings).family[k]
		list = append(list, f)
		all.add(f.held)
	}
	return slices.Clip(list), all
}
