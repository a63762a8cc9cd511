package job

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/report"
	"wiretrace/row"
	"wiretrace/spill"
)

// Whatever fits in memory, problems come back as they were, in order.
func TestProblemsAreSorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOf(rapid.Custom(func(t *rapid.T) report.Problem {
			return report.Problem{
				File: rapid.SampledFrom([]string{"a", "a/b", "", "\xff"}).Draw(t, "file"), Record: rapid.IntRange(0, 300).Draw(t, "record"),
				Reason: rapid.StringN(0, 5, -1).Draw(t, "reason") + string(make([]byte, rapid.IntRange(0, 4096).Draw(t, "more"))),
			}
		})).Draw(t, "problems")
		s := spill.NewSpace(0, "")
		defer s.Close()
		sorted := newProblems(s, rapid.IntRange(0, 20).Draw(t, "most"))
		for _, p := range list {
			require.NoError(t, sorted.Add(p))
		}
		require.Equal(t, len(list), sorted.Len())
		var got []report.Problem
		require.NoError(t, sorted.Each(func(p report.Problem) error {
			got = append(got, p)
			return nil
		}))
		slices.SortFunc(list, row.CompareProblems)
		require.True(t, slices.Equal(list, got))
	})
}
