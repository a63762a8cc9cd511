package job

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"wiretrace/archive"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/outlet"
	"wiretrace/report"
)

// Options say what to run. Paths and Out are needed; the zero value of all
// else is the usual.
type Options struct {
	Paths   []string
	Out     string // folder of the report
	Reader  reader.Options
	Report  report.Options
	Outlets *outlet.Gazetteer // nil: the one built in
	// Relations say whose text an outlet may carry without a credit; nil: what the
	// owners of Outlets tell.
	Relations *outlet.Relations
	Window    time.Duration // how far apart one piece and another that retells it may be; 0: cluster.Window
	Threads   int           // 0: as many as there are cores
	Memory    int64         // bytes that the whole may take; 0: DefaultMemory, and of a small input far less
	TempDir   string        // for what spills; empty: the system's
	// Progress, if not nil, is told of each step as it goes, from one goroutine
	// at a time.
	Progress func(Progress)
	// Archive, if not nil, is what earlier runs read and found, and gets what
	// this one does. Now is when the run began and Version says by what.
	Archive  *archive.Archive
	Lookback time.Duration // articles read or published so long before Now are looked at again; 0: all
	Whole    bool          // the report is about all of these, not tonight's and the clusters they touch
	NewOnly  bool          // the rows of articles of earlier nights are left out
	Now      time.Time
	Version  string
	// JudgeAnew is the number of articles up to which those of earlier nights
	// are judged anew with tonight's; 0: the constant JudgeAnew; below 0: none.
	JudgeAnew int
	// sparing holds less in memory than Memory allows, where more is no gain: set by
	// complete where nobody says how much.
	sparing bool
	// plainWords leaves how rare a word is to the background, so that a test can
	// tell what else an answer depends on.
	plainWords bool
	// gazetteerOnly leaves it to the gazetteer which outlets there are, for the
	// same reason: which are in hand depends on the night.
	gazetteerOnly bool
	// inject, if not nil, is called before each piece of work of a step or of a part of
	// one, with the ids of the articles, of a story or a cluster its first, so that a
	// test can panic there.
	inject func(step Step, ids ...string)
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

// Parts of the steps where a test can panic too.
const (
	keeping       Step = "keeping an article"
	recalling     Step = "recalling the keys of an article"
	rereading     Step = "reading credits anew"
	proposing     Step = "proposing a pair"
	joining       Step = "joining a family"
	tying         Step = "tying a pair"
	gathering     Step = "gathering a cluster"
	namingGroup   Step = "naming a cluster"
	relating      Step = "relating a story"
	tellingStory  Step = "telling a story"
	tellingGroup  Step = "telling a cluster"
	countingPiece Step = "counting an article"
	ordering      Step = "ordering the report"
	archiving     Step = "archiving an article"
	describing    Step = "archiving what was found"
)

// Progress says how far a step has come.
type Progress struct {
	Step  Step
	Done  int
	Total int   // 0 if not known
	Bytes int64 // read so far
}

// Run does the whole job and returns what the report holds. With an archive and
// nothing new no report is written, and an older one stands. A run without one that
// finds no article fails with reader.ErrNoInput, unless files were left out for a later
// run. On error no report
// is written and an older one stands; but if there is a summary as well, the
// report is in its place, and the next run of the archive tells it again.
func Run(ctx context.Context, o Options) (*report.Summary, error) {
	o.complete()
	w, err := report.Create(o.Out, o.Report)
	if err != nil {
		return nil, err
	}
	defer w.Abort()
	m := newMachine(&o)
	defer m.release()
	before, err := openPast(ctx, m, &o)
	if err != nil {
		return nil, err
	}
	before.watch(&o.Reader)

	var (
		corpus   *corpus
		pairs    *pairs
		links    *links
		clusters *clusters
		told     *tally
	)
	steps := []struct {
		step Step
		work func() error
	}{
		{Reading, func() (err error) {
			corpus, err = ingest(ctx, m, &o, before)
			if err == nil && o.Archive == nil && len(corpus.heads) == 0 && o.Reader.Progress.Skipped.Load() == 0 {
				err = m.problems.nothingRead()
			}
			return err
		}},
		{Grouping, func() (err error) { pairs, err = findPairs(ctx, corpus); return err }},
		{Comparing, func() (err error) { links, err = compare(ctx, corpus, pairs); return err }},
		{Resolving, func() (err error) { clusters, err = resolve(ctx, corpus, pairs, links); return err }},
		{Writing, func() (err error) { told, err = tell(ctx, corpus, pairs, links, clusters, &o, w); return err }},
	}
	var watch stopwatch
	watch.start(o.Stats)
	for _, s := range steps {
		o.Progress(Progress{Step: s.step})
		if err := s.work(); err != nil {
			return nil, err
		}
		// Once written, it is in the archive, and only a rename is left to do.
		if err := ctx.Err(); err != nil && s.step != Writing {
			return nil, err
		}
		watch.done(s.step, o.Reader.Progress.Bytes.Load())
	}
	o.Stats.count(corpus, pairs, links, clusters, told)
	summary := told.summary(&o)
	if before.idle() {
		w.Abort()
		summary.Dir = ""
	} else if err := w.Commit(); err != nil {
		return nil, fmt.Errorf("write report %s: %w", o.Out, err)
	}
	summary.Problems += w.Faults()
	before.summarise(summary, told)
	return summary, before.delivered(context.WithoutCancel(ctx))
}

// complete puts the usual where nothing is said.
func (o *Options) complete() {
	if o.Threads <= 0 {
		o.Threads = runtime.GOMAXPROCS(0)
	}
	if o.Memory <= 0 {
		o.Memory, o.sparing = DefaultMemory, true
	}
	if o.Reader.MaxRecord <= 0 {
		o.Reader.MaxRecord = reader.DefaultMaxRecord
	}
	o.Reader.MaxRecord = min(o.Reader.MaxRecord, max(o.Memory, leastMemory)/64)
	if o.Window <= 0 {
		o.Window = cluster.Window
	}
	if o.JudgeAnew == 0 {
		o.JudgeAnew = JudgeAnew
	}
	if o.Outlets == nil {
		o.Outlets = outlet.Default()
	}
	if o.Relations == nil {
		o.Relations = o.Outlets.Relations()
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	if o.Reader.Progress == nil {
		o.Reader.Progress = new(reader.Progress)
	}
	if o.Stats == nil {
		o.Stats = new(Stats)
	}
	*o.Stats = Stats{Threads: o.Threads}
}

// leastMemory is what a run may take whatever Options.Memory says, in bytes.
const leastMemory = 160 << 20

// DefaultMemory is what a run may take where nobody says otherwise.
const DefaultMemory = 2 << 30
