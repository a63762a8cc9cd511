package reader

import (
	"cmp"
	"fmt"
)

// problemsOfFile is how many problems of one file, or one archive, are told, and as
// many warnings.
const problemsOfFile = 1000

// A Flood passes on the first problems of each file, and of the rest how many
// they are: a few hundred kilobytes can hold millions of bad records. It is told
// the problems in the order of the files. The zero value is ready.
type Flood struct {
	file           string // on disk, told last
	lost, warnings flooded

	// What was counted and not passed on, less the problems that say so.
	Left, LeftWarnings int
}

// flooded are the problems of one file that count alike.
type flooded struct {
	n    int // so far
	over Problem
}

// Add takes a problem and passes on what is to be told.
func (f *Flood) Add(p Problem, pass func(Problem) error) error {
	if file := cmp.Or(p.Within, p.File); file != f.file {
		if err := f.End(pass); err != nil {
			return err
		}
		f.file = file
	}
	of := &f.lost
	if p.Kind == Warning {
		of = &f.warnings
	}
	switch of.n++; {
	case of.n <= problemsOfFile:
		return pass(p)
	case of.n == problemsOfFile+1:
		of.over = p
	}
	return nil
}

// End passes on how many problems the last file had beyond those told.
func (f *Flood) End(pass func(Problem) error) error {
	lost, err := f.lost.end(f.file, "problems", pass)
	f.Left += lost
	if err != nil {
		return err
	}
	warnings, err := f.warnings.end(f.file, "warnings", pass)
	f.LeftWarnings += warnings
	return err
}

// end is Flood.End for one kind. It returns how many were not passed on.
func (of *flooded) end(file, what string, pass func(Problem) error) (left int, err error) {
	more, p := of.n-problemsOfFile, of.over
	*of = flooded{}
	if more <= 0 {
		return 0, nil
	}
	p.File = file
	if more > 1 {
		p.Reason = fmt.Sprintf("and %d more %s from here on", more, what)
	}
	return more - 1, pass(p)
}
