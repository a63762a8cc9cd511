package page

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// A clipped text is what its words say with one space between, up to a length.
func TestClippedTextsAreTheirWords(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "Ferry", "é", "日", "😀", "“", " ", "  ", "\n", "\t", "\u00a0", "\u3000", "\u00ad", "\u202e", "\x00", "\u0085", "\xff", "…"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "pieces"), "")
		most := rapid.IntRange(8, 40).Draw(t, "most")
		if len(s) > 8*most {
			t.Skip("the end of so long a text is not looked at")
		}
		words := []rune(strings.Join(strings.FieldsFunc(string([]rune(s)), func(r rune) bool {
			return dropped(r) || unicode.IsSpace(r)
		}), " "))
		got := clip(s, most)
		require.True(t, utf8.ValidString(got))
		if len(words) <= most {
			require.Equal(t, string(words), got)
			return
		}
		require.Equal(t, strings.TrimRight(string(words[:most]), " ")+"…", got)
	})
}
