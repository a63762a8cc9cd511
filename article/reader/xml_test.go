package reader

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed/rss"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"wiretrace/article"
)

const sampleNITF = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd" [<!ENTITY x "y">]>
<nitf change.date="January 1, 2024" version="-//IPTC//DTD NITF 3.4//EN">
  <head>
    <title>A title in the head</title>
    <docdata>
      <doc-id id-string="ex-20240817-1"/>
      <urgency ed-urg="4"/>
      <date.issue norm="20240817T110459Z"/>
      <doc.copyright holder="Example Press" year="2024"/>
    </docdata>
    <pubdata name="The Example" date.publication="20240818T000000"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Harbour stays &amp; remains <em>open</em></hl1><hl2>A second line</hl2></hedline>
      <byline>By <person>Ada Crane</person> and <person>Jo Field</person><byttl>Example Press Writers</byttl></byline>
      <distributor><org>Example Press</org></distributor>
      <dateline><location>LISBON, Portugal</location> <story.date norm="20240817">Aug. 17</story.date></dateline>
      <abstract><p>In short.</p></abstract>
    </body.head>
    <body.content>
      <media media-type="image"><media-caption><p>A photograph.</p></media-caption></media>
      <note><body.content><p>Editors: updates.</p></body.content></note>
      <p>The harbour   stays
      open, <a href="https://example.com">officials</a> said.</p>
      <hl2>Then</hl2>
      <p lede="true">It&nbsp;was the caf&#233;.</p><p/>
      <ul><li>One</li><li>Two</li></ul>
    </body.content>
    <body.end><tagline>Reporting by Sam Hill.</tagline></body.end>
  </body>
</nitf>`

func TestShortcodes(t *testing.T) {
	for in, want := range map[string]string{
		"a [caption id=\"x\"]<img> b[/caption] c":           "a  c",
		"a [gallery] b [embed]http://example.com[/embed] c": "a  b  c",
		"[caption a [captions] [caption":                    "[caption a [captions] [caption",
		"a [video src=x] b":                                 "a  b",
		"no [sic] code":                                     "no [sic] code",
		"a\n[newsletter_form]\nb":                           "a\n\nb",
		"<p>a</p><p>[ad id=\"3\"]</p><p>[/one-half]</p>":    "<p>a</p><p></p><p></p>",
		"<p>[applause]</p>\n[music]\n[Laughs]":              "<p>[applause]</p>\n[music]\n[Laughs]",
		"what [the_mayor] said":                             "what [the_mayor] said",
	} {
		require.Equal(t, want, withoutShortcodes(in))
	}
}

func newsItem(guid, content string) string {
	return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="` + guid + `" version="2" standard="NewsML-G2" xml:lang="en-GB">
  <rightsInfo><copyrightHolder literal="Example Press"/></rightsInfo>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:EXP"><name>Example Press</name></provider>
    <versionCreated>2024-08-17T12:30:00+02:00</versionCreated><firstCreated>2024-08-17T11:00:00+02:00</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
  <contentMeta><urgency>3</urgency><infoSource literal="The Other Agency"/><creator><name>Ada Crane</name></creator>
    <language tag="pt-PT"/><slugline>HARBOUR</slugline><headline>Harbour stays open</headline><by>By Ada Crane</by><creditline>EXP/Other</creditline>
    <dateline>LISBON, Aug 17 (Example Press) -</dateline></contentMeta>
  <contentSet>` + content + `</contentSet></newsItem>`
}

