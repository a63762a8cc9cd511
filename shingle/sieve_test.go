package shingle

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSieve(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		fixed uint64 // bits that all hashes have in common
	}{
		{"one hash", 1, 0},
		{"few hashes", 100, 0},
		{"hashes of one part", 200_000, 0xab << 56},
		{"least hashes", 200_000, 0xffff << 48},
	} {
		t.Run(c.name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(4, uint64(c.n)))
			draw := func() uint64 { return rng.Uint64()&^(0xffff<<48) | rng.Uint64()&(0xffff<<48)&^c.fixed | c.fixed }
			var s Sieve
			for range 2 { // as good after it has been emptied
				s.Reset(c.n)
				added := make([]uint64, c.n)
				for i := range added {
					added[i] = draw()
					s.Add(added[i])
				}
				for _, h := range added {
					if !s.Has(h) || !s.Add(h) {
						t.Fatal("a hash that was added is not found")
					}
				}
				wrong := 0
				const trials = 100_000
				for range trials {
					if s.Has(draw()) {
						wrong++
					}
				}
				t.Logf("%d bytes, measured %.4f", s.Bytes(), float64(wrong)/trials)
				require.Less(t, float64(wrong)/trials, 0.01)
			}
		})
	}
	var s Sieve
	s.Reset(-1)
	require.False(t, s.Add(0))
	require.True(t, s.Has(0))
}

// BenchmarkOnce compares the filters on what they are for: a list of which
// nearly all hashes are added once.
func BenchmarkOnce(b *testing.B) {
	const n = 400_000
	hashes := make([]uint64, n)
	rng := rand.New(rand.NewPCG(5, 1))
	for i := range hashes {
		hashes[i] = rng.Uint64()
	}
	b.Run("Filter", func(b *testing.B) {
		for b.Loop() {
			f := NewFilter(n, 0.01)
			for _, h := range hashes {
				f.Add(h)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*n), "ns/hash")
	})
	b.Run("Sieve", func(b *testing.B) {
		var s Sieve
		for b.Loop() {
			s.Reset(n)
			for _, h := range hashes {
				s.Add(h)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*n), "ns/hash")
	})
}
