package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestFailOn(t *testing.T) {
	for _, test := range []struct {
		name               string
		rules              []string
		articles, problems int
		want               string // empty: no failure
	}{
		{"no rule", nil, 0, 100, ""},
		{"as many as allowed", []string{"problems:20"}, 80, 20, ""},
		{"one more", []string{"problems:20"}, 80, 21, "21 of 101 inputs could not be read, more than --fail-on problems:20 allows"},
		{"none allowed", []string{"problems:0"}, 80, 1, "1 of 81 inputs could not be read, more than --fail-on problems:0 allows"},
		{"the part that is allowed", []string{"problems:5%"}, 95, 5, ""},
		{"a larger part", []string{"problems:5%"}, 94, 6, "6 of 100 inputs could not be read, more than --fail-on problems:5% allows"},
		{"a fraction of a hundredth", []string{"problems:.5%"}, 994, 6, "6 of 1000 inputs could not be read, more than --fail-on problems:0.5% allows"},
		{"nothing read, nothing wrong", []string{"problems:0%"}, 0, 0, ""},
		{"the second of two", []string{"problems:50%", "problems:3"}, 96, 4, "4 of 100 inputs could not be read, more than --fail-on problems:3 allows"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var f failOn
			for _, r := range test.rules {
				require.NoError(t, f.Set(r))
			}
			err := f.check(&report.Summary{Articles: test.articles, Problems: test.problems})
			if test.want == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, test.want)
		})
	}
	for _, bad := range []string{"", "problems", "problems:", "problems:%", "problems:-1", "problems:101%", "problems:1.5", "problems:NaN", "problems:Inf", "problems:5%%", "5%", "articles:5"} {
		require.Error(t, new(failOn).Set(bad), "%q", bad)
	}
}

func TestTooManyProblemsFailARunThatWritesItsReport(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "r")
	require.NoError(t, os.CopyFS(in, os.DirFS("../../testdata/example")))
	require.NoError(t, os.WriteFile(filepath.Join(in, "broken.json"), []byte("{"), 0o666))
	_, said := execute(t, exitProblems, "run", "-q", "-o", out, "--fail-on", "problems:10%", in)
	require.Empty(t, said)
	require.NoError(t, os.RemoveAll(out))
	_, said = execute(t, exitFailed, "run", "-q", "-o", out, "--fail-on", "problems:9%", in)
	require.Equal(t, "wiretrace run: 1 of 10 inputs could not be read, more than --fail-on problems:9% allows; the report is written all the same\n", said)
	require.True(t, report.IsReport(out))
}
