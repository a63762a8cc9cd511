package report

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// write writes a report of one article to dir.
func write(t *testing.T, dir, id string) {
	t.Helper()
	w, err := Create(dir, Options{})
	require.NoError(t, err)
	require.NoError(t, w.Article(&Article{ID: id}))
	require.NoError(t, w.Commit())
}

// holds requires that dir is the report of one article that write writes, and
// that nothing is beside it.
func holds(t *testing.T, dir, id string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "report.csv"))
	require.NoError(t, err)
	require.Contains(t, string(b), "\r\n,,,"+id+",")
	alone(t, dir)
}

func alone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	require.NoError(t, err)
	for _, e := range entries {
		require.NotContains(t, e.Name(), ".wiretrace-")
	}
}

func TestReportIsPutInPlace(t *testing.T) {
	for _, c := range []struct {
		name   string
		before func(t *testing.T, dir string)
	}{
		{"where nothing is", func(*testing.T, string) {}},
		{"where an empty folder is", func(t *testing.T, dir string) {
			require.NoError(t, os.Mkdir(dir, 0o777))
		}},
		{"where an older report is", func(t *testing.T, dir string) {
			write(t, dir, "older")
		}},
		{"where an older report was looked at", func(t *testing.T, dir string) {
			write(t, dir, "older")
			touch(t, dir, ".DS_Store")
			touch(t, dir, ".~lock.report.csv#")
		}},
		{"after a writer was killed", func(t *testing.T, dir string) {
			write(t, dir, "older")
			killed(t, dir)
		}},
		{"after a writer was killed between its renames", func(t *testing.T, dir string) {
			write(t, dir, "older")
			killed(t, dir)
			require.NoError(t, os.Rename(dir, beside(dir, "old")))
		}},
		{"after a writer was killed when it had exchanged the two", func(t *testing.T, dir string) {
			write(t, dir, "older")
			require.NoError(t, os.Rename(dir, beside(dir, "new")))
			write(t, filepath.Join(filepath.Dir(dir), "x"), "newer")
			require.NoError(t, os.Rename(filepath.Join(filepath.Dir(dir), "x"), dir))
		}},
		{"after a writer was killed before it removed the older report", func(t *testing.T, dir string) {
			write(t, dir, "older")
			require.NoError(t, os.Rename(dir, beside(dir, "old")))
			write(t, filepath.Join(filepath.Dir(dir), "x"), "newer")
			require.NoError(t, os.Rename(filepath.Join(filepath.Dir(dir), "x"), dir))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			c.before(t, dir)
			write(t, dir, "newest")
			holds(t, dir, "newest")
		})
	}
	t.Run("in folders that are missing", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "a", "b", "r")
		write(t, dir, "x")
		holds(t, dir, "x")
	})
	t.Run("behind a symbolic link", func(t *testing.T) {
		parent := t.TempDir()
		dir, link := filepath.Join(parent, "r"), filepath.Join(parent, "link")
		write(t, dir, "older")
		require.NoError(t, os.Symlink(dir, link))
		write(t, link, "newer")
		holds(t, dir, "newer")
		info, err := os.Lstat(link)
		require.NoError(t, err)
		require.NotZero(t, info.Mode()&os.ModeSymlink)
	})
	t.Run("beside a name without a folder", func(t *testing.T) {
		t.Chdir(t.TempDir())
		write(t, "r", "x")
		write(t, "./r/", "y")
		holds(t, "r", "y")
	})
}

// Who opens the report while a new one takes its place finds the one or the
// other.
func TestAReportIsNeverAway(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	write(t, dir, "first")
	other := filepath.Join(t.TempDir(), "other")
	require.NoError(t, os.Mkdir(other, 0o777))
	if exchange(dir, other) != nil {
		t.Skip("the folder of temporary files cannot exchange two names")
	}
	require.NoError(t, exchange(dir, other))
	for range 30 {
		w, err := Create(dir, Options{})
		require.NoError(t, err)
		require.NoError(t, w.Article(&Article{ID: "next"}))
		stop, away := make(chan struct{}), make(chan int)
		go func() {
			missing := 0
			for {
				select {
				case <-stop:
					away <- missing
					return
				default:
				}
				if _, err := os.Lstat(dir); err != nil {
					missing++
				}
			}
		}()
		require.NoError(t, w.Commit())
		close(stop)
		require.Zero(t, <-away)
	}
}

