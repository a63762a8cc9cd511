package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// claiming is a digest of home with claims, each with a credit of its own.
func claiming(home string, list ...digest.Claim) *digest.Digest {
	d := &digest.Digest{Outlet: home}
	for k, c := range list {
		c.Credit = k
		kind, cue := outlet.Publisher, "reported"
		if c.Text != claim.NoText {
			kind, cue = outlet.Agency, credit.CueCreditLine
		}
		d.Claims = append(d.Claims, c)
		d.Credits = append(d.Credits, credit.Credit{Outlet: c.Outlet, Via: c.Via, Kind: kind, Cue: cue})
	}
	return d
}

func TestSources(t *testing.T) {
	type named struct{ outlet, via string }
	for _, test := range []struct {
		name string
		of   *digest.Digest
		want []named
	}{
		{"nobody", claiming("Voz"), nil},
		{"the likelier of two", claiming("Voz", digest.Claim{Outlet: "Reuters", Probability: 0.5}, digest.Claim{Outlet: "The Guardian", Probability: 0.8}), []named{{"The Guardian", ""}}},
		{"the first of equals", claiming("Voz", digest.Claim{Outlet: "Reuters", Probability: 0.5}, digest.Claim{Outlet: "The Guardian", Probability: 0.5}), []named{{"Reuters", ""}}},
		{"none that is hardly possible", claiming("Voz", digest.Claim{Outlet: "Reuters", Probability: possibleFrom - 0.01}), nil},
		{"its own outlet", claiming("Voz", digest.Claim{Outlet: "Voz", Probability: 0.9}), nil},
		{"a line before all words", claiming("Voz", digest.Claim{Outlet: "The Guardian", Probability: 0.9}, digest.Claim{Outlet: "AFP", Text: claim.Included}), []named{{"AFP", ""}}},
		{
			"several lines, whole texts first",
			claiming("Voz", digest.Claim{Outlet: "AFP", Text: claim.Included}, digest.Claim{Outlet: "Reuters", Text: claim.Whole}, digest.Claim{Outlet: "dpa", Text: claim.Included}),
			[]named{{"Reuters", ""}, {"AFP", ""}, {"dpa", ""}},
		},
		{"who contributed is none by that", claiming("Voz", digest.Claim{Outlet: "AFP", Text: claim.Contributed, Probability: 0.1}), nil},
		{
			"the outlet behind the one that it has it through",
			claiming("Voz", digest.Claim{Outlet: "The Telegraph", Probability: 0.9}, digest.Claim{Outlet: "The Washington Post", Via: "The Telegraph", Probability: 0.5}),
			[]named{{"The Washington Post", "The Telegraph"}},
		},
		{
			"one that was told a detail which came through it",
			claiming("Voz", digest.Claim{Outlet: "The Telegraph", Probability: 0.9}, digest.Claim{Outlet: "The Washington Post", Via: "The Telegraph", Probability: passedFrom - 0.01}),
			[]named{{"The Telegraph", ""}},
		},
		{
			"a report that it has through another, of which either alone is hardly possible",
			claiming("Voz", digest.Claim{Outlet: "The Telegraph", Probability: possibleFrom - 0.1}, digest.Claim{Outlet: "The Washington Post", Via: "The Telegraph", Probability: 0.2}),
			[]named{{"The Washington Post", "The Telegraph"}},
		},
		{"two outlets that have nothing of each other", claiming("Voz", digest.Claim{Outlet: "The Telegraph", Probability: possibleFrom - 0.1}, digest.Claim{Outlet: "The Washington Post", Probability: 0.2}), nil},
		{"not through itself", claiming("Voz", digest.Claim{Outlet: "The Telegraph", Via: "Voz", Probability: 0.9}), []named{{"The Telegraph", ""}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []named
			for _, s := range sources(test.of) {
				got = append(got, named{s.outlet, s.via})
			}
			require.Equal(t, test.want, got)
		})
	}
}

