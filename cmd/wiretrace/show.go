package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"wiretrace/report"
	"wiretrace/report/page"
	"wiretrace/report/terminal"
)

const showHead = `Usage: wiretrace show [flags] STORY|CLUSTER|ARTICLE [DIR]

Shows a story of a report (default: wiretrace-report) with all reports of the
event, a cluster as a tree of who took from whom, or an article with its
passages marked. An article is named by its id, or by the end of it from a slash
on.

With --html a cluster, named by its id, by one of its articles or by its story if
that has no other, is written to standard output as one page that needs nothing
else, to be sent to somebody.

Examples:
  wiretrace show cdu4shqs6a
  wiretrace show --html cdu4shqs6a > cluster.html
  wiretrace show 06-voz-crab-morgue.txt reports/monday`

func runShow(_ context.Context, args []string, s streams) (int, error) {
	width, html := 0, false
	f, err := parse("show", showHead, args, s, func(f *pflag.FlagSet) {
		f.BoolVar(&html, "html", false, "write a cluster as one page (HTML) to standard output")
		f.IntVar(&width, "width", 0, "how many `COLUMNS` wide the text is (default: as the terminal, else 80)")
	})
	if err != nil {
		return 0, err
	}
	if f.NArg() < 1 || f.NArg() > 2 {
		return 0, usage("it takes a STORY, a CLUSTER or an ARTICLE, and one DIR at most")
	}
	dir := defaultReport
	if f.NArg() == 2 {
		dir = f.Arg(1)
	}
	if html {
		err = page.Alone(s.out, dir, f.Arg(0))
	} else {
		var found *report.Found
		if found, err = report.Find(dir, f.Arg(0)); err == nil {
			err = terminal.Show(s.out, found, screen(s, width))
		}
	}
	if errors.Is(err, report.ErrNoSuch) {
		err = fmt.Errorf("%w%s", err, cmp.Or(articleLike(dir, f.Arg(0)), " (stories.csv, clusters.csv and report.csv list them)"))
	}
	if err != nil && f.NArg() == 1 && report.IsReport(f.Arg(0)) {
		return 0, usage("%s is a report: what of it? A story, a cluster or an article comes first, as in 'wiretrace show ARTICLE %s'", f.Arg(0), f.Arg(0))
	}
	return exitDone, err
}

// mostNames is how many articles of a report are looked at for one that may be meant.
const mostNames = 100_000

// articleLike suggests an article of a report for a name that none has.
func articleLike(dir, name string) string {
	var names []string
	by := ""                                                                  // the first article of an outlet of that name
	_ = report.Read(dir, report.Rows{Article: func(a *report.Article) error { // it was read a moment ago
		if len(names) < mostNames {
			names = append(names, path.Base(a.ID))
		}
		if by == "" && strings.EqualFold(strings.TrimPrefix(a.Outlet, "The "), strings.TrimPrefix(name, "The ")) {
			by = path.Base(a.ID)
		}
		return nil
	}})
	if by != "" && name != "" {
		return fmt.Sprintf(" (an article of that outlet is %q)", by)
	}
	return hint(name, names)
}

// screen returns what the terminal on standard output can show, if it is one.
// A width given counts.
func screen(s streams, width int) terminal.Options {
	t := terminal.Options{Width: width}
	if out, ok := s.out.(*os.File); ok && term.IsTerminal(int(out.Fd())) {
		t.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(int(out.Fd())); err == nil && width == 0 {
			t.Width = w
		}
	}
	return t
}
