package reader

import (
	"bytes"
	"regexp"
	"strings"
)

// proQuestNumber is the label of a document's number at ProQuest, with the number
// behind it or in the next line. In all its languages the name stands in the label.
var proQuestNumber = regexp.MustCompile(`^[^:]{0,60}ProQuest[^:]{0,60}:\s*(?:\d{6,12})?\s*$`)

// isProQuestNumber reports whether a line gives the number of a document at ProQuest.
func isProQuestNumber(line []byte) bool {
	return bytes.Contains(line, []byte("ProQuest")) && proQuestNumber.Match(line)
}

// A labelledPlace is how far an exportSplitter has come in a document of ProQuest
// that is not counted.
type labelledPlace struct {
	closing bool // its number was seen, with which what is noted of it ends
	title   int  // where in the data the last line begins that may be the title of the next
}

// labelled looks at a line of an export of ProQuest that does not count its documents.
// What stands behind the last label of one has as many names as ProQuest has languages,
// so it is the first label of the next that parts them: the line before it is the title.
func (s *exportSplitter) labelled(line []byte) error {
	trimmed := string(bytes.TrimSpace(line[:min(len(line), 400)]))
	l, _ := exportLabel(trimmed)
	switch {
	case isProQuestNumber(line):
		s.place = labelledPlace{true, len(s.data)}
	case l.begins() && s.place.closing:
		from := min(s.place.title, len(s.data))
		rest := bytes.Clone(s.data[from:])
		s.data = s.data[:from]
		if err := s.flush(); err != nil {
			return err
		}
		s.data, s.begun, s.place = rest, true, labelledPlace{}
	case l == noLabel && mayBeHeading(trimmed):
		s.place.title = len(s.data)
	}
	return nil
}

// begins reports whether ProQuest writes a label between the title and the text.
func (l label) begins() bool {
	return l == bylineLabel || l == publicationLabel || l == abstractLabel || l == textLabel
}

// mayBeHeading reports whether a line without a label may be the title of a document of
// ProQuest: it is no rule, no address and no link to the document there.
func mayBeHeading(line string) bool {
	const longestLink = 60 // "ProQuest document link", in any language
	return strings.Trim(line, "_*-= ") != "" && !isURL(line) && (len(line) > longestLink || !strings.Contains(line, "ProQuest"))
}

// proQuest reads a document of ProQuest, behind the line that counts it:
//
//	Harbour stays open
//
//	Author: Crane, Ada.
//
//	Abstract: None available.
//
//	Full text: The text, one paragraph a line.
//
//	Title: Harbour stays open
//
//	Publication title: The Example; London
//
//	Publication date: Mar 12, 2025
//	____________________________________________________________
//
// Older ones have "Publication info: The Example ; London [London]12 Mar 2025:
// A.1." instead. Where documents are not counted, the line before the first label
// is the title: more may stand before it, as a table of contents does.
func (d *document) proQuest(text string, counted bool) {
	r := proQuestReader{document: d, counted: counted}
	for _, line := range linesOf(text) {
		if strings.Trim(line, "_") != "" {
			r.line(line)
		}
	}
	d.plain(titleField, 3, "title", r.title)
	if len(r.full) > 0 && !strings.HasPrefix(r.full[0], "Not available") {
		d.body(r.full, "")
	} else {
		d.blank = len(r.abstract) > 0
	}
}

// A proQuestReader reads the lines of a document of ProQuest.
type proQuestReader struct {
	*document
	counted        bool
	headed         bool // a label was seen that stands behind the title
	title          string
	current        label
	waiting        label // one whose value is the next line
	full, abstract []string
}

func (r *proQuestReader) line(line string) {
	l, value := exportLabel(line)
	switch {
	case l == titleLabel && r.current == textLabel && r.rank[titleField] != 0: // a heading in the text
		l, value = noLabel, line
	case l == noLabel && r.waiting != noLabel && mayBeHeading(line):
		l, value = r.waiting, line
	case l == noLabel:
		value = line
	default:
		r.current = l
	}
	r.headed = r.headed || l.begins()
	r.waiting = noLabel
	switch {
	case r.current == textLabel:
		r.paragraph(value)
	case r.current == abstractLabel:
		r.abstract = append(r.abstract, value)
	case l == noLabel:
		r.heading(line)
	case value == "":
		r.waiting = l
	case l == publicationLabel:
		r.publication(value)
	default:
		r.says(l, value)
	}
}

// paragraph takes one of the text.
func (r *proQuestReader) paragraph(v string) {
	if v != "" && !strings.HasPrefix(v, "Enlarge this image") {
		r.full = append(r.full, v)
	}
}

// heading takes a line that has no label and may be the title.
func (r *proQuestReader) heading(line string) {
	if mayBeHeading(line) && (r.title == "" && r.current == noLabel || !r.counted && !r.headed) {
		r.title = line
	}
}

// publication reads where an article stood: "The Example; London", or all of it
// in one line.
func (d *document) publication(v string) {
	name, _, _ := strings.Cut(v, ";")
	name = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(name), "(Online)"))
	if before, _, ok := strings.Cut(name, ", "); ok && strings.Contains(strings.ToLower(name), "edition") {
		name = before
	}
	d.outlet(name)
	if _, after, ok := strings.Cut(v, "]"); ok { // The Example ; London [London]12 Mar 2025: A.1.
		day, _, _ := strings.Cut(strings.TrimLeft(after, ".,; "), ":")
		d.dated(day)
	}
}
