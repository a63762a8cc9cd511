package folder

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"wiretrace/internal/usage"
	"wiretrace/step"
)

// A receipt is what a task leaves last, when all else is there.
type receipt struct {
	Read    uint64                   `json:"blocks_read"`
	Kinds   map[step.Kind]*step.Size `json:"written"`
	Seconds float64                  `json:"seconds"`
	CPU     float64                  `json:"cpu_seconds"`
	Peak    int64                    `json:"peak_bytes"`
}

// Task does the work of one task of the stage begun last. It may be done again, also by
// several at a time. What memory does not hold, of which blocks take a quarter, goes to a
// file in temp; empty stands for the system's folder of temporary files.
func (r *Run) Task(ctx context.Context, o step.Options, stage string, task uint32, temp string) error {
	began, spent := time.Now(), usage.CPUSeconds()
	i := len(r.stages) - 1
	if i < 0 || r.stages[i].Name != stage {
		return fmt.Errorf("%s is not the stage that was begun last", stage)
	}
	if !slices.Contains(r.stages[i].Tasks, task) {
		return fmt.Errorf("%s has no task %d", stage, task)
	}
	plan := step.StageOf(stage)
	work, _ := step.Find(plan.Step)
	memory := int(o.Memory)
	if memory <= 0 {
		memory = step.DefaultMemory
	}
	memory /= 8
	if err := os.MkdirAll(r.folderOf(i), 0o777); err != nil {
		return err
	}
	out := newOutput(r.folderOf(i), r.Tasks, memory, temp)
	defer out.close()
	var list []dataset
	for _, name := range plan.In {
		list = append(list, r.datasets(name, i)...)
	}
	in, err := openInput(list, task, plan.Alone || r.stages[i].Whole, memory, temp)
	if err != nil {
		return err
	}
	defer in.close()
	sides := sideFiles{}
	for _, name := range plan.Side {
		kind, _ := step.KindOf(name)
		if list := r.datasets(name, i); len(list) > 0 {
			sides[kind.String()] = list[0]
		}
	}
	o.Tasks = r.Tasks
	read, err := work.Run(ctx, o, in, out, sides)
	if err != nil {
		return err
	}
	kinds, err := out.commit(task)
	if err != nil {
		return err
	}
	return writeJSON(filepath.Join(r.folderOf(i), receiptName(task)), receipt{read, kinds, time.Since(began).Seconds(), usage.CPUSeconds() - spent, usage.PeakBytes()})
}

// sideFiles are datasets by their kinds, each a file to a step.
type sideFiles map[string]dataset

// Open opens a dataset as one stream, sorted. A dataset is that lies in one file and is for
// one task.
func (s sideFiles) Open(name string) (fs.File, error) {
	d, ok := s[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	paths, err := d.files()
	if err != nil {
		return nil, err
	}
	if len(paths) == 1 {
		f, err := openTasks(paths[0])
		if err != nil {
			return nil, err
		}
		one, err := f.one()
		if one {
			return &sideFile{f.all(), f}, nil
		}
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	r, w := io.Pipe()
	go func() { w.CloseWithError(d.write(w)) }()
	return &sideFile{r, r}, nil
}

// write writes a dataset in order.
func (d *dataset) write(to io.Writer) error {
	const memory = 64 << 20
	in, err := openInput([]dataset{*d}, 0, true, memory, "")
	if err != nil {
		return err
	}
	defer in.close()
	w := step.NewWriter(to)
	for {
		b, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = w.Write(b)
		}
		if err != nil {
			return err
		}
	}
	return w.Close(0)
}

type sideFile struct {
	io.Reader
	io.Closer
}

func (*sideFile) Stat() (fs.FileInfo, error) { return nil, errors.ErrUnsupported }

// files returns the files of a dataset, one for each task that wrote it.
func (d *dataset) files() ([]string, error) {
	entries, err := os.ReadDir(d.folder)
	if err != nil {
		return nil, err
	}
	var list []string
	for _, e := range entries {
		if e.Name()[0] != '.' { // not one that is being written
			list = append(list, filepath.Join(d.folder, e.Name()))
		}
	}
	return list, nil
}
