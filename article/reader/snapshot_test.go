package reader

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSnapshots reads folders in which one page lies in several forms.
func TestSnapshots(t *testing.T) {
	const page = "<!DOCTYPE html><title>Ferry stays in port</title><article><h1>Ferry stays in port</h1><p>" + storyText + "</p><p>" + otherText + "</p></article>"
	const about = `{"url": "https://example.com/a", "title": "Ferry stays in port"}`
	for name, tt := range map[string]struct {
		files map[string]string
		want  []string
	}{
		"all that ArchiveBox writes": {
			map[string]string{
				"17.0/index.json": about, "17.0/index.html": page, "17.0/headers.json": "{}", "17.0/singlefile.html": page, "17.0/output.html": page, "17.0/htmltotext.txt": storyText, "17.0/readability/content.html": page,
				"17.0/readability/content.txt": storyText, "17.0/mercury/article.json": about, "17.0/www.example.com/a.html": page, "17.0/warc/1.warc": "x", "18.0/index.json": about, "18.0/headers.json": "{}", "18.0/output.html": page,
			},
			[]string{"17.0/singlefile.html", "18.0/output.html"},
		},
		"what wget wrote before what readers made": {
			map[string]string{"17.0/index.json": about, "17.0/headers.json": "{}", "17.0/www.example.com/a.html": page, "17.0/readability/content.html": page},
			[]string{"17.0/www.example.com/a.html"},
		},
		"a reader's text alone": {
			map[string]string{"17.0/index.json": about, "17.0/favicon.ico": "x", "17.0/readability/content.html": page, "17.0/readability/content.txt": storyText, "17.0/readability/article.json": about, "17.0/mercury/content.html": page},
			[]string{"17.0/readability/content.html"},
		},
		"files that it did not write": {
			map[string]string{"17.0/index.json": about, "17.0/headers.json": "{}", "17.0/singlefile.html": page, "17.0/notes.txt": storyText},
			[]string{"17.0/notes.txt", "17.0/singlefile.html"},
		},
		"another folder with such names": {
			map[string]string{"a/output.html": page, "a/readability.txt": storyText, "a/www.example.com/a.html": page},
			[]string{"a/output.html", "a/readability.txt", "a/www.example.com/a.html"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, tt.files)
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Equal(t, tt.want, ids(articles))
		})
	}
}
