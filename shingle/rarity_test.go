package shingle

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zeebo/xxh3"
	"pgregory.net/rapid"
)

// weightOf returns the weight of a word.
func weightOf(r *Rarity, word string) float32 { return r.Weight(Words(nil, word)[0]) }

func TestEnglishWeights(t *testing.T) {
	r := Background("en")
	rising := strings.Fields("the said president summit telegraph quotations Xyzzyq")
	for i := range rising[1:] {
		require.Less(t, weightOf(r, rising[i]), weightOf(r, rising[i+1]), "%s, %s", rising[i], rising[i+1])
	}
	require.InDelta(t, 0, weightOf(r, "The"), 0.05)
	require.EqualValues(t, Unseen, weightOf(r, "Xyzzyq"))
	require.Equal(t, weightOf(r, "Merkel"), weightOf(r, "MERKEL’S"))
	require.Equal(t, weightOf(r, "Erdogan"), weightOf(r, "Erdoğan"))
}

func TestEveryBackgroundIsReadable(t *testing.T) {
	require.Contains(t, backgrounds(), "en")
	for lang, background := range backgrounds() {
		r := background()
		require.Same(t, r, Background(lang))
		require.NotSame(t, noBackground(), r)
		require.Positive(t, r.articles, lang)
	}
	require.Same(t, noBackground(), Background(""))
}

// The readme of the tables says how large each is.
func TestReadmeOfBackgrounds(t *testing.T) {
	text, err := os.ReadFile("data/README.md")
	require.NoError(t, err)
	number := func(s string) int {
		n, err := strconv.Atoi(strings.ReplaceAll(regexp.MustCompile(`[\d,]*\d`).FindString(s), ",", ""))
		require.NoError(t, err)
		return n
	}
	rows := 0
	for _, row := range regexp.MustCompile(`(?m)^\| (..)\.rarity \|(.*)\|(.*)\|(.*)\|(.*)\|$`).FindAllStringSubmatch(string(text), -1) {
		file, err := data.ReadFile("data/" + row[1] + ".rarity")
		require.NoError(t, err)
		field := func(at int) int { return int(binary.LittleEndian.Uint32(file[at:])) }
		require.Equal(t, []int{field(24), field(28), field(36), len(file)},
			[]int{number(row[2]), number(row[3]), number(row[4]), number(row[5])}, row[1])
		rows++
	}
	require.Len(t, backgrounds(), rows)
}

// In each language names weigh more than what everyone writes, and more than nothing
// is what no table holds.
func TestWeightsInManyLanguages(t *testing.T) {
	for code, rising := range map[string]string{
		"ar": "في الرئيس الحكومة البوسنة", "da": "og kommune minister fyrtårn", "de": "und Regierung Staudamm Zwickmühlenweg",
		"es": "de gobierno embalse Torrelaguna", "fr": "de gouvernement barrage Montesquiou", "it": "di governo diga Montefosco",
		"nl": "de minister stuwdam Zoutelande", "no": "og regjeringen fyrtårn Kvalsund", "pl": "w rząd zapora Szczebrzeszyn",
		"pt": "de governo barragem Ponferrada", "ru": "и правительство плотина Чебаркуль", "sv": "och regeringen fyren Kvistofta",
		"tr": "ve hükümet baraj Taşkesti", "uk": "і уряд гребля Жмеринка",
	} {
		r := Background(code)
		require.True(t, r.Known(), code)
		last := float32(-1)
		for w := range strings.FieldsSeq(rising) {
			weight := weightOf(r, w)
			require.Greater(t, weight, last, "%s: %s", code, w)
			last = weight
		}
		require.Less(t, weightOf(r, strings.Fields(rising)[0]), float32(0.1), code)
		require.Less(t, weightOf(r, "2014"), weightOf(r, "47,193"), code)
	}
	require.Same(t, Background("pt"), Background("pt-BR"))
	require.Same(t, Background("no"), Background("nb"))
}

func TestStockPhrases(t *testing.T) {
	r := Background("en")
	for _, c := range []struct {
		phrase string
		want   bool
	}{
		{"at the same time as", true},
		{"As a result, of a", true},
		{"the president of the united", true},
		{"ferry captain denied seeing warnings", false},
		{"the harbour master of Torran", false},
	} {
		require.Equal(t, c.want, r.Stock(shinglesOf(c.phrase)[0]), c.phrase)
	}
	rng := rand.New(rand.NewPCG(7, 1))
	wrong := 0
	const trials = 200_000
	for range trials {
		if r.Stock(rng.Uint64()) {
			wrong++
		}
	}
	require.Less(t, float64(wrong)/trials, 1.3*stockRate)
}

