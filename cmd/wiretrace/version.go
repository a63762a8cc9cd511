package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/pflag"
)

const versionHead = `Usage: wiretrace version

Prints the version of wiretrace, that of Go by which it was built, and for what.`

func runVersion(_ context.Context, args []string, s streams) (int, error) {
	f, err := parse("version", versionHead, args, s, func(*pflag.FlagSet) {})
	if err != nil {
		return 0, err
	}
	if f.NArg() > 0 {
		return 0, usage("it takes no arguments, not %q", f.Arg(0))
	}
	_, err = fmt.Fprintf(s.out, "wiretrace %s %s %s/%s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return exitDone, err
}

// version returns what Go has noted in the program: a release's tag, else the
// commit with its time as a pseudo-version, +dirty if files were changed since;
// "dev" where it was built outside a repository or by go run.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "dev"
}
