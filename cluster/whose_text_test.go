package cluster

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
)

func TestResolveKnowsAWireTextByItsByline(t *testing.T) {
	for _, cue := range []string{credit.CueByline, credit.CueDateline, credit.CueCreditLine} {
		t.Run(cue, func(t *testing.T) {
			out := Resolve([]Member{
				piece(0, "Plains Herald", minute(3, 9, 0), wired("Reuters", cue)),
				piece(1, "Straits Commercial", minute(4, 9, 0), wired("Reuters", cue)),
			}, []Link{partialLink(0, 1, 0.3, 0.3, 0.6)})
			for _, s := range out.Standings {
				require.Equal(t, "Reuters", s.SourceOutlet)
				require.Equal(t, cue != credit.CueCreditLine, s.Whole, "a credit line may stand under text of one's own")
				if s.Whole {
					require.Equal(t, Role("copy"), s.Role)
				} else {
					require.Equal(t, Role("partial"), s.Role)
				}
			}
		})
	}
}

func TestResolveKnowsAWireTextByTheBylineOfACopy(t *testing.T) {
	first := piece(0, "Miami Herald", minute(3, 6, 0)) // of the four it came first, and names nobody
	signed := copyOf(0, piece(1, "Houston Chronicle", minute(3, 7, 0), wired("Associated Press", credit.CueByline)))
	again := copyOf(0, piece(2, "Star Tribune", minute(3, 8, 0), wired("Associated Press", credit.CueByline)))
	s := Resolve([]Member{first, signed, again}, nil).Standings[0]
	require.True(t, s.Whole)
	require.Equal(t, Role(Copy), s.Role)
	require.Equal(t, []string{"Associated Press"}, s.Chain)
	require.Contains(t, s.Why, "its text is also in Houston Chronicle, and there it is Associated Press's")
	require.NotContains(t, s.Why, "nothing tells who has it from whom")
}

// Two stations run one text, whose dateline names a network of which another
// piece is in hand: the text is both's, the source only tells the same story.
func TestResolveNamesTheTwinOfAText(t *testing.T) {
	network := piece(0, "CNN", minute(3, 6, 0))
	one := piece(1, "WJXT", minute(3, 8, 0), wired("CNN", credit.CueDateline))
	two := copyOf(1, piece(2, "WDIV", minute(3, 9, 0), wired("CNN", credit.CueDateline)))
	out := Resolve([]Member{network, one, two}, []Link{creditLink(0, 1, "CNN", 0.6)})
	for i, twin := range map[int]int{1: 2, 2: 1} {
		s := out.Standings[i]
		require.Equal(t, 0, s.Source)
		require.Equal(t, twin, s.Twin)
		require.Equal(t, Role(Copy), s.Role)
		require.Contains(t, s.Why, "100 % of its words stand in the "+map[int]string{1: "WJXT", 2: "WDIV"}[twin]+" piece too")
	}
	require.Equal(t, -1, out.Standings[0].Twin)
}

// A paper signs a report that retells The Guardian; a portal, whose clock says only
// the day, has the same text. The paper wrote the credit, and has its text from
// nobody.
func TestTheFirstOfAFamilyWroteItsCredits(t *testing.T) {
	portal := copyOf(0, piece(0, "Tidings Hub", day(2025, 3, 3), says("The Guardian")))
	signed := copyOf(0, piece(1, "Harbour Post", minute(3, 8, 40), says("The Guardian")))
	signed.Meta.Byline = "Ailsa Crombie"
	out := Resolve([]Member{portal, signed}, nil)
	require.Equal(t, []string{"The Guardian"}, out.Standings[1].Chain)
	require.Equal(t, Role(Rewrite), out.Standings[1].Role)
	require.Equal(t, -1, out.Standings[1].Source)
	require.Equal(t, Role(Copy), out.Standings[0].Role)
}

// Text in common says nothing of who had it first, and a credit for a detail nothing
// of where the news is from. Both together do.
func TestTextOfAnOutletThatIsCreditedIsFromThere(t *testing.T) {
	first := piece(0, "Harrow Ploughman", minute(3, 17, 5))
	for _, test := range []struct {
		name   string
		second Member
		source int
	}{
		{"nobody is credited", piece(1, "Channel Nine", minute(4, 9, 0)), -1},
		{"for a detail", piece(1, "Channel Nine", minute(4, 9, 0), detailFrom("Harrow Ploughman")), 0},
		{"by who was first", piece(1, "Channel Nine", minute(2, 9, 0), detailFrom("Harrow Ploughman")), -1},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := Resolve([]Member{first, test.second}, []Link{partialLink(0, 1, 0.2, 0.25, 0.6)})
			require.Equal(t, test.source, out.Standings[1].Source)
		})
	}
}

