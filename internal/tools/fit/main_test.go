package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/cluster"
	"wiretrace/credit/claim"
	"wiretrace/internal/logit"
)

// places and things make the articles of each group about something else.
var (
	places = []string{"Carrick Ness", "Port Erran", "Lower Benbecula", "Upper Tolsta"}
	things = []string{"ferry", "lighthouse", "orchard", "tramway"}
)

// folder makes a folder of labelled articles: in each group two reports of one
// event, one of which has it from The Guardian, and one of another event that
// names Reuters at its end.
func folder(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	var docs, truth bytes.Buffer
	add := func(b *bytes.Buffer, fields map[string]string) {
		line, err := json.Marshal(fields)
		require.NoError(t, err)
		b.Write(append(line, '\n'))
	}
	for g, place := range places {
		thing, day := things[g], fmt.Sprintf("2025-03-%02d", 3+g)
		filler := fmt.Sprintf("Nobody in %s remembers that anything of the kind ever happened to the %s before, and few expect that it will again.", place, thing)
		for _, a := range []struct{ id, event, upstream, title, text string }{
			{
				"a", "1", "The Guardian", fmt.Sprintf("Minister knew of cracks in the %s of %s: report", thing, place),
				fmt.Sprintf("The minister knew for months of cracks in the %s of %s, The Guardian reported on Monday.\n\nThe Guardian reported that letters about the %s lay on her desk since August.\n\n%s", thing, place, thing, filler),
			},
			{
				"b", "1", "own", fmt.Sprintf("Cracks in the %s of %s", thing, place),
				fmt.Sprintf("The %s of %s has cracks and was closed on Monday, the council said in a statement.\n\n%s\n\n%s\n\nThe letters were first seen by The Guardian.", thing, place, filler, filler),
			},
			{
				"c", "2", "own", "Council of the county puts off its vote on bathing huts",
				"The council put off its vote on bathing huts until the autumn, a spokesman told reporters at a news conference.\n\nBathers said that they would wait.\n\nBathing huts are wooden and stand on wheels, and cost more each year.\n\nThe huts were praised by a poet, according to Reuters.",
			},
		} {
			id := fmt.Sprintf("%d%s", g, a.id)
			add(&docs, map[string]string{"id": id, "title": a.title, "text": a.text, "outlet": "The Paper of " + a.id, "date": day, "language": "en"})
			add(&truth, map[string]string{"id": id, "group": fmt.Sprint(g), "event": a.event, "upstream": a.upstream})
		}
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "docs.jsonl"), docs.Bytes(), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "truth.jsonl"), truth.Bytes(), 0o666))
	return dir
}

// tables makes the files that weights are written to in a new folder, in which
// the test goes on.
func tables(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, dir := range []string{"credit/claim/data", "cluster/data"} {
		require.NoError(t, os.MkdirAll(dir, 0o777))
	}
	require.NoError(t, os.WriteFile("credit/claim/data/weights.tsv", []byte("# What is fitted.\n# In two lines.\nbias\t9\n"), 0o666))
	require.NoError(t, os.WriteFile("cluster/data/story.tsv", []byte("# What is fitted.\nbias\t9\n"), 0o666))
}

func TestRun(t *testing.T) {
	in := folder(t)
	tables(t)
	var out, again bytes.Buffer
	require.NoError(t, run(t.Context(), []string{"--folds", "2", in}, &out))
	text := out.String()
	require.Contains(t, text, "the source of the main news: 12 examples in 4 groups, 4 of them true")
	require.Contains(t, text, "two reports of one event: 39 examples in 4 groups, 4 of them true")
	require.Equal(t, 2, strings.Count(text, "mean log likelihood"+" -"), text)
	for _, names := range [][]string{claim.SignNames(), cluster.KinNames()} {
		for _, name := range names {
			require.Contains(t, text, "| "+name+" | -", "what it loses without it")
			require.Contains(t, text, "\n"+name+"\t", "its weight")
		}
	}
	require.NoError(t, run(t.Context(), []string{"--folds", "2", in}, &again))
	require.Equal(t, text, again.String(), "the same each time")

	b, err := os.ReadFile("cluster/data/story.tsv")
	require.NoError(t, err)
	require.Equal(t, "# What is fitted.\nbias\t9\n", string(b), "nothing is written unless one asks")
}

