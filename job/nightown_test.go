package job

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
)

// The archive may lie in the folder that is read.
func TestTheArchiveIsNotReadAsNews(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.txt"), []byte("The pier is closed until May, the council said on Monday."), 0o644))
	for range 2 {
		a, err := archive.Open(filepath.Join(dir, "news.db"), archive.Options{})
		require.NoError(t, err)
		_, summary := mustRun(t, Options{Paths: []string{dir}, Archive: a, Whole: true})
		require.NoError(t, a.Close())
		require.Zero(t, summary.Problems)
	}
}
