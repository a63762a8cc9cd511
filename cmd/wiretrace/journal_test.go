package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// objects reads standard error that must be JSON objects, one a line.
func objects(t *testing.T, said string) (list []map[string]any) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(said, "\n"), "\n") {
		var o map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &o), line)
		require.Contains(t, o, "time")
		require.Contains(t, o, "level")
		require.Contains(t, o, "msg")
		list = append(list, o)
	}
	return list
}

func TestLogAsJSON(t *testing.T) {
	dir := t.TempDir()
	out, broken := filepath.Join(dir, "r"), filepath.Join(dir, "broken.json")
	require.NoError(t, os.WriteFile(broken, []byte("{"), 0o666))
	in := "../../testdata/example"

	_, said := execute(t, exitProblems, "run", "--log-format", "json", "-o", out, in, broken)
	list := objects(t, said)
	done := list[len(list)-1]
	require.Equal(t, "INFO", done["level"])
	require.Equal(t, "done", done["msg"])
	require.EqualValues(t, 9, done["articles"])
	require.EqualValues(t, 2, done["clusters"])
	require.EqualValues(t, 1, done["problems"])
	require.EqualValues(t, exitProblems, done["exit_status"])
	require.Equal(t, out, done["report"])

	for _, test := range []struct {
		name string
		code int
		args []string
		msg  string
	}{
		{"a failure", exitFailed, []string{"-o", out, filepath.Join(dir, "nowhere")}, "no input could be opened"},
		{"usage", exitUsage, nil, "no PATH given"},
		{"a wrong flag", exitUsage, []string{"--colour", in}, "unknown flag: --colour"},
		{"too many problems", exitFailed, []string{"-o", out, "--fail-on", "problems:0", in, broken}, "1 of 10 inputs could not be read"},
		{"quiet", exitFailed, []string{"-q", "-o", out, "--fail-on", "problems:0", in, broken}, "1 of 10 inputs could not be read"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, said := execute(t, test.code, append([]string{"run", "--log-format=json"}, test.args...)...)
			list := objects(t, said)
			if test.name == "quiet" {
				require.Len(t, list, 1)
			}
			last := list[len(list)-1]
			require.Equal(t, "ERROR", last["level"])
			require.Contains(t, last["msg"], test.msg)
			require.Equal(t, "run", last["command"])
			require.EqualValues(t, test.code, last["exit_status"])
		})
	}
	_, said = execute(t, exitDone, "run", "-q", "--log-format=json", "-o", out, in)
	require.Empty(t, said)
	_, said = execute(t, exitUsage, "run", "--log-format", "xml", in)
	require.Contains(t, said, `not a format: "xml" (text or json)`)
}
