package main

import (
	"context"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/job"
)

const runHead = `Usage: wiretrace run [flags] PATH...

Reads the articles under each PATH, finds those that derive from one source,
and writes the report as a folder: pages to look at (index.html), CSV files for
spreadsheets and report.jsonl for programs.

Examples:
  wiretrace run scraped/
  wiretrace run --out reports/monday monday/*.jsonl.gz
  curl -s https://example.org/feed.jsonl | wiretrace run -`

func runRun(ctx context.Context, args []string, s streams) (int, error) {
	var (
		o     job.Options
		to    output
		from  input
		cost  performance
		watch profile
		quiet bool
	)
	f, err := parseGroups(
		"run", runHead, args, s,
		group{"Output", to.define}, group{"Input", from.define},
		group{"Performance", func(f *pflag.FlagSet) {
			cost.define(f)
			watch.define(f)
		}},
		group{"Nightly runs", func(f *pflag.FlagSet) {
			f.BoolVarP(&quiet, "quiet", "q", false, "print nothing but errors")
		}},
	)
	if err != nil {
		return 0, err
	}
	if f.NArg() == 0 {
		return 0, usage("no PATH given")
	}
	o.Paths, o.Reader.Stdin, o.Reader.Now = f.Args(), s.in, time.Now()
	for _, set := range []func(*job.Options) error{to.set, cost.set, from.set} {
		if err := set(&o); err != nil {
			return 0, err
		}
	}
	if !quiet {
		p := newProgress(s.err)
		o.Progress = p.show
		defer p.clear()
	}
	if err := watch.start(&o); err != nil {
		return 0, err
	}
	summary, err := job.Run(ctx, o)
	if err := watch.stop(); err != nil {
		return 0, err
	}
	if err != nil {
		return 0, err
	}
	if !quiet {
		if err := summary.Print(s.err); err != nil {
			return 0, err
		}
		to.forms.note(s.err, summary)
	}
	if summary.Problems > 0 {
		return exitProblems, nil
	}
	return exitDone, nil
}