// Who is credited in one breath with the source of the main news is a source as well.
func TestNamedWith(t *testing.T) {
	d := claiming("Voz", digest.Claim{Outlet: "The Guardian", Probability: 0.8}, digest.Claim{Outlet: "Reuters", Probability: 0.7}, digest.Claim{Outlet: "AFP", Probability: 0.2})
	for k, span := range []article.Span{{Start: 0, End: 40}, {Start: 0, End: 40}, {Start: 60, End: 80}} {
		d.Credits[k].Span, d.Credits[k].Cue = span, "are reporting"
	}
	require.Equal(t, []string{"Reuters"}, NamedWith(d, "The Guardian"))
	require.Empty(t, NamedWith(d, "AFP"))
	require.Empty(t, NamedWith(d, ""))
	d.Credits[1].Cue = "told"
	require.Empty(t, NamedWith(d, "The Guardian"), "by another cue")
	d.Credits[1].Cue, d.Credits[1].Kind = "are reporting", outlet.Platform
	require.Empty(t, NamedWith(d, "The Guardian"), "a platform")
	d.Credits[1].Kind, d.Claims[0].Text = outlet.Agency, claim.Whole
	require.Empty(t, NamedWith(d, "The Guardian"), "a line says whose the text is")
}

// Of two that may both be the source of the main news the second is told too.
func TestNearlySource(t *testing.T) {
	d := claiming("Voz", digest.Claim{Outlet: "The Guardian", Probability: 0.5}, digest.Claim{Outlet: "Reuters", Probability: 0.4}, digest.Claim{Outlet: "AFP", Probability: 0.2}, digest.Claim{Outlet: "Voz", Probability: 0.9})
	require.Equal(t, []string{"Reuters"}, NearlySource(d, "The Guardian"))
	require.Empty(t, NearlySource(d, ""), "a report of its own")
	d.Claims[2].Text = claim.Included
	require.Empty(t, NearlySource(d, "The Guardian"), "a line says whose the text is")
}

func TestSourceNamed(t *testing.T) {
	list := []source{{outlet: "The Washington Post", via: "The Telegraph"}, {outlet: "The Telegraph", probability: 1}}
	s, ok := sourceNamed(list, "The Telegraph")
	require.True(t, ok)
	require.Equal(t, "The Telegraph", s.outlet, "itself before what comes through it")
	s, ok = sourceNamed(list[:1], "The Telegraph")
	require.True(t, ok)
	require.Equal(t, "The Washington Post", s.outlet)
	_, ok = sourceNamed(list, "Voz")
	require.False(t, ok)
	_, ok = sourceNamed([]source{{outlet: "Reuters"}}, "")
	require.False(t, ok, "an unknown outlet is nobody's via")
}

func TestMarksAreTheAgenciesOfLines(t *testing.T) {
	d := claiming("Voz",
		digest.Claim{Outlet: "AFP", Text: claim.Contributed}, digest.Claim{Outlet: "Reuters", Text: claim.Whole},
		digest.Claim{Outlet: "dpa", Probability: 0.9}, digest.Claim{Outlet: "Voz", Text: claim.Whole})
	require.Equal(t, []string{"AFP", "Reuters"}, Agencies(d))
	d.Credits[1].Kind = outlet.Publisher
	require.Equal(t, []string{"AFP"}, Agencies(d))
}

func TestMainCredits(t *testing.T) {
	d := claiming("Voz",
		digest.Claim{Outlet: "The Telegraph", Probability: 0.9}, digest.Claim{Outlet: "The Washington Post", Via: "The Telegraph", Probability: 0.5},
		digest.Claim{Outlet: "Reuters", Probability: 0.1})
	d.Credits = append(d.Credits,
		credit.Credit{Outlet: "The Telegraph", Kind: outlet.Publisher, Cue: "said"}, credit.Credit{Outlet: "X", Kind: outlet.Platform}, credit.Credit{})
	require.Equal(t, []bool{true, true, false, true, false, false}, MainCredits(d))
	require.Empty(t, MainCredits(claiming("Voz")))
}

