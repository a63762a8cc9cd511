package align

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zeebo/xxh3"
	"pgregory.net/rapid"
)

// text makes one side of an alignment of words parted by spaces. A word of
// three letters or fewer is worth half a nat, any other six.
func text(s string) *Text {
	var words []Word
	for f := range strings.FieldsSeq(s) {
		w := Word{hash(f), hash(f), 6}
		if len(f) <= 3 {
			w.Weight = 0.5
		}
		words = append(words, w)
	}
	return NewText(words)
}

// hash returns a hash of s whose bits are as random as those of real words.
func hash(s string) uint32 { return uint32(xxh3.HashString(s) >> 32) }

// show writes a passage as the words of its two sides.
func show(a, b string, p Passage) string {
	x, y := strings.Fields(a)[p.A.Start:p.A.End], strings.Fields(b)[p.B.Start:p.B.End]
	kind := [...]string{"copied", "edited", "reworded"}[p.Kind]
	if p.Kind == Copied {
		return kind + ": " + strings.Join(x, " ")
	}
	return kind + ": " + strings.Join(x, " ") + " | " + strings.Join(y, " ")
}

func TestAlign(t *testing.T) {
	const wire = "thieves dropped through a skylight into a maritime museum before dawn and made off with a gold presentation sword"
	const more = "the intruders were inside less than six minutes police chief dana whitlock said in a written statement on sunday"
	tests := []struct {
		name, a, b string
		want       []string
	}{
		{"nothing shared", wire, more, nil},
		{"the same text", wire, wire, []string{"copied: " + wire}},
		{
			"a copy within own text", "lots of local colour first " + wire + " then something else entirely",
			"chief editor speaks " + wire + " weather tomorrow",
			[]string{"copied: " + wire},
		},
		{
			"one word exchanged", strings.Replace(wire, "maritime", "naval", 1), wire,
			[]string{"edited: " + strings.Replace(wire, "maritime", "naval", 1) + " | " + wire},
		},
		{
			"a paragraph set in between is nobody's",
			wire + " here stand twenty words that belong only to one side such as local colour weather gossip about neighbours dogs boats and gulls " + more,
			wire + " " + more,
			[]string{"copied: " + wire, "copied: " + more},
		},
		{"paragraphs exchanged", more + " " + wire, wire + " " + more, []string{"copied: " + more, "copied: " + wire}},
		{
			"a passage told twice has the same source twice", wire + " " + more + " " + wire, wire,
			[]string{"copied: " + wire, "copied: " + wire},
		},
		{"function words prove nothing", "it was one of the and it is to be of the", "he had one of the so it is to be of us", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var al Aligner
			var got []string
			for _, p := range al.Align(text(test.a), text(test.b), Copies()) {
				got = append(got, show(test.a, test.b, p))
			}
			require.Equal(t, test.want, got)
		})
	}
}

// What a cut leaves of a passage ends with words that belong there: the first "the"
// was worth its place only between what stood on both sides of it.
func TestCutDropsWhatCostsMoreThanItBrings(t *testing.T) {
	const before = "investigators walked the whole harbour wall twice with lamps and found nobody awake that night"
	const after = "the museum director counted every single presentation sword before breakfast and wept quietly"
	a := before + " blamed the committee for being late " + after
	b := before + " the united " + after[len("the "):]
	x, y := text(a), text(b)
	var al Aligner
	found := al.Align(x, y, Copies())
	require.Len(t, found, 1)
	at := len(strings.Fields(before))
	part, ok := found[0].Cut(x, y, Range{at, len(x.Words)})
	require.True(t, ok)
	require.Equal(t, "copied: "+after[len("the "):], show(a, b, part))
	whole, ok := found[0].Cut(x, y, Range{0, len(x.Words)})
	require.True(t, ok)
	require.Equal(t, found[0], whole, "of a passage as a whole nothing is dropped")
}

// news makes n words with the frequencies of a language: the word of rank r
// has a chance of about 1/r.
func news(r *rand.Rand, n int) []string {
	zipf := rand.NewZipf(r, 1.1, 4, 20000)
	words := make([]string, n)
	for i := range words {
		k := zipf.Uint64()
		words[i] = fmt.Sprintf("w%d", k)
		if k < 50 {
			words[i] = fmt.Sprintf("f%d", k)[:2]
		}
	}
	return words
}

// local is the slow obvious version: the worth of the best local alignment by
// the full matrix (Smith and Waterman, 1981).
func local(a, b *Text) float32 {
	prev, row := make([]float32, len(b.Words)+1), make([]float32, len(b.Words)+1)
	best := float32(0)
	for i := range a.Words {
		row[0] = 0
		for j := range b.Words {
			f := max(0, prev[j+1]-gap, row[j]-gap)
			if m := match(&a.Words[i], &b.Words[j]); m > 0 {
				f = max(f, prev[j]+m)
			}
			row[j+1] = f
			best = max(best, f)
		}
		prev, row = row, prev
	}
	return best
}

