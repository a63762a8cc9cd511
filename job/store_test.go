package job

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/spill"
)

// What was noted of capitals stays beside a digest that takes the place of another.
func TestStoreKeepsCapitals(t *testing.T) {
	s := &store{space: spill.NewSpace(1<<20, t.TempDir())}
	defer s.space.Close()
	d := &digest.Digest{Outlet: "Glen Orrin Lantern"}
	few, many := outlet.Capitals{3, 1, 2}, make(outlet.Capitals, math.MaxUint16+1)
	for _, c := range []outlet.Capitals{few, many, nil} {
		_, err := s.add(pack(d, "The text.", c))
		require.NoError(t, err)
	}
	check := func(place uint32, home string, want outlet.Capitals) {
		c, err := s.capitals(place, nil)
		require.NoError(t, err)
		require.Equal(t, want, c)
		require.NoError(t, s.open(place, func(a *storedArticle) error {
			got, text, err := a.article()
			require.NoError(t, err)
			require.Equal(t, home, got.Outlet)
			require.Equal(t, "The text.", text)
			return nil
		}))
	}
	check(0, d.Outlet, few)
	check(1, d.Outlet, outlet.Anything())
	check(2, d.Outlet, nil)
	require.NoError(t, s.credit(0, &digest.Digest{Outlet: "The Corran Spindle and More"}))
	check(0, "The Corran Spindle and More", few)
}
