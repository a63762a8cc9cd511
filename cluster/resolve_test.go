package cluster

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
)

// A live blog that prints a few lines of an agency's text hands its upstream on to
// nobody who has other text from it.
func TestAChainRunsThroughWhatIsAboutTheText(t *testing.T) {
	blog := piece(1, "Voz", minute(4, 9, 0), wired("Reuters", credit.CueCreditLine))
	for name, further := range map[string][]string{"of little": {"Voz"}, "of most": {"Voz", "Reuters"}} {
		share := map[string]float64{"of little": 0.3, "of most": 0.9}[name]
		out := Resolve([]Member{kind(outlet.Agency, piece(0, "Reuters", minute(3, 9, 0))), blog, piece(2, "Ness Herald", minute(5, 9, 0), says("Voz"))},
			[]Link{partialLink(0, 1, 0.1, share, 0.5), partialLink(1, 2, 0.3, 0.6, 0.5)})
		require.Equal(t, 0, out.Standings[1].Source, name)
		require.Equal(t, further, out.Standings[2].Chain, name)
	}
}

// What somebody said on a station is the station's, whatever an agency wrote of it
// for the station's page.
func TestWhatWasSaidOnAStationIsNotTheAgencys(t *testing.T) {
	for cue, chain := range map[string][]string{"told": {"Voz"}, "according to": {"Voz", "Reuters"}} {
		heard := says("Voz")
		heard.Cue = cue
		out := Resolve([]Member{
			piece(0, "Voz", minute(4, 9, 0), wired("Reuters", credit.CueDateline)),
			piece(1, "Ness Herald", minute(5, 9, 0), heard),
		}, []Link{creditLink(0, 1, "Voz", 0.8)})
		require.Equal(t, chain, out.Standings[1].Chain, cue)
	}
}

// What an agency passes on of a paper's report is not the agency's for that.
func TestAKnownOriginalKeepsItsNews(t *testing.T) {
	out := Resolve([]Member{
		signed("Ailsa Crombie", piece(0, "The Carrick Mercury", minute(3, 9, 0))),
		copyOf(0, piece(1, "Voz", minute(3, 12, 0), wired("Associated Press", credit.CueByline))),
		piece(2, "Ness Herald", minute(4, 9, 0), says("The Carrick Mercury")),
	}, []Link{creditLink(0, 2, "The Carrick Mercury", 0.8)})
	require.Equal(t, Origin, out.Standings[0].Role, out.Standings[0].Why)
	require.Empty(t, out.Standings[0].Chain)
	require.Equal(t, []string{"The Carrick Mercury"}, out.Standings[2].Chain)
}

// A page that grows, and a report that repeats the one of the day before, have nothing from who copied
// their outlet in between, though they have more in common with that copy.
func TestAPageTakesNothingBack(t *testing.T) {
	for name, test := range map[string]struct {
		copied  article.Time
		again   float64 // part of the last piece that stands in the first
		source  int
		derived bool
	}{
		"a later version":                   {minute(3, 12, 0), 0.75, 0, false},
		"a report with the same background": {minute(3, 12, 0), 0.6, -1, false},
		"what came before the first":        {minute(3, 7, 0), 0.6, 1, true},
		"what is not its outlet's":          {minute(3, 12, 0), 0.3, 1, true},
	} {
		out := Resolve([]Member{
			piece(0, "Pier Post", minute(3, 9, 0)), piece(1, "Midday Wire", test.copied), piece(2, "Pier Post", minute(3, 16, 0)),
		}, []Link{partialLink(0, 1, 1, 0.8, 0.9), partialLink(0, 2, 0.8, test.again, 0.5), partialLink(1, 2, 0.8, 0.8, 0.9)})
		last := &out.Standings[2]
		require.Equal(t, test.source, last.Source, "%s: %s", name, last.Why)
		require.Equal(t, test.derived, last.Derived, "%s: %s", name, last.Why)
	}
}

