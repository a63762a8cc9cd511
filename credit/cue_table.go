package credit

import "wiretrace/lang/word"

// A lexemeTable finds lexemes by word.FoldHash. It is a hash table with open
// addressing: a word is looked up for each word of a text.
type lexemeTable struct {
	known word.Bits
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
	for 1<<bits < 2*len(words) {
		bits++
	}
	t := lexemeTable{known: word.NewBits(8 << bits), slots: make([]lexemeSlot, 1<<bits), shift: 64 - bits}
	for w, l := range words {
		h, end := word.FoldHash(w, 0, len(w))
		if end != len(w) {
			continue // not one word of a text
		}
		t.known.Put(h)
		k := h >> t.shift
		for t.slots[k].lex != nil {
			k = (k + 1) & uint64(len(t.slots)-1)
		}
		t.slots[k] = lexemeSlot{h, &l}
	}
	return t
}

// find returns what is known of the word with the given word.FoldHash.
func (t *lexemeTable) find(h uint64) *lexeme {
	if !t.known.Has(h) {
		return &unknownWord
	}
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
	h, _ := word.FoldHash(w, 0, len(w))
	return x.table.find(h)
}
