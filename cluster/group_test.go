package cluster

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// onDays is a When by the days of articles; one that is not there is undated.
func onDays(days map[uint32]int32) When {
	return func(n uint32) (from, to int32, known bool) {
		d, ok := days[n]
		return d, d, ok
	}
}

func datedGroups(links []Link, when When) [][]uint32 {
	bonds := NewBonds(len(links))
	for k := range links {
		bonds.Add(&links[k])
	}
	return bonds.Groups(when, nil)
}

// commonLink is a story that two pieces have from a third outlet.
func commonLink(a, b uint32, outlet string, story float64) Link {
	return Link{A: a, B: b, Relation: Rewrite, Pair: Pair{Signs: Signs{
		Likeness: Likeness{Cosine: story, Shared: 12}, Kinship: Kinship{Story: story}, Common: outlet,
	}}}
}

func TestGroupsLiveAsLongAsAStory(t *testing.T) {
	for _, test := range []struct {
		name  string
		links []Link
		days  map[uint32]int32
		want  [][]uint32
	}{
		{
			"a credit within a week",
			[]Link{creditLink(0, 1, "The Guardian", 0.5)},
			map[uint32]int32{0: 100, 1: 107},
			[][]uint32{{0, 1}},
		},
		{
			"a credit after it",
			[]Link{creditLink(0, 1, "The Guardian", 0.5)},
			map[uint32]int32{0: 100, 1: 108},
			nil,
		},
		{
			"from one to the next, but no further than a week in all",
			[]Link{creditLink(0, 1, "The Guardian", 0.9), creditLink(0, 2, "The Guardian", 0.8), creditLink(2, 3, "The Guardian", 0.7)},
			map[uint32]int32{0: 100, 1: 103, 2: 106, 3: 109},
			[][]uint32{{0, 1, 2}},
		},
		{
			"an undated piece joins",
			[]Link{creditLink(0, 1, "The Guardian", 0.5)},
			map[uint32]int32{0: 100},
			[][]uint32{{0, 1}},
		},
		{
			"an undated piece bridges nothing",
			[]Link{creditLink(0, 1, "The Guardian", 0.9), creditLink(1, 2, "The Guardian", 0.8)},
			map[uint32]int32{0: 100, 2: 300},
			[][]uint32{{0, 1}},
		},
		{
			"nor do several",
			[]Link{creditLink(0, 1, "The Guardian", 0.9), commonLink(1, 2, "The Guardian", 0.8), commonLink(2, 3, "The Guardian", 0.7)},
			map[uint32]int32{0: 100, 3: 300},
			[][]uint32{{0, 1, 2}},
		},
		{
			"text in common joins over any time",
			[]Link{copyLink(0, 1), partialLink(1, 2, 0.6, 0.6, 0.5)},
			map[uint32]int32{0: 100, 1: 300, 2: 500},
			[][]uint32{{0, 1, 2}},
		},
		{
			"what text ties together over a long time is joined by what lies near a piece of it",
			[]Link{copyLink(0, 1), creditLink(1, 2, "The Guardian", 0.8)},
			map[uint32]int32{0: 100, 1: 300, 2: 303},
			[][]uint32{{0, 1, 2}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, datedGroups(test.links, onDays(test.days)))
			slices.Reverse(test.links)
			require.Equal(t, test.want, datedGroups(test.links, onDays(test.days)), "in any order")
		})
	}
}

// A piece that credits a house is from one report of it, not from all that the
// house has of the affair.
func TestOneReportOfAHouse(t *testing.T) {
	owes := func(a, b uint32, story float64) Link {
		l := creditLink(a, b, "The Guardian", story)
		l.OwedA, l.OwedB = "The Guardian", ""
		return l
	}
	update := Link{A: 1, B: 2, Relation: Partial, Pair: Pair{ShareA: 1, ShareB: 0.6, Signs: Signs{House: true}}}
	update.Days = 1
	followUp := update
	followUp.ShareA, followUp.ShareB = 0.6, 0.4
	nearest, further := owes(0, 1, 0.9), owes(0, 2, 0.8)
	require.Equal(t, [][]uint32{{0, 1}}, datedGroups([]Link{further, nearest}, onDays(nil)))
	require.Equal(t, [][]uint32{{0, 1, 2}}, datedGroups([]Link{further, nearest, update}, onDays(nil)), "a later version is the same report")
	require.Equal(t, [][]uint32{{0, 1}}, datedGroups([]Link{further, nearest, followUp}, onDays(nil)), "a follow-up is not")
}

func TestSourcesMustAgree(t *testing.T) {
	for _, test := range []struct {
		name  string
		links []Link
		want  [][]uint32
	}{
		{"one third outlet", []Link{commonLink(0, 1, "Reuters", 0.9), commonLink(1, 2, "Reuters", 0.8)}, [][]uint32{{0, 1, 2}}},
		{"another by the weaker link", []Link{commonLink(0, 1, "Reuters", 0.9), commonLink(1, 2, "The Guardian", 0.8)}, [][]uint32{{0, 1}}},
		{
			"a piece that credits a second outlet joins the first alone",
			[]Link{copyLink(0, 1), copyLink(2, 3), creditLink(0, 9, "Reuters", 0.9), creditLink(2, 9, "The Guardian", 0.8)},
			[][]uint32{{0, 1, 9}, {2, 3}},
		},
	} {
		t.Run(test.name, func(t *testing.T) { require.Equal(t, test.want, groups(test.links)) })
	}
}

func TestWhatJoins(t *testing.T) {
	part := func(own, run int, change func(*Link)) Link {
		l := partialLink(0, 1, 0.2, 0.2, 0.6)
		l.OwnA, l.OwnB, l.Run = own, own, run
		if change != nil {
			change(&l)
		}
		return l
	}
	house := func(l *Link) { l.House = true }
	agency := func(l *Link) { l.Agency = true }
	for _, test := range []struct {
		name string
		link Link
		want bool
	}{
		{"forty words and a run of nine", part(joinWords, joinRun, nil), true},
		{"a word less", part(joinWords-1, joinRun, nil), false},
		{"in scraps", part(200, joinRun-1, nil), false},
		{"fewer words of an agency", part(agencyWords, agencyRun, agency), true},
		{"a word less", part(agencyWords-1, agencyRun, agency), false},
		{"in shorter runs", part(agencyWords, agencyRun-1, agency), false},
		{"an agency's line asks for no more than there being none", part(joinWords, joinRun, agency), true},
		{"short texts of which much is the same", part(20, 9, func(l *Link) { l.ShareA, l.ShareB = joinShare, joinShare }), true},
		{"much of one alone", part(20, 9, func(l *Link) { l.ShareA, l.ShareB = 0.9, joinShare-0.01 }), false},
		{"one house uses its own again", part(300, 100, house), false},
		{"one house retells itself", Link{A: 0, B: 1, Relation: Rewrite, Pair: Pair{Signs: Signs{House: true}}}, false},
		{"a story told anew", silentLink(0, 1, 0.8), true},
		{"quotations", quotesLink(0, 1), false},
		{"nothing", Link{A: 0, B: 1, Relation: None}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, test.link.joins())
			l := test.link
			l.Pair = l.Mirror()
			require.Equal(t, test.want, l.joins(), "whichever is named first")
			if !test.want {
				require.Nil(t, groups([]Link{test.link}))
			}
		})
	}
}
