package job

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/align"
	"wiretrace/cluster"
	"wiretrace/spill"
)

// Whatever fits in memory, each article has its links, in order, and each link
// says what was put into it.
func TestLinksAreFoundFromBothEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const articles = 12
		couples := rapid.SliceOfDistinct(rapid.Custom(func(t *rapid.T) cluster.Couple {
			a := rapid.Uint32Range(0, articles-2).Draw(t, "a")
			return cluster.Couple{A: a, B: rapid.Uint32Range(a+1, articles-1).Draw(t, "b")}
		}), func(c cluster.Couple) cluster.Couple { return c }).Draw(t, "couples")
		s := spill.NewSpace(0, "")
		defer s.Close()
		m := &machine{space: s, budget: budget{ends: rapid.IntRange(0, 30).Draw(t, "most")}}
		all := newLinks(&corpus{machine: m, heads: make([]head, articles)})
		made := map[cluster.Couple]cluster.Link{}
		for i, c := range couples {
			l := cluster.Link{A: c.A, B: c.B, Relation: cluster.Partial, Pair: cluster.Pair{
				WordsA: i, ShareA: 0.5, Signs: cluster.Signs{OwedB: "Reuters"},
				Passages: []cluster.Shared{{Passage: align.Passage{A: align.Range{Start: i, End: i + 5}, B: align.Range{End: 5}, Matched: 5, Similarity: 1, Runs: []align.Run{{A: i, N: 5}}}}},
			}}
			made[c] = l
			require.NoError(t, all.add(c, encodeLink(&l), i%3 == 0))
		}
		require.Equal(t, len(couples), all.n)
		require.NoError(t, all.lay(articles))

		for n := range uint32(articles) {
			var want []uint32
			for _, c := range couples {
				switch n {
				case c.A:
					want = append(want, c.B)
				case c.B:
					want = append(want, c.A)
				}
			}
			slices.Sort(want)
			list, err := all.of(n)
			require.NoError(t, err)
			require.Equal(t, len(want) > 0, all.linked(n))
			var got []uint32
			for _, e := range list {
				got = append(got, e.other)
				c := cluster.Couple{A: min(n, e.other), B: max(n, e.other)}
				require.Equal(t, slices.Index(couples, c)%3 == 0, e.old)
				l, err := all.decode(e, true)
				require.NoError(t, err)
				require.Equal(t, made[c], l)
				l, err = all.decode(e, false)
				require.NoError(t, err)
				require.Empty(t, l.Passages)
			}
			require.Equal(t, want, got)
		}

		var got []cluster.Couple
		require.NoError(t, all.each(func(e end) error {
			got = append(got, cluster.Couple{A: e.of, B: e.other})
			return nil
		}))
		slices.SortFunc(couples, func(x, y cluster.Couple) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
		require.True(t, slices.Equal(couples, got), "each once, in order")
	})
}
