package article

import "encoding/binary"

// A vocabulary holds every term. It is read-only once sealed. Its own table of
// hashes is used in place of a map since most words of the lines of every text
// are looked up in it.
type vocabulary struct {
	tags   []uint8          // by slot: 0 where it is free, else of the hash of its word
	slots  []slot           // by open addressing, at most half of them in use
	used   int              // slots
	shift  uint8            // a word's first slot is in the leading bits of its hash
	long   map[string]*term // words of more than shortWord bytes
	number *term            // any number, # in a phrase
}

// A slot holds a word of up to shortWord bytes, folded. Most look-ups end at
// the tags, which stay in the first-level cache.
type slot struct {
	low, high uint64 // the word, with zeros behind it
	term      *term
	class     wordClass // of term
}

// shortWord is the length in bytes up to which words are compared as two numbers.
const shortWord = 15

func newVocabulary() *vocabulary {
	const width = 13
	return &vocabulary{
		tags: make([]uint8, 1<<width), slots: make([]slot, 1<<width), shift: 64 - width,
		long: make(map[string]*term), number: &term{},
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
	if v.used++; 2*v.used > len(v.slots) {
		old := v.slots
		v.tags, v.slots = make([]uint8, 2*len(old)), make([]slot, 2*len(old))
		v.shift--
		for _, s := range old {
			if s.term != nil {
				v.insert(s)
			}
		}
	}
	low, high := halves([]byte(word))
	v.insert(slot{low: low, high: high, term: t})
	return t
}

func (v *vocabulary) insert(s slot) {
	h := hashWord(s.low, s.high)
	i := h >> v.shift
	for v.tags[i] != 0 {
		i = (i + 1) & uint64(len(v.tags)-1)
	}
	v.tags[i], v.slots[i] = wordTag(h), s
}

// seal notes the classes of the terms with the words, and in the classes which
// words begin phrases, once all are known.
func (v *vocabulary) seal() {
	v.number.seal()
	for _, t := range v.long {
		t.seal()
	}
	for i := range v.slots {
		if s := &v.slots[i]; s.term != nil {
			s.term.seal()
			s.class = s.term.class
		}
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

// lookupShort is lookup for a word of up to shortWord bytes.
func (v *vocabulary) lookupShort(low, high uint64) (*term, wordClass) {
	h := hashWord(low, high)
	for i := h >> v.shift; ; i++ {
		i &= uint64(len(v.tags) - 1)
		switch v.tags[i] {
		case 0:
			return noTerm, 0
		case wordTag(h):
			if s := &v.slots[i]; s.low == low && s.high == high {
				return s.term, s.class
			}
		}
	}
}

// find returns the term of a word as written, or noTerm.
func (v *vocabulary) find(word string) *term {
	var buf [longestWord]byte
	t, _ := v.lookup(lowerWord(&buf, word))
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

// wordTag is never 0. It is of bits that hardly sway the slot.
func wordTag(h uint64) uint8 { return uint8(h>>32) | 1 }
