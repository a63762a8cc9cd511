package cluster

import (
	"wiretrace/credit"
	"wiretrace/digest"
)

// A storyCredit is an outlet that an article names as the source of its story,
// not of some background.
type storyCredit struct {
	credit.Credit
	wire bool // a byline, dateline or credit line: the text itself is that outlet's
}

// storyPart is the part of an article, from its beginning, in which the credit
// for the story stands. Credits further down are for background, but for the
// lines at the foot.
const storyPart = 0.6

// storyCredits returns the credits of d that may name where its story comes
// from, in order of the text.
func storyCredits(d *digest.Digest) []storyCredit {
	last := 0
	if n := len(d.Layout.Blocks); n > 0 {
		last = d.Layout.Blocks[n-1].End
	}
	var out []storyCredit
	for _, c := range d.Credits {
		wire := c.Cue == credit.CueByline || c.Cue == credit.CueDateline || c.Cue == credit.CueCreditLine
		if c.Kind == credit.Platform || c.Background || c.Outlet == "" || c.Outlet == d.Outlet {
			continue
		}
		if wire || float64(c.Start) < storyPart*float64(last) {
			out = append(out, storyCredit{c, wire})
		}
	}
	return out
}

// credits reports whether one of list names outlet.
func credits(list []storyCredit, outlet string) bool {
	if outlet == "" {
		return false
	}
	for _, c := range list {
		if c.Outlet == outlet || c.Via == outlet {
			return true
		}
	}
	return false
}
