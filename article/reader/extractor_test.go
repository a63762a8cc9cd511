package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestExtractors reads what programs that take articles out of pages give.
func TestExtractors(t *testing.T) {
	const (
		body = `"Ferry \"slip\" shut.\n\nNobody knew."`
		html = `"<div id=\"readability-page-1\" class=\"page\"><div><p>Ferry \"slip\" shut.</p>\n<p>Nobody knew.</p></div></div>"`
		day  = `"2025-03-12T08:15:00Z"`
	)
	for _, tt := range []struct{ name, in string }{
		{"Zyte", `{"url": "https://example.com/a?utm_source=x", "statusCode": 200, "article": {"headline": "Slip", "datePublished": ` + day + `, "datePublishedRaw": "12/3/25", "dateModified": "2025-03-15T10:00:00Z", "authors": [{"name": "Ada Crane", "nameRaw": "By ADA CRANE", "url": "https://example.com/ada"}], "breadcrumbs": [{"name": "Home"}], "articleBody": ` + body + `, "articleBodyHtml": ` + html + `, "canonicalUrl": "https://example.com/a", "url": "https://example.com/a", "metadata": {"probability": 0.98, "dateDownloaded": "2025-06-05T09:12:11Z"}}}`},
		{"Zyte without canonical", `{"article": {"headline": "Slip", "datePublished": ` + day + `, "authors": [{"nameRaw": "By Ada Crane", "name": "Ada Crane"}], "articleBodyHtml": ` + html + `, "articleBody": ` + body + `, "url": "https://example.com/a"}, "url": "https://example.com/a?fbclid=x"}`},
		{"AutoExtract", `[{"query": {"id": "1", "userQuery": {"url": "https://example.com/a", "pageType": "article"}}, "article": {"headline": "Slip", "datePublished": ` + day + `, "author": "Ada Crane", "authorsList": ["Ada Crane"], "articleBody": ` + body + `, "articleBodyHtml": ` + html + `, "canonicalUrl": "https://example.com/a", "url": "https://example.com/a"}}]`},
		{"Readability", `{"title": "Slip", "byline": "Ada Crane", "dir": null, "lang": "en", "content": ` + html + `, "textContent": "\n   Ferry \"slip\" shut.\n\n   Nobody knew.  ", "length": 30, "excerpt": "Ferry.", "siteName": "Example", "publishedTime": ` + day + `, "url": "https://example.com/a"}`},
		{"readabilipy", `{"title": "Slip", "byline": "Ada Crane", "date": ` + day + `, "content": ` + html + `, "plain_content": ` + html + `, "plain_text": [{"text": "Ferry \"slip\" shut."}, {"text": "Nobody knew."}], "url": "https://example.com/a"}`},
		{"readability-lxml", `{"title": "Slip", "author": "Ada Crane", "date": ` + day + `, "short_title": "Slip", "summary": "<html><body>` + strings.Trim(html, `"`) + `</body></html>", "url": "https://example.com/a"}`},
		{"goose3", `{"meta": {"description": "x", "lang": "en", "canonical": "https://example.com/a"}, "domain": "example.com", "title": "Slip", "cleaned_text": ` + body + `, "opengraph": {"site_name": "Example", "title": "Slip", "type": "article", "published_time": ` + day + `}, "tweets": [], "authors": ["Ada Crane"], "publish_date": null}`},
		{"goose3, in UTC", `{"meta": {"canonical": "https://example.com/a"}, "title": "Slip", "cleaned_text": ` + body + `, "authors": ["Ada Crane"], "publish_datetime_utc": ` + day + `}`},
		{"article-extractor", `{"url": "https://example.com/a", "title": "Slip", "description": "x", "links": ["https://example.com/a", "https://example.com/a?x"], "content": ` + html + `, "author": "Ada Crane", "source": "Example", "published": ` + day + `, "ttr": 42, "type": "article"}`},
		{"Mercury", `{"title": "Slip", "content": ` + html + `, "author": "Ada Crane", "date_published": ` + day + `, "dek": null, "url": "https://example.com/a", "domain": "example.com", "excerpt": "x", "word_count": 5}`},
		{"unfluff", `{"title": "Slip", "softTitle": "Slip", "date": ` + day + `, "author": ["Ada Crane"], "publisher": "Example", "canonicalLink": "https://example.com/a", "lang": "en", "text": ` + body + `}`},
		{"Diffbot", `{"request": {"pageUrl": "https://example.com/a", "api": "article"}, "objects": [{"date": "Wed, 12 Mar 2025 08:15:00 GMT", "estimatedDate": "Wed, 05 Mar 2025 08:15:00 GMT", "author": "Ada Crane", "siteName": "Example", "type": "article", "title": "Slip", "pageUrl": "https://example.com/a", "html": ` + html + `, "text": ` + body + `}]}`},
		{"Apify", `{"url": "https://example.com/a", "metadata": {"canonicalUrl": "https://example.com/a", "title": "Slip", "author": "Ada Crane", "openGraph": [{"property": "og:site_name", "content": "Example"}, {"property": "article:published_time", "content": ` + day + `}, {"property": "og:image", "content": "x.jpg"}]}, "text": ` + body + `}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.json": tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			a := articles[0]
			require.Equal(t, "Ferry \"slip\" shut.\n\nNobody knew.", strings.TrimSpace(strings.ReplaceAll(a.Text, "\n   ", "\n")))
			require.Equal(t, "Slip", a.Title)
			require.Equal(t, "Ada Crane", a.Byline)
			require.Equal(t, "https://example.com/a", a.URL)
			require.Equal(t, "2025-03-12T08:15:00Z", a.Published.String())
			if strings.Contains(tt.in, `"Example"`) {
				require.Equal(t, "Example", a.Outlet)
			}
		})
	}
}
