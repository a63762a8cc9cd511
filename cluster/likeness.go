package cluster

import "math"

// Likeness is what two articles' words have in common, wherever they stand.
type Likeness struct {
	Cosine  float64 // of rarity-weighted content words, 0 to 1
	Details float64 // cosine of the sets of names and numbers, 0 to 1
	Shared  int     // how many names and numbers both have
	Numbers int     // how many numbers both have outside quotations
	Figures float64 // how rare these are in news at large, in nats together
}

// Compare measures how alike the contents of a and b are. It is symmetric.
// Time is linear in the number of distinct words of a.
func Compare(a, b *Side) Likeness {
	a.compare()
	b.compare()
	var l Likeness
	dot := 0.0
	detailA, detailB := a.details, b.details
	for _, k := range a.telling {
		x := a.weights[k]
		in := b.Prose.Find(a.Prose.Stem(int(k)))
		if in < 0 {
			continue
		}
		if f := min(a.figures[k], b.figures[in]); f > 0 {
			l.Numbers++
			l.Figures += float64(f)
		}
		if x == 0 || b.weights[in] == 0 {
			continue
		}
		y := b.weights[in]
		if x < 0 || y < 0 { // a detail in one text is one in the other
			l.Shared++
			if x > 0 {
				detailA++
			}
			if y > 0 {
				detailB++
			}
		}
		dot += math.Abs(float64(x) * float64(y))
	}
	if a.norm > 0 && b.norm > 0 {
		l.Cosine = dot / (a.norm * b.norm)
	}
	if l.Shared > 0 {
		l.Details = float64(l.Shared) / math.Sqrt(float64(detailA)*float64(detailB))
	}
	return l
}
