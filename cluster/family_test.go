package cluster

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// asker verifies couples by a list of true ones and fails if one is asked
// twice.
func asker(t require.TestingT, copies []Couple) func([]Couple) []bool {
	asked := map[Couple]bool{}
	return func(list []Couple) []bool {
		out := make([]bool, len(list))
		for k, c := range list {
			require.Less(t, c.A, c.B)
			require.False(t, asked[c], "%v is asked twice", c)
			asked[c] = true
			out[k] = slices.Contains(copies, c)
		}
		return out
	}
}

func TestFamilies(t *testing.T) {
	for _, test := range []struct {
		name     string
		n        int
		proposed []Couple
		copies   []Couple // what verification says, proposed or not
		want     []uint32
	}{
		{"nothing proposed", 3, nil, []Couple{{0, 1}}, []uint32{0, 1, 2}},
		{"nothing verified", 3, []Couple{{0, 1}, {1, 2}}, nil, []uint32{0, 1, 2}},
		{"a pair", 3, []Couple{{0, 2}}, []Couple{{0, 2}}, []uint32{0, 1, 0}},
		{"a star", 4, []Couple{{0, 1}, {0, 2}, {0, 3}}, []Couple{{0, 1}, {0, 2}, {0, 3}}, []uint32{0, 0, 0, 0}},
		{"a chain of small changes is no family", 3, []Couple{{0, 1}, {1, 2}}, []Couple{{0, 1}, {1, 2}}, []uint32{0, 0, 2}},
		{
			"a chain whose ends are copies is one, though nothing proposed the ends",
			3,
			[]Couple{{0, 1}, {1, 2}},
			[]Couple{{0, 1}, {1, 2}, {0, 2}},
			[]uint32{0, 0, 0},
		},
		{
			"a long chain breaks where the first is left behind",
			4,
			[]Couple{{0, 1}, {1, 2}, {2, 3}},
			[]Couple{{0, 1}, {1, 2}, {0, 2}, {2, 3}},
			[]uint32{0, 0, 0, 3},
		},
		{
			"members of a representative that joins another are asked about that one",
			5,
			[]Couple{{0, 1}, {1, 3}, {3, 4}},
			[]Couple{{0, 1}, {1, 3}, {0, 3}, {3, 4}, {0, 4}},
			[]uint32{0, 0, 2, 0, 0},
		},
		{
			"and are left alone if they are no copies of it",
			5,
			[]Couple{{0, 1}, {1, 3}, {3, 4}},
			[]Couple{{0, 1}, {1, 3}, {0, 3}, {3, 4}},
			[]uint32{0, 0, 2, 0, 4},
		},
		{"two families", 4, []Couple{{0, 2}, {1, 3}}, []Couple{{0, 2}, {1, 3}}, []uint32{0, 1, 0, 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, Families(test.n, test.proposed, asker(t, test.copies), nil))
		})
	}
}

func TestFamiliesAreStars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "n")
		var proposed, copies []Couple
		for a := range uint32(n) {
			for b := a + 1; b < uint32(n); b++ {
				if rapid.Bool().Draw(t, "proposed") {
					proposed = append(proposed, Couple{a, b})
				}
				if rapid.Bool().Draw(t, "copies") {
					copies = append(copies, Couple{a, b})
				}
			}
		}
		rep := Families(n, slices.Clone(proposed), asker(t, copies), nil)
		require.Len(t, rep, n)
		for i, r := range rep {
			require.LessOrEqual(t, r, uint32(i), "the representative is the earliest")
			require.Equal(t, r, rep[r], "a representative stands for itself")
			if r != uint32(i) {
				require.Contains(t, copies, Couple{r, uint32(i)}, "each member was verified against it")
			}
		}
	})
}

// What couples tie articles to others says nothing of those that no couple ties them to: so
// families can be formed of some at a time.
func TestFamiliesOfArticlesThatNothingTies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const n = 18
		var proposed, copies []Couple
		var in [2][]Couple // those of even and those of odd articles
		for a := range uint32(n) {
			for b := a + 2; b < n; b += 2 {
				if rapid.IntRange(0, 2).Draw(t, "proposed") == 0 {
					proposed = append(proposed, Couple{a, b})
					in[a%2] = append(in[a%2], Couple{a, b})
				}
				if rapid.IntRange(0, 2).Draw(t, "copies") > 0 {
					copies = append(copies, Couple{a, b})
				}
			}
		}
		rep := Families(n, proposed, asker(t, copies), nil)
		for odd := range in {
			for i, r := range Families(n, in[odd], asker(t, copies), nil) {
				if i%2 == odd {
					require.Equal(t, rep[i], r, "who stands for %d", i)
				}
			}
		}
	})
}

func TestWholeCopies(t *testing.T) {
	body, own := paragraphs(10, 10), paragraphs(11, 10)
	for _, test := range []struct {
		name string
		a, b []string
		want bool
	}{
		{"the same", body, body, true},
		{"under chrome", body, join([]string{"Subscribe | Log in | E-Edition"}, body, []string{"Copyright 2025 The Carrick Mercury. All rights reserved."}), true},
		{"its last tenth cut", body, body[:9], true},
		{"a third cut", body, body[:7], true},
		{"cut to a half", body, body[:5], false},
		{"one paragraph exchanged", body, join(body[:9], own[:1]), true},
		{"half exchanged", body, join(body[:5], own[:5]), false},
		{"nothing in common", body, own, false},
		{"no words", nil, nil, false},
		{"only one has words", body, nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := plain(test.a...), plain(test.b...)
			require.Equal(t, test.want, new(Resembler).WholeCopies(a, b))
			require.Equal(t, test.want, new(Resembler).WholeCopies(b, a), "whichever is named first")
		})
	}
}
