package archive

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

// An archive of each version, once released, is kept and never written anew:
// make that of a new version with -store-version, before its release.
var storeVersion = flag.Bool("store-version", false, "store a small archive of the latest version in testdata")

func TestArchivesOfEachVersionOpen(t *testing.T) {
	if *storeVersion {
		store(t, filepath.Join("testdata", fmt.Sprintf("v%d.db", len(steps))))
	}
	for version := 1; version <= len(steps); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			stored, err := os.ReadFile(filepath.Join("testdata", fmt.Sprintf("v%d.db", version)))
			require.NoError(t, err)
			path := filepath.Join(t.TempDir(), "news.db")
			require.NoError(t, os.WriteFile(path, stored, 0o666))
			a := reopen(t, path)
			requireStored(t, a, version)
			fill(t, a, night(5), 100, 10)
			require.Len(t, heads(t, a, time.Time{}), 16)
			faults, err := a.Check(ctx, nil)
			require.NoError(t, err)
			require.Empty(t, faults)
		})
	}
}

// store writes what requireStored expects, in small pages.
func store(t *testing.T, path string) {
	a := openNew(t)
	fill(t, a, night(1), 0, 3)
	fill(t, a, night(2), 3, 3)
	n := begin(t, a, night(3))
	require.NoError(t, n.Counts("en", []byte("counts")))
	require.NoError(t, n.SiteLine(7))
	require.NoError(t, n.Merge("c00000001", "c00000000"))
	require.NoError(t, n.Story(&row.Story{ID: "s00000001"}))
	require.NoError(t, n.MergeStory("s00000001", "s00000000"))
	require.NoError(t, n.Commit())
	require.NoError(t, a.Delivered(ctx, 1))
	require.NoError(t, a.Close())
	s, err := connect("file:" + a.Path())
	require.NoError(t, err)
	require.NoError(t, s.script("PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM; PRAGMA journal_mode = WAL"))
	require.NoError(t, s.close())
	b, err := os.ReadFile(a.Path())
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
	require.NoError(t, os.WriteFile(path, b, 0o666))
}

// requireStored requires what store has stored, as far as an archive of that
// version could hold it.
func requireStored(t *testing.T, a *Archive, version int) {
	t.Helper()
	stories := map[string]string{}
	require.NoError(t, a.Stories(ctx, func(id string, _ int64, into string) error { stories[id] = into; return nil }))
	want, story := map[string]string{"s00000000": "", "s00000001": "s00000000"}, "s00000000"
	credits := describe(1).Credits
	if version < 4 {
		want, story = map[string]string{}, ""
		credits[0].Main = false // it was not known
	}
	require.Equal(t, want, stories)
	all := heads(t, a, time.Time{})
	require.Len(t, all, 6)
	for i, h := range all {
		x := sample(i)
		require.Equal(t, x.ID, h.ID)
		require.Equal(t, "c00000000", h.Cluster)
		require.Equal(t, story, h.Story)
		require.NoError(t, a.Stored(ctx, h.Number, func(digest, text []byte) error {
			require.True(t, bytes.Equal(x.Digest, digest) && bytes.Equal(x.Text, text))
			return nil
		}))
		known, err := a.Known(ctx, []uint64{x.Mark})
		require.NoError(t, err)
		require.Equal(t, h.Number, known[x.Mark])
	}
	for _, group := range []KeyGroup{Small, Large} {
		require.NoError(t, a.Keys(ctx, group, 0, func(number int64, keys [3][]byte) error {
			require.True(t, bytes.Equal(sample(int(number - 1)).Keys[3*group], keys[0]))
			return nil
		}))
	}
	links := 0
	require.NoError(t, a.Links(ctx, 0, func(l *Link) error { links++; return nil }))
	require.Equal(t, 4, links)
	late, err := a.Undelivered(ctx)
	require.NoError(t, err)
	require.Equal(t, []int64{2, 3}, late)
	found, err := a.Show(ctx, sample(1).ID)
	require.NoError(t, err)
	require.Equal(t, credits, found.Credits)
	require.Equal(t, describe(1).Quotes, found.Quotes)
	require.Equal(t, describe(1).Words, found.Articles[0].Words, "those of its prose, in every version")
	lines, err := a.SiteLines(ctx)
	require.NoError(t, err)
	require.Equal(t, []uint64{7}, lines)
	words := 0
	require.NoError(t, a.Words(ctx, time.Time{}, func(string, []byte) error { words++; return nil }))
	require.Equal(t, 1, words)
}

func TestUpgradeIsOneTransaction(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 3)
	version := func() int64 {
		n, err := a.writer.number(ctx, "PRAGMA user_version")
		require.NoError(t, err)
		return n
	}
	base := version()
	more := "ALTER TABLE articles ADD COLUMN mood TEXT; UPDATE articles SET mood = 'calm'"
	err := upgrade(a.writer, int(base), append(steps[:base:base], more, "ALTER TABLE nothing ADD COLUMN x"))
	require.ErrorContains(t, err, fmt.Sprintf("bring to version %d", base+2))
	require.Equal(t, base, version())
	_, err = a.writer.number(ctx, "SELECT count(mood) FROM articles")
	require.Error(t, err)

	require.NoError(t, upgrade(a.writer, int(base), append(steps[:base:base], more)))
	require.Equal(t, base+1, version())
	moods, err := a.writer.number(ctx, "SELECT count(mood) FROM articles")
	require.NoError(t, err)
	require.Equal(t, int64(3), moods)
	require.Len(t, heads(t, a, time.Time{}), 3)
	require.NoError(t, a.Close())
	_, err = Open(a.Path(), Options{})
	require.ErrorIs(t, err, ErrNewer)
}
