package job

import (
	"fmt"
	"os"
	"sync"

	"github.com/klauspost/compress/s2"

	"wiretrace/digest"
)

// A store holds the digest and the text of each article, compressed: in memory
// up to a limit, beyond it in a temporary file. One goroutine adds; once it has
// finished any number may read.
type store struct {
	limit  int64 // bytes of memory for records
	dir    string
	chunks [][]byte // records in memory, in the order they came
	inUse  int64
	file   *os.File // nil until the limit is reached
	size   int64    // of the file
	places []place
}

// A place is where one record lies.
type place struct {
	chunk  int32 // -1: in the file
	offset int64
	digest int32 // bytes of the encoded digest
	text   int32 // bytes of the compressed text
}

const chunkSize = 4 << 20

// record is one article ready to be stored, made by a worker.
type record struct {
	digest []byte
	text   []byte // compressed
}

func pack(d *digest.Digest, text string, buf []byte) record {
	b := d.Encode(buf)
	n := len(b)
	b = append(b, s2.Encode(nil, []byte(text))...)
	return record{b[:n:n], b[n:]}
}

// add stores a record and returns its number, counted from 0.
func (s *store) add(r record) (uint32, error) {
	n := len(r.digest) + len(r.text)
	p := place{digest: int32(len(r.digest)), text: int32(len(r.text))}
	last := len(s.chunks) - 1
	switch {
	case last >= 0 && cap(s.chunks[last])-len(s.chunks[last]) >= n:
	case s.inUse+int64(max(n, chunkSize)) <= s.limit:
		s.chunks = append(s.chunks, make([]byte, 0, max(n, chunkSize)))
		s.inUse += int64(max(n, chunkSize))
		last++
	default:
		return s.spill(p, r)
	}
	p.chunk, p.offset = int32(last), int64(len(s.chunks[last]))
	s.chunks[last] = append(append(s.chunks[last], r.digest...), r.text...)
	s.places = append(s.places, p)
	return uint32(len(s.places) - 1), nil
}

// spill writes a record to the temporary file.
func (s *store) spill(p place, r record) (uint32, error) {
	if s.file == nil {
		f, err := os.CreateTemp(s.dir, "wiretrace-*.spill")
		if err != nil {
			return 0, fmt.Errorf("make temporary file: %w", err)
		}
		s.file = f
		// The name is gone at once, so that not even a kill leaves the file behind.
		if err := os.Remove(f.Name()); err != nil {
			return 0, fmt.Errorf("make temporary file: %w", err)
		}
	}
	p.chunk, p.offset = -1, s.size
	b := append(append(make([]byte, 0, len(r.digest)+len(r.text)), r.digest...), r.text...)
	if _, err := s.file.Write(b); err != nil {
		return 0, fmt.Errorf("write temporary file: %w", err)
	}
	s.size += int64(len(b))
	s.places = append(s.places, p)
	return uint32(len(s.places) - 1), nil
}

func (s *store) len() int { return len(s.places) }

var readBuffers = sync.Pool{New: func() any { return new([]byte) }}

// read hands the bytes of record n to use, which must not keep them.
func (s *store) read(n uint32, use func(digest, text []byte) error) error {
	p := s.places[n]
	size := int(p.digest + p.text)
	if p.chunk >= 0 {
		b := s.chunks[p.chunk][p.offset : p.offset+int64(size)]
		return use(b[:p.digest], b[p.digest:])
	}
	buf := readBuffers.Get().(*[]byte)
	defer readBuffers.Put(buf)
	if cap(*buf) < size {
		*buf = make([]byte, size)
	}
	b := (*buf)[:size]
	if _, err := s.file.ReadAt(b, p.offset); err != nil {
		return fmt.Errorf("read temporary file: %w", err)
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

// keys appends the keys of one kind of record n to dst.
func (s *store) keys(dst []uint64, n uint32, kind digest.KeyKind) (out []uint64, err error) {
	err = s.read(n, func(b, _ []byte) error {
		out, err = digest.Keys(dst, b, kind)
		return err
	})
	return out, err
}

// both returns the digest and the text of record n.
func (s *store) both(n uint32) (d *digest.Digest, text string, err error) {
	err = s.read(n, func(b, packed []byte) error {
		if d, err = digest.Decode(b); err != nil {
			return err
		}
		plain, err := s2.Decode(nil, packed)
		text = string(plain)
		return err
	})
	return d, text, err
}

func (s *store) close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}
