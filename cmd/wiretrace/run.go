package main

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/archive"
	"wiretrace/article/reader"
	"wiretrace/internal/metrics"
	"wiretrace/internal/profile"
	"wiretrace/internal/progress"
	"wiretrace/job"
	"wiretrace/report"
	"wiretrace/report/terminal"
)

const runHead = `Usage: wiretrace run [flags] PATH...

Reads the articles under each PATH, finds those that derive from one source,
and writes the report as a folder: pages to look at (index.html), CSV files for
spreadsheets and report.jsonl for programs.

Examples:
  wiretrace run scraped/
  wiretrace run --out reports/monday monday/*.jsonl.gz
  curl -s https://example.org/feed.jsonl | wiretrace run -
  wiretrace run --out reports/{date} --changed-within 2m --fail-on problems:5% scraped/

Exit status: 0 done; 1 failed: nothing was written and an older report stands,
or, as the message then says, the report is written but more is wrong with the
input than --fail-on allows or a file beside the report could not be written;
2 usage; 3 the report is written, but some inputs could not be read (problems.csv
lists each with its reason), no more than --fail-on allows; 130 interrupted,
nothing was written.`

// A runCommand is a run with its flags.
type runCommand struct {
	to    output
	from  input
	cost  performance
	watch profile.Profile
	stats job.Stats
	night nightly
	past  remembered

	printReport bool
	news        string // the folder of the report, if that holds anything new
}

func runRun(ctx context.Context, args []string, s streams) (int, error) {
	c := runCommand{night: nightly{log: s.log, began: time.Now()}}
	f, err := parseGroups(
		"run", runHead, args, s,
		group{"Output", c.to.define},
		group{"Input", c.from.define},
		group{"Nightly runs", func(f *pflag.FlagSet) {
			c.past.define(f)
			c.night.define(f)
			f.BoolVar(&c.printReport, "print-report", false, "print the folder of the report on standard output if it holds new or changed articles, else nothing: for scripts that do something with it")
		}},
		group{"Performance", func(f *pflag.FlagSet) {
			c.cost.define(f)
			f.StringVar(&c.watch.StatsFile, "stats", "", "write counts and seconds by step to `FILE`, as JSON")
			f.StringVar(&c.watch.CPUFile, "cpuprofile", "", "file for a CPU profile")
			f.StringVar(&c.watch.MemoryFile, "memprofile", "", "file for a profile of memory")
			for _, hidden := range []string{"cpuprofile", "memprofile"} {
				if err := f.MarkHidden(hidden); err != nil {
					panic(err) // no such flag
				}
			}
		}},
	)
	if err != nil {
		return 0, err
	}
	if f.NArg() == 0 {
		return 0, usage("no PATH given")
	}
	signal.Ignore(syscall.SIGPIPE) // whoever stops reading what a run says (| head) still gets the report
	c.to.asked = asked(f)
	if err := c.past.check(f); err != nil {
		return 0, err
	}
	if err := c.night.check(); err != nil {
		return 0, err
	}
	var o job.Options
	if o.Paths, err = withoutReports(f.Args(), func(text string) { s.log.Say(text) }); err != nil {
		return 0, err
	}
	o.Reader.Stdin, o.Reader.Now = s.in, c.night.began
	code := exitDone
	summary, err := c.run(ctx, o)
	if summary != nil {
		if summary.Dir != "" {
			c.to.point(s.log, summary)
		}
		code, err = c.night.judge(summary, err)
		if c.printReport && c.news != "" {
			if _, failed := fmt.Fprintln(s.out, c.news); failed != nil {
				err = errWritten{errors.Join(err, fmt.Errorf("--print-report: %w", failed))}
			}
		}
		err = errors.Join(err, c.say(summary, status(ctx, code, err)))
	}
	return c.night.end(ctx, &c.stats, summary, code, err)
}

// asked returns the flags that were given, as one may give them again.
func asked(f *pflag.FlagSet, but ...string) string {
	var b strings.Builder
	f.Visit(func(flag *pflag.Flag) {
		if slices.Contains(but, flag.Name) {
			return
		}
		b.WriteString(" --" + flag.Name)
		if value := flag.Value.String(); value != "true" {
			b.WriteString("=" + value)
		}
	})
	return strings.TrimSpace(b.String())
}

// run does the work. The summary is nil if no report was written.
func (c *runCommand) run(ctx context.Context, o job.Options) (*report.Summary, error) {
	if err := c.to.set(&o, c.night.began); err != nil {
		return nil, err
	}
	if err := c.cost.set(&o); err != nil {
		return nil, err
	}
	if err := c.from.set(&o); err != nil {
		return nil, err
	}
	if err := c.watch.Start(); err != nil {
		return nil, err
	}
	o.Stats = &c.stats
	summary, err := c.work(ctx, o)
	err = errors.Join(err, c.watch.Stop(&c.stats))
	if summary != nil && err != nil {
		err = errWritten{err}
	}
	return summary, err
}

// work is run with all options set but those of the archive.
func (c *runCommand) work(ctx context.Context, o job.Options) (*report.Summary, error) {
	done, err := c.past.open(&o, c.night.began)
	if err != nil {
		return nil, err
	}
	defer c.night.watch(ctx, &o)()
	tell := o.Progress
	o.Progress = func(p job.Progress) {
		c.cost.collect(p)
		tell(p)
	}
	summary, err := job.Run(ctx, o)
	if err == nil && summary.New() { // else the next run tells it again
		c.news = summary.Dir
	}
	return summary, errors.Join(err, done())
}

