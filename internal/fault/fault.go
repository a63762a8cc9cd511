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

// Part parts an error, which may be several joined, into its panics and the rest,
// nil if there is none.
func Part(err error) (panics []error, rest error) {
	if err == nil {
		return nil, nil
	}
	for e := err; e != nil; e = errors.Unwrap(e) {
		if _, is := e.(*Error); is { //nolint:errorlint // joined ones are parted
			return []error{err}, nil
		}
		joined, is := e.(interface{ Unwrap() []error })
		if !is {
			continue
		}
		for _, one := range joined.Unwrap() {
			p, r := Part(one)
			panics, rest = append(panics, p...), errors.Join(rest, r)
		}
		return panics, rest
	}
	return nil, err
}

// mostSalvaged is how many units Salvage finds out one by one.
const mostSalvaged = 100

// Salvage calls work with all of some units that have nothing to do with each other.
// If it panics, it is called with either half of them, and so on: what panics alone
// is handed to lost, and the others are worked on. After mostSalvaged panics the rest
// of a list that panics is lost as a whole. work keeps nothing of a call that panics.
func Salvage[T any](units []T, work func([]T) error, lost func(unit T, panicked error)) error {
	fell := 0
	var salvage func(units []T) error
	salvage = func(units []T) error {
		if len(units) == 0 {
			return nil
		}
		err := Guard(func() error { return work(units) })
		if !Is(err) {
			return err
		}
		if len(units) == 1 || fell >= mostSalvaged {
			fell += len(units)
			for _, u := range units {
				lost(u, err)
			}
			return nil
		}
		half := len(units) / 2
		if err := salvage(units[:half]); err != nil {
			return err
		}
		return salvage(units[half:])
	}
	return salvage(units)
}
