package claim

import "wiretrace/credit"

// begins notes credit k, which is c, as the first in running text for claim i.
func (r *reading) begins(i int, c *credit.Credit, k int) {
	x, t := &r.claims[i], &r.tallies[i]
	t.seen, t.first, t.firstEnd, t.cue, t.said = true, c.Start, c.End, c.Cue, k
	x.Signs[Late] = min(1, float64(max(0, r.lineOf(c)))/lateLines)
	r.dated(x, c)
	if x.Text == NoText {
		x.Credit = k
	}
}

// quote makes credit k, which is c in sentence at, the one that says most of claim i, if it says more
// than those before: of the lead those that say that the outlet was told or reported something say more
// than a plain name (on, in), and those of older reporting less.
func (r *reading) quote(i int, c *credit.Credit, k, at int) {
	x, t := &r.claims[i], &r.tallies[i]
	weight := plainly
	switch {
	case c.Background:
		weight = ofOld
	case r.vocabulary.told.In(c.Cue) || r.vocabulary.reports.In(c.Cue):
		weight = outright
	}
	if k == t.said {
		t.weight = weight
		return
	}
	if at < 0 || at >= early || weight <= t.weight {
		return
	}
	if x.Credit == t.said {
		x.Credit = k
	}
	t.said, t.weight = k, weight
}

// What the words of a credit say of the outlet's part, from the least on.
const (
	ofOld    = iota // of older reporting
	plainly         // only its name with a preposition
	outright        // that it reported something, or was told it
)
