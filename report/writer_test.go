package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden requires that got is what the file testdata/name holds.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, got, 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "%s differs; go test -update writes it anew", path)
}

func TestReport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{})
	for _, name := range []string{articlesFile, passagesFile, linksFile, creditsFile, quotesFile, storiesFile, clustersFile, outletsFile, flowsFile, ProblemsFile, objectsFile} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		golden(t, "report/"+name, got)
	}
}

// table reads a CSV file of a report as one map a row.
func readTable(t *testing.T, path string) (records []map[string]string) {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte(mark)))).ReadAll()
	require.NoError(t, err)
	for _, cells := range all[1:] {
		record := map[string]string{}
		for i, cell := range cells {
			record[all[0][i]] = cell
		}
		records = append(records, record)
	}
	return records
}

// readObjects reads report.jsonl.
func readObjects(t *testing.T, dir string) (objects []map[string]any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, objectsFile))
	require.NoError(t, err)
	for line := range bytes.Lines(b) {
		var o map[string]any
		require.NoError(t, json.Unmarshal(line, &o))
		objects = append(objects, o)
	}
	return objects
}

func TestObjectsSayWhatTheTablesSay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{})
	records, objects := readTable(t, filepath.Join(dir, articlesFile)), readObjects(t, dir)
	require.Len(t, objects, len(records))
	same := func(record map[string]string, object map[string]any) {
		for column, cell := range record {
			value, there := object[column]
			if !there {
				require.Contains(t, []string{"cluster", "article", "article_outlet"}, column)
				continue
			}
			switch v := value.(type) {
			case nil:
				require.Empty(t, cell, column)
			case string:
				require.Equal(t, v, strings.TrimPrefix(cell, "'"), column)
			case float64:
				x, err := strconv.ParseFloat(cell, 64)
				require.NoError(t, err)
				require.InDelta(t, x, v, 1e-9, column)
			}
		}
	}
	for i, r := range records {
		same(r, objects[i])
		require.Equal(t, objects[i]["article"], objects[i]["id"])
	}
	for file, member := range map[string]string{passagesFile: "passages", linksFile: "links", creditsFile: "credits", quotesFile: "quotes"} {
		var parts []map[string]any
		for _, o := range objects {
			for _, p := range o[member].([]any) {
				parts = append(parts, p.(map[string]any))
			}
		}
		records := readTable(t, filepath.Join(dir, file))
		require.NotEmpty(t, records)
		require.Len(t, parts, len(records))
		for i, r := range records {
			same(r, parts[i])
		}
	}
}

func TestAHugeArticleIsOneObject(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	w, err := Create(dir, Options{})
	require.NoError(t, err)
	long := strings.Repeat("a word ", chunk/5)
	a := &Article{ID: "huge", Cluster: "c", Text: long, Quotes: []Quote{{Text: "short"}, {Text: long}}, Credits: []Credit{{Text: "short"}}}
	for range 3 {
		a.Passages = append(a.Passages, Passage{Text: long, SourceText: long, Label: Copied})
	}
	require.NoError(t, w.Article(a))
	require.NoError(t, w.Article(&Article{ID: "small"}))
	require.NoError(t, w.Commit())
	objects := readObjects(t, dir)
	require.Len(t, objects, 2)
	require.Equal(t, long, objects[0]["text"])
	require.Len(t, objects[0]["passages"], 3)
	require.Len(t, objects[0]["credits"], 1)
	require.Len(t, objects[0]["quotes"], 2)
	require.Empty(t, objects[0]["links"])
	require.Equal(t, "small", objects[1]["id"])
}

func TestPassagesPartitionTheText(t *testing.T) {
	for name, o := range map[string]Options{"clustered": {}, "all": {AllPassages: true, NoBOM: true}} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			writeSample(t, dir, o)
			texts := map[string]*strings.Builder{}
			for _, p := range readTable(t, filepath.Join(dir, passagesFile)) {
				id := p["article"]
				if texts[id] == nil {
					texts[id] = new(strings.Builder)
				}
				text := p["text"]
				start, _ := strconv.Atoi(p["start"])
				end, _ := strconv.Atoi(p["end"])
				require.Equal(t, len([]rune(texts[id].String())), start)
				require.Equal(t, end-start, len([]rune(text)))
				texts[id].WriteString(text)
			}
			for _, a := range readObjects(t, dir) {
				id := a["id"].(string)
				if a["cluster"] == "" && a["story"] == "" && a["upstream"] == "" && !o.AllPassages {
					require.NotContains(t, texts, id)
					require.Empty(t, a["passages"])
					continue
				}
				require.Equal(t, a["text"], texts[id].String())
			}
		})
	}
}

func TestMark(t *testing.T) {
	for name, o := range map[string]Options{"with": {}, "without": {NoBOM: true}} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			writeSample(t, dir, o)
			for _, p := range new(Writer).tables() {
				b, err := os.ReadFile(filepath.Join(dir, p.name))
				require.NoError(t, err)
				require.Equal(t, !o.NoBOM, bytes.HasPrefix(b, []byte(mark)))
				require.True(t, bytes.HasPrefix(bytes.TrimPrefix(b, []byte(mark)), []byte(p.header[0])), "%.10q", b)
			}
			b, err := os.ReadFile(filepath.Join(dir, objectsFile))
			require.NoError(t, err)
			require.Equal(t, byte('{'), b[0])
		})
	}
}

// What must be looked at first comes first, whatever cluster it is of.
func TestNewsBeginWithTheUncredited(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	w, err := Create(dir, Options{Archived: true, NoBOM: true})
	require.NoError(t, err)
	for _, a := range []*Article{
		{ID: "own", Story: "s", Role: Single},
		{ID: "credited", Role: Copy, Credited: Yes},
		{ID: "maybe", Role: Rewrite, Credited: No, Confidence: Possible},
		{ID: "first", Role: Copy, Credited: No, Confidence: Likely, Makeup: Makeup{Copied: 500, Edited: 120, Original: 380}, Words: 90},
		{ID: "alone", Role: Single},
		{ID: "second", Role: Rewrite, Credited: No, Confidence: Certain},
		{ID: "changed", Role: Single, ChangedSince: "2024-05-01T03:00:00Z"},
		{ID: "twin", Role: Copy},
		{ID: "bought", Role: Copy, Credited: Licensed},
		{ID: "source", Role: Origin},
	} {
		a.News = News(a)
		require.NoError(t, w.Article(a))
	}
	require.NoError(t, w.Article(&Article{ID: "of an earlier night", Role: Copy, Credited: No}))
	require.NoError(t, w.Commit())
	var got []string
	for _, r := range readTable(t, filepath.Join(dir, newFile)) {
		got = append(got, r["news"]+" "+r["article"])
	}
	require.Equal(t, []string{
		"uncredited first", "uncredited second", "possible maybe", "changed changed", "shared twin", "licensed bought", "credited credited", "origin source", "report own",
	}, got)
	require.Equal(t, "62.0", readTable(t, filepath.Join(dir, newFile))[0]["taken_pct"])
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		require.NotContains(t, e.Name(), newFile+"-", "nothing is left beside")
	}
	require.True(t, IsReport(dir))
	require.NoFileExists(t, filepath.Join(writeSampleTo(t), newFile), "without an archive nothing is new")
}

func writeSampleTo(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{})
	return dir
}
