package reader

import (
	"cmp"
	"fmt"
)

// problemsOfFile is how many problems of one file, or one archive, are told.
const problemsOfFile = 1000

// A Flood passes on the first problems of each file, and of the rest how many
// they are: a few hundred kilobytes can hold millions of bad records. It is told
// the problems in the order of the files. The zero value is ready.
type Flood struct {
	file string // on disk, told last
	n    int    // its problems so far
	over Problem
	Left int // problems that were counted and not passed on, less those that say so
}

// Add takes a problem and passes on what is to be told.
func (f *Flood) Add(p Problem, pass func(Problem) error) error {
	if file := cmp.Or(p.Within, p.File); file != f.file {
		if err := f.End(pass); err != nil {
			return err
		}
		f.file, f.n = file, 0
	}
	switch f.n++; {
	case f.n <= problemsOfFile:
		return pass(p)
	case f.n == problemsOfFile+1:
		f.over = p
	}
	return nil
}

// End passes on how many problems the last file had beyond those told.
func (f *Flood) End(pass func(Problem) error) error {
	more := f.n - problemsOfFile
	if f.n = 0; more <= 0 {
		return nil
	}
	f.Left += more - 1
	reason := f.over.Reason
	if more > 1 {
		reason = fmt.Sprintf("and %d more problems from here on", more)
	}
	return pass(Problem{File: f.file, Record: f.over.Record, Reason: reason, Within: f.over.Within})
}
