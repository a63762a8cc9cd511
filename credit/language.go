package credit

import (
	"sync"
	"unicode"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// Reads reports whether the credits of a can be read: its language is one that
// has cues, or is unknown and what is known of a is in Latin letters.
func Reads(a *article.Article) bool {
	if a.Language != "" {
		return lang.Index(a.Language) >= 0 || lang.HasPress(a.Language)
	}
	latin, other := 0, 0
	for _, s := range [...]string{a.Title, a.Outlet, a.Byline, a.Text[:min(len(a.Text), enough)]} {
		for _, c := range s {
			switch {
			case unicode.Is(unicode.Latin, c):
				latin++
			case unicode.IsLetter(c):
				other++
			}
		}
	}
	return latin >= other
}

// enough is how much of a text tells its language, in bytes.
const enough = 2000

// lexiconOf returns the cues that read a.
func lexiconOf(a *article.Article) *lexicon {
	if a.Language != "" && lang.Index(a.Language) < 0 {
		if l := lang.Press(a.Language); l != nil {
			return pressLexicons()[l.Code]()
		}
	}
	return lexicons()[languageOf(a)]()
}

// languageOf returns the number of the language whose cues read a: its own if
// known, else the one whose small words are commonest
// at its start, else English.
func languageOf(a *article.Article) int {
	if i := lang.Index(a.Language); i >= 0 {
		return i
	}
	text := a.Text[:min(len(a.Text), enough)]
	small := smallWords()
	var count [lang.Most]int
	for i := 0; i < len(text); {
		if n := word.GapLen(text, i); n > 0 {
			i += n
			continue
		}
		h, end := word.FoldHash(text, i, len(text))
		if set := small.find(h).class; end-i <= longestSmall && set != 0 {
			for k := range count {
				count[k] += int(set >> k & 1)
			}
		}
		i = end
	}
	best := 0
	for k, n := range count {
		if n > count[best] {
			best = k
		}
	}
	return best
}

// longestSmall is the length in bytes of the longest of smallWords.
const longestSmall = 5

// smallWords are common function words. The class of each is the set of the
// languages, by their number, in which it is common.
var smallWords = sync.OnceValue(func() *lexemeTable {
	all := map[string]lexeme{}
	for k, from := range lang.All() {
		for w := range from.Words("small") {
			l := all[w]
			l.class |= 1 << k
			all[w] = l
		}
	}
	t := newLexemeTable(all)
	return &t
})

// Countries returns the countries where most texts in the language of a are printed, as outlet.Namesake
// takes them; "" if none is known.
func Countries(a *article.Article) string {
	if x := lexiconOf(a); x.place != nil {
		return x.place.Country
	}
	return ""
}
