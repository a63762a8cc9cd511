package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Two papers may quote the same speech, but not chance on the same headline above it:
// one of them has the piece from the other, or both from a third.
func TestOneHeadlineAboveOneSpeech(t *testing.T) {
	const (
		headline = "Inness wants every dredging invoice of nine years"
		speech   = "“I have asked the harbour commission to send me every invoice of the last nine years, and I will publish them one by one, because we owe our ratepayers an account of what became of the dredging money. If somebody filled his pockets, we shall find him.”"
		first    = "Provost Morag Inness spoke for a quarter of an hour on the steps of the customs house in Kell. " + speech + " A clerk pulled down the blinds while the provost was speaking, and a band played two songs about herring on the pier. The next session is in June. Three boats left the quay meanwhile, and gulls sat on the sheds."
		second   = "On the stairs of Kell's old customs building the provost took some fifteen minutes. " + speech + " Blinds went down behind her, and musicians by the water performed a pair of tunes. In June the members will meet again, if enough of them are still in office by then. Rain fell all afternoon, and a school class that had come to see a seal went home."
	)
	piece := func(outlet, title, text string) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Title: title, Text: text, Published: day(2025, 3, 3)})
	}
	link := func(a, b *Side) Link {
		l := Link{A: 1, B: 2, Pair: match(a, b)}
		l.Relation = l.Pair.Relation()
		return l
	}
	other := link(piece("Wren", headline, first), piece("Kite", "Provost demands the books of Kell harbour commission", second))
	require.Equal(t, Quotes, other.Relation)
	require.False(t, other.joins())
	require.GreaterOrEqual(t, min(other.ShareA, other.ShareB), headedShare, "else the case tests nothing")

	for name, l := range map[string]Link{
		"titles":                      link(piece("Wren", headline, first), piece("Kite", headline+" – harbour news", second)),
		"a title that is in the text": link(piece("Wren", headline, first), piece("Kite", "", headline+" "+second)),
		"beginnings of two texts":     link(piece("Wren", "", headline+" "+first), piece("Kite", "", headline+" "+second)),
	} {
		t.Run(name, func(t *testing.T) {
			require.True(t, l.Headed)
			require.Equal(t, Partial, l.Relation)
			require.True(t, l.joins())
			require.Contains(t, l.Why(), "they begin with the same words")
		})
	}
	require.False(t, link(piece("Wren", "Dredging in Kell", first), piece("Kite", "Dredging in Kell", second)).Headed, "anybody may call it that")

	const elsewhere = "Ewan Tulloch has chaired the harbour commission since his uncle left it, and has not been seen in town for a month. His house in Portugal has eleven windows to the sea, neighbours say, and a boat of the commission's stands in the garden under a sheet. Nobody has called him there."
	apart := link(piece("Wren", headline, first), piece("Kite", headline, elsewhere))
	require.True(t, apart.Headed)
	require.Equal(t, None, apart.Relation, "a headline alone is no text")
}

// A page may show the beginning of a piece alone. That it is little of the whole does
// not make a round-up of that.
func TestBeginningOfALongPiece(t *testing.T) {
	whole := Link{Relation: Partial, Pair: Pair{ShareA: 0.97, ShareB: 0.08, Signs: Signs{Likeness: Likeness{Cosine: 0.3}}}}
	require.False(t, whole.binds(), "an item of a round-up")
	whole.Headed = true
	require.True(t, whole.binds())
	whole.ShareA = 0.6
	require.False(t, whole.binds(), "much of it is elsewhere")
}
