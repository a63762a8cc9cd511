package report

import (
	"errors"
	"os"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// patience is how long a Writer waits for its lock: longer than another holds
// it who only clears away what was left of the report, and not so long that
// anybody wonders.
const patience = time.Second

// await is acquire with patience.
func await(path string) (*flock.Flock, error) {
	for end := time.Now().Add(patience); ; time.Sleep(patience / 100) {
		lock, err := acquire(path)
		if !errors.Is(err, ErrBusy) || time.Now().After(end) {
			return lock, err
		}
	}
}

// acquire takes the lock at path. It returns nil where there are no locks.
func acquire(path string) (*flock.Flock, error) {
	for {
		lock := flock.New(path)
		ok, err := lock.TryLock()
		switch {
		case errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.ENOLCK):
			return nil, nil
		case err != nil:
			return nil, err
		case !ok:
			lock.Close()
			return nil, ErrBusy
		}
		// The holder before may have removed the file after it was opened
		// here: then the lock is one on a file that nobody else finds.
		held, err := lock.Stat()
		if err != nil {
			lock.Close()
			return nil, err
		}
		if there, err := os.Stat(path); err == nil && os.SameFile(held, there) {
			return lock, nil
		}
		lock.Close()
	}
}

// release gives the lock up.
func (f *folder) release() {
	if f.lock == nil {
		return
	}
	path := f.lock.Path()
	err := os.Remove(path)
	f.lock.Close()
	if err != nil { // some systems remove no file that is open
		os.Remove(path)
	}
	f.lock = nil
}
