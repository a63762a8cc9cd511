//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
)

// archivedRuns checks an archive and returns how many runs it holds.
func archivedRuns(t testing.TB, file string) int {
	t.Helper()
	ctx := context.Background()
	a, err := archive.Open(file, archive.Options{Existing: true})
	require.NoError(t, err)
	faults, err := a.Check(ctx, nil)
	require.NoError(t, err)
	require.Empty(t, faults)
	totals, err := a.Totals(ctx)
	require.NoError(t, err)
	require.NoError(t, a.Close())
	return totals.Runs
}

// Who reads only the first lines of what a run says, as head does, or whose
// collector of logs dies, has the report all the same.
func TestNobodyNeedsToReadWhatARunSays(t *testing.T) {
	example, err := filepath.Abs("../../testdata/example")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	for _, format := range []string{"text", "json"} {
		read, write, err := os.Pipe()
		require.NoError(t, err)
		require.NoError(t, read.Close())
		command := exec.Command("wiretrace", "run", "--log-format", format, "--out", format, example)
		command.Stdout, command.Stderr = write, write
		require.NoError(t, command.Run())
		require.NoError(t, write.Close())
		wholeReport(t, format)
	}
}

// A full disk fails a night wherever it meets it, and takes nothing away. A
// limit on the size of files stands for it.
func TestAFullDiskFailsTheNightAndNothingElse(t *testing.T) {
	articles := made(t, 400)
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("one.jsonl", articles[:len(articles)/4], 0o666))
	execute(t, exitProblems, "run", "-q", "--archive", "news.db", "one.jsonl") // its last line is half written
	require.NoError(t, os.WriteFile("two.jsonl", articles, 0o666))
	before := contents(t, "wiretrace-report")
	failed := 0
	for blocks := 100; ; blocks = blocks * 3 / 2 {
		command := exec.Command("sh", "-c", fmt.Sprintf("ulimit -f %d; exec wiretrace run -q --archive news.db two.jsonl", blocks))
		var stderr bytes.Buffer
		command.Stderr = &stderr
		if err := command.Run(); err == nil {
			break
		}
		failed++
		require.Equal(t, exitFailed, command.ProcessState.ExitCode(), stderr.String())
		require.Regexp(t, `^wiretrace run: .*(a full or failing disk|disk is full|file too large)`, stderr.String())
		require.Equal(t, 1, bytes.Count(stderr.Bytes(), []byte("\n")), stderr.String())
		require.Equal(t, before, contents(t, "wiretrace-report"), "the older report stands")
		require.Equal(t, 1, archivedRuns(t, "news.db"))
	}
	require.Greater(t, failed, 2)
	require.Equal(t, 2, archivedRuns(t, "news.db"))
	wholeReport(t, "wiretrace-report")
	entries, err := filepath.Glob(".wiretrace-report*")
	require.NoError(t, err)
	require.Empty(t, entries)
}

func TestOfTwoRunsAtOnceOneSaysSo(t *testing.T) {
	example, err := filepath.Abs("../../testdata/example")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	first := exec.Command("wiretrace", "run", "-q", "--archive", "news.db", "--out", "one", "-")
	in, err := first.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, first.Start())
	require.Eventually(t, func() bool { // it has the lock before it begins its report
		_, err := os.Stat(".one.wiretrace-new")
		return err == nil
	}, 20*time.Second, time.Millisecond)
	_, stderr := execute(t, exitFailed, "run", "--archive", "news.db", "--out", "two", "--metrics", "night.prom", example)
	require.NoFileExists(t, "night.prom", "its figures are for the first to write")
	require.Regexp(t, fmt.Sprintf(`^wiretrace run: --archive: archive news\.db: in use by process %d since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n$`, first.Process.Pid), stderr)
	require.NoDirExists(t, "two")
	_, err = in.Write(made(t, 5))
	require.NoError(t, err)
	require.NoError(t, in.Close())
	require.NoError(t, first.Wait())
	execute(t, exitDone, "run", "-q", "--archive", "news.db", "--out", "two", "--metrics", "night.prom", example)
	require.FileExists(t, "night.prom")
	require.Equal(t, 2, archivedRuns(t, "news.db"))
}

func TestAnArchiveInAFolderThatCannotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everywhere")
	}
	example, err := filepath.Abs("../../testdata/example")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, os.Mkdir("kept", 0o555))
	_, stderr := execute(t, exitFailed, "run", "--archive", "kept/news.db", example)
	require.Regexp(t, `^wiretrace run: --archive: archive kept/news\.db: .*permission denied\n$`, stderr)
	require.NoDirExists(t, "wiretrace-report")
}
