package cluster

import (
	"wiretrace/align"
	"wiretrace/shingle"
)

// A listing is lines of a few words that come one after the other and most of which have a
// number: what goes into a dish, what is on at the cinema, who won. So is a paragraph of hardly
// anything but names and numbers: the scores of a match. So are more lines of hardly anything but
// names, and names one after the other within a sentence: who won, who plays. Whoever writes of the
// same thing has the same lines, from no report.
const (
	listLines   = 3   // at least
	listWords   = 10  // of a line, at most
	listFigured = 0.6 // of the lines, those with a number

	nameLines    = 5   // lines of names, at least
	nameOrdinary = 0.4 // of their words, those that are neither numbers nor have a capital, at most

	enumerated = 14 // words of names one after the other in a sentence, at least
	apartEvery = 3  // of these words, one in so many at least stands behind a comma or another mark

	scoreFigures  = 0.2  // of the words of a paragraph of scores, those that are numbers, at least
	scoreOrdinary = 0.45 // of these words, those that are neither numbers nor have a capital, at most
)

// A lister finds the listings of a prose, whose blocks it is told in order.
type lister struct {
	from           int // the first word of the lines at hand
	lines, figured int // how many there are, and with a number
}

// block is told that the next block of s is the words from, to the last one so far, which are words.
func (l *lister) block(s *Side, from int, words []shingle.Word) {
	to := len(s.Prose.Words)
	if to-from > listWords {
		l.end(s, from)
		if scores(s.marks[from:to]) {
			enlist(s.marks[from:to])
		} else if !s.caseless {
			enumerations(s.marks[from:to], words)
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
	figured := l.lines >= listLines && float64(l.figured) >= listFigured*float64(l.lines)
	switch {
	case figured:
		enlist(s.marks[l.from:to])
	case l.lines >= nameLines && !s.caseless && named(s.marks[l.from:to]):
		enroll(s.marks[l.from:to])
	}
	l.lines, l.figured = 0, 0
}

// named reports whether words, by their marks, are hardly anything but names.
func named(words []mark) bool {
	ordinaries := 0
	for _, m := range words {
		if m&ordinary != 0 {
			ordinaries++
		}
	}
	return float64(ordinaries) <= nameOrdinary*float64(len(words))
}

// enumerations marks the names of a paragraph that stand one after the other, by their marks and by what parts
// them: words of which no two in a row are ordinary and of which many stand behind a comma.
func enumerations(marks []mark, words []shingle.Word) {
	from, commas := 0, 0
	for i := 0; i <= len(marks); i++ {
		if i == len(marks) || marks[i]&ordinary != 0 && (i == 0 || marks[i-1]&ordinary != 0) {
			if n := i - from; n >= enumerated && commas*apartEvery >= n {
				enroll(marks[from:i])
			}
			from, commas = i+1, 0
			continue
		}
		if i > from && words[i].Start > words[i-1].End+1 {
			commas++
		}
	}
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

// enroll marks words as those of a roll of names.
func enroll(words []mark) {
	for i := range words {
		words[i] |= rolled
	}
}

// listedIn returns how many of the words that p pairs stand in what is marked as one of these in a or b, and not
// between quotation marks.
func listedIn(a, b *Side, p *align.Passage, these mark) (n int) {
	for _, r := range p.Runs {
		for k := range r.N {
			if m := a.marks[r.A+k] | b.marks[r.B+k]; m&these != 0 && m&quoted == 0 {
				n++
			}
		}
	}
	return n
}
