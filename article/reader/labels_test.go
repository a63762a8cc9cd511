package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLabelledHeads(t *testing.T) {
	const body = "The harbour board voted: the slip is to close.\n\nNobody was hurt."
	whole := summary{ID: "a.txt", Title: "Ferry slip to close", Byline: "Ada Crane", Outlet: "The Example", URL: "https://example.com/a", Published: "2024-08-17", Source: "field Date"}
	for _, tt := range []struct {
		name, head string
		want       summary
	}{
		{"lines", "Title: Ferry slip to close\nAuthor: Ada Crane\nDate: 17 August 2024\nURL: https://example.com/a\nSource: The Example\n\n", whole},
		{"with others among them", "Title: Ferry slip to close\nSection: News\nAuthor: Ada Crane\nDate: 17 August 2024\nURL: https://example.com/a\nSource: The Example\nText: ", whole},
		{"marked", "**Title:** Ferry slip to close\n**Author**: Ada Crane\n- Date: 17 August 2024\n- URL: https://example.com/a\n- Source: The Example\n\n", whole},
		{
			"of a reader for models", "Title: Ferry slip to close\n\nURL Source: https://example.com/a\n\nPublished Time: 2024-08-17T08:15:00+00:00\n\nMarkdown Content:\n",
			summary{ID: "a.txt", Title: "Ferry slip to close", URL: "https://example.com/a", Published: "2024-08-17T08:15:00Z", Source: "field Published Time"},
		},
		{"in French", "Titre: Ferry slip to close\nAuteur: Ada Crane\n\n", summary{ID: "a.txt", Title: "Ferry slip to close", Byline: "Ada Crane"}},
		{"one label", "Title: Ferry slip to close\n\n", summary{ID: "a.txt"}},
		{"a conversation", "Host: Good morning.\nWriter: Good morning to you.\n", summary{ID: "a.txt"}},
		{"labels of the text", "Source: none of us knew.\nAda Crane: I did.\n", summary{ID: "a.txt"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.txt": tt.head + body})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			a := articles[0]
			require.Equal(t, tt.head+body, a.Text, "the text stays as it is")
			if tt.want.Title != "" {
				require.Equal(t, body, strings.TrimLeft(a.Text[a.Preamble:], "\n"))
			} else {
				require.Zero(t, a.Preamble)
			}
			got := summarize(a)
			got.Text, got.Language = "", ""
			require.Equal(t, tt.want, got)
		})
	}
}

func TestSeriesOfLabelledTexts(t *testing.T) {
	one := "Title: Ferry slip to close\nSource: The Example\nDate: 17 August 2024\n\nThe board voted.\n"
	two := "Title: Newts halt plan\nSource: Pond Post\nDate: 18 August 2024\n\nOfficers withdrew it.\n\n*****\n\nMore of it.\n"
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"two":                    {one + "\n----------\n" + strings.ReplaceAll(two, "*****\n", ""), []string{"a.txt#1", "a.txt#2"}},
		"with rules around them": {"=====\n" + one + "\n=====\n" + one + "=====\n", []string{"a.txt#1", "a.txt#2"}},
		"a rule in the text":     {two, []string{"a.txt"}},
		"front matter":           {"-----\n" + one, []string{"a.txt"}},
		"one that has no head":   {one + "-----\nPlain prose.\n", []string{"a.txt"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.txt": tt.text})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Equal(t, tt.want, ids(articles))
			if len(tt.want) == 2 {
				require.Equal(t, "The Example", articles[0].Outlet)
				require.Equal(t, "2024-08-17", articles[0].Published.String())
			}
		})
	}
}

func TestAMailSavedAsText(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "From: The Islander <news@islander.example>\nSent: Wednesday\nSubject: Ferry slip to close\nDate: 12 March 2025\n\n" + slipText, "b.txt": "Subject: a matter of taste\n\n" + slipText})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Equal(t, []string{"Ferry slip to close", "The Islander", "2025-03-12"}, []string{articles[0].Title, articles[0].Outlet, articles[0].Published.String()})
	require.Empty(t, articles[1].Title, "one line with a colon is no head")
}

func FuzzLabels(f *testing.F) {
	f.Add("Title: A\nURL: https://example.com/a\n\nText: B")
	f.Add("# A\n\n![x](y)\n\n## Metadata\n- Author: [[Ada|Crane]]\n- Source: [x](https://example.com)\n[Date] <2024-08-17>\n标题：B\nURL=https://example.com\n\nText")
	f.Fuzz(func(t *testing.T, text string) {
		_, size := labelled(text)
		require.GreaterOrEqual(t, size, 0)
		require.LessOrEqual(t, size, len(text))
		for _, part := range series([]byte(text)) {
			require.Contains(t, text, string(part))
		}
	})
}
