package progress

import (
	"fmt"
	"io"
	"log/slog"
	"strings"

	"wiretrace/lang/word"
)

// A Log is what a command has to say: lines for people, or JSON objects, one a
// line, for programs that collect logs. The zero Log writes nowhere; use NewLog.
// It is not safe for concurrent use until its fields are set, and no safer than
// its writer after that.
type Log struct {
	Quiet bool // nothing but failures and warnings

	w    io.Writer
	json *slog.Logger // nil: lines
}

// NewLog returns a log that writes lines for people to w.
func NewLog(w io.Writer) *Log { return &Log{w: w} }

// Writer returns where the log goes.
func (l *Log) Writer() io.Writer { return l.w }

// JSON reports whether the log is written for programs.
func (l *Log) JSON() bool { return l.json != nil }

// SetJSON chooses between JSON objects and lines for what is said from now on.
func (l *Log) SetJSON(on bool) {
	l.json = nil
	if on {
		l.json = slog.New(slog.NewJSONHandler(l.w, nil))
	}
}

// Say says something that is worth knowing and no failure. The attributes, in
// slog's form, are for programs; the text says the same to people.
func (l *Log) Say(text string, attrs ...any) {
	switch {
	case l.Quiet:
	case l.json != nil:
		l.json.Info(printable(text), attrs...)
	default:
		fmt.Fprintln(l.w, printable(text))
	}
}

// Warn says what did not go well in a command that did not fail, be the log quiet or not.
func (l *Log) Warn(command, text string, attrs ...any) {
	if l.json != nil {
		l.json.Warn(printable(text), append([]any{"command", command}, attrs...)...)
		return
	}
	fmt.Fprintf(l.w, "wiretrace %s: %s\n", command, printable(text))
}

// Fail says why a command failed, and with which exit status. command is empty
// if none was chosen. A hint for people may follow, with its line end.
func (l *Log) Fail(command string, code int, why, hint string) {
	if why = printable(why); l.json != nil {
		l.json.Error(why, "command", command, "exit_status", code)
		return
	}
	if command != "" {
		command = " " + command
	}
	fmt.Fprintf(l.w, "wiretrace%s: %s\n%s", command, why, hint)
}

// printable returns a text of a few lines as a terminal may show it: names of files
// in it may hold anything.
func printable(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = word.Printable(line)
	}
	return strings.Join(lines, "\n")
}
