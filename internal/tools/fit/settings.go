package main

import (
	"math"

	"wiretrace/cluster"
)

// Settings are what is fitted: the thresholds of package cluster, each by the
// name it has there, and the weights of its signs.
type settings struct {
	credited, uncredited, guessed float64
	details, retold               float64
	// The others stay as they are.
	cosine float64 // creditedCosine
	shared int     // leastDetails
	full   float64 // retoldFull
}

// standing finds out the settings that package cluster has, by asking it about
// signs made up for the purpose: so there is no copy of them to keep up.
func standing() settings {
	const many = 1 << 20
	content := func(l cluster.Likeness, retold float64) float64 {
		s := cluster.Signs{Likeness: l, Retold: retold}
		return s.Content()
	}
	s := settings{details: content(cluster.Likeness{Details: 1}, 0), retold: content(cluster.Likeness{}, many)}
	if one := content(cluster.Likeness{}, 1); one > 0 {
		s.full = round(s.retold / one)
	}
	for !(&cluster.Signs{Likeness: cluster.Likeness{Cosine: 2, Details: 2, Shared: s.shared}}).Rewrite() && s.shared < many {
		s.shared++
	}
	least := func(of func(x float64) cluster.Signs) float64 {
		low, high := 0.0, 2.0
		for range 40 {
			middle := (low + high) / 2
			if signs := of(middle); signs.Rewrite() {
				high = middle
			} else {
				low = middle
			}
		}
		return round(high)
	}
	s.credited = least(func(x float64) cluster.Signs {
		return cluster.Signs{Likeness: cluster.Likeness{Cosine: x, Shared: many}, Common: "x"}
	})
	s.cosine = least(func(x float64) cluster.Signs {
		return cluster.Signs{Likeness: cluster.Likeness{Cosine: x, Details: 9, Shared: many}, Common: "x"}
	})
	s.uncredited = least(func(x float64) cluster.Signs {
		return cluster.Signs{Likeness: cluster.Likeness{Cosine: x, Shared: many}}
	})
	s.guessed = least(func(x float64) cluster.Signs {
		return cluster.Signs{Likeness: cluster.Likeness{Cosine: x, Shared: many}, Guessed: true}
	})
	return s
}

// round takes away what arithmetic has added after the fourth digit.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// content is Signs.Content by these weights.
func (s *settings) content(x *cluster.Signs) float64 {
	sum := x.Cosine + s.details*x.Details
	if s.full > 0 {
		sum += s.retold * min(x.Retold, s.full) / s.full
	}
	return sum
}

// rewrite is Signs.Rewrite by these thresholds and weights.
func (s *settings) rewrite(x *cluster.Signs) bool {
	switch {
	case x.Distance || x.Shared < s.shared:
		return false
	case x.Credited():
		return s.content(x) >= s.credited && x.Cosine >= s.cosine
	case x.Guessed:
		return s.content(x) >= s.guessed
	}
	return s.content(x) >= s.uncredited
}
