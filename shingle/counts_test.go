package shingle

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A text so long that its words are sorted rather than kept in a set is counted as
// others are.
func TestCountsOfAHugeText(t *testing.T) {
	const distinct = manyWords/2 + 1
	var list []Word
	for k := range 3 * distinct {
		list = append(list, Word{Hash: uint64(k%distinct) << 32})
	}
	background := Background("en")
	huge, parts := NewCounts(background), NewCounts(background)
	huge.Add(list)
	parts.Add(list[:distinct])
	require.Equal(t, parts.Encode(nil), huge.Encode(nil))
}
