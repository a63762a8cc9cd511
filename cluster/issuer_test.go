package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/credit"
	"wiretrace/outlet"
)

// Papers that print one release owe it to whoever issued it, and not to the one
// of them that was first.
func TestResolveKnowsARelease(t *testing.T) {
	release := func(issuer string) credit.Credit {
		return credit.Credit{Outlet: issuer, Kind: credit.Release, Cue: "said in a news release"}
	}
	plain := func(n uint32, home string, list ...credit.Credit) Member {
		m := piece(n, home, minute(3, int(n), 0), list...)
		m.Claims = nil // a release is no claim to anybody's report
		return m
	}
	const office = "Corrie County Sheriff's Office"
	tests := []struct {
		name     string
		members  []Member
		links    []Link
		upstream []string
		credited []bool
	}{
		{
			"both say so, one of them in short",
			[]Member{plain(1, "Corrie Lamp", release(office)), plain(2, "Skerrow Post", release("sheriff's office"))},
			[]Link{{A: 1, B: 2, Relation: Partial, Pair: Pair{ShareA: 0.6, ShareB: 0.7, OwnA: 100, OwnB: 100, WordsA: 100, WordsB: 100, Signs: Signs{Run: 30}}}},
			[]string{office, office},
			[]bool{true, true},
		},
		{
			"one says so",
			[]Member{plain(1, "Corrie Lamp"), copyOf(1, plain(2, "Skerrow Post", release(office)))},
			nil,
			[]string{office, office},
			[]bool{false, true},
		},
		{
			"it is the agency's text that they share",
			[]Member{piece(1, "Corrie Lamp", minute(3, 1, 0), wired("Reuters", credit.CueDateline)), copyOf(1, piece(2, "Skerrow Post", minute(3, 2, 0), wired("Reuters", credit.CueDateline), release(office)))},
			nil,
			[]string{"Reuters", "Reuters"},
			[]bool{true, true},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out := Resolve(test.members, test.links)
			for i, s := range out.Standings {
				require.Equal(t, test.upstream[i], s.Upstream())
				require.Equal(t, test.credited[i], s.Credited)
				require.Equal(t, test.upstream[i] == office, s.UpstreamKind == credit.Release)
				require.False(t, s.Uncredited(), "a release is written to be printed")
			}
		})
	}
}

// A release that a report credits makes nothing of it but a report.
func TestReleaseAloneIsNoUpstream(t *testing.T) {
	m := piece(1, "Corrie Lamp", minute(3, 1, 0), credit.Credit{Outlet: "Corrie County", Kind: credit.Release, Cue: "said in a news release"})
	m.Claims = nil
	require.Equal(t, Single, Alone(1, m.Digest).Role)
}

// A wire of releases has a firm's in hand. One paper prints it, an agency reports it
// in its own words and says so, another paper has a paragraph of it: the firm is
// upstream of all three, through the wire.
func TestAReleaseInHandIsTheSource(t *testing.T) {
	wire := piece(0, "PR Newswire", minute(3, 8, 0), credit.Credit{Outlet: "Sandpiper Marine", Kind: credit.Release, Cue: credit.CueProvided})
	wire.Kind, wire.Claims = credit.Release, nil
	printed := copyOf(0, piece(1, "Rope & Line", day(2025, 3, 3)))
	told := piece(2, "Associated Press", minute(3, 11, 47), credit.Credit{Outlet: "Sandpiper Marine", Kind: credit.Release, Cue: "said in a news release"})
	told.Kind, told.Claims = outlet.Agency, nil
	local := piece(3, "Corrie Lamp", day(2025, 3, 3))
	out := Resolve([]Member{wire, printed, told, local}, []Link{creditLink(0, 2, "PR Newswire", 0.8), partialLink(0, 3, 0.2, 0.15, 0.6)})
	require.Equal(t, Origin, out.Standings[0].Role)
	for i := 1; i < 4; i++ {
		s := out.Standings[i]
		require.Equal(t, []string{"PR Newswire", "Sandpiper Marine"}, s.Chain, i)
		require.Equal(t, 0, s.Source, i)
		require.Equal(t, credit.Release, s.UpstreamKind, i)
		require.Equal(t, i == 2, s.Credited, i)
		require.False(t, s.Uncredited(), i)
	}
	require.Contains(t, out.Standings[2].Why, "it names a release of Sandpiper Marine")
}

// What a wire of releases passes on is whoever's paid for it, be its own page in hand or not.
func TestALineOfAWireOfReleases(t *testing.T) {
	m := signed("PR Newswire", piece(1, "Rope & Line", day(2025, 3, 3), credit.Credit{Outlet: "PR Newswire", Kind: outlet.Agency, Cue: credit.CueByline}))
	s := Alone(1, m.Digest)
	require.Equal(t, "PR Newswire", s.Upstream())
	require.Equal(t, credit.Release, s.UpstreamKind)
}

// A pool pays reporters in the newsrooms of many papers: who signs a text with its name has it by
// right, and who prints one without may well have it from the paper.
func TestResolveKnowsAPool(t *testing.T) {
	pooled := func(n uint32, home string, list ...credit.Credit) Member {
		m := signed("Ewan Sharp, Rig Corps", piece(n, home, minute(3, int(n), 0), list...))
		m.Claims = nil
		return m
	}
	pool := func(name string) credit.Credit {
		return credit.Credit{Outlet: name, Kind: outlet.Pool, Cue: credit.CueByline}
	}
	tests := []struct {
		name       string
		members    []Member
		upstream   []string
		uncredited bool
	}{
		{"both sign so", []Member{pooled(1, "Corrie Lamp", pool("Rig Corps")), copyOf(1, pooled(2, "Skerrow Post", pool("Rig Corps")))}, []string{"Rig Corps", "Rig Corps"}, false},
		{"one of three does not", []Member{pooled(1, "Corrie Lamp", pool("Rig Corps")), copyOf(1, pooled(2, "Skerrow Post", pool("Rig Corps"))), copyOf(1, plainly(3, "Wick Pier"))}, []string{"Rig Corps", "Rig Corps", "Rig Corps"}, true},
		{"the copier does not", []Member{pooled(1, "Corrie Lamp", pool("Rig Corps")), copyOf(1, plainly(2, "Skerrow Post"))}, []string{"", "Corrie Lamp"}, true},
		{"of two pools", []Member{pooled(1, "Corrie Lamp", pool("Rig Corps")), copyOf(1, pooled(2, "Skerrow Post", pool("Loom Corps")))}, []string{"", "Corrie Lamp"}, false},
		{"alone", []Member{pooled(1, "Corrie Lamp", pool("Rig Corps"))}, []string{""}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out := Resolve(test.members, nil)
			for i, s := range out.Standings {
				if i < 2 {
					require.Equal(t, test.upstream[i], s.Upstream(), s.Why)
				}
			}
			last := out.Standings[len(out.Standings)-1]
			require.Equal(t, test.uncredited, last.Uncredited(), last.Why)
		})
	}
}

// plainly is a piece that names nobody, an hour later for each before it.
func plainly(n uint32, home string) Member { return piece(n, home, minute(3, int(n), 0)) }
