package digest

import (
	"encoding/binary"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
	"github.com/zeebo/xxh3"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/outlet"
	"wiretrace/quote"
)

var update = flag.Bool("update", false, "write the golden files anew")

// pinned is a digest with something in every field.
func pinned() *Digest {
	return &Digest{
		Meta: article.Article{
			ID: "carrick/1", File: "carrick.jsonl", Record: 1, Title: "Fähre auf Sand", Byline: "Fergus Lockhart",
			Outlet: "carrick-mercury.example", URL: "https://carrick-mercury.example/1", Language: "de",
			Published: article.Time{
				When:      time.Date(2025, 3, 3, 17, 12, 0, 0, time.FixedZone("", 3600)),
				Precision: article.Minute, Zoned: true, Source: "field date",
			},
		},
		Outlet: "The Carrick Mercury", Domain: "carrick-mercury.example",
		Layout: article.Layout{
			Blocks:    []article.Block{{Span: article.Span{Start: 0, End: 10}, Kind: article.Byline}, {Span: article.Span{Start: 12, End: 400}, Kind: article.Prose}},
			Sentences: []article.Span{{Start: 12, End: 90}, {Start: 91, End: 400}},
		},
		Words: 66, Prose: 64,
		Hash: 0x0123456789abcdef, Bands: []uint64{1, 1 << 63}, Fingerprints: []uint64{3, 5, 8}, Pairs: []uint64{13, 21}, Stories: []uint64{34},
		Sayings: []uint64{55, 0}, Lines: []uint64{89, 144},
		Credits: []credit.Credit{
			{Span: article.Span{Start: 40, End: 60}, Outlet: "dpa", Domain: "dpa.com", Kind: outlet.Agency, Cue: "laut", Via: "The Telegraph", Background: true},
			{Span: article.Span{Start: 30, End: 45}, Outlet: "X", Kind: outlet.Platform, Cue: "on"},
		},
		Kind:     outlet.Publisher,
		Lead:     []LeadWord{{Stem: 7, Weight: 2.5}, {Stem: 1 << 31, Weight: 9}},
		Days:     []int{20000, 20003},
		Unnamed:  true,
		Open:     true,
		Life:     true,
		OwnTold:  true,
		Stated:   []uint64{55},
		Claims:   []Claim{{Outlet: "dpa", Via: "The Telegraph", Text: claim.Included, Probability: 0.25}, {Outlet: "Voz", Credit: 1}},
		Quotes:   []quote.Quote{{Span: article.Span{Start: 100, End: 120}, Speaker: "Ailsa Crombie"}, {Span: article.Span{Start: 130, End: 140}, Post: true}},
		Indirect: []quote.Quote{{Span: article.Span{Start: 150, End: 190}, Speaker: "Ailsa Crombie"}},
		Marks:    []article.Span{{Start: 100, End: 120}, {Start: 130, End: 140}},
	}
}

// TestEncodingIsThatOfItsVersion fails when the encoding changes and its
// version does not: archives written before could no longer be read, or, which
// is worse, be read wrong. With -update the file of the version at hand is
// written anew: only while no archive of that version can exist.
func TestEncodingIsThatOfItsVersion(t *testing.T) {
	encoded := pinned().Encode(nil)
	require.EqualValues(t, version, encoded[0], "the first byte is the version")
	golden := filepath.Join("testdata", fmt.Sprintf("version-%d.digest", version))
	if *update {
		require.NoError(t, os.WriteFile(golden, encoded, 0o666))
	}
	written, err := os.ReadFile(golden)
	require.NoError(t, err, "a new version of the encoding: run this test with -update")
	require.Equal(t, written, encoded, "the encoding has changed: it needs a new version")

	d, err := Decode(written)
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(pinned(), d))
}

func TestDecodeReadsEarlierVersions(t *testing.T) {
	b := pinned().Encode(nil)
	b = b[:len(b)-8]
	b[0] = version + 1
	_, err := Decode(sealed(b))
	require.ErrorIs(t, err, ErrCorrupt)
	files, err := filepath.Glob("testdata/version-*.digest")
	require.NoError(t, err)
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		if b[0] < version {
			d, err := Decode(b)
			require.NoError(t, err, name)
			want := pinned()
			if b[0] < 8 {
				want.Press = false
			}
			if b[0] < 7 {
				want.Life, want.Stated = false, nil
			}
			if b[0] < 6 {
				want.OwnTold = false
			}
			if b[0] < 5 {
				want.Open = false
			}
			if b[0] < 3 {
				want.Indirect = nil
			}
			if b[0] < 4 {
				want.Days = []int{20000}
			}
			if b[0] < 2 {
				want.Kind, want.Lead, want.Days, want.Unnamed, want.Claims = "", nil, nil, false, nil
			}
			require.Empty(t, cmp.Diff(want, d), name)
		}
	}
}

