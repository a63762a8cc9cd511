package shingle

import (
	"math"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFilter(t *testing.T) {
	for _, c := range []struct {
		name string
		n    int
		p    float64
	}{
		{"one shard", 10_000, 0.001},
		{"several shards", 400_000, 0.01},
		{"one hash", 1, 0.01},
	} {
		t.Run(c.name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(1, 1))
			f := NewFilter(c.n, c.p)
			added := make([]uint64, c.n)
			for i := range added {
				added[i] = rng.Uint64()
				f.Add(added[i])
			}
			for _, h := range added {
				if !f.Has(h) {
					t.Fatal("a hash that was added is not found")
				}
			}
			wrong := 0
			const trials = 200_000
			for range trials {
				if f.Has(rng.Uint64()) {
					wrong++
				}
			}
			rate := float64(wrong) / trials
			t.Logf("%d shards, %d bytes: configured %.4f, by bits %.4f, measured %.4f", f.Shards(), f.Bytes(), c.p, f.Rate(), rate)
			sigma := math.Sqrt(c.p / trials)
			require.Less(t, rate, 1.15*c.p+4*sigma)
			require.InDelta(t, f.Rate(), rate, 0.15*c.p+4*sigma)
		})
	}
}

func TestFilterOfAnyParameters(t *testing.T) {
	for _, n := range []int{math.MinInt, -1, 0, 1, 1000} {
		for _, p := range []float64{math.NaN(), math.Inf(-1), -1, 0, 1e-300, 0.5, 1, 2, math.Inf(1)} {
			f := NewFilter(n, p)
			f.Add(7)
			require.True(t, f.Has(7), "n %d, p %v", n, p)
			w := NewTwice(n, p).Writer()
			w.Add(7)
			w.Add(7)
			w.Flush()
			require.True(t, w.twice.SeenTwice(7), "n %d, p %v", n, p)
		}
	}
}

func TestTwice(t *testing.T) {
	const n, p, writers = 600_000, 0.02, 4
	twice := NewTwice(n, p)
	rng := rand.New(rand.NewPCG(2, 1))
	once, repeated := make([]uint64, n/2), make([]uint64, n/4)
	for i := range once {
		once[i] = rng.Uint64()
	}
	for i := range repeated {
		repeated[i] = rng.Uint64()
	}
	// Writer i adds its part of all hashes, and the repeated ones of writer i+1 too.
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() {
			w := twice.Writer()
			for j := i; j < len(once); j += writers {
				w.Add(once[j])
			}
			for _, k := range []int{i, (i + 1) % writers} {
				for j := k; j < len(repeated); j += writers {
					w.Add(repeated[j])
				}
			}
			w.Flush()
		})
	}
	wg.Wait()
	for _, h := range repeated {
		if !twice.SeenTwice(h) {
			t.Fatal("a hash added twice is not reported")
		}
	}
	wrong := 0
	for _, h := range once {
		if twice.SeenTwice(h) {
			wrong++
		}
	}
	rate := float64(wrong) / float64(len(once))
	t.Logf("%d shards, %.2f bytes an addition: configured %.4f, bound by bits %.4f, measured %.4f",
		twice.first.Shards(), float64(twice.Bytes())/n, p, twice.Rate(), rate)
	require.Less(t, rate, p)
	require.Less(t, rate, twice.Rate()*1.1)
}

func BenchmarkTwice(b *testing.B) {
	const n = 1 << 22
	hashes := make([]uint64, n)
	rng := rand.New(rand.NewPCG(3, 1))
	for i := range hashes {
		hashes[i] = rng.Uint64()
	}
	b.Run("Add", func(b *testing.B) {
		for b.Loop() {
			w := NewTwice(n, 0.02).Writer()
			for _, h := range hashes {
				w.Add(h)
			}
			w.Flush()
		}
		b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*n), "ns/hash")
	})
	b.Run("SeenTwice", func(b *testing.B) {
		twice := NewTwice(n, 0.02)
		w := twice.Writer()
		for _, h := range hashes {
			w.Add(h)
		}
		w.Flush()
		for b.Loop() {
			for _, h := range hashes {
				twice.SeenTwice(h)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*n), "ns/hash")
	})
}