func TestXML(t *testing.T) {
	xhtml := `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>One.</p><p>Two.</p></body></html></inlineXML>`
	item := summary{
		ID: "urn:1", Title: "Harbour stays open", Byline: "Ada Crane", Outlet: "Example Press", Language: "pt",
		Published: "2024-08-17T12:30:00+02:00", Source: "field versionCreated", Text: "LISBON, Aug 17 (Example Press) -\n\nOne.\n\nTwo.",
	}
	second := item
	second.ID, second.Text = "urn:2", "LISBON, Aug 17 (Example Press) -\n\nPlain & simple."
	latin, err := charmap.ISO8859_15.NewEncoder().String(`<?xml version="1.0" encoding="ISO-8859-15"?><nitf><body><body.content><p>Fünf €.</p></body.content></body></nitf>`)
	require.NoError(t, err)
	wide, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(`<?xml version="1.0" encoding="UTF-16"?><nitf><body><body.content><p>Fünf.</p></body.content></body></nitf>`)
	require.NoError(t, err)
	long := strings.Repeat("A long word, and others. ", 40)
	tests := []struct {
		name, in string
		want     []summary
		problems []string
	}{
		{
			"NITF", sampleNITF,
			[]summary{{
				"ex-20240817-1", "Harbour stays & remains open", "Ada Crane, Jo Field", "The Example", "", "", "2024-08-17T11:04:59Z", "field date.issue",
				"LISBON, Portugal Aug. 17\n\nThe harbour stays open, officials said.\n\nThen\n\nIt\u00a0was the café.\n\nOne\nTwo\n\nReporting by Sam Hill.",
			}},
			nil,
		},
		{
			"NITF with the lead twice", `<nitf><body><body.content><block class="lead_paragraph"><p>Lead.</p></block><block class="full_text"><p>Lead.</p><p>More.</p></block></body.content></body></nitf>`,
			[]summary{{ID: "x.xml", Text: "Lead.\n\nMore."}},
			nil,
		},
		{"NITF in Latin", latin, []summary{{ID: "x.xml", Text: "Fünf €."}}, nil},
		{"NITF in UTF-16", wide, []summary{{ID: "x.xml", Text: "Fünf."}}, nil},
		{"an item", newsItem("urn:1", xhtml), []summary{item}, nil},
		{
			"a message", `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-08-17</sent></header><itemSet>` + newsItem("urn:1", xhtml) +
				`<packageItem guid="p"><groupSet/></packageItem>` + newsItem("urn:2", `<inlineData contenttype="text/plain">Plain &amp; simple.</inlineData>`) +
				strings.Replace(newsItem("urn:3", `<remoteContent href="a.jpg"/>`), "ninat:text", "ninat:picture", 1) +
				strings.Replace(newsItem("urn:4", xhtml), "stat:usable", "stat:canceled", 1) + newsItem("urn:5", "") + `</itemSet></newsMessage>`,
			[]summary{item, second},
			[]string{"x.xml: record 4: the item is canceled by its provider", "x.xml: record 5: the text is empty"},
		},
		{
			"NITF in an item", newsItem("urn:1", `<inlineXML contenttype="application/nitf+xml">`+strings.Replace(sampleNITF[strings.Index(sampleNITF, "<nitf"):], "LISBON, Portugal", "PORTO", 1)+`</inlineXML>`),
			[]summary{{
				"urn:1", "Harbour stays open", "Ada Crane", "The Example", "", "pt", "2024-08-17T12:30:00+02:00", "field versionCreated",
				"LISBON, Aug 17 (Example Press) -\n\nPORTO Aug. 17\n\nThe harbour stays open, officials said.\n\nThen\n\nIt\u00a0was the café.\n\nOne\nTwo\n\nReporting by Sam Hill.",
			}},
			nil,
		},
		{
			"NewsML 1", `<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope><DateAndTime>20240818T000000Z</DateAndTime></NewsEnvelope><NewsItem Duid="i"><Identification><NewsIdentifier>
			<NewsItemId>7</NewsItemId><PublicIdentifier>urn:newsml:example.com:7</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20240817T100000Z</FirstCreated>
			<ThisRevisionCreated>20240817T110459+02:00</ThisRevisionCreated><Urgency FormalName="5"/></NewsManagement><NewsComponent><AdministrativeMetadata><Provider><Party FormalName="EXP"/></Provider></AdministrativeMetadata>
			<NewsComponent><NewsLines><HeadLine>A title</HeadLine><ByLine>By Ada Crane</ByLine><DateLine>LISBON -</DateLine></NewsLines><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
			<ContentItem><DataContent><nitf><body><body.content><p>One of two.</p><p>Two.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>
			<NewsComponent><NewsLines><HeadLine>Photo</HeadLine></NewsLines><ContentItem><DataContent><p>A caption.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`,
			[]summary{{"urn:newsml:example.com:7", "A title", "Ada Crane", "EXP", "", "en", "2024-08-17T11:04:59+02:00", "field ThisRevisionCreated", "LISBON -\n\nOne of two.\n\nTwo."}},
			nil,
		},
		{
			"NewsML 1 with HTML in CDATA", `<NewsML><NewsItem><NewsManagement><ThisRevisionCreated>20240817T110459Z</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>A title</HeadLine></NewsLines>
			<ContentItem><DataContent><![CDATA[<p>One &amp; two.</p><p>Three.</p>]]></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
			[]summary{{ID: "x.xml#1", Title: "A title", Published: "2024-08-17T11:04:59Z", Source: "field ThisRevisionCreated", Text: "One & two.\n\nThree."}},
			nil,
		},
		{
			"NITF with HTML in CDATA", `<nitf><body><body.head><hedline><hl1>A title</hl1></hedline></body.head><body.content><block><![CDATA[<p>One.</p><p>Two.</p>]]></block></body.content></body></nitf>`,
			[]summary{{ID: "x.xml", Title: "A title", Text: "One.\n\nTwo."}},
			nil,
		},
		{
			"Reuters Corpus", `<?xml version="1.0" encoding="iso-8859-1"?><newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en"><title>MEXICO: A title.</title><headline>A title.</headline><byline>Ada Crane</byline>
			<dateline>MEXICO CITY</dateline><text><p>One.</p><p>Two.</p></text><copyright>(c) Example</copyright><metadata><codes class="x"><code code="MEX"/></codes></metadata></newsitem>`,
			[]summary{{"2286", "A title.", "Ada Crane", "", "", "en", "1996-08-20", "field date", "MEXICO CITY\n\nOne.\n\nTwo."}},
			nil,
		},
		{
			"RSS", `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
			<title>The Example</title><link>https://example.com</link><language>en-us</language><image><title>Logo</title></image>
			<item><title>A &amp;amp; B</title><link>https://example.com/a</link><guid isPermaLink="false">tag:1</guid><pubDate>Sat, 17 Aug 2024 11:04:59 GMT</pubDate><dc:creator>Ada Crane</dc:creator>
				<description>Short.</description><content:encoded><![CDATA[<p>One &amp; only.</p><figure><img src="x"><figcaption>Caption</figcaption></figure><p>Two.<br>Three.</p><script>x()</script>]]></content:encoded>
				<media:content url="x"><media:title>Not this</media:title></media:content></item>
			<item><title>Teaser</title><description>Only this.</description></item>
			<item><guid>https://example.com/c</guid><author>desk@example.com (Jo Field)</author><description>&lt;p&gt;` + long + `&lt;/p&gt;</description><source url="https://other.example/feed">The Other</source></item>
			</channel></rss>`,
			[]summary{
				{"tag:1", "A & B", "Ada Crane", "The Example", "https://example.com/a", "en", "2024-08-17T11:04:59Z", "field pubdate", "One & only.\n\nTwo.\nThree."},
				{ID: "https://example.com/c", Byline: "Jo Field", Outlet: "The Other", URL: "https://example.com/c", Language: "en", Text: strings.TrimSpace(long)},
			},
			[]string{"x.xml: record 2: only a summary: the feed does not hold the text"},
		},
		{
			"Atom", `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="text">World news | The Example</title>
			<entry><id>urn:a</id><title type="html">A &lt;b&gt;title&lt;/b&gt;</title><link rel="self" href="https://example.com/self"/><link href="https://example.com/a"/><updated>2024-08-18T00:00:01Z</updated>
				<published>2024-08-17T11:04:59+02:00</published><author><name>Ada Crane</name><email>a@example.com</email></author><author><name>Jo Field</name></author>
				<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two &lt;3.</p></div></content><source><title>The Origin</title></source></entry>
			<entry><id>urn:b</id><content type="text">One.

Two &lt; 3.</content></entry></feed>`,
			[]summary{
				{"urn:a", "A title", "Ada Crane, Jo Field", "The Origin", "https://example.com/a", "de", "2024-08-17T11:04:59+02:00", "field published", "One.\n\nTwo <3."},
				{ID: "urn:b", Outlet: "World news | The Example", Language: "de", Text: "One.\n\nTwo < 3."},
			},
			nil,
		},
		{
			"RSS 1.0", `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel rdf:about="x"><title>The Example</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel>
			<item rdf:about="a"><title>T</title><link>https://example.com/a</link><dc:date>2024-08-17</dc:date><content:encoded>&lt;p&gt;Text.</content:encoded></item></rdf:RDF>`,
			[]summary{{ID: "x.xml#1", Title: "T", Outlet: "The Example", URL: "https://example.com/a", Published: "2024-08-17", Source: "field dc:date", Text: "Text."}},
			nil,
		},
		{
			"an export of WordPress", `<rss><channel><title>The Example</title><item><wp:post_type>attachment</wp:post_type><content:encoded>x</content:encoded></item>
			<item><wp:post_type>post</wp:post_type><excerpt:encoded>Excerpt.</excerpt:encoded><content:encoded>One.

			&lt;!-- wp:paragraph --&gt;&lt;p&gt;Two.&lt;/p&gt;</content:encoded></item></channel></rss>`,
			[]summary{{ID: "x.xml#2", Outlet: "The Example", Text: "One.\n\nTwo."}},
			nil,
		},
		{
			"an export of WordPress with what was not published", `<rss><channel><title>The Example</title><wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada Crane]]></wp:author_display_name></wp:author>
			<item><title>T</title><dc:creator>ada</dc:creator><content:encoded><![CDATA[One.

[caption id="a" width="300"]<img src="x.jpg" /> The quay[/caption]

Two. [gallery ids="1,2"]]]></content:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
			<item><content:encoded>Three.</content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
			<item><content:encoded>We are the paper.</content:encoded><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item></channel></rss>`,
			[]summary{{ID: "x.xml#1", Title: "T", Byline: "Ada Crane", Outlet: "The Example", Text: "One.\n\nTwo."}},
			[]string{"x.xml: record 2: a draft, which was not published", "x.xml: record 3: a page of the site that is no article"},
		},
		{
			"an export of Blogger", `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"><title>The Example</title>
			<entry><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#template"/><title>Layout</title><content type="html">&lt;html&gt;</content></entry>
			<entry><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/><category scheme="http://www.blogger.com/atom/ns#" term="harbour"/><title>T</title><content type="html">One.</content><author><name>Ada Crane</name></author></entry>
			<entry><app:control><app:draft>yes</app:draft></app:control><category term="http://schemas.google.com/blogger/2008/kind#post"/><title>D</title><content type="html">Two.</content></entry>
			<entry><category term="http://schemas.google.com/blogger/2008/kind#comment"/><title>C</title><content type="html">Three.</content></entry>
			<entry xmlns:blogger="b"><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status><title>D</title><content type="html">Four.</content></entry></feed>`,
			[]summary{{ID: "x.xml#2", Title: "T", Byline: "Ada Crane", Outlet: "The Example", Text: "One."}},
			[]string{"x.xml: record 3: a draft, which was not published", "x.xml: record 5: a draft, which was not published"},
		},
		{
			"feed that is not quite XML", `<rss><channel><title>The Example</title><link>x<item><title>Q&A: 1 < 2 &nosuch;</title><content:encoded><p>One<br>two</p></content:encoded></item></link></channel>`,
			[]summary{{ID: "x.xml#1", Title: "Q&A: 1 < 2 &nosuch;", Text: "One\ntwo", Outlet: "The Example"}},
			[]string{"x.xml: record 2: the document ends before <rss> is closed: it is cut short"},
		},
		{"empty feed", `<rss><channel></channel></rss>`, nil, nil},
		{"sitemap", `<?xml version="1.0"?><urlset><url/></urlset>`, nil, []string{"x.xml: a sitemap, which lists pages and holds none"}},
		{"package", `<packageItem guid="p"/>`, nil, []string{"x.xml: a package, which refers to articles and holds none"}},
		{"other XML", `<a><b/></a>`, nil, []string{"x.xml: XML of no form that is read: its outermost element is <a>"}},
		{"no XML", `Text.`, nil, []string{"x.xml: not XML: it begins with no element"}},
		{"nothing", ``, nil, []string{"x.xml: the file is empty"}},
		{"cut", sampleNITF[:1200], nil, []string{"x.xml: the file ends within the article: it is cut short"}},
		{
			"entities of the document", `<!DOCTYPE nitf [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><nitf><body><body.content><p>Text &c;.</p></body.content></body></nitf>`,
			[]summary{{ID: "x.xml", Text: "Text &c;."}},
			nil,
		},
		{
			"entity of another file", `<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>Text &a;.</p></body.content></body></nitf>`,
			[]summary{{ID: "x.xml", Text: "Text &a;."}},
			nil,
		},
		{"deep", "<nitf>" + strings.Repeat("<a>", 10_000) + "</nitf>", nil, []string{"x.xml: its elements are nested more than 256 deep"}},
		{
			"larger than may be", `<rss><channel><item><content:encoded><![CDATA[` + strings.Repeat("x", 200_000) + `]]></content:encoded></item><!--` + strings.Repeat("x", 200_000) + `--><item><content:encoded>Two.</content:encoded></item></channel></rss>`,
			[]summary{{ID: "x.xml#2", Text: "Two."}},
			[]string{"x.xml: record 1: larger than 100000 bytes, the limit of a record"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"x.xml": tt.in})
			articles, problems := read(t, dir, Options{MaxRecord: 100_000}, filepath.Join(dir, "x.xml"))
			var got []summary
			for _, a := range articles {
				got = append(got, summarize(a))
			}
			require.Equal(t, tt.want, got)
			require.Equal(t, tt.problems, problems)
		})
	}
}

