package shingle

// stem returns the folded word without its inflection, so that what a rewrite
// changes (discuss, discussed, discussion) compares as equal. It is light: a
// plural s, then -ed, -ing, -tion or -ly of English, then one final vowel, which
// serves the plurals and genders of Romance words too. Stems are not words, and
// unlike words may meet (unit, united); they are for reworded text alone, where
// several words in order must agree.
//
// It returns the length of the stem, which is a prefix of word: all of it for
// words of other letters than a to z and for those of fewer than four.
func stem(word []byte) int {
	if len(word) < 4 || len(word) > 32 {
		return len(word)
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
