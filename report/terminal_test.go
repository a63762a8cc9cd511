package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
)

// compared returns the comparison of an article of the sample with the source
// of its passages.
func compared(id, source string) *Comparison {
	articles, _, _ := sample()
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

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name string
		c    *Comparison
		o    TerminalOptions
	}{
		{"copy-wide", compared("syndicate/ferry.txt", "signal/ferry.txt"), TerminalOptions{Width: 120}},
		{"copy-narrow", compared("syndicate/ferry.txt", "signal/ferry.txt"), TerminalOptions{Width: 80}},
		{"copy-colour", compared("syndicate/ferry.txt", "signal/ferry.txt"), TerminalOptions{Width: 120, Color: true}},
		{"rewrite-wide", compared("buzz/=shock.txt", "signal/ferry.txt"), TerminalOptions{Width: 110}},
		{"partial-narrow", compared("local.json", "agency.jsonl#1"), TerminalOptions{Width: 60}},
		{"japanese-wide", compared("jp/b.txt", "jp/a.txt"), TerminalOptions{Width: 100}},
		{"japanese-narrow", compared("jp/b.txt", "jp/a.txt"), TerminalOptions{Width: 31}},
		{"none", &Comparison{A: Side{ID: "a.txt", Text: "One."}, B: Side{ID: "b.txt", Text: "Two."}, Relation: None}, TerminalOptions{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			require.NoError(t, Compare(&b, c.c, c.o))
			golden(t, "compare/"+c.name+".txt", b.Bytes())
		})
	}
}

func TestCompareFitsTheTerminal(t *testing.T) {
	text := rapid.StringOfN(rapid.OneOf(
		rapid.RuneFrom([]rune("abc de\n.“é中祭🙂\u0301\u200d\t")), rapid.Rune()), 1, 400, -1)
	rapid.Check(t, func(t *rapid.T) {
		c := &Comparison{A: Side{ID: "a", Text: text.Draw(t, "a"), Share: 0.5}, B: Side{ID: "b", Text: text.Draw(t, "b")}, Relation: Partial}
		span := func(text string, from int) article.Span {
			starts := []int{}
			for i := range text {
				if i >= from {
					starts = append(starts, i)
				}
			}
			if len(starts) == 0 {
				return article.Span{}
			}
			i := rapid.IntRange(0, len(starts)-1).Draw(t, "start")
			j := rapid.IntRange(i, len(starts)-1).Draw(t, "end")
			return article.Span{Start: starts[i], End: starts[j]}
		}
		at := 0
		for range rapid.IntRange(0, 5).Draw(t, "pairs") {
			p := Pair{A: span(c.A.Text, at), B: span(c.B.Text, 0), Label: rapid.SampledFrom([]string{Copied, Edited, Reworded, Quoted}).Draw(t, "label")}
			if p.A.Len() == 0 || p.B.Len() == 0 {
				continue
			}
			at = p.A.End
			c.Passages = append(c.Passages, p)
		}
		columns := rapid.IntRange(20, 160).Draw(t, "width")
		var b bytes.Buffer
		require.NoError(t, Compare(&b, c, TerminalOptions{Width: columns}))
		for l := range strings.Lines(b.String()) {
			if n := width(strings.TrimSuffix(l, "\n")); n > columns {
				t.Fatalf("%d columns of %d: %q", n, columns, l)
			}
		}
		// All that is to be seen of both texts is there.
		for _, side := range []Side{c.A, c.B} {
			if columns < sideBySide {
				shown := letters(b.String())
				for _, word := range strings.Fields(side.Text) {
					require.Contains(t, shown, letters(word)) // joined over line ends
				}
			}
		}
	})
}

// letters returns the letters of s that no mark is made of.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

func TestCompareLetsNoControlSequenceThrough(t *testing.T) {
	c := &Comparison{
		A: Side{ID: "\x1b[2Ja", Title: "a\x1b]0;x\x07b", Text: "red \x1b[31m \u009b31m \u202eevil\u202c \r over \b\b and \x00"},
		B: Side{ID: "b", Text: "plain"}, Relation: None,
	}
	for _, columns := range []int{60, 120} {
		var b bytes.Buffer
		require.NoError(t, Compare(&b, c, TerminalOptions{Width: columns}))
		for _, r := range b.String() {
			require.False(t, r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r), "%U", r)
		}
	}
}

func TestCompareIsFastOnWhateverComes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	word := strings.Repeat("x", 1<<18)
	marks := "e" + strings.Repeat("\u0301", 1<<17)
	c := &Comparison{A: Side{Text: word + marks}, B: Side{Text: strings.Repeat("word ", 1<<16)}, Relation: Partial}
	for i := range 5000 {
		c.Passages = append(c.Passages, Pair{article.Span{Start: i * 50, End: i*50 + 50}, article.Span{Start: 50, End: 100}, Edited, 0.5})
	}
	begin := time.Now()
	require.NoError(t, Compare(&bytes.Buffer{}, c, TerminalOptions{Width: 120, Color: true}))
	require.Less(t, time.Since(begin), 20*time.Second)
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

func TestSummary(t *testing.T) {
	_, clusters, _ := sample()
	for _, c := range []struct {
		name string
		s    Summary
	}{
		{"some", Summary{Articles: 9, Families: 1, Clusters: 3, Clustered: 8, Uncredited: 2, Problems: 2, Largest: clusters, Dir: "wiretrace-report"}},
		{"none", Summary{Articles: 1, Dir: "wiretrace-report"}},
		{"many", Summary{Articles: 1204332, Families: 81000, Clusters: 90112, Clustered: 612000, Uncredited: 90001, Compared: 2590000, Weak: 16001234, Stock: 1, Dir: "out", Largest: []Cluster{
			{ID: "c1", Articles: 12034, Headline: strings.Repeat("A very long headline ", 20), Upstream: "Example Agency", UpstreamPresent: Yes},
			{ID: "c2", Articles: 33, Headline: "Line\nbreak\x1b[31m"},
		}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			require.NoError(t, c.s.Print(&b))
			golden(t, "summary/"+c.name+".txt", b.Bytes())
		})
	}
}
