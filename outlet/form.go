package outlet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// maxFormWords is how many words a form has at most.
const maxFormWords = 9

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
	kind    Kind     // of the outlet, or of the first that shares it
	next    *form    // the next one with the same first words, as long or shorter
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

// local reports whether f may mean an outlet of home's country.
func (f *form) local(home *Outlet) bool {
	for o := range f.means {
		if home != nil && o.Country == home.Country {
			return true
		}
	}
	return false
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
		f.foreign = f.foreign || o.Country != "" && !strings.Contains("US GB IE CA AU NZ IN ZA", o.Country)
		if f.kind == "" {
			f.kind = o.Kind
		}
	}
	if f.article && len(f.words) == 1 && near.has(nearOrdinary, f.words[0].hash) {
		f.need = max(f.need, needCue)
	}
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
	more  map[uint64]*form // pairHash of the first two words to the longest form that begins with them
	ones  word.Bits        // the keys of one
	pairs word.Bits        // the keys of more
	first word.Bits        // words that begin a form
	small word.Bits        // those of them that may do so in lower case
	two   [1 << 10]uint64  // bits: the first two bytes of words that begin a form
	start [1 << 12]uint64  // bits: a hash of their first four bytes
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

// A formBuilder gathers the forms of all outlets.
type formBuilder struct {
	g      *Gazetteer
	listed map[string]bool // folded forms that a row lists as ambiguous
	forms  map[uint64]*form
	all    []*form // in the order they came
	x      *formIndex
}

func newFormBuilder(g *Gazetteer) *formBuilder {
	return &formBuilder{g: g, listed: map[string]bool{}, forms: make(map[uint64]*form, 4*len(g.outlets)), x: &formIndex{first: word.NewBits(1 << 16), small: word.NewBits(1 << 13), ones: word.NewBits(1 << 15), pairs: word.NewBits(1 << 16)}}
}

// share notes the forms that r lists as ambiguous.
func (b *formBuilder) share(r *row, o *Outlet) error {
	for _, f := range r.forms {
		if f.stars < 0 {
			continue
		}
		b.listed[f.key] = true
		for _, h := range b.g.shared[f.key] {
			if h.outlet == o {
				return fmt.Errorf("%s: outlet %q lists %q twice", r.at, o.Name, f.text)
			}
		}
		b.g.shared[f.key] = append(b.g.shared[f.key], holder{o, uint8(f.stars)})
	}
	return nil
}

// add adds the forms of r, after every row has been through share.
func (b *formBuilder) add(r *row, o *Outlet, at map[*Outlet]string) error {
	for _, f := range r.forms {
		listed := b.listed[f.key]
		switch {
		case !listed:
			if other := b.g.names[f.key]; other != nil && other != o {
				return fmt.Errorf("%s: form %q of %q is also of %q (%s)", r.at, f.text, o.Name, other.Name, at[other])
			}
			b.g.names[f.key] = o
		case f.name:
			b.g.names[f.key] = o
			if hs := b.g.shared[f.key]; !slices.ContainsFunc(hs, func(h holder) bool { return h.outlet == o }) {
				b.g.shared[f.key] = append(hs, holder{o, 2})
			}
		case f.stars < 0:
			return fmt.Errorf("%s: alias %q of %q is ambiguous by %q", r.at, f.text, o.Name, b.g.shared[f.key][0].outlet.Name)
		}
		b.put(f.text, listed, f.key, o, r.needs[f.key])
		if strings.Contains(f.text, " & ") && !listed {
			b.put(strings.Replace(f.text, " & ", " and ", 1), false, f.key, o, r.needs[f.key])
		}
	}
	return nil
}

// put adds one form of o, which several share if listed.
func (b *formBuilder) put(text string, listed bool, key string, o *Outlet, n need) {
	words := formWords(text)
	articled := len(words) > 1 && strings.EqualFold(words[0].text, "the")
	if articled {
		words = words[1:]
		words[0].gap = ""
	}
	f, isNew := b.form(words)
	if isNew {
		f.outlet, f.article, f.plus = o, listed && articled, strings.HasSuffix(text, "+")
	}
	if len(words) == 1 && !words[0].upper {
		f.words = words // "ntv" beside "NTV": the spelling that asks for less
	}
	for i := range words {
		f.words[i].upper = f.words[i].upper && words[i].upper
		f.words[i].ascii = f.words[i].ascii && words[i].ascii
		if gap := words[i].gap; !strings.Contains(f.words[i].gap, gap) {
			f.words[i].gap += gap // "Yahoo! News" beside "Yahoo News"
		}
	}
	f.need = max(f.need, n)
	if listed {
		f.outlet, f.holders, f.open = nil, b.g.shared[key], true
		f.article = f.article && articled
	}
}

