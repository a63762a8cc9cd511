package shingle

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKoreanParticlesAreNoPartOfStems(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"등대의", "등대는"},
		{"등대에서", "등대"},
		{"감자밭을", "감자밭만"},
		{"27권이나", "27권"},
		{"박솔비씨는", "박솔비씨가"},
	} {
		require.Equal(t, stemOf(c.a), stemOf(c.b), "%s %s", c.a, c.b)
	}
	for _, c := range []struct{ a, b string }{
		{"회의", "회"}, // too little would be left
		{"등대의", "등불의"},
		{"27권이나", "28권이나"},
		{"маяка", "маяк"}, // of other scripts nothing is taken off
	} {
		require.NotEqual(t, stemOf(c.a), stemOf(c.b), "%s %s", c.a, c.b)
	}
}
