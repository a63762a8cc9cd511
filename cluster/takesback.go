package cluster

// ownText is the part of the text that a piece has in common with another outlet's which an earlier
// piece of its own outlet must have at least, for the outlet to have it from there.
const ownText = 0.5

// ownPieces returns which of the choices of member i are pieces of its own outlet.
func (r *resolver) ownPieces(i int, choices []choice) (own []int) {
	house := r.members[i].Outlet
	for k := range choices {
		if house != "" && choices[k].outlet == house {
			own = append(own, choices[k].member)
		}
	}
	return own
}

// takesBack reports whether c, one of the choices of member i, is a piece of another outlet that has
// its text from an earlier one of own, pieces of i's outlet, with much of the same text: who prints its own
// words again, or adds to a page, has nothing from who copied them in between.
func (r *resolver) takesBack(i int, c *choice, own []int) bool {
	if len(own) == 0 || r.members[i].Outlet == c.outlet || c.credited || c.relation != Copy && c.relation != Partial {
		return false
	}
	share, _, _, _ := r.link(i, c.member)
	n := r.members[c.member].Digest
	for _, k := range own {
		before := r.members[k].Digest
		if !before.Meta.Published.Before(n.Meta.Published) && !clockBefore(before, n, clockGap) {
			continue
		}
		_, _, l, relation := r.link(k, c.member)
		if relation != Copy && relation != Partial || l != nil && !l.joins() {
			continue
		}
		if again, _, _, _ := r.link(i, k); again >= ownText*share {
			return true
		}
	}
	return false
}
