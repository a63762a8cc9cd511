package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/job"
	"wiretrace/report"
)

// output are the flags that say where the report goes and what it holds.
type output struct {
	out                string
	allPassages, noBOM bool
	forms              forms

	link, target string // beside dated folders; empty if the report's is none
}

func (o *output) define(f *pflag.FlagSet) {
	f.StringVarP(&o.out, "out", "o", defaultReport, "folder of the report; an older report there is replaced. {date} and {time} stand for when the run began; a link latest beside such a folder leads to the last one")
	f.BoolVar(&o.allPassages, "all-passages", false, "write the passages of articles that stand alone too")
	f.BoolVar(&o.noBOM, "no-bom", false, "leave the byte order mark out of the CSV files")
	o.forms.define(f)
}

// set sets the options of a run that begins now.
func (o *output) set(to *job.Options, now time.Time) (err error) {
	if to.Out, o.link, o.target, err = dated(o.out, now); err != nil {
		return err
	}
	to.Report.AllPassages, to.Report.NoBOM = o.allPassages, o.noBOM
	to.Report.Forms, err = o.forms.list()
	return err
}

// latest is the name of the link beside dated folders.
const latest = "latest"

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// dated returns the folder that a template means for a run that begins now, in
// now's time zone. link is where a link to the latest such folder belongs,
// beside the first part of the path that changes from run to run, and target
// what it is to hold; both are empty if no part does.
func dated(template string, now time.Time) (dir, link, target string, err error) {
	first := placeholder.FindStringIndex(template)
	if first == nil {
		return template, "", "", nil
	}
	dir = placeholder.ReplaceAllStringFunc(template, func(name string) string {
		switch name {
		case "{date}":
			return now.Format(time.DateOnly)
		case "{time}":
			return now.Format("15-04-05") // Windows has no colon in names
		}
		err = usage("--out %s: there is no %s, only {date} and {time}", template, name)
		return ""
	})
	if err != nil {
		return "", "", "", err
	}
	beside := template[:strings.LastIndexAny(template[:first[0]], "/"+string(filepath.Separator))+1]
	target, err = filepath.Rel(filepath.Clean(beside), dir)
	return dir, filepath.Join(beside, latest), target, err
}

// point lets the link to the latest report lead to the one just written.
func (o *output) point(log *journal) {
	if o.link == "" {
		return
	}
	if err := report.Symlink(o.link, o.target); err != nil {
		log.say("no link to the latest report was made: " + err.Error())
	}
}
