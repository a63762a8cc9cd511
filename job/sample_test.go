package job

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	madeup "wiretrace/internal/tools/corpus"
	"wiretrace/report"
)

// files returns the bytes of all files of a folder, by their names.
func files(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(b)
		return err
	}))
	return out
}

// mustRun runs a job into a new folder and returns its files.
func mustRun(t testing.TB, o Options) (map[string]string, *report.Summary) {
	t.Helper()
	if o.Out == "" {
		o.Out = filepath.Join(t.TempDir(), "report")
	}
	summary, err := Run(context.Background(), o)
	require.NoError(t, err)
	return files(t, o.Out), summary
}

// rows reads a CSV file of a report, each row by its columns.
func rows(t testing.TB, text string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	require.NoError(t, err)
	require.NotEmpty(t, all)
	var out []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for k, cell := range cells {
			row[all[0][k]] = cell
		}
		out = append(out, row)
	}
	return out
}

// by returns rows by the value of one column.
func by(list []map[string]string, column string) map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, r := range list {
		out[r[column]] = r
	}
	return out
}

// write makes files in dir, in the order given: names and contents.
func write(t testing.TB, dir string, namesAndTexts ...string) {
	t.Helper()
	for k := 0; k < len(namesAndTexts); k += 2 {
		path := filepath.Join(dir, filepath.FromSlash(namesAndTexts[k]))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(namesAndTexts[k+1]), 0o666))
	}
}

// copyTree copies the article files of a folder in the order that less says.
func copyTree(t testing.TB, from, to string, backwards bool) {
	t.Helper()
	var list []string
	for name := range files(t, from) {
		list = append(list, name)
	}
	for k := range list {
		for j := range k {
			if (list[k] < list[j]) != backwards {
				list[k], list[j] = list[j], list[k]
			}
		}
	}
	for _, name := range list {
		b, err := os.ReadFile(filepath.Join(from, name))
		require.NoError(t, err)
		write(t, to, name, string(b))
	}
}

// generated writes n made-up articles as JSON lines and returns the file and
// how many bytes their texts have.
func generated(t testing.TB, n int) (path string, bytesOfText int64) {
	t.Helper()
	g, err := madeup.New(madeup.Options{Articles: n, Seed: 1})
	require.NoError(t, err)
	var out, truth bytes.Buffer
	stats, err := g.Write(context.Background(), &out, &truth)
	require.NoError(t, err)
	path = filepath.Join(t.TempDir(), "corpus.jsonl")
	require.NoError(t, os.WriteFile(path, out.Bytes(), 0o666))
	return path, stats.Text
}

// line is an article as a line of JSON.
func line(t testing.TB, fields map[string]string) string {
	t.Helper()
	b, err := json.Marshal(fields)
	require.NoError(t, err)
	return string(b) + "\n"
}

const ferry = `The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning with 214 passengers, three horses and a wedding cake on board, the harbour office said.

Captain Morven Haldane told the passengers over the loudspeaker that the tide would lift them by half past four and that the bar would stay open.

"We felt a bump and then a great silence," said Ailsa Crombie, who was on her way to her own wedding in Port Erran. "My father asked the purser whether the cake was insured."

The Tolsta floated free at 4:41 p.m. and reached Port Erran under her own power an hour later. The cake arrived whole.
`

const bees = `Beekeepers of Lower Saxony want a tax on plastic flowers, which they say confuse their swarms in the first warm weeks of the year.

Gerlinde Pohlmann of the Imkerverein in Celle counted 41 bees in a shop window on the Neumarkt and drove them home in a shoe box.

The ministry of agriculture said that it was not aware of plans for such a tax, and that bees were welcome to look at what they liked.
`

// retold tells what ferry tells in other words.
const retold = `More than two hundred people, horses among the freight, waited on deck for the tide on Monday.
Nobody was hurt when the ship ran aground, and the harbour office spoke of a buoy that had drifted.
The bar was open all day; the cake was to be eaten on the island on Saturday, if the tide lifts the ship by then.
A lifeboat went round the ferry for an hour and then home.`
