package job

import (
	"slices"
	"unsafe"

	"github.com/klauspost/compress/s2"

	"wiretrace/digest"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// A store holds the digest of each article, without the keys that articles are
// brought together by, its text, compressed, and the words of its text. One
// goroutine adds; once it has finished any number may read.
type store struct {
	space  *spill.Space
	places []place
}

// A place is where one record lies.
type place struct {
	at     spill.Spot
	digest int32  // bytes of the encoded digest
	text   int32  // bytes of the compressed text
	words  int32  // bytes of the words; 0 if they are not kept
	reader uint16 // the number of the worker that read it, whose dictionary has the words
}

// record is one article ready to be stored, made by a worker.
type record struct {
	place         // but for at
	body  *[]byte // the digest, the compressed text, the words: a buffer that goes back once it is stored
	keys  [kinds][]uint64
}

// pack makes the record of an article, whose digest it keeps the keys of.
func pack(d *digest.Digest, text string) record {
	light := *d
	light.Bands, light.Fingerprints, light.Stories = nil, nil, nil
	buf := spill.Buffer()
	b := light.Encode((*buf)[:0])
	n := len(b)
	b = slices.Grow(b, s2.MaxEncodedLen(len(text)))
	plain := unsafe.Slice(unsafe.StringData(text), len(text)) // is only read
	*buf = b[:n+len(s2.Encode(b[n:cap(b)], plain))]
	return record{place: place{digest: int32(n), text: int32(len(*buf) - n)}, body: buf, keys: d.Keys()}
}

// spell adds the words of the text to x, by the dictionary of a worker.
func (x *record) spell(by *shingle.Dictionary, worker int, words []shingle.Word) {
	n := len(*x.body)
	*x.body = by.Encode(*x.body, words)
	x.words, x.reader = int32(len(*x.body)-n), uint16(worker)
}

// add stores a record, whose body it uses up, and returns its number, counted
// from 0.
func (s *store) add(r record) (uint32, error) {
	at, err := s.space.Put(*r.body)
	if err != nil {
		return 0, err
	}
	r.at = at
	s.places = append(s.places, r.place)
	spill.Release(r.body)
	return uint32(len(s.places) - 1), nil
}

// credit replaces the digest of record n, whose keys lie elsewhere. No other
// goroutine may use the store meanwhile.
func (s *store) credit(n uint32, d *digest.Digest) error {
	p := &s.places[n]
	light := *d
	light.Bands, light.Fingerprints, light.Stories = nil, nil, nil
	body := light.Encode(nil)
	size := len(body)
	buf := spill.Buffer()
	defer spill.Release(buf)
	b, err := s.space.Get(p.at, int(p.digest+p.text+p.words), buf)
	if err != nil {
		return err
	}
	if p.at, err = s.space.Put(append(body, b[p.digest:]...)); err != nil {
		return err
	}
	p.digest = int32(size)
	return nil
}

// size returns how many records there are.
func (s *store) size() int { return len(s.places) }

// A storedArticle is one article as it lies in the store or the archive. It is good
// until the function that it was handed to returns.
type storedArticle struct {
	id      string // of the article, which the digest may not have right
	encoded []byte // the digest
	packed  []byte // the text
	unpack  func(packed []byte) (string, error)
	words   []byte          // of the text, by a dictionary; empty if they are not kept
	reader  uint16          // the number of the digester whose dictionary has the words
	titled  map[string]bool // outlets that are shown with "The"
}

// digest returns the digest.
func (a *storedArticle) digest() (*digest.Digest, error) {
	d, err := digest.Decode(a.encoded)
	if err == nil && a.id != "" {
		d.Meta.ID = a.id
	}
	if err == nil {
		d.Entitle(a.titled)
	}
	return d, err
}

// text returns the text.
func (a *storedArticle) text() (string, error) { return a.unpack(a.packed) }

// article returns the digest and the text.
func (a *storedArticle) article() (d *digest.Digest, text string, err error) {
	if d, err = a.digest(); err == nil {
		text, err = a.text()
	}
	return d, text, err
}

// open hands record n to use.
func (s *store) open(n uint32, use func(a *storedArticle) error) error {
	p := s.places[n]
	buf := spill.Buffer()
	defer spill.Release(buf)
	b, err := s.space.Get(p.at, int(p.digest+p.text+p.words), buf)
	if err != nil {
		return err
	}
	text, words := p.digest, p.digest+p.text
	return use(&storedArticle{encoded: b[:text], packed: b[text:words], unpack: unpack, words: b[words:], reader: p.reader})
}

// unpack returns a text that was compressed.
func unpack(packed []byte) (string, error) {
	plain, err := s2.Decode(nil, packed)
	return unsafe.String(unsafe.SliceData(plain), len(plain)), err // nobody else has these bytes
}
