package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

const (
	storyText = "The ferry to Hallow stayed in port on Monday because nobody could find the key."
	otherText = "The bridge at Ormsay is to be painted green, after a vote in which few took part."
)

// TestDocumentsOfJSON reads files in which what is said of a piece stands elsewhere in the file.
func TestDocumentsOfJSON(t *testing.T) {
	one := summary{ID: "j.json#1", Title: "A title", Text: storyText}
	with := func(s summary, change func(*summary)) summary {
		change(&s)
		return s
	}
	piece := func(title, text, relations string) string {
		return `{"type": "article", "id": "", "attributes": {"title": "` + title + `", "body": "` + text + `"}, "relationships": {` + relations + `}}`
	}
	person := func(kind, id, name string) string {
		return `{"type": "` + kind + `", "id": "` + id + `", "attributes": {` + name + `}}`
	}
	refer := func(kind, id string) string { return `{"type": "` + kind + `", "id": "` + id + `"}` }
	tests := []struct {
		name, file, in string
		want           []summary
	}{
		{
			"JSON:API, a writer and the account that typed", "j.json", `{"jsonapi": {"version": "1.0", "meta": {"links": {"self": {"href": "x"}}}}, "data": [` +
				piece("A title", storyText, `"uid": {"data": `+refer("user--user", "u1")+`}, "field_author": {"data": [`+refer("person", "7")+`, `+refer("person", "8")+`]}`) + `], "included": [` +
				person("user--user", "u1", `"name": "desk3"`) + `,` + person("person", "8", `"title": "Jo Field"`) + `,` + person("person", "7", `"name": "acrane", "field_full_name": "Ada Crane"`) + `], "links": {"self": {"href": "y"}}}`,
			[]summary{with(one, func(s *summary) { s.Byline = "Ada Crane, Jo Field" })},
		},
		{
			"JSON:API, one piece and its paper", "j.json", `{"included": [` + person("papers", "3", `"name": "The Example"`) + `], "data": ` + piece("A title", storyText, `"publication": {"data": `+refer("papers", "3")+`}, "author": {"data": null}`) + `}`,
			[]summary{with(one, func(s *summary) { s.ID, s.Outlet = "j.json", "The Example" })},
		},
		{
			"JSON:API, an account and nobody else", "j.json", `{"data": [` + piece("A title", storyText, `"uid": {"data": `+refer("user", "1")+`}`) + `], "included": [` + person("user", "1", `"display_name": "Ada Crane"`) + `]}`,
			[]summary{with(one, func(s *summary) { s.Byline = "Ada Crane" })},
		},
		{
			"JSON:API, writers that are not included", "j.json", `{"data": [` + piece("A title", storyText, `"author": {"data": `+refer("user", "1")+`}`) + `]}`,
			[]summary{one},
		},
		{
			"JSON:API, two pages of an answer", "j.json", `{"data": [` + piece("A title", storyText, "") + `], "meta": {}}` + "\n" + `{"data": [` + piece("Another", otherText, "") + `]}`,
			[]summary{one, {ID: "j.json#2", Title: "Another", Text: otherText}},
		},
		{
			"a channel of Telegram", "j.json", `{"name": "Hallow Today", "type": "public_channel", "id": 1, "messages": [
			{"id": 1, "type": "service", "date": "2025-03-10T07:10:00", "date_unixtime": "1741590600", "action": "create_channel", "title": "Hallow Today", "text": ""},
			{"id": 2, "type": "message", "date": "2025-03-12T08:10:00", "date_unixtime": "1741763400", "author": "Ada Crane", "text": [{"type": "bold", "text": "Ferry stays in port"}, "\n\nThe ferry to ", {"type": "link", "text": "Hallow"}, " stayed in port on Monday."],
			 "text_entities": [{"type": "bold", "text": "Ferry stays in port"}]},
			{"id": 3, "type": "message", "date": "2025-03-12T09:10:00", "date_unixtime": "1741767000", "text": "` + otherText + `"}]}`,
			[]summary{
				{"j.json#2", "Ferry stays in port", "Ada Crane", "Hallow Today", "", "", "2025-03-12T07:10:00Z", "field date", "Ferry stays in port\n\nThe ferry to Hallow stayed in port on Monday."},
				{ID: "j.json#3", Outlet: "Hallow Today", Published: "2025-03-12T08:10:00Z", Source: "field date", Text: otherText},
			},
		},
		{
			"channels among the chats of a reader", "j.json", `{"about": "x", "chats": {"about": "y", "list": [
			{"name": "Hallow Today", "type": "private_channel", "id": 1, "messages": [{"id": 1, "type": "message", "date": "2025-03-12T08:10:00", "date_unixtime": "1741763400", "text": [{"type": "bold", "text": "A word"}, " of it. ` + storyText + `"]}]},
			{"name": "Ormsay News", "type": "public_channel", "id": 2, "messages": [{"id": 1, "type": "message", "date": "2025-03-12T08:10:00", "date_unixtime": "1741763400", "text": "` + otherText + `"}]}]}}`,
			[]summary{
				{ID: "j.json#1", Outlet: "Hallow Today", Published: "2025-03-12T07:10:00Z", Source: "field date", Text: "A word of it. " + storyText},
				{ID: "j.json#2", Outlet: "Ormsay News", Published: "2025-03-12T07:10:00Z", Source: "field date", Text: otherText},
			},
		},
		{
			"tables of phpMyAdmin", "j.json", "[\n" + `{"type":"header","version":"5.2.1","comment":"Export to JSON plugin for PHPMyAdmin"},` + "\n" + `{"type":"database","name":"wp"},` + "\n" +
				`{"type":"table","name":"wp_users","database":"wp","data":` + "\n[\n" + `{"ID":"1","display_name":"Ada Crane"}` + "\n]\n},\n" +
				`{"type":"table","name":"wp_posts","database":"wp","data":` + "\n[\n" + `{"post_title":"A title","post_content":"` + storyText + `","post_type":"post","post_status":"publish"},` + "\n" +
				`{"post_title":"A title","post_content":"The ferry","post_type":"revision","post_status":"inherit"}` + "\n]\n}\n]\n",
			[]summary{one},
		},
		{
			"the answer of DBeaver to a query", "j.json", `{"SELECT * FROM articles a\nWHERE a.id < 9": [{"title": "A title", "body": "` + storyText + `"}]}`,
			[]summary{one},
		},
		{
			"an entry of Miniflux", "j.json", `{"total": 1, "entries": [{"title": "A title", "url": "https://example.com/a", "content": "<p>` + storyText + `</p>", "feed": {"id": 42, "feed_url": "https://example.com/feed", "title": "The Example", "category": {"title": "Local"}}}]}`,
			[]summary{with(one, func(s *summary) { s.URL, s.Outlet = "https://example.com/a", "The Example" })},
		},
		{
			"Google Reader and all that speak its language", "j.json", `{"id": "user/-/state/com.google/starred", "title": "Starred", "author": "reader", "items": [{"published": 1741763400, "title": "A title", "canonical": [{"href": "https://example.com/a"}],
			"alternate": [{"href": "https://example.com/a?from=rss"}], "origin": {"streamId": "feed/7", "title": "The Example", "htmlUrl": "https://example.com/"}, "summary": {"direction": "ltr", "content": "<p>` + storyText + `</p>"}, "author": "Ada Crane"}]}`,
			[]summary{with(one, func(s *summary) {
				s.URL, s.Outlet, s.Byline, s.Published, s.Source = "https://example.com/a", "The Example", "Ada Crane", "2025-03-12T07:10:00Z", "field published"
			})},
		},
		{
			"a stream of Feedly", "j.json", `{"id": "feed/https://example.com/rss", "title": "Local | The Example", "items": [{"title": "A title", "published": 1741763400000, "alternate": [{"href": "https://example.com/a", "type": "text/html"}],
			"summary": {"content": "A teaser."}, "content": {"content": "<p>` + storyText + `</p>", "direction": "ltr"}, "origin": {"title": "Local | The Example"}}]}`,
			[]summary{with(one, func(s *summary) {
				s.URL, s.Published, s.Source = "https://example.com/a", "2025-03-12T07:10:00Z", "field published"
			})},
		},
		{
			"headlines of Tiny Tiny RSS", "j.json", `{"seq": 0, "status": 0, "content": [{"id": 7, "title": "A title", "link": "https://example.com/a", "feed_title": "The Example", "author": "Ada Crane", "updated": 1741763400, "content": "<p>` + storyText + `</p>"}]}`,
			[]summary{{"7", "A title", "Ada Crane", "The Example", "https://example.com/a", "", "", "", storyText}},
		},
		{
			"a page of Spring", "j.json", `{"content": [{"headline": "A title", "body": "` + storyText + `", "publishedAt": "2025-03-12T07:10:00Z"}, {"headline": "Another", "body": "` + otherText + `"}], "pageable": {"pageNumber": 0}, "totalElements": 2}`,
			[]summary{with(one, func(s *summary) { s.Published, s.Source = "2025-03-12T07:10:00Z", "field publishedAt" }), {ID: "j.json#2", Title: "Another", Text: otherText}},
		},
		{
			"parts of one piece", "j.json", `{"title": "A title", "content": [{"title": "On the pier", "text": "` + storyText + `", "url": "https://example.com/b"}, {"title": "On the bridge", "text": "` + otherText + `"}]}`,
			[]summary{{ID: "j.json", Title: "A title", Text: storyText + "\n\n" + otherText}},
		},
		{
			"Markdown of Strapi", "j.json", `{"data": [{"id": 0, "attributes": {"title": "A title", "content": "## The vote\n\n**` + storyText[:9] + `**` + storyText[9:] + `\n\n* * *\n\nIt is in a _drawer_.", "author": {"data": {"attributes": {"name": "Ada Crane"}}}}}]}`,
			[]summary{{"0", "A title", "Ada Crane", "", "", "", "", "", "The vote\n\n" + storyText + "\n\nIt is in a drawer."}},
		},
		{
			"a table of webscraper.io", "j.csv", "web-scraper-order,web-scraper-start-url,pagination-href,story,story-href,author-href,body\n1-1,https://example.com/latest,https://example.com/latest?2,A title,https://example.com/a,https://example.com/ada," + storyText + "\n",
			[]summary{{ID: "j.csv#2", URL: "https://example.com/a", Text: storyText}},
		},
		{
			"a table of Instant Data Scraper", "j.csv", "image src,story__title href,story__title,text\nhttps://example.com/a.jpg,https://example.com/a,x,\"" + storyText + "\"\n",
			[]summary{{ID: "j.csv#2", URL: "https://example.com/a", Text: storyText}},
		},
		{
			"a table of Octoparse", "j.csv", "Headline_URL,Headline,Image_link,Text\nhttps://example.com/a,A title,https://example.com/a.jpg,\"" + storyText + "\"\n",
			[]summary{{ID: "j.csv#2", Title: "A title", URL: "https://example.com/a", Text: storyText}},
		},
		{
			"addresses of others beside the own", "j.json", `{"title": "A title", "text": "` + storyText + `", "related_article_url": "https://example.com/b", "next_story_link": "https://example.com/c", "imageUrl": "https://example.com/a.jpg"}`,
			[]summary{with(one, func(s *summary) { s.ID = "j.json" })},
		},
		{
			"the title without the site's name, of Apify", "j.json", `[{"title": "A title | The Example | News", "softTitle": "A title", "publisher": "The Example", "text": "` + storyText + `"}]`,
			[]summary{with(one, func(s *summary) { s.Outlet = "The Example" })},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			if tt.want != nil {
				require.Empty(t, problems)
			}
			for i, want := range tt.want {
				require.Greater(t, len(articles), i)
				got := summarize(articles[i])
				if want.Language == "" {
					got.Language = ""
				}
				require.Equal(t, want, got)
			}
			require.Len(t, articles, len(tt.want))
		})
	}
}