// What a house prints again of an earlier piece is not put down to those who took that
// from it.
func TestAHouseKeepsItsTextThatOthersTook(t *testing.T) {
	day := day(2025, 3, 3)
	first, again := piece(0, "Voz", day), piece(1, "Voz", day)
	links := []Link{partialLink(0, 2, 0.3, 0.4, 0.5), partialLink(1, 2, 0.2, 0.2, 0.5)}
	out := Resolve([]Member{first, again, piece(2, "Ness Herald", day, says("Voz"))}, links)
	require.Equal(t, []Role{Origin, Origin, Role(Partial)}, []Role{out.Standings[0].Role, out.Standings[1].Role, out.Standings[2].Role})
	require.Equal(t, Possible, out.Standings[1].Confidence)
	require.Contains(t, out.Standings[1].Why, "they have from Voz")

	out = Resolve([]Member{first, again, piece(2, "Ness Herald", day, says("Voz")), piece(3, "Kite", day)}, append(links, partialLink(1, 3, 0.2, 0.2, 0.5)))
	require.Equal(t, Role(Partial), out.Standings[1].Role, "there is another who may have had it first")
}

// Text in common is from the outlet that both pieces name, where nothing tells which of
// them took it from the other.
func TestTextOfAnOutletThatBothName(t *testing.T) {
	passing := func(name string, at int) credit.Credit {
		c := detailFrom(name)
		c.Start, c.End = at, at+10
		return c
	}
	day := minute(3, 9, 0)
	wire := piece(0, "Voz", day, wired("Tarn Wire", credit.CueCreditLine))
	often := func(n uint32, home string) Member {
		return piece(n, home, day, passing("The Aperture", 900), passing("The Aperture", 920), passing("Sud", 940))
	}
	for _, test := range []struct {
		name         string
		first, other Member
		want         string
	}{
		{"by a line, and in passing", wire, piece(1, "Ness Herald", day, passing("Tarn Wire", 900)), "Tarn Wire"},
		{"by a line, and not at all", wire, piece(1, "Ness Herald", day, passing("Sud", 900)), ""},
		{"most often by both", often(0, "Voz"), often(1, "Ness Herald"), "The Aperture"},
		{"once by one", often(0, "Voz"), piece(1, "Ness Herald", day, passing("The Aperture", 900)), ""},
		{"as often as another", often(0, "Voz"), piece(1, "Ness Herald", day, passing("The Aperture", 900), passing("The Aperture", 920), passing("Sud", 930), passing("Sud", 940)), ""},
		{"one of them is that outlet", often(0, "Voz"), piece(1, "The Aperture", day), ""},
		{"an agency has it from nobody", often(0, "Voz"), kind(outlet.Agency, often(1, "Tarn Wire")), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := Resolve([]Member{test.first, test.other}, []Link{partialLink(0, 1, 0.2, 0.2, 0.5)})
			s := out.Standings[1]
			require.Equal(t, test.want, s.Upstream())
			if test.want != "" {
				require.Equal(t, Possible, s.Confidence)
				require.True(t, s.Credited)
				require.Equal(t, Role(Partial), s.Role)
				require.Contains(t, s.Why, "both name "+test.want)
			}
		})
	}
	out := Resolve([]Member{wire, piece(1, "Ness Herald", day, passing("Tarn Wire", 900)), piece(2, "Kite", day, says("Ness Herald"))},
		[]Link{partialLink(0, 1, 0.2, 0.2, 0.5), partialLink(1, 2, 0.2, 0.2, 0.5)})
	require.Empty(t, out.Standings[1].Chain, "others have it from there")
}

// A copy of the next day that names the other's outlet somewhere is from there: of
// copies of one day a third may have written the credit.
func TestAnOlderCopyThatIsNamedIsTheSource(t *testing.T) {
	first := piece(0, "Harrow Ploughman", minute(3, 16, 20))
	first.Meta.Published.Zoned = false
	for _, test := range []struct {
		published article.Time
		source    int
	}{{day(2025, 3, 4), 0}, {day(2025, 3, 3), -1}} {
		out := Resolve([]Member{first, copyOf(0, piece(1, "Channel Nine", test.published, detailFrom("Harrow Ploughman")))}, nil)
		require.Equal(t, test.source, out.Standings[1].Source)
	}
}

// A piece that retells in silence what another has from an outlet has it from there
// too, even if it was up a day before that one.
func TestSilenceOfADayBefore(t *testing.T) {
	for days, want := range map[int]string{1: "The Guardian", 6: ""} {
		told := piece(1, "Voz", day(2025, 3, 3+days), says("The Guardian"))
		l := silentLink(0, 1, 0.7)
		l.SilentB = false
		out := Resolve([]Member{piece(0, "StarPulse", minute(3, 8, 0)), told}, []Link{l})
		require.Equal(t, want, out.Standings[0].Upstream(), days)
	}
}

// A paper's text that another printed under its name is that paper's in a third
// piece too, if that credits it.
func TestTextOfAPaperIsKnownByWhoPrintedIt(t *testing.T) {
	printed := piece(0, "Corrie Lamp", minute(4, 6, 0), credit.Credit{Outlet: "The Washington Post", Kind: outlet.Publisher, Cue: credit.CueByline})
	for _, credited := range []bool{true, false} {
		local := piece(1, "Channel Nine", minute(3, 16, 0))
		if credited {
			local = piece(1, "Channel Nine", minute(3, 16, 0), detailFrom("The Washington Post"))
		}
		out := Resolve([]Member{printed, local}, []Link{partialLink(0, 1, 0.2, 0.25, 0.6)})
		want := ""
		if credited {
			want = "The Washington Post"
		}
		require.Equal(t, want, out.Standings[1].Upstream())
		require.Equal(t, "The Washington Post", out.Standings[0].Upstream())
	}
}

