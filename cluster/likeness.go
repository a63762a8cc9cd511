package cluster

import "math"

// Likeness is what two articles' words have in common, wherever they stand.
type Likeness struct {
	Cosine  float64 // of rarity-weighted content words, 0 to 1
	Details float64 // cosine of the sets of names and numbers, 0 to 1
	Shared  int     // how many names and numbers both have
}

// Compare measures how alike the contents of a and b are. It is symmetric.
// Time is linear in the number of their distinct words.
func Compare(a, b *Side) Likeness {
	var dot float64
	var l Likeness
	var detailA, detailB, both float64
	i, j := 0, 0
	for i < len(a.vector) || j < len(b.vector) {
		switch {
		case j == len(b.vector) || i < len(a.vector) && a.vector[i].stem < b.vector[j].stem:
			if a.vector[i].detail {
				detailA++
			}
			i++
		case i == len(a.vector) || b.vector[j].stem < a.vector[i].stem:
			if b.vector[j].detail {
				detailB++
			}
			j++
		default:
			x, y := a.vector[i], b.vector[j]
			dot += float64(x.weight) * float64(y.weight)
			if x.detail || y.detail {
				detailA, detailB, both = detailA+1, detailB+1, both+1
				l.Shared++
			}
			i, j = i+1, j+1
		}
	}
	if a.norm > 0 && b.norm > 0 {
		l.Cosine = dot / (a.norm * b.norm)
	}
	if both > 0 {
		l.Details = both / math.Sqrt(detailA*detailB)
	}
	return l
}

// Resemblance returns the Jaccard similarity of two articles' word shingles
// and how much of the smaller set the other contains (Broder, 1997), both 0
// to 1. Two articles without words resemble each other in nothing.
func Resemblance(a, b *Side) (jaccard, containment float64) {
	x, y := a.Shingles(), b.Shingles()
	both := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case y[j] < x[i]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	if both == 0 {
		return 0, 0
	}
	return float64(both) / float64(len(x)+len(y)-both), float64(both) / float64(min(len(x), len(y)))
}
