package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// Verses that somebody read aloud or that stand on a stone, and bulletins that an office sends out in
// capitals, are printed as they are: whoever has them has them from there.

const (
	verseLines   = 4   // lines that make verses of what a colon introduces
	longestVerse = 70  // bytes of a line
	leastShouted = 100 // letters of a bulletin in capitals
)

// recited marks the paragraphs that are verses or a bulletin.
func (r *reading) recited(words []bool) {
	small, shouted := 0, make([]bool, len(r.paras))
	for i := range r.paras {
		if p := &r.paras[i]; p.Kind == article.Prose {
			letters, capitals := letters(r.tokens.text[p.Start:p.End])
			small += letters - capitals
			shouted[i] = letters >= leastShouted && capitals >= letters-letters/20
		}
	}
	for i := range r.paras {
		if shouted[i] && small >= leastShouted { // in a text that is all in capitals they tell nothing
			words[i] = true
		}
		if i > 0 && r.intro(i-1) != nil {
			for k, n := i, r.versesFrom(i); k < n; k++ {
				words[k] = true
			}
		}
	}
}

// letters returns how many letters t has that have another case, and how many of them are capitals.
func letters(t string) (all, capitals int) {
	for _, c := range t {
		switch {
		case unicode.IsUpper(c):
			all++
			capitals++
		case unicode.IsLower(c):
			all++
		}
	}
	return all, capitals
}

// versesFrom returns the paragraph behind the verses that begin with paragraph i, or i if there are none.
// A paragraph may hold several lines.
func (r *reading) versesFrom(i int) int {
	lines, goesOn, n := 0, 0, i
	for ; n < len(r.paras); n++ {
		p := &r.paras[n]
		text := r.tokens.text[p.Start:p.End]
		if p.Kind != article.Prose || p.q != p.qEnd || !allVerses(text) {
			break
		}
		for line := range strings.SplitSeq(text, "\n") {
			lines++
			if last, _ := utf8.DecodeLastRuneInString(line); !strings.ContainsRune(".!?:", last) {
				goesOn++
			}
		}
	}
	if lines < verseLines || 4*goesOn < lines {
		return i
	}
	return n
}

// allVerses reports whether each line of a paragraph may be one of verse: short, with a capital at its head,
// and of small words for the most part, as no line of names or results is.
func allVerses(text string) bool {
	const fewest = 3 // words
	for line := range strings.SplitSeq(text, "\n") {
		first, _ := utf8.DecodeRuneInString(line)
		if len(line) > longestVerse || !unicode.IsUpper(first) || strings.ContainsAny(line, "0123456789@:|•") {
			return false
		}
		words, small := 0, 0
		for w := range strings.FieldsSeq(line) {
			words++
			if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
				small++
			}
		}
		if words < fewest || 2*small < words {
			return false
		}
	}
	return true
}
