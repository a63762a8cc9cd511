package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/credit"
	"wiretrace/outlet"
)

// A page's date is often that of its last change.
func TestASourceThatIsNamedMayBearALaterDate(t *testing.T) {
	morning, noon := minute(3, 9, 0), minute(3, 15, 0)
	line := credit.Credit{Outlet: "Isle Post", Kind: outlet.Publisher, Cue: credit.CueCreditLine}
	for _, test := range []struct {
		name   string
		first  Member // the one of the earlier date, which may have it from the other
		second Member
		link   *Link // nil: they are of one family
		source int   // of the first
	}{
		{"its words name it", piece(0, "Schools Week", morning, says("Isle Post")), piece(1, "Isle Post", noon), new(copyLink(0, 1)), 1},
		{"of a whole copy", piece(0, "Schools Week", morning, says("Isle Post")), copyOf(0, piece(1, "Isle Post", noon)), nil, 1},
		{"a line names it", piece(0, "Schools Week", morning, line), copyOf(0, piece(1, "Isle Post", noon)), nil, 1},
		{"through another", piece(0, "Schools Week", morning, saysVia("The Globe", "Isle Post")), piece(1, "Isle Post", noon), new(copyLink(0, 1)), 1},
		{"half of it is copied", piece(0, "Schools Week", morning, says("Isle Post")), piece(1, "Isle Post", noon), new(partialLink(0, 1, 0.6, 0.5, 0.6)), 1},
		{"on the day before", piece(0, "Schools Week", morning, says("Isle Post")), piece(1, "Isle Post", minute(4, 12, 0)), new(copyLink(0, 1)), 1},
		{"a third of it is: the text may be background of another piece", piece(0, "Schools Week", morning, says("Isle Post")), piece(1, "Isle Post", noon), new(partialLink(0, 1, 0.3, 0.3, 0.6)), -1},
		{"four days after is another piece", piece(0, "Schools Week", morning, says("Isle Post")), piece(1, "Isle Post", minute(7, 12, 0)), new(copyLink(0, 1)), -1},
		{"who names nobody was first", piece(0, "Schools Week", morning), piece(1, "Isle Post", noon), new(copyLink(0, 1)), -1},
		{"who names it for a detail too", piece(0, "Schools Week", morning, detailFrom("Isle Post")), piece(1, "Isle Post", noon), new(copyLink(0, 1)), -1},
		{"that names it in turn has it from there", piece(0, "Schools Week", morning, says("Isle Post")), piece(1, "Isle Post", noon, detailFrom("Schools Week")), new(copyLink(0, 1)), -1},
		{"whose own line names an agency", piece(0, "Schools Week", morning, says("Isle Post")), piece(1, "Isle Post", noon, wired("Reuters", credit.CueDateline)), new(copyLink(0, 1)), -1},
	} {
		t.Run(test.name, func(t *testing.T) {
			var links []Link
			if test.link != nil {
				links = append(links, *test.link)
			}
			out := Resolve([]Member{test.first, test.second}, links)
			require.Equal(t, test.source, out.Standings[0].Source, out.Standings[0].Why)
			if test.source < 0 {
				return
			}
			require.True(t, out.Standings[0].Credited)
			require.Contains(t, out.Standings[0].Why, "whose piece in hand bears a later date")
			require.Equal(t, Origin, out.Standings[1].Role)
			require.Empty(t, out.Standings[1].Chain)
			require.NotContains(t, out.Standings[1].Why, "none in hand came before it")
		})
	}
}

// Who has a report in hand from another that passed it on says so, and so does the chain.
func TestTheChainKeepsWhoPassedAReportOn(t *testing.T) {
	report := piece(0, "Isle Post", minute(3, 9, 0))
	retold := piece(1, "Schools Week", minute(4, 9, 0), saysVia("Isle Post", "Reuters"))
	s := Resolve([]Member{report, retold}, []Link{creditLink(0, 1, "Isle Post", 0.9)}).Standings[1]
	require.Equal(t, 0, s.Source)
	require.Equal(t, []string{"Reuters", "Isle Post"}, s.Chain, s.Why)
	require.Equal(t, "Isle Post", s.Upstream())
}
