package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"wiretrace/internal/progress"
)

// describe returns what the help of a command is made of, by having it parse its
// flags and do no more.
func (c *command) describe() description {
	var d description
	s := streams{out: io.Discard, err: io.Discard, log: progress.NewLog(io.Discard), described: &d}
	if _, err := c.run(context.Background(), nil, s); err != pflag.ErrHelp { //nolint:errorlint // it is passed on as it is
		panic("the command " + c.name + " does more than parse its flags before it has parsed them")
	}
	return d
}

// flags calls use for each flag that the help lists, in its order.
func (d *description) flags(use func(*pflag.Flag)) {
	for _, g := range d.groups {
		g.flags.VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				use(f)
			}
		})
	}
}

// takesValue reports whether a flag is followed by a value.
func takesValue(f *pflag.Flag) bool { return f.NoOptDefVal == "" }

// values returns the values that a flag may have, where they are a few words.
func values(f *pflag.Flag) []string {
	switch f.Name {
	case "csv-separator":
		return []string{"comma", "semicolon", "tab"}
	case "compress":
		return []string{"zst"}
	case "jsonl":
		return []string{"full", "offsets", "none"}
	case "log-format":
		return []string{"text", "json"}
	case "report":
		return []string{"tonight", "window"}
	}
	return nil
}

// words returns what may follow the name of a command, where that is a few words.
func (c *command) words() []string {
	switch c.name {
	case "archive":
		return archiveActions
	case "completion":
		return shells
	case "man":
		return commandNames()
	}
	return nil
}

func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}

// brief returns the first sentence of a flag's usage, for a list.
func brief(f *pflag.Flag) string {
	_, text := pflag.UnquoteUsage(f)
	for i, c := range text {
		rest := text[i:]
		if c == ';' || c == ':' || strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, " (") {
			return text[:i]
		}
	}
	return text
}
