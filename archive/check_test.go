package archive

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// tamper changes a closed archive behind its back and opens it again.
func tamper(t *testing.T, a *Archive, script string) *Archive {
	t.Helper()
	require.NoError(t, a.Close())
	s, err := connect("file:" + a.Path())
	require.NoError(t, err)
	require.NoError(t, s.script(script))
	require.NoError(t, s.close())
	return reopen(t, a.Path())
}

func TestCheckFindsNothingInASoundArchive(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 50)
	var last [2]int
	faults, err := a.Check(ctx, func(done, total int) { last = [2]int{done, total} })
	require.NoError(t, err)
	require.Empty(t, faults)
	require.Equal(t, [2]int{50*3 + 49*2, 50*3 + 49*2}, last)

	stopped, stop := context.WithCancel(ctx)
	stop()
	_, err = a.Check(stopped, nil)
	require.ErrorIs(t, err, context.Canceled)
}

func TestCheckNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, script, says string }{
		{"text changed", "UPDATE stored SET text = zeroblob(length(text)) WHERE number = 3", "table stored, article 3: the checksum is wrong"},
		{"keys changed", "UPDATE keys_large SET fingerprints_pairs_stories = zeroblob(500) WHERE number = 4", "table keys_large, article 4: the checksum is wrong"},
		{"keys cut short", "UPDATE keys_small SET bands_lines_sayings = x'00' WHERE number = 4", "table keys_small, article 4: the checksum is wrong"},
		{"keys of another", "UPDATE keys_small SET bands_lines_sayings = (SELECT bands_lines_sayings FROM keys_small WHERE number = 5) WHERE number = 4", "table keys_small, article 4: the checksum is wrong"},
		{"passages changed", "UPDATE aligned SET passages = x'0102' WHERE a = 1", "table aligned, articles 1 and 2: the checksum is wrong"},
		{"text missing", "DELETE FROM stored WHERE number = 7", "article 7 has no text"},
		{"article missing", "DELETE FROM articles WHERE number = 7", "link of articles 6 and 7, of which one is missing"},
		{"run missing", "DELETE FROM runs", "article 1 is of run 1, which is missing"},
		{"cluster missing", "DELETE FROM clusters WHERE id = 'c00000001'", "article 6 is in cluster c00000001, which is missing"},
		{"many", "UPDATE stored SET checksum = 0", "... and 30 more of the same kind"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := openNew(t)
			fill(t, a, night(1), 0, 50)
			a = tamper(t, a, c.script)
			faults, err := a.Check(ctx, nil)
			require.NoError(t, err)
			require.Contains(t, faults, c.says)
		})
	}
}

func TestDamageIsNoticedWhenRead(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 10)
	a = tamper(t, a, `UPDATE stored SET text = zeroblob(length(text)) WHERE number = 3; UPDATE keys_small SET bands_lines_sayings = zeroblob(60) WHERE number = 4;
		UPDATE links SET signs = x'01'; UPDATE aligned SET passages = x'01'; UPDATE words SET counts = x'01'`)
	err := a.Stored(ctx, 3, nil)
	require.ErrorIs(t, err, ErrCorrupt)
	require.EqualError(t, err, "archive "+a.Path()+": damaged: table stored, article 3: the checksum is wrong")
	seen := 0
	require.ErrorIs(t, a.Keys(ctx, Small, 0, func(int64, [3][]byte) error { seen++; return nil }), ErrCorrupt)
	require.Equal(t, 3, seen)
	require.NoError(t, a.Keys(ctx, Large, 0, func(int64, [3][]byte) error { return nil }))
	require.ErrorIs(t, a.Links(ctx, 0, func(*Link) error { return nil }), ErrCorrupt)
	_, err = a.Aligned(ctx, 1, 2)
	require.ErrorIs(t, err, ErrCorrupt)
}

// A file that lost its end, or some of whose bytes went wrong, gives an error
// or a fault and never a panic, wherever the damage is.
func TestBrokenFilesAreNoticed(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 60)
	require.NoError(t, a.Close())
	whole, err := os.ReadFile(a.Path())
	require.NoError(t, err)
	broken := filepath.Join(t.TempDir(), "broken.db")
	faults := func(t *testing.T) []string {
		b, err := Open(broken, Options{})
		if err != nil {
			require.ErrorContains(t, err, broken)
			return []string{err.Error()}
		}
		defer func() { _ = b.Close() }()
		_ = b.Heads(ctx, time.Time{}, func(*Head) error { return nil })
		_ = b.Keys(ctx, Large, 0, func(int64, [3][]byte) error { return nil })
		found, err := b.Check(ctx, nil)
		require.NoError(t, err)
		return found
	}
	for _, cut := range []int{1, 100, 5000, pageSize, len(whole) / 2, len(whole) - pageSize, len(whole) - 1} {
		t.Run(fmt.Sprintf("cut at %d", cut), func(t *testing.T) {
			require.NoError(t, os.WriteFile(broken, whole[:cut], 0o666))
			require.NotEmpty(t, faults(t))
		})
	}
	// Page by page, half of it zeros: the half that is filled first.
	noticed := 0
	pages := len(whole) / pageSize
	for p := range pages {
		b := append([]byte(nil), whole...)
		clear(b[p*pageSize+pageSize/2 : (p+1)*pageSize])
		require.NoError(t, os.WriteFile(broken, b, 0o666))
		if len(faults(t)) > 0 {
			noticed++
		}
	}
	require.Greater(t, noticed, pages*8/10, "of %d pages", pages)
}

// A bit that flips in a column of a row is named, wherever it is.
func TestCheckNamesAChangedColumn(t *testing.T) {
	for _, change := range []string{
		"UPDATE articles SET title = 'Pier clozes' WHERE number = 2", "UPDATE articles SET published = '2020-05-02' WHERE number = 1",
		"UPDATE articles SET words = words + 1 WHERE number = 1", "UPDATE articles SET copied_pct = copied_pct + 0.5 WHERE number = 1",
		"UPDATE articles SET url = 'x' WHERE number = 1",
		"UPDATE clusters SET headline = 'Pier'", "UPDATE stories SET headline = headline || ' '",
		"UPDATE credits SET outlet = 'The Pier Prst'", "UPDATE quotes SET speaker = 'Anb'", "UPDATE runs SET report = 'elsewhere'",
		"UPDATE links SET words = words + 1",
	} {
		t.Run(change, func(t *testing.T) {
			a := openNew(t)
			fill(t, a, night(1), 0, 3)
			faults, err := a.Check(ctx, nil)
			require.NoError(t, err)
			require.Empty(t, faults)
			require.NoError(t, a.Delivered(ctx, 1), "it changes what no checksum is of")
			require.NoError(t, a.Close())
			s, err := connect("file:" + a.Path())
			require.NoError(t, err)
			changed, err := s.exec(change)
			require.NoError(t, err)
			require.Positive(t, changed)
			require.NoError(t, s.close())
			a = reopen(t, a.Path())
			faults, err = a.Check(ctx, nil)
			require.NoError(t, err)
			require.NotEmpty(t, faults)
			require.Contains(t, faults[0], "the checksum of the row is wrong")
		})
	}
}
