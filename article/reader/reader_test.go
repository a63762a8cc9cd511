package reader

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// folder writes files into a new folder and returns its path. A name may have
// slashes.
func folder(t testing.TB, files map[string]string) string {
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	}
	return dir
}

// read reads paths and returns the articles and, one a line and without the
// folder's name, the problems.
func read(t testing.TB, dir string, o Options, paths ...string) (articles []article.Article, problems []string) {
	err := Walk(context.Background(), paths, o, func(a *article.Article) error {
		articles = append(articles, *a)
		return nil
	}, func(p Problem) {
		problems = append(problems, strings.TrimPrefix(strings.TrimPrefix(p.String(), dir), string(filepath.Separator)))
	})
	require.NoError(t, err)
	return articles, problems
}

// ids returns the ids of articles.
func ids(articles []article.Article) []string {
	var ids []string
	for _, a := range articles {
		ids = append(ids, a.ID)
	}
	return ids
}

func TestFolder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt":             "The second file.\n",
		"a/z.md":            "# Deep\n\nA file in a folder.",
		"a.txt":             "\ufeffThe first file.\r\n",
		"a-b.text":          "Hyphens sort before points and slashes.",
		"c.json":            `{"id": "own id", "text": "Its own id."}`,
		"d.json":            `[{"text": "one"}, {"text": "two"}]`,
		"e.jsonl":           `{"text": "only one"}` + "\n",
		".hidden.txt":       "Not read.",
		".git/x.txt":        "Not read.",
		"__MACOSX/x.txt":    "Not read.",
		"photo.JPG":         "\xff\xd8",
		"style.css":         "p {}",
		"noending":          "Text without an ending.",
		"page.html":         "<html></html>",
		"export.xls":        "PK",
		"night.parquet":     "PAR1",
		"strange.zzz":       "Some text.",
		"deadly.zzz":        `{"text": "JSON by its content."}`,
		"www.a.org_2_story": "A name that only looks as if it had an ending.",
	})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{
		"a/z.md", "a-b.text", "a.txt", "b.txt", "own id", "d.json#1", "d.json#2", "deadly.zzz", "e.jsonl#1", "noending", "www.a.org_2_story",
	}, ids(articles))
	require.Equal(t, "The first file.\r\n", articles[2].Text, "only the byte order mark is cut off")
	require.Equal(t, filepath.Join(dir, "a.txt"), articles[2].File)
	require.Equal(t, 0, articles[2].Record)
	require.Equal(t, 2, articles[6].Record)
	require.Equal(t, []string{
		"export.xls: no reader for .xls (a table; one saved as CSV or .xlsx is read)",
		"night.parquet: no reader for .parquet (a table; JSON lines are read: contrib/spark/parquet_jsonl.py writes them of Parquet, pandas with to_json(orient=\"records\", lines=True))",
		"page.html: no article text found",
		"strange.zzz: unknown form (.zzz)",
	}, problems)
}

func TestNamedFiles(t *testing.T) {
	dir := folder(t, map[string]string{
		"x/story.txt":  "Text.",
		"x/story.zzz":  "Read whatever its ending, since it was named.",
		"x/records":    `{"text": "a"}` + "\n" + `{"text": "b"}` + "\n",
		"x/page":       "<!DOCTYPE html><p>None.",
		"x/blob.dat":   "\x7fELF\x00\x00\x00",
		"x/.dot.txt":   "Hidden, but named.",
		"x/notes.json": "[sic] is what editors write",
		"x/void":       "",
	})
	at := func(name string) string { return filepath.Join(dir, "x", name) }
	articles, problems := read(t, dir, Options{},
		at("story.zzz"), at("story.txt"), at("records"), at("page"), at("blob.dat"), at(".dot.txt"), at("notes.json"), at("void"), at("gone.txt"))
	require.Equal(t, []string{"story.zzz", "story.txt", "records#1", "records#2", ".dot.txt"}, ids(articles))
	require.Equal(t, []string{
		"x/page: no article text found",
		"x/blob.dat: unknown form: not text",
		"x/notes.json: record 1: not a JSON object: sic",
		"x/void: the file is empty",
		"x/gone.txt: no such file or folder",
	}, problems)
}

func TestStandardInput(t *testing.T) {
	articles, problems := read(t, "", Options{Stdin: strings.NewReader(`{"text": "a"}` + "\n\n" + `{"text": "b", "id": "own"}`)}, "-")
	require.Equal(t, []string{"stdin#1", "own"}, ids(articles))
	require.Equal(t, "-", articles[0].File)
	require.Empty(t, problems)

	articles, problems = read(t, "", Options{Stdin: strings.NewReader("")}, "-")
	require.Empty(t, articles)
	require.Empty(t, problems)
}

func TestNoInput(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "Text."})
	gone := filepath.Join(dir, "gone")
	yield := func(*article.Article) error { return nil }
	for name, paths := range map[string][]string{"none given": nil, "none there": {gone, gone + "2"}} {
		t.Run(name, func(t *testing.T) {
			var problems []Problem
			err := Walk(context.Background(), paths, Options{}, yield, func(p Problem) { problems = append(problems, p) })
			require.ErrorIs(t, err, ErrNoInput)
			require.Len(t, problems, len(paths))
		})
	}
	_, problems := read(t, dir, Options{}, gone, filepath.Join(dir, "a.txt"))
	require.Equal(t, []string{"gone: no such file or folder"}, problems)
}

