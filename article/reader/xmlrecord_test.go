package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRecordsInXML reads documents of forms of their own.
func TestRecordsInXML(t *testing.T) {
	one := []summary{
		{ID: "x.xml#1", Title: "Ferry slip to close", Byline: "Ada Crane", Outlet: "The Example", URL: "https://example.com/1", Published: "2025-03-12T08:15:00Z", Source: "field publishedDate", Text: slipText},
		{ID: "x.xml#2", Title: "Newts halt plan", Outlet: "Pond Post", Published: "2025-04-22", Source: "field publishedDate", Text: newtText},
	}
	for _, tt := range []struct {
		name, file, in string
		want           []summary
	}{
		{
			"a base of many papers", "x.xml", `<?xml version="1.0"?><response><status>OK</status><articles><article><title>Ferry slip to close</title><content>` + slipText + `</content><contentWithMarkup/><publishedDate>2025-03-12T08:15:00Z</publishedDate><harvestDate>2025-04-01T00:00:00Z</harvestDate><url>https://example.com/1</url><author><name>Ada Crane</name><homeUrl/></author><source><id>7</id><name>The Example</name></source></article>
			<article><title>Newts halt plan</title><content>` + newtText + `</content><publishedDate>2025-04-22</publishedDate><author/><source><name>Pond Post</name></source></article></articles></response>`, one,
		},
		{
			"fields of Solr", "x.xml", `<response><result name="response" numFound="1"><doc><str name="title">Newts halt plan</str><str name="source">Pond Post</str><date name="published">2025-04-22T00:00:00Z</date><str name="text">` + newtText + `</str></doc></result></response>`,
			[]summary{{ID: "x.xml#1", Title: "Newts halt plan", Outlet: "Pond Post", Published: "2025-04-22", Source: "field published", Text: newtText}},
		},
		{
			"rows of a database", "x.xml", `<resultset><row><field name="id">17</field><field name="headline">Newts halt plan</field><field name="body">&lt;p&gt;` + newtText + `&lt;/p&gt;</field></row></resultset>`,
			[]summary{{ID: "17", Title: "Newts halt plan", Text: newtText}},
		},
		{
			"one article", "x.xml", `<article url="https://example.com/1" date="2025-04-22"><headline>Newts halt plan</headline><body><p>` + newtText + `</p></body></article>`,
			[]summary{{ID: "x.xml", Title: "Newts halt plan", URL: "https://example.com/1", Published: "2025-04-22", Source: "field date", Text: newtText}},
		},
		{
			"a corpus in SGML", "nyt_eng", "<DOC id=\"EXA_1\" type=\"story\" >\n<HEADLINE>\nNewts halt plan\n</HEADLINE>\n<DATELINE>\nPONDHAM, April 22 (EX)\n</DATELINE>\n<TEXT>\n<P>\n" + strings.ReplaceAll(newtText, " the ", "\nthe ") + "\n</P>\n</TEXT>\n</DOC>\n<DOC id=\"EXA_2\" type=\"story\" >\n<HEADLINE>\nFerry slip to close\n</HEADLINE>\n<TEXT>\n<P>\n" + slipText + "\n</P>\n</TEXT>\n</DOC>\n",
			[]summary{{ID: "EXA_1", Title: "Newts halt plan", Text: "PONDHAM, April 22 (EX)\n\n" + newtText}, {ID: "EXA_2", Title: "Ferry slip to close", Text: slipText}},
		},
		{
			"an older one", "x.sgm", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TEXT>&#2;\n<TITLE>NEWTS HALT PLAN</TITLE>\n<BODY>" + newtText + "\n&#3;</BODY></TEXT>\n</REUTERS>\n",
			[]summary{{ID: "x.sgm", Title: "NEWTS HALT PLAN", Published: "1987-02-26T15:01:01", Source: "field DATE", Text: newtText}},
		},
		{
			"stories of a corpus, dated by their numbers", "exa_eng", "<DOC id=\"EXA_ENG_20101204.0001\" type=\"story\" >\n<HEADLINE>\nNewts halt plan\n</HEADLINE>\n<TEXT>\n<P>\n" + newtText + "\n</P>\n</TEXT>\n</DOC>\n",
			[]summary{{ID: "EXA_ENG_20101204.0001", Title: "Newts halt plan", Published: "2010-12-04", Source: "field id", Text: newtText}},
		},
		{
			"an item in the words of Dublin Core", "x.xml", `<?xml version="1.0" encoding="iso-8859-1" ?><newsitem itemid="7" date="1997-03-12" xml:lang="en"><title>UK: Newts halt plan.</title><headline>Newts halt plan.</headline><text><p>` + newtText + `</p></text><copyright>(c) Example</copyright><metadata><codes class="x"><code code="UK"/></codes><dc element="dc.publisher" value="Example Holdings Plc"/><dc element="dc.date.published" value="1997-03-12"/><dc element="dc.source" value="The Example"/></metadata></newsitem>`,
			[]summary{{ID: "7", Title: "Newts halt plan.", Outlet: "The Example", Published: "1997-03-12", Source: "field date", Text: newtText}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			var got []summary
			for _, a := range articles {
				s := summarize(a)
				s.Language = ""
				got = append(got, s)
			}
			require.Equal(t, tt.want, got)
		})
	}
	for name, in := range map[string]string{
		"a paper of a journal": `<article><front><article-meta><title-group><article-title>On newts</article-title></title-group></article-meta></front><body><p>` + newtText + `</p></body></article>`,
		"a list of things":     `<items><item><name>Ferry</name><price>4</price></item></items>`,
	} {
		dir := folder(t, map[string]string{"x.xml": in})
		articles, problems := read(t, dir, Options{}, dir)
		require.Empty(t, articles, name)
		require.Len(t, problems, 1, name)
	}
}

