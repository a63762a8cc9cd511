package step

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Pages that are known by their host alone have the outlet that others name there, as on one
// machine, whatever task reads them.
func TestHostsWhoseOutletOthersName(t *testing.T) {
	dir := t.TempDir()
	const text = "The ferry to Tarn stays in harbour for %d weeks, Ada Lorne of the harbour office told the Gull Daily on Monday. Nobody has mended the engine yet, " +
		"and the crew of eleven has gone home. The Corran Post reports that a part has been asked for from the mainland, and comes when it comes."
	for k, a := range []struct{ outlet, url string }{
		{"The Gull Daily", "https://gulldaily.example/ferry"},
		{"", "https://www-gulldaily-example.cdn.ampproject.org/c/s/gulldaily.example/ferry"},
		{"", "https://gulldaily.example/other"},
		{"Corran Post", "https://corranpost.example/1"},
		{"Corran Sport", "https://corranpost.example/2"},
		{"", "https://corranpost.example/3"},
	} {
		b := fmt.Sprintf(`{"id":"a%d","outlet":%q,"url":%q,"date":"2024-05-0%dT08:00:00Z","text":%q}`, k, a.outlet, a.url, 1+k, fmt.Sprintf(text, 2+k))
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.jsonl", k)), []byte(b), 0o666))
	}
	report := equalToJob(t, dir)
	require.Equal(t, 3, strings.Count(report["report.csv"], ",The Gull Daily,2024"))
	require.Contains(t, report["report.csv"], ",corranpost.example,2024")
}
