package archive

import (
	"errors"
	"sync"
)

// A pool holds sessions for reading. It opens as many as are in use at once
// and keeps a few.
type pool struct {
	dsn   string
	setup string // run by each session when it is opened
	keep  int

	mu     sync.Mutex
	idle   []*session
	closed bool
}

func (p *pool) get() (*session, error) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil, errors.New("closed")
	}
	if n := len(p.idle); n > 0 {
		s := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return s, nil
	}
	p.mu.Unlock()
	s, err := connect(p.dsn)
	if err != nil {
		return nil, err
	}
	if err := s.script(p.setup); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (p *pool) put(s *session) {
	p.mu.Lock()
	if !p.closed && len(p.idle) < p.keep {
		p.idle = append(p.idle, s)
		s = nil
	}
	p.mu.Unlock()
	if s != nil {
		_ = s.close() // it only read
	}
}

func (p *pool) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	var all error
	for _, s := range p.idle {
		all = errors.Join(all, s.close())
	}
	p.idle = nil
	return all
}

// read runs use with a session for reading.
func (a *Archive) read(use func(*session) error) error {
	s, err := a.readers.get()
	if err != nil {
		return a.fail(err)
	}
	defer a.readers.put(s)
	return a.fail(use(s))
}
