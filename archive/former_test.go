package archive

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

func TestAVersionTakesThePlaceOfAnother(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 3)
	before := heads(t, a, time.Time{})
	formers, err := a.Formers(ctx, []string{before[0].ID, "nothing"})
	require.NoError(t, err)
	require.Len(t, formers, 1)
	former := formers[before[0].ID]
	require.Equal(t, before[0].Number, former.Number)
	require.Equal(t, night(1).UTC().Format(time.RFC3339), former.Read)

	n := begin(t, a, night(2))
	require.NoError(t, n.Describe(2, 1, describe(0))) // of the family for which the first stands
	require.NoError(t, n.Describe(3, 1, describe(0)))
	require.NoError(t, n.Drop(former.Number))
	x := sample(0)
	x.Replaces, x.Mark = &former, 77
	number, err := n.Add(x)
	require.NoError(t, err)
	require.EqualValues(t, 4, number, "numbers are never used again")
	require.NoError(t, n.Commit())

	after := heads(t, a, time.Time{})
	require.Len(t, after, 3)
	require.Equal(t, []int64{2, 2}, []int64{after[0].Rep, after[1].Rep}, "another stands for the family")
	now := after[2]
	require.Equal(t, before[0].ID, now.ID)
	require.Equal(t, night(2).Unix(), now.FirstSeen)
	require.Equal(t, night(1).Unix(), now.Known)
	require.Equal(t, night(1).Unix(), now.Changed)
	require.NoError(t, a.Links(ctx, 0, func(l *Link) error {
		require.NotContains(t, []int64{l.A, l.B}, former.Number)
		return nil
	}))
	faults, err := a.Check(ctx, nil)
	require.NoError(t, err)
	require.Empty(t, faults)
}

func TestProblemsAreKept(t *testing.T) {
	a := openNew(t)
	for k := range 2 {
		n := begin(t, a, night(1+k))
		require.NoError(t, n.Problem(&Problem{Problem: row.Problem{File: "a.jsonl", Record: k, Reason: "torn"}, Mark: 1<<63 + uint64(k)}))
		require.NoError(t, n.Commit())
	}
	var got []Problem
	require.NoError(t, a.Problems(ctx, func(p *Problem) error { got = append(got, *p); return nil }))
	require.Equal(t, []Problem{
		{Problem: row.Problem{File: "a.jsonl", Reason: "torn", Kind: row.Lost}, Run: 1, Mark: 1 << 63},
		{Problem: row.Problem{File: "a.jsonl", Record: 1, Reason: "torn", Kind: row.Lost}, Run: 2, Mark: 1<<63 + 1},
	}, got)
}
