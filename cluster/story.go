package cluster

import (
	"slices"
	"strings"

	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// A storyCredit is an outlet that an article names as the source of its story,
// not of some background.
type storyCredit struct {
	credit.Credit
	wire bool // a byline, dateline or credit line: the text itself is that outlet's
	main bool // credited early or more than once: the story is from there, and not a detail
}

// mainPart is the part of an article, from its beginning, in which one credit
// is enough to make its outlet a main source.
const mainPart = 0.4

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
		if c.Kind == outlet.Unknown {
			if c.Cue == credit.CueByline || c.Cue == credit.CueDateline {
				continue // unknown words there are as likely a person or a desk
			}
			c.Outlet = strings.TrimPrefix(c.Outlet, "The ") // as digests name their own outlet if it is unknown
		}
		if c.Kind == outlet.Platform || c.Background || c.Outlet == "" || c.Outlet == d.Outlet {
			continue
		}
		if wire || float64(c.Start) < storyPart*float64(last) {
			out = append(out, storyCredit{c, wire, wire || float64(c.Start) < mainPart*float64(last)})
		}
	}
	for i := range out {
		for j := range out {
			if i != j && out[i].Outlet == out[j].Outlet {
				out[i].main = true
			}
		}
	}
	return out
}

// credits reports whether one of list names outlet.
func credits(list []storyCredit, outlet string) bool {
	return slices.ContainsFunc(list, func(c storyCredit) bool {
		return outlet != "" && (c.Outlet == outlet || c.Via == outlet)
	})
}

// owes reports whether one of list names outlet as a main source.
func owes(list []storyCredit, outlet string) bool {
	return slices.ContainsFunc(list, func(c storyCredit) bool {
		return outlet != "" && c.main && (c.Outlet == outlet || c.Via == outlet)
	})
}

// creditTo returns the credit of list that says most of how the story came
// from outlet: a credit line, else one through another outlet, else one in
// words.
func creditTo(list []storyCredit, outlet string) (best storyCredit, ok bool) {
	if outlet == "" {
		return best, false
	}
	for _, c := range list {
		if c.Outlet == outlet && (!ok || c.wire && !best.wire || c.Via != "" && best.Via == "" && !best.wire) {
			best, ok = c, true
		}
	}
	return best, ok
}
