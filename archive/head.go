package archive

import (
	"context"
	"time"
)

// A Head is what a run needs to know of every article in its window.
type Head struct {
	Number          int64  // from 1, in the order they came
	ID, File        string // the article's id, unique; the file it was read from
	Outlet          string // canonical name; empty if unknown
	Record          int    // its record in a file of many, from 1; 0 in a file of one
	From, To        int64  // published, seconds since 1970, half-open; both 0 if unknown
	Hash            uint64 // of its words; 0 if it has none
	Rep             int64  // number of the representative of its copy family, its own where it is that
	Cluster, Family string // ids; empty where it stands alone
	Run             int64  // that read it
	FirstSeen       int64  // when that run began, seconds since 1970
}

// since is the condition of being first seen or published since a time, or of
// sharing a cluster or a family with one that was. Its parameters are the time
// as text and in seconds.
const since = `(run IN (SELECT number FROM runs WHERE started >= ?1) OR published_to > ?2
	OR cluster IN (SELECT cluster FROM articles WHERE cluster IS NOT NULL
		AND (run IN (SELECT number FROM runs WHERE started >= ?1) OR published_to > ?2))
	OR family IN (SELECT family FROM articles WHERE family IS NOT NULL
		AND (run IN (SELECT number FROM runs WHERE started >= ?1) OR published_to > ?2)))`

// Heads hands to use the heads of the articles first seen or published since
// a time, and of all that share a cluster or a family with one of those, in
// order of number; of all articles if the time is zero. The Head is good until
// use returns.
func (a *Archive) Heads(ctx context.Context, from time.Time, use func(*Head) error) error {
	return a.read(func(s *session) error {
		started := map[int64]int64{}
		err := s.query(ctx, func(r row) error {
			started[r.whole(0)] = parseTime(r.text(1)).Unix()
			return nil
		}, "SELECT number, started FROM runs")
		if err != nil {
			return err
		}
		query := "SELECT number, id, file, record, published_from, published_to, hash, representative, cluster, family, run, outlet FROM articles"
		var args []any
		if !from.IsZero() {
			query += " WHERE " + since
			args = []any{formatTime(from), from.Unix()}
		}
		var h Head
		return s.query(ctx, func(r row) error {
			h = Head{
				Number: r.whole(0), ID: r.text(1), File: r.text(2), Record: int(r.whole(3)),
				From: r.whole(4), To: r.whole(5), Hash: uint64(r.whole(6)), Rep: r.whole(7),
				Cluster: r.text(8), Family: r.text(9), Run: r.whole(10), FirstSeen: started[r.whole(10)], Outlet: r.text(11),
			}
			return use(&h)
		}, query+" ORDER BY number", args...)
	})
}
