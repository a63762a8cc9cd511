package report

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestShow(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{})
	for _, c := range []struct {
		golden, name string
		o            TerminalOptions
	}{
		{"cluster", "c-ferry", TerminalOptions{}},
		{"cluster-narrow", "c-ferry", TerminalOptions{Width: 40}},
		{"cluster-colour", "c-frost", TerminalOptions{Width: 100, Color: true}},
		{"cluster-japanese", "c-matsuri", TerminalOptions{Width: 60}},
		{"copy", "syndicate/ferry.txt", TerminalOptions{}},
		{"partial", "local.json", TerminalOptions{Width: 100}},
		{"partial-colour", "local.json", TerminalOptions{Width: 100, Color: true}},
		{"rewrite", "buzz/=shock.txt", TerminalOptions{}},
		{"origin", "signal/ferry.txt", TerminalOptions{}},
		{"alone", "alone.txt", TerminalOptions{}},
		{"japanese", "jp/b.txt", TerminalOptions{Width: 60}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			found, err := Find(dir, c.name)
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, Show(&b, found, c.o))
			golden(t, "show/"+c.golden+".txt", b.Bytes())
		})
	}
}

func TestFind(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{})
	for _, c := range []struct{ name, wanted, article, cluster, fails string }{
		{"cluster", "c-frost", "", "c-frost", ""},
		{"article", "syndicate/ferry.txt", "syndicate/ferry.txt", "", ""},
		{"end of an id", "crack.txt", "post/crack.txt", "", ""},
		{"end of an id, with the slash", "/crack.txt", "post/crack.txt", "", ""},
		{"end of several", "ferry.txt", "", "", "ferry.txt could be any of signal/ferry.txt, syndicate/ferry.txt"},
		{"end of a name", "ack.txt", "", "", "no cluster or article"},
		{"nothing of this name", "nobody", "", "", "no cluster or article"},
		{"no name", "", "", "", "no cluster or article"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := Find(dir, c.wanted)
			if c.fails != "" {
				require.ErrorContains(t, err, c.fails)
				return
			}
			require.NoError(t, err)
			if c.cluster != "" {
				require.Equal(t, c.cluster, found.Cluster.ID)
				require.Len(t, found.Articles, found.Cluster.Articles)
				return
			}
			require.Nil(t, found.Cluster)
			require.Equal(t, c.article, found.Articles[0].ID)
		})
	}
	_, err := Find(t.TempDir(), "x")
	require.ErrorContains(t, err, "no wiretrace report")
}

func TestShowTakesAnyDerivation(t *testing.T) {
	name := rapid.SampledFrom([]string{"", "a", "b", "c", "d", "e"})
	rapid.Check(t, func(t *rapid.T) {
		var articles []*Article
		for i, id := range []string{"a", "b", "c", "d"} {
			articles = append(articles, &Article{
				ID: id, Title: fmt.Sprintf("title %d.", i), SourceArticle: name.Draw(t, "source"), SourceOutlet: name.Draw(t, "source outlet"),
				Outlet: name.Draw(t, "outlet"), Upstream: name.Draw(t, "upstream"), Role: rapid.SampledFrom([]string{Origin, Rewrite}).Draw(t, "role"),
				CreditChain: rapid.SliceOfN(name, 0, 3).Draw(t, "chain"),
			})
		}
		var b bytes.Buffer
		require.NoError(t, Show(&b, &Found{Cluster: &Cluster{ID: "x"}, Articles: articles}, TerminalOptions{}))
		for _, a := range articles { // each stands in the tree once
			require.Equal(t, 1, strings.Count(b.String(), a.Title))
		}
	})
}

func TestShowFitsTheTerminal(t *testing.T) {
	text := rapid.StringOfN(rapid.OneOf(rapid.RuneFrom([]rune("abc de\n.“é中祭🙂\u0301\u200d\t\x1b\u202e")), rapid.Rune()), 1, 300, -1)
	rapid.Check(t, func(t *rapid.T) {
		a := &Article{
			ID: text.Draw(t, "id"), Title: text.Draw(t, "title"), Outlet: text.Draw(t, "outlet"), Why: text.Draw(t, "why"), Text: text.Draw(t, "text"),
			Cluster: "c", Role: Partial, SourceArticle: "s", Credits: []Credit{{Outlet: text.Draw(t, "credit"), Text: text.Draw(t, "cue")}},
		}
		points := len([]rune(a.Text))
		for at := 0; at < points; {
			end := rapid.IntRange(at+1, points).Draw(t, "end")
			a.Passages = append(a.Passages, Passage{
				Start: at, End: end, Label: rapid.SampledFrom([]string{Original, Copied, Edited, Reworded, Quoted, Furniture}).Draw(t, "label"),
				Direction: From, SourceArticle: "s", SourceText: text.Draw(t, "source"), Similarity: 0.5, ReusedBy: 2, Speaker: "somebody",
			})
			at = end
		}
		width := rapid.IntRange(20, 130).Draw(t, "width")
		for _, f := range []*Found{{Articles: []*Article{a}}, {Cluster: &Cluster{ID: "c", Headline: a.Title}, Articles: []*Article{a}}} {
			var b bytes.Buffer
			require.NoError(t, Show(&b, f, TerminalOptions{Width: width}))
			for _, r := range b.String() {
				require.False(t, unicode.IsControl(r) && r != '\n', "control character %U", r)
				require.NotEqual(t, '\u202e', r)
			}
		}
	})
}

func TestALongChainIsShown(t *testing.T) {
	var articles []*Article
	for i := range 2000 {
		a := &Article{ID: fmt.Sprint(i), Role: Copy}
		if i > 0 {
			a.SourceArticle = fmt.Sprint(i - 1)
		}
		articles = append(articles, a)
	}
	var b bytes.Buffer
	require.NoError(t, Show(&b, &Found{Cluster: &Cluster{ID: "c"}, Articles: articles}, TerminalOptions{}))
	require.Less(t, b.Len(), 2000*300)
}
