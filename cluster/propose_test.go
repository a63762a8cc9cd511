package cluster

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/digest"
)

// What the keys of one outlet and one name propose is what looking at every two
// of their articles proposes.
func TestStoriesProposeWhatEveryTwoOfThemDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const day = 86400
		var dates calendar
		n := rapid.IntRange(2, 150).Draw(t, "articles")
		for range n {
			var d Dates
			if rapid.IntRange(0, 9).Draw(t, "dated") > 0 {
				d.From = 1 + day*int64(rapid.IntRange(1, 12).Draw(t, "day"))
				d.To = d.From + day
			}
			dates = append(dates, d)
		}
		slices.SortFunc(dates, func(x, y Dates) int {
			return cmp.Or(cmp.Compare(x.Undated(), y.Undated()), cmp.Compare(x.From, y.From))
		})
		var keys []Key
		for i := range n {
			role := rapid.SampledFrom([]string{"own", "own", "own", "credits", "both", "neither"}).Draw(t, "role")
			if role == "own" || role == "both" {
				keys = append(keys, Key{Hash: 2, Article: uint32(i)})
			}
			if role == "credits" || role == "both" {
				keys = append(keys, Key{Hash: 2 | digest.Credited, Article: uint32(i)})
			}
		}
		byArticle := slices.SortedFunc(slices.Values(keys), func(x, y Key) int {
			return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Hash, y.Hash))
		})
		want := map[Couple]int{}
		skipped := 0
		for j, y := range byArticle {
			var with []Couple
			for _, x := range byArticle[:j] {
				c := Couple{A: x.Article, B: y.Article}
				if x.Article != y.Article && (x.Hash|y.Hash)&digest.Credited != 0 && !dates[c.A].Apart(dates[c.B], 3*day) {
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

		p := Proposer{Articles: dates, Window: 3 * day}
		SortKeys(keys)
		got := map[Couple]int{}
		require.NoError(t, p.Stories(keys, func(x Hint) error {
			got[x.Couple] += int(x.Stories)
			return nil
		}))
		require.Equal(t, want, got)
		require.Equal(t, skipped, p.Cut.Crowded)
	})
}

// A calendar is the dates of articles of which each stands for itself.
type calendar []Dates

func (c calendar) Dates(n uint32) Dates { return c[n] }
func (c calendar) Site(uint32) uint32   { return 0 }
func (c calendar) Rep(n uint32) uint32  { return n }
func (c calendar) Stale(Couple) bool    { return false }
