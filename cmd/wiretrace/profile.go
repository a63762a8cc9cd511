package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"

	"github.com/spf13/pflag"

	"wiretrace/job"
)

// A profile writes down what a run cost: for whoever wants to make it faster
// and for whoever watches over it.
type profile struct {
	stats job.Stats

	statsTo, cpuTo, memoryTo later
}

func (p *profile) define(f *pflag.FlagSet) {
	p.statsTo.define(f, "stats", "file for counts and seconds by step, as JSON")
	p.cpuTo.define(f, "cpuprofile", "file for a CPU profile")
	p.memoryTo.define(f, "memprofile", "file for a profile of memory")
	for _, hidden := range []string{"cpuprofile", "memprofile"} {
		if err := f.MarkHidden(hidden); err != nil {
			panic(err) // no such flag
		}
	}
}

// start makes the files that stop writes.
func (p *profile) start(o *job.Options) error {
	o.Stats = &p.stats
	for _, file := range []*later{&p.statsTo, &p.cpuTo, &p.memoryTo} {
		if err := file.create(); err != nil {
			return err
		}
	}
	if p.cpuTo.file != nil {
		if err := pprof.StartCPUProfile(p.cpuTo.file); err != nil {
			return fmt.Errorf("--cpuprofile: %w", err)
		}
	}
	return nil
}

// stop writes what was asked for, whether or not the run went well.
func (p *profile) stop() error {
	return errors.Join(
		p.cpuTo.write(func(io.Writer) error {
			pprof.StopCPUProfile()
			return nil
		}),
		p.memoryTo.write(func(w io.Writer) error {
			runtime.GC() // so that what is free no longer counts
			return pprof.WriteHeapProfile(w)
		}),
		p.statsTo.write(func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetIndent("", "  ")
			return e.Encode(&p.stats)
		}),
	)
}

// A later is a file that a flag asks for. It is written when the run ends, but
// made before the work, so that nobody hears only after hours that it cannot
// be.
type later struct {
	flag, name string
	file       *os.File // nil: not asked for
}

func (l *later) define(f *pflag.FlagSet, flag, usage string) {
	l.flag = flag
	f.StringVar(&l.name, flag, "", usage)
}

func (l *later) create() (err error) {
	if l.name == "" {
		return nil
	}
	if l.file, err = os.Create(l.name); err != nil {
		return fmt.Errorf("--%s: %w", l.flag, err)
	}
	return nil
}

// write has the content written and closes the file.
func (l *later) write(content func(io.Writer) error) error {
	if l.file == nil {
		return nil
	}
	if err := errors.Join(content(l.file), l.file.Close()); err != nil {
		return fmt.Errorf("--%s: %w", l.flag, err)
	}
	return nil
}
