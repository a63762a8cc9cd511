package job

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A print is a piece of a house that may have its text from a third.
type print struct{ id, outlet, byline, published, text string }

const signs = `A council has spent 11,300 pounds on signs that tell drivers not to read signs, a meeting heard on Wednesday.

The signs stand on the road at Harrow Rigg, where four cars have left it since January. Each says: "Keep your eyes on the road".

Councillor Maureen Tait told the highways committee that she had driven past them twice and read them both times. "I am ashamed to say that I slowed down to do it," she said.

The head of highways, Douglas Embleton, said that a consultant had been asked how many words a driver could safely read and had answered in a report of 61 pages.

Members voted by eight to three to replace the words with a picture of an eye. Councillor Pat Mosgrove asked where the eye would be looking.
`

const (
	pumpLead   = "Bracken Pumps today announced the BP-9, the first bilge pump certified to run dry for a thousand hours without wear.\n\n"
	pumpReport = "A pump maker of Arbroath says that its new bilge pump can run dry for a thousand hours without wear.\n\n"
	pump       = `The pump uses a ceramic bearing, Lithocore, that was developed with the Strathness Institute of Tribology. In sea trials aboard four trawlers, no unit failed in eighteen months.

"Boats do not sink because pumps are weak. They sink because pumps are forgotten," said Fergus Mallory, chief executive officer of Bracken Pumps. "The BP-9 is built to be forgotten."

The BP-9 will be available from June 2 at a suggested price of $2,150. Distributors in eleven countries have placed orders for 6,400 units.
`
	doubts = `
"I have seen three of those since 1998," said Ewan Tulloch, who fishes from Corrie. "All of them are on the sea floor."

Harbour master Wanda Sorley told a visitor that she would wait for the winter. "Ask me in March," Sorley said.
`
)

