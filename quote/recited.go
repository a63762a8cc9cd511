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
	r.bulletins(words)
	for i := 1; i < len(r.paras); i++ {
		if r.intro(i-1) != nil {
			for k, n := i, r.versesFrom(i); k < n; k++ {
				words[k] = true
			}
		}
	}
}

// bulletins marks the paragraphs that are in capitals, if the text has others: in a text that is all in
// capitals they tell nothing.
func (r *reading) bulletins(words []bool) {
	const glance = 24 // bytes at the head of a paragraph that show in nearly all that it is none
	var shouted []int
	for i := range r.paras {
		p := &r.paras[i]
		text := r.tokens.text[p.Start:p.End]
		if p.Kind != article.Prose || len(text) < leastShouted || strings.ContainsFunc(text[:glance], smallASCII) && strings.ContainsFunc(text[len(text)-glance:], smallASCII) {
			continue
		}
		if all, capitals := letters(text); all >= leastShouted && capitals >= all-all/20 {
			shouted = append(shouted, i)
		}
	}
	if len(shouted) == 0 {
		return
	}
	small := 0
	for i := range r.paras {
		if p := &r.paras[i]; p.Kind == article.Prose {
			all, capitals := letters(r.tokens.text[p.Start:p.End])
			small += all - capitals
		}
	}
	if small < leastShouted {
		return
	}
	for _, i := range shouted {
		words[i] = true
	}
}

// smallASCII reports whether c is a small letter of ASCII.
func smallASCII(c rune) bool { return c >= 'a' && c <= 'z' }

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
