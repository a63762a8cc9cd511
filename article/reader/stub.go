package reader

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// cutOff is what news services put behind the beginning of a text that is all
// they give: "[+3505 chars]" of NewsAPI, "... [2713 chars]" of GNews.
var cutOff = regexp.MustCompile(`\[\+?(\d+) (?:chars|characters)\]\s*$`)

// stub says why a text is none, empty if it is one.
func stub(text string) string {
	tail := text[max(0, len(text)-40):]
	if strings.HasSuffix(strings.TrimRight(tail, " \t\r\n"), "]") {
		if m := cutOff.FindStringSubmatch(tail); m != nil {
			return "only the beginning: the service left out the rest of the text (" + strings.TrimSpace(m[0]) + ")"
		}
	}
	if leadsOn(text) {
		return "only the beginning: it ends in a link to the rest"
	}
	if strings.HasPrefix(text, "ONLY AVAILABLE IN ") && len(text) < 80 { // of NewsData.io
		return "no text: the service keeps it for paid plans"
	}
	return ""
}

// listsAddresses reports whether a text is nothing but addresses, one a line, as crawlers are given
// and write them.
func listsAddresses(text string) bool {
	found := false
	for line := range strings.Lines(text) {
		switch line = strings.TrimSpace(line); {
		case isURL(line) && !strings.ContainsAny(line, " \t"):
			found = true
		case line != "" && !strings.HasPrefix(line, "#"):
			return false
		}
	}
	return found
}

// searchNotes are the labels of what databases note of a search beside the articles that they deliver: Nexis in a file of its own,
// or before the first article.
var searchNotes = []string{
	"user name:", "date and time:", "job number:", "documents (", "client/matter:", "search terms:", "search type:", "narrowed by:", "content type", "delivery details", "user:", "time of request:", "number of lines:", "project id:", "research information",
	"benutzername:", "datum und uhrzeit:", "auftragsnummer:", "job-nummer:", "dokumente (", "kunde/vorgang:", "suchbegriffe:", "suchart:", "eingegrenzt durch:",
	"nom d'utilisateur:", "date et heure:", "numéro de travail:", "termes de recherche:", "type de recherche:", "nombre de usuario:", "número de trabajo:", "términos de búsqueda:", "tipo de búsqueda:",
	"search summary", "results found", "search form",
}

// notesSearch reports whether a text is what a database notes of a search, with the titles that it found, and no article.
func notesSearch(text string) bool {
	const fewest, longestLine, longest = 4, 400, 64 << 10 // labels; bytes of a title; bytes
	if len(text) > longest {
		return false
	}
	found, jobs := 0, false
	for line := range strings.Lines(text) {
		if line = strings.ToLower(strings.TrimSpace(line)); len(line) > longestLine {
			return false
		}
		for _, note := range searchNotes {
			if strings.HasPrefix(line, note) {
				found++
				jobs = jobs || note != "content type" && strings.ContainsAny(line, "0123456789")
				break
			}
		}
	}
	return jobs && found >= fewest
}

// The longest beginnings that feeds and teasers give. WordPress cuts them after fifty-five
// words; a brief as short rarely ends in a link to more.
const (
	mostTeaserWords = 75
	longestTeaser   = 12 * mostTeaserWords // bytes
)

// leadsOn reports whether a text as short as a teaser ends in the mark that it was cut, […],
// or in the words of a link to the rest of it, as a line or behind the end of a sentence.
func leadsOn(text string) bool {
	if len(text) > longestTeaser || len(strings.Fields(text)) > mostTeaserWords {
		return false
	}
	const space = " \t\r\n\u00a0"
	whole := strings.TrimRight(text, space)
	if strings.HasSuffix(whole, "[…]") || strings.HasSuffix(whole, "[...]") || strings.HasSuffix(whole, "[&hellip;]") {
		return true
	}
	end := strings.ToLower(strings.TrimRight(text, space+".…»›→>]"))
	for _, link := range [...]string{
		"continue reading", "read more", "read the full story", "read the full article", "read full article", "weiterlesen", "mehr lesen", "lire la suite", "lire plus", "seguir leyendo", "leer más", "sigue leyendo",
		"leggi tutto", "continua a leggere", "leggi di più", "ler mais", "leia mais", "continue lendo", "lees verder", "lees meer", "czytaj więcej", "czytaj dalej", "читать далее", "читать полностью", "devamını oku", "läs mer", "続きを読む", "阅读全文", "閱讀全文",
	} {
		before, ok := strings.CutSuffix(end, link)
		sentence := strings.TrimRight(before, " \n")
		if !ok || sentence == "" {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(sentence) // within one the words say something else
		if strings.HasSuffix(strings.TrimRight(before, " "), "\n") || strings.ContainsRune(".…!?\"”»[(|。", last) {
			return true
		}
	}
	return false
}
