package archive

import (
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

// benchArticles is how many articles the benchmarks store and read; more by
// ARCHIVE_BENCH_ARTICLES.
func benchArticles(b *testing.B) int {
	if s := os.Getenv("ARCHIVE_BENCH_ARTICLES"); s != "" {
		n, err := strconv.Atoi(s)
		require.NoError(b, err)
		return n
	}
	return 20_000
}

// fill stores articles from first on in one night, with all that belongs to
// them.
func fill(t testing.TB, a *Archive, started time.Time, first, count int) {
	n := begin(t, a, started)
	var last int64
	for i := first; i < first+count; i++ {
		number, err := n.Add(sample(i))
		require.NoError(t, err)
		require.NoError(t, n.Describe(number, 0, describe(i)))
		if i > first {
			require.NoError(t, n.Link(&Link{A: last, B: number, Relation: "partial", ShareA: .3, ShareB: .4, Words: 120, Passages: 3, Signs: make([]byte, 60), Aligned: make([]byte, 300)}))
		}
		if i%5 == 0 {
			require.NoError(t, n.Cluster(&row.Cluster{ID: describe(i).Cluster, Articles: 5, Families: 3, Headline: "Harbour board votes on pier"}))
		}
		if i%10 == 0 {
			require.NoError(t, n.Story(&row.Story{ID: describe(i).Story, Articles: 10, OwnReports: 3, Headline: "Harbour board votes on pier"}))
		}
		require.NoError(t, n.File(File{Path: sample(i).File, Size: 3000, Modified: int64(i), Articles: 1}))
		last = number
	}
	require.NoError(t, n.Commit())
}

func filled(b *testing.B) (*Archive, int) {
	count := benchArticles(b)
	a := openNew(b)
	for i := 0; i < count; i += 20_000 {
		fill(b, a, night(1).Add(time.Duration(i)*time.Second), i, min(20_000, count-i))
	}
	return a, count
}

func BenchmarkNight(b *testing.B) {
	count := min(benchArticles(b), 20_000)
	articles, found := make([]*Article, count), make([]*row.Article, count)
	for i := range articles {
		articles[i], found[i] = sample(i), describe(i)
	}
	b.ResetTimer()
	for b.Loop() {
		a, err := Open(filepath.Join(b.TempDir(), "news.db"), Options{})
		require.NoError(b, err)
		n := begin(b, a, night(1))
		for i, x := range articles {
			number, err := n.Add(x)
			if err == nil {
				err = n.Describe(number, 0, found[i])
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		require.NoError(b, n.Commit())
		require.NoError(b, a.Close())
	}
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkKeys(b *testing.B) {
	a, count := filled(b)
	for name, group := range map[string]KeyGroup{"small": Small, "large": Large} {
		b.Run(name, func(b *testing.B) {
			size := int64(0)
			for b.Loop() {
				size = 0
				require.NoError(b, a.Keys(ctx, group, 0, func(_ int64, keys [3][]byte) error {
					size += int64(len(keys[0]) + len(keys[1]) + len(keys[2]))
					return nil
				}))
			}
			b.SetBytes(size)
			b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

func BenchmarkHeads(b *testing.B) {
	a, _ := filled(b)
	for name, since := range map[string]time.Time{"all": {}, "window": night(1)} {
		b.Run(name, func(b *testing.B) {
			count := 0
			for b.Loop() {
				require.NoError(b, a.Heads(ctx, since, func(*Head) error { count++; return nil }))
			}
			b.ReportMetric(float64(count)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

func BenchmarkStored(b *testing.B) {
	a, count := filled(b)
	for _, workers := range []int{1, 2} {
		b.Run(strconv.Itoa(workers), func(b *testing.B) {
			var all sync.WaitGroup
			for w := range workers {
				all.Go(func() {
					for i := w; i < b.N; i += workers {
						if err := a.Stored(ctx, int64(1+i*7919%count), func(_, _ []byte) error { return nil }); err != nil {
							b.Error(err)
							return
						}
					}
				})
			}
			all.Wait()
		})
	}
}

func BenchmarkKnown(b *testing.B) {
	a, count := filled(b)
	marks := make([]uint64, count)
	for i := range marks {
		marks[i] = sample(i).Mark
	}
	for b.Loop() {
		known, err := a.Known(ctx, marks)
		require.NoError(b, err)
		require.Len(b, known, count)
	}
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "marks/s")
}

func BenchmarkPack(b *testing.B) {
	text, err := os.ReadFile("../README.md")
	require.NoError(b, err)
	text = text[:3000]
	b.SetBytes(int64(len(text)))
	var packed []byte
	for b.Loop() {
		packed = Pack(packed[:0], text)
	}
	b.ReportMetric(float64(len(text))/float64(len(packed)), "ratio")
}

func BenchmarkUnpack(b *testing.B) {
	text, err := os.ReadFile("../README.md")
	require.NoError(b, err)
	packed := Pack(nil, text[:3000])
	b.SetBytes(3000)
	var plain []byte
	for b.Loop() {
		plain, err = Unpack(plain[:0], packed)
		require.NoError(b, err)
	}
}
