package quote

import (
	"math/bits"
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

// grow makes room for one more token and returns it, with what it was.
func (t *tokens) grow() *token {
	n := len(t.list)
	if n == cap(t.list) {
		t.list = append(t.list, token{})
	} else {
		t.list = t.list[:n+1]
	}
	return &t.list[n]
}

// vote counts the languages of a word whose language is not known yet, which
// its slot has for its role, unless it may be a name.
func (t *tokens) vote(tok *token) {
	m := uint8(tok.role)
	tok.role = 0
	if tok.upper {
		return
	}
	for ; m != 0; m &= m - 1 {
		t.votes[bits.TrailingZeros8(m)]++
	}
}
