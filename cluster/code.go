package cluster

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"wiretrace/align"
)

// EncodeSigns appends what p says but for its passages to dst:
//
//	byte     version, 6
//	...      Cosine, Details, Retold, ShareA, ShareB, Lead, Story, Covered, Figures, Retelling as 8 bytes each, little endian
//	...      Shared, OwnA, OwnB, WordsA, WordsB, Ordered, Run, Days + 1, Numbers, Least as unsigned varints
//	uvarint  Distance, Guessed, SilentA, SilentB, Agency, House, Unnamed, Headed, Page, from the lowest bit on
//	...      OwedA, OwedB, Common, each its length as a varint and its bytes
//
// Version 1 had no Lead, Story, Covered, Ordered, Run, Days, Agency, House and Unnamed,
// version 2 no Figures, Numbers and Least, and none before the last line of it Headed, which was 0; both it and version 3 had a number behind Days that nothing reads. Version 4 had no
// Retelling, and version 5 no Page.
func EncodeSigns(dst []byte, p *Pair) []byte {
	dst = append(dst, signsVersion)
	for _, x := range [...]float64{p.Cosine, p.Details, p.Retold, p.ShareA, p.ShareB, p.Lead, p.Story, p.Covered, p.Figures, p.Retelling} {
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(x))
	}
	for _, n := range [...]int{p.Shared, p.OwnA, p.OwnB, p.WordsA, p.WordsB, p.Ordered, p.Run, p.Days + 1, p.Numbers, p.Least} {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	var flags uint64
	for k, is := range [...]bool{p.Distance, p.Guessed, p.SilentA, p.SilentB, p.Agency, p.House, p.Unnamed, p.Headed, p.Page} {
		if is {
			flags |= 1 << k
		}
	}
	dst = binary.AppendUvarint(dst, flags)
	for _, s := range [...]string{p.OwedA, p.OwedB, p.Common} {
		dst = append(binary.AppendUvarint(dst, uint64(len(s))), s...)
	}
	return dst
}

const signsVersion = 6

// DecodeSigns reads what EncodeSigns wrote, in this version or an earlier one.
func DecodeSigns(b []byte) (Pair, error) {
	var p Pair
	floats := []*float64{&p.Cosine, &p.Details, &p.Retold, &p.ShareA, &p.ShareB, &p.Lead, &p.Story, &p.Covered, &p.Figures, &p.Retelling}
	var unread int
	numbers := []*int{&p.Shared, &p.OwnA, &p.OwnB, &p.WordsA, &p.WordsB, &p.Ordered, &p.Run, &p.Days, &p.Numbers, &p.Least}
	flags := []*bool{&p.Distance, &p.Guessed, &p.SilentA, &p.SilentB, &p.Agency, &p.House, &p.Unnamed, &p.Headed, &p.Page}
	r := signsReader{b: b}
	version := r.byte()
	switch {
	case version < 1 || version > signsVersion:
		return p, ErrSigns
	case version == 1:
		floats, numbers = floats[:5], numbers[:5]
		p.Days = unknownDays + 1
	case version == 2:
		floats, numbers = floats[:8], append(numbers[:8:8], &unread)
	case version == 3:
		floats, numbers = floats[:9], slices.Insert(numbers, 8, &unread)
	case version == 4:
		floats = floats[:9]
	}
	for _, x := range floats {
		*x = r.float()
	}
	for _, n := range numbers {
		*n = r.int()
	}
	p.Days--
	set := r.flags(version)
	for k, is := range flags {
		*is = set&(1<<k) != 0
	}
	for _, s := range [...]*string{&p.OwedA, &p.OwedB, &p.Common} {
		*s = r.string()
	}
	if r.bad || len(r.b) > 0 {
		return p, ErrSigns
	}
	return p, nil
}

// A signsReader reads encoded signs. Once it is bad it reads zeros.
type signsReader struct {
	b   []byte
	bad bool
}

// take returns the next n bytes, nil if there are fewer.
func (r *signsReader) take(n int) []byte {
	if r.bad || n > len(r.b) {
		r.bad = true
		return nil
	}
	var taken []byte
	taken, r.b = r.b[:n], r.b[n:]
	return taken
}

func (r *signsReader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *signsReader) float() float64 {
	if b := r.take(8); b != nil {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}

func (r *signsReader) int() int {
	x, size := binary.Uvarint(r.b)
	if size <= 0 || x > math.MaxInt32 {
		r.bad = true
		return 0
	}
	r.take(size)
	return int(x)
}

// flags returns the flags as a version has them: in one byte up to version 5.
func (r *signsReader) flags(version byte) int {
	if version <= 5 {
		return int(r.byte())
	}
	return r.int()
}

func (r *signsReader) string() string { return string(r.take(r.int())) }

// ErrSigns says that bytes given to DecodeSigns are not what EncodeSigns wrote.
var ErrSigns = errors.New("corrupt signs")

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
