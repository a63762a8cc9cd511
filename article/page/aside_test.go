package page

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// sameTree requires that a page has the tree that the parser makes of the whole of it.
func sameTree(t *testing.T, s string) {
	t.Helper()
	want, err := html.Parse(strings.NewReader(s))
	got, gotErr := parseThin(s)
	require.Equal(t, err == nil, gotErr == nil, "%q", s)
	for a, b := want, got; err == nil; a, b = next(want, a, false), next(got, b, false) {
		require.Equal(t, a == nil, b == nil, "%q", s)
		if a == nil {
			return
		}
		require.Equal(t, []any{a.Type, a.DataAtom, a.Namespace, a.Data, a.Attr}, []any{b.Type, b.DataAtom, b.Namespace, b.Data, b.Attr}, "%q", s)
	}
}

func TestScriptsAreSetAside(t *testing.T) {
	long := strings.Repeat("if (a < b && c > d) { e('</div>') } ", 10)
	for name, c := range map[string]struct {
		page string
		part int // how many are set aside
	}{
		"a script and a style sheet":   {"<head><script>" + long + "</script><style>" + long + "</style></head><p>x", 2},
		"line ends":                    {"<script>\r\n" + long + "\r\r\n</script>", 1},
		"in capitals, with attributes": {"<SCRIPT type='text/javascript' onerror=\"a => b\">" + long + "</Script >", 1},
		"a short one":                  {"<script>x()</script>", 0},
		"escaped":                      {"<script><!-- <script>" + long + "</script> --></script>", 0},
		"never closed":                 {"<script>" + long, 0},
		"another name":                 {"<scripts>" + long + "</scripts><script-x>" + long + "</script-x>", 0},
		"an end of another name":       {"<script>" + long + "</scripts></script>", 1},
		"in a comment":                 {"<!-- <script>" + long + "</script> --><p>x", 0},
		"in a comment that ends soon":  {"<!--><script>" + long + "</script><p>x--><script>" + long + "</script>", 2},
		"in an attribute":              {"<p title='<script>" + long + "</script>'>x", 1},
		"in a title":                   {"<title><script>" + long + "</script></title>", 1},
		"in <noscript>":                {"<noscript><style>" + long + "</style></noscript>", 0},
		"in a drawing":                 {"<svg><style>" + long + "</style></svg><script>" + long + "</script>", 1},
		"in a formula":                 {"<math><script>" + long + "</script></math>", 1},
		"in a template":                {"<template><script>" + long + "</script></template>", 1},
		"in a table":                   {"<table><script>" + long + "</script><tr><td><style>" + long + "</style>", 2},
		"in a list of choices":         {"<select><script>" + long + "</script><style>" + long + "</style>", 2},
		"of a set of frames":           {"<frameset><script>" + long + "</script></frameset>", 1},
		"a mark of the page's own":     {"<script>\x010\x01</script><script>" + long + "</script>", 1},
		"a character that is none":     {"<script>\x00" + long + "</script>", 0},
	} {
		t.Run(name, func(t *testing.T) {
			_, parts := setAside(c.page)
			require.Len(t, parts, c.part)
			sameTree(t, c.page)
		})
	}
}

func TestThinPagesHaveTheTreeOfWholeOnes(t *testing.T) {
	files, err := filepath.Glob("testdata/*.html")
	require.NoError(t, err)
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		sameTree(t, string(source))
	}
	for _, source := range hostile(4000) {
		sameTree(t, source)
	}
	long := strings.Repeat("a<b; ", 25)
	pieces := []string{
		"<script>", "<SCRIPT src=x>", "<script a='>'>", "<script a=\">", "</script>", "</script x>", "</SCRIPT\n>", "</scrip", "<style>", "</style>", long, long, "\r\n", "<!--", "-->", "--", "<!", "<p>", "</p>", "x", "'", "\"", ">", "<", "=",
		"<svg>", "</svg>", "<noscript>", "</noscript>", "<template>", "</template>", "<table>", "<select>", "<title>", "</title>", "<textarea>", "</textarea>", "<body>", "<b>", "<iframe>", "</iframe>", "<math>", "<plaintext>", "\x010\x01", "\x00", "<script/>",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		sameTree(t, b.String())
	}
}
