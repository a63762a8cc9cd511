package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/pflag"
)

// version is set by the linker for releases.
var version = "dev"

func runVersion(_ context.Context, args []string, s streams) (int, error) {
	f, err := parse("version", "Usage: wiretrace version", args, s, func(*pflag.FlagSet) {})
	if err != nil {
		return 0, err
	}
	if f.NArg() > 0 {
		return 0, usage("it takes no arguments, not %q", f.Arg(0))
	}
	revision := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, x := range info.Settings {
			if x.Key == "vcs.revision" {
				revision = " " + x.Value[:min(len(x.Value), 12)]
			}
		}
	}
	_, err = fmt.Fprintf(s.out, "wiretrace %s%s %s\n", version, revision, runtime.Version())
	return exitDone, err
}
