package shingle

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// pair returns two sets of random shingles, of about 400 in their union and of
// exactly the Jaccard similarity that it returns too.
func pair(rng *rand.Rand, similarity float64) (a, b []uint64, jaccard float64) {
	const union = 400
	shared := int(math.Round(similarity * union))
	for i := range union {
		h := rng.Uint64()
		switch {
		case i < shared:
			a, b = append(a, h), append(b, h)
		case i%2 == 0:
			a = append(a, h)
		default:
			b = append(b, h)
		}
	}
	return a, b, float64(shared) / union
}

func TestSimilarityErrsAsTheorySays(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	m := NewMinHasher()
	for _, similarity := range []float64{0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9, 1} {
		const trials = 1500
		var sum, squares float64
		theory := 0.0
		for range trials {
			a, b, jaccard := pair(rng, similarity)
			sa, sb := m.Sign(a), m.Sign(b)
			err := sa.Similarity(&sb) - jaccard
			sum += err
			squares += err * err
			theory = math.Sqrt(jaccard * (1 - jaccard) / Hashes)
		}
		bias, deviation := sum/trials, math.Sqrt(squares/trials)
		t.Logf("J %.2f: mean error %+.4f, standard error %.4f, in theory %.4f", similarity, bias, deviation, theory)
		require.LessOrEqual(t, math.Abs(bias), 4*theory/math.Sqrt(trials)+1e-12, "J %.2f", similarity)
		// The k hash functions are but pairwise independent, which costs some.
		require.LessOrEqual(t, deviation, 1.25*theory+1e-12, "J %.2f", similarity)
		require.GreaterOrEqual(t, deviation, 0.8*theory, "J %.2f", similarity)
	}
}

func TestBandsFollowTheirCurve(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 1))
	m := NewMinHasher()
	for _, similarity := range []float64{0.05, 0.1, 0.2, 0.3, 0.38, 0.5, 0.6, 0.7, 0.9} {
		const trials = 800
		met := 0
		var jaccard float64
		for range trials {
			var a, b []uint64
			a, b, jaccard = pair(rng, similarity)
			sa, sb := m.Sign(a), m.Sign(b)
			bands := Bands(nil, &sa)
			if slices.ContainsFunc(Bands(nil, &sb), func(h uint64) bool { return slices.Contains(bands, h) }) {
				met++
			}
		}
		want := 1 - math.Pow(1-cubed(jaccard, 400/NumBands), NumBands)
		require.GreaterOrEqual(t, want, 1-math.Pow(1-math.Pow(jaccard, Rows), NumBands))
		got := float64(met) / trials
		t.Logf("J %.2f: share a band %.3f, in theory %.3f", jaccard, got, want)
		require.InDelta(t, want, got, 4*math.Sqrt(want*(1-want)/trials)+0.05)
	}
}

// cubed returns the mean of the cube of the similarity of two sets of which n
// are drawn from a union of similarity j: what Rows equal slots have as their
// probability in one band.
func cubed(j, n float64) float64 {
	return j * ((n-1)*((n-2)*j*j+3*j) + 1) / (n * n)
}

func TestSignatures(t *testing.T) {
	m := NewMinHasher()
	none := m.Sign(nil)
	some := m.Sign([]uint64{1, 2, 3})
	kept := some
	m.Sign([]uint64{4, 5, 6})
	require.Equal(t, kept, some, "a later call leaves a signature as it is")
	require.True(t, none.Empty())
	require.False(t, some.Empty())
	require.Zero(t, none.Similarity(&none), "texts without words are not alike")
	require.Zero(t, none.Similarity(&some))
	require.Empty(t, Bands(nil, &none), "texts without words are not grouped")
	bands := Bands(nil, &some)
	require.NotEmpty(t, bands)
	require.LessOrEqual(t, len(bands), 3, "bands without shingles are left out")

	rng := rand.New(rand.NewPCG(8, 1))
	many := make([]uint64, 500)
	for i := range many {
		many[i] = rng.Uint64()
	}
	signed := m.Sign(many)
	bands = Bands(nil, &signed)
	require.Len(t, bands, NumBands)
	slices.Sort(bands)
	require.Len(t, slices.Compact(bands), NumBands, "bands of different places differ")
}

func TestSignaturesAreOfSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := numbers.Draw(t, "a"), numbers.Draw(t, "b")
		m := NewMinHasher()
		sa, sb := m.Sign(a), m.Sign(b)
		require.Equal(t, sa.Similarity(&sb), sb.Similarity(&sa))
		require.Equal(t, sa, m.Sign(rapid.Permutation(a).Draw(t, "shuffled")))
		require.Equal(t, sa, m.Sign(append(slices.Clone(a), a...)))
		if len(a) > 0 {
			require.Equal(t, 1.0, sa.Similarity(&sa))
		}
		union := m.Sign(append(slices.Clone(a), b...))
		for i := range union {
			require.Equal(t, min(sa[i], sb[i]), union[i])
		}
	})
}
