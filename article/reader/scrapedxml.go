package reader

import (
	"bytes"
	"cmp"
	"strings"
)

// scrapedAsHTML are the elements in which trafilatura writes texts as XML, with
// those of HTML.
var scrapedAsHTML = strings.NewReplacer(
	"<head", "<h2", "</head>", "</h2>", "<item", "<li", "</item>", "</li>", "<list", "<ul", "</list>", "</ul>", "<quote", "<blockquote", "</quote>", "</blockquote>",
	"<lb/>", "<br>", "<lb />", "<br>", "<row", "<tr", "</row>", "</tr>", "<cell", "<td", "</cell>", "</td>", "<graphic", "<img",
)

// isScraped reports whether a document that begins with head and has this outermost
// element is what trafilatura writes as XML or TEI.
func isScraped(root string, head []byte) bool {
	switch root {
	case "doc":
		return bytes.Contains(head, []byte("<main"))
	case "tei", "teicorpus":
		return true
	}
	return false
}

// scrapedDoc reads an article as trafilatura writes it as XML:
//
//	<doc sitename="The Example" title="..." author="..." date="2025-03-12" source="https://..." ...>
//	<main><p>...</p></main><comments/></doc>
func (d *delivery) scrapedDoc(w *xmlWalker) {
	d.plain(outletField, 1, "sitename", w.attr("sitename"))
	d.plain(outletField, 2, "hostname", w.attr("hostname"))
	d.plain(titleField, 1, "title", w.attr("title"))
	d.plain(bylineField, 1, "author", w.attr("author"))
	d.plain(dateField, 1, "date", w.attr("date"))
	d.plain(urlField, 1, "source", w.attr("source"))
	d.plain(languageField, 1, "language", w.attr("language"))
	depth := len(w.stack)
	for w.open(depth) {
		switch string(w.name) {
		case "main":
			d.setText(1, "", proseOf(scrapedAsHTML.Replace(w.markup())))
		case "comments":
			w.skip()
		}
	}
}

// scrapedTEI reads an article as trafilatura and others write it as TEI. Who published a corpus, and when, counts less than
// the journal in which a piece of it stood:
//
//	<publicationStmt><publisher>University of Wexcombe</publisher><date when="2025-09-01"/></publicationStmt>
//	<sourceDesc><bibl><title level="j">The Example</title><date when="2025-03-12">12 March</date></bibl></sourceDesc>
func (d *delivery) scrapedTEI(w *xmlWalker) {
	depth := len(w.stack)
	source := uint8(1) // what rank has what is said of the source
	for w.open(depth) {
		switch string(w.name) {
		case "sourceDesc":
			source = 0
		case "profileDesc", "encodingDesc", "revisionDesc":
			w.skip()
		case "title":
			if level := w.attr("level"); level == "j" || level == "m" && source == 0 {
				d.plain(outletField, 0, "title", w.value())
			} else {
				d.plain(titleField, 1, "title", w.value())
			}
		case "author":
			d.plain(bylineField, 1, "author", w.value())
		case "publisher":
			d.plain(outletField, source+1, "publisher", w.value())
		case "ptr":
			d.plain(urlField, 1, "target", w.attr("target"))
		case "date":
			when := w.attr("when")
			d.plain(dateField, source, "date", cmp.Or(when, w.value()))
		case "body":
			b, _ := w.inner()
			if i := bytes.Index(b, []byte(`<div type="comments"`)); i >= 0 {
				b = b[:i]
			}
			d.setText(1, "", proseOf(scrapedAsHTML.Replace(string(readOnce(b)))))
		}
	}
}
