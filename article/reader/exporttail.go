package reader

import (
	"bytes"
	"regexp"
	"strings"
)

// tailMarks are what the last line of a document of NewsBank, Gale and Genios (wiso)
// begins with.
var tailMarks = map[exportKind][]string{
	newsBank: {"Record: ", "Record Number: "},
	gale:     {"Gale Document Number:"},
	genios:   {"© GBI-Genios", "(c) GBI-Genios", "Copyright GBI-Genios", "© GENIOS"},
}

// endsWithTail reports whether a line is the last of a document of these databases.
func endsWithTail(kind exportKind, line []byte) bool {
	for _, mark := range tailMarks[kind] {
		if bytes.HasPrefix(line, []byte(mark)) {
			return true
		}
	}
	return false
}

// tailOf tells which of these databases ends a document with a line, if any.
func tailOf(line []byte) exportKind {
	for _, kind := range [...]exportKind{newsBank, gale, genios} {
		if endsWithTail(kind, line) {
			return kind
		}
	}
	return noExport
}

// mayHaveTail reports whether one of tailMarks stands in a text.
func mayHaveTail(text []byte) bool {
	return bytes.Contains(text, []byte("Record: ")) || bytes.Contains(text, []byte("Record Number: ")) || bytes.Contains(text, []byte("GBI-Genios")) || bytes.Contains(text, []byte("© GENIOS"))
}

// tailLabels are the labels of these databases, beside labelNames.
var tailLabels = map[string]label{
	"author/byline": bylineLabel, "author(s)": bylineLabel, "column": otherLabel,
	"source": publicationLabel, "from": publicationLabel, "publication": publicationLabel, "quelle": publicationLabel, "date": dateLabel, "article text": textLabel, "full text": textLabel,
	"readability": otherLabel, "word count": otherLabel, "record": otherLabel, "record number": otherLabel, "index terms": otherLabel, "source citation": otherLabel,
	"ressort": otherLabel, "ausgabe": otherLabel, "dokumentnummer": otherLabel, "dauerhafte adresse des dokuments": otherLabel, "alle rechte vorbehalten": otherLabel,
	"gale document number": otherLabel, "openurl link": otherLabel,
}

// tailLabel parts a line at the label that it begins with.
func tailLabel(line string) (label, string) {
	name, value, ok := strings.Cut(line, ":")
	if !ok || len(name) > 40 {
		return noLabel, ""
	}
	if l := tailLabels[strings.ToLower(strings.TrimSpace(name))]; l != noLabel {
		return l, strings.TrimSpace(value)
	}
	return exportLabel(line)
}

// tailed reads a document of NewsBank, Gale or Genios:
//
//	Harbour stays open
//	Example, The (London, England) - Wednesday, March 12, 2025
//	Author: Ada Crane
//	Section: News
//	Page: 3A
//	The text.
//	Record: 123456
//	Copyright: (c) 2025 The Example. All rights reserved.
//
// The lines before the first label are title, paper and day, in any order; of Gale
// all have labels, of Genios the paper and the day are one: "Quelle: Beispielblatt
// vom 12.03.2025, Nr. 60, S. 3". Labels may stand behind the text as well.
func (d *document) tailed(text string) {
	r := tailedReader{document: d}
	for _, line := range linesOf(text) {
		for _, part := range r.parts(line) {
			r.line(part)
		}
	}
	d.tailedHead(r.head)
	d.body(r.paragraphs, "")
}

// A tailedReader reads the lines of a document of NewsBank, Gale or Genios.
type tailedReader struct {
	*document
	at               tailedPart
	waiting          label // one whose value is the next line
	head, paragraphs []string
}

// A tailedPart is what a tailedReader has come to.
type tailedPart uint8

const (
	inHead tailedPart = iota
	inLabels
	inText
	inTail
)

func (r *tailedReader) line(line string) {
	const longestHead, mostHead = 200, 3 // bytes of a line of the head; lines
	l, value := tailLabel(line)
	if r.at == inText && len(r.paragraphs) > 0 && closesTailed(line, l) {
		r.at = inTail
	}
	switch {
	case r.passesOver(line):
	case r.at == inText:
		r.paragraphs = append(r.paragraphs, line)
	case l != noLabel:
		r.label(l, value)
	case r.waiting != noLabel:
		r.saysOfPaper(r.waiting, line)
		r.waiting = noLabel
	case r.at == inHead && len(r.head) < mostHead && len(line) <= longestHead:
		r.head = append(r.head, line)
	case r.at != inTail:
		r.at, r.paragraphs = inText, append(r.paragraphs, line)
	}
}

