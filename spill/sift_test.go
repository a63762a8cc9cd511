package spill

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/cluster"
)

// Which keys copies have of their own is known exactly, so that it is the same however keys
// are parted.
func TestAddOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOf(rapid.Custom(func(t *rapid.T) cluster.Key {
			return cluster.Key{Hash: 2 * rapid.Uint64Range(1, 20).Draw(t, "hash"), Article: rapid.Uint32Range(0, 30).Draw(t, "article")}
		}))
		list, copies := keys.Draw(t, "keys"), keys.Draw(t, "keys of copies")
		rep := func(n uint32) uint32 { return n / 3 }
		has := map[cluster.Key]bool{}
		for _, k := range list {
			has[k] = true
		}
		want := append([]cluster.Key{}, list...)
		for _, k := range copies {
			if !has[cluster.Key{Hash: k.Hash, Article: rep(k.Article)}] {
				want = append(want, k)
			}
		}
		var s Sifter
		require.Equal(t, want, s.AddOwn(append([]cluster.Key{}, list...), copies, rep))
	})
}
