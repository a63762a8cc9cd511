package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"github.com/spf13/pflag"

	"wiretrace/report"
)

const openHead = `Usage: wiretrace open [DIR]

Opens the first page of a report (default: wiretrace-report) in the browser, or
prints where it lies if no browser can be started.

Example:
  wiretrace open reports/monday`

// defaultReport is the folder of a report if none is named.
const defaultReport = "wiretrace-report"

func runOpen(ctx context.Context, args []string, s streams) (int, error) {
	f, err := parse("open", openHead, args, s, func(*pflag.FlagSet) {})
	if err != nil {
		return 0, err
	}
	if f.NArg() > 1 {
		return 0, usage("it takes one DIR, not %d", f.NArg())
	}
	dir := defaultReport
	if f.NArg() == 1 {
		dir = f.Arg(0)
	}
	index, err := filepath.Abs(filepath.Join(dir, report.IndexFile))
	if err != nil {
		return 0, err
	}
	if _, err := os.Stat(index); err != nil {
		if report.IsReport(dir) {
			return 0, fmt.Errorf("%s: the report has no pages (run wiretrace with --html)", dir)
		}
		return 0, report.NoReport(dir)
	}
	if browse(ctx, index) != nil {
		_, err = fmt.Fprintln(s.out, index)
	}
	return exitDone, err
}

// browse hands a file to the system, which starts the browser of its user.
func browse(ctx context.Context, file string) error {
	switch runtime.GOOS {
	case "darwin":
		return exec.CommandContext(ctx, "open", file).Run()
	case "windows":
		return exec.CommandContext(ctx, "rundll32", "url.dll,FileProtocolHandler", file).Run()
	}
	return exec.CommandContext(ctx, "xdg-open", file).Run()
}
