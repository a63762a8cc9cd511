package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/spf13/pflag"

	"wiretrace/internal/fault"
	"wiretrace/internal/progress"
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
	log      *progress.Log
	// described, if not nil, gets what the help of the command is made of, in the place
	// of all work.
	described *description
}

// A command is one of wiretrace's, chosen by its name.
type command struct {
	name, args, summary string
	// run parses what follows the name and does the work.
	run func(ctx context.Context, args []string, s streams) (int, error)
}

// commands returns all commands, in the order of the help. It is a function since
// some of them tell of the others.
func commands() []command {
	return []command{
		{"run", "PATH...", "read articles, write the report", runRun},
		{"show", "NAME [DIR]", "show a story, a cluster or an article of a report", runShow},
		{"open", "[DIR]", "open a report in the browser", runOpen},
		{"compare", "A B", "show what two articles share", runCompare},
		{"find", "--archive FILE A", "tell where the text of an article is known from", runFind},
		{"extract", "PATH...", "print articles as they were read, one JSON object a line", runExtract},
		{"step", "NAME", "do a run in tasks, which may be spread over machines", runStep},
		{"archive", "ACTION FILE", "list, show, prune or check what 'run --archive' keeps", runArchive},
		{"version", "", "print the version", runVersion},
		{"completion", "SHELL", "print what completes the command line in bash, zsh, fish or powershell", runCompletion},
		{"man", "[COMMAND]", "print a manual page, for 'man -l -'", runMan},
	}
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
	s := streams{in: in, out: out, err: err, log: progress.NewLog(err)}
	if len(args) == 0 {
		fmt.Fprint(err, help())
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "--help":
		switch {
		case len(args) == 1:
			if _, failure := io.WriteString(out, help()); failure != nil {
				s.log.Fail("help", exitFailed, failure.Error(), "")
				return exitFailed
			}
			return exitDone
		case len(args) > 2:
			fmt.Fprintf(err, "wiretrace help: it takes one command, not %d\nSee 'wiretrace help'.\n", len(args)-1)
			return exitUsage
		}
		args = []string{args[1], "--help"}
	case "--version", "-V":
		args = append([]string{"version"}, args[1:]...)
	}
	for _, c := range commands() {
		if c.name != args[0] {
			continue
		}
		code := exitFailed
		failure := fault.Guard(func() (err error) { // so that a fault ends as a failure does, with what was begun cleared away
			code, err = c.run(ctx, args[1:], s)
			return err
		})
		code = status(ctx, code, failure)
		switch {
		case failure == nil || errors.Is(failure, pflag.ErrHelp):
		case code == exitInterrupted:
			s.log.Fail("", code, "interrupted, nothing was written", "")
		case code == exitUsage:
			s.log.Fail(c.name, code, failure.Error(), fmt.Sprintf("See 'wiretrace %s --help'.\n", c.name))
		default:
			s.log.Fail(c.name, code, explain(failure), "")
		}
		return code
	}
	what := "command"
	if strings.HasPrefix(args[0], "-") {
		what = "flag"
	}
	fmt.Fprintf(err, "wiretrace: unknown %s %q%s\nSee 'wiretrace help'.\n", what, args[0], meant(args))
	return exitUsage
}

// meant returns a suggestion for a command line that begins with no command.
func meant(args []string) string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	if h := hint(args[0], names); h != "" {
		return h
	}
	_, err := os.Stat(args[0])
	if isFlag := strings.HasPrefix(args[0], "-"); isFlag && len(args) > 1 || err == nil {
		return fmt.Sprintf(" (did you mean %q?)", "wiretrace run "+strings.Join(args, " "))
	}
	return ""
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

// help returns the help of wiretrace as a whole.
func help() string {
	var b strings.Builder
	b.WriteString("wiretrace finds out where a news story came from.\n\nUsage:\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  wiretrace %-26s %s\n", c.name+" "+c.args, c.summary)
	}
	return b.String() + "\n" + helpTail
}

// helpTail is what help says of all commands.
const helpTail = `A PATH is a file, a folder (walked, hidden files left out) or - for JSON lines
on standard input. 'wiretrace COMMAND --help' tells a command's flags.

Exit status: 0 done; 1 failed, nothing written (unless the message says that the
report is, as with run --fail-on); 2 usage; 3 report written, but some inputs
could not be read (problems.csv lists each with its reason); 130 interrupted,
nothing written.
`

// hint returns a suggestion for a word that is none of words: the nearest of
// them, if at most a third of its letters would have to change, else one of which
// either is the beginning of the other.
func hint(word string, words []string) string {
	best, least := "", len(word)/3+1
	for _, w := range words {
		d := edits(word, w)
		begins := strings.HasPrefix(w, word) && len(word) > 1 || strings.HasPrefix(word, w)
		if d < least || begins && best == "" {
			best, least = w, min(d, least)
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", best)
}

// edits returns how many bytes must be put in, left out, changed or swapped
// with the next to make one word of the other.
func edits(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			row[j+1] = min(last[j]+change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// An interruptible reader reads what another does, but ends with its context,
// even while the other waits for somebody to write.
type interruptible struct {
	ctx  context.Context
	r    io.Reader
	once sync.Once
	pipe *io.PipeReader
}

func (i *interruptible) Read(p []byte) (int, error) {
	i.once.Do(func() {
		in, out := io.Pipe()
		i.pipe = in
		context.AfterFunc(i.ctx, func() { out.CloseWithError(context.Cause(i.ctx)) })
		go func() {
			// A reader that can write by itself would do so in smaller pieces.
			_, err := io.CopyBuffer(out, struct{ io.Reader }{i.r}, make([]byte, 256<<10))
			out.CloseWithError(err)
		}()
	})
	return i.pipe.Read(p)
}
