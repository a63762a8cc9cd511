package reader

import (
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	pamMessage = `<?xml version="1.0" encoding="UTF-8"?><pam:message xmlns:pam="http://prismstandard.org/namespaces/pam/2.0/" xmlns="http://www.w3.org/1999/xhtml" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<pam:article xml:lang="en"><head><dc:identifier>ex-1</dc:identifier><dc:title>Ferry slip to close</dc:title><dc:creator>By Ada Crane</dc:creator><dc:creator>Jo Field</dc:creator><prism:publicationName>The Example</prism:publicationName><prism:creationDate>2025-02-01</prism:creationDate><prism:publicationDate>2025-03-12</prism:publicationDate><prism:modificationDate>2025-10-10</prism:modificationDate></head>` +
		`<body><h1 prism:class="deckHeadline">Ferry slip to close</h1><p prism:class="body">` + slipText + `</p><pam:media><pam:credit>Ed Shutter</pam:credit><pam:caption>The slip</pam:caption></pam:media><p>` + chairText + `</p></body></pam:article>` +
		`<pam:article><head><dc:title>Newts halt plan</dc:title><prism:coverDate>2025-04-22</prism:coverDate></head><body><p>` + newtText + `</p></body></pam:article></pam:message>`

	tdmRecord = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<RECORD><Version>GlobalNormalizer3.2</Version><GOID>3171</GOID><DateTimeStamp>20251102101500</DateTimeStamp><DFS><PubFrosting><PubType>Newspapers</PubType><Title>The Example</Title></PubFrosting></DFS>` +
		`<Obj><TitleAtt><Title>Ferry slip to close</Title></TitleAtt><Contributors><Contributor ContribRole="Author"><LastName>Crane</LastName><NormalizedDisplayForm>Crane, Ada</NormalizedDisplayForm></Contributor><Contributor ContribRole="Photographer"><OriginalForm>Ed Shutter</OriginalForm></Contributor></Contributors><NumericDate>2025-03-12</NumericDate><Language><RawLang>English</RawLang></Language></Obj>` +
		`<TextInfo><Text HTMLContent="true">&lt;html&gt;&lt;head&gt;&lt;title/&gt;&lt;/head&gt;&lt;body&gt;&lt;p&gt;` + slipText + `&lt;/p&gt;&lt;p&gt;` + chairText + `&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;</Text></TextInfo></RECORD>`

	evernote = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export export-date="20250903T101112Z"><note><title>Ferry slip to close</title><created>20250902T080000Z</created><note-attributes><author>me</author><source-url>https://www.example.com/a</source-url></note-attributes>` +
		`<content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "x"><en-note><div>` + slipText + `</div><div><br/></div><div>` + chairText + `</div></en-note>]]></content></note><note><title>Newts halt plan</title><content><![CDATA[<en-note><p>` + newtText + `</p></en-note>]]></content></note></en-export>`
)

// altoOf is a page of a paper as ALTO describes it, with the last word of each line but the last of a block divided.
func altoOf(blocks ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v2#"><Description><fileName>p1.tif</fileName></Description><Styles/><Layout><Page><PrintSpace>`)
	for _, block := range blocks {
		b.WriteString(`<TextBlock ID="b"><TextLine>`)
		for i, w := range strings.Fields(block) {
			w = html.EscapeString(w)
			if i%7 == 6 && len(w) > 4 && strings.IndexByte(w, '&') < 0 && w[2] < 0x80 {
				b.WriteString(`<String CONTENT="` + w[:2] + `" SUBS_TYPE="HypPart1" SUBS_CONTENT="` + w + `"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="` + w[2:] + `" SUBS_TYPE="HypPart2" SUBS_CONTENT="` + w + `"/>`)
				continue
			}
			b.WriteString(`<SP/><String WC="0.9" CONTENT="` + w + `"><ALTERNATIVE>x</ALTERNATIVE></String>`)
		}
		b.WriteString(`</TextLine></TextBlock>`)
	}
	return b.String() + `</PrintSpace></Page></Layout></alto>`
}

// TestXMLOfMagazinesCollectionsAndNotebooks reads PAM, records of TDM Studio and exports of Evernote.
func TestXMLOfMagazinesCollectionsAndNotebooks(t *testing.T) {
	text := slipText + "\n\n" + chairText
	for _, tt := range []struct {
		name, file, in string
		want           []summary
	}{
		{"PAM", "x.xml", pamMessage, []summary{
			{ID: "ex-1", Title: "Ferry slip to close", Byline: "Ada Crane, Jo Field", Outlet: "The Example", Language: "en", Published: "2025-03-12", Source: "field publicationDate", Text: text},
			{ID: "x.xml#2", Title: "Newts halt plan", Published: "2025-04-22", Source: "field coverDate", Text: newtText},
		}},
		{"ALTO", "2011-03-12_p1.xml", altoOf("Ferry slip to close", slipText, chairText), []summary{{ID: "2011-03-12_p1.xml", Published: "2011-03-12", Source: "path", Text: "Ferry slip to close\n\n" + text}}},
		{"TDM Studio", "x.xml", tdmRecord, []summary{{ID: "3171", Title: "Ferry slip to close", Byline: "Ada Crane", Outlet: "The Example", Language: "en", Published: "2025-03-12", Source: "field NumericDate", Text: text}}},
		{"Evernote", "x.enex", evernote, []summary{
			{ID: "x.enex#1", Title: "Ferry slip to close", URL: "https://www.example.com/a", Text: text},
			{ID: "x.enex#2", Title: "Newts halt plan", Text: newtText},
		}},
		{"Evernote, by another name", "notes", evernote, []summary{
			{ID: "notes#1", Title: "Ferry slip to close", URL: "https://www.example.com/a", Text: text},
			{ID: "notes#2", Title: "Newts halt plan", Text: newtText},
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			var got []summary
			for i, a := range articles {
				s := summarize(a)
				if tt.want[i].Language == "" {
					s.Language = ""
				}
				got = append(got, s)
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func FuzzOtherXML(f *testing.F) {
	for _, s := range []string{pamMessage, tdmRecord, evernote} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzFile(t, "a.xml", data) })
}
