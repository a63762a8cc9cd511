package reader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// withMeta reads a folder with a sidecar in it.
func withMeta(t *testing.T, meta string, files map[string]string) (articles []summary, problems []string) {
	files["meta.csv"] = meta
	dir := folder(t, files)
	s, err := ReadSidecar(filepath.Join(dir, "meta.csv"), "")
	require.NoError(t, err)
	got, problems := read(t, dir, Options{Meta: s}, dir)
	for _, a := range got {
		articles = append(articles, summarize(a))
	}
	return articles, problems
}

func TestSidecar(t *testing.T) {
	articles, problems := withMeta(t,
		"file,outlet,published,url,title,author,language,text\n"+
			"a.txt,The Example,2024-08-17 11:04,https://example.com/a,A title,Ada Crane,en,Not this.\n"+
			"sub/b.txt,The Other,17 August 2024,,,,Deutsch,\n"+
			"scraped/2024/sub/c.txt,Third,,,,,,\n"+
			"d,Without ending,,,,,,\n"+
			"e.jsonl,The Lines,2024-08-17,,,,,\n"+
			"e.jsonl#2,The Second,,,,,,\n"+
			"gone.txt,Gone,,,,,,\n"+
			"a.txt,Twice,,,,,,\n"+
			",No name,,,,,,\n"+
			"f.txt,,32 August,,,,,\n",
		map[string]string{
			"a.txt": "Text a.", "sub/b.txt": "Text b.", "sub/c.txt": "Text c.", "d.md": "Text d.", "f.txt": "Text f.", "unknown.txt": "Text u.",
			"e.jsonl": `{"text": "Text 1.", "date": "2020-01-01", "title": "Own title"}` + "\n" + `{"text": "Text 2."}` + "\n",
		})
	require.Equal(t, []summary{
		{"a.txt", "A title", "Ada Crane", "The Example", "https://example.com/a", "en", "2024-08-17T11:04", "sidecar", "Text a."},
		{ID: "d.md", Outlet: "Without ending", Text: "Text d."},
		{ID: "e.jsonl#1", Title: "Own title", Outlet: "The Lines", Published: "2020-01-01", Source: "field date", Text: "Text 1."},
		{ID: "e.jsonl#2", Outlet: "The Second", Text: "Text 2."},
		{ID: "f.txt", Text: "Text f."},
		{ID: "sub/b.txt", Outlet: "The Other", Language: "de", Published: "2024-08-17", Source: "sidecar", Text: "Text b."},
		{ID: "sub/c.txt", Outlet: "Third", Text: "Text c."},
		{ID: "unknown.txt", Text: "Text u."},
	}, articles)
	require.Equal(t, []string{
		"meta.csv: record 9: a.txt stands in row 2 already",
		"meta.csv: record 10: the row names no file",
		"meta.csv: record 11: date not understood: 32 August",
		"meta.csv: record 8: no file was found for gone.txt",
	}, problems)
}

func TestSidecarOfOneName(t *testing.T) {
	articles, problems := withMeta(t, "filename;outlet\nx.txt;The Example\nb/y.txt;The Other\n",
		map[string]string{"a/x.txt": "Text.", "b/x.txt": "Text.", "a/y.txt": "Text.", "b/y.txt": "Text."})
	require.Equal(t, []summary{
		{ID: "a/x.txt", Outlet: "The Example", Text: "Text."},
		{ID: "a/y.txt", Text: "Text."},
		{ID: "b/x.txt", Text: "Text."},
		{ID: "b/y.txt", Outlet: "The Other", Text: "Text."},
	}, articles)
	require.Len(t, problems, 1)
	require.Contains(t, problems[0], "record 2: x.txt names several files; it is used for the first, ")
}

func TestSidecarInArchive(t *testing.T) {
	articles, problems := withMeta(t, "path\toutlet\na.zip/x.txt\tThe Example\ny.txt\tThe Other\n",
		map[string]string{"a.zip": zipped(t, 8, member{"x.txt", "Text."}, member{"sub/y.txt", "Text."})})
	require.Empty(t, problems)
	require.Equal(t, []summary{{ID: "a.zip/x.txt", Outlet: "The Example", Text: "Text."}, {ID: "a.zip/sub/y.txt", Outlet: "The Other", Text: "Text."}}, articles)
}

func TestNoSidecar(t *testing.T) {
	dir := folder(t, map[string]string{"a.csv": "outlet,title\nx,y\n", "b.csv": "", "c.csv.gz": gz(t, "file,outlet\na.txt,The Example\n"), "a.txt": "Text."})
	for name, want := range map[string]string{
		"a.csv": "it has no column that names files: the columns are outlet, title",
		"b.csv": "not a table with a header",
		"gone":  "no such file or folder",
	} {
		_, err := ReadSidecar(filepath.Join(dir, name), "")
		require.ErrorContains(t, err, want)
	}
	s, err := ReadSidecar(filepath.Join(dir, "c.csv.gz"), "")
	require.NoError(t, err)
	for range 2 { // one sidecar serves several scans
		articles, _ := read(t, dir, Options{Meta: s}, filepath.Join(dir, "a.txt"))
		require.Equal(t, "The Example", articles[0].Outlet)
	}
}

