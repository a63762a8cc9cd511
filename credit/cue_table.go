package credit

import (
	"unicode"
	"unicode/utf8"
)

// foldHash returns a hash of the word that begins at text[i], whatever its
// case, and where the word ends: after the first letter or digit that no other
// follows.
func foldHash(text string, i int) (h uint64, end int) {
	const offset, prime = 14695981039346656037, 1099511628211
	h = offset
	for i < len(text) {
		c := text[i]
		switch ascii[c] {
		case 0:
			return h, i
		case 1:
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint64(c)) * prime
			i++
		default:
			if gapLen(text, i) > 0 {
				return h, i
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			h = (h ^ uint64(unicode.ToLower(r))) * prime
			i += n
		}
	}
	return h, i
}

// A lexemeTable finds lexemes by foldHash. It is a hash table with open
// addressing: a word is looked up for each word of a text.
type lexemeTable struct {
	slots []lexemeSlot // a power of two
	shift uint8
}

type lexemeSlot struct {
	hash uint64
	lex  *lexeme // nil if the slot is free
}

// unknownWord is what a lexicon knows of all words that it does not have.
var unknownWord lexeme

func newLexemeTable(words map[string]lexeme) lexemeTable {
	bits := uint8(6)
	for 1<<bits < 4*len(words) {
		bits++
	}
	t := lexemeTable{slots: make([]lexemeSlot, 1<<bits), shift: 64 - bits}
	for w, l := range words {
		h, end := foldHash(w, 0)
		if end != len(w) {
			continue // not one word of a text
		}
		k := h >> t.shift
		for t.slots[k].lex != nil {
			k = (k + 1) & uint64(len(t.slots)-1)
		}
		t.slots[k] = lexemeSlot{h, &l}
	}
	return t
}

// find returns what is known of the word with the given foldHash.
func (t *lexemeTable) find(h uint64) *lexeme {
	for k := h >> t.shift; ; k = (k + 1) & uint64(len(t.slots)-1) {
		switch s := &t.slots[k]; {
		case s.lex == nil:
			return &unknownWord
		case s.hash == h:
			return s.lex
		}
	}
}

// lookup returns what x knows of the word w, whatever its case.
func (x *lexicon) lookup(w string) *lexeme {
	h, _ := foldHash(w, 0)
	return x.table.find(h)
}
