package job

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/cluster"
)

// tellingOf is a telling of n articles, each of a family of its own.
func tellingOf(n int) *telling {
	t := &telling{corpus: &corpus{heads: make([]head, n)}, pairs: &pairs{}}
	for i := range n {
		t.pairs.reps = append(t.pairs.reps, uint32(i))
	}
	return t
}

func TestFamiliesOfARowOfArticles(t *testing.T) {
	x := tellingOf(6)
	x.pairs.reps = []uint32{0, 0, 2, 3, 3, 3}
	require.Equal(t, 2, x.copied([]uint32{0, 1, 2, 3, 4, 5}))
	require.Equal(t, 1, x.copied([]uint32{0, 1, 2, 4, 5}), "the one that stands for it is not among them")
	require.Zero(t, x.copied([]uint32{0, 2, 3}))
	require.Zero(t, x.copied(nil))
}

func TestHowManyFamiliesHoldAQuotation(t *testing.T) {
	x := tellingOf(6)
	x.sayings = []cluster.Key{{Hash: 3, Article: 1}, {Hash: 7, Article: 2}, {Hash: 7, Article: 4}, {Hash: 7, Article: 5}, {Hash: 9, Article: 0}}
	x.heads[2].id, x.heads[0].id = "two", "zero"
	families, first := x.Spread(7, 4)
	require.Equal(t, 3, families)
	require.Equal(t, "two", first)
	families, first = x.Spread(9, 0)
	require.Equal(t, 1, families)
	require.Equal(t, "zero", first)
	families, _ = x.Spread(11, 0)
	require.Equal(t, 1, families)
}
