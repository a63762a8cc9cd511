package folder

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"wiretrace/internal/tools/corpus"
	"wiretrace/job"
	"wiretrace/step"
)

// A driver does what whoever drives a run must do, in this process.
type driver struct {
	t   *testing.T
	dir string
	o   step.Options
	rng *rand.Rand
}

func begin(t *testing.T, tasks uint32, paths ...string) *driver {
	dir := t.TempDir()
	d := &driver{t, filepath.Join(dir, "work"), step.Options{Out: filepath.Join(dir, "report")}, rand.New(rand.NewPCG(uint64(tasks), 1))}
	d.o.Reader.Now = time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)
	require.NoError(t, Begin(d.dir, Manifest{Tasks: tasks}, paths))
	return d
}

// open returns the run as a process that was started anew finds it.
func (d *driver) open() *Run {
	r, err := Open(d.dir)
	require.NoError(d.t, err)
	return r
}

func (d *driver) task(stage string, task uint32) {
	require.NoError(d.t, d.open().Task(d.t.Context(), d.o, stage, task, d.t.TempDir()), "%s %d", stage, task)
}

func (d *driver) next(done string) (string, []uint32) {
	stage, tasks, err := d.open().Next(done)
	require.NoError(d.t, err)
	return stage, tasks
}

// until does all tasks before those of a stage, in any order and some of them twice, and
// returns these.
func (d *driver) until(stage string) []uint32 {
	at, tasks := d.next("")
	for at != stage {
		for _, k := range d.rng.Perm(len(tasks)) {
			d.task(at, tasks[k])
		}
		d.task(at, tasks[0])
		at, tasks = d.next(at)
	}
	return tasks
}

// csv returns the tables of a report.
func csv(t *testing.T, dir string) map[string]string {
	all := map[string]string{}
	paths, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	require.NoError(t, err)
	for _, p := range paths {
		b, err := os.ReadFile(p)
		require.NoError(t, err)
		all[filepath.Base(p)] = string(b)
	}
	return all
}

func TestTheReportIsThatOfOneMachine(t *testing.T) {
	g, err := corpus.New(corpus.Options{Articles: 600, Seed: 5}) // more than go to one part
	require.NoError(t, err)
	in := filepath.Join(t.TempDir(), "articles.jsonl")
	f, err := os.Create(in)
	require.NoError(t, err)
	_, err = g.Write(t.Context(), f, io.Discard)
	require.NoError(t, errors.Join(err, f.Close()))
	for _, tasks := range []uint32{1, 5} {
		d := begin(t, tasks, in)
		one := filepath.Join(t.TempDir(), "one")
		o := job.Options{Paths: []string{in}, Out: one}
		o.Reader.Now = d.o.Reader.Now
		_, err := job.Run(t.Context(), o)
		require.NoError(t, err)
		d.until("")
		want, got := csv(t, one), csv(t, d.o.Out)
		require.Len(t, got, len(want))
		for name := range want {
			if want[name] != got[name] {
				t.Errorf("%d tasks: %s differs: %.2000s", tasks, name, cmp.Diff(want[name], got[name]))
			}
		}
		require.Greater(t, len(want), 5)
	}
}

// A run that was interrupted in the middle of a stage goes on with what is missing of it.
func TestInterrupted(t *testing.T) {
	d := begin(t, 4, "../../testdata/example", "../../testdata/stories")
	tasks := d.until("links")
	require.Greater(t, len(tasks), 1)
	d.task("links", tasks[0])
	stage, missing := d.next("")
	require.Equal(t, "links", stage)
	require.Equal(t, tasks[1:], missing)
	for _, k := range missing {
		d.task("links", k)
	}
	stage, _ = d.next("links")
	require.Equal(t, "components", stage)
	require.ErrorContains(t, d.open().Task(t.Context(), d.o, "links", tasks[0], ""), "links is not the stage that was begun last")
}

