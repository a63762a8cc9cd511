package archive

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

func heads(t testing.TB, a *Archive, since time.Time) (all []Head) {
	t.Helper()
	require.NoError(t, a.Heads(ctx, since, func(h *Head) error { all = append(all, *h); return nil }))
	return all
}

func numbers(all []Head) (n []int64) {
	for _, h := range all {
		n = append(n, h.Number)
	}
	return n
}

func TestWhatANightStoresIsReadBack(t *testing.T) {
	a := openNew(t)
	n := begin(t, a, night(1))
	require.Equal(t, int64(1), n.Number())
	x, y := sample(0), sample(1)
	x.File, x.Record = "day/one.jsonl", 7
	y.From, y.To, y.Digest, y.Keys[2] = 0, 0, nil, []byte{}
	first, err := n.Add(x)
	require.NoError(t, err)
	second, err := n.Add(y)
	require.NoError(t, err)
	require.Equal(t, []int64{1, 2}, []int64{first, second})
	require.NoError(t, n.Describe(1, 2, &row.Article{Cluster: "c1", Family: "f1", Role: "copy"}))
	require.NoError(t, n.Link(&Link{A: 2, B: 1, Relation: "copy", ShareA: 1, ShareB: .5, Words: 300, Passages: 2, Signs: []byte("signs"), Aligned: []byte("aligned")}))
	require.NoError(t, n.Link(&Link{A: 1, B: 2, Relation: "quotes"}))
	require.NoError(t, n.Cluster(&row.Cluster{ID: "c1", Articles: 2, Upstream: "The Pier Post", UpstreamPresent: "no"}))
	require.NoError(t, n.File(File{Path: "day/one.jsonl", Size: 10, Modified: 1_772_000_000_123_456_789, Hash: 1 << 63, Articles: 1, Problems: 3}))
	require.NoError(t, n.Counts("en", []byte("counts")))
	require.NoError(t, n.SiteLine(1<<63+5))
	require.NoError(t, n.SiteLine(1<<63+5))
	require.NoError(t, n.Finish(Run{Finished: night(1).Add(time.Minute), Version: "test", Report: "reports/1", Read: 2, Known: 3, Failed: 4, Articles: 2, Clusters: 1}))
	require.NoError(t, n.Commit())

	got := heads(t, a, time.Time{})
	require.Len(t, got, 2)
	require.Equal(t, Head{
		Number: 1, ID: x.ID, File: "day/one.jsonl", Record: 7, From: x.From, To: x.To, Hash: x.Hash, Rep: 2, Cluster: "c1", Family: "f1", Run: 1, FirstSeen: night(1).Unix(), Known: night(1).Unix(),
	}, got[0])
	require.Equal(t, Head{Number: 2, ID: y.ID, File: y.File, Hash: y.Hash, Rep: 2, Run: 1, FirstSeen: night(1).Unix(), Known: night(1).Unix()}, got[1])

	for group, kinds := range map[KeyGroup][][]byte{Small: x.Keys[:3], Large: x.Keys[3:]} {
		var seen []int64
		require.NoError(t, a.Keys(ctx, group, 1, func(number int64, keys [3][]byte) error {
			if number == 1 {
				require.Equal(t, kinds, keys[:])
			} else {
				require.Len(t, keys[0], len(y.Keys[int(group)*3]))
			}
			seen = append(seen, number)
			return nil
		}))
		require.Equal(t, []int64{1, 2}, seen)
		require.NoError(t, a.Keys(ctx, group, 2, func(number int64, _ [3][]byte) error { require.Equal(t, int64(2), number); return nil }))
	}
	require.NoError(t, a.Stored(ctx, 1, func(digest, text []byte) error {
		require.Equal(t, x.Digest, digest)
		require.Equal(t, x.Text, text)
		return nil
	}))
	require.NoError(t, a.Stored(ctx, 2, func(digest, text []byte) error {
		require.Empty(t, digest)
		require.Equal(t, y.Text, text)
		return nil
	}))
	require.ErrorIs(t, a.Stored(ctx, 3, nil), ErrNotFound)

	var links []Link
	require.NoError(t, a.Links(ctx, 0, func(l *Link) error { links = append(links, *l); return nil }))
	require.Equal(t, []Link{
		{A: 1, B: 2, Relation: "quotes"},
		{A: 2, B: 1, Relation: "copy", ShareA: 1, ShareB: .5, Words: 300, Passages: 2, Signs: []byte("signs")},
	}, links)
	aligned, err := a.Aligned(ctx, 2, 1)
	require.NoError(t, err)
	require.Equal(t, "aligned", string(aligned))
	_, err = a.Aligned(ctx, 1, 2)
	require.ErrorIs(t, err, ErrNotFound)

	known, err := a.Known(ctx, []uint64{x.Mark, 5, y.Mark})
	require.NoError(t, err)
	require.Equal(t, map[uint64]int64{x.Mark: 1, y.Mark: 2}, known)
	ids, err := a.IDs(ctx, []string{"nothing", y.ID})
	require.NoError(t, err)
	require.Equal(t, map[string]bool{y.ID: true}, ids)
	number, ok, err := a.ByContent(ctx, x.Content)
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, int64(1), number)
	_, ok, err = a.ByContent(ctx, 0)
	require.NoError(t, err)
	require.False(t, ok)

	require.NoError(t, a.Files(ctx, func(f File) error {
		require.Equal(t, File{Path: "day/one.jsonl", Size: 10, Modified: 1_772_000_000_123_456_789, Hash: 1 << 63, Articles: 1, Problems: 3}, f)
		return nil
	}))
	words := 0
	require.NoError(t, a.Words(ctx, night(1), func(language string, counts []byte) error {
		words++
		require.Equal(t, "en counts", language+" "+string(counts))
		return nil
	}))
	require.Equal(t, 1, words)
	require.NoError(t, a.Words(ctx, night(2), func(string, []byte) error { return errors.New("too old") }))
	lines, err := a.SiteLines(ctx)
	require.NoError(t, err)
	require.Equal(t, []uint64{1<<63 + 5}, lines)

	last, ok, err := a.LastRun(ctx)
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, Run{
		Number: 1, Started: night(1), Finished: night(1).Add(time.Minute), Version: "test", Report: "reports/1", Read: 2, Known: 3, Failed: 4, Articles: 2, Clusters: 1,
	}, last)
	late, err := a.Undelivered(ctx)
	require.NoError(t, err)
	require.Equal(t, []int64{1}, late)
	require.NoError(t, a.Delivered(ctx, 1))
	late, err = a.Undelivered(ctx)
	require.NoError(t, err)
	require.Empty(t, late)
}

