package job

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/cluster"
)

func TestComparisonsKeepToTheirRoom(t *testing.T) {
	const limit = 1 << 20
	const wordRoom, runsRoom = 100, 600 // of a word: fixed, and for runs
	r := newRoom(limit)
	var m cluster.Matcher
	require.Equal(t, inWhole, r.compare(&m, 1000, func() {}))
	require.Equal(t, tooLong, r.compare(&m, limit/wordRoom, func() { t.Error("it is compared") }))

	// As many words as fill the room go one pair at a time; shorter ones together.
	for _, c := range []struct{ words, most int }{{limit / wordRoom / 2, 1}, {limit / (wordRoom + runsRoom) / 3, 3}} {
		var now, most atomic.Int32
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				var m cluster.Matcher
				for range 20 {
					require.Equal(t, inWhole, r.compare(&m, c.words, func() {
						n := now.Add(1)
						for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
							continue
						}
						now.Add(-1)
					}))
				}
			})
		}
		all.Wait()
		require.LessOrEqual(t, int(most.Load()), c.most)
	}
	require.Zero(t, r.taken)
	require.Panics(t, func() { r.compare(&m, 1000, func() { panic("a fault") }) })
	require.Zero(t, r.taken, "a fault gives its room back")
}
