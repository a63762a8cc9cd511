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

// retrieverIssued is that line in a file where the paper stands before it: "Exempelbladet.
// Publicerat i print.", above the day.
var retrieverIssued = regexp.MustCompile(`^([^>].*?)\. (?:Publicera[dt]|Publisert|Publiceret|Udgivet|Offentliggjort) (?:p.{1,2}|i) \pL+\.?(?: .*)?$`)

// retrieverDay is a line with the day alone, maybe with time and page.
var retrieverDay = regexp.MustCompile(`^((?:19|20)\d\d-\d\d-\d\d|\d\d\.\d\d\.(?:19|20)\d\d)(?: (?:kl\.? ?)?(\d\d[:.]\d\d))?,?(?: [Ss]id[ae]n?:? .+)?$`)

// isRetrieverRule reports whether a line parts two documents of Retriever.
func isRetrieverRule(line []byte) bool {
	const shortest = 20
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
// the paper or the day and say how the article came out. Where they do not stand as it writes
// them now, a rule between documents must show that it is an archive's file.
func isRetriever(text []byte) bool {
	const near, never = 3, 1 << 20 // lines that are not empty
	paper, day, issued := never, never, never
	loosely, rule := false, false
	for len(text) > 0 {
		var line []byte
		line, text, _ = bytes.Cut(text, []byte("\n"))
		rule = rule || isRetrieverRule(bytes.TrimSpace(line))
		line = bytes.TrimSpace(line[:min(len(line), 200)])
		if len(line) == 0 {
			continue
		}
		paper, day, issued = paper+1, day+1, issued+1
		switch {
		case retrieverPaper.Match(line):
			paper = 0
		case retrieverDay.Match(line):
			day = 0
			loosely = loosely || issued <= near
		case retrieverPublished.Match(line):
			if paper <= near+1 {
				return true
			}
			loosely = loosely || day <= near
		case retrieverIssued.Match(line):
			issued = 0
		}
		if loosely && rule {
			return true
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
// In older files a rule stands below the title, with empty lines around it. Paper and day may
// also have a line each. Before the
// first document stands a list of all, each behind a ">". The address at the end leads to
// the archive and not to the paper.
func (d *document) retriever(text string) {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	h, ok := retrieverHeadOf(lines)
	if !ok {
		return
	}
	d.outlet(h.paper)
	d.plain(dateField, 1, "date", strings.TrimSpace(h.day+" "+strings.ReplaceAll(h.clock, ".", ":")))
	d.plain(titleField, 1, "title", retrieverTitle(lines[:h.from]))
	rest := lines[h.to:]
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

// A retrieverHead is what stands above the text of a document of Retriever, below its title.
type retrieverHead struct {
	from, to          int // lines that it takes, half-open
	paper, day, clock string
}

// retrieverHeadOf finds the head in the lines of a document: paper and day in one line; or the
// paper in the line that says how the article came out, and the day near it; or each in a line.
func retrieverHeadOf(lines []string) (h retrieverHead, ok bool) {
	const longest, near = 200, 6 // bytes of a line; lines, empty ones too
	short := func(of *regexp.Regexp) func(string) bool {
		return func(line string) bool { return len(line) < longest && of.MatchString(line) }
	}
	if at := slices.IndexFunc(lines, short(retrieverPaper)); at >= 0 {
		m := retrieverPaper.FindStringSubmatch(lines[at])
		return retrieverHead{at, at + 1, m[1], m[2], m[3]}, true
	}
	at := slices.IndexFunc(lines, short(retrieverDay))
	if at < 0 {
		return h, false
	}
	m := retrieverDay.FindStringSubmatch(lines[at])
	h = retrieverHead{at, at + 1, "", m[1], m[2]}
	for n := at - 1; n >= 0 && n >= at-near; n-- {
		if lines[n] == "" {
			continue
		}
		if m := retrieverIssued.FindStringSubmatch(lines[n]); m != nil {
			h.from, h.paper = n, m[1]
		} else if !retrieverPublished.MatchString(lines[n]) {
			h.from, h.paper = n, strings.TrimSuffix(lines[n], ".")
		} else {
			continue
		}
		break
	}
	if h.paper == "" || len(h.paper) > longest {
		return h, false
	}
	return h, true
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
