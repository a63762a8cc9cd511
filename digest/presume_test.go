package digest

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
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

// A company puts up its own release with the line of the agency that passes it on: the release
// is the company's, but what a paper prints of it is the agency's line's.
func TestWhoseAReleaseIs(t *testing.T) {
	const release = "ALBERT LEA, Minn., June 5, 2025 /PRNewswire/ -- Tarn Creamery LLC is recalling all ice cream that it produced between January and May, because it may hold bacteria that make children ill.\n\nNobody has fallen ill so far, the company said. Customers who bought some of it should take it back to the shop.\n"
	piece := article.Article{Title: "Tarn Creamery Recalls All Ice Cream", Byline: "PR Newswire", Text: release}
	for outletName, want := range map[string]bool{"Tarn Creamery": true, "Lochan Echo": false, "The Guardian": false, "": false} {
		piece.Outlet = outletName
		d := mustMake(t, &piece)
		require.Equal(t, want, d.Kind == credit.Release, outletName)
		require.Equal(t, want, len(d.Claims) == 0, "%s: %v", outletName, d.Credits)
	}
}

// What an agency of releases puts up keeps the lines of others when it is read anew.
func TestReadingAReleaseAnewChangesNothing(t *testing.T) {
	const release = "ALBERT LEA, Minn., June 5, 2025 (Business Wire) -- Tarn Creamery LLC is recalling all ice cream that it produced between January and May, because it may hold bacteria that make children ill.\n\nNobody has fallen ill so far, the company said. Customers who bought some of it should take it back to the shop.\n"
	for _, outletName := range []string{"PR Newswire", "Tarn Creamery", "Lochan Echo"} {
		piece := article.Article{Outlet: outletName, Title: "Tarn Creamery Recalls All Ice Cream", Byline: "Business Wire", Text: release}
		d := mustMake(t, &piece)
		credits := slices.Clone(d.Credits)
		m := NewMaker(outlet.Default(), credit.NewReader(outlet.Default()))
		_, changed := m.Credit(d, release, func(*credit.Credit) bool { return true })
		require.False(t, changed, "%s: %v, then %v", outletName, credits, d.Credits)
	}
}

// A release whose head says what it is and who issues it is of that house, read anew too.
func TestALabelledReleaseIsItsIssuers(t *testing.T) {
	const release = "Tarn Creamery Trust\nPRESS RELEASE\nTarn gives away its milk\n\nTarn Creamery Trust is to give all the milk of May to schools in the county, and a cow to the one that drinks most of it.\n\nNobody has asked for the cow so far. Schools have until Friday to write to the trust.\n"
	for outletName, want := range map[string]string{"": "Tarn Creamery Trust", "Tarn Creamery Trust": "Tarn Creamery Trust", "Lochan Echo": "Lochan Echo", "The Guardian": "The Guardian"} {
		piece := article.Article{Outlet: outletName, Text: release}
		d := mustMake(t, &piece)
		require.Equal(t, want, d.Outlet)
		require.Equal(t, outletName == "" || outletName == "Tarn Creamery Trust", d.Kind == credit.Release, outletName)
		m := NewMaker(outlet.Default(), credit.NewReader(outlet.Default()))
		_, changed := m.Credit(d, release, func(*credit.Credit) bool { return true })
		require.False(t, changed)
	}
}
