package report

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSymlink(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "latest")
	if err := os.Symlink("x", link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	require.NoError(t, os.Remove(link))
	for _, day := range []string{"2026-11-21", "2026-11-22", "2026-11-22"} {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, day), 0o777))
		require.NoError(t, Symlink(link, day))
		target, err := os.Readlink(link)
		require.NoError(t, err)
		require.Equal(t, day, target)
	}
	// One that a kill has left behind, and a link that leads nowhere.
	require.NoError(t, os.Symlink("gone", filepath.Join(dir, ".latest.wiretrace-new")))
	require.NoError(t, os.RemoveAll(filepath.Join(dir, "2026-11-22")))
	require.NoError(t, Symlink(link, "2026-11-21"))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2, "the folder of one day and the link")
}

func TestSymlinkReplacesLinksOnly(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "latest")
	require.NoError(t, os.Mkdir(link, 0o777))
	require.ErrorContains(t, Symlink(link, "2026-11-22"), "latest: not replaced, since it is no link")
	require.NoError(t, os.Remove(link))
	require.NoError(t, os.WriteFile(link, []byte("mine"), 0o666))
	require.ErrorContains(t, Symlink(link, "2026-11-22"), "no link")
	b, err := os.ReadFile(link)
	require.NoError(t, err)
	require.Equal(t, "mine", string(b))
	require.Error(t, Symlink(filepath.Join(dir, "nowhere", "latest"), "x"))
}
