package cluster

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/internal/logit"
)

func TestDaysBetween(t *testing.T) {
	zone := func(hours int) *time.Location { return time.FixedZone("", hours*60*60) }
	at := func(d, h, hours int) article.Time {
		return article.Time{When: time.Date(2025, 3, d, h, 0, 0, 0, zone(hours)), Precision: article.Minute, Zoned: true}
	}
	for _, test := range []struct {
		name string
		a, b article.Time
		want int
	}{
		{"one day", day(2025, 3, 3), day(2025, 3, 3), 0},
		{"morning and night", minute(3, 0, 5), minute(3, 23, 55), 0},
		{"the next day, minutes later", minute(3, 23, 55), minute(4, 0, 5), 1},
		{"the evening of the next day counts as two", day(2025, 3, 3), minute(4, 22, 0), 2},
		{"over the end of a month", day(2025, 2, 28), day(2025, 3, 1), 1},
		{"over the end of a year", day(2024, 12, 31), day(2025, 1, 2), 2},
		{"one day by the clocks of both, far apart", at(3, 8, 13), at(3, 20, -8), 0},
		{"a year", day(2024, 3, 3), day(2025, 3, 3), 365},
		{"unknown", article.Time{}, day(2025, 3, 3), unknownDays},
		{"both unknown", article.Time{}, article.Time{}, unknownDays},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := &digest.Digest{}, &digest.Digest{}
			a.Meta.Published, b.Meta.Published = test.a, test.b
			require.Equal(t, test.want, daysApart(a, b))
			require.Equal(t, test.want, daysApart(b, a))
		})
	}
}

// What the days of publication and the days that leads name tell.
func TestKinSignsOfDays(t *testing.T) {
	piece := func(text string, published article.Time) *Side {
		return side(article.Article{ID: text, Language: "en", Title: "Ferry aground off Carrick Ness", Text: text, Published: published})
	}
	const (
		undated     = "The ferry Tolsta lies on a sandbank off Carrick Ness, and nobody knows how it came to be there."
		onMonday    = "The ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning with 214 passengers on board."
		onWednesday = "The ferry Tolsta was towed into the harbour of Port Erran on Wednesday with nobody on board any more."
		both        = onMonday + " " + onWednesday
	)
	monday, tuesday, wednesday := day(2025, 3, 3), day(2025, 3, 4), day(2025, 3, 5)
	for _, test := range []struct {
		name                        string
		a, b                        *Side
		apart, dated, days, undated float64
	}{
		{"no day named, of one day", piece(undated, monday), piece(undated, monday), 0, 0, 0, 0},
		{"a day later", piece(undated, monday), piece(undated, tuesday), 1. / 3, 0, 0, 0},
		{"two days later", piece(undated, monday), piece(undated, wednesday), 2. / 3, 0, 0, 0},
		{"a month later", piece(undated, monday), piece(undated, day(2025, 4, 3)), 1, 0, 0, 0},
		{"one day named, told a day later", piece(onMonday, monday), piece(onMonday, tuesday), 1. / 3, 1, 1, 0},
		{"two days named", piece(onMonday, wednesday), piece(onWednesday, wednesday), 0, 1, 0, 0},
		{"one of two days named", piece(both, wednesday), piece(onWednesday, wednesday), 0, 1, 0.5, 0},
		{"named, and published on it", piece(onMonday, tuesday), piece(undated, monday), 1. / 3, 1, 1, 0},
		{"named, and published on another", piece(onMonday, tuesday), piece(undated, tuesday), 0, 1, 0, 1},
		{"the other's day is unknown", piece(onMonday, tuesday), piece(undated, article.Time{}), 1. / 3, 0, 0, 0},
		{"both are unknown", piece(onMonday, article.Time{}), piece(undated, article.Time{}), 1. / 3, 0, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := KinSignsOf(test.a, test.b)
			require.Equal(t, s, KinSignsOf(test.b, test.a), "whichever is named first")
			require.InDelta(t, test.apart, s[kinApart], 1e-9)
			require.InDelta(t, test.dated, s[kinDated], 1e-9)
			require.InDelta(t, test.days, s[kinDays], 1e-9)
			require.InDelta(t, test.undated, s[kinUndated], 1e-9)
		})
	}
}

