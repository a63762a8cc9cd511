package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// goesOn tells of an ASCII character behind letters and digits whether it may be
// a part of their word: 0 no, 1 in figures and between initials, 2 maybe.
var goesOn = [utf8.RuneSelf]uint8{'.': 1, ',': 1, '-': 2, '\'': 2}

// word appends the word that begins at i and returns where to read on. Most
// words are simple and end at a space: those are taken as they were scanned.
func (t *tokens) word(i, end int) int {
	for len(t.scanned) > 0 && int(t.scanned[0].Start) < i {
		t.scanned = t.scanned[1:]
	}
	if len(t.scanned) == 0 || int(t.scanned[0].Start) != i || t.scanned[0].Shape&word.Simple == 0 {
		return t.longWord(i, end)
	}
	w := &t.scanned[0]
	text, j := t.text[:end], int(w.End)
	if j > end || j < end && text[j] != ' ' && mayGoOn(text, j, w.Shape&(word.Figure|word.Lone) != 0) {
		return t.longWord(i, end)
	}
	tok := t.grow()
	tok.start, tok.end = int32(i), int32(j)
	tok.row, tok.hash, tok.role = -1, uint32(w.Hash>>32), 0
	tok.kind, tok.genitive, tok.first, tok.noun = wordToken, false, t.fresh, false
	tok.upper, tok.digit = w.Shape&word.Titled != 0, w.Shape&word.Figure != 0
	tok.shout = w.Shape&(word.NoSmall|word.Figures|word.Lone) == word.NoSmall
	t.fresh = false
	if s := t.table.find(t.slots, w.Hash); s != nil {
		tok.row, tok.role = s.row, s.role
		if t.roles == nil {
			t.vote(tok)
		}
		if j < end && text[j] == '.' && t.abbreviates(tok) {
			tok.end++
			j++
		}
	}
	return j
}

// mayGoOn reports whether the plain word that ends before text[j] may go on
// there; short says that it is one letter or a figure.
func mayGoOn(text string, j int, short bool) bool {
	c := text[j]
	if c >= utf8.RuneSelf {
		return !word.Closes(text, j)
	}
	g := goesOn[c]
	return g == 2 || g == 1 && short
}

// longWord is word for words of any kind.
func (t *tokens) longWord(i, end int) int {
	w := wordReader{text: t.text[:end], tok: token{start: int32(i), row: -1, first: t.fresh}}
	t.fresh = false
	j := i
	for j < end {
		n := w.take(j)
		if n == 0 {
			break
		}
		j += n
	}
	t.finish(&w, j)
	switch {
	case w.skip > 0:
		return j + w.skip
	case j < end:
		return t.behindWord(&w, j)
	}
	return j
}

// behindWord looks at what stands at text[j], behind the word that w read and
// that is the last of t.list, and returns where to read on.
func (t *tokens) behindWord(w *wordReader, j int) int {
	last := &t.list[len(t.list)-1]
	rest := w.text[j:]
	switch {
	case rest[0] == '.' && !last.digit && (w.initials() || t.abbreviates(last)):
		last.end++
		return j + 1
	case last.genitive && rest[0] == '\'':
		return j + len("'s")
	case last.genitive:
		return j + len("’s")
	case w.text[j-1]|0x20 == 's':
		// The Democrats' plan.
		last.genitive = strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ")
	}
	return j
}

// finish appends the word that w read, which ends before j.
func (t *tokens) finish(w *wordReader, j int) {
	tok := &w.tok
	tok.end = int32(j)
	hash := w.Sum()
	tok.hash = uint32(hash >> 32)
	tok.shout = w.letters > 1 && w.capitals == w.letters
	if s := t.table.find(t.slots, hash); s != nil {
		tok.row, tok.role = s.row, s.role
		if t.roles == nil {
			t.vote(tok)
		}
	} else if w.hyphen > 0 && clitic(t.text[w.hyphen+1:j]) {
		if s := t.table.find(t.slots, w.stem); s != nil { // disse-lhe
			tok.row = s.row
			if t.roles != nil {
				tok.role = s.role
			}
		}
	}
	t.list = append(t.list, *tok)
}

// A wordReader is a word while it is read letter by letter.
type wordReader struct {
	word.Hasher // of the word folded to lower case
	text        string
	tok         token
	stem        uint64 // hash up to its first hyphen
	hyphen      int    // where that is, 0 if there is none
	letters     int
	capitals    int
	periods     int
	skip        int // bytes to read over behind the word: the ve of they've
}

// initials reports whether the word is one letter or several with points
// between them, so that a point behind it is its own: F., U.S.
func (w *wordReader) initials() bool {
	return w.periods > 0 && w.letters > 0 || w.letters == 1 && w.capitals == 1
}

// take reads on at text[j] and returns how many bytes there belong to the
// word, 0 if it has ended.
func (w *wordReader) take(j int) int {
	switch c := w.text[j]; {
	case asciiLetter(c):
		w.letters++
		if c < 'a' {
			w.capital(j)
		}
		w.Add(c | 0x20)
		return 1
	case c >= '0' && c <= '9':
		if j == int(w.tok.start) {
			w.tok.digit = true
		}
		w.Add(c)
		return 1
	case c == '-':
		return w.takeHyphen(j)
	case c == '.':
		return w.takePoint(j)
	case c == ',' && w.tok.digit && digitAt(w.text, j+1):
		return 1
	case c == '\'':
		return w.takeApostrophe(j, 1)
	case c == 0xE2 && strings.HasPrefix(w.text[j:], "’"):
		return w.takeApostrophe(j, len("’"))
	case c < utf8.RuneSelf:
		return 0
	}
	return w.takeRune(j)
}

// capital notes a capital letter at text[j].
func (w *wordReader) capital(j int) {
	w.capitals++
	if j == int(w.tok.start) {
		w.tok.upper = true
	}
}

func (w *wordReader) takeHyphen(j int) int {
	if rest := w.text[j+1:]; !startsWord(rest) || frenchPronoun(rest) {
		return 0
	}
	if w.hyphen == 0 {
		w.hyphen, w.stem = j, w.Sum()
	}
	w.Add('-')
	return 1
}

// takePoint takes the points of U.S. and of the initials of a name, and that of
// a figure.
func (w *wordReader) takePoint(j int) int {
	initials := (w.letters == 1 || w.periods > 0) && letterAt(w.text, j+1) && !letterAt(w.text, j+2)
	if !initials && !(w.tok.digit && digitAt(w.text, j+1)) {
		return 0
	}
	w.periods++
	w.Add('.')
	return 1
}

// takeApostrophe takes an apostrophe of so many bytes, unless a genitive's s, a
// shortened verb or another word follows it.
func (w *wordReader) takeApostrophe(j, size int) int {
	rest := w.text[j+size:]
	if !startsWord(rest) {
		return 0
	}
	if rest[0]|0x20 == 's' && !startsWord(rest[1:]) && w.letters > 1 {
		w.tok.genitive = true
		return 0
	}
	if n := contracted(rest); n > 0 {
		w.skip = size + n
		return 0
	}
	if elided(w.text[w.tok.start:j], rest) { // l'homme, qu'il: two words
		w.skip = size
		return 0
	}
	w.Add('\'')
	return size
}

func (w *wordReader) takeRune(j int) int {
	r, size := utf8.DecodeRuneInString(w.text[j:])
	if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
		return 0
	}
	w.letters++
	if l := unicode.ToLower(r); l != r {
		w.capital(j)
		r = l
	}
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		w.Add(c)
	}
	return size
}
