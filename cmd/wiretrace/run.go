package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/pflag"

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
	watch profile
	night nightly
	past  remembered
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
		}},
		group{"Performance", func(f *pflag.FlagSet) {
			c.cost.define(f)
			c.watch.define(f)
		}},
	)
	if err != nil {
		return 0, err
	}
	if f.NArg() == 0 {
		return 0, usage("no PATH given")
	}
	if err := c.past.check(f); err != nil {
		return 0, err
	}
	if err := c.night.check(); err != nil {
		return 0, err
	}
	o := job.Options{Paths: f.Args()}
	o.Reader.Stdin, o.Reader.Now = s.in, c.night.began
	code := exitDone
	summary, err := c.run(ctx, o)
	if summary != nil {
		c.to.point(s.log)
		code, err = c.night.judge(summary, err)
		err = errors.Join(err, c.say(summary, status(ctx, code, err)))
	}
	return c.night.end(ctx, &c.watch.stats, summary, code, err)
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
	if err := c.watch.start(&o); err != nil {
		return nil, err
	}
	summary, err := c.work(ctx, o)
	err = errors.Join(err, c.watch.stop())
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
	summary, err := job.Run(ctx, o)
	return summary, errors.Join(err, done())
}

// say says what a run that ends with code has found and written.
func (c *runCommand) say(s *report.Summary, code int) (err error) {
	log := c.night.log
	if log.json == nil && !log.quiet {
		err = s.Print(log.w)
	}
	c.to.forms.note(log, s)
	c.night.settled.say(log)
	if log.json != nil {
		attrs := []any{
			"articles", s.Articles, "clusters", s.Clusters, "clustered", s.Clustered, "families", s.Families,
			"uncredited", s.Uncredited, "problems", s.Problems, "pairs_compared", s.Compared, "pairs_weak", s.Weak, "stock_phrases", s.Stock, "skipped_files", c.night.read.Skipped.Load(),
			"seconds", time.Since(c.night.began).Seconds(), "report", s.Dir, "exit_status", code,
		}
		if n := s.Night; n != nil {
			attrs = append(attrs, "new_articles", n.New, "late_articles", n.Late, "known_files", n.KnownFiles, "known_articles", n.KnownArticles)
		}
		log.say("done", attrs...)
	}
	return err
}
