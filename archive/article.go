package archive

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"

	"wiretrace/row"
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
	Story           string // id; empty where no other report of the event is known
	Cluster, Family string // ids; empty where it stands alone
	Run             int64  // that read it
	FirstSeen       int64  // when that run began, seconds since 1970
	Known           int64  // when the run began that read its first version, seconds since 1970
	Changed         int64  // when the run began that read the version before this; 0 if there was none
}

// since is the condition of being first seen or published since a time, or of
// sharing a story, a cluster or a family with one that was. Its parameters are the time
// as text and in seconds.
const since = `(run IN (SELECT number FROM runs WHERE started >= ?1) OR published_to > ?2
	OR story IN (SELECT story FROM articles WHERE story IS NOT NULL
		AND (run IN (SELECT number FROM runs WHERE started >= ?1) OR published_to > ?2))
	OR cluster IN (SELECT cluster FROM articles WHERE cluster IS NOT NULL
		AND (run IN (SELECT number FROM runs WHERE started >= ?1) OR published_to > ?2))
	OR family IN (SELECT family FROM articles WHERE family IS NOT NULL
		AND (run IN (SELECT number FROM runs WHERE started >= ?1) OR published_to > ?2)))`

// Heads hands to use the heads of the articles first seen or published since
// a time, and of all that share a story, a cluster or a family with one of those, in
// order of number; of all articles if the time is zero. The Head is good until
// use returns.
func (a *Archive) Heads(ctx context.Context, from time.Time, use func(*Head) error) error {
	return a.read(func(s *session) error {
		started := map[int64]int64{}
		err := s.query(ctx, func(r columns) error {
			started[r.whole(0)] = parseTime(r.text(1)).Unix()
			return nil
		}, "SELECT number, started FROM runs")
		if err != nil {
			return err
		}
		query := "SELECT number, id, file, record, published_from, published_to, hash, representative, cluster, family, run, outlet, story, first_seen, changed_since FROM articles"
		var args []any
		if !from.IsZero() {
			query += " WHERE " + since
			args = []any{formatTime(from), from.Unix()}
		}
		var h Head
		return s.query(ctx, func(r columns) error {
			h = Head{
				Number: r.whole(0), ID: r.text(1), File: r.text(2), Record: int(r.whole(3)),
				From: r.whole(4), To: r.whole(5), Hash: uint64(r.whole(6)), Rep: r.whole(7),
				Cluster: r.text(8), Family: r.text(9), Run: r.whole(10), FirstSeen: started[r.whole(10)], Outlet: r.text(11), Story: r.text(12),
				Known: parseTime(r.text(13)).Unix(),
			}
			if since := r.text(14); since != "" {
				h.Changed = parseTime(since).Unix()
			}
			return use(&h)
		}, query+" ORDER BY number", args...)
	})
}

// A Former is an article whose file has changed: the version that tonight's takes
// the place of.
type Former struct {
	Number          int64
	ID, File        string
	Record          int
	Run             int64  // that read it
	FirstSeen, Read string // when the runs began that read the first version and this one, ISO 8601
	Cluster         string // id; empty where it stands alone
}

// Formers returns those of the ids that are taken, with the articles that have them.
func (a *Archive) Formers(ctx context.Context, ids []string) (map[string]Former, error) {
	found := map[string]Former{}
	err := lookup(ctx, a, `SELECT x.number, x.id, x.file, x.record, x.run, x.first_seen, r.started, x.cluster
		FROM articles x JOIN runs r ON r.number = x.run WHERE x.id`, ids, func(id string) any { return id }, func(r columns) error {
		found[r.text(1)] = Former{
			Number: r.whole(0), ID: r.text(1), File: r.text(2), Record: int(r.whole(3)), Run: r.whole(4),
			FirstSeen: r.text(5), Read: r.text(6), Cluster: r.text(7),
		}
		return nil
	})
	return found, err
}

