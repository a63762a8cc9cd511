package archive

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"sync"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// A session is one connection with its prepared statements. It goes past
// database/sql, whose locks and conversions cost more than SQLite does for a
// short row. One goroutine uses it at a time, for one query at a time.
type session struct {
	conn     connection
	prepared map[string]*statement
}

// connection is what the driver's connections can do.
type connection interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.ExecerContext
}

type statement struct {
	stmt interface {
		driver.Stmt
		driver.StmtExecContext
		driver.StmtQueryContext
	}
	args []driver.NamedValue
	row  columns
}

// Columns are one row of a result. Its blobs are the caller's to keep.
type columns []driver.Value

// The columns of a row; NULL reads as zero.
func (r columns) whole(i int) int64 { n, _ := r[i].(int64); return n }
func (r columns) text(i int) string { s, _ := r[i].(string); return s }
func (r columns) blob(i int) []byte { b, _ := r[i].([]byte); return b }

// real also takes a column that was stored as a whole number.
func (r columns) real(i int) float64 {
	if n, ok := r[i].(int64); ok {
		return float64(n)
	}
	x, _ := r[i].(float64)
	return x
}

// ownLocks makes locks belong to the open file rather than to the process,
// where the system can: an archive may lie in the folder that a run reads, and
// to open and close its file would take the process's locks away, so that the
// next program that looks into the archive removes the log that a night stands
// in. It must come before the first connection.
var ownLocks = sync.OnceFunc(func() { _, _ = sqlite.OFDLocking(true) })

func connect(dsn string) (*session, error) {
	ownLocks()
	connector, err := sqlite.NewConnector(dsn)
	if err != nil {
		return nil, err
	}
	c, err := connector.Connect(context.Background())
	if err != nil {
		return nil, err
	}
	conn, ok := c.(connection)
	if !ok {
		return nil, errors.Join(fmt.Errorf("driver %T lacks statements", c), c.Close())
	}
	return &session{conn: conn, prepared: map[string]*statement{}}, nil
}

// script runs statements without arguments or results.
func (s *session) script(query string) error {
	_, err := s.conn.ExecContext(context.Background(), query, nil)
	return err
}

func (s *session) statement(query string, args []any) (*statement, error) {
	p := s.prepared[query]
	if p == nil {
		prepared, err := s.conn.PrepareContext(context.Background(), query)
		if err != nil {
			return nil, err
		}
		p = new(statement)
		var ok bool
		if p.stmt, ok = prepared.(interface {
			driver.Stmt
			driver.StmtExecContext
			driver.StmtQueryContext
		}); !ok {
			return nil, fmt.Errorf("driver's statement %T lacks Exec or Query", prepared)
		}
		s.prepared[query] = p
	}
	p.args = p.args[:0]
	for i, v := range args {
		p.args = append(p.args, driver.NamedValue{Ordinal: i + 1, Value: v})
	}
	return p, nil
}

// exec runs a statement. Arguments are int64, float64, string, []byte or nil.
func (s *session) exec(query string, args ...any) (changed int64, err error) {
	p, err := s.statement(query, args)
	if err != nil {
		return 0, err
	}
	// The context is the background's: one that can end costs a goroutine a
	// statement. Loops ask theirs between statements.
	result, err := p.stmt.ExecContext(context.Background(), p.args)
	clear(p.args)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// errStop ends query without an error.
var errStop = errors.New("stop")

// query hands the rows of a result to use, which must not keep the row and
// must not query the same session.
func (s *session) query(ctx context.Context, use func(columns) error, query string, args ...any) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	p, err := s.statement(query, args)
	if err != nil {
		return err
	}
	rows, err := p.stmt.QueryContext(context.Background(), p.args)
	clear(p.args)
	if err != nil {
		return err
	}
	defer func() {
		if e := rows.Close(); err == nil && e != nil {
			err = e
		}
	}()
	if p.row == nil {
		p.row = make(columns, len(rows.Columns()))
	}
	for {
		switch err := rows.Next(p.row); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := use(p.row); err != nil {
			if errors.Is(err, errStop) {
				return nil
			}
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// number returns the first column of a query's only row, 0 if there is none.
func (s *session) number(ctx context.Context, query string, args ...any) (n int64, err error) {
	err = s.query(ctx, func(r columns) error { n = r.whole(0); return nil }, query, args...)
	return n, err
}

func (s *session) close() error {
	var all error
	for _, p := range s.prepared {
		all = errors.Join(all, p.stmt.Close())
	}
	return errors.Join(all, s.conn.Close())
}

// A pool holds sessions for reading. It opens as many as are in use at once
// and keeps a few.
type pool struct {
	dsn   string
	setup string // run by each session when it is opened
	keep  int

	mu     sync.Mutex
	idle   []*session
	closed bool
}

func (p *pool) get() (*session, error) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil, errors.New("closed")
	}
	if n := len(p.idle); n > 0 {
		s := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return s, nil
	}
	p.mu.Unlock()
	s, err := connect(p.dsn)
	if err != nil {
		return nil, err
	}
	if err := s.script(p.setup); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (p *pool) put(s *session) {
	p.mu.Lock()
	if !p.closed && len(p.idle) < p.keep {
		p.idle = append(p.idle, s)
		s = nil
	}
	p.mu.Unlock()
	if s != nil {
		_ = s.close() // it only read
	}
}

func (p *pool) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	var all error
	for _, s := range p.idle {
		all = errors.Join(all, s.close())
	}
	p.idle = nil
	return all
}

// read runs use with a session for reading.
func (a *Archive) read(use func(*session) error) error {
	s, err := a.readers.get()
	if err != nil {
		return a.fail(err)
	}
	defer a.readers.put(s)
	return a.fail(use(s))
}

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
			err = ErrForeign
		case lib.SQLITE_FULL:
			err = fmt.Errorf("the disk is full: %w", err)
		case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM: // as in unwritable
			err = fmt.Errorf("cannot be opened or written: %w", err)
		case lib.SQLITE_IOERR:
			err = fmt.Errorf("cannot be read or written (a full or failing disk?): %w", err)
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
			err = fmt.Errorf("in use by another program (lsof %s tells which): %w", a.path, err)
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
