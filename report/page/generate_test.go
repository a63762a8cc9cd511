package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

// generate passes on a made-up report of so many clusters, of two articles and
// more, the same on each call.
func generate(t testing.TB, f report.Form, clusters int) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("council harbour bridge minister budget vote storm ferry school river union strike court inquiry mayor police fire museum railway hospital market drought election festival tunnel valley coast")
	phrase := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = words[r.IntN(len(words))]
		}
		return strings.Join(out, " ")
	}
	begin := time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)
	for k := range clusters {
		id := fmt.Sprintf("c%010x", k*7919)
		size := 2 + int(r.ExpFloat64()*2)
		at := begin.Add(time.Duration(r.IntN(30*24*60)) * time.Minute)
		c := report.Cluster{
			ID: id, Upstream: fmt.Sprintf("Outlet %d", r.IntN(400)), UpstreamPresent: []string{report.Yes, report.No}[r.IntN(2)],
			Articles: size, Families: size, Outlets: size, Headline: strings.ToUpper(phrase(1)[:1]) + phrase(8), FirstPublished: at.Format("2006-01-02T15:04Z"),
		}
		first := ""
		for n := range size {
			a := &report.Article{
				Cluster: id, Family: "f" + id, ID: fmt.Sprintf("%s/%d.txt", id, n), Role: report.Origin, Outlet: fmt.Sprintf("Outlet %d", r.IntN(400)),
				Published: at.Format("2006-01-02T15:04Z"), Title: c.Headline, Words: 40, Upstream: c.Upstream, Confidence: report.Certain, Why: "It is so.",
			}
			text := phrase(40) + ".\n"
			a.Text = text
			p := report.Passage{Start: 0, End: len(text), Label: report.Original, Words: 40, Text: text}
			if n > 0 {
				a.Role, a.SourceArticle, a.Credited = report.Rewrite, first, []string{report.Yes, report.No}[r.IntN(2)]
				p.Label, p.SourceArticle, p.SourceEnd, p.SourceText, p.Similarity = report.Edited, first, 100, phrase(40), 0.5
				if a.Credited == report.No {
					c.Uncredited++
				}
			} else {
				first = a.ID
			}
			a.Passages = []report.Passage{p}
			require.NoError(t, f.Article(a))
			c.LastPublished = a.Published
			at = at.Add(time.Duration(r.IntN(600)) * time.Minute)
		}
		require.NoError(t, f.Cluster(&c))
	}
}

func BenchmarkPages(b *testing.B) {
	for b.Loop() {
		f, err := New(About{})(b.TempDir())
		require.NoError(b, err)
		generate(b, f, 1000)
		require.NoError(b, f.Close())
	}
	b.ReportMetric(float64(1000*b.N)/b.Elapsed().Seconds(), "clusters/s")
}
