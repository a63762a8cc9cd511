package metrics

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/job"
	"wiretrace/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMetricsText(t *testing.T) {
	ended := time.Unix(1795316400, 987654321)
	stats := &job.Stats{
		Steps: []job.StepStats{
			{Step: job.Reading, Seconds: 12.34567, CPUSeconds: 24.5},
			{Step: job.Grouping, Seconds: 3},
			{Step: job.Comparing, Seconds: 4.0004},
			{Step: job.Resolving, Seconds: 0.25},
			{Step: job.Writing, Seconds: 8},
		},
		PeakBytes: 734003200, Counts: job.Counts{Links: 4321},
	}
	for _, test := range []struct {
		name string
		of   Run
	}{
		{"done", Run{
			Success: true,
			Ended:   ended, LastSuccess: ended, Seconds: 28.5, Articles: 20000, Changing: 3, Known: 1200, Stats: stats,
			Summary: &report.Summary{Articles: 20000, Problems: 7, Clusters: 345, Clustered: 2345, Uncredited: 67, Families: 89},
		}},
		{"failed", Run{
			ExitStatus: 1, Ended: ended, LastSuccess: ended.Add(-24 * time.Hour), Seconds: 12.5, Articles: 11000,
			Stats: &job.Stats{Steps: stats.Steps[:1]},
		}},
		{"failed-at-once", Run{ExitStatus: 1, Ended: ended, Stats: &job.Stats{}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			golden := filepath.Join("testdata", test.name+".prom")
			got := test.of.Text()
			if *update {
				require.NoError(t, os.MkdirAll(filepath.Dir(golden), 0o777))
				require.NoError(t, os.WriteFile(golden, got, 0o666))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			require.Equal(t, string(want), string(got), "if the change is meant, run this test with -update")
			holdsPrometheus(t, string(got))
		})
	}
}

// holdsPrometheus checks what the text form asks for: each family's HELP and
// TYPE once and first, its samples together, a name of the project's own, and a
// line end after the last.
func holdsPrometheus(t *testing.T, text string) {
	t.Helper()
	require.True(t, strings.HasSuffix(text, "\n"))
	sample := regexp.MustCompile(`^(wiretrace_[a-z_]+)(\{[a-z]+="[a-z]+"\})? [0-9]+(\.[0-9]+)?$`)
	seen := map[string]bool{}
	family := ""
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		if rest, ok := strings.CutPrefix(lines[i], "# HELP "); ok {
			family, _, _ = strings.Cut(rest, " ")
			require.False(t, seen[family], family)
			seen[family] = true
			i++
			require.Equal(t, "# TYPE "+family+" gauge", lines[i])
			continue
		}
		m := sample.FindStringSubmatch(lines[i])
		require.NotNil(t, m, lines[i])
		require.Equal(t, family, m[1])
		require.False(t, seen[m[1]+m[2]] && m[2] != "", "%s twice", lines[i])
		seen[m[1]+m[2]] = true
	}
}
