package digest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/zeebo/xxh3"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/outlet"
	"wiretrace/quote"
)

// The version of the encoding, one line a change:
//
//	1  first
//	2  the lead and the claims, at the end
//	3  what is told without quotation marks, at the end
//	4  all days that the first sentences name, where it was one
//	5  whether the news was told to all, at the end
//	6  whether the own house was told it, at the end
//	7  the keys of what was said to all, and whether it is an obituary, at the end
//	8  whether it has its news from press that it does not name, at the end
const version = 8

// ErrCorrupt says that bytes given to Decode are not a digest as written.
var ErrCorrupt = errors.New("corrupt digest")

// Encode appends d to dst:
//
//	byte     version
//	...      the keys: Hash, Bands, Fingerprints, Pairs, Stories, Sayings, Lines
//	...      the other fields of Digest in their order, those of Meta first (without Text, Signals and Preamble)
//	8 bytes  xxh3 of all before, little endian
//
// Integers are unsigned varints; a string is its length and its bytes; a list
// is its length and its items; spans are written as the distance from the end
// of the one before (zigzag) and their length; hashes take 8 bytes.
func (d *Digest) Encode(dst []byte) []byte {
	start := len(dst)
	e := encoder{append(slices.Grow(dst, d.room()), version)}
	e.hashes([]uint64{d.Hash})
	e.hashes(d.Bands)
	e.hashes(d.Fingerprints)
	e.hashes(d.Pairs)
	e.hashes(d.Stories)
	e.hashes(d.Sayings)
	e.hashes(d.Lines)
	m := &d.Meta
	for _, s := range []string{m.ID, m.File, m.Title, m.Byline, m.Outlet, m.URL, m.Language, d.Outlet, d.Domain} {
		e.string(s)
	}
	e.int(m.Record)
	e.time(m.Published)
	e.int(d.Words)
	e.int(d.Prose)
	e.int(d.Quoted)

	at := 0
	e.int(len(d.Layout.Blocks))
	for _, b := range d.Layout.Blocks {
		at = e.span(at, b.Span)
		e.b = append(e.b, byte(b.Kind))
	}
	e.spans(d.Layout.Sentences)

	at = 0
	e.int(len(d.Credits))
	for _, c := range d.Credits {
		at = e.span(at, c.Span)
		for _, s := range []string{c.Outlet, c.Domain, string(c.Kind), c.Cue, c.Via} {
			e.string(s)
		}
		e.bool(c.Background)
	}
	at = 0
	e.int(len(d.Quotes))
	for _, q := range d.Quotes {
		at = e.span(at, q.Span)
		e.string(q.Speaker)
		e.bool(q.Post)
	}
	e.spans(d.Marks)

	e.string(string(d.Kind))
	e.int(len(d.Lead))
	for _, w := range d.Lead {
		e.b = binary.LittleEndian.AppendUint32(e.b, w.Stem)
		e.b = append(e.b, byte(w.Weight*leadSteps))
	}
	e.int(len(d.Days))
	for _, day := range d.Days {
		e.int(day)
	}
	e.bool(d.Unnamed)
	e.int(len(d.Claims))
	for _, c := range d.Claims {
		e.string(c.Outlet)
		e.string(c.Via)
		e.int(c.Credit)
		e.b = append(e.b, byte(c.Text))
		e.b = binary.LittleEndian.AppendUint32(e.b, math.Float32bits(c.Probability))
	}
	at = 0
	e.int(len(d.Indirect))
	for _, q := range d.Indirect {
		at = e.span(at, q.Span)
		e.string(q.Speaker)
	}
	e.bool(d.Open)
	e.bool(d.OwnTold)
	e.hashes(d.Stated)
	e.bool(d.Life)
	e.bool(d.Press)
	return binary.LittleEndian.AppendUint64(e.b, xxh3.Hash(e.b[start:]))
}

