package credit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/credit"
	"wiretrace/outlet"
)

func TestReleases(t *testing.T) {
	g := outlet.Default()
	reader := credit.NewReader(g)
	const rest = "\n\nThree boats were found adrift off the point at dawn, and a fourth on the rocks. Nobody was aboard any of them. The harbour master had tied all four up on the evening before."
	tests := []struct{ name, text, outlet, cue string }{
		{
			"an office, named in full elsewhere",
			"Deputies of the Corrie County Sheriff's Office searched the shore all morning. The sheriff's office said in a news release that the ropes had been cut." + rest,
			"Corrie County Sheriff's Office", "said in a news release",
		},
		{"the day between", "A man was held over four stolen boats, the Corrie Police Department said Tuesday in a press release." + rest, "Corrie Police Department", "said tuesday in a press release"},
		{"a firm, called the company", "Sandpiper Marine will replace the ropes of all its customers, the company said in a news release." + rest, "Sandpiper Marine", "said in a news release"},
		{"a firm and its seat", "Sandpiper Energy, of Corrie, Mich., said in a press release that its pier was not touched." + rest, "Sandpiper Energy", "said in a press release"},
		{"from", "The ropes had been cut, according to a press release from the Corrie Boat Club." + rest, "Corrie Boat Club", "according to a press release from"},
		{"printed as it came", "The following is from the Corrie County Sheriff's Office:" + rest, "Corrie County Sheriff's Office", "the following is from"},
		{"a wire of releases", "Sandpiper Marine Unveils a Rope That Cannot Be Cut\n\nNEWS PROVIDED BY\nSandpiper Marine, Inc.\n\nApr 08, 2025" + rest, "Sandpiper Marine", "news provided by"},
		{"under a release on a portal", "Ropes that sing when they are cut" + rest + "\n\nProvided by University of Corrie", "University of Corrie", "provided by"},
		{"under a label", "Corrie Vale Council\nPRESS RELEASE\nRopes that cannot be cut\nFor immediate release: 3 June 2025\n\nCorrie Vale Council is to buy forty ropes that cannot be cut, of a kind that Bergen has had since May." + rest, "Corrie Vale Council", "press release"},
		{"above it", "FOR IMMEDIATE RELEASE\nBank of Corrie\nBank gives four boats\n\nThe Bank of Corrie will pay for four new boats, it said, and for the paint of a fifth." + rest, "Bank of Corrie", "press release"},
		{"in German", "Stadtwerke Corrie\nPressemitteilung vom 3. Juni 2025\nNeue Seile am Hafen\n\nDie Stadtwerke Corrie kaufen vierzig Seile, die niemand durchschneiden kann. Das teilte das Unternehmen am Dienstag mit.\n\nDrei Boote wurden am Morgen vor der Spitze gefunden, ein viertes lag auf den Felsen.", "Stadtwerke Corrie", "press release"},
		{"printed by a paper, under its label", "Corrie Vale Gazette\nPress release\nRopes that cannot be cut\n\nThe harbour council is to buy forty ropes that cannot be cut, of a kind that Bergen has had since May." + rest, "", ""},
		{"a headline that begins so", "Corrie Vale Council\nPress release was sent by mistake\n\nCorrie Vale Council has asked papers to forget a press release on ropes." + rest, "", ""},
		{"the same of a person", "Ropes that sing when they are cut" + rest + "\n\nProvided by Wanda Sorley", "", ""},
		{"a person's is a statement", "Wanda Sorley said in a press release that she had slept through it all." + rest, "", ""},
		{"somebody's", "One neighbour said in a press release that the dogs had barked." + rest, "", ""},
		{"a thing that is released", "The company said the release of the boats would take a day." + rest, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := &article.Article{Text: test.text, Language: "en"}
			l, _ := layout.Find(a)
			var got []credit.Credit
			for _, c := range reader.Credits(nil, a, &l) {
				if c.Kind == credit.Release {
					got = append(got, c)
				}
			}
			if test.outlet == "" {
				require.Empty(t, got)
				return
			}
			require.Len(t, got, 1)
			require.Equal(t, test.outlet, got[0].Outlet)
			require.Equal(t, test.cue, got[0].Cue)
			require.NotEmpty(t, test.text[got[0].Start:got[0].End])
		})
	}
}

// Whoever prints his own release credits nobody.
func TestOwnReleaseIsNoCredit(t *testing.T) {
	g := outlet.Default()
	a := &article.Article{Outlet: "Corrie Boat Club", Language: "en", Text: "The ropes had been cut, according to a press release from the Corrie Boat Club.\n\nThree boats were found adrift off the point at dawn."}
	l, _ := layout.Find(a)
	require.Empty(t, credit.NewReader(g).Credits(nil, a, &l))
}
