package outlet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

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
		b.put(&f, listed, o, r.needOf(&f))
		if f.name {
			b.place(f.text, o)
		} else if !listed {
			b.placeBehind(f.text, o)
		}
		if !listed {
			b.respell(&f, o, r.needOf(&f))
		}
	}
	return nil
}

// respell adds the form of f as others write it: an and for the sign, Corp. for a corporation.
func (b *formBuilder) respell(f *rowForm, o *Outlet, n need) {
	if strings.Contains(f.text, " & ") {
		and := newRowForm(strings.Replace(f.text, " & ", " and ", 1))
		b.put(&and, false, o, n)
	}
	if name, ok := strings.CutSuffix(f.text, " Corporation"); ok {
		corp := newRowForm(name + " Corp")
		b.put(&corp, false, o, n)
	}
}

// place adds the forms of a newspaper's name with its place in brackets that tell the place in
// words: the Star in Malaysia, the Nation of Thailand.
func (b *formBuilder) place(name string, o *Outlet) {
	paper, place, ok := strings.Cut(strings.TrimSuffix(name, ")"), " (")
	if !ok || o.Sort != SortNewspaper || !strings.HasPrefix(paper, "The ") || !word.Capital(place) {
		return
	}
	for _, tie := range [...]string{" in ", " of "} {
		f := newRowForm(paper + tie + place)
		b.put(&f, false, o, needArticle)
	}
}

// placeBehind adds the form of a newspaper's name that tells the place behind it, where the alias tells it
// before: The Post-Standard of Syracuse beside the Syracuse Post-Standard.
func (b *formBuilder) placeBehind(alias string, o *Outlet) {
	name, _, _ := strings.Cut(o.Name, " (")
	name = strings.TrimPrefix(name, "The ")
	place, ok := strings.CutSuffix(alias, " "+name)
	if !ok || o.Sort != SortNewspaper || !word.Capital(place) || strings.ContainsAny(place, ",.'’") {
		return
	}
	switch first, _, _ := strings.Cut(place, " "); first {
	case "The", "Sunday", "Daily", "Evening", "Morning", "Weekly":
		return
	}
	f := newRowForm(name + " of " + place)
	b.put(&f, false, o, needArticle)
}

// put adds one form of o, which several share if listed. The words of the row stay as they are.
func (b *formBuilder) put(row *rowForm, listed bool, o *Outlet, n need) {
	words := row.words
	articled := len(words) > 1 && strings.EqualFold(words[0].text, "the")
	if articled {
		words = words[1:]
	}
	if o.Kind == Agency {
		words = lowerTail(words)
	}
	f, isNew := b.form(words)
	if isNew {
		f.outlet, f.article, f.plus = o, listed && articled, strings.HasSuffix(row.text, "+")
	}
	if len(words) == 1 && !words[0].upper {
		f.words = words // "ntv" beside "NTV": the spelling that asks for less
	}
	f.admit(words)
	f.need = max(f.need, n)
	if listed {
		f.outlet, f.holders, f.open = nil, b.g.shared[row.key], true
		f.article = f.article && articled
	}
}

// admit lets a text write f as these words are, which are its own in another spelling.
func (f *form) admit(words []formWord) {
	cloned := false
	for i := range words {
		had, w := f.words[i], words[i]
		both := had
		both.upper, both.ascii = had.upper && w.upper, had.ascii && w.ascii
		if i > 0 && !strings.Contains(had.gap, w.gap) {
			both.gap += w.gap // "Yahoo! News" beside "Yahoo News"
		}
		if both == had {
			continue
		}
		if !cloned {
			f.words, cloned = slices.Clone(f.words), true
		}
		f.words[i] = both
	}
}

// lowerTail returns the words of an agency's name as they are where a text writes what it is in
// small letters: the Fars news agency.
func lowerTail(words []formWord) []formWord {
	last := len(words) - 1
	if last < 1 || !strings.EqualFold(words[last].text, "agency") {
		return words
	}
	words = slices.Clone(words)
	words[last].upper = false
	if last > 1 && strings.EqualFold(words[last-1].text, "news") {
		words[last-1].upper = false
	}
	return words
}

// form returns the form of these words, and whether it had to be made.
func (b *formBuilder) form(words []formWord) (f *form, isNew bool) {
	b.x.mark(words[0].text, !words[0].upper)
	if !words[0].upper {
		b.x.small.Put(words[0].hash)
	}
	id := hashOf(words)
	if f = b.forms[id]; f != nil {
		return f, false
	}
	f = &form{words: words, group: -1}
	b.forms[id] = f
	b.all = append(b.all, f)
	return f, true
}

// formWords splits a form into its words.
func formWords(s string) []formWord {
	var room [maxFormWords]formWord
	words := room[:0]
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
	return slices.Clone(words)
}

// deriveShorts adds, for each newspaper and magazine, a short form of its name
// that means it once the text has named it in full: the last word of a
// newspaper's, "the Inquirer" for The Philadelphia Inquirer; and what follows
// the article of either, "du Figaro" for Le Figaro, which also means it without
// that, beside a cue.
func (b *formBuilder) deriveShorts() {
	for _, o := range b.g.outlets {
		if o.Sort != SortNewspaper && o.Sort != SortMagazine && o.Sort != SortJournal {
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

// stars returns how firmly the form name means o: that of a paper with its place in brackets,
// which is not the best known of its name, in its country only.
func (b *formBuilder) stars(o *Outlet, name string) uint8 {
	for _, h := range b.g.shared[word.FoldName(name)] {
		if h.outlet == o {
			return h.stars
		}
	}
	if strings.HasSuffix(o.Name, ")") {
		return 1
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
	x.most = make(map[uint64]uint8, len(b.all)/2)
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
