package layout_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// lineSections reads a file of testdata/lines: a headline and four paragraphs of a
// story in one language, then lines as its papers print them below headlines, between
// paragraphs and at the foot, and sentences of news that sound like such lines.
func lineSections(t *testing.T, name string) map[string][]string {
	t.Helper()
	raw, err := os.ReadFile(name)
	require.NoError(t, err)
	sections, heading := map[string][]string{}, ""
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[':
			heading = strings.Trim(line, "[]")
		default:
			sections[heading] = append(sections[heading], line)
		}
	}
	return sections
}

// kindsOf lays out a story of one paragraph a line and returns the kinds of the blocks
// that hold its line at index i.
func kindsOf(lines []string, i int) []article.Kind {
	text := strings.Join(lines, "\n\n")
	from := len(strings.Join(lines[:i], "\n\n")) + len("\n\n")
	own := article.Span{Start: from, End: from + len(lines[i])}
	found, _ := layout.Find(&article.Article{Text: text})
	var kinds []article.Kind
	for _, b := range found.Blocks {
		if b.Overlaps(own) {
			kinds = append(kinds, b.Kind)
		}
	}
	return kinds
}

func TestLinesOfThirteenLanguages(t *testing.T) {
	names, err := filepath.Glob("testdata/lines/*.txt")
	require.NoError(t, err)
	require.Len(t, names, 13)
	for _, name := range names {
		s := lineSections(t, name)
		story := append(append([]string{}, s["headline"]...), s["body"]...)
		insert := func(line string, at int) []string {
			lines := append([]string{}, story[:at]...)
			return append(append(lines, line), story[at:]...)
		}
		language := strings.TrimSuffix(filepath.Base(name), ".txt")
		for section, at := range map[string]int{"head": 1, "within": 3, "foot": len(story)} {
			for _, line := range s[section] {
				for _, kind := range kindsOf(insert(line, at), at) {
					if !kind.Furniture() {
						t.Errorf("%s: %s: missed: %s", language, section, line)
						break
					}
				}
			}
		}
		for _, line := range s["prose"] {
			for _, at := range []int{3, len(story)} {
				for _, kind := range kindsOf(insert(line, at), at) {
					if kind.Furniture() {
						t.Errorf("%s: prose at %d: taken for %v: %s", language, at, kind, line)
						break
					}
				}
			}
		}
	}
}
