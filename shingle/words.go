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
	s := scanner{text: text, dst: dst, latin: latin(), lex: lexicon()}
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
	s := scanner{text: text[w.Start:w.End], latin: latin(), lex: lexicon(), keep: true}
	s.buf = s.store[:0]
	s.run()
	return append(dst, s.kept...)
}

// A scanner finds the words of one text.
type scanner struct {
	text  string
	dst   []Word
	latin *[latinEnd]latinChar
	lex   *lexiconTable
	buf   []byte // folded form of the word at hand
	norm  bool   // whether buf holds characters yet to be folded by fold
	keep  bool   // whether to keep the folded form of the first word
	kept  []byte
	store [64]byte
}

// run finds all words. The loop itself reads words of ASCII letters and digits
// and hands everything else to slow.
func (s *scanner) run() {
	text := s.text
	for i := 0; i < len(text); {
		c := text[i]
		if ascii[c] == 0 {
			if c < utf8.RuneSelf && c != '&' {
				i++
			} else {
				i = s.slow(i)
			}
			continue
		}
		start, n, letters := i, 0, byte(0xff)
		for i < len(text) && n < len(s.store) {
			f := ascii[text[i]]
			if f == 0 {
				break
			}
			s.store[n] = f
			letters &= f // bit 0x40 is set in letters alone
			n++
			i++
		}
		if n == len(s.store) || i < len(text) && s.goesOn(start, i) {
			i = s.slow(start)
			continue
		}
		var class Class
		if isUpper(c) {
			class = Upper
		}
		if letters&0x40 == 0 {
			class |= Number
		}
		s.buf = s.store[:n]
		s.emit(start, i, class, false)
	}
}

// goesOn reports whether a word of ASCII letters and digits from start to i
// may go on with the character at i, which is neither.
func (s *scanner) goesOn(start, i int) bool {
	c := s.text[i]
	switch {
	case c >= utf8.RuneSelf:
		_, _, k := s.at(i)
		return k != separator && k != wide
	case c == '&':
		return true
	case i+1 == len(s.text):
		return false
	}
	next := s.text[i+1]
	beyond := next >= utf8.RuneSelf || next == '&'
	switch c {
	case '\'', '`':
		return ascii[next] != 0 || beyond
	case '.':
		return isDigit(s.text[i-1]) && (isDigit(next) || beyond) || i-start == 1 && (ascii[next] != 0 || beyond)
	case ',':
		return isDigit(s.text[i-1]) && (isDigit(next) || beyond)
	}
	return false
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
	if r >= 0x80 && r < latinEnd {
		return r, size, s.latin[r].kind
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
	s.buf, s.norm = s.buf[:0], false
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
			_, _, nnk := s.at(j + nsize)
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
	switch {
	case r < utf8.RuneSelf && isUpper(byte(r)),
		r >= utf8.RuneSelf && (unicode.IsUpper(r) || unicode.IsTitle(r)):
		return Upper
	}
	return 0
}

// add appends a letter, digit or mark to the word at hand.
func (s *scanner) add(r rune) {
	switch {
	case r < utf8.RuneSelf:
		s.buf = append(s.buf, ascii[byte(r)])
	case r < latinEnd:
		c := &s.latin[r]
		s.buf = append(s.buf, c.fold[:c.n]...)
	case r < 0x370 && !s.norm && unicode.IsMark(r): // dropped in any case
	default:
		s.buf = utf8.AppendRune(s.buf, r)
		s.norm = true
	}
}

// elided reports whether the word at hand is a French or Italian word that has
// lost its vowel before a word that begins with next.
func (s *scanner) elided(next rune) bool {
	if len(s.buf) > 7 || s.norm || !elision(s.buf) {
		return false
	}
	var buf [4]byte
	f := foldRune(buf[:0], next)
	if len(f) == 0 {
		return false
	}
	switch f[0] {
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
		_, size, k := s.at(i)
		if k != digit {
			return false
		}
		i += size
	}
	_, _, k := s.at(i)
	return k != digit
}

// finish emits the word that slow has read.
func (s *scanner) finish(start, end int, class Class, quoted bool) {
	if s.norm {
		s.buf = fold(s.buf)
	}
	s.emit(start, end, class, quoted)
}

// fold folds a word that holds characters other than those of the tables.
func fold(word []byte) []byte {
	var out []byte
	for _, r := range string(norm.NFC.Bytes(word)) {
		if r == '\'' || r == '.' {
			out = append(out, byte(r))
		} else {
			out = foldRune(out, r)
		}
	}
	return norm.NFC.Bytes(out)
}

// emit appends the word whose folded form is in buf.
func (s *scanner) emit(start, end int, class Class, quoted bool) {
	if quoted {
		for {
			n := len(s.buf)
			if n < 3 || s.buf[n-2] != '\'' || s.buf[n-1] != 's' || contraction(s.buf) {
				break
			}
			s.buf = s.buf[:n-2]
		}
	}
	if len(s.buf) == 0 {
		return
	}
	if s.keep {
		if s.kept == nil {
			s.kept = append([]byte{}, s.buf...)
		}
		return
	}
	w := Word{Hash: xxh3.Hash(s.buf), Start: uint32(start), End: uint32(end), Class: class}
	if class&Number != 0 {
		w.Stem = w.Hash
	} else if e := s.lex.find(w.Hash); e != nil {
		w.Class |= e.class
		w.Stem = e.stem
	} else if stem := stem(s.buf); len(stem) == len(s.buf) {
		w.Stem = w.Hash
	} else {
		w.Stem = xxh3.Hash(stem)
	}
	s.dst = append(s.dst, w)
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
	prev, from, n := 0, 0, 0 // start of the last character and of the one before; how many so far
	end := i
	for {
		_, size, k := s.at(i)
		if k == ignorable || k == mark && n > 0 {
			i += size
			if k == mark {
				end = i
			}
			continue
		}
		if n > 1 || n == 1 && k != wide {
			if n > 1 {
				s.bigram(prev, end)
			} else {
				s.bigram(from, end)
			}
		}
		if k != wide {
			return i
		}
		prev, from = from, i
		n++
		i += size
		end = i
	}
}

// bigram emits the wide characters from start to end as one word.
func (s *scanner) bigram(start, end int) {
	s.buf = s.buf[:0]
	for i := start; i < end; {
		r, size, k := s.at(i)
		if k != ignorable {
			s.buf = utf8.AppendRune(s.buf, r)
		}
		i += size
	}
	s.buf = fold(s.buf)
	if len(s.buf) == 0 {
		return
	}
	if s.keep {
		if s.kept == nil {
			s.kept = append([]byte{}, s.buf...)
		}
		return
	}
	h := xxh3.Hash(s.buf)
	s.dst = append(s.dst, Word{Hash: h, Stem: h, Start: uint32(start), End: uint32(end), Class: Wide})
}
