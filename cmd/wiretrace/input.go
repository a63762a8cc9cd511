package main

import (
	"github.com/spf13/pflag"

	"wiretrace/article/reader"
	"wiretrace/job"
	"wiretrace/report"
)

// input are the flags that say how articles are read.
type input struct {
	charset, meta, outlets string
	record                 size
}

func (i *input) define(f *pflag.FlagSet) {
	i.record = reader.DefaultMaxRecord
	f.StringVar(&i.meta, "meta", "", "table of what is known about the files (file, outlet, published, url, ...)")
	f.StringVar(&i.outlets, "outlets", "", "file of more outlets, which override those built in")
	f.StringVar(&i.charset, "charset", "", "character set of input that is not UTF-8 and declares none (default windows-1252)")
	f.Var(&i.record, "max-record", "largest record that is read")
}

func (i *input) set(to *job.Options) (err error) {
	to.Reader.Charset, to.Reader.MaxRecord = i.charset, int64(i.record)
	to.Reader.Skip = report.IsReport
	if to.Reader.Meta, err = sidecar(i.meta, i.charset); err != nil {
		return err
	}
	to.Outlets, err = outlets(i.outlets)
	return err
}
