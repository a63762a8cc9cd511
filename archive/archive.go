package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// An Archive is open. Reading is safe for concurrent use.
type Archive struct {
	path    string // as the user named it
	readers *pool

	// Of an archive opened for writing; nil otherwise.
	lock   *flock.Flock
	file   os.FileInfo // as it was opened
	writer *session

	mu    sync.Mutex
	taken bool // somebody uses the writer
}

// Options say how an archive is opened. The zero value opens it for writing
// and makes it if it is missing.
type Options struct {
	Existing bool // a missing file is an error
	ReadOnly bool // take no lock, change nothing; implies Existing
}

// Memory of a session, in KiB, for pages: a few megabytes hold the inner pages
// of half a million articles; a Night has some more, so that its indexes stay
// there while it adds to them.
const (
	readerCache = 4 << 10
	writerCache = 64 << 10
)

// smallest is the size in bytes of SQLite's smallest page.
const smallest = 512

// busyTimeout is how long, in milliseconds, to wait for other programs that
// have the file open.
const busyTimeout = 10_000

// Open opens the archive at path, takes its lock and brings it to the latest
// version of the schema. The error is ErrBusy, ErrCorrupt, ErrNewer,
// ErrForeign, fs.ErrNotExist or one of the system's, and names the file.
func Open(path string, o Options) (*Archive, error) {
	a := &Archive{path: path}
	if err := a.open(o); err != nil {
		return nil, a.fail(err)
	}
	return a, nil
}

func (a *Archive) open(o Options) (err error) {
	info, err := os.Stat(a.path)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case missing && (o.Existing || o.ReadOnly):
		return fs.ErrNotExist
	case err != nil && !missing:
		return cause(err)
	case err == nil && info.IsDir():
		return errors.New("is a folder")
	case err == nil && info.Size() > 0 && info.Size() < smallest:
		return ErrForeign // SQLite would take it for an empty one
	}
	defer func() {
		if err == nil {
			return
		}
		err = errors.Join(err, a.release())
		if missing {
			// Nothing half made stays behind.
			for _, name := range Names(a.path) {
				if name != a.path+lockSuffix {
					_ = os.Remove(name)
				}
			}
		}
	}()
	if o.ReadOnly {
		return a.openReaders()
	}
	if a.lock, err = lock(a.path); err != nil {
		missing = false // who has the lock may be making it
		return err
	}
	return a.openWriter(missing)
}

// openReaders opens an archive for reading only. Even a reader writes to the
// shared index beside a file in WAL mode; where it cannot, on a read-only disk,
// the file is read as one that nobody changes, which is right as long as no
// log lies beside it.
func (a *Archive) openReaders() error {
	a.readers = a.pool("mode=rw")
	err := a.read(verify)
	if err == nil || !unwritable(err) {
		return err
	}
	if info, e := os.Stat(a.path + "-wal"); e == nil && info.Size() > 0 {
		return err
	}
	_ = a.readers.close()
	a.readers = a.pool("mode=ro&immutable=1")
	return a.read(verify)
}

