package main

import (
	"context"
	"fmt"
	"os"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"

	"wiretrace/article/reader"
	"wiretrace/job"
)

// A progress shows how far a job has come: one line that is written over on a
// terminal, elsewhere a plain line, or an object, now and then.
type progress struct {
	log      *journal
	terminal *os.File // nil: it is none
	now      func() time.Time
	read     *reader.Progress
	total    atomic.Int64 // bytes of all files; 0 if not known
	stop     func()       // ends what goes on beside the job; nil if nothing does

	mu       sync.Mutex // held by whoever shows something
	at       job.Progress
	articles int // read
	start    time.Time
	begun    time.Time // when the step began
	last     time.Time // when something was shown
	width    int       // of the line on the terminal
	memory   uint64
	measured time.Time // when memory was
}

// How often something is shown.
const (
	terminalEvery = 100 * time.Millisecond
	logEvery      = 10 * time.Second // a log is read later, by people
)

func newProgress(log *journal, read *reader.Progress) *progress {
	p := &progress{log: log, now: time.Now, read: read}
	if f, ok := log.w.(*os.File); ok && log.json == nil && term.IsTerminal(int(f.Fd())) {
		p.terminal = f
	}
	p.start = p.now()
	return p
}

// watch keeps the line on a terminal moving while a step says nothing, and
// finds out how much there is to read, until clear is called. Elsewhere nobody
// is waiting for it.
func (p *progress) watch(ctx context.Context, paths []string, o reader.Options) {
	if p.terminal == nil {
		return
	}
	ctx, cancel := context.WithCancel(ctx)
	var beside sync.WaitGroup
	p.stop = func() {
		cancel()
		beside.Wait()
	}
	if !slices.Contains(paths, "-") {
		beside.Go(func() {
			if _, bytes, err := reader.Size(ctx, paths, o); err == nil {
				p.total.Store(bytes)
			}
		})
	}
	beside.Go(func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				p.mu.Lock()
				p.draw()
				p.mu.Unlock()
			case <-ctx.Done():
				return
			}
		}
	})
}

// show is told by the job how far it has come.
func (p *progress) show(at job.Progress) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if at.Step != p.at.Step {
		p.begun = p.now()
	}
	p.at = at
	if at.Step == job.Reading {
		p.articles = at.Done
	}
	p.draw()
}

// draw shows something, unless it has done so a moment ago.
func (p *progress) draw() {
	t := p.now()
	wait := terminalEvery
	if p.terminal == nil {
		wait = logEvery
	}
	if p.at.Step == "" || t.Sub(p.last) < wait && !p.last.IsZero() || t.Sub(p.start) < wait {
		return
	}
	p.last = t
	c := p.pace(t)
	if p.terminal == nil {
		if p.log.json != nil {
			p.log.say(string(c.step), c.attrs()...)
		} else {
			p.log.say(c.String())
		}
		return
	}
	columns := 80
	if w, _, err := term.GetSize(int(p.terminal.Fd())); err == nil && w > 0 {
		columns = w
	}
	line := c.line(columns - 1)
	pad := strings.Repeat(" ", max(min(p.width, columns-1)-len(line), 0))
	p.width = len(line)
	fmt.Fprintf(p.terminal, "\r%s%s", line, pad)
}

// clear ends the progress and wipes its line on the terminal.
func (p *progress) clear() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
	if p.width > 0 {
		fmt.Fprintf(p.terminal, "\r%s\r", strings.Repeat(" ", p.width))
		p.width = 0
	}
}

// soon is how long a step must have gone on before it is said how long it may
// take.
const soon = 2 * time.Second

func (p *progress) pace(t time.Time) pace {
	c := pace{step: p.at.Step, articles: p.articles, done: p.at.Done, total: p.at.Total, part: -1, left: -1, bytes: p.at.Bytes}
	spent := t.Sub(p.begun)
	if spent > 500*time.Millisecond {
		c.rate = float64(c.done) / spent.Seconds()
	}
	switch {
	case c.total > 0:
		c.part = float64(c.done) / float64(c.total)
	case c.step == job.Reading:
		if all := p.total.Load() - p.read.SkippedBytes.Load(); all > 0 {
			c.part = float64(p.read.Bytes.Load()) / float64(all)
		}
	}
	if c.part > 1 { // files have grown
		c.part = -1
	}
	if c.part > 0 && spent > soon {
		c.left = time.Duration(float64(spent) * (1/c.part - 1)).Round(time.Second)
	}
	if t.Sub(p.measured) >= time.Second {
		p.memory, p.measured = memory(), t
	}
	c.memory = p.memory
	return c
}

// memory returns how many bytes the process holds, without stopping it.
func memory() uint64 {
	list := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(list)
	if list[0].Value.Kind() != metrics.KindUint64 || list[1].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return list[0].Value.Uint64() - list[1].Value.Uint64()
}
