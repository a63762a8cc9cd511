package job

import (
	"context"
	"sync"
	"sync/atomic"
)

// each calls work for 0 to n-1 on several goroutines, which take the next
// number as they are free. worker makes what one goroutine needs for itself.
// The first error ends it, a panic that nobody has caught among them.
func each(ctx context.Context, n, threads int, worker func() func(i int) error, progress func(done int)) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next, done atomic.Int64
	var group sync.WaitGroup
	var mu sync.Mutex
	told := 0 // by progress
	for range min(threads, n) {
		group.Go(func() {
			var work func(i int) error
			one := func(i int) error { return guarded(func() error { return work(i) }) }
			if err := guarded(func() error { work = worker(); return nil }); err != nil {
				cancel(err)
				return
			}
			for {
				i := int(next.Add(1)) - 1
				if i >= n || ctx.Err() != nil {
					return
				}
				if err := one(i); err != nil {
					cancel(err)
					return
				}
				if d := int(done.Add(1)); d%256 == 0 {
					mu.Lock()
					if d > told { // another goroutine may have overtaken
						told = d
						progress(d)
					}
					mu.Unlock()
				}
			}
		})
	}
	group.Wait()
	return context.Cause(ctx)
}
