package job

import (
	"encoding/binary"

	"wiretrace/cluster"
	"wiretrace/spill"
)

// newHints returns what collects hints in any order, of which at most so many
// are in memory, and gives each couple out once, in order.
func newHints(s *spill.Space, most int) *spill.Sorter[cluster.Hint] {
	return spill.NewSorter(s, most, spill.Form[cluster.Hint]{
		Compare: cluster.CompareHints,
		Merge:   (*cluster.Hint).Merge,
		Encode: func(b []byte, x cluster.Hint) []byte {
			b = binary.LittleEndian.AppendUint32(b, x.A)
			b = binary.LittleEndian.AppendUint32(b, x.B)
			return append(b, x.Prints, x.Pairs, x.Stories)
		},
		Decode: func(b []byte) (cluster.Hint, []byte) {
			return cluster.Hint{
				Couple: cluster.Couple{A: binary.LittleEndian.Uint32(b), B: binary.LittleEndian.Uint32(b[4:])},
				Prints: b[8], Pairs: b[9], Stories: b[10],
			}, b[11:]
		},
	})
}