func TestSignals(t *testing.T) {
	for _, tt := range []struct {
		name, file, in string
		want           []article.Signal
	}{
		{"NITF", "x.xml", sampleNITF, []article.Signal{{Kind: "credit", Name: "Example Press"}, {Kind: "provider", Name: "Example Press"}}},
		{
			"NewsML-G2", "x.xml", newsItem("x", `<inlineData>Text.</inlineData>`),
			[]article.Signal{{Kind: "provider", Name: "Example Press"}, {Kind: "source", Name: "The Other Agency"}, {Kind: "credit", Name: "EXP/Other"}},
		},
		{
			"ninjs", "x.json", `{"uri": "x", "infosource": [{"name": "Example Press"}], "creditline": "EXP", "provider": "EXP", "body_text": "Text.", "urgency": 3}`,
			[]article.Signal{{Kind: "source", Name: "Example Press"}, {Kind: "credit", Name: "EXP"}, {Kind: "provider", Name: "EXP"}},
		},
		{
			"schema.org", "x.json", `{"articleBody": "Text.", "isBasedOn": "https://example.com/a", "provider": {"@type": "Organization", "name": "Example Press"}}`,
			[]article.Signal{{Kind: "source", URL: "https://example.com/a"}, {Kind: "provider", Name: "Example Press"}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Equal(t, tt.want, articles[0].Signals)
		})
	}
}

