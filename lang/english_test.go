package lang

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// plainlyEnglish is isEnglish in the plain way.
func plainlyEnglish(s string) bool {
	words, common := 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		switch w {
		case "the", "The", "of", "and", "to", "that", "for", "was", "is", "with", "his", "it", "by", "from", "which", "have", "has", "this", "they":
			common++
		}
	}
	return words > 0 && common*8 >= words
}

func TestIsEnglish(t *testing.T) {
	require.True(t, isEnglish("The ferry stood on a sandbank for all of the day."))
	require.False(t, isEnglish("Prom Tolsta przez cały dzień stał na mieliźnie, a pasażerowie grali w karty."))
}

// Words are counted as the plain way does, whatever stands between them.
func TestIsEnglishAgreesWithThePlainWay(t *testing.T) {
	pieces := []string{
		"the", "The", "THE", "of", "o", "off", "which", "whichever", "internationally", "they", "het", "w\u00e9", "\u4e16\u754c",
		" ", " ", "  ", "\n", "\t", "\u00a0", "\u2003", "\u0085", "\u3000", "\x00", "\x1f", "\xff", "\xc2", "\u201c", ".", ",",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), "")
		require.Equal(t, plainlyEnglish(s), isEnglish(s))
	})
}

func BenchmarkIsEnglish(b *testing.B) {
	s := strings.Repeat("The ferry stood on a sandbank for most of that day, and its passengers sang. ", 13)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		isEnglish(s)
	}
}
