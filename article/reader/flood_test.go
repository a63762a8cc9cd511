package reader

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAFloodOfProblemsIsCounted(t *testing.T) {
	flood := func(problems ...Problem) (told []string, left int) {
		var f Flood
		pass := func(p Problem) error {
			told = append(told, p.String())
			return nil
		}
		for _, p := range problems {
			require.NoError(t, f.Add(p, pass))
		}
		require.NoError(t, f.End(pass))
		return told, f.Left
	}
	many := func(n int, file, within string) (list []Problem) {
		for i := range n {
			list = append(list, Problem{File: file, Record: numeral(i + 1), Reason: "bad", Within: within})
		}
		return list
	}

	told, left := flood(many(1000, "a", "")...)
	require.Len(t, told, 1000)
	require.Zero(t, left)

	told, left = flood(many(1001, "a", "")...)
	require.Len(t, told, 1001)
	require.Equal(t, "a: record 1001: bad", told[1000], "one more is told itself")
	require.Zero(t, left)

	told, left = flood(append(many(5_000_000, "a", ""), many(2, "b", "")...)...)
	require.Equal(t, []string{"a: record 1001: and 4999000 more problems from here on", "b: record 1: bad", "b: record 2: bad"}, told[1000:])
	require.Equal(t, 4_998_999, left)

	var members []Problem
	for i := range 2000 {
		members = append(members, many(1, fmt.Sprintf("a.zip/%d", i), "a.zip")...)
	}
	told, left = flood(members...)
	require.Len(t, told, 1001)
	require.Equal(t, "a.zip: record 1: and 1000 more problems from here on", told[1000])
	require.Equal(t, 999, left)
}
