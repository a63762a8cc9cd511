package claim

import (
	"slices"

	"wiretrace/shingle"
)

// leastTold is the part of a title, by what its words weigh, that the lead has at least
// if the title tells what it is about: one that plays with words does not.
const leastTold = 0.1

// mostOfTitle is the part of a title that its rarest word weighs at most if the title tells what the news is:
// of one that hardly says more than what all is about, every sentence that names that has nearly all.
const mostOfTitle = 0.75

// weigh notes how rare the words of the title are. The first sentence is added to a title that rests on one
// word, and stands for one of which the lead has hardly a word, or that is missing.
func (r *reading) weigh(title []shingle.Word) {
	if len(title) > 0 {
		r.setTitle(title)
		if r.thinTitle() && len(r.lines) > 0 {
			r.setTitle(slices.Concat(title, r.lines[0].words))
		}
		told := map[uint64]bool{}
		sum := float32(0)
		for k := range r.lines[:min(leadLines, len(r.lines))] {
			for _, w := range r.lines[k].words {
				if x := r.title[w.Stem]; x > 0 && !told[w.Stem] {
					told[w.Stem] = true
					sum += x
				}
			}
		}
		if sum >= leastTold*r.titleSum {
			return
		}
	}
	if len(r.lines) > 0 {
		r.setTitle(r.lines[0].words)
	}
}

// thinTitle reports whether one word is nearly all that the title weighs.
func (r *reading) thinTitle() bool {
	most := float32(0)
	for _, weight := range r.title {
		most = max(most, weight)
	}
	return most > mostOfTitle*r.titleSum
}

// setTitle makes words the title.
func (r *reading) setTitle(words []shingle.Word) {
	r.title, r.titleSum = map[uint64]float32{}, 0
	for _, w := range words {
		if w.Class&shingle.Common == 0 && r.title[w.Stem] == 0 {
			r.title[w.Stem] = w.Weight
			r.titleSum += w.Weight
		}
	}
}
