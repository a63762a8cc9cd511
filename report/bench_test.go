package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

// typical returns an article of the usual length, with about ten passages.
func typical() *Article {
	sentence := `The council said on Monday that it would close the old bridge, which carries “nine thousand vehicles” a day. `
	a := &Article{
		Cluster: "c1a2b3c4d5", Family: "f1a2b3c4d5", ID: "2024/08/17/bridge-closes-0001.json", Role: Partial,
		Outlet: "Harlow County Courier", Published: "2024-08-17T11:04:59Z", Title: "Bridge closes, again", Byline: "Ann Example", Language: "en",
		Words: 540, SourceArticle: "2024/08/17/agency-0001.json", SourceOutlet: "Example Agency", Upstream: "Example Agency",
		CreditChain: []string{"Example Agency"}, Credited: Yes, Confidence: Certain, Why: "41 % of its words stand in the same order in agency-0001.json, which is older.",
		Makeup: row.Percentages(100, 50, 0, 30, 200), FurnitureWords: 30, URL: "https://example.org/news/bridge", File: "2024/08/17/bridge-closes-0001.json",
	}
	a.Text = strings.Repeat(sentence, 28)
	o := NewOffsets(a.Text)
	step := len(sentence) * 3
	for at := 0; at < len(a.Text); at += step {
		end := min(at+step, len(a.Text))
		p := Passage{Start: o.CodePoint(at), End: o.CodePoint(end), Label: Original, Words: 60, Text: a.Text[at:end]}
		if at/step%2 == 1 {
			p.Label, p.Direction, p.SourceArticle, p.SourceText = Copied, From, a.SourceArticle, p.Text
			p.SourceStart, p.SourceEnd, p.Similarity = p.Start+1, p.End+1, 0.987
		}
		a.Passages = append(a.Passages, p)
	}
	for i := range 3 {
		a.Credits = append(a.Credits, Credit{Start: 10 * i, End: 10*i + 9, Outlet: "Example Agency", Kind: "agency", Cue: "according to", Text: "according to Example Agency"})
		a.Quotes = append(a.Quotes, Quote{Start: 10 * i, End: 10*i + 9, Speaker: "Ann Example", Text: "nine thousand vehicles", Families: 1, FirstArticle: a.ID})
		a.Links = append(a.Links, Link{SourceArticle: a.SourceArticle, SourceOutlet: a.SourceOutlet, Relation: Partial, ShareArticle: .4, ShareSource: .5, Passages: 4, Words: 150, Direction: From, Confidence: Certain, Why: a.Why})
	}
	return a
}

func BenchmarkWriter(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "r")
	w, err := Create(dir, Options{})
	require.NoError(b, err)
	a := typical()
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		if err := w.Article(a); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.StopTimer()
	require.NoError(b, w.Commit())
	size := int64(0)
	for _, name := range contents {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil {
			size += info.Size()
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(size)/1e6/b.Elapsed().Seconds(), "MB/s")
	b.ReportMetric(float64(size)/float64(n), "B/article")
}

func BenchmarkCSV(b *testing.B) {
	a := typical()
	var r csvRow
	for b.Loop() {
		r.b = r.b[:0]
		for i := range a.Passages {
			a.Passages[i].Place(&r, a)
			a.Passages[i].Cells(&r, i)
			r.end()
		}
	}
	b.SetBytes(int64(len(r.b)))
}

func BenchmarkJSON(b *testing.B) {
	for _, size := range []int{30, 300, 3000} {
		text := typical().Text[:size] + "\n"
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.SetBytes(int64(size))
			var out []byte
			for b.Loop() {
				out = appendJSON(out[:0], text)
			}
		})
	}
}

func BenchmarkOffsets(b *testing.B) {
	text := typical().Text
	b.Run("new", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			NewOffsets(text)
		}
	})
	o := NewOffsets(text)
	b.Run("lookup", func(b *testing.B) {
		i := 0
		for b.Loop() {
			i = (i + 997) % len(text)
			o.CodePoint(i)
		}
	})
}
