package job

import (
	"errors"
	"strconv"

	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/internal/fault"
	"wiretrace/lang/word"
	"wiretrace/row"
)

// A mishap is a panic while one article or one pair was worked on. It costs what
// was worked on, never the run: it becomes a row of problems.csv.
type mishap struct {
	error          // a *fault.Error
	article uint32 // the article whose making ready panicked; noArticle if it was something else
}

func (m *mishap) Unwrap() error { return m.error }

// guarded calls work and returns its error: a *mishap if it panicked.
func guarded(work func() error) error {
	err := fault.Guard(work)
	if panicked := new(fault.Error); errors.As(err, &panicked) && !errors.As(err, new(*mishap)) {
		return &mishap{panicked, noArticle}
	}
	return err
}

// fault notes err of article h, if it is a fault, and reports whether it is one.
// lost says what the report lacks by it.
func (p *problems) fault(h *head, lost string, err error) bool {
	var found *mishap
	if !errors.As(err, &found) {
		return false
	}
	p.note(h, lost+": "+found.Error())
	return true
}

// lost returns what notes that something was lost when a panic over article n and
// others cost them that.
func (c *corpus) lost(what string) func(n uint32, panicked error) {
	return func(n uint32, panicked error) { c.problems.note(&c.heads[n], what+": "+panicked.Error()) }
}

// try calls work, a piece of a step, over articles of which the first is h. If it
// panics, problems.csv says what was lost by it.
func (m *machine) try(step Step, h *head, lost string, work func() error) (fell bool, err error) {
	err = guarded(func() error {
		if m.inject != nil {
			m.inject(step, h.id)
		}
		return work()
	})
	if m.problems.fault(h, lost, err) {
		return true, nil
	}
	return false, err
}

// note notes what went wrong with article h.
func (p *problems) note(h *head, reason string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.faults == nil {
		p.faults = map[row.Problem]bool{}
	}
	p.faults[row.Problem{File: word.Printable(h.file), Record: int(h.record), Reason: word.Printable(reason)}] = true
}

// pairFault does what problems.fault does for two articles that were held against
// each other. It is told of the later one, unless one of them cannot be made
// ready at all.
func (c *corpus) pairFault(x cluster.Couple, err error) bool {
	var found *mishap
	if errors.As(err, &found) && found.article != noArticle {
		return c.problems.fault(&c.heads[found.article], "not compared", err)
	}
	h := &c.heads[max(x.A, x.B)]
	return c.problems.fault(h, "not compared with "+c.heads[min(x.A, x.B)].id, err)
}

// unread makes a problem of an article or a record that could not be digested.
func unread(file string, record int, reason string) reader.Problem {
	return problemOf(file, record, "not read: "+reason)
}

// problemOf makes a problem of an article or a record; record is 0 if it is the file.
func problemOf(file string, record int, reason string) reader.Problem {
	p := reader.Problem{File: file, Reason: reason}
	if record > 0 {
		p.Record = strconv.Itoa(record)
	}
	return p
}
