package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/internal/progress"
	"wiretrace/report"
)

// execute runs the program and returns what it printed.
func execute(t testing.TB, code int, args ...string) (out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	require.Equal(t, code, run(context.Background(), args, strings.NewReader(""), &o, &e), e.String())
	return o.String(), e.String()
}

func TestRunWritesPages(t *testing.T) {
	in := t.TempDir()
	text := "The bridge over the Alm was closed on Monday after an inspector found a crack as long as his arm in the third pier. "
	for _, name := range []string{"a.txt", "b.txt"} {
		require.NoError(t, os.WriteFile(filepath.Join(in, name), []byte(strings.Repeat(text, 3)), 0o666))
	}
	for _, c := range []struct {
		name  string
		flags []string
		index bool
	}{
		{"unasked", nil, true},
		{"unwanted", []string{"--no-html"}, false},
		{"asked for", []string{"--html"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			_, said := execute(t, exitDone, append([]string{"run", "-o", dir, in}, c.flags...)...)
			require.NotContains(t, said, "no pages")
			if c.index {
				require.FileExists(t, filepath.Join(dir, report.IndexFile))
				return
			}
			require.NoFileExists(t, filepath.Join(dir, report.IndexFile))
			require.NoDirExists(t, filepath.Join(dir, report.PagesDir))
		})
	}
	execute(t, exitUsage, "run", "--html", "--no-html", in)
}

func TestItIsSaidWhenPagesAreLeftOut(t *testing.T) {
	for _, c := range []struct {
		name     string
		forms    forms
		articles int
		want     string
	}{
		{"few", forms{}, pagesUpTo, ""},
		{"many", forms{}, pagesUpTo + 1, "no pages were written, since there are more than 20000 articles: --html asks for them\n"},
		{"many, asked for", forms{html: true}, pagesUpTo + 1, ""},
		{"many, unwanted", forms{noHTML: true}, pagesUpTo + 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			o := output{forms: c.forms, objects: objectsFlag(report.FullObjects)}
			o.note(progress.NewLog(&b), &report.Summary{Articles: c.articles})
			require.Equal(t, c.want, b.String())
		})
	}
}

func TestItIsSaidWhenTextsAreByOffsets(t *testing.T) {
	for _, c := range []struct {
		name     string
		output   output
		articles int
		said     bool
	}{
		{"few", output{}, report.FullUpTo, false},
		{"many", output{}, report.FullUpTo + 1, true},
		{"many, asked for", output{objects: objectsFlag(report.OffsetsObjects)}, report.FullUpTo + 1, false},
		{"many, none", output{csvOnly: true}, report.FullUpTo + 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.output.forms.noHTML = true
			var b bytes.Buffer
			c.output.note(progress.NewLog(&b), &report.Summary{Articles: c.articles})
			const want = "report.jsonl has each text once, passages, credits and quotations by offsets, since there are more than 20000 articles: --jsonl full asks for theirs too\n"
			require.Equal(t, c.said, b.String() == want, b.String())
		})
	}
}

func TestDated(t *testing.T) {
	now := time.Date(2026, 11, 22, 3, 4, 5, 0, time.FixedZone("", 3600))
	for _, test := range []struct{ template, dir, link, target string }{
		{"wiretrace-report", "wiretrace-report", "", ""},
		{"reports/monday", "reports/monday", "", ""},
		{"reports/{date}", "reports/2026-11-22", "reports/latest", "2026-11-22"},
		{"{date}", "2026-11-22", "latest", "2026-11-22"},
		{"./{date}/", "./2026-11-22/", "latest", "2026-11-22"},
		{"/srv/reports/wire-{date}T{time}", "/srv/reports/wire-2026-11-22T03-04-05", "/srv/reports/latest", "wire-2026-11-22T03-04-05"},
		{"r/{date}/{time}/wire", "r/2026-11-22/03-04-05/wire", "r/latest", "2026-11-22/03-04-05/wire"},
		{"/{date}", "/2026-11-22", "/latest", "2026-11-22"},
		{"r/{Date}", "r/{Date}", "", ""},
	} {
		t.Run(test.template, func(t *testing.T) {
			dir, link, target, err := dated(filepath.FromSlash(test.template), now)
			require.NoError(t, err)
			require.Equal(t, test.dir, filepath.ToSlash(dir))
			require.Equal(t, test.link, filepath.ToSlash(link))
			require.Equal(t, test.target, filepath.ToSlash(target))
		})
	}
	_, _, _, err := dated("r/{day}", now)
	require.ErrorContains(t, err, "there is no {day}, only {date} and {time}")
}

