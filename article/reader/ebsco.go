package reader

import (
	"bytes"
	"regexp"
	"strings"

	"wiretrace/article/date"
)

// beforeEBSCO is the line before a document of EBSCO.
var beforeEBSCO = regexp.MustCompile(`^Record: \d{1,6}$`)

// isEBSCO reports whether a text begins with the first document of EBSCO.
func isEBSCO(text []byte) bool {
	const near, least = 4 << 10, 3 // bytes; labels
	text = bytes.TrimLeft(bytes.TrimPrefix(text, bomUTF8), " \t\r\n")
	if !bytes.HasPrefix(text, []byte("Record: ")) {
		return false
	}
	labels := 0
	for line := range bytes.Lines(text[:min(len(text), near)]) {
		name, _, ok := strings.Cut(string(bytes.TrimSpace(line)), ":")
		if ok && ebscoLabels[strings.ToLower(name)] != noLabel {
			labels++
		}
	}
	return labels >= least && (bytes.Contains(text, []byte("Accession Number:")) || bytes.Contains(text, []byte("Database:")))
}

// ebscoLabels are the labels of EBSCO that its documents are known by or read for; all others
// end in a colon as well.
var ebscoLabels = map[string]label{
	"title": titleLabel, "authors": bylineLabel, "author": bylineLabel, "source": publicationLabel, "language": languageLabel,
	"accession number": otherLabel, "database": otherLabel, "document type": otherLabel, "persistent link to this record": otherLabel, "persistent link to this record (permalink)": otherLabel,
}

// ebscoDay is the day in what EBSCO calls the source, written as in America:
// "Example, The. 03/12/2025, p4. 1p.".
var ebscoDay = regexp.MustCompile(`^(.+?)[.;,]\s+(?:\pL+, )?(\d\d?/\d\d?/(?:19|20)\d\d)\b`)

// ebsco reads a document of EBSCO (Newspaper Source), behind the line that counts it:
//
//	Title:
//	Harbour stays open
//	Authors:
//	Crane, Ada
//	Source:
//	Example, The. 03/12/2025, p4. 1p.
//	Accession Number:
//	2W6123456
//	Database:
//	Newspaper Source Plus
//
//	The title once more, and the text.
//
//	Copyright of Example, The is the property of Example Media and its content may not be copied ...
//
// A value stands in the line of its label or in the one below.
func (d *document) ebsco(text string) {
	blocks := blocksOf(text)
	n := 0
	for ; n < len(blocks) && d.ebscoHead(blocks[n]); n++ {
	}
	var paragraphs []string
	for ; n < len(blocks); n++ {
		first := blocks[n][0]
		if strings.HasPrefix(first, "Copyright of ") || strings.HasPrefix(first, "~~~~") {
			break
		}
		if len(paragraphs) == 0 && strings.Join(blocks[n], " ") == d.value[titleField] {
			continue
		}
		paragraphs = paragraphsOf(paragraphs, blocks[n])
	}
	d.body(paragraphs, "")
}

// ebscoHead takes the labels in a block, and reports whether it has any.
func (d *document) ebscoHead(block []string) bool {
	found := false
	open := noLabel // whose value is the next line
	for _, line := range block {
		name, value, ok := strings.Cut(line, ":")
		switch l := ebscoLabels[strings.ToLower(name)]; {
		case ok && l != noLabel:
			found, open = true, l
			d.ebscoSays(l, strings.TrimSpace(value))
		case ok && value == "":
			open = otherLabel
		case open != noLabel:
			d.ebscoSays(open, line)
		}
	}
	return found
}

// ebscoSays takes the value of a label.
func (d *document) ebscoSays(l label, v string) {
	if l != publicationLabel {
		d.says(l, v)
		return
	}
	m := ebscoDay.FindStringSubmatch(v)
	if m == nil {
		return
	}
	d.order = date.MonthFirst
	d.plain(dateField, 1, "date", m[2])
	d.paper(m[1])
}
