package job

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/cluster"
	"wiretrace/spill"
)

// TestSifter looks through parts in which, as in news, few keys are those of
// several articles: all of them are kept, and of the others fewer than one in a
// hundred.
func TestSifter(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 1))
	var sift spill.Sifter
	for _, n := range []uint32{100_000, 1000, 50_000} { // as good after it has been used
		var list, shared []cluster.Key
		several := map[cluster.Key]bool{}
		for k := range n {
			hash := rng.Uint64() &^ 1
			if k%20 > 0 {
				list = append(list, cluster.Key{Hash: hash, Article: k})
				continue
			}
			for other := range 2 + k%3 { // whatever their roles, which the lowest bit tells
				key := cluster.Key{Hash: hash | uint64(other&1), Article: k + other}
				shared, several[key] = append(shared, key), true
			}
		}
		alone := len(list)
		list = append(list, shared...)
		rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })

		kept := slices.Clone(sift.Repeated(list))
		sorted := slices.Clone(kept)
		cluster.SortKeys(sorted)
		require.Equal(t, sorted, kept)
		cluster.SortKeys(shared)
		found := slices.DeleteFunc(slices.Clone(kept), func(k cluster.Key) bool { return !several[k] })
		require.Equal(t, shared, found)
		t.Logf("of %d keys of one article each %d are kept", alone, len(kept)-len(found))
		require.Less(t, len(kept)-len(found), alone/100)
	}
}
