package cluster

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func kin(a, b uint32, story float32) Kin { return Kin{Couple{a, b}, story} }

func TestStories(t *testing.T) {
	for _, test := range []struct {
		name string
		list []Kin
		want [][]uint32
	}{
		{"nothing", nil, nil},
		{"a pair", []Kin{kin(3, 7, 0.9)}, [][]uint32{{3, 7}}},
		{"a pair at the bound", []Kin{kin(3, 7, storyFrom)}, [][]uint32{{3, 7}}},
		{"a pair that is hardly kin", []Kin{kin(3, 7, storyFrom-0.01)}, nil},
		{"three", []Kin{kin(0, 1, 0.9), kin(1, 2, 0.8), kin(0, 2, 0.7)}, [][]uint32{{0, 1, 2}}},
		{"one that is like both of two that are not compared", []Kin{kin(0, 1, 0.9), kin(1, 2, 0.8)}, [][]uint32{{0, 1, 2}}},
		{"the same, less like", []Kin{kin(0, 1, 0.9), kin(1, 2, 0.5)}, [][]uint32{{0, 1}}},
		{
			"a piece that touches two events goes to the one it is liker, and does not chain them",
			[]Kin{
				kin(0, 1, 0.9), kin(0, 2, 0.9), kin(1, 2, 0.9), kin(4, 5, 0.9), kin(4, 6, 0.9), kin(5, 6, 0.9),
				kin(0, 9, 0.8), kin(1, 9, 0.8), kin(2, 9, 0.8), kin(4, 9, 0.7), kin(5, 9, 0.7), kin(6, 9, 0.7),
			},
			[][]uint32{{0, 1, 2, 9}, {4, 5, 6}},
		},
		{"a chain of neighbours is no story", []Kin{kin(0, 1, 0.55), kin(1, 2, 0.55), kin(2, 3, 0.55), kin(3, 4, 0.55)}, [][]uint32{{0, 1}, {2, 3}}},
		{"in order of their first", []Kin{kin(8, 9, 0.9), kin(2, 3, 0.5), kin(4, 7, 0.7)}, [][]uint32{{2, 3}, {4, 7}, {8, 9}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, Stories(slices.Clone(test.list)))
			slices.Reverse(test.list)
			require.Equal(t, test.want, Stories(test.list), "in any order")
		})
	}
}

func TestStoriesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []Kin
		near := map[Couple]float64{}
		for range rapid.IntRange(0, 60).Draw(t, "kin") {
			a := rapid.Uint32Range(0, 14).Draw(t, "a")
			c := Couple{a, rapid.Uint32Range(a+1, 15).Draw(t, "b")}
			if _, twice := near[c]; twice {
				continue
			}
			// In quarters, so that many are equal.
			near[c] = float64(rapid.IntRange(1, 16).Draw(t, "story")) / 16
			list = append(list, Kin{c, float32(near[c])})
		}
		shuffled := rapid.Permutation(list).Draw(t, "shuffled")
		got := Stories(slices.Clone(list))
		require.Equal(t, got, Stories(shuffled), "in any order")

		in := map[uint32]int{}
		for k, g := range got {
			require.Greater(t, len(g), 1)
			require.True(t, slices.IsSorted(g))
			require.True(t, k == 0 || got[k-1][0] < g[0], "in order of their first")
			for _, n := range g {
				require.NotContains(t, in, n, "an article is in one story")
				in[n] = k + 1
			}
		}
		// Nothing is left to be merged: two stories, or a story and an article of
		// none, are less than likely enough on the mean.
		groups := slices.Clone(got)
		for n := range uint32(16) {
			if in[n] == 0 {
				groups = append(groups, []uint32{n})
			}
		}
		for i, x := range groups {
			for _, y := range groups[:i] {
				sum := 0.0
				for _, a := range x {
					for _, b := range y {
						sum += near[Couple{min(a, b), max(a, b)}]
					}
				}
				require.Less(t, sum/float64(len(x)*len(y)), storyFrom, "%v and %v", x, y)
			}
		}
	})
}
