package reader

import (
	"slices"
	"strings"
)

// nexis reads a document of Nexis as it wrote them until 2019, behind the line
// that counts it:
//
//	                 The Example (London)
//
//	               March 12, 2025 Wednesday
//	                 Edition 1; Scotland
//
//	Harbour stays open
//
//	BYLINE: Ada Crane
//
//	SECTION: NEWS; Pg. 3
//
//	LENGTH: 311 words
//
//	The text, in paragraphs with an empty line between them.
//
//	LOAD-DATE: March 13, 2025
//
//	LANGUAGE: ENGLISH
//
//	          Copyright 2025 Example Newspapers Ltd
//	                  All Rights Reserved
//
// The names of the labels are those of the language it was read in.
func (d *document) nexis(text string) {
	blocks := blocksOf(text)
	n := d.nexisHead(blocks)
	var paragraphs []string
	dateline := ""
	for ; n < len(blocks); n++ { // labels before the text
		l, value := exportLabel(blocks[n][0])
		if l == noLabel && strings.TrimRight(blocks[n][0], ":") != "BODY" {
			break
		}
		value = strings.Join(append([]string{value}, blocks[n][1:]...), " ")
		switch l {
		case noLabel: // BODY: with the text behind it
			if rest := blocks[n][1:]; len(rest) > 0 {
				paragraphs = paragraphsOf(paragraphs, rest)
			}
		case datelineLabel:
			dateline = value
		case standfirstLabel:
			paragraphs = append(paragraphs, withoutAddress(value))
		default:
			d.says(l, value)
		}
	}
	for ; n < len(blocks); n++ {
		l, _ := exportLabel(blocks[n][0])
		if l.closes() || isCopyright(blocks[n][0]) {
			break
		}
		paragraphs = paragraphsOf(paragraphs, blocks[n])
	}
	for ; n < len(blocks); n++ {
		if l, value := exportLabel(blocks[n][0]); l == languageLabel || l == urlLabel {
			d.says(l, value)
		}
	}
	d.body(paragraphs, dateline)
}

// nexisHead reads what stands before the first label: the paper, the date, an
// edition and the title. It returns the number of the block behind it.
func (d *document) nexisHead(blocks [][]string) (n int) {
	n = passCopyright(blocks)
	dated := false
	for ; n < len(blocks); n++ {
		block := blocks[n]
		l, value := exportLabel(block[0])
		switch {
		case l != noLabel && l != titleLabel:
			return n
		case !dated && d.dated(block[0]):
			dated = true
		case d.rank[outletField] == 0:
			d.outlet(block[0])
			dated = dated || slices.ContainsFunc(block[1:], d.dated)
		case !dated || isEdition(block[0]) && n+1 < len(blocks):
		case d.rank[titleField] == 0:
			if value != "" {
				block = append([]string{value}, block[1:]...)
			}
			d.plain(titleField, 1, "title", strings.Join(block, " "))
		case !labelsFollow(blocks[n:]):
			return n // no label: the text begins
		}
	}
	return n
}

// passCopyright takes the lines that say whose an article is, where they come
// first, out of the blocks, and returns the number of the block behind them.
func passCopyright(blocks [][]string) (n int) {
	for n < len(blocks) && isCopyright(blocks[n][0]) {
		if blocks[n] = blocks[n][1:]; len(blocks[n]) == 0 {
			n++
		}
	}
	return n
}

// isEdition reports whether a line behind the date names an edition.
func isEdition(line string) bool {
	lower := strings.ToLower(line)
	return len(line) < 50 && (strings.Contains(lower, "edition") || strings.Contains(lower, "ausgabe") || strings.Contains(lower, "édition") || strings.Contains(lower, "editie"))
}

// labelsFollow reports whether a label stands among the next few blocks.
func labelsFollow(blocks [][]string) bool {
	const near = 4
	for _, b := range blocks[:min(len(blocks), near)] {
		if l, _ := exportLabel(b[0]); l != noLabel && !l.closes() {
			return true
		}
	}
	return false
}

// withoutAddress cuts the address of its page off a standfirst.
func withoutAddress(s string) string {
	if i := strings.Index(s, "; http"); i > 0 {
		return s[:i]
	}
	return s
}

// nexisUni reads a document of Nexis Uni and its sisters, up to the line that
// ends it:
//
//	Harbour stays open
//	The Example (London)
//	March 12, 2025 Wednesday
//	Copyright 2025 Example Newspapers Ltd All Rights Reserved
//	Section: NEWS; Pg. 3
//	Length: 311 words
//	Byline: Ada Crane
//	Body
//	The text.
//	Load-Date: March 13, 2025
//	End of Document
//
// Before the first document of a file stands a list of all.
func (d *document) nexisUni(text string) {
	lines := linesOf(text)
	n := d.nexisUniHead(lines)
	dateline := ""
	var paragraphs []string
labels:
	for ; n < len(lines) && !isBody(lines[n]); n++ {
		switch l, value := exportLabel(lines[n]); l {
		case noLabel:
			if d.rank[titleField] != 0 && len(lines[n]) > 200 { // nothing says that the text begins
				n--
				break labels
			}
		case datelineLabel:
			dateline = value
		case standfirstLabel:
			paragraphs = append(paragraphs, withoutAddress(value))
		default:
			d.says(l, value)
		}
	}
	for n++; n < len(lines) && !closesUni(lines[n]); n++ {
		paragraphs = append(paragraphs, lines[n])
	}
	for ; n < len(lines); n++ {
		if l, value := exportLabel(lines[n]); l == languageLabel || l == urlLabel {
			d.says(l, value)
		}
	}
	d.body(paragraphs, dateline)
}

// nexisUniHead reads the lines of title, paper and date, and returns the number
// of the first label behind them. Of the lines that give a date it is the last:
// before it may stand the list of all documents.
func (d *document) nexisUniHead(lines []string) (n int) {
	at := -1
	for ; n < len(lines); n++ {
		if l, _ := exportLabel(lines[n]); at >= 0 && (l == lengthLabel || l == sectionLabel || l == bylineLabel) || isBody(lines[n]) {
			break
		}
		if _, ok := dateOfLine(lines[n]); ok {
			at = n
		}
	}
	if at > 0 {
		d.dated(lines[at])
		d.outlet(lines[at-1])
	}
	if at > 1 {
		d.plain(titleField, 1, "title", lines[at-2])
	}
	return n
}

// closesUni reports whether a line of Nexis Uni follows the text.
func closesUni(line string) bool {
	l, _ := exportLabel(line)
	return l.closes() || line == "Classification" || line == "Graphic" || line == "Notes" || isCopyright(line) || endsDocument(nexisUni, []byte(line))
}

// isBody reports whether a line says that the text follows.
func isBody(line string) bool {
	switch strings.TrimRight(line, ":") {
	case "Body", "BODY", "Textkörper", "Haupttext", "Volltext", "Corps", "Corps de l'article", "Texte", "Cuerpo", "Corpo", "Tekst", "Hoofdtekst":
		return true
	}
	return false
}

// linesOf returns the lines of a text that hold anything.
func linesOf(text string) (lines []string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
