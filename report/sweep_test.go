package report

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhatWasLeftOfOtherReportsIsClearedAway(t *testing.T) {
	for _, c := range []struct {
		name   string
		before func(t *testing.T, other string)
		older  bool // the other report stands after it
	}{
		{"killed at work", killed, false},
		{"killed before it made anything", func(t *testing.T, other string) {
			touch(t, filepath.Dir(other), filepath.Base(beside(other, "lock")))
		}, false},
		{"killed before it wrote anything", func(t *testing.T, other string) {
			touch(t, filepath.Dir(other), filepath.Base(beside(other, "lock")))
			require.NoError(t, os.Mkdir(beside(other, "new"), 0o777))
		}, false},
		{"killed with forms half made", func(t *testing.T, other string) {
			killed(t, other)
			for _, name := range []string{IndexFile, "index-2.html", SheetFile, SheetFile + ".draft", "excelize-123456", ".new.csv-uncredited"} {
				touch(t, beside(other, "new"), name)
			}
			require.NoError(t, os.Mkdir(filepath.Join(beside(other, "new"), PagesDir), 0o777))
			touch(t, filepath.Join(beside(other, "new"), PagesDir), ".spool-1")
		}, false},
		{"killed while an older report stood", func(t *testing.T, other string) {
			write(t, other, "older")
			killed(t, other)
		}, true},
		{"killed between its renames", func(t *testing.T, other string) {
			write(t, other, "older")
			killed(t, other)
			require.NoError(t, os.Rename(other, beside(other, "old")))
		}, true},
		{"killed before it removed the older report", func(t *testing.T, other string) {
			write(t, other, "oldest")
			require.NoError(t, os.Rename(other, beside(other, "old")))
			write(t, filepath.Join(filepath.Dir(other), "x"), "older")
			require.NoError(t, os.Rename(filepath.Join(filepath.Dir(other), "x"), other))
			touch(t, filepath.Dir(other), filepath.Base(beside(other, "lock")))
		}, true},
		{"killed while it cleared away", func(t *testing.T, other string) {
			killed(t, other)
			require.NoError(t, os.Rename(beside(other, "new"), beside(other, "gone")))
			killed(t, other)
		}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			parent := t.TempDir()
			other, dir := filepath.Join(parent, "2026-11-21"), filepath.Join(parent, "2026-11-22")
			c.before(t, other)
			write(t, dir, "newest")
			holds(t, dir, "newest")
			if c.older {
				holds(t, other, "older")
			} else {
				require.NoDirExists(t, other)
			}
		})
	}
}

func TestAReportThatIsBeingWrittenIsLeftAlone(t *testing.T) {
	parent := t.TempDir()
	one, two := filepath.Join(parent, "2026-11-21"), filepath.Join(parent, "2026-11-22")
	write(t, one, "older")
	w, err := Create(one, Options{})
	require.NoError(t, err)
	require.NoError(t, w.Article(&Article{ID: "newer"}))
	before := tree(t, parent)

	v, err := Create(two, Options{})
	require.NoError(t, err)
	v.Abort()
	require.Equal(t, before, tree(t, parent))

	require.NoError(t, w.Commit())
	holds(t, one, "newer")
}

func TestWhatNoWriterMadeIsLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name   string
		before func(t *testing.T, other string)
	}{
		{"a file of the user's in a half report", func(t *testing.T, other string) {
			require.NoError(t, os.Mkdir(beside(other, "new"), 0o777))
			touch(t, beside(other, "new"), "report.csv")
			touch(t, beside(other, "new"), "notes.txt")
		}},
		{"a folder of the user's in an older report", func(t *testing.T, other string) {
			require.NoError(t, os.MkdirAll(filepath.Join(beside(other, "old"), "notes"), 0o777))
		}},
		{"files of our names", func(t *testing.T, other string) {
			for _, what := range []string{"new", "old", "gone"} {
				touch(t, filepath.Dir(other), filepath.Base(beside(other, what)))
			}
		}},
		{"links of our names", func(t *testing.T, other string) {
			mine := filepath.Join(filepath.Dir(other), "mine")
			require.NoError(t, os.Mkdir(mine, 0o777))
			touch(t, mine, "report.csv")
			for _, what := range []string{"new", "old", "gone"} {
				require.NoError(t, os.Symlink(mine, beside(other, what)))
			}
		}},
		{"folders with a lock that is none", func(t *testing.T, other string) {
			killed(t, other)
			require.NoError(t, os.WriteFile(beside(other, "lock"), []byte("mine"), 0o666))
		}},
		{"folders with a lock that is a link", func(t *testing.T, other string) {
			killed(t, other)
			require.NoError(t, os.Remove(beside(other, "lock")))
			require.NoError(t, os.Symlink("nowhere", beside(other, "lock")))
		}},
		{"a lock without a name", func(t *testing.T, other string) {
			touch(t, filepath.Dir(other), "..wiretrace-lock")
			touch(t, filepath.Dir(other), ".wiretrace-lock")
			touch(t, filepath.Dir(other), "2026.wiretrace-lock")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			parent := t.TempDir()
			other, dir := filepath.Join(parent, "2026-11-21"), filepath.Join(parent, "2026-11-22")
			c.before(t, other)
			before := tree(t, parent)
			if _, err := os.Lstat(beside(other, "lock")); err != nil { // it is about the folder
				touch(t, parent, filepath.Base(beside(other, "lock")))
			}
			w, err := Create(dir, Options{})
			require.NoError(t, err)
			w.Abort()
			require.Equal(t, before, tree(t, parent))
		})
	}
}

// Writers of one folder that begin at the same moment, each after one that was
// killed, clear away for each other without getting in each other's way.
func TestWritersThatClearAwayForEachOther(t *testing.T) {
	parent := t.TempDir()
	var dirs []string
	for i := range 8 {
		dirs = append(dirs, filepath.Join(parent, fmt.Sprint("section", i)))
		write(t, dirs[i], "older")
	}
	for _, dir := range dirs {
		killed(t, dir)
	}
	var group sync.WaitGroup
	errs := make([]error, len(dirs))
	for i, dir := range dirs {
		group.Go(func() {
			w, err := Create(dir, Options{})
			if err == nil {
				err = w.Commit()
			}
			errs[i] = err
		})
	}
	group.Wait()
	for i, dir := range dirs {
		require.NoError(t, errs[i])
		require.True(t, IsReport(dir))
	}
	alone(t, dirs[0])
}
