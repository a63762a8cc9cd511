package step

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/job"
	"wiretrace/report"
	"wiretrace/report/page"
)

// What was left out of a cluster of very many versions, or prints that name very many
// issuers, is counted, and the first page says so, on one machine as in tasks.
func TestWhatAClusterIsTooLargeForIsCounted(t *testing.T) {
	const story = "The harbour of Kelmouth stays open through the whole winter, since the ice is thinner than in other years and two tugs keep the channel clear. " +
		"Fishermen had asked for that in autumn, when the old breaker was sold to a yard in Tarn and nobody knew what would come in its place. " +
		"The first boats leave on Tuesday before dawn and land what they catch at the northern quay, where a new crane was put up in March."
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	f, err := os.Create(in)
	require.NoError(t, err)
	w := json.NewEncoder(f)
	for i := range 140 {
		outlet, text := fmt.Sprint("Outlet ", i), story
		switch {
		case i < 30:
			outlet = "Kelmouth Lantern"
		case i >= 40:
			a, b := rune('a'+i%26), rune('a'+i/26)
			text = fmt.Sprintf("The harbour stays open, Kel%c%cton County said in a news release on Monday. ", a, b) + story
		}
		require.NoError(t, w.Encode(map[string]any{
			"id": fmt.Sprint("a", i), "outlet": outlet, "title": "Harbour stays open", "text": text, "published": fmt.Sprintf("2026-03-01T%02d:%02d:00Z", i/60, i%60),
		}))
	}
	require.NoError(t, f.Close())

	options := report.Options{Forms: []report.NewForm{page.New(page.About{})}}
	one, many := filepath.Join(dir, "one"), filepath.Join(dir, "many")
	var stats job.Stats
	summary, err := job.Run(t.Context(), job.Options{Paths: []string{in}, Out: one, Report: options, Stats: &stats})
	require.NoError(t, err)
	require.Positive(t, summary.Versions)
	require.Equal(t, 100-63, summary.Issuers, "of 100, with none of them as the 64th")
	require.Equal(t, summary.Versions, stats.Counts.Versions)
	require.Equal(t, summary.Issuers, stats.Counts.Issuers)
	index := func(dir string) string {
		b, err := os.ReadFile(filepath.Join(dir, report.IndexFile))
		require.NoError(t, err)
		return string(b)
	}
	want := index(one)
	require.Contains(t, want, fmt.Sprintf("%d times an outlet had more versions of a piece than a text was held against.", summary.Versions))
	require.Contains(t, want, fmt.Sprintf("%d issuers of a release not looked at", summary.Issuers))
	runPlan(t, Options{Out: many, Report: options}, 3, 7, in)
	require.Equal(t, want, index(many))
}
