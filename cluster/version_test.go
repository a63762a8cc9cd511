package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLaterVersion(t *testing.T) {
	for _, test := range []struct {
		id, of string
		want   bool
	}{
		{"a.txt~2", "a.txt", true},
		{"a.txt~3", "a.txt~2", true},
		{"a.txt~10", "a.txt~9", true},
		{"a.txt", "a.txt~2", false},
		{"a.txt", "a.txt", false},
		{"a.txt~2", "b.txt", false},
		{"a~b", "a", false},
		{"a~1", "a", false},
		{"a~02", "a", false},
		{"a~+2", "a", false},
		{"~2", "", false},
		{"a~99999999999999999999", "a", false},
	} {
		require.Equal(t, test.want, LaterVersion(test.id, test.of), "%s of %s", test.id, test.of)
	}
}
