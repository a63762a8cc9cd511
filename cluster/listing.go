package cluster

import "wiretrace/align"

// A listing is lines of a few words that come one after the other and most of which have a
// number: what goes into a dish, what is on at the cinema, who won. Whoever writes of the
// same thing has the same lines, from no report.
const (
	listLines   = 3   // at least
	listWords   = 10  // of a line, at most
	listFigured = 0.6 // of the lines, those with a number
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
		for i := l.from; i < to; i++ {
			s.marks[i] |= listed
		}
	}
	l.lines, l.figured = 0, 0
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
