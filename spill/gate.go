package spill

import (
	"context"
	"sync"
)

// A Gate bounds the bytes of items that wait to be used in order. They are
// numbered from 0. The next to be used is let in whatever it takes, so that
// nothing waits for ever. It is safe for concurrent use.
type Gate struct {
	ctx   context.Context
	limit int64 // bytes

	mu    sync.Mutex
	moved *sync.Cond
	next  int   // to be used
	held  int64 // bytes of all that have been let in
}

// NewGate returns a gate that lets nobody wait once ctx has ended, as it must
// at some time.
func NewGate(ctx context.Context, limit int64) *Gate {
	g := &Gate{ctx: ctx, limit: limit}
	g.moved = sync.NewCond(&g.mu)
	context.AfterFunc(ctx, func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.moved.Broadcast()
	})
	return g
}

// Enter waits until there is room for item i. The error is that of the context.
func (g *Gate) Enter(i int, bytes int64) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i != g.next && g.held+bytes > g.limit && g.ctx.Err() == nil {
		g.moved.Wait()
	}
	g.held += bytes
	return g.ctx.Err()
}

// Leave says that the next item has been used.
func (g *Gate) Leave(bytes int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.held -= bytes
	g.next++
	g.moved.Broadcast()
}