// form returns the form of these words, and whether it had to be made.
func (b *formBuilder) form(words []formWord) (f *form, isNew bool) {
	b.x.mark(words[0].text, !words[0].upper)
	if !words[0].upper {
		b.x.small.Put(words[0].hash)
	}
	id := uint64(0)
	for _, w := range words {
		id = pairHash(id, w.hash)
	}
	if f = b.forms[id]; f != nil {
		return f, false
	}
	f = &form{words: words, group: -1}
	b.forms[id] = f
	b.all = append(b.all, f)
	return f, true
}

// formWords splits a form into its words.
func formWords(s string) (words []formWord) {
	at := 0
	for i := word.SkipGap(s, 0); i < len(s); {
		j := word.End(s, i)
		r, _ := utf8.DecodeRuneInString(s[i:])
		w := formWord{hash: word.Hash(s[i:j]), text: s[i:j], upper: unicode.IsUpper(r) || unicode.IsTitle(r), ascii: isASCII(s[i:j])}
		if len(words) > 0 {
			w.gap = s[at:i]
		}
		words = append(words, w)
		at = j
		i = word.SkipGap(s, j)
	}
	return words
}

// deriveShorts adds, for each newspaper and magazine, a short form of its name
// that means it once the text has named it in full: the last word of a
// newspaper's, "the Inquirer" for The Philadelphia Inquirer; and what follows
// the article of either, "du Figaro" for Le Figaro, which also means it without
// that, beside a cue.
func (b *formBuilder) deriveShorts() {
	for _, o := range b.g.outlets {
		if o.Sort != SortNewspaper && o.Sort != SortMagazine {
			continue
		}
		name, _, _ := strings.Cut(o.Name, " (")
		name = strings.TrimPrefix(name, "The ")
		h := holder{outlet: o}
		rest := ""
		if i := strings.IndexAny(name, " '"); i > 0 && b.g.near.has(nearArticle|nearIndefinite, word.Hash(name[:i])) {
			rest, h.stars = name[i+1:], b.stars(o, name)
		} else if i = strings.LastIndexByte(name, ' '); o.Sort == SortNewspaper {
			rest = name[i+1:]
		}
		if rest == name || len(rest) < 3 || b.g.near.has(nearCommon, word.Hash(rest)) || !word.Capital(rest) || strings.Contains(rest, ".") {
			continue
		}
		f, isNew := b.form(formWords(rest))
		if isNew {
			f.article = true
			if h.stars > 0 {
				f.need = needCue // it may be any capitalised noun
			}
		}
		if f.outlet == o || slices.ContainsFunc(f.holders, func(h holder) bool { return h.outlet == o }) {
			continue
		}
		if f.outlet != nil { // the name of another: that outlet, but for this context
			f.holders = []holder{{f.outlet, 2}}
			f.outlet, f.open = nil, true
			h.stars = 0
		}
		f.holders = append(slices.Clip(f.holders), h)
	}
}

// stars returns how firmly the form name means o.
func (b *formBuilder) stars(o *Outlet, name string) uint8 {
	for _, h := range b.g.shared[word.FoldName(name)] {
		if h.outlet == o {
			return h.stars
		}
	}
	return 2
}

// index returns the forms by their first word.
func (b *formBuilder) index() *formIndex {
	b.deriveShorts()
	for _, name := range b.g.larger {
		if f, isNew := b.form(formWords(name)); isNew {
			f.larger = true
		}
	}
	x := b.x
	x.one, x.more = make(map[uint64]*form, len(b.all)/2), make(map[uint64]*form, len(b.all)/2)
	groups := int32(0)
	for _, f := range b.all {
		if f.outlet == nil && !f.larger {
			f.group = groups
			groups++
			for _, h := range f.holders {
				h.outlet.shorts = append(h.outlet.shorts, f.group)
			}
		}
		f.describe(b.g.near)
		x.insert(f)
	}
	return x
}

// insert files f under its first words.
func (x *formIndex) insert(f *form) {
	x.first.Put(f.words[0].hash)
	if len(f.words) == 1 {
		x.one[f.words[0].hash] = f
		x.ones.Put(f.words[0].hash)
		return
	}
	h := pairHash(f.words[0].hash, f.words[1].hash)
	x.pairs.Put(h)
	head := x.more[h]
	if head == nil || len(head.words) < len(f.words) {
		f.next, x.more[h] = head, f
		return
	}
	for head.next != nil && len(head.next.words) >= len(f.words) {
		head = head.next
	}
	f.next, head.next = head.next, f
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

// title returns w with its first letter in upper case.
func title(w []byte) []byte {
	r, n := utf8.DecodeRune(w)
	return append(utf8.AppendRune(nil, unicode.ToUpper(r)), w[n:]...)
}
