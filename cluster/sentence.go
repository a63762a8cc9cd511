package cluster

import (
	"slices"

	"wiretrace/align"
)

// An alignment ends where the wording parts, which may be anywhere in a
// sentence: a common word beside a copied sentence happens to be the same, or
// the last words of an edited sentence are others. A reader takes a sentence or
// leaves it.
const (
	strayWords  = 2   // of a sentence that goes on, as few at an end of a passage are chance
	finishWords = 12  // of an edited sentence, up to so many others at its beginning or end belong to it,
	finishShare = 0.4 // if as much of the sentence is paired on either side
)

// finish lets the copied and edited passages of p begin and end with sentences
// where they nearly do: it drops stray words at their ends and, if whole,
// completes edited sentences that are no quotations, on both sides, with words
// that no passage holds.
func (p *Pair) finish(a, b *Side, whole bool) {
	if len(p.Passages) == 0 {
		return
	}
	freeA, freeB := a.free(p, false), b.free(p, true)
	list := p.Passages
	p.Passages, p.OwnA, p.OwnB = make([]Shared, 0, len(list)), 0, 0
	for k := range list {
		found := list[k].Passage
		if found.Kind != align.Reworded {
			found = dropStray(a, b, found)
		}
		if whole && found.Kind == align.Edited && !list[k].Quoted {
			found = finishSentences(a, b, found, freeA, freeB)
		}
		p.add(a, b, found)
	}
}

// free reports for each word of s, the second side of p or the first, whether
// no passage holds it.
func (s *Side) free(p *Pair, second bool) []bool {
	out := make([]bool, len(s.Prose.Words))
	fill(out, true)
	for k := range p.Passages {
		r := p.Passages[k].A
		if second {
			r = p.Passages[k].B
		}
		fill(out[r.Start:r.End], false)
	}
	return out
}

// dropStray returns p without the stray words at its ends.
func dropStray(a, b *Side, p align.Passage) align.Passage {
	r := p.A
	if a.after(p.A.End) > 0 && b.after(p.B.End) > 0 {
		if n := a.since(p.A.End); max(n, b.since(p.B.End)) <= strayWords {
			r.End -= n
		}
	}
	if a.before(p.A.Start) > 0 && b.before(p.B.Start) > 0 {
		if n := a.until(p.A.Start); max(n, b.until(p.B.Start)) <= strayWords {
			r.Start += n
		}
	}
	if r == p.A || r.Len() <= 0 {
		return p
	}
	if cut, ok := p.Cut(&a.Prose, &b.Prose, r); ok {
		return cut
	}
	return p
}

// finishSentences returns p with the sentences at its ends completed, if it
// stays edited text. It marks the words that it takes.
func finishSentences(a, b *Side, p align.Passage, freeA, freeB []bool) align.Passage {
	most := func(rest, paired, words int) bool {
		return rest <= finishWords && float64(paired) >= finishShare*float64(words+rest)
	}
	take := func(moreA, moreB align.Range, longer align.Passage) {
		if slices.Contains(freeA[moreA.Start:moreA.End], false) || slices.Contains(freeB[moreB.Start:moreB.End], false) {
			return
		}
		if longer.Measure(&a.Prose, &b.Prose); longer.Kind == align.Edited {
			fill(freeA[moreA.Start:moreA.End], false)
			fill(freeB[moreB.Start:moreB.End], false)
			p = longer
		}
	}
	m, n := a.after(p.A.End), b.after(p.B.End)
	if m+n > 0 {
		wordsA, wordsB := a.since(p.A.End), b.since(p.B.End)
		pairedA, pairedB := paired(&p, align.Range{Start: p.A.End - wordsA, End: p.A.End}, align.Range{Start: p.B.End - wordsB, End: p.B.End})
		if most(m, pairedA, wordsA) && most(n, pairedB, wordsB) {
			longer := p
			longer.A.End, longer.B.End = p.A.End+m, p.B.End+n
			take(align.Range{Start: p.A.End, End: longer.A.End}, align.Range{Start: p.B.End, End: longer.B.End}, longer)
		}
	}
	m, n = a.before(p.A.Start), b.before(p.B.Start)
	if m+n > 0 {
		wordsA, wordsB := a.until(p.A.Start), b.until(p.B.Start)
		pairedA, pairedB := paired(&p, align.Range{Start: p.A.Start, End: p.A.Start + wordsA}, align.Range{Start: p.B.Start, End: p.B.Start + wordsB})
		if most(m, pairedA, wordsA) && most(n, pairedB, wordsB) {
			longer := p
			longer.A.Start, longer.B.Start = p.A.Start-m, p.B.Start-n
			take(align.Range{Start: longer.A.Start, End: p.A.Start}, align.Range{Start: longer.B.Start, End: p.B.Start}, longer)
		}
	}
	return p
}

// paired returns how many of the words in inA and in inB p pairs with another.
func paired(p *align.Passage, inA, inB align.Range) (a, b int) {
	within := func(start, n int, r align.Range) int { return max(0, min(start+n, r.End)-max(start, r.Start)) }
	for _, r := range p.Runs {
		a += within(r.A, r.N, inA)
		b += within(r.B, r.N, inB)
	}
	return a, b
}

// longSentence bounds how far the ends of a sentence are looked for, in words.
const longSentence = 100

// after returns how many words from word i on belong to the sentence of the
// word before it.
func (s *Side) after(i int) int {
	n := 0
	for n < longSentence && i+n < len(s.marks) && s.marks[i+n]&opens == 0 {
		n++
	}
	return n
}

// before returns how many words before word i belong to its sentence.
func (s *Side) before(i int) int {
	n := 0
	for n < longSentence && i-n > 0 && s.marks[i-n]&opens == 0 {
		n++
	}
	return n
}

// since returns how many words before word i belong to the sentence of the last
// of them.
func (s *Side) since(i int) int { return 1 + s.before(i-1) }

// until returns how many words from word i on belong to its sentence.
func (s *Side) until(i int) int { return 1 + s.after(i+1) }
