package cluster

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Links of each kind, as matching would make them.

func copyLink(a, b uint32) Link {
	return Link{A: a, B: b, Relation: Copy, Pair: Pair{ShareA: 0.95, ShareB: 0.95, WordsA: 300, WordsB: 300, Signs: Signs{Likeness: Likeness{Cosine: 0.9}}}}
}

func partialLink(a, b uint32, shareA, shareB, cosine float64) Link {
	return Link{A: a, B: b, Relation: Partial, Pair: Pair{
		ShareA: shareA, ShareB: shareB, WordsA: 50, WordsB: 50, OwnA: 50, OwnB: 50, Signs: Signs{Likeness: Likeness{Cosine: cosine}, Run: 20},
	}}
}

// creditLink is a story retold by b, which credits the outlet of a.
func creditLink(a, b uint32, outlet string, story float64) Link {
	return Link{A: a, B: b, Relation: Rewrite, Pair: Pair{Signs: Signs{
		Likeness: Likeness{Cosine: story, Shared: 12}, Kinship: Kinship{Story: story}, OwedB: outlet, SilentA: true,
	}}}
}

// silentLink is a story retold where neither credits anybody.
func silentLink(a, b uint32, story float64) Link {
	return Link{A: a, B: b, Relation: Rewrite, Pair: Pair{Signs: Signs{
		Likeness: Likeness{Cosine: 0.7, Details: 0.7, Shared: 12}, Kinship: Kinship{Story: story}, Ordered: 3, SilentA: true, SilentB: true,
	}}}
}

// toldLink is a story that a retells in silence and b with a credit of somebody.
func toldLink(a, b uint32, story float64) Link {
	l := silentLink(a, b, story)
	l.SilentB = false
	return l
}

// pageLink ties two versions of one page, with this share of the longer one in the shorter.
func pageLink(a, b uint32, share float64) Link {
	return Link{A: a, B: b, Relation: Partial, Pair: Pair{ShareA: share, ShareB: share / 2, WordsA: 100, WordsB: 100, Signs: Signs{House: true, Page: true}}}
}

func quotesLink(a, b uint32) Link {
	return Link{A: a, B: b, Relation: Quotes, Pair: Pair{ShareA: 0.4, ShareB: 0.4, WordsA: 80, WordsB: 80}}
}

func groups(links []Link) [][]uint32 {
	bonds := NewBonds(len(links))
	for k := range links {
		bonds.Add(&links[k])
	}
	return bonds.Groups(undated, nil)
}