func TestAlone(t *testing.T) {
	for _, test := range []struct {
		name       string
		of         *digest.Digest
		role       Role
		upstream   string
		chain      []string
		kind       outlet.Kind
		confidence Confidence
		why        string
	}{
		{"nothing said", claiming("Voz"), Single, "", nil, "", "", ""},
		{"a credit for a detail", claiming("Voz", digest.Claim{Outlet: "Reuters", Probability: 0.2}), Single, "", nil, "", "", ""},
		{
			"a likely credit", claiming("Voz", digest.Claim{Outlet: "Reuters", Probability: 0.9}),
			Role(Rewrite), "Reuters",
			[]string{"Reuters"},
			outlet.Publisher, Likely, "it credits Reuters (“reported”), whose own piece was not found",
		},
		{
			"a possible one", claiming("Voz", digest.Claim{Outlet: "Reuters", Probability: 0.5}),
			Role(Rewrite), "Reuters",
			[]string{"Reuters"},
			outlet.Publisher, Possible, "it credits Reuters",
		},
		{
			"a byline", claiming("Voz", digest.Claim{Outlet: "Reuters", Text: claim.Whole}),
			Role(Copy), "Reuters",
			[]string{"Reuters"},
			outlet.Agency, Certain, "its text is that of Reuters",
		},
		{
			"a credit line", claiming("Voz", digest.Claim{Outlet: "Reuters", Text: claim.Included}),
			Role(Rewrite), "Reuters",
			[]string{"Reuters"},
			outlet.Agency, Likely, "its credit line names Reuters",
		},
		{
			"a chain", claiming("Voz", digest.Claim{Outlet: "The Washington Post", Via: "The Telegraph", Probability: 0.9}),
			Role(Rewrite), "The Washington Post",
			[]string{"The Telegraph", "The Washington Post"},
			outlet.Publisher, Likely, "it credits The Telegraph",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := Alone(7, test.of)
			require.EqualValues(t, 7, s.Number)
			require.EqualValues(t, 7, s.Family)
			require.Equal(t, -1, s.Source)
			require.Equal(t, -1, s.Basis)
			require.Equal(t, -1, s.Twin)
			require.Equal(t, test.role, s.Role, s.Why)
			require.Equal(t, test.upstream, s.Upstream())
			require.Equal(t, test.chain, s.Chain)
			require.Equal(t, test.kind, s.UpstreamKind)
			require.Equal(t, test.confidence, s.Confidence, s.Why)
			require.Contains(t, s.Why, test.why)
			require.Equal(t, test.role != Single, s.Derived)
			require.Equal(t, test.role != Single, s.Credited)
		})
	}
}

func contributed(name string) credit.Credit {
	return credit.Credit{Outlet: name, Kind: outlet.Agency, Cue: credit.CueCreditLine}
}

// contributing is a piece whose credit line says that an agency contributed.
func contributing(n uint32, home, agency string) Member {
	m := piece(n, home, minute(4, 9, 0), contributed(agency))
	m.Claims[0].Text, m.Claims[0].Probability = claim.Contributed, 0.1
	return m
}

