package job

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRoundupOfWholeBriefs(t *testing.T) {
	dir := t.TempDir()
	briefs := []string{
		"The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday with 214 passengers, three horses and a wedding cake on board. Captain Morven Haldane kept the bar open until the tide lifted her at 4:41 p.m., the harbour office said.",
		"Beekeepers of Lower Saxony want a tax on plastic flowers. Gerlinde Pohlmann of the Imkerverein in Celle counted 41 bees in a shop window on the Neumarkt and drove them home in a shoe box, she told the ministry of agriculture.",
		"A runaway research balloon settled onto the football field of a high school in Kearsley, Nebraska. Anders Kjelstrup, who heads the physics group at Laramie Technical University, apologized to the Badgers by telephone from a pickup truck.",
		"The Wexford City Council gave the Two Sparrows bakery until June 9 to fit a filter to its oven. Neighbors on Mill Street had logged 212 complaints about smoke and soot since November, among them one about the smell of breakfast.",
		"Thieves dug a tunnel of 38 meters from an allotment hut to the vault of a savings bank in Hollmuende. They took the honey of the tenant, Horst Petersen, and left a receipt for eleven jars, police spokeswoman Wiebke Harms said.",
	}
	for k, b := range briefs {
		write(t, dir, fmt.Sprintf("brief%d.txt", k), b+"\n")
	}
	write(t, dir, "roundup.txt", "Good morning. Here is what happened while you slept.\n\n"+strings.Join(briefs, "\n\n")+"\n\nThat is all. Have a fine day, and mind the bees.\n")
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	r := by(rows(t, got["report.csv"]), "article")
	seen := map[string]string{}
	for id, x := range r {
		if strings.HasPrefix(id, "brief") && x["cluster"] != "" {
			require.Empty(t, seen[x["cluster"]], "%s and %s are chained", id, seen[x["cluster"]])
			seen[x["cluster"]] = id
		}
	}
}
