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

func TestKinSigns(t *testing.T) {
	piece := func(outlet, text string, published article.Time) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Title: "Ferry aground off Carrick Ness", Text: text, Published: published})
	}
	const wednesday = "\n\nThe Tolsta was towed to a yard in Port Erran on Wednesday, where its bottom will be painted again."
	monday := day(2025, 3, 3)
	a := piece("The Guardian", ferryText, monday)
	for _, test := range []struct {
		name string
		b    *Side
		set  []kinSign
	}{
		{"of one day", piece("Voz", ferryText, monday), []kinSign{kinSameDay}},
		{"a day later", piece("Voz", ferryText, day(2025, 3, 4)), []kinSign{kinNextDay}},
		{"two days later", piece("Voz", ferryText, day(2025, 3, 5)), []kinSign{kinTwoDays}},
		{"a week later, of another Monday", piece("Voz", ferryText, day(2025, 3, 10)), []kinSign{kinLater, kinElsewhen}},
		{"undated", piece("Voz", ferryText, article.Time{}), []kinSign{kinNextDay}},
		{"of one house", piece("The Guardian", ferryText, monday), []kinSign{kinSameDay, kinHouse}},
		{"of unknown houses", piece("", ferryText, monday), []kinSign{kinSameDay}},
		{"of another day", piece("Voz", "The ferry Tolsta is afloat again."+wednesday, day(2025, 3, 5)), []kinSign{kinTwoDays, kinElsewhen}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := KinSignsOf(a, test.b)
			require.Equal(t, s, KinSignsOf(test.b, a), "whichever is named first")
			for k := kinSameDay; k <= kinUnpublished; k++ {
				want := 0.0
				for _, set := range test.set {
					if set == k {
						want = 1
					}
				}
				require.Equal(t, want, s[k], kinNames[k])
			}
		})
	}
	require.Zero(t, KinSignsOf(piece("", ferryText, monday), piece("", ferryText, monday))[kinHouse])
}

// What titles and words tell beside days: a reaction is another event than what it
// is to, phrases in common speak for one, and texts of two topics are not kin.
func TestKinSignsOfTitlesAndWords(t *testing.T) {
	piece := func(title, text string) *Side {
		return side(article.Article{ID: title, Outlet: title, Title: title, Text: text, Published: day(2025, 3, 3)})
	}
	report := piece("Ferry aground off Carrick Ness", ferryText)
	reaction := KinSignsOf(report, piece("Haldane defends ferry off Carrick Ness", ferryText))
	require.Equal(t, 1.0, reaction[kinReaction])
	require.Equal(t, 1.0, reaction[kinPhrases], "one text")
	require.Greater(t, reaction[kinTitle], 0.3)
	require.Zero(t, reaction[kinUnlike])
	both := KinSignsOf(piece("Haldane defends ferry", ferryText), piece("Board blasts Haldane", ferryText))
	require.Zero(t, both[kinReaction], "both are reactions")
	bees := KinSignsOf(report, piece("Tax on plastic flowers", beesText))
	require.Greater(t, bees[kinUnlike], 0.5)
	require.Zero(t, bees[kinPhrases])
	require.Less(t, KinSignsOf(report, piece("", ferryRetold))[kinPhrases], 0.5, "told in other words")
}

// What the days tell that two leads name, whichever is named first.
func TestEventsOf(t *testing.T) {
	piece := func(event, published int) *digest.Digest {
		d := &digest.Digest{Event: event}
		if published > 0 {
			d.Meta.Published = article.Time{When: time.Unix(int64(published)*24*60*60, 0).UTC(), Precision: article.Day}
		}
		return d
	}
	for _, test := range []struct {
		name string
		a, b *digest.Digest
		want int
	}{
		{"both name one day", piece(20000, 20001), piece(20000, 20000), eventSame},
		{"they name two", piece(20000, 20001), piece(20001, 20001), eventApart},
		{"one was published on the day that the other names", piece(20000, 20001), piece(0, 20000), eventPublished},
		{"one was published on another", piece(20000, 20001), piece(0, 20001), eventUnpublished},
		{"neither names one", piece(0, 20001), piece(0, 20001), eventUnknown},
		{"nothing is known of the other", piece(20000, 20001), piece(0, 0), eventUnknown},
	} {
		require.Equal(t, test.want, eventsOf(test.a, test.b), test.name)
		require.Equal(t, test.want, eventsOf(test.b, test.a), test.name)
	}
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

func TestStoryWeightsAreRead(t *testing.T) {
	b, err := os.ReadFile("data/story.tsv")
	require.NoError(t, err)
	m, err := logit.Read(string(b), KinNames())
	require.NoError(t, err)
	require.Len(t, m.Weights, int(kinSigns))
	require.Less(t, m.Probability(make([]float64, kinSigns)), KinFrom, "nothing in common")
}
