package reader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// summary is what a record says, as strings.
type summary struct {
	ID, Title, Byline, Outlet, URL, Language, Published, Source, Text string
}

func summarize(a article.Article) summary {
	return summary{a.ID, a.Title, a.Byline, a.Outlet, a.URL, a.Language, a.Published.String(), a.Published.Source, a.Text}
}

// parse parses one JSON record of a file r.json.
func parse(data string) ([]article.Article, []Problem) {
	r := &Record{File: "r.json", Name: "r.json", Data: []byte(data), form: jsonForm(), o: &Options{}}
	return r.Parse()
}

func TestKeys(t *testing.T) {
	tests := []struct {
		name, in string
		want     summary
	}{
		{
			"news-please",
			`{"authors": ["Ada Crane", "Jo Field"], "date_download": "2024-08-18 01:02:03", "date_modify": "2024-08-17 23:00:00", "date_publish": "2024-08-17 11:04:59",
			"description": "Lead.", "filename": "x.html", "image_url": null, "language": "en", "localpath": null, "maintext": "The story.", "source_domain": "example.com",
			"text": "The story and more.", "title": "A title", "title_page": null, "title_rss": null, "url": "https://example.com/a"}`,
			summary{"r.json", "A title", "Ada Crane, Jo Field", "example.com", "https://example.com/a", "en", "2024-08-17T11:04:59", "field date_publish", "The story."},
		},
		{
			"NewsCatcher",
			`{"title": "A title", "author": "Ada Crane", "authors": "Ada Crane", "published_date": "2024-08-17 11:04:59", "parse_date": "2024-08-19 00:00:01", "link": "https://example.com/a", "domain_url": "example.com",
			"name_source": "The Example", "description": "Lead.", "content": "The story.", "language": "en", "id": "77aa"}`,
			summary{"77aa", "A title", "Ada Crane", "The Example", "https://example.com/a", "en", "2024-08-17T11:04:59", "field published_date", "The story."},
		},
		{
			"Trove, whose title is the paper",
			`{"id": "151", "url": "https://api.trove.example/v3/newspaper/151", "heading": "HARBOUR STAYS OPEN.", "category": "Article", "title": {"id": "35", "title": "The Example (Wexcombe, Vic. : 1868 - 1931)"}, "date": "1911-05-02", "page": "7",
			"articleText": "<p><span>The story.</span></p><p><span>Second.</span></p>"}`,
			summary{"151", "HARBOUR STAYS OPEN.", "", "The Example", "https://api.trove.example/v3/newspaper/151", "", "1911-05-02", "field date", "The story.\n\nSecond."},
		},
		{
			"a title in an object that is no paper",
			`{"id": 3, "title": {"rendered": "A title", "raw": "x"}, "date": "2024-08-17", "content": "The story."}`,
			summary{ID: "3", Title: "A title", Published: "2024-08-17", Source: "field date", Text: "The story."},
		},
		{
			"news-please without values",
			`{"authors": [], "date_publish": "None", "language": null, "maintext": null, "text": "The story.", "title": null, "url": "https://example.com/a"}`,
			summary{ID: "r.json", URL: "https://example.com/a", Text: "The story."},
		},
		{
			"newspaper4k",
			`{"url": "https://example.com/a", "read_more_link": "", "language": "es", "title": "Un título", "images": [], "keyword_scores": {"casa": 1.5}, "authors": ["Ada Crane"],
			"publish_date": "2024-08-17T00:00:00", "summary": "Resumen.", "meta_site_name": "El Ejemplo", "meta_lang": "es", "canonical_link": "https://example.com/canonical", "text": "El texto."}`,
			summary{"r.json", "Un título", "Ada Crane", "El Ejemplo", "https://example.com/a", "es", "2024-08-17", "field publish_date", "El texto."},
		},
		{
			"trafilatura",
			`{"title": "A title", "author": "Ada Crane; Jo Field", "hostname": "example.com", "date": "2024-08-17", "fingerprint": "d5f1", "id": null, "license": null,
			"comments": "First!", "raw_text": "The story. ", "text": "The story.\nSecond.", "language": null, "image": "x", "pagetype": "article", "filedate": "2024-08-19",
			"source": "https://example.com/a", "source-hostname": "The Example", "excerpt": "Lead.", "categories": "", "tags": ""}`,
			summary{"r.json", "A title", "Ada Crane; Jo Field", "The Example", "https://example.com/a", "", "2024-08-17", "field date", "The story.\nSecond."},
		},
		{
			"Fundus",
			`{"title": "A title", "authors": ["Ada Crane"], "publishing_date": "2024-08-17 11:04:59+02:00", "topics": ["x"], "free_access": true,
			"body": {"summary": ["In short."], "sections": [{"headline": [], "paragraphs": ["One.", "Two."]}, {"headline": ["Then"], "paragraphs": ["Three."]}]},
			"html": {"requested_url": "https://example.com/r", "responded_url": "https://example.com/a", "crawl_date": "2024-08-19 00:00:01", "source_info": {"publisher": "The Example", "type": "RSSFeed"}}}`,
			summary{"r.json", "A title", "Ada Crane", "The Example", "https://example.com/a", "", "2024-08-17T11:04:59+02:00", "field publishing_date", "In short.\n\nOne.\n\nTwo.\n\nThen\n\nThree."},
		},
		{
			"Fundus plain text",
			`{"body": null, "plaintext": "The story.", "lang": "de"}`,
			summary{ID: "r.json", Language: "de", Text: "The story."},
		},
		{
			"Scrapy spider",
			`{"Headline": "A title", "Published-At": "Sat, 17 Aug 2024 11:04:59 GMT", "link": "https://example.com/a", "Body": ["One.", "Two.", ""], "source": "The Example", "article_id": 17}`,
			summary{"17", "A title", "", "The Example", "https://example.com/a", "", "2024-08-17T11:04:59Z", "field Published-At", "One.\n\nTwo."},
		},
		{
			"NewsAPI",
			`{"source": {"id": null, "name": "The Example"}, "author": "Ada Crane", "title": "A title", "description": "x", "url": "https://example.com/a", "urlToImage": "y", "publishedAt": "2024-08-17T11:04:59Z", "content": "The story."}`,
			summary{"r.json", "A title", "Ada Crane", "The Example", "https://example.com/a", "", "2024-08-17T11:04:59Z", "field publishedAt", "The story."},
		},
		{
			"Event Registry",
			`{"uri": "8271", "lang": "eng", "isDuplicate": false, "date": "2024-08-17", "time": "11:04:59", "dateTime": "2024-08-17T11:04:59Z", "dateTimePub": "2024-08-17T11:00:00Z", "dataType": "news",
			"sim": 0.5, "url": "https://example.com/a", "title": "A title", "body": "The story.", "source": {"uri": "example.com", "dataType": "news", "title": "The Example"}, "authors": [{"uri": "ada", "name": "Ada Crane", "type": "author"}]}`,
			summary{"r.json", "A title", "Ada Crane", "The Example", "https://example.com/a", "en", "2024-08-17T11:00:00Z", "field dateTimePub", "The story."},
		},
		{
			"webz.io",
			`{"thread": {"uuid": "t1", "url": "https://example.com/t", "site": "example.com", "title": "Thread"}, "uuid": "u1", "url": "https://example.com/a", "author": "Ada Crane",
			"published": "2024-08-17T11:04:00.000+03:00", "title": "A title", "text": "The story.", "language": "english", "crawled": "2024-08-18T00:00:00Z"}`,
			summary{"u1", "A title", "Ada Crane", "example.com", "https://example.com/a", "en", "2024-08-17T11:04:00+03:00", "field published", "The story."},
		},
		{
			"schema.org",
			`{"@context": "https://schema.org", "@type": "NewsArticle", "@id": "https://example.com/a#article", "headline": "A title", "datePublished": "2024-08-17T11:04:59-04:00", "dateModified": "2024-08-18",
			"author": [{"@type": "Person", "name": "Ada Crane", "url": "https://example.com/ada"}], "publisher": {"@type": "Organization", "logo": {"url": "x"}, "name": "The Example"},
			"mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.com/a"}, "inLanguage": "pt-BR", "articleBody": "The story."}`,
			summary{"r.json", "A title", "Ada Crane", "The Example", "https://example.com/a", "pt", "2024-08-17T11:04:59-04:00", "field datePublished", "The story."},
		},
		{
			"WordPress",
			`{"id": 512, "date": "2024-08-17T07:04:59", "date_gmt": "2024-08-17T11:04:59", "modified": "2024-08-18T00:00:01", "link": "https://example.com/a", "title": {"rendered": "A title"},
			"content": {"rendered": "The story.", "protected": false}, "author": 12}`,
			summary{"512", "A title", "", "", "https://example.com/a", "", "2024-08-17T11:04:59Z", "field date_gmt", "The story."},
		},
		{
			"Guardian", `{"id": "world/2024/aug/17/a", "webTitle": "A title", "webUrl": "https://example.com/a", "webPublicationDate": "2024-08-17T11:04:59Z", "fields": {"bodyText": "The story.", "byline": "Ada Crane"}}`,
			summary{"world/2024/aug/17/a", "A title", "Ada Crane", "", "https://example.com/a", "", "2024-08-17T11:04:59Z", "field webPublicationDate", "The story."},
		},
		{
			"Elasticsearch",
			`{"_index": "news", "_type": "article", "_id": "abc", "_score": 1, "_source": {"maintext": "The story.", "title": "A title", "source_domain": "example.com", "source": "feed"}}`,
			summary{"abc", "A title", "", "feed", "", "", "", "", "The story."},
		},
		{
			"MongoDB",
			`{"_id": {"$oid": "507f1f77bcf86cd799439011"}, "text": "The story.", "date": {"$date": {"$numberLong": "1723892699000"}}}`,
			summary{ID: "507f1f77bcf86cd799439011", Published: "2024-08-17T11:04:59Z", Source: "field date", Text: "The story."},
		},
		{
			"JSON Feed",
			`{"id": "https://example.com/a", "content_text": "The story.", "title": "A title", "date_published": "2024-08-17T11:04:59Z", "authors": [{"name": "Ada Crane"}], "language": "en-GB"}`,
			summary{"https://example.com/a", "A title", "Ada Crane", "", "https://example.com/a", "en", "2024-08-17T11:04:59Z", "field date_published", "The story."},
		},
		{
			"corpus with metadata", `{"text": "The story.", "meta": {"url": "https://example.com/a", "publication": "The Example", "date": "17 August 2024", "pile_set": "x"}}`,
			summary{"r.json", "", "", "The Example", "https://example.com/a", "", "2024-08-17", "field date", "The story."},
		},
		{
			"Spanish", `{"titular": "Un título", "autor": "Ada Crane", "fecha": "17 de agosto de 2024", "medio": "El Ejemplo", "cuerpo": "El texto.", "idioma": "español"}`,
			summary{"r.json", "Un título", "Ada Crane", "El Ejemplo", "", "es", "2024-08-17", "field fecha", "El texto."},
		},
		{
			"Portuguese", `{"título": "Um título", "data": "17/08/2024 10h30", "conteúdo": "O texto.", "fonte": "O Exemplo"}`,
			summary{"r.json", "Um título", "", "O Exemplo", "", "", "2024-08-17T10:30", "field data", "O texto."},
		},
		{
			"data that are no date", `{"data": "eJxLSU0B", "text": "The story."}`,
			summary{ID: "r.json", Text: "The story."},
		},
		{
			"outlet given as an address", `{"text": "The story.", "publisher": "https://www.Example.com:443/news", "date": 1723892699}`,
			summary{"r.json", "", "", "example.com", "", "", "2024-08-17T11:04:59Z", "field date", "The story."},
		},
		{
			"the day twice, once with the time", `{"text": "x", "date": "2024-08-17", "published": "2024-08-17T00:00:00Z", "datetime": "2024-08-17 11:04", "created_at": "2024-08-17T23:00:00Z"}`,
			summary{ID: "r.json", Published: "2024-08-17T11:04", Source: "field datetime", Text: "x"},
		},
		{
			"a date that is none beside one that is", `{"text": "x", "published": "some time ago", "date": 1.7238926e9}`,
			summary{ID: "r.json", Published: "2024-08-17T11:03:20Z", Source: "field date", Text: "x"},
		},
		{
			"unexpected types", `{"text": "x", "title": {"a": [1, {"b": []}]}, "author": false, "source": [], "url": 17, "date": {}, "lang": ["fr", "en"], "id": ""}`,
			summary{ID: "r.json", Language: "fr", Text: "x"},
		},
		{
			"exact text", `{"text": " \r\n Two\u0020spaces\t\u00e9\ud83d\ude00 \ud83d \"quoted\" \/ end \n"}`,
			summary{ID: "r.json", Text: " \r\n Two spaces\té😀 \ufffd \"quoted\" / end \n"},
		},
		{
			"what Python writes for nothing", `{"text": "x", "title": NaN, "date": -Infinity, "author": Infinity}`,
			summary{ID: "r.json", Text: "x"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, problems := parse(tt.in)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Empty(t, cmp.Diff(tt.want, summarize(articles[0])))
		})
	}
}

