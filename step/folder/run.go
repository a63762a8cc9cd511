package folder

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/zeebo/xxh3"

	"wiretrace/step"
)

// A Manifest is what all tasks of a run have in common.
type Manifest struct {
	Program string    `json:"program"` // hash of the program that began the run
	Version string    `json:"version"` // of it
	Began   time.Time `json:"began"`
	Dir     string    `json:"dir"`  // folder that it was begun in
	Args    []string  `json:"args"` // that it was begun with
	Tasks   uint32    `json:"tasks"`
}

// A Stage is a stage of the plan that was begun, once for each round of a loop.
type Stage struct {
	Name    string                   `json:"stage"`
	Tasks   []uint32                 `json:"tasks"`           // that have anything to do
	Whole   bool                     `json:"whole,omitempty"` // one task does all parts: it reads little
	Done    bool                     `json:"done"`
	Read    uint64                   `json:"blocks_read"`
	Kinds   map[step.Kind]*step.Size `json:"written,omitempty"`
	Seconds float64                  `json:"task_seconds"` // of all tasks together
	CPU     float64                  `json:"cpu_seconds"`  // of all tasks together
	Peak    int64                    `json:"peak_bytes"`   // the most that a task took
}

// A Run is a run in a folder. One process at a time may call Next.
type Run struct {
	Manifest
	// Small is how many bytes a stage may read to be begun as one task of all parts:
	// to start a process, or to ask an engine for one, costs more than its work.
	Small  uint64
	dir    string
	stages []Stage
}

const (
	manifestFile = "manifest.json"
	stagesFile   = "stages.json"
	inputFolder  = "input"
)

// Begin makes the folder of a run over some paths, which must not be there yet unless it
// is one of a run: then its files are deleted. What m says of the program is filled in.
func Begin(dir string, m Manifest, paths []string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(dir, manifestFile)); err != nil {
			return fmt.Errorf("%s: it is not empty, nor the folder of a run", dir)
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	if m.Program, err = program(); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	out := newOutput(filepath.Join(dir, inputFolder), m.Tasks, 0, "")
	defer out.close()
	if err := step.WriteInput(out, paths, m.Tasks); err != nil {
		return err
	}
	if _, err := out.commit(0); err != nil {
		return err
	}
	return writeJSON(filepath.Join(dir, manifestFile), m)
}

// Open returns the run of a folder. An error says so if another program began it.
func Open(dir string) (*Run, error) {
	r := &Run{dir: dir}
	if err := readJSON(filepath.Join(dir, manifestFile), &r.Manifest); err != nil {
		return nil, err
	}
	if err := readJSON(filepath.Join(dir, stagesFile), &r.stages); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	mine, err := program()
	if err != nil {
		return nil, err
	}
	if mine != r.Program {
		return nil, fmt.Errorf("%s: this program is not the one that began the run: its hash is %s, not %s", dir, mine, r.Program)
	}
	return r, nil
}

// program returns a hash of this program.
var program = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := xxh3.New()
	if _, err := io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{f}, make([]byte, 1<<20)); err != nil {
		return "", err
	}
	sum := h.Sum128().Bytes()
	return hex.EncodeToString(sum[:]), nil
})

