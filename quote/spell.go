package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// endsSentence reports whether a sentence ends with the mark c before i: white
// space or a closing mark follows, and after it no small letter.
func (t *tokens) endsSentence(i, end int, c byte) bool {
	if i >= end {
		return true
	}
	space := false
	for n := 0; i < end && n < 12; n++ {
		r, size := utf8.DecodeRuneInString(t.text[i:end])
		switch {
		case unicode.IsSpace(r):
			space = true
		case isMark(r) || r == ')' || r == ']':
			space = space || c != '.' // "…!" he said
		case unicode.IsLower(r):
			return false
		default:
			return space
		}
		i += size
	}
	return true
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// letterAt and digitAt report whether text has a letter or a digit of ASCII at i.
func letterAt(text string, i int) bool { return i < len(text) && asciiLetter(text[i]) }
func digitAt(text string, i int) bool  { return i < len(text) && text[i] >= '0' && text[i] <= '9' }

// hashFolded returns the hash that the word w has as a token.
func hashFolded(w string) uint32 {
	var f word.Hasher
	addFolded(&f, w)
	return uint32(f.Sum() >> 32)
}

// addFolded adds the word w, folded to lower case, to f.
func addFolded(f *word.Hasher, w string) {
	for _, r := range w {
		var b [utf8.UTFMax]byte
		for _, c := range b[:utf8.EncodeRune(b[:], unicode.ToLower(r))] {
			f.Add(c)
		}
	}
}

// abbreviates reports whether the full stop behind a word belongs to it.
func (t *tokens) abbreviates(tok *token) bool {
	return tok.row >= 0 && t.table.traits[tok.row]&traitAbbreviates != 0 && (tok.upper || tok.end-tok.start > 2 || t.table.own != nil && tok.role&roleTitle != 0)
}

// clitic reports whether s is a pronoun that Portuguese hangs on its verbs.
func clitic(s string) bool {
	switch s {
	case "lhe", "lhes", "se", "me", "nos", "o", "a":
		return true
	}
	return false
}

// startsWord reports whether s begins with a letter or a digit.
func startsWord(s string) bool {
	if s == "" {
		return false
	}
	if c := s[0]; c < utf8.RuneSelf {
		return asciiLetter(c) || c >= '0' && c <= '9'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// frenchPronoun reports whether rest begins with the pronoun that French hangs
// on its verbs: dit-il, a-t-elle ajouté.
func frenchPronoun(rest string) bool {
	rest = strings.TrimPrefix(rest, "t-")
	for _, p := range [...]string{"ils", "elles", "elle", "il", "on", "je"} {
		if strings.HasPrefix(rest, p) && (len(rest) == len(p) || !startsWord(rest[len(p):]) && rest[len(p)] != '-') {
			return true
		}
	}
	return false
}

// contracted returns the length of the shortened verb that rest begins with:
// he'd, we'll, they've, you're, I'm.
func contracted(rest string) int {
	for _, v := range [...]string{"d", "ll", "ve", "re", "m"} {
		if strings.HasPrefix(rest, v) && !startsWord(rest[len(v):]) {
			return len(v)
		}
	}
	return 0
}

// elided reports whether w is a word that French, Italian and Portuguese
// shorten before the vowel that begins rest. O'Brien and D'Angelo stay one.
func elided(w, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsUpper(r) && w[0] >= 'A' && w[0] <= 'Z' {
		return false
	}
	switch {
	case len(w) == 1:
		return strings.ContainsRune("lLdDjJsSmMnNcCtT", rune(w[0])) && !strings.ContainsRune("dstm", rune(rest[0]))
	case len(w) <= 7:
		switch strings.ToLower(w) {
		case "qu", "dell", "all", "nell", "dall", "sull", "un", "quell", "quest", "lorsqu", "jusqu", "puisqu", "com", "dov", "cos", "sant":
			return true
		}
	}
	return false
}
