package digest

import (
	"fmt"
	"slices"

	"wiretrace/credit"
)

// mostCredits is how many credits of a text are kept, the first by their places. So
// many are no news, and each takes a few hundred bytes until it is told.
const mostCredits = 20_000

// Left says what of an article its digest leaves out, since there is so much of it.
type Left struct {
	Credits int // after the first mostCredits
	Quotes  int // after as many as package quote reads
}

// Reasons says so for problems.csv.
func (l Left) Reasons() (out []string) {
	if l.Credits > 0 {
		out = append(out, fmt.Sprintf("of its credits the first %d are told, and %d more are not", mostCredits, l.Credits))
	}
	if l.Quotes > 0 {
		out = append(out, fmt.Sprintf("%d more quotations are not read after so many", l.Quotes))
	}
	return out
}

// Left says what of the article digested last was left out.
func (m *Maker) Left() Left { return m.left }

// bounded returns the credits that are kept of some, and how many are not.
func bounded(credits []credit.Credit) (kept []credit.Credit, left int) {
	if len(credits) <= mostCredits {
		return credits, 0
	}
	return slices.Clone(credits[:mostCredits]), len(credits) - mostCredits
}
