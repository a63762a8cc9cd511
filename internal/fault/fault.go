// Package fault turns a panic over one piece of work into an error, so that what
// was worked on is lost and nothing else.
package fault

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// An Error is a panic.
type Error struct {
	Text  string // of the panic, one line
	Place string // the function that panicked, with file and line
}

func (e *Error) Error() string {
	return fmt.Sprintf("a fault in wiretrace: %s (in %s)", e.Text, e.Place)
}

// Guard calls work and returns its error: an *Error if it panicked.
func Guard(work func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			text := strings.Join(strings.Fields(fmt.Sprint(v)), " ")
			err = &Error{Text: strings.TrimPrefix(text, "runtime error: "), Place: panicked()}
		}
	}()
	return work()
}

// Is reports whether err is a panic.
func Is(err error) bool {
	var found *Error
	return errors.As(err, &found)
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
