package layout

import (
	"math"

	"wiretrace/lang/word"
)

// A vocabulary holds every term. It is read-only once sealed. Its own table of
// hashes is used in place of a map since most words of the lines of every text
// are looked up in it.
type vocabulary struct {
	index   []uint16 // by open addressing, at most a quarter of it in use: where in entries a word is, or 0
	entries []entry  // the first of them is no word's
	shift   uint8    // a word's first place in index is in the leading bits of its hash
	number  *term    // any number, # in a phrase
}

// An entry holds a word, folded, by its hash. Two words of one hash would be
// taken for each other, which harms nothing.
type entry struct {
	hash  uint64 // word.HashOf
	word  uint64 // all bits; 0 in the entry that is no word's
	term  *term  // noTerm in that
	class wordClass
}

func newVocabulary() *vocabulary {
	const width = 13
	return &vocabulary{index: make([]uint16, 1<<width), shift: 64 - width, entries: []entry{{term: noTerm}}, number: &term{}}
}

// term returns the term of a folded word, which it adds if need be.
func (v *vocabulary) term(folded string) *term {
	if folded == "#" {
		return v.number
	}
	hash := word.HashOf(folded)
	if t, _ := v.lookup(hash); t != noTerm {
		return t
	}
	t := &term{}
	v.entries = append(v.entries, entry{hash, math.MaxUint64, t, 0})
	if len(v.entries) > math.MaxUint16 {
		panic("article: too many words")
	}
	if 4*len(v.entries) > len(v.index) {
		v.index = make([]uint16, 2*len(v.index))
		v.shift--
		for i := range v.entries[1:] {
			v.insert(i + 1)
		}
		return t
	}
	v.insert(len(v.entries) - 1)
	return t
}

// insert notes in the index where entry n is.
func (v *vocabulary) insert(n int) {
	i := v.entries[n].hash >> v.shift
	for v.index[i] != 0 {
		i = (i + 1) & uint64(len(v.index)-1)
	}
	v.index[i] = uint16(n)
}

// seal notes the classes of the terms with the words, and in the classes which
// words begin phrases, once all are known.
func (v *vocabulary) seal() {
	v.number.seal()
	for i := range v.entries {
		e := &v.entries[i]
		e.term.seal()
		e.class = e.term.class
	}
}

func (t *term) seal() {
	if len(t.phrases) > 0 {
		t.class |= wordBegins
	}
	if len(t.within) > 0 {
		t.class |= wordWithin
	}
}

// lookup returns the term of the word with a hash and its class; noTerm if no
// table knows the word. Branch-free: whether the table has the word would be
// unpredictable.
func (v *vocabulary) lookup(hash uint64) (*term, wordClass) {
	for i := hash >> v.shift; ; i++ {
		e := &v.entries[v.index[i&uint64(len(v.index)-1)]]
		if (e.hash^hash)&e.word == 0 {
			return e.term, e.class
		}
	}
}

// find returns the term of a word as written, or noTerm.
func (v *vocabulary) find(w string) *term {
	var buf [word.Longest]byte
	folded := word.Lower(&buf, w)
	if folded == nil { // too long
		return noTerm
	}
	t, _ := v.lookup(word.HashOf(folded))
	return t
}