// Of two houses that print one text neither has it from the other, if something in them shows that both
// have it from a third.
func TestTextOfAThird(t *testing.T) {
	for _, test := range []struct {
		name     string
		pieces   []print
		upstream string // of all
		accused  bool   // the last of them is called uncredited
	}{
		{"of a service that they name in bylines", []print{
			{"a", "Harrow Rigg Times", "Ewan Sharp, Local Democracy Reporter", "2025-11-06T06:00:00Z", signs},
			{"b", "Eden Valley Mail", "Ewan Sharp, Local Democracy Reporting Service", "2025-11-06T06:40:00Z", signs},
			{"c", "Cumber Live", "", "2025-11-06T09:00:00Z", "By Ewan Sharp, Local Democracy Reporter\n\n" + signs},
		}, "Local Democracy Reporting Service", false},
		{"one of whom lost the byline", []print{
			{"a", "Harrow Rigg Times", "Ewan Sharp, Local Democracy Reporter", "2025-11-06T06:00:00Z", signs},
			{"b", "Cumber Live", "", "2025-11-06T09:00:00Z", signs},
		}, "Local Democracy Reporting Service", false},
		{"of a pool", []print{
			{"a", "Harrow Rigg Times", "Ewan Sharp, Report for America corps member", "2025-11-06T06:00:00Z", signs},
			{"b", "Cumber Live", "Ewan Sharp/Report for America", "2025-11-06T09:00:00Z", signs},
		}, "Report for America", false},
		{"of a pool, whose name one left out", []print{
			{"a", "Harrow Rigg Times", "Ewan Sharp, Report for America corps member", "2025-11-06T06:00:00Z", signs},
			{"b", "Cumber Live", "", "2025-11-06T09:00:00Z", signs},
		}, "Harrow Rigg Times", true},
		{"of a firm that one names as the source", []print{
			{"a", "Quay Monthly", "", "2025-05-15T09:00:00Z", pumpReport + pump + "\nSource: Bracken Pumps\n"},
			{"b", "Corran Trade", "", "2025-05-16T09:00:00Z", pumpReport + pump},
		}, "Bracken Pumps", false},
		{"of a firm that one names as the source and both begin with", []print{
			{"a", "Quay Monthly", "", "2025-05-15T09:00:00Z", pumpLead + pump},
			{"b", "Corran Trade", "", "2025-05-16T09:00:00Z", pumpLead + pump + "\nSource: Bracken Pumps\n"},
		}, "Bracken Pumps", false},
		{"of a firm whose press may be asked", []print{
			{"a", "Quay Monthly", "", "2025-05-15T09:00:00Z", pumpReport + pump + "\nMedia contact: Elspeth Dow, press@brackenpumps.example\n"},
			{"b", "Corran Trade", "", "2025-05-15T19:00:00Z", pumpReport + pump},
		}, "unnamed release", false},
		{"of a firm that is described at the foot", []print{
			{"a", "Quay Monthly", "", "2025-05-15T09:00:00Z", pumpLead + pump},
			{"b", "Corran Trade", "Staff", "2025-05-18T09:00:00Z", pumpLead + pump + "\nAbout Bracken Pumps\nBracken Pumps makes marine and mining pumps in Arbroath, Scotland.\n"},
		}, "Bracken Pumps", false},
		{"of a university whose release one names in short", []print{
			{"a", "Quay Monthly", "", "2025-05-15T09:00:00Z", pumpReport + pump},
			{"b", "Corran Trade", "Staff", "2025-05-18T09:00:00Z", "The University of Tarnby said in a release that boats need pumps.\n\n" + pump},
		}, "University of Tarnby", false},
		{"of a firm, by the tone alone", []print{
			{"a", "Quay Monthly", "", "2025-05-15T09:00:00Z", pumpLead + pump},
			{"b", "Corran Trade", "Staff", "2025-05-15T19:00:00Z", pumpLead + pump},
		}, "Bracken Pumps", false},
		{"a week later the tone alone is not enough", []print{
			{"a", "Quay Monthly", "", "2025-05-15T09:00:00Z", pumpLead + pump},
			{"b", "Corran Trade", "Staff", "2025-05-25T19:00:00Z", pumpLead + pump},
		}, "Quay Monthly", true},
		{"nor where a reporter signs", []print{
			{"a", "Quay Monthly", "Nora Dole", "2025-05-15T09:00:00Z", pumpLead + pump},
			{"b", "Corran Trade", "", "2025-05-15T19:00:00Z", pumpLead + pump},
		}, "Quay Monthly", true},
		{"nor where others speak", []print{
			{"a", "Quay Monthly", "", "2025-05-15T09:00:00Z", pumpLead + pump + doubts},
			{"b", "Corran Trade", "", "2025-05-15T19:00:00Z", pumpLead + pump + doubts},
		}, "Quay Monthly", true},
		{"of a reporter who names a release and asks others", []print{
			{"a", "Quay Monthly", "Nora Dole", "2025-05-15T09:00:00Z", pumpReport + pump + "\nThe pump is red, according to a news release from Bracken Pumps.\n" + doubts},
			{"b", "Corran Trade", "", "2025-05-15T19:00:00Z", pumpReport + pump + doubts},
		}, "Quay Monthly", true},
		{"of a reporter of the first", []print{
			{"a", "Harrow Rigg Times", "Ewan Sharp, Democracy Reporter", "2025-11-06T06:00:00Z", signs},
			{"b", "Cumber Live", "", "2025-11-06T09:00:00Z", signs},
		}, "Harrow Rigg Times", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			var lines strings.Builder
			for _, p := range test.pieces {
				lines.WriteString(line(t, map[string]string{"id": p.id, "outlet": p.outlet, "byline": p.byline, "published": p.published, "title": "Of signs and pumps", "text": p.text}))
			}
			dir := t.TempDir()
			write(t, dir, "in.jsonl", lines.String())
			got, _ := mustRun(t, Options{Paths: []string{filepath.Join(dir, "in.jsonl")}})
			articles := by(rows(t, got["report.csv"]), "article")
			last := test.pieces[len(test.pieces)-1]
			for _, p := range test.pieces {
				a := articles[p.id]
				require.Equal(t, articles[last.id]["cluster"], a["cluster"], p.id)
				require.Equal(t, test.upstream, a["upstream"], "%s: %s", p.id, a["why"])
				require.Equal(t, test.accused && p.id == last.id, a["credited"] == "no", "%s: %s", p.id, a["why"])
			}
			require.NotEmpty(t, articles[last.id]["cluster"])
			require.Equal(t, map[bool]string{true: "1", false: "0"}[test.accused], rows(t, got["clusters.csv"])[0]["uncredited"])
		})
	}
}
