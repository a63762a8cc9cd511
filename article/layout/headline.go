package layout

import (
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// findHeadline sets the index of the headline: the part that is the title
// given, unless its words are plainly furniture's; else the likeliest part of
// the head.
func (l *layouter) findHeadline() {
	l.headline = -1
	var body *wordSet
	overlap := func(i int) (shared, words int) {
		if body == nil {
			body = l.bodyWords()
		}
		return body.shared(l.text, l.parts[i].Span)
	}
	end := min(l.body+1, len(l.parts))
	if l.title != "" {
		for i := range l.parts[:end] {
			p := &l.parts[i]
			if !equalFolded(l.text[p.Start:p.End], l.title) || p.kind == article.Date || p.kind == article.Site || p.kind == article.Post || p.kind == article.Caption || p.sections || p.words < 2 && p.sure {
				continue
			}
			if p.phrase || p.kind == article.Byline || p.name && i+2 < l.body {
				if shared, words := overlap(i); shared < 3 || shared*2 < words {
					continue
				}
			}
			l.headline = i
			return
		}
	}
	var candidates [8]int
	n := 0
	for i := range l.parts[:l.body] {
		p := &l.parts[i]
		if p.sure || p.kind != article.Prose || p.name || p.role || p.words < 3 || p.Len() > 220 || p.sections || n == len(candidates) || l.slogan(i) ||
			p.ended && l.text[p.End-1] == '.' && p.words > 3 && !l.signedBelow(i) {
			continue
		}
		candidates[n] = i
		n++
	}
	if n == 0 {
		return
	}
	l.headline = candidates[0]
	if n == 1 {
		return
	}
	for _, i := range candidates[:n] {
		shared, words := overlap(i)
		enough := 1
		if i > 0 && l.parts[i-1].kind == article.Site && !l.parts[i-1].menu || l.parts[i].words <= 3 {
			enough = 2 // a slogan may stand here
		}
		if shared >= enough || shared*2 >= words && shared > 0 {
			l.headline = i
			return
		}
	}
}

// signedBelow reports whether a byline or a date stands under part i.
func (l *layouter) signedBelow(i int) bool {
	for k := i + 1; k < min(len(l.parts), i+3); k++ {
		if p := &l.parts[k]; p.kind == article.Byline || p.kind == article.Date || p.name {
			return l.parts[i].words <= 14
		}
	}
	return false
}

// slogan reports whether part i of the head reads as what a site says of
// itself: in lower case, or "Your ..." under its name.
func (l *layouter) slogan(i int) bool {
	s := l.text[l.parts[i].Start:l.parts[i].End]
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsLower(r) && len(s) < 100 {
		word, _ := word.LettersAt(s, 0)
		return len(word) == len(s) || s[len(word)] == ' ' // not iPhone
	}
	if i == 0 || l.parts[i-1].kind != article.Site || l.parts[i-1].menu {
		return false
	}
	switch word, _ := word.LettersAt(s, 0); word {
	case "Your", "Our", "Votre", "Notre", "Ihre", "Ihr", "Tu", "Su", "Nuestro", "Nuestra", "Il", "Seu", "Sua":
		return true
	}
	return false
}

// A wordSet is a set of the longer words of a stretch of text, by their first
// letters, so that inflected forms agree.
type wordSet struct {
	slots [1024]uint32
	n     int
}

// bodyWords returns the words of the beginning of the running text.
func (l *layouter) bodyWords() *wordSet {
	set := &wordSet{}
	if l.body < len(l.parts) {
		from := l.parts[l.body].Start
		to := min(len(l.text), from+3000)
		for to > from && to < len(l.text) && !utf8.RuneStart(l.text[to]) {
			to--
		}
		eachStem(l.text[from:to], func(h uint32) bool {
			set.add(h)
			return set.n < len(set.slots)/2
		})
	}
	return set
}

func (w *wordSet) add(h uint32) {
	for i := h % 1024; ; i = (i + 1) % 1024 {
		if w.slots[i] == h {
			return
		}
		if w.slots[i] == 0 {
			w.slots[i] = h
			w.n++
			return
		}
	}
}

func (w *wordSet) has(h uint32) bool {
	for i := h % 1024; w.slots[i] != 0; i = (i + 1) % 1024 {
		if w.slots[i] == h {
			return true
		}
	}
	return false
}

// shared returns how many of the longer words at s the set holds, and how many there are.
func (w *wordSet) shared(text string, s article.Span) (shared, words int) {
	eachStem(text[s.Start:s.End], func(h uint32) bool {
		words++
		if w.has(h) {
			shared++
		}
		return true
	})
	return shared, words
}

// eachStem calls f with a hash of the first five letters, in lower case, of
// each word of four letters or more, until f returns false.
func eachStem(s string, f func(uint32) bool) {
	const offset, prime = 2166136261, 16777619
	h, n := uint32(offset), 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			if n < 5 {
				h = (h ^ uint32(unicode.ToLower(r))) * prime
			}
			n++
			continue
		}
		if n >= 4 && !f(h|1) {
			return
		}
		h, n = offset, 0
	}
	if n >= 4 {
		f(h | 1)
	}
}
