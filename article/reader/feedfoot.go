package reader

import (
	"strings"
	"unicode"
)

// withoutFeedFoot returns the text of an entry without the line that WordPress puts below it in the feed of a site:
//
//	The post Harbour stays open appeared first on The Example.
//	L'articolo Il porto resta aperto proviene da L'Esempio.
//
// In every language it is the title of the piece, the name of the site, and a few words around them. Where the site is
// another than the one of the feed, the line says from where the piece was taken, and stays.
func withoutFeedFoot(text, title, site string) string {
	const longest = 400 // bytes of the line
	at := strings.LastIndexByte(text, '\n') + 1
	line := text[at:]
	if at == 0 || len(line) > longest || !isFeedFoot(line, title, site) {
		return text
	}
	return strings.TrimSpace(text[:at])
}

// isFeedFoot reports whether a line is the title of a piece and the name of a site with a few words around them.
func isFeedFoot(line, title, site string) bool {
	const fewest, mostAround = 8, 40 // letters of the title; of the other words
	line, title = lettersOf(line), lettersOf(title)
	before, behind, ok := strings.Cut(line, title)
	if !ok || len([]rune(title)) < fewest {
		return false
	}
	for _, name := range namesIn(site) {
		if i := strings.LastIndex(behind, name); i >= 0 {
			around := len([]rune(before + behind[:i] + behind[i+len(name):]))
			return around > 0 && around <= mostAround
		}
	}
	return false
}

// namesIn returns the letters of what may be the name of a site in the title of its feed, which may name a section or the
// motto of the site as well.
func namesIn(site string) (names []string) {
	const fewest = 3 // letters
	for _, mark := range [...]string{"\x00", " | ", " » ", " - ", " – ", " — ", ": "} {
		for part := range strings.SplitSeq(site, mark) {
			if name := lettersOf(part); len([]rune(name)) >= fewest {
				names = append(names, name)
			}
		}
	}
	return names
}

// lettersOf returns the letters and digits of a line in lower case.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
