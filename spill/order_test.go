package spill

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

var errBroken = errors.New("broken")

func TestInOrder(t *testing.T) {
	var got []int
	err := InOrder(context.Background(), 3000, 5, Bound{16, 3}, func(i int) (int, int64, error) { return 2 * i, 1 + int64(i%5), nil }, func(i, v int) error {
		require.Equal(t, 2*i, v)
		got = append(got, i)
		return nil
	})
	require.NoError(t, err)
	require.Len(t, got, 3000)
	require.True(t, slices.IsSorted(got))

	err = InOrder(context.Background(), 3000, 5, Bound{16, 3}, func(i int) (int, int64, error) {
		if i == 70 {
			return 0, 0, errBroken
		}
		return i, 1, nil
	}, func(i, _ int) error {
		require.Less(t, i, 70, "nothing after what failed")
		return nil
	})
	require.ErrorIs(t, err, errBroken)

	err = InOrder(context.Background(), 3000, 5, Bound{16, 3}, func(i int) (int, int64, error) { return i, 1, nil }, func(i, _ int) error {
		if i == 5 {
			return errBroken
		}
		return nil
	})
	require.ErrorIs(t, err, errBroken)

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err = InOrder(ctx, 10, 2, Bound{4, 0}, func(i int) (int, int64, error) { return i, 1, nil }, func(int, int) error { return nil })
	require.ErrorIs(t, err, context.Canceled)
}
