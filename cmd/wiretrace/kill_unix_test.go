//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
)

var kills = flag.Int("kills", 20, "how often TestAKilledNightLosesNothing kills a run")

// articlesOf are the ids of the articles of a report.
func articlesOf(t testing.TB, dir string) []string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(readFile(t, filepath.Join(dir, "report.csv")))).ReadAll()
	require.NoError(t, err)
	column := slices.Index(all[0], "article")
	require.Positive(t, column)
	var ids []string
	for _, row := range all[1:] {
		ids = append(ids, row[column])
	}
	slices.Sort(ids)
	return ids
}

// toldBy are the ids of the articles of the report in dir, nil where none
// stands: a run that was killed between two renames has left it beside its place.
func toldBy(t testing.TB, dir string) []string {
	t.Helper()
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	return articlesOf(t, dir)
}

// wholeReport checks that a report is complete: its forms tell of the same articles.
func wholeReport(t testing.TB, dir string) {
	t.Helper()
	ids := articlesOf(t, dir)
	var objects []string
	for line := range strings.Lines(readFile(t, filepath.Join(dir, "report.jsonl"))) {
		var x struct{ ID string }
		require.NoError(t, json.Unmarshal([]byte(line), &x))
		objects = append(objects, x.ID)
	}
	slices.Sort(objects)
	require.Equal(t, ids, objects)
	require.Contains(t, readFile(t, filepath.Join(dir, "index.html")), "</html>")
}

// logged waits until SQLite has begun to write a night down, or the run has
// ended.
func logged(ended chan error) {
	for {
		select {
		case err := <-ended:
			ended <- err
			return
		default:
		}
		if info, err := os.Stat("news.db-wal"); err == nil && info.Size() > 0 {
			return
		}
		time.Sleep(200 * time.Microsecond)
	}
}

// A run that gets a few new articles each night is killed at any moment of it.
// Its night is in the archive wholly or not at all, its report is the one
// before or the new one, and a later run tells what no report has told.
func TestAKilledNightLosesNothing(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	require.NoError(t, os.Mkdir("in", 0o777))
	lines := strings.SplitAfter(string(made(t, 20*(*kills+1))), "\n")
	random := rand.New(rand.NewPCG(1, uint64(*kills)))
	ctx := context.Background()

	in, known, told := map[string]bool{}, map[string]bool{}, map[string]bool{}
	give := func(round int) {
		var b strings.Builder
		for _, line := range lines[20*round : 20*(round+1)] {
			var x struct{ ID string }
			require.NoError(t, json.Unmarshal([]byte(line), &x))
			in[x.ID] = true
			b.WriteString(line)
		}
		require.NoError(t, os.WriteFile(fmt.Sprintf("in/night%03d.jsonl", round), []byte(b.String()), 0o666))
	}
	args := []string{"run", "-q", "--archive", "news.db", "--new-only", "--temp", dir, "in"}
	var runs int64
	check := func(before []string, left bool) {
		a, err := archive.Open("news.db", archive.Options{})
		require.NoError(t, err)
		defer func() { require.NoError(t, a.Close()) }()
		faults, err := a.Check(ctx, nil)
		require.NoError(t, err)
		require.Empty(t, faults)
		archived := map[string]bool{}
		require.NoError(t, a.Heads(ctx, time.Time{}, func(h *archive.Head) error { archived[h.ID] = true; return nil }))
		var last archive.Run
		require.NoError(t, a.Runs(ctx, 1, func(r archive.Run) error { last = r; return nil }))
		if last.Number > runs {
			require.Equal(t, in, archived, "the night is there wholly")
		} else {
			require.Equal(t, known, archived, "the night is not there at all")
		}
		require.LessOrEqual(t, last.Number, runs+1)
		runs, known = last.Number, archived
		if _, err := os.Stat("wiretrace-report"); err == nil {
			wholeReport(t, "wiretrace-report")
			after := articlesOf(t, "wiretrace-report")
			if !slices.Equal(before, after) {
				for _, id := range after {
					require.True(t, archived[id], "%s is told, but not archived", id)
					told[id] = true
				}
			}
		} else if before != nil {
			require.True(t, left, "a report was there, and it is only away between two renames")
		}
	}

	// How long an undisturbed night takes.
	give(0)
	began := time.Now()
	require.NoError(t, exec.Command("wiretrace", args...).Run())
	length := time.Since(began)
	check(nil, false)
	require.Equal(t, in, told)

	died, kept, late := 0, 0, 0
	for round := 1; round <= *kills; round++ {
		give(round)
		before := toldBy(t, "wiretrace-report")
		command := exec.Command("wiretrace", args...)
		var stderr bytes.Buffer
		command.Stderr = &stderr
		began := time.Now()
		require.NoError(t, command.Start())
		ended := make(chan error, 1)
		go func() { ended <- command.Wait() }()
		delay := time.Duration(random.Int64N(int64(length) * 6 / 5))
		if round%2 == 1 { // while or after the night is committed
			logged(ended)
			delay = time.Duration(random.Int64N(int64(length) / 8))
		}
		timer := time.AfterFunc(delay, func() { _ = command.Process.Kill() })
		err := <-ended
		timer.Stop()
		require.Empty(t, stderr.String())
		if err != nil {
			died++
			length += length / 10 // the next has its articles too
		} else {
			length = time.Since(began)
		}
		runsBefore := runs
		check(before, err != nil)
		if err != nil && runs > runsBefore {
			kept++
			if len(told) < len(known) {
				late++
			}
		}
	}
	// One that nobody disturbs sets all right.
	before := toldBy(t, "wiretrace-report")
	execute(t, exitDone, args...)
	check(before, false)
	require.Equal(t, in, known)
	require.Equal(t, in, told, "each article was told once at least")
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, e := range entries {
		require.False(t, strings.HasPrefix(e.Name(), ".wiretrace-report"), e.Name())
	}
	t.Logf("%d nights of %v, %d killed, of these %d archived, %d of them before their report was in its place", *kills, length, died, kept, late)
	require.Greater(t, died, *kills/4, "most end too early for the test to mean anything")
}

// With a report a night no later run goes by the name of one that was killed,
// and yet nothing of it stays.
func TestNothingStaysOfAKilledRunWithADatedReport(t *testing.T) {
	parent := filepath.Join(t.TempDir(), "reports")
	out := filepath.Join(parent, "{date}-{time}")
	killed := exec.Command("wiretrace", "run", "-q", "--out", out, "-")
	in, err := killed.StdinPipe()
	require.NoError(t, err)
	defer in.Close()
	require.NoError(t, killed.Start())
	left := func() []string {
		hidden, err := filepath.Glob(filepath.Join(parent, ".*"))
		require.NoError(t, err)
		return hidden
	}
	require.Eventually(t, func() bool {
		halves, err := filepath.Glob(filepath.Join(parent, ".*", "report.jsonl"))
		return err == nil && len(halves) == 1
	}, 20*time.Second, time.Millisecond)
	require.NoError(t, killed.Process.Kill())
	require.Error(t, killed.Wait())
	require.Len(t, left(), 2, "half a report and its lock")

	time.Sleep(time.Until(time.Now().Truncate(time.Second).Add(time.Second)))
	execute(t, exitDone, "run", "-q", "--out", out, "../../testdata/example")
	require.Empty(t, left())
	wholeReport(t, filepath.Join(parent, latest))
	reports, err := os.ReadDir(parent)
	require.NoError(t, err)
	require.Len(t, reports, 2, "the new report and the link to it")
}
