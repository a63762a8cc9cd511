package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article/reader/internal/pylist"
)

// TestShapesOfJSON reads files as services and programs write them, whole.
func TestShapesOfJSON(t *testing.T) {
	one := summary{ID: "j.json#1", Title: "A title", Text: "The story.", URL: "https://example.com/a"}
	two := summary{ID: "j.json#2", Title: "Another", Text: "A second.", URL: "https://example.com/b"}
	alone := one
	alone.ID = "j.json"
	with := func(s summary, change func(*summary)) summary {
		change(&s)
		return s
	}
	tests := []struct {
		name, file, in string
		want           []summary
	}{
		{
			"answer of Event Registry", "j.json", `{"articles": {"results": [{"uri": "8123", "lang": "eng", "url": "https://example.com/a", "title": "A title", "body": "The story.",
			"source": {"uri": "example.com", "title": "The Example"}, "authors": [{"uri": "x", "name": "Ada Crane"}], "dateTimePub": "2024-08-17T11:00:00Z"}], "totalResults": 1, "page": 1}}`,
			[]summary{{"j.json#1", "A title", "Ada Crane", "The Example", "https://example.com/a", "en", "2024-08-17T11:00:00Z", "field dateTimePub", "The story."}},
		},
		{
			"event of Event Registry", "j.json", `{"eng-123": {"info": {"totalArticleCount": 2}, "articles": {"results": [{"title": "A title", "body": "The story.", "url": "https://example.com/a"}]}}}`,
			[]summary{one},
		},
		{
			"answer of Diffbot", "j.json", `{"request": {"pageUrl": "https://example.com/a", "api": "article"}, "objects": [{"text": "The story.", "html": "<p>The story.</p>", "siteName": "The Example",
			"title": "A title", "type": "article", "pageUrl": "https://example.com/a", "humanLanguage": "en", "author": "Ada Crane"}]}`,
			[]summary{{ID: "j.json#1", Title: "A title", Byline: "Ada Crane", Outlet: "The Example", URL: "https://example.com/a", Language: "en", Text: "The story."}},
		},
		{
			"a saved graph of linked data", "j.json", `{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "@id": "#site", "name": "The Example"}, {"@type": "Person", "@id": "#ada", "name": "Ada Crane"},
			{"@type": "NewsArticle", "headline": "A title", "author": [{"@id": "#ada"}], "publisher": {"@id": "#site"}, "url": "https://example.com/a", "articleBody": "The story."}, {"@type": "WebPage", "name": "x"}]}`,
			[]summary{{ID: "j.json", Title: "A title", Byline: "Ada Crane", Outlet: "The Example", URL: "https://example.com/a", Text: "The story."}},
		},
		{
			"nodes of linked data in an array", "j.json", `[{"@type": "WebSite", "name": "The Example"}, {"@type": "NewsArticle", "headline": "A title", "url": "https://example.com/a", "articleBody": "The story."}]`,
			[]summary{with(one, func(s *summary) { s.ID = "j.json#2" })},
		},
		{"pandas by columns", "j.json", `{"title": {"0": "A title", "1": "Another"}, "text": {"0": "The story.", "1": "A second."}, "url": {"0": "https://example.com/a", "1": "https://example.com/b"}}`, []summary{one, two}},
		{
			"pandas by columns, the address as the index", "j.json", `{"title": {"https://example.com/a": "A title", "https://example.com/b": "Another"}, "text": {"https://example.com/a": "The story.", "https://example.com/b": "A second."}}`,
			[]summary{one, two},
		},
		{"pandas split", "j.json", `{"columns": ["title", "text", "url"], "index": [7, 9], "data": [["A title", "The story.", "https://example.com/a"], ["Another", "A second.", "https://example.com/b"]]}`, []summary{one, two}},
		{"pandas by index", "j.json", `{"0": {"title": "A title", "text": "The story.", "url": "https://example.com/a"}, "1": {"title": "Another", "text": "A second.", "url": "https://example.com/b"}}`, []summary{one, two}},
		{"pandas table", "j.json", `{"schema": {"fields": [{"name": "title", "type": "string"}], "pandas_version": "1.4.0"}, "data": [{"index": 0, "title": "A title", "text": "The story.", "url": "https://example.com/a"}]}`, []summary{one}},
		{
			"bulk lines of Elasticsearch", "j.jsonl", "{\"index\": {\"_index\": \"news\", \"_id\": \"1\"}}\n{\"title\": \"A title\", \"text\": \"The story.\", \"url\": \"https://example.com/a\"}\n" +
				"{\"create\":{}}\n{\"text\": \"A second.\", \"title\": \"Another\", \"url\": \"https://example.com/b\"}\n",
			[]summary{with(one, func(s *summary) { s.ID = "j.jsonl#2" }), with(two, func(s *summary) { s.ID = "j.jsonl#4" })},
		},
		{"data of a page", "j.json", `{"props": {"pageProps": {"article": {"title": "A title", "url": "https://example.com/a", "body": [{"type": "paragraph", "text": "The story."}]}}}}`, []summary{alone}},
		{
			"feed of feedparser", "j.json", `{"feed": {"title": "The Example", "link": "https://example.com"}, "entries": [{"title": "A title", "title_detail": {"value": "A title"}, "link": "https://example.com/a",
			"authors": [{"name": "Ada Crane"}], "author": "Ada Crane", "summary": "Short.", "content": [{"type": "text/html", "base": "", "value": "<p>The story.</p>"}]}]}`,
			[]summary{with(one, func(s *summary) { s.Byline, s.Outlet = "Ada Crane", "The Example" })},
		},
		{
			"JSON Feed", "j.json", `{"version": "https://jsonfeed.org/version/1.1", "title": "The Example", "home_page_url": "https://example.com/", "authors": [{"name": "The desk"}], "items": [{"url": "https://example.com/a",
			"title": "A title", "content_html": "<p>The story.</p>", "authors": [{"name": "Ada Crane", "url": "https://example.com/ada"}]}]}`,
			[]summary{with(one, func(s *summary) { s.Byline, s.Outlet = "Ada Crane", "The Example" })},
		},
		{
			"JSON Feed whose title is more than a name", "j.json", `{"version": "https://jsonfeed.org/version/1.1", "title": "World news | The Example", "items": [{"url": "https://example.com/a", "title": "A title", "content_text": "The story."}]}`,
			[]summary{one},
		},
		{
			"what extruct finds in a page", "j.json", `{"json-ld": [{"@type": "WebSite", "name": "The Example"}, {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A title", "articleBody": "The story.", "url": "https://example.com/a"}],
			"microdata": [], "opengraph": [{"properties": [["og:title", "A title"]]}]}`,
			[]summary{alone},
		},
		{
			"linked data beside the text", "j.json", `{"text": "The story.", "title": "A title", "url": "https://example.com/a", "json_ld": [{"@graph": [{"@type": "NewsArticle", "headline": "Another", "articleBody": "A second.", "author": {"name": "Ada Crane"}}]}]}`,
			[]summary{with(alone, func(s *summary) { s.Byline = "Ada Crane" })},
		},
		{
			"answer of GraphQL", "j.json", `{"data": {"posts": {"edges": [{"node": {"title": "A title", "content": "<p>The story.</p>", "author": {"node": {"name": "Ada Crane"}}, "link": "https://example.com/a"}}], "pageInfo": {"hasNextPage": false}}}}`,
			[]summary{with(one, func(s *summary) { s.Byline = "Ada Crane" })},
		},
		{
			"answer of Aylien", "j.json", `{"next_page_cursor": "x", "stories": [{"title": "A title", "body": "The story.", "author": {"id": 2, "name": "Ada Crane"}, "source": {"name": "The Example", "domain": "example.com"},
			"links": {"permalink": "https://example.com/a"}, "summary": {"sentences": ["The story."]}}]}`,
			[]summary{with(one, func(s *summary) { s.Byline, s.Outlet = "Ada Crane", "The Example" })},
		},
		{
			"answer of Strapi", "j.json", `{"data": [{"id": 1, "attributes": {"title": "A title", "content": "The story.", "url": "https://example.com/a", "author": {"data": {"id": 4, "attributes": {"name": "Ada Crane"}}}}}], "meta": {}}`,
			[]summary{{ID: "1", Title: "A title", Byline: "Ada Crane", URL: "https://example.com/a", Text: "The story."}},
		},
		{
			"JSON:API of Drupal, a summary for lists beside the text", "j.json", `{"data": [{"type": "node--article", "attributes": {"title": "A title", "body": {"value": "<p>The story.</p>", "format": "full_html", "processed": "<p>The story.</p>", "summary": "For lists."},
			"url": "https://example.com/a"}}]}`,
			[]summary{one},
		},
		{
			"Dow Jones, whose texts lack the first paragraph", "j.json", `{"an": "EXAM000020250312el3c0000x", "title": "A title", "snippet": "The story.", "body": "It goes on.", "publisher_name": "Example Media Ltd.", "source_name": "The Example"}`,
			[]summary{{ID: "j.json", Title: "A title", Outlet: "The Example", Text: "The story.\n\nIt goes on."}},
		},
		{
			"a snippet that is cut, and one from the middle", "j.jsonl", `{"title": "A title", "snippet": "The story, which ...", "body": "Here it is."}` + "\n" + `{"title": "A title", "snippet": "It goes on.", "body": "The story. It goes on. It ends."}`,
			[]summary{{ID: "j.jsonl#1", Title: "A title", Text: "Here it is."}, {ID: "j.jsonl#2", Title: "A title", Text: "The story. It goes on. It ends."}},
		},
		{
			"wallabag", "j.json", `[{"id": 7, "title": "A title", "url": "https://example.com/a", "content": "<p>The story.</p>", "created_at": "2025-11-27T10:00:00+0000", "published_at": "2025-03-12T08:15:00+0000", "published_by": ["Ada Crane"], "domain_name": "example.com"}]`,
			[]summary{{ID: "7", Title: "A title", Byline: "Ada Crane", URL: "https://example.com/a", Published: "2025-03-12T08:15:00Z", Source: "field published_at", Text: "The story."}},
		},
		{
			"story of Arc, published anew since", "j.json", `{"_id": "ABC", "type": "story", "publish_date": "2025-06-02T09:00:00Z", "first_publish_date": "2025-03-11T08:05:00Z", "headlines": {"basic": "A title"}, "content_elements": [{"type": "text", "content": "The story."}],
			"credits": {"photos_by": [{"name": "Pat Shutter"}], "by": [{"type": "author", "name": "Ada Crane"}, {"name": "Jo Field"}]}, "related_content": {"basic": [{"credits": {"by": [{"name": "Wilf Tranter"}]}}]}}`,
			[]summary{{ID: "ABC", Title: "A title", Byline: "Ada Crane, Jo Field", Published: "2025-03-11T08:05:00Z", Source: "field first_publish_date", Text: "The story."}},
		},
		{
			"answer of Arc to a search", "j.json", `{"type": "results", "count": 2, "content_elements": [{"_id": "A", "type": "story", "headlines": {"basic": "A title"}, "content_elements": [{"type": "text", "content": "The story."}]},
			{"_id": "B", "type": "story", "headlines": {"basic": "Another"}, "content_elements": [{"type": "text", "content": "A second."}]}]}`,
			[]summary{{ID: "A", Title: "A title", Text: "The story."}, {ID: "B", Title: "Another", Text: "A second."}},
		},
		{
			"credits that are of a picture", "j.json", `{"title": "A title", "content": "The story.", "url": "https://example.com/a", "credits": "Photo: Pat Shutter"}`,
			[]summary{alone},
		},
		{
			"fields of a site's own in Drupal", "j.csv", "nid,title,body_value,field_autor,field_fecha_publicacion_value,path\n4,A title,The story.,Ada Crane,2025-03-11,https://example.com/a\n",
			[]summary{{ID: "j.csv#2", Title: "A title", Byline: "Ada Crane", URL: "https://example.com/a", Published: "2025-03-11", Source: "field field_fecha_publicacion_value", Text: "The story."}},
		},
		{
			"a path that is no address", "j.json", `{"title": "A title", "content": "The story.", "path": "/news/4", "field_image": "x.jpg"}`,
			[]summary{{ID: "j.json", Title: "A title", Text: "The story."}},
		},
		{
			"columns of WordPress", "j.csv", "post_title,post_content,post_author,permalink\nA title,<!-- wp:paragraph --><p>The story.</p><!-- /wp:paragraph -->,12,https://example.com/a\n",
			[]summary{{ID: "j.csv#2", Title: "A title", URL: "https://example.com/a", Text: "The story."}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			got := make([]summary, len(articles))
			for i := range articles {
				got[i] = summarize(articles[i])
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func TestFieldsWithMarkup(t *testing.T) {
	const paragraphs = "The board voted & went home.\n\n\"No,\" she said."
	for name, in := range map[string]string{
		"paragraphs":                   `{"content": "<div><p>The board voted &amp; went home.</p><p>&#8220;No,&#8221; she said.</p></div>"}`,
		"of WordPress":                 `{"content": {"rendered": "<p class=\"x\">The board voted &#038; went home.</p>\n<p>&#8220;No,&#8221; she said.</p>\n", "protected": false}}`,
		"escaped once more":            `{"text": "&lt;p&gt;The board voted &amp;amp; went home.&lt;/p&gt;&lt;p&gt;&quot;No,&quot; she said.&lt;/p&gt;"}`,
		"only entities, rendered":      `{"content": {"rendered": "The board voted &amp; went home.\n\n&quot;No,&quot; she said."}}`,
		"lines and links":              `{"body": "The board <a href=\"x\">voted</a> &amp; went home.\n\n&quot;No,&quot; she said."}`,
		"as editors type it":           `{"body": "The board voted &amp; went home.\n\n<blockquote>&quot;No,&quot; she said.</blockquote>"}`,
		"breaks":                       `{"body": "The board voted &amp; went home.<br><br>&quot;No,&quot; she said."}`,
		"blocks with others":           `{"body": [{"type": "image", "text": "A caption"}, {"type": "text", "content": "<p>The board voted &amp; went home.</p>"}, {"type": "paragraph", "data": {"text": "\"No,\" she said."}}]}`,
		"blocks of Arc":                `{"content_elements": [{"type": "text", "content": "The board <b>voted</b> &amp; went home."}, {"type": "raw_html", "content": "<script></script>"}, {"type": "text", "content": "\"No,\" she said."}]}`,
		"runs of a paragraph":          `{"content": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "The board "}, {"type": "text", "text": "voted", "marks": []}, {"type": "text", "text": " & went home."}]}, {"type": "paragraph", "content": [{"type": "text", "text": "\"No,\" she said."}]}]}}`,
		"a list of paragraphs, by str": `{"paragraphs": "['The board voted & went home.', '\"No,\" she said.']"}`,
		"a lead of its own":            `{"lead": "The board voted & went home.", "body": "\"No,\" she said."}`,
		"a lead that the text has":     `{"standfirst": "The board voted &amp; went\nhome.", "body": "The board voted & went home.\n\n\"No,\" she said."}`,
	} {
		t.Run(name, func(t *testing.T) {
			articles, problems := parse(in)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Equal(t, paragraphs, strings.NewReplacer("“", `"`, "”", `"`).Replace(articles[0].Text))
		})
	}
	articles, problems := parse(`{"text": "See <a href=\"x\">the video</a>.<br>Then <b>go</b>."}`)
	require.Empty(t, problems)
	require.Equal(t, `See <a href="x">the video</a>.<br>Then <b>go</b>.`, articles[0].Text, "a key that promises plain text")
	for _, plain := range []string{"R&D at AT&T; a < b and c > d", "2 <3 4", "The <p tag & all &that;", "if (a<b) return", "x &amp"} {
		require.Equal(t, plain, plainText(plain))
	}
}

func TestLinesWithMarkup(t *testing.T) {
	articles, problems := parse(`{"title": {"rendered": "Crane &#038; Field: &#8216;Ferry <i>slip</i>&#8217; to close"}, "author": "<a href=\"/ada\">Ada Crane</a>", "site_name": "Post &amp; Mail", "text": "x"}`)
	require.Empty(t, problems)
	require.Equal(t, summary{ID: "r.json", Title: "Crane & Field: ‘Ferry slip’ to close", Byline: "Ada Crane", Outlet: "Post & Mail", Text: "x"}, summarize(articles[0]))
}

func TestBylines(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`"https://www.facebook.com/example"`, ""},
		{`"ada@example.com (Ada Crane)"`, "Ada Crane"},
		{`"ada@example.com"`, ""},
		{`"@adacrane"`, "@adacrane"},
		{`"Ada Crane <ada@example.com>"`, "Ada Crane"},
		{`"{'name': 'Ada Crane', 'url': 'https://example.com/ada'}"`, "Ada Crane"},
		{`"{'Ada Crane', \"Jo O'Field\"}"`, "Ada Crane, Jo O'Field"},
		{`"{Ada Crane}"`, "{Ada Crane}"},
		{`"17"`, ""},
		{`[{"name": "Ada Crane"}, {"name": "Jo Field"}]`, "Ada Crane, Jo Field"},
	} {
		articles, problems := parse(`{"text": "x", "author": ` + tt.in + `}`)
		require.Empty(t, problems)
		require.Equal(t, tt.want, articles[0].Byline, tt.in)
	}
}

func TestStubs(t *testing.T) {
	for text, reason := range map[string]string{
		`The board voted on Tuesday to… [+3505 chars]`:                   "r.json: only the beginning: the service left out the rest of the text ([+3505 chars])",
		`The board voted on Tuesday to... [2713 chars]`:                  "r.json: only the beginning: the service left out the rest of the text ([2713 chars])",
		`The board voted on Tuesday to close the pier. Read more...`:     "r.json: only the beginning: it ends in a link to the rest",
		`Der Rat stimmte am Dienstag dafür, den Steg zu … Weiterlesen →`: "r.json: only the beginning: it ends in a link to the rest",
		`The board voted on Tuesday to close […]`:                        "r.json: only the beginning: it ends in a link to the rest",
		`ONLY AVAILABLE IN PROFESSIONAL AND CORPORATE PLANS`:             "r.json: no text: the service keeps it for paid plans",
	} {
		articles, problems := parse(`{"title": "A title", "content": "` + text + `"}`)
		require.Empty(t, articles)
		require.Equal(t, reason, problems[0].String())
	}
	for _, whole := range []string{"Nobody on the island has time to read more.", "The board voted on Tuesday [sic]", strings.Repeat("The board voted again and again on the pier. ", 12) + "Read more"} {
		articles, problems := parse(`{"title": "A title", "content": "` + whole + `"}`)
		require.Empty(t, problems)
		require.Len(t, articles, 1)
	}
	articles, problems := parse(`{"content": "The board… [+35 chars]", "raw_text": "The board voted."}`)
	require.Empty(t, problems)
	require.Equal(t, "The board voted.", articles[0].Text)
}

func FuzzLists(f *testing.F) {
	f.Add(`['Ada Crane', "Jo O'Field"]`)
	f.Add(`array([{'name': 'Ada\x41'}, None], dtype=object)`)
	f.Fuzz(func(t *testing.T, s string) {
		require.LessOrEqual(t, len(pylist.Join(s, ", ")), 3*len(s)+2)
		require.LessOrEqual(t, len(unescapeEntities(s)), 3*len(s)+8)
		plainText(s)
	})
}

func FuzzFrames(f *testing.F) {
	f.Add([]byte(`{"title": {"0": "A"}, "text": {"0": "B", "1": {"x": []}}}`))
	f.Add([]byte(`{"columns": ["title", "text"], "index": [0], "data": [["A", "B", "C"], ["A"]]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		stream(t, "a.json", strings.NewReader(string(data)), Options{}, func(r *Record) { r.Parse() })
	})
}

func TestBlocksWrittenIntoAString(t *testing.T) {
	for name, in := range map[string]string{
		"Editor.js":   `{"time":1,"blocks":[{"id":"a","type":"paragraph","data":{"text":"One."}},{"type":"image","data":{"caption":"No."}},{"type":"paragraph","data":{"text":"Two."}}]}`,
		"Draft.js":    `{"blocks":[{"key":"a","text":"One.","type":"unstyled"},{"key":"b","text":"Two.","type":"unstyled"}],"entityMap":{}}`,
		"ProseMirror": `{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"One."}]},{"type":"paragraph","content":[{"type":"text","text":"Two."}]}]}`,
		"Lexical":     `{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"One."}]},{"type":"paragraph","children":[{"type":"text","text":"Two."}]}],"type":"root"}}`,
		"a list":      `[{"type":"paragraph","text":"One."},{"type":"paragraph","text":"Two."}]`,
	} {
		require.Equal(t, "One.\n\nTwo.", outOfEditor(in), name)
	}
	for _, in := range []string{"", "{", "[{", `{"a": 1}`, `{"type": "x"} is what it said.`, "Text."} {
		require.Empty(t, outOfEditor(in), in)
	}
}