// A task that says it is done and has done nothing, or read half of what there was, does
// not pass.
func TestWorkThatWasNotDone(t *testing.T) {
	d := begin(t, 2, "../../testdata/example")
	tasks := d.until("keys")
	_, _, err := d.open().Next("keys")
	require.ErrorContains(t, err, "keys: task 0 of it has ended without having done its work")
	for _, k := range tasks {
		d.task("keys", k)
	}
	path := filepath.Join(d.open().folderOf(len(d.open().stages)-1), receiptName(tasks[0]))
	var r receipt
	require.NoError(t, readJSON(path, &r))
	r.Read--
	require.NoError(t, writeJSON(path, r))
	_, _, err = d.open().Next("keys")
	require.ErrorContains(t, err, "keys: its tasks have read")
}

func TestAnotherProgramIsRefused(t *testing.T) {
	d := begin(t, 2, "../../testdata/example")
	m := d.open().Manifest
	m.Program = "0123"
	require.NoError(t, writeJSON(filepath.Join(d.dir, manifestFile), m))
	_, err := Open(d.dir)
	require.ErrorContains(t, err, "this program is not the one that began the run")
}

func TestOnlyFoldersOfRunsAreEmptied(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "mine.txt")
	require.NoError(t, os.WriteFile(mine, nil, 0o666))
	require.ErrorContains(t, Begin(dir, Manifest{Tasks: 1}, []string{"in"}), "not empty")
	require.FileExists(t, mine)
	d := begin(t, 2, "../../testdata/example")
	d.until("keys")
	require.NoError(t, Begin(d.dir, Manifest{Tasks: 1}, []string{"in"}))
	stage, tasks := d.next("")
	require.Equal(t, "digest", stage)
	require.Equal(t, []uint32{0}, tasks)
}

// Files that were damaged on their way are never taken for whole ones.
func TestDamagedFiles(t *testing.T) {
	d := begin(t, 2, "../../testdata/example")
	tasks := d.until("acquaint")
	path := filepath.Join(d.open().folderOf(0), "articles", "000000")
	whole, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		path = filepath.Join(d.open().folderOf(0), "articles", "000001")
		whole, err = os.ReadFile(path)
	}
	require.NoError(t, err)
	broken := func(b []byte) bool { // what a task does not see, the sum of all tasks does
		require.NoError(t, os.WriteFile(path, b, 0o666))
		for _, k := range tasks {
			if d.open().Task(t.Context(), d.o, "acquaint", k, "") != nil {
				return true
			}
		}
		_, _, err := d.open().Next("acquaint")
		return err != nil
	}
	for n := range 40 {
		require.True(t, broken(whole[:n*len(whole)/40]), "the first %d of %d bytes", n*len(whole)/40, len(whole))
	}
	for at := len(whole) - 40; at < len(whole)-8; at++ {
		b := append([]byte{}, whole...)
		b[at] ^= 0x10
		require.True(t, broken(b), "byte %d of %d", at, len(whole))
	}
}

// Streams that are read side by side give the blocks that sorting gives, which is done where there are too many.
func TestStreamsSideBySide(t *testing.T) {
	d := begin(t, 4, "../../testdata/example", "../../testdata/stories")
	tasks := d.until("links")
	r := d.open()
	var list []dataset
	for _, name := range step.StageOf("links").In {
		list = append(list, r.datasets(name, len(r.stages)-1)...)
	}
	blocks := func(in *input) (all []*step.Block) {
		defer in.close()
		for {
			b, err := in.Next()
			if errors.Is(err, io.EOF) {
				return all
			}
			require.NoError(t, err)
			all = append(all, b)
		}
	}
	n := 0
	for _, all := range []bool{false, true} {
		for _, task := range tasks {
			merged, err := openInput(list, task, all, 1<<20, t.TempDir())
			require.NoError(t, err)
			sorted := &input{}
			require.NoError(t, sorted.sort(list, task, all, 1, t.TempDir())) // nothing in memory
			got := blocks(merged)
			require.Equal(t, blocks(sorted), got)
			n += len(got)
		}
	}
	require.Greater(t, n, 10)
}
