package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Whatever the order of couples, articles hang together as a search along them finds.
func TestForest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.OneOf(rapid.Uint32Range(0, 30), rapid.Uint32Range(forestBlock-5, forestBlock+5), rapid.Uint32Range(9*forestBlock, 9*forestBlock+9))
		couples := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Couple { return Couple{number.Draw(t, "a"), number.Draw(t, "b")} })).Draw(t, "couples")
		var f Forest
		want := map[uint32]uint32{} // of each article the first that is reached from it
		for _, c := range couples {
			f.Join(c.A, c.B)
			want[c.A], want[c.B] = c.A, c.B
		}
		for changed := true; changed; {
			changed = false
			for _, c := range couples {
				if least := min(want[c.A], want[c.B]); want[c.A] != least || want[c.B] != least {
					want[c.A], want[c.B], changed = least, least, true
				}
			}
		}
		got, last := map[uint32]uint32{}, -1
		require.NoError(t, f.Each(func(n, first uint32) error {
			require.Greater(t, int(n), last, "in order")
			last = int(n)
			got[n] = first
			return nil
		}))
		require.Equal(t, want, got)
	})
}
