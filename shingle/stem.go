package shingle

import (
	"bytes"
	"unicode/utf8"
)

// stem returns the folded word without its inflection, so that what a rewrite
// changes (discuss, discussed, discussion) compares as equal. It is light: a
// plural s, then -ed, -ing, -tion or -ly of English, then one final vowel, which
// serves the plurals and genders of Romance words too. Stems are not words, and
// unlike words may meet (unit, united); they are for reworded text alone, where
// several words in order must agree.
//
// It returns the length of the stem, which is a prefix of word: all of it for
// words of other letters than a to z and for those of fewer than four, but for the particles of Korean.
func stem(word []byte) int {
	if len(word) < 4 || len(word) > 32 {
		return len(word)
	}
	if word[len(word)-1] >= utf8.RuneSelf {
		return unparticled(word)
	}
	for _, c := range word {
		if !isLower(c) {
			return len(word)
		}
	}
	w := ending(plural(word))
	n := len(w)
	if n >= 4 {
		switch w[n-1] {
		case 'e', 'y', 'i', 'a', 'o':
			n--
		}
	}
	if n >= 4 && w[n-1] == w[n-2] {
		n--
	}
	return n
}

// plural takes off a plural s: stories is story here, though spelled stori.
func plural(w []byte) []byte {
	n := len(w)
	if w[n-1] != 's' || string(w) == "news" {
		return w
	}
	switch w[n-2] {
	case 's', 'u': // glass, virus
		return w
	case 'i':
		if n < 7 || w[n-3] == 's' { // Paris, analysis, but not Israelis
			return w
		}
	case 'e':
		switch {
		case n >= 5 && w[n-3] == 'i': // stories
			return w[:n-2]
		case n >= 6 && (w[n-3] == 'x' || w[n-3] == 's' || w[n-3] == 'h'): // taxes, losses, matches
			return w[:n-2]
		}
	}
	return w[:n-1]
}

// ending takes off one of -ed, -ing, -tion, -sion and -ly where a stem of three
// letters with a vowel is left.
func ending(w []byte) []byte {
	n := len(w)
	switch {
	case n >= 5 && w[n-2] == 'e' && w[n-1] == 'd' && w[n-3] != 'e' && vowel(w[:n-2]):
		return w[:n-2]
	case n >= 6 && w[n-3] == 'i' && w[n-2] == 'n' && w[n-1] == 'g' && vowel(w[:n-3]):
		return w[:n-3]
	case n >= 7 && w[n-3] == 'i' && w[n-2] == 'o' && w[n-1] == 'n' && (w[n-4] == 't' || w[n-4] == 's'):
		return w[:n-3]
	case n >= 6 && w[n-2] == 'l' && (w[n-1] == 'y' || w[n-1] == 'i'): // plural has left families as famili
		return w[:n-2]
	}
	return w
}

// vowel reports whether w holds a vowel.
func vowel(w []byte) bool {
	for _, c := range w {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return true
		}
	}
	return false
}

// stemLetters holds the languages whose stems are the first letters of words, with
// how many these are at most.
var stemLetters = map[string]int{"ar": 6, "da": 6, "no": 6, "pl": 6, "ru": 6, "sv": 6, "tr": 6, "uk": 6}

// foremost returns the stem of a folded word of a language whose words have many
// forms: its first letters, so many at most. For Turkish the first five serve a
// search about as well as a morphological analysis (Can et al. 2008), and cutting
// serves Slavic languages about as well as their stemmers (McNamee et al. 2009). Those of
// Scandinavia put the article behind the noun, and the genitive behind that. An
// ending after an apostrophe, as those of Turkish names (Ankara'da), and the Arabic
// article before a word, with what is written together with it, are no part of it.
func foremost(word []byte, letters int) []byte {
	if k := bytes.IndexByte(word, '\''); k > 1 {
		word = word[:k]
	}
	if utf8.RuneCount(word) > 4 {
		for _, article := range arabicArticles {
			if rest, ok := bytes.CutPrefix(word, article); ok {
				word = rest
				break
			}
		}
	}
	for i := range string(word) {
		if letters == 0 {
			return word[:i]
		}
		letters--
	}
	return word
}

// arabicArticles are the Arabic article with the conjunctions and prepositions that
// are written together with it, the longer ones first.
var arabicArticles = [][]byte{[]byte("وال"), []byte("بال"), []byte("كال"), []byte("فال"), []byte("لل"), []byte("ال")}
