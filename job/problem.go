package job

import (
	"cmp"
	"encoding/binary"
	"strconv"

	"wiretrace/article/reader"
	"wiretrace/report"
	"wiretrace/spill"
)

// newProblems returns a sorter of inputs that could not be read: by file,
// record and reason.
func newProblems(s *spill.Space, most int) *spill.Sorter[report.Problem] {
	return spill.NewSorter(s, most, spill.Form[report.Problem]{
		Compare: compareProblems,
		Encode: func(b []byte, x report.Problem) []byte {
			b = binary.AppendUvarint(b, uint64(x.Record))
			for _, s := range [...]string{x.File, x.Reason} {
				b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
			}
			return b
		},
		Decode: func(b []byte) (x report.Problem, rest []byte) {
			number := func() int {
				n, size := binary.Uvarint(b)
				b = b[size:]
				return int(n)
			}
			x.Record = number()
			for _, s := range [...]*string{&x.File, &x.Reason} {
				n := number()
				*s, b = string(b[:n]), b[n:]
			}
			return x, b
		},
	})
}

func compareProblems(x, y report.Problem) int {
	return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Record, y.Record), cmp.Compare(x.Reason, y.Reason))
}

func problemRow(p reader.Problem) report.Problem {
	n, _ := strconv.Atoi(p.Record)
	return report.Problem{File: p.File, Record: n, Reason: p.Reason}
}

// writeProblems writes what could not be read, and what panicked.
func (r *run) writeProblems() error {
	if err := r.faults.tell(r.problems.Add); err != nil {
		return err
	}
	r.stats.problems = r.problems.Len()
	return r.problems.Each(func(p report.Problem) error { return r.writer.Problem(&p) })
}
