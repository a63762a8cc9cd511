package hashes_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/internal/hashes"
)

// Sort gives what sorting by comparison gives, of numbers that are no hashes too.
func TestSort(t *testing.T) {
	check := func(t *rapid.T, list []uint32) {
		want := slices.Clone(list)
		slices.Sort(want)
		var spare []uint32
		require.Equal(t, want, hashes.Sort(list, &spare))
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.SliceOfN(rapid.Uint32(), 0, 1100).Draw(t, "list"))
		check(t, rapid.SliceOfN(rapid.Uint32Range(0, 50), 0, 300).Draw(t, "small"))
	})
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 1200 {
		list := make([]uint64, n)
		for i := range list {
			list[i] = r.Uint64()
		}
		want := slices.Clone(list)
		slices.Sort(want)
		var spare []uint64
		require.Equal(t, want, hashes.Sort(list, &spare))
	}
}

func BenchmarkSort(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	from := make([]uint32, 200)
	for i := range from {
		from[i] = r.Uint32()
	}
	list, spare := slices.Clone(from), []uint32(nil)
	b.Run("buckets", func(b *testing.B) {
		for b.Loop() {
			copy(list, from)
			hashes.Sort(list, &spare)
		}
	})
	b.Run("comparing", func(b *testing.B) {
		for b.Loop() {
			copy(list, from)
			slices.Sort(list)
		}
	})
}
