package job

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"wiretrace/archive"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/report"
	"wiretrace/spill"
)

// Options say what to run. Paths and Out are needed; the zero value of all
// else is the usual.
type Options struct {
	Paths   []string
	Out     string // folder of the report
	Reader  reader.Options
	Report  report.Options
	Outlets *outlet.Gazetteer // nil: the one built in
	Window  time.Duration     // how far apart one piece and another that retells it may be; 0: cluster.Window
	Threads int               // 0: as many as there are cores
	Memory  int64             // bytes that the whole may take; 0: DefaultMemory
	TempDir string            // for what spills; empty: the system's
	// Progress, if not nil, is told of each step as it goes, from one goroutine
	// at a time.
	Progress func(Progress)
	// Archive, if not nil, is what earlier runs read and found, and gets what
	// this one does. Now is when the run began and Version says by what.
	Archive *archive.Archive
	Past    time.Duration // articles read or published so long before Now are looked at again; 0: all
	Whole   bool          // the report is about all of these, not tonight's and the clusters they touch
	NewOnly bool          // the rows of articles of earlier nights are left out
	Now     time.Time
	Version string
	// JudgeAnew is the number of articles up to which those of earlier nights
	// are judged anew with tonight's; 0: the constant JudgeAnew; below 0: none.
	JudgeAnew int
	// plainWords leaves how rare a word is to the background, so that a test can
	// tell what else an answer depends on.
	plainWords bool
	// inject, if not nil, is called with the ids of an article before it is
	// digested and of a pair before it is compared, so that a test can panic there.
	inject func(ids ...string)
	// Stats, if not nil, is filled in with what the run did and cost.
	Stats *Stats
}

// A Step is one of the parts of the work, in order.
type Step string

// The steps.
const (
	Reading   Step = "reading"
	Grouping  Step = "grouping"
	Comparing Step = "comparing"
	Resolving Step = "resolving"
	Writing   Step = "writing"
)

// Progress says how far a step has come.
type Progress struct {
	Step  Step
	Done  int
	Total int   // 0 if not known
	Bytes int64 // read so far
}

// Run does the whole job and returns what the report holds. On error no report
// is written and an older one stands; but if there is a summary as well, the
// report is in its place, and the next run of the archive tells it again.
func Run(ctx context.Context, o Options) (*report.Summary, error) {
	if o.Threads <= 0 {
		o.Threads = runtime.GOMAXPROCS(0)
	}
	if o.Memory <= 0 {
		o.Memory = DefaultMemory
	}
	if o.Window <= 0 {
		o.Window = cluster.Window
	}
	if o.JudgeAnew == 0 {
		o.JudgeAnew = JudgeAnew
	}
	if o.Outlets == nil {
		o.Outlets = outlet.Default()
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	w, err := report.Create(o.Out, o.Report)
	if err != nil {
		return nil, err
	}
	defer w.Abort()
	r := newRun(o, w)
	defer r.close()
	if err := r.open(ctx); err != nil {
		return nil, err
	}
	var watch stopwatch
	watch.start(r.Stats)
	for _, s := range []struct {
		step Step
		run  func(context.Context) error
	}{{Reading, r.read}, {Grouping, r.group}, {Comparing, r.compare}, {Resolving, r.resolve}, {Writing, r.write}} {
		o.Progress(Progress{Step: s.step})
		if err := s.run(ctx); err != nil {
			return nil, err
		}
		// Once written, it is in the archive, and only a rename is left to do.
		if err := ctx.Err(); err != nil && s.step != Writing {
			return nil, err
		}
		watch.done(s.step, r.Reader.Progress.Bytes.Load())
	}
	r.count()
	if err := w.Commit(); err != nil {
		return nil, fmt.Errorf("write report %s: %w", o.Out, err)
	}
	return r.summary(), r.delivered(context.WithoutCancel(ctx))
}

// DefaultMemory is what a run may take where nobody says otherwise.
const DefaultMemory = 2 << 30

// A budget divides the memory of a run among what grows with its input.
type budget struct {
	space    int64 // bytes of digests, texts, keys and passages before they go to disk
	records  int64 // bytes of records that are worked on; digesting one takes some thirty times its own
	rows     int64 // bytes of rows that wait for those before them
	sides    int64 // bytes of articles made ready to be compared
	hints    int   // couples that keys propose, before they go to disk
	ends     int   // ends of links, the same
	problems int   // inputs that could not be read, the same
}

func newBudget(memory int64) budget {
	return budget{
		space: memory / 8, records: memory / 64, rows: memory / 16, sides: memory / 6,
		hints: int(memory / 16 / 12), ends: int(memory / 16 / 24), problems: int(memory / 16 / 512),
	}
}

func newRun(o Options, w *report.Writer) *run {
	if o.Stats == nil {
		o.Stats = new(Stats)
	}
	*o.Stats = Stats{Threads: o.Threads}
	r := &run{Options: o, writer: w, budget: newBudget(o.Memory), sites: map[string]uint32{}}
	r.space = spill.NewSpace(r.budget.space, o.TempDir)
	r.store = &store{space: r.space}
	r.links = newLinks(r.space, r.budget.ends)
	r.problems = newProblems(r.space, r.budget.problems)
	for kind := range r.logs {
		r.logs[kind] = newKeyLog(r.space, partBits[kind])
	}
	r.lines, r.changed, r.touched = map[uint64]bool{}, map[uint32]bool{}, map[uint32]bool{}
	r.began = time.Now()
	r.matchers.New = func() any { return &cluster.Matcher{Window: o.Window} }
	return r
}

// partBits is how finely the keys of each kind are divided: so that a part of
// a million articles is some megabytes.
var partBits = [kinds]uint8{
	digest.Bands - 1: 6, digest.Fingerprints - 1: 8, digest.Pairs - 1: 6, digest.Stories - 1: 5, digest.Sayings - 1: 4, digest.Lines - 1: 5,
}

func (r *run) close() { _ = r.space.Close() } // it held nothing that anybody misses
