package layout

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/lang/word"
)

// slowUnspaced is isUnspaced without an end before the end.
func slowUnspaced(text string) bool {
	if len(text) < 200 {
		return false
	}
	unspaced, others := 0, 0
	for _, r := range text[:min(len(text), 3000)] {
		switch {
		case !unicode.IsLetter(r):
		case r >= utf8.RuneSelf && word.Unspaced(r):
			unspaced++
		default:
			others++
		}
	}
	return unspaced > others
}

// slowDashBefore is dashBefore over the whole paragraph.
func slowDashBefore(s string) int {
	k := max(strings.LastIndex(s, "—"), strings.LastIndex(s, "–"), strings.LastIndex(s, " - ")+1, strings.LastIndex(s, " -- ")+1)
	if strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "-- ") {
		k = max(k, 0)
	} else if k == 0 && !strings.HasPrefix(s, "—") && !strings.HasPrefix(s, "–") {
		return -1
	}
	if k >= 0 && len(s)-k > 70 {
		return -1
	}
	return k
}

func TestShortcutsAnswerAsTheLongWay(t *testing.T) {
	for r := rune(0); r < 0x800; r++ {
		require.False(t, word.Unspaced(r), "%q takes fewer than %d bytes", r, leastUnspaced)
	}
	pieces := []string{"a", "word ", " - ", " -- ", "- ", "-- ", "—", "–", "é", "漢字", "ภาษา", "1. ", strings.Repeat("x ", 30), strings.Repeat("漢字", 20), strings.Repeat("k", 69), strings.Repeat("the end. ", 200), strings.Repeat("言葉、", 200)}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 8).Draw(t, "text"), "")
		require.Equal(t, slowUnspaced(s), isUnspaced(s), "%q", s)
		require.Equal(t, slowDashBefore(s), dashBefore(s), "%q", s)
	})
}
