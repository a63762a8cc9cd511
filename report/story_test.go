package report

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheMainSourceIsOneThatIsSure(t *testing.T) {
	from := func(upstream, confidence string, n int) (list []Article) {
		for range n {
			list = append(list, Article{Role: Rewrite, Upstream: upstream, Confidence: confidence})
		}
		return list
	}
	type main struct {
		upstream string
		n        int
		sure     bool
		further  int
	}
	for _, test := range []struct {
		name string
		of   [][]Article
		want main
	}{
		{"own reports alone", [][]Article{{{Role: Single}, {Role: Origin}}}, main{}},
		{"one of many", [][]Article{from("ABC", Likely, 1), {{Role: Single}, {Role: Single}}}, main{"ABC", 1, true, 0}},
		{"the surest, not the most", [][]Article{from("KFYI", Possible, 3), from("AP", Certain, 1), from("AP", Possible, 1)}, main{"AP", 1, true, 0}},
		{"two that are sure", [][]Article{from("AP", Certain, 2), from("AFP", Likely, 1), from("KFYI", Possible, 1)}, main{"AP", 2, true, 1}},
		{"possible ones alone", [][]Article{from("KFYI", Possible, 1), from("HBO", Possible, 2)}, main{"HBO", 2, false, 1}},
		{"an unknown source", [][]Article{from("", Likely, 2)}, main{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var s Sources
			for _, list := range test.of {
				for i := range list {
					s.Add(&list[i])
				}
			}
			var got main
			got.upstream, got.n, got.sure, got.further = s.Main()
			require.Equal(t, test.want, got)
		})
	}
}
