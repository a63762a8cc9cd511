package outlet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// A form is one way of naming one or more outlets in text.
type form struct {
	words   []formWord // at least 1, at most maxFormWords
	need    need
	article bool     // only counts after a definite article
	larger  bool     // the name of something else that holds an outlet's
	outlet  *Outlet  // the one it means; nil if several share it
	holders []holder // that share it
	group   int32    // number of the shared form, for Outlet.shorts; -1 if not shared
	open    bool     // worth a Mention though nothing tells which outlet it means
	acronym bool     // one word of two to five capital letters
	generic bool     // words that many newspapers' names are made of: Daily Star
	plus    bool     // a "+" must follow: Canal+
	channel bool     // one word, of a broadcaster
	foreign bool     // of the press of another language than English
	english bool     // of the press of English, or of no known country
	nouns   bool     // of the press of a language that writes every noun with a capital
	kind    Kind     // of the outlet, or of the first that shares it
}

// means calls yield for each outlet that f may mean until it returns false.
func (f *form) means(yield func(*Outlet) bool) {
	if f.outlet != nil {
		yield(f.outlet)
		return
	}
	for _, h := range f.holders {
		if !yield(h.outlet) {
			return
		}
	}
}

// firstCountry returns the country of home, the first where only the language of a
// text is known, which may be "-" for none.
func firstCountry(home *Outlet) string {
	code, _, _ := strings.Cut(home.Country, " ")
	return code
}

// local reports whether f may mean an outlet of home's country, of which there are
// several where only the language of a text is known.
func (f *form) local(home *Outlet) bool {
	for o := range f.means {
		if home != nil && o.Country != "" && strings.Contains(home.Country, o.Country) {
			return true
		}
	}
	return false
}

// english holds the countries whose press is English.
const english = "US GB IE CA AU NZ IN ZA"

// abroad reports whether f is an abbreviation and home, in whose country it means an outlet, is
// of the press of another language than English.
func (f *form) abroad(home *Outlet) bool {
	return f.acronym && f.foreign && !strings.Contains(english, home.Country)
}

// describe sets what follows from the words and the outlets of f.
func (f *form) describe(near *nearWords) {
	first := f.words[0].text
	f.acronym = len(f.words) == 1 && 2 <= len(first) && len(first) <= 5 && word.AllCapital(first) && word.Capital(first) && !digits(first)
	f.generic = len(f.words) > 1
	for _, w := range f.words {
		f.generic = f.generic && near.has(nearGeneric, w.hash)
	}
	for o := range f.means {
		f.channel = f.channel || len(f.words) == 1 && o.Sort == SortBroadcaster
		f.nouns = f.nouns || german(o.Country)
		f.foreign = f.foreign || abroad(o.Country)
		f.english = f.english || !abroad(o.Country)
		if f.kind == "" {
			f.kind = o.Kind
		}
	}
	if f.article && len(f.words) == 1 && near.has(nearOrdinary, f.words[0].hash) {
		f.need = max(f.need, needCue)
	}
}

// abroad reports whether the press of a country, which may be unknown, is mostly of
// another language than English.
func abroad(country string) bool {
	return country != "" && !strings.Contains(english, country)
}

// A formWord is one word of a form.
type formWord struct {
	hash  uint64
	text  string // as the table spells it
	gap   string // what stands before it in the table, of all its spellings; "" for the first
	upper bool   // begins with a capital letter
	ascii bool   // spelled without diacritics in the table, in all its spellings
}

// A formIndex finds forms by their first words.
type formIndex struct {
	one   map[uint64]*form // hash of the word to the form of that one word
	more  map[uint64]*form // hashOf its words to the form of these, two at least
	most  map[uint64]uint8 // pairHash of the first two words to the words of the longest form that begins with them
	ones  word.Bits        // the keys of one
	pairs word.Bits        // the keys of most
	first word.Bits        // words that begin a form
	small word.Bits        // those of them that may do so in lower case
	two   [1 << 10]uint64  // bits: the first two bytes of words that begin a form
	start [1 << 12]uint64  // bits: a hash of their first four bytes
}

// twoAt reports whether the word at text[i] may begin a form by its first two
// bytes.
func (x *formIndex) twoAt(text string, i int) bool {
	if i+1 >= len(text) {
		return true
	}
	k := uint32(text[i]) | uint32(text[i+1])<<8
	return x.two[k>>6]&(1<<(k&63)) != 0
}

// mayStart reports whether a word may begin a form by its first bytes, the
// first one lowest.
func (x *formIndex) mayStart(b uint32) bool {
	k := startKey(b)
	return x.start[k>>6]&(1<<(k&63)) != 0
}

// startKey returns the bit of formIndex.start for four bytes; those past the
// end of a word are 0.
func startKey(b uint32) uint32 { return b * 0x9E3779B1 >> 14 }

// insert files f under its first words.
func (x *formIndex) insert(f *form) {
	x.first.Put(f.words[0].hash)
	if len(f.words) == 1 {
		x.one[f.words[0].hash] = f
		x.ones.Put(f.words[0].hash)
		return
	}
	pair := pairHash(f.words[0].hash, f.words[1].hash)
	x.pairs.Put(pair)
	x.most[pair] = max(x.most[pair], uint8(len(f.words)))
	x.more[hashOf(f.words)] = f
}

// hashOf hashes all words of a form: thousands of outlets may begin with the same two.
func hashOf(words []formWord) (h uint64) {
	for _, w := range words {
		h = pairHash(h, w.hash)
	}
	return h
}

// mark sets the bits of the ways in which a text may spell the first word w.
func (x *formIndex) mark(w string, lower bool) {
	var plain, upper, small []byte
	for _, r := range w {
		plain = word.FoldRune(plain, r)
		upper = utf8.AppendRune(upper, unicode.ToUpper(r))
		small = utf8.AppendRune(small, unicode.ToLower(r))
		if len(plain) >= 4 && len(small) >= 4 {
			break
		}
	}
	x.set([]byte(w))
	x.set(upper)
	x.set(bytes.ToUpper(plain))
	x.set(title(small))
	x.set(title(plain))
	if lower {
		x.set(small)
		x.set(plain)
	}
}

func (x *formIndex) set(w []byte) {
	var b [4]byte
	copy(b[:], w)
	k := startKey(binary.LittleEndian.Uint32(b[:]))
	x.start[k>>6] |= 1 << (k & 63)
	if two := uint32(b[0]) | uint32(b[1])<<8; b[1] != 0 {
		x.two[two>>6] |= 1 << (two & 63)
		return
	}
	for c := range uint32(256) { // whatever follows a word of one letter
		two := uint32(b[0]) | c<<8
		x.two[two>>6] |= 1 << (two & 63)
	}
}

// A holder is an outlet that a shared form may mean.
type holder struct {
	outlet *Outlet
	stars  uint8 // 1: what the form means in the outlet's country; 2: and anywhere else, if nothing tells otherwise
}

// digits reports whether w holds nothing else.
func digits(w string) bool {
	return strings.Trim(w, "0123456789") == ""
}

// isASCII reports whether w holds ASCII only.
func isASCII(w string) bool {
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// title returns w with its first letter in upper case.
func title(w []byte) []byte {
	r, n := utf8.DecodeRune(w)
	return append(utf8.AppendRune(nil, unicode.ToUpper(r)), w[n:]...)
}
