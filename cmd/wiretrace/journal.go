package main

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/spf13/pflag"
)

// A journal is what a command has to say: lines for people, or JSON objects, one
// a line, for programs that collect logs. It goes to standard error.
type journal struct {
	w     io.Writer
	json  *slog.Logger // nil: lines
	quiet bool         // nothing but failures
}

func (j *journal) define(f *pflag.FlagSet) {
	f.BoolVarP(&j.quiet, "quiet", "q", false, "print nothing but errors")
	f.Var((*logFormat)(j), "log-format", "progress, summary and errors as text or as json, one object a line")
}

// say says something that is worth knowing and no failure. The attributes are
// for programs; the text says the same to people.
func (j *journal) say(text string, attrs ...any) {
	switch {
	case j.quiet:
	case j.json != nil:
		j.json.Info(text, attrs...)
	default:
		fmt.Fprintln(j.w, text)
	}
}

// fail says why a command failed, and with which exit status. A hint for
// people may follow.
func (j *journal) fail(command string, code int, why, hint string) {
	if j.json != nil {
		j.json.Error(why, "command", command, "exit_status", code)
		return
	}
	if command != "" {
		command = " " + command
	}
	fmt.Fprintf(j.w, "wiretrace%s: %s\n%s", command, why, hint)
}

// A logFormat is the form of a journal as a flag. Setting it changes the
// journal at once, so that errors further on in the command line have it too.
type logFormat journal

func (l *logFormat) String() string {
	if l.json != nil {
		return "json"
	}
	return "text"
}

func (l *logFormat) Type() string { return "format" }

func (l *logFormat) Set(v string) error {
	switch v {
	case "text":
		l.json = nil
	case "json":
		l.json = slog.New(slog.NewJSONHandler(l.w, nil))
	default:
		return fmt.Errorf("not a format: %q (text or json)", v)
	}
	return nil
}
