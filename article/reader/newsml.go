package reader

import (
	"bytes"
	"strings"

	"wiretrace/article"
)

// newsItem reads an article in NewsML-G2, whose element has just opened, with
// its text inline as NITF, XHTML or plain text. It returns why there is none,
// if the item is no article. Two relatives are read along with it, whose names
// are others: NewsML 1, which some agencies still deliver, and the form of the
// Reuters Corpus.
//
// When it was published is when this version of it was made.
func (d *delivery) newsItem(w *xmlWalker) (reason string) {
	d.plain(idField, 1, "guid", w.attr("guid"))
	d.plain(idField, 2, "itemid", w.attr("itemid"))
	d.plain(dateField, 4, "date", w.attr("date"))
	d.plain(languageField, 8, "lang", w.attr("xml:lang"))
	var dateline, text string
	class := ""
	depth := len(w.stack)
	for w.open(depth) {
		name := string(w.name)
		switch name {
		case "itemClass":
			class = code(w.attr("qcode"))
			w.skip()
		case "pubStatus":
			if status := code(w.attr("qcode")); status == "canceled" || status == "withheld" {
				return "the item is " + status + " by its provider"
			}
			w.skip()
		case "PublicIdentifier":
			d.plain(idField, 1, name, w.value())
		case "versionCreated", "ThisRevisionCreated":
			d.plain(dateField, 1, name, w.value())
		case "firstCreated", "FirstCreated":
			d.plain(dateField, 2, name, w.value())
		case "contentCreated":
			d.plain(dateField, 3, name, w.value())
		case "provider":
			d.signal(article.SignalProvider, party(w))
		case "Provider":
			if w.open(len(w.stack)) {
				d.signal(article.SignalProvider, w.attr("FormalName"))
			}
		case "infoSource":
			d.signal(article.SignalSource, party(w))
		case "creditline", "CreditLine":
			d.signal(article.SignalCredit, w.value())
		case "headline":
			rank := uint8(1)
			if role := code(w.attr("role")); role != "" && role != "main" && role != "head" && role != "headline" {
				rank = 3
			}
			d.plain(titleField, rank, name, w.value())
		case "HeadLine":
			d.plain(titleField, 1, name, w.value())
		case "title":
			d.plain(titleField, 5, name, w.value())
		case "by", "byline", "ByLine":
			d.plain(bylineField, 1, name, withoutBy(w.value()))
		case "creator":
			d.plain(bylineField, 2, name, party(w))
		case "dateline", "DateLine":
			if v := w.value(); dateline == "" {
				dateline = v
			}
		case "language":
			d.plain(languageField, 1, name, w.attr("tag"))
			w.skip()
		case "Language":
			d.plain(languageField, 1, name, w.attr("FormalName"))
		case "hopHistory", "rightsInfo", "subject", "genre", "keyword", "description", "located", "assert", "link", "remoteContent":
			w.skip()
		case "metadata":
			d.dublinCore(w)
		case "inlineXML":
			if w.empty || text != "" {
				w.skip()
				continue
			}
			b, _ := w.inner()
			text = d.inline(b)
		case "DataContent", "text": // of the text, or of a caption
			if !w.empty {
				b, _ := w.inner()
				if v := d.inline(b); len(v) > len(text) {
					text = v
				}
			}
		case "inlineData":
			plain := strings.HasPrefix(w.attr("contenttype"), "text/plain")
			v := w.markup()
			if !plain && strings.IndexByte(v, '<') >= 0 {
				v = proseOf(v)
			}
			if text == "" {
				text = strings.TrimSpace(v)
			}
		}
	}
	if text == "" {
		switch class {
		case "", "text", "composite":
			if class == "composite" {
				return "the item puts others together and holds no text"
			}
		default: // picture, graphic, audio, video, animation
			d.picture = true
		}
	}
	d.setText(1, dateline, text)
	return ""
}

// inline reads the text of an item from NITF or XHTML.
func (d *delivery) inline(b []byte) string {
	in := walkXML(b)
	for in.open(0) {
		switch string(in.name) {
		case "nitf":
			var n delivery
			n.nitf(in)
			for _, f := range []field{titleField, bylineField, outletField, urlField} {
				d.plain(f, 9, "nitf", n.value[f])
			}
			if d.dateRank == 0 && n.dateRank != 0 {
				d.date, d.dateRank = n.date, 10
			}
			for _, s := range n.signals {
				d.signal(s.Kind, s.Name)
			}
			return n.value[textField]
		case "body":
			b, _ := in.inner()
			return proseOf(string(b))
		case "html":
		default:
			return proseOf(string(bytes.TrimSpace(b)))
		}
	}
	return strings.TrimSpace(textOfXML(b))
}

// party returns the name of an organisation or person: in an element of its
// own, else literally, else the code without its vocabulary.
func party(w *xmlWalker) string {
	literal := w.attr("literal")
	if literal == "" {
		literal = code(w.attr("qcode"))
	}
	b, _ := w.inner()
	in := walkXML(b)
	for in.open(0) {
		if string(in.name) == "name" {
			if name := in.value(); name != "" {
				return name
			}
		}
	}
	return literal
}

// code returns a code without the vocabulary it is from: nprov:AP, stat:usable.
func code(qcode string) string { return qcode[strings.IndexByte(qcode, ':')+1:] }

// dublinCore takes what the metadata of an item of the Reuters Corpus say in the words of Dublin Core:
//
//	<metadata><codes>...</codes><dc element="dc.source" value="Reuters"/></metadata>
func (d *delivery) dublinCore(w *xmlWalker) {
	const behind = 1 // the item's own elements
	depth := len(w.stack)
	for w.open(depth) {
		word, ok := strings.CutPrefix(w.attr("element"), "dc.")
		if !ok || string(w.name) != "dc" {
			continue
		}
		switch f, rank := fieldOf([]byte(word)); {
		case word == "publisher": // the company
			d.plain(outletField, hostRank-1, "dc.publisher", w.attr("value"))
		case f == outletField:
			d.plain(outletField, rank, "dc."+word, w.attr("value"))
		case f == dateField:
			d.plain(dateField, rank+lastDateRank+behind, "dc."+word, w.attr("value"))
		}
	}
}
