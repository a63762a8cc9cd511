package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/pflag"
)

// Exit statuses.
const (
	exitDone        = 0
	exitFailed      = 1 // nothing was written, or the message says that the report is
	exitUsage       = 2
	exitProblems    = 3 // the report was written, but some inputs could not be read
	exitInterrupted = 130
)

// streams are what a command reads and writes: data on out, all else on err,
// by way of log where it has a choice of forms.
type streams struct {
	in       io.Reader
	out, err io.Writer
	log      *journal
}

// A command is one of wiretrace's, chosen by its name.
type command struct {
	name, args, summary string
	// run parses what follows the name and does the work.
	run func(ctx context.Context, args []string, s streams) (int, error)
}

var commands = []command{
	{"run", "PATH...", "read articles, write the report", runRun},
	{"show", "CLUSTER|ARTICLE [DIR]", "show a cluster or an article of a report", runShow},
	{"open", "[DIR]", "open a report in the browser", runOpen},
	{"compare", "A B", "show what two articles share", runCompare},
	{"extract", "PATH...", "print articles as they were read, one JSON object a line", runExtract},
	{"archive", "ACTION FILE", "list, show, prune or check what 'run --archive' keeps", runArchive},
	{"version", "", "print the version", runVersion},
}

// errUsage says that the command line is wrong; its message says how.
type errUsage struct{ error }

// errWritten says what went wrong after the report was put in its place.
type errWritten struct{ error }

func (e errWritten) Unwrap() error { return e.error }

// explain returns what a failed command says of its failure.
func explain(failure error) string {
	if errors.As(failure, new(errWritten)) {
		return failure.Error() + "; the report is written all the same"
	}
	return failure.Error()
}

func usage(format string, args ...any) error { return errUsage{fmt.Errorf(format, args...)} }

func run(ctx context.Context, args []string, in io.Reader, out, err io.Writer) int {
	if in != nil {
		in = &interruptible{ctx: ctx, r: in}
	}
	s := streams{in, out, err, &journal{w: err}}
	if len(args) == 0 {
		help(err)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "--help":
		switch {
		case len(args) == 1:
			help(out)
			return exitDone
		case len(args) > 2:
			fmt.Fprintf(err, "wiretrace help: it takes one command, not %d\nSee 'wiretrace help'.\n", len(args)-1)
			return exitUsage
		}
		args = []string{args[1], "--help"}
	case "--version":
		args[0] = "version"
	}
	for _, c := range commands {
		if c.name != args[0] {
			continue
		}
		code, failure := c.run(ctx, args[1:], s)
		code = status(ctx, code, failure)
		switch {
		case failure == nil || errors.Is(failure, pflag.ErrHelp):
		case code == exitInterrupted:
			s.log.fail("", code, "interrupted, nothing was written", "")
		case code == exitUsage:
			s.log.fail(c.name, code, failure.Error(), fmt.Sprintf("See 'wiretrace %s --help'.\n", c.name))
		default:
			s.log.fail(c.name, code, explain(failure), "")
		}
		return code
	}
	fmt.Fprintf(err, "wiretrace: there is no command %q\nSee 'wiretrace help'.\n", args[0])
	return exitUsage
}

// status returns the exit status of a command that returned code and failure.
func status(ctx context.Context, code int, failure error) int {
	switch {
	case failure == nil:
		return code
	case errors.Is(failure, pflag.ErrHelp):
		return exitDone
	case errors.As(failure, new(errUsage)):
		return exitUsage
	case ctx.Err() != nil && !errors.As(failure, new(errWritten)):
		return exitInterrupted
	}
	return exitFailed
}

func help(w io.Writer) {
	fmt.Fprint(w, "wiretrace finds out where a news story came from.\n\nUsage:\n")
	for _, c := range commands {
		fmt.Fprintf(w, "  wiretrace %-26s %s\n", c.name+" "+c.args, c.summary)
	}
	fmt.Fprint(w, `
A PATH is a file, a folder (walked, hidden files left out) or - for JSON lines
on standard input. 'wiretrace COMMAND --help' tells a command's flags.

Exit status: 0 done; 1 failed, nothing written (unless the message says that the
report is, as with run --fail-on); 2 usage; 3 report written, but some inputs
could not be read (problems.csv lists each with its reason); 130 interrupted,
nothing written.
`)
}

// helpColumns is the width of help.
const helpColumns = 96

// A group is a part of a command's flags, which its help lists under a title.
type group struct {
	title  string
	define func(*pflag.FlagSet)
}

// parse makes a flag set of a command, lets define add its flags, and parses
// args. Help is printed to standard output.
func parse(name, head string, args []string, s streams, define func(*pflag.FlagSet)) (*pflag.FlagSet, error) {
	return parseGroups(name, head, args, s, group{"Flags", define})
}

// parseGroups is parse for a command of so many flags that they come in groups.
func parseGroups(name, head string, args []string, s streams, groups ...group) (*pflag.FlagSet, error) {
	f := pflag.NewFlagSet(name, pflag.ContinueOnError)
	f.SetOutput(s.out)
	usages := head + "\n"
	for _, g := range groups {
		part := pflag.NewFlagSet(name, pflag.ContinueOnError)
		part.SortFlags = false
		g.define(part)
		f.AddFlagSet(part)
		if part.HasAvailableFlags() {
			usages += "\n" + g.title + ":\n" + part.FlagUsagesWrapped(helpColumns)
		}
	}
	f.Usage = func() { fmt.Fprint(s.out, usages) }
	if err := f.Parse(args); err != nil {
		if errors.Is(err, pflag.ErrHelp) {
			return nil, err
		}
		return nil, errUsage{err}
	}
	return f, nil
}
