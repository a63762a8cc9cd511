package page

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/report"
)

// saved writes a page to a folder of its own.
func saved(t *testing.T, b []byte) *parsed {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, os.WriteFile(path, b, 0o666))
	requireWhole(t, filepath.Dir(path))
	return parse(t, path)
}

func TestAClusterIsOneFileToSend(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, Alone(&b, "../testdata/report", "c-frost"))
	p := saved(t, b.Bytes())
	require.Len(t, p.class("piece"), 2)
	for _, n := range p.named("a") {
		require.NotContains(t, attr(n, "href"), "../", "there is no report around it")
	}
	var same bytes.Buffer
	require.NoError(t, Alone(&same, "../testdata/report", "local.json"))
	require.Equal(t, b.String(), same.String(), "named by one of its articles")

	same.Reset()
	require.NoError(t, Alone(&same, "../testdata/report", "s-frost"))
	require.Equal(t, b.String(), same.String(), "named by a story that has no other")
	require.ErrorContains(t, Alone(&b, "../testdata/report", "nowhere"), "no story, cluster or article")
	require.Error(t, Alone(&b, t.TempDir(), "c-frost"))
}

func TestTwoArticlesAreOnePage(t *testing.T) {
	a, b := "By Ada\n\nThe bridge is <shut>. Nobody knows why.", "Am Morgen. The bridge is <shut>."
	c := &report.Comparison{
		A: report.Side{ID: "x.txt", Outlet: "The Heron", Title: "Shut", Text: a, Words: 7, Share: 0.57, Furniture: []article.Span{{Start: 0, End: 8}}},
		B: report.Side{ID: "x.txt", Text: b, Words: 6, Share: 0.66}, Relation: report.Partial,
		Passages: []report.Pair{{A: article.Span{Start: 8, End: 30}, B: article.Span{Start: 11, End: len(b)}, Label: report.Copied, Similarity: 1}},
		Why:      "over half of B is the text of A",
		Common:   report.Common{Names: []report.Detail{{Text: "Ada <Lund>"}, {Text: "Heron\nBridge"}}, Numbers: []report.Detail{{Text: "38"}}},
	}
	var out bytes.Buffer
	require.NoError(t, Compare(&out, c))
	p := saved(t, out.Bytes())
	require.Len(t, p.class("piece"), 2, "two files of one name are two")
	require.Contains(t, content(p.ids["main"]), "The bridge is <shut>. Nobody knows why.")
	head := content(p.class("top")[0])
	require.Contains(t, head, "Partial: 57\u00a0% of A and 66\u00a0% of B is copied or edited from the same text.")
	require.Contains(t, head, "Why: over half of B is the text of A")
	require.Contains(t, head, "Names in common: Ada <Lund>, Heron Bridge")
	require.Contains(t, head, "Numbers in common: 38")
	require.NotContains(t, head, "Quotations in common")

	w := browse(t)
	w.open(filepath.Dir(p.path), "page.html")
	w.sees(`!document.getElementById('pair').hidden`)
	require.Equal(t, "The bridge is <shut>.|The bridge is <shut>.", eval[string](w, `[...document.querySelectorAll('#pair a.p')].map((e) => e.textContent).join('|')`))
	require.Contains(t, eval[string](w, `document.getElementById('pair-shares').textContent`), "57")
	require.True(t, eval[bool](w, `document.querySelector('.top .lead').checkVisibility()`), "what the two are to each other stands above their texts")
	require.False(t, eval[bool](w, `document.getElementById('pair-shut').checkVisibility()`), "there is nothing to go back to")
	w.quiet()
}
