package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/cluster"
	"wiretrace/job"
)

// performance are the flags that say what a run may take.
type performance struct {
	memory  size
	temp    string
	window  span
	threads int
}

// leastMemory is what a run takes whatever it is told, in bytes: most of it are
// its tables of outlets and words.
const leastMemory = 160 << 20

func (p *performance) define(f *pflag.FlagSet) {
	p.memory, p.window = job.DefaultMemory, span(cluster.Window)
	f.Var(&p.memory, "memory", "memory that the run may take; what needs more spills to disk")
	f.StringVar(&p.temp, "temp", "", "folder for what spills (default: the system's)")
	f.Var(&p.window, "story-window", "how far apart one piece and another that retells it may be published")
	f.IntVarP(&p.threads, "threads", "j", 0, "worker threads (default: one a core)")
}

func (p *performance) set(to *job.Options) error {
	if p.threads < 0 {
		return usage("--threads %d: it must not be negative", p.threads)
	}
	// What the run holds is bounded; what it has let go is not, unless the
	// collector works harder as the bound comes near.
	debug.SetMemoryLimit(max(int64(p.memory), leastMemory) / 10 * 9)
	to.Memory, to.TempDir, to.Threads, to.Window = int64(p.memory), p.temp, p.threads, time.Duration(p.window)
	return p.probe()
}

// probe fails where nothing can be spilled, so that nobody hears of it only
// when memory has run short.
func (p *performance) probe() error {
	if p.temp == "" {
		return nil
	}
	f, err := os.CreateTemp(p.temp, "wiretrace-*.spill")
	if err != nil {
		return fmt.Errorf("--temp: nothing can be written there: %w", err)
	}
	f.Close()
	return os.Remove(f.Name())
}
