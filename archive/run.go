package archive

import (
	"context"
	"time"
)

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

func (r row) run() Run {
	return Run{
		Number: r.whole(0), Started: parseTime(r.text(1)), Finished: parseTime(r.text(2)),
		Version: r.text(3), Report: r.text(4),
		Read: int(r.whole(5)), Known: int(r.whole(6)), Failed: int(r.whole(7)),
		Articles: int(r.whole(8)), Clusters: int(r.whole(9)), Delivered: r.text(10) == "yes",
	}
}

// LastRun returns the latest run; ok is false if there was none.
func (a *Archive) LastRun(ctx context.Context) (last Run, ok bool, err error) {
	err = a.read(func(s *session) error {
		return s.query(ctx, func(r row) error {
			last, ok = r.run(), true
			return nil
		}, "SELECT "+runColumns+" FROM runs ORDER BY number DESC LIMIT 1")
	})
	return last, ok, err
}

// Undelivered returns the runs that were committed but whose report never got
// to its place, in order.
func (a *Archive) Undelivered(ctx context.Context) (runs []int64, err error) {
	err = a.read(func(s *session) error {
		return s.query(ctx, func(r row) error {
			runs = append(runs, r.whole(0))
			return nil
		}, "SELECT number FROM runs WHERE delivered = 'no' ORDER BY number")
	})
	return runs, err
}

// Delivered notes that the report of a run is in its place. No Night may be
// open.
func (a *Archive) Delivered(ctx context.Context, run int64) error {
	s, err := a.take()
	if err != nil {
		return err
	}
	defer a.give()
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err = s.exec("UPDATE runs SET delivered = 'yes' WHERE number = ?", run)
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
