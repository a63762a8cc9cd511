package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCount(t *testing.T) {
	var b strings.Builder
	require.NoError(t, count(&b, "../../testdata"))
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	require.Len(t, lines, 2+len(readers))
	require.Equal(t, "| wiretrace | 100.0 % | 85.7 % | 71.4 % | 100.0 % | 71.4 % |", lines[2])
	require.Error(t, count(&b, t.TempDir()))
}
