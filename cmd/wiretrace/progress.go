package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"wiretrace/job"
)

// A progress shows how far a job has come: one line that is written over on a
// terminal, elsewhere a plain line now and then.
type progress struct {
	w        io.Writer
	terminal bool
	start    time.Time
	last     time.Time // when something was shown
	step     job.Step
	begun    time.Time // when the step began
	width    int       // of the line on the terminal
}

func newProgress(w io.Writer) *progress {
	f, ok := w.(*os.File)
	return &progress{w: w, terminal: ok && term.IsTerminal(int(f.Fd())), start: time.Now()}
}

func (p *progress) show(now job.Progress) {
	t := time.Now()
	if now.Step != p.step {
		p.step, p.begun = now.Step, t
	}
	wait := 100 * time.Millisecond
	if !p.terminal {
		wait = 10 * time.Second // a log is read later, by people
	}
	if t.Sub(p.last) < wait && !p.last.IsZero() || t.Sub(p.start) < wait {
		return
	}
	p.last = t
	line := fmt.Sprintf("%-9s %d", now.Step, now.Done)
	seconds := t.Sub(p.begun).Seconds()
	if now.Total > 0 {
		line += fmt.Sprintf(" of %d (%d %%)", now.Total, 100*now.Done/now.Total)
		if now.Done > 0 && seconds > 2 {
			left := time.Duration(seconds / float64(now.Done) * float64(now.Total-now.Done) * float64(time.Second))
			line += ", " + left.Round(time.Second).String() + " left"
		}
	} else if seconds > 0.5 {
		line += fmt.Sprintf(" articles, %.0f a second, %d MB", float64(now.Done)/seconds, now.Bytes/1e6)
	}
	if !p.terminal {
		fmt.Fprintln(p.w, line)
		return
	}
	pad := strings.Repeat(" ", max(p.width-len(line), 0))
	p.width = len(line)
	fmt.Fprintf(p.w, "\r%s%s", line, pad)
}

// clear wipes the line on the terminal.
func (p *progress) clear() {
	if p.terminal && p.width > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.width))
		p.width = 0
	}
}
