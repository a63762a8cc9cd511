package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/credit"
	"wiretrace/outlet"
)

// Who pastes together what two papers have each found out has it from both.
func TestAPatchworkOfSeveralPapers(t *testing.T) {
	first, second, later := minute(3, 7, 0), minute(3, 18, 0), minute(4, 12, 0)
	parts := []Link{partialLink(0, 2, 0.4, 0.41, 0.6), partialLink(1, 2, 0.4, 0.45, 0.6)}
	paper := func(n uint32, list ...credit.Credit) Member {
		return piece(n, []string{"Mardle Advertiser", "Channel Bulletin"}[n], first, list...)
	}
	for _, test := range []struct {
		name    string
		members []Member
		links   []Link
		source  int // of the last
	}{
		{"of two", []Member{paper(0), piece(1, "Channel Bulletin", second), piece(2, "Coast Clicks", later)}, parts, 1},
		{
			"of three with a quarter each",
			[]Member{paper(0), paper(1), piece(2, "Pier Post", second), piece(3, "Coast Clicks", later)},
			[]Link{partialLink(0, 3, 0.4, 0.26, 0.6), partialLink(1, 3, 0.4, 0.27, 0.6), partialLink(2, 3, 0.4, 0.25, 0.6)},
			1,
		},
		{"too little of it", []Member{paper(0), paper(1), piece(2, "Coast Clicks", later)}, []Link{partialLink(0, 2, 0.4, 0.25, 0.6), partialLink(1, 2, 0.4, 0.22, 0.6)}, -1},
		{
			"the two have text in common: all may have it from a fourth",
			[]Member{paper(0), paper(1), piece(2, "Coast Clicks", later)},
			append([]Link{partialLink(0, 1, 0.2, 0.2, 0.5)}, parts...),
			-1,
		},
		{
			"or quotations of one statement",
			[]Member{paper(0), paper(1), piece(2, "Coast Clicks", later)},
			append([]Link{quotesLink(0, 1)}, parts...),
			-1,
		},
		{"one of them came later", []Member{paper(0), piece(1, "Channel Bulletin", minute(4, 18, 0)), piece(2, "Coast Clicks", later)}, parts, -1},
		{"one of them is undated", []Member{paper(0), piece(1, "Channel Bulletin", undatedTime), piece(2, "Coast Clicks", later)}, parts, -1},
		{"one of them is of its own house", []Member{paper(0), piece(1, "Coast Clicks", second), piece(2, "Coast Clicks", later)}, parts, -1},
		{"both are of one house", []Member{paper(0), piece(1, "Mardle Advertiser", second), piece(2, "Coast Clicks", later)}, parts, -1},
		{"one of them has it from a third", []Member{paper(0), paper(1, says("The Globe")), piece(2, "Coast Clicks", later)}, parts, -1},
		{"an agency helped one of them", []Member{paper(0), paper(1, wired("Reuters", credit.CueCreditLine)), piece(2, "Coast Clicks", later)}, parts, -1},
		{"it names whom it has it from", []Member{paper(0), paper(1), piece(2, "Coast Clicks", later, says("The Globe"))}, parts, -1},
		{"an agency takes from no papers in silence", []Member{paper(0), paper(1), kind(outlet.Agency, piece(2, "Reuters", later))}, parts, -1},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := Resolve(test.members, test.links)
			last := out.Standings[len(out.Standings)-1]
			require.Equal(t, test.source, last.Source, last.Why)
			for i := range test.members[:len(test.members)-1] {
				require.NotEqual(t, "Coast Clicks", out.Standings[i].SourceOutlet, "nobody has it from the later piece")
			}
			if test.source < 0 {
				return
			}
			require.Equal(t, Role("partial"), last.Role)
			require.True(t, last.Uncredited())
			require.Equal(t, Possible, last.Confidence)
			require.Contains(t, last.Why, "of whose text it has other parts")
			for i := range test.members[:len(test.members)-1] {
				require.Equal(t, Origin, out.Standings[i].Role)
			}
		})
	}
}
