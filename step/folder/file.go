package folder

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/zeebo/xxh3"

	"wiretrace/spill"
	"wiretrace/step"
)

// The file of a kind that a task wrote is
//
//	for each task that its blocks go to, a stream of these, sorted; nothing if there are none
//	8 bytes for each of these tasks   where its stream begins
//	8 bytes   where the last one ends
//	8 bytes   how many tasks
//	8 bytes   xxh3 hash of these numbers
//
// with all numbers little endian.

// An output is what a task writes, by kind and by the tasks that it goes to.
type output struct {
	dir    string
	tasks  uint32
	space  *spill.Space
	sorter *spill.Sorter[*step.Block]
}

// newOutput returns an output that writes below a folder, with some bytes in memory and the
// rest in a file in temp.
func newOutput(dir string, tasks uint32, memory int, temp string) *output {
	o := &output{dir: dir, tasks: tasks, space: spill.NewSpace(0, temp)}
	o.sorter = step.NewSorter(o.space, memory, func(x, y *step.Block) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(step.TaskOf(x.Part, tasks), step.TaskOf(y.Part, tasks)), step.CompareBlocks(x, y))
	})
	return o
}

// Write keeps a block.
func (o *output) Write(b *step.Block) error { return o.sorter.Add(b) }

func (o *output) close() { o.space.Close() }

// commit writes the files of a task, each whole or not at all, and returns what they hold.
func (o *output) commit(task uint32) (map[step.Kind]*step.Size, error) {
	sizes := map[step.Kind]*step.Size{}
	var at *taskWriter
	err := o.sorter.Each(func(b *step.Block) (err error) {
		if at != nil && at.kind != b.Kind {
			if err := at.commit(task); err != nil {
				return err
			}
			at = nil
		}
		if at == nil {
			if at, err = o.create(b.Kind); err != nil {
				return err
			}
			sizes[b.Kind] = &at.size
		}
		return at.write(step.TaskOf(b.Part, o.tasks), b)
	})
	if at != nil {
		if err != nil {
			at.f.Close()
			os.Remove(at.f.Name())
			return nil, err
		}
		err = at.commit(task)
	}
	return sizes, err
}

// A taskWriter writes one file.
type taskWriter struct {
	kind    step.Kind
	dir     string
	f       *os.File
	offsets []uint64 // where the streams of tasks begin, so far
	tasks   uint32
	w       *step.Writer // of the stream at hand
	written uint64       // bytes
	size    step.Size
}

func (o *output) create(kind step.Kind) (*taskWriter, error) {
	dir := filepath.Join(o.dir, kind.String())
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(dir, ".new-*")
	return &taskWriter{kind: kind, dir: dir, f: f, tasks: o.tasks}, err
}

// Write counts bytes on their way to the file.
func (t *taskWriter) Write(b []byte) (int, error) {
	n, err := t.f.Write(b)
	t.written += uint64(n)
	return n, err
}

// write adds a block to the stream of a task; tasks come in order.
func (t *taskWriter) write(task uint32, b *step.Block) error {
	if int(task) >= len(t.offsets) {
		if err := t.begin(task); err != nil {
			return err
		}
		t.w = step.NewWriter(t)
	}
	t.size.Add(&step.Size{Blocks: 1, Rows: uint64(b.Rows)})
	return t.w.Write(b)
}

// begin ends the stream at hand; the next is that of a task.
func (t *taskWriter) begin(task uint32) error {
	if t.w != nil {
		if err := t.w.Close(0); err != nil {
			return err
		}
		t.w = nil
	}
	for int(task) >= len(t.offsets) {
		t.offsets = append(t.offsets, t.written)
	}
	return nil
}

func (t *taskWriter) commit(task uint32) error {
	err := t.begin(t.tasks)
	if err == nil {
		t.size.Bytes = t.written
		var b []byte
		for _, at := range t.offsets {
			b = binary.LittleEndian.AppendUint64(b, at)
		}
		b = binary.LittleEndian.AppendUint64(b, uint64(t.tasks))
		_, err = t.f.Write(binary.LittleEndian.AppendUint64(b, xxh3.Hash(b)))
	}
	return commit(t.f, filepath.Join(t.dir, fmt.Sprintf("%06d", task)), err)
}

