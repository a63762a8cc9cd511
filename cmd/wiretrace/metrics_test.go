package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/job"
	"wiretrace/report"
)

func TestMetricsText(t *testing.T) {
	ended := time.Unix(1795316400, 987654321)
	stats := &job.Stats{
		Steps: []job.StepStats{
			{Step: job.Reading, Seconds: 12.34567, CPUSeconds: 24.5},
			{Step: job.Grouping, Seconds: 3},
			{Step: job.Comparing, Seconds: 4.0004},
			{Step: job.Resolving, Seconds: 0.25},
			{Step: job.Writing, Seconds: 8},
		},
		PeakBytes: 734003200, Counts: job.Counts{Links: 4321},
	}
	for _, test := range []struct {
		name string
		of   gauges
	}{
		{"done", gauges{
			ended: ended, lastSuccess: ended, seconds: 28.5, articles: 20000, changing: 3, known: 1200, stats: stats,
			summary: &report.Summary{Articles: 20000, Problems: 7, Clusters: 345, Clustered: 2345, Uncredited: 67, Families: 89},
		}},
		{"failed", gauges{
			code: exitFailed, ended: ended, lastSuccess: ended.Add(-day), seconds: 12.5, articles: 11000,
			stats: &job.Stats{Steps: stats.Steps[:1]},
		}},
		{"failed-at-once", gauges{code: exitFailed, ended: ended, stats: &job.Stats{}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			golden := filepath.Join("testdata", "metrics", test.name+".prom")
			got := test.of.text()
			if *update {
				require.NoError(t, os.MkdirAll(filepath.Dir(golden), 0o777))
				require.NoError(t, os.WriteFile(golden, got, 0o666))
			}
			require.Equal(t, readFile(t, golden), string(got), "if the change is meant, run this test with -update")
			holdsPrometheus(t, string(got))
		})
	}
}

// holdsPrometheus checks what the text form asks for: each family's HELP and
// TYPE once and first, its samples together, a name of the project's own, and a
// line end after the last.
func holdsPrometheus(t *testing.T, text string) {
	t.Helper()
	require.True(t, strings.HasSuffix(text, "\n"))
	sample := regexp.MustCompile(`^(wiretrace_[a-z_]+)(\{[a-z]+="[a-z]+"\})? [0-9]+(\.[0-9]+)?$`)
	seen := map[string]bool{}
	family := ""
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		if rest, ok := strings.CutPrefix(lines[i], "# HELP "); ok {
			family, _, _ = strings.Cut(rest, " ")
			require.False(t, seen[family], family)
			seen[family] = true
			i++
			require.Equal(t, "# TYPE "+family+" gauge", lines[i])
			continue
		}
		m := sample.FindStringSubmatch(lines[i])
		require.NotNil(t, m, lines[i])
		require.Equal(t, family, m[1])
		require.False(t, seen[m[1]+m[2]] && m[2] != "", "%s twice", lines[i])
		seen[m[1]+m[2]] = true
	}
}

// figure returns the value of one figure, empty if it is missing.
func figure(t *testing.T, file, name string) string {
	t.Helper()
	for _, line := range strings.Split(readFile(t, file), "\n") {
		if value, ok := strings.CutPrefix(line, name+" "); ok {
			return value
		}
	}
	return ""
}

func TestMetricsOfRunsThatGoWellAndDoNot(t *testing.T) {
	dir := t.TempDir()
	file, in := filepath.Join(dir, "wiretrace.prom"), "../../testdata/example"
	execute(t, exitDone, "run", "-q", "-o", filepath.Join(dir, "r"), "--metrics", file, in)
	holdsPrometheus(t, readFile(t, file))
	require.Equal(t, "1", figure(t, file, "wiretrace_last_run_success"))
	require.Equal(t, "9", figure(t, file, "wiretrace_last_run_articles"))
	require.Equal(t, "2", figure(t, file, "wiretrace_last_run_clusters"))
	require.Equal(t, figure(t, file, "wiretrace_last_run_timestamp_seconds"), figure(t, file, lastSuccessName))
	info, err := os.Stat(file)
	require.NoError(t, err)
	if runtime.GOOS != "windows" {
		require.Equal(t, os.FileMode(0o644), info.Mode().Perm(), "the node exporter is another user")
	}

	// An older success is remembered by the runs that fail after it.
	old := strings.Replace(readFile(t, file), "\n"+lastSuccessName+" ", "\n"+lastSuccessName+" 1700000000\n# ", 1)
	require.NoError(t, os.WriteFile(file, []byte(old), 0o644))
	for range 2 {
		execute(t, exitFailed, "run", "-q", "-o", filepath.Join(dir, "r"), "--metrics", file, filepath.Join(dir, "nowhere"))
		require.Equal(t, "0", figure(t, file, "wiretrace_last_run_success"))
		require.Equal(t, "1", figure(t, file, "wiretrace_last_run_exit_status"))
		require.Equal(t, "1700000000", figure(t, file, lastSuccessName))
		require.Empty(t, figure(t, file, "wiretrace_last_run_clusters"), "not known")
	}

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.Equal(t, exitInterrupted, run(ctx, []string{"run", "-q", "-o", filepath.Join(dir, "r"), "--metrics", file, in}, nil, io.Discard, io.Discard))
	require.Equal(t, "130", figure(t, file, "wiretrace_last_run_exit_status"))

	// So is what failed before anything was read.
	execute(t, exitFailed, "run", "-q", "-o", filepath.Join(dir, "r"), "--metrics", file, "--outlets", filepath.Join(dir, "nowhere"), in)
	require.Equal(t, "1", figure(t, file, "wiretrace_last_run_exit_status"))

	// A report with too many problems is one, but no success.
	require.NoError(t, os.WriteFile(filepath.Join(dir, "broken.json"), []byte("{"), 0o666))
	execute(t, exitFailed, "run", "-q", "-o", filepath.Join(dir, "r"), "--metrics", file, "--fail-on", "problems:0", in, filepath.Join(dir, "broken.json"))
	require.Equal(t, "0", figure(t, file, "wiretrace_last_run_success"))
	require.Equal(t, "1", figure(t, file, "wiretrace_last_run_problems"))
	require.Equal(t, "1700000000", figure(t, file, lastSuccessName))

	execute(t, exitProblems, "run", "-q", "-o", filepath.Join(dir, "r"), "--metrics", file, in, filepath.Join(dir, "broken.json"))
	require.Equal(t, "1", figure(t, file, "wiretrace_last_run_success"))
	require.Equal(t, "3", figure(t, file, "wiretrace_last_run_exit_status"))

	entries, err := filepath.Glob(filepath.Join(dir, ".*"))
	require.NoError(t, err)
	require.Empty(t, entries, "no temporary file stays")
}

func TestMetricsAreRefusedBeforeTheWork(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "r")
	_, said := execute(t, exitFailed, "run", "-o", out, "--metrics", filepath.Join(dir, "no", "a.prom"), "../../testdata/example")
	require.Contains(t, said, "--metrics: write in "+filepath.Join(dir, "no")+": ")
	require.NoDirExists(t, out)
	_, said = execute(t, exitUsage, "run", "-o", out, "--metrics", filepath.Join(dir, "report.csv"), "../../testdata/example")
	require.Contains(t, said, "must end in .prom")
	require.NoDirExists(t, out)
}
