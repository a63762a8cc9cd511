package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"

	"github.com/spf13/pflag"

	"wiretrace/job"
)

// A profile writes down what a run cost: for whoever wants to make it faster
// and for whoever watches over it.
type profile struct {
	statsFile, cpuFile, memFile string

	stats job.Stats
	cpu   *os.File
}

func (p *profile) define(f *pflag.FlagSet) {
	f.StringVar(&p.statsFile, "stats", "", "file for counts and seconds by step, as JSON")
	f.StringVar(&p.cpuFile, "cpuprofile", "", "file for a CPU profile")
	f.StringVar(&p.memFile, "memprofile", "", "file for a profile of memory")
	for _, hidden := range []string{"cpuprofile", "memprofile"} {
		if err := f.MarkHidden(hidden); err != nil {
			panic(err) // no such flag
		}
	}
}

func (p *profile) start(o *job.Options) error {
	o.Stats = &p.stats
	if p.cpuFile == "" {
		return nil
	}
	f, err := os.Create(p.cpuFile)
	if err == nil {
		err = pprof.StartCPUProfile(f)
	}
	if err != nil {
		return fmt.Errorf("--cpuprofile: %w", err)
	}
	p.cpu = f
	return nil
}

// stop writes what was asked for, whether or not the run went well.
func (p *profile) stop() error {
	var errs []error
	if p.cpu != nil {
		pprof.StopCPUProfile()
		errs = append(errs, p.cpu.Close())
	}
	if p.memFile != "" {
		f, err := os.Create(p.memFile)
		if err == nil {
			runtime.GC() // so that what is free no longer counts
			err = errors.Join(pprof.WriteHeapProfile(f), f.Close())
		}
		errs = append(errs, err)
	}
	if p.statsFile != "" {
		b, err := json.MarshalIndent(&p.stats, "", "  ")
		if err == nil {
			err = os.WriteFile(p.statsFile, append(b, '\n'), 0o644)
		}
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("write profiles: %w", err)
	}
	return nil
}
