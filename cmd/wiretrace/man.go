package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"
)

const manHead = `Usage: wiretrace man [COMMAND]

Prints the manual page of a command, or of wiretrace, in the form that man reads. It
says what 'wiretrace help' says.

Examples:
  wiretrace man run | man -l -
  wiretrace man run > /usr/local/share/man/man1/wiretrace-run.1`

func runMan(_ context.Context, args []string, s streams) (int, error) {
	f, err := parse("man", manHead, args, s, func(*pflag.FlagSet) {})
	if err != nil {
		return 0, err
	}
	if f.NArg() > 1 {
		return 0, usage("it takes one COMMAND, not %d", f.NArg())
	}
	if f.NArg() == 0 {
		_, err = io.WriteString(s.out, manOfAll())
		return exitDone, err
	}
	for _, c := range commands() {
		if c.name == f.Arg(0) {
			_, err = io.WriteString(s.out, c.man())
			return exitDone, err
		}
	}
	return 0, usage("unknown command %q%s", f.Arg(0), hint(f.Arg(0), commandNames()))
}

// roff returns a text so that man prints it as it is: a backslash would begin an
// escape, a hyphen might be printed as a dash, and a full stop or an apostrophe at
// the beginning of a line a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

// manPage is a manual page that is being written.
type manPage struct{ strings.Builder }

func newManPage(name, summary string) *manPage {
	p := new(manPage)
	fmt.Fprintf(p, ".TH %s 1 \"\" \"wiretrace %s\" \"wiretrace\"\n", strings.ToUpper(name), version())
	fmt.Fprintf(p, ".SH NAME\n%s \\- %s\n", roff(name), roff(summary))
	return p
}

// verbatim writes lines as they stand, for a fixed font.
func (p *manPage) verbatim(lines []string) {
	fmt.Fprintf(p, ".PP\n.nf\n%s\n.fi\n", roff(strings.Join(lines, "\n")))
}

// paragraphs writes help: paragraphs, and among them blocks of indented lines, which
// stay as they are. A line that ends in a colon before such a block, as "Examples:",
// is a heading if it is one word or two.
func (p *manPage) paragraphs(text string) {
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		if status, ok := strings.CutPrefix(block, "Exit status: "); ok {
			fmt.Fprintf(p, ".SH EXIT STATUS\n%s\n", roff(status))
			continue
		}
		lines := strings.Split(block, "\n")
		title, isTitle := strings.CutSuffix(lines[0], ":")
		if isTitle && len(lines) > 1 && len(strings.Fields(title)) <= 2 && strings.HasPrefix(lines[1], " ") {
			fmt.Fprintf(p, ".SH %s\n", roff(strings.ToUpper(title)))
			lines = lines[1:]
		}
		if strings.HasPrefix(lines[0], " ") {
			p.verbatim(lines)
			continue
		}
		fmt.Fprintf(p, ".PP\n%s\n", roff(block))
	}
}

// man returns the manual page of a command.
func (c *command) man() string {
	d := c.describe()
	p := newManPage("wiretrace-"+c.name, c.summary)
	synopsis, text, _ := strings.Cut(strings.TrimPrefix(d.head, "Usage: "), "\n\n")
	p.WriteString(".SH SYNOPSIS\n")
	var lines []string
	for line := range strings.SplitSeq(synopsis, "\n") {
		lines = append(lines, strings.TrimSpace(line))
	}
	p.verbatim(lines)
	if text != "" {
		p.WriteString(".SH DESCRIPTION\n")
		p.paragraphs(text)
	}
	if len(d.groups) > 0 {
		p.WriteString(".SH OPTIONS\n")
	}
	for _, g := range d.groups {
		if len(d.groups) > 1 {
			fmt.Fprintf(p, ".SS %s\n", roff(g.title))
		}
		g.flags.VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				p.flag(f)
			}
		})
	}
	p.WriteString(".SH SEE ALSO\n\\fBwiretrace\\fR(1)\n")
	return p.String()
}

// flag writes one option with what it means.
func (p *manPage) flag(f *pflag.Flag) {
	kind, text := pflag.UnquoteUsage(f)
	name := `\fB` + roff("--"+f.Name) + `\fR`
	if f.Shorthand != "" {
		name = `\fB` + roff("-"+f.Shorthand) + `\fR, ` + name
	}
	if takesValue(f) && kind != "" {
		name += ` \fI` + roff(kind) + `\fR`
	}
	if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
		text += " (default " + f.DefValue + ")"
	}
	fmt.Fprintf(p, ".TP\n%s\n%s\n", name, roff(text))
}

// manOfAll returns the manual page of wiretrace itself.
func manOfAll() string {
	p := newManPage("wiretrace", "find out where a news story came from")
	p.WriteString(".SH SYNOPSIS\n.B wiretrace\n.I COMMAND\n.RI [ FLAGS ]\n.RI [ ARGUMENTS ]\n.SH COMMANDS\n")
	var also []string
	for _, c := range commands() {
		fmt.Fprintf(p, ".TP\n\\fB%s\\fR \\fI%s\\fR\n%s\n", c.name, roff(c.args), roff(c.summary))
		also = append(also, `\fBwiretrace\-`+c.name+`\fR(1)`)
	}
	p.WriteString(".SH DESCRIPTION\n")
	p.paragraphs(helpTail)
	fmt.Fprintf(p, ".SH SEE ALSO\n%s\n", strings.Join(also, ", "))
	return p.String()
}
