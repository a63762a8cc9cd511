package cluster

import "wiretrace/align"

// A listing is lines of a few words that come one after the other and most of which have a
// number: what goes into a dish, what is on at the cinema, who won. So is a paragraph of hardly
// anything but names and numbers: the scores of a match. Whoever writes of the
// same thing has the same lines, from no report.
const (
	listLines   = 3   // at least
	listWords   = 10  // of a line, at most
	listFigured = 0.6 // of the lines, those with a number

	scoreFigures  = 0.2  // of the words of a paragraph of scores, those that are numbers, at least
	scoreOrdinary = 0.45 // of these words, those that are neither numbers nor have a capital, at most
)

// A lister finds the listings of a prose, whose blocks it is told in order.
type lister struct {
	from           int // the first word of the lines at hand
	lines, figured int // how many there are, and with a number
}

// block is told that the next block of s is the words from, to the last one so far.
func (l *lister) block(s *Side, from int) {
	to := len(s.Prose.Words)
	if to-from > listWords {
		l.end(s, from)
		if scores(s.marks[from:to]) {
			enlist(s.marks[from:to])
		}
		return
	}
	if l.lines == 0 {
		l.from = from
	}
	l.lines++
	for _, m := range s.marks[from:to] {
		if m&figure != 0 {
			l.figured++
			break
		}
	}
}

// end is told that the lines at hand, if there are any, end before word to.
func (l *lister) end(s *Side, to int) {
	if l.lines >= listLines && float64(l.figured) >= listFigured*float64(l.lines) {
		enlist(s.marks[l.from:to])
	}
	l.lines, l.figured = 0, 0
}

// scores reports whether the words of a paragraph, by their marks, are names and numbers.
func scores(words []mark) bool {
	figures, ordinaries := 0, 0
	for _, m := range words {
		switch {
		case m&figure != 0:
			figures++
		case m&ordinary != 0:
			ordinaries++
		}
	}
	n := float64(len(words))
	return float64(figures) >= scoreFigures*n && float64(ordinaries) <= scoreOrdinary*n
}

// enlist marks words as those of a listing.
func enlist(words []mark) {
	for i := range words {
		words[i] |= listed
	}
}

// listedIn returns how many of the words that p pairs stand in a listing of a or b, and not
// between quotation marks.
func listedIn(a, b *Side, p *align.Passage) (n int) {
	for _, r := range p.Runs {
		for k := range r.N {
			if m := a.marks[r.A+k] | b.marks[r.B+k]; m&listed != 0 && m&quoted == 0 {
				n++
			}
		}
	}
	return n
}
