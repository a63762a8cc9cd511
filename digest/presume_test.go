package digest

import (
	"cmp"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// A reader copies articles from the web by hand, each into a file.
func TestWhoseAPieceCopiedByHandIs(t *testing.T) {
	const text = "The ferry across the Tarn was stopped on Monday after divers found timber piles gnawed hollow by shipworm.\n"
	for _, c := range []struct {
		name string
		a    article.Article
		want string
	}{
		{"by its file's name", article.Article{File: "in/bbc.txt"}, "BBC"},
		{"in words", article.Article{File: `in\daily-mail.txt`}, "Daily Mail"},
		{"numbered", article.Article{File: "02_the-guardian (1).txt"}, "The Guardian"},
		{"a title with an outlet in it", article.Article{File: "ferry-guardian-sinks.txt"}, ""},
		{"of a file of many", article.Article{File: "bbc.jsonl", Record: 3}, ""},
		{"by its byline", article.Article{Byline: "JACK PELHAM FOR MAILONLINE"}, "Daily Mail"},
		{"by its newsroom", article.Article{Byline: "Redacción HuffPost"}, "HuffPost"},
		{"its newsroom behind it", article.Article{Byline: "Daily Mail staff reporter"}, "Daily Mail"},
		{"an agency's newsroom", article.Article{Byline: "Redacción EFE"}, ""},
		{"an agency is no outlet by its byline", article.Article{Byline: "Jane Roe for the Associated Press"}, ""},
		{"what the file says stands", article.Article{File: "bbc.txt", Outlet: "Tarn Herald"}, "Tarn Herald"},
		{"so does what its address says", article.Article{File: "bbc.txt", URL: "https://www.theguardian.com/a"}, "The Guardian"},
		{"of no list, but credited by the text", article.Article{File: "in/tarn-herald.txt", Text: text + "\nThe divers were paid for a year, one of them told the Tarn Herald.\n"}, "Tarn Herald"},
		{"of no list and another than the text credits", article.Article{File: "tarn-mercury.txt", Text: text + "\nThe divers were paid for a year, one of them told the Tarn Herald.\n"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.a.Text = cmp.Or(c.a.Text, text)
			require.Equal(t, c.want, mustMake(t, &c.a).Outlet)
		})
	}
}
