package credit

import (
	"sync"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// languageOf returns the number of the language whose cues read a: its own if
// known, else the one whose small words are commonest
// at its start, else English.
func languageOf(a *article.Article) int {
	if i := lang.Index(a.Language); i >= 0 {
		return i
	}
	const enough = 2000 // bytes
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
