package article

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed furniture/words.txt furniture/phrases.txt
var furnitureFiles embed.FS

// A wordClass is a set of the classes of furniture/words.txt.
type wordClass uint32

const (
	wordChrome wordClass = 1 << iota
	wordNetwork
	wordSection
	wordPaper
	wordAgency
	wordPhoto
	wordBy
	wordRole
	wordParticle
	wordMonth
	wordWeekday
	wordWhen
	wordZone
	wordClock
	wordAgo
	wordTLD
	wordEnglish
	wordSpanish
	wordFrench
	wordGerman
	wordItalian
	wordPortuguese
)

// wordFunction are the commonest words of any language.
const wordFunction = wordEnglish | wordSpanish | wordFrench | wordGerman | wordItalian | wordPortuguese

var wordClasses = map[string]wordClass{
	"chrome": wordChrome, "network": wordNetwork, "section": wordSection, "paper": wordPaper, "agency": wordAgency,
	"photo": wordPhoto, "by": wordBy, "role": wordRole, "particle": wordParticle, "month": wordMonth,
	"weekday": wordWeekday, "when": wordWhen, "zone": wordZone, "clock": wordClock, "ago": wordAgo, "tld": wordTLD,
	"fn-en": wordEnglish, "fn-es": wordSpanish, "fn-fr": wordFrench, "fn-de": wordGerman, "fn-it": wordItalian, "fn-pt": wordPortuguese,
}

// A term is a word that the tables know. Terms are compared by address.
type term struct {
	class   wordClass
	phrases []*phrase // that begin with it at the beginning of a line
	within  []*phrase // that begin with it anywhere
}

// The terms that stand for more than one word.
var (
	anyWords = &term{} // * within a phrase
	noTerm   = &term{} // a word no table knows
)

// A vocabulary holds every term. It is read-only once built. Its own table of
// hashes is used in place of a map since a word of nearly every line of every
// text is looked up in it.
type vocabulary struct {
	slots  []slot // a power of two, at most half full
	used   int
	number *term // any number, # in a phrase
}

type slot struct {
	hash uint32
	word string // folded
	term *term
}

var furnitureWords = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{slots: make([]slot, 1<<13), number: &term{}}
	words, err := furnitureFiles.ReadFile("furniture/words.txt")
	if err != nil {
		panic("article: no words of furniture") // the file is compiled in
	}
	for row := range strings.Lines(string(words)) {
		name, list, _ := strings.Cut(row, ":")
		class := wordClasses[name]
		if class == 0 {
			continue
		}
		for word := range strings.FieldsSeq(list) {
			v.term(word).class |= class
		}
	}
	phrases, err := furnitureFiles.ReadFile("furniture/phrases.txt")
	if err != nil {
		panic("article: no phrases of furniture")
	}
	v.addPhrases(string(phrases))
	return v
})

// term returns the term of a folded word, which it adds if need be.
func (v *vocabulary) term(word string) *term {
	if word == "#" {
		return v.number
	}
	h := uint32(hashSeed)
	for i := range len(word) {
		h = hashByte(h, word[i])
	}
	if t := v.lookup(h, []byte(word)); t != noTerm {
		return t
	}
	if v.used++; 2*v.used > len(v.slots) {
		old := v.slots
		v.slots = make([]slot, 2*len(old))
		for _, s := range old {
			if s.term != nil {
				v.insert(s)
			}
		}
	}
	t := &term{}
	v.insert(slot{h, word, t})
	return t
}

func (v *vocabulary) insert(s slot) {
	i := s.hash & uint32(len(v.slots)-1)
	for v.slots[i].term != nil {
		i = (i + 1) & uint32(len(v.slots)-1)
	}
	v.slots[i] = s
}

// lookup returns the term of a folded word with hash h, or noTerm.
func (v *vocabulary) lookup(h uint32, word []byte) *term {
	for i := h & uint32(len(v.slots)-1); ; i = (i + 1) & uint32(len(v.slots)-1) {
		s := &v.slots[i]
		if s.term == nil {
			return noTerm
		}
		if s.hash == h && s.word == string(word) {
			return s.term
		}
	}
}

// find returns the term of a word as written, or noTerm.
func (v *vocabulary) find(word string) *term {
	var buf [longestWord]byte
	folded := lowerWord(&buf, word)
	h := uint32(hashSeed)
	for _, c := range folded {
		h = hashByte(h, c)
	}
	return v.lookup(h, folded)
}

const hashSeed = 0x811c9dc5

func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 0x01000193 }

// A shape says how a word is written.
type shape uint8

const (
	shapeCapital shape = 1 << iota // begins with a capital letter
	shapeUpper                     // two letters or more, all capitals
	shapeLower                     // begins with a lower-case letter
	shapeDigit                     // begins with a digit
	shapeNumber                    // digits only
)