// Drop forgets an article with all that belongs to it. Its family, if it stood for
// one, has another to stand for it.
func (n *Night) Drop(number int64) error {
	for _, query := range []string{
		`UPDATE articles SET representative = (SELECT min(y.number) FROM articles y JOIN articles x ON x.family = y.family
			WHERE x.number = ?1 AND y.representative = ?1 AND y.number <> ?1)
			WHERE representative = ?1 AND number <> ?1 AND family = (SELECT family FROM articles WHERE number = ?1)`,
		"DELETE FROM stored WHERE number = ?1",
		"DELETE FROM keys_small WHERE number = ?1", "DELETE FROM keys_large WHERE number = ?1",
		"DELETE FROM aligned WHERE (a, b) IN (SELECT a, b FROM links WHERE a = ?1 UNION SELECT a, b FROM links WHERE b = ?1)",
		"DELETE FROM links WHERE a = ?1", "DELETE FROM links WHERE b = ?1",
		"DELETE FROM credits WHERE article = ?1", "DELETE FROM quotes WHERE article = ?1",
		"DELETE FROM articles WHERE number = ?1",
	} {
		if err := n.exec(query, number); err != nil {
			return err
		}
	}
	return nil
}

// An Article is one that was read tonight, as Add stores it. Number, Run and
// FirstSeen of its Head are given by Add; Rep may be 0, its own number. Replaces is
// the version that it takes the place of, which must have been dropped; nil if it is
// the first.
type Article struct {
	Head
	Replaces *Former
	Mark     uint64 // hash of id and content, to know it again
	Content  uint64 // hash of the record's raw bytes if it gave this article alone; else 0

	Domain, Published, Title, Byline, Language, URL string
	Words                                           int // until Describe tells them

	Digest, Text []byte    // as Stored gives them
	Keys         [6][]byte // the kinds of Small, then those of Large
}

