package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// command runs the command and returns its exit status and what it printed.
func command(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(t.Context(), args, &out, &err)
	return code, out.String(), err.String()
}

func TestBuildFromArticles(t *testing.T) {
	dir := t.TempDir()
	var lines strings.Builder
	for i := range 60 {
		// Every outlet opens with the phrase in each month; the mayor of place i
		// is in the news of one outlet and month.
		fmt.Fprintf(&lines, `{"text":"Es war nicht das erste Mal. Bürgermeister Ort%d sprach vom Haushalt Nummer %d.","outlet":"Blatt %d","date":"2023-%02d-03"}`+"\n",
			i%20, i, i%6, i/6+1)
	}
	lines.WriteString(`{"text":"This one is in English.","outlet":"The Paper","date":"2023-01-01","language":"en"}` + "\n")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte(lines.String()), 0o600))
	out := filepath.Join(dir, "de.rarity")

	code, _, stderr := command(t, "build", "--lang", "de", "--min-articles", "2", "--out", out, filepath.Join(dir, "a.jsonl"))
	require.Zero(t, code, stderr)
	require.Contains(t, stderr, "60 articles")

	code, stdout, stderr := command(t, "weigh", "--file", out, "nicht das erste Mal", "ort7", "English", "war nicht das erste Mal")
	require.Zero(t, code, stderr)
	require.Contains(t, stdout, "0.00 nicht\n0.00 das\n0.00 erste\n0.00 mal\n")
	require.Contains(t, stdout, "2.85 ort7\n", "ln(61/3.5), in steps")
	require.Contains(t, stdout, "4.80 english\n", "ln(61/0.5): an article in another language does not count")
	require.Contains(t, stdout, "stock phrase: war nicht das erste Mal\n")
	_, stdout, _ = command(t, "weigh", "--file", out, "Bürgermeister Ort7 sprach vom Haushalt")
	require.NotContains(t, stdout, "stock phrase")
}

func TestBuildFromTables(t *testing.T) {
	dir := t.TempDir()
	words := filepath.Join(dir, "words.tsv.gz")
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	fmt.Fprint(w, "1000\n990\tthe\n100\tMerkel\n50\tmerkel's\n10\td'ivoire\n")
	require.NoError(t, w.Close())
	require.NoError(t, os.WriteFile(words, z.Bytes(), 0o600))
	phrases := filepath.Join(dir, "phrases.tsv")
	require.NoError(t, os.WriteFile(phrases, []byte("7\tat the same time as\n6\tof the u.s.-led force in\n"), 0o600))
	out := filepath.Join(dir, "x.rarity")

	code, _, stderr := command(t, "build", "--out", out, words, phrases)
	require.Zero(t, code, stderr)
	require.Contains(t, stderr, "1000 articles, 4 words, 1 stock phrases")
	_, stdout, _ := command(t, "weigh", "--file", out, "the merkel ivoire", "at the same time as")
	require.Contains(t, stdout, "0.00 the\n1.94 merkel\n4.57 ivoire\n", "ln(1001/145.5) and ln(1001/10.5), in steps")
	require.Contains(t, stdout, "stock phrase: at the same time as\n")
}

func TestErrors(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.tsv")
	require.NoError(t, os.WriteFile(bad, []byte("many\tthe\n"), 0o600))
	for _, c := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"no command", nil, 2, "usage"},
		{"unknown command", []string{"bild"}, 2, "usage"},
		{"no output", []string{"build", dir}, 2, "usage"},
		{"no words", []string{"weigh"}, 2, "usage"},
		{"unknown flag", []string{"build", "--no"}, 1, "unknown flag"},
		{"no file", []string{"weigh", "--file", filepath.Join(dir, "none"), "the"}, 1, "none"},
		{"no rarity file", []string{"weigh", "--file", bad, "the"}, 1, "bad.tsv: header: not a rarity file"},
		{"no count", []string{"build", "--out", filepath.Join(dir, "o"), bad}, 1, `bad.tsv:1: no count: "many"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, _, stderr := command(t, c.args...)
			require.Equal(t, c.code, code)
			require.Contains(t, stderr, c.want)
		})
	}
}
