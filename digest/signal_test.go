package digest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
)

func TestSignalsAreCreditLines(t *testing.T) {
	a := &article.Article{
		ID: "a", Outlet: "The Carrick Mercury", Text: "A ferry ran aground on Monday, the harbour office said.",
		Signals: []article.Signal{
			{Kind: article.SignalProvider, Name: "Reuters"},
			{Kind: article.SignalCanonical, URL: "https://www.reuters.com/world/ferry"},
			{Kind: article.SignalProvider, Name: "somebody nobody knows"},
		},
	}
	d := mustMake(t, a)
	require.Equal(t, []credit.Credit{{Outlet: "Reuters", Domain: "reuters.com", Kind: outlet.Agency, Cue: credit.CueCreditLine}}, d.Credits)
}

func TestFrontMatterIsFurniture(t *testing.T) {
	front := "---\ntitle: Ferry aground\noutlet: The Carrick Mercury\n---\n"
	a := &article.Article{ID: "a", Text: front + "A ferry ran aground on Monday, the harbour office said.\n", Preamble: len(front)}
	d := mustMake(t, a)
	for _, b := range d.Layout.Blocks {
		require.Equal(t, b.Start < len(front), b.Kind.Furniture(), "%q", a.Text[b.Start:b.End])
	}
}