func TestLanguageWithoutBackground(t *testing.T) {
	r := Background("xx")
	require.Less(t, weightOf(r, "según"), weightOf(r, "ayer"))
	require.Less(t, weightOf(r, "ayer"), weightOf(r, "ayuntamiento"))
	require.Less(t, weightOf(r, "parker"), weightOf(r, "Parker"))
	require.LessOrEqual(t, weightOf(r, strings.Repeat("x", 1000)), float32(Unseen))
	require.False(t, r.Stock(1))
	require.Positive(t, r.Weight(Words(nil, "政府")[0]))
}

func TestBlend(t *testing.T) {
	for _, lang := range []string{"en", "xx"} {
		t.Run(lang, func(t *testing.T) {
			r := Background(lang)
			c := NewCounts(r)
			blended := r.Blend(c)
			for _, word := range strings.Fields("the telegraph Xyzzyq government") {
				require.InDelta(t, weightOf(r, word), weightOf(blended, word), 1e-3, "nothing counted, nothing changed: %s", word)
			}
			plain, odd, rare := Words(nil, "the village"), Words(nil, "the village xyzzyq"), Words(nil, "the village xyzzyq telegraph telegraph")
			for i := range 100_000 {
				switch {
				case i%1000 == 0:
					c.Add(rare)
				case i%2 == 0:
					c.Add(odd)
				default:
					c.Add(plain)
				}
			}
			blended = r.Blend(c)
			require.Equal(t, 100_000, c.Articles())
			require.InDelta(t, math.Log(2), weightOf(blended, "xyzzyq"), 0.35, "a big corpus knows its own rarity")
			require.Less(t, weightOf(blended, "village"), float32(0.35))
			require.Greater(t, weightOf(blended, "telegraph"), float32(5))
			require.Greater(t, weightOf(blended, "Quuxly"), weightOf(blended, "xyzzyq"))
			require.Equal(t, r.Stock(shinglesOf("at the same time as")[0]), blended.Stock(shinglesOf("at the same time as")[0]))
			before := weightOf(blended, "Quuxly")
			c.Add(Words(nil, "quuxly"))
			require.Equal(t, before, weightOf(blended, "Quuxly"), "a blend does not change")
		})
	}
}

func TestWeightFallsAsWordsGetCommoner(t *testing.T) {
	r := Background("en")
	for _, word := range []string{"xyzzyq", "telegraph", "government"} {
		last := float32(math.Inf(1))
		for _, n := range []int{0, 1, 2, 5, 20, 100, 1000, 10_000} {
			c := NewCounts(r)
			with, without := Words(nil, "village "+word), Words(nil, "village")
			for i := range 10_000 {
				if i < n {
					c.Add(with)
				} else {
					c.Add(without)
				}
			}
			w := weightOf(r.Blend(c), word)
			require.LessOrEqual(t, w, last, "%s in %d of 10,000", word, n)
			last = w
		}
	}
}

func TestCountsDoNotDependOnOrder(t *testing.T) {
	r := Background("en")
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(strings.Fields("the a village summit xyzzyq quuxly plugh Harris 2024"))
		articles := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(word, 0, 20).Draw(t, "words"), " ")
		}), 0, 20).Draw(t, "articles")
		shuffled := rapid.Permutation(articles).Draw(t, "shuffled")
		parts := []*Counts{NewCounts(r), NewCounts(r), NewCounts(r)}
		whole := NewCounts(r)
		for i, a := range articles {
			whole.Add(Words(nil, a))
			parts[rapid.IntRange(0, 2).Draw(t, "part")].Add(Words(nil, shuffled[i]))
		}
		parts[2].Merge(parts[0])
		parts[2].Merge(parts[1])
		one, other := r.Blend(whole), r.Blend(parts[2])
		for _, w := range strings.Fields("the village xyzzyq quuxly plugh 2024 telegraph nothing") {
			require.Equal(t, weightOf(one, w), weightOf(other, w), w)
		}
	})
}

