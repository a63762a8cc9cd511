package corpus

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"wiretrace/shingle"
)

// corpus makes a whole corpus in memory.
func corpus(t testing.TB, o Options) (articles map[string]string, truth []Truth, raw []byte, st Stats) {
	t.Helper()
	g, err := New(o)
	require.NoError(t, err)
	var out, beside bytes.Buffer
	st, err = g.Write(context.Background(), &out, &beside)
	require.NoError(t, err)
	require.Equal(t, int64(out.Len()), st.Bytes)
	articles = map[string]string{}
	for line := range bytes.Lines(out.Bytes()) {
		var a struct{ ID, Title, Text, Date, Outlet, URL string }
		require.NoError(t, json.Unmarshal(line, &a), "%s", line)
		require.True(t, utf8.ValidString(a.Text))
		require.NotEmpty(t, a.Title)
		require.NotEmpty(t, a.Outlet)
		require.NotEmpty(t, a.URL)
		require.NotContains(t, articles, a.ID)
		articles[a.ID] = a.Text
	}
	for line := range bytes.Lines(beside.Bytes()) {
		x, err := ParseTruth(line)
		require.NoError(t, err)
		truth = append(truth, x)
	}
	return articles, truth, out.Bytes(), st
}

func TestSameSeedSameCorpus(t *testing.T) {
	_, truth, one, _ := corpus(t, Options{Articles: 700, Seed: 7, Threads: 1})
	_, again, two, _ := corpus(t, Options{Articles: 700, Seed: 7, Threads: 5})
	require.True(t, bytes.Equal(one, two), "the number of threads changes the corpus")
	require.Equal(t, truth, again)
	_, _, other, _ := corpus(t, Options{Articles: 700, Seed: 8})
	require.False(t, bytes.Equal(one, other), "another seed makes the same corpus")
}

func TestArticleStandsByItself(t *testing.T) {
	g, err := New(Options{Articles: 500, Seed: 3})
	require.NoError(t, err)
	forth, back := make([][]byte, 500), make([][]byte, 500)
	m := g.Maker()
	for i := range 500 {
		forth[i] = m.Make(i).appendJSON(nil)
	}
	for i := 499; i >= 0; i-- {
		back[i] = m.Make(i).appendJSON(nil)
	}
	require.Equal(t, forth, back)
}

func TestTruthHolds(t *testing.T) {
	articles, truth, _, st := corpus(t, Options{Articles: 6000, Seed: 1, Days: 3})
	counts := map[string]int{}
	seen := map[string]bool{}
	for _, x := range truth {
		text, source := []rune(articles[x.Article]), []rune(articles[x.Source])
		require.NotEmpty(t, text)
		require.NotEmpty(t, source)
		require.Less(t, x.Source, x.Article, "a source is older")
		if !seen[x.Article] {
			seen[x.Article] = true
			counts[x.Kind]++
		}
		if x.End == 0 {
			require.Contains(t, []string{"quote", "credit", "event"}, x.Kind)
			continue
		}
		here, there := strings.Fields(string(text[x.Start:x.End])), strings.Fields(string(source[x.SourceStart:x.SourceEnd]))
		require.Len(t, here, x.Words)
		require.Len(t, there, x.Words)
		differ := 0
		for k := range here {
			if here[k] != there[k] {
				differ++
			}
		}
		require.LessOrEqual(t, differ, x.Changed)
		require.Less(t, x.Changed, max(x.Words*2/3, 4), "%+v", x)
	}
	for k := Copy; k <= Roundup; k++ {
		require.Equal(t, st.Kinds[k], counts[k.String()], k)
		require.InDelta(t, common.shares[k], float64(st.Kinds[k])/60, 1.2, k)
	}
}

func TestLooksLikeNews(t *testing.T) {
	articles, _, _, _ := corpus(t, Options{Articles: 3000, Seed: 5, Days: 2})
	var lengths []int
	counts := map[string]int{}
	total, function := 0, 0
	for _, text := range articles {
		words := shingle.Words(nil, text)
		lengths = append(lengths, len(words))
		for _, w := range words {
			if w.Class&shingle.Common != 0 {
				function++
			}
			counts[strings.ToLower(text[w.Start:w.End])]++
			total++
		}
	}
	slices.Sort(lengths)
	require.InDelta(t, 500, total/len(lengths), 60, "mean words")
	require.Greater(t, lengths[len(lengths)*95/100], 900)
	require.Less(t, lengths[len(lengths)*5/100], 300)
	require.InDelta(t, 0.45, float64(function)/float64(total), 0.08, "share of function words")
	require.InDelta(t, 0.06, float64(counts["the"])/float64(total), 0.03, "share of the")
	var ranks []int
	once := 0
	for _, n := range counts {
		ranks = append(ranks, n)
		if n == 1 {
			once++
		}
	}
	slices.Sort(ranks)
	slices.Reverse(ranks)
	// Zipf: the frequency falls about as the rank rises.
	ratio := float64(ranks[100]) / float64(ranks[1000])
	require.Greater(t, ratio, 4.0)
	require.Less(t, ratio, 16.0)
	require.Greater(t, once, len(counts)/10, "words that come once")
}

