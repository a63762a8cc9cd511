package folder

import (
	"container/heap"
	"errors"
	"fmt"
	"io"
	"iter"

	"wiretrace/spill"
	"wiretrace/step"
)

// mostStreams is how many streams are read side by side, for each of which there is a buffer. More
// are sorted first.
const mostStreams = 512

// An input is the blocks of datasets that go to a task, in the order of step.CompareBlocks. It is
// a step.Source.
type input struct {
	files []*taskFile
	// The streams by the next block of each, the least one first: a heap.
	streams []*stream
	sorted  func() (*step.Block, error, bool) // instead: see sort
	close   func()
}

// A stream is sorted blocks in a file.
type stream struct {
	*step.Reader
	path string
	at   *step.Block
}

// openInput opens the blocks of datasets that go to a task, or all of them. Of what memory
// does not hold, of which it takes some bytes, it makes a file in temp.
func openInput(list []dataset, task uint32, all bool, memory int, temp string) (*input, error) {
	in := &input{}
	in.close = in.closeFiles
	err := in.open(list, task, all)
	if errors.Is(err, errMany) {
		in.closeFiles()
		in.files, in.streams = nil, nil
		err = in.sort(list, task, all, memory, temp)
	}
	if err != nil {
		in.close()
		return nil, err
	}
	heap.Init(in)
	return in, nil
}

// errMany says that there are more than mostStreams.
var errMany = errors.New("too many streams")

// open opens all streams that hold anything.
func (in *input) open(list []dataset, task uint32, all bool) error {
	for _, d := range list {
		paths, err := d.files()
		if err != nil {
			return err
		}
		if len(in.files)+len(paths) > mostStreams {
			return errMany
		}
		for _, path := range paths {
			f, err := openTasks(path)
			if err != nil {
				return err
			}
			in.files = append(in.files, f)
			from, to := task, task+1
			if all {
				from, to = 0, uint32(f.tasks)
			}
			for k := from; k < to; k++ {
				if err := in.add(f, k); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// add adds the stream of a task.
func (in *input) add(f *taskFile, task uint32) error {
	r, err := f.of(task)
	if err != nil || r.Size() == 0 {
		return err
	}
	if len(in.streams) == mostStreams {
		return errMany
	}
	s := &stream{step.NewReader(r), f.path, nil}
	if err := s.advance(); err != nil {
		return err
	}
	if s.at != nil {
		in.streams = append(in.streams, s)
	}
	return nil
}

// sort reads all blocks and sorts them.
func (in *input) sort(list []dataset, task uint32, all bool, memory int, temp string) error {
	space := spill.NewSpace(0, temp)
	in.close = func() { space.Close() }
	sorter := step.NewSorter(space, memory, step.CompareBlocks)
	for _, d := range list {
		if err := d.each(task, all, sorter.Add); err != nil {
			return err
		}
	}
	next, stop := iter.Pull2(func(yield func(*step.Block, error) bool) {
		ended := errors.New("ended")
		err := sorter.Each(func(b *step.Block) error {
			if !yield(b, nil) {
				return ended
			}
			return nil
		})
		if err != nil && !errors.Is(err, ended) {
			yield(nil, err)
		}
	})
	in.sorted = next
	in.close = func() {
		stop()
		space.Close()
	}
	return nil
}

func (in *input) closeFiles() {
	for _, f := range in.files {
		f.Close()
	}
}

// advance moves to the next block of a stream, to none after the last.
func (s *stream) advance() error {
	last := s.at
	b, err := s.Next()
	switch {
	case errors.Is(err, io.EOF):
		s.at = nil
		return nil
	case err == nil && last != nil && step.CompareBlocks(last, b) > 0:
		err = fmt.Errorf("%w: not sorted", step.ErrBlocks)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	s.at = b
	return nil
}

// Next returns the next block.
func (in *input) Next() (*step.Block, error) {
	if in.sorted != nil {
		b, err, ok := in.sorted()
		if !ok {
			return nil, io.EOF
		}
		return b, err
	}
	if len(in.streams) == 0 {
		return nil, io.EOF
	}
	s := in.streams[0]
	b := s.at
	if err := s.advance(); err != nil {
		return nil, err
	}
	if s.at == nil {
		heap.Pop(in)
	} else {
		heap.Fix(in, 0)
	}
	return b, nil
}

// Len and the methods below it make a heap of the streams.
func (in *input) Len() int { return len(in.streams) }

func (in *input) Less(i, j int) bool {
	return step.CompareBlocks(in.streams[i].at, in.streams[j].at) < 0
}

func (in *input) Swap(i, j int) { in.streams[i], in.streams[j] = in.streams[j], in.streams[i] }

// Push is for heap.Interface; no stream comes later.
func (in *input) Push(x any) { in.streams = append(in.streams, x.(*stream)) }

// Pop takes the last one off.
func (in *input) Pop() any {
	last := len(in.streams) - 1
	s := in.streams[last]
	in.streams = in.streams[:last]
	return s
}
