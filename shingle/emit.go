package shingle

import (
	"github.com/zeebo/xxh3"

	"wiretrace/lang/word"
)

// A memo keeps what is known of one folded word of up to 15 bytes. Most words of a
// text have been there lately, and comparing a hash is faster than hashing anew,
// looking up and stemming, whose branches no processor foresees.
//
// It takes half a line of the cache.
type memo struct {
	key        uint64 // word.HashOf the folded word
	hash, stem uint64
	weight     float32
	number     uint16 // as Word.number
	class      Class  // that the word has by itself
}

// memoSize is the number of words remembered, each at one place only.
const memoSize = 1 << memoBits

const memoBits = 13

// pairBits says how many pairs of words are remembered a second time, where fewer of
// them fall to one place: most of the words of a language that are ever written. It
// takes a few times as long to look there as among the memos, and a few times
// less than to describe and weigh a word anew. With two words to a place half as many
// are forgotten as with one word to each of twice the places.
const pairBits = 15

// fewLearnt is the number of words up to which a scanner remembers them at one place only. The table of pairs has 2 MB,
// and where memory is short the collector lets go of scanners before they have read much: of 200,000 links within 200 MiB
// those tables were four fifths of all that was thrown away.
const fewLearnt = memoSize / 2

// slot returns the place of a word among the memos.
func slot(key uint64) int { return int(key >> (64 - memoBits)) }

// recall puts the memo of the word with a key in place, if it is among the older
// ones. Of the two of its pair the one asked for last is the first.
func (s *scanner) recall(at int, key uint64) bool {
	if s.older == nil {
		return false
	}
	o := &s.older[key>>(64-pairBits)]
	if o[0].key != key {
		o[0], o[1] = o[1], o[0]
	}
	if o[0].key != key {
		return false
	}
	s.memo[at] = o[0]
	return true
}

// learn puts the memo of a folded word that recall did not find in place. class is what the text alone tells
// of it.
func (s *scanner) learn(at int, key uint64, folded []byte, class Class) {
	m := s.describe(folded)
	m.key, m.weight = key, s.weigh(&m)
	if s.numbers != nil && class&^Upper&^m.class == 0 {
		m.number = s.numbers.number(&Word{Hash: m.hash, Stem: m.stem, Class: m.class}) + 1
		if m.number == 0 {
			m.number = writtenOut
		}
	}
	s.memo[at] = m
	if s.older == nil {
		if s.learnt++; s.learnt < fewLearnt {
			return
		}
		s.older = make([][2]memo, 1<<pairBits)
	}
	s.older[key>>(64-pairBits)][0] = m // in place of the one of the pair that was asked for longer ago
}

// emit appends the word whose folded form is in buf. class is what the text
// alone can tell. joined tells that an apostrophe may be in the word.
func (s *scanner) emit(start, end int, class Class, joined bool) {
	if joined {
		s.buf = unpossessed(s.buf)
	}
	if len(s.buf) == 0 {
		return
	}
	if s.keep {
		s.kept, s.keep = append(s.kept, unmasked(s.buf)...), false
	}
	if len(s.buf) >= 16 {
		m := s.describe(s.buf)
		s.dst = append(s.dst, Word{m.hash, m.stem, uint32(start), uint32(end), class | m.class, 0, s.weigh(&m)})
		return
	}
	key := word.HashOf(s.buf)
	at := slot(key)
	m := &s.memo[at]
	if m.key != key && !s.recall(at, key) {
		s.learn(at, key, s.buf, class)
	}
	number := m.number
	if class&^Upper&^m.class != 0 { // it was numbered by another class, if at all
		number = 0
	}
	s.dst = append(s.dst, Word{m.hash, m.stem, uint32(start), uint32(end), class | m.class, number, m.weight})
}

// weigh returns the weight of a word, if the scanner gives weights.
func (s *scanner) weigh(m *memo) float32 {
	if s.rarity == nil {
		return 0
	}
	return s.rarity.Weight(Word{Hash: m.hash, Class: m.class})
}

// describe returns what a folded word tells by itself.
func (s *scanner) describe(folded []byte) memo {
	folded = unmasked(folded)
	hash := xxh3.Hash(folded)
	m := memo{hash: hash, stem: hash}
	for _, c := range folded {
		if isDigit(c) {
			m.class = Number
			if n := unparticled(folded); n < len(folded) {
				m.stem = xxh3.Hash(folded[:n])
			}
			return m
		}
	}
	e := s.lex.find(hash)
	if e != nil {
		m.class, m.stem = e.class, e.stem
	}
	if s.rarity != nil && s.rarity.letters > 0 {
		m.stem = xxh3.Hash(foremost(folded, s.rarity.letters))
	} else if e == nil {
		if n := stem(folded); n < len(folded) {
			m.stem = xxh3.Hash(folded[:n])
		}
	}
	return m
}

// unpossessed returns a folded word without the 's of a possessive, whose s may be
// masked. The 's of a word of another script is none of its letters, and masks nothing.
func unpossessed(word []byte) []byte { return possessor(unmasked(possessor(word))) }

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