func TestBestPassageNearsTheFullMatrix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		shared := news(r, rapid.IntRange(30, 120).Draw(t, "shared"))
		edited := make([]string, 0, len(shared))
		rate := rapid.IntRange(0, 12).Draw(t, "edits in a hundred words")
		for _, w := range shared {
			switch k := r.IntN(100); {
			case k < rate/3:
			case k < rate:
				edited = append(edited, news(r, 1)...)
			default:
				edited = append(edited, w)
			}
		}
		wrap := func(w []string) *Text {
			w = append(append(news(r, r.IntN(100)), w...), news(r, r.IntN(100))...)
			return text(strings.Join(w, " "))
		}
		a, b := wrap(shared), wrap(edited)
		o := Copies()
		o.MaxGap = 100
		var al Aligner
		best := 0.0
		for _, p := range al.Align(a, b, o) {
			best = max(best, p.Score)
		}
		full := float64(local(a, b))
		if best > full+0.01 {
			t.Fatalf("a passage is worth %.2f, more than the best there is, %.2f", best, full)
		}
		// A passage worth less than MinScore is dropped, so that only where four
		// fifths of the full matrix are worth more must one be found.
		if 0.8*full > float64(o.MinScore) && best < 0.8*full {
			t.Fatalf("best passage is worth %.2f, the full matrix finds %.2f", best, full)
		}
	})
}

// valid fails the test unless the passages keep what Align promises.
func valid(t require.TestingT, a, b *Text, passages []Passage) {
	end := 0
	for _, p := range passages {
		require.GreaterOrEqual(t, p.A.Start, end, "passages overlap")
		require.Less(t, p.A.Start, p.A.End)
		require.LessOrEqual(t, p.A.End, len(a.Words))
		require.GreaterOrEqual(t, p.B.Start, 0)
		require.Less(t, p.B.Start, p.B.End)
		require.LessOrEqual(t, p.B.End, len(b.Words))
		require.LessOrEqual(t, p.Matched, min(p.A.Len(), p.B.Len()))
		require.GreaterOrEqual(t, p.Similarity, 0.0)
		require.LessOrEqual(t, p.Similarity, 1.0)
		if p.Kind == Copied {
			for k := range p.A.Len() {
				require.Equal(t, a.Words[p.A.Start+k].Hash, b.Words[p.B.Start+k].Hash)
			}
		}
		end = p.A.End
	}
}

func TestReuseChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"a", "b", "the", "alpha", "bravo", "charlie", "delta", "echo"})
		side := rapid.SliceOfN(word, 0, 120)
		var al Aligner
		for range 3 {
			a, b := text(strings.Join(side.Draw(t, "a"), " ")), text(strings.Join(side.Draw(t, "b"), " "))
			for _, o := range []Options{Copies(), Retold()} {
				got := al.Align(a, b, o)
				valid(t, a, b, got)
				require.Equal(t, new(Aligner).Align(a, b, o), got)
			}
		}
	})
}

func FuzzAlign(f *testing.F) {
	f.Add([]byte("abcdefghijkl"), []byte("xabcdefghijklx"))
	f.Add([]byte(strings.Repeat("ab", 200)), []byte(strings.Repeat("ba", 200)))
	f.Fuzz(func(t *testing.T, x, y []byte) {
		side := func(p []byte) *Text {
			var words []Word
			for _, c := range p {
				words = append(words, Word{hash(string(c)), hash(string(c / 2)), float32(c % 8)})
			}
			return NewText(words)
		}
		a, b := side(x), side(y)
		var al Aligner
		valid(t, a, b, al.Align(a, b, Copies()))
		valid(t, a, b, al.Align(a, b, Retold()))
	})
}

func BenchmarkAlign(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{700, 10_000, 100_000} {
		own, wire := news(r, n/2), news(r, n/2)
		cases := map[string][2]string{
			"half shared": {strings.Join(append(own, wire...), " "), strings.Join(append(wire, news(r, n/2)...), " ")},
			"unrelated":   {strings.Join(news(r, n), " "), strings.Join(news(r, n), " ")},
			"one word":    {strings.Repeat("word ", n), strings.Repeat("word ", n)},
			"one line":    {strings.Repeat("the same furniture line again and again ", n/7), strings.Repeat("the same furniture line again and again ", n/7)},
		}
		for _, name := range []string{"half shared", "unrelated", "one word", "one line"} {
			x, y := text(cases[name][0]), text(cases[name][1])
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				var al Aligner
				b.ReportAllocs()
				for b.Loop() {
					al.Align(x, y, Copies())
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(2*n)*1000, "ns/word")
			})
			if n > 700 || name == "one word" || name == "one line" {
				continue
			}
			b.Run("retold/"+name, func(b *testing.B) {
				var al Aligner
				for b.Loop() {
					al.Align(x, y, Retold())
				}
			})
		}
	}
}

func TestTheSameTextIsOnePassage(t *testing.T) {
	line := strings.Repeat("the same furniture line again and again ", 20)
	for _, x := range []string{strings.Join(news(rand.New(rand.NewPCG(4, 4)), 300), " "), line} {
		var al Aligner
		n := len(text(x).Words)
		found := al.Align(text(x), text(x), Copies())
		require.Len(t, found, 1)
		require.Equal(t, Range{0, n}, found[0].A)
		require.Equal(t, Range{0, n}, found[0].B)
		require.Equal(t, Copied, found[0].Kind)
		require.Equal(t, n, found[0].Matched)
		require.Empty(t, al.Align(text("too few words"), text("too few words"), Copies()))
	}
}

// NewText returns the text of words, which it keeps, indexed.
func NewText(words []Word) *Text {
	t := &Text{Words: words}
	t.Index()
	return t
}