func (a *Archive) openWriter(missing bool) (err error) {
	mode := "mode=rw"
	if missing {
		mode = "mode=rwc"
	}
	if a.writer, err = connect(a.dsn(mode)); err != nil {
		return err
	}
	s := a.writer
	if err := s.script(fmt.Sprintf("PRAGMA busy_timeout = %d", busyTimeout)); err != nil {
		return err
	}
	version, err := identify(s)
	if err != nil {
		return err
	}
	if version == 0 {
		// Both can only be set before the first page is written. Incremental, for
		// pruning gives space back in steps, without a copy of the whole file.
		if err := s.script(fmt.Sprintf("PRAGMA page_size = %d; PRAGMA auto_vacuum = INCREMENTAL", pageSize)); err != nil {
			return err
		}
	}
	err = s.script(fmt.Sprintf(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;
		PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -%d`, writerCache))
	if err != nil {
		return err
	}
	if a.file, err = os.Stat(a.path); err != nil {
		return err
	}
	if version < len(steps) {
		if err := upgrade(s, version, steps); err != nil {
			return err
		}
	}
	if err := keepSums(s); err != nil {
		return err
	}
	a.readers = a.pool("mode=rw")
	return a.read(func(s *session) error {
		if err := verify(s); err != nil {
			return err
		}
		return checkTruncated(context.Background(), s, a.path)
	})
}

// inPlace returns an error if the file that was opened is no longer at the archive's
// path: what is written to it would be lost with it.
func (a *Archive) inPlace() error {
	now, err := os.Stat(a.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("was removed while it was written to")
	case err != nil:
		return cause(err)
	case !os.SameFile(a.file, now):
		return errors.New("was replaced by another file while it was written to")
	}
	return nil
}

// dsn returns the driver's name of the archive's file. The form of an address
// lets a path hold question marks.
func (a *Archive) dsn(parameters string) string {
	return "file:" + (&url.URL{Path: a.path}).EscapedPath() + "?" + parameters
}

func (a *Archive) pool(parameters string) *pool {
	return &pool{
		dsn:   a.dsn(parameters),
		setup: fmt.Sprintf("PRAGMA busy_timeout = %d; PRAGMA query_only = ON; PRAGMA cache_size = -%d", busyTimeout, readerCache),
		keep:  runtime.GOMAXPROCS(0) + 2,
	}
}

// identify returns the version of an archive's schema, 0 if it is yet to be
// made.
func identify(s *session) (int, error) {
	ctx := context.Background()
	tables, err := s.number(ctx, "SELECT count(*) FROM sqlite_schema")
	if err != nil {
		return 0, err
	}
	id, err := s.number(ctx, "PRAGMA application_id")
	if err != nil {
		return 0, err
	}
	version, err := s.number(ctx, "PRAGMA user_version")
	if err != nil {
		return 0, err
	}
	switch {
	case tables == 0 && id == 0 && version == 0:
		return 0, nil
	case id != applicationID:
		return 0, ErrForeign
	case version > int64(len(steps)):
		return 0, fmt.Errorf("%w: its version is %d, this one knows %d", ErrNewer, version, len(steps))
	case version < 1:
		return 0, fmt.Errorf("%w: version %d", ErrCorrupt, version)
	}
	return int(version), nil
}

// verify checks what is quick to check of an archive of the latest version.
func verify(s *session) error {
	version, err := identify(s)
	switch {
	case err != nil:
		return err
	case version == 0:
		return ErrForeign
	case version < len(steps):
		return fmt.Errorf("of version %d; the next run brings it to version %d", version, len(steps))
	}
	var last [4]int64
	ctx := context.Background()
	for i, table := range []string{"articles", "stored", "keys_small", "keys_large"} {
		if last[i], err = s.number(ctx, "SELECT max(number) FROM "+table); err != nil {
			return err
		}
		if last[i] != last[0] {
			return fmt.Errorf("%w: table articles ends with number %d, %s with %d", ErrCorrupt, last[0], table, last[i])
		}
	}
	return nil
}

// Names returns the names of the files that the archive at path consists of
// while it is open. A program that has it open must not open them itself: not
// the one that ends in -shm above all, for closing that gives up the locks on
// it, and a night may then not be committed.
func Names(path string) []string {
	names := []string{path, path + lockSuffix}
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		names = append(names, path+suffix)
	}
	return names
}

// Path returns the archive's file as it was named.
func (a *Archive) Path() string { return a.path }

// Close closes the archive and frees its lock. No reading may be under way; a
// Night that is still open is lost.
func (a *Archive) Close() error {
	if a.writer != nil {
		a.checkpoint()
	}
	return a.fail(a.release())
}

// take gives the writer to one at a time.
func (a *Archive) take() (*session, error) {
	if a.writer == nil {
		return nil, a.fail(errors.New("opened for reading only"))
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.taken {
		return nil, a.fail(errors.New("a night is open already"))
	}
	a.taken = true
	return a.writer, nil
}

func (a *Archive) give() {
	a.mu.Lock()
	a.taken = false
	a.mu.Unlock()
}

// release closes what is open.
func (a *Archive) release() error {
	var all error
	if a.readers != nil {
		all = errors.Join(all, a.readers.close())
		a.readers = nil
	}
	if a.writer != nil {
		all = errors.Join(all, a.writer.close())
		a.writer = nil
	}
	if a.lock != nil {
		all = errors.Join(all, a.lock.Unlock())
		a.lock = nil
	}
	return all
}

// checkpoint moves what was committed from the log to the file. What cannot be
// moved, for a full disk or because another program reads, is as safe in the
// log, and is moved the next time.
func (a *Archive) checkpoint() {
	_ = a.writer.query(context.Background(), func(columns) error { return nil }, "PRAGMA wal_checkpoint(TRUNCATE)")
}

// cause leaves out the path of a system's error, which is named elsewhere.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// lockSuffix makes the name of the lock file from the archive's. The file is
// never removed, for a process that has just opened it would then hold a lock
// that nobody else sees.
const lockSuffix = ".lock"

// lock takes the lock of the archive at path, so that one process writes at a
// time. The lock is the kernel's, so a killed process leaves none behind. The
// error is ErrBusy if another has it, with what that one wrote into the file.
func lock(path string) (*flock.Flock, error) {
	// Two names of one archive share one lock.
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	path += lockSuffix
	l := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o666))
	held, err := l.TryLock()
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("its folder is missing: %w", err)
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
