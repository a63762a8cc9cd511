package job

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

// A space keeps blocks of bytes. They are put into chunks, one after the other;
// when chunks take more memory than the limit, the oldest go to a temporary
// file. Blocks are never changed. It is safe for concurrent use.
type space struct {
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

// A spot is where a block lies: the number of its chunk and, in the lowest 22
// bits, its place in it.
type spot int64

const (
	chunkBits = 22
	chunkSize = 1 << chunkBits
)

// put stores b and returns where.
func (s *space) put(b []byte) (spot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	last := len(s.chunks) - 1
	if last < 0 || cap(s.chunks[last].b)-len(s.chunks[last].b) < len(b) {
		// A larger block is a chunk by itself.
		s.chunks = append(s.chunks, chunk{b: make([]byte, 0, max(chunkSize, len(b)))})
		last++
		s.inUse += int64(cap(s.chunks[last].b))
		for s.inUse > s.limit && s.first < last {
			if err := s.spill(&s.chunks[s.first]); err != nil {
				return 0, err
			}
			s.first++
		}
	}
	c := &s.chunks[last]
	at := spot(last)<<chunkBits | spot(len(c.b))
	c.b = append(c.b, b...)
	return at, nil
}

// spill writes a chunk to the temporary file.
func (s *space) spill(c *chunk) error {
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

// get returns the n bytes of the block at a spot, which must not be changed: in
// buf, which grows as needed, if they come from the file.
func (s *space) get(at spot, n int, buf *[]byte) ([]byte, error) {
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

func (s *space) close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.name != "" {
		err = errors.Join(err, os.Remove(s.name))
	}
	return err
}