func TestDocumentsThatAreNoStories(t *testing.T) {
	dir := folder(t, map[string]string{"exa_eng": "<DOC id=\"EXA_ENG_20101204.0001\" type=\"story\" >\n<HEADLINE>\nNewts halt plan\n</HEADLINE>\n<TEXT>\n<P>\n" + newtText + "\n</P>\n</TEXT>\n</DOC>\n<DOC id=\"EXA_ENG_20101204.0002\" type=\"multi\" >\n<TEXT>\nNEWS DIGEST\n</TEXT>\n</DOC>\n<DOC id=\"EXA_ENG_20101204.0003\" type=\"advis\" >\n<TEXT>\nEditors: kill story.\n</TEXT>\n</DOC>\n"})
	articles, problems := read(t, dir, Options{}, dir)
	require.Len(t, articles, 1)
	require.Equal(t, []string{"exa_eng: record 2: no article: its corpus calls it one of several items", "exa_eng: record 3: no article: its corpus calls it a notice to editors"}, problems)
}

func TestXMLInFields(t *testing.T) {
	dir := folder(t, map[string]string{"x.json": `{"@odata.count": 1, "value": [{"Title": "Newts halt plan", "Date": "2025-04-22T00:00:00Z", "Source": {"Name": "Pond Post"}, "Document": {"DocumentId": "7", "Content": "<?xml version=\"1.0\"?><entry><content><articleDoc><nitf:body><nitf:body.head><nitf:hedline><nitf:hl1>Newts</nitf:hl1></nitf:hedline></nitf:body.head><nitf:body.content><bodyText><p>` + newtText + `</p></bodyText></nitf:body.content></nitf:body></articleDoc></content></entry>"}}]}`})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 1)
	require.Equal(t, []string{"Newts halt plan", "Pond Post", newtText}, []string{articles[0].Title, articles[0].Outlet, articles[0].Text})
}

func TestRIS(t *testing.T) {
	long := strings.Repeat(newtText+" ", 4)
	dir := folder(t, map[string]string{"x.ris": "\ufeffTY  - NEWS\r\nT1  - Newts halt plan\r\nA1  - Crane, Ada\r\nA1  - Field, Jo\r\nJF  - Pond Post\r\nY1  - 2025/04/22/\r\nN2  - " + long + "\r\nER  - \r\n\r\nTY  - NEWS\r\nT1  - Ferry slip to close\r\nAB  - A slip.\r\nER  - \r\n"})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"x.ris: record 2: only an abstract: the export does not hold the text"}, problems)
	require.Len(t, articles, 1)
	a := articles[0]
	require.Equal(t, []string{"Newts halt plan", "Ada Crane, Jo Field", "Pond Post", "2025-04-22", strings.TrimSpace(long)}, []string{a.Title, a.Byline, a.Outlet, a.Published.String(), a.Text})
}
