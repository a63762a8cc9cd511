package report

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSourcesSayWhoseTheReportsAre(t *testing.T) {
	from := func(upstream string) *Article { return &Article{Role: Partial, Upstream: upstream} }
	own := &Article{Role: Single}
	for _, c := range []struct {
		name    string
		reports []*Article
		want    string
	}{
		{"none", nil, ""},
		{"one agency and their own", []*Article{own, from("AP"), own, from("AP"), {Role: Origin, Upstream: "AP"}}, "2 from AP, 3 own reports"},
		{"one own", []*Article{from("AP"), own}, "1 from AP, 1 own report"},
		{"the largest first", []*Article{from("AFP"), from("AP"), from("AP")}, "2 from AP, 1 from AFP"},
		{"no upstream known", []*Article{{Role: Rewrite}, {Role: Copy, SourceOutlet: "The Post"}}, "1 from an unknown source, 1 from The Post"},
		{"more than can be named", []*Article{from("a"), from("b"), from("c"), from("d"), from("e")}, "1 from a, 1 from b, 1 from c, 2 from 2 other sources"},
		{"one more than are named", []*Article{from("a"), from("b"), from("c"), from("d")}, "1 from a, 1 from b, 1 from c, 1 from d"},
		{"an update is nobody else's", []*Article{own, own, {Role: Update, Upstream: "AP"}}, "1 later version, 2 own reports"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s Sources
			for _, a := range c.reports {
				s.Add(a)
			}
			require.Equal(t, c.want, s.String())
			require.Equal(t, len(c.reports), s.Count())
		})
	}
}

func TestStoryCount(t *testing.T) {
	var c StoryCount
	for n, id := range []string{"s1", "s2", "s3", "s4", "s5", "s6"} {
		c.Story(&Story{ID: id, Articles: 10 + n})
	}
	for _, a := range []*Article{
		{Story: "s6", Cluster: "c1", Role: Copy, Upstream: "AP"},
		{Story: "s6", Role: Single},
		{Story: "s1", Role: Single},
		{Cluster: "c2", Role: Origin},
		{Role: Single},
		{Role: Copy, Upstream: "AP"},
	} {
		c.Article(a)
	}
	require.Equal(t, 6, c.Count)
	require.Equal(t, 3, c.Reports)
	require.Equal(t, 2, c.Alone)
	require.Equal(t, 1, c.Named)
	require.Len(t, c.Largest, 5)
	require.Equal(t, "s6", c.Largest[0].ID)
	require.Equal(t, "1 from AP, 1 own report", c.Largest[0].Sources.String())
}
