package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// holdsBack reports whether the word before the full stop at s[i] keeps it
// from ending the sentence, given what follows.
func (g *Grammar) holdsBack(s string, start, i, follow int) bool {
	b, plain := i, true // whether the word is of letters and digits only
scan:
	for b > start && i-b < word.Longest {
		if word.Kinds[s[b-1]]&(word.LowerCase|word.UpperCase|word.Digit) != 0 {
			b--
			continue
		}
		r, size := utf8.DecodeLastRuneInString(s[:b])
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
		case r == '.', r == '-', r == '\'', r == '’', r == 'º':
			plain = false
		default:
			break scan
		}
		b -= size
	}
	word := s[b:i]
	if !plain {
		word = strings.TrimLeft(word, ".-'’")
		b = i - len(word)
	}
	if word == "" || len(word) > 16 {
		return false
	}
	first, size := utf8.DecodeRuneInString(word)
	next, _ := utf8.DecodeRuneInString(s[follow:])
	if allDigits(word) {
		// "1. FC" at the head of a paragraph, "am 3. Mai" anywhere in German.
		return b == start || g.ordinals && len(word) <= 2 && !g.starter(s, follow)
	}
	use := g.use(word)
	if use == 0 && !plain {
		if k := strings.LastIndexAny(word, "-'’"); k >= 0 { // l'art. 5, Lt.-Gen. X
			tail := word[k:]
			_, n := utf8.DecodeRuneInString(tail)
			use = g.use(tail[n:])
			first, size = utf8.DecodeRuneInString(tail[n:])
			word = tail[n:]
		}
	}
	capital := unicode.IsUpper(first)
	switch {
	case use&useTitle != 0 && house(word, s[follow:]):
		return false
	case use&useJoins != 0, use&useTitle != 0 && capital:
		return true
	case use&useCounts != 0 && unicode.IsDigit(next):
		return true
	case use&useMaybe != 0, use&useName != 0 && capital:
		return !g.starter(s, follow)
	case len(word) == size && unicode.IsLetter(first): // an initial, z. B., p. 5
		if !capital {
			return unicode.IsDigit(next) || !g.starter(s, follow)
		}
		return spacedLetter(s, start, b) && g.ordinals || !g.starter(s, follow)
	case !plain && strings.Contains(word, "."): // U.N., J.R.R.
		if k := strings.LastIndexByte(word, '.'); len(word)-k-1 <= 2 && len(word) <= 8 {
			return !g.starter(s, follow)
		}
	case g.ordinals && strings.Trim(word, "IVX") == "":
		return !g.starter(s, follow)
	}
	return false
}

// house reports whether w, a title in capitals before a word that is not, are the initials of a house rather: siger
// hun til DR. Regeringen; not DR. HANSEN.
func house(w, next string) bool {
	const shortest = 2 // letters
	following := next[:word.End(next, 0)]
	return len(w) >= shortest && word.AllCapital(w) && len(following) > 1 && !word.AllCapital(following)
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// spacedLetter reports whether another abbreviated letter stands before s[b],
// as the z of "z. B.".
func spacedLetter(s string, start, b int) bool {
	b = word.TrimEnd(s, b)
	if b-2 < start || s[b-1] != '.' {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(s[:b-1])
	if !unicode.IsLetter(r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:b-1-size])
	return b-1-size <= start || !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// starter reports whether a word that begins sentences stands at s[i], or a
// quotation mark or bracket that opens one.
func (g *Grammar) starter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '"', '“', '„', '«', '‘', '¿', '¡', '(':
		return true
	}
	if !unicode.IsUpper(r) {
		return false
	}
	first, elided := word.LettersAt(s, i)
	return elided || g.use(first)&useStarter != 0
}

// speaks reports whether one of the next three words is a verb of saying, as
// after «"Is it?" Smith».
func (g *Grammar) speaks(s string, i int) bool {
	for range 3 {
		verb, _ := word.LettersAt(s, i)
		if verb == "" {
			return false
		}
		if g.use(verb)&useSpeech != 0 {
			return true
		}
		i += len(verb)
		if i < len(s) && s[i] == '.' { // Mr. Smith
			i++
		}
		if k := word.SkipSpace(s, i); k == i || k == len(s) {
			return false
		}
		i = word.SkipSpace(s, i)
	}
	return false
}
