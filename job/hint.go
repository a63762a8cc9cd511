package job

import (
	"cmp"
	"encoding/binary"

	"wiretrace/cluster"
	"wiretrace/spill"
)

// A hint is a couple worth a look, and how many keys of each kind say so, 255
// at most.
type hint struct {
	cluster.Couple
	prints, pairs, stories uint8
}

func (h *hint) merge(o hint) {
	h.prints, h.pairs, h.stories = plus(h.prints, o.prints), plus(h.pairs, o.pairs), plus(h.stories, o.stories)
}

// worth reports whether the keys say enough for the texts to be compared. One
// fingerprint in common is a turn of phrase. One pair of rare words, or a
// credited outlet with a name or two, is chance in nearly all cases, and is left
// to singles.
func (h *hint) worth() bool {
	kinds := 0
	for _, n := range [...]uint8{h.prints, h.pairs, h.stories} {
		kinds += int(min(n, 1))
	}
	return kinds > 1 || h.prints >= 2 || h.pairs >= 2 || h.stories >= 3
}

// singles lets of the couples with a weak hint as many through as an article
// may be worth, so that a piece retold beyond recognition is found where there
// are few others that it could have come from. Couples come in order.
type singles []uint8 // for each article, how many have been let through

// singlesOfArticle is how many couples with a weak hint each article is
// compared in as the later one.
const singlesOfArticle = 1

func (s singles) admit(h *hint) bool {
	if h.prints > 0 || s[h.B] >= singlesOfArticle {
		return false
	}
	s[h.B]++
	return true
}

func plus(x, y uint8) uint8 { return uint8(min(int(x)+int(y), 255)) }

func compareHints(x, y hint) int { return cmp.Compare(x.order(), y.order()) }

// order is less for a couple that comes before another.
func (h *hint) order() uint64 { return uint64(h.A)<<32 | uint64(h.B) }

// newHints returns what collects hints in any order, of which at most so many
// are in memory, and gives each couple out once, in order.
func newHints(s *spill.Space, most int) *spill.Sorter[hint] {
	return spill.NewSorter(s, most, spill.Form[hint]{
		Compare: compareHints,
		Merge:   (*hint).merge,
		Encode: func(b []byte, x hint) []byte {
			b = binary.LittleEndian.AppendUint32(b, x.A)
			b = binary.LittleEndian.AppendUint32(b, x.B)
			return append(b, x.prints, x.pairs, x.stories)
		},
		Decode: func(b []byte) (hint, []byte) {
			return hint{
				cluster.Couple{A: binary.LittleEndian.Uint32(b), B: binary.LittleEndian.Uint32(b[4:])},
				b[8], b[9], b[10],
			}, b[11:]
		},
	})
}
