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
		return s.query(ctx, func(r columns) error {
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

// SiteLines returns the keys of lines known to be furniture of a site, in
// rising order.
func (a *Archive) SiteLines(ctx context.Context) (keys []uint64, err error) {
	err = a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error {
			keys = append(keys, uint64(r.whole(0)))
			return nil
		}, "SELECT key FROM site_lines ORDER BY key")
	})
	return keys, err
}

// Counts stores the word counts of tonight's articles in a language, in place
// of those stored by an earlier call for it tonight.
func (n *Night) Counts(language string, blob []byte) error {
	return n.exec("INSERT OR REPLACE INTO words (run, language, checksum, counts) VALUES (?, ?, ?, ?)",
		n.run, language, checksum(n.run, []byte(language), blob), blob)
}

// SiteLine stores the key of a line that is furniture of its site.
func (n *Night) SiteLine(key uint64) error {
	return n.exec("INSERT OR IGNORE INTO site_lines (key, run) VALUES (?, ?)", int64(key), n.run)
}

// NoSiteLine removes the key of a line that turned out to be none.
func (n *Night) NoSiteLine(key uint64) error {
	return n.exec("DELETE FROM site_lines WHERE key = ?", int64(key))
}
