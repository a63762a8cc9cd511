package archive

import (
	"context"
	"strings"
)

// A File was read by a run.
type File struct {
	Path     string
	Size     int64  // bytes
	Modified int64  // nanoseconds since 1970
	Hash     uint64 // of its bytes; 0 unknown
	Articles int    // read from it
	Problems int    // records that could not be read
}

// Files hands all files read so far to use, in order of path.
func (a *Archive) Files(ctx context.Context, use func(File) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error {
			return use(File{
				Path: r.text(0), Size: r.whole(1), Modified: r.whole(2), Hash: uint64(r.whole(3)),
				Articles: int(r.whole(4)), Problems: int(r.whole(5)),
			})
		}, "SELECT path, size, modified_ns, hash, articles, problems FROM files ORDER BY path")
	})
}

// batch is how many values a statement looks up at once.
const batch = 250

// in returns a statement that ends in a list of n parameters.
func in(head string, n int) string { return head + " IN (" + strings.Repeat("?,", n-1) + "?)" }

// lookup runs the query for all values, a batch at a time.
func lookup[T any](ctx context.Context, a *Archive, head string, values []T, value func(T) any, use func(columns) error) error {
	return a.read(func(s *session) error {
		args := make([]any, 0, batch)
		for len(values) > 0 {
			n := min(batch, len(values))
			args = args[:0]
			for _, v := range values[:n] {
				args = append(args, value(v))
			}
			// A short rest is looked up in a full list too, so that one statement is
			// prepared rather than two hundred.
			for len(args) < batch {
				args = append(args, args[0])
			}
			values = values[n:]
			if err := s.query(ctx, use, in(head, batch), args...); err != nil {
				return err
			}
		}
		return nil
	})
}

// Known returns which of the marks are in the archive, and the numbers of
// their articles, the first where several have one.
func (a *Archive) Known(ctx context.Context, marks []uint64) (map[uint64]int64, error) {
	known := map[uint64]int64{}
	err := lookup(ctx, a, "SELECT mark, number FROM articles WHERE mark", marks, func(m uint64) any { return int64(m) }, func(r columns) error {
		mark := uint64(r.whole(0))
		if n, ok := known[mark]; !ok || r.whole(1) < n {
			known[mark] = r.whole(1)
		}
		return nil
	})
	return known, err
}

// IDs returns which of the ids are taken.
func (a *Archive) IDs(ctx context.Context, ids []string) (map[string]bool, error) {
	taken := map[string]bool{}
	err := lookup(ctx, a, "SELECT id FROM articles WHERE id", ids, func(id string) any { return id }, func(r columns) error {
		taken[r.text(0)] = true
		return nil
	})
	return taken, err
}

// ByContent returns the latest article read from a record of this hash; ok is
// false if there is none, as for records that gave several articles.
func (a *Archive) ByContent(ctx context.Context, content uint64) (number int64, ok bool, err error) {
	if content == 0 {
		return 0, false, nil
	}
	err = a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error {
			number, ok = r.whole(0), true
			return nil
		}, "SELECT number FROM articles WHERE content = ? ORDER BY number DESC LIMIT 1", int64(content))
	})
	return number, ok, err
}

// File notes that a file was read, in place of what was noted of its path
// before.
func (n *Night) File(f File) error {
	return n.exec(`INSERT INTO files (path, size, modified_ns, hash, articles, problems, run) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ns = excluded.modified_ns, hash = excluded.hash,
		articles = excluded.articles, problems = excluded.problems, run = excluded.run`,
		f.Path, f.Size, f.Modified, numberOrNull(f.Hash), int64(f.Articles), int64(f.Problems), n.run)
}