func TestHeadsOfTheWindowBringTheirClusters(t *testing.T) {
	a := openNew(t)
	for i := range 3 {
		n := begin(t, a, night(1+10*i))
		for k := range 4 {
			x := sample(4*i + k)
			x.From, x.To = night(1).Unix(), night(2).Unix()
			if i == 0 && k == 2 { // announced for later
				x.From, x.To = night(28).Unix(), night(29).Unix()
			}
			number, err := n.Add(x)
			require.NoError(t, err)
			if k == 0 && i != 1 { // the first night's and the last night's first
				require.NoError(t, n.Describe(number, 0, &row.Article{Cluster: "c1"}))
			}
		}
		require.NoError(t, n.Cluster(&row.Cluster{ID: "c1"}))
		require.NoError(t, n.Commit())
	}
	require.Len(t, heads(t, a, time.Time{}), 12)
	require.Equal(t, []int64{1, 3, 9, 10, 11, 12}, numbers(heads(t, a, night(20))), "1 is in the cluster of 9, 3 was published later")
	require.Equal(t, []int64{3}, numbers(heads(t, a, night(25))))
	require.Empty(t, heads(t, a, night(30)))
	stop := errors.New("enough")
	require.ErrorIs(t, a.Heads(ctx, time.Time{}, func(*Head) error { return stop }), stop)
}

