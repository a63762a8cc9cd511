package page

import (
	"io"
	"os"
)

// inMemory is how many bytes of a cluster's texts are kept in memory; more go
// to a file.
const inMemory = 4 << 20

// A spool keeps the fragments of one cluster until it is known on which page
// each of them stands. Its zero value is empty.
type spool struct {
	dir  string
	tail []byte // what is not in the file
	file *os.File
	size int // of the file
}

// add keeps b and returns where.
func (s *spool) add(b []byte) (at int, err error) {
	at = s.size + len(s.tail)
	s.tail = append(s.tail, b...)
	if len(s.tail) < inMemory {
		return at, nil
	}
	if s.file == nil {
		if s.file, err = os.CreateTemp(s.dir, ".spool-*"); err != nil {
			return 0, err
		}
	}
	if _, err := s.file.WriteAt(s.tail, int64(s.size)); err != nil {
		return 0, err
	}
	s.size += len(s.tail)
	s.tail = s.tail[:0]
	return at, nil
}

// read returns a fragment, in buf if it fits.
func (s *spool) read(buf []byte, at, size int) ([]byte, error) {
	if at >= s.size {
		return s.tail[at-s.size : at-s.size+size], nil
	}
	if cap(buf) < size {
		buf = make([]byte, size)
	}
	buf = buf[:size]
	_, err := io.ReadFull(io.NewSectionReader(s.file, int64(at), int64(size)), buf)
	return buf, err
}

// empty makes the spool ready for the next cluster.
func (s *spool) empty() {
	s.tail, s.size = s.tail[:0], 0
}

// close removes the file.
func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	name := s.file.Name()
	s.file.Close()
	s.file = nil
	return os.Remove(name)
}
