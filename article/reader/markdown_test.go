package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMarkdownText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"paragraphs", "One line.\n\nTwo\nlines.\n\n", "One line.\n\nTwo lines."},
		{"a line each", "One.\nTwo.", "One.\nTwo."},
		{"a break", "One  \nTwo\\\nThree", "One\nTwo\nThree"},
		{"headings", "# Ferry slip to close #\nBy Ada Crane\n\n### What next", "Ferry slip to close\n\nBy Ada Crane\n\nWhat next"},
		{"a heading of links at the end", "# Ferry slip to close\n\nThe slip is shut.\n\n## Related\n\n- [Goat elected](/goat)\n- [Lido heated](/lido)\n", "Ferry slip to close\n\nThe slip is shut."},
		{"a heading of links and words", "The slip is shut.\n\n## What to read\n\n- [Goat elected](/goat), by Ada Crane\n", "The slip is shut.\n\nWhat to read\n\nGoat elected, by Ada Crane"},
		{"a heading that is a link", "# [Ferry slip to close](https://example.com/slip)", "Ferry slip to close"},
		{"pictures", "![](https://example.com/a.jpg)\n\n![The slip](https://example.com/a_(1).jpg \"The slip\")\n\nThe slip ![x](y.gif)is shut.\n\n[![The slip](a.jpg)](https://example.com/a)", "The slip is shut."},
		{"links", "Odile, who [chairs](https://example.com/z \"Chair\") the [board][2], [said][said so](/so). <https://example.com/b>\n\n[2]: https://example.com/b", "Odile, who chairs the board, [said]said so. https://example.com/b"},
		{"menus", "[Skip to content](#main)\n\n* [Home](/)\n* [News](/news) | [Sport](/sport)\n\nThe slip is shut.\n\n[Read more](/x)", "The slip is shut."},
		{"emphasis", "**Odile** said *the decision* had been ***forced***, _she_ added: __no__ `pile` ~~stood~~ held.", "Odile said the decision had been forced, she added: no pile stood held."},
		{"signs that are no emphasis", "3 * 4 is 12; a_b_c; f***ing f**k, he said f***. * note ~20 \\*star\\* 5\\. snake_case", "3 * 4 is 12; a_b_c; f***ing f**k, he said f***. * note ~20 *star* 5. snake_case"},
		{"words in brackets", "\"He [the mayor] left,\" [sic] she said [...] and (later) [it] stood.", "\"He [the mayor] left,\" [sic] she said [...] and (later) [it] stood."},
		{"quotations", "She said:\n\n> We were shown\n> photographs\n>\n> > of a pile", "She said:\n\nWe were shown photographs\n\nof a pile"},
		{"lists", "- one\n- two\n\n1. first\n2. second", "one\ntwo\n\n1. first 2. second"},
		{"a bullet of its own", "*Terms apply.", "Terms apply."},
		{"rules", "One\n\n* * *\n\n---\n\n___\n\nTwo\n\n- - -", "One\n\nTwo"},
		{"a dialogue", "– No, she said.\n\n— Yes.\n\n-5 degrees", "– No, she said.\n\n— Yes.\n\n-5 degrees"},
		{"a table", "| Pile | Cost |\n|---|:--:|\n| first | £5 |\n| second | £6 |", "Pile Cost\nfirst £5\nsecond £6"},
		{"code", "One\n```\nx\n```\nTwo", "One\n\nx\n\nTwo"},
		{"notes", "Shut.[^1]\n\n[^1]: On Tuesday.", "Shut.\n\n: On Tuesday."},
		{"a year at the beginning", "2025. It was a year.", "2025. It was a year."},
		{"not closed", "[open and **bold", "[open and bold"},
	} {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, markdownText(tt.in)) })
	}
	for _, part := range []string{"[", "[a](", "[a ", "![", "**", "[a]", "> ", "(a](b"} { // made to take long
		markdownText(strings.Repeat(part, 1_000_000))
	}
}

func TestFieldsOfMarkdown(t *testing.T) {
	const md = `[Menu](#m)\n\n# Ferry slip to close\n\nThe *harbour* board [voted](https://x) on Tuesday.\n\n![](https://x/y.jpg)`
	const want = "Ferry slip to close\n\nThe harbour board voted on Tuesday."
	for name, in := range map[string]string{
		"Firecrawl":     `{"success": true, "data": {"markdown": "` + md + `", "metadata": {"title": "Ferry slip to close", "sourceURL": "https://example.com/a", "ogSiteName": "Example"}}}`,
		"Firecrawl, v2": `{"success": true, "status": "completed", "data": [{"markdown": "` + md + `", "links": ["https://x"], "metadata": {"title": "Ferry slip to close", "url": "https://example.com/a", "sourceURL": "https://example.com/a"}}]}`,
		"Crawl4AI":      `{"url": "https://example.com/a", "markdown": {"raw_markdown": "` + md + `\n\nAll rights.", "fit_markdown": "` + md + `", "references_markdown": ""}, "metadata": {"title": "Ferry slip to close"}}`,
		"Apify":         `{"url": "https://example.com/a", "crawl": {"loadedUrl": "https://example.com/a", "loadedTime": "2025-06-05T00:00:00Z"}, "metadata": {"openGraph": [{"property": "og:title", "content": "Ferry slip to close"}], "jsonLd": []}, "markdown": "` + md + `"}`,
		"Jina":          `{"code": 200, "status": 20000, "data": {"title": "Ferry slip to close", "description": "x", "url": "https://example.com/a", "content": "` + md + `", "usage": {"tokens": 5}}}`,
		"Tavily":        `{"results": [{"url": "https://example.com/a", "title": "Ferry slip to close", "raw_content": "` + md + `"}], "failed_results": []}`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.json": in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Equal(t, want, articles[0].Text)
			require.Equal(t, "Ferry slip to close", articles[0].Title)
			require.Equal(t, "https://example.com/a", articles[0].URL)
		})
	}
}

func TestTheAddressThatCountsNoVisits(t *testing.T) {
	const text = `"text": "The harbour board voted on Tuesday."`
	for _, tt := range []struct{ name, in, want string }{
		{"Zyte", `{"url": "https://www.example.com/a?utm_source=x", "statusCode": 200, "article": {"articleBody": "The board voted.", "canonicalUrl": "https://www.example.com/a", "url": "https://www.example.com/a"}}`, "https://www.example.com/a"},
		{"Diffbot", `{"pageUrl": "https://example.com/a?utm_source=x#top", "resolvedPageUrl": "https://example.com/a", ` + text + `, "canonical_url": "https://example.com/a"}`, "https://example.com/a"},
		{"another page", `{"url": "https://example.com/a?id=5", "canonical_url": "https://example.com/a", ` + text + `}`, "https://example.com/a?id=5"},
		{"another site", `{"url": "https://example.com/a?utm_source=x", "canonical_url": "https://example.org/a", ` + text + `}`, "https://example.com/a?utm_source=x"},
		{"no other", `{"url": "https://example.com/a?utm_source=x", ` + text + `}`, "https://example.com/a?utm_source=x"},
		{"a part of the page", `{"url": "https://example.com/a?id=5&fbclid=7", "canonical_url": "https://example.com/a?id=5", ` + text + `}`, "https://example.com/a?id=5"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.json": tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Equal(t, tt.want, articles[0].URL)
		})
	}
}
