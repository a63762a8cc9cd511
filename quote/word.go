package quote

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// goesOn tells of an ASCII character behind letters and digits whether it may be
// a part of their word: 0 no, 1 in figures and between initials, 2 maybe.
var goesOn = [utf8.RuneSelf]uint8{'.': 1, ',': 1, '-': 2, '\'': 2}

// word appends the word that begins at i and returns where to read on. Most
// words are plain and end at a space: those it reads by itself.
func (t *tokens) word(i, end int) int {
	text := t.text[:end]
	w, ok := word.PlainAt(t.text, i)
	first, j := text[i], i+w.N
	if !ok || j > end {
		return t.longWord(i, end)
	}
	digit := first <= '9'
	letters := w.N
	if w.Digits != 0 {
		letters -= bits.OnesCount64(w.Digits)
	}
	if j < end && text[j] != ' ' {
		if c := text[j]; c >= utf8.RuneSelf {
			if !word.Closes(text, j) {
				return t.longWord(i, end)
			}
		} else if g := goesOn[c]; g == 2 || g == 1 && (digit || letters == 1) {
			return t.longWord(i, end)
		}
	}
	tok := t.grow()
	tok.start, tok.end = int32(i), int32(j)
	tok.row, tok.hash, tok.role = -1, uint32(w.Hash>>32), 0
	tok.kind, tok.genitive, tok.first = wordToken, false, t.fresh
	tok.upper, tok.digit = first-'A' < 26, digit
	tok.shout = w.Small == 0 && letters > 1
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

// longWord is word for words of any kind.
func (t *tokens) longWord(i, end int) int {
	text := t.text
	tok := token{start: int32(i), row: -1, first: t.fresh}
	t.fresh = false
	var f folded
	periods := 0
	j := i
scan:
	for j < end {
		c := text[j]
		switch {
		case c >= 'a' && c <= 'z':
			f.letters++
			f.Add(c)
			j++
		case c >= 'A' && c <= 'Z':
			f.letters++
			f.capitals++
			if j == i {
				tok.upper = true
			}
			f.Add(c | 0x20)
			j++
		case c >= '0' && c <= '9':
			if j == i {
				tok.digit = true
			}
			f.Add(c)
			j++
		case c == '-':
			if j+1 >= end || !startsWord(text[j+1:end]) || t.frenchPronoun(j+1, end) {
				break scan
			}
			if f.hyphen == 0 {
				f.hyphen, f.stem = j, f.Sum()
			}
			f.Add(c)
			j++
		case c == '.':
			// U.S., and the initials of a name; a figure's decimal point.
			if j+1 >= end || !((f.letters == 1 || periods > 0) && asciiLetter(text[j+1]) && (j+2 >= end || !asciiLetter(text[j+2])) ||
				tok.digit && text[j+1] >= '0' && text[j+1] <= '9') {
				break scan
			}
			periods++
			f.Add(c)
			j++
		case c == ',' && tok.digit && j+1 < end && text[j+1] >= '0' && text[j+1] <= '9':
			j++
		case c == '\'' || c == 0xE2 && strings.HasPrefix(text[j:end], "’"):
			size := 1
			if c != '\'' {
				size = len("’")
			}
			rest := text[j+size : end]
			if !startsWord(rest) {
				break scan
			}
			if rest[0]|0x20 == 's' && (len(rest) == 1 || !startsWord(rest[1:])) && f.letters > 1 {
				tok.genitive = true
				break scan
			}
			if n := contracted(rest); n > 0 {
				t.finish(&tok, j, &f)
				return j + size + n
			}
			if elided(text[i:j], rest) { // l'homme, qu'il: two words
				t.finish(&tok, j, &f)
				return j + size
			}
			f.Add('\'')
			j += size
		case c < utf8.RuneSelf:
			break scan
		default:
			r, size := utf8.DecodeRuneInString(text[j:end])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
				break scan
			}
			f.letters++
			if l := unicode.ToLower(r); l != r {
				f.capitals++
				if j == i {
					tok.upper = true
				}
				r = l
			}
			var b [utf8.UTFMax]byte
			for _, c := range b[:utf8.EncodeRune(b[:], r)] {
				f.Add(c)
			}
			j += size
		}
	}
	t.finish(&tok, j, &f)
	last := &t.list[len(t.list)-1]
	switch {
	case j >= end:
	case text[j] == '.' && !tok.digit && (periods > 0 && f.letters > 0 || f.letters == 1 && f.capitals == 1 || t.abbreviates(last)):
		last.end++
		j++
	case tok.genitive && text[j] == '\'':
		j += len("'s")
	case tok.genitive:
		j += len("’s")
	case text[j-1]|0x20 == 's':
		// The Democrats' plan.
		if rest := text[j:end]; strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ") {
			last.genitive = true
		}
	}
	return j
}

// finish appends the word that ends before j.
func (t *tokens) finish(tok *token, j int, f *folded) {
	tok.end = int32(j)
	hash := f.Sum()
	tok.hash = uint32(hash >> 32)
	tok.shout = f.letters > 1 && f.capitals == f.letters
	if s := t.table.find(t.slots, hash); s != nil {
		tok.row, tok.role = s.row, s.role
		if t.roles == nil {
			t.vote(tok)
		}
	} else if f.hyphen > 0 && clitic(t.text[f.hyphen+1:j]) {
		if s := t.table.find(t.slots, f.stem); s != nil { // disse-lhe
			tok.row = s.row
			if t.roles != nil {
				tok.role = s.role
			}
		}
	}
	t.list = append(t.list, *tok)
}

// folded is the hash of a word while it is read, and what else its letters tell.
type folded struct {
	word.Hasher
	stem              uint64 // hash up to its first hyphen
	hyphen            int    // where that is, 0 if there is none
	letters, capitals int
}
