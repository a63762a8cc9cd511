package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/credit"
	"wiretrace/outlet"
)

// Who has its news from elsewhere may say that a block in it is another's.
func TestABlockOfAnothersIsFromThere(t *testing.T) {
	monday, tuesday := day(2025, 3, 3), day(2025, 3, 4)
	essay := func(list ...credit.Credit) Member { return piece(1, "Voz", tuesday, list...) }
	report := piece(0, "Ness Herald", monday)
	agency := wired("Tarn Wire", credit.CueCreditLine)
	for _, test := range []struct {
		name          string
		first, second Member
		link          Link
		want          bool
	}{
		{"named beside the source", report, essay(says("The Aperture"), detailFrom("Ness Herald")), partialLink(0, 1, 0.2, 0.2, 0.6), true},
		{"not named", report, essay(says("The Aperture")), partialLink(0, 1, 0.2, 0.2, 0.6), false},
		{"named by each other", piece(0, "Ness Herald", monday, detailFrom("Voz")), essay(says("The Aperture"), detailFrom("Ness Herald")), partialLink(0, 1, 0.2, 0.2, 0.6), false},
		{"named, and without text", report, essay(says("The Aperture"), detailFrom("Ness Herald")), quotesLink(0, 1), false},
		{"named by an earlier piece", piece(0, "Ness Herald", day(2025, 3, 9)), essay(says("The Aperture"), detailFrom("Ness Herald")), partialLink(0, 1, 0.2, 0.2, 0.6), false},
		{"the text of one agency in both", piece(0, "Ness Herald", monday, agency), essay(agency, detailFrom("Ness Herald")), partialLink(0, 1, 0.2, 0.2, 0.6), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := Resolve([]Member{test.first, test.second}, []Link{test.link})
			require.Equal(t, test.want, len(out.Standings[1].TextOf) == 1, out.Standings[1].TextOf)
			if test.want {
				require.Equal(t, "The Aperture", out.Standings[1].Upstream())
				require.Equal(t, Origin, out.Standings[0].Role)
				require.Contains(t, out.Standings[0].Why, "1 piece has text of it")
				require.Equal(t, "Ness Herald", out.Upstream, "what all have is not from The Aperture")
			}
		})
	}
}

// A byline tells nothing of a block that an essay quotes.
func TestWhoSignsAnEssayDidNotWriteTheBlock(t *testing.T) {
	at := minute(3, 9, 0)
	signed := func(m Member, by string) Member {
		m.Meta.Byline = by
		return m
	}
	for _, test := range []struct {
		name          string
		report, essay Member
		share         float64
		source        int
		why           string
	}{
		{"a signed essay with a block of an unsigned report", piece(0, "Ness Herald", at), signed(piece(1, "Voz", at, detailFrom("Ness Herald")), "Ailsa Crombie"), 0.2, 0, "it has text of Ness Herald and credits it"},
		{"that takes it whole", piece(0, "Ness Herald", at), signed(piece(1, "Voz", at, detailFrom("Ness Herald")), "Ailsa Crombie"), 0.6, 0, "it has text of Ness Herald and credits it"},
		{"that names nobody", piece(0, "Ness Herald", at), signed(piece(1, "Voz", at), "Ailsa Crombie"), 0.6, -1, "1 piece derives from it"},
		{"an unsigned essay with a block of a signed report", signed(piece(0, "Ness Herald", at), "Ailsa Crombie"), piece(1, "Voz", at, detailFrom("Ness Herald")), 0.2, 0, "it has text of Ness Herald and credits it"},
		{"an unsigned copy", signed(piece(0, "Ness Herald", at), "Ailsa Crombie"), piece(1, "Voz", at, detailFrom("Ness Herald")), 0.6, 0, "nobody of its own signs it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := Resolve([]Member{test.report, test.essay}, []Link{partialLink(0, 1, test.share, test.share, 0.6)}).Standings[1]
			require.Equal(t, test.source, s.Source)
			require.Contains(t, s.Why, test.why)
		})
	}
}

// The words of an agency's text are the agency's, and so are its credits.
func TestWhomAnAgencyHasItFrom(t *testing.T) {
	at := minute(3, 9, 0)
	byline, line := wired("Tarn Wire", credit.CueByline), wired("Tarn Wire", credit.CueCreditLine)
	told := detailFrom("Tarn Wire")
	told.Kind = outlet.Agency
	release := credit.Credit{Outlet: "Corrie Council", Kind: credit.Release, Cue: "according to"}
	for _, test := range []struct {
		name    string
		credits []credit.Credit
		chain   []string
		want    Confidence
	}{
		{"the agency names nobody", []credit.Credit{byline}, []string{"Tarn Wire"}, Certain},
		{"it names a paper for its news", []credit.Credit{byline, says("Ness Herald")}, []string{"Tarn Wire", "Ness Herald"}, Likely},
		{"or for a detail", []credit.Credit{byline, detailFrom("Ness Herald")}, []string{"Tarn Wire"}, Certain},
		{"somebody told it something too", []credit.Credit{byline, says("Ness Herald"), told}, []string{"Tarn Wire"}, Certain},
		{"it has it from a release", []credit.Credit{byline, release}, []string{"Tarn Wire"}, Certain},
		{"it names the paper that prints it", []credit.Credit{byline, says("Voz")}, []string{"Tarn Wire"}, Certain},
		{"only part of the text is the agency's", []credit.Credit{line, says("Ness Herald")}, []string{"Tarn Wire"}, Likely},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := Alone(0, piece(0, "Voz", at, test.credits...).Digest)
			require.Equal(t, test.chain, s.Chain)
			require.Equal(t, test.want, s.Confidence, s.Why)
		})
	}
}

// A paper prints an agency's text with its writer and without its line.
func TestAWriterOfAnAgencyTellsWhoseTheTextIs(t *testing.T) {
	const by = "Ailsa Crombie"
	wire := kind(outlet.Agency, piece(0, "Tarn Wire", day(2025, 3, 4)))
	wire.Meta.Byline, wire.Meta.URL = by, "https://www.yahoo.com/news/ferry.html"
	for byline, want := range map[string]string{by + ", Torquil Baine": "Tarn Wire", "Torquil Baine": "", "": ""} {
		paper := piece(1, "Voz", day(2025, 3, 3))
		paper.Meta.Byline = byline
		s := Resolve([]Member{wire, paper}, []Link{partialLink(0, 1, 0.15, 0.15, 0.6)}).Standings[1]
		require.Equal(t, want, s.Upstream(), byline)
		require.Equal(t, want != "", s.AgencyText(), byline)
	}
}

// Two pieces have much text in common, and a line of one names the agency that it is from.
func TestTheRowsOfOneTextAgree(t *testing.T) {
	at := day(2025, 3, 3)
	contributing := contributing(0, "Ness Herald", "Tarn Wire")
	contributing.Meta.Published = at
	for share, want := range map[float64]string{0.3: "Tarn Wire", 0.2: ""} {
		out := Resolve([]Member{contributing, piece(1, "Voz", at)}, []Link{partialLink(0, 1, 0.2, share, 0.6)})
		require.Equal(t, "Tarn Wire", out.Standings[0].Upstream())
		require.Equal(t, want, out.Standings[1].Upstream(), share)
		if want != "" {
			require.Equal(t, Possible, out.Standings[1].Confidence)
			require.True(t, out.Standings[1].AgencyText())
		}
	}
}
