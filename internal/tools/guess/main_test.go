package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "de.txt")
	lines := "# German\n-\tDie Brücke wurde am Mittag gesperrt.\nDer Bürgermeister ist nicht da.\nThe mayor closed the bridge at noon.\n"
	require.NoError(t, os.WriteFile(path, []byte(lines), 0o600))
	var b strings.Builder
	require.NoError(t, run(&b, []string{path}))
	require.Equal(t, "language sentences   one  five  else\nde               3  0.67  1.00  en 1\n", b.String())

	require.EqualError(t, run(&b, nil), "no file given (CODE.txt, a sentence a line)")
	require.ErrorIs(t, run(&b, []string{path + ".gone"}), os.ErrNotExist)
}