func TestNinjs(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     summary
	}{
		{
			"1.3", `{"uri": "http://example.com/ninjs/1", "type": "text", "versioncreated": "2024-08-17T11:04:59Z", "urgency": 4, "language": "en-US", "headline": "A title", "byline": "Ada Crane",
			"slugline": "X", "located": "Lisbon", "body_xhtml": "<p>One &amp; two.</p><p>Three.</p>", "infosource": [{"name": "Example Press"}], "provider": "Example Press"}`,
			summary{"r.json", "A title", "Ada Crane", "", "http://example.com/ninjs/1", "en", "2024-08-17T11:04:59Z", "field versioncreated", "One & two.\n\nThree."},
		},
		{
			"2.0", `{"uri": "urn:1", "standard": {"name": "ninjs"}, "versioncreated": "2024-08-17T11:04:59Z", "headlines": [{"role": "main", "value": "A title"}, {"role": "short", "value": "T"}],
			"bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>One.</p>"}, {"role": "main", "contenttype": "text/plain", "value": "One in plain text."}], "provider": "Example Press"}`,
			summary{"r.json", "A title", "", "Example Press", "", "", "2024-08-17T11:04:59Z", "field versioncreated", "One in plain text."},
		},
		{
			"plain text before markup", `{"body_html": "<p>One.</p>", "body_text": "One, plain."}`,
			summary{ID: "r.json", Text: "One, plain."},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, problems := parse(tt.in)
			require.Empty(t, problems)
			require.Equal(t, tt.want, summarize(articles[0]))
		})
	}
}

