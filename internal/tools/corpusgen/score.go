package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/pflag"

	"wiretrace/internal/tools/scale"
)

// score prints how a report holds against the truth. It returns an error that
// names the limits which the report breaks.
func score(args []string, stdout, stderr io.Writer) error {
	var least, most scale.Limits
	f := pflag.NewFlagSet("corpusgen score", pflag.ContinueOnError)
	f.SetOutput(stderr)
	f.SortFlags = false
	f.Var(&least, "least", "least part to be found, such as copies=.99,linked=.98; also of families, shown and retold")
	f.Var(&most, "most", "most of what must not be, such as false=1 for false links on 10,000 articles")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() != 2 {
		return errors.New("usage: corpusgen score [--least MEASURE=PART,...] [--most MEASURE=LIMIT,...] TRUTH REPORT")
	}
	truth, err := os.Open(f.Arg(0))
	if err != nil {
		return fmt.Errorf("read truth: %w", err)
	}
	defer truth.Close()
	s, err := scale.Measure(truth, f.Arg(1))
	if err != nil {
		return err
	}
	return errors.Join(s.Print(stdout), s.Check(least, most))
}
