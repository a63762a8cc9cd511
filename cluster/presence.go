package cluster

// A Presence says when outlets have pieces in hand. Dates are widened to whole days, so
// that there are few of them.
type Presence map[string]map[Dates]bool

// Add notes a piece of an outlet.
func (p Presence) Add(outlet string, d Dates) {
	if p[outlet] == nil {
		p[outlet] = map[Dates]bool{}
	}
	p[outlet][d.WholeDays()] = true
}

// Near reports whether an article of d may retell a piece of the outlet by their days, or
// no piece of it is in hand.
func (p Presence) Near(outlet string, d Dates) bool {
	d = d.WholeDays()
	for e := range p[outlet] {
		if d.MayRetell(e) {
			return true
		}
	}
	return len(p[outlet]) == 0
}

// WholeDays returns the whole days of UTC that d touches.
func (d Dates) WholeDays() Dates {
	const day = 24 * 60 * 60
	down := func(t int64) int64 { return t - (t%day+day)%day }
	return Dates{down(d.From), down(d.To + day - 1)}
}
