package step

import (
	"encoding/binary"
	"fmt"
	"math"

	"wiretrace/row"
)

// A coder writes rows, or reads them: the same function names the fields of a row for
// both, so that they cannot differ. Numbers are varints, strings and lists have their
// length before them.
type coder struct {
	b       []byte
	reading bool
	bad     bool
}

func (c *coder) fail() { c.b, c.bad = nil, true }

func (c *coder) u64(x *uint64) {
	if !c.reading {
		c.b = binary.AppendUvarint(c.b, *x)
		return
	}
	n, size := binary.Uvarint(c.b)
	if size <= 0 {
		c.fail()
		return
	}
	*x, c.b = n, c.b[size:]
}

func (c *coder) i64(x *int64) {
	u := uint64(*x)<<1 ^ uint64(*x>>63)
	c.u64(&u)
	if c.reading {
		*x = int64(u>>1) ^ -int64(u&1)
	}
}

func number[T ~int | ~int8 | ~int32 | ~uint8 | ~uint32](c *coder, x *T) {
	n := int64(*x)
	c.i64(&n)
	if c.reading {
		*x = T(n)
		if int64(*x) != n {
			c.fail()
		}
	}
}

// key is a hash, whose bits are random.
func (c *coder) key(x *uint64) {
	if !c.reading {
		c.b = binary.LittleEndian.AppendUint64(c.b, *x)
		return
	}
	if len(c.b) < 8 {
		c.fail()
		return
	}
	*x, c.b = binary.LittleEndian.Uint64(c.b), c.b[8:]
}

func (c *coder) float(x *float64) {
	u := math.Float64bits(*x)
	c.key(&u)
	if c.reading {
		*x = math.Float64frombits(u)
	}
}

func (c *coder) float32(x *float32) {
	f := float64(*x)
	c.float(&f)
	*x = float32(f)
}

func (c *coder) bool(x *bool) {
	var n uint8
	if *x {
		n = 1
	}
	number(c, &n)
	*x = n == 1
}

func text[T ~string](c *coder, x *T) {
	b := []byte(*x)
	c.bytes(&b)
	if c.reading {
		*x = T(b)
	}
}

// bytes reads a list that aliases what is read.
func (c *coder) bytes(x *[]byte) {
	n := uint64(len(*x))
	c.u64(&n)
	switch {
	case !c.reading:
		c.b = append(c.b, *x...)
	case n > uint64(len(c.b)):
		c.fail()
	default:
		*x, c.b = c.b[:n:n], c.b[n:]
	}
}

// list codes the length of a list, and each of its items by one.
func list[T any](c *coder, x *[]T, one func(*T)) {
	n := uint64(len(*x))
	c.u64(&n)
	if c.reading {
		if n > uint64(len(c.b)) { // an item takes a byte at least
			c.fail()
			return
		}
		*x = nil
		if n > 0 {
			*x = make([]T, n)
		}
	}
	for i := range *x {
		one(&(*x)[i])
	}
}

// A coded row names its fields to a coder.
type coded interface{ code(c *coder) }

// rowsOf reads the rows of blocks.
func rowsOf[T any, P interface {
	*T
	coded
}](blocks []*Block, use func(x P) error,
) error {
	for _, b := range blocks {
		c := coder{b: b.Data, reading: true}
		for range b.Rows {
			x := P(new(T))
			x.code(&c)
			if c.bad {
				return fmt.Errorf("%s: %w: fields do not fit", b.Kind, ErrBlocks)
			}
			if err := use(x); err != nil {
				return err
			}
		}
		if len(c.b) > 0 {
			return fmt.Errorf("%s: %w: more than its rows", b.Kind, ErrBlocks)
		}
	}
	return nil
}

// allRows returns the rows of blocks.
func allRows[T any, P interface {
	*T
	coded
}](blocks []*Block) (list []P, err error) {
	err = rowsOf(blocks, func(x P) error {
		list = append(list, x)
		return nil
	})
	return list, err
}

// rowsBy returns the rows of blocks by what key says of them, of equal ones the last.
func rowsBy[T any, K comparable, P interface {
	*T
	coded
}](blocks []*Block, key func(x P) K) (map[K]P, error) {
	by := map[K]P{}
	return by, rowsOf(blocks, func(x P) error {
		by[key(x)] = x
		return nil
	})
}

// article codes a row of the report.
func (c *coder) article(a *row.Article) {
	for _, s := range []*string{
		&a.Story, &a.Cluster, &a.Family, &a.ID, &a.Role, &a.Outlet, &a.Published, &a.Title, &a.Byline, &a.Language,
		&a.SourceArticle, &a.SourceOutlet, &a.Upstream, &a.UpstreamKind, &a.Credited, &a.OtherSources, &a.Confidence, &a.Why,
		&a.URL, &a.File, &a.Text,
	} {
		text(c, s)
	}
	number(c, &a.Words)
	number(c, &a.FurnitureWords)
	list(c, &a.CreditChain, func(s *string) { text(c, s) })
	for _, t := range []*row.Tenths{&a.Makeup.Copied, &a.Makeup.Edited, &a.Makeup.Reworded, &a.Makeup.Quoted, &a.Makeup.Original} {
		number(c, t)
	}
	list(c, &a.Passages, func(p *row.Passage) {
		for _, n := range []*int{&p.Start, &p.End, &p.SourceStart, &p.SourceEnd, &p.ReusedBy, &p.Words} {
			number(c, n)
		}
		c.float(&p.Similarity)
		for _, s := range []*string{&p.Label, &p.Direction, &p.SourceArticle, &p.Speaker, &p.Text, &p.SourceText} {
			text(c, s)
		}
	})
	list(c, &a.Credits, func(r *row.Credit) {
		number(c, &r.Start)
		number(c, &r.End)
		c.bool(&r.Main)
		for _, s := range []*string{&r.Outlet, &r.Domain, &r.Kind, &r.Cue, &r.Via, &r.Text} {
			text(c, s)
		}
	})
	list(c, &a.Quotes, func(q *row.Quote) {
		for _, n := range []*int{&q.Start, &q.End, &q.Families} {
			number(c, n)
		}
		for _, s := range []*string{&q.Kind, &q.Speaker, &q.Text, &q.FirstArticle} {
			text(c, s)
		}
	})
	list(c, &a.Links, func(l *row.Link) {
		for _, s := range []*string{&l.SourceArticle, &l.SourceOutlet, &l.Relation, &l.Direction, &l.Confidence, &l.Why} {
			text(c, s)
		}
		c.float(&l.ShareArticle)
		c.float(&l.ShareSource)
		number(c, &l.Passages)
		number(c, &l.Words)
		list(c, &l.Stretches, func(s *row.Stretch) {
			for _, n := range []*int{&s.Start, &s.End, &s.SourceStart, &s.SourceEnd} {
				number(c, n)
			}
			text(c, &s.Label)
		})
	})
}