// Next returns the stage whose tasks are to be done now, and these; no stage once the
// report is written. Tasks that are done already are not among them, so that a run which
// was interrupted goes on where it was. done, if not empty, is the stage whose tasks whoever
// drives the run has seen to their ends: an error says which of them have left nothing.
func (r *Run) Next(done string) (stage string, tasks []uint32, err error) {
	n := len(r.stages)
	if done != "" && (n == 0 || r.stages[n-1].Name != done) {
		return "", nil, fmt.Errorf("%s is not the stage that was begun last", done)
	}
	if n > 0 && !r.stages[n-1].Done {
		last := &r.stages[n-1]
		missing, err := r.finish(n - 1)
		switch {
		case err != nil:
			return "", nil, fmt.Errorf("%s: %w", last.Name, err)
		case len(missing) > 0 && done != "":
			said := r.failure(last.Name, missing[0])
			return "", nil, fmt.Errorf("%s: task %d of it has ended without having done its work%s", last.Name, missing[0], said)
		case len(missing) > 0:
			return last.Name, missing, nil
		}
	}
	for {
		s := r.upcoming()
		if s == nil {
			return "", nil, r.save()
		}
		tasks, err := r.tasksOf(s)
		if err != nil {
			return "", nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		whole := len(tasks) > 0 && r.small(s)
		if whole {
			tasks = []uint32{0}
		}
		r.stages = append(r.stages, Stage{Name: s.Name, Tasks: tasks, Whole: whole, Done: len(tasks) == 0})
		if len(tasks) > 0 {
			return s.Name, tasks, r.save()
		}
	}
}

// NextLarge does what Next does, but for stages that are one task since they read little
// (Small): these it does itself, as Task does with o and temp.
func (r *Run) NextLarge(ctx context.Context, o step.Options, done, temp string) (stage string, tasks []uint32, err error) {
	for {
		stage, tasks, err := r.Next(done)
		if err != nil || stage == "" || !r.stages[len(r.stages)-1].Whole {
			return stage, tasks, err
		}
		if err := r.Task(ctx, o, stage, tasks[0], temp); err != nil {
			return "", nil, err
		}
		done = stage
	}
}

// small reports whether the next stage reads few enough bytes to be one task. What the
// first one reads is not known.
func (r *Run) small(s *step.Stage) bool {
	bytes := uint64(0)
	for _, name := range s.In {
		if name == step.FirstDataset {
			return false
		}
		for _, d := range r.datasets(name, len(r.stages)) {
			bytes += d.bytes
		}
	}
	return bytes < r.Small
}

func (r *Run) save() error { return writeJSON(filepath.Join(r.dir, stagesFile), r.stages) }

// upcoming returns the stage of the plan after those begun, nil after the last.
func (r *Run) upcoming() *step.Stage {
	begun := 0
	next := func(s *step.Stage) *step.Stage {
		if begun == len(r.stages) {
			return s
		}
		begun++
		return nil
	}
	plan := step.Plan()
	for i := range plan {
		s := &plan[i]
		if len(s.Loop) == 0 {
			if s := next(s); s != nil {
				return s
			}
			continue
		}
		for {
			if s := next(&s.Loop[0]); s != nil {
				return s
			}
			kind, _ := step.KindOf(s.Until)
			if r.stages[begun-1].Kinds[kind] == nil {
				break
			}
			for k := range s.Loop[1:] {
				if s := next(&s.Loop[1+k]); s != nil {
					return s
				}
			}
		}
	}
	return nil
}

// folderOf is that of a stage by its place among those begun.
func (r *Run) folderOf(i int) string {
	return filepath.Join(r.dir, fmt.Sprintf("%02d-%s", i, r.stages[i].Name))
}

// A dataset is the blocks of one kind that a stage has written.
type dataset struct {
	folder        string
	blocks, bytes uint64
}

// datasets returns where the blocks of a dataset lie: those of the last time that its
// stage was begun before the stage i, or of all times where these add up.
func (r *Run) datasets(name string, i int) []dataset {
	if name == step.FirstDataset {
		return []dataset{{folder: filepath.Join(r.dir, inputFolder, step.Inputs.String()), blocks: uint64(r.Tasks)}}
	}
	kind, stage := step.KindOf(name)
	var list []dataset
	for k, s := range slices.Backward(r.stages[:i]) {
		if s.Name != stage {
			continue
		}
		if n := s.Kinds[kind]; n != nil {
			list = append(list, dataset{filepath.Join(r.folderOf(k), kind.String()), n.Blocks, n.Bytes})
		}
		if !kind.AddsUp() {
			break
		}
	}
	return list
}

// tasksOf returns the tasks of the next stage that have anything to do.
func (r *Run) tasksOf(s *step.Stage) ([]uint32, error) {
	if s.Alone {
		return []uint32{0}, nil
	}
	busy := make([]bool, r.Tasks)
	for _, name := range s.In {
		for _, d := range r.datasets(name, len(r.stages)) {
			if err := d.tasks(busy); err != nil {
				return nil, err
			}
		}
	}
	list := []uint32{} // which stages.json has as a list, not as null
	for k, b := range busy {
		if b {
			list = append(list, uint32(k))
		}
	}
	return list, nil
}

// finish takes the receipts of the tasks of a stage, and returns those that have left
// none. Once there are all, the blocks that they have read must be those that were there.
func (r *Run) finish(i int) (missing []uint32, err error) {
	s := r.stages[i]
	s.Kinds = map[step.Kind]*step.Size{}
	for _, task := range s.Tasks {
		var got receipt
		switch err := readJSON(filepath.Join(r.folderOf(i), receiptName(task)), &got); {
		case errors.Is(err, fs.ErrNotExist):
			missing = append(missing, task)
			continue
		case err != nil:
			return nil, err
		}
		s.Read += got.Read
		s.Seconds += got.Seconds
		s.CPU += got.CPU
		s.Peak = max(s.Peak, got.Peak)
		for kind, n := range got.Kinds {
			if s.Kinds[kind] == nil {
				s.Kinds[kind] = new(step.Size)
			}
			s.Kinds[kind].Add(n)
		}
	}
	if len(missing) > 0 {
		return missing, nil
	}
	want := uint64(0)
	for _, name := range step.StageOf(s.Name).In {
		for _, d := range r.datasets(name, i) {
			want += d.blocks
		}
	}
	if s.Read != want {
		return nil, fmt.Errorf("its tasks have read %d blocks, where there are %d", s.Read, want)
	}
	s.Done = true
	r.stages[i] = s
	return nil, r.save()
}

func receiptName(task uint32) string { return fmt.Sprintf("%06d.json", task) }

// Failed notes what a task ended with, for whoever asks Next what comes after its stage.
func Failed(dir, stage string, task uint32, failed error) {
	path := failureFile(dir, stage, task)
	if os.MkdirAll(filepath.Dir(path), 0o777) == nil {
		_ = os.WriteFile(path, []byte(failed.Error()), 0o666) // who drives the run is told by the exit status in any case
	}
}

// failure returns what a task is known to have ended with, behind a colon.
func (r *Run) failure(stage string, task uint32) string {
	b, err := os.ReadFile(failureFile(r.dir, stage, task))
	if err != nil {
		return ""
	}
	return ": " + string(b)
}

func failureFile(dir, stage string, task uint32) string {
	return filepath.Join(dir, "failed", fmt.Sprintf("%s-%06d", stage, task))
}

func readJSON(path string, to any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, to); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// writeJSON writes a file that is whole whenever it is seen.
func writeJSON(path string, x any) error {
	b, err := json.MarshalIndent(x, "", " ")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(append(b, '\n'))
	return commit(f, path, err)
}

// commit gives a temporary file its name, unless there was an error: then it is deleted.
func commit(f *os.File, path string, err error) error {
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
