package reader

import (
	"slices"
	"strings"

	"wiretrace/article/date"
)

// factivaCodes are the fields of Factiva's form with codes.
var factivaCodes = []string{
	"CLM", "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "ART",
}

// factivaCode returns the code that a line begins with, empty if it has none.
func factivaCode(line string) string {
	code, _, _ := strings.Cut(strings.ReplaceAll(line, "\t", " "), " ")
	if len(code) >= 2 && len(code) <= 3 && slices.Contains(factivaCodes, code) {
		return code
	}
	return ""
}

// factiva reads a document of Factiva, up to the line that ends it, in either of
// its forms. That with codes is
//
//	HD Harbour stays open
//	BY By Ada Crane
//	WC 311 words
//	PD 12 March 2025
//	SN The Example
//	LA English
//	LP
//	The first paragraph.
//	TD
//	The others.
//	AN Document EXAM000020250312el3c0000x
//
// and that for readers has the same in the same order, without codes and TD, and
// a line with the copyright before the text.
func (d *document) factiva(text string) {
	lines := linesOf(text)
	coded := 0
	for _, line := range lines {
		if c := factivaCode(line); c == "HD" || c == "TD" || c == "LP" || c == "PD" || c == "WC" {
			coded++
		}
	}
	if coded >= 3 {
		d.factivaCoded(lines)
		return
	}
	at := slices.IndexFunc(lines, wordCount.MatchString)
	if at < 0 {
		return
	}
	d.factivaHead(lines[max(0, at-4):at])
	n := d.factivaSource(lines, at+1)
	var paragraphs []string
	for ; n < len(lines) && !endsDocument(factivaExport, []byte(lines[n])); n++ {
		paragraphs = append(paragraphs, lines[n])
	}
	// The last line before the number is the publisher, where it has no stop.
	if k := len(paragraphs) - 1; k > 0 && len(paragraphs[k]) < 80 && !strings.ContainsAny(paragraphs[k][len(paragraphs[k])-1:], `.!?"”»)`) {
		paragraphs = paragraphs[:k]
	}
	d.body(paragraphs, "")
}

// factivaHead reads what stands before the number of words: a section, the
// title, who wrote it.
func (d *document) factivaHead(head []string) {
	k := len(head) - 1
	if k > 0 && (isByline(head[k]) || isName(head[k]) && len(head[k-1]) > len(head[k])) {
		d.says(bylineLabel, head[k])
		k--
	}
	if k >= 0 {
		d.plain(titleField, 1, "title", head[k])
	}
}

// factivaSource reads date, time, paper, its code, page, language and copyright,
// and returns the number of the line behind them.
func (d *document) factivaSource(lines []string, n int) int {
	day := ""
	if n < len(lines) {
		if v, ok := dateOfLine(lines[n]); ok {
			day, n = v, n+1
		}
	}
	if n < len(lines) && isClock(lines[n]) {
		day, n = day+" "+lines[n], n+1
	}
	d.plain(dateField, 1, "date", day)
	if n < len(lines) {
		d.outlet(lines[n])
		n++
	}
	for end := min(len(lines), n+9); n < end; n++ {
		switch {
		case isCopyright(lines[n]) || strings.Contains(lines[n], "Copyright") || strings.Contains(lines[n], "All Rights Reserved"):
			return n + 1
		case languageNames[strings.ToLower(lines[n])] != "":
			d.says(languageLabel, lines[n])
			if n+1 < len(lines) && !isCopyright(lines[n+1]) && len(lines[n+1]) > 120 {
				return n + 1 // no copyright
			}
		case len(lines[n]) > 120:
			return n // the text
		}
	}
	return n
}

// isClock reports whether a line is a time of day.
func isClock(line string) bool {
	_, ok := date.Parse("2000-01-02 " + line)
	return ok && len(line) <= len("08:15:00 PM GMT") && strings.Contains(line, ":")
}

// factivaCoded reads the form with codes.
func (d *document) factivaCoded(lines []string) {
	values := map[string][]string{}
	code := ""
	for _, line := range lines {
		if endsDocument(factivaExport, []byte(line)) {
			break
		}
		if c := factivaCode(line); c != "" && !(code == "TD" && len(values[c]) > 0) {
			code = c
			line = strings.TrimSpace(line[len(c):])
			if c == "HD" && len(values["HD"]) > 0 { // what stood before the first
				clear(values)
			}
		}
		if code != "" && line != "" {
			values[code] = append(values[code], line)
		}
	}
	one := func(code string) string { return strings.Join(values[code], " ") }
	d.plain(titleField, 1, "title", one("HD"))
	d.says(bylineLabel, one("BY"))
	d.plain(dateField, 1, "date", strings.TrimSpace(one("PD")+" "+one("ET")))
	d.outlet(one("SN"))
	d.says(languageLabel, one("LA"))
	d.body(append(values["LP"], values["TD"]...), "")
}
