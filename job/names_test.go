package job

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// An article that left its family, and gave it its id, does not give that id to the family that it is in now: no two families
// have one id.
func TestAFamilyThatPartsGetsAnIDOfItsOwn(t *testing.T) {
	heads := []head{
		{id: "first", hash: 1, earlier: 1},
		{id: "second", hash: 2, earlier: 2},
		{id: "of-first", hash: 3},
		{id: "of-second", hash: 4},
	}
	old := id("f", &heads[0])
	c := &corpus{heads: heads, history: history{names: []string{"", old}, articles: []pastArticle{{family: 1}, {family: 1}}}}
	p := &pairs{reps: []uint32{0, 1, 0, 1}}
	ids := familyIDs(c, p, &clusters{list: []resolution{{members: []uint32{1, 3}}, {members: []uint32{0, 2}}}})
	require.Equal(t, map[uint32]string{1: old, 0: id("f", &heads[2])}, ids)
}
