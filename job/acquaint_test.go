package job

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOutletsInHandAreKnown runs a paper that the gazetteer does not have, three
// pieces that name it and one that does not.
func TestOutletsInHandAreKnown(t *testing.T) {
	dir := t.TempDir()
	const heron = "A heron has kept the swing bridge at Corran shut since Monday, and nobody may move it, the harbour office said. It has laid two eggs on the gear that turns the bridge."
	write(t, dir, "all.jsonl", strings.Join([]string{
		`{"id": "own", "outlet": "Corran Vale Spindle", "language": "en", "date": "2024-05-06", "text": "` + heron + `"}`,
		`{"id": "said", "outlet": "Morning Kettle", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran. A heron is to blame, the Corran Vale Spindle reported on Monday."}`,
		`{"id": "short", "outlet": "Tattie Times", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran. A heron is to blame, according to the Spindle."}`,
		`{"id": "byline", "outlet": "Broch Online", "language": "en", "date": "2024-05-07", "byline": "Tilda Marrow, Corran Vale Spindle", "text": "Barges have waited for three days at Corran. A heron is to blame."}`,
		`{"id": "none", "outlet": "Neep News", "language": "en", "date": "2024-05-07", "text": "A spindle of oak was stolen from the mill at Corran on Tuesday, the police said."}`,
	}, "\n"))
	want := map[string]string{"said": "reported", "short": "according to", "byline": "byline"}
	var first map[string]string
	for _, threads := range []int{1, 4} {
		got, _ := mustRun(t, Options{Paths: []string{dir}, Threads: threads})
		cues := map[string]string{}
		for _, c := range rows(t, got["credits.csv"]) {
			require.Equal(t, "Corran Vale Spindle", c["outlet"])
			cues[c["article"]] = c["cue"]
		}
		require.Equal(t, want, cues)
		if first == nil {
			first = got
		}
		require.Equal(t, first["credits.csv"], got["credits.csv"])
		require.Equal(t, first["report.csv"], got["report.csv"])
	}
}
