package shingle

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestFoldOfEveryCharacter checks that folding leaves something of every letter
// and digit, that begins as a word does, and changes nothing the second time.
func TestFoldOfEveryCharacter(t *testing.T) {
	if testing.Short() {
		t.Skip("looks at a million characters")
	}
	for r := range rune(unicode.MaxRune) {
		switch k := classify(r); k {
		case letter, digit, wide:
			folded := foldRune(nil, r)
			first, _ := utf8.DecodeRune(folded)
			require.Contains(t, []kind{letter, digit, wide}, classify(first), "%U folded to %q", r, folded)
			var again []byte
			for _, f := range string(folded) {
				again = foldRune(again, f)
			}
			require.Equal(t, string(folded), string(again), "%U", r)
			if k == digit {
				require.Len(t, folded, 1)
			}
		}
		if r < tabled && classify(r) == letter {
			require.LessOrEqual(t, len(foldRune(nil, r)), len(char{}.fold), "%U", r)
		}
	}
}

func TestDecimalDigitsOfAllScripts(t *testing.T) {
	for _, digits := range []string{"0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡"} {
		require.Equal(t, "0123456789", folded(digits))
	}
}
