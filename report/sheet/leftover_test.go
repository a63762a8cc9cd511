package sheet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

// What is left of a large workbook when a run is killed, files of excelize's
// too, is cleared away by the next run that writes a report beside it.
func TestWhatIsLeftOfAWorkbookIsClearedAway(t *testing.T) {
	parent := t.TempDir()
	w, err := report.Create(filepath.Join(parent, "one"), report.Options{Forms: []report.NewForm{New(0, false, "report.jsonl")}})
	require.NoError(t, err)
	long := strings.Repeat("balloon ", 1000)
	for range 4000 { // excelize holds 16 MiB of a sheet in memory
		require.NoError(t, w.Article(&report.Article{Title: long}))
	}
	half := filepath.Join(parent, ".one.wiretrace-new")
	require.Eventually(t, func() bool {
		drafts, err := filepath.Glob(filepath.Join(half, "excelize-*"))
		return err == nil && len(drafts) > 0
	}, 20*time.Second, 10*time.Millisecond)

	// As another report, since w is not killed.
	left := filepath.Join(parent, ".two.wiretrace-new")
	require.NoError(t, os.CopyFS(left, os.DirFS(half)))
	require.NoError(t, os.WriteFile(filepath.Join(parent, ".two.wiretrace-lock"), nil, 0o600))
	w.Abort()
	v, err := report.Create(filepath.Join(parent, "three"), report.Options{})
	require.NoError(t, err)
	require.NoDirExists(t, left)
	v.Abort()
}
