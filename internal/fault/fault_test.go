package fault

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPartTellsPanicsFromFailures(t *testing.T) {
	torn := Guard(func() error { panic("torn") })
	full := errors.New("disk full")
	for _, test := range []struct {
		name   string
		err    error
		panics int
		rest   bool
	}{
		{"nothing", nil, 0, false},
		{"a panic", torn, 1, false},
		{"a panic, wrapped", fmt.Errorf("page: %w", torn), 1, false},
		{"a failure", full, 0, true},
		{"panics joined", errors.Join(torn, nil, torn), 2, false},
		{"both, wrapped", fmt.Errorf("page: %w", errors.Join(torn, full)), 1, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			panics, rest := Part(test.err)
			require.Len(t, panics, test.panics)
			require.Equal(t, test.rest, rest != nil)
			require.Equal(t, test.rest, errors.Is(rest, full))
		})
	}
}

func TestSalvageLosesWhatPanicsAlone(t *testing.T) {
	units := make([]int, 1000)
	for i := range units {
		units[i] = i
	}
	var done, lost []int
	calls := 0
	err := Salvage(units, func(list []int) error {
		calls++
		for _, u := range list {
			if u%300 == 7 {
				panic(u)
			}
		}
		done = append(done, list...)
		return nil
	}, func(u int, err error) {
		require.ErrorContains(t, err, fmt.Sprint(u))
		lost = append(lost, u)
	})
	require.NoError(t, err)
	require.Equal(t, []int{7, 307, 607, 907}, lost)
	require.Len(t, done, 996)
	require.Less(t, calls, 100)
}

// Where everything panics, it ends soon and loses everything.
func TestSalvageOfNothingButPanics(t *testing.T) {
	calls, lost := 0, 0
	require.NoError(t, Salvage(make([]int, 100_000), func([]int) error {
		calls++
		panic("torn")
	}, func(int, error) { lost++ }))
	require.Equal(t, 100_000, lost)
	require.Less(t, calls, 1000)
}

func TestSalvageEndsWithAFailure(t *testing.T) {
	full := errors.New("disk full")
	require.ErrorIs(t, Salvage(make([]int, 4), func([]int) error { return full }, nil), full)
}