func TestResolveDirection(t *testing.T) {
	monday, tuesday := minute(3, 9, 0), minute(4, 9, 0)
	for _, test := range []struct {
		name       string
		members    []Member
		links      []Link
		source     []int // for each member the index of its source
		roles      []Role
		credited   []bool
		upstream   string
		confidence Confidence // of the last member
		why        string     // part of the last member's
	}{
		{
			"a dateline names the other, which is later in the list",
			[]Member{
				piece(0, "Plains Herald", undatedTime, wired("Reuters", credit.CueDateline)),
				copyOf(0, piece(1, "Reuters", undatedTime)),
			},
			nil,
			[]int{1, -1},
			[]Role{"copy", Origin},
			[]bool{true, false},
			"Reuters", Likely, "1 piece derives from it",
		},
		{
			"words credit the other",
			[]Member{piece(0, "The Guardian", undatedTime), piece(1, "Voz", undatedTime, says("The Guardian"))},
			[]Link{creditLink(0, 1, "The Guardian", 0.5)},
			[]int{-1, 0},
			[]Role{Origin, "rewrite"},
			[]bool{false, true},
			"The Guardian", Likely, "it credits The Guardian",
		},
		{
			"a credit outweighs no date, and a date no credit",
			[]Member{piece(0, "Voz", monday, says("The Guardian")), piece(1, "The Guardian", undatedTime)},
			[]Link{{A: 0, B: 1, Relation: Rewrite, Pair: Pair{Signs: Signs{Likeness: Likeness{Cosine: 0.5}, OwedA: "The Guardian"}}}},
			[]int{1, -1},
			[]Role{"rewrite", Origin},
			[]bool{true, false},
			"The Guardian", Likely, "",
		},
		{
			"dates order copies",
			[]Member{piece(0, "The Carrick Mercury", monday), copyOf(0, piece(1, "Voz", tuesday))},
			nil,
			[]int{-1, 0},
			[]Role{Origin, "copy"},
			[]bool{false, false},
			"The Carrick Mercury", Likely, "published first",
		},
		{
			"a text within a longer one was cut from it",
			[]Member{piece(0, "The Carrick Mercury", undatedTime), piece(1, "Voz", undatedTime)},
			[]Link{partialLink(0, 1, 0.4, 0.95, 0.8)},
			[]int{-1, 0},
			[]Role{Origin, "copy"},
			[]bool{false, false},
			"The Carrick Mercury", Possible, "longer text",
		},
		{
			"nor is it sure where most of the longer stands in it too",
			[]Member{piece(0, "The Carrick Mercury", undatedTime), piece(1, "Voz", undatedTime)},
			[]Link{{A: 0, B: 1, Relation: Copy, Pair: Pair{ShareA: 0.6, ShareB: 0.95, WordsA: 300, WordsB: 300}}},
			[]int{-1, 0},
			[]Role{Origin, "copy"},
			[]bool{false, false},
			"The Carrick Mercury", Possible, "longer text",
		},
		{
			"half of a text that was published before is a part of it",
			[]Member{piece(0, "The Carrick Mercury", monday), piece(1, "Voz", tuesday)},
			[]Link{partialLink(0, 1, 0.4, 0.55, 0.6)},
			[]int{-1, 0},
			[]Role{Origin, "partial"},
			[]bool{false, false},
			"The Carrick Mercury", Likely, "55 % of its words",
		},
		{
			"less of it may be from a third, whoever was first",
			[]Member{piece(0, "The Carrick Mercury", monday), piece(1, "Voz", tuesday)},
			[]Link{partialLink(0, 1, 0.3, 0.4, 0.6)},
			[]int{-1, -1},
			[]Role{"partial", "partial"},
			[]bool{false, false},
			"", Possible, "40 % of its words",
		},
		{
			"unless it credits it",
			[]Member{piece(0, "The Carrick Mercury", monday), piece(1, "Voz", tuesday, says("The Carrick Mercury"))},
			[]Link{partialLink(0, 1, 0.3, 0.4, 0.6)},
			[]int{-1, 0},
			[]Role{Origin, "partial"},
			[]bool{false, true},
			"The Carrick Mercury", Likely, "it credits The Carrick Mercury",
		},
		{
			"a later version of an outlet's own piece",
			[]Member{piece(0, "Voz", minute(3, 9, 0)), copyOf(0, piece(1, "Voz", minute(4, 9, 0)))},
			nil,
			[]int{-1, 0},
			[]Role{Origin, "update"},
			nil,
			"Voz", Likely, "a later version of Voz by the same outlet",
		},
		{
			"an outlet's text printed again a week later is no version of it",
			[]Member{piece(0, "Voz", minute(3, 9, 0)), copyOf(0, piece(1, "Voz", minute(11, 9, 0)))},
			nil,
			[]int{-1, -1},
			[]Role{"copy", "copy"},
			nil,
			"", Possible, "nothing tells who has it from whom",
		},
		{
			"nothing orders two copies",
			[]Member{piece(0, "The Carrick Mercury", undatedTime), copyOf(0, piece(1, "Voz", undatedTime))},
			nil,
			[]int{-1, -1},
			[]Role{"copy", "copy"},
			[]bool{false, false},
			"", Possible, "nothing tells who has it from whom",
		},
		{
			"nor do two dates of one day without a time",
			[]Member{piece(0, "The Carrick Mercury", day(2025, 3, 3)), copyOf(0, piece(1, "Voz", day(2025, 3, 3)))},
			nil,
			[]int{-1, -1},
			[]Role{"copy", "copy"},
			[]bool{false, false},
			"", Possible, "nothing tells who has it from whom",
		},
		{
			"two that credit each other are no circle",
			[]Member{piece(0, "The Guardian", undatedTime, says("Voz")), piece(1, "Voz", undatedTime, says("The Guardian"))},
			[]Link{{A: 0, B: 1, Relation: Rewrite, Pair: Pair{Signs: Signs{Likeness: Likeness{Cosine: 0.5}, OwedA: "Voz", OwedB: "The Guardian"}}}},
			[]int{-1, 0},
			[]Role{Origin, "rewrite"},
			nil,
			"The Guardian", Likely, "it credits The Guardian",
		},
		{
			"a platform is the source of no story",
			[]Member{piece(0, "The Carrick Mercury", undatedTime), piece(1, "X", undatedTime), copyOf(0, piece(2, "Voz", undatedTime, credit.Credit{Outlet: "X", Kind: outlet.Platform}))},
			nil,
			[]int{-1, -1, -1},
			nil,
			[]bool{false, false, false},
			"", Possible, "",
		},
		{
			"nor is what is credited for the background",
			[]Member{piece(0, "The Guardian", undatedTime), copyOf(0, piece(1, "Voz", undatedTime, credit.Credit{Outlet: "The Guardian", Kind: outlet.Publisher, Background: true}))},
			nil,
			[]int{-1, -1},
			nil,
			[]bool{false, false},
			"", Possible, "",
		},
		{
			"nor is what is credited at the end",
			[]Member{
				piece(0, "The Guardian", undatedTime),
				copyOf(0, piece(1, "Voz", undatedTime, credit.Credit{Span: article.Span{Start: 900, End: 930}, Outlet: "The Guardian", Kind: outlet.Publisher})),
			},
			nil,
			[]int{-1, -1},
			nil,
			[]bool{false, false},
			"", Possible, "",
		},
		{
			"copies of an agency's text are no copies of each other",
			[]Member{
				piece(0, "Plains Herald", monday, wired("Associated Press", credit.CueDateline)),
				copyOf(0, piece(1, "KRDN", tuesday, wired("Associated Press", credit.CueDateline))),
			},
			nil,
			[]int{-1, -1},
			[]Role{"copy", "copy"},
			[]bool{true, true},
			"Associated Press", Certain, "dateline names Associated Press",
		},
		{
			"an agency is the source of its text, though its own page is dated later",
			[]Member{piece(0, "Plains Herald", monday), copyOf(0, kind(outlet.Agency, piece(1, "Reuters", tuesday)))},
			nil,
			[]int{1, -1},
			[]Role{"copy", Origin},
			nil,
			"Reuters", Likely, "1 piece derives from it",
		},
		{
			"a portal is no source of a paper's text",
			[]Member{kind(outlet.Platform, piece(0, "MSN", monday)), copyOf(0, kind(outlet.Publisher, piece(1, "The Carrick Mercury", monday)))},
			nil,
			[]int{1, -1},
			[]Role{"copy", Origin},
			nil,
			"The Carrick Mercury", Likely, "1 piece derives from it",
		},
		{
			"a portal carries what a writer of a paper signs, though by its clock it was first",
			[]Member{signed("Story by Ada Lorne", piece(0, "Yahoo News UK", monday)), copyOf(0, signed("Ada Lorne", piece(1, "The Carrick Mercury", minute(3, 9, 3))))},
			nil,
			[]int{1, -1},
			[]Role{"copy", Origin},
			nil,
			"The Carrick Mercury", Likely, "1 piece derives from it",
		},
		{
			"what a portal's own writer signs is the portal's",
			[]Member{signed("Piet Ost", piece(0, "Yahoo News UK", monday)), copyOf(0, signed("Ada Lorne", piece(1, "The Carrick Mercury", tuesday)))},
			nil,
			[]int{-1, 0},
			[]Role{Origin, "copy"},
			nil,
			"Yahoo News UK", Likely, "Yahoo News UK published first",
		},
		{
			"the house that signs a text did not copy it from one nineteen minutes before",
			[]Member{signed("Desk", piece(0, "Voz", minute(3, 9, 0))), copyOf(0, signed("Ailsa Crombie", piece(1, "The Carrick Mercury", minute(3, 9, 19))))},
			nil,
			[]int{1, -1},
			[]Role{"copy", Origin},
			nil,
			"The Carrick Mercury", Likely, "1 piece derives from it",
		},
		{
			"a day before, a byline says nothing",
			[]Member{signed("Desk", piece(0, "Voz", monday)), copyOf(0, signed("Ailsa Crombie", piece(1, "The Carrick Mercury", tuesday)))},
			nil,
			[]int{-1, 0},
			[]Role{Origin, "copy"},
			nil,
			"Voz", Likely, "Voz published first",
		},
		{
			"dates two days apart order, whatever the zones",
			[]Member{piece(0, "Voz", day(2025, 3, 3)), copyOf(0, piece(1, "The Carrick Mercury", day(2025, 3, 5)))},
			nil,
			[]int{-1, 0},
			[]Role{Origin, "copy"},
			nil,
			"Voz", Likely, "Voz published first",
		},
		{
			"of two pieces of the house that it names the one with the text, whoever signs it",
			[]Member{piece(0, "The Guardian", monday), piece(1, "The Guardian", monday), signed("Ada Lorne", piece(2, "Voz", monday, says("The Guardian")))},
			[]Link{creditLink(0, 2, "The Guardian", 0.5), partialLink(1, 2, 0.5, 0.84, 0.8)},
			[]int{-1, -1, 1},
			[]Role{Origin, Origin, "copy"},
			nil,
			"The Guardian", Likely, "it credits The Guardian",
		},
		{
			"a copy that nobody of its own signs may have lost its byline",
			[]Member{signed("Ada Lorne", piece(0, "Voz", minute(5, 9, 1))), copyOf(0, piece(1, "The Carrick Mercury", minute(5, 9, 0)))},
			nil,
			[]int{-1, 0},
			[]Role{Origin, "copy"},
			[]bool{false, false},
			"Voz", Possible, "nobody of its own signs it",
		},
		{
			"a piece of a later day is not the one that was retold",
			[]Member{piece(0, "The Guardian", article.Time{When: tuesday.When, Precision: article.Day}), piece(1, "Voz", article.Time{When: monday.When, Precision: article.Day}, says("The Guardian"))},
			[]Link{creditLink(0, 1, "The Guardian", 0.5)},
			[]int{-1, 0},
			[]Role{Origin, "rewrite"},
			nil,
			"The Guardian", Likely, "of a later day",
		},
		{
			"a few words in common make no source",
			[]Member{piece(0, "Voz", monday), copyOf(0, piece(1, "The Carrick Mercury", tuesday)), piece(2, "Ness Blog", minute(5, 9, 0))},
			[]Link{quotesLink(0, 2)},
			[]int{-1, 0, -1},
			nil,
			nil,
			"Voz", Possible, "",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := Resolve(test.members, test.links)
			require.Len(t, out.Standings, len(test.members))
			for i, s := range out.Standings {
				require.Equal(t, test.members[i].Number, s.Number)
				require.Equal(t, test.source[i], s.Source, "source of %d: %s", i, s.Why)
				if test.roles != nil {
					require.Equal(t, test.roles[i], s.Role, "role of %d: %s", i, s.Why)
				}
				if test.credited != nil {
					require.Equal(t, test.credited[i], s.Credited, "credited of %d: %s", i, s.Why)
				}
				require.NotEmpty(t, s.Why)
			}
			require.Equal(t, test.upstream, out.Upstream)
			last := out.Standings[len(out.Standings)-1]
			require.Equal(t, test.confidence, last.Confidence, last.Why)
			require.Contains(t, last.Why, test.why)
		})
	}
}

