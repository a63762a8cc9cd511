package spill

import (
	"context"
	"sync"

	"wiretrace/internal/fault"
)

// A Bound is what may wait for its turn.
type Bound struct {
	Items int
	Bytes int64 // but one item may take more
}

// InOrder calls work for 0 to n-1 on several goroutines and use with each
// result in order, from the goroutine that called it. work also returns how
// many bytes a result takes. Beside what waits each goroutine may have made one
// more. The first error, of work or of use, ends it, and so does the end of ctx. A panic
// of work is an error.
func InOrder[T any](ctx context.Context, n, threads int, ahead Bound, work func(i int) (v T, bytes int64, err error), use func(i int, v T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	type result struct {
		v     T
		bytes int64
		err   error
	}
	slots := make(chan chan result, ahead.Items)
	room := NewGate(ctx, ahead.Bytes)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	type task struct {
		i  int
		to chan result
	}
	tasks := make(chan task)
	group.Go(func() {
		defer close(tasks)
		defer close(slots)
		for i := range n {
			to := make(chan result, 1)
			select {
			case slots <- to:
			case <-ctx.Done():
				return
			}
			select {
			case tasks <- task{i, to}:
			case <-ctx.Done():
				return
			}
		}
	})
	for range threads {
		group.Go(func() {
			for j := range tasks {
				var v T
				var bytes int64
				err := fault.Guard(func() (err error) {
					v, bytes, err = work(j.i)
					return err
				})
				if room.Enter(j.i, bytes) != nil {
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
			room.Leave(res.bytes)
			i++
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
