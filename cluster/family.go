package cluster

import "slices"

// Families assigns to each of n articles the representative of its family,
// the earliest of its copies, itself where it has none. A family is a star:
// each member was verified against the representative, so that a chain of
// small changes never joins two texts. Couples are in order; verify reports
// whether two articles are whole copies and is asked for each pair at most
// once, unless something panics: then lost is told which articles have no family.
func Families(n int, couples []Couple, verify func([]Couple) []bool, lost Lost) []uint32 {
	rep := make([]uint32, n)
	for i := range rep {
		rep[i] = uint32(i)
	}
	orApart(couples, func(c *Couple) Couple { return *c }, func(list []Couple) {
		for i, r := range families(n, Distinct(list), verify) {
			if r != uint32(i) {
				rep[i] = r
			}
		}
	}, lost)
	return rep
}

// families does what Families does, and may panic.
func families(n int, couples []Couple, verify func([]Couple) []bool) []uint32 {
	rep := make([]uint32, n)
	for i := range rep {
		rep[i] = uint32(i)
	}
	known := map[Couple]bool{}
	proposed := slices.Clone(couples)
	for len(couples) > 0 {
		ask := slices.DeleteFunc(slices.Clone(couples), func(c Couple) bool { _, asked := known[c]; return asked })
		for i, ok := range verify(ask) {
			known[ask[i]] = ok
		}
		var again []Couple
		for _, c := range couples {
			if !known[c] || rep[c.B] != c.B {
				continue
			}
			r := rep[c.A]
			if r == c.A {
				rep[c.B] = c.A
				continue
			}
			// A is itself a copy: B belongs with A's representative if it is a copy of that too.
			next := Couple{r, c.B}
			if ok, asked := known[next]; !asked {
				again = append(again, next)
			} else if ok {
				rep[c.B] = r
			}
		}
		// Whom a joined article represented must be compared with its new representative.
		for i, r := range rep {
			if rr := rep[r]; rr != r {
				rep[i] = uint32(i)
				again = append(again, Couple{min(rr, uint32(i)), max(rr, uint32(i))})
			}
		}
		couples = slices.DeleteFunc(Distinct(again), func(c Couple) bool {
			ok, asked := known[c]
			if asked && ok && rep[c.B] == c.B && rep[c.A] == c.A {
				rep[c.B] = c.A
			}
			return asked
		})
		if len(couples) == 0 { // copies that lost their representative may still be each other's
			couples = slices.DeleteFunc(slices.Clone(proposed), func(c Couple) bool {
				return !known[c] || rep[c.A] != c.A || rep[c.B] != c.B
			})
		}
	}
	return rep
}
