package job

import (
	"context"
	"sync"
	"time"

	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/row"
	"wiretrace/spill"
)

// A machine is what all steps of a run share: threads, memory, disk, and whom
// they tell of progress and of trouble.
type machine struct {
	threads  int
	budget   budget
	space    *spill.Space
	problems problems
	progress func(Progress)
	inject   func(step Step, ids ...string) // Options.inject
	stats    *Stats
	matchers sync.Pool // of *cluster.Matcher
	room     *room     // for comparisons
}

func newMachine(o *Options) *machine {
	m := &machine{
		threads: o.Threads, budget: newBudget(o.Memory), progress: o.Progress, inject: o.inject, stats: o.Stats,
		matchers: sync.Pool{New: func() any { return &cluster.Matcher{Window: o.Window} }},
	}
	if o.sparing {
		m.budget.space = min(m.budget.space, sparingSpace)
	}
	m.room = newRoom(m.budget.room)
	m.space = spill.NewSpace(m.budget.space, o.TempDir)
	m.problems.sorted = newProblems(m.space, m.budget.problems)
	return m
}

// withMatcher calls use with what compares two articles, which it keeps for the next. That of a panic may be half made
// and is not kept.
func (m *machine) withMatcher(use func(*cluster.Matcher) error) error {
	matcher := m.matchers.Get().(*cluster.Matcher)
	err := use(matcher)
	m.matchers.Put(matcher)
	return err
}

// each calls work for 0 to n-1 on the machine's threads and tells of a step's
// progress; see the function each.
func (m *machine) each(ctx context.Context, step Step, n int, worker func() func(i int) error) error {
	return each(ctx, n, m.threads, worker, func(done int) { m.progress(Progress{Step: step, Done: done, Total: n}) })
}

// waiting is how many rows, and bytes of them, may wait for those before them.
func (m *machine) waiting() spill.Bound {
	return spill.Bound{Items: 64 * m.threads, Bytes: m.budget.rows}
}

// release gives the disk back. What was on it is missed by nobody.
func (m *machine) release() { _ = m.space.Close() }

// A budget divides the memory of a run among what grows with its input.
type budget struct {
	space    int64 // bytes of digests, texts, keys and passages before they go to disk
	records  int64 // bytes of records that are worked on; digesting one takes some thirty times its own
	words    int   // words of a text that is digested; each takes some 130 bytes
	rows     int64 // bytes of rows that wait for those before them
	sides    int64 // bytes of articles made ready to be compared
	room     int64 // bytes of comparisons
	hints    int   // couples that keys propose, before they go to disk
	ends     int   // ends of links, the same
	problems int   // inputs that could not be read, the same
}

// fixed is what every run holds whatever it reads, in bytes: the tables of
// outlets and words, and the pages of the program.
const fixed = 72 << 20

// sparingSpace is what stays in memory of digests, texts, keys and passages in a run to
// which nobody has given more, in bytes: what has just gone to disk the system reads
// back about as fast.
const sparingSpace = 32 << 20

// newBudget divides what a run may take, in bytes, beyond what is fixed.
func newBudget(memory int64) budget {
	free := max(memory-fixed, memory/4)
	least := max(free, leastMemory-fixed) // for what cannot go to disk
	return budget{
		space: free / 8, records: free / 64, words: int(least / 216), rows: free / 16, sides: free / 6, room: least / 5 * 2,
		hints: int(free / 16 / 12), ends: int(free / 16 / 24), problems: int(free / 16 / 512),
	}
}

// sidesOf returns the bytes of articles made ready that are kept, of n in all. Of
// few articles it is less than there is: making some of them twice costs little,
// and a small job should take little memory.
func (b *budget) sidesOf(n int) int64 {
	return min(b.sides, leastSides+sidesOfArticle*max(0, int64(n)-smallInput))
}

// Up to so many articles the least is kept, in bytes, and so much more for each beyond.
const (
	smallInput     = 10_000
	leastSides     = 6 << 20
	sidesOfArticle = 6 << 10
)

// problems are the inputs that could not be read and what panicked. Only fault
// is safe for concurrent use.
type problems struct {
	sorted *spill.Sorter[row.Problem]
	flood  reader.Flood
	told   func(*row.Problem) bool // reports whether an earlier night has told it; nil: none has
	mu     sync.Mutex
	faults map[row.Problem]bool // each told once
}

// seconds returns a span of time in whole seconds.
func seconds(d time.Duration) int64 { return int64(d.Seconds()) }