func TestUnknownCharacterSet(t *testing.T) {
	err := Walk(context.Background(), []string{"."}, Options{Charset: "ebcdic-17"}, nil, nil)
	require.ErrorContains(t, err, "ebcdic-17")
}

func TestStop(t *testing.T) {
	dir := folder(t, map[string]string{"a.jsonl": strings.Repeat(`{"text": "x"}`+"\n", 100)})
	n, stop := 0, errors.New("stop")
	err := Walk(context.Background(), []string{dir}, Options{}, func(*article.Article) error {
		if n++; n == 10 {
			return stop
		}
		return nil
	}, func(p Problem) { t.Error(p) })
	require.ErrorIs(t, err, stop)
	require.Equal(t, 10, n)

	ctx, cancel := context.WithCancel(context.Background())
	n = 0
	err = Walk(ctx, []string{dir}, Options{}, func(*article.Article) error {
		if n++; n == 10 {
			cancel()
		}
		return nil
	}, func(p Problem) { t.Error(p) })
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, 10, n)
}

func TestRecordLimit(t *testing.T) {
	long := strings.Repeat("word ", 1000)
	record := `{"text": "` + long + `"}`
	small := `{"text": "small"}`
	dir := folder(t, map[string]string{
		"a.txt":    long,
		"b.jsonl":  small + "\n" + record + "\n" + small + "\n" + record,
		"c.json":   "[" + small + "," + record + "," + small + "]",
		"d.json":   "[\n" + small + ",\n" + record + ",\n" + small + "\n]\n",
		"e.json":   `{"articles": [` + small + "," + record + `], "total": 2}`,
		"f.json":   record,
		"g.jsonl":  strings.Repeat("x", 1<<22) + "\n" + small,
		"h.txt":    strings.Repeat("w", 1000),
		"i.json":   "[" + small + `,{"text": "` + long,
		"fits.txt": strings.Repeat("w", 2000),
	})
	articles, problems := read(t, dir, Options{MaxRecord: 2000}, dir)
	require.Equal(t, []string{
		"b.jsonl#1", "b.jsonl#3", "c.json#1", "c.json#3", "d.json#1", "d.json#3", "e.json#1", "fits.txt", "g.jsonl#2", "h.txt", "i.json#1",
	}, ids(articles))
	limit := "larger than 2000 bytes, the limit of a record"
	require.Equal(t, []string{
		"a.txt: " + limit,
		"b.jsonl: record 2: " + limit,
		"b.jsonl: record 4: " + limit,
		"c.json: record 2: " + limit,
		"d.json: record 2: " + limit,
		"e.json: record 2: " + limit,
		"f.json: record 1: " + limit,
		"g.jsonl: record 1: " + limit,
		"i.json: record 2: " + limit + ", and the file ends before it does",
	}, problems)
	require.Equal(t, "larger than 8 MiB, the limit of a record", tooLarge(DefaultMaxRecord).Error())
}

func TestProgressAndSize(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": "Text.", "b/c.jsonl": `{"text": "x"}` + "\n" + `{"text": "y"}`, "x.png": "no", "y.pdf": "no",
	})
	files, bytes, err := Size(context.Background(), []string{dir}, Options{})
	require.NoError(t, err)
	require.Equal(t, 2, files)
	var p Progress
	read(t, dir, Options{Progress: &p}, dir)
	require.EqualValues(t, files, p.Files.Load())
	require.EqualValues(t, bytes, p.Bytes.Load())
	require.EqualValues(t, 3, p.Records.Load())
}

func TestRecordsCanBeParsedLater(t *testing.T) {
	// Records share memory with their neighbours; none may change another.
	var lines []string
	for i := range 5000 {
		lines = append(lines, `{"id": `+numeral(i+1)+`, "text": "`+strings.Repeat("é", i)+`"}`)
	}
	dir := folder(t, map[string]string{"a.jsonl": strings.Join(lines, "\n"), "b.json": `{"text": "last"}`})
	var records []*Record
	err := Scan(context.Background(), []string{dir}, Options{}, func(r *Record) error {
		records = append(records, r)
		return nil
	}, func(p Problem) { t.Error(p) })
	require.NoError(t, err)
	require.Len(t, records, 5001)
	for i, r := range records[1:5000] {
		articles, problems := r.Parse()
		require.Empty(t, problems)
		require.Equal(t, numeral(i+2), articles[0].ID)
		require.Equal(t, 2*(i+1), len(articles[0].Text))
	}
}

// records returns what Scan finds under path, in order: records and problems.
func records(t testing.TB, path string, limit int64) iter.Seq2[*Record, *Problem] {
	return func(yield func(*Record, *Problem) bool) {
		stop := errors.New("stop")
		open := true
		err := Scan(context.Background(), []string{path}, Options{MaxRecord: limit}, func(r *Record) error {
			if open = open && yield(r, nil); !open {
				return stop
			}
			return nil
		}, func(p Problem) { open = open && yield(nil, &p) })
		if open {
			require.NoError(t, err)
		}
	}
}
