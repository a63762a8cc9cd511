package account

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
	"wiretrace/row"
)

func TestMedian(t *testing.T) {
	require.Equal(t, -1, median(nil))
	require.Equal(t, 7, median([]int{7}))
	require.Equal(t, 3, median([]int{9, 3, 1, 4}))
	require.Equal(t, 3, median([]int{9, 3, 1}))
}

func TestMostNamedOutletsFitACell(t *testing.T) {
	require.Equal(t, "", named(nil))
	require.Equal(t, "a 3; b 1", named([]string{"a 3", "b 1"}))
	require.Equal(t, "a; b; c; d; e; 2 more", named([]string{"a", "b", "c", "d", "e", "f", "g"}))
}

// What an outlet possibly has from another is not counted as if it were known.
func TestPossiblePiecesAreCountedApart(t *testing.T) {
	x := NewExchange()
	for _, confidence := range []string{report.Certain, report.Likely, report.Possible, report.Possible} {
		x.Add(&row.Article{Outlet: "Voz", Role: report.Rewrite, Credited: report.Yes, Confidence: confidence, SourceOutlet: "AP"}, -1)
	}
	x.Add(&row.Article{Outlet: "Voz", Role: report.Single}, -1)
	o, f := x.outlet("Voz"), x.flows[flowEnds{"AP", "Voz"}]
	require.Equal(t, []int{5, 1, 4, 4, 2}, []int{o.Articles, o.Own, o.Rewrites, o.Credited, o.Possible})
	require.Equal(t, []int{4, 4, 2}, []int{f.Articles, f.Credited, f.Possible})
}
