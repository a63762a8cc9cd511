package cluster

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// keysOf gives each of the articles the key h.
func keysOf(h uint64, articles ...uint32) []Key {
	var out []Key
	for _, a := range articles {
		out = append(out, Key{h, a})
	}
	return out
}

// couples collects what keys propose, each couple once.
func couples(keys []Key, b Bounds) ([]Couple, Cut) {
	var out []Couple
	var cut Cut
	for g := range Grouped(keys, 0) {
		_ = groupCouples(g, b, &cut, func(c Couple) error {
			out = append(out, c)
			return nil
		})
	}
	return Distinct(out), cut
}

func upTo(n int) []uint32 {
	var out []uint32
	for a := range uint32(n) {
		out = append(out, a)
	}
	return out
}

func TestGroupCouples(t *testing.T) {
	for _, test := range []struct {
		name   string
		keys   []Key
		bounds Bounds
		want   []Couple
		cut    Cut
	}{
		{"none", nil, Bounds{All: 4, Star: 9}, nil, Cut{}},
		{"a key of one article proposes nothing", keysOf(1, 5), Bounds{All: 4, Star: 9}, nil, Cut{}},
		{"nor does one that an article has twice", keysOf(1, 5, 5), Bounds{All: 4, Star: 9}, nil, Cut{}},
		{"all pairs", keysOf(1, 3, 5, 8), Bounds{All: 3}, []Couple{{3, 5}, {3, 8}, {5, 8}}, Cut{}},
		{"each pair once", append(keysOf(1, 3, 5), keysOf(2, 3, 5)...), Bounds{All: 3}, []Couple{{3, 5}}, Cut{}},
		{
			"a star with neighbours", keysOf(1, upTo(7)...),
			Bounds{All: 3, Star: 9},
			[]Couple{
				{0, 1},
				{0, 2},
				{0, 3},
				{0, 4},
				{0, 5},
				{0, 6},
				{1, 2},
				{1, 3},
				{1, 4},
				{2, 3},
				{2, 4},
				{2, 5},
				{3, 4},
				{3, 5},
				{3, 6},
				{4, 5},
				{4, 6},
				{5, 6},
			},
			Cut{Starred: 1},
		},
		{"too many", keysOf(1, upTo(10)...), Bounds{All: 3, Star: 9}, nil, Cut{Skipped: 1}},
		{
			"each key by itself", slices.Concat(keysOf(1, upTo(10)...), keysOf(2, 4, 6), keysOf(3, upTo(5)...)),
			Bounds{All: 3, Star: 4},
			[]Couple{{4, 6}},
			Cut{Skipped: 2},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, cut := couples(test.keys, test.bounds)
			if len(test.want) == 0 {
				require.Empty(t, got)
			} else {
				require.Equal(t, test.want, got)
			}
			require.Len(t, cut.Stock, cut.Skipped, "what was skipped is named")
			cut.Stock = nil
			require.Equal(t, test.cut, cut)
		})
	}
}

func TestGroupCouplesHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Key {
			return Key{rapid.Uint64Range(0, 6).Draw(t, "hash"), rapid.Uint32Range(0, 40).Draw(t, "article")}
		}), 0, 120).Draw(t, "keys")
		bounds := Bounds{All: rapid.IntRange(0, 12).Draw(t, "all"), Star: rapid.IntRange(0, 30).Draw(t, "star")}
		SortKeys(keys)
		got, cut := couples(keys, bounds)

		require.True(t, slices.IsSortedFunc(got, func(x, y Couple) int {
			if x.A != y.A {
				return int(x.A) - int(y.A)
			}
			return int(x.B) - int(y.B)
		}))
		require.Len(t, slices.Compact(slices.Clone(got)), len(got), "each once")
		require.LessOrEqual(t, len(got), (bounds.All/2+neighbours+1)*len(keys))
		share := func(c Couple) bool {
			return slices.ContainsFunc(keys, func(k Key) bool {
				return k.Article == c.A && slices.Contains(keys, Key{k.Hash, c.B})
			})
		}
		for _, c := range got {
			require.Less(t, c.A, c.B)
			require.True(t, share(c))
		}
		if cut.Starred+cut.Skipped == 0 { // then nothing is left out
			for a := range uint32(41) {
				for b := a + 1; b <= 40; b++ {
					require.Equal(t, share(Couple{a, b}), slices.Contains(got, Couple{a, b}))
				}
			}
		}
		if cut.Skipped == 0 { // then every article of a shared key is looked at
			for _, k := range keys {
				alone := !slices.ContainsFunc(keys, func(o Key) bool { return o.Hash == k.Hash && o.Article != k.Article })
				require.True(t, alone || slices.ContainsFunc(got, func(c Couple) bool { return c.A == k.Article || c.B == k.Article }))
			}
		}
		shuffled := rapid.Permutation(keys).Draw(t, "shuffled")
		SortKeys(shuffled)
		again, _ := couples(shuffled, bounds)
		require.Equal(t, got, again)
	})
}

func BenchmarkGroupCouples(b *testing.B) {
	keys := make([]Key, 1<<20)
	for i := range keys {
		keys[i] = Key{uint64(i/3) * 0x9e3779b97f4a7c15, uint32(i)}
	}
	SortKeys(keys)
	b.ReportAllocs()
	for b.Loop() {
		couples(keys, Bounds{All: 40, Star: 4000})
	}
	b.ReportMetric(float64(len(keys))*float64(b.N)/b.Elapsed().Seconds(), "keys/s")
}
