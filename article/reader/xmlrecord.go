package reader

import (
	"bytes"
	"regexp"
	"strings"
)

// recordNames are elements that hold an article each, in documents that databases, corpora and people's own programs
// write in a form of their own.
var recordNames = map[string]bool{
	"article": true, "newsarticle": true, "doc": true, "document": true, "news": true, "story": true, "newsstory": true, "item": true, "newsitem": true,
	"record": true, "row": true, "post": true, "entry": true, "result": true, "reuters": true,
}

// recordOf returns the name of the elements that are articles in a document of a form of its own that begins with head: of
// the first of recordNames that has, among its own elements, one that is named as a text and one that is named as something else of
// an article. It is empty if there is none.
//
//	<articles><article><title>...</title><publishedDate>...</publishedDate><source><name>...</name></source><content>...</content></article></articles>
//	<add><doc><field name="title">...</field><field name="text">...</field></doc></add>
//	<DOC id="EXA_20250312.0001"><HEADLINE>...</HEADLINE><DATELINE>...</DATELINE><TEXT><P>...</P></TEXT></DOC>
//	<REUTERS NEWID="1"><DATE>...</DATE><TEXT><TITLE>...</TITLE><BODY>...</BODY></TEXT></REUTERS>
func recordOf(head []byte) string {
	if e := wide(head); e != nil {
		head, _ = e.NewDecoder().Bytes(head[:len(head)&^3])
	}
	w := walkXML(head)
	for w.open(0) {
		name := strings.ToLower(string(w.name))
		if !recordNames[name] || w.empty {
			continue
		}
		inner := walkXML(w.b[w.i:])
		var has [fieldCount]bool
		for inner.open(0) && !isRecord(&has) {
			if len(inner.stack) == 0 || recordNames[strings.ToLower(string(inner.name))] && !has[titleField] {
				break // it holds records itself
			}
			_, f, _ := recordField(inner)
			has[f] = true
			if f != textField || !holdsTitle(inner) {
				inner.skip()
			}
		}
		if isRecord(&has) {
			return name
		}
	}
	return ""
}

// isRecord reports whether what has these fields is an article.
func isRecord(has *[fieldCount]bool) bool {
	return has[textField] && (has[titleField] || has[dateField] || has[urlField])
}

// recordField returns the name of the element that has just opened, its own or, where that is of any field, the one that it
// gives, and the field that it names.
func recordField(w *xmlWalker) (name []byte, f field, rank uint8) {
	name = w.name
	switch strings.ToLower(string(w.name)) {
	case "field", "str", "arr", "date", "property", "column", "col", "f", "meta", "attribute", "string", "element", "value":
		if v := w.attr("name"); v != "" {
			name = []byte(v)
		}
	case "hl", "hl1", "ti": // of corpora in SGML
		return name, titleField, 2
	case "so", "pub", "pubname":
		return name, outletField, 3
	case "dd", "dt":
		return name, dateField, 5
	case "docno":
		return name, idField, 3
	}
	f, rank = fieldOf(name)
	return name, f, rank
}

// holdsTitle reports whether the element which has just opened, and is named as a text, has a title and the text
// proper in it.
func holdsTitle(w *xmlWalker) bool {
	const near = 2 << 10 // bytes
	rest := bytes.ToLower(w.b[w.i:min(len(w.b), w.i+near)])
	title := bytes.Index(rest, []byte("<title>"))
	closed := bytes.Index(rest, []byte("</text>"))
	return title >= 0 && (closed < 0 || title < closed)
}

// record reads an article in an element of recordNames.
func (d *delivery) record(w *xmlWalker) {
	for _, name := range [...]string{"id", "url", "title", "date", "published", "source", "author", "lang"} {
		if v := w.attr(name); v != "" {
			f, rank := fieldOf([]byte(name))
			d.plain(f, rank+1, name, v)
		}
	}
	if day := corpusDay.FindStringSubmatch(d.value[idField]); day != nil {
		d.plain(dateField, lastDateRank, "id", day[1])
	}
	dateline := ""
	depth := len(w.stack)
	for w.open(depth) {
		if strings.EqualFold(string(w.name), "dateline") {
			dateline = w.value()
			continue
		}
		name, f, rank := recordField(w)
		switch f {
		case noField:
			w.skip()
		case nestField: // its elements follow
		case textField:
			if holdsTitle(w) {
				continue
			}
			d.recordText(w, rank)
		case leadField:
			d.set(leadField, rank, name, w.markup())
		default:
			d.set(f, rank, name, recordLine(w))
		}
	}
	if place, _, _ := strings.Cut(strings.TrimSpace(dateline), ","); place != "" && d.rank[textField] != 0 && !strings.HasPrefix(d.value[textField], place) {
		d.value[textField] = strings.TrimSpace(dateline) + "\n\n" + d.value[textField]
	}
}

// otherDocument returns what a corpus of agencies says that a document is which is no story, in the words of those that are
// called Gigaword: several items in one, a notice to editors, another. It is empty for all else.
func otherDocument(kind string) string {
	switch kind {
	case "multi":
		return "one of several items"
	case "advis":
		return "a notice to editors"
	case "other":
		return "neither a story nor a notice"
	}
	return ""
}

// corpusDay is the day in the number of a document of the corpora that are called Gigaword: NYT_ENG_20101204.0001.
var corpusDay = regexp.MustCompile(`^[A-Z]{3}_[A-Z]{3}_((?:19|20)\d{6})\.\d{4}$`)

// recordText takes the text of an article: paragraphs in elements, HTML that is escaped, or plain text.
func (d *delivery) recordText(w *xmlWalker, rank uint8) {
	b, tags := w.inner()
	if tags {
		d.fields.setText(rank, proseOf(string(b)))
		return
	}
	d.fields.setText(rank, strings.Trim(textOfXML(b), "\x02\x03 \t\r\n"))
}

// recordLine passes over an element and returns what it says on one line: where it holds others, of the name, or of all.
func recordLine(w *xmlWalker) string {
	b, tags := w.inner()
	if !tags {
		return strings.Join(strings.Fields(textOfXML(b)), " ")
	}
	var all []string
	in := walkXML(b)
	for in.open(0) {
		name := strings.ToLower(string(in.name))
		if recordNames[name] { // its elements follow
			continue
		}
		v := recordLine(in)
		if name == "name" || name == "title" {
			return v
		}
		if v != "" && !isURL(v) {
			all = append(all, v)
		}
	}
	return strings.Join(all, ", ")
}
