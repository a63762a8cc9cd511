package reader

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// retrieverPaper is the line of Retriever that names paper and day, maybe with the time of day
// and the page: "Exempelbladet, 2025-03-12 08:15", "Eksempelavisa, 12.03.2015 Side 4".
var retrieverPaper = regexp.MustCompile(`^([^>].*?), ((?:19|20)\d\d-\d\d-\d\d|\d\d\.\d\d\.(?:19|20)\d\d)(?: (?:kl\.? ?)?(\d\d[:.]\d\d))?,?(?: [Ss]id[ae]n?:? .+)?$`)

// retrieverPublished is the line of Retriever that says how the article came out:
// "Publicerat på webb.", "Publisert på trykk. Seksjon: NYHETER". The file may be of an older
// character set, in which the å is no letter of UTF-8.
var retrieverPublished = regexp.MustCompile(`^(?:Publicera[dt]|Publisert|Publiceret|Udgivet|Offentliggjort) (?:p.{1,2}|i) \pL+\.?(?: .*)?$`)

// isRetrieverRule reports whether a line parts two documents of Retriever.
func isRetrieverRule(line []byte) bool {
	const shortest = 60
	if len(line) < shortest || line[0] != '=' {
		return false
	}
	for _, c := range line {
		if c != '=' {
			return false
		}
	}
	return true
}

// mayBeRetriever reports whether a text has the words of one of its lines.
func mayBeRetriever(text []byte) bool {
	return slices.ContainsFunc([]string{"Publicera", "Publisert ", "Publiceret ", "Udgivet ", "Offentliggjort "}, func(s string) bool { return bytes.Contains(text, []byte(s)) })
}

// isRetriever reports whether a text has, one below the other, the lines of Retriever that name
// the paper and say how the article came out.
func isRetriever(text []byte) bool {
	const near = 3 // lines that are not empty
	since := near + 1
	for len(text) > 0 {
		var line []byte
		line, text, _ = bytes.Cut(text, []byte("\n"))
		line = bytes.TrimSpace(line[:min(len(line), 200)])
		switch {
		case len(line) == 0:
		case retrieverPaper.Match(line):
			since = 0
		case since <= near && retrieverPublished.Match(line):
			return true
		default:
			since++
		}
	}
	return false
}

// retriever reads a document of Retriever (Mediearkivet, Atekst), up to the rule behind it:
//
//	Kajen stängs för lastbilar
//	Exempelbladet, 2025-03-12
//	Sida 4
//	Publicerat i print.
//
//	The text, in paragraphs with an empty line between them.
//
//	© Exempelbladet
//
//	Läs hela artikeln på http://ret.nu/cmchMNgs
//
// In older files a rule stands below the title, with empty lines around it. Before the
// first document stands a list of all, each behind a ">". The address at the end leads to
// the archive and not to the paper.
func (d *document) retriever(text string) {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	at := slices.IndexFunc(lines, func(line string) bool { return len(line) < 200 && retrieverPaper.MatchString(line) })
	if at < 0 {
		return
	}
	m := retrieverPaper.FindStringSubmatch(lines[at])
	d.outlet(m[1])
	d.plain(dateField, 1, "date", strings.TrimSpace(m[2]+" "+strings.ReplaceAll(m[3], ".", ":")))
	d.plain(titleField, 1, "title", retrieverTitle(lines[:at]))
	rest := lines[at+1:]
	if n := slices.IndexFunc(rest[:min(len(rest), 5)], retrieverPublished.MatchString); n >= 0 {
		rest = rest[n+1:]
	}
	if end := slices.IndexFunc(rest, endsRetriever); end >= 0 {
		rest = rest[:end]
	}
	var paragraphs []string
	for _, block := range blocksOf(strings.Join(rest, "\n")) {
		if name, ok := strings.CutPrefix(block[0], "Av "); ok && len(paragraphs) == 0 && len(block) == 1 && isName(name) {
			d.says(bylineLabel, name)
			continue
		}
		paragraphs = paragraphsOf(paragraphs, block)
	}
	const short = 75 // words of the beginning of an article on the web, which is all that some papers give
	if n := len(paragraphs); n > 0 && isCutOff(paragraphs[n-1]) && len(strings.Fields(strings.Join(paragraphs, " "))) <= short {
		d.blank = true
		return
	}
	d.body(paragraphs, "")
}

// isCutOff reports whether a text ends in the marks for what was left out.
func isCutOff(s string) bool { return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") }

// retrieverTitle returns the title above the line that names the paper.
func retrieverTitle(above []string) string {
	end := len(above)
	for end > 0 && strings.Trim(above[end-1], "-") == "" { // empty, or the rule
		end--
	}
	from := end
	const most = 3 // lines of a title
	for from > 0 && end-from < most && above[from-1] != "" {
		from--
	}
	return strings.Join(above[from:end], " ")
}

// endsRetriever reports whether a line stands behind the text of a document of Retriever.
func endsRetriever(line string) bool {
	for _, mark := range [...]string{"©", "Se webartikeln på ", "Läs hela artikeln på ", "Se webartikkelen på ", "Les hele artikkelen på ", "Se webartiklen på ", "Læs hele artiklen på ", "Alla artiklar är skyddade", "Alle artikler er beskyttet"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return isRetrieverRule([]byte(line))
}
