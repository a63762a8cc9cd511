package reader

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestVisit(t *testing.T) {
	outside := folder(t, map[string]string{"far.txt": "Elsewhere."})
	dir := folder(t, map[string]string{
		"a.txt": "A.", "b/new.txt": "Being written.", "b/x.jsonl": `{"text": "x"}`, "b/old.txt": "Known.", "b/photo.jpg": "...",
		"meta.csv": "file,outlet\na.txt,The Tern\nb/new.txt,The Tern\nold,The Tern\nx.jsonl#1,The Tern\ngone.txt,The Tern\n",
	})
	meta, err := ReadSidecar(filepath.Join(dir, "meta.csv"), "")
	require.NoError(t, err)
	asked := map[string]int64{}
	begins := func(name string) func(string, fs.FileInfo) bool {
		return func(path string, info fs.FileInfo) bool {
			require.True(t, info.Mode().IsRegular())
			asked[filepath.ToSlash(path[len(dir)+1:])] = info.Size()
			return filepath.Base(path) == name
		}
	}
	o := Options{
		Meta: meta, Progress: new(Progress),
		Visit: []func(string, fs.FileInfo) bool{begins("new.txt"), begins("old.txt"), begins("x.jsonl")},
	}
	articles, problems := read(t, dir, o, dir, filepath.Join(dir, "b", "old.txt"))
	require.Equal(t, []string{"a.txt"}, ids(articles))
	require.Equal(t, []string{"meta.csv: record 6: no file was found for gone.txt"}, problems, "what is left out is not missed")
	require.Equal(t, map[string]int64{"a.txt": 2, "b/new.txt": 14, "b/old.txt": 6, "b/x.jsonl": 13}, asked, "neither images nor the table")
	require.EqualValues(t, 3, o.Progress.Skipped.Load())
	require.EqualValues(t, 14+6+13, o.Progress.SkippedBytes.Load())
	require.EqualValues(t, 1, o.Progress.Files.Load())

	files, bytes, err := Size(context.Background(), []string{dir}, o)
	require.NoError(t, err)
	require.Equal(t, 1, files)
	require.EqualValues(t, 2, bytes)
	require.EqualValues(t, 3, o.Progress.Skipped.Load(), "a look ahead skips nothing")

	link(t, filepath.Join(outside, "far.txt"), dir, "far.txt")
	var size int64
	read(t, dir, Options{Visit: []func(string, fs.FileInfo) bool{func(path string, info fs.FileInfo) bool {
		if filepath.Base(path) == "far.txt" {
			size = info.Size()
		}
		return false
	}}}, filepath.Join(dir, "far.txt"))
	require.EqualValues(t, len("Elsewhere."), size, "of the file, not of the link to it")
}

func TestVisitOfAFileGivenByName(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "A.", "b.jpg": "no reader, but named"})
	o := Options{Progress: new(Progress), Visit: []func(string, fs.FileInfo) bool{func(string, fs.FileInfo) bool { return true }}}
	articles, problems := read(t, dir, o, filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.jpg"))
	require.Empty(t, articles)
	require.Empty(t, problems)
	require.EqualValues(t, 2, o.Progress.Skipped.Load())
}

// A panic over a file costs that file, and one over an article the article.
func TestAPanicCostsWhatItIsOver(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("The harbour of Kelmouth stays open: "+name), 0o666))
	}
	bad := filepath.Join(dir, "b.txt")
	for name, walk := range map[string]func(yield func(*article.Article) error, problem func(Problem)) error{
		"over a file": func(yield func(*article.Article) error, problem func(Problem)) error {
			return Walk(context.Background(), []string{dir}, Options{Visit: []func(string, fs.FileInfo) bool{func(path string, _ fs.FileInfo) bool {
				if path == bad {
					panic("a bad byte")
				}
				return false
			}}}, yield, problem)
		},
		"over an article": func(yield func(*article.Article) error, problem func(Problem)) error {
			return Walk(context.Background(), []string{dir}, Options{}, func(a *article.Article) error {
				if a.ID == "b.txt" {
					panic("a bad byte")
				}
				return yield(a)
			}, problem)
		},
	} {
		t.Run(name, func(t *testing.T) {
			var ids []string
			var problems []Problem
			require.NoError(t, walk(func(a *article.Article) error {
				ids = append(ids, a.ID)
				return nil
			}, func(p Problem) { problems = append(problems, p) }))
			require.Equal(t, []string{"a.txt", "c.txt"}, ids)
			require.Len(t, problems, 1)
			require.Equal(t, bad, problems[0].File)
			require.True(t, problems[0].Fault)
			require.Contains(t, problems[0].Reason, "not read: a fault in wiretrace: a bad byte (in wiretrace/article/reader.TestAPanicCostsWhatItIsOver")
		})
	}
}
