package main

import (
	"github.com/spf13/pflag"

	"wiretrace/job"
)

// output are the flags that say where the report goes and what it holds.
type output struct {
	out                string
	allPassages, noBOM bool
	forms              forms
}

func (o *output) define(f *pflag.FlagSet) {
	f.StringVarP(&o.out, "out", "o", defaultReport, "folder of the report; an older report there is replaced")
	f.BoolVar(&o.allPassages, "all-passages", false, "write the passages of articles that stand alone too")
	f.BoolVar(&o.noBOM, "no-bom", false, "leave the byte order mark out of the CSV files")
	o.forms.define(f)
}

func (o *output) set(to *job.Options) (err error) {
	to.Out = o.out
	to.Report.AllPassages, to.Report.NoBOM = o.allPassages, o.noBOM
	to.Report.Forms, err = o.forms.list()
	return err
}
