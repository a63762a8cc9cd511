package shingle

import (
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
	"golang.org/x/text/unicode/norm"
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
	if uint64(len(text)) > math.MaxUint32 {
		text = text[:math.MaxUint32]
	}
	s := scanner{text: text, dst: dst, table: characters(), lex: lexicon()}
	s.buf = s.store[:0]
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
	s := scanner{text: text[w.Start:w.End], table: characters(), lex: lexicon(), keep: true}
	s.buf = s.store[:0]
	s.run()
	return append(dst, s.kept...)
}

// A scanner finds the words of one text.
type scanner struct {
	text   string
	dst    []Word
	table  *[tabled]char
	lex    *lexiconTable
	buf    []byte // folded form of the word at hand
	norm   bool   // whether buf holds characters yet to be folded by fold
	folded int    // length of what elided has folded of buf already
	spare  []byte // for fold
	keep   bool   // whether to keep the folded form of the first word
	kept   []byte
	store  [longest]byte
}

// longest is the length in bytes up to which folded words are read without
// allocation.
const longest = 64

// run finds all words. It reads what most words are made of by itself: ASCII
// and tabled letters, digits, plain joints. For all else, which goesOn and
// joint tell, it begins the word anew in slow. Both find the same.
func (s *scanner) run() {
	text := s.text
	for i := 0; i < len(text); {
		c := text[i]
		var class Class
		switch {
		case ascii[c] != 0:
			if isUpper(c) {
				class = Upper
			}
		case c < utf8.RuneSelf && c != '&':
			i++
			continue
		default:
			e := s.twoByte(i)
			if e == nil || e.kind != letter {
				i = s.slow(i)
				continue
			}
			if e.upper {
				class = Upper
			}
		}
		i = s.word(i, class)
	}
}

// word reads the word that begins with the letter or digit at i and returns the
// place after it.
func (s *scanner) word(i int, class Class) int {
	text, start, n := s.text, i, 0
	letters, joined := byte(0xff), false
	for {
		for i < len(text) && n < longest-4 {
			f := ascii[text[i]]
			if f == 0 {
				break
			}
			s.store[n] = f
			letters &= f // bit 0x40 is set in letters alone
			n++
			i++
		}
		if n >= longest-4 {
			return s.slow(start)
		}
		if i == len(text) || text[i] == ' ' {
			break
		}
		if e := s.twoByte(i); e != nil {
			if e.kind == letter {
				n += copy(s.store[n:], e.fold[:e.n])
				i += 2
				continue
			}
			if e.kind != separator {
				return s.slow(start)
			}
			break
		}
		next, glue := s.joint(start, i, n)
		if glue == again {
			return s.slow(start)
		}
		if glue == ends {
			break
		}
		if glue == elides {
			s.buf = s.store[:n]
			s.emit(start, i, class, false)
			return next
		}
		if glue != 0 {
			s.store[n] = glue
			n++
			joined = true
		}
		i = next
	}
	if letters&0x40 == 0 {
		class |= Number
	}
	s.buf = s.store[:n]
	s.emit(start, i, class, joined)
	return i
}

// twoByte returns the entry of the two-byte character at i, nil if there is none.
func (s *scanner) twoByte(i int) *char {
	c := s.text[i]
	if c < 0xC2 || c >= 0xC0+tabled>>6 || i+1 == len(s.text) || s.text[i+1]&0xC0 != 0x80 {
		return nil
	}
	return &s.table[rune(c&0x1f)<<6|rune(s.text[i+1]&0x3f)]
}

// What joint returns beside a byte that goes into the folded word.
const (
	ends   = 0xff // the word ends here
	elides = 0xfe // it ends at an apostrophe, after which the next begins
	again  = 0xfd // slow must tell
)