// TestFeedsAsGofeed reads feeds as an independent library does.
func TestFeedsAsGofeed(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Example</title>`)
	for i := range 50 {
		fmt.Fprintf(&b, `<item><title><![CDATA[Title %d & more]]></title><link>https://example.com/%d?a=1&amp;b=2</link><guid>tag:%d</guid><content:encoded>&lt;p&gt;%s&lt;/p&gt;</content:encoded></item>`, i, i, i, strings.ReplaceAll(sample(i), "&", "&amp;"))
	}
	b.WriteString(`</channel></rss>`)
	feed, err := new(rss.Parser).Parse(strings.NewReader(b.String()))
	require.NoError(t, err)
	dir := folder(t, map[string]string{"feed.rss": b.String()})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, len(feed.Items))
	for i, item := range feed.Items {
		require.Equal(t, item.Title, articles[i].Title)
		require.Equal(t, item.Link, articles[i].URL)
		require.Equal(t, item.GUID.Value, articles[i].ID)
		require.Equal(t, proseOf(item.Content), articles[i].Text)
	}
}

func BenchmarkXML(b *testing.B) {
	var feed strings.Builder
	feed.WriteString(`<rss><channel><title>The Example</title>`)
	var message strings.Builder
	message.WriteString(`<newsMessage><itemSet>`)
	for i := range 2000 {
		paragraphs := "<p>" + strings.ReplaceAll(sample(i), "\n\n", "</p>\n<p>") + "</p>"
		fmt.Fprintf(&feed, `<item><title>A harbour stays open</title><link>https://example.com/%d</link><pubDate>Sat, 17 Aug 2024 11:04:59 GMT</pubDate><content:encoded><![CDATA[%s]]></content:encoded></item>`+"\n", i, paragraphs)
		message.WriteString(newsItem(fmt.Sprint(i), `<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content>`+paragraphs+`</body.content></body></nitf></inlineXML>`))
	}
	feed.WriteString(`</channel></rss>`)
	message.WriteString(`</itemSet></newsMessage>`)
	b.Run("RSS", func(b *testing.B) { benchFile(b, "x.rss", feed.String()) })
	b.Run("NewsML-G2", func(b *testing.B) { benchFile(b, "x.xml", message.String()) })
	b.Run("RSS/gofeed", func(b *testing.B) {
		b.SetBytes(int64(feed.Len()))
		for b.Loop() {
			if _, err := new(rss.Parser).Parse(strings.NewReader(feed.String())); err != nil {
				b.Fatal(err)
			}
		}
	})
}
