package main

import (
	"context"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/job"
	"wiretrace/report"
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
		o      job.Options
		memory size = 1 << 30
		record size = reader.DefaultMaxRecord
		window      = span(cluster.Window)
		quiet  bool
		file   string
		meta   string
		forms  forms
		watch  profile
	)
	f, err := parse("run", runHead, args, s, func(f *pflag.FlagSet) {
		f.StringVarP(&o.Out, "out", "o", "wiretrace-report", "folder of the report; an older report there is replaced")
		f.BoolVar(&o.Report.AllPassages, "all-passages", false, "write the passages of articles that stand alone too")
		f.BoolVar(&o.Report.NoBOM, "no-bom", false, "leave the byte order mark out of the CSV files")
		forms.define(f)
		f.StringVar(&file, "outlets", "", "file of more outlets, which override those built in")
		f.StringVar(&o.Reader.Charset, "charset", "", "character set of input that is not UTF-8 and declares none (default windows-1252)")
		f.StringVar(&meta, "meta", "", "table of what is known about the files (file, outlet, published, url, ...)")
		f.Var(&record, "max-record", "largest record that is read")
		f.Var(&memory, "memory", "memory for articles before they spill to disk")
		f.StringVar(&o.TempDir, "temp", "", "folder for what spills (default: the system's)")
		f.Var(&window, "story-window", "how far apart one piece and another that retells it may be published")
		f.IntVarP(&o.Threads, "threads", "j", 0, "worker threads (default: one a core)")
		watch.define(f)
		f.BoolVarP(&quiet, "quiet", "q", false, "print nothing but errors")
	})
	if err != nil {
		return 0, err
	}
	if f.NArg() == 0 {
		return 0, usage("no PATH given")
	}
	if o.Threads < 0 {
		return 0, usage("--threads %d: it must not be negative", o.Threads)
	}
	if o.Report.Forms, err = forms.list(); err != nil {
		return 0, err
	}
	o.Paths, o.Window = f.Args(), time.Duration(window)
	o.Memory, o.Reader.MaxRecord, o.Reader.Stdin = int64(memory), int64(record), s.in
	o.Reader.Skip, o.Reader.Now = report.IsReport, time.Now()
	if o.Reader.Meta, err = sidecar(meta, o.Reader.Charset); err != nil {
		return 0, err
	}
	if o.Outlets, err = outlets(file); err != nil {
		return 0, err
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
		forms.note(s.err, summary)
	}
	if summary.Problems > 0 {
		return exitProblems, nil
	}
	return exitDone, nil
}
