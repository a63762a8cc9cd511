package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// slowDisarm is disarm, byte by byte.
func slowDisarm(s string, separator Separator) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		if strings.IndexByte(splitting, s[i]) < 0 && (s[i] != ',' || separator == Comma) {
			continue
		}
		if rest := strings.TrimLeft(s[i+1:], " \""); rest != "" && rest[0] != '\t' && rest[0] != '\r' && runs(rest) {
			b.WriteByte('\'')
		}
	}
	return b.String()
}

func TestDisarmIsWhatItIsByteByByte(t *testing.T) {
	pieces := []string{",", ";", "\t", "|", "\n", "\r", " ", "\"", "=", "+1", "-", "@", "＝", "é", "“", "a", "words of a cell"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "cell"), "")
		for _, separator := range []Separator{Comma, Semicolon, Tab} {
			require.Equal(t, slowDisarm(s, separator), disarm(s, separator), "%q", s)
		}
	})
}