// joint tells what the character at i does to the word that has begun at start
// and has n bytes in store; it is neither a letter nor a digit. Where the word
// goes on, joint returns the place where and the byte that stands for the joint
// in the folded word, 0 for none.
func (s *scanner) joint(start, i, n int) (int, byte) {
	text, size := s.text, 1
	switch c := text[i]; {
	case c == '\'' || c == '`':
	case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2] == 0x99: // ’
		size = 3
	case c == '.' || c == ',':
		if i+1 == len(text) {
			return 0, ends
		}
		next := text[i+1]
		beyond := next >= utf8.RuneSelf || next == '&'
		if !isDigit(s.store[n-1]) {
			if c == '.' && i-start <= 2 && (ascii[next] != 0 || beyond) {
				return 0, again // perhaps an abbreviation
			}
			return 0, ends
		}
		switch {
		case beyond || isDigit(next) && c == ',':
			return 0, again
		case isDigit(next):
			return i + 1, '.'
		}
		return 0, ends
	case c == '&':
		return 0, again
	case c >= utf8.RuneSelf:
		if _, _, k := s.at(i); k == separator || k == wide {
			return 0, ends
		}
		return 0, again
	default:
		return 0, ends
	}
	// An apostrophe.
	j := i + size
	if j == len(text) {
		return 0, ends
	}
	next := ascii[text[j]]
	if next == 0 {
		if text[j] < utf8.RuneSelf && text[j] != '&' {
			return 0, ends
		}
		e := s.twoByte(j)
		if e == nil || e.kind != letter || e.n == 0 {
			return 0, again
		}
		next = e.fold[0]
	}
	if opens(next) && elision(s.store[:n]) {
		return j, elides
	}
	return j, '\''
}

// at returns the character at i, its length in bytes and its kind; character
// references count as what they stand for.
func (s *scanner) at(i int) (rune, int, kind) {
	if i >= len(s.text) {
		return 0, 0, separator
	}
	r, size := rune(s.text[i]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(s.text[i:])
	} else if r == '&' {
		if e, n := entity(s.text[i:]); n > 0 {
			r, size = e, n
		}
	}
	if r < tabled {
		return r, size, s.table[r].kind
	}
	return r, size, classify(r)
}

// after is at for the first character from i that is not ignorable. It returns
// its place too.
func (s *scanner) after(i int) (rune, int, kind, int) {
	for {
		r, size, k := s.at(i)
		if k != ignorable {
			return r, size, k, i
		}
		i += size
	}
}

// slow reads one word of any characters at i, or passes over what is none
// there, and returns the place after it.
func (s *scanner) slow(i int) int {
	r, size, k := s.at(i)
	switch k {
	case wide:
		return s.wide(i)
	case letter, digit:
	default:
		return i + size
	}
	s.buf, s.norm, s.folded = s.buf[:0], false, 0
	var (
		start, end   = i, i
		class        = s.class(r)
		run          = 0    // letters since the last full stop
		abbreviation = true // only letters and full stops so far
		quoted       = false
		last         = k // of the last letter or digit
	)
	for ; ; r, size, k = s.at(i) {
		switch {
		case k == letter:
			s.add(r)
			run++
			last = k
		case k == digit:
			s.add(r)
			class |= Number
			abbreviation = false
			last = k
		case k == mark:
			s.add(r)
		case k == ignorable:
			i += size
			continue
		case k == apostrophe:
			next, _, nk, j := s.after(i + size)
			if nk != letter && nk != digit {
				s.finish(start, end, class, quoted)
				return i + size
			}
			if s.elided(next) {
				s.finish(start, end, class, quoted)
				return j
			}
			s.buf = append(s.buf, '\'')
			abbreviation, quoted = false, true
			i = j
			continue
		case r == '.' && abbreviation && run == 1:
			_, nsize, nk, j := s.after(i + size)
			_, _, nnk, _ := s.after(j + nsize)
			if nk != letter || nnk == letter || nnk == digit || nnk == mark {
				s.finish(start, end, class, quoted)
				return i + size
			}
			run = 0
			i = j
			continue
		case (r == '.' || r == ',') && last == digit:
			_, _, nk, j := s.after(i + size)
			if nk != digit {
				s.finish(start, end, class, quoted)
				return i + size
			}
			if r == '.' || !s.thousands(j) {
				s.buf = append(s.buf, '.')
			}
			i = j
			continue
		default:
			s.finish(start, end, class, quoted)
			return i
		}
		i += size
		end = i
	}
}

// class returns the class that the first character of a word gives it.
func (s *scanner) class(r rune) Class {
	if r < tabled && s.table[r].upper || r >= tabled && (unicode.IsUpper(r) || unicode.IsTitle(r)) {
		return Upper
	}
	return 0
}