// Facts appends d to dst as Encode does but without the keys that are kept
// elsewhere: Bands, Fingerprints, Pairs, Stories and Lines are written as empty.
// Hash and Sayings, which tell of the article and of its quotations, stay.
// Decode reads it.
func (d *Digest) Facts(dst []byte) []byte {
	facts := *d
	facts.Bands, facts.Fingerprints, facts.Pairs, facts.Stories, facts.Lines = nil, nil, nil, nil, nil
	return facts.Encode(dst)
}

// room returns about how many bytes Encode takes.
func (d *Digest) room() int {
	m := &d.Meta
	return 64 + 8*(len(d.Bands)+len(d.Fingerprints)+len(d.Pairs)+len(d.Stories)+len(d.Sayings)+len(d.Lines)+len(d.Stated)) +
		len(m.ID) + len(m.File) + len(m.Title) + len(m.Byline) + len(m.Outlet) + len(m.URL) + len(d.Outlet) + len(d.Domain) +
		4*(len(d.Layout.Blocks)+len(d.Layout.Sentences)+len(d.Marks)) + 64*len(d.Credits) + 24*(len(d.Quotes)+len(d.Indirect)) + 5*len(d.Lead) + 4*len(d.Days) + 48*len(d.Claims)
}

// Decode reads what Encode wrote, in this version or an earlier one, of which
// the fields that came later are empty. The digest aliases no part of b.
func Decode(b []byte) (*Digest, error) {
	r, err := begin(b)
	if err != nil {
		return nil, err
	}
	d := new(Digest)
	if h := r.hashes(); len(h) == 1 {
		d.Hash = h[0]
	}
	d.Bands = r.hashes()
	d.Fingerprints = r.hashes()
	d.Pairs = r.hashes()
	d.Stories = r.hashes()
	d.Sayings = r.hashes()
	d.Lines = r.hashes()
	r.text = string(r.b)
	m := &d.Meta
	for _, s := range []*string{&m.ID, &m.File, &m.Title, &m.Byline, &m.Outlet, &m.URL, &m.Language, &d.Outlet, &d.Domain} {
		*s = r.string()
	}
	m.Record = r.int()
	m.Published = r.time()
	d.Words = r.int()
	d.Prose = r.int()
	d.Quoted = r.int()

	at := 0
	d.Layout.Blocks = make([]article.Block, 0, r.count(3))
	for range cap(d.Layout.Blocks) {
		var k article.Block
		k.Span, at = r.span(at)
		k.Kind = article.Kind(r.byte())
		d.Layout.Blocks = append(d.Layout.Blocks, k)
	}
	d.Layout.Sentences = r.spans()

	at = 0
	n := r.count(8)
	d.Credits = slices.Grow(d.Credits, n)
	for range n {
		var c credit.Credit
		c.Span, at = r.span(at)
		kind := ""
		for _, s := range []*string{&c.Outlet, &c.Domain, &kind, &c.Cue, &c.Via} {
			*s = r.string()
		}
		c.Kind = outlet.Kind(kind)
		c.Background = r.bool()
		d.Credits = append(d.Credits, c)
	}
	at = 0
	n = r.count(4)
	d.Quotes = slices.Grow(d.Quotes, n)
	for range n {
		var q quote.Quote
		q.Span, at = r.span(at)
		q.Speaker = r.string()
		q.Post = r.bool()
		d.Quotes = append(d.Quotes, q)
	}
	d.Marks = r.spans()
	if b[0] >= 2 {
		r.main(d, b[0] >= 4)
	}
	if b[0] >= 3 {
		r.indirect(d)
	}
	if b[0] >= 5 {
		d.Open = r.bool()
	}
	if b[0] >= 6 {
		d.OwnTold = r.bool()
	}
	if b[0] >= 7 {
		d.Stated, d.Life = r.hashes(), r.bool()
	}
	if b[0] >= 8 {
		d.Press = r.bool()
	}
	if r.bad || len(r.b) > 0 {
		return nil, errFields
	}
	return d, nil
}

