package terminal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/report"
)

func TestShow(t *testing.T) {
	for _, c := range []struct {
		golden, name string
		o            Options
	}{
		{"cluster", "c-ferry", Options{}},
		{"cluster-narrow", "c-ferry", Options{Width: 40}},
		{"cluster-colour", "c-frost", Options{Width: 100, Color: true}},
		{"cluster-japanese", "c-matsuri", Options{Width: 60}},
		{"story", "s-frost", Options{}},
		{"story-narrow", "s-ferry", Options{Width: 40}},
		{"own-report", "hills.txt", Options{}},
		{"wire-alone", "lone-wire.txt", Options{}},
		{"copy", "syndicate/ferry.txt", Options{}},
		{"partial", "local.json", Options{Width: 100}},
		{"partial-colour", "local.json", Options{Width: 100, Color: true}},
		{"rewrite", "buzz/=shock.txt", Options{}},
		{"origin", "signal/ferry.txt", Options{}},
		{"alone", "alone.txt", Options{}},
		{"japanese", "jp/b.txt", Options{Width: 60}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			found, err := report.Find(sampleDir, c.name)
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, Show(&b, found, c.o))
			golden(t, "show/"+c.golden+".txt", b.Bytes())
		})
	}
}

func TestShowTakesAnyDerivation(t *testing.T) {
	name := rapid.SampledFrom([]string{"", "a", "b", "c", "d", "e"})
	rapid.Check(t, func(t *rapid.T) {
		var articles []*report.Article
		for i, id := range []string{"a", "b", "c", "d"} {
			articles = append(articles, &report.Article{
				ID: id, Title: fmt.Sprintf("title %d.", i), SourceArticle: name.Draw(t, "source"), SourceOutlet: name.Draw(t, "source outlet"),
				Outlet: name.Draw(t, "outlet"), Upstream: name.Draw(t, "upstream"), Role: rapid.SampledFrom([]string{report.Origin, report.Rewrite}).Draw(t, "role"),
				CreditChain: rapid.SliceOfN(name, 0, 3).Draw(t, "chain"),
			})
		}
		var b bytes.Buffer
		require.NoError(t, Show(&b, &report.Found{Cluster: &report.Cluster{ID: "x"}, Articles: articles}, Options{}))
		for _, a := range articles { // each stands in the tree once
			require.Equal(t, 1, strings.Count(b.String(), a.Title))
		}
	})
}

func TestShowFitsTheTerminal(t *testing.T) {
	text := rapid.StringOfN(rapid.OneOf(rapid.RuneFrom([]rune("abc de\n.“é中祭🙂\u0301\u200d\t\x1b\u202e")), rapid.Rune()), 1, 300, -1)
	rapid.Check(t, func(t *rapid.T) {
		a := &report.Article{
			ID: text.Draw(t, "id"), Title: text.Draw(t, "title"), Outlet: text.Draw(t, "outlet"), Why: text.Draw(t, "why"), Text: text.Draw(t, "text"),
			Cluster: "c", Role: report.Partial, SourceArticle: "s", Credits: []report.Credit{{Outlet: text.Draw(t, "credit"), Text: text.Draw(t, "cue")}},
		}
		points := len([]rune(a.Text))
		for at := 0; at < points; {
			end := rapid.IntRange(at+1, points).Draw(t, "end")
			a.Passages = append(a.Passages, report.Passage{
				Start: at, End: end, Label: rapid.SampledFrom([]string{report.Original, report.Copied, report.Edited, report.Reworded, report.Quoted, report.Furniture}).Draw(t, "label"),
				Direction: report.From, SourceArticle: "s", SourceText: text.Draw(t, "source"), Similarity: 0.5, ReusedBy: 2, Speaker: "somebody",
			})
			at = end
		}
		width := rapid.IntRange(20, 130).Draw(t, "width")
		for _, f := range []*report.Found{{Articles: []*report.Article{a}}, {Cluster: &report.Cluster{ID: "c", Headline: a.Title}, Articles: []*report.Article{a}}} {
			var b bytes.Buffer
			require.NoError(t, Show(&b, f, Options{Width: width}))
			for _, r := range b.String() {
				require.False(t, unicode.IsControl(r) && r != '\n', "control character %U", r)
				require.NotEqual(t, '\u202e', r)
			}
		}
	})
}

func TestALongChainIsShown(t *testing.T) {
	var articles []*report.Article
	for i := range 2000 {
		a := &report.Article{ID: fmt.Sprint(i), Role: report.Copy}
		if i > 0 {
			a.SourceArticle = fmt.Sprint(i - 1)
		}
		articles = append(articles, a)
	}
	var b bytes.Buffer
	require.NoError(t, Show(&b, &report.Found{Cluster: &report.Cluster{ID: "c"}, Articles: articles}, Options{}))
	require.Less(t, b.Len(), 2000*300)
}
