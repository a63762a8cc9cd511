package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRecordsOfServicesAndCollections reads single records as services and collections write them.
func TestRecordsOfServicesAndCollections(t *testing.T) {
	one := summary{ID: "r.json", Title: "Ferry slip to close", Byline: "Ada Crane", Outlet: "The Example", Text: slipText}
	with := func(change func(s *summary)) summary {
		s := one
		change(&s)
		return s
	}
	tests := []struct {
		name, in string
		want     summary
	}{
		{
			"ninjs 2, a teaser before the text", `{"headlines": [{"role": "main", "value": "Ferry slip to close"}], "bodies": [{"role": "teaser", "contenttype": "text/plain", "value": "A slip closes."}, {"role": "main", "contenttype": "application/xhtml+xml", "value": "<p>` + slipText + `</p>"}], "by": "By Ada Crane", "source": "The Example"}`,
			one,
		},
		{
			"the Associated Press", `{"item": {"title": "BC-EU--Ferry", "headline": "Ferry slip to close", "bylines": [{"by": "By Ada Crane", "title": "The Example"}], "body_nitf": "<block><p>` + slipText + `</p></block>", "source": "The Example"}}`,
			one,
		},
		{
			"Agence France-Presse, paragraphs under news", `{"headline": ["Ferry slip to close"], "news": ["` + slipText + `", "Next."], "byline": "Ada Crane", "publication": "The Example"}`,
			with(func(s *summary) { s.Text += "\n\nNext." }),
		},
		{
			"Perigon", `{"authorsByline": "Ada Crane", "source": {"name": "The Example"}, "pubDate": "2025-03-12T06:00:00+00:00", "addDate": "2025-03-13T00:00:00Z", "title": "Ferry slip to close", "content": "` + slipText + `", "matchedAuthors": [{"name": "Ada Crane"}]}`,
			with(func(s *summary) { s.Published, s.Source = "2025-03-12T06:00:00Z", "field pubDate" }),
		},
		{
			"parts of a page, the word before the writer apart", `{"title": ["\n Ferry slip to close "], "author": ["By ", "Ada Crane"], "source": ["The Example"], "content": ["\n", "` + slipText + `"]}`,
			one,
		},
		{
			"the blocks of a collection of TREC", `{"title": "Ferry slip to close", "author": "Ada Crane", "source": "The Example", "contents": [{"type": "kicker", "content": "Local"}, {"type": "title", "content": "Ferry slip to close"}, {"type": "byline", "content": "By Ada Crane"}, {"type": "date", "content": 1741766400000}, {"type": "sanitized_html", "subtype": "paragraph", "content": "` + slipText + `"}, {"type": "author_info", "bio": "x"}]}`,
			one,
		},
		{
			"cards of Quintype", `{"headline": "Ferry slip to close", "author-name": "Ada Crane", "publisher": "The Example", "cards": [{"story-elements": [{"type": "image", "alt-text": "x"}, {"type": "text", "text": "<p>` + slipText + `</p>"}]}]}`,
			one,
		},
		{
			"Apple News", `{"version": "1.7", "title": "Ferry slip to close", "components": [{"role": "title", "text": "Ferry slip to close"}, {"role": "intro", "text": "Nine to four."}, {"role": "byline", "text": "By Ada Crane"}, {"role": "photo", "caption": "The slip"}, {"role": "container", "components": [{"role": "body", "format": "html", "text": "<p>` + slipText + `</p>"}]}, {"role": "banner_advertisement"}], "metadata": {"authors": ["Ada Crane"], "site_name": "The Example"}}`,
			with(func(s *summary) { s.Text = "Nine to four.\n\n" + s.Text }),
		},
		{
			"CSL, the text where the abstract is", `{"type": "article-newspaper", "title": "Ferry slip to close", "container-title": "The Example", "author": [{"family": "Crane", "given": "Ada"}, {"family": "Field", "given": "Jo"}], "issued": {"date-parts": [[2025, 3, 12]]}, "accessed": {"date-parts": [[2025, 9, 3]]}, "abstract": "` + longText + `"}`,
			with(func(s *summary) {
				s.Byline, s.Text, s.Published, s.Source = "Ada Crane, Jo Field", longText, "2025-03-12", "field issued"
			}),
		},
		{
			"Joomla", `{"title": "Ferry slip to close", "introtext": "<p>One.</p>", "fulltext": "<p>Two.</p>", "created": "2025-03-09 21:10:00", "created_by": "62", "created_by_alias": "Ada Crane", "publish_up": "2025-03-11 05:40:00"}`,
			with(func(s *summary) {
				s.Outlet, s.Text, s.Published, s.Source = "", "One.\n\nTwo.", "2025-03-11T05:40:00", "field publish_up"
			}),
		},
		{
			"the title of a page, with its site", `{"title": "Ferry slip to close | The Example", "author": "Ada Crane", "site_name": "The Example", "text": "` + slipText + `"}`,
			one,
		},
		{
			"a title that ends in its paper's name as a sentence", `{"title": "Why we founded The Example", "author": "Ada Crane", "site_name": "The Example", "text": "` + slipText + `"}`,
			with(func(s *summary) { s.Title = "Why we founded The Example" }),
		},
		{
			"FineWeb, dated by the crawl", `{"text": "` + slipText + `", "dump": "CC-MAIN-2024-38", "url": "https://example.com/a", "date": "2024-09-03T10:11:12Z", "file_path": "s3://x", "language": "en"}`,
			summary{ID: "r.json", URL: "https://example.com/a", Language: "en", Text: slipText},
		},
		{
			"C4, too", `{"text": "` + slipText + `", "timestamp": "2019-04-25T12:57:54Z", "url": "https://example.com/a"}`,
			summary{ID: "r.json", URL: "https://example.com/a", Text: slipText},
		},
		{
			"what has a title is dated by its time", `{"text": "` + slipText + `", "timestamp": "2019-04-25T12:57:54Z", "url": "https://example.com/a", "title": "A title"}`,
			summary{ID: "r.json", Title: "A title", URL: "https://example.com/a", Published: "2019-04-25T12:57:54Z", Source: "field timestamp", Text: slipText},
		},
		{
			"Newsroom, dated by the archive", `{"text": "` + slipText + `", "archive": "http://web.archive.org/web/20160801000102id_/http://example.com/a", "date": "20160801000102", "url": "http://example.com/a"}`,
			summary{ID: "r.json", URL: "http://example.com/a", Text: slipText},
		},
		{
			"another day than the archive's", `{"text": "` + slipText + `", "archive": "http://web.archive.org/web/20160801000102id_/http://example.com/a", "date": "20160730", "url": "http://example.com/a"}`,
			summary{ID: "r.json", URL: "http://example.com/a", Published: "2016-07-30", Source: "field date", Text: slipText},
		},
		{
			"OSCAR", `{"content": "` + slipText + `", "warc_headers": {"warc-date": "2024-09-03T10:11:12Z", "warc-target-uri": "https://example.com/a"}, "metadata": {"identification": {"label": "en"}}}`,
			summary{ID: "r.json", URL: "https://example.com/a", Text: slipText},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, problems := parse(tt.in)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Equal(t, tt.want, summarize(articles[0]))
		})
	}
}