func TestReportsInDatedFolders(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("x", filepath.Join(dir, "probe")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	out := filepath.Join(dir, "reports", "{date}", "{time}")
	args := []string{"run", "-o", out, "../../testdata/example"}
	execute(t, exitDone, args...)
	latest := filepath.Join(dir, "reports", "latest")
	require.True(t, report.IsReport(latest), "the link leads to the report")
	target, err := os.Readlink(latest)
	require.NoError(t, err)
	require.False(t, filepath.IsAbs(target))

	// A folder of the user's own stands, and the report is written all the same.
	require.NoError(t, os.Remove(latest))
	require.NoError(t, os.Mkdir(latest, 0o777))
	time.Sleep(time.Until(time.Now().Truncate(time.Second).Add(time.Second)))
	_, said := execute(t, exitDone, args...)
	require.Contains(t, said, "no link to the latest report was made: ")
	require.Contains(t, said, "not replaced, since it is no link")
	require.Contains(t, said, "9 articles read")

	// A run that fails leaves the link as it is.
	require.NoError(t, os.Remove(latest))
	require.NoError(t, os.Symlink("2020-01-01", latest))
	execute(t, exitFailed, "run", "-o", out, filepath.Join(dir, "nowhere"))
	target, err = os.Readlink(latest)
	require.NoError(t, err)
	require.Equal(t, "2020-01-01", target)
}

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

// lastSuccess is the one figure that is kept from run to run.
const lastSuccess = "wiretrace_last_success_timestamp_seconds"

func TestMetricsOfRunsThatGoWellAndDoNot(t *testing.T) {
	dir := t.TempDir()
	file, in := filepath.Join(dir, "wiretrace.prom"), "../../testdata/example"
	execute(t, exitDone, "run", "-q", "-o", filepath.Join(dir, "r"), "--metrics", file, in)
	require.Equal(t, "1", figure(t, file, "wiretrace_last_run_success"))
	require.Equal(t, "9", figure(t, file, "wiretrace_last_run_articles"))
	require.Equal(t, "2", figure(t, file, "wiretrace_last_run_clusters"))
	require.Equal(t, figure(t, file, "wiretrace_last_run_timestamp_seconds"), figure(t, file, lastSuccess))
	info, err := os.Stat(file)
	require.NoError(t, err)
	if runtime.GOOS != "windows" {
		require.Equal(t, os.FileMode(0o644), info.Mode().Perm(), "the node exporter is another user")
	}

	// An older success is remembered by the runs that fail after it.
	old := strings.Replace(readFile(t, file), "\n"+lastSuccess+" ", "\n"+lastSuccess+" 1700000000\n# ", 1)
	require.NoError(t, os.WriteFile(file, []byte(old), 0o644))
	for range 2 {
		execute(t, exitFailed, "run", "-q", "-o", filepath.Join(dir, "r"), "--metrics", file, filepath.Join(dir, "nowhere"))
		require.Equal(t, "0", figure(t, file, "wiretrace_last_run_success"))
		require.Equal(t, "1", figure(t, file, "wiretrace_last_run_exit_status"))
		require.Equal(t, "1700000000", figure(t, file, lastSuccess))
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
	require.Equal(t, "1700000000", figure(t, file, lastSuccess))

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

// objects reads standard error that must be JSON objects, one a line.
func objects(t *testing.T, said string) (list []map[string]any) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(said, "\n"), "\n") {
		var o map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &o), line)
		require.Contains(t, o, "time")
		require.Contains(t, o, "level")
		require.Contains(t, o, "msg")
		list = append(list, o)
	}
	return list
}

func TestLogAsJSON(t *testing.T) {
	dir := t.TempDir()
	out, broken := filepath.Join(dir, "r"), filepath.Join(dir, "broken.json")
	require.NoError(t, os.WriteFile(broken, []byte("{"), 0o666))
	in := "../../testdata/example"

	_, said := execute(t, exitProblems, "run", "--log-format", "json", "-o", out, in, broken)
	list := objects(t, said)
	done := list[len(list)-1]
	require.Equal(t, "INFO", done["level"])
	require.Equal(t, "done", done["msg"])
	require.EqualValues(t, 9, done["articles"])
	require.EqualValues(t, 2, done["clusters"])
	require.EqualValues(t, 1, done["problems"])
	require.EqualValues(t, exitProblems, done["exit_status"])
	require.Equal(t, out, done["report"])

	for _, test := range []struct {
		name string
		code int
		args []string
		msg  string
	}{
		{"a failure", exitFailed, []string{"-o", out, filepath.Join(dir, "nowhere")}, "nothing to read"},
		{"usage", exitUsage, nil, "no PATH given"},
		{"a wrong flag", exitUsage, []string{"--colour", in}, "unknown flag: --colour"},
		{"too many problems", exitFailed, []string{"-o", out, "--fail-on", "problems:0", in, broken}, "1 of 10 inputs could not be read"},
		{"quiet", exitFailed, []string{"-q", "-o", out, "--fail-on", "problems:0", in, broken}, "1 of 10 inputs could not be read"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, said := execute(t, test.code, append([]string{"run", "--log-format=json"}, test.args...)...)
			list := objects(t, said)
			if test.name == "quiet" {
				require.Len(t, list, 1)
			}
			last := list[len(list)-1]
			require.Equal(t, "ERROR", last["level"])
			require.Contains(t, last["msg"], test.msg)
			require.Equal(t, "run", last["command"])
			require.EqualValues(t, test.code, last["exit_status"])
		})
	}
	_, said = execute(t, exitDone, "run", "-q", "--log-format=json", "-o", out, in)
	require.Empty(t, said)
	_, said = execute(t, exitUsage, "run", "--log-format", "xml", in)
	require.Contains(t, said, `not a format: "xml" (text or json)`)
}

func TestRunWritesAWorkbookOnDemand(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	execute(t, exitProblems, "run", "-q", "--xlsx", "-o", dir, "../../testdata/stories")
	require.FileExists(t, filepath.Join(dir, report.SheetFile))
	require.True(t, report.IsReport(dir), "the workbook is part of the report")
	execute(t, exitProblems, "run", "-q", "-o", dir, "../../testdata/stories")
	require.NoFileExists(t, filepath.Join(dir, report.SheetFile))
}
