package archive

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

// nights stores three nights of count articles each, published when they were
// read, without clusters.
func nights(t *testing.T, a *Archive, count int) {
	for i := range 3 {
		n := begin(t, a, night(1+10*i))
		for k := range count {
			x := sample(i*count + k)
			x.From, x.To = night(10*i+1).Unix(), night(10*i+1).Unix()+60
			number, err := n.Add(x)
			require.NoError(t, err)
			require.NoError(t, n.Describe(number, 0, &row.Article{Role: "single", Credits: describe(1).Credits, Quotes: describe(1).Quotes}))
			if k > 0 {
				require.NoError(t, n.Link(&Link{A: number - 1, B: number, Relation: "quotes", Aligned: []byte("x")}))
			}
			require.NoError(t, n.File(File{Path: x.File}))
		}
		require.NoError(t, n.Counts("en", []byte("counts")))
		require.NoError(t, n.Commit())
	}
}

func TestPruneForgetsTheOldAndGivesRoomBack(t *testing.T) {
	a := openNew(t)
	nights(t, a, 100)
	before, err := os.Stat(a.Path())
	require.NoError(t, err)

	p, err := a.Prune(ctx, time.Time{})
	require.NoError(t, err)
	require.Zero(t, p)
	p, err = a.Prune(ctx, night(1))
	require.NoError(t, err)
	require.Zero(t, p.Articles)
	p, err = a.Prune(ctx, night(15))
	require.NoError(t, err)
	require.Equal(t, Pruned{Articles: 200, Links: 198, Bytes: p.Bytes}, p)
	require.NoError(t, a.Close())
	after, err := os.Stat(a.Path())
	require.NoError(t, err)
	require.Less(t, after.Size(), before.Size()/2)
	require.Equal(t, before.Size()-p.Bytes, after.Size())

	a = reopen(t, a.Path())
	require.Len(t, heads(t, a, time.Time{}), 100)
	faults, err := a.Check(ctx, nil)
	require.NoError(t, err)
	require.Empty(t, faults)
	files, words := 0, 0
	require.NoError(t, a.Files(ctx, func(File) error { files++; return nil }))
	require.Equal(t, 300, files, "what was read stays known")
	require.NoError(t, a.Words(ctx, time.Time{}, func(string, []byte) error { words++; return nil }))
	require.Equal(t, 1, words)
	n := begin(t, a, night(28))
	number, err := n.Add(sample(999))
	require.NoError(t, err)
	require.Equal(t, int64(301), number)
	n.Rollback()
}

func TestNumbersAreNeverUsedAgain(t *testing.T) {
	a := openNew(t)
	nights(t, a, 2)
	_, err := a.Prune(ctx, night(30))
	require.NoError(t, err)
	require.Empty(t, heads(t, a, time.Time{}))
	n := begin(t, a, night(30))
	require.Equal(t, int64(4), n.Number())
	number, err := n.Add(sample(50))
	require.NoError(t, err)
	require.Equal(t, int64(7), number)
	require.NoError(t, n.Commit())
}

func TestPruneKeepsWhatSharesAClusterWithTheNew(t *testing.T) {
	a := openNew(t)
	nights(t, a, 3) // 1-3, 4-6, 7-9
	n := begin(t, a, night(22))
	for number, d := range map[int64]*row.Article{
		1: {Cluster: "grows", Family: "f1"},
		7: {Cluster: "grows"},
		2: {Cluster: "old"},
		4: {Cluster: "old"},
		3: {Family: "f9"}, // a family outside any cluster
		8: {Family: "f9"},
	} {
		rep := int64(0)
		if number == 8 {
			rep = 3
		}
		require.NoError(t, n.Describe(number, rep, d))
	}
	for _, id := range []string{"grows", "old", "older", "gone"} {
		require.NoError(t, n.Cluster(&row.Cluster{ID: id}))
	}
	require.NoError(t, n.Merge("older", "old"))
	require.NoError(t, n.Merge("gone", "grows"))
	require.NoError(t, n.Commit())

	p, err := a.Prune(ctx, night(20))
	require.NoError(t, err)
	require.Equal(t, 4, p.Articles)
	require.Equal(t, 2, p.Clusters)
	require.Equal(t, []int64{1, 3, 7, 8, 9}, numbers(heads(t, a, time.Time{})))
	var ids []string
	require.NoError(t, a.Clusters(ctx, func(id string, _ int64, _ string) error { ids = append(ids, id); return nil }))
	require.Equal(t, []string{"gone", "grows"}, ids)
	faults, err := a.Check(ctx, nil)
	require.NoError(t, err)
	require.Empty(t, faults)
}
