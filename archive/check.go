package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// maxFaults is how many faults of one kind Check lists before it only counts.
const maxFaults = 20

// faults collects what Check finds, one kind after the other.
type faults struct {
	all  []string
	kind int // found of this kind
}

func (f *faults) add(format string, args ...any) {
	if f.kind++; f.kind <= maxFaults {
		f.all = append(f.all, fmt.Sprintf(format, args...))
	}
}

// next ends a kind.
func (f *faults) next() {
	if f.kind > maxFaults {
		f.all = append(f.all, fmt.Sprintf("... and %d more of the same kind", f.kind-maxFaults))
	}
	f.kind = 0
}

// Check reads the whole archive and returns its faults in words, none if it is
// sound: SQLite's own check of pages and indexes, rows that point to what is
// not there, and the checksum of every row and of every blob. Progress, which may be nil, is
// told the rows with blobs that are done, and how many there are. The error is
// that of a context that ended or a file that cannot be read at all; damage is
// a fault, not an error.
func (a *Archive) Check(ctx context.Context, progress func(done, total int)) ([]string, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	var f faults
	err := a.read(func(s *session) error {
		for _, part := range []func(context.Context, *session, *faults) error{checkFile, checkLength(a.path), checkReferences, checkSums} {
			if err := f.bear(part(ctx, s, &f)); err != nil {
				return err
			}
		}
		return f.bear(checkBlobs(ctx, s, &f, progress))
	})
	return f.all, err
}

// bear makes damage that stopped a part of the check a fault of its own.
func (f *faults) bear(err error) error {
	f.next()
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	f.add("cannot be read on: %v", err)
	f.next()
	return nil
}

// checkFile lets SQLite check pages, indexes and constraints.
func checkFile(ctx context.Context, s *session, f *faults) error {
	return s.query(ctx, func(r columns) error {
		if text := r.text(0); text != "ok" {
			f.add("%s", text)
		}
		return nil
	}, fmt.Sprintf("PRAGMA integrity_check(%d)", 10*maxFaults))
}

func checkLength(path string) func(context.Context, *session, *faults) error {
	return func(ctx context.Context, s *session, f *faults) error {
		err := checkTruncated(ctx, s, path)
		if errors.Is(err, ErrCorrupt) {
			f.add("%v", err)
			err = nil
		}
		return err
	}
}

// checkTruncated returns an error if the file is shorter than its header says.
func checkTruncated(ctx context.Context, s *session, path string) error {
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		return nil // part of it lies in the log
	}
	info, err := os.Stat(path)
	if err != nil {
		return cause(err)
	}
	pages, err := s.number(ctx, "PRAGMA page_count")
	if err != nil {
		return err
	}
	size, err := s.number(ctx, "PRAGMA page_size")
	if err != nil {
		return err
	}
	if info.Size() < pages*size {
		return fmt.Errorf("%w: %d bytes long, should be %d", ErrCorrupt, info.Size(), pages*size)
	}
	return nil
}

