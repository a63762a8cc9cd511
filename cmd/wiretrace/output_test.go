package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestDated(t *testing.T) {
	now := time.Date(2026, 11, 22, 3, 4, 5, 0, time.FixedZone("", 3600))
	for _, test := range []struct{ template, dir, link, target string }{
		{"wiretrace-report", "wiretrace-report", "", ""},
		{"reports/monday", "reports/monday", "", ""},
		{"reports/{date}", "reports/2026-11-22", "reports/latest", "2026-11-22"},
		{"{date}", "2026-11-22", "latest", "2026-11-22"},
		{"./{date}/", "./2026-11-22/", "latest", "2026-11-22"},
		{"/srv/reports/wire-{date}T{time}", "/srv/reports/wire-2026-11-22T03-04-05", "/srv/reports/latest", "wire-2026-11-22T03-04-05"},
		{"r/{date}/{time}/wire", "r/2026-11-22/03-04-05/wire", "r/latest", "2026-11-22/03-04-05/wire"},
		{"/{date}", "/2026-11-22", "/latest", "2026-11-22"},
		{"r/{Date}", "r/{Date}", "", ""},
	} {
		t.Run(test.template, func(t *testing.T) {
			dir, link, target, err := dated(filepath.FromSlash(test.template), now)
			require.NoError(t, err)
			require.Equal(t, test.dir, filepath.ToSlash(dir))
			require.Equal(t, test.link, filepath.ToSlash(link))
			require.Equal(t, test.target, filepath.ToSlash(target))
		})
	}
	_, _, _, err := dated("r/{day}", now)
	require.ErrorContains(t, err, "there is no {day}, only {date} and {time}")
}

func TestReportsInDatedFolders(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("x", filepath.Join(dir, "probe")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	out := filepath.Join(dir, "reports", "{date}", "{time}")
	args := []string{"run", "-o", out, "../../testdata/example"}
	execute(t, exitDone, args...)
	latest := filepath.Join(dir, "reports", "latest")
	require.True(t, report.IsReport(latest), "the link leads to the report")
	target, err := os.Readlink(latest)
	require.NoError(t, err)
	require.False(t, filepath.IsAbs(target))

	// A folder of the user's own stands, and the report is written all the same.
	require.NoError(t, os.Remove(latest))
	require.NoError(t, os.Mkdir(latest, 0o777))
	time.Sleep(time.Until(time.Now().Truncate(time.Second).Add(time.Second)))
	_, said := execute(t, exitDone, args...)
	require.Contains(t, said, "no link to the latest report was made: ")
	require.Contains(t, said, "not replaced, since it is no link")
	require.Contains(t, said, "9 articles read")

	// A run that fails leaves the link as it is.
	require.NoError(t, os.Remove(latest))
	require.NoError(t, os.Symlink("2020-01-01", latest))
	execute(t, exitFailed, "run", "-o", out, filepath.Join(dir, "nowhere"))
	target, err = os.Readlink(latest)
	require.NoError(t, err)
	require.Equal(t, "2020-01-01", target)
}
