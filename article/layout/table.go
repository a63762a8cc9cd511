package layout

import (
	"encoding/binary"
	"math"

	"wiretrace/lang/word"
)

// A vocabulary holds every term. It is read-only once sealed. Its own table of
// hashes is used in place of a map since most words of the lines of every text
// are looked up in it.
type vocabulary struct {
	index   []uint16         // by open addressing, at most a quarter of it in use: where in entries a word is, or 0
	entries []entry          // the first of them is no word's
	shift   uint8            // a word's first place in index is in the leading bits of its hash
	long    map[string]*term // words of more than shortWord bytes
	number  *term            // any number, # in a phrase
}

// An entry holds a word of up to shortWord bytes, folded.
type entry struct {
	low, high uint64 // the word, with zeros behind it
	word      uint64 // all bits; 0 in the entry that is no word's
	term      *term  // noTerm in that
	class     wordClass
}

// shortWord is the length in bytes up to which words are compared as two numbers.
const shortWord = 15

func newVocabulary() *vocabulary {
	const width = 13
	return &vocabulary{
		index: make([]uint16, 1<<width), shift: 64 - width,
		entries: []entry{{term: noTerm}},
		long:    make(map[string]*term), number: &term{},
	}
}

// term returns the term of a folded word, which it adds if need be.
func (v *vocabulary) term(word string) *term {
	if word == "#" {
		return v.number
	}
	if t, _ := v.lookup([]byte(word)); t != noTerm {
		return t
	}
	t := &term{}
	if len(word) > shortWord {
		v.long[word] = t
		return t
	}
	low, high := halves([]byte(word))
	v.entries = append(v.entries, entry{low, high, math.MaxUint64, t, 0})
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
	i := hashWord(v.entries[n].low, v.entries[n].high) >> v.shift
	for v.index[i] != 0 {
		i = (i + 1) & uint64(len(v.index)-1)
	}
	v.index[i] = uint16(n)
}

// seal notes the classes of the terms with the words, and in the classes which
// words begin phrases, once all are known.
func (v *vocabulary) seal() {
	v.number.seal()
	for _, t := range v.long {
		t.seal()
	}
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

// lookup returns the term of a folded word and its class; noTerm if no table
// knows the word.
func (v *vocabulary) lookup(word []byte) (*term, wordClass) {
	if len(word) > shortWord {
		if t := v.long[string(word)]; t != nil {
			return t, t.class
		}
		return noTerm, 0
	}
	return v.lookupShort(halves(word))
}

// lookupShort is lookup for a word of up to shortWord bytes. Whether the table
// has the word no processor can guess: most words that it has and most that it
// has not go the same way.
func (v *vocabulary) lookupShort(low, high uint64) (*term, wordClass) {
	for i := hashWord(low, high) >> v.shift; ; i++ {
		e := &v.entries[v.index[i&uint64(len(v.index)-1)]]
		if (e.low^low|e.high^high)&e.word == 0 {
			return e.term, e.class
		}
	}
}

// find returns the term of a word as written, or noTerm.
func (v *vocabulary) find(w string) *term {
	var buf [word.Longest]byte
	t, _ := v.lookup(word.Lower(&buf, w))
	return t
}

// halves returns a word of up to 16 bytes as two numbers.
func halves(word []byte) (low, high uint64) {
	var key [16]byte
	copy(key[:], word)
	return binary.LittleEndian.Uint64(key[:]), binary.LittleEndian.Uint64(key[8:])
}

func hashWord(low, high uint64) uint64 {
	return (low ^ high*0xc2b2ae3d27d4eb4f) * 0x9e3779b97f4a7c15
}
