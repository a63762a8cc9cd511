package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/cluster"
)

const stories = "../../../testdata/stories"

// some copies families of the repository into a folder of their own.
func some(t *testing.T, families ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range families {
		require.NoError(t, os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(stories, name))))
	}
	return dir
}

func command(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out, err bytes.Buffer
	failure := run(t.Context(), args, &out, &err)
	return out.String(), failure
}

func TestTables(t *testing.T) {
	dir := some(t, "farol-da-ponta-ruiva", "campana-montefosco", "marlow-bay-cooler")
	out, err := command(t, "--errors", dir)
	require.NoError(t, err)
	require.Contains(t, out, "16 articles of 3 families")
	for _, part := range []string{
		"copyShare", "partialWords", "cosine of content words", "as it stands", "held out, in all", "\tcreditedMin   = ", "\tuncreditedMin = ", "\tguessedMin    = ",
		"\tdetailWorth   = ", "\tretoldWorth   = ", "What goes wrong as it stands",
	} {
		require.Contains(t, out, part)
	}
	for _, family := range []string{"farol-da-ponta-ruiva", "campana-montefosco", "marlow-bay-cooler"} {
		require.Equal(t, 2, strings.Count(out, "\n"+family), "one fold of each fit leaves %s out", family)
	}

	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	again, err := command(t, "--errors", dir)
	require.NoError(t, err)
	require.Equal(t, out, again, "the same whatever the number of cores")
}

func TestArgumentsThatMakeNoSense(t *testing.T) {
	_, err := command(t)
	require.ErrorContains(t, err, "no FOLDER")
	_, err = command(t, t.TempDir())
	require.ErrorContains(t, err, "holds no family")

	dir := some(t, "farol-da-ponta-ruiva")
	_, err = command(t, dir, some(t, "farol-da-ponta-ruiva"))
	require.ErrorContains(t, err, "two of that name")

	file := filepath.Join(dir, "farol-da-ponta-ruiva", "truth.json")
	for name, text := range map[string]string{
		"is no article of it": `{"cluster":["01-a"],"articles":{}}`,
		"read article":        `{"cluster":["01-a"],"articles":{"01-a":{"outlet":"A"}}}`,
		"truth.json":          `{"cluster":`,
	} {
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		_, err = command(t, dir)
		require.ErrorContains(t, err, name)
	}
}

// What is fitted must be what the program does: a rule that package cluster
// changes has to be changed here too.
func TestRuleIsThatOfCluster(t *testing.T) {
	c, err := readFolders(t.Context(), []string{some(t, "marlow-bay-cooler", "halcyon-grace-fire", "campana-montefosco", "stock-phrases")}, false)
	require.NoError(t, err)
	c.compare()
	rewrites := 0
	for k := range c.pairs {
		p := &c.pairs[k]
		require.InDelta(t, p.signs.Content(), c.now.content(&p.signs), 1e-9)
		require.Equal(t, p.signs.Rewrite(), c.now.rewrite(&p.signs), "%s and %s: %+v", c.pieces[p.a].id, c.pieces[p.b].id, p.signs)
		if !p.text {
			require.Equal(t, p.link.Relation == cluster.Rewrite, c.now.rewrite(&p.signs), "%s and %s", c.pieces[p.a].id, c.pieces[p.b].id)
		}
		if c.now.rewrite(&p.signs) {
			rewrites++
		}
	}
	require.NotZero(t, rewrites)
	require.Less(t, rewrites, len(c.pairs))
}

func TestBoundsAreFound(t *testing.T) {
	for k := range bounds {
		b := &bounds[k]
		v := b.stands()
		require.Positive(t, v, b.name)
		above, below := b.at(float64(v)*b.unit), b.at(float64(v-1)*b.unit)
		require.Equal(t, b.relation, above.Relation(), b.name)
		require.NotEqual(t, b.relation, below.Relation(), b.name)
	}
}