// passesOver reports whether a line, where it stands, says nothing of the article: in the head it is
// of the document before, behind it whose the article is, among the labels how long.
func (r *tailedReader) passesOver(line string) bool {
	switch r.at {
	case inHead:
		return isOfBefore(line)
	case inLabels:
		return isOpenURL(line) || isCopyright(line) || wordCount.MatchString(strings.ToLower(line))
	}
	return isCopyright(line)
}

// parts returns the parts of a line before the text in which NewsBank writes several things:
// "March 12, 2025 | The Example (London, England)", "Author: Ada Crane | Section: News | 311 Words".
func (r *tailedReader) parts(line string) []string {
	parts := strings.Split(line, " | ")
	if l, _ := tailLabel(line); len(parts) > 1 && r.at < inText && (l != noLabel || r.dated(parts[0])) {
		return parts
	}
	return []string{line}
}

// isOfBefore reports whether a line in the head belongs to the document before, behind its last
// line: whose it is, with a year or the word for it, unlike a title that begins so; how it is to be
// cited; the name of NewsBank; a rule.
func isOfBefore(line string) bool {
	if isCopyright(line) && (strings.ContainsAny(line, "0123456789©") || strings.Contains(strings.ToLower(line), "rights")) {
		return true
	}
	return isRule([]byte(line)) || strings.Contains(line, "NewsBank") || strings.Contains(line, "newsbank.com") || strings.HasPrefix(line, "Citation (")
}

// label takes a label that stands outside of the text.
func (r *tailedReader) label(l label, value string) {
	if l == textLabel {
		if r.at = inText; value != "" {
			r.paragraphs = append(r.paragraphs, value)
		}
		return
	}
	if len(r.head) > 0 || l != otherLabel { // else it is of the document before
		r.at = max(r.at, inLabels)
	}
	if r.waiting = noLabel; value == "" {
		r.waiting = l
	}
	r.saysOfPaper(l, value)
}

// closesTailed reports whether a line, which begins with a label or none, stands
// behind the text.
func closesTailed(line string, l label) bool {
	return l.closes() || isCopyright(line) || strings.HasPrefix(line, "Source Citation") || l == publicationLabel && strings.Contains(line, " vom ")
}

// placed is the name of a paper with the place behind it, and maybe the day.
var placed = regexp.MustCompile(`^(.+?)\s?\([^()]+\)(?:\s+[-–]\s+(.+))?$`)

// tailedHead takes the lines before the first label.
func (d *document) tailedHead(head []string) {
	for _, line := range head {
		m := placed.FindStringSubmatch(line)
		switch {
		case d.rank[dateField] == 0 && d.dated(line):
		case m != nil && d.rank[outletField] == 0:
			d.paper(m[1])
			d.dated(m[2])
		default:
			d.plain(titleField, 1, "title", line)
		}
	}
}

// saysOfPaper takes the value of a label, of which that of a paper may name the day.
func (d *document) saysOfPaper(l label, v string) {
	if l != publicationLabel {
		d.says(l, v)
		return
	}
	name, day, found := strings.Cut(v, " vom ")
	if found {
		day, _, _ = strings.Cut(day, ",")
		d.plain(dateField, 1, "date", strings.TrimSpace(day))
	} else if before, behind, ok := strings.Cut(v, ", "); ok && d.dated(behind) {
		name = before
	}
	if m := placed.FindStringSubmatch(name); m != nil {
		name = m[1]
	}
	d.paper(name)
}

// paper takes the name of a paper that may be written for sorting: "Example, The".
func (d *document) paper(name string) {
	for _, article := range [...]string{"The", "Die", "Der", "Das", "Le", "La", "El"} {
		if rest, ok := strings.CutSuffix(name, ", "+article); ok {
			name = article + " " + rest
		}
	}
	d.outlet(name)
}
