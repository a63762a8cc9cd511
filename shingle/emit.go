package shingle

import (
	"encoding/binary"

	"github.com/zeebo/xxh3"
)

// A memo keeps what emit found of one folded word of up to 15 bytes. Most words
// of a text have been there lately, and comparing 16 bytes is faster than
// hashing, looking up and stemming, whose branches no processor foresees.
//
// It takes half a line of the cache.
type memo struct {
	low, high  uint64 // the word, with zeros behind it but for the last byte, which is the class
	hash, stem uint64
}

// is reports whether m is of the word that low and high hold with zeros behind it.
func (m *memo) is(low, high uint64) bool { return m.low == low && m.high&^(0xff<<56) == high }

func (m *memo) class() Class { return Class(m.high >> 56) }

// memoSize is the number of words remembered, each at one place only.
const memoSize = 1 << memoBits

const memoBits = 13

// A worth is what else is remembered of a word: what others know of it.
type worth struct {
	weight float32
	number uint16 // as Word.number
}

// A weighed is a memo with what its word is worth.
type weighed struct {
	memo
	worth
}

// olderBits is how many words are remembered a second time, where fewer of them
// fall to one place: most of the words of a language that are ever written. It
// takes a few times as long to look there as among the memos, and a few times
// less than to describe and weigh a word anew.
const olderBits = 16

// hashed returns a hash of a word, whose leading bits are its place.
func hashed(low, high uint64) uint64 {
	return (low ^ high*0xc2b2ae3d27d4eb4f) * 0x9e3779b97f4a7c15
}

// slot returns the place of a word among the memos.
func slot(low, high uint64) int { return int(hashed(low, high) >> (64 - memoBits)) }

// recall puts the memo of a folded word, which low and high hold too, and its
// worth in place. class is what the text alone tells of the word.
func (s *scanner) recall(at int, word []byte, low, high uint64, class Class) {
	o := &s.older[hashed(low, high)>>(64-olderBits)]
	if !o.is(low, high) {
		o.memo = s.describe(word, low, high)
		o.worth = worth{s.weigh(&o.memo), 0}
		if s.numbers != nil && class&^Upper&^o.class() == 0 {
			o.number = s.numbers.number(&Word{Hash: o.hash, Stem: o.stem, Class: o.class()}) + 1
			if o.number == 0 {
				o.number = writtenOut
			}
		}
	}
	s.memo[at], s.worth[at] = o.memo, o.worth
}

// emit appends the word whose folded form is in buf. class is what the text
// alone can tell. joined tells that an apostrophe may be in the word.
func (s *scanner) emit(start, end int, class Class, joined bool) {
	if joined {
		s.buf = possessor(s.buf)
	}
	if len(s.buf) == 0 {
		return
	}
	if s.keep {
		s.kept, s.keep = append(s.kept, unmasked(s.buf)...), false
	}
	if len(s.buf) >= 16 {
		m := s.describe(s.buf, 0, 0)
		s.dst = append(s.dst, Word{m.hash, m.stem, uint32(start), uint32(end), class | m.class(), 0, s.weigh(&m)})
		return
	}
	var key [16]byte
	copy(key[:], s.buf)
	low, high := binary.LittleEndian.Uint64(key[:]), binary.LittleEndian.Uint64(key[8:])
	at := slot(low, high)
	m := &s.memo[at]
	if !m.is(low, high) {
		s.recall(at, s.buf, low, high, class)
	}
	number := s.worth[at].number
	if class&^Upper&^m.class() != 0 { // it was numbered by another class, if at all
		number = 0
	}
	s.dst = append(s.dst, Word{m.hash, m.stem, uint32(start), uint32(end), class | m.class(), number, s.worth[at].weight})
}

// weigh returns the weight of a word, if the scanner gives weights.
func (s *scanner) weigh(m *memo) float32 {
	if s.rarity == nil {
		return 0
	}
	return s.rarity.Weight(Word{Hash: m.hash, Class: m.class()})
}

// describe returns what a folded word, which low and high hold too if it is
// short enough for them, tells by itself.
func (s *scanner) describe(word []byte, low, high uint64) memo {
	word = unmasked(word)
	hash := xxh3.Hash(word)
	m := memo{low: low, high: high, hash: hash, stem: hash}
	for _, c := range word {
		if isDigit(c) {
			m.high |= uint64(Number) << 56
			return m
		}
	}
	e := s.lex.find(hash)
	if e != nil {
		m.high |= uint64(e.class) << 56
		m.stem = e.stem
	}
	if s.rarity != nil && s.rarity.letters > 0 {
		m.stem = xxh3.Hash(foremost(word, s.rarity.letters))
	} else if e == nil {
		if n := stem(word); n < len(word) {
			m.stem = xxh3.Hash(word[:n])
		}
	}
	return m
}

// possessor returns a folded word without the 's of a possessive.
func possessor(word []byte) []byte {
	for {
		n := len(word)
		if n < 3 || word[n-2] != '\'' || word[n-1] != 's' || contraction(word) {
			return word
		}
		word = word[:n-2]
	}
}

// contraction reports whether a folded word in 's is not a possessive.
func contraction(word []byte) bool {
	switch string(word) {
	case "it's", "that's", "he's", "she's", "there's", "what's", "who's", "let's", "here's", "where's", "how's", "when's", "why's":
		return true
	}
	return false
}
