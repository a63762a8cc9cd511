package reader

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The bounds of what looks like several articles in one text.
const (
	headOfPart    = 6   // lines in which an article gives its day
	longestInHead = 120 // bytes of such a line
	shortestPart  = 300 // bytes of an article
	longRule      = 10  // signs of a rule between articles
)

// several returns how many articles a text seems to hold that an archive of newspapers, of a
// kind not read here, or a person has put into one file: parts between rules that are as long
// as articles and of which each gives a day in a line of its own near its beginning. It is 0 if
// it seems to be one.
func several(text string) int {
	const fewest = 2
	n, from := 0, 0
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end, next = len(text)-at, len(text)
		}
		if line := strings.TrimSpace(text[at : at+end]); len(line) >= longRule && isRule([]byte(line)) {
			if isDatedPart(text[from:at]) {
				n++
			}
			from = next
		}
		at = next
	}
	if from > 0 && isDatedPart(text[from:]) {
		n++
	}
	if n < fewest {
		return 0
	}
	return n
}

// isDatedPart reports whether a part of a text reads as an article with a day at its head.
func isDatedPart(part string) bool {
	if len(part) < shortestPart {
		return false
	}
	var head []string
	for line := range strings.Lines(part) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if head = append(head, line); len(head) == headOfPart {
			break
		}
	}
	return len(head) > 1 && len(head[0]) <= 2*longestInHead && slices.ContainsFunc(head[1:], givesDay)
}

// givesDay reports whether a line of a head gives a day: alone, or behind a name and before what
// else archives write there: "The Example, 12 March 2025, page 4".
func givesDay(line string) bool {
	if len(line) > longestInHead || !strings.ContainsAny(line, "0123456789") || !utf8.ValidString(line) {
		return false
	}
	if understood(line) {
		return true
	}
	parts := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",;|·•()", r) })
	for i := range parts {
		for k := i + 1; k <= min(i+3, len(parts)); k++ { // Wednesday, March 12, 2025
			if v := strings.TrimSpace(strings.Join(parts[i:k], ",")); strings.ContainsAny(v, "0123456789") && understood(v) {
				return true
			}
		}
	}
	return false
}
