package credit

import (
	"cmp"
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
	forms []form
	first map[uint64][2]int32 // hash of the first word to its forms, half-open, longest first
	start [1 << 13]uint64     // bits: the first bytes of words that begin a form
}

// startKey returns the bit of formIndex.start for a word by its first bytes;
// those past its end count as 0.
func startKey(a, b, c byte) uint32 {
	return (uint32(a) | uint32(b)<<8 | uint32(c)<<16) * 0x9E3779B1 >> 13
}

func (x *formIndex) mayStart(a, b, c byte) bool {
	k := startKey(a, b, c)
	return x.start[k>>6]&(1<<(k&63)) != 0
}

// A formBuilder gathers the forms of all outlets.
type formBuilder struct {
	g      *Gazetteer
	listed map[string]bool // folded forms that a row lists as ambiguous
	forms  map[string]*form
	keys   []string // of forms, in the order they came
}

func newFormBuilder(g *Gazetteer) *formBuilder {
	return &formBuilder{g: g, listed: map[string]bool{}, forms: map[string]*form{}}
}

// share notes the forms that r lists as ambiguous.
func (b *formBuilder) share(r row, o *Outlet) error {
	for _, f := range r.forms() {
		if f.stars < 0 {
			continue
		}
		k := foldName(f.text)
		b.listed[k] = true
		for _, h := range b.g.shared[k] {
			if h.outlet == o {
				return fmt.Errorf("%s: outlet %q lists %q twice", r.at, o.Name, f.text)
			}
		}
		b.g.shared[k] = append(b.g.shared[k], holder{o, uint8(f.stars)})
	}
	return nil
}

// add adds the forms of r, after every row has been through share.
func (b *formBuilder) add(r row, o *Outlet, at map[*Outlet]string) error {
	for i, f := range r.forms() {
		k := foldName(f.text)
		isName := i == 0 && !r.muted
		switch {
		case b.listed[k]:
			if f.stars < 0 && !isName {
				return fmt.Errorf("%s: alias %q of %q is ambiguous by %q", r.at, f.text, o.Name, b.g.shared[k][0].outlet.Name)
			}
			if isName {
				b.g.names[k] = o
				if !slices.ContainsFunc(b.g.shared[k], func(h holder) bool { return h.outlet == o }) {
					b.g.shared[k] = append(b.g.shared[k], holder{o, 2})
				}
			}
		default:
			if other := b.g.names[k]; other != nil && other != o {
				return fmt.Errorf("%s: form %q of %q is also of %q (%s)", r.at, f.text, o.Name, other.Name, at[other])
			}
			b.g.names[k] = o
		}
		b.put(k, f.text, o, r.needs[k])
		if strings.Contains(f.text, " & ") && !b.listed[k] {
			b.put(k, strings.Replace(f.text, " & ", " and ", 1), o, r.needs[k])
		}
	}
	for _, h := range r.domains {
		b.put(h, h, o, needNone).host = true
	}
	return nil
}

// put adds one form of o and returns it.
func (b *formBuilder) put(key, text string, o *Outlet, n need) *form {
	words := formWords(text)
	articled := false
	if len(words) > 1 && strings.EqualFold(words[0].text, "the") {
		words, articled = words[1:], true
		words[0].gap = ""
	}
	id := formKey(words)
	f := b.forms[id]
	if f == nil {
		f = &form{words: words, outlet: o, group: -1, article: b.listed[key] && articled}
		b.forms[id] = f
		b.keys = append(b.keys, id)
	}
	if len(words) == 1 && !words[0].upper {
		f.words = words // "ntv" beside "NTV": the spelling that asks for less
	}
	f.need = max(f.need, n)
	if b.listed[key] {
		f.outlet, f.holders, f.open = nil, b.g.shared[key], true
		f.article = f.article && articled && f.need <= needCase
	}
	return f
}

// formKey is equal for forms that match the same words.
func formKey(words []formWord) string {
	var s strings.Builder
	for _, w := range words {
		fmt.Fprintf(&s, "%x ", w.hash)
	}
	return s.String()
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
		id := formKey(words)
		f := b.forms[id]
		if f == nil {
			f = &form{words: words, group: -1, article: true}
			if o.Country == "DE" || o.Country == "AT" || o.Country == "CH" {
				f.need = needCue // every noun has a capital letter there
			}
			b.forms[id] = f
			b.keys = append(b.keys, id)
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
		words := formWords(name)
		if id := formKey(words); b.forms[id] == nil && len(words) > 0 {
			b.forms[id] = &form{words: words, group: -1, larger: true}
			b.keys = append(b.keys, id)
		}
	}
	x := &formIndex{first: map[uint64][2]int32{}}
	groups := int32(0)
	for _, k := range b.keys {
		f := b.forms[k]
		if f.outlet == nil && !f.larger {
			f.group = groups
			groups++
			for _, h := range f.holders {
				h.outlet.shorts = append(h.outlet.shorts, f.group)
			}
		}
		x.forms = append(x.forms, *f)
	}
	slices.SortStableFunc(x.forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(a.words[0].hash, b.words[0].hash), cmp.Compare(len(b.words), len(a.words)))
	})
	for i, f := range x.forms {
		h := f.words[0].hash
		at, ok := x.first[h]
		if !ok {
			at[0] = int32(i)
		}
		at[1] = int32(i) + 1
		x.first[h] = at
		x.mark(f.words[0].text, f.host)
	}
	return x
}

// mark sets the bits of the ways in which a text may spell the first word w.
func (x *formIndex) mark(w string, anyCase bool) {
	var plain []byte
	for _, r := range w {
		plain = foldRune(plain, r)
	}
	lower := strings.ToLower(w)
	spellings := []string{w, strings.ToUpper(w), title(lower), strings.ToUpper(string(plain)), title(string(plain))}
	if anyCase || !capital(w) {
		spellings = append(spellings, lower, string(plain))
	}
	for _, s := range spellings {
		var b [3]byte
		copy(b[:], s)
		k := startKey(b[0], b[1], b[2])
		x.start[k>>6] |= 1 << (k & 63)
	}
}

// title returns s with its first letter in upper case.
func title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
