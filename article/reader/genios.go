package reader

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"wiretrace/article/date"
)

// geniosLabels are the labels that Genios and wiso write beside those of labelNames and tailLabels, in lower case.
var geniosLabels = map[string]label{
	"quelle": publicationLabel, "zeitung": publicationLabel, "zeitschrift": publicationLabel, "medium": publicationLabel, "publikation": publicationLabel,
	"autor": bylineLabel, "autoren": bylineLabel, "autor(en)": bylineLabel, "autorin": bylineLabel, "verfasser": bylineLabel, "von": bylineLabel,
	"datum": dateLabel, "erscheinungsdatum": dateLabel, "titel": titleLabel, "hauptüberschrift": titleLabel, "überschrift": titleLabel, "sprache": languageLabel,
}

// geniosNoted are labels of what Genios notes of an article besides.
var geniosNoted = []string{
	"ressort", "rubrik", "ausgabe", "dokumentnummer", "dok.-nr.", "dokument-nr.", "serie", "serientitel", "seite", "seiten", "nummer", "jahrgang", "issn", "isbn", "verlag", "ort", "land", "region", "branche", "branchen",
	"firma", "firmen", "unternehmen", "person", "personen", "thema", "themen", "schlagwort", "schlagwörter", "schlagworte", "deskriptor", "deskriptoren", "sachgebiet", "klassifikation", "dokumenttyp", "dokumentart", "textart", "medienart",
	"untertitel", "dachzeile", "unterzeile", "umfang", "wörter", "länge", "update", "update-datum", "abbildung", "foto", "fotos", "bild", "grafik", "isin", "wkn", "quellenangabe", "copyright", "dauerhafte adresse des dokuments", "alle rechte vorbehalten",
}

// geniosLabel parts a line at the label of Genios that it begins with.
func geniosLabel(line string) (l label, value string) {
	const longest = 40 // bytes of a label
	name, value, ok := strings.Cut(line, ":")
	if !ok || len(name) > longest {
		return noLabel, ""
	}
	name = strings.ToLower(strings.TrimSpace(name))
	if l = geniosLabels[name]; l == noLabel && slices.Contains(geniosNoted, name) {
		l = otherLabel
	}
	return l, strings.TrimSpace(value)
}

// geniosCell is a label of Genios in a table: it has a cell of its own, and no colon, which a line of text shall have.
var geniosCell = regexp.MustCompile(`(?i)(<(?:t[dh]|dt)\b[^>]*>\s*(?:<(?:b|strong|span)\b[^>]*>\s*)?)([\pL][\pL().-]{1,18}(?: [\pL]{2,10}){0,3})(\s*(?:</(?:b|strong|span)>\s*)?</(?:t[dh]|dt)>\s*<(?:td|dd)\b)`)

// withGeniosColons returns a page with a colon behind the labels in the cells of its tables.
func withGeniosColons(page string) string { return geniosCell.ReplaceAllString(page, "$1$2:$3") }

// geniosPage is a line that the printed form has on each page, which counts them: "Seite 1 von 2". Above stands "Dokumente".
var geniosPage = regexp.MustCompile(`^(?:Dokumente?|Seite\s+\d+(?:\s+von\s+\d+)?|Inhaltsverzeichnis|\d+ (?:ausgewählte )?Dokumente?|(?:Ihre (?:Auswahl|Suche|Recherche|Suchanfrage)|Suchanfrage|Suchbegriffe?|Trefferliste|Treffer)\b.{0,120}|(?:Ausgegeben|Ausgedruckt|Gedruckt|Erstellt) am .{4,40})$`)

// geniosEntry is a line of the list of all documents that stands before the first.
var geniosEntry = regexp.MustCompile(`^\d{1,4}\.\s.*(?:\.\s?){3,}\s*\d{1,4}$`)

// geniosSource is where an article stood: "Beispielblatt vom 12.03.2025, Nr. 60, S. 3". Papers and years differ in what stands
// between the name and the day: vom, VOM, v., den, a comma.
var geniosSource = regexp.MustCompile(`^(.{2,80}?)[\s,]*\s(?:vom\s|VOM\s|v\.\s?|den\s)?\s*(\d{1,2}\.\s?(?:\d{1,2}\.|[A-Za-zäÄ]{3,9}\.?\s)\s?(?:\d{4}|\d{2}))(?:\D|$)`)

// genios reads a document of Genios or wiso. What is noted of it, a label a line, stands before the title, between title and text or behind
// the text; in front may stand the paper and the day alone:
//
//	Beispielblatt vom 12.03.2025, S. 3
//	Hafen bleibt offen
//	Der Text.
//	Ada Crane
//	Quelle:          Beispielblatt vom 12.03.2025, Nr. 60, S. 3
//	Ressort:         Lokales
//	Dokumentnummer:  BB__2025
//	Dauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/BB__2025
//	Alle Rechte vorbehalten: (c) Beispiel GmbH
//	© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH
func (d *document) genios(text string) {
	const longestTitle, mostLines = 200, 3 // bytes; blocks before the notes that are no text
	lines := geniosLines(text)
	from, to := geniosNotes(lines)
	d.geniosSays(lines[from:to])
	before, behind := blocksAgain(lines[:from]), blocksAgain(lines[to:])
	if len(behind) > 0 && size(before) <= longestTitle && len(before) <= mostLines {
		if len(before) > 0 {
			d.plain(titleField, 1, "title", strings.Join(before[0], " "))
			before = before[1:]
		}
		before = append(before, behind...)
	} else if n := len(before) - 1; n > 1 && from < to && len(before[n]) == 1 && isName(before[n][0]) {
		d.plain(bylineField, 2, "byline", before[n][0])
		before = before[:n]
	}
	if len(before) > 1 && d.geniosHead(before[0]) {
		before = before[1:]
	}
	if len(before) > 0 && d.paperAndDay(before[0][0]) {
		if before[0] = before[0][1:]; len(before[0]) == 0 {
			before = before[1:]
		}
	}
	if len(before) > 1 && d.rank[titleField] == 0 && size(before[:1]) <= longestTitle {
		d.plain(titleField, 2, "title", strings.Join(before[0], " "))
		before = before[1:]
	}
	d.blocks(before)
}

