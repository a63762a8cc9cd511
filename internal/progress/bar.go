package progress

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

// A Bar shows how far a job has come: one line that is written over on a
// terminal, elsewhere a plain line, or an object, now and then. Show may be
// called by several goroutines at once.
type Bar struct {
	log      *Log
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

// NewBar returns a bar of a job that begins now. read is what the job counts as
// it reads files.
func NewBar(log *Log, read *reader.Progress) *Bar {
	b := &Bar{log: log, now: time.Now, read: read}
	if f, ok := log.w.(*os.File); ok && !log.JSON() && term.IsTerminal(int(f.Fd())) {
		b.terminal = f
	}
	b.start = b.now()
	return b
}

// Watch keeps the line on a terminal moving while a step says nothing, and
// finds out how much there is to read, until Clear is called. Elsewhere nobody
// is waiting for it.
func (b *Bar) Watch(ctx context.Context, paths []string, o reader.Options) {
	if b.terminal == nil {
		return
	}
	ctx, cancel := context.WithCancel(ctx)
	var beside sync.WaitGroup
	b.stop = func() {
		cancel()
		beside.Wait()
	}
	if !slices.Contains(paths, "-") {
		beside.Go(func() {
			if _, bytes, err := reader.Size(ctx, paths, o); err == nil {
				b.total.Store(bytes)
			}
		})
	}
	beside.Go(func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				b.mu.Lock()
				b.draw()
				b.mu.Unlock()
			case <-ctx.Done():
				return
			}
		}
	})
}

// Show is told by the job how far it has come.
func (b *Bar) Show(at job.Progress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if at.Step != b.at.Step {
		b.begun = b.now()
	}
	b.at = at
	if at.Step == job.Reading {
		b.articles = at.Done
	}
	b.draw()
}

// draw shows something, unless it has done so a moment ago.
func (b *Bar) draw() {
	t := b.now()
	wait := terminalEvery
	if b.terminal == nil {
		wait = logEvery
	}
	if b.at.Step == "" || t.Sub(b.last) < wait && !b.last.IsZero() || t.Sub(b.start) < wait {
		return
	}
	b.last = t
	c := b.pace(t)
	if b.terminal == nil {
		if b.log.JSON() {
			b.log.Say(string(c.step), c.attrs()...)
		} else {
			b.log.Say(c.String())
		}
		return
	}
	columns := 80
	if w, _, err := term.GetSize(int(b.terminal.Fd())); err == nil && w > 0 {
		columns = w
	}
	line := c.line(columns - 1)
	pad := strings.Repeat(" ", max(min(b.width, columns-1)-len(line), 0))
	b.width = len(line)
	fmt.Fprintf(b.terminal, "\r%s%s", line, pad)
}

// Clear ends the progress and wipes its line on the terminal.
func (b *Bar) Clear() {
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
	if b.width > 0 {
		fmt.Fprintf(b.terminal, "\r%s\r", strings.Repeat(" ", b.width))
		b.width = 0
	}
}

// soon is how long a step must have gone on before it is said how long it may
// take.
const soon = 2 * time.Second

// pace returns how far the job is at a time, and how fast it goes.
func (b *Bar) pace(t time.Time) pace {
	c := pace{step: b.at.Step, articles: b.articles, done: b.at.Done, total: b.at.Total, part: -1, left: -1, bytes: b.at.Bytes}
	spent := t.Sub(b.begun)
	if spent > 500*time.Millisecond {
		c.rate = float64(c.done) / spent.Seconds()
	}
	switch {
	case c.total > 0:
		c.part = float64(c.done) / float64(c.total)
	case c.step == job.Reading:
		if all := b.total.Load() - b.read.SkippedBytes.Load(); all > 0 {
			c.part = float64(b.read.Bytes.Load()) / float64(all)
		}
	}
	if c.part > 1 { // files have grown
		c.part = -1
	}
	if c.part > 0 && spent > soon {
		c.left = time.Duration(float64(spent) * (1/c.part - 1)).Round(time.Second)
	}
	if t.Sub(b.measured) >= time.Second {
		b.memory, b.measured = memory(), t
	}
	c.memory = b.memory
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
