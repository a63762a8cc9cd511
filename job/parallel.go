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

// inOrder calls make for 0 to n-1 on several goroutines and use with each
// result in order, from the goroutine that called it. At most ahead results
// wait.
func inOrder[T any](ctx context.Context, n, threads, ahead int, make_ func(i int) (T, error), use func(i int, v T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	type result struct {
		v   T
		err error
	}
	slots := make(chan chan result, ahead)
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
				v, err := make_(j.i)
				j.to <- result{v, err}
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
			i++
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
