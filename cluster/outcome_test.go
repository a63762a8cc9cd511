package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Two sites that run one text without a line may both have it from an agency.
func TestASiteKnownByItsAddressIsNoSureSource(t *testing.T) {
	for outlet, want := range map[string]Confidence{"wavecrest.example": Possible, "Tarn Valley Courier": Likely} {
		first := piece(0, outlet, day(2025, 3, 3))
		second := copyOf(0, piece(1, "Marrow Gazette", day(2025, 3, 6)))
		s := Resolve([]Member{first, second}, nil).Standings[1]
		require.Equal(t, Role(Copy), s.Role)
		require.Equal(t, want, s.Confidence)
	}
}