// Signed reads of what Encode wrote no more than the outlet and the lines that may stand outside
// the text, title and byline, in a fraction of the time.
func Signed(b []byte) (home string, lines [2]string, err error) {
	r, err := begin(b)
	if err != nil {
		return "", lines, err
	}
	for range 1 + Kinds { // the hash of the prose and the keys
		r.b = r.b[8*r.count(8):]
	}
	for n := range 8 { // as Decode reads them
		s := r.b[:r.count(1)]
		r.b = r.b[len(s):]
		switch n {
		case 2:
			lines[0] = string(s)
		case 3:
			lines[1] = string(s)
		case 7:
			home = string(s)
		}
	}
	if r.bad {
		return "", lines, errFields
	}
	return home, lines, nil
}

// begin returns a decoder of all behind the version, if the checksum holds.
func begin(b []byte) (decoder, error) {
	if len(b) < 9 || b[0] < 1 || b[0] > version {
		return decoder{}, fmt.Errorf("%w: unknown version", ErrCorrupt)
	}
	end := len(b) - 8
	if binary.LittleEndian.Uint64(b[end:]) != xxh3.Hash(b[:end]) {
		return decoder{}, fmt.Errorf("%w: checksum does not hold", ErrCorrupt)
	}
	return decoder{b: b[1:end]}, nil
}

var errFields = fmt.Errorf("%w: fields do not fit", ErrCorrupt)

// main reads the lead and the claims; the lead names any number of days, or one, 0 if
// none.
func (r *decoder) main(d *Digest, days bool) {
	d.Kind = outlet.Kind(r.string())
	n := r.count(5)
	d.Lead = slices.Grow(d.Lead, n)
	for range n {
		w := LeadWord{Stem: binary.LittleEndian.Uint32(r.b), Weight: float32(r.b[4]) / leadSteps}
		r.b = r.b[5:]
		d.Lead = append(d.Lead, w)
	}
	if days {
		n = r.count(1)
		d.Days = slices.Grow(d.Days, n)
		for range n {
			d.Days = append(d.Days, r.int())
		}
	} else if day := r.int(); day > 0 {
		d.Days = []int{day}
	}
	d.Unnamed = r.bool()
	n = r.count(8)
	d.Claims = slices.Grow(d.Claims, n)
	for range n {
		c := Claim{Outlet: r.string(), Via: r.string(), Credit: r.int(), Text: claim.Text(r.byte())}
		if len(r.b) < 4 || c.Credit >= len(d.Credits) {
			r.fail()
			return
		}
		c.Probability = math.Float32frombits(binary.LittleEndian.Uint32(r.b))
		r.b = r.b[4:]
		d.Claims = append(d.Claims, c)
	}
}

// indirect reads what is told without quotation marks.
func (r *decoder) indirect(d *Digest) {
	at, n := 0, r.count(3)
	d.Indirect = slices.Grow(d.Indirect, n)
	for range n {
		var q quote.Quote
		q.Span, at = r.span(at)
		q.Speaker = r.string()
		d.Indirect = append(d.Indirect, q)
	}
}

// A KeyKind names one of the lists of keys of a digest.
type KeyKind int

// The kinds of key, in the order in which they are written.
const (
	Bands KeyKind = iota + 1
	Fingerprints
	Pairs
	Stories
	Sayings
	Lines
)

// String returns the name of the list.
func (k KeyKind) String() string {
	names := [...]string{Bands: "bands", Fingerprints: "fingerprints", Pairs: "pairs", Stories: "stories", Sayings: "sayings", Lines: "lines"}
	if k < Bands || int(k) >= len(names) {
		return fmt.Sprintf("KeyKind(%d)", int(k))
	}
	return names[k]
}

type encoder struct{ b []byte }

func (e *encoder) int(n int) { e.b = binary.AppendUvarint(e.b, uint64(n)) }

func (e *encoder) bool(v bool) {
	if v {
		e.b = append(e.b, 1)
	} else {
		e.b = append(e.b, 0)
	}
}

func (e *encoder) string(s string) {
	e.int(len(s))
	e.b = append(e.b, s...)
}