func TestResolveNamesTheAbsentUpstream(t *testing.T) {
	monday, tuesday, friday := minute(3, 9, 0), minute(4, 9, 0), minute(7, 9, 0)
	members := []Member{
		piece(0, "The Telegraph", monday, says("The Washington Post")),
		piece(1, "Voz", tuesday, says("The Telegraph"), saysVia("The Washington Post", "The Telegraph")),
		piece(2, "The Gravel Road", friday),
	}
	links := []Link{
		{A: 0, B: 1, Relation: Rewrite, Pair: Pair{Signs: Signs{Likeness: Likeness{Cosine: 0.5, Shared: 9}, OwedB: "The Telegraph", Common: "The Washington Post"}}},
		silentLink(0, 2, 0.7),
	}
	out := Resolve(members, links)
	require.Equal(t, "The Washington Post", out.Upstream)
	require.Equal(t, -1, out.Origin, "the origin is not in hand")

	telegraph, voz, road := out.Standings[0], out.Standings[1], out.Standings[2]
	require.Equal(t, []string{"The Washington Post"}, telegraph.Chain)
	require.Equal(t, -1, telegraph.Source)
	require.Equal(t, "The Washington Post", telegraph.SourceOutlet)
	require.True(t, telegraph.Credited)

	require.Equal(t, 0, voz.Source)
	require.Equal(t, []string{"The Telegraph", "The Washington Post"}, voz.Chain)
	require.Equal(t, "The Washington Post", voz.Upstream())
	require.True(t, voz.Credited)

	require.Equal(t, "The Washington Post", road.Upstream())
	require.True(t, road.Derived)
	require.False(t, road.Credited)
	require.Contains(t, road.Why, "credits nobody")
	for _, s := range out.Standings {
		require.Equal(t, Role("rewrite"), s.Role)
	}

	t.Run("and the one between that is absent too", func(t *testing.T) {
		out := Resolve([]Member{
			piece(1, "Voz", tuesday, says("The Telegraph"), saysVia("The Washington Post", "The Telegraph")),
			piece(2, "The Gravel Road", friday),
		}, []Link{{A: 1, B: 2, Relation: Rewrite, Pair: Pair{Signs: Signs{Likeness: Likeness{Cosine: 0.8, Shared: 9}}}}})
		require.Equal(t, "The Washington Post", out.Upstream)
		require.Equal(t, []string{"The Telegraph", "The Washington Post"}, out.Standings[0].Chain)
		require.Equal(t, "The Telegraph", out.Standings[0].SourceOutlet)
	})
}

