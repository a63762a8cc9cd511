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

// What stands at the top of a page or below its headline may look like a name, and be none of an outlet.
func TestFurnitureIsNoOutlet(t *testing.T) {
	const (
		headline = "Ferry stranded off Carrick Ness waits for the tide"
		body     = "The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning, and the passengers had to wait for the tide, the harbour master said.\n\n" +
			"Nobody was hurt. The ferry is expected to be floated off on Tuesday, when the tide is higher than it has been all month.\n"
	)
	for _, test := range []struct{ name, above, below, want string }{
		{"the picture of a name", "Tolstacast Desktop Logo | Latest | Boats | Events", "", "Tolstacast"},
		{"a name and a motto", "TOLSTA TIMES — A Ness Group newspaper", "", "TOLSTA TIMES"},
		{"rates of exchange", "GBP/USD 1.2211 ▲ | GBP/EUR 1.1870 ▼", "", ""},
		{"editions", "English edition | Gaelic edition", "", ""},
		{"a writer and what she is", "", "Morag Firth | Media And Harbours Reporter", ""},
		{"a writer to be written to", "", "Morag Firth Contact Reporter", ""},
		{"a writer, a paper and an account", "", "Morag Firth The Tolsta Times   @MoragFirth", ""},
		{"a photographer and a paper", "", "Angus Bell / Tolsta Times", ""},
		{"a place behind a bar", "", "| Tolsta, SCOTLAND", ""},
		{"two letters below the headline", "", "TT | Harbours | Ness", ""},
		{"a part of a house below a writer", "Morag Firth\nIslander Harbour Bureau", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := headline + "\n\n"
			if test.above != "" {
				text = test.above + "\n\n" + text
			}
			if test.below != "" {
				text += test.below + "\n\n"
			}
			_, m := Find(&article.Article{Text: text + body})
			require.Equal(t, test.want, m.Outlet)
			require.Equal(t, headline, m.Title)
		})
	}
}