// Text that a piece has in common with an agency's is the agency's, though no
// line of its own says so.
func TestResolveBorrows(t *testing.T) {
	agency := func(n uint32) Member {
		m := piece(n, "Reuters", minute(3, 9, 0))
		m.Kind = outlet.Agency
		return m
	}
	unsigned := func(n uint32) Member { return piece(n, "Voz", minute(4, 9, 0)) }
	signed := func(n uint32) Member {
		return piece(n, "Plains Herald", minute(3, 12, 0), wired("Reuters", credit.CueDateline))
	}
	retelling := func(n uint32) Member { // of The Guardian, with something of Reuters
		m := piece(n, "Voz", minute(4, 9, 0), contributed("Reuters"), says("The Guardian"))
		m.Claims[0].Text, m.Claims[0].Probability = claim.Contributed, 0.1
		return m
	}
	joint := func(n uint32) Member { // printed from two papers that made it together
		m := piece(n, "Voz", minute(4, 9, 0), wired("The Guardian", credit.CueByline), wired("Plains Herald", credit.CueByline))
		for k := range m.Claims {
			m.Claims[k].Text, m.Credits[k].Kind = claim.Whole, outlet.Unknown
		}
		return m
	}
	partner := func(n uint32) Member { // one of the two
		m := contributing(n, "Plains Herald", "The Guardian")
		m.Credits[0].Kind = outlet.Unknown
		return m
	}
	half, third := partialLink(0, 1, 0.5, borrowedShare, 0.6), partialLink(0, 1, 0.5, 0.3, 0.6)
	for _, test := range []struct {
		name     string
		members  []Member
		links    []Link
		upstream string
		credited bool // of the last
	}{
		{"half of it stands in the agency's own piece", []Member{agency(0), unsigned(1)}, []Link{half}, "Reuters", false},
		{"a third does, and nothing says more", []Member{agency(0), unsigned(1)}, []Link{third}, "", false},
		{"a third does, and the agency contributed", []Member{agency(0), contributing(1, "Voz", "Reuters")}, []Link{third}, "Reuters", true},
		{"a third stands in a sibling to which the agency contributed", []Member{contributing(0, "Plains Herald", "Reuters"), contributing(1, "Voz", "Reuters")}, []Link{third}, "Reuters", true},
		{"a third does, and its words name a paper", []Member{contributing(0, "Plains Herald", "Reuters"), retelling(1)}, []Link{third}, "The Guardian", true},
		{"half of it does, and its words name a paper", []Member{contributing(0, "Plains Herald", "Reuters"), retelling(1)}, []Link{half}, "Reuters", true},
		{"half of it stands in a sibling that has the agency's dateline", []Member{signed(0), unsigned(1)}, []Link{half}, "Reuters", false},
		{"a copy of such a sibling", []Member{signed(0), copyOf(0, unsigned(1))}, nil, "Reuters", false},
		{"half of it stands in a sibling to which the agency contributed", []Member{contributing(0, "Plains Herald", "Reuters"), unsigned(1)}, []Link{half}, "Reuters", false},
		{"who made it with the paper that others name has it from nobody", []Member{joint(0), partner(1)}, []Link{half}, "", false},
		{"another agency's line of its own stands", []Member{agency(0), piece(1, "Voz", minute(4, 9, 0), wired("AFP", credit.CueDateline))}, []Link{half}, "AFP", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := Resolve(test.members, test.links).Standings[1]
			require.Equal(t, test.upstream, s.Upstream(), s.Why)
			if test.upstream != "" {
				require.Equal(t, test.credited, s.Credited, s.Why)
				require.Contains(t, s.Why, test.upstream)
			}
		})
	}
}

// Confidence is one of three words wherever something is said, and "certain"
// rests on a line or on the text.
func TestCertainRestsOnALineOrOnText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := digest.Claim{
			Outlet: "Reuters", Text: rapid.SampledFrom([]claim.Text{claim.NoText, claim.Contributed, claim.Included, claim.Whole}).Draw(t, "text"),
			Probability: float32(rapid.Float64Range(0, 1).Draw(t, "probability")),
		}
		s := Alone(0, claiming("Voz", c))
		if s.Role == Single {
			require.Empty(t, s.Confidence)
			require.Empty(t, s.Why)
			return
		}
		require.Contains(t, []Confidence{Certain, Likely, Possible}, s.Confidence)
		require.NotEmpty(t, s.Why)
		if s.Confidence == Certain {
			require.Equal(t, claim.Whole, c.Text)
		}
	})
}

// Two pieces that bear an agency's line have no common source by that alone, but by
// words that say so as well, of one event.
func TestCommonSource(t *testing.T) {
	line := source{outlet: "dpa", text: claim.Included, probability: 1}
	said := line
	said.told = 0.35
	words := source{outlet: "dpa", probability: 0.6, told: 0.6}
	for _, test := range []struct {
		name  string
		a, b  source
		story float64
		want  string
	}{
		{"lines alone", line, line, 0.9, ""},
		{"a line and words", line, words, 0.4, "dpa"},
		{"a line, and a line with words", line, said, 0.8, "dpa"},
		{"of which less is told", line, said, 0.6, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := &Side{Digest: &digest.Digest{Outlet: "Die Zeit"}, sources: []source{test.a}}
			b := &Side{Digest: &digest.Digest{Outlet: "Der Spiegel"}, sources: []source{test.b}}
			require.Equal(t, test.want, common(a, b, test.story))
			require.Equal(t, test.want, common(b, a, test.story))
		})
	}
}
