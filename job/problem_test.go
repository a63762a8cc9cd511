package job

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/report"
)

// Whatever fits in memory, problems come back as they were, in order.
func TestProblemsAreSorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOf(rapid.Custom(func(t *rapid.T) report.Problem {
			return report.Problem{
				File: rapid.SampledFrom([]string{"a", "a/b", "", "\xff"}).Draw(t, "file"), Record: rapid.IntRange(0, 300).Draw(t, "record"),
				Reason: rapid.StringN(0, 5, -1).Draw(t, "reason") + string(make([]byte, rapid.IntRange(0, runBlock/4).Draw(t, "more"))),
			}
		})).Draw(t, "problems")
		s := &space{}
		defer s.close()
		sorted := newProblems(s, rapid.IntRange(0, 20).Draw(t, "most"))
		for _, p := range list {
			require.NoError(t, sorted.add(p))
		}
		require.Equal(t, len(list), sorted.len())
		var got []report.Problem
		require.NoError(t, sorted.each(func(p report.Problem) error {
			got = append(got, p)
			return nil
		}))
		slices.SortFunc(list, sorted.kind.compare)
		require.True(t, slices.Equal(list, got))
	})
}
