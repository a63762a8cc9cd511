package align

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// matrix is the slow obvious version of a window: all cells of n words of a
// from i on against m of b from j on, from their common start. Row x*(m+1).
func matrix(a, b *Text, i, n, j, m, step int32) []float32 {
	w := m + 1
	cells := make([]float32, (n+1)*w)
	for x := range n + 1 {
		for y := range m + 1 {
			switch {
			case x == 0 && y == 0:
				continue
			case x == 0:
				cells[y] = -gap * float32(y)
				continue
			case y == 0:
				cells[x*w] = -gap * float32(x)
				continue
			}
			best := max(cells[(x-1)*w+y], cells[x*w+y-1]) - gap
			if worth := match(&a.Words[i+step*(x-1)], &b.Words[j+step*(y-1)]); worth > 0 {
				best = max(best, cells[(x-1)*w+y-1]+worth)
			}
			cells[x*w+y] = best
		}
	}
	return cells
}

func TestWindowFindsWhatTheMatrixDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 3))
		kinds := rapid.IntRange(1, 200).Draw(t, "words of the language")
		side := func() *Text {
			words := make([]Word, 70)
			for i := range words {
				k := r.IntN(kinds)
				words[i] = Word{hash(string(rune('a' + k))), hash(string(rune('a' + k/2))), float32(k%18) / 2}
			}
			return NewText(words)
		}
		a, b := side(), side()
		n := rapid.Int32Range(1, 60).Draw(t, "n")
		m := rapid.Int32Range(1, widest).Draw(t, "m")
		i, j, step := int32(5), int32(3), int32(1)
		if rapid.Bool().Draw(t, "backwards") {
			i, j, step = 65, 66, -1
		}
		var al Aligner
		al.pairStems(a, b)
		al.pair(a, b, i, n, j, m, step)
		cells := matrix(a, b, i, n, j, m, step)

		// The best end.
		best := slices.Max(cells)
		if k := al.window.peak(); k < 0 {
			require.InDelta(t, 0, best, 1e-4)
		} else {
			p := al.window.points[k]
			require.InDelta(t, best, p.score(), 1e-3)
			require.InDelta(t, best, cells[(p.x+1)*(m+1)+p.y+1], 1e-3)
			al.path(k, i, j, step)
			worth, x, y := float32(0), int32(-1), int32(-1)
			for _, q := range slices.Backward(al.pairs) {
				qx, qy := step*(q.a-i), step*(q.b-j)
				require.Greater(t, qx, x, "in order")
				require.Greater(t, qy, y, "in order")
				worth += match(&a.Words[q.a], &b.Words[q.b]) - gap*float32(qx-x-1+qy-y-1)
				x, y = qx, qy
			}
			require.InDelta(t, best, worth, 1e-3, "the path is worth what is said")
		}
		// From end to end.
		total := float32(0)
		if stair := al.window.stair; stair != 0 {
			top := 63
			for stair>>top&1 == 0 {
				top--
			}
			total = al.window.points[al.window.steps[top]].value
		}
		require.InDelta(t, cells[len(cells)-1], total-gap*float32(n+m), 1e-3)
		for _, mask := range al.window.masks {
			require.Zero(t, mask, "the window is left clean")
		}
	})
}

func TestTextFindsItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Few leading bits, so that buckets hold several stems.
		hashes := rapid.SliceOfN(rapid.Uint32Range(0, 40), 0, 300).Draw(t, "stems")
		spread := rapid.SampledFrom([]uint32{1, 1 << 12, 1 << 26}).Draw(t, "spread")
		words := make([]Word, len(hashes))
		where := map[uint32][]int32{}
		for i, h := range hashes {
			h *= spread
			words[i] = Word{Hash: h, Stem: h, Weight: 1}
			where[h] = append(where[h], int32(i))
		}
		x := NewText(words)
		require.Equal(t, len(where), x.Stems())
		for h, want := range where {
			k := x.Find(h)
			require.GreaterOrEqual(t, k, 0)
			require.Equal(t, h, x.Stem(k))
			require.Equal(t, want, x.Places(k))
		}
		for k := 1; k < x.Stems(); k++ {
			require.Less(t, x.Stem(k-1), x.Stem(k))
		}
		require.Equal(t, -1, x.Find(7777777))
		for i := 0; i+2 < len(words); i++ {
			require.True(t, x.has(gramOf(words[i:i+3])), "no run is missed")
		}
	})
}

