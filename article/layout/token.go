package layout

import (
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// A shape says how a word is written.
type shape uint8

const (
	shapeCapital shape = 1 << iota // begins with a capital letter
	shapeUpper                     // two letters or more, all capitals
	shapeLower                     // begins with a lower-case letter
	shapeDigit                     // begins with a digit
	shapeNumber                    // digits only
)

// A token is one word of a line.
type token struct {
	start, end int // bytes in the text
	term       *term
	class      wordClass // of term
	shape      shape
}

func (t *token) is(class wordClass) bool { return t.class&class != 0 }

// tokenize appends the words of text[at:end] to dst. A word is letters,
// digits, marks and the apostrophes, hyphens and full stops between them; of
// the last only those of abbreviations (a.m, U.S).
//
// Scanned are the words of text as word.Words finds them. What most of a text is
// made of, simple words before what surely ends them, is taken as it was scanned.
func (v *vocabulary) tokenize(dst []token, text string, scanned []word.Word, at, end int) []token {
	k := word.From(scanned, at)
	for i := at; i < end; {
		for k < len(scanned) && int(scanned[k].Start) < i {
			k++
		}
		next := end
		if k < len(scanned) {
			next = min(end, int(scanned[k].Start))
		}
		for i < next && word.Kinds[text[i]] == word.Other {
			i++
		}
		if i == end {
			break
		}
		if i < next || !simpleWord(text[:end], &scanned[k]) {
			dst, i = v.appendWord(dst, text[:end], i)
			continue
		}
		w := &scanned[k]
		i = int(w.End)
		t := token{start: int(w.Start), end: i}
		if w.Shape&word.Figures != 0 {
			t.shape, t.term, t.class = shapeDigit|shapeNumber, v.number, v.number.class
		} else {
			t.shape = firstShapes[text[t.start]]
			if w.Shape&(word.NoSmall|word.Mixed) == word.NoSmall && t.end-t.start > 1 {
				t.shape |= shapeUpper
			}
			t.term, t.class = v.lookup(w.Hash)
		}
		dst = append(dst, t)
	}
	return dst
}

// simpleWord reports whether w is a word of a line as well, being simple and
// before what surely ends it.
func simpleWord(text string, w *word.Word) bool {
	end := int(w.End)
	switch {
	case w.Shape&word.Simple == 0 || end > len(text):
		return false
	case end == len(text):
		return true
	case text[end] >= utf8.RuneSelf:
		return w.Shape&word.Mixed == 0 && word.Closes(text, end)
	}
	return !joinsWords(text, end)
}

// appendWord appends the word of any length that begins at s[i], if there is
// one, and returns the index after it.
func (v *vocabulary) appendWord(dst []token, s string, i int) ([]token, int) {
	var buf [word.Longest]byte
	start, n := i, 0
	var kinds uint8
	for i < len(s) && n < word.Longest {
		c, k := s[i], word.Kinds[s[i]]
		if k == word.Other || k == word.Wide {
			break
		}
		if k == word.UpperCase {
			c |= 0x20
		}
		kinds |= k
		buf[n] = c
		n++
		i++
	}
	if i < len(s) && (word.Kinds[s[i]] != word.Other || joinsWords(s, i) || n == word.Longest) {
		t, next, ok := v.wideWord(s, start)
		if ok {
			dst = append(dst, t)
		}
		return dst, next
	}
	t := token{start: start, end: i, shape: firstShapes[s[start]]}
	if kinds == word.UpperCase && n > 1 {
		t.shape |= shapeUpper
	}
	if kinds == word.Digit {
		t.shape |= shapeNumber
		t.term, t.class = v.number, v.number.class
	} else {
		t.term, t.class = v.lookup(word.HashOf(buf[:n]))
	}
	return append(dst, t), i
}

// firstShapes tells what the first byte of a word of ASCII letters and digits
// says of its shape.
var firstShapes = func() (shapes [256]shape) {
	for c, kind := range word.Kinds {
		switch kind {
		case word.LowerCase:
			shapes[c] = shapeLower
		case word.UpperCase:
			shapes[c] = shapeCapital
		case word.Digit:
			shapes[c] = shapeDigit
		}
	}
	return shapes
}()

// joinsWords reports whether the byte at s[i], after a letter or digit, may
// go on with the word: an apostrophe, a hyphen, a full stop before a letter.
func joinsWords(s string, i int) bool {
	switch s[i] {
	case '.', '\'', '-', '_':
		return i+1 < len(s) && word.Kinds[s[i+1]]&(word.LowerCase|word.UpperCase|word.Wide) != 0
	}
	return false
}

// wideWord reads the word at s[i], which may hold any characters. It returns
// the index after it, and not ok if what stands there is no word.
func (v *vocabulary) wideWord(s string, i int) (t token, next int, ok bool) {
	r, size := utf8.DecodeRuneInString(s[i:])
	if !wordRune(r) {
		return t, i + size, false
	}
	if r == '©' { // a word by itself, glued to the year as it often is
		term := v.find("©")
		return token{start: i, end: i + size, term: term, class: term.class}, i + size, true
	}
	t = token{start: i, shape: shapeNumber}
	switch {
	case unicode.IsUpper(r):
		t.shape = shapeCapital | shapeUpper
	case unicode.IsDigit(r):
		t.shape = shapeDigit | shapeNumber
	default:
		t.shape = shapeLower
	}
	letters := 0
	part := i // where the part since the last full stop begins
	for i < len(s) {
		r, size = utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			if !joinsLetters(s, i, size, r, part, letters) {
				break
			}
			if r == '.' {
				part = i + 1
			}
		} else if !unicode.IsDigit(r) {
			letters++
			t.shape &^= shapeNumber
			if unicode.IsLower(r) {
				t.shape &^= shapeUpper
			}
		}
		i += size
	}
	t.end = i
	if letters < 2 {
		t.shape &^= shapeUpper
	}
	if t.shape&shapeNumber != 0 {
		t.term = v.number
	} else {
		t.term = v.find(s[t.start:t.end])
	}
	t.class = t.term.class
	return t, i, true
}

// joinsLetters reports whether the character r at s[i] joins the letters before
// it to the letter behind it: an apostrophe, a hyphen, or the full stop after
// a single letter.
func joinsLetters(s string, i, size int, r rune, part, letters int) bool {
	switch r {
	case '.':
		return i-part == 1 && letters > 0 && i+1 < len(s) && word.LetterAt(s, i+1)
	case '\'', '’', '-', '_':
		return i+size < len(s) && word.LetterAt(s, i+size)
	}
	return false
}

// wordRune reports whether r belongs to words; the copyright sign makes one.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r == '©' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