func TestForeignFoldersAreRefused(t *testing.T) {
	for _, c := range []struct {
		name, want string
		before     func(t *testing.T, dir string)
	}{
		{"a file", "not a folder", func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(dir, []byte("mine"), 0o666))
		}},
		{"a folder of the user's", `holds "notes.txt"`, func(t *testing.T, dir string) {
			require.NoError(t, os.Mkdir(dir, 0o777))
			touch(t, dir, "notes.txt")
		}},
		{"a report with a file of the user's in it", `holds "analysis.xlsx"`, func(t *testing.T, dir string) {
			write(t, dir, "older")
			touch(t, dir, "analysis.xlsx")
		}},
		{"a file of the user's among the pages", `holds "clusters/notes.html"`, func(t *testing.T, dir string) {
			write(t, dir, "older")
			require.NoError(t, os.Mkdir(filepath.Join(dir, PagesDir), 0o777))
			touch(t, filepath.Join(dir, PagesDir), "notes.html")
		}},
		{"a file of the user's that is called as a page may be", `holds "stories/s7vg4nj64o.html"`, func(t *testing.T, dir string) {
			write(t, dir, "older")
			require.NoError(t, os.Mkdir(filepath.Join(dir, StoryDir), 0o777))
			touch(t, filepath.Join(dir, StoryDir), "s7vg4nj64o.html")
		}},
		{"a file of the user's that is called as a form of the report", `holds "report.xlsx"`, func(t *testing.T, dir string) {
			write(t, dir, "older")
			touch(t, dir, SheetFile)
		}},
		{"a folder of the user's among the pages", `holds "clusters/sub"`, func(t *testing.T, dir string) {
			write(t, dir, "older")
			require.NoError(t, os.MkdirAll(filepath.Join(dir, PagesDir, "sub"), 0o777))
		}},
		{"a file of the user's among the pages of an older version", `holds "clusters/notes.txt"`, func(t *testing.T, dir string) {
			write(t, dir, "older")
			require.NoError(t, os.Remove(filepath.Join(dir, namesFile)))
			require.NoError(t, os.Mkdir(filepath.Join(dir, PagesDir), 0o777))
			touch(t, filepath.Join(dir, PagesDir), "c7vg4nj64o-timeline.svg")
			touch(t, filepath.Join(dir, PagesDir), "notes.txt")
		}},
		{"another program's report.csv", "no wiretrace report", func(t *testing.T, dir string) {
			require.NoError(t, os.Mkdir(dir, 0o777))
			require.NoError(t, os.WriteFile(filepath.Join(dir, "report.csv"), []byte("date,amount\r\n"), 0o666))
		}},
		{"files of our names, but no report", "no wiretrace report", func(t *testing.T, dir string) {
			require.NoError(t, os.Mkdir(dir, 0o777))
			touch(t, dir, "links.csv")
		}},
		{"a link to nowhere", "no such file", func(t *testing.T, dir string) {
			require.NoError(t, os.Symlink(filepath.Join(filepath.Dir(dir), "nowhere"), dir))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			c.before(t, dir)
			before := tree(t, filepath.Dir(dir))
			_, err := Create(dir, Options{})
			require.ErrorContains(t, err, c.want)
			require.Equal(t, before, tree(t, filepath.Dir(dir)))
		})
	}
	t.Run("no name", func(t *testing.T) {
		_, err := Create("", Options{})
		require.ErrorContains(t, err, "no folder named")
	})
	t.Run("the current folder", func(t *testing.T) {
		t.Chdir(t.TempDir())
		_, err := Create(".", Options{})
		require.ErrorContains(t, err, "current folder")
	})
	t.Run("the root", func(t *testing.T) {
		_, err := Create("/", Options{})
		require.ErrorContains(t, err, "cannot be replaced")
	})
	t.Run("below a file", func(t *testing.T) {
		dir := t.TempDir()
		touch(t, dir, "file")
		_, err := Create(filepath.Join(dir, "file", "r"), Options{})
		require.Error(t, err)
	})
	t.Run("in a folder that may not be written", func(t *testing.T) {
		if os.Geteuid() == 0 {
			t.Skip("root may write anywhere")
		}
		dir := t.TempDir()
		require.NoError(t, os.Chmod(dir, 0o555))
		_, err := Create(filepath.Join(dir, "r"), Options{})
		require.ErrorIs(t, err, os.ErrPermission)
	})
}

func TestUntilCommitTheOlderReportStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	write(t, dir, "older")
	w, err := Create(dir, Options{})
	require.NoError(t, err)
	require.NoError(t, w.Article(&Article{ID: "newer"}))
	require.FileExists(t, filepath.Join(dir, "report.csv"))

	_, err = Create(dir, Options{})
	require.ErrorIs(t, err, ErrBusy)

	w.Abort()
	w.Abort()
	holds(t, dir, "older")
}

func TestAFileOfTheUsersThatCameMeanwhileStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	write(t, dir, "older")
	w, err := Create(dir, Options{})
	require.NoError(t, err)
	touch(t, dir, "notes.txt")
	require.ErrorContains(t, w.Commit(), "notes.txt")
	w.Abort()
	holds(t, dir, "older")
	require.FileExists(t, filepath.Join(dir, "notes.txt"))
}

func TestAfterAnErrorNothingIsWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	w, err := Create(dir, Options{})
	require.NoError(t, err)
	require.NoError(t, w.passages.f.Close()) // as a full disk would fail
	a := Article{ID: "x", Cluster: "c", Passages: make([]Passage, 10000)}
	require.ErrorContains(t, w.Article(&a), "passages.csv")
	require.Error(t, w.Commit())
	require.NoDirExists(t, dir)
	alone(t, dir)
}

func TestAbortLeavesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	w, err := Create(dir, Options{})
	require.NoError(t, err)
	w.Abort()
	require.Empty(t, tree(t, filepath.Dir(dir)))
	write(t, dir, "x")
	w.Abort()
	holds(t, dir, "x")
}

func TestIsReport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	require.False(t, IsReport(dir))
	write(t, dir, "x")
	require.True(t, IsReport(dir))
	require.False(t, IsReport(filepath.Dir(dir)))
}

func beside(dir, what string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".wiretrace-"+what)
}

// killed leaves what a writer leaves that was killed at work.
func killed(t *testing.T, dir string) {
	touch(t, filepath.Dir(dir), filepath.Base(beside(dir, "lock")))
	require.NoError(t, os.Mkdir(beside(dir, "new"), 0o777))
	touch(t, beside(dir, "new"), "report.csv")
}

func touch(t *testing.T, dir, name string) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(dir, name), nil, 0o666))
}

// tree lists all below dir.
func tree(t *testing.T, dir string) (paths []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if path != dir {
			paths = append(paths, path)
		}
		return err
	}))
	return paths
}

func TestAReportWhoseFolderVanishesIsNotWritten(t *testing.T) {
	for _, c := range []struct {
		name   string
		vanish func(t *testing.T, building string)
	}{
		{"the folder", func(t *testing.T, building string) { require.NoError(t, os.RemoveAll(building)) }},
		{"the folder, and another comes", func(t *testing.T, building string) {
			require.NoError(t, os.Rename(building, building+"x"))
			require.NoError(t, os.Mkdir(building, 0o777))
		}},
		{"a table", func(t *testing.T, building string) {
			require.NoError(t, os.Remove(filepath.Join(building, "passages.csv")))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			write(t, dir, "older")
			w, err := Create(dir, Options{})
			require.NoError(t, err)
			require.NoError(t, w.Article(&Article{ID: "newer"}))
			c.vanish(t, beside(dir, "new"))
			require.ErrorContains(t, w.Commit(), "it was removed while the report was written")
			b, err := os.ReadFile(filepath.Join(dir, "report.csv"))
			require.NoError(t, err)
			require.Contains(t, string(b), "older")
		})
	}
}
