package job

import (
	"cmp"
	"container/heap"
	"encoding/binary"
	"slices"

	"wiretrace/cluster"
)

// A hint is a couple worth a look, and how many keys of each kind say so, 255
// at most.
type hint struct {
	cluster.Couple
	prints, pairs, stories uint8
}

func (h *hint) merge(o hint) {
	h.prints, h.pairs, h.stories = plus(h.prints, o.prints), plus(h.pairs, o.pairs), plus(h.stories, o.stories)
}

// worth reports whether the keys say enough for the texts to be compared. One
// fingerprint in common is a turn of phrase. One pair of rare words, or a
// credited outlet with a name or two, is chance in nearly all cases, and is left
// to singles.
func (h *hint) worth() bool {
	kinds := 0
	for _, n := range [...]uint8{h.prints, h.pairs, h.stories} {
		kinds += int(min(n, 1))
	}
	return kinds > 1 || h.prints >= 2 || h.pairs >= 2 || h.stories >= 3
}

// singles lets of the couples with a weak hint as many through as an article
// may be worth, so that a piece retold beyond recognition is found where there
// are few others that it could have come from. Couples come in order.
type singles []uint8 // for each article, how many have been let through

// singlesOfArticle is how many couples with a weak hint each article is
// compared in as the later one.
const singlesOfArticle = 1

func (s singles) admit(h *hint) bool {
	if h.prints > 0 || s[h.B] >= singlesOfArticle {
		return false
	}
	s[h.B]++
	return true
}

func plus(x, y uint8) uint8 { return uint8(min(int(x)+int(y), 255)) }

func compareHints(x, y hint) int { return cmp.Compare(x.order(), y.order()) }

// order is less for a couple that comes before another.
func (h *hint) order() uint64 { return uint64(h.A)<<32 | uint64(h.B) }

// hints collects what keys propose, in any order, and gives each couple out
// once, in order. What memory does not hold is written down as sorted runs. It
// belongs to one goroutine.
type hints struct {
	space *space
	most  int // hints in memory
	list  []hint
	runs  []sortedRun
	given int // of len, by each so far
}

// A sortedRun is a sorted list of hints in blocks.
type sortedRun struct {
	blocks []spot
	n      int
}

const (
	hintSize     = 11
	hintsOfBlock = 1489 // a little under 16 KiB
)

func (h *hints) add(x hint) error {
	if len(h.list) >= h.most {
		h.list = mergeHints(h.list)
		if len(h.list) > h.most/2 {
			return h.spill(x)
		}
	}
	h.list = append(h.list, x)
	return nil
}

// mergeHints sorts a list and makes one hint of those of one couple.
func mergeHints(list []hint) []hint {
	slices.SortFunc(list, compareHints)
	out := list[:0]
	for _, x := range list {
		if n := len(out); n > 0 && out[n-1].Couple == x.Couple {
			out[n-1].merge(x)
		} else {
			out = append(out, x)
		}
	}
	return out
}

func (h *hints) spill(x hint) error {
	r := sortedRun{n: len(h.list)}
	b := make([]byte, 0, hintsOfBlock*hintSize)
	for block := range slices.Chunk(h.list, hintsOfBlock) {
		b = b[:0]
		for _, x := range block {
			b = binary.LittleEndian.AppendUint32(b, x.A)
			b = binary.LittleEndian.AppendUint32(b, x.B)
			b = append(b, x.prints, x.pairs, x.stories)
		}
		at, err := h.space.put(b)
		if err != nil {
			return err
		}
		r.blocks = append(r.blocks, at)
	}
	h.runs = append(h.runs, r)
	h.list = append(h.list[:0], x)
	return nil
}

// join adds all of another's hints.
func (h *hints) join(o *hints) error {
	h.runs = append(h.runs, o.runs...)
	h.most += o.most
	o.list = mergeHints(o.list)
	for _, x := range o.list {
		if err := h.add(x); err != nil {
			return err
		}
	}
	o.list = nil
	return nil
}

// len returns how many hints there are, those of one couple in several runs
// counted as often.
func (h *hints) len() int {
	h.list = mergeHints(h.list)
	n := len(h.list)
	for _, r := range h.runs {
		n += r.n
	}
	return n
}

// each gives out all hints in order, those of one couple as one.
func (h *hints) each(use func(hint) error) error {
	h.list = mergeHints(h.list)
	q := make(queue, 0, len(h.runs)+1)
	for _, r := range h.runs {
		c := &cursor{space: h.space, blocks: r.blocks, left: r.n}
		if err := c.next(); err != nil {
			return err
		}
		q = append(q, c)
	}
	if len(h.list) > 0 {
		c := &cursor{list: h.list}
		if err := c.next(); err != nil {
			return err
		}
		q = append(q, c)
	}
	heap.Init(&q)
	var at hint
	some := false
	for ; len(q) > 0; h.given++ {
		c := q[0]
		if some && at.Couple == c.at.Couple {
			at.merge(c.at)
		} else {
			if some {
				if err := use(at); err != nil {
					return err
				}
			}
			at, some = c.at, true
		}
		if c.done() {
			heap.Pop(&q)
			continue
		}
		if err := c.next(); err != nil {
			return err
		}
		heap.Fix(&q, 0)
	}
	if some {
		return use(at)
	}
	return nil
}

// A cursor reads one run.
type cursor struct {
	space  *space
	blocks []spot
	left   int // in blocks, not read yet
	list   []hint
	buf    []byte
	at     hint
}

func (c *cursor) done() bool { return len(c.list) == 0 && c.left == 0 }

// next moves to the next hint, of which there is one.
func (c *cursor) next() error {
	if len(c.list) == 0 {
		n := min(c.left, hintsOfBlock)
		b, err := c.space.get(c.blocks[0], n*hintSize, &c.buf)
		if err != nil {
			return err
		}
		c.blocks, c.left = c.blocks[1:], c.left-n
		c.list = make([]hint, n)
		for i := range c.list {
			x := b[i*hintSize:]
			c.list[i] = hint{
				cluster.Couple{A: binary.LittleEndian.Uint32(x), B: binary.LittleEndian.Uint32(x[4:])},
				x[8], x[9], x[10],
			}
		}
	}
	c.at, c.list = c.list[0], c.list[1:]
	return nil
}

// queue is a heap of cursors, the least hint first.
type queue []*cursor

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return compareHints(q[i].at, q[j].at) < 0 }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(*cursor)) }
func (q *queue) Pop() any {
	old := *q
	c := old[len(old)-1]
	*q = old[:len(old)-1]
	return c
}