// The document for readers states the thresholds in words of its own.
func TestDocumentHasTheThresholds(t *testing.T) {
	doc, err := os.ReadFile("../../../doc/evidence.md")
	require.NoError(t, err)
	now := standing()
	for _, row := range []string{
		fmt.Sprintf("| `creditedMin` | %.2f | a credit ties them, and content is at least this and cosine at least %.2f |", now.credited, now.cosine),
		fmt.Sprintf("| `uncreditedMin` | %.2f |", now.uncredited),
		fmt.Sprintf("| `guessedMin` | %.2f |", now.guessed),
		fmt.Sprintf("cosine + %.1f x names and numbers + %.1f x aligned sentences", now.details, now.retold),
	} {
		require.Contains(t, string(doc), row)
	}
}

func TestIntoDocument(t *testing.T) {
	dir := some(t, "farol-da-ponta-ruiva")
	file := filepath.Join(t.TempDir(), "doc.md")
	require.NoError(t, os.WriteFile(file, []byte("before\n"+beginMark+"old\n"+endMark+"after\n"), 0o600))
	for range 2 {
		out, err := command(t, "--into", file, dir)
		require.NoError(t, err)
		require.Empty(t, out)
		doc, err := os.ReadFile(file)
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(string(doc), "before\n"+beginMark+"\n```\n4 articles of 1 families"), string(doc))
		require.True(t, strings.HasSuffix(string(doc), "\n```\n\n"+endMark+"after\n"), string(doc))
		require.NotContains(t, string(doc), "old\n")
	}
	require.NoError(t, os.WriteFile(file, []byte("no marks"), 0o600))
	_, err := command(t, "--into", file, dir)
	require.ErrorContains(t, err, "lacks the marks")
}

func TestAUC(t *testing.T) {
	for _, test := range []struct {
		name    string
		yes, no []float64
		want    float64
	}{
		{"parts them", []float64{3, 4}, []float64{1, 2}, 1},
		{"the wrong way round", []float64{1}, []float64{2, 3}, 0},
		{"all alike", []float64{1, 1}, []float64{1}, 0.5},
		{"one of four pairs wrong", []float64{2, 4}, []float64{1, 3}, 0.75},
		{"nothing to part", []float64{2}, nil, 0.5},
	} {
		t.Run(test.name, func(t *testing.T) {
			var list []scored
			for _, x := range test.yes {
				list = append(list, scored{x, true})
			}
			for _, x := range test.no {
				list = append(list, scored{x, false})
			}
			require.InDelta(t, test.want, auc(list), 1e-12)
		})
	}
}

func TestAUCOfTheContrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOf(rapid.Custom(func(t *rapid.T) scored {
			return scored{float64(rapid.IntRange(0, 9).Draw(t, "value")), rapid.Bool().Draw(t, "yes")}
		})).Draw(t, "cases")
		contrary := make([]scored, len(list))
		for i, x := range list {
			contrary[i] = scored{-x.value, x.yes}
		}
		require.InDelta(t, 1, auc(list)+auc(contrary), 1e-9)
	})
}

func TestLongestRun(t *testing.T) {
	for _, test := range []struct {
		name      string
		f         func(v int) float64
		low, high int
	}{
		{"a step", func(v int) float64 {
			if v < 50 {
				return 1
			}
			return 0
		}, leastThreshold, 49},
		{"the longer of two", func(v int) float64 {
			if v == 20 || v >= 30 && v < 40 {
				return 1
			}
			return 0.5
		}, 30, 39},
		{"the first of equals", func(v int) float64 { return float64(v / 10 % 2) }, 10, 19},
		{"a peak after a plateau", func(v int) float64 {
			if v == 100 {
				return 2
			}
			return 1
		}, 100, 100},
	} {
		t.Run(test.name, func(t *testing.T) {
			low, high := longest(test.f)
			require.Equal(t, [2]int{test.low, test.high}, [2]int{low, high})
		})
	}
}

func BenchmarkFit(b *testing.B) {
	c, err := readFolders(b.Context(), []string{stories}, false)
	require.NoError(b, err)
	c.compare()
	for b.Loop() {
		s := newSearch(c)
		s.thresholds(c.now, -1)
	}
	b.ReportMetric(float64(len(c.pieces))*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