// News has the figures that real news was found to have, as far as they can be read
// from the texts; likeness measures the others.
func TestNewsIsLikeNews(t *testing.T) {
	articles, truth, raw, st := corpus(t, Options{Articles: 3000, Seed: 2, Shape: News})
	words, quotations := 0, 0
	for _, text := range articles {
		words += len(strings.Fields(text))
		quotations += strings.Count(text, ",\" said ") + strings.Count(text, ",” said ")
	}
	require.InDelta(t, 966, words/len(articles), 60, "mean words")
	require.InDelta(t, 10.5, float64(quotations)/float64(len(articles)), 2)
	derived := st.Kinds[Copy] + st.Kinds[Edited] + st.Kinds[Wire]
	require.InDelta(t, 0.9, 100*float64(derived)/3000, 0.6, "percent")
	spoken := 0
	for _, x := range truth {
		if x.Kind != Event.String() || x.End == 0 {
			continue
		}
		spoken++
		here, there := []rune(articles[x.Article])[x.Start:x.End], []rune(articles[x.Source])[x.SourceStart:x.SourceEnd]
		require.Equal(t, string(there), string(here), "both quote the same words")
	}
	require.Greater(t, spoken, 200)
	_, _, again, _ := corpus(t, Options{Articles: 3000, Seed: 2, Shape: News, Threads: 3})
	require.True(t, bytes.Equal(raw, again))
}

func TestOneStory(t *testing.T) {
	articles, truth, _, st := corpus(t, Options{Articles: 400, Seed: 1, Shape: OneStory})
	require.Len(t, articles, 400)
	require.Equal(t, 200, st.Kinds[Copy]+st.Kinds[Edited])
	require.Equal(t, 199, st.Kinds[Footer])
	for _, x := range truth {
		require.Equal(t, "a0000000", x.Source)
	}
	g, err := New(Options{Articles: 400, Seed: 1, Shape: OneStory})
	require.NoError(t, err)
	require.InDelta(t, footerWords, countWords(g.footer), 20)
	n := 0
	for _, text := range articles {
		if strings.HasSuffix(text, string(g.footer)) {
			n++
		}
	}
	require.Equal(t, st.Kinds[Footer], n)
}

func TestOptions(t *testing.T) {
	for name, o := range map[string]Options{
		"no articles":   {},
		"unknown shape": {Articles: 1, Shape: "round"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := New(o)
			require.Error(t, err)
		})
	}
	for name, o := range map[string]Options{
		"one":              {Articles: 1},
		"more days":        {Articles: 3, Days: 30},
		"one of one story": {Articles: 1, Shape: OneStory},
	} {
		t.Run(name, func(t *testing.T) {
			articles, _, _, _ := corpus(t, o)
			require.Len(t, articles, o.Articles)
		})
	}
}

func TestWriteEnds(t *testing.T) {
	g, err := New(Options{Articles: 100_000})
	require.NoError(t, err)
	t.Run("when told to", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_, err := g.Write(ctx, io.Discard, io.Discard)
		require.ErrorIs(t, err, context.Canceled)
	})
	t.Run("when the disk is full", func(t *testing.T) {
		_, err := g.Write(context.Background(), full{}, io.Discard)
		require.ErrorIs(t, err, io.ErrShortWrite)
	})
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func BenchmarkMake(b *testing.B) {
	g, err := New(Options{Articles: 1_000_000})
	require.NoError(b, err)
	m := g.Maker()
	var out []byte
	n := 0
	for i := 0; b.Loop(); i++ {
		out = m.Make(i % 1_000_000).appendJSON(out[:0])
		n += len(out)
	}
	b.ReportMetric(float64(n)/1e6/b.Elapsed().Seconds(), "MB/s")
}
