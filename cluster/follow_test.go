package cluster

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/digest"
)

// Of the many versions of one outlet's piece a copy is held against the last before it,
// however many there are: twice the copies are twice the work.
func TestFollowLooksAtFewOfManyVersions(t *testing.T) {
	looks := func(n int) (count int, follows []uint32) {
		text := side(article.Article{ID: "a", Text: "The harbour of Kelmouth stays open through the winter, the council said on Monday night."})
		list := make([]Member, n)
		for i := range list {
			d := &digest.Digest{Hash: uint64(i), Outlet: "The Lantern"}
			d.Meta.ID = fmt.Sprint(i)
			d.Meta.Published = article.Time{When: time.Date(2026, 3, 1, 0, i, 0, 0, time.UTC), Precision: article.Minute, Zoned: true}
			if i%2 == 1 {
				d.Outlet = fmt.Sprintf("Outlet %d", i)
			}
			list[i] = Member{Number: uint32(i), Digest: d}
		}
		require.NoError(t, Follow(list, nil, func(uint32, uint32) (x, y *Side, err error) {
			count++
			return text, text, nil
		}))
		return count, list[n-1].Follows
	}
	small, _ := looks(1000)
	large, follows := looks(2000)
	require.Equal(t, []uint32{1998}, follows, "of equals the latest")
	require.LessOrEqual(t, small, 1000*mostVersions)
	require.LessOrEqual(t, large, 2*small+2*mostVersions*mostVersions)
}

// A copy between two versions of a piece follows the first, though the second holds all of its text as well.
func TestFollowNoVersionThatCameLater(t *testing.T) {
	member := func(n int, outlet string, hour int) Member {
		d := &digest.Digest{Hash: uint64(n), Outlet: outlet}
		d.Meta.ID = fmt.Sprint(n)
		d.Meta.Published = article.Time{When: time.Date(2026, 3, 1, hour, 0, 0, 0, time.UTC), Precision: article.Minute, Zoned: true}
		return Member{Number: uint32(n), Digest: d}
	}
	list := []Member{member(0, "The Lantern", 8), member(1, "Marrow Courier", 9), member(2, "The Lantern", 10)}
	require.NoError(t, Follow(list, nil, func(uint32, uint32) (x, y *Side, err error) { return nil, nil, fmt.Errorf("nothing is to be compared") }))
	require.Equal(t, []uint32{0}, list[1].Follows)
	list = []Member{member(0, "The Lantern", 8), member(1, "Marrow Courier", 9)}
	require.NoError(t, Follow(list, nil, nil))
	require.Empty(t, list[1].Follows, "there is one version only")
}
