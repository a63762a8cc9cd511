package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

// age makes files of the example so old that nobody is writing them.
func age(t testing.TB, dir string, by time.Duration) {
	t.Helper()
	then := time.Now().Add(-by)
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Chtimes(path, then, then)
	}))
}

func TestFilesStillWrittenAreLeftForTheNextRun(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "r")
	require.NoError(t, os.CopyFS(dir, os.DirFS("../../testdata/example")))
	age(t, dir, 10*time.Minute)
	fresh := []string{filepath.Join(dir, "01-telegraph-quiet-38.txt"), filepath.Join(dir, "crawl.jsonl")}
	for _, file := range fresh {
		require.NoError(t, os.Chtimes(file, time.Now(), time.Now()))
	}
	_, said := execute(t, exitDone, "run", "-o", out, "--changed-within", "2m", dir)
	require.Contains(t, said, "2 files were left for the next run, since they changed within the last 2m\n")
	require.NotContains(t, said, "could not be read")
	list := readFile(t, filepath.Join(out, "report.csv"))
	require.NotContains(t, list, "01-telegraph")
	require.NotContains(t, list, "crawl.jsonl")
	require.Contains(t, list, "09-ledger-bakery-oven.txt")

	age(t, fresh[0], 3*time.Minute)
	_, said = execute(t, exitDone, "run", "-o", out, "--changed-within", "2m", dir, fresh[1])
	require.Contains(t, said, "1 file was left for the next run, since it changed within the last 2m\n")
	_, said = execute(t, exitDone, "run", "-o", out, dir)
	require.Contains(t, said, "9 articles read")
	require.NotContains(t, said, "next run")
	require.True(t, report.IsReport(out))
}

func TestSettled(t *testing.T) {
	now := time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)
	s := settled{within: span(2 * time.Minute), now: func() time.Time { return now }}
	for _, test := range []struct {
		name  string
		age   time.Duration
		fresh bool
	}{
		{"just written", 0, true},
		{"a minute ago", time.Minute, true},
		{"two minutes ago", 2 * time.Minute, false},
		{"last year", 300 * day, false},
		{"a clock that is somewhat fast", -time.Minute, true},
		{"a date of the future, which is wrong", -day, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "a.txt")
			require.NoError(t, os.WriteFile(file, nil, 0o666))
			then := now.Add(-test.age)
			require.NoError(t, os.Chtimes(file, then, then))
			info, err := os.Stat(file)
			require.NoError(t, err)
			require.Equal(t, test.fresh, s.fresh(file, info))
		})
	}
}

func readFile(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(b)
}