// A portal prints the text that two papers say is another's, and says nothing.
func TestACopyOfAnothersTextIsFromThere(t *testing.T) {
	line := credit.Credit{Outlet: "Peoria Express", Kind: outlet.Unknown, Cue: credit.CueCreditLine}
	out := Resolve([]Member{
		piece(0, "Erie Dispatch", minute(3, 9, 0), line), copyOf(0, piece(1, "Tidings Hub", minute(3, 11, 0))),
	}, nil)
	require.Equal(t, "Peoria Express", out.Standings[1].Upstream())
	require.Equal(t, -1, out.Standings[1].Source)
	require.False(t, out.Standings[1].Credited)
}

// A portal names who gave it the text, which is not whom that house had it from.
func TestWhoNamesAThirdHouseIsNotAccused(t *testing.T) {
	agency := piece(0, "Associated Press", minute(3, 9, 0))
	agency.Kind = outlet.Agency
	provided := credit.Credit{Outlet: "Channel Nine", Kind: outlet.Publisher, Cue: credit.CueByline}
	for _, test := range []struct {
		name       string
		credits    []credit.Credit
		uncredited bool
	}{
		{"nobody named", nil, true},
		{"a third house's text", []credit.Credit{provided}, false},
		{"a detail of a third house", []credit.Credit{detailFrom("Channel Nine")}, true},
		{"its own byline", []credit.Credit{{Outlet: "Tidings Hub", Kind: outlet.Publisher, Cue: credit.CueByline}}, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			portal := copyOf(0, piece(1, "Tidings Hub", minute(3, 11, 0), test.credits...))
			portal.Claims = nil // the line alone would make its house the source
			s := Resolve([]Member{agency, portal}, nil).Standings[1]
			require.Equal(t, "Associated Press", s.Upstream())
			require.Equal(t, test.uncredited, s.Uncredited(), s.Why)
			require.Equal(t, test.uncredited, strings.Contains(s.Why, "no line in hand names"), s.Why)
		})
	}
}

// One author signs a text in two places within a quarter of an hour.
func TestMinutesOrderASignedCopy(t *testing.T) {
	at := func(n uint32, home string, m int, byline string) Member {
		x := copyOf(0, piece(n, home, minute(3, 13, m)))
		x.Meta.Published.Zoned = false
		x.Meta.Byline = byline
		return x
	}
	for byline, want := range map[string]int{"Kayla Destrow": 0, "": -1} {
		out := Resolve([]Member{at(0, "Insider Weekly", 47, byline), at(1, "Tidings Hub", 58, byline)}, nil)
		require.Equal(t, want, out.Standings[1].Source, byline)
	}
}

// Of the copies of an agency's text, the one whose line names another copy's outlet has it from there; the agency's
// own, which came last by its clock, has it from nobody.
func TestResolveFollowsALineToACopyOfTheSameText(t *testing.T) {
	agency := copyOf(0, piece(1, "Reuters", minute(3, 13, 0)))
	agency.Kind = outlet.Agency
	out := Resolve([]Member{
		piece(0, "Plains Herald", minute(3, 9, 0), wired("Reuters", credit.CueByline)),
		agency,
		copyOf(0, piece(2, "Orrin Portal", minute(3, 11, 0), credit.Credit{Outlet: "Plains Herald", Kind: outlet.Publisher, Cue: credit.CueCreditLine})),
	}, nil)
	s := out.Standings
	require.Equal(t, 0, s[2].Source)
	require.Equal(t, []string{"Plains Herald", "Reuters"}, s[2].Chain)
	require.True(t, s[2].Credited)
	require.Equal(t, 1, s[0].Source)
	require.Equal(t, Origin, s[1].Role)
	require.NotEqual(t, 2, s[1].Basis, "it is compared with no copy of a copy of it")
}

// A piece that tells what another tells, below whose last line it stands from whom it has information, has it
// from there, whatever the clock says.
func TestALineBelowARetellingNamesItsSource(t *testing.T) {
	origin := piece(0, "O Globo", minute(3, 6, 0))
	told := piece(1, "Jornal da Serra", day(2025, 3, 3), credit.Credit{Span: article.Span{Start: 900, End: 930}, Outlet: "O Globo", Kind: outlet.Publisher, Cue: credit.CueCreditLine})
	told.Claims = nil
	out := Resolve([]Member{origin, told}, []Link{creditLink(0, 1, "O Globo", 0.9)})
	s := out.Standings[1]
	require.Equal(t, "O Globo", s.Upstream())
	require.True(t, s.Credited)
	require.Contains(t, s.Why, "a line below it credits O Globo")
}
