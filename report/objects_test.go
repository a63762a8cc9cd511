package report

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

// readBack returns the articles of a report by id, and their ids in order.
func readBack(t *testing.T, dir string) (byID map[string]*Article, ids []string) {
	t.Helper()
	byID = map[string]*Article{}
	require.NoError(t, Read(dir, Rows{Article: func(a *Article) error {
		byID[a.ID] = a
		ids = append(ids, a.ID)
		return nil
	}}))
	return byID, ids
}

// trimmed takes the white space around passages away, which a report by offsets has
// not in it, and what it has of their sources.
func trimmed(articles map[string]*Article) map[string]*Article {
	for _, a := range articles {
		for i := range a.Passages {
			a.Passages[i].Text = strings.TrimSpace(a.Passages[i].Text)
			a.Passages[i].SourceText = ""
		}
	}
	return articles
}

func TestObjectsByOffsetsHaveEachTextOnce(t *testing.T) {
	dirs := t.TempDir()
	full, offsets := filepath.Join(dirs, "full"), filepath.Join(dirs, "offsets")
	writeSample(t, full, Options{Objects: FullObjects})
	writeSample(t, offsets, Options{Objects: OffsetsObjects})
	b, err := os.ReadFile(filepath.Join(offsets, objectsFile))
	require.NoError(t, err)
	for line := range bytes.Lines(b) {
		require.Equal(t, 1, bytes.Count(line, []byte(`"text":`)))
	}
	require.NotContains(t, string(b), `"source_text"`)
	require.Contains(t, string(b), `"source_start"`)
	want, order := readBack(t, full)
	got, same := readBack(t, offsets)
	require.Equal(t, order, same)
	require.Empty(t, cmp.Diff(trimmed(want), trimmed(got)))
	for _, name := range []string{articlesFile, passagesFile, creditsFile, quotesFile, linksFile} {
		require.Equal(t, readTable(t, filepath.Join(full, name)), readTable(t, filepath.Join(offsets, name)), "tables are the same")
	}
}

func TestObjectsGoByTheNumberOfArticles(t *testing.T) {
	for _, c := range []struct {
		name     string
		objects  Objects
		articles int
		texts    bool
	}{
		{"few", ObjectsBySize, FullUpTo, true},
		{"many", ObjectsBySize, FullUpTo + 1, false},
		{"many, in full", FullObjects, FullUpTo + 1, true},
		{"few, by offsets", OffsetsObjects, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			w, err := Create(dir, Options{Objects: c.objects, AllPassages: true})
			require.NoError(t, err)
			require.NoError(t, w.Expect(c.articles))
			require.NoError(t, w.Article(&Article{ID: "a", Text: "One.", Passages: []Passage{{End: 4, Label: Original, Text: "One."}}}))
			require.NoError(t, w.Commit())
			b, err := os.ReadFile(filepath.Join(dir, objectsFile))
			require.NoError(t, err)
			require.Equal(t, c.texts, bytes.Count(b, []byte("One.")) == 2)
		})
	}
}

func TestWordsOfSourcesAreFoundAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{Objects: OffsetsObjects, Compress: Zstandard})
	found, err := Find(dir, "post/crack.txt")
	require.NoError(t, err)
	require.False(t, found.Rebuilt)
	reworded := found.Articles[0].Passages[0]
	require.Equal(t, Reworded, reworded.Label)
	require.Contains(t, reworded.SourceText, "knew for five months that its hull was cracked")
	var members []string
	c, err := ReadCluster(dir, "c-ferry", func(a *Article) error {
		members = append(members, a.ID)
		for _, p := range a.Passages {
			require.Equal(t, p.SourceEnd > 0, p.SourceText != "", p)
		}
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, "c-ferry", c.ID)
	require.Len(t, members, c.Articles)
	c, err = ReadCluster(dir, "nobody", nil)
	require.NoError(t, err)
	require.Nil(t, c)
}