func TestResolveFamilyIsNamedByItsFirst(t *testing.T) {
	out := Resolve([]Member{
		copyOf(7, piece(4, "The Carrick Mercury", minute(3, 9, 0))),
		piece(7, "Voz", minute(4, 9, 0)),
		piece(9, "Nortelandia", minute(5, 9, 0)),
	}, []Link{partialLink(7, 9, 0.5, 0.5, 0.6)})
	require.EqualValues(t, 4, out.Standings[0].Family)
	require.EqualValues(t, 4, out.Standings[1].Family)
	require.EqualValues(t, 9, out.Standings[2].Family)
	require.Equal(t, 0, out.Origin)
}

func TestResolveHolds(t *testing.T) {
	outlets := []string{"", "Reuters", "The Guardian", "Voz", "The Telegraph", "The Carrick Mercury"}
	rapid.Check(t, func(t *rapid.T) {
		outlets := rapid.SampledFrom(outlets)
		n := rapid.IntRange(2, 7).Draw(t, "members")
		var members []Member
		var reps []uint32
		for i := range uint32(n) {
			when := article.Time{}
			switch rapid.IntRange(0, 2).Draw(t, "time") {
			case 1:
				when = day(2025, 3, rapid.IntRange(3, 6).Draw(t, "day"))
			case 2:
				when = minute(rapid.IntRange(3, 6).Draw(t, "day"), rapid.IntRange(0, 23).Draw(t, "hour"), 0)
			}
			var list []credit.Credit
			for range rapid.IntRange(0, 3).Draw(t, "credits") {
				start := rapid.IntRange(0, 990).Draw(t, "start")
				list = append(list, credit.Credit{
					Span: article.Span{Start: start, End: start + 10}, Outlet: outlets.Draw(t, "credit"), Via: rapid.SampledFrom([]string{"", "", "Voz", "The Telegraph"}).Draw(t, "via"),
					Kind:       rapid.SampledFrom([]outlet.Kind{outlet.Agency, outlet.Publisher, outlet.Platform, outlet.Unknown}).Draw(t, "kind"),
					Cue:        rapid.SampledFrom([]string{"according to", credit.CueByline, credit.CueDateline, credit.CueCreditLine}).Draw(t, "cue"),
					Background: rapid.IntRange(0, 4).Draw(t, "background") == 0,
				})
			}
			m := piece(i, outlets.Draw(t, "outlet"), when, list...)
			if i > 0 && rapid.IntRange(0, 2).Draw(t, "copy") == 0 {
				m.Rep = rapid.SampledFrom(reps).Draw(t, "rep")
			} else {
				reps = append(reps, i)
			}
			members = append(members, m)
		}
		var links []Link
		for k, b := range reps {
			for _, a := range reps[:k] {
				part := rapid.Float64Range(0, 1)
				switch rapid.IntRange(0, 4).Draw(t, "link") {
				case 0:
					links = append(links, copyLink(a, b))
				case 1:
					links = append(links, partialLink(a, b, part.Draw(t, "share"), part.Draw(t, "share"), part.Draw(t, "cosine")))
				case 2:
					links = append(links, silentLink(a, b, part.Draw(t, "cosine")))
				case 3:
					links = append(links, quotesLink(a, b))
				}
			}
		}
		out := Resolve(members, links)
		require.Empty(t, cmp.Diff(out, Resolve(members, links)), "the same each time")
		require.Len(t, out.Standings, n)
		require.True(t, -1 <= out.Origin && out.Origin < n)
		if out.Origin >= 0 {
			require.Equal(t, Origin, out.Standings[out.Origin].Role)
		}
		for i, s := range out.Standings {
			require.Contains(t, []Role{Origin, "copy", "partial", "rewrite", "update"}, s.Role)
			require.Contains(t, []Confidence{Certain, Likely, Possible}, s.Confidence)
			require.NotEmpty(t, s.Why)
			require.True(t, -1 <= s.Source && s.Source < n && s.Source != i)
			require.True(t, -1 <= s.Basis && s.Basis < n && s.Basis != i)
			require.NotContains(t, s.Chain, "")
			if s.Source >= 0 {
				require.Equal(t, members[s.Source].Outlet, s.SourceOutlet)
				require.False(t, members[i].Meta.Published.Before(members[s.Source].Meta.Published) && !s.Credited, "nothing without a credit derives from what came after it")
			}
			require.Len(t, slices.Compact(slices.Clone(s.Chain)), len(s.Chain))
			steps := 0
			for j := i; out.Standings[j].Source >= 0; j = out.Standings[j].Source {
				steps++
				require.Less(t, steps, n, "sources make no circle")
			}
		}
	})
}