// geniosHead takes the lines of the first block where they are the title, maybe the writer, and paper and day, and reports whether they are.
func (d *document) geniosHead(block []string) bool {
	const mostLines = 5
	last := len(block) - 1
	if last < 1 || last >= mostLines || d.rank[titleField] != 0 || !geniosSource.MatchString(block[last]) || !d.paperAndDay(block[last]) {
		return false
	}
	if last > 1 && isName(block[last-1]) {
		last--
		d.plain(bylineField, 2, "byline", block[last])
	}
	d.plain(titleField, 1, "title", strings.Join(block[:last], " "))
	return true
}

// blocks makes blocks of lines the text.
func (d *document) blocks(list [][]string) {
	var paragraphs []string
	for _, block := range list {
		paragraphs = paragraphsOf(paragraphs, block)
	}
	d.body(paragraphs, "")
}

// A geniosLine is a line of a document.
type geniosLine struct {
	text  string
	block int // lines between two empty ones have one number
	label label
	value string
}

// geniosLines returns the lines of a document, up to those that say where it is found and whose it is, and without
// those that the printed form has on each page and before the first document.
func geniosLines(text string) (lines []geniosLine) {
	for n, block := range blocksOf(text) {
		for _, line := range block {
			line = strings.Join(strings.Fields(line), " ")
			if geniosPage.MatchString(line) || geniosEntry.MatchString(line) {
				continue
			}
			l := geniosLine{text: line, block: n}
			l.label, l.value = geniosLabel(line)
			begin := strings.ToLower(line)
			switch {
			case isCopyright(line):
			case !strings.HasPrefix(begin, "dauerhafte adresse des dokuments") && !strings.HasPrefix(begin, "alle rechte vorbehalten"):
				lines = append(lines, l)
			case len(lines) > 0:
				return lines
			}
		}
	}
	return lines
}

// geniosNotes returns where what is noted of the article begins and ends among its lines: the first row of labels, with
// values that have a line of their own, in which the paper or the number of the document is given.
func geniosNotes(lines []geniosLine) (from, to int) {
	for i := 0; i < len(lines); i++ {
		if lines[i].label == noLabel {
			continue
		}
		end, given := i, false
		for end < len(lines) {
			l := lines[end]
			if l.label == noLabel && !(end > i && amongNotes(lines, end)) {
				break
			}
			given = given || l.label == publicationLabel || strings.HasPrefix(l.text, "Dokument")
			end++
		}
		if given && (end-i > 1 || geniosSource.MatchString(lines[i].value)) {
			return i, end
		}
		i = end
	}
	return len(lines), len(lines)
}

// amongNotes reports whether line i, which has no label, goes on with the note before it: with its value, or
// within a block of notes.
func amongNotes(lines []geniosLine, i int) bool {
	if lines[i-1].label == noLabel {
		return false
	}
	return lines[i-1].value == "" || i+1 < len(lines) && lines[i+1].label != noLabel && lines[i+1].block == lines[i].block
}

// geniosSays takes what the lines of a document note of it.
func (d *document) geniosSays(lines []geniosLine) {
	for i, l := range lines {
		v := l.value
		if i+1 < len(lines) && lines[i+1].label == noLabel {
			v = strings.TrimSpace(v + " " + lines[i+1].text)
		}
		switch l.label {
		case noLabel:
		case publicationLabel:
			if !d.paperAndDay(v) {
				name, _, _ := strings.Cut(v, ", ")
				d.paper(strings.Trim(name, `"„“”»«`))
			}
		case dateLabel:
			d.germanDay(v)
		default:
			d.says(l.label, v)
		}
	}
}

// paperAndDay takes a line that names a paper and the day, and reports whether it does.
func (d *document) paperAndDay(line string) bool {
	m := geniosSource.FindStringSubmatch(line)
	if m == nil || !d.germanDay(m[2]) {
		return false
	}
	d.paper(strings.Trim(m[1], `"„“”»«, `))
	return true
}

// germanDay takes a day with the day before the month, and reports whether v is one. Of a year in two figures those
// up to 79 are of this century.
func (d *document) germanDay(v string) bool {
	if m := shortGermanDay.FindStringSubmatch(v); m != nil {
		day, month, year := fmt.Sprintf("%02s", m[1]), fmt.Sprintf("%02s", m[2]), m[3]
		switch {
		case len(year) == 2 && year < "80":
			year = "20" + year
		case len(year) == 2:
			year = "19" + year
		}
		v = year + "-" + month + "-" + day
	}
	if _, ok := date.Parse(v); !ok {
		return false
	}
	d.plain(dateField, 1, "date", v)
	return true
}

var shortGermanDay = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$`)

// size returns how many bytes of text blocks hold.
func size(blocks [][]string) (n int) {
	for _, block := range blocks {
		for _, line := range block {
			n += len(line)
		}
	}
	return n
}

// blocksAgain returns the blocks that lines are of.
func blocksAgain(lines []geniosLine) (blocks [][]string) {
	for i, l := range lines {
		if i == 0 || l.block != lines[i-1].block {
			blocks = append(blocks, nil)
		}
		last := &blocks[len(blocks)-1]
		*last = append(*last, l.text)
	}
	return blocks
}