func TestArticlesComeFromTheTablesWithoutObjects(t *testing.T) {
	for _, o := range []Options{{}, {AllPassages: true}, {NoFurniture: true}, {Separator: Semicolon, NoBOM: true}, {Compress: Zstandard, Archived: true}} {
		dirs := t.TempDir()
		with, without := filepath.Join(dirs, "with"), filepath.Join(dirs, "without")
		writeSample(t, with, o)
		o.Objects = NoObjects
		writeSample(t, without, o)
		require.True(t, HasObjects(with))
		require.False(t, HasObjects(without))
		want, order := readBack(t, with)
		got, same := readBack(t, without)
		require.Equal(t, order, same)
		for _, id := range order {
			w, g := want[id], got[id]
			require.Empty(t, cmp.Diff(w, g, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Article{}, "Text", "Passages")), id)
			at := NewOffsets(g.Text)
			for _, p := range g.Passages {
				require.Equal(t, strings.TrimSpace(p.Text), strings.TrimSpace(g.Text[at.Byte(p.Start):at.Byte(p.End)]), "offsets hold in what is put together")
			}
			shown := w.Passages
			if o.NoFurniture {
				shown = slices.DeleteFunc(slices.Clone(shown), func(p Passage) bool { return p.Label == Furniture })
			}
			require.Empty(t, cmp.Diff(shown, g.Passages, cmpopts.EquateEmpty()), id)
			switch {
			case len(g.Passages) == 0:
				require.Empty(t, g.Text)
			case len(shown) == len(w.Passages):
				require.Equal(t, strings.Fields(w.Text), strings.Fields(g.Text), id)
			}
		}
		found, err := Find(without, "crack.txt")
		require.NoError(t, err)
		require.True(t, found.Rebuilt)
		found, err = Find(without, "c-ferry")
		require.NoError(t, err)
		require.Len(t, found.Articles, found.Cluster.Articles)
	}
}

func TestOffsetsHoldInWhatCellsHaveChanged(t *testing.T) {
	long := strings.Repeat("🙂 word ", 9000)
	for _, c := range []struct{ name, text, want string }{
		{"a formula within", "a;=cmd|'/c'!A1;b", "a;=cmd|'/c'!A1;b"},
		{"a formula at the beginning", "=1+1", "=1+1"},
		{"an apostrophe of its own", "so;'twas", "so;'twas"},
		{"line ends of Windows", "one\r\ntwo", "one\ntwo "},
		{"longer than a cell", long, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			w, err := Create(dir, Options{Objects: NoObjects, AllPassages: true})
			require.NoError(t, err)
			n := len([]rune(c.text))
			require.NoError(t, w.Article(&Article{ID: "a", Text: c.text + "\nEnd.", Passages: []Passage{
				{End: n, Label: Original, Text: c.text}, {Start: n, End: n + 5, Label: Original, Text: "\nEnd."},
			}}))
			require.NoError(t, w.Commit())
			got, _ := readBack(t, dir)
			text := []rune(got["a"].Text)
			require.Len(t, text, n+5)
			require.Equal(t, "\nEnd.", string(text[n:]))
			if c.want != "" {
				require.Equal(t, c.want, string(text[:n]))
			} else {
				require.Contains(t, string(text[:n]), "characters]", "it is said that the cell was cut")
			}
		})
	}
}

func TestCompressedReports(t *testing.T) {
	dirs := t.TempDir()
	plain, dir := filepath.Join(dirs, "plain"), filepath.Join(dirs, "zst")
	writeSample(t, plain, Options{})
	writeSample(t, dir, Options{Compress: Zstandard})
	want, _ := readBack(t, plain)
	got, _ := readBack(t, dir)
	require.Empty(t, cmp.Diff(want, got))
	require.FileExists(t, filepath.Join(dir, "report.jsonl.zst"))
	require.FileExists(t, filepath.Join(dir, "passages.csv.zst"))
	require.NoFileExists(t, filepath.Join(dir, "report.jsonl"))
	require.NoFileExists(t, filepath.Join(dir, "passages.csv"))

	first := files(t, dir)
	writeSample(t, dir, Options{Compress: Zstandard})
	require.Equal(t, first, files(t, dir), "a report replaces it, with the same bytes")
	writeSample(t, dir, Options{Objects: NoObjects})
	require.NoFileExists(t, filepath.Join(dir, "report.jsonl.zst"))
	require.FileExists(t, filepath.Join(dir, "passages.csv"))

	// What is cut off or damaged is said, with the name of the file.
	writeSample(t, dir, Options{Compress: Zstandard})
	name := filepath.Join(dir, "report.jsonl.zst")
	b, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, b[:len(b)/2], 0o666))
	require.ErrorContains(t, Read(dir, Rows{}), "report.jsonl")
}

// files returns what the files of a folder hold.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	held := map[string]string{}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		held[e.Name()] = string(b)
	}
	return held
}