func TestCountsOfMoreWordsThanFit(t *testing.T) {
	r := Background("en")
	add := func(c *Counts, from, to int) {
		var words []Word
		for i := from; i < to; i++ {
			words = append(words[:0], Word{Hash: mix(uint64(i))}, Word{Hash: mix(1 << 40)})
			if i%1000 == 0 {
				words = append(words, Word{Hash: mix(1 << 41)})
			}
			c.Add(words)
		}
	}
	const n = maxExact + 50_000
	whole, first, second := NewCounts(r), NewCounts(r), NewCounts(r)
	add(whole, 0, n)
	add(second, n/3, n)
	add(first, 0, n/3)
	require.NotNil(t, whole.sketch)
	require.Nil(t, first.sketch)
	for _, merged := range []func() *Counts{
		func() *Counts { first.Merge(second); return first },
		func() *Counts { c := NewCounts(r); c.Merge(whole); return c },
	} {
		c := merged()
		require.Equal(t, whole.sketch, c.sketch)
		require.Equal(t, whole.articles, c.articles)
	}
	require.EqualValues(t, n, whole.sketch.count(uint32(mix(1<<40)>>32)))
	b := r.Blend(whole)
	require.InDelta(t, math.Log((n+localArticles)/(n/1000.0)), b.Weight(Word{Hash: mix(1 << 41)}), 0.02, "a word of every thousandth article")
	require.Greater(t, b.Weight(Word{Hash: mix(1 << 42)}), float32(10))
}

func TestRarityFile(t *testing.T) {
	df := map[uint64]float64{}
	words := strings.Fields("alpha beta gamma delta epsilon zeta")
	for i, w := range words {
		df[xxh3.HashString(w)] = math.Pow(5, float64(i))
	}
	stock := shinglesOf("we will have to wait and see")
	file := AppendRarity([]byte("before"), 5000, df, stock)
	require.Equal(t, "before", string(file[:6]))
	r, err := ParseRarity(file[6:])
	require.NoError(t, err)
	for i, w := range words {
		require.InDelta(t, math.Log(5001/(math.Pow(5, float64(i))+0.5)), weightOf(r, w), quantum)
	}
	for _, h := range stock {
		require.True(t, r.Stock(h))
	}
	require.Equal(t, file[6:], AppendRarity(nil, 5000, df, stock), "the same counts give the same file")

	r, err = ParseRarity(AppendRarity(nil, 10, nil, nil))
	require.NoError(t, err)
	require.InDelta(t, math.Log(11/0.5), weightOf(r, "alpha"), 0.01, "ten articles do not tell how rare it is")
	require.False(t, r.Stock(stock[0]))
}

func TestDamagedRarityFile(t *testing.T) {
	file := AppendRarity(nil, 100, map[uint64]float64{1 << 40: 3, 1 << 50: 4}, []uint64{1, 2, 3})
	for i := range file {
		bad := slices.Clone(file)
		bad[i] ^= 0x10
		_, err := ParseRarity(bad)
		require.ErrorIs(t, err, ErrRarity, "byte %d", i)
		_, err = ParseRarity(file[:i])
		require.ErrorIs(t, err, ErrRarity, "cut at %d", i)
	}
}

func FuzzParseRarity(f *testing.F) {
	f.Add(AppendRarity(nil, 100, map[uint64]float64{1 << 40: 3, 1 << 50: 4}, []uint64{1, 2, 3})[8:])
	f.Fuzz(func(t *testing.T, data []byte) {
		data = append([]byte(rarityMagic), data...)
		if len(data) >= rarityHeader { // a checksum that is right, so that what it guards is read
			binary.LittleEndian.PutUint64(data[16:], xxh3.Hash(data[24:]))
		}
		if r, err := ParseRarity(data); err == nil {
			w := r.Weight(Word{Hash: 1 << 40})
			require.True(t, w >= 0 && w <= Unseen)
			r.Stock(1)
		}
	})
}

func ExampleRarity_Weight() {
	r := Background("en")
	text := "The Telegraph reported on Tuesday"
	for _, w := range Words(nil, text) {
		fmt.Printf("%.1f %s\n", r.Weight(w), Fold(nil, text, w))
	}
	// Output:
	// 0.0 the
	// 5.7 telegraph
	// 1.6 reported
	// 0.0 on
	// 1.4 tuesday
}
