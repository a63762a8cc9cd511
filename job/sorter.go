package job

import (
	"container/heap"
	"slices"
)

// A sorter takes items in any order and gives them back in order. What memory
// does not hold is written down as sorted runs, which are merged as they are
// read. It belongs to one goroutine.
type sorter[T any] struct {
	space *space
	most  int // items in memory
	kind  sortable[T]
	list  []T
	runs  []sortedRun
}

// A sortable says how items are ordered, and how they are written down.
type sortable[T any] struct {
	compare func(x, y T) int
	encode  func(b []byte, x T) []byte        // appends x to b
	decode  func(b []byte) (x T, rest []byte) // x must not alias b
}

// A sortedRun is a sorted list in the space.
type sortedRun struct {
	blocks []extent
	n      int // items
}

// runBlock is the size from which on a block of a run is full, in bytes.
const runBlock = 16 << 10

func (s *sorter[T]) add(x T) error {
	if len(s.list) >= s.most {
		if err := s.spill(); err != nil {
			return err
		}
	}
	s.list = append(s.list, x)
	return nil
}

// spill writes down what is in memory.
func (s *sorter[T]) spill() error {
	if len(s.list) == 0 {
		return nil
	}
	slices.SortFunc(s.list, s.kind.compare)
	run := sortedRun{n: len(s.list)}
	b := make([]byte, 0, runBlock)
	for i, x := range s.list {
		b = s.kind.encode(b, x)
		if len(b) < runBlock && i < len(s.list)-1 {
			continue
		}
		at, err := s.space.put(b)
		if err != nil {
			return err
		}
		run.blocks = append(run.blocks, extent{at, int32(len(b))})
		b = b[:0]
	}
	s.runs = append(s.runs, run)
	clear(s.list)
	s.list = s.list[:0]
	return nil
}

// len returns how many items there are.
func (s *sorter[T]) len() int {
	n := len(s.list)
	for _, run := range s.runs {
		n += run.n
	}
	return n
}

// each gives out all items in order.
func (s *sorter[T]) each(use func(x T) error) error {
	slices.SortFunc(s.list, s.kind.compare)
	q := queue[T]{compare: s.kind.compare}
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
	sorter *sorter[T]
	list   []T
	blocks []extent
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
		if c.b, err = c.sorter.space.get(c.blocks[0].at, int(c.blocks[0].size), &c.buf); err != nil {
			return err
		}
		c.blocks = c.blocks[1:]
	}
	c.at, c.b = c.sorter.kind.decode(c.b)
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
