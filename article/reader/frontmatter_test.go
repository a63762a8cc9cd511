package reader

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		name, matter, text string
		want               summary
	}{
		{
			"YAML", "---\ntitle: \"A \\\"title\\\": more\"\ndate: 2024-08-17T11:04:59+02:00\nauthor: Ada Crane\nsource: The Example # a comment\nurl: https://example.com/a\nlang: en-GB\ntags: [a, b]\n---\n", "The text.\n",
			summary{"a.md", `A "title": more`, "Ada Crane", "The Example", "https://example.com/a", "en", "2024-08-17T11:04:59+02:00", "field date", ""},
		},
		{
			"lists and single marks", "---\r\ntitle: 'It''s a title'\r\nauthors:\r\n  - Ada Crane\r\n  - name: Jo Field\r\npublished: 17 August 2024\r\n...\r\n", "The text.",
			summary{ID: "a.md", Title: "It's a title", Byline: "Ada Crane, Jo Field", Published: "2024-08-17", Source: "field published"},
		},
		{
			"list in brackets, object, folded text, comment", "---\n# comment\nauthors: [Ada Crane, \"Jo Field\"]\npublisher:\n  name: The Example\n  url: https://example.com\ntitle: >\n  A title\n  of two lines\n\ntags:\n- a\n---\n", "\nThe text.",
			summary{ID: "a.md", Title: "A title of two lines", Byline: "Ada Crane, Jo Field", Outlet: "The Example"},
		},
		{
			"TOML", "+++\ntitle = \"A title\"\ndate = 2024-08-17T11:04:59Z\nauthors = [\n\"Ada Crane\",\n\"Jo Field\"\n]\n[extra]\ntitle = \"Not this\"\n+++\n", "The text.",
			summary{ID: "a.md", Title: "A title", Byline: "Ada Crane, Jo Field", Published: "2024-08-17T11:04:59Z", Source: "field date"},
		},
		{
			"a clipping", "---\ntitle: \"A title\"\nsource: \"https://example.com/a\"\nauthor:\n  - \"[[Ada Crane]]\"\n  - \"[[People/Jo Field|Jo Field]]\"\npublished: 2024-08-17\ncreated: 2025-06-01\ndescription: \"What it says.\"\ntags:\n  - \"clippings\"\n---\n", "The text.",
			summary{ID: "a.md", Title: "A title", Byline: "Ada Crane, Jo Field", URL: "https://example.com/a", Published: "2024-08-17", Source: "field published"},
		},
		{
			"a clipping without a day", "---\ncreated: 2025-06-01T10:00:00 (UTC +02:00)\ntags: [a]\nsource: https://example.com/a\nauthor: Ada Crane\n---\n", "The text.",
			summary{ID: "a.md", Byline: "Ada Crane", URL: "https://example.com/a"},
		},
		{"a note of one's own", "---\ntitle: A title\ncreated: 2024-08-17\n---\n", "The text.", summary{ID: "a.md", Title: "A title", Published: "2024-08-17", Source: "field created"}},
		{
			"links", "---\ntitle: A title\nsource: \"[The Example](https://example.com/a)\"\nauthor: \"[[Ada Crane]], [[Jo Field]]\"\ndate: \"[[2024-08-17]]\"\n---\n", "The text.",
			summary{ID: "a.md", Title: "A title", Byline: "Ada Crane, Jo Field", Outlet: "The Example", URL: "https://example.com/a", Published: "2024-08-17", Source: "field date"},
		},
		{
			"JSON", "{\n  \"title\": \"A title\",\n  \"date\": \"2024-08-17T11:04:59Z\",\n  \"author\": \"Ada Crane\"\n}\n", "\nThe text.",
			summary{ID: "a.md", Title: "A title", Byline: "Ada Crane", Published: "2024-08-17T11:04:59Z", Source: "field date"},
		},
		{"braces that hold no fields", "", "{\"a\": 1}\nThe text.", summary{ID: "a.md"}},
		{"a brace", "", "{ a set } is what the text is about.", summary{ID: "a.md"}},
		{"id", "---\nid: 17\ntext: Not this.\n---\n", "The text.", summary{ID: "17"}},
		{"none", "", "The text: a first line.\n---\nMore.", summary{ID: "a.md"}},
		{"a rule and prose", "", "---\n\nThe text begins after a rule, and goes on.\n---\nMore.", summary{ID: "a.md"}},
		{"a rule and nothing else", "", "---\n---\nThe text.", summary{ID: "a.md"}},
		{"not closed", "", "---\ntitle: A title\n\nThe text.", summary{ID: "a.md"}},
		{"a quotation", "", "--- What he said: 10:30 ---\nThe text.\n---\n", summary{ID: "a.md"}},
		{"a clock", "", "---\n10:30\n---\nThe text.", summary{ID: "a.md"}},
		{"longer than may be", "", "---\na: b\nc: " + strings.Repeat("x", frontMatterSize) + "\n---\nThe text.", summary{ID: "a.md"}},
		{"more lines than may be", "", "---\n" + strings.Repeat("a: b\n", frontMatterLines) + "---\nThe text.", summary{ID: "a.md"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.md": tt.matter + tt.text})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			tt.want.Text = tt.matter + tt.text
			require.Equal(t, tt.want, summarize(articles[0]), "the text is the file, to the byte")
			require.Equal(t, len(tt.matter), articles[0].Preamble)
		})
	}
}

func TestFrontMatterAlone(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "---\ntitle: A title\n---\n\n", "b.md": "---\ndate: 32 August 2024\n---\nText."})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"b.md"}, ids(articles))
	require.Equal(t, []string{"a.md: the text is empty", "b.md: date not understood: 32 August 2024"}, problems)
}

func FuzzFrontMatter(f *testing.F) {
	f.Add("---\ntitle: 'x\nauthors:\n- a\n  name: b\n[c]: d\n---\nText.")
	f.Add("{\"title\": \"x\", \"date\": {\"$date\": 1}}\nText.")
	f.Add("---\ntitle: '[[x|y]]'\nsource: [a](https://example.com)\ncreated: 2024-08-17\n---\nText.")
	f.Add("+++\na = [\"x\",\n]\n+++\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, size := frontMatter(text)
		require.LessOrEqual(t, size, len(text))
		if size > 0 {
			require.True(t, text[0] == '{' || slices.Contains([]string{"---", "...", "+++"}, lastLine(text[:size])))
		}
	})
}

func lastLine(s string) string {
	s = strings.TrimRight(s, " \t\r\n")
	return strings.TrimRight(s[strings.LastIndexByte(s, '\n')+1:], " \t\r")
}