// references are queries for rows that point to what is not there. Each
// returns what to say of such a row.
var references = []string{
	"SELECT 'article ' || number || ' is of run ' || run || ', which is missing' FROM articles WHERE run NOT IN (SELECT number FROM runs)",
	"SELECT 'article ' || number || ' has the representative ' || representative || ', which is missing' FROM articles WHERE representative NOT IN (SELECT number FROM articles)",
	"SELECT 'article ' || number || ' is in cluster ' || cluster || ', which is missing' FROM articles WHERE cluster IS NOT NULL AND cluster NOT IN (SELECT id FROM clusters WHERE merged_into IS NULL)",
	"SELECT 'cluster ' || id || ' was merged into ' || merged_into || ', which is missing' FROM clusters WHERE merged_into IS NOT NULL AND merged_into NOT IN (SELECT id FROM clusters)",
	"SELECT 'article ' || number || ' is in story ' || story || ', which is missing' FROM articles WHERE story IS NOT NULL AND story NOT IN (SELECT id FROM stories WHERE merged_into IS NULL)",
	"SELECT 'story ' || id || ' was merged into ' || merged_into || ', which is missing' FROM stories WHERE merged_into IS NOT NULL AND merged_into NOT IN (SELECT id FROM stories)",
	"SELECT 'article ' || number || ' has no small keys' FROM articles WHERE number NOT IN (SELECT number FROM keys_small)",
	"SELECT 'article ' || number || ' has no large keys' FROM articles WHERE number NOT IN (SELECT number FROM keys_large)",
	"SELECT 'article ' || number || ' has no text' FROM articles WHERE number NOT IN (SELECT number FROM stored)",
	"SELECT 'small keys of article ' || number || ', which is missing' FROM keys_small WHERE number NOT IN (SELECT number FROM articles)",
	"SELECT 'large keys of article ' || number || ', which is missing' FROM keys_large WHERE number NOT IN (SELECT number FROM articles)",
	"SELECT 'text of article ' || number || ', which is missing' FROM stored WHERE number NOT IN (SELECT number FROM articles)",
	"SELECT 'link of articles ' || a || ' and ' || b || ', of which one is missing' FROM links WHERE a NOT IN (SELECT number FROM articles) OR b NOT IN (SELECT number FROM articles)",
	"SELECT 'passages of articles ' || a || ' and ' || b || ', which have no link' FROM aligned x WHERE NOT EXISTS (SELECT 1 FROM links l WHERE l.a = x.a AND l.b = x.b)",
	"SELECT DISTINCT 'credits of article ' || article || ', which is missing' FROM credits WHERE article NOT IN (SELECT number FROM articles)",
	"SELECT DISTINCT 'quotes of article ' || article || ', which is missing' FROM quotes WHERE article NOT IN (SELECT number FROM articles)",
	"SELECT 'words of run ' || run || ', which is missing' FROM words WHERE run NOT IN (SELECT number FROM runs)",
}

func checkReferences(ctx context.Context, s *session, f *faults) error {
	for _, query := range references {
		if err := s.query(ctx, func(r columns) error { f.add("%s", r.text(0)); return nil }, query); err != nil {
			return err
		}
		f.next()
	}
	return nil
}

// blobs are the tables with blobs, and what tells whether a row's are as they
// were stored.
var blobs = []struct {
	table, query string
	sound        func(columns) bool
	name         func(columns) string
}{
	{"keys_small", "SELECT number, bands_lines_sayings FROM keys_small ORDER BY number", soundKeys, nameArticle},
	{"keys_large", "SELECT number, fingerprints_pairs_stories FROM keys_large ORDER BY number", soundKeys, nameArticle},
	{
		"stored", "SELECT number, checksum, digest, text FROM stored ORDER BY number",
		func(r columns) bool { return checksum(r.whole(0), r.blob(2), r.blob(3)) == r.whole(1) }, nameArticle,
	},
	{"links", "SELECT a, b, checksum, signs FROM links ORDER BY a, b", soundLink, nameLink},
	{"aligned", "SELECT a, b, checksum, passages FROM aligned ORDER BY a, b", soundLink, nameLink},
	{
		"words", "SELECT run, language, checksum, counts FROM words ORDER BY run, language",
		func(r columns) bool { return checksum(r.whole(0), []byte(r.text(1)), r.blob(3)) == r.whole(2) },
		func(r columns) string { return fmt.Sprintf("run %d, language %q", r.whole(0), r.text(1)) },
	},
}

func soundKeys(r columns) bool {
	_, ok := unpackKeys(r.whole(0), r.blob(1))
	return ok
}

func soundLink(r columns) bool     { return linkChecksum(r.whole(0), r.whole(1), r.blob(3)) == r.whole(2) }
func nameArticle(r columns) string { return fmt.Sprintf("article %d", r.whole(0)) }
func nameLink(r columns) string {
	return fmt.Sprintf("articles %d and %d", r.whole(0), r.whole(1))
}

func checkBlobs(ctx context.Context, s *session, f *faults, progress func(done, total int)) error {
	total := 0
	for _, b := range blobs {
		rows, err := s.number(ctx, "SELECT count(*) FROM "+b.table)
		if err != nil {
			return err
		}
		total += int(rows)
	}
	done := 0
	progress(done, total)
	for _, b := range blobs {
		err := s.query(ctx, func(r columns) error {
			if !b.sound(r) {
				f.add("table %s, %s: the checksum is wrong", b.table, b.name(r))
			}
			if done++; done%1000 == 0 {
				progress(done, total)
			}
			return nil
		}, b.query)
		if err := f.bear(err); err != nil {
			return err
		}
	}
	progress(done, total)
	return nil
}
