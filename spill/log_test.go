package spill

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Each key comes back once, from its part, in the order in which it was added.
func TestLog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := NewSpace(0, "")
		defer s.Close()
		log := NewLog(s, uint8(rapid.IntRange(0, 3).Draw(t, "bits")))
		type key struct {
			key    uint64
			number uint32
		}
		var want []key
		for n := range uint32(rapid.IntRange(0, 40).Draw(t, "numbers")) {
			keys := rapid.SliceOfN(rapid.Uint64(), 0, 300).Draw(t, "keys")
			require.NoError(t, log.Add(n, keys))
			for _, k := range keys {
				if k != 0 {
					want = append(want, key{k, n})
				}
			}
		}
		require.Equal(t, len(want), log.Len())
		var got []key
		for part := range log.Parts() {
			var list []key
			require.NoError(t, log.Each(part, func(k uint64, n uint32) {
				require.Equal(t, part, log.Part(k))
				require.Equal(t, part, log.Part(k^1), "the lowest bit plays no part")
				list = append(list, key{k, n})
			}))
			require.True(t, slices.IsSortedFunc(list, func(x, y key) int { return int(x.number) - int(y.number) }))
			got = append(got, list...)
		}
		slices.SortStableFunc(got, func(x, y key) int { return int(x.number) - int(y.number) })
		require.ElementsMatch(t, want, got)
	})
}
