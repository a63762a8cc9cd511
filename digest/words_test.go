package digest

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRoughWords(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "The harbour stays open.": 4, "a,b;c": 3, "港口保持": 4, "élan vital": 2, "...": 0,
	} {
		require.Equal(t, want, RoughWords(text), text)
	}
}