// A token is one word of a line.
type token struct {
	start, end int // bytes in the text
	term       *term
	shape      shape
}

func (t token) is(class wordClass) bool { return t.term.class&class != 0 }

// tokenize appends the words of text[at:end] to dst. A word is letters,
// digits, marks and the apostrophes, hyphens and full stops between them; of
// the last only those of abbreviations (a.m, U.S).
func (v *vocabulary) tokenize(dst []token, text string, at, end int) []token {
	s := text[:end]
	var buf [longestWord]byte
	for i := at; i < len(s); {
		kind := charKinds[s[i]]
		if kind == charOther {
			i++
			continue
		}
		start := i
		t := token{start: i}
		// Words of ASCII letters and digits alone are read, folded and hashed in one go.
		h, n := uint32(hashSeed), 0
		switch kind {
		case charLower:
			t.shape = shapeLower
		case charUpper:
			t.shape = shapeCapital
		case charDigit:
			t.shape = shapeDigit
		}
		kinds := kind
		for i < len(s) && n < longestWord {
			k := charKinds[s[i]]
			if k == charOther || k == charWide {
				break
			}
			c := s[i]
			if k == charUpper {
				c |= 0x20
			}
			kinds |= k
			buf[n] = c
			h = hashByte(h, c)
			n++
			i++
		}
		if i == len(s) || charKinds[s[i]] == charOther && !joinsWords(s, i) && n < longestWord {
			if kinds == charUpper && n > 1 {
				t.shape |= shapeUpper
			}
			t.end = i
			if kinds == charDigit {
				t.shape |= shapeNumber
				t.term = v.number
			} else {
				t.term = v.lookup(h, buf[:n])
			}
			dst = append(dst, t)
			continue
		}
		var ok bool
		if t, i, ok = v.wideWord(s, start); ok {
			dst = append(dst, t)
		}
	}
	return dst
}

// The kinds of bytes, as bits: those of a word can be added up.
const (
	charOther = 0
	charLower = 1 << iota
	charUpper
	charDigit
	charWide // of a character beyond ASCII
)

var charKinds = func() (kinds [256]uint8) {
	for c := range kinds {
		switch {
		case 'a' <= c && c <= 'z':
			kinds[c] = charLower
		case 'A' <= c && c <= 'Z':
			kinds[c] = charUpper
		case '0' <= c && c <= '9':
			kinds[c] = charDigit
		case c >= utf8.RuneSelf:
			kinds[c] = charWide
		}
	}
	return kinds
}()

// joinsWords reports whether the byte at s[i], after a letter or digit, may
// go on with the word: an apostrophe, a hyphen, a full stop before a letter.
func joinsWords(s string, i int) bool {
	switch s[i] {
	case '.', '\'', '-', '_':
		return i+1 < len(s) && charKinds[s[i+1]]&(charLower|charUpper|charWide) != 0
	}
	return false
}

// wideWord reads the word at s[i], which may hold any characters. It returns
// the index after it, and not ok if what stands there is no word.
func (v *vocabulary) wideWord(s string, i int) (t token, next int, ok bool) {
	r, size := utf8.DecodeRuneInString(s[i:])
	if !wordRune(r) {
		return t, i + size, false
	}
	if r == '©' { // a word by itself, glued to the year as it often is
		return token{start: i, end: i + size, term: v.find("©")}, i + size, true
	}
	t = token{start: i, shape: shapeNumber}
	switch {
	case unicode.IsUpper(r):
		t.shape = shapeCapital | shapeUpper
	case unicode.IsDigit(r):
		t.shape = shapeDigit | shapeNumber
	default:
		t.shape = shapeLower
	}
	letters := 0
	part := i // where the part since the last full stop begins
	for i < len(s) {
		r, size = utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			if !joinsLetters(s, i, size, r, part, letters) {
				break
			}
			if r == '.' {
				part = i + 1
			}
		} else if !unicode.IsDigit(r) {
			letters++
			t.shape &^= shapeNumber
			if unicode.IsLower(r) {
				t.shape &^= shapeUpper
			}
		}
		i += size
	}
	t.end = i
	if letters < 2 {
		t.shape &^= shapeUpper
	}
	if t.shape&shapeNumber != 0 {
		t.term = v.number
	} else {
		t.term = v.find(s[t.start:t.end])
	}
	return t, i, true
}

// joinsLetters reports whether the character r at s[i] joins the letters before
// it to the letter behind it: an apostrophe, a hyphen, or the full stop after
// a single letter.
func joinsLetters(s string, i, size int, r rune, part, letters int) bool {
	switch r {
	case '.':
		return i-part == 1 && letters > 0 && i+1 < len(s) && letterAt(s, i+1)
	case '\'', '’', '-', '_':
		return i+size < len(s) && letterAt(s, i+size)
	}
	return false
}

// wordRune reports whether r belongs to words; the copyright sign makes one.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r == '©' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
