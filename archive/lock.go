package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// lockSuffix makes the name of the lock file from the archive's. The file is
// never removed, for a process that has just opened it would then hold a lock
// that nobody else sees.
const lockSuffix = ".lock"

// lock takes the lock of the archive at path, so that one process writes at a
// time. The lock is the kernel's, so a killed process leaves none behind. The
// error is ErrBusy if another has it, with what that one wrote into the file.
func lock(path string) (*flock.Flock, error) {
	// Two names of one archive share one lock.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	path += lockSuffix
	l := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o666))
	held, err := l.TryLock()
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return nil, fmt.Errorf("lock %s: %w", filepath.Base(path), err)
	}
	if !held {
		return nil, busy(path)
	}
	text := fmt.Sprintf("%d %s\n", os.Getpid(), time.Now().UTC().Format(time.RFC3339))
	// What it says is for the message of others alone; a full disk is met, and
	// told, soon enough.
	_ = os.WriteFile(path, []byte(text), 0o666)
	return l, nil
}

func busy(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return ErrBusy
	}
	pid, since, _ := strings.Cut(strings.TrimSpace(string(b)), " ")
	if _, err := strconv.Atoi(pid); err != nil {
		return ErrBusy
	}
	if t, err := time.Parse(time.RFC3339, since); err == nil {
		return fmt.Errorf("%w by process %s since %s", ErrBusy, pid, t.Local().Format(time.DateTime))
	}
	return fmt.Errorf("%w by process %s", ErrBusy, pid)
}