func TestFilterOfRunsSeldomErrs(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 5))
	fresh := func(n int) []Word {
		words := make([]Word, n)
		for i := range words {
			words[i].Hash = r.Uint32()
		}
		return words
	}
	for _, n := range []int{10, 100, 511, 512, 700, 5000} {
		x := NewText(fresh(n))
		other, wrong := fresh(20_000), 0
		for i := 0; i+2 < len(other); i++ {
			if x.has(gramOf(other[i : i+3])) {
				wrong++
			}
		}
		require.Less(t, wrong, 20_000*4/100, "%d words", n)
	}
}

// The memory that a text is said to take is what its parts add up to.
func TestBytesBoundsAText(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 7))
	for _, n := range []int{0, 1, 7, 8, 100, 511, 512, 513, 3000} {
		x := NewText(text(strings.Join(news(r, n), " ")).Words)
		took := 12*cap(x.Words) + 4*cap(x.places) + 8*cap(x.stems) + 4*cap(x.buckets) + 8*cap(x.grams)
		require.LessOrEqual(t, took, Bytes(cap(x.Words), x.Stems()), "%d words", n)
	}
}

func TestMayShareMissesNoRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"})
		x, y := rapid.SliceOfN(word, 0, 40).Draw(t, "x"), rapid.SliceOfN(word, 0, 40).Draw(t, "y")
		n := rapid.IntRange(3, 6).Draw(t, "words of a run")
		places := slices.Collect(text(strings.Join(x, " ")).MayShare(text(strings.Join(y, " ")), n))
		for i := 0; i+n <= len(x); i++ {
			if run := strings.Join(x[i:i+n], " "); strings.Contains(strings.Join(y, " "), run) {
				require.Contains(t, places, i, run)
			}
		}
	})
	r := rand.New(rand.NewPCG(8, 9))
	shared := 0
	for range 200 {
		x, y := news(r, 500), news(r, 500)
		for i, w := range y {
			x[i], y[i] = x[i]+"x", w+"y"
		}
		for range text(strings.Join(x, " ")).MayShare(text(strings.Join(y, " ")), 5) {
			shared++
			break
		}
	}
	require.Less(t, shared, 10, "of texts without a word in common")
}

// The slow obvious version looks at all chains.
func TestTreesLeftOutHoldNoPassage(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 10))
		x, y := news(r, 300), news(r, 300)
		for range rapid.IntRange(0, 6).Draw(t, "sentences retold") {
			from, to := r.IntN(280), r.IntN(280)
			for k := range 20 {
				if r.IntN(4) > 0 {
					y[to+k] = x[from+k]
				}
			}
		}
		a, b := text(strings.Join(x, " ")), text(strings.Join(y, " "))
		o := rapid.SampledFrom([]Options{Copies(), Traces(), Retold()}).Draw(t, "options")
		if rapid.Bool().Draw(t, "less asked of some") {
			o.LowScore, o.Low = o.MinScore/2, func(i, j int) bool { return i < 150 && j%2 == 0 }
		}
		var al Aligner
		got := al.Align(a, b, o)
		if found += len(got); len(al.promise) == 0 {
			return // no seed
		}
		for i := range al.promise {
			al.promise[i] = 1e9
		}
		require.Equal(t, al.passages(a, b, o), got)
	})
	require.Positive(t, found)
}

// gramOf returns the hash of a run of three words by itself.
func gramOf(words []Word) (h uint64) {
	var g gram
	for i := range words {
		h = g.next(words[i].Hash)
	}
	return h
}
