package main

import (
	"archive/zip"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vmihailenco/msgpack/v5"
)

// wheel writes a package with one list of words, in levels of a hundredth of a
// power of ten, and returns its name.
func wheel(t *testing.T, header any, levels map[int][]string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "wordfreq.whl")
	f, err := os.Create(name)
	require.NoError(t, err)
	z := zip.NewWriter(f)
	list, err := z.Create("wordfreq/data/small_de.msgpack.gz")
	require.NoError(t, err)
	g := gzip.NewWriter(list)
	all := []any{header}
	for n := range 601 {
		words := levels[n]
		if words == nil {
			words = []string{}
		}
		all = append(all, words)
	}
	require.NoError(t, msgpack.NewEncoder(g).Encode(all))
	require.NoError(t, g.Close())
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())
	return name
}

var cB = map[string]any{"format": "cB", "version": 1}

func TestImport(t *testing.T) {
	from := wheel(t, cB, map[int][]string{
		150: {"und"}, 400: {"Straße", "00", "0.000"}, 430: {"strasse"}, 500: {"dell'acqua"}, 580: {"acqua", "zuletzt"}, 600: {"übrig"},
	})
	out := filepath.Join(t.TempDir(), "de.rarity")
	code, _, stderr := command(t, "import", "--lang", "de", "--words", "5", "--out", out, from)
	require.Zero(t, code, stderr)
	require.Contains(t, stderr, "0 stock phrases")
	_, stdout, _ := command(t, "weigh", "--file", out, "und", "Strasse", "acqua", "zuletzt", "übrig")
	require.Contains(t, stdout, "0.00 und\n", "in every article of 800 words")
	// 1-(1-f)^800, f being 10^-4 and 10^-4.3, and 10^-5 and 10^-5.8; the rarest word kept stands in one of 789 articles
	require.Contains(t, stdout, "2.16 strasse\n", "ß and ss are one word")
	require.Contains(t, stdout, "4.62 acqua\n", "what falls apart counts in each part")
	require.Contains(t, stdout, "6.25 zuletzt\n")
	require.Contains(t, stdout, "7.37 ubrig\n", "left out, it weighs as what no article holds")
}

func TestCommonWords(t *testing.T) {
	from := wheel(t, cB, map[int][]string{150: {"und", "0", "a"}, 200: {"nicht", "gibt's"}, 300: {"selten"}})
	code, stdout, stderr := command(t, "common", "--lang", "de", "--words", "5", from)
	require.Zero(t, code, stderr)
	require.Equal(t, "und\nnicht\n", stdout)
}

func TestImportErrors(t *testing.T) {
	out := filepath.Join(t.TempDir(), "x")
	good := wheel(t, cB, nil)
	for _, c := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"no language", []string{"import", "--out", out, good}, 2, "usage"},
		{"no wheel", []string{"compare"}, 2, "usage"},
		{"other language", []string{"import", "--lang", "fr", "--out", out, good}, 1, `no list of words of "fr"`},
		{"other format", []string{"import", "--lang", "de", "--out", out, wheel(t, map[string]any{"format": "cB", "version": 2}, nil)}, 1, "not a list of words of format cB, version 1"},
		{"no ZIP file", []string{"compare", filepath.Join(t.TempDir(), "none")}, 1, "none"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, _, stderr := command(t, c.args...)
			require.Equal(t, c.code, code)
			require.Contains(t, stderr, c.want)
		})
	}
}