// add appends a letter, digit or mark to the word at hand.
func (s *scanner) add(r rune) {
	if r < tabled {
		c := &s.table[r]
		if c.kind != mark {
			s.buf = append(s.buf, c.fold[:c.n]...)
			return
		}
		// Diacritics of ASCII letters are dropped; of others, fold must tell.
		if n := len(s.buf); n == 0 || s.buf[n-1] < utf8.RuneSelf && !s.norm {
			return
		}
	}
	s.buf = utf8.AppendRune(s.buf, r)
	s.norm = true
}

// elided reports whether the word at hand is a French or Italian word that has
// lost its vowel before a word that begins with next.
func (s *scanner) elided(next rune) bool {
	if s.norm {
		// Only what is short so far is folded early, lest a long word of many
		// apostrophes be folded at each.
		if s.folded > 7 {
			return false
		}
		s.fold()
		s.folded = len(s.buf)
	}
	if !elision(s.buf) {
		return false
	}
	var buf [4]byte
	f := foldRune(buf[:0], next)
	return len(f) > 0 && opens(f[0])
}

// opens reports whether a vowel is lost before a word that begins with c, folded.
func opens(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'h':
		return true
	}
	return false
}

// elision reports whether the folded word loses its vowel before another.
func elision(word []byte) bool {
	switch string(word) {
	case "l", "d", "j", "n", "s", "c", "m", "t", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
		"un", "dell", "all", "nell", "sull", "dall", "coll", "gl", "quell", "quest", "bell", "nessun", "tutt", "dov", "com":
		return true
	}
	return false
}

// thousands reports whether exactly three digits stand at i.
func (s *scanner) thousands(i int) bool {
	for range 3 {
		_, size, k, j := s.after(i)
		if k != digit {
			return false
		}
		i = j + size
	}
	_, _, k, _ := s.after(i)
	return k != digit
}

// finish emits the word that slow has read.
func (s *scanner) finish(start, end int, class Class, joined bool) {
	if s.norm {
		s.fold()
	}
	s.emit(start, end, class, joined)
}

// fold folds the word in buf, which holds characters beyond the table.
func (s *scanner) fold() {
	s.spare = s.spare[:0]
	for _, r := range string(norm.NFC.Bytes(s.buf)) {
		if r == '\'' || r == '.' {
			s.spare = append(s.spare, byte(r))
		} else {
			s.spare = foldRune(s.spare, r)
		}
	}
	s.buf = append(s.buf[:0], norm.NFC.Bytes(s.spare)...)
}

// emit appends the word whose folded form is in buf. joined tells that an
// apostrophe or full stop may be in it.
func (s *scanner) emit(start, end int, class Class, joined bool) {
	if joined {
		s.buf = possessor(s.buf)
	}
	if len(s.buf) == 0 {
		return
	}
	if s.keep {
		s.kept, s.keep = append([]byte{}, s.buf...), false
	}
	hash := xxh3.Hash(s.buf)
	root := hash
	if class&(Number|Wide) == 0 {
		if e := s.lex.find(hash); e != nil {
			class |= e.class
			root = e.stem
		} else if n := stem(s.buf); n < len(s.buf) {
			root = xxh3.Hash(s.buf[:n])
		}
	}
	s.dst = append(s.dst, Word{Hash: hash, Stem: root, Start: uint32(start), End: uint32(end), Class: class})
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

// wide emits the bigrams of the run of wide characters at i, each with the
// marks that follow it, and returns the end of the run.
func (s *scanner) wide(i int) int {
	before, last, n := 0, 0, 0 // where the last character but one and the last begin; how many so far
	end := i                   // of the last, with its marks
	for {
		_, size, k := s.at(i)
		if k == ignorable || k == mark && n > 0 {
			i += size
			if k == mark {
				end = i
			}
			continue
		}
		if n > 1 {
			s.bigram(before, end)
		} else if n == 1 && k != wide {
			s.bigram(last, end)
		}
		if k != wide {
			return i
		}
		before, last = last, i
		n++
		i += size
		end = i
	}
}

// bigram emits the wide characters from start to end as one word.
func (s *scanner) bigram(start, end int) {
	s.buf = s.buf[:0]
	same := true // whether folding changes nothing
	for i := start; i < end; {
		r, size, k := s.at(i)
		if k != ignorable {
			s.buf = utf8.AppendRune(s.buf, r)
			same = same && invariant(r)
		}
		i += size
	}
	if !same {
		s.fold()
	}
	s.emit(start, end, Wide, false)
}
