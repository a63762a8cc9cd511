package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestSizes(t *testing.T) {
	for _, test := range []struct {
		in    string
		want  int64
		print string
	}{
		{"1B", 1, "1B"},
		{"1500B", 1500, "1500B"},
		{"1048576", 1 << 20, "1MiB"},
		{"64MiB", 64 << 20, "64MiB"},
		{"64mib", 64 << 20, "64MiB"},
		{"64 MiB", 64 << 20, "64MiB"},
		{"2GB", 2e9, "2GB"},
		{"1500MB", 15e8, "1500MB"},
		{"1500KB", 15e5, "1500KB"},
		{"1024KB", 1024e3, "1000KiB"},
		{"1024000000", 1024e6, "1024MB"},
		{"2G", 2 << 30, "2GiB"},
		{"512K", 512 << 10, "512KiB"},
		{"1.5GiB", 3 << 29, "1536MiB"},
		{"10B", 10, "10B"},
	} {
		t.Run(test.in, func(t *testing.T) {
			var s size
			require.NoError(t, s.Set(test.in))
			require.EqualValues(t, test.want, s)
			if test.print != "" {
				require.Equal(t, test.print, s.String())
			}
			var again size
			require.NoError(t, again.Set(s.String()), "what is printed can be read")
			require.Equal(t, s, again)
		})
	}
	for _, bad := range []string{"", "0", "-1", "MiB", "1TB", "1e400", "NaN", "Inf", "1 2", "0.1", "9999999GiB", "1", "3", "2048"} {
		var s size
		require.ErrorContains(t, s.Set(bad), "not a size", "%q", bad)
	}
}

func TestSpans(t *testing.T) {
	for in, want := range map[string]string{
		"7d": "7d", "24h": "1d", "36h": "36h", "1.5d": "36h", "2m": "2m", "90s": "1m30s", "1h30m": "1h30m", "90m": "1h30m", "1h0m20s": "1h0m20s",
		"2w": "14d", "52w": "364d", "3650d": "3650d", "10y": "3650d", "0.5y": "4380h",
	} {
		t.Run(in, func(t *testing.T) {
			var s, again span
			require.NoError(t, s.Set(in))
			require.Equal(t, want, s.String())
			require.NoError(t, again.Set(s.String()), "what is printed can be read")
			require.Equal(t, s, again)
		})
	}
	for _, bad := range []string{"", "0", "0d", "-1d", "7", "d", "99999d", "101y", "9e99y", "NaNd", "w", "-1w"} {
		var s span
		require.ErrorContains(t, s.Set(bad), "not a length of time", "%q", bad)
	}
}

func TestInterruptedRun(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.txt"), []byte("A ferry ran aground off Carrick Ness on Monday."), 0o666))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	code := run(ctx, []string{"run", "--out", filepath.Join(dir, "report"), dir}, nil, &stdout, &stderr)
	require.Equal(t, exitInterrupted, code)
	require.Contains(t, stderr.String(), "interrupted, nothing was written")
	require.NoDirExists(t, filepath.Join(dir, "report"))
}

func TestFailOn(t *testing.T) {
	for _, test := range []struct {
		name               string
		rules              []string
		articles, problems int
		want               string // empty: no failure
	}{
		{"no rule", nil, 0, 100, ""},
		{"as many as allowed", []string{"problems:20"}, 80, 20, ""},
		{"one more", []string{"problems:20"}, 80, 21, "21 of 101 inputs could not be read, more than --fail-on problems:20 allows"},
		{"none allowed", []string{"problems:0"}, 80, 1, "1 of 81 inputs could not be read, more than --fail-on problems:0 allows"},
		{"the part that is allowed", []string{"problems:5%"}, 95, 5, ""},
		{"a larger part", []string{"problems:5%"}, 94, 6, "6 of 100 inputs could not be read, more than --fail-on problems:5% allows"},
		{"a fraction of a hundredth", []string{"problems:.5%"}, 994, 6, "6 of 1000 inputs could not be read, more than --fail-on problems:0.5% allows"},
		{"nothing read, nothing wrong", []string{"problems:0%"}, 0, 0, ""},
		{"the second of two", []string{"problems:50%", "problems:3"}, 96, 4, "4 of 100 inputs could not be read, more than --fail-on problems:3 allows"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var f failOn
			for _, r := range test.rules {
				require.NoError(t, f.Set(r))
			}
			err := f.check(&report.Summary{Articles: test.articles, Problems: test.problems})
			if test.want == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, test.want)
		})
	}
	for _, bad := range []string{"", "problems", "problems:", "problems:%", "problems:-1", "problems:101%", "problems:1.5", "problems:NaN", "problems:Inf", "problems:5%%", "5%", "articles:5"} {
		require.Error(t, new(failOn).Set(bad), "%q", bad)
	}
}

func TestTooManyProblemsFailARunThatWritesItsReport(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "r")
	require.NoError(t, os.CopyFS(in, os.DirFS("../../testdata/example")))
	require.NoError(t, os.WriteFile(filepath.Join(in, "broken.json"), []byte("{"), 0o666))
	_, said := execute(t, exitProblems, "run", "-q", "-o", out, "--fail-on", "problems:10%", in)
	require.Empty(t, said)
	require.NoError(t, os.RemoveAll(out))
	_, said = execute(t, exitProblems, "run", "-q", "-o", out, in)
	require.Equal(t, "wiretrace run: 1 of 10 inputs could not be read, see "+filepath.Join(out, "problems.csv")+"\n", said, "nobody says how many may be")
	require.NoError(t, os.RemoveAll(out))
	_, said = execute(t, exitFailed, "run", "-q", "-o", out, "--fail-on", "problems:9%", in)
	require.Equal(t, "wiretrace run: 1 of 10 inputs could not be read, more than --fail-on problems:9% allows, see "+filepath.Join(out, "problems.csv")+"; the report is written all the same\n", said)
	require.True(t, report.IsReport(out))
}

func TestTheCollectorOfASmallInputWaitsForAFloor(t *testing.T) {
	goal := func(held uint64) uint64 { return held + held*uint64(sparing(held))/100 }
	require.Equal(t, mostCollection, sparing(0), "before anything is known")
	require.Equal(t, uint64(5*mebi), goal(1*mebi), "what has just begun may hold far more soon")
	require.InDelta(t, sparingFloor, goal(40*mebi), mebi)
	require.InDelta(t, sparingFloor, goal(80*mebi), mebi)
	require.Equal(t, uint64(150*mebi), goal(100*mebi))
	require.Equal(t, uint64(600*mebi), goal(400*mebi))
}

// mebi is 1 MiB.
const mebi = 1 << 20
