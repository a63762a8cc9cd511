package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// An outlet of which no more than the host is known is named by the word that the host makes.
func TestHostWord(t *testing.T) {
	for name, want := range map[string]string{
		"cableline.example":     "Cableline",
		"www.cableline.example": "Cableline",
		"line.example":          "", // a word of any text
		"Cableline":             "",
		"The Elko Courier":      "",
		"":                      "",
	} {
		require.Equal(t, want, hostWord(name), name)
	}
}