func TestChannelsLeaveOut(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.json": `{"name": "Hallow Today", "type": "public_channel", "id": 1, "messages": [{"id": 1, "type": "message", "date": "2025-03-12T08:10:00", "date_unixtime": "1741763400", "text": "Good morning!"},
		{"id": 2, "type": "message", "date": "2025-03-12T08:10:00", "date_unixtime": "1741763400", "forwarded_from": "Ormsay News", "text": "` + otherText + `"}]}`,
		"b.json": `{"name": "Ada", "type": "personal_chat", "id": 1, "messages": [{"id": 1, "type": "message", "date": "2025-03-12T08:10:00", "date_unixtime": "1741763400", "text": "` + storyText + `"}]}`,
	})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"a.json: 1 posts of fewer than 10 words are left out", "b.json: no articles: 1 talks of people, and no channels"}, problems)
	require.Len(t, articles, 1)
	require.Equal(t, []article.Signal{{Kind: article.SignalProvider, Name: "Ormsay News"}}, articles[0].Signals)
}

func TestDumpsWithoutTexts(t *testing.T) {
	dir := folder(t, map[string]string{"a.json": `[{"type":"header","comment":"Export to JSON plugin for PHPMyAdmin"},{"type":"table","name":"users","data":[{"name":"Ada"}]},{"type":"table","name":"cut","data":[{"id":`})
	_, problems := read(t, dir, Options{}, dir)
	require.Len(t, problems, 2)
	require.Contains(t, problems[0], "ends before its last bracket")
}

func TestWrittenBreaks(t *testing.T) {
	first, last := "The ferry to Hallow stayed in port on Monday.", `"No," said the mate.`
	for name, tt := range map[string]struct{ in, want string }{
		"two":                 {first + `\n\n` + last, first + "\n\n" + last},
		"of Windows":          {first + `\r\n` + last + `\r\n`, first + "\n" + last + "\n"},
		"one":                 {first + `\n` + last, first + "\n" + last},
		"with marks":          {first + `\n\n` + strings.ReplaceAll(last, `"`, `\"`), first + "\n\n" + last},
		"characters too":      {first + `\n\n\u201cNo,\u201d she said. \ud83d\ude00\u00`, first + "\n\n“No,” she said. 😀\\u00"},
		"of Python":           {first + `\n\nThe caf\xe9 was shut. It isn\'t now.`, first + "\n\nThe café was shut. It isn't now."},
		"a path":              {`The file lay in C:\news\north and C:\new.`, `The file lay in C:\news\north and C:\new.`},
		"what it is about":    {`They wrote \n where a line ends, and \n\n where two do.`, `They wrote \n where a line ends, and \n\n where two do.`},
		"lines of its own":    {first + "\n" + first + `\n` + last, first + "\n" + first + `\n` + last},
		"a few words between": {`Ferry \n\n slip`, `Ferry \n\n slip`},
		"Chinese":             {`渡轮星期一没有离开港口，因为没有人找到钥匙。\n\n公司表示歉意。`, "渡轮星期一没有离开港口，因为没有人找到钥匙。\n\n公司表示歉意。"},
	} {
		require.Equal(t, tt.want, withWrittenBreaks(tt.in), name)
	}
}

func TestMarkdownOfEditors(t *testing.T) {
	for text, want := range map[string]bool{
		"**The ferry** stays.":                         true,
		"He said: \"**No**.\"":                         true,
		"A line.\n\n## The vote\n\nAnother.":           true,
		"# The vote\nAnother.":                         true,
		"He called it a f***ing shame, a s**t **w.":    false,
		"f**k and s**t, they said.":                    false,
		"The room is #1. ** is what they write for it": false,
		"#ferry stays\n\n#port":                        false,
		"Two **\nlines **.":                            false,
		"<p>**The ferry** stays.</p>":                  false,
		"2 ** 3 and 4 ** 5":                            false,
	} {
		require.Equal(t, want, isMarkdownOfEditor(text), text)
	}
}

func TestEscapedTwice(t *testing.T) {
	for name, in := range map[string]string{
		"once":            "&lt;p&gt;The ferry &amp;amp; the port.&lt;/p&gt;&lt;p&gt;The end.&lt;/p&gt;",
		"twice":           "&amp;lt;p&amp;gt;The ferry &amp;amp;amp; the port.&amp;lt;/p&amp;gt;\n&amp;lt;p&amp;gt;The end.&amp;lt;/p&amp;gt;",
		"without a first": "The ferry &amp;amp; the port.&lt;/p&gt;&lt;p&gt;The end.&lt;/p&gt;",
	} {
		require.Equal(t, "The ferry & the port.\n\nThe end.", textOf(in, false), name)
	}
	const code = "He wrote &lt;/p&gt; behind the line, and nobody knew why."
	require.Equal(t, code, textOf(code, false))
}

// FuzzDocumentsOfJSON reads documents in which what is said of a piece stands elsewhere.
func FuzzDocumentsOfJSON(f *testing.F) {
	f.Add([]byte(`{"data": [{"type": "a", "id": "1", "attributes": {"title": "A", "body": "B"}, "relationships": {"uid": {"data": [{"type": "u", "id": "1"}]}}}], "included": [{"type": "u", "id": "1", "attributes": {"name": "C"}}]}`))
	f.Add([]byte(`{"name": "A", "type": "public_channel", "messages": [{"type": "message", "date_unixtime": "1741763400", "text": [{"type": "bold", "text": "A"}, "\nb"]}]}`))
	f.Add([]byte(`[{"type": "header", "comment": "PHPMyAdmin"}, {"type": "table", "name": "a", "data": [{"title": "A", "text": "B\\n\\nC"}]}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		stream(t, "j.json", strings.NewReader(string(data)), Options{MaxRecord: 1 << 12}, func(r *Record) { r.Parse() })
		withWrittenBreaks(string(data))
		isMarkdownOfEditor(string(data))
	})
}