// longText is as long as a text that stands where programs for citations keep abstracts.
var longText = strings.TrimSpace(strings.Repeat("The ferry to Hallow stayed in port because nobody could find the key of the slip. ", 8))

func TestAnAbstractIsNoText(t *testing.T) {
	articles, problems := parse(`{"title": "Ferry slip to close", "abstract": "A slip closes for eleven months, the board decided."}`)
	require.Empty(t, articles)
	require.Len(t, problems, 1)
	articles, _ = parse(`{"title": "Ferry slip to close", "abstract": "` + longText + `", "text": "The text."}`)
	require.Equal(t, "The text.", articles[0].Text)
}

// TestListsOfServices reads files in which the articles stand deeper than in most.
func TestListsOfServices(t *testing.T) {
	for name, in := range map[string]string{
		"Trove":                `{"category": [{"code": "newspaper", "records": {"total": 1, "article": [{"id": "1", "heading": "Ferry slip to close", "title": {"id": "35", "title": "The Example"}, "date": "1911-05-02", "articleText": "<p>` + slipText + `</p>"}]}}]}`,
		"Trove, older":         `{"response": {"zone": [{"name": "newspaper", "records": {"article": [{"id": "1", "heading": "Ferry slip to close", "title": {"id": "35", "value": "The Example"}, "articleText": "<p>` + slipText + `</p>"}]}}]}}`,
		"the Associated Press": `{"api_version": "1.1", "data": {"total_items": 1, "items": [{"item": {"headline": "Ferry slip to close", "body_nitf": "<p>` + slipText + `</p>"}}]}}`,
		"ninjs 2":              `{"items": [{"headlines": [{"value": "Ferry slip to close"}], "bodies": [{"role": "main", "value": "` + slipText + `"}]}]}`,
	} {
		dir := folder(t, map[string]string{"a.json": in})
		articles, problems := read(t, dir, Options{}, dir)
		require.Empty(t, problems, name)
		require.Len(t, articles, 1, name)
		require.Equal(t, []string{"Ferry slip to close", slipText}, []string{articles[0].Title, articles[0].Text}, name)
	}
}