// sealed appends the checksum to what stands before it.
func sealed(b []byte) []byte { return binary.LittleEndian.AppendUint64(b, xxh3.Hash(b)) }

func TestEncodeAppends(t *testing.T) {
	d := pinned()
	before := []byte("before")
	b := d.Encode(before)
	require.Equal(t, "before", string(b[:6]))
	require.Equal(t, d.Encode(nil), b[6:])
}

func TestSignedReadsWhatDecodeDoes(t *testing.T) {
	d := pinned()
	b := d.Encode(nil)
	home, lines, err := Signed(b)
	require.NoError(t, err)
	require.Equal(t, []string{d.Outlet, d.Meta.Title, d.Meta.Byline}, []string{home, lines[0], lines[1]})
	require.NotEmpty(t, home)
	require.NotEmpty(t, lines[0])
	require.NotEmpty(t, lines[1])
	for n := 9; n < len(b); n++ {
		if _, _, err := Signed(sealed(b[: n-8 : n-8])); err == nil {
			continue // what it reads is there
		}
		_, err := Decode(sealed(b[: n-8 : n-8]))
		require.ErrorIs(t, err, ErrCorrupt, "cut to %d bytes", n)
	}
	b[0]++
	_, _, err = Signed(b)
	require.ErrorIs(t, err, ErrCorrupt)
}

func TestDecodeAliasesNothing(t *testing.T) {
	b := pinned().Encode(nil)
	d, err := Decode(b)
	require.NoError(t, err)
	clear(b)
	require.Empty(t, cmp.Diff(pinned(), d))
}

func TestEveryChangedByteIsNoticed(t *testing.T) {
	good := pinned().Encode(nil)
	for i := range good {
		for _, flip := range []byte{1, 0x80, 0xff} {
			b := append([]byte(nil), good...)
			b[i] ^= flip
			_, err := Decode(b)
			require.ErrorIs(t, err, ErrCorrupt, "byte %d", i)
		}
	}
	for n := range good {
		_, err := Decode(good[:n])
		require.ErrorIs(t, err, ErrCorrupt, "cut to %d bytes", n)
	}
	_, err := Decode(append(good, 0))
	require.ErrorIs(t, err, ErrCorrupt)
	_, err = Decode(nil)
	require.ErrorIs(t, err, ErrCorrupt)
}

func TestTextIsNotKept(t *testing.T) {
	d := pinned()
	with := pinned()
	with.Meta.Text = "The car ferry Tolsta ran onto a sandbank."
	require.Equal(t, d.Encode(nil), with.Encode(nil))
}

