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
	var body *wordSet // made once it is needed
	inBody := func(i int) (shared, words int) {
		if body == nil {
			body = l.bodyWords()
		}
		return body.shared(l.text, l.parts[i].Span)
	}
	if l.headline = l.titlePart(inBody); l.headline >= 0 {
		return
	}
	candidates := l.headlines()
	if len(candidates) == 0 {
		return
	}
	l.headline = candidates[0]
	if len(candidates) == 1 {
		return
	}
	for _, i := range candidates {
		enough := 1
		if i > 0 && l.parts[i-1].kind == article.Site && !l.parts[i-1].menu || l.parts[i].words <= 3 {
			enough = 2 // a slogan may stand here
		}
		if shared, words := inBody(i); shared >= enough || shared*2 >= words && shared > 0 {
			l.headline = i
			return
		}
	}
}

// titlePart returns the first part of the head that is the title given; -1 if there
// is none. Of one that may be something else, such as a name, half of the words, three
// at least, must stand in the running text too: inBody counts them.
func (l *layouter) titlePart(inBody func(i int) (shared, words int)) int {
	if l.title == "" {
		return -1
	}
	for i := range l.parts[:min(l.body+1, len(l.parts))] {
		p := &l.parts[i]
		if !equalFolded(l.text[p.Start:p.End], l.title) || p.sections || p.words < 2 && p.sure {
			continue
		}
		switch p.kind {
		case article.Date, article.Site, article.Post, article.Caption:
			continue
		}
		if p.phrase || p.kind == article.Byline || p.name && i+2 < l.body {
			if shared, words := inBody(i); shared < 3 || shared*2 < words {
				continue
			}
		}
		return i
	}
	return -1
}

// mostHeadlines is how many parts of a head are looked at that may be the headline.
const mostHeadlines = 8

// headlines returns the first parts of the head that may be the headline by their form.
func (l *layouter) headlines() []int {
	var out []int
	for i := range l.parts[:l.body] {
		p := &l.parts[i]
		switch {
		case p.sure, p.kind != article.Prose, p.name, p.role, p.sections:
		case p.words < 3, p.Len() > 220, l.slogan(i):
		case p.ended && l.text[p.End-1] == '.' && p.words > 3 && !l.signedBelow(i): // a sentence
		case len(out) == mostHeadlines:
			return out
		default:
			out = append(out, i)
		}
	}
	return out
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
