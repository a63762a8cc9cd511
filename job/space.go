package job

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

// A space keeps blocks of bytes: in memory up to a limit, beyond it in a
// temporary file. Blocks are never changed. It is safe for concurrent use.
type space struct {
	limit int64 // bytes of memory
	dir   string

	mu      sync.Mutex
	chunks  [][]byte // blocks in memory, one after the other; none crosses chunks
	file    *os.File // nil until the limit is reached
	name    string   // of the file, if it could not be unlinked while open
	written int64    // bytes of the file
}

// A spot is where a block lies: in memory its distance from the beginning as
// if chunks stood one after the other; in the file, the complement of its
// offset.
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
	if last < 0 || cap(s.chunks[last])-len(s.chunks[last]) < len(b) {
		if len(b) > chunkSize || int64(len(s.chunks)+1)*chunkSize > s.limit {
			return s.spill(b)
		}
		s.chunks = append(s.chunks, make([]byte, 0, chunkSize))
		last++
	}
	at := spot(last)<<chunkBits | spot(len(s.chunks[last]))
	s.chunks[last] = append(s.chunks[last], b...)
	return at, nil
}

// spill writes b to the temporary file.
func (s *space) spill(b []byte) (spot, error) {
	if s.file == nil {
		f, err := os.CreateTemp(s.dir, "wiretrace-*.spill")
		if err != nil {
			return 0, fmt.Errorf("make temporary file: %w", err)
		}
		s.file = f
		// The name goes at once, so that not even a kill leaves the file behind;
		// where the system does not allow that, at the end.
		if os.Remove(f.Name()) != nil {
			s.name = f.Name()
		}
	}
	at := ^spot(s.written)
	if _, err := s.file.WriteAt(b, s.written); err != nil {
		return 0, fmt.Errorf("write temporary file: %w", err)
	}
	s.written += int64(len(b))
	return at, nil
}

// get returns the n bytes of the block at a spot, which must not be changed: in
// buf, which grows as needed, if they come from the file.
func (s *space) get(at spot, n int, buf *[]byte) ([]byte, error) {
	if at >= 0 {
		chunk := s.chunks[at>>chunkBits]
		from := int(at & (chunkSize - 1))
		return chunk[from : from+n : from+n], nil
	}
	if cap(*buf) < n {
		*buf = make([]byte, n)
	}
	b := (*buf)[:n]
	if _, err := s.file.ReadAt(b, int64(^at)); err != nil {
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
