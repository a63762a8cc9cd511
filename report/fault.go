package report

import (
	"fmt"

	"wiretrace/internal/fault"
	"wiretrace/lang/word"
)

// faults are panics over rows, each of which costs its file that row and is a row of
// problems.csv.
type faults struct {
	rows []Problem
	more int // beyond mostFaults
}

// mostFaults is how many panics of the tables, and as many of each form, are told.
const mostFaults = 100

// add notes a panic. file is what to blame, empty for what is not of one article, and
// lost says what the report then lacks.
func (f *faults) add(file, lost string, panicked error) {
	if len(f.rows) == mostFaults {
		f.more++
		return
	}
	f.rows = append(f.rows, Problem{File: word.Printable(file), Reason: word.Printable(lost + ": " + panicked.Error())})
}

// all returns the rows of problems.csv, and how many panics they tell of.
func (f *faults) all() (rows []Problem, panics int) {
	rows = f.rows
	if f.more > 0 {
		rows = append(rows, Problem{Reason: fmt.Sprintf("and %d more faults in writing the report", f.more)})
	}
	return rows, len(f.rows) + f.more
}

// row writes a row of a table: cells gives its cells. If that panics, the table lacks
// the row. id is of what the row is, and file what to blame.
func (w *Writer) row(t *table, name, file, id string, cells func()) error {
	before := len(t.b)
	err := w.guard(name, id, cells)
	if err == nil {
		return t.end()
	}
	t.b, t.more = t.b[:before], false
	w.faults.add(file, fmt.Sprintf("%s lacks a row of %s", name, id), err)
	return nil
}

// guard calls write, and returns an error if it panics.
func (w *Writer) guard(name, id string, write func()) error {
	return fault.Guard(func() error {
		if w.o.Inject != nil {
			w.o.Inject(name, id)
		}
		write()
		return nil
	})
}
