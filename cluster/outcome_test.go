package cluster

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// Two sites that run one text without a line may both have it from an agency.
func TestASiteKnownByItsAddressIsNoSureSource(t *testing.T) {
	for outlet, want := range map[string]Confidence{"wavecrest.example": Possible, "Tarn Valley Courier": Likely} {
		first := piece(0, outlet, day(2025, 3, 3))
		second := copyOf(0, piece(1, "Marrow Gazette", day(2025, 3, 6)))
		s := Resolve([]Member{first, second}, nil).Standings[1]
		require.Equal(t, Role(Copy), s.Role)
		require.Equal(t, want, s.Confidence)
	}
}

// What a house was told it prints first itself, so that a piece of unknown outlet
// which says so may be that house's own.
func TestAPieceOfUnknownOutletMayBeOfWhomItWasTold(t *testing.T) {
	for _, c := range []struct {
		outlet, cue string
		want        Confidence
	}{
		{"", "told", Possible},
		{"", "reported", Likely},
		{"Marrow Gazette", "told", Likely},
	} {
		d := claiming(c.outlet, digest.Claim{Outlet: "Tarn Valley Courier", Probability: 0.9})
		d.Credits[0].Cue = c.cue
		s := Resolve([]Member{{Digest: d}}, nil).Standings[0]
		require.Equal(t, c.want, s.Confidence, c)
		require.Equal(t, c.want == Possible, strings.Contains(s.Why, "its own outlet is not known, and may be Tarn Valley Courier"), s.Why)
	}
}

// What shows that one of two pieces retells the other is told even where nothing shows
// which.
func TestWhyTwoPiecesRetellEachOther(t *testing.T) {
	out := Resolve([]Member{piece(0, "StarPulse", day(2025, 3, 3)), piece(1, "Voz", day(2025, 3, 3))}, []Link{silentLink(0, 1, 0.7)})
	require.Equal(t, "it or the Voz piece retells the other: 3 passages outside quotations in other words in the same order, "+
		"12 words of names and numbers in common; nothing tells who has it from whom", out.Standings[0].Why)
}

// Papers take an agency's texts by contract, and what a scraper keeps of a page may
// lack the line that says so.
func TestWhyAnAgencysCopyHasNoCredit(t *testing.T) {
	for kind, want := range map[outlet.Kind]string{
		outlet.Agency:    "no line in hand names Tarn Wire, whose texts papers print under licence and whose lines pages lose",
		outlet.Publisher: "it credits nobody for the story",
	} {
		first := piece(0, "Tarn Wire", day(2025, 3, 3))
		first.Kind = kind
		s := Resolve([]Member{first, copyOf(0, piece(1, "Marrow Gazette", day(2025, 3, 6)))}, nil).Standings[1]
		require.True(t, s.Uncredited())
		require.True(t, strings.HasSuffix(s.Why, want), s.Why)
	}
}

// Whoever names the other house in the byline credits it, though his own people stand there too.
func TestABylineOfTwoHousesCreditsBoth(t *testing.T) {
	for _, test := range []struct {
		byline string
		want   bool
	}{
		{"Jo Lind, The Docket, and Ann Dole, Harlow Herald", true},
		{"Ann Dole", false},
		{"Ann Docketty", false},
	} {
		first := piece(1, "The Docket", minute(3, 10, 0))
		copied := copyOf(1, piece(2, "Harlow Herald", minute(3, 18, 0)))
		copied.Meta.Byline = test.byline
		s := Resolve([]Member{first, copied}, nil).Standings[1]
		require.Equal(t, 0, s.Source)
		require.Equal(t, test.want, s.Credited, test.byline)
	}
}

// Nobody is said to keep silent of whom he names, in whatever words.
func TestWhoNamesItsSourceIsNotAccused(t *testing.T) {
	for _, test := range []struct {
		text string
		want bool // it is said to credit nobody
	}{
		{"The lamp has burned since May. A dig by Docket staff says so.", false},
		{"The lamp has burned since May.", true},
		{"The lamp has burned since May, said Ann Docketty.", true},
	} {
		copied := copyOf(1, piece(2, "Harlow Herald", minute(3, 18, 0)))
		copied.Layout.Blocks = []article.Block{{Span: article.Span{End: len(test.text)}, Kind: article.Prose}}
		copied.Text = func() string { return test.text }
		s := Resolve([]Member{piece(1, "The Docket", minute(3, 10, 0)), copied}, nil).Standings[1]
		require.Equal(t, 0, s.Source)
		require.Equal(t, test.want, s.Uncredited(), test.text)
		require.Equal(t, !test.want, strings.Contains(s.Why, "it names The Docket, but not as its source"), s.Why)
	}
}