func TestReadersSeeTheStateBeforeTheNight(t *testing.T) {
	a := openNew(t)
	n := begin(t, a, night(1))
	for i := range 100 {
		_, err := n.Add(sample(i))
		require.NoError(t, err)
	}
	require.NoError(t, n.Commit())

	n = begin(t, a, night(2))
	var readers sync.WaitGroup
	for w := range 4 {
		readers.Go(func() {
			for i := range 200 {
				number := int64(1 + (i+w)%100)
				err := a.Stored(ctx, number, func(digest, _ []byte) error {
					if string(digest) != string(sample(int(number-1)).Digest) {
						return errors.New("another's digest")
					}
					return nil
				})
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := range 200 {
		_, err := n.Add(sample(1000 + i))
		require.NoError(t, err)
	}
	require.Len(t, heads(t, a, time.Time{}), 100)
	require.NoError(t, n.Describe(1, 0, &row.Article{Cluster: "c1"}))
	require.Empty(t, heads(t, a, time.Time{})[0].Cluster)
	readers.Wait()
	require.NoError(t, n.Commit())
	require.Len(t, heads(t, a, time.Time{}), 300)
	require.Equal(t, "c1", heads(t, a, time.Time{})[0].Cluster)
}

func TestRollbackLeavesNothing(t *testing.T) {
	a := openNew(t)
	n := begin(t, a, night(1))
	_, err := n.Add(sample(1))
	require.NoError(t, err)
	_, err = a.Begin(ctx, Run{})
	require.ErrorContains(t, err, "a night is open already")
	n.Rollback()
	require.ErrorContains(t, n.Commit(), "the night is over")
	require.Empty(t, heads(t, a, time.Time{}))
	_, ok, err := a.LastRun(ctx)
	require.NoError(t, err)
	require.False(t, ok)
}

func TestTheFirstFailureIsFinal(t *testing.T) {
	a := openNew(t)
	n := begin(t, a, night(1))
	_, err := n.Add(sample(1))
	require.NoError(t, err)
	_, err = n.Add(sample(1))
	require.ErrorContains(t, err, "UNIQUE")
	_, again := n.Add(sample(2))
	require.Error(t, again)
	require.Error(t, n.Commit())
	require.Empty(t, heads(t, a, time.Time{}))
	n = begin(t, a, night(1))
	require.ErrorIs(t, n.Describe(99, 0, &row.Article{}), ErrNotFound)
	require.Error(t, n.Commit())
	begin(t, a, night(1)).Rollback()
}

func TestClustersKeepWhenTheyWereFirstSeen(t *testing.T) {
	a := openNew(t)
	for i, id := range []string{"c1", "c2", "c3"} {
		n := begin(t, a, night(1+i))
		number, err := n.Add(sample(i))
		require.NoError(t, err)
		require.NoError(t, n.Describe(number, 0, &row.Article{Cluster: id}))
		require.NoError(t, n.Cluster(&row.Cluster{ID: id, Articles: 1}))
		require.NoError(t, n.Commit())
	}
	n := begin(t, a, night(9))
	require.NoError(t, n.Cluster(&row.Cluster{ID: "c1", Articles: 2}))
	require.NoError(t, n.Merge("c3", "c2"))
	require.NoError(t, n.Merge("c2", "c1"))
	require.NoError(t, n.Commit())
	type cluster struct {
		id     string
		first  int64
		merged string
	}
	var all []cluster
	require.NoError(t, a.Clusters(ctx, func(id string, first int64, merged string) error {
		all = append(all, cluster{id, first, merged})
		return nil
	}))
	require.Equal(t, []cluster{{"c1", night(1).Unix(), ""}, {"c2", night(2).Unix(), "c1"}, {"c3", night(3).Unix(), "c1"}}, all)
	for _, h := range heads(t, a, time.Time{}) {
		require.Equal(t, "c1", h.Cluster)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	require.NoError(t, os.WriteFile(in("notes.txt"), []byte("Not a database, just somebody's notes, long enough to be looked at: "+string(make([]byte, 5000))), 0o666))
	other, err := connect("file:" + in("other.db"))
	require.NoError(t, err)
	require.NoError(t, other.script("CREATE TABLE birds (name TEXT)"))
	require.NoError(t, other.close())
	a, err := Open(in("good.db"), Options{})
	require.NoError(t, err)
	require.NoError(t, a.writer.script("PRAGMA user_version = 99"))
	require.NoError(t, a.Close())
	require.NoError(t, os.Mkdir(in("folder"), 0o777))

	for _, c := range []struct {
		name, path string
		o          Options
		is         error
		says       string
	}{
		{"missing", in("none.db"), Options{Existing: true}, fs.ErrNotExist, "archive " + in("none.db") + ": file does not exist"},
		{"missing, to read", in("none.db"), Options{ReadOnly: true}, fs.ErrNotExist, ""},
		{"text", in("notes.txt"), Options{}, ErrForeign, "not an archive"},
		{"another's database", in("other.db"), Options{}, ErrForeign, "not an archive"},
		{"another's database, to read", in("other.db"), Options{ReadOnly: true}, ErrForeign, "not an archive"},
		{"of a later version", in("good.db"), Options{}, ErrNewer, "its version is 99"},
		{"folder", in("folder"), Options{}, nil, "is a folder"},
		{"no such folder", in("nowhere/news.db"), Options{}, fs.ErrNotExist, "archive " + in("nowhere/news.db") + ": its folder is missing: no such file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			_, err := Open(c.path, c.o)
			require.Error(t, err)
			require.ErrorContains(t, err, c.path)
			require.ErrorContains(t, err, c.says)
			if c.is != nil {
				require.ErrorIs(t, err, c.is)
			}
			after, _ := os.ReadFile(c.path)
			require.True(t, bytes.Equal(before, after), "left as it was")
		})
	}
}

func TestOneWriterAtATime(t *testing.T) {
	a := openNew(t)
	_, err := Open(a.Path(), Options{})
	require.ErrorIs(t, err, ErrBusy)
	require.Regexp(t, `^archive .*news.db: in use by process \d+ since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$`, err.Error())
	reader, err := Open(a.Path(), Options{ReadOnly: true})
	require.NoError(t, err)
	require.Empty(t, heads(t, reader, time.Time{}))
	_, err = reader.Begin(ctx, Run{})
	require.ErrorContains(t, err, "reading only")
	require.NoError(t, reader.Close())
	require.NoError(t, a.Close())
	reopen(t, a.Path())
}

func TestNamesOfAllKinds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "100% news? #1 & más.db")
	a := reopen(t, path)
	n := begin(t, a, night(1))
	x := sample(1)
	x.ID, x.Title = "día/ñ\x00'\"; DROP TABLE articles; --.txt", "\xff broken"
	_, err := n.Add(x)
	require.NoError(t, err)
	require.NoError(t, n.Commit())
	require.Equal(t, x.ID, heads(t, a, time.Time{})[0].ID)
	require.NoError(t, a.Close())
	_, err = os.Stat(path)
	require.NoError(t, err)
	_, err = os.Stat(path + "-wal")
	require.ErrorIs(t, err, fs.ErrNotExist, "a closed archive is one file, and its lock")
}

func TestPackedTextComesBack(t *testing.T) {
	for _, text := range []string{"", "a", "The harbour board voted on Tuesday. The harbour board voted on Tuesday."} {
		packed := Pack([]byte("head"), []byte(text))
		require.Equal(t, "head", string(packed[:4]))
		got, err := Unpack([]byte("x"), packed[4:])
		require.NoError(t, err)
		require.Equal(t, "x"+text, string(got))
	}
	_, err := Unpack(nil, []byte("nonsense"))
	require.Error(t, err)
}

// LastRun returns the latest run; ok is false if there was none.
func (a *Archive) LastRun(ctx context.Context) (last Run, ok bool, err error) {
	err = a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error {
			last, ok = r.run(), true
			return nil
		}, "SELECT "+runColumns+" FROM runs ORDER BY number DESC LIMIT 1")
	})
	return last, ok, err
}

// A night whose archive was taken away under it would be lost unheard of.
func TestANightFailsIfItsArchiveIsTakenAway(t *testing.T) {
	for name, take := range map[string]func(path string) error{
		"was removed": os.Remove,
		"was replaced by another": func(path string) error {
			return errors.Join(os.Rename(path, path+".old"), os.WriteFile(path, []byte("another"), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "news.db")
			n := begin(t, reopen(t, path), night(1))
			require.NoError(t, take(path))
			require.ErrorContains(t, n.Commit(), name)
		})
	}
}
