package terminal

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden requires that got is what the file testdata/name holds.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, got, 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "%s differs; go test -update writes it anew", path)
}

// sampleDir holds the report that package report writes in its tests.
const sampleDir = "../testdata/report"

// sample returns the articles and clusters of that report.
func sample(t *testing.T) (articles []*report.Article, clusters []report.Cluster) {
	t.Helper()
	require.NoError(t, report.Read(sampleDir, report.Rows{
		Article: func(a *report.Article) error {
			articles = append(articles, a)
			return nil
		},
		Cluster: func(c *report.Cluster) error {
			clusters = append(clusters, *c)
			return nil
		},
	}))
	return articles, clusters
}

// compared returns the comparison of an article of the sample with the source
// of its passages.
func compared(t *testing.T, id, source string) *report.Comparison {
	articles, _ := sample(t)
	get := func(id string) *report.Article {
		return articles[slices.IndexFunc(articles, func(a *report.Article) bool { return a.ID == id })]
	}
	side := func(a *report.Article, share float64) report.Side {
		s := report.Side{ID: a.ID, Outlet: a.Outlet, Title: a.Title, Published: a.Published, Text: a.Text, Words: a.Words - a.FurnitureWords, Share: share}
		for _, p := range a.Passages {
			if p.Label == report.Furniture {
				i := strings.Index(a.Text, p.Text)
				s.Furniture = append(s.Furniture, article.Span{Start: i, End: i + len(p.Text)})
			}
		}
		return s
	}
	a, b := get(id), get(source)
	link := a.Links[0]
	c := &report.Comparison{A: side(a, link.ShareArticle), B: side(b, link.ShareSource), Relation: link.Relation}
	for _, p := range a.Passages {
		if p.SourceArticle == source {
			i, j := strings.Index(a.Text, p.Text), strings.Index(b.Text, p.SourceText)
			c.Passages = append(c.Passages, report.Pair{
				A: article.Span{Start: i, End: i + len(p.Text)}, B: article.Span{Start: j, End: j + len(p.SourceText)},
				Label: p.Label, Similarity: p.Similarity,
			})
		}
	}
	return c
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name string
		c    *report.Comparison
		o    Options
	}{
		{"copy-wide", compared(t, "syndicate/ferry.txt", "signal/ferry.txt"), Options{Width: 120}},
		{"copy-narrow", compared(t, "syndicate/ferry.txt", "signal/ferry.txt"), Options{Width: 80}},
		{"copy-colour", compared(t, "syndicate/ferry.txt", "signal/ferry.txt"), Options{Width: 120, Color: true}},
		{"rewrite-wide", compared(t, "buzz/=shock.txt", "signal/ferry.txt"), Options{Width: 110}},
		{"partial-narrow", compared(t, "local.json", "agency.jsonl#1"), Options{Width: 60}},
		{"japanese-wide", compared(t, "jp/b.txt", "jp/a.txt"), Options{Width: 100}},
		{"japanese-narrow", compared(t, "jp/b.txt", "jp/a.txt"), Options{Width: 31}},
		{"none", &report.Comparison{A: report.Side{ID: "a.txt", Text: "One."}, B: report.Side{ID: "b.txt", Text: "Two."}, Relation: report.None}, Options{}},
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
		c := &report.Comparison{A: report.Side{ID: "a", Text: text.Draw(t, "a"), Share: 0.5}, B: report.Side{ID: "b", Text: text.Draw(t, "b")}, Relation: report.Partial}
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
			p := report.Pair{A: span(c.A.Text, at), B: span(c.B.Text, 0), Label: rapid.SampledFrom([]string{report.Copied, report.Edited, report.Reworded, report.Quoted}).Draw(t, "label")}
			if p.A.Len() == 0 || p.B.Len() == 0 {
				continue
			}
			at = p.A.End
			c.Passages = append(c.Passages, p)
		}
		columns := rapid.IntRange(20, 160).Draw(t, "width")
		var b bytes.Buffer
		require.NoError(t, Compare(&b, c, Options{Width: columns}))
		for l := range strings.Lines(b.String()) {
			if n := width(strings.TrimSuffix(l, "\n")); n > columns {
				t.Fatalf("%d columns of %d: %q", n, columns, l)
			}
		}
		// All that is to be seen of both texts is there.
		for _, side := range []report.Side{c.A, c.B} {
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
	c := &report.Comparison{
		A: report.Side{ID: "\x1b[2Ja", Title: "a\x1b]0;x\x07b", Text: "red \x1b[31m \u009b31m \u202eevil\u202c \r over \b\b and \x00"},
		B: report.Side{ID: "b", Text: "plain"}, Relation: report.None,
	}
	for _, columns := range []int{60, 120} {
		var b bytes.Buffer
		require.NoError(t, Compare(&b, c, Options{Width: columns}))
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
	c := &report.Comparison{A: report.Side{Text: word + marks}, B: report.Side{Text: strings.Repeat("word ", 1<<16)}, Relation: report.Partial}
	for i := range 5000 {
		c.Passages = append(c.Passages, report.Pair{A: article.Span{Start: i * 50, End: i*50 + 50}, B: article.Span{Start: 50, End: 100}, Label: report.Edited, Similarity: 0.5})
	}
	begin := time.Now()
	require.NoError(t, Compare(&bytes.Buffer{}, c, Options{Width: 120, Color: true}))
	require.Less(t, time.Since(begin), 20*time.Second)
}

// counted returns how the articles of the sample belong together.
func counted(t *testing.T) (c report.StoryCount) {
	require.NoError(t, report.Read(sampleDir, report.Rows{
		Story:   func(s *report.Story) error { c.Story(s); return nil },
		Article: func(a *report.Article) error { c.Article(a); return nil },
	}))
	return c
}

func TestSummary(t *testing.T) {
	_, clusters := sample(t)
	for _, c := range []struct {
		name string
		s    report.Summary
	}{
		{"some", report.Summary{Articles: 9, Families: 1, Clusters: 3, Clustered: 8, Uncredited: 2, Problems: 2, Largest: clusters, Dir: "wiretrace-report"}},
		{"stories", report.Summary{Articles: 11, Families: 1, Clusters: 3, Clustered: 8, Uncredited: 1, Largest: clusters, Dir: "wiretrace-report", Stories: counted(t)}},
		{"stories-at-night", report.Summary{
			Articles: 11, Clusters: 3, Clustered: 8, Largest: clusters, Dir: "wiretrace-report", Stories: counted(t),
			Night: &report.Night{New: 2, Changed: 1, Clustered: 1, Stories: report.StoryCount{Reports: 2, Alone: 1}},
		}},
		{"wire-alone", report.Summary{Articles: 2, Dir: "wiretrace-report", Stories: report.StoryCount{Alone: 2, Named: 1}}},
		{"none", report.Summary{Articles: 1, Dir: "wiretrace-report"}},
		{"nothing", report.Summary{Problems: 1, Compared: 3, Weak: 1, Dir: "wiretrace-report"}},
		{"few", report.Summary{
			Articles: 6, Clusters: 1, Clustered: 3, Dir: "wiretrace-report",
			Stories: report.StoryCount{Count: 1, Reports: 4, Alone: 2, Named: 1, Largest: []report.ToldStory{{Story: report.Story{ID: "s-ferry", Headline: "Ferry firm knew of hull crack"}}}},
			Few: []*report.Article{
				{ID: "in/ledger.txt", Story: "s-ferry", Cluster: "c", Outlet: "The Morning Ledger", Role: report.Origin},
				{ID: "in/buzz.txt", Story: "s-ferry", Cluster: "c", Role: report.Rewrite, SourceOutlet: "The Signal", Upstream: "The Morning Ledger", Credited: report.No, Confidence: report.Likely},
				{ID: "again.txt", Story: "s-ferry", Cluster: "c", Outlet: "The Morning Ledger", Role: report.Update},
				{ID: "voice.txt", Story: "s-ferry", Role: report.Single},
				{ID: "wire.txt", Role: report.Copy, SourceOutlet: "Example Agency", Upstream: "Example Agency", Credited: report.Yes, Confidence: report.Certain},
				{ID: "shared.txt", Role: report.Partial, Confidence: report.Possible},
			},
		}},
		{"many", report.Summary{Articles: 1204332, Families: 81000, Clusters: 90112, Clustered: 612000, Uncredited: 90001, Compared: 2590000, Weak: 16001234, Stock: 1, Versions: 1, Issuers: 1300, Dir: "out", Largest: []report.Cluster{
			{ID: "c1", Articles: 12034, Headline: strings.Repeat("A very long headline ", 20), Upstream: "Example Agency", UpstreamPresent: report.Yes},
			{ID: "c2", Articles: 33, Headline: "Line\nbreak\x1b[31m"},
		}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			require.NoError(t, Summary(&b, &c.s))
			golden(t, "summary/"+c.name+".txt", b.Bytes())
		})
	}
}
