package archive

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// A Night is one transaction: all of it is in the archive after Commit, or
// nothing. It is for one goroutine. After an error, which each later call
// returns again, it can only be rolled back.
type Night struct {
	archive *Archive
	ctx     context.Context //nolint:containedctx // one transaction, one context
	session *session
	run     int64
	began   string // first_seen of what is new
	next    int64  // number of the next article
	buffer  []byte
	failed  error
	done    bool
}

// Begin opens the transaction of a run, whose number it gives. The other
// fields may be told again by Finish.
func (a *Archive) Begin(ctx context.Context, r Run) (*Night, error) {
	s, err := a.take()
	if err != nil {
		return nil, err
	}
	n := &Night{archive: a, ctx: ctx, session: s, began: r.Started.UTC().Format(time.RFC3339)}
	if err := n.begin(r); err != nil {
		a.give()
		return nil, a.fail(err)
	}
	return n, nil
}

func (n *Night) begin(r Run) error {
	if err := n.ctx.Err(); err != nil {
		return err
	}
	if err := n.session.script("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	var err error
	// Numbers are never used again, not even those of articles pruned since.
	n.next, err = n.session.number(n.ctx, "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'articles'")
	if err == nil {
		n.next = max(n.next, 1)
		n.run, err = n.session.number(n.ctx, "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'runs'")
	}
	if err == nil {
		n.run = max(n.run, 1)
		_, err = n.session.exec(`INSERT INTO runs (number, started, finished, version, report, read, known, failed, articles, clusters)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, n.run, n.began, formatTime(r.Finished), orNull(r.Version), orNull(r.Report),
			int64(r.Read), int64(r.Known), int64(r.Failed), int64(r.Articles), int64(r.Clusters))
	}
	if err != nil {
		_ = n.session.script("ROLLBACK")
	}
	return err
}

// Number returns the number of the run.
func (n *Night) Number() int64 { return n.run }

// Finish notes how the run went: all fields of r but Number and Started.
func (n *Night) Finish(r Run) error {
	return n.exec(`UPDATE runs SET finished = ?, version = ?, report = ?, read = ?, known = ?, failed = ?, articles = ?, clusters = ?
		WHERE number = ?`, formatTime(r.Finished), orNull(r.Version), orNull(r.Report),
		int64(r.Read), int64(r.Known), int64(r.Failed), int64(r.Articles), int64(r.Clusters), n.run)
}

// exec runs a statement of the night. After a failure SQLite may have rolled
// the transaction back by itself, and a later statement would then stand
// outside any: so the first failure is final.
func (n *Night) exec(query string, args ...any) error {
	_, err := n.change(query, args...)
	return err
}

func (n *Night) change(query string, args ...any) (changed int64, err error) {
	if err := n.usable(); err != nil {
		return 0, err
	}
	changed, err = n.session.exec(query, args...)
	return changed, n.fail(err)
}

func (n *Night) usable() error {
	switch {
	case n.done:
		return n.archive.fail(errors.New("the night is over"))
	case n.failed != nil:
		return n.failed
	}
	return n.fail(n.ctx.Err())
}

// fail notes the first failure.
func (n *Night) fail(err error) error {
	if err != nil && n.failed == nil {
		n.failed = n.archive.fail(err)
		err = n.failed
	}
	return err
}

// Commit ends the night. When it returns nil, the night is on the disk.
func (n *Night) Commit() error {
	if n.done {
		return n.usable()
	}
	if err := n.usable(); err != nil {
		n.Rollback()
		return err
	}
	if err := n.session.script("COMMIT"); err != nil {
		err = n.fail(fmt.Errorf("commit run %d: %w", n.run, err))
		n.Rollback()
		return err
	}
	n.archive.checkpoint()
	n.end()
	return nil
}

// Rollback ends the night as if it had not been. After Commit it does nothing.
func (n *Night) Rollback() {
	if n.done {
		return
	}
	// It fails where SQLite has rolled back already.
	_ = n.session.script("ROLLBACK")
	n.end()
}

func (n *Night) end() {
	n.done = true
	n.archive.give()
}
