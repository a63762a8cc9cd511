package page

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words.txt
var wordsFile string

// sections are the rows of words.txt under the names of their sections.
var sections = readWords(wordsFile)

// readWords reads rows of phrases as the head of words.txt describes them.
func readWords(file string) map[string][][]string {
	all := map[string][][]string{}
	section := ""
	for line := range strings.Lines(file) {
		switch line = strings.TrimSpace(line); {
		case line == "" || line[0] == ';':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			row := strings.Split(line, " | ")
			for i, phrase := range row {
				row[i] = strings.ReplaceAll(phrase, "_", " ")
			}
			all[section] = append(all[section], row)
		}
	}
	return all
}

// rows returns the rows of a section, which has to be there.
func rows(section string) [][]string {
	if sections[section] == nil {
		panic("page: words.txt has no section " + section)
	}
	return sections[section]
}

// listed returns the phrases of a section, one row behind the other.
func listed(section string) []string { return slices.Concat(rows(section)...) }
