package shingle

import (
	"encoding/binary"
	"math"
	"math/bits"
	"sync"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// Words appends the words of text to dst, in order, and returns it.
//
// A word is a run of letters, digits and combining marks. Hyphens, slashes and
// all other punctuation divide words; what does not is
//
//   - an apostrophe, in any of its shapes, between two letters (don't,
//     O'Brien), but that the elisions of French and Italian are words of their
//     own (l'homme is l and homme);
//   - a full stop or comma between two digits (2,300; 3.5);
//   - full stops between single letters (U.S., a.m.);
//   - soft hyphens and zero-width characters, which are passed over;
//   - HTML character references, which count as what they stand for.
//
// Scripts without spaces (Thai, Lao, Tibetan, Myanmar, Khmer, Kana, Han) give
// overlapping bigrams of class Wide: one word for each character of a run and
// the next, or one for a run of a single character.
//
// Start and End are bytes in text, at the boundaries of code points; Start and
// End both rise from word to word, and only Wide words overlap. Invalid UTF-8
// divides words. Of a text of more than 4 GiB the first 4 GiB are read.
//
// Words takes time linear in the text and may be called concurrently.
func Words(dst []Word, text string) []Word {
	s := scanners.Get().(*scanner)
	dst = s.words(dst, text)
	s.release(&scanners)
	return dst
}

// Words does what the function Words does, and gives each word its Weight. It
// remembers that of most words from one text to the next.
func (r *Rarity) Words(dst []Word, text string) []Word {
	s, _ := r.scanners.Get().(*scanner)
	if s == nil {
		s = newScanner()
		if r.Known() {
			s.rarity = r
		}
	}
	from := len(dst)
	dst = s.words(dst, text)
	s.release(&r.scanners)
	if !r.Known() { // the weight depends on more than the folded word
		for i := range dst[from:] {
			dst[from+i].Weight = r.Weight(dst[from+i])
		}
	}
	return dst
}

func (s *scanner) words(dst []Word, text string) []Word {
	if uint64(len(text)) > math.MaxUint32 {
		text = text[:math.MaxUint32]
	}
	if cap(dst) == 0 {
		dst = make([]Word, 0, len(text)/5+8) // English has 6 bytes a word
	}
	s.text, s.dst = text, dst
	s.run()
	return s.dst
}

// Fold appends the folded form of w, which is a word of text, to dst: what
// w.Hash is the xxh3 hash of.
//
// Folding ignores case, width and ligatures, the diacritics of Latin, Greek and
// Cyrillic letters (El País, El Pais), a final possessive 's (Harris's, Harris'),
// the shape of apostrophes, thousands separators (2,300 is 2300) and the stops
// of abbreviations (U.S. is us). Contractions keep theirs (it's, don't).
func Fold(dst []byte, text string, w Word) []byte {
	s := scanners.Get().(*scanner)
	s.text, s.kept, s.keep = text[w.Start:w.End], dst, true
	s.rest(0)
	dst = s.kept
	s.release(&scanners)
	return dst
}

// A scanner finds the words of one text.
type scanner struct {
	text    string
	dst     []Word
	table   *[tabled]char
	lex     *lexiconTable
	buf     []byte // folded form of the word at hand
	norm    bool   // whether buf holds characters yet to be folded by fold
	folded  int    // length of what elided has folded of buf already
	spare   []byte // for fold
	keep    bool   // whether to append the folded form of the next word to kept
	kept    []byte
	rarity  *Rarity     // whose weights words get; nil for none
	numbers *Dictionary // whose numbers they get; nil for none
	memo    [memoSize]memo
	worth   [memoSize]worth // of the words in memo
	older   []weighed       // of more words, in a table too large for the near caches
	store   [longest]byte
}

// longest is the length in bytes up to which words are read without allocation.
const longest = 64

// scanners keeps the scanners between texts, for what they remember: that
// changes how fast words are found, never what is found. A Rarity has its own,
// which remember its weights.
var scanners = sync.Pool{New: func() any { return newScanner() }}

func newScanner() *scanner {
	return &scanner{table: characters(), lex: lexicon(), older: make([]weighed, 1<<olderBits)}
}

// release gives the scanner back, without what it holds of a text.
func (s *scanner) release(to *sync.Pool) {
	s.forget()
	to.Put(s)
}

// forget lets go of what the scanner holds of a text.
func (s *scanner) forget() {
	s.text, s.dst, s.kept, s.keep, s.buf = "", nil, nil, false, nil
	if cap(s.spare) > 1<<12 {
		s.spare = nil
	}
}

// run finds all words. It reads the words that most of a text is made of by
// itself, in steps of 8 bytes: up to 15 ASCII letters and digits before what
// surely ends them. Those of tabled letters and plain joints it hands to word,
// the rest to slow. All three find the same.
func (s *scanner) run() {
	text := s.text
	i := 0
	for i+17 <= len(text) {
		low, class := word.Load(text, i), Class(text[i]>>6&^(text[i]>>5)&1)*Upper
		stop, low := plain8(low)
		var high uint64
		var n int
		switch {
		case stop&0xff != 0:
			if c := text[i]; c < utf8.RuneSelf && c != '&' {
				i++
			} else {
				i = s.other(i)
			}
			continue
		case stop != 0:
			n = bits.TrailingZeros64(stop) >> 3
			low &= 1<<(8*n) - 1
		default:
			stop, high = plain8(word.Load(text, i+8))
			if stop == 0 { // at least 16 bytes
				i = s.word(i, class)
				continue
			}
			n = bits.TrailingZeros64(stop) >> 3
			high &= 1<<(8*n) - 1
			n += 8
		}
		end := i + n
		if c := text[end]; follow[c] != 0 && !(follow[c] == 1 && n > 1 && !isDigit(text[end-1])) && !word.Closes(text, end) {
			i = s.word(i, class)
			continue
		}
		at := slot(low, high)
		m := &s.memo[at]
		if !m.is(low, high) {
			binary.LittleEndian.PutUint64(s.store[:], low)
			binary.LittleEndian.PutUint64(s.store[8:], high)
			s.recall(at, s.store[:n], low, high, 0)
		}
		s.dst = append(s.dst, Word{m.hash, m.stem, uint32(i), uint32(end), class | m.class(), s.worth[at].number, s.worth[at].weight})
		i = end
	}
	s.rest(i)
}

// rest finds the words from i on, one byte at a time.
func (s *scanner) rest(i int) {
	for text := s.text; i < len(text); {
		switch c := text[i]; {
		case ascii[c] != 0:
			i = s.word(i, Class(c>>6&^(c>>5)&1)*Upper)
		case c < utf8.RuneSelf && c != '&':
			i++
		default:
			i = s.other(i)
		}
	}
}

// other reads a word that begins with what is neither an ASCII letter nor a
// digit, or passes over a character, and returns the place after it.
func (s *scanner) other(i int) int {
	e := s.twoByte(i)
	if e == nil || e.kind != letter {
		return s.slow(i)
	}
	if e.upper {
		return s.word(i, Upper)
	}
	return s.word(i, 0)
}

// follow tells, of a character after ASCII letters and digits, whether they end
// there: 0 always; 1 unless they are a single one or the last is a digit; 2 who
// knows.
var follow = func() (t [256]uint8) {
	for c := range t {
		if c >= utf8.RuneSelf {
			t[c] = 2
		}
	}
	t['\''], t['`'], t['&'] = 2, 2, 2
	t['.'], t[','] = 1, 1
	return t
}()

// plain8 takes 8 bytes at once: stop has the high bit set of each byte that is
// neither an ASCII letter nor a digit, and folded has the letters in lower case.
func plain8(x uint64) (stop, folded uint64) {
	letters, digits := word.Alnum8(x)
	return (letters | digits) ^ word.HighBits, x | letters>>2
}
