package job

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWritersOfBylines(t *testing.T) {
	w := writers{}
	for _, byline := range []string{"Ada Maria Lorne", "Cleo Anne Dunn, Ben Okoro, Tarn Valley Express", "Dina Faro, Peak Sentinel Post", ""} {
		w.add(byline)
	}
	require.Equal(t, writers{"ada maria lorne": true, "cleo anne dunn": true, "ben okoro": true, "dina faro": true}, w)
}

// An outlet field that holds the writer's name makes nobody a copyist.
func TestAColumnistIsNotCredited(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "in",
		"a.json", `{"id":"a","outlet":"Ada Maria Lorne","title":"On bread","text":"Bread is dear in Tarn Valley this autumn, and nobody bakes at home. The mill at Corran has closed its doors for good."}`,
		"b.json", `{"id":"b","outlet":"Tarn Valley Courier","author":"Ada Maria Lorne","title":"On rain","text":"It has rained on the fair for nine years out of ten. The committee has bought a second tent, and a pump to go with it."}`)
	out, _ := mustRun(t, Options{Paths: []string{"in"}})
	require.Equal(t, "single", by(rows(t, out["report.csv"]), "article")["b"]["role"])
	require.Empty(t, rows(t, out["credits.csv"]))
}
