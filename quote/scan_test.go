package quote

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestNoMarkIsPassedOver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("ab #&%\"'`<“”«»＂é。\n\x01")), 0, 40, -1).Draw(t, "text")
		i := rapid.IntRange(0, len(s)).Draw(t, "from")
		want := i
		for want < len(s) && !marking[s[want]] {
			want++
		}
		require.Equal(t, want, nextMarking(s, i), "%q from %d", s, i)
	})
}
