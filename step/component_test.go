package step

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/cluster"
	"wiretrace/internal/usage"
	"wiretrace/spill"
)

// Clusters have the ids that they have where all are seen one after another: each that of
// its first member which no other has yet, or of its last.
func TestAwarded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clusters := rapid.SliceOf(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f", "g"}), 2, 4)).Draw(t, "ids of the members of clusters")
		want := map[uint32]uint32{}
		taken := map[string]bool{}
		all := map[string][]*claim{}
		for k, ids := range clusters {
			place := 0
			for i, id := range ids {
				all[id] = append(all[id], &claim{id, uint64(k), uint32(10 * k), uint32(i), uint32(len(ids))})
				if place == i && taken[id] && i+1 < len(ids) {
					place++
				}
			}
			if taken[ids[place]] = true; place > 0 {
				want[uint32(10*k)] = uint32(place)
			}
		}
		var blocks []*Block
		for _, list := range all {
			for _, c := range list {
				w := coder{}
				c.code(&w)
				blocks = append(blocks, &Block{Kind: Claims, Part: idPart(c.ID), Rows: 1, Data: w.b})
			}
		}
		s, _ := Find("claims")
		out := sink{}
		_, err := s.Run(t.Context(), Options{}, &blockList{sorted(blocks)}, &out, fstest.MapFS{})
		require.NoError(t, err)
		contested, err := allRows[claim](out.blocks)
		require.NoError(t, err)
		require.Equal(t, want, awarded(contested))
	})
}

// A blockList is a Source.
type blockList struct{ blocks []*Block }

func (l *blockList) Next() (*Block, error) {
	if len(l.blocks) == 0 {
		return nil, io.EOF
	}
	b := l.blocks[0]
	l.blocks = l.blocks[1:]
	return b, nil
}

// A sink keeps blocks.
type sink struct{ blocks []*Block }

func (s *sink) Write(b *Block) error {
	s.blocks = append(s.blocks, b)
	return nil
}

var articles = flag.Int("articles", 1_000_000, "articles of benchmarks")

// Articles of the last days tied as densely as generated ones are: three couples for two
// articles, and one article in six a copy of an earlier one. Prints what one task costs.
func BenchmarkComponents(b *testing.B) {
	s, _ := Find("components")
	for b.Loop() {
		in, out := &tied{articles: uint32(*articles), rng: rand.New(rand.NewPCG(1, 2))}, &counter{}
		_, err := s.Run(b.Context(), Options{}, in, out, fstest.MapFS{})
		require.NoError(b, err)
		require.Positive(b, out.rows)
		b.ReportMetric(float64(in.rows)/float64(*articles), "couples/article")
		b.ReportMetric(float64(out.rows)/float64(*articles), "labels/article")
		b.ReportMetric(float64(out.bytes+in.bytes)/float64(*articles), "B/article")
		b.ReportMetric(float64(usage.PeakBytes())/(1<<20), "peak-MB")
	}
}

// tied is a Source of couples of so many articles.
type tied struct {
	articles, n uint32
	copies      bool
	rows, bytes int
	rng         *rand.Rand
}

func (t *tied) Next() (*Block, error) {
	if t.n >= t.articles {
		if t.copies {
			return nil, io.EOF
		}
		t.n, t.copies = 0, true
	}
	b := &Block{Kind: Edges}
	if t.copies {
		b = &Block{Kind: Reps, Part: partOf(t.n)}
	}
	c := coder{}
	for range 256 {
		t.n++
		near := func(days uint32) *couple {
			return &couple{t.n - min(t.n, 1+t.rng.Uint32N(days)), t.n}
		}
		switch {
		case !t.copies && t.n%4 != 0:
			near(3000).code(&c)
			near(3000).code(&c)
			b.Rows += 2
		case t.copies && t.n%6 == 0:
			near(30000).code(&c)
			b.Rows++
		}
	}
	b.Data = c.b
	t.rows, t.bytes = t.rows+int(b.Rows), t.bytes+len(b.Data)
	return b, nil
}

// All articles in one component, the worst that there can be, with half a link and 1.2 kin an
// article: prints what the one task costs that groups them.
func BenchmarkGroups(b *testing.B) {
	s, _ := Find("groups")
	rng := rand.New(rand.NewPCG(3, 4))
	const block = 1000
	add := func(list []*Block, k Kind, row func(n uint32) coded) []*Block {
		for n := uint32(0); n < uint32(*articles); n += block {
			c, x := coder{}, &Block{Kind: k, Order: ordered(n)}
			for i := n; i < min(n+block, uint32(*articles)); i++ {
				if r := row(i); r != nil {
					r.code(&c)
					x.Rows++
				}
			}
			x.Data = c.b
			list = append(list, x)
		}
		return list
	}
	near := func(n uint32) couple { return couple{n - min(n, 1+rng.Uint32N(3000)), n} }
	for b.Loop() {
		var in []*Block
		in = add(in, Ties, func(n uint32) coded {
			if n%2 == 0 {
				return nil
			}
			c := near(n)
			return newLink(&cluster.Link{A: c.A, B: c.B, Relation: cluster.Partial, Pair: cluster.Pair{ShareA: 0.4, ShareB: 0.4}})
		})
		in = add(in, Kin, func(n uint32) coded {
			if n == 0 {
				return nil
			}
			return &kin{near(n), 0.2 + 0.5*rng.Float32()}
		})
		in = add(in, Peers, func(n uint32) coded {
			day := int64(n) / 3000 * 86400
			return &peer{Number: n, about: about{n, fact{day, day + 86399, 1 + n%2000, rng.Uint64()}}}
		})
		out := &counter{}
		_, err := s.Run(b.Context(), Options{}, &blockList{in}, out, fstest.MapFS{})
		require.NoError(b, err)
		require.Positive(b, out.rows)
		b.ReportMetric(float64(out.rows)/float64(*articles), "rows/article")
		b.ReportMetric(usage.CPUSeconds(), "CPU-s")
		b.ReportMetric(float64(usage.PeakBytes())/(1<<20), "peak-MB")
	}
}

// A counter is a Sink that forgets.
type counter struct{ rows, bytes int }

func (c *counter) Write(b *Block) error {
	c.rows += int(b.Rows)
	c.bytes += len(b.Data)
	return nil
}

// Heads as they come to the one task that numbers articles: prints what that costs.
func BenchmarkNumber(b *testing.B) {
	s, _ := Find("number")
	for b.Loop() {
		in, out := &headed{articles: uint32(*articles)}, &counter{}
		_, err := s.Run(b.Context(), Options{}, in, out, fstest.MapFS{})
		require.NoError(b, err)
		require.Positive(b, out.rows)
		b.ReportMetric(usage.CPUSeconds(), "CPU-s")
		b.ReportMetric(float64(usage.PeakBytes())/(1<<20), "peak-MB")
	}
}

// headed is a Source of the heads of so many articles.
type headed struct{ articles, n uint32 }

func (h *headed) Next() (*Block, error) {
	if h.n >= h.articles {
		return nil, io.EOF
	}
	h.n++
	day, c := int64(h.n)/3000*86400, coder{}
	x := head{Place: uint64(h.n), ID: fmt.Sprint("article", h.n), From: day, To: day + 86399, Hash: spill.Scatter(uint64(h.n) << 1), Outlet: fmt.Sprint("Outlet ", h.n%2000)}
	x.code(&c)
	return &Block{Kind: Heads, Rows: 1, Data: c.b}, nil
}