func TestBadRecords(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"cut in a string", `{"text": "abc`, "invalid JSON: it ends inside a string (byte 14 of the record)"},
		{"cut in an object", `{"text": "abc"`, "invalid JSON: it ends where a comma or a closing bracket should stand (byte 15 of the record)"},
		{"cut before a value", `{"text":`, "invalid JSON: it ends where a value should stand (byte 9 of the record)"},
		{"bare word", `{"text": abc}`, "invalid JSON: 'a' stands where a value should (byte 10 of the record)"},
		{"single quotes", `{'text': 'abc'}`, "invalid JSON: '\\'' stands where a key should (byte 2 of the record)"},
		{"mark not escaped", `{"text": "he said "no" to it"}`, "invalid JSON: 'n' stands where a comma or a closing bracket should (byte 20 of the record)"},
		{"bad escape", `{"text": "a\x20b"}`, "invalid JSON: 'x' stands where the rest of an escape should (byte 13 of the record)"},
		{"bad escape in hexadecimal", `{"text": "a\u20zzb"}`, `invalid JSON: \u stands without four hexadecimal digits (byte 13 of the record)`},
		{"two objects", `{"text": "a"} {"text": "b"}`, "invalid JSON: '{' stands where the end should (byte 15 of the record)"},
		{"not an object", `"text"`, "invalid JSON: '\"' stands where an object should"},
		{"deep", `{"x": ` + strings.Repeat("[", 100_000), "invalid JSON: brackets are nested more than 512 deep (byte 519 of the record)"},
		{"deep text", `{"text": ` + strings.Repeat(`{"text": `, 100_000), "invalid JSON: brackets are nested more than 512 deep (byte 4618 of the record)"},
		{"no text", `{"name": "x", "role": "origin"}`, "no text: the fields are name, role"},
		{"many fields", `{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1}`, "no text: the fields are a, b, c, d, e, f, g, h and 2 more"},
		{"no fields", `{}`, "no text: the object is empty"},
		{"empty text", `{"text": " \n"}`, "the text is empty"},
		{"no text but null", `{"text": null, "body": []}`, "the text is empty"},
		{"binary", "{\"text\": \"\x00\xff\"}", "not text: it holds bytes that no text has"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, problems := parse(tt.in)
			require.Empty(t, articles)
			require.Equal(t, []Problem{{File: "r.json", Reason: tt.want}}, problems)
		})
	}
}