// say says what a run that ends with code has found and written.
func (c *runCommand) say(s *report.Summary, code int) (err error) {
	log := c.night.log
	if !log.JSON() && !log.Quiet {
		err = terminal.Summary(log.Writer(), s)
		if errors.Is(err, syscall.EPIPE) { // nobody reads it
			err = nil
		}
	}
	if log.Quiet && code == exitProblems && len(c.night.failOn) == 0 { // cron mails what is printed, and knows no exit status
		log.Warn("run", fmt.Sprintf("%d of %d inputs could not be read, see %s", s.Problems, s.Inputs(), filepath.Join(s.Dir, report.ProblemsFile)), "problems", s.Problems, "exit_status", code)
	}
	c.to.note(log, s)
	c.from.note(log, s)
	c.night.settled.say(log)
	if log.JSON() {
		attrs := []any{
			"articles", s.Articles, "clusters", s.Clusters, "clustered", s.Clustered, "families", s.Families,
			"uncredited", s.Uncredited, "problems", s.Problems, "unread_folders", s.Folders, "warnings", s.Warnings, "pairs_compared", s.Compared, "pairs_weak", s.Weak, "stock_phrases", s.Stock, "skipped_files", c.night.read.Skipped.Load(),
			"seconds", time.Since(c.night.began).Seconds(), "report", s.Dir, "exit_status", code,
		}
		if n := s.Night; n != nil {
			attrs = append(attrs, "new_articles", n.New, "changed_articles", n.Changed, "late_articles", n.Late, "known_files", n.KnownFiles, "known_articles", n.KnownArticles)
		}
		log.Say("done", attrs...)
	}
	return err
}

// nightly are the flags for runs that nobody watches, and what they keep while
// one goes on.
type nightly struct {
	log     *progress.Log
	settled settled
	failOn  failOn
	metrics string

	began    time.Time
	read     reader.Progress
	articles int // read
}

func (n *nightly) define(f *pflag.FlagSet) {
	f.Var(&n.settled.within, "changed-within", "leave files that changed within so long, such as 2m, for the next run: they may be half written")
	f.StringVar(&n.metrics, "metrics", "", "write figures of this run to `FILE` (NAME.prom), for the textfile collector of Prometheus' node exporter")
	f.Var(&n.failOn, "fail-on", "exit with status 1 if more is wrong with the input, the report being written all the same: problems:20 for more than 20 inputs that could not be read, problems:5% for more than that part of all, problems:5%,10 for more than both; folders:0 for any folder or PATH that could not be opened")
	f.BoolVarP(&n.log.Quiet, "quiet", "q", false, "print nothing but errors, and a line if inputs could not be read and --fail-on does not say how many may be")
	f.Var((*logFormat)(n.log), "log-format", "progress, summary and errors as text or as json, one object a line")
}

// check fails if what is asked for cannot be written in the end.
func (n *nightly) check() error {
	if n.metrics == "" {
		return nil
	}
	if filepath.Ext(n.metrics) != metrics.Extension {
		return usage("--metrics %s: its name must end in %s, for the node exporter reads no other", n.metrics, metrics.Extension)
	}
	if err := metrics.Probe(n.metrics); err != nil {
		return fmt.Errorf("--metrics: %w", err)
	}
	return nil
}

// watch has a run leave out what it should and tell how far it has come. What
// is returned ends it.
func (n *nightly) watch(ctx context.Context, o *job.Options) (stop func()) {
	o.Reader.Progress = &n.read
	look := o.Reader // for a look ahead, which must count nothing
	n.settled.now = time.Now
	look.Visit = append(slices.Clone(look.Visit), n.settled.fresh)
	n.settled.set(o)
	show, stop := func(job.Progress) {}, func() {}
	if !n.log.Quiet {
		bar := progress.NewBar(n.log, &n.read)
		bar.Watch(ctx, o.Paths, look)
		show, stop = bar.Show, bar.Clear
	}
	o.Progress = func(p job.Progress) {
		if p.Step == job.Reading {
			n.articles = p.Done
		}
		show(p)
	}
	return stop
}

// judge returns the exit status of a run that has written its report, and why
// it is one of failure. failure is what went wrong after that, if not nil.
func (n *nightly) judge(s *report.Summary, failure error) (int, error) {
	if err := n.failOn.check(s); err != nil {
		failure = errWritten{errors.Join(failure, err)}
	}
	switch {
	case failure != nil:
		return exitFailed, failure
	case s.Problems > 0:
		return exitProblems, nil
	}
	return exitDone, nil
}

// end writes down how a run went that ended with code, or with failure if that
// is not nil. summary is nil if there is no report.
func (n *nightly) end(ctx context.Context, stats *job.Stats, summary *report.Summary, code int, failure error) (int, error) {
	// The figures of a run that is still on are for it to write.
	stillOn := errors.Is(failure, archive.ErrBusy) || errors.Is(failure, report.ErrBusy)
	if n.metrics == "" || errors.As(failure, new(errUsage)) || stillOn {
		return code, failure
	}
	now := time.Now()
	exit := status(ctx, code, failure)
	m := metrics.Run{
		Success:    exit == exitDone || exit == exitProblems, // a report without some inputs is one
		ExitStatus: exit, Ended: now, Seconds: now.Sub(n.began).Seconds(), LastSuccess: now,
		Articles: n.articles, Changing: n.settled.count.Load(), Stats: stats, Summary: summary,
	}
	m.Known = n.read.Skipped.Load() - m.Changing
	if !m.Success {
		m.LastSuccess = metrics.LastSuccess(n.metrics)
	}
	if err := metrics.Write(n.metrics, m.Text()); err != nil {
		err = fmt.Errorf("--metrics: %w", err)
		if summary != nil {
			err = errWritten{err}
		}
		failure = errors.Join(failure, err)
	}
	return code, failure
}
