package shingle

import (
	"encoding/binary"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zeebo/xxh3"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

// countsOf counts texts, each an article.
func countsOf(background *Rarity, texts ...string) *Counts {
	c := NewCounts(background)
	for _, text := range texts {
		c.Add(Words(nil, text))
	}
	return c
}

// crowded returns counts of more words than are counted exactly.
func crowded() *Counts {
	c := NewCounts(noBackground())
	rng := rand.New(rand.NewPCG(3, 1))
	words := make([]Word, maxExact/2)
	for range 3 {
		for i := range words {
			words[i].Hash = rng.Uint64()
		}
		c.Add(words)
	}
	return c
}

func TestCountsAreReadBackAsWritten(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts *Counts
	}{
		{"none", NewCounts(Background("en"))},
		{"English", countsOf(Background("en"), "The mayor of Torran spoke.", "The Torran ferry sank, said the mayor.")},
		{"no background", countsOf(noBackground(), "Borgmesteren talte.", "Færgen sank.")},
		{"shared counters", crowded()},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := c.counts.Encode([]byte("before"))
			require.Equal(t, "before", string(b[:6]))
			got, err := DecodeCounts(b[6:], c.counts.background)
			require.NoError(t, err)
			require.Equal(t, c.counts.Articles(), got.Articles())
			require.Equal(t, c.counts.known, got.known)
			require.Equal(t, c.counts.others, got.others)
			require.Equal(t, c.counts.sketch, got.sketch)
			require.Equal(t, b[6:], got.Encode(nil))
		})
	}
}

func TestCountsOfSeveralNightsAddUp(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("abc mayor  the")), 0, 60, -1)
	rapid.Check(t, func(t *rapid.T) {
		first, second := rapid.SliceOfN(text, 0, 5).Draw(t, "first"), rapid.SliceOfN(text, 0, 5).Draw(t, "second")
		background := Background("en")
		night, err := DecodeCounts(countsOf(background, first...).Encode(nil), background)
		require.NoError(t, err)
		night.Merge(countsOf(background, second...))
		require.Equal(t, countsOf(background, append(first, second...)...).Encode(nil), night.Encode(nil))
	})
}

func TestCountsOutliveTheirBackground(t *testing.T) {
	const text = "The mayor of Torran spoke."
	b := countsOf(Background("en"), text).Encode(nil)
	got, err := DecodeCounts(b, noBackground())
	require.NoError(t, err)
	require.Equal(t, countsOf(noBackground(), text).others, got.others)
	require.Equal(t, b, got.Encode(nil), "what is written does not depend on the background")
}

func TestDamagedCountsAreRefused(t *testing.T) {
	good := countsOf(Background("en"), "The mayor of Torran spoke.").Encode(nil)
	sealed := func(b ...byte) []byte { return binary.LittleEndian.AppendUint64(b, xxh3.Hash(b)) }
	flipped := append([]byte(nil), good...)
	flipped[4] ^= 1
	for _, c := range []struct {
		name string
		b    []byte
	}{
		{"empty", nil},
		{"cut", good[:len(good)-1]},
		{"a bit flipped", flipped},
		{"of a later version", sealed(countsVersion+1, 0, 0, 0)},
		{"more words than bytes", sealed(countsVersion, 1, 200, 1, 0)},
		{"a word in no article", sealed(countsVersion, 1, 1, 5, 0, 0)},
		{"no end", sealed(countsVersion, 1, 1, 5, 1)},
		{"too much", sealed(countsVersion, 1, 1, 5, 1, 0, 9)},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := DecodeCounts(c.b, Background("en"))
			require.ErrorIs(t, err, ErrCounts)
		})
	}
}

// TestCountsAreThoseOfTheirVersion fails when the encoding changes and its
// version does not: what archives keep could no longer be read. With -update the
// file of the version at hand is written anew.
func TestCountsAreThoseOfTheirVersion(t *testing.T) {
	b := countsOf(noBackground(), "The mayor of Torran spoke.", "The ferry sank.").Encode(nil)
	golden := filepath.Join("testdata", fmt.Sprintf("version-%d.counts", countsVersion))
	if *update {
		require.NoError(t, os.WriteFile(golden, b, 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, want, b)
}

// FuzzDecodeCounts gives DecodeCounts any bytes with a checksum that holds.
func FuzzDecodeCounts(f *testing.F) {
	for _, text := range []string{"", "The mayor of Torran spoke."} {
		b := countsOf(Background("en"), text).Encode(nil)
		f.Add(b[:len(b)-8])
	}
	f.Add([]byte{countsVersion, 1, 0, 1, 1, 0, 1, 1, 3, 2})
	background := noBackground()
	f.Fuzz(func(t *testing.T, b []byte) {
		_, err := DecodeCounts(b, background)
		if err != nil {
			require.ErrorIs(t, err, ErrCounts)
		}
		b = binary.LittleEndian.AppendUint64(b, xxh3.Hash(b))
		c, err := DecodeCounts(b, background)
		if err != nil {
			require.ErrorIs(t, err, ErrCounts)
			return
		}
		again, err := DecodeCounts(c.Encode(nil), background)
		require.NoError(t, err)
		require.Equal(t, c, again)
	})
}

func BenchmarkCountsEncode(b *testing.B) {
	c := countsOf(Background("en"), prose(1, 1<<20))
	buf := c.Encode(nil)
	b.SetBytes(int64(len(buf)))
	for b.Loop() {
		buf = c.Encode(buf[:0])
	}
}

func BenchmarkCountsDecode(b *testing.B) {
	buf := countsOf(Background("en"), prose(1, 1<<20)).Encode(nil)
	b.SetBytes(int64(len(buf)))
	for b.Loop() {
		if _, err := DecodeCounts(buf, Background("en")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCountsAdd(b *testing.B) {
	text := prose(1, 3000)
	words := Words(nil, text)
	c := NewCounts(Background("en"))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		c.Add(words)
	}
}
