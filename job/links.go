package job

import (
	"cmp"
	"encoding/binary"
	"fmt"

	"wiretrace/cluster"
	"wiretrace/spill"
)

// links are what the third step makes: what articles share. They lie in the space, and so do the lists of
// each article's links: of an article it is held where its list lies, of a link
// nothing. One goroutine adds; once lists are laid out any number may read.
type links struct {
	corpus   *corpus
	space    *spill.Space
	compared int                // couples
	weak     int                // couples that were not worth it
	kin      []cluster.Kin      // couples that may report one event, until stories are formed
	n        int                // of all
	ends     *spill.Sorter[end] // nil once lists are laid out
	lists    []spill.Extent     // for each article its ends, in order of the others; of no size if it has none
}

// An end is a link seen from one of its articles.
type end struct {
	of, other uint32
	at        spill.Spot // of the link
	size      int32      // of the link
	old       bool       // found on an earlier night: its passages are in the archive
}

func newLinks(c *corpus) *links {
	s, most := c.space, c.budget.ends
	return &links{corpus: c, space: s, ends: spill.NewSorter(s, most, spill.Form[end]{
		Compare: func(x, y end) int { return cmp.Or(cmp.Compare(x.of, y.of), cmp.Compare(x.other, y.other)) },
		Encode:  func(b []byte, x end) []byte { return x.encode(binary.LittleEndian.AppendUint32(b, x.of)) },
		Decode:  func(b []byte) (end, []byte) { return decodeEnd(binary.LittleEndian.Uint32(b), b[4:]) },
	})}
}

// encode appends an end, but for the article it is of, to b.
func (e *end) encode(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, e.other)
	b = binary.LittleEndian.AppendUint64(b, uint64(e.at))
	b = binary.LittleEndian.AppendUint32(b, uint32(e.size))
	return append(b, byte(btoi(e.old)))
}

func decodeEnd(of uint32, b []byte) (e end, rest []byte) {
	return end{
		of: of, other: binary.LittleEndian.Uint32(b), at: spill.Spot(binary.LittleEndian.Uint64(b[4:])),
		size: int32(binary.LittleEndian.Uint32(b[12:])), old: b[16] == 1,
	}, b[17:]
}

// encodeLink returns a link as links keep it: its relation and what it says but
// for its passages, each its length as a varint and its bytes, then its
// passages.
func encodeLink(l *cluster.Link) []byte {
	signs := cluster.EncodeSigns(nil, &l.Pair)
	b := binary.AppendUvarint(nil, uint64(len(l.Relation)))
	b = append(b, l.Relation...)
	b = binary.AppendUvarint(b, uint64(len(signs)))
	b = append(b, signs...)
	return cluster.EncodePassages(b, l.Passages)
}

// add keeps an encoded link.
func (s *links) add(c cluster.Couple, link []byte, old bool) error {
	at, err := s.space.Put(link)
	if err != nil {
		return err
	}
	s.n++
	e := end{of: c.A, other: c.B, at: at, size: int32(len(link)), old: old}
	if err := s.ends.Add(e); err != nil {
		return err
	}
	e.of, e.other = c.B, c.A
	return s.ends.Add(e)
}

// lay lays out the lists of so many articles, once all links are added.
func (s *links) lay(articles int) error {
	s.lists = make([]spill.Extent, articles)
	var list []byte
	var of uint32
	put := func() error {
		if len(list) == 0 {
			return nil
		}
		var err error
		s.lists[of], err = s.space.PutExtent(list)
		list = list[:0]
		return err
	}
	err := s.ends.Each(func(e end) error {
		if e.of != of {
			if err := put(); err != nil {
				return err
			}
			of = e.of
		}
		list = e.encode(list)
		return nil
	})
	s.ends = nil
	if err != nil {
		return err
	}
	return put()
}

// linked reports whether article n has links.
func (s *links) linked(n uint32) bool { return s.lists[n].Size > 0 }

// of returns the links of article n, in order of the others.
func (s *links) of(n uint32) ([]end, error) {
	if !s.linked(n) {
		return nil, nil
	}
	buf := spill.Buffer()
	defer spill.Release(buf)
	b, err := s.space.GetExtent(s.lists[n], buf)
	if err != nil {
		return nil, fmt.Errorf("read back links: %w", err)
	}
	var list []end
	for len(b) > 0 {
		var e end
		e, b = decodeEnd(n, b)
		list = append(list, e)
	}
	return list, nil
}

// each gives out all links, in order of their articles, as ends of the first.
func (s *links) each(use func(e end) error) error {
	for n := range s.lists {
		list, err := s.of(uint32(n))
		if err != nil {
			return err
		}
		for _, e := range list {
			if e.other < e.of {
				continue
			}
			if err := use(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// read returns the link of an end, with its passages if they are asked for.
func (s *links) read(e end, passages bool) (cluster.Link, error) {
	l, err := s.decode(e, passages)
	if err == nil && passages && e.old {
		l.Passages, err = s.corpus.past.passages(l.A, l.B)
	}
	if err != nil {
		return l, fmt.Errorf("read back what %s and %s share: %w", s.corpus.heads[e.of].id, s.corpus.heads[e.other].id, err)
	}
	return l, nil
}

// within returns the links between members of a cluster, without their
// passages, in order of their articles. within reports whether an article is a
// member.
func (s *links) within(members []uint32, within func(n uint32) bool) (links []cluster.Link, err error) {
	for _, n := range members {
		list, err := s.of(n)
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			if e.other < n || !within(e.other) {
				continue
			}
			l, err := s.read(e, false)
			if err != nil {
				return nil, err
			}
			links = append(links, l)
		}
	}
	return links, nil
}

// decode returns the link of an end, with the passages that are kept of it if
// they are asked for.
func (s *links) decode(e end, passages bool) (l cluster.Link, err error) {
	buf := spill.Buffer()
	defer spill.Release(buf)
	b, err := s.space.Get(e.at, int(e.size), buf)
	if err != nil {
		return l, err
	}
	next := func() []byte {
		n, size := binary.Uvarint(b)
		field := b[size : size+int(n)]
		b = b[size+int(n):]
		return field
	}
	relation, signs := next(), next()
	l.Pair, err = cluster.DecodeSigns(signs)
	if err == nil && passages {
		l.Passages, err = cluster.DecodePassages(b)
	}
	l.A, l.B, l.Relation = min(e.of, e.other), max(e.of, e.other), cluster.Relation(relation)
	return l, err
}
