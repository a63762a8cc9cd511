package spill

import (
	"bytes"
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSpaceGivesBackWhatItWasGiven(t *testing.T) {
	for _, limit := range []int64{0, 3 * chunkSize, 1 << 40} {
		t.Run(fmt.Sprint(limit), func(t *testing.T) {
			dir := t.TempDir()
			s := NewSpace(limit, dir)
			block := func(i int) []byte { return bytes.Repeat([]byte{byte(i), byte(i >> 8)}, 1+i*7919%150_000) }
			var spots []Spot
			const blocks = 150
			for i := range blocks {
				at, err := s.Put(block(i))
				require.NoError(t, err)
				spots = append(spots, at)
			}
			huge := bytes.Repeat([]byte("x"), chunkSize+1)
			at, err := s.Put(huge)
			require.NoError(t, err)

			var readers sync.WaitGroup
			for range 4 { // while more is put
				readers.Go(func() {
					var buf []byte
					for i, at := range spots {
						b, err := s.Get(at, len(block(i)), &buf)
						if err != nil || !bytes.Equal(block(i), b) {
							t.Errorf("block %d is another now: %v", i, err)
						}
					}
				})
			}
			for i := range blocks {
				_, err := s.Put(block(i))
				require.NoError(t, err)
			}
			readers.Wait()
			var buf []byte
			b, err := s.Get(at, len(huge), &buf)
			require.NoError(t, err)
			require.True(t, bytes.Equal(huge, b))
			left, err := os.ReadDir(dir)
			require.NoError(t, err)
			require.Empty(t, left, "a kill would leave nothing behind")
			if limit == 0 {
				require.Positive(t, s.Written())
			}
			if limit == 1<<40 {
				require.Zero(t, s.Written())
			}
			require.NoError(t, s.Close())
		})
	}
}
