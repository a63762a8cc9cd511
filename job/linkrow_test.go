package job

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Who shows a passage that another article has too says in a row of links.csv
// what the two share, or the other does: one of them, and once.
func TestEachSharedPassageHasALink(t *testing.T) {
	path, _ := generated(t, 1000)
	got, _ := mustRun(t, Options{Paths: []string{path}})
	linked := map[[2]string]int{}
	for _, l := range rows(t, got["links.csv"]) {
		if a, b := l["article"], l["source_article"]; b != "" {
			linked[[2]string{min(a, b), max(a, b)}]++
		}
	}
	for couple, n := range linked {
		require.Equal(t, 1, n, couple)
	}
	shared := 0
	for _, p := range rows(t, got["passages.csv"]) {
		if a, b := p["article"], p["source_article"]; b != "" {
			shared++
			require.Positive(t, linked[[2]string{min(a, b), max(a, b)}], "%s shows a passage of %s", a, b)
		}
	}
	require.Greater(t, shared, 100)
}

// Two papers that cut one agency's text at different places have it from the agency: that one of
// them printed it an hour earlier says nothing of where the other has it from.
func TestSiblingsAreNotEachOthersSource(t *testing.T) {
	const (
		head   = "WINONA, Minn. (AP) — A tugboat that was lost in 1931 has been found in a bean field two miles from the river, which moved its bed in that spring's flood, and buried her under seven feet of silt. "
		first  = "A farmer struck the funnel with his plough on Tuesday and took it for a boiler until he saw the name of the boat. "
		second = "The crew of nine had walked ashore, as all of them told anybody who would listen for forty years, and been believed by nobody. "
		third  = "The last of them, a stoker, had died in 1974 with the ship's bell in his kitchen, where his daughter still rings it for dinner. "
		fourth = "The county wants to raise the boat in autumn, if the beans are in, and put it on the square in front of the courthouse. "
	)
	dir := t.TempDir()
	article := func(id, outlet, hour, text string) string {
		line, err := json.Marshal(map[string]string{"id": id, "outlet": outlet, "date": "2025-06-10T" + hour + ":00Z", "title": "Lost tugboat lies in a bean field", "text": text})
		require.NoError(t, err)
		return string(line) + "\n"
	}
	write(t, dir, "crawl.jsonl", article("ap", "Associated Press", "08:00", head+first+second+third+fourth)+
		article("clarion", "Winona Clarion", "09:00", head+second)+
		article("gazette", "Quad Bluffs Gazette", "10:00", strings.Replace(head, " (AP)", "", 1)+first+fourth+third+"\n\n— The Associated Press\n"))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	direction := map[string]string{}
	for _, l := range rows(t, got["links.csv"]) {
		direction[l["article"]+" "+l["source_article"]] = l["direction"]
	}
	require.Equal(t, "from", direction["clarion ap"])
	require.Equal(t, "from", direction["gazette ap"])
	require.NotEqual(t, "from", direction["gazette clarion"])
}
