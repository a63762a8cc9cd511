package job

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/spill"
)

// What the keys of one outlet and one name propose is what looking at every two
// of their articles proposes.
func TestStoriesProposeWhatEveryTwoOfThemDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const day = 86400
		r := &pairing{corpus: &corpus{machine: &machine{budget: budget{hints: 1 << 20}}, window: 3 * day}}
		n := rapid.IntRange(2, 150).Draw(t, "articles")
		for range n {
			var h head
			if rapid.IntRange(0, 9).Draw(t, "dated") > 0 {
				h.from = 1 + day*int64(rapid.IntRange(1, 12).Draw(t, "day"))
				h.to = h.from + day
			}
			r.heads = append(r.heads, h)
		}
		slices.SortFunc(r.heads, func(x, y head) int { return cmp.Or(cmp.Compare(x.undated(), y.undated()), cmp.Compare(x.from, y.from)) })
		r.states, r.reps = make([]state, n), make([]uint32, n)
		for i := range r.reps {
			r.reps[i] = uint32(i)
		}
		var keys []cluster.Key
		for i := range n {
			role := rapid.SampledFrom([]string{"own", "own", "own", "credits", "both", "neither"}).Draw(t, "role")
			if role == "own" || role == "both" {
				keys = append(keys, cluster.Key{Hash: 2, Article: uint32(i)})
			}
			if role == "credits" || role == "both" {
				keys = append(keys, cluster.Key{Hash: 2 | digest.Credited, Article: uint32(i)})
			}
		}
		byArticle := slices.SortedFunc(slices.Values(keys), func(x, y cluster.Key) int {
			return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Hash, y.Hash))
		})
		want := map[cluster.Couple]int{}
		skipped := 0
		for j, y := range byArticle {
			var with []cluster.Couple
			for _, x := range byArticle[:j] {
				c := cluster.Couple{A: x.Article, B: y.Article}
				if x.Article != y.Article && (x.Hash|y.Hash)&digest.Credited != 0 && !r.apart(c) {
					with = append(with, c)
				}
			}
			if len(with) > storyMost {
				skipped++
				continue
			}
			for _, c := range with {
				want[c]++
			}
		}

		h := newHints(spill.NewSpace(1<<20, ""), 1<<20)
		var cut cluster.Cut
		cluster.SortKeys(keys)
		require.NoError(t, r.proposeStories(keys, h, &cut))
		got := map[cluster.Couple]int{}
		require.NoError(t, h.Each(func(x hint) error {
			got[x.Couple] += int(x.stories)
			return nil
		}))
		require.Equal(t, want, got)
		require.Equal(t, skipped, cut.Crowded)
	})
}
