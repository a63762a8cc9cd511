package main

import (
	"context"
	"io"
	"sync"
)

// An interruptible reader reads what another does, but ends with its context,
// even while the other waits for somebody to write.
type interruptible struct {
	ctx  context.Context
	r    io.Reader
	once sync.Once
	pipe *io.PipeReader
}

func (i *interruptible) Read(p []byte) (int, error) {
	i.once.Do(func() {
		in, out := io.Pipe()
		i.pipe = in
		context.AfterFunc(i.ctx, func() { out.CloseWithError(context.Cause(i.ctx)) })
		go func() {
			// A reader that can write by itself would do so in smaller pieces.
			_, err := io.CopyBuffer(out, struct{ io.Reader }{i.r}, make([]byte, 256<<10))
			out.CloseWithError(err)
		}()
	})
	return i.pipe.Read(p)
}
