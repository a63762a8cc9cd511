package job

import (
	"encoding/binary"
	"fmt"
	"strconv"

	"wiretrace/article/reader"
	"wiretrace/lang/word"
	"wiretrace/row"
	"wiretrace/spill"
)

// newProblems returns a sorter of inputs that could not be read: by file,
// record and reason.
func newProblems(s *spill.Space, most int) *spill.Sorter[row.Problem] {
	return spill.NewSorter(s, most, spill.Form[row.Problem]{
		Compare: row.CompareProblems,
		Encode: func(b []byte, x row.Problem) []byte {
			b = binary.AppendUvarint(b, uint64(x.Record))
			for _, s := range [...]string{x.File, x.Reason, x.Kind} {
				b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
			}
			return b
		},
		Decode: func(b []byte) (x row.Problem, rest []byte) {
			number := func() int {
				n, size := binary.Uvarint(b)
				b = b[size:]
				return int(n)
			}
			x.Record = number()
			for _, s := range [...]*string{&x.File, &x.Reason, &x.Kind} {
				n := number()
				*s, b = string(b[:n]), b[n:]
			}
			return x, b
		},
	})
}

func problemRow(p reader.Problem) row.Problem {
	n, _ := strconv.Atoi(p.Record)
	return row.Problem{File: word.Printable(p.File), Record: n, Reason: word.Printable(p.Reason), Kind: p.Kind.String()}
}

// problemLine returns a problem as one line.
func problemLine(p *row.Problem) string {
	x := reader.Problem{File: p.File, Reason: p.Reason}
	if p.Record != 0 {
		x.Record = strconv.Itoa(p.Record)
	}
	return x.String()
}

// nothingRead says why a run has no article.
func (p *problems) nothingRead() error {
	first := ""
	told, err := p.each(func(x *row.Problem) error {
		if first == "" {
			first = problemLine(x)
		}
		return nil
	})
	switch n := told.Lost + told.Warnings; {
	case err != nil:
		return err
	case n == 0:
		return fmt.Errorf("%w: what was given holds no article", reader.ErrNoInput)
	case n == 1:
		return fmt.Errorf("%w: %s", reader.ErrNoInput, first)
	default:
		return fmt.Errorf("%w: %s; and %d more, which 'wiretrace extract' tells", reader.ErrNoInput, first, n-1)
	}
}

// add notes an input that could not be read, unless an earlier night has told it.
// They come in the order of the files.
func (p *problems) add(x reader.Problem) error { return p.flood.Add(x, p.keep) }

func (p *problems) keep(x reader.Problem) error { return p.addRow(problemRow(x)) }

func (p *problems) addRow(x row.Problem) error {
	if p.told != nil && p.told(&x) {
		return nil
	}
	return p.sorted.Add(x)
}

// each gives out all problems in order, once the steps are done, and returns how
// many there were, those too that are only counted.
func (p *problems) each(use func(p *row.Problem) error) (n row.Problems, err error) {
	if err := p.flood.End(p.keep); err != nil {
		return n, err
	}
	for x := range p.faults { // in any order, since they are sorted then
		if err := p.addRow(x); err != nil {
			return n, err
		}
	}
	n = row.Problems{Lost: p.flood.Left, Warnings: p.flood.LeftWarnings}
	err = p.sorted.Each(func(x row.Problem) error {
		n.Add(&x)
		return use(&x)
	})
	return n, err
}
