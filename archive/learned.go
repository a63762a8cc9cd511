package archive

import (
	"context"
	"fmt"
	"time"
)

// Words hands to use the word counts of each run begun since a time, a blob a
// language, in order of run and language.
func (a *Archive) Words(ctx context.Context, from time.Time, use func(language string, counts []byte) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r row) error {
			if checksum(r.whole(0), []byte(r.text(1)), r.blob(3)) != r.whole(2) {
				return fmt.Errorf("%w: table words, run %d, language %q: the checksum is wrong", ErrCorrupt, r.whole(0), r.text(1))
			}
			return use(r.text(1), r.blob(3))
		}, `SELECT w.run, w.language, w.checksum, w.counts FROM words w JOIN runs r ON r.number = w.run
			WHERE r.started >= ? ORDER BY w.run, w.language`, sinceText(from))
	})
}

// sinceText is less than any time that was written for the zero time.
func sinceText(t time.Time) string {
	s, _ := formatTime(t).(string)
	return s
}

// SiteLines returns the keys of lines known to be furniture of a site, in no
// meaningful order, the same each time.
func (a *Archive) SiteLines(ctx context.Context) ([]uint64, error) {
	return a.learned(ctx, "site_lines")
}

// StockKeys returns the fingerprints known to be stock phrases, in no
// meaningful order, the same each time.
func (a *Archive) StockKeys(ctx context.Context) ([]uint64, error) {
	return a.learned(ctx, "stock_keys")
}

func (a *Archive) learned(ctx context.Context, table string) (keys []uint64, err error) {
	err = a.read(func(s *session) error {
		return s.query(ctx, func(r row) error {
			keys = append(keys, uint64(r.whole(0)))
			return nil
		}, "SELECT key FROM "+table+" ORDER BY key")
	})
	return keys, err
}

// Clusters hands all clusters to use, in order of id: when the run began that
// found each first, in seconds since 1970, and for one that is no more, the
// cluster it is in now.
func (a *Archive) Clusters(ctx context.Context, use func(id string, firstSeen int64, mergedInto string) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r row) error {
			return use(r.text(0), parseTime(r.text(1)).Unix(), r.text(2))
		}, "SELECT id, first_seen, merged_into FROM clusters ORDER BY id")
	})
}