// A story that thousands print as it is takes no time that grows with its square.
func BenchmarkResolveOneStory(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		members := []Member{piece(0, "The Carrick Mercury", minute(2, 9, 0))}
		for k := range uint32(n) {
			m := copyOf(0, piece(k+1, fmt.Sprint("Paper ", k), minute(3, 9, 0)))
			m.Meta.Byline = "Ada Ness"
			members = append(members, m)
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Resolve(members, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "us/article")
		})
	}
}

// The members of a family have its links from one list, beside which one with links of its own has those.
func TestTheLinksOfAFamilyAreListedOnce(t *testing.T) {
	at := minute(3, 9, 0)
	members := []Member{piece(0, "Wren", at), copyOf(0, piece(1, "Kite", at)), copyOf(0, piece(2, "Plover", at)), piece(3, "Rail", at), piece(4, "Knot", at)}
	r := newResolver(members, []Link{partialLink(0, 3, 0.2, 0.5, 0.6), partialLink(0, 4, 0.3, 0.6, 0.6), partialLink(2, 4, 0.4, 0.7, 0.6)})
	require.Len(t, r.ties(0), 2)
	require.Same(t, &r.ties(0)[0], &r.ties(1)[0])
	shares := func(i int) (out []float64) {
		for _, l := range r.ties(i) {
			out = append(out, l.share)
		}
		return out
	}
	require.Equal(t, []float64{0.2, 0.3}, shares(1))
	require.Equal(t, []float64{0.2, 0.3, 0.4}, shares(2))
	require.Equal(t, []float64{0.6, 0.7}, shares(4))
}

// Each circle loses the source that weighs least, whoever leads to it and however many there are.
func TestEachCircleIsCutWhereItWeighsLeast(t *testing.T) {
	const circles = 50
	var members []Member
	for i := range uint32(3 * circles) {
		members = append(members, piece(i, "Wren", minute(3, 9, 0)))
	}
	r := newResolver(members, nil)
	for k := range circles { // 3k leads to a circle of 3k+1 and 3k+2
		i := 3 * k
		r.chosen[i].member, r.chosen[i].weight = i+1, 0.1
		r.chosen[i+1].member, r.chosen[i+1].weight = i+2, 2
		r.chosen[i+2].member, r.chosen[i+2].weight = i+1, 1
	}
	r.chosen[0].member = len(members) - 1 // a circle that another begins
	r.breakCycles()
	require.Equal(t, len(members)-1, r.chosen[0].member)
	for k := range circles {
		i := 3 * k
		require.Equal(t, i+2, r.chosen[i+1].member)
		require.Equal(t, -1, r.chosen[i+2].member)
	}
}
