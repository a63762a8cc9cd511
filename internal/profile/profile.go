// Package profile writes down what a run cost: counts and seconds by step, and
// profiles of CPU and memory for whoever wants to make it faster.
package profile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"

	"wiretrace/job"
)

// A Profile names the files to write; an empty name asks for none. They are
// made before the work, so that nobody hears only after hours that they cannot
// be.
type Profile struct {
	StatsFile, CPUFile, MemoryFile string

	stats, cpu, memory *os.File // nil: not asked for
}

// Start makes the files that Stop writes. Errors name the flag of wiretrace
// that asks for the file.
func (p *Profile) Start() (err error) {
	if p.stats, err = create("stats", p.StatsFile); err != nil {
		return err
	}
	if p.cpu, err = create("cpuprofile", p.CPUFile); err != nil {
		return err
	}
	if p.memory, err = create("memprofile", p.MemoryFile); err != nil {
		return err
	}
	if p.cpu != nil {
		if err := pprof.StartCPUProfile(p.cpu); err != nil {
			return fmt.Errorf("--cpuprofile: %w", err)
		}
	}
	return nil
}

// Stop writes what was asked for, whether or not the run went well.
func (p *Profile) Stop(stats *job.Stats) error {
	return errors.Join(
		write("cpuprofile", p.cpu, func(io.Writer) error {
			pprof.StopCPUProfile()
			return nil
		}),
		write("memprofile", p.memory, func(w io.Writer) error {
			runtime.GC() // so that what is free no longer counts
			return pprof.WriteHeapProfile(w)
		}),
		write("stats", p.stats, func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetIndent("", "  ")
			return e.Encode(stats)
		}),
	)
}

// create makes the file that a flag asks for; nil if it asks for none.
func create(flag, name string) (*os.File, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, fmt.Errorf("--%s: %w", flag, err)
	}
	return f, nil
}

// write has the content of a file written and closes it. A nil file is none.
func write(flag string, f *os.File, content func(io.Writer) error) error {
	if f == nil {
		return nil
	}
	if err := errors.Join(content(f), f.Close()); err != nil {
		return fmt.Errorf("--%s: %w", flag, err)
	}
	return nil
}
