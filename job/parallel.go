package job

import (
	"context"
	"sync"
	"sync/atomic"
)

// each calls work for 0 to n-1 on several goroutines, which take the next
// number as they are free. worker makes what one goroutine needs for itself.
// The first error ends it.
func each(ctx context.Context, n, threads int, worker func() func(i int) error, progress func(done int)) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next, done atomic.Int64
	var group sync.WaitGroup
	var mu sync.Mutex
	told := 0 // by progress
	for range min(threads, n) {
		group.Go(func() {
			work := worker()
			for {
				i := int(next.Add(1)) - 1
				if i >= n || ctx.Err() != nil {
					return
				}
				if err := work(i); err != nil {
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

// A queued bounds what waits for its turn.
type queued struct {
	items int
	bytes int64 // but one item may take more
}

// inOrder calls make for 0 to n-1 on several goroutines and use with each
// result in order, from the goroutine that called it. make also returns how
// many bytes a result takes. Beside what waits each goroutine may have made one
// more.
func inOrder[T any](ctx context.Context, n, threads int, ahead queued, make_ func(i int) (v T, bytes int64, err error), use func(i int, v T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	type result struct {
		v     T
		bytes int64
		err   error
	}
	slots := make(chan chan result, ahead.items)
	room := newGate(ctx, ahead.bytes)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	type job struct {
		i  int
		to chan result
	}
	jobs := make(chan job)
	group.Go(func() {
		defer close(jobs)
		defer close(slots)
		for i := range n {
			to := make(chan result, 1)
			select {
			case slots <- to:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- job{i, to}:
			case <-ctx.Done():
				return
			}
		}
	})
	for range threads {
		group.Go(func() {
			for j := range jobs {
				v, bytes, err := make_(j.i)
				if room.enter(j.i, bytes) != nil {
					return
				}
				j.to <- result{v, bytes, err}
			}
		})
	}
	i := 0
	for to := range slots {
		select {
		case res := <-to:
			if res.err != nil {
				return res.err
			}
			if err := use(i, res.v); err != nil {
				return err
			}
			room.leave(res.bytes)
			i++
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
