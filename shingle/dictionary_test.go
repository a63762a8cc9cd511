package shingle

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/lang/word"
)

func TestDictionaryGivesWordsBack(t *testing.T) {
	r := Background("en")
	rapid.Check(t, func(t *rapid.T) {
		d := NewDictionary()
		var encoded [][]byte
		var want [][]Word
		for _, text := range rapid.SliceOfN(anyText(), 1, 5).Draw(t, "texts") {
			words := r.Words(nil, text)
			if rapid.Bool().Draw(t, "numbered as they are read") {
				encoded = append(encoded, d.Encode(nil, d.WordsAmong(nil, text, word.Words(nil, text), r)))
			} else {
				encoded = append(encoded, d.Encode(nil, words))
			}
			want = append(want, words)
		}
		d.Weigh(r, r)
		for i, b := range encoded {
			got, rare, err := d.Decode(nil, nil, b, r, r)
			require.NoError(t, err)
			require.True(t, slices.Equal(want[i], got), "%v\n%v", want[i], got)
			require.True(t, slices.Equal(r.Weights(nil, got), rare))
		}
	})
}

// The order of the numbers may be another.
func TestNumberedWordsTakeAsMuchAsOthers(t *testing.T) {
	r := Background("en")
	rapid.Check(t, func(t *rapid.T) {
		plain, numbered := NewDictionary(), NewDictionary()
		for _, text := range rapid.SliceOfN(anyText(), 1, 5).Draw(t, "texts") {
			require.Len(t, numbered.Encode(nil, numbered.WordsAmong(nil, text, word.Words(nil, text), r)), len(plain.Encode(nil, r.Words(nil, text))))
		}
	})
}

// anyText draws texts with all that may stand between words and in them.
func anyText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOf(rapid.OneOf(
			rapid.SampledFrom([]string{"The", "mayor", "Mayor's", "2,300", "政府は", "l'homme", "said", "ΑΘΗΝΑ", strings.Repeat("long", 70), "\xff"}),
			rapid.String(),
		)).Draw(t, "words"), rapid.SampledFrom([]string{" ", ", ", "", strings.Repeat(" ", 200)}).Draw(t, "between"))
	})
}

// A full dictionary writes words out.
func TestDictionaryIsBounded(t *testing.T) {
	r := Background("en")
	d := NewDictionary()
	rng := rand.New(rand.NewPCG(1, 9))
	words := make([]Word, dictionaryWords+1000)
	for i := range words {
		h := rng.Uint64()
		words[i] = Word{Hash: h, Stem: h, Start: uint32(8 * i), End: uint32(8*i + 7)}
	}
	b := d.Encode(nil, words)
	require.Len(t, d.entries, dictionaryWords)
	d.Weigh(r, r)
	got, _, err := d.Decode(nil, nil, b, r, r)
	require.NoError(t, err)
	for i := range got {
		require.Equal(t, float32(Unseen), got[i].Weight)
		got[i].Weight = 0
	}
	require.True(t, slices.Equal(words, got))
	// Words that have one hash and not the rest are told apart.
	odd := []Word{{Hash: words[0].Hash, Stem: 1, End: 3}, {Hash: words[0].Hash, Stem: words[0].Hash, Class: Number, Start: 4, End: 5}}
	got, _, err = d.Decode(nil, nil, d.Encode(nil, odd), r, r)
	require.NoError(t, err)
	for i := range got {
		got[i].Weight = 0
	}
	require.Equal(t, odd, got)
}

// What a dictionary counts is what counting each article gives.
func TestDictionaryCountsArticles(t *testing.T) {
	background := Background("en")
	rapid.Check(t, func(t *rapid.T) {
		d := NewDictionary()
		want, got := NewCounts(background), NewCounts(background)
		for _, text := range rapid.SliceOfN(anyText(), 0, 8).Draw(t, "texts") {
			words := Words(nil, text)
			prose := slices.DeleteFunc(slices.Clone(words), func(Word) bool { return rapid.IntRange(0, 4).Draw(t, "furniture") == 0 })
			want.Add(prose)
			d.Encode(nil, words)
			d.Count(got, words, prose)
		}
		d.Flush(got)
		d.Flush(got) // nothing is left
		require.Equal(t, want.Encode(nil), got.Encode(nil))
	})
}

func FuzzDictionaryDecode(f *testing.F) {
	r := Background("en")
	d := NewDictionary()
	d.Weigh(r, r)
	f.Add(d.Encode(nil, Words(nil, "The mayor’s office denied 2,300 claims on Tuesday."+strings.Repeat(" ", 300)+"政府")))
	f.Add([]byte{1, 127, 255, 255, 255})
	f.Fuzz(func(t *testing.T, b []byte) {
		words, _, err := d.Decode(nil, nil, b, r, r)
		if err == nil {
			for i := range words {
				require.LessOrEqual(t, words[i].Start, words[i].End)
			}
		}
	})
}

func BenchmarkDictionary(b *testing.B) {
	r := Background("en")
	text := prose(1, 3000)
	words := r.Words(nil, text)
	d := NewDictionary()
	encoded := d.Encode(nil, words)
	var rare []float32
	d.Weigh(r, r)
	b.Run("Words", func(b *testing.B) {
		for b.Loop() {
			words = r.Words(words[:0], text)
		}
	})
	b.Run("Encode", func(b *testing.B) {
		for b.Loop() {
			encoded = d.Encode(encoded[:0], words)
		}
	})
	b.Run("Decode", func(b *testing.B) {
		for b.Loop() {
			words, rare, _ = d.Decode(words[:0], rare[:0], encoded, r, r)
		}
	})
	b.ReportMetric(float64(len(encoded))/float64(len(words)), "B/word")
}

// A full dictionary is larger than the caches close to a processor.
func BenchmarkDecodeMany(b *testing.B) {
	r := Background("en")
	rng := rand.New(rand.NewPCG(3, 4))
	zipf := rand.NewZipf(rng, 1.05, 20, dictionaryWords-1)
	hashes := make([]uint64, dictionaryWords)
	for i := range hashes {
		hashes[i] = rng.Uint64()
	}
	d := NewDictionary()
	const texts, length = 2000, 500
	encoded := make([][]byte, texts)
	words := make([]Word, length)
	for k := range encoded {
		for i := range words {
			h := hashes[zipf.Uint64()]
			words[i] = Word{Hash: h, Stem: h, Start: uint32(6 * i), End: uint32(6*i + 5)}
		}
		encoded[k] = d.Encode(nil, words)
	}
	d.Weigh(r, r)
	var rare []float32
	for b.Loop() {
		for _, e := range encoded {
			words, rare, _ = d.Decode(words[:0], rare[:0], e, r, r)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*texts*length), "ns/word")
}