func TestDecodeGivesBackWhatWasEncoded(t *testing.T) {
	span := rapid.Custom(func(t *rapid.T) article.Span {
		start := rapid.IntRange(0, 1<<24).Draw(t, "start")
		return article.Span{Start: start, End: start + rapid.IntRange(0, 1<<16).Draw(t, "len")}
	})
	hashes := rapid.SliceOfN(rapid.Uint64(), 0, 40)
	when := rapid.Custom(func(t *rapid.T) article.Time {
		p := article.Precision(rapid.IntRange(0, 3).Draw(t, "precision"))
		if p == article.NoTime {
			return article.Time{}
		}
		at := time.Unix(rapid.Int64Range(-1<<33, 1<<35).Draw(t, "seconds"), 0)
		x := article.Time{Precision: p, Zoned: rapid.Bool().Draw(t, "zoned"), Source: rapid.String().Draw(t, "source"), When: at.UTC()}
		if offset := 60 * rapid.IntRange(-12*60, 14*60).Draw(t, "zone"); offset != 0 {
			x.When = at.In(time.FixedZone("", offset))
		}
		return x
	})
	rapid.Check(t, func(t *rapid.T) {
		s := func(label string) string { return rapid.String().Draw(t, label) }
		d := &Digest{
			Meta: article.Article{
				ID: s("id"), File: s("file"), Record: rapid.IntRange(0, 1<<31-1).Draw(t, "record"), Title: s("title"), Byline: s("byline"),
				Outlet: s("outlet as given"), URL: s("url"), Language: s("language"), Published: when.Draw(t, "published"),
			},
			Outlet: s("outlet"), Domain: s("domain"),
			Words: rapid.IntRange(0, 1<<24).Draw(t, "words"), Prose: rapid.IntRange(0, 1<<24).Draw(t, "prose"),
			Hash: rapid.Uint64().Draw(t, "hash"), Bands: hashes.Draw(t, "bands"), Fingerprints: hashes.Draw(t, "fingerprints"),
			Pairs: hashes.Draw(t, "pairs"), Stories: hashes.Draw(t, "stories"),
			Sayings: hashes.Draw(t, "sayings"), Lines: hashes.Draw(t, "lines"), Marks: rapid.SliceOfN(span, 0, 10).Draw(t, "marks"),
		}
		d.Layout.Sentences = rapid.SliceOfN(span, 0, 10).Draw(t, "sentences")
		for range rapid.IntRange(0, 6).Draw(t, "blocks") {
			d.Layout.Blocks = append(d.Layout.Blocks, article.Block{Span: span.Draw(t, "block"), Kind: article.Kind(rapid.IntRange(0, 8).Draw(t, "kind"))})
		}
		for range rapid.IntRange(0, 6).Draw(t, "credits") {
			d.Credits = append(d.Credits, credit.Credit{
				Span: span.Draw(t, "credit"), Outlet: s("of"), Domain: s("at"), Kind: outlet.Kind(s("kind")), Cue: s("cue"), Via: s("via"),
				Background: rapid.Bool().Draw(t, "background"),
			})
		}
		for range rapid.IntRange(0, 6).Draw(t, "quotes") {
			d.Quotes = append(d.Quotes, quote.Quote{Span: span.Draw(t, "quote"), Speaker: s("speaker"), Post: rapid.Bool().Draw(t, "post")})
		}
		b := d.Encode(nil)
		back, err := Decode(b)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(d, back, cmpopts.EquateEmpty()))
		require.Equal(t, b, back.Encode(nil))
	})
}

func TestFactsAreTheDigestWithoutItsKeys(t *testing.T) {
	d := pinned()
	facts, err := Decode(d.Facts(nil))
	require.NoError(t, err)
	want, err := Decode(d.Encode(nil))
	require.NoError(t, err)
	want.Bands, want.Fingerprints, want.Pairs, want.Stories, want.Lines = nil, nil, nil, nil, nil
	require.Equal(t, want, facts)
	require.NotEmpty(t, d.Bands, "the digest itself is left as it was")
	require.Equal(t, d.Sayings, facts.Sayings)
}

// Counts and places beyond what there is are corrupt, whatever they come to where they are added or multiplied.
func TestCountsBeyondTheBytes(t *testing.T) {
	r := decoder{b: append(binary.AppendUvarint(nil, 1<<29), make([]byte, 16)...)}
	require.Zero(t, r.count(8))
	require.True(t, r.bad)
	r = decoder{b: binary.AppendUvarint(binary.AppendVarint(nil, math.MaxInt32), math.MaxInt32)}
	span, _ := r.span(math.MaxInt32)
	require.Zero(t, span)
	require.True(t, r.bad)
}

// FuzzDecode gives Decode any bytes, as they are and with a checksum that
// holds, so that the fields themselves are reached.
func FuzzDecode(f *testing.F) {
	f.Add(pinned().Encode(nil))
	f.Add(new(Digest).Encode(nil))
	for _, page := range pages {
		f.Add(newMaker().Make(&article.Article{ID: "a", Text: page.text}).Encode(nil))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, b := range [][]byte{b, sealed(b[:max(0, len(b)-8):max(0, len(b)-8)])} {
			d, err := Decode(b)
			if err != nil {
				require.ErrorIs(t, err, ErrCorrupt)
				require.Nil(t, d)
				continue
			}
			home, lines, err := Signed(b)
			require.NoError(t, err)
			require.Equal(t, []string{d.Outlet, d.Meta.Title, d.Meta.Byline}, []string{home, lines[0], lines[1]})
			again, err := Decode(d.Encode(nil))
			require.NoError(t, err)
			require.Empty(t, cmp.Diff(d, again, cmpopts.EquateEmpty()))
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	d := newMaker().Make(&article.Article{ID: "a", Text: pages[1].text})
	buf := d.Encode(nil)
	b.SetBytes(int64(len(buf)))
	b.ReportAllocs()
	for b.Loop() {
		buf = d.Encode(buf[:0])
	}
}

func BenchmarkDecode(b *testing.B) {
	buf := newMaker().Make(&article.Article{ID: "a", Text: pages[1].text}).Encode(nil)
	b.SetBytes(int64(len(buf)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(buf); err != nil {
			b.Fatal(err)
		}
	}
}
