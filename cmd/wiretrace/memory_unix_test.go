//go:build unix

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/job"
)

// A process that is given little memory keeps to it, whatever it is given to
// read, and finds the same.
func TestMemoryIsBounded(t *testing.T) {
	for _, test := range []struct {
		name  string
		in    func(t *testing.T, w io.Writer)
		slow  bool
		held  bool // it needs no disk
		check func(t *testing.T, c *job.Counts)
	}{
		{
			name: "news",
			in: func(t *testing.T, w io.Writer) {
				_, err := w.Write(made(t, 6000))
				require.NoError(t, err)
			},
			check: func(t *testing.T, c *job.Counts) { require.Equal(t, 6000, c.Articles) },
		},
		{
			name: "links", in: manyLinks, slow: true,
			check: func(t *testing.T, c *job.Counts) { require.Greater(t, c.Links, 50*c.Articles) },
		},
		{
			name: "bad lines", slow: true, held: true,
			in: func(t *testing.T, w io.Writer) {
				for n := range 1_000_000 {
					fmt.Fprintf(w, "{\"id\": \"%d\", \"text\": \n", n)
				}
				fmt.Fprintln(w, `{"text": "The harbour of Kelmouth stays open through the winter, the council said."}`) // else there is no report
			},
			check: func(t *testing.T, c *job.Counts) { require.Equal(t, 1_000_000, c.Problems) },
		},
		{
			name: "large records", in: largeRecords, slow: true,
			check: func(t *testing.T, c *job.Counts) { require.Equal(t, 16, c.Articles) },
		},
		{
			name: "copies that repeat themselves", in: repeatedCopies, slow: true, held: true,
			check: func(t *testing.T, c *job.Counts) {
				require.Equal(t, 2, c.Articles, "the third has more words than there is room for")
				require.Equal(t, 2, c.Problems, "and the two are compared in part")
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.slow && testing.Short() {
				t.Skip("takes some seconds")
			}
			const little = 200 << 20
			in := filepath.Join(t.TempDir(), "in.jsonl")
			f, err := os.Create(in)
			require.NoError(t, err)
			w := bufio.NewWriter(f)
			test.in(t, w)
			require.NoError(t, errors.Join(w.Flush(), f.Close()))
			s, tables := runWithin(t, in, "200MiB")
			test.check(t, &s.Counts)
			require.Equal(t, !test.held, s.Counts.Spilled > 0)
			require.LessOrEqual(t, s.PeakBytes, int64(little))
			if test.slow {
				return
			}
			free, want := runWithin(t, in, "4GiB")
			require.Zero(t, free.Counts.Spilled)
			require.Greater(t, free.PeakBytes, int64(little), "else the test means nothing")
			require.Equal(t, want, tables)
		})
	}
}

// Nobody has to say so for a small input to take little.
func TestSmallInputsTakeLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	in := filepath.Join(t.TempDir(), "in.jsonl")
	require.NoError(t, os.WriteFile(in, made(t, 10_000), 0o666))
	s, tables := runWithin(t, in, "2GiB") // as if it were not given
	require.Less(t, s.PeakBytes, int64(215<<20), "it took 192 MB when this was written, and three times that before")
	_, free := runWithin(t, in, "4GiB")
	require.Equal(t, free, tables)
}

// runWithin runs wiretrace in a process of its own and returns what it cost and
// its tables of articles and links.
func runWithin(t *testing.T, in, memory string) (s job.Stats, tables string) {
	t.Helper()
	dir := t.TempDir()
	out, stats := filepath.Join(dir, "report"), filepath.Join(dir, "stats.json")
	// A process counts as its own the most memory that the one which began it
	// had, so that a small one stands between this and that.
	cmd := exec.Command(
		"sh", "-c", `"$@"; exit $?`, "sh",
		"wiretrace", "run", "-q", "--no-html", "--threads", "2", "--memory", memory, "--stats", stats, "--out", out, in,
	)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		var exit *exec.ExitError
		require.True(t, errors.As(err, &exit) && exit.ExitCode() == exitProblems, err)
	}
	require.NoError(t, json.Unmarshal([]byte(readFile(t, stats)), &s))
	return s, readFile(t, filepath.Join(out, "report.csv")) + readFile(t, filepath.Join(out, "links.csv"))
}

// madeUp are words that no language has.
func madeUp(rng *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		for range 2 + rng.IntN(3) {
			words[i] += string("bcdfglmnprstv"[rng.IntN(13)]) + string("aeiou"[rng.IntN(5)])
		}
	}
	return words
}

func paragraph(rng *rand.Rand, words []string, n int) string {
	var b strings.Builder
	b.WriteString("So")
	for range n {
		b.WriteString(" " + words[rng.IntN(len(words))])
	}
	return b.String() + ".\n\n"
}

// manyLinks are articles of six paragraphs each, of which each paragraph is in
// as many others as are compared each with each.
func manyLinks(t *testing.T, w io.Writer) {
	const articles, paragraphs, each = 2800, 6, 37
	rng := rand.New(rand.NewPCG(1, 1))
	words := madeUp(rng, 5000)
	pool := make([]string, articles*paragraphs/each)
	for i := range pool {
		pool[i] = paragraph(rng, words, 24)
	}
	for n := range articles {
		var text strings.Builder
		for range paragraphs {
			text.WriteString(pool[rng.IntN(len(pool))])
		}
		writeArticle(t, w, n, text.String())
	}
}

// largeRecords are articles of 3 MB that have no words in common.
func largeRecords(t *testing.T, w io.Writer) {
	for n := range 16 {
		rng := rand.New(rand.NewPCG(2, uint64(n)))
		words := madeUp(rng, 4000)
		var text strings.Builder
		for text.Len() < 3e6 {
			text.WriteString(paragraph(rng, words, 60))
		}
		writeArticle(t, w, n, text.String())
	}
}

// repeatedCopies are texts of very many words of two letters, of which there are 16:
// two that are copies of each other but for their ends, and one of 3 MB.
func repeatedCopies(t *testing.T, w io.Writer) {
	rng := rand.New(rand.NewPCG(3, 3))
	text := func(words int) string {
		var b strings.Builder
		for i := range words {
			b.WriteByte("Ab"[i%2])
			b.WriteByte("abcdefgh"[rng.IntN(8)])
			b.WriteByte(' ')
		}
		return b.String()
	}
	common := text(250_000)
	writeArticle(t, w, 0, common+" The harbour of Kelmouth stays open.")
	writeArticle(t, w, 1, "Ferries will run to the islands. "+common)
	writeArticle(t, w, 2, text(1_000_000))
}

func writeArticle(t *testing.T, w io.Writer, n int, text string) {
	require.NoError(t, json.NewEncoder(w).Encode(map[string]string{
		"id": fmt.Sprint(n), "outlet": fmt.Sprintf("Paper %d", n), "date": fmt.Sprintf("20%02d-01-%02d", 10+n%14, 1+n%28), "text": text,
	}))
}
