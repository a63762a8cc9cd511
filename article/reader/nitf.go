package reader

import (
	"bytes"
	"strings"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// nitf reads an article in NITF (News Industry Text Format, versions 2 and 3),
// whose element has just opened. What tells the desk what to do with it, such
// as its urgency, and pictures with their captions are left out.
func (d *delivery) nitf(w *xmlWalker) {
	var dateline, text, tagline string
	depth := len(w.stack)
	for w.open(depth) {
		switch string(w.name) {
		case "title":
			d.plain(titleField, 3, "title", w.value())
		case "hl1":
			d.plain(titleField, 1, "hl1", w.value())
		case "hl2", "abstract":
			w.skip()
		case "hedline": // without a line in it, in some
			if b := w.b[w.i:]; !bytes.HasPrefix(bytes.TrimSpace(b), []byte("<")) {
				d.plain(titleField, 2, "hedline", w.value())
			}
		case "doc-id":
			d.plain(idField, 1, "doc-id", w.attr("id-string"))
			d.signal(article.SignalProvider, w.attr("regsrc"))
		case "date.issue":
			d.plain(dateField, 1, "date.issue", w.attr("norm"))
		case "date.release":
			d.plain(dateField, 2, "date.release", w.attr("norm"))
		case "story.date":
			d.plain(dateField, 4, "story.date", w.attr("norm"))
		case "pubdata":
			d.plain(dateField, 3, "date.publication", w.attr("date.publication"))
			d.plain(outletField, 1, "name", w.attr("name"))
			d.plain(urlField, 4, "ex-ref", w.attr("ex-ref"))
		case "doc.copyright":
			d.signal(article.SignalCredit, w.attr("holder"))
			d.plain(outletField, 5, "holder", w.attr("holder"))
		case "distributor":
			d.signal(article.SignalProvider, w.value())
		case "byline":
			d.plain(bylineField, 1, "byline", bylineOf(w))
		case "dateline":
			at := *w
			for at.open(len(w.stack)) { // its date
				if string(at.name) == "story.date" {
					d.plain(dateField, 4, "story.date", at.attr("norm"))
				}
			}
			dateline = w.value()
		case "tagline":
			tagline = proseOf(w.markup())
		case "body.content":
			b, _ := w.inner()
			text = proseOf(string(wholeText(b)))
		}
	}
	if layout.KindAlone(tagline) == article.Chrome { // that the item ends here
		tagline = ""
	}
	if text != "" && tagline != "" {
		text += "\n\n" + tagline
	}
	d.setText(1, dateline, text)
}

// bylineOf reads the names in a byline, without the titles behind them.
func bylineOf(w *xmlWalker) string {
	b, tags := w.inner()
	if !tags {
		return withoutBy(strings.Join(strings.Fields(textOfXML(b)), " "))
	}
	in := walkXML(b)
	var names []string
	for in.open(0) {
		switch string(in.name) {
		case "person":
			if name := in.value(); name != "" {
				names = append(names, name)
			}
		case "byttl":
			in.skip()
		}
	}
	if len(names) > 0 {
		return strings.Join(names, ", ")
	}
	if i := bytes.Index(b, []byte("<byttl")); i > 0 {
		b = b[:i]
	}
	return withoutBy(strings.Join(strings.Fields(textOfXML(b)), " "))
}

// wholeText returns, of a body that has the article's beginning and the whole
// article in a block each, the whole.
func wholeText(b []byte) []byte {
	w := walkXML(b)
	for w.open(0) {
		if string(w.name) != "block" {
			w.skip()
			continue
		}
		whole := w.attr("class") == "full_text"
		if inner, _ := w.inner(); whole {
			return inner
		}
	}
	return b
}