func (e *encoder) span(at int, s article.Span) int {
	e.b = binary.AppendVarint(e.b, int64(s.Start-at))
	e.int(s.Len())
	return s.End
}

func (e *encoder) spans(list []article.Span) {
	at := 0
	e.int(len(list))
	for _, s := range list {
		at = e.span(at, s)
	}
}

func (e *encoder) hashes(list []uint64) {
	e.int(len(list))
	n := len(e.b)
	e.b = slices.Grow(e.b, 8*len(list))[:n+8*len(list)]
	for i, h := range list {
		binary.LittleEndian.PutUint64(e.b[n+8*i:], h)
	}
}

// A time is its precision and, unless that is none, seconds since 1970
// (zigzag), the zone's distance from UTC in seconds (zigzag), whether it has a
// zone, and its source.
func (e *encoder) time(t article.Time) {
	e.b = append(e.b, byte(t.Precision))
	if t.Precision == article.NoTime {
		return
	}
	_, offset := t.When.Zone()
	e.b = binary.AppendVarint(e.b, t.When.Unix())
	e.b = binary.AppendVarint(e.b, int64(offset))
	e.bool(t.Zoned)
	e.string(t.Source)
}

type decoder struct {
	b    []byte
	text string // what b was after the keys: the strings of a digest are parts of one
	bad  bool
}

func (r *decoder) fail() {
	r.b, r.bad = nil, true
}

func (r *decoder) int() int {
	if len(r.b) > 0 && r.b[0] < 0x80 { // as most are
		n := int(r.b[0])
		r.b = r.b[1:]
		return n
	}
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > math.MaxInt32 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

func (r *decoder) signed() int64 {
	if len(r.b) > 0 && r.b[0] < 0x80 { // as most are
		n := int64(r.b[0])
		r.b = r.b[1:]
		return n>>1 ^ -(n & 1)
	}
	n, size := binary.Varint(r.b)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return n
}

// count reads the length of a list whose items take at least size bytes each,
// so that a broken length asks for no more memory than there are bytes.
func (r *decoder) count(size int) int {
	n := r.int()
	if n > len(r.b)/size { // n*size might overflow
		r.fail()
		return 0
	}
	return n
}

func (r *decoder) byte() byte {
	if len(r.b) == 0 {
		r.fail()
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *decoder) bool() bool { return r.byte() != 0 }

func (r *decoder) string() string {
	n := r.count(1)
	at := len(r.text) - len(r.b)
	r.b = r.b[n:]
	return r.text[at : at+n]
}

func (r *decoder) span(at int) (article.Span, int) {
	step := r.signed()
	if step < -math.MaxInt32 || step > math.MaxInt32 {
		r.fail()
		step = 0
	}
	start := int64(at) + step
	end := start + int64(r.int())
	if start < 0 || end > math.MaxInt32 {
		r.fail()
		return article.Span{}, 0
	}
	return article.Span{Start: int(start), End: int(end)}, int(end)
}

func (r *decoder) spans() []article.Span {
	n := r.count(2)
	if n == 0 {
		return nil
	}
	list := make([]article.Span, n)
	at := 0
	for k := range list {
		list[k], at = r.span(at)
	}
	return list
}

func (r *decoder) hashes() []uint64 {
	n := r.count(8)
	if n == 0 {
		return nil
	}
	list := make([]uint64, n)
	for k := range list {
		list[k] = binary.LittleEndian.Uint64(r.b[8*k:])
	}
	r.b = r.b[8*n:]
	return list
}

func (r *decoder) time() article.Time {
	t := article.Time{Precision: article.Precision(r.byte())}
	if t.Precision == article.NoTime {
		return t
	}
	seconds, offset := r.signed(), r.signed()
	t.Zoned = r.bool()
	t.Source = r.string()
	zone := time.UTC
	if offset != 0 {
		zone = time.FixedZone("", int(offset))
	}
	t.When = time.Unix(seconds, 0).In(zone)
	return t
}
