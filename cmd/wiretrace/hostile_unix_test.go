//go:build unix

package main

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

// A small file with very many bad records makes a report of bounded size.
func TestAFloodOfBadRecordsIsBounded(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "flood.jsonl.gz"), filepath.Join(dir, "r")
	f, err := os.Create(in)
	require.NoError(t, err)
	z := gzip.NewWriter(f)
	for range 20 {
		_, err = z.Write([]byte(strings.Repeat("{\"text\":\"\"}\n", 10_000)))
		require.NoError(t, err)
	}
	_, err = z.Write([]byte("{\"text\":\"The harbour of Kelmouth stays open through the winter, the council said.\"}\n")) // without an article there is no report
	require.NoError(t, err)
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())

	_, said := execute(t, exitProblems, "run", "-o", out, in)
	require.Contains(t, said, "200,000 inputs could not be read")
	rows := strings.Split(strings.TrimSpace(readFile(t, filepath.Join(out, report.ProblemsFile))), "\r\n")
	require.Len(t, rows, 1+1000+1)
	require.Equal(t, in+",1001,and 199000 more problems from here on,lost", rows[1001])

	_, said = execute(t, exitProblems, "extract", in)
	require.Equal(t, 1001, strings.Count(said, "\n"))
	require.Contains(t, said, "and 199000 more problems")
}

// Names of files may hold anything; a terminal and a table get it harmless.
func TestNoControlOfANameIsPassedOn(t *testing.T) {
	const evil = "red\x1b[31m\u009b\x07\nnext\u202e"
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "r")
	require.NoError(t, os.Mkdir(in, 0o777))
	for name, text := range map[string]string{
		evil + ".txt":   "The harbour of Kelmouth stays open through the winter, the council said.",
		evil + "2.txt":  "",
		evil + ".jsonl": `{"text": "x"` + "\n" + `{"id": "a", "text": "Ferries run \u009b31m to the islands."}`,
	} {
		require.NoError(t, os.WriteFile(filepath.Join(in, name), []byte(text), 0o666))
	}
	_, said := execute(t, exitProblems, "run", "-o", out, in, filepath.Join(dir, evil))
	found, err := os.ReadDir(out)
	require.NoError(t, err)
	texts := map[string]string{"standard error": said}
	for _, e := range found {
		if !e.IsDir() {
			texts[e.Name()] = readFile(t, filepath.Join(out, e.Name()))
		}
	}
	stdout, said := execute(t, exitProblems, "extract", in)
	texts["extract"], texts["problems of extract"] = stdout, said
	for name, text := range texts {
		text = strings.NewReplacer("\r\n", "", "\n", "").Replace(text)
		if name == "passages.csv" || name == "quotes.csv" || strings.HasSuffix(name, ".html") {
			continue // texts are told as they are
		}
		require.Negative(t, strings.IndexFunc(text, unicode.IsControl), "%s: %q", name, text)
		if name != "extract" { // a program gets the name as it is, to open the file by
			require.NotContains(t, text, "\u202e", name)
		}
	}
	require.Contains(t, texts[report.ProblemsFile], "red\uFFFD[31m\uFFFD\uFFFD\uFFFDnext")
}