func TestGroups(t *testing.T) {
	for _, test := range []struct {
		name  string
		links []Link
		want  [][]uint32
	}{
		{"no link", nil, nil},
		{"a copy", []Link{copyLink(3, 7)}, [][]uint32{{3, 7}}},
		{"copies of copies", []Link{copyLink(0, 1), copyLink(1, 2), copyLink(5, 6)}, [][]uint32{{0, 1, 2}, {5, 6}}},
		{"shared quotations join nothing", []Link{quotesLink(0, 1), copyLink(2, 3), quotesLink(1, 2)}, [][]uint32{{2, 3}}},
		{"half a piece binds", []Link{copyLink(0, 1), partialLink(1, 2, 0.3, 0.6, 0.5), copyLink(2, 3)}, [][]uint32{{0, 1, 2, 3}}},
		{
			"a round-up with a little of three stories joins none of them to another",
			[]Link{
				copyLink(0, 1), copyLink(2, 3), copyLink(4, 5),
				partialLink(0, 9, 0.3, 0.08, 0.36), partialLink(2, 9, 0.3, 0.07, 0.35), partialLink(4, 9, 0.3, 0.08, 0.35),
			},
			[][]uint32{{0, 1}, {2, 3}, {4, 5}},
		},
		{
			"with less of each it joins the first",
			[]Link{
				copyLink(0, 1), copyLink(2, 3), copyLink(4, 5),
				partialLink(0, 9, 0.15, 0.08, 0.36), partialLink(2, 9, 0.15, 0.07, 0.35), partialLink(4, 9, 0.15, 0.08, 0.35),
			},
			[][]uint32{{0, 1, 9}, {2, 3}, {4, 5}},
		},
		{
			"who takes parts of three reports of one event is tied to them",
			[]Link{
				ofOneEvent(partialLink(0, 9, 0.4, 0.3, 0.5)), ofOneEvent(partialLink(2, 9, 0.4, 0.3, 0.5)), ofOneEvent(partialLink(4, 9, 0.4, 0.3, 0.5)),
			},
			[][]uint32{{0, 2, 4, 9}},
		},
		{
			"nor does one that takes short pieces whole",
			[]Link{
				copyLink(0, 1), copyLink(2, 3), copyLink(4, 5),
				partialLink(0, 9, 1, 0.09, 0.3), partialLink(2, 9, 1, 0.09, 0.3), partialLink(4, 9, 1, 0.09, 0.3),
			},
			[][]uint32{{0, 1}, {2, 3}, {4, 5}},
		},
		{
			"little text of another content joins nothing",
			[]Link{partialLink(0, 1, 0.2, 0.2, 0.2)},
			nil,
		},
		{
			"a credit joins, and joins clusters",
			[]Link{copyLink(0, 1), creditLink(1, 2, "The Guardian", 0.4), copyLink(2, 3)},
			[][]uint32{{0, 1, 2, 3}},
		},
		{
			"a live blog that credits many joins the story it tells best",
			[]Link{
				copyLink(0, 1), copyLink(2, 3), creditLink(0, 9, "The Guardian", 0.6), creditLink(2, 9, "Reuters", 0.4),
			},
			[][]uint32{{0, 1, 9}, {2, 3}},
		},
		{
			"a story retold without a credit joins by its best link alone",
			[]Link{copyLink(0, 1), copyLink(2, 3), silentLink(0, 9, 0.7), silentLink(2, 9, 0.6)},
			[][]uint32{{0, 1, 9}, {2, 3}},
		},
		{
			"and brings along who has it from there, if the other names its source",
			[]Link{silentLink(0, 1, 0.9), creditLink(0, 2, "StarPulse", 0.8), creditLink(5, 6, "The Guardian", 0.8), toldLink(0, 5, 0.6)},
			[][]uint32{{0, 1, 2, 5, 6}},
		},
		{
			"but not who was there before it",
			[]Link{copyLink(0, 1), copyLink(1, 2), silentLink(2, 3, 0.9), creditLink(5, 6, "The Guardian", 0.8), toldLink(3, 5, 0.6)},
			[][]uint32{{0, 1, 2, 3}, {5, 6}},
		},
		{
			"what credits somebody joins nobody whom it does not credit",
			[]Link{
				copyLink(0, 1),
				{A: 0, B: 9, Relation: Rewrite, Pair: Pair{Signs: Signs{Likeness: Likeness{Cosine: 0.7, Details: 0.7, Shared: 12}, Ordered: 3}}},
			},
			[][]uint32{{0, 1}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, groups(test.links))
			reversed := slices.Clone(test.links)
			slices.Reverse(reversed)
			require.Equal(t, test.want, groups(reversed), "in any order")
		})
	}
}

func TestGroupsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.Float64Range(0, 1)
		var links []Link
		seen := map[Couple]bool{}
		for range rapid.IntRange(0, 25).Draw(t, "links") {
			a := rapid.Uint32Range(0, 11).Draw(t, "a")
			b := rapid.Uint32Range(a+1, 12).Draw(t, "b")
			if seen[Couple{a, b}] {
				continue
			}
			seen[Couple{a, b}] = true
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				links = append(links, copyLink(a, b))
			case 1:
				links = append(links, partialLink(a, b, part.Draw(t, "share"), part.Draw(t, "share"), part.Draw(t, "cosine")))
			case 2:
				links = append(links, creditLink(a, b, rapid.SampledFrom([]string{"Reuters", "The Guardian"}).Draw(t, "outlet"), part.Draw(t, "cosine")))
			case 3:
				links = append(links, silentLink(a, b, part.Draw(t, "cosine")))
			case 4:
				links = append(links, quotesLink(a, b))
			}
		}
		got := groups(links)
		in := map[uint32]int{}
		for k, g := range got {
			require.Greater(t, len(g), 1)
			require.True(t, slices.IsSorted(g))
			require.True(t, k == 0 || got[k-1][0] < g[0], "in order of their first")
			for _, n := range g {
				require.NotContains(t, in, n, "an article is in one group")
				in[n] = k + 1
			}
		}
		for _, l := range links {
			if l.Relation == Copy {
				require.NotZero(t, in[l.A])
				require.Equal(t, in[l.A], in[l.B], "copies are together")
			}
		}
		for n, g := range in {
			require.True(t, slices.ContainsFunc(links, func(l Link) bool {
				return l.joins() && (l.A == n || l.B == n) && in[l.Other(n)] == g
			}), "%d is tied to its group", n)
		}
		require.Equal(t, got, groups(rapid.Permutation(links).Draw(t, "shuffled")), "in any order")
	})
}

