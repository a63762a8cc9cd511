package job

import (
	"slices"
	"sync"
	"unsafe"

	"github.com/klauspost/compress/s2"

	"wiretrace/digest"
)

// A store holds the digest, without the keys that articles are brought
// together by, and the text of each article, compressed. One goroutine adds;
// once it has finished any number may read.
type store struct {
	space  *space
	places []place
}

// A place is where one record lies.
type place struct {
	at     spot
	digest int32 // bytes of the encoded digest
	text   int32 // bytes of the compressed text
}

// record is one article ready to be stored, made by a worker.
type record struct {
	body   *[]byte // the digest, then the text, compressed: a buffer that goes back once it is stored
	digest int     // bytes of the digest
	keys   [kinds][]uint64
}

// pack makes the record of an article, whose digest it keeps the keys of.
func pack(d *digest.Digest, text string) record {
	light := *d
	light.Bands, light.Fingerprints, light.Stories = nil, nil, nil
	buf := buffers.Get().(*[]byte)
	b := light.Encode((*buf)[:0])
	n := len(b)
	b = slices.Grow(b, s2.MaxEncodedLen(len(text)))
	plain := unsafe.Slice(unsafe.StringData(text), len(text)) // is only read
	*buf = b[:n+len(s2.Encode(b[n:cap(b)], plain))]
	return record{body: buf, digest: n, keys: keysOf(d)}
}

// add stores a record, whose body it uses up, and returns its number, counted
// from 0.
func (s *store) add(r record) (uint32, error) {
	b := *r.body
	at, err := s.space.put(b)
	if err != nil {
		return 0, err
	}
	s.places = append(s.places, place{at, int32(r.digest), int32(len(b) - r.digest)})
	release(r.body)
	return uint32(len(s.places) - 1), nil
}

func (s *store) len() int { return len(s.places) }

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// release puts a buffer back, unless it is larger than most articles need.
func release(buf *[]byte) {
	if cap(*buf) <= 1<<20 {
		buffers.Put(buf)
	}
}

// read hands the bytes of record n to use, which must not keep them.
func (s *store) read(n uint32, use func(digest, text []byte) error) error {
	p := s.places[n]
	buf := buffers.Get().(*[]byte)
	defer release(buf)
	b, err := s.space.get(p.at, int(p.digest+p.text), buf)
	if err != nil {
		return err
	}
	return use(b[:p.digest], b[p.digest:])
}

// digest returns the digest of record n.
func (s *store) digest(n uint32) (d *digest.Digest, err error) {
	err = s.read(n, func(b, _ []byte) error {
		d, err = digest.Decode(b)
		return err
	})
	return d, err
}

// lend hands the digest and the text of record n to use, which must not keep
// the text nor any part of it.
func (s *store) lend(n uint32, use func(d *digest.Digest, text string)) error {
	return s.read(n, func(b, packed []byte) error {
		d, err := digest.Decode(b)
		if err != nil {
			return err
		}
		buf := buffers.Get().(*[]byte)
		defer release(buf)
		plain, err := s2.Decode((*buf)[:cap(*buf)], packed)
		if err != nil {
			return err
		}
		if cap(plain) > cap(*buf) {
			*buf = plain
		}
		use(d, unsafe.String(unsafe.SliceData(plain), len(plain)))
		return nil
	})
}

// both returns the digest and the text of record n.
func (s *store) both(n uint32) (d *digest.Digest, text string, err error) {
	err = s.read(n, func(b, packed []byte) error {
		if d, err = digest.Decode(b); err != nil {
			return err
		}
		plain, err := s2.Decode(nil, packed)
		text = unsafe.String(unsafe.SliceData(plain), len(plain)) // nobody else has these bytes
		return err
	})
	return d, text, err
}
