package spill

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

// A Space keeps blocks of bytes. They are put into chunks, one after the other;
// when chunks take more memory than the limit, the oldest go to a temporary
// file. Blocks are never changed. It is safe for concurrent use.
type Space struct {
	limit int64 // bytes of memory
	dir   string

	mu      sync.RWMutex
	chunks  []chunk
	inUse   int64    // bytes of chunks in memory
	first   int      // the first chunk in memory
	file    *os.File // nil until the limit is reached
	name    string   // of the file, if it could not be unlinked while open
	written int64    // bytes of the file
}

// A chunk is some blocks, in memory or in the file.
type chunk struct {
	b  []byte // nil if it is in the file
	at int64  // offset in the file
}

// A Spot is where a block begins: the number of its chunk and, in the lowest 22
// bits, its place in it. Who put a block must remember its size.
type Spot int64

// An Extent is a block: where it begins and its size in bytes. The zero value
// is a block of no bytes.
type Extent struct {
	At   Spot
	Size int32
}

const (
	chunkBits = 22
	chunkSize = 1 << chunkBits
)

// NewSpace returns a space that takes about so many bytes of memory, at least
// one chunk of 4 MiB, before blocks go to a file in dir; empty stands for the
// system's folder of temporary files. The file is made when it is first needed.
func NewSpace(limit int64, dir string) *Space { return &Space{limit: limit, dir: dir} }

// Put stores b, which it copies, and returns where. The errors are those of the
// temporary file.
func (s *Space) Put(b []byte) (Spot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	last := len(s.chunks) - 1
	if last < 0 || cap(s.chunks[last].b)-len(s.chunks[last].b) < len(b) {
		// A larger block is a chunk by itself.
		s.chunks = append(s.chunks, chunk{b: make([]byte, 0, max(chunkSize, len(b)))})
		last++
		s.inUse += int64(cap(s.chunks[last].b))
		for s.inUse > s.limit && s.first < last {
			if err := s.write(&s.chunks[s.first]); err != nil {
				return 0, err
			}
			s.first++
		}
	}
	c := &s.chunks[last]
	at := Spot(last)<<chunkBits | Spot(len(c.b))
	c.b = append(c.b, b...)
	return at, nil
}

// PutExtent does what Put does for a block of less than 2 GiB.
func (s *Space) PutExtent(b []byte) (Extent, error) {
	at, err := s.Put(b)
	return Extent{at, int32(len(b))}, err
}

// write writes a chunk to the temporary file.
func (s *Space) write(c *chunk) error {
	if s.file == nil {
		f, err := os.CreateTemp(s.dir, "wiretrace-*.spill")
		if err != nil {
			return fmt.Errorf("make temporary file: %w", err)
		}
		s.file = f
		// The name goes at once, so that not even a kill leaves the file behind;
		// where the system does not allow that, at the end.
		if os.Remove(f.Name()) != nil {
			s.name = f.Name()
		}
	}
	if _, err := s.file.WriteAt(c.b, s.written); err != nil {
		return fmt.Errorf("write temporary file: %w", err)
	}
	c.at = s.written
	s.written += int64(len(c.b))
	s.inUse -= int64(cap(c.b))
	c.b = nil
	return nil
}

// Get returns n bytes of the block at a spot, n at most its size. They must not
// be changed, and are good as long as buf is left alone: they are in buf, which
// grows as needed, if they come from the file.
func (s *Space) Get(at Spot, n int, buf *[]byte) ([]byte, error) {
	s.mu.RLock()
	c := s.chunks[at>>chunkBits]
	s.mu.RUnlock()
	from := int(at & (chunkSize - 1))
	if c.b != nil {
		return c.b[from : from+n : from+n], nil
	}
	if cap(*buf) < n {
		*buf = make([]byte, n)
	}
	b := (*buf)[:n]
	if _, err := s.file.ReadAt(b, c.at+int64(from)); err != nil {
		return nil, fmt.Errorf("read temporary file: %w", err)
	}
	return b, nil
}

// GetExtent does what Get does for a whole block.
func (s *Space) GetExtent(e Extent, buf *[]byte) ([]byte, error) {
	return s.Get(e.At, int(e.Size), buf)
}

// Written returns how many bytes went to the temporary file.
func (s *Space) Written() int64 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.written
}

// Close removes the temporary file. Nothing may be got after it.
func (s *Space) Close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.name != "" {
		err = errors.Join(err, os.Remove(s.name))
	}
	return err
}

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// Buffer returns a buffer for Get, or for what is to be Put, whatever it holds
// still. It goes back with Release.
func Buffer() *[]byte { return buffers.Get().(*[]byte) }

// Release puts a buffer back, unless it is larger than most articles need.
func Release(buf *[]byte) {
	if cap(*buf) <= 1<<20 {
		buffers.Put(buf)
	}
}
