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

// Told notes that the report of the night tells of an article, so that it can be
// told again as it was: the articles that were read do not say what clusters of
// earlier ones the night changed.
func (n *Night) Told(number int64) error {
	return n.exec("INSERT OR IGNORE INTO told (run, article) VALUES (?, ?)", n.run, number)
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
	if err := n.archive.inPlace(); err != nil {
		n.Rollback()
		return n.archive.fail(err)
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

// A Run is one night's reading.
type Run struct {
	Number   int64     // from 1, given by Begin
	Started  time.Time // to the second
	Finished time.Time // to the second; zero if unknown
	Version  string    // of wiretrace
	Report   string    // where its report goes; empty if it has none
	// Counts: articles read anew, files known already, inputs that could not be
	// read, articles and clusters in the archive afterwards.
	Read, Known, Failed, Articles, Clusters int
	Delivered                               bool // its report is in its place; told by Delivered, not by Begin
}

const runColumns = "number, started, finished, version, report, read, known, failed, articles, clusters, delivered"

func (r columns) run() Run {
	return Run{
		Number: r.whole(0), Started: parseTime(r.text(1)), Finished: parseTime(r.text(2)),
		Version: r.text(3), Report: r.text(4),
		Read: int(r.whole(5)), Known: int(r.whole(6)), Failed: int(r.whole(7)),
		Articles: int(r.whole(8)), Clusters: int(r.whole(9)), Delivered: r.text(10) == "yes",
	}
}

// Undelivered returns the runs that were committed but whose report never got
// to its place, in order.
func (a *Archive) Undelivered(ctx context.Context) (runs []int64, err error) {
	err = a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error {
			runs = append(runs, r.whole(0))
			return nil
		}, "SELECT number FROM runs WHERE delivered = 'no' ORDER BY number")
	})
	return runs, err
}

// Told hands to use the numbers of the articles that the report of a run tells
// of, as long as it is undelivered or no other report was delivered since.
func (a *Archive) Told(ctx context.Context, run int64, use func(number int64)) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error { use(r.whole(0)); return nil }, "SELECT article FROM told WHERE run = ? ORDER BY article", run)
	})
}

// Delivered notes that the report of a run is in its place, and forgets what was
// told of others that are. No Night may be open.
func (a *Archive) Delivered(ctx context.Context, run int64) error {
	s, err := a.take()
	if err != nil {
		return err
	}
	defer a.give()
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err = s.exec("UPDATE runs SET delivered = 'yes' WHERE number = ?", run); err != nil {
		return a.fail(err)
	}
	_, err = s.exec(`DELETE FROM told WHERE run IN (SELECT number FROM runs WHERE delivered = 'yes' AND report <> (SELECT report FROM runs WHERE number = ?1))`, run)
	return a.fail(err)
}

// formatTime writes a time as people's columns have it: ISO 8601, UTC, to the
// second, so that text compares as time does. It is nil, NULL, for zero.
func formatTime(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UTC().Format(time.RFC3339)
}

// parseTime is zero for what formatTime did not write.
func parseTime(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// orNull makes nothing NULL.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func numberOrNull(n uint64) any {
	if n == 0 {
		return nil
	}
	return int64(n)
}
