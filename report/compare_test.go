package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// compared returns the comparison of an article of the sample with the source
// of its passages.
func compared(id, source string) *Comparison {
	_, articles, _, _ := sample()
	get := func(id string) *Article {
		return articles[slices.IndexFunc(articles, func(a *Article) bool { return a.ID == id })]
	}
	side := func(a *Article, share float64) Side {
		s := Side{ID: a.ID, Outlet: a.Outlet, Title: a.Title, Published: a.Published, Text: a.Text, Words: a.Words - a.FurnitureWords, Share: share}
		for _, p := range a.Passages {
			if p.Label == Furniture {
				i := strings.Index(a.Text, p.Text)
				s.Furniture = append(s.Furniture, article.Span{Start: i, End: i + len(p.Text)})
			}
		}
		return s
	}
	a, b := get(id), get(source)
	link := a.Links[0]
	c := &Comparison{A: side(a, link.ShareArticle), B: side(b, link.ShareSource), Relation: link.Relation}
	for _, p := range a.Passages {
		if p.SourceArticle == source {
			i, j := strings.Index(a.Text, p.Text), strings.Index(b.Text, p.SourceText)
			c.Passages = append(c.Passages, Pair{article.Span{Start: i, End: i + len(p.Text)}, article.Span{Start: j, End: j + len(p.SourceText)}, p.Label, p.Similarity})
		}
	}
	return c
}

func TestCompareJSON(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, CompareJSON(&b, compared("local.json", "agency.jsonl#1")))
	golden(t, "compare/partial.json", b.Bytes())

	var got struct {
		Relation string
		ShareA   float64 `json:"share_a"`
		ShareB   float64 `json:"share_b"`
		Passages []struct {
			StartA     int     `json:"start_a"`
			EndA       int     `json:"end_a"`
			StartB     int     `json:"start_b"`
			EndB       int     `json:"end_b"`
			Label      string  `json:"label"`
			Similarity float64 `json:"similarity"`
			TextA      string  `json:"text_a"`
			TextB      string  `json:"text_b"`
		}
	}
	c := compared("jp/b.txt", "jp/a.txt")
	b.Reset()
	require.NoError(t, CompareJSON(&b, c))
	d := json.NewDecoder(&b)
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&got))
	require.Equal(t, Partial, got.Relation)
	require.InDelta(t, 0.5, got.ShareA, 1e-9)
	require.Len(t, got.Passages, 1)
	p := got.Passages[0]
	require.Equal(t, p.TextA, string([]rune(c.A.Text)[p.StartA:p.EndA]))
	require.Equal(t, p.TextB, string([]rune(c.B.Text)[p.StartB:p.EndB]))

	b.Reset()
	require.NoError(t, CompareJSON(&b, &Comparison{Relation: None}))
	require.Equal(t, `{"relation":"none","share_a":0.000,"share_b":0.000,"passages":[]}`+"\n", b.String())
}
