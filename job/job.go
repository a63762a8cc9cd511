package job

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/report"
)

// Options say what to run. Paths and Out are needed; the zero value of all
// else is the usual.
type Options struct {
	Paths   []string
	Out     string // folder of the report
	Reader  reader.Options
	Report  report.Options
	Outlets *credit.Gazetteer // nil: the one built in
	Window  time.Duration     // how far apart one piece and another that retells it may be; 0: cluster.Window
	Threads int               // 0: as many as there are cores
	Memory  int64             // bytes for digests and texts before they spill to disk; 0: 1 GiB
	TempDir string            // for what spills; empty: the system's
	// Progress, if not nil, is told of each step as it goes, from one goroutine
	// at a time.
	Progress func(Progress)
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
// is written and an older one stands.
func Run(ctx context.Context, o Options) (*report.Summary, error) {
	if o.Threads <= 0 {
		o.Threads = runtime.GOMAXPROCS(0)
	}
	if o.Memory <= 0 {
		o.Memory = 1 << 30
	}
	if o.Window <= 0 {
		o.Window = cluster.Window
	}
	if o.Outlets == nil {
		o.Outlets = credit.Default()
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	w, err := report.Create(o.Out, o.Report)
	if err != nil {
		return nil, err
	}
	defer w.Abort()
	r := &run{Options: o, writer: w, store: &store{limit: o.Memory, dir: o.TempDir}}
	defer r.store.close()
	r.matchers.New = func() any { return &cluster.Matcher{Window: o.Window} }
	if r.Stats == nil {
		r.Stats = new(Stats)
	}
	*r.Stats = Stats{Threads: r.Threads}
	var watch stopwatch
	watch.start(r.Stats)
	for _, s := range []struct {
		step Step
		run  func(context.Context) error
	}{{Reading, r.read}, {Grouping, r.group}, {Comparing, r.compare}, {Resolving, r.resolve}, {Writing, r.write}} {
		if err := s.run(ctx); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		watch.done(s.step, r.Reader.Progress.Bytes.Load())
	}
	r.count()
	if err := w.Commit(); err != nil {
		return nil, fmt.Errorf("write report %s: %w", o.Out, err)
	}
	return r.summary(), nil
}
