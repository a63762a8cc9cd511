package account

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMedian(t *testing.T) {
	require.Equal(t, -1, median(nil))
	require.Equal(t, 7, median([]int{7}))
	require.Equal(t, 3, median([]int{9, 3, 1, 4}))
	require.Equal(t, 3, median([]int{9, 3, 1}))
}

func TestMostNamedOutletsFitACell(t *testing.T) {
	require.Equal(t, "", named(nil))
	require.Equal(t, "a 3; b 1", named([]string{"a 3", "b 1"}))
	require.Equal(t, "a; b; c; d; e; 2 more", named([]string{"a", "b", "c", "d", "e", "f", "g"}))
}
