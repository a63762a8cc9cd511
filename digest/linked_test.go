package digest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Links tell by where they stand in the text whose report it is, and not by where else the same words stand.
func TestLinksWithTheSameWords(t *testing.T) {
	const (
		lead    = "The ferry Tolsta ran aground on Monday morning with sixty people on board, and nobody was hurt when she struck the bank.\n\n"
		between = "The harbour office said that the tide would lift her in the afternoon, when the wind would have turned to the west.\n\nPassengers played cards in the saloon until the evening, and three horses were fed on the car deck by the mate.\n\n"
		islands = "https://www.kelmouth-islander.example/ferry"
		coast   = "https://www.tarn-coaster.example/buoy"
	)
	link := func(words, url string) article.Signal {
		return article.Signal{Kind: article.SignalLink, Name: words, URL: url}
	}
	for _, c := range []struct {
		name, text string
		links      []article.Signal
		want       []string // the host of each credit, and the six bytes before it
	}{
		{"one", lead + between + "The buoy had been adrift, a local newspaper reported.", []article.Signal{link("a local newspaper reported", islands)}, []string{"kelmouth-islander.example behind rift,"}},
		{
			"two with the same words", "The ferry is on a bank, a local newspaper reported on Monday.\n\n" + between + "The buoy had been adrift, a local newspaper reported.",
			[]article.Signal{link("a local newspaper reported", islands), link("a local newspaper reported", coast)},
			[]string{"kelmouth-islander.example behind bank,", "tarn-coaster.example behind rift,"},
		},
		{
			"the words without a link before it", "The ferry is on a bank, a local newspaper reported on Monday.\n\n" + between + "The buoy had been adrift, a local newspaper reported.",
			[]article.Signal{link("a local newspaper reported", coast)},
			nil,
		},
		{
			"part of another word before it", "A local newspaper reporter was on board the ferry.\n\n" + between + "The buoy had been adrift, says a local newspaper report from March.",
			[]article.Signal{link("local newspaper report", coast)},
			[]string{"tarn-coaster.example behind ays a"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := mustMake(t, &article.Article{ID: "a", Language: "en", Outlet: "The Carrick Mercury", Text: c.text, Signals: c.links})
			var got []string
			for _, x := range d.Credits {
				if x.Linked() {
					got = append(got, x.Domain+" behind "+strings.TrimSpace(c.text[x.Start-6:x.Start]))
				}
			}
			require.Equal(t, c.want, got)
		})
	}
}
