package shingle

import (
	"math"
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
//   - a hyphen that divides a word at the end of a line: one between two small
//     letters, the second of which begins the next line;
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
	dst = s.words(dst, text, s.scan(text))
	s.release(&scanners)
	return dst
}

// Words does what the function Words does, and gives each word its Weight. It
// remembers that of most words from one text to the next.
func (r *Rarity) Words(dst []Word, text string) []Word {
	return r.WordsAmong(dst, text, nil)
}

// WordsAmong is Words for a text that word.Words has found scanned in; nil if it is
// yet to be scanned.
func (r *Rarity) WordsAmong(dst []Word, text string, scanned []word.Word) []Word {
	s, _ := r.scanners.Get().(*scanner)
	if s == nil {
		s = newScanner()
		if r.Known() {
			s.rarity = r
		}
	}
	if scanned == nil {
		scanned = s.scan(text)
	}
	from := len(dst)
	dst = s.words(dst, text, scanned)
	s.release(&r.scanners)
	if !r.Known() { // the weight depends on more than the folded word
		for i := range dst[from:] {
			dst[from+i].Weight = r.Weight(dst[from+i])
		}
	}
	return dst
}

// scan finds the words of text as package word does. They are good until the next
// call.
func (s *scanner) scan(text string) []word.Word {
	s.scanned = word.Words(s.scanned[:0], text)
	return s.scanned
}

func (s *scanner) words(dst []Word, text string, scanned []word.Word) []Word {
	if uint64(len(text)) > math.MaxUint32 {
		text = text[:math.MaxUint32]
	}
	if cap(dst) == 0 {
		dst = make([]Word, 0, len(scanned))
	}
	s.text, s.dst = text, dst
	s.run(scanned)
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
	s.upTo(0, len(s.text))
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
	scanned []word.Word // of a text that came without
	memo    [memoSize]memo
	older   [][2]memo // of more words, in a table too large for the near caches; nil up to fewLearnt
	learnt  int       // words, up to fewLearnt
	store   [longest]byte
}

// longest is the length in bytes up to which words are read without allocation.
const longest = 64

// scanners keeps the scanners between texts, for what they remember: that
// changes how fast words are found, never what is found. A Rarity has its own,
// which remember its weights.
var scanners = sync.Pool{New: func() any { return newScanner() }}

func newScanner() *scanner {
	return &scanner{table: characters(), lex: lexicon()}
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
	if cap(s.scanned) > 1<<15 {
		s.scanned = nil
	}
}

// run finds all words. The scanned ones that most of a text is made of, simple and
// before what surely ends them, are words here too; what stands between them is read
// by upTo.
func (s *scanner) run(scanned []word.Word) {
	text := s.text
	i := 0
	for k := range scanned {
		w := &scanned[k]
		start, end := int(w.Start), int(w.End)
		if w.Shape&word.Simple == 0 || end < len(text) && !endsAt(text, start, end) {
			continue
		}
		for i < start && passed[text[i]] {
			i++
		}
		if i < start {
			i = s.upTo(i, start)
		}
		if i > start {
			continue // the word before goes on here
		}
		at := slot(w.Hash)
		m := &s.memo[at]
		if m.key != w.Hash && !s.recall(at, w.Hash) {
			n := copy(s.store[:], text[start:end])
			lower(s.store[:n])
			s.learn(at, w.Hash, s.store[:n], 0)
		}
		s.dst = append(s.dst, Word{m.hash, m.stem, w.Start, w.End, Class(w.Shape&word.Titled/word.Titled)*Upper | m.class, m.number, m.weight})
		i = end
	}
	s.upTo(i, len(text))
}

// upTo finds the words from i on that begin before to, a character at a time, and
// returns the place after the last, which may lie behind to.
func (s *scanner) upTo(i, to int) int {
	for text := s.text; i < to; {
		switch c := text[i]; {
		case ascii[c] != 0:
			i = s.word(i, Class(c>>6&^(c>>5)&1)*Upper)
		case passed[c]:
			i++
		case word.Closes(text, i):
			i += len("”")
		default:
			i = s.other(i)
		}
	}
	return i
}

// endsAt reports whether the letters and digits of ASCII from start to end are
// surely a word by themselves, given what follows.
func endsAt(text string, start, end int) bool {
	switch follow[text[end]] {
	case 0:
		return true
	case 1:
		return end-start > 1 && !isDigit(text[end-1])
	case 3:
		return division(text, end) == 0
	}
	return word.Closes(text, end)
}

// lower makes the letters of ASCII small.
func lower(b []byte) {
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
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
// knows; 3 unless it divides a word.
var follow = func() (t [256]uint8) {
	for c := range t {
		if c >= utf8.RuneSelf {
			t[c] = 2
		}
	}
	t['\''], t['`'], t['&'] = 2, 2, 2
	t['.'], t[','] = 1, 1
	t['-'] = 3
	return t
}()

// passed tells of which bytes, outside words, a reader may pass over: all of ASCII
// but those of words and what may begin a character reference.
var passed = func() (t [256]bool) {
	for c := range utf8.RuneSelf {
		t[c] = ascii[c] == 0 && c != '&'
	}
	return t
}()
