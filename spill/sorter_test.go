package spill

import (
	"cmp"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// A tally is a thing and how often it was seen.
type tally struct {
	thing uint32
	n     uint32
	pad   int // bytes, so that runs are of several blocks
}

func tallies(merge bool) Form[tally] {
	f := Form[tally]{
		Compare: func(x, y tally) int { return cmp.Compare(x.thing, y.thing) },
		Encode: func(b []byte, x tally) []byte {
			b = binary.LittleEndian.AppendUint32(b, x.thing)
			b = binary.LittleEndian.AppendUint32(b, x.n)
			b = binary.LittleEndian.AppendUint32(b, uint32(x.pad))
			return append(b, make([]byte, x.pad)...)
		},
		Decode: func(b []byte) (tally, []byte) {
			x := tally{binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:]), int(binary.LittleEndian.Uint32(b[8:]))}
			return x, b[12+x.pad:]
		},
	}
	if merge {
		f.Merge = func(x *tally, y tally) { x.n += y.n }
	}
	return f
}

// Whatever fits in memory and however items are spread over sorters, all come
// back in order, equal ones as one where that is asked for.
func TestSorter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		merge := rapid.Bool().Draw(t, "merge")
		s := NewSpace(0, "")
		defer s.Close()
		most := rapid.IntRange(1, 40).Draw(t, "most")
		sorters := []*Sorter[tally]{NewSorter(s, most, tallies(merge)), NewSorter(s, most, tallies(merge))}
		count := map[uint32]uint32{}
		all := rapid.IntRange(0, 200).Draw(t, "items")
		for i := range all {
			x := tally{rapid.Uint32Range(0, 60).Draw(t, "thing"), 1, rapid.IntRange(0, blockFull/4).Draw(t, "pad")}
			count[x.thing]++
			require.NoError(t, sorters[i%2].Add(x))
		}
		require.NoError(t, sorters[0].Join(sorters[1]))
		length := sorters[0].Len()
		require.LessOrEqual(t, length, all)
		var got []tally
		require.NoError(t, sorters[0].Each(func(x tally) error {
			got = append(got, x)
			return nil
		}))
		require.Equal(t, length, sorters[0].Given())
		require.True(t, slices.IsSortedFunc(got, tallies(merge).Compare))
		if merge {
			require.Len(t, got, len(count))
		} else {
			require.Len(t, got, all)
		}
		for _, x := range got {
			require.LessOrEqual(t, x.n, count[x.thing])
			count[x.thing] -= x.n
		}
		for thing, left := range count {
			require.Zero(t, left, "%d", thing)
		}
	})
}

func TestSorterEndsWithTheFirstError(t *testing.T) {
	for _, merge := range []bool{false, true} {
		s := NewSorter(NewSpace(0, ""), 2, tallies(merge))
		for i := range uint32(7) {
			require.NoError(t, s.Add(tally{thing: i}))
		}
		calls := 0
		err := s.Each(func(x tally) error {
			if calls++; x.thing == 3 {
				return errBroken
			}
			return nil
		})
		require.ErrorIs(t, err, errBroken)
		require.Equal(t, 4, calls)
	}
}
