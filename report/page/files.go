package page

import (
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
)

// Files writes many small files to a folder. To make a file takes a disk
// longer than to fill it, so several are made at a time.
type files struct {
	dir     string
	pending chan pending
	wait    sync.WaitGroup
	failed  atomic.Pointer[error] // the first error
}

type pending struct {
	name    string
	content []byte
}

const writers = 4

func openFiles(dir string) *files {
	f := &files{dir: dir, pending: make(chan pending, writers)}
	for range writers {
		f.wait.Go(func() {
			for p := range f.pending {
				if f.failed.Load() != nil {
					continue
				}
				if err := os.WriteFile(filepath.Join(dir, p.name), p.content, 0o666); err != nil {
					f.failed.Store(&err)
				}
			}
		})
	}
	return f
}

// write writes a file, soon. It keeps content. An error of this file or one
// before is returned now or later.
func (f *files) write(name string, content []byte) error {
	if err := f.failed.Load(); err != nil {
		return *err
	}
	f.pending <- pending{name, content}
	return nil
}

// close waits until all is written.
func (f *files) close() error {
	close(f.pending)
	f.wait.Wait()
	if err := f.failed.Load(); err != nil {
		return *err
	}
	return nil
}
