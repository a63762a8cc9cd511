package credit

import "wiretrace/article"

// languageOf returns the number of the language whose cues read a: its own if
// known to be one of languages, else the one whose small words are commonest
// at its begin, else English.
func languageOf(a *article.Article) int {
	for i, l := range languages {
		if a.Language == l {
			return i
		}
	}
	const enough = 3000 // bytes
	text := a.Text
	var count [len(languages)]int
	for i := 0; i < len(text) && i < enough; {
		if n := gapLen(text, i); n > 0 {
			i += n
			continue
		}
		end := wordEnd(text, i)
		if w := text[i:end]; len(w) <= 4 {
			if set, ok := smallWords[w]; ok {
				for k := range count {
					if set&(1<<k) != 0 {
						count[k]++
					}
				}
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

// smallWords are common function words, with the set of the languages, by
// their number, in which they are common. Only lower case is counted.
var smallWords = func() map[string]uint8 {
	words := [len(languages)][]string{
		{"the", "of", "and", "to", "was", "that", "for", "is", "with", "he", "his", "at", "it", "has", "from", "this", "said", "on", "by"},
		{"el", "los", "las", "del", "y", "se", "por", "con", "su", "que", "una", "al", "es", "lo", "como", "más", "la", "de", "en", "un", "para"},
		{"le", "les", "des", "du", "et", "est", "que", "une", "dans", "au", "sur", "pas", "il", "ce", "par", "la", "de", "en", "un", "pour", "aux"},
		{"der", "die", "das", "und", "den", "von", "ist", "mit", "dem", "des", "ein", "für", "auf", "sich", "im", "in", "zu", "eine", "hat", "bei"},
		{"il", "di", "che", "e", "della", "per", "una", "gli", "con", "non", "del", "è", "al", "dal", "nel", "sono", "la", "un", "i", "dei", "ha"},
		{"o", "os", "as", "do", "da", "dos", "das", "que", "uma", "com", "em", "não", "e", "no", "na", "ao", "é", "de", "um", "para", "por"},
	}
	m := make(map[string]uint8, 128)
	for k, ws := range words {
		for _, w := range ws {
			m[w] |= 1 << k
		}
	}
	return m
}()
