package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
)

// sameOutlet is namesOutlet in the plain way.
func sameOutlet(line, outlet string) bool {
	squeeze := func(s string) string {
		return strings.TrimPrefix(string(appendSqueezed(nil, strings.ToLower(s))), "the")
	}
	switch {
	case outlet == "":
		return false
	case equalFolded(line, outlet):
		return true
	case strings.Contains(outlet, ".") && !strings.Contains(outlet, " "):
		host, _, _ := strings.Cut(strings.ToLower(outlet), "/")
		for label := range strings.SplitSeq(host, ".") {
			if len(label) > 3 && strings.TrimPrefix(label, "the") == squeeze(line) {
				return true
			}
		}
		return false
	}
	return squeeze(line) != "" && squeeze(line) == squeeze(outlet)
}

func TestNamesOutlet(t *testing.T) {
	piece := rapid.SampledFrom([]string{"the", "The ", "Daily", "daily", "DAILY ", "Écho", "écho", " ", ".", "com", "/news", "-", "&amp;", "&", "www.", "24", "\xff"})
	name := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 5).Draw(t, "pieces"), "")
	})
	rapid.Check(t, func(t *rapid.T) {
		outlet := name.Draw(t, "outlet")
		l := layouter{outlet: outlet}
		for _, line := range rapid.SliceOfN(name, 1, 5).Draw(t, "lines") {
			require.Equal(t, sameOutlet(line, outlet), l.namesOutlet(line), "%q, %q", line, outlet)
		}
	})
}

func TestSingleSpaced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("ab  \n\u00a0é”"))).Draw(t, "s")
		require.Equal(t, strings.Join(strings.Fields(s), " "), singleSpaced(s))
	})
}

// A rubric before a title is no paper, though the title ends as papers' names do.
func TestARubricIsNoPaper(t *testing.T) {
	const text = "OPINION: The Liberal Media's Double Standard\n\nThe council voted on Monday to close the bridge, and nobody wrote a line about it for a week.\n\nIt will be closed for a year.\n"
	_, meta := Find(&article.Article{Text: text})
	require.Empty(t, meta.Outlet)
	require.Equal(t, "OPINION: The Liberal Media's Double Standard", meta.Title)
}