// Add stores an article and returns its number. The id must not be taken.
func (n *Night) Add(x *Article) (int64, error) {
	number := n.next
	rep := x.Rep
	if rep == 0 {
		rep = number
	}
	var from, to any
	if x.From != 0 || x.To != 0 {
		from, to = x.From, x.To
	}
	var record any
	if x.Record != 0 {
		record = int64(x.Record)
	}
	first, changed := n.began, any(nil)
	if x.Replaces != nil {
		first, changed = x.Replaces.FirstSeen, x.Replaces.Read
	}
	err := n.exec(`INSERT INTO articles (number, id, story, cluster, family, outlet, domain, published, title, byline, language, words,
		url, file, record, first_seen, run, published_from, published_to, representative, hash, mark, content, changed_since)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number, x.ID, orNull(x.Story), orNull(x.Cluster), orNull(x.Family), orNull(x.Outlet), orNull(x.Domain), orNull(x.Published), orNull(x.Title),
		orNull(x.Byline), orNull(x.Language), int64(x.Words), orNull(x.URL), x.File, record, first, n.run, from, to, rep,
		numberOrNull(x.Hash), numberOrNull(x.Mark), numberOrNull(x.Content), changed)
	if err != nil {
		return 0, fmt.Errorf("add %s: %w", x.ID, err)
	}
	for group := range KeyGroup(2) {
		table, column := group.table()
		n.buffer = packKeys(n.buffer, number, [3][]byte(x.Keys[3*group:]))
		if err := n.exec("INSERT INTO "+table+" (number, "+column+") VALUES (?, ?)", number, n.buffer); err != nil {
			return 0, err
		}
	}
	if err := n.exec("INSERT INTO stored (number, checksum, digest, text) VALUES (?, ?, ?, ?)",
		number, checksum(number, x.Digest, x.Text), x.Digest, x.Text); err != nil {
		return 0, err
	}
	n.next++
	return number, nil
}

// Stored hands to use the digest and the text of an article as they were
// given to Add. The slices are the caller's to keep. The error is ErrNotFound
// if there is no such article.
func (a *Archive) Stored(ctx context.Context, number int64, use func(digest, text []byte) error) error {
	return a.read(func(s *session) error {
		found := false
		var digest, text []byte
		err := s.query(ctx, func(r columns) error {
			found = true
			digest, text = r.blob(1), r.blob(2)
			if checksum(number, digest, text) != r.whole(0) {
				return damaged("stored", number)
			}
			return nil
		}, "SELECT checksum, digest, text FROM stored WHERE number = ?", number)
		switch {
		case err != nil:
			return err
		case !found:
			return fmt.Errorf("article %d: %w", number, ErrNotFound)
		}
		return use(digest, text)
	})
}

// packer and unpacker are made when first used. Both are safe for concurrent
// use through EncodeAll and DecodeAll.
var (
	packer = sync.OnceValue(func() *zstd.Encoder {
		// The level that halves a news text again in 20 microseconds or so. Checksums
		// are the archive's own.
		e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderCRC(false), zstd.WithWindowSize(1<<18))
		if err != nil {
			panic(err) // the options are wrong
		}
		return e
	})
	unpacker = sync.OnceValue(func() *zstd.Decoder {
		d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxText))
		if err != nil {
			panic(err) // the options are wrong
		}
		return d
	})
)

// maxText is how many bytes a packed text may unpack to, lest a damaged or
// wicked one takes all memory.
const maxText = 1 << 30

// Pack appends text, compressed, to dst. Safe for concurrent use.
func Pack(dst, text []byte) []byte { return packer().EncodeAll(text, dst) }

// Unpack appends to dst the text that Pack compressed. Safe for concurrent use.
func Unpack(dst, packed []byte) ([]byte, error) {
	b, err := unpacker().DecodeAll(packed, dst)
	if err != nil {
		return dst, fmt.Errorf("unpack text: %w", err)
	}
	return b, nil
}

// Describe stores what a report says of an article, new or old, in place of what
// was stored before: its row, but for what Add has stored, its credits and its
// quotations. rep is the number of the representative of its family, 0 if that
// is itself. A zero Makeup is stored as unknown.
func (n *Night) Describe(number, rep int64, x *row.Article) error {
	if rep == 0 {
		rep = number
	}
	shares := [5]any{}
	if m := x.Makeup; m != (row.Makeup{}) {
		shares = [5]any{m.Copied.Float(), m.Edited.Float(), m.Reworded.Float(), m.Quoted.Float(), m.Original.Float()}
	}
	changed, err := n.change(`UPDATE articles SET representative = ?, story = ?, cluster = ?, family = ?, role = ?, source_article = ?,
		source_outlet = ?, upstream = ?, upstream_kind = ?, credit_chain = ?, credited = ?, other_sources = ?, confidence = ?, why = ?, copied_pct = ?, edited_pct = ?, reworded_pct = ?,
		quoted_pct = ?, original_pct = ?, words = ?, furniture_words = ? WHERE number = ?`,
		rep, orNull(x.Story), orNull(x.Cluster), orNull(x.Family), orNull(x.Role), orNull(x.SourceArticle), orNull(x.SourceOutlet),
		orNull(x.Upstream), orNull(x.UpstreamKind), orNull(x.Chain()), orNull(x.Credited), orNull(x.OtherSources), orNull(x.Confidence), orNull(x.Why),
		shares[0], shares[1], shares[2], shares[3], shares[4], int64(x.Words), int64(x.FurnitureWords), number)
	switch {
	case err != nil:
		return err
	case changed == 0:
		return n.fail(fmt.Errorf("describe article %d: %w", number, ErrNotFound))
	}
	if err := n.credits(number, x.Credits); err != nil {
		return err
	}
	return n.quotes(number, x.Quotes)
}

func (n *Night) credits(number int64, credits []row.Credit) error {
	if err := n.exec("DELETE FROM credits WHERE article = ?", number); err != nil {
		return err
	}
	for i := range credits {
		c := &credits[i]
		main := "no"
		if c.Main {
			main = "yes"
		}
		err := n.exec("INSERT INTO credits (article, n, start, stop, outlet, domain, kind, cue, via, main, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			number, int64(i+1), int64(c.Start), int64(c.End), orNull(c.Outlet), orNull(c.Domain), orNull(c.Kind), orNull(c.Cue), orNull(c.Via), main, orNull(c.Text))
		if err != nil {
			return err
		}
	}
	return nil
}

func (n *Night) quotes(number int64, quotes []row.Quote) error {
	if err := n.exec("DELETE FROM quotes WHERE article = ?", number); err != nil {
		return err
	}
	for i := range quotes {
		q := &quotes[i]
		err := n.exec("INSERT INTO quotes (article, n, start, stop, kind, speaker, text, families, first_article) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			number, int64(i+1), int64(q.Start), int64(q.End), q.Kind, orNull(q.Speaker), orNull(q.Text), int64(q.Families), orNull(q.FirstArticle))
		if err != nil {
			return err
		}
	}
	return nil
}
