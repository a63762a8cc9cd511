package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

// execute runs the program and returns what it printed.
func execute(t testing.TB, code int, args ...string) (out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	require.Equal(t, code, run(context.Background(), args, strings.NewReader(""), &o, &e), e.String())
	return o.String(), e.String()
}

func TestRunWritesPages(t *testing.T) {
	in := t.TempDir()
	text := "The bridge over the Alm was closed on Monday after an inspector found a crack as long as his arm in the third pier. "
	for _, name := range []string{"a.txt", "b.txt"} {
		require.NoError(t, os.WriteFile(filepath.Join(in, name), []byte(strings.Repeat(text, 3)), 0o666))
	}
	for _, c := range []struct {
		name  string
		flags []string
		index bool
	}{
		{"unasked", nil, true},
		{"unwanted", []string{"--no-html"}, false},
		{"asked for", []string{"--html"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "r")
			_, said := execute(t, exitDone, append([]string{"run", "-o", dir, in}, c.flags...)...)
			require.NotContains(t, said, "no pages")
			if c.index {
				require.FileExists(t, filepath.Join(dir, report.IndexFile))
				return
			}
			require.NoFileExists(t, filepath.Join(dir, report.IndexFile))
			require.NoDirExists(t, filepath.Join(dir, report.PagesDir))
		})
	}
	execute(t, exitUsage, "run", "--html", "--no-html", in)
}

func TestItIsSaidWhenPagesAreLeftOut(t *testing.T) {
	for _, c := range []struct {
		name     string
		forms    forms
		articles int
		want     string
	}{
		{"few", forms{}, pagesUpTo, ""},
		{"many", forms{}, pagesUpTo + 1, "no pages were written, since there are more than 20000 articles: --html asks for them\n"},
		{"many, asked for", forms{html: true}, pagesUpTo + 1, ""},
		{"many, unwanted", forms{noHTML: true}, pagesUpTo + 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			c.forms.note(&journal{w: &b}, &report.Summary{Articles: c.articles})
			require.Equal(t, c.want, b.String())
		})
	}
}
