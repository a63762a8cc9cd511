package job

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/lang/word"
	"wiretrace/row"
)

// A fault is a panic while one article or one pair was worked on. It costs what
// was worked on, never the run: it becomes a row of problems.csv.
type fault struct {
	text    string // of the panic, one line
	place   string // the function that panicked, with file and line
	article uint32 // the article whose making ready panicked; noArticle if it was something else
}

func (f *fault) Error() string {
	return fmt.Sprintf("a fault in wiretrace: %s (in %s)", f.text, f.place)
}

// guarded calls work and returns its error: a *fault if it panicked.
func guarded(work func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			text := strings.Join(strings.Fields(fmt.Sprint(v)), " ")
			err = &fault{text: strings.TrimPrefix(text, "runtime error: "), place: panicked(), article: noArticle}
		}
	}()
	return work()
}

// panicked returns which function panicked, called while that is recovered from.
func panicked() string {
	var callers [64]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(0, callers[:])])
	raised := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			raised = true
		case raised && !strings.HasPrefix(f.Function, "runtime."):
			return f.Function + ", " + filepath.Base(f.File) + ":" + strconv.Itoa(f.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}

// fault notes err of article h, if it is a fault, and reports whether it is one.
// lost says what the report lacks by it.
func (p *problems) fault(h *head, lost string, err error) bool {
	var found *fault
	if !errors.As(err, &found) {
		return false
	}
	p.note(h, lost+": "+found.Error())
	return true
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
	var found *fault
	if errors.As(err, &found) && found.article != noArticle {
		return c.problems.fault(&c.heads[found.article], "not compared", err)
	}
	h := &c.heads[max(x.A, x.B)]
	return c.problems.fault(h, "not compared with "+c.heads[min(x.A, x.B)].id, err)
}

// unread makes a problem of an article or a record that could not be digested.
func unread(file string, record int, reason string) reader.Problem {
	p := reader.Problem{File: file, Reason: "not read: " + reason}
	if record > 0 {
		p.Record = strconv.Itoa(record)
	}
	return p
}
