//go:build unix

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/job"
)

// A process that is given little memory keeps to it, and finds the same.
func TestMemoryIsBounded(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	require.NoError(t, os.WriteFile(in, made(t, 6000), 0o644))
	run := func(memory string) (job.Stats, string) {
		out, stats := filepath.Join(dir, "report-"+memory), filepath.Join(dir, memory+".json")
		cmd := exec.Command("wiretrace", "run", "-q", "--no-html", "--memory", memory, "--stats", stats, "--out", out, in)
		cmd.Stderr = os.Stderr
		require.NoError(t, cmd.Run())
		var s job.Stats
		require.NoError(t, json.Unmarshal([]byte(readFile(t, stats)), &s))
		return s, readFile(t, filepath.Join(out, "links.csv"))
	}
	const little = 200 << 20
	s, links := run("200MiB")
	require.Positive(t, s.Counts.Spilled)
	require.LessOrEqual(t, s.PeakBytes, int64(little))
	free, want := run("4GiB")
	require.Zero(t, free.Counts.Spilled)
	require.Greater(t, free.PeakBytes, int64(little), "else the test means nothing")
	require.Equal(t, want, links)
}
