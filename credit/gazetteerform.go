package credit

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFormWords is how many words a form has at most.
const maxFormWords = 9

// A form is one way of naming one or more outlets in text.
type form struct {
	words   []formWord // at least 1, at most maxFormWords
	need    need
	article bool     // only counts after an article
	host    bool     // a host: its case does not matter
	larger  bool     // the name of something else that holds an outlet's
	outlet  *Outlet  // the one it means; nil if several share it
	holders []holder // that share it
	group   int32    // number of the shared form, for Outlet.shorts; -1 if not shared
	next    *form    // the next one with the same first word, as long or shorter
	open    bool     // worth a Mention though nothing tells which outlet it means
}

// A formWord is one word of a form.
type formWord struct {
	hash  uint64
	text  string // as the table spells it
	gap   string // what stands before it in the table; "" for the first
	upper bool   // begins with a capital letter
}

// A formIndex finds forms by their first word.
type formIndex struct {
	first map[uint64]*form // hash of the first word to the longest form that begins with it
	start [1 << 13]uint64  // bits: the first bytes of words that begin a form
}

// startKey returns the bit of formIndex.start for a word by its first four
// bytes, the first one lowest; those past its end are 0.
func startKey(b uint32) uint32 { return b * 0x9E3779B1 >> 13 }

func (x *formIndex) mayStart(b uint32) bool {
	k := startKey(b)
	return x.start[k>>6]&(1<<(k&63)) != 0
}

// A formBuilder gathers the forms of all outlets.
type formBuilder struct {
	g      *Gazetteer
	listed map[string]bool // folded forms that a row lists as ambiguous
	forms  map[uint64]*form
	all    []*form // in the order they came
}

func newFormBuilder(g *Gazetteer) *formBuilder {
	return &formBuilder{g: g, listed: map[string]bool{}, forms: make(map[uint64]*form, 4*len(g.outlets))}
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
	for _, h := range r.domains {
		b.put(h, false, h, o, needNone).host = true
	}
	return nil
}

// put adds one form of o, which several share if listed, and returns it.
func (b *formBuilder) put(text string, listed bool, key string, o *Outlet, n need) *form {
	words := formWords(text)
	articled := len(words) > 1 && strings.EqualFold(words[0].text, "the")
	if articled {
		words = words[1:]
		words[0].gap = ""
	}
	f, isNew := b.form(words)
	if isNew {
		f.outlet, f.article = o, listed && articled
	}
	if len(words) == 1 && !words[0].upper {
		f.words = words // "ntv" beside "NTV": the spelling that asks for less
	}
	f.need = max(f.need, n)
	if listed {
		f.outlet, f.holders, f.open = nil, b.g.shared[key], true
		f.article = f.article && articled && f.need <= needCase
	}
	return f
}

// form returns the form of these words, and whether it had to be made.
func (b *formBuilder) form(words []formWord) (f *form, isNew bool) {
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
	for i := skipGap(s, 0); i < len(s); {
		j := wordEnd(s, i)
		r, _ := utf8.DecodeRuneInString(s[i:])
		w := formWord{hash: hashWord(s[i:j]), text: s[i:j], upper: unicode.IsUpper(r) || unicode.IsTitle(r)}
		if len(words) > 0 {
			w.gap = s[at:i]
		}
		words = append(words, w)
		at = j
		i = skipGap(s, j)
	}
	return words
}

// notLast are last words of newspapers' names that stand for no newspaper by
// themselves.
var notLast = map[string]bool{
	"today": true, "state": true, "union": true, "day": true, "week": true, "world": true, "city": true,
	"sunday": true, "online": true, "business": true, "politics": true, "street": true, "people": true, "life": true,
}

// deriveShorts adds, for each newspaper, the last part of its name as a form
// that means it once the text has named it in full: "the Inquirer" for The
// Philadelphia Inquirer, "du Monde" for Le Monde.
func (b *formBuilder) deriveShorts() {
	for _, o := range b.g.outlets {
		if o.Sort != SortNewspaper {
			continue
		}
		name, _, _ := strings.Cut(o.Name, " (")
		name = strings.TrimPrefix(name, "The ")
		i := strings.LastIndexAny(name, " ’'")
		if i < 0 {
			continue
		}
		last := strings.TrimLeft(name[i:], " ’'")
		if len(last) < 3 || notLast[strings.ToLower(last)] || !capital(last) || strings.Contains(last, ".") {
			continue
		}
		words := formWords(last)
		f, isNew := b.form(words)
		if isNew {
			f.article = true
			if o.Country == "DE" || o.Country == "AT" || o.Country == "CH" {
				f.need = needCue // every noun has a capital letter there
			}
		}
		if f.outlet == o || slices.ContainsFunc(f.holders, func(h holder) bool { return h.outlet == o }) {
			continue
		}
		if f.outlet != nil { // the name of another: that outlet, but for this context
			f.holders = []holder{{f.outlet, 2}}
			f.outlet, f.open = nil, true
		}
		f.holders = append(slices.Clip(f.holders), holder{o, 0})
	}
}

// index returns the forms by their first word.
func (b *formBuilder) index() *formIndex {
	b.deriveShorts()
	for _, name := range b.g.larger {
		if f, isNew := b.form(formWords(name)); isNew {
			f.larger = true
		}
	}
	x := &formIndex{first: make(map[uint64]*form, len(b.all))}
	groups := int32(0)
	for _, f := range b.all {
		if f.outlet == nil && !f.larger {
			f.group = groups
			groups++
			for _, h := range f.holders {
				h.outlet.shorts = append(h.outlet.shorts, f.group)
			}
		}
		x.insert(f)
	}
	return x
}

// insert files f under its first word.
func (x *formIndex) insert(f *form) {
	h := f.words[0].hash
	head := x.first[h]
	if head == nil || len(head.words) < len(f.words) {
		f.next, x.first[h] = head, f
	} else {
		for head.next != nil && len(head.next.words) >= len(f.words) {
			head = head.next
		}
		f.next, head.next = head.next, f
	}
	x.mark(f.words[0].text, f.host || !f.words[0].upper)
}

// mark sets the bits of the ways in which a text may spell the first word w.
func (x *formIndex) mark(w string, lower bool) {
	var plain, upper, small []byte
	for _, r := range w {
		plain = foldRune(plain, r)
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
}

// title returns w with its first letter in upper case.
func title(w []byte) []byte {
	r, n := utf8.DecodeRune(w)
	return append(utf8.AppendRune(nil, unicode.ToUpper(r)), w[n:]...)
}
