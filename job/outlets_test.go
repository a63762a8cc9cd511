package job

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhatOutletsHaveFromEachOther(t *testing.T) {
	n := startNights(t, Options{})
	m := n.read(
		item{"a", "Associated Press", "2024-04-30T10:00:00Z", "HARLOW (AP) — " + ferry},
		item{"b", "Gull Daily", "2024-04-30T12:30:00Z", "HARLOW (AP) — " + ferry},
		item{"c", "Erran Echo", "2024-05-01", "HARLOW (AP) — " + ferry},
		item{"d", "Gull Daily", "2024-05-02T12:30:00Z", bees},
	)
	outlets := map[string]map[string]string{}
	for _, r := range rows(t, m.files["outlets.csv"]) {
		outlets[r["outlet"]] = r
	}
	require.Len(t, outlets, 3)
	gull := outlets["Gull Daily"]
	require.Equal(t, []string{"2", "1", "1", "0", "0"}, []string{gull["articles"], gull["own"], gull["copied"], gull["rewritten"], gull["updates"]})
	require.Equal(t, "150", gull["median_minutes"])
	require.Equal(t, []string{"1", "0"}, []string{gull["credited"], gull["uncredited"]})
	require.Equal(t, "Associated Press 1", gull["takes_from"])
	require.NotEqual(t, "0.0", gull["agency_pct"])
	require.NotEqual(t, "100.0", gull["agency_pct"])
	require.Equal(t, "100.0", outlets["Erran Echo"]["agency_pct"])
	require.Empty(t, outlets["Erran Echo"]["median_minutes"], "a day tells no minutes")
	require.Equal(t, "0.0", outlets["Associated Press"]["agency_pct"], "an agency's own text is its own")
	require.Equal(t, "Erran Echo 1; Gull Daily 1", outlets["Associated Press"]["taken_by"])
	flows := rows(t, m.files["flows.csv"])
	require.Len(t, flows, 2)
	for _, f := range flows {
		require.Equal(t, "Associated Press", f["from_outlet"])
		require.Equal(t, []string{"1", "1", "0"}, []string{f["articles"], f["credited"], f["uncredited"]})
		require.NotEqual(t, "0", f["words"])
	}
	for _, c := range m.clusters(t) {
		require.Equal(t, "150", c["first_copy_minutes"])
	}
	for id, a := range m.articles(t) {
		words := 0
		for _, p := range rows(t, m.files["passages.csv"]) {
			if p["article"] == id && p["label"] != "furniture" {
				words += wordsOf(t, p["words"])
			}
		}
		if a["cluster"] != "" {
			require.Equal(t, wordsOf(t, a["words"]), words, "words are those that the percentages are of")
		}
	}
}

// wordsOf reads a cell that counts words.
func wordsOf(t *testing.T, cell string) int {
	n, err := strconv.Atoi(cell)
	require.NoError(t, err)
	return n
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