// TestColumnsInOtherLanguages reads tables whose columns are called as spreadsheets of their countries call them.
func TestColumnsInOtherLanguages(t *testing.T) {
	one := summary{ID: "t.csv#2", Title: "A title", Byline: "Ada Crane", Outlet: "The Example", Published: "2025-03-12", Text: "The text."}
	for _, tt := range []struct{ name, in, source string }{
		{"German, with a day of Excel", "Medium;Datum;Überschrift;Autor;Volltext\r\nThe Example;45728;A title;Ada Crane;The text.\r\n", "field Datum"},
		{"German, in capitals", "MEDIUM;ERSCHEINUNGSTAG;ÜBERSCHRIFT;AUTOR;VOLLTEXT\nThe Example;12. März 2025;A title;Ada Crane;The text.\n", "field ERSCHEINUNGSTAG"},
		{"Italian, the day under data", "Titolo;Testata;Data;Autore;Testo\nA title;The Example;12 marzo 2025;Ada Crane;The text.\n", "field Data"},
		{"Portuguese, the column tells the order", "Título;Jornal;Data;Autor;Texto\nA title;The Example;12/03/2025;Ada Crane;The text.\nB;The Example;22/03/2025;;Next.\n", "field Data"},
		{"Turkish", "Başlık;Gazete;Yayın Tarihi;Muhabir;Haber Metni\nA title;The Example;12.03.2025;Ada Crane;The text.\n", "field Yayın Tarihi"},
		{"Korean", "일자,언론사,기고자,제목,인물,본문\n20250312,The Example,Ada Crane,A title,\"Jo, Ed\",The text.\n", "field 일자"},
		{"Russian", "Заголовок;СМИ;Дата публикации;Автор;Текст\nA title;The Example;12.03.2025;Ada Crane;The text.\n", "field Дата публикации"},
		{"Japanese", "タイトル,媒体名,掲載日,記者,本文\nA title,The Example,2025/3/12,Ada Crane,The text.\n", "field 掲載日"},
		{"Drupal", "Title,Body,Authored on,Authored by,Publication\nA title,<p>The text.</p>,2025-03-12,Ada Crane,The Example\n", "field Authored on"},
		{"Arabic", "العنوان,الصحيفة,تاريخ النشر,الكاتب,النص\nA title,The Example,2025-03-12,Ada Crane,The text.\n", "field تاريخ النشر"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"t.csv": tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			got := summarize(articles[0])
			want := one
			want.Source = tt.source
			require.Equal(t, want, got)
		})
	}
	dir := folder(t, map[string]string{
		"a.csv": "title;text;data\nA title;The text.;some blob of a program\n",
		"b.csv": "title;text;Datum\nA title;The text.;45728,25\n",
		"c.csv": "uid;tstamp;datetime;title;teaser;bodytext\n7;1749445920;1741669920;A title;One.;<p>Two.</p>\n",
		"d.csv": "title;teaser;body\nA title;What lists say.;The text.\n",
	})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 4)
	require.Empty(t, articles[0].Published.String(), "data that are no day")
	require.Equal(t, "2025-03-12T06:00", articles[1].Published.String())
	require.Equal(t, "One.\n\nTwo.", articles[2].Text, "TYPO3 keeps the first paragraph apart")
	require.Equal(t, "The text.", articles[3].Text, "a teaser of others")
}
