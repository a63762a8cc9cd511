package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/outlet"
)

// agencyPiece makes an agency's own piece.
func agencyPiece(n uint32, name string, hour int) Member {
	m := piece(n, name, minute(3, hour, 0))
	m.Kind = outlet.Agency
	return m
}

func textLink(a, b uint32, shareA, shareB float64) Link {
	l := Link{A: a, B: b, Relation: Partial}
	l.ShareA, l.ShareB, l.OwnA, l.OwnB, l.Run, l.Agency = shareA, shareB, 90, 90, 40, true
	return l
}

// A paper that merges two agencies' texts does not make one of them a copy.
func TestAnAgencyIsNoCopyOfThePaperThatMergesIt(t *testing.T) {
	out := Resolve(
		[]Member{agencyPiece(1, "Reuters", 13), agencyPiece(2, "Associated Press", 14), piece(3, "Tarnow Courier", minute(3, 20, 0))},
		[]Link{textLink(1, 3, 0.8, 0.54), textLink(2, 3, 0.84, 0.46)},
	)
	require.Equal(t, 0, out.Standings[2].Source)
	require.Equal(t, Origin, out.Standings[1].Role)
	require.Empty(t, out.Standings[1].Chain)
	require.False(t, out.Standings[1].Derived)
	require.Equal(t, "1 piece has text of it, and none in hand came before it", out.Standings[1].Why)
	out = Resolve(
		[]Member{agencyPiece(1, "Reuters", 13), piece(3, "Tarnow Courier", minute(3, 12, 0))},
		[]Link{textLink(1, 3, 0.8, 0.54)},
	)
	require.Equal(t, Origin, out.Standings[0].Role)
	require.Equal(t, "1 piece derives from it", out.Standings[0].Why, "the paper's page is the older one")
}

// A copy is put down to the version that it follows, of the family or linked with
// it alone.
func TestACopyIsPutDownToTheVersionThatItFollows(t *testing.T) {
	first, corrected := piece(1, "Prairie Ledger", minute(3, 8, 0)), piece(2, "Prairie Ledger", minute(3, 12, 0))
	early, late := piece(3, "Kansas News", minute(3, 13, 0)), piece(4, "Plains Bulletin", minute(3, 14, 0))
	early.Follows, late.Follows = []uint32{1}, []uint32{2}
	own := textLink(2, 4, 0.8, 1)
	own.Relation = Copy
	for name, list := range map[string][]Member{
		"one family":   {first, copyOf(1, corrected), copyOf(1, early), copyOf(1, late)},
		"two families": {first, corrected, copyOf(1, early), copyOf(1, late)},
	} {
		links := []Link{own}
		if name == "one family" {
			links = nil
		}
		out := Resolve(list, links)
		require.Equal(t, 0, out.Standings[2].Source, name)
		require.Equal(t, 1, out.Standings[3].Source, name)
	}
}

// A copy that is certain of its source is no surer of whom that has its news from.
func TestNoChainIsSurerThanItsParts(t *testing.T) {
	wire := piece(2, "Tarnow Courier", minute(3, 14, 0), credit.Credit{Outlet: "Reuters", Kind: outlet.Agency, Cue: credit.CueByline})
	for _, test := range []struct {
		probability float32
		want        Confidence
	}{{0, Certain}, {0.5, Likely}} {
		source := agencyPiece(1, "Reuters", 13)
		if test.probability > 0 {
			source.Credits = []credit.Credit{says("KTUU")}
			source.Claims = append(source.Claims[:0:0], wire.Claims[0])
			source.Claims[0].Outlet, source.Claims[0].Text, source.Claims[0].Probability = "KTUU", claim.NoText, test.probability
		}
		out := Resolve([]Member{source, copyOf(1, wire)}, nil)
		require.Equal(t, 0, out.Standings[1].Source)
		require.Equal(t, test.want, out.Standings[1].Confidence)
	}
}
