package shingle

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// shinglesOf returns the shingles of a text.
func shinglesOf(text string) []uint64 { return Shingles(nil, Words(nil, text), N) }

func TestShingles(t *testing.T) {
	long := strings.Repeat("one two three four five six seven ", 40)
	for _, c := range []struct {
		name, text string
		n, want    int
	}{
		{"none", "", N, 0},
		{"fewer words than a shingle", "no comment", N, 1},
		{"as many", "the mayor had no comment", N, 1},
		{"one more", "the new mayor had no comment", N, 2},
		{"over several blocks", long, N, 276},
		{"single words", long, 1, 280},
		{"long shingles", long, 20, 261},
	} {
		t.Run(c.name, func(t *testing.T) {
			words := Words(nil, c.text)
			shingles := Shingles(nil, words, c.n)
			require.Len(t, shingles, c.want)
			for i, h := range shingles {
				end := min(i+c.n, len(words))
				require.Equal(t, []uint64{h}, Shingles(nil, words[i:end], c.n), "shingle %d is the shingle of its words alone", i)
			}
		})
	}
}

func TestShinglesIgnoreHowWordsAreWritten(t *testing.T) {
	require.Equal(t,
		shinglesOf("“We don’t comment on AT&amp;T’s plans,” said the CEO"),
		shinglesOf(`"we don't comment on AT&T's plans" said the ceo`))
	require.NotEqual(t, shinglesOf("dog bites man in the park"), shinglesOf("man bites dog in the park"))
}

// numbers draws shingles of few values, so that they repeat, or of many.
var numbers = rapid.Custom(func(t *rapid.T) []uint64 {
	top := rapid.SampledFrom([]uint64{0, 3, 1 << 60}).Draw(t, "top")
	return rapid.SliceOfN(rapid.Uint64Range(0, top), 0, 60).Draw(t, "shingles")
})

func TestFingerprintsFindEverySharedRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(strings.Fields("a b c d e f g h said the of 12 3.5 Harris's l'Oréal 中国"))
		words := func(label string, least int) string {
			return strings.Join(rapid.SliceOfN(word, least, 30).Draw(t, label), " ")
		}
		shared := words("shared", Guarantee)
		a := words("a1", 0) + " " + shared + " " + words("a2", 0)
		b := words("b1", 0) + " " + shared + " " + words("b2", 0)
		prints := map[uint64]bool{}
		for _, p := range Fingerprints(nil, shinglesOf(a)) {
			prints[p.Hash] = true
		}
		common := slices.ContainsFunc(Fingerprints(nil, shinglesOf(b)), func(p Fingerprint) bool { return prints[p.Hash] })
		require.True(t, common, "%q and %q share %q", a, b, shared)
	})
}

func TestFingerprintsOfAnyShingles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shingles := numbers.Draw(t, "shingles")
		prints := Fingerprints(nil, shingles)
		require.Equal(t, len(shingles) > 0, len(prints) > 0)
		chosen := map[uint32]bool{}
		for i, p := range prints {
			require.Equal(t, shingles[p.Word], p.Hash)
			require.True(t, i == 0 || prints[i-1].Word < p.Word)
			chosen[p.Word] = true
		}
		// The plain rule: every window holds a fingerprint, and it is its least.
		for start := 0; start+Window <= len(shingles); start++ {
			least := slices.Min(shingles[start : start+Window])
			found := false
			for i := start; i < start+Window; i++ {
				found = found || chosen[uint32(i)] && shingles[i] == least
			}
			require.True(t, found, "window %d of %v", start, shingles)
		}
	})
}

func TestFingerprintsAreFew(t *testing.T) {
	shingles := shinglesOf(prose(4, 200_000))
	share := float64(len(Fingerprints(nil, shingles))) / float64(len(shingles))
	require.InDelta(t, 2.0/(Window+1), share, 0.01, "the density of winnowing random text")
	same := make([]uint64, 1000)
	require.Less(t, len(Fingerprints(nil, same)), 1000/Window+2, "a text that repeats itself has few")
}

// TestHashesStayAsTheyAre guards what files of hashes rely on: a change here
// calls for a new version of each of them, the embedded backgrounds too.
func TestHashesStayAsTheyAre(t *testing.T) {
	words := Words(nil, "The mayor’s office denied 2,300 claims on Tuesday; it’s unclear why the U.S. agreed.")
	shingles := Shingles(nil, words, N)
	sig := NewMinHasher().Sign(shingles)
	require.Equal(t, []uint64{0xaf9696d56478c843, 0xcfee33c48ed58e74, 0x95861f7d52ed1dec}, []uint64{words[1].Hash, words[3].Stem, words[4].Hash})
	require.Equal(t, []uint64{0x8d65dff051b99ce4, 0x1c1be586210b2059}, shingles[:2])
	require.Equal(t, []uint64{0x99d82b6edb751fd9, 0x3a5c953ec7dfbdff}, sig[:2])
	require.Equal(t, []uint64{0x83ab325390f5f01f, 0x8d7e62844e7a71c7}, Bands(nil, &sig)[:2])
	require.Equal(t, []Fingerprint{{0x1c1be586210b2059, 1}, {0x9c392d489cce181, 6}}, Fingerprints(nil, shingles)[:2])
}
