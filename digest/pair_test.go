package digest

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestRarestAreThoseOfTheWholeOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		few := rapid.Uint64Range(0, 40)
		if rapid.Bool().Draw(t, "many keys") {
			few = rapid.Uint64()
		}
		pairs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) pair {
			return pair{few.Draw(t, "key"), float32(rapid.IntRange(10, 22).Draw(t, "worth"))}
		}), 0, 300).Draw(t, "pairs")
		n := rapid.IntRange(1, 80).Draw(t, "n")

		sorted := slices.Clone(pairs)
		slices.SortFunc(sorted, comparePairs)
		var want []uint64
		for _, p := range sorted {
			if len(want) < n && !slices.Contains(want, p.key) {
				want = append(want, p.key)
			}
		}
		m := &Maker{pairs: pairs}
		require.Equal(t, want, append([]uint64(nil), m.rarest(nil, n)...))
	})
}

func TestKeysAreSortedAndDistinct(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.Uint64()
		if rapid.Bool().Draw(t, "crowded") { // all in one bucket
			keys = rapid.Uint64Range(0, 50)
		}
		list := rapid.SliceOfN(keys, 1, 1200).Draw(t, "keys")
		want := slices.Clone(list)
		slices.Sort(want)
		require.Equal(t, slices.Compact(want), new(Maker).distinct(list))
	})
}
