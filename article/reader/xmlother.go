package reader

import (
	"bytes"
	"cmp"
	"strings"
)

// articleNamed returns the name of the elements that are articles in a document of one of these forms, with this outermost
// element and beginning with head; empty if it is of none of them.
func articleNamed(root string, head []byte) string {
	switch root {
	case "message", "article":
		if bytes.Contains(head, []byte("prismstandard.org")) {
			return "article"
		}
	case "record", "records":
		if bytes.Contains(head, []byte("<GOID>")) {
			return "record"
		}
	case "en-export":
		return "note"
	case "alto":
		return "alto"
	}
	return ""
}

// pamArticle reads an article of PAM, the PRISM Aggregator Message, in which magazines deliver:
//
//	<pam:message><pam:article xml:lang="en"><head><dc:title>Harbour stays open</dc:title><dc:creator>Ada Crane</dc:creator>
//	<prism:publicationName>The Example</prism:publicationName><prism:publicationDate>2025-03-12</prism:publicationDate></head>
//	<body><h1 prism:class="deckHeadline">Harbour stays open</h1><p prism:class="body">...</p>
//	<pam:media><pam:credit>Jo Field</pam:credit><pam:caption>The harbour</pam:caption></pam:media></body></pam:article>
//
// Pictures, and the headline above the text, are left out.
func (d *delivery) pamArticle(w *xmlWalker) {
	d.plain(languageField, 1, "xml:lang", w.attr("xml:lang"))
	var writers []string
	depth := len(w.stack)
	for w.open(depth) {
		switch name := string(w.name); name {
		case "head": // its elements follow
		case "identifier":
			d.plain(idField, 1, name, w.value())
		case "title":
			d.plain(titleField, 1, name, w.value())
		case "creator":
			if v := withoutBy(w.value()); v != "" {
				writers = append(writers, v)
			}
		case "publicationName", "aggregationName":
			d.plain(outletField, 1, name, w.value())
		case "publicationDate", "originalPublicationDate":
			d.plain(dateField, 1, name, w.value())
		case "coverDate", "onSaleDate":
			d.plain(dateField, 2, name, w.value())
		case "url":
			d.plain(urlField, 1, name, w.value())
		case "body":
			b, _ := w.inner()
			d.setText(1, "", withoutHeadline(proseOf(string(withoutMedia(b))), d.value[titleField]))
		default:
			w.skip()
		}
	}
	d.plain(bylineField, 1, "creator", strings.Join(writers, ", "))
}

// withoutMedia returns the body of a PAM article without its pictures, their captions and credits.
func withoutMedia(b []byte) []byte {
	var out []byte
	w := walkXML(b)
	kept := 0
	for w.open(0) {
		if name := string(w.name); name == "media" || name == "mediaReference" || name == "caption" || name == "credit" {
			out = append(out, b[kept:w.start]...)
			w.skip()
			kept = w.i
		}
	}
	return append(out, b[kept:]...)
}

// withoutHeadline returns a text without its first paragraph, if that is the title.
func withoutHeadline(text, title string) string {
	first, rest, more := strings.Cut(text, "\n\n")
	if more && title != "" && strings.EqualFold(strings.Join(strings.Fields(first), " "), strings.Join(strings.Fields(title), " ")) {
		return rest
	}
	return text
}

// tdmRecord reads an article of ProQuest's TDM Studio, of which each is a file:
//
//	<RECORD><Version>GlobalNormalizer3.2</Version><GOID>1234567890</GOID><DateTimeStamp>20251102101500</DateTimeStamp>
//	<DFS><PubFrosting><Title>The Example</Title></PubFrosting></DFS>
//	<Obj><TitleAtt><Title>Harbour stays open</Title></TitleAtt><Contributors><Contributor ContribRole="Author">
//	<NormalizedDisplayForm>Crane, Ada</NormalizedDisplayForm><OriginalForm>Ada Crane</OriginalForm></Contributor></Contributors>
//	<NumericDate>2025-03-12</NumericDate></Obj><TextInfo><Text HTMLContent="true">&lt;html&gt;...</Text></TextInfo></RECORD>
//
// The stamp is of the record.
func (d *delivery) tdmRecord(w *xmlWalker) {
	var writers []string
	depth := len(w.stack)
	for w.open(depth) {
		switch name := string(w.name); name {
		case "Obj", "TextInfo", "Contributors", "Language": // their elements follow
		case "DFS":
			d.tdmPaper(w)
		case "TitleAtt":
			d.plain(titleField, 1, name, recordLine(w))
		case "Contributor":
			if v := tdmWriter(w); v != "" {
				writers = append(writers, v)
			}
		case "GOID":
			d.plain(idField, 1, name, w.value())
		case "NumericDate":
			d.plain(dateField, 1, name, w.value())
		case "RawLang":
			d.plain(languageField, 1, name, w.value())
		case "Text":
			v := w.markup()
			if at := strings.Index(v, "<body>"); at >= 0 {
				v = v[at:]
			}
			d.fields.setText(markupRank, v)
		default:
			w.skip()
		}
	}
	d.plain(bylineField, 1, "author", strings.Join(writers, ", "))
}

// tdmPaper reads the title of the paper in the element that has just opened.
func (d *delivery) tdmPaper(w *xmlWalker) {
	depth := len(w.stack)
	for w.open(depth) {
		switch name := string(w.name); name {
		case "PubFrosting":
		case "Title":
			d.plain(outletField, 1, name, w.value())
		default:
			w.skip()
		}
	}
}

// tdmWriter returns the name of the writer in the element that has just opened; empty if it is somebody else.
func tdmWriter(w *xmlWalker) string {
	if role := w.attr("ContribRole"); role != "" && role != "Author" {
		w.skip()
		return ""
	}
	original, normal := "", ""
	depth := len(w.stack)
	for w.open(depth) {
		switch string(w.name) {
		case "OriginalForm":
			original = w.value()
		case "NormalizedDisplayForm":
			normal = inOrder(w.value())
		default:
			w.skip()
		}
	}
	return cmp.Or(original, normal)
}

// note reads a note of Evernote, into which people clip pages:
//
//	<en-export><note><title>Harbour stays open</title><created>20250314T081500Z</created>
//	<note-attributes><author>The clipper</author><source-url>https://www.example.com/a</source-url></note-attributes>
//	<content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note ...><en-note><p>...</p></en-note>]]></content></note></en-export>
//
// It was made when the page was clipped, by whoever clipped it.
func (d *delivery) note(w *xmlWalker) {
	depth := len(w.stack)
	for w.open(depth) {
		switch name := string(w.name); name {
		case "note-attributes": // its elements follow
		case "title":
			d.plain(titleField, 1, name, w.value())
		case "source-url":
			d.plain(urlField, 1, name, w.value())
		case "content":
			v := w.markup()
			if at := strings.Index(v, "<en-note"); at >= 0 {
				v = v[at:]
			}
			d.fields.setText(markupRank, v)
		default:
			w.skip()
		}
	}
}