func TestDateNotUnderstood(t *testing.T) {
	articles, problems := parse(`{"text": "x", "date": "the day\nbefore yesterday"}`)
	require.Len(t, articles, 1)
	require.Equal(t, article.NoTime, articles[0].Published.Precision)
	require.Equal(t, []Problem{{File: "r.json", Reason: "date not understood: the day before yesterday", Kind: Warning}}, problems)
}

func TestLanguageCode(t *testing.T) {
	for in, want := range map[string]string{
		"en": "en", "EN": "en", "en-US": "en", "en_GB.UTF-8": "en", "eng": "en", "English": "en", "español": "es", "deu": "de", "ger": "de", "fre": "fr",
		"fra": "fr", "zh-Hans": "zh", "xx-": "xx", "Klingon": "", "1": "", "": "", "und": "", "12": "",
	} {
		require.Equal(t, want, languageCode(in), in)
	}
}

// Layouts: each way of laying out three records, the second of which is bad.
func TestLayouts(t *testing.T) {
	const a, bad, c = `{"id": "a", "text": "A [x] \"}\\"}`, `{"id": "b", "text": B}`, `{"id": "c", "text": "C {\\\"y"}`
	pretty := strings.NewReplacer(`{"id"`, "{\n  \"id\"", `, "text"`, ",\n  \"text\"")
	tests := []struct {
		name, file, in string
		want           string // ids and numbers of the bad records
	}{
		{"lines", "x.jsonl", a + "\n" + bad + "\n" + c + "\n", "a 2 c"},
		{"lines with blank ones", "x.jsonl", "\n\n" + a + "\r\n\r\n" + bad + "\r\n" + c, "a 5 c"},
		{"lines in .json", "x.json", a + "\n" + bad + "\n" + c, "a 2 c"},
		{"bad line first", "x.json", bad + "\n" + a + "\n" + c, "1 a c"},
		{"open string first", "x.jsonl", `{"id": "b", "text": "B}` + "\n" + a + "\n" + c, "1 a c"},
		{"open string first in .json", "x.json", `{"id": "b", "text": "B}` + "\n" + a + "\n" + c, "1 a c"},
		{"rubbish first", "x.jsonl", "Traceback (most recent call last):\n" + a + "\n" + c, "1 a c"},
		{"array", "x.json", "[" + a + "," + bad + ", " + c + "]", "a 2 c"},
		{"array of lines", "x.json", "[\n" + a + ",\n" + bad + ",\n" + c + "\n]\n", "a 2 c"},
		{"array of lines, bracket first", "x.json", "[" + a + ",\n" + bad + ",\n" + c + "]", "a 2 c"},
		{"array of lines, open string", "x.json", "[\n" + a + ",\n" + `{"text": "B},` + "\n" + c + "\n]", "a 2 c"},
		{"array, pretty", "x.json", pretty.Replace("[\n" + a + ",\n" + bad + ",\n" + c + "\n]\n"), "a 2 c"},
		{"array appended to array", "x.json", "[\n" + a + "\n][\n" + bad + ",\n" + c + "\n]\n", "a 2 c"},
		{"arrays in an array", "x.json", "[[" + a + "],[" + bad + "," + c + "]]", "a 2 c"},
		{"array in .jsonl", "x.jsonl", "[" + a + "," + bad + "," + c + "]", "a 2 c"},
		{"array with other things", "x.json", "[" + a + `, null, "s]", 12,` + c + "]", "a 2 c"},
		{"objects one after the other", "x.json", pretty.Replace(a + "\n" + bad + "\n" + c), "a 2 c"},
		{"objects on one line", "x.json", a + bad + c, "a 2 c"},
		{"pretty in .jsonl", "x.jsonl", pretty.Replace(a + "\n" + bad + "\n" + c), "a 2 c"},
		{"list in an object", "x.json", `{"status": "ok", "total": 3, "articles": [` + a + "," + bad + "," + c + `], "next": {"text": "no"}}`, "a 2 c"},
		{"list in an object, pretty", "x.json", pretty.Replace("{\n\"articles\": [\n" + a + ",\n" + bad + ",\n" + c + "\n]\n}"), "a 2 c"},
		{"list two deep", "x.json", `{"took": 3, "hits": {"total": 3, "hits": [` + a + "," + bad + "," + c + `]}}`, "a 2 c"},
		{"by key", "x.json", `{"k1": ` + a + `, "k2": ` + bad + `, "k3": ` + c + "}", "a 2 c"},
		{"empty list in an object", "x.json", `{"articles": []}`, ""},
		{"empty array", "x.json", " [ ] \n", ""},
		{"empty lines", "x.jsonl", "\n \n", ""},
		{"empty file", "x.json", "", "0"},
		{"one object", "x.json", a, "a"},
		{"one object, pretty", "x.json", pretty.Replace(a), "a"},
		{"one bad object", "x.json", bad, "0"},
		{"list of related articles", "x.json", `{"id": "a", "text": "A", "articles": [` + c + "]}", "a"},
		{"array cut short", "x.json", "[" + a + "," + c, "a c 3"},
		{"array cut in an object", "x.json", "[" + a + "," + c[:12], "a 2"},
		{"array of lines cut short", "x.json", "[\n" + a + ",\n" + c + ",\n", "a c 3"},
		{"string without end", "x.json", `["` + a, "1"},
		{"text", "x.json", "Not JSON at all.\nNor here.", "0"},
		{"byte order mark", "x.json", "\ufeff" + a, "a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			var got []string
			for r, err := range records(t, dir, 0) {
				switch {
				case err != nil:
					got = append(got, or(err.Record, "0"))
				default:
					articles, problems := r.Parse()
					for _, a := range articles {
						got = append(got, a.ID)
					}
					for _, p := range problems {
						got = append(got, or(p.Record, "0"))
					}
				}
			}
			require.Equal(t, tt.want, strings.Join(got, " "))
		})
	}
}

func TestKeyOfArticleIsItsAddress(t *testing.T) {
	dir := folder(t, map[string]string{"x.json": `{"https://example.com/a": {"text": "A"}, "https://example.com/b": {"text": "B", "url": "https://example.com/c"}}`})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Equal(t, []string{"x.json#1", "x.json#2"}, ids(articles))
	require.Equal(t, "https://example.com/a", articles[0].URL)
	require.Equal(t, "https://example.com/c", articles[1].URL)
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
