package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/archive"
	"wiretrace/job"
)

// remembered are the flags of a run that remembers earlier ones.
type remembered struct {
	file    string
	window  span
	about   string
	newOnly bool
}

// archiveWindow is how far back a run with an archive looks unless told
// otherwise.
const archiveWindow = 30 * day

func (m *remembered) define(f *pflag.FlagSet) {
	m.window = span(archiveWindow)
	f.StringVar(&m.file, "archive", "", "file that keeps what was read from run to run (made if missing); only files that are new or changed are read, and the report is about their articles and the clusters they touch")
	f.Var(&m.window, "window", "with --archive: how long ago articles were read or published that tonight's are held against")
	f.StringVar(&m.about, "report", "tonight", "with --archive: what the report is about: tonight, or window for all articles within it")
	f.BoolVar(&m.newOnly, "new-only", false, "with --archive: leave the rows of articles of earlier runs out, for a sheet that rows are added to")
}

// check refuses flags that make no sense together.
func (m *remembered) check(f *pflag.FlagSet) error {
	switch m.about {
	case "tonight", "window":
	default:
		return usage("--report %s: it is tonight or window", m.about)
	}
	if m.file != "" {
		if m.newOnly && m.about == "window" {
			return usage("--new-only and --report window: choose one")
		}
		return nil
	}
	var alone []string
	for _, name := range []string{"window", "report", "new-only"} {
		if f.Changed(name) {
			alone = append(alone, "--"+name)
		}
	}
	if len(alone) > 0 {
		return usage("%s: of no use without --archive", strings.Join(alone, ", "))
	}
	return nil
}

// open opens the archive and sets the options of a run that begins now. close
// is to be called after the run.
func (m *remembered) open(o *job.Options, now time.Time) (close func() error, err error) {
	if m.file == "" {
		return func() error { return nil }, nil
	}
	a, err := archive.Open(m.file, archive.Options{})
	if err != nil {
		return nil, fmt.Errorf("--archive: %w", err)
	}
	o.Archive, o.Past, o.Whole, o.NewOnly = a, time.Duration(m.window), m.about == "window", m.newOnly
	o.Now, o.Version, o.Report.Archived = now, version, true
	return a.Close, nil
}
