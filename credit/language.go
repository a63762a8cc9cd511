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
	words := [...][]string{
		{"the", "of", "and", "to", "was", "that", "for", "is", "with", "he", "his", "at", "it", "has", "from", "this", "said", "on", "by"},
		{"el", "los", "las", "del", "y", "se", "por", "con", "su", "que", "una", "al", "es", "lo", "como", "más", "la", "de", "en", "un", "para"},
		{"le", "les", "des", "du", "et", "est", "que", "une", "dans", "au", "sur", "pas", "il", "ce", "par", "la", "de", "en", "un", "pour", "aux"},
		{"der", "die", "das", "und", "den", "von", "ist", "mit", "dem", "des", "ein", "für", "auf", "sich", "im", "in", "zu", "eine", "hat", "bei"},
		{"il", "di", "che", "e", "della", "per", "una", "gli", "con", "non", "del", "è", "al", "dal", "nel", "sono", "la", "un", "i", "dei", "ha"},
		{"o", "os", "as", "do", "da", "dos", "das", "que", "uma", "com", "em", "não", "e", "no", "na", "ao", "é", "de", "um", "para", "por"},
	}
	all := map[string]lexeme{}
	for k, ws := range words {
		for _, w := range ws {
			l := all[w]
			l.class |= 1 << k
			all[w] = l
		}
	}
	t := newLexemeTable(all)
	return &t
})