func TestRunWrites(t *testing.T) {
	in := folder(t)
	tables(t)
	require.NoError(t, run(t.Context(), []string{"--write", "--folds", "2", in}, new(bytes.Buffer)))
	for file, names := range map[string][]string{"credit/claim/data/weights.tsv": claim.SignNames(), "cluster/data/story.tsv": cluster.KinNames()} {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(string(b), "# What is fitted.\n"), "the comment stays: %s", b)
		_, err = logit.Read(string(b), names)
		require.NoError(t, err, file)
	}
}

// Retellings come from invented families; of real articles without labels none retells another.
func TestRetellingsAreFittedToFamilies(t *testing.T) {
	in := folder(t)
	families, err := filepath.Abs("../../../testdata/kiosk")
	require.NoError(t, err)
	tables(t)
	require.NoError(t, os.WriteFile("cluster/data/retelling.tsv", []byte("# What is fitted.\nbias\t9\n"), 0o666))
	var out bytes.Buffer
	require.NoError(t, run(t.Context(), []string{"--write", "--folds", "2", "--families", families, "--apart", filepath.Join(in, "docs.jsonl"), in}, &out))
	require.Contains(t, out.String(), "a retelling that names nobody: ")
	b, err := os.ReadFile("cluster/data/retelling.tsv")
	require.NoError(t, err)
	m, err := logit.Read(string(b), cluster.RetellingNames())
	require.NoError(t, err)
	require.Positive(t, slices.Max(m.Weights), "what retellings have and others have not")

	err = run(t.Context(), []string{"--folds", "2", "--families", t.TempDir(), in}, new(bytes.Buffer))
	require.ErrorContains(t, err, "read families: no truth.json below ")
}

func TestRunErrors(t *testing.T) {
	in := folder(t)
	bad := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(bad, "docs.jsonl"), nil, 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(bad, "truth.jsonl"), []byte("{\n"), 0o666))
	empty := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(empty, "docs.jsonl"), nil, 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(empty, "truth.jsonl"), nil, 0o666))
	for _, test := range []struct {
		name string
		args []string
		want string
	}{
		{"no folder", nil, "usage: fit"},
		{"one fold", []string{"--folds", "1", in}, "usage: fit"},
		{"unknown flag", []string{"--fold", in}, "unknown flag: --fold"},
		{"no such folder", []string{filepath.Join(in, "nowhere")}, "read labels: open "},
		{"labels that are none", []string{bad}, "read labels "},
		{"nothing labelled", []string{empty}, "fit the source of the main news: " + logit.ErrNoFit.Error()},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := run(t.Context(), test.args, new(bytes.Buffer))
			require.ErrorContains(t, err, test.want)
		})
	}
}

// Nothing is measured on what it was fitted to.
func TestHeldOutKnowsNothingOfItsGroup(t *testing.T) {
	set := new(examples)
	for k := range 40 {
		group := fmt.Sprint(k % 4)
		set.add([]float64{float64(k / 4 % 2)}, k/4%2 == 1, group, fmt.Sprint(k))
	}
	before, err := set.heldOut(4)
	require.NoError(t, err)
	for k := range set.answers { // turn the answers of one group round
		if set.group[k] == "0" {
			set.answers[k] = !set.answers[k]
		}
	}
	after, err := set.heldOut(4)
	require.NoError(t, err)
	for k := range before {
		if set.group[k] == "0" {
			require.Equal(t, before[k], after[k])
		}
	}
	require.Equal(t, 4, set.groups())
}