// What outlets, titles and words tell: a reaction is another event than what it
// is to, phrases and quotations in common speak for one event, and texts of two topics are not kin.
func TestKinSignsOfOutletsTitlesAndWords(t *testing.T) {
	piece := func(outlet, title, text string) *Side {
		return side(article.Article{ID: title + text, Outlet: outlet, Title: title, Text: text, Published: day(2025, 3, 3)})
	}
	report := piece("The Guardian", "Ferry aground off Carrick Ness", ferryText)
	again := KinSignsOf(report, piece("The Guardian", "Ferry aground off Carrick Ness", ferryText))
	require.Equal(t, 1.0, again[kinHouse])
	require.Equal(t, 1.0, again[kinPhrases], "one text")
	require.Equal(t, 1.0, again[kinTitle])
	require.Zero(t, again[kinUnlike])
	require.Zero(t, again[kinCredits])
	require.Zero(t, KinSignsOf(piece("", "Ferry", ferryText), piece("", "Ferry", ferryText))[kinHouse], "nothing is known of either")

	reaction := KinSignsOf(report, piece("Voz", "Haldane defends plastic flowers", ferryText))
	require.Equal(t, 1.0, reaction[kinReaction])
	require.Zero(t, reaction[kinHouse])
	require.Less(t, reaction[kinTitle], 0.6, "flowers are nowhere in the other")
	untitled := piece("Voz", "", ferryText)
	require.InDelta(t, (noTitle+titleTold(report, untitled))/2, KinSignsOf(untitled, report)[kinTitle], 1e-9, "nothing is known of one title")
	both := KinSignsOf(piece("Voz", "Haldane defends ferry", ferryText), piece("Voz", "Board blasts Haldane", ferryText))
	require.Zero(t, both[kinReaction], "both are reactions")

	bees := KinSignsOf(report, piece("Voz", "Tax on plastic flowers", beesText))
	require.Greater(t, bees[kinUnlike], 0.5)
	require.Zero(t, bees[kinPhrases])
	require.Less(t, KinSignsOf(report, piece("Voz", "", ferryRetold))[kinPhrases], 0.5, "told in other words")

	const said = "“The tide will lift the boat off the sand before the week is over,” said Ailsa Crombie, who owns the lifeboat shop of Carrick Ness."
	const other = "“Nobody on the bridge had looked at the chart since the autumn,” said Ailsa Crombie, who owns the lifeboat shop of Carrick Ness."
	require.Equal(t, 1.0, KinSignsOf(piece("Voz", "", said), piece("Sud", "", said+" Gulls watched.\n\n"+other))[kinQuotes], "all that the shorter quotes")
	require.Zero(t, KinSignsOf(piece("Voz", "", said), piece("Sud", "", other))[kinQuotes], "what stands outside the marks counts for nothing")

	const credited = "The ferry lies on a sandbank off Carrick Ness, The Guardian reported on Monday, and nobody knows how it came to be there.\n\n"
	require.InDelta(t, 0.5, KinSignsOf(piece("Sud", "", ferryText), piece("Voz", "", credited+ferryText))[kinCredits], 1e-9)
	require.Zero(t, KinSignsOf(report, piece("Voz", "", credited+ferryText))[kinCredits], "the other is the outlet")
	require.InDelta(t, 1, KinSignsOf(piece("Sud", "", credited), piece("Voz", "", credited))[kinCredits], 1e-9)
}

// Reports of one event are kin, and others are not.
func TestKinship(t *testing.T) {
	monday := day(2025, 3, 3)
	ferry := ferryPiece("The Guardian", ferryText, monday)
	story := func(b *Side) float64 { return match(ferry, b).Story }
	retold := story(ferryPiece("Voz", ferryRetold, monday))
	require.Greater(t, retold, storyFrom)
	require.Less(t, story(ferryPiece("Voz", ferryRetold, day(2025, 3, 14))), retold, "days later")
	require.Less(t, story(ferryPiece("The Guardian", ferryRetold, monday)), retold, "an outlet seldom reports one event twice")
	require.Less(t, story(ferryPiece("Voz", beesText, monday)), storyFrom)
}

func TestLeadCosine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lead := func(name string) (out []digest.LeadWord) {
			for stem := range uint32(20) {
				if rapid.IntRange(0, 2).Draw(t, name) == 0 {
					out = append(out, digest.LeadWord{Stem: stem, Weight: float32(rapid.IntRange(26, 144).Draw(t, "weight")) / 16})
				}
			}
			return out
		}
		a, b := lead("a"), lead("b")
		x := leadCosine(a, b)
		require.True(t, 0 <= x && x <= 1+1e-9, "%v", x)
		require.InDelta(t, x, leadCosine(b, a), 1e-12)
		if len(a) > 0 {
			require.InDelta(t, 1, leadCosine(a, a), 1e-9)
		}
		require.Zero(t, leadCosine(a, nil))
	})
}

func TestTitlesThatTellOfReactions(t *testing.T) {
	for title, want := range map[string]bool{
		"Haldane defends the ferry":                  true,
		"Haldane pushes back on the ferry report":    true,
		"Boatmen slam the ferry plan":                true,
		"Boatmen outraged by the ferry plan":         true,
		"Haldane under fire for the ferry plan":      true,
		"Board braces for loss of the ferry":         true,
		"Harbour faces backlash over the ferry plan": true,
		"Haldane opens the ferry":                    false,
		"The ferry defender is sold":                 false,
		"Under firelight the ferry leaves":           false,
		"New responders join the ferry":              false,
	} {
		require.Equal(t, want, reacts("en", title), title)
	}
}

func TestStoryWeightsAreRead(t *testing.T) {
	b, err := os.ReadFile("data/story.tsv")
	require.NoError(t, err)
	m, err := logit.Read(string(b), KinNames())
	require.NoError(t, err)
	require.Len(t, m.Weights, int(kinSigns))
	var apart KinSigns
	apart[kinUnlike], apart[kinUnlikeLead] = 1, 1
	require.Less(t, m.Probability(apart[:]), KinFrom, "nothing in common")
}
