package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// A report that says nothing of copies breaks a limit on them, and is measured
// all the same.
func TestScoreHoldsToLimits(t *testing.T) {
	dir := t.TempDir()
	truth := filepath.Join(dir, "truth.jsonl")
	require.NoError(t, run(t.Context(), []string{"--articles", "200", "--out", filepath.Join(dir, "corpus.jsonl"), "--truth", truth}, new(bytes.Buffer), new(bytes.Buffer)))
	for name, header := range map[string]string{
		"report.csv": "article,cluster,family\r\n", "links.csv": "article,source_article,relation\r\n",
		"passages.csv": "article,label,source_article,start,end\r\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(header), 0o666))
	}
	score := func(flags ...string) (string, error) {
		var out, messages bytes.Buffer
		err := run(t.Context(), append(append([]string{"score"}, flags...), truth, dir), &out, &messages)
		return out.String(), err
	}
	out, err := score("--most", "false=0")
	require.NoError(t, err)
	require.Contains(t, out, "copies in the cluster of their source        0.0000 (0 of ")
	out, err = score("--least", "copies=.99", "--most", "false=0")
	require.EqualError(t, err, "copies in the cluster of their source: 0.0000, at least 0.99 is asked for")
	require.Contains(t, out, "links")
	_, err = score("--least", "nonsense=1")
	require.ErrorContains(t, err, `unknown measure "nonsense"`)
	_, err = score("one too many")
	require.ErrorContains(t, err, "usage: corpusgen score")
}
