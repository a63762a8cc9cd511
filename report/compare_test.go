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
		Why                    string
		Names, Numbers, Quotes []struct {
			Text    string
			PlacesA [][2]int `json:"places_a"`
			PlacesB [][2]int `json:"places_b"`
		}
	}
	c := compared("jp/b.txt", "jp/a.txt")
	c.Why = "one sentence is copied"
	c.Common.Names = []Detail{{Text: "駅", A: []article.Span{{Start: 0, End: 3}}, B: []article.Span{{Start: 3, End: 9}, {Start: 9, End: 12}}}}
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

	require.Equal(t, "one sentence is copied", got.Why)
	require.Equal(t, [][2]int{{0, 1}}, got.Names[0].PlacesA, "in code points")
	require.Equal(t, [][2]int{{1, 3}, {3, 4}}, got.Names[0].PlacesB)

	b.Reset()
	require.NoError(t, CompareJSON(&b, &Comparison{Relation: None}))
	require.Equal(t, `{"relation":"none","share_a":0.000,"share_b":0.000,"passages":[],"why":"","names":[],"numbers":[],"quotes":[]}`+"\n", b.String())
}
