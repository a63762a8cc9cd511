package job

import (
	"cmp"
	"encoding/binary"
	"slices"

	"wiretrace/cluster"
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

// hints collects what keys propose, in any order, and gives each couple out
// once, in order. It belongs to one goroutine.
type hints struct {
	sorter[hint]
	given int // of len, by each so far
}

// newHints returns hints of which at most so many are in memory.
func newHints(s *space, most int) *hints {
	return &hints{sorter: sorter[hint]{space: s, most: most, kind: sortable[hint]{
		compare: compareHints,
		encode: func(b []byte, x hint) []byte {
			b = binary.LittleEndian.AppendUint32(b, x.A)
			b = binary.LittleEndian.AppendUint32(b, x.B)
			return append(b, x.prints, x.pairs, x.stories)
		},
		decode: func(b []byte) (hint, []byte) {
			return hint{
				cluster.Couple{A: binary.LittleEndian.Uint32(b), B: binary.LittleEndian.Uint32(b[4:])},
				b[8], b[9], b[10],
			}, b[11:]
		},
	}}}
}

func (h *hints) add(x hint) error {
	if len(h.list) >= h.most {
		h.list = mergeHints(h.list)
		if len(h.list) > h.most/2 {
			if err := h.spill(); err != nil {
				return err
			}
		}
	}
	h.list = append(h.list, x)
	return nil
}

// mergeHints sorts a list and makes one hint of those of one couple.
func mergeHints(list []hint) []hint {
	slices.SortFunc(list, compareHints)
	out := list[:0]
	for _, x := range list {
		if n := len(out); n > 0 && out[n-1].Couple == x.Couple {
			out[n-1].merge(x)
		} else {
			out = append(out, x)
		}
	}
	return out
}

// join adds all of another's hints.
func (h *hints) join(o *hints) error {
	h.runs = append(h.runs, o.runs...)
	h.most += o.most
	o.list = mergeHints(o.list)
	for _, x := range o.list {
		if err := h.add(x); err != nil {
			return err
		}
	}
	o.list = nil
	return nil
}

// len returns how many hints there are, those of one couple in several runs
// counted as often.
func (h *hints) len() int {
	h.list = mergeHints(h.list)
	return h.sorter.len()
}

// each gives out all hints in order, those of one couple as one.
func (h *hints) each(use func(hint) error) error {
	var at hint
	some := false
	err := h.sorter.each(func(x hint) (err error) {
		if some && at.Couple == x.Couple {
			at.merge(x)
		} else {
			last, given := at, some
			at, some = x, true
			if given {
				err = use(last)
			}
		}
		h.given++
		return err
	})
	if err == nil && some {
		err = use(at)
	}
	return err
}
