package job

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Who shows a passage that another article has too says in a row of links.csv
// what the two share, or the other does: one of them, and once.
func TestEachSharedPassageHasALink(t *testing.T) {
	path, _ := generated(t, 1000)
	got, _ := mustRun(t, Options{Paths: []string{path}})
	linked := map[[2]string]int{}
	for _, l := range rows(t, got["links.csv"]) {
		if a, b := l["article"], l["source_article"]; b != "" {
			linked[[2]string{min(a, b), max(a, b)}]++
		}
	}
	for couple, n := range linked {
		require.Equal(t, 1, n, couple)
	}
	shared := 0
	for _, p := range rows(t, got["passages.csv"]) {
		if a, b := p["article"], p["source_article"]; b != "" {
			shared++
			require.Positive(t, linked[[2]string{min(a, b), max(a, b)}], "%s shows a passage of %s", a, b)
		}
	}
	require.Greater(t, shared, 100)
}
