package reader

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDocument holds what users are told against what is read.
func TestDocument(t *testing.T) {
	b, err := os.ReadFile("../../doc/input.md")
	require.NoError(t, err)
	fields := map[string]field{
		"text": textField, "title": titleField, "byline": bylineField, "outlet": outletField, "url": urlField,
		"published": dateField, "language": languageField, "id": idField, "where it came from": signalField,
	}
	seen := 0
	for line := range strings.SplitSeq(string(b), "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		switch f, known := fields[cells[0]]; {
		case known && len(cells) == 2:
			delete(fields, cells[0])
			last := uint8(0)
			for group := range strings.SplitSeq(cells[1], "; ") {
				group, _, _ = strings.Cut(group, " (")
				for key := range strings.SplitSeq(group, ", ") {
					if key == "..." {
						continue
					}
					got, rank := fieldOf([]byte(key))
					require.Equal(t, f, got, key)
					require.GreaterOrEqual(t, rank, last, "%s stands in its order", key)
					last = rank
				}
			}
		case len(cells) == 4 && strings.HasPrefix(cells[1], "`."):
			for ending := range strings.FieldsSeq(strings.Trim(strings.Split(cells[1], "` and `")[0], "`")) {
				require.NotEmpty(t, claims(forms(), ending), ending)
				seen++
			}
		}
	}
	require.Empty(t, fields)
	require.Greater(t, seen, 25)
}
