package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"wiretrace/internal/tools/likeness"
)

// like prints what the corpora of reports are like, and how near the others come to the
// first.
func like(args []string, stdout, stderr io.Writer) error {
	f := pflag.NewFlagSet("corpusgen like", pflag.ContinueOnError)
	f.SetOutput(stderr)
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() == 0 {
		return errors.New("usage: corpusgen like REPORT... (the statistics of the run that wrote REPORT are REPORT.stats, if there is such a file)")
	}
	var names []string
	var figures []*likeness.Figures
	for _, dir := range f.Args() {
		stats := filepath.Clean(dir) + ".stats"
		if _, err := os.Stat(stats); err != nil {
			stats = ""
		}
		x, err := likeness.Of(dir, stats)
		if err != nil {
			return err
		}
		names, figures = append(names, strings.TrimSuffix(filepath.Base(dir), ".report")), append(figures, x)
	}
	return likeness.Print(stdout, names, figures)
}
