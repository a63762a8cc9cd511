package archive

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

var (
	// ErrBusy says that another process has the lock.
	ErrBusy = errors.New("in use")
	// ErrCorrupt says that the file is damaged.
	ErrCorrupt = errors.New("damaged")
	// ErrNewer says that a later version of wiretrace made the file.
	ErrNewer = errors.New("made by a later version of wiretrace")
	// ErrForeign says that the file is no archive. It is left as it is.
	ErrForeign = errors.New("not an archive of wiretrace")
	// ErrNotFound says that the archive holds nothing of a name or number.
	ErrNotFound = errors.New("not in the archive")
)

// fail names the archive in an error and says in plain words what SQLite says
// in its own. It passes nil and errors that are named already.
func (a *Archive) fail(err error) error {
	if err == nil {
		return nil
	}
	var named *namedError
	if errors.As(err, &named) {
		return err
	}
	var s *sqlite.Error
	if errors.As(err, &s) {
		switch s.Code() & 0xff {
		case lib.SQLITE_CORRUPT:
			err = fmt.Errorf("%w: %w", ErrCorrupt, err)
		case lib.SQLITE_NOTADB:
			err = fmt.Errorf("%w: %w", ErrForeign, err)
		case lib.SQLITE_FULL:
			err = fmt.Errorf("the disk is full: %w", err)
		case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM: // as in unwritable
			err = fmt.Errorf("cannot be opened or written: %w", err)
		case lib.SQLITE_IOERR:
			err = fmt.Errorf("cannot be read or written (a full or failing disk?): %w", err)
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
			err = fmt.Errorf("%w by another program: %w", ErrBusy, err)
		}
	}
	return &namedError{a.path, err}
}

// A namedError says which archive an error is about.
type namedError struct {
	path string
	err  error
}

func (e *namedError) Error() string { return "archive " + e.path + ": " + e.err.Error() }
func (e *namedError) Unwrap() error { return e.err }

// unwritable reports whether SQLite met a file or folder that it may not
// write to.
func unwritable(err error) bool {
	var s *sqlite.Error
	if !errors.As(err, &s) {
		return false
	}
	switch s.Code() & 0xff {
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
		return true
	}
	return false
}