func FuzzSidecar(f *testing.F) {
	f.Add("file,outlet\na.txt,x\n,y\n")
	f.Add("\xff\xfef\x00i\x00l\x00e\x00;\x00o\x00")
	dir := f.TempDir()
	require.NoError(f, os.WriteFile(filepath.Join(dir, "a.txt"), []byte("Text."), 0o644))
	f.Fuzz(func(t *testing.T, data string) {
		s := &Sidecar{file: "meta.csv", at: make(map[string][]int32)}
		if s.read(strings.NewReader(data), "") != nil {
			return
		}
		articles, _ := read(t, dir, Options{Meta: s}, filepath.Join(dir, "a.txt"))
		require.Len(t, articles, 1)
	})
}

func TestPlaces(t *testing.T) {
	for _, tt := range []struct {
		name, file, in            string
		outlet, published, source string
	}{
		{"folder named by site", "www.example.com/story.txt", "Text.", "example.com", "", ""},
		{"the nearest", "example.org/news.example.co.uk/x/story.txt", "Text.", "news.example.co.uk", "", ""},
		{"no host", "v1.2/my.old/notes.d/story.txt", "Text.", "", "", ""},
		{"the record knows better", "example.com/story.json", `{"text": "Text.", "outlet": "The Example"}`, "The Example", "", ""},
		{"an address knows better", "example.com/story.json", `{"text": "Text.", "url": "https://other.example/a"}`, "", "", ""},
		{"many records in it", "example.com/2024/08/17/stories.jsonl", `{"text": "Text."}`, "example.com", "", ""},
		{"day in folders", "2024/08/17/story.txt", "Text.", "", "2024-08-17", "path"},
		{"day in a name", "2024-08-17-story.txt", "Text.", "", "2024-08-17", "path"},
		{"the last counts", "2024-08-19/example.com/20240817_story.txt", "Text.", "example.com", "2024-08-17", "path"},
		{"month by name", "2024/aug/7/story.txt", "Text.", "", "2024-08-07", "path"},
		{"no day", "2024/08/story.txt", "Text.", "", "", ""},
		{"no such day", "2024/02/30/story.txt", "Text.", "", "", ""},
		{"a moment", "20240817110459/story.txt", "Text.", "", "", ""},
		{"mixed separators", "2024-08/17/story.txt", "Text.", "", "", ""},
		{"day in an address", "a.json", `{"text": "Text.", "url": "https://example.com/2024/08/17/story"}`, "", "2024-08-17", "url"},
		{"number in an address", "a.json", `{"text": "Text.", "url": "https://example.com/world-20110817"}`, "", "", ""},
		{"the record's own", "2024/08/17/a.json", `{"text": "Text.", "date": "2024-08-16"}`, "", "2024-08-16", "field date"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			t.Chdir(dir)
			articles, problems := read(t, dir, Options{}, ".")
			require.Empty(t, problems)
			require.Equal(t, []string{tt.outlet, tt.published, tt.source}, []string{articles[0].Outlet, articles[0].Published.String(), articles[0].Published.Source})
		})
	}
}

func TestFuture(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.json":                `{"text": "Text.", "date": "2091-01-01"}`,
		"b.json":                `{"text": "Text.", "date": "2024-08-18"}`,
		"c.json":                `{"text": "Text.", "date": "2024-08-17T10:00:00Z"}`,
		"d.json":                `{"text": "Text.", "date": "0001-01-01T00:00:00Z"}`,
		"2091/01/01/e.txt":      "Text.",
		"f/2024/08/17/f.json":   `{"text": "Text.", "date": "2025-08-17"}`,
		"g/20240817/g.jsonl.gz": gz(t, `{"text": "Text.", "date": "1970-01-01"}`),
	})
	articles, problems := read(t, dir, Options{Now: time.Date(2024, 8, 17, 12, 0, 0, 0, time.UTC)}, dir)
	var dates []string
	for _, a := range articles {
		dates = append(dates, a.Published.String())
	}
	require.Equal(t, []string{"", "", "2024-08-18", "2024-08-17T10:00:00Z", "", "2024-08-17", ""}, dates)
	require.Equal(t, []string{
		"2091/01/01/e.txt: the date lies in the future and is left out: 2091-01-01",
		"a.json: the date lies in the future and is left out: 2091-01-01",
		"d.json: date not understood: 0001-01-01T00:00:00Z",
		"f/2024/08/17/f.json: the date lies in the future and is left out: 2025-08-17",
		"g/20240817/g.jsonl.gz: record 1: date not understood: 1970-01-01",
	}, problems)
}
