//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/internal/tools/corpus"
)

// made writes made-up articles as JSON lines.
func made(t testing.TB, articles int) []byte {
	t.Helper()
	g, err := corpus.New(corpus.Options{Articles: articles, Seed: 1})
	require.NoError(t, err)
	var out, truth bytes.Buffer
	_, err = g.Write(context.Background(), &out, &truth)
	require.NoError(t, err)
	return out.Bytes()
}

// contents returns what lies in a folder, hidden files too.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			found[path] = readFile(t, path)
		}
		return err
	}))
	return found
}

// An interrupted is a run in a process of its own, in an empty folder but for
// an older report.
type interrupted struct {
	*exec.Cmd
	dir, temp, metrics string
	before             map[string]string
	stderr             bytes.Buffer
}

func startRun(t *testing.T, paths ...string) *interrupted {
	t.Helper()
	r := &interrupted{dir: t.TempDir(), temp: t.TempDir()}
	out := filepath.Join(r.dir, "report")
	execute(t, exitDone, "run", "-q", "-o", out, "../../testdata/example")
	r.before = contents(t, r.dir)
	r.metrics = filepath.Join(t.TempDir(), "wiretrace.prom")
	r.Cmd = exec.Command("wiretrace", append([]string{
		"run", "--out", out, "--temp", r.temp, "--memory", "1B", "--metrics", r.metrics,
	}, paths...)...)
	r.Stderr = &r.stderr
	return r
}

// working waits until the process is at work.
func (r *interrupted) working(t *testing.T) {
	t.Helper()
	require.Eventually(t, func() bool {
		_, err := os.Stat(filepath.Join(r.dir, ".report.wiretrace-new", "report.csv"))
		return err == nil
	}, 20*time.Second, time.Millisecond)
}

// end waits for the process and returns its exit status.
func (r *interrupted) end(t *testing.T) int {
	t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- r.Wait() }()
	select {
	case err := <-ended:
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			return exit.ExitCode()
		}
		require.NoError(t, err)
		return 0
	case <-time.After(30 * time.Second):
		require.NoError(t, r.Process.Kill())
		require.FailNow(t, "it did not end")
		return -1
	}
}

// untouched checks what an interrupted run may leave behind: nothing.
func (r *interrupted) untouched(t *testing.T) {
	t.Helper()
	require.Equal(t, "wiretrace: interrupted, nothing was written\n", r.stderr.String())
	require.Equal(t, r.before, contents(t, r.dir), "the older report stands, and nothing lies beside it")
	entries, err := os.ReadDir(r.dir)
	require.NoError(t, err)
	require.Len(t, entries, 1)
	require.Empty(t, contents(t, r.temp))
	require.Equal(t, strconv.Itoa(exitInterrupted), figure(t, r.metrics, "wiretrace_last_run_exit_status"))
}

func TestSignalWhileReading(t *testing.T) {
	articles := made(t, 300)
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			r := startRun(t, "-")
			in, err := r.StdinPipe()
			require.NoError(t, err)
			defer in.Close() // until then there may be more to come
			require.NoError(t, r.Start())
			_, err = in.Write(articles)
			require.NoError(t, err)
			r.working(t)
			require.NoError(t, r.Process.Signal(signal))
			require.Equal(t, exitInterrupted, r.end(t))
			r.untouched(t)
		})
	}
}

func TestSignalAtAnyMoment(t *testing.T) {
	file := filepath.Join(t.TempDir(), "made.jsonl")
	require.NoError(t, os.WriteFile(file, made(t, 2000), 0o666))
	stopped := 0
	for _, after := range []time.Duration{0, 100, 250, 500, 800, 1200} {
		after *= time.Millisecond
		t.Run(after.String(), func(t *testing.T) {
			r := startRun(t, file)
			require.NoError(t, r.Start())
			r.working(t)
			time.Sleep(after)
			require.NoError(t, r.Process.Signal(os.Interrupt))
			switch code := r.end(t); code {
			case exitInterrupted:
				stopped++
				r.untouched(t)
			case exitDone: // it was faster
				require.Contains(t, r.stderr.String(), "2,000 articles read")
				require.NotEqual(t, r.before, contents(t, r.dir))
			default:
				require.FailNow(t, "exit status "+strconv.Itoa(code), r.stderr.String())
			}
			require.False(t, strings.Contains(r.stderr.String(), "panic"))
		})
	}
	require.NotZero(t, stopped)
}

// Whatever waits for a pipe that nobody writes to ends with a signal.
func TestSignalWhileAPipeIsWaitedFor(t *testing.T) {
	for _, c := range []struct {
		name   string
		signal syscall.Signal
		args   []string
	}{
		{"an input", syscall.SIGTERM, []string{"run", "-q", "--out", "r", "pipe"}},
		{"an input, and the terminal is closed", syscall.SIGHUP, []string{"run", "-q", "--out", "r", "pipe"}},
		{"an input to extract", syscall.SIGTERM, []string{"extract", "pipe"}},
		{"an input to compare", syscall.SIGTERM, []string{"compare", "pipe", "pipe"}},
		{"a table of outlets", syscall.SIGTERM, []string{"run", "-q", "--outlets", "pipe", "--out", "r", "pipe"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if signal.Ignored(c.signal) {
				t.Skip("what was started with nohup lives on when the terminal is closed, as it should")
			}
			t.Parallel()
			dir := t.TempDir()
			require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600))
			r := &interrupted{Cmd: exec.Command("wiretrace", c.args...)}
			r.Dir, r.Stderr = dir, &r.stderr
			require.NoError(t, r.Start())
			time.Sleep(time.Second)
			require.NoError(t, r.Process.Signal(c.signal))
			require.Equal(t, exitInterrupted, r.end(t))
			require.Contains(t, r.stderr.String(), "interrupted")
			require.NoDirExists(t, filepath.Join(dir, "r"))
		})
	}
}
