package cluster

import "cmp"

// A Hint is a couple worth a look, and how many keys of each kind say so, 255
// at most.
type Hint struct {
	Couple
	Prints, Pairs, Stories uint8
}

// Merge adds what another hint at the same couple says.
func (h *Hint) Merge(o Hint) {
	h.Prints, h.Pairs, h.Stories = plus(h.Prints, o.Prints), plus(h.Pairs, o.Pairs), plus(h.Stories, o.Stories)
}

func plus(x, y uint8) uint8 { return uint8(min(int(x)+int(y), 255)) }

// Worth reports whether the keys say enough for the texts to be compared. One
// fingerprint in common is a turn of phrase. One pair of rare words, or a
// credited outlet with a name or two, is chance in nearly all cases, and is left
// to Singles.
func (h *Hint) Worth() bool {
	kinds := 0
	for _, n := range [...]uint8{h.Prints, h.Pairs, h.Stories} {
		kinds += int(min(n, 1))
	}
	return kinds > 1 || h.Prints >= 2 || h.Pairs >= 2 || h.Stories >= 3
}

// CompareHints orders hints by their couples.
func CompareHints(x, y Hint) int { return cmp.Compare(x.order(), y.order()) }

// order is less for a couple that comes before another.
func (c Couple) order() uint64 { return uint64(c.A)<<32 | uint64(c.B) }

// Singles admits at most singlesOfArticle weakly hinted couples per later article, so
// that a piece retold beyond recognition is found where there are few others that it
// could have come from. The couples of each later article come in order.
type Singles struct {
	First    uint32
	Admitted []uint8 // of each later article, from First on, how many
}

// singlesOfArticle is how many couples with a weak hint each article is
// compared in as the later one.
const singlesOfArticle = 1

// Admit reports whether a couple whose hint is not Worth it is compared all the
// same.
func (s *Singles) Admit(h *Hint) bool {
	n := &s.Admitted[h.B-s.First]
	if h.Prints > 0 || *n >= singlesOfArticle {
		return false
	}
	*n++
	return true
}