func TestOther(t *testing.T) {
	l := Link{A: 2, B: 5}
	require.EqualValues(t, 5, l.Other(2))
	require.EqualValues(t, 2, l.Other(5))
}

func TestLittleTextInCommonJoinsWithinDaysAlone(t *testing.T) {
	background := func(days int, share, story float64) Link {
		l := partialLink(0, 1, share, 0.2, 0.5)
		l.Days, l.Story = days, story
		return l
	}
	on := func(days ...int32) When {
		return func(n uint32) (from, to int32, known bool) { return days[n], days[n], true }
	}
	for name, test := range map[string]struct {
		link   Link
		when   When
		joined bool
	}{
		"days apart":                                    {background(3, 0.3, 0.4), on(100, 103), true},
		"a month apart":                                 {background(30, 0.3, 0.9), on(100, 130), false},
		"a month apart, half of a piece":                {background(30, 0.5, 0.4), on(100, 130), true},
		"a date unknown":                                {background(unknownDays, 0.3, 0.9), undated, false},
		"a date unknown, a third of it":                 {background(unknownDays, 0.35, 0.6), undated, true},
		"a date unknown, a third of it, of other event": {background(unknownDays, 0.35, 0.3), undated, false},
		"a date unknown, half of a piece":               {background(unknownDays, 0.6, 0.3), undated, true},
	} {
		bonds := NewBonds(1)
		bonds.Add(&test.link)
		require.Equal(t, test.joined, len(bonds.Groups(test.when, nil)) == 1, name)
	}
}

func TestVersionsOfAPageAreInItsCluster(t *testing.T) {
	for _, test := range []struct {
		name  string
		links []Link
		reps  []uint32
		want  [][]uint32
	}{
		{"by themselves they are none", []Link{pageLink(0, 1, 0.6)}, []uint32{0, 1, 2}, nil},
		{"with the family of the later", []Link{pageLink(0, 1, 0.6)}, []uint32{0, 1, 1}, [][]uint32{{0, 1}}},
		{"with the family of the earlier", []Link{pageLink(0, 2, 0.6)}, []uint32{0, 0, 2}, [][]uint32{{0, 2}}},
		{"with what the later is tied to", []Link{pageLink(0, 1, 0.6), textLink(1, 2, 0.6, 0.7)}, []uint32{0, 1, 2}, [][]uint32{{0, 1, 2}}},
		{"of three, from one to the next", []Link{pageLink(0, 1, 0.6), pageLink(1, 2, 0.6), pageLink(2, 3, 0.6)}, []uint32{0, 1, 2, 3, 3}, [][]uint32{{0, 1, 2, 3}}},
		{"less than half of it", []Link{pageLink(0, 1, 0.4)}, []uint32{0, 1, 1}, nil},
		{
			"two clusters stay two",
			[]Link{pageLink(0, 1, 0.6), textLink(0, 2, 0.6, 0.7), textLink(1, 3, 0.6, 0.7)},
			[]uint32{0, 1, 2, 3},
			[][]uint32{{0, 2}, {1, 3}},
		},
		{"and so do two families", []Link{pageLink(0, 2, 0.6)}, []uint32{0, 0, 2, 2}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			bonds := NewBonds(len(test.links))
			for k := range test.links {
				bonds.Add(&test.links[k])
			}
			require.Equal(t, test.want, bonds.WithVersions(bonds.Groups(undated, nil), test.reps))
		})
	}
}

func ofOneEvent(l Link) Link {
	l.Story = 0.9
	return l
}
