package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNamesOfMegabytesAreCut(t *testing.T) {
	long := strings.Repeat("Kelmouth Observer, ", 100_000)
	articles, problems := parse(`{"id": "` + long + `", "title": "` + long + `", "outlet": "` + long + `", "byline": "` + long + `", "url": "https://example.org/` + long +
		`", "text": "The harbour stays open."}`)
	require.Len(t, articles, 1)
	a := articles[0]
	for _, s := range []string{a.ID, a.Title, a.Outlet, a.Byline, a.URL} {
		require.LessOrEqual(t, len(s), longestField)
	}
	require.True(t, strings.HasPrefix(a.Title, "Kelmouth Observer, ") && strings.HasSuffix(a.Title, "…"), a.Title)
	require.Equal(t, "The harbour stays open.", a.Text)
	require.Len(t, problems, 5)

	articles, problems = parse(`{"id": "a", "title": "` + strings.Repeat("b", longestField) + `", "text": "The harbour stays open."}`)
	require.Len(t, articles[0].Title, longestField)
	require.Empty(t, problems)
}
