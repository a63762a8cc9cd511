package archive

import (
	"cmp"
	"context"

	"wiretrace/row"
)

// A Problem is a row of problems.csv, kept so that it is told once.
type Problem struct {
	row.Problem
	Run  int64  // that met it first; given by Night.Problem
	Mark uint64 // hash of all that makes it the same problem; 0 if it is told whenever it is met
}

// Problem stores a problem that the night met.
func (n *Night) Problem(p *Problem) error {
	var record any
	if p.Record != 0 {
		record = int64(p.Record)
	}
	return n.exec("INSERT INTO problems (run, file, record, reason, mark, kind) VALUES (?, ?, ?, ?, ?, ?)",
		n.run, p.File, record, p.Reason, int64(p.Mark), cmp.Or(p.Kind, row.Lost))
}

// Problems hands all problems of earlier runs to use, in the order of runs. The
// Problem is good until use returns.
func (a *Archive) Problems(ctx context.Context, use func(*Problem) error) error {
	return a.read(func(s *session) error {
		var p Problem
		return s.query(ctx, func(r columns) error {
			p = Problem{Run: r.whole(0), Mark: uint64(r.whole(4))}
			p.File, p.Record, p.Reason, p.Kind = r.text(1), int(r.whole(2)), r.text(3), r.text(5)
			return use(&p)
		}, "SELECT run, file, record, reason, mark, kind FROM problems ORDER BY run, rowid")
	})
}
