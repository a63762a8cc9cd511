package cluster

import (
	"encoding/binary"
	"errors"
	"math"

	"wiretrace/align"
)

// ErrPassages says that bytes given to DecodePassages are not what
// EncodePassages wrote.
var ErrPassages = errors.New("corrupt passages")

// EncodePassages appends a list of passages to dst; an empty list is no bytes.
//
// Of each passage: its kind, with bit 7 set if it is quoted (1 byte); start and
// length on either side, as unsigned varints; Matched; Score as 8 bytes, little
// endian; the number of its runs, and of each the words left out since the run
// before on either side and its length.
func EncodePassages(dst []byte, list []Shared) []byte {
	for k := range list {
		s := &list[k]
		kind := byte(s.Kind)
		if s.Quoted {
			kind |= 0x80
		}
		dst = append(dst, kind)
		for _, n := range [...]int{s.A.Start, s.A.Len(), s.B.Start, s.B.Len(), s.Matched} {
			dst = binary.AppendUvarint(dst, uint64(n))
		}
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(s.Score))
		dst = binary.AppendUvarint(dst, uint64(len(s.Runs)))
		a, b := s.A.Start, s.B.Start
		for _, r := range s.Runs {
			for _, n := range [...]int{r.A - a, r.B - b, r.N} {
				dst = binary.AppendUvarint(dst, uint64(n))
			}
			a, b = r.A+r.N, r.B+r.N
		}
	}
	return dst
}

// DecodePassages reads what EncodePassages wrote.
func DecodePassages(b []byte) ([]Shared, error) {
	bad := false
	number := func() int {
		n, size := binary.Uvarint(b)
		if size <= 0 || n > math.MaxInt32 {
			bad = true
			b = nil
			return 0
		}
		b = b[size:]
		return int(n)
	}
	var list []Shared
	for len(b) > 0 {
		var s Shared
		s.Kind, s.Quoted = align.Kind(b[0]&0x7f), b[0]&0x80 != 0
		b = b[1:]
		s.A.Start = number()
		s.A.End = s.A.Start + number()
		s.B.Start = number()
		s.B.End = s.B.Start + number()
		s.Matched = number()
		if words := s.A.Len() + s.B.Len(); words > 0 {
			s.Similarity = 2 * float64(s.Matched) / float64(words)
		}
		if len(b) < 8 {
			return nil, ErrPassages
		}
		s.Score = math.Float64frombits(binary.LittleEndian.Uint64(b))
		b = b[8:]
		n := number()
		if bad || n > len(b) {
			return nil, ErrPassages
		}
		s.Runs = make([]align.Run, n)
		x, y := s.A.Start, s.B.Start
		for k := range s.Runs {
			r := align.Run{A: x + number(), B: y + number(), N: number()}
			s.Runs[k] = r
			x, y = r.A+r.N, r.B+r.N
		}
		if bad {
			return nil, ErrPassages
		}
		list = append(list, s)
	}
	return list, nil
}
