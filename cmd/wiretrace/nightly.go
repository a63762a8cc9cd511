package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/article/reader"
	"wiretrace/job"
	"wiretrace/report"
)

// nightly are the flags for runs that nobody watches, and what they keep while
// one goes on.
type nightly struct {
	log     *journal
	settled settled
	failOn  failOn
	metrics string

	began    time.Time
	read     reader.Progress
	articles int // read
}

func (n *nightly) define(f *pflag.FlagSet) {
	f.Var(&n.settled.within, "changed-within", "leave files that changed within so long, such as 2m, for the next run: they may still be being written")
	f.StringVar(&n.metrics, "metrics", "", "file (NAME.prom) for figures of this run, for the textfile collector of Prometheus' node exporter")
	f.Var(&n.failOn, "fail-on", "exit with status 1 if more is wrong with the input, the report being written all the same: problems:20 for more than 20 inputs that could not be read, problems:5% for more than that part of all")
	n.log.define(f)
}

// check fails if what is asked for cannot be written in the end.
func (n *nightly) check() error {
	if n.metrics == "" {
		return nil
	}
	return metricsFolder(n.metrics)
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
	if !n.log.quiet {
		p := newProgress(n.log, &n.read)
		p.watch(ctx, o.Paths, look)
		show, stop = p.show, p.clear
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
	if n.metrics == "" || errors.As(failure, new(errUsage)) {
		return code, failure
	}
	now := time.Now()
	m := gauges{
		code: status(ctx, code, failure), ended: now, seconds: now.Sub(n.began).Seconds(), lastSuccess: now,
		articles: n.articles, changing: n.settled.count.Load(), stats: stats, summary: summary,
	}
	m.known = n.read.Skipped.Load() - m.changing
	if !succeeded(m.code) {
		m.lastSuccess = lastSuccess(n.metrics)
	}
	if err := replace(n.metrics, m.text()); err != nil {
		err = fmt.Errorf("--metrics: %w", err)
		if summary != nil {
			err = errWritten{err}
		}
		failure = errors.Join(failure, err)
	}
	return code, failure
}