// A taskFile is a file of streams by task, open.
type taskFile struct {
	*os.File
	path  string
	tasks int64
	at    int64 // where the offsets begin
}

const tailBytes = 16

// openTasks opens the file of a kind that a task wrote, and looks where its streams lie.
func openTasks(path string) (*taskFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	t := &taskFile{File: f, path: path}
	var tail [tailBytes]byte
	info, err := f.Stat()
	if err == nil {
		_, err = f.ReadAt(tail[:], max(info.Size()-tailBytes, 0))
	}
	if err == nil {
		t.tasks = int64(binary.LittleEndian.Uint64(tail[:]))
		t.at = info.Size() - tailBytes - 8*(t.tasks+1)
		if t.tasks < 1 || t.tasks > 1<<32 || t.at < 0 {
			err = fmt.Errorf("%w: no place for the offsets of %d tasks", step.ErrBlocks, t.tasks)
		}
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return t, nil
}

// all returns the streams of all tasks.
func (t *taskFile) all() *io.SectionReader { return io.NewSectionReader(t.File, 0, t.at) }

// of returns the stream of a task, which may be empty.
func (t *taskFile) of(task uint32) (*io.SectionReader, error) {
	var b [16]byte
	if int64(task) >= t.tasks {
		return nil, fmt.Errorf("%s: %w: no task %d", t.path, step.ErrBlocks, task)
	}
	if _, err := t.ReadAt(b[:], t.at+8*int64(task)); err != nil {
		return nil, err
	}
	from, to := int64(binary.LittleEndian.Uint64(b[:])), int64(binary.LittleEndian.Uint64(b[8:]))
	if from > to || from < 0 || to > t.at {
		return nil, fmt.Errorf("%s: %w: the stream of task %d from %d to %d", t.path, step.ErrBlocks, task, from, to)
	}
	return io.NewSectionReader(t.File, from, to-from), nil
}

// tasks notes for which tasks there are blocks.
func (d *dataset) tasks(busy []bool) error {
	paths, err := d.files()
	if err != nil {
		return err
	}
	for _, path := range paths {
		f, err := openTasks(path)
		if err != nil {
			return err
		}
		err = f.busy(busy)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// one reports whether there are blocks for one task at most.
func (t *taskFile) one() (bool, error) {
	list := make([]bool, t.tasks)
	if err := t.busy(list); err != nil {
		return false, fmt.Errorf("%s: %w", t.path, err)
	}
	n := 0
	for _, b := range list {
		if b {
			n++
		}
	}
	return n <= 1, nil
}

func (t *taskFile) busy(busy []bool) error {
	if t.tasks != int64(len(busy)) {
		return fmt.Errorf("%w: for %d tasks, not %d", step.ErrBlocks, t.tasks, len(busy))
	}
	b := make([]byte, 8*(len(busy)+1)+tailBytes)
	if _, err := t.ReadAt(b, t.at); err != nil {
		return err
	}
	end := len(b) - 8
	if xxh3.Hash(b[:end]) != binary.LittleEndian.Uint64(b[end:]) {
		return fmt.Errorf("%w: checksum of the offsets does not hold", step.ErrBlocks)
	}
	for k := range busy {
		if binary.LittleEndian.Uint64(b[8*k:]) != binary.LittleEndian.Uint64(b[8*k+8:]) {
			busy[k] = true
		}
	}
	return nil
}

// each hands the blocks of a task, or of all, to use, from one file after another.
func (d *dataset) each(task uint32, all bool, use func(*step.Block) error) error {
	paths, err := d.files()
	if err != nil {
		return err
	}
	for _, path := range paths {
		if err := eachBlock(path, task, all, use); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// eachBlock hands the blocks of the file at path that go to a task to use, or all of them.
func eachBlock(path string, task uint32, all bool, use func(*step.Block) error) error {
	f, err := openTasks(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := f.all()
	if !all {
		if in, err = f.of(task); err != nil {
			return err
		}
	}
	r := step.NewReader(in)
	for {
		b, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := use(b); err != nil {
			return err
		}
	}
}
