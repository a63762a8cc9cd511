package spill

import (
	"container/heap"
	"slices"
)

// A Sorter takes items in any order and gives them back in order. What memory
// does not hold is written down as sorted runs, which are merged as they are
// read. It belongs to one goroutine.
type Sorter[T any] struct {
	space *Space
	most  int // items in memory, or what they weigh
	held  int // what those in memory weigh
	form  Form[T]
	list  []T
	runs  []run
	given int
}

// A Form says how items are ordered, and how they are written down.
type Form[T any] struct {
	Compare func(x, y T) int
	Encode  func(b []byte, x T) []byte        // appends x to b
	Decode  func(b []byte) (x T, rest []byte) // x must not alias b
	// Weight, if not nil, returns how many items x counts for in memory. There is no Merge then.
	Weight func(x T) int
	// Merge, if not nil, makes one item of two that Compare calls equal: it adds
	// y to x. It must not matter in which order items are merged.
	Merge func(x *T, y T)
}

// A run is a sorted list in the space.
type run struct {
	blocks []Extent
	n      int // items
}

// blockFull is the size from which on a block of a run is full, in bytes.
const blockFull = 16 << 10

// NewSorter returns a sorter with at most so many items in memory, or the first that
// weigh as much.
func NewSorter[T any](s *Space, most int, form Form[T]) *Sorter[T] {
	return &Sorter[T]{space: s, most: most, form: form}
}

// Add takes an item.
func (s *Sorter[T]) Add(x T) error {
	if s.form.Weight != nil {
		if s.held >= s.most {
			if err := s.write(); err != nil {
				return err
			}
		}
		s.held += s.form.Weight(x)
	} else if len(s.list) >= s.most {
		s.merge()
		if s.form.Merge == nil || len(s.list) > s.most/2 {
			if err := s.write(); err != nil {
				return err
			}
		}
	}
	s.list = append(s.list, x)
	return nil
}

// Join takes all items of o, and the room that o had in memory. o must not be
// used after it.
func (s *Sorter[T]) Join(o *Sorter[T]) error {
	s.runs = append(s.runs, o.runs...)
	s.most += o.most
	o.merge()
	for _, x := range o.list {
		if err := s.Add(x); err != nil {
			return err
		}
	}
	o.list, o.runs = nil, nil
	return nil
}

// merge makes one of the equal items in memory, if that is asked for, which
// are sorted then.
func (s *Sorter[T]) merge() {
	if s.form.Merge == nil {
		return
	}
	slices.SortFunc(s.list, s.form.Compare)
	out := s.list[:0]
	for _, x := range s.list {
		if n := len(out); n > 0 && s.form.Compare(out[n-1], x) == 0 {
			s.form.Merge(&out[n-1], x)
		} else {
			out = append(out, x)
		}
	}
	clear(s.list[len(out):])
	s.list = out
}

// write writes down what is in memory.
func (s *Sorter[T]) write() error {
	if len(s.list) == 0 {
		return nil
	}
	slices.SortFunc(s.list, s.form.Compare)
	done := run{n: len(s.list)}
	b := make([]byte, 0, blockFull)
	for i, x := range s.list {
		b = s.form.Encode(b, x)
		if len(b) < blockFull && i < len(s.list)-1 {
			continue
		}
		block, err := s.space.PutExtent(b)
		if err != nil {
			return err
		}
		done.blocks = append(done.blocks, block)
		b = b[:0]
	}
	s.runs = append(s.runs, done)
	clear(s.list)
	s.list = s.list[:0]
	s.held = 0
	return nil
}

// Len returns how many items there are. Equal ones in several runs count as
// often, merged or not.
func (s *Sorter[T]) Len() int {
	s.merge()
	n := len(s.list)
	for _, run := range s.runs {
		n += run.n
	}
	return n
}

// Given returns how many of Len items the call of Each under way has read.
func (s *Sorter[T]) Given() int { return s.given }

// Each gives out all items in order, equal ones as one if they are to be merged.
// Nothing may be added after it. An error of use ends it.
func (s *Sorter[T]) Each(use func(x T) error) error {
	s.given = 0
	if s.form.Merge == nil {
		return s.each(use)
	}
	var held T
	err := s.each(func(x T) error {
		if s.given == 1 {
			held = x
			return nil
		}
		if s.form.Compare(held, x) == 0 {
			s.form.Merge(&held, x)
			return nil
		}
		last := held
		held = x
		return use(last)
	})
	if err == nil && s.given > 0 {
		err = use(held)
	}
	return err
}

// each merges the runs on disk with what is in memory.
func (s *Sorter[T]) each(use func(x T) error) error {
	slices.SortFunc(s.list, s.form.Compare)
	q := queue[T]{compare: s.form.Compare}
	for _, run := range s.runs {
		q.list = append(q.list, &cursor[T]{sorter: s, blocks: run.blocks})
	}
	q.list = append(q.list, &cursor[T]{sorter: s, list: s.list})
	for _, c := range q.list {
		if err := c.next(); err != nil {
			return err
		}
	}
	q.list = slices.DeleteFunc(q.list, func(c *cursor[T]) bool { return c.done })
	heap.Init(&q)
	for len(q.list) > 0 {
		c := q.list[0]
		s.given++
		if err := use(c.at); err != nil {
			return err
		}
		if err := c.next(); err != nil {
			return err
		}
		if c.done {
			heap.Pop(&q)
		} else {
			heap.Fix(&q, 0)
		}
	}
	return nil
}

// A cursor reads one run, or what is in memory.
type cursor[T any] struct {
	sorter *Sorter[T]
	list   []T
	blocks []Extent
	b      []byte // of the block at hand, not read yet
	buf    []byte
	at     T
	done   bool // there was none left
}

// next moves to the next item.
func (c *cursor[T]) next() (err error) {
	switch {
	case len(c.list) > 0:
		c.at, c.list = c.list[0], c.list[1:]
		return nil
	case len(c.b) == 0 && len(c.blocks) == 0:
		c.done = true
		return nil
	case len(c.b) == 0:
		if c.b, err = c.sorter.space.GetExtent(c.blocks[0], &c.buf); err != nil {
			return err
		}
		c.blocks = c.blocks[1:]
	}
	c.at, c.b = c.sorter.form.Decode(c.b)
	return nil
}

// queue is a heap of cursors, the one with the least item first.
type queue[T any] struct {
	list    []*cursor[T]
	compare func(x, y T) int
}

func (q *queue[T]) Len() int           { return len(q.list) }
func (q *queue[T]) Less(i, j int) bool { return q.compare(q.list[i].at, q.list[j].at) < 0 }
func (q *queue[T]) Swap(i, j int)      { q.list[i], q.list[j] = q.list[j], q.list[i] }
func (q *queue[T]) Push(x any)         { q.list = append(q.list, x.(*cursor[T])) }
func (q *queue[T]) Pop() any {
	last := len(q.list) - 1
	c := q.list[last]
	q.list = q.list[:last]
	return c
}
