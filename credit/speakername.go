package credit

import (
	"strings"
	"unicode"
)

// A phrase is a run of words that may speak.
type phrase struct {
	from, to int32 // tokens, half-open; from == to: none
	kind     phraseKind
}

// A phraseKind says what a phrase is made of.
type phraseKind uint8

const (
	noPhrase      phraseKind = iota
	namePhrase               // a name: Stefanie Spear
	pronounPhrase            // he
	nounPhrase               // a spokesman for the campaign
)

// A sex is what names, titles and nouns tell of whom a pronoun may mean.
type sex uint8

const (
	anySex sex = iota
	male
	female
)

// A fullName is a name of two words or more as the article gives it.
type fullName struct {
	text        string // white space made single
	first, last string // its outer words; last without Jr.
	tok         int32  // where it stands first
	count       int
	sex         sex
	org         bool // an organisation, a place
}

// A nameBook holds the full names of an article.
type nameBook struct {
	list []fullName
}

// mostNames bounds the book, since every name is compared with those before it.
const mostNames = 300

func (b *nameBook) release() {
	clear(b.list)
	b.list = b.list[:0]
}

// inName reports whether token i may be a word of a name: capitalised, and not
// a word of the language that begins a sentence.
func (r *reading) inName(i int32) bool {
	t := &r.list[i]
	if t.kind != wordToken || !t.upper {
		return false
	}
	rl := r.role(i)
	if rl&roleCap != 0 {
		return false
	}
	if t.first {
		if rl&(roleFunction|roleAdv|roleGer|roleAcc) != 0 && rl&(rolePart|roleSuffix) == 0 {
			return false
		}
		if r.lang == 0 && rl&(roleGivenM|roleGivenF) == 0 && (r.ends(i, "ly") || r.ends(i, "ing")) {
			return false // Shortly after; Asking
		}
	}
	return rl&(rolePronoun|roleArt|rolePoss|roleI) == 0 || rl&rolePart != 0 && !t.first
}

// ends reports whether token i is a word of five letters or more that ends so.
func (r *reading) ends(i int32, with string) bool {
	w := r.word(i)
	return len(w) > 4 && strings.HasSuffix(w, with)
}

// runLeft returns the run of words of a name that ends with token i, going back
// no further than lo. It ends before a genitive and before other words.
func (r *reading) runLeft(i, lo int32) int32 {
	from := i
	for j := i - 1; j >= lo; j-- {
		t := &r.list[j]
		if t.kind != wordToken || t.genitive || !r.touching(j) {
			break
		}
		if r.inName(j) {
			from = j
			continue
		}
		if !t.upper && r.role(j)&rolePart != 0 && j > lo && (r.inName(j-1) || r.role(j-1)&rolePart != 0 && !r.list[j-1].upper) && !r.list[j-1].genitive && r.list[j-1].kind == wordToken {
			continue // Ursula von der Leyen: taken in if a name stands before it
		}
		break
	}
	return from
}

// runRight returns the end of the run of words of a name that begins with token i.
func (r *reading) runRight(i, hi int32) int32 {
	to := i + 1
	if r.list[i].genitive {
		return to
	}
	for j := to; j < hi; j++ {
		t := &r.list[j]
		if t.kind != wordToken || !r.touching(j-1) {
			break
		}
		if r.inName(j) && !t.first {
			to = j + 1
			if t.genitive {
				break
			}
			continue
		}
		if !t.upper && r.role(j)&rolePart != 0 {
			continue
		}
		break
	}
	return to
}

// touching reports whether nothing but white space or a hyphen parts token i
// from the next.
func (r *reading) touching(i int32) bool {
	a, b := &r.list[i], &r.list[i+1]
	n := b.start - a.end
	return n <= 2 || n <= 6 && strings.TrimSpace(r.tokens.text[a.end:b.start]) == "" && strings.Count(r.tokens.text[a.end:b.start], "\n") < 2
}

// person cuts from the run of capitalised words [from, to) the titles, offices
// and parties before the name itself. It returns an empty run if nothing else
// is in it.
func (r *reading) person(from, to int32) (int32, int32) {
	cut := from
	for j := from; j < to; j++ {
		rl := r.role(j)
		if rl&(roleTitle|roleNoun) != 0 && (j+1 < to || j == from) {
			cut = j + 1
		}
	}
	if cut < to && r.role(cut)&roleSuffix != 0 {
		cut = to
	}
	return cut, to
}

// nameText returns the words of tokens [from, to) with single spaces between them.
func (r *reading) nameText(from, to int32) string {
	if from >= to {
		return ""
	}
	s := r.tokens.text[r.list[from].start:r.list[to-1].end]
	if last := r.role(to - 1); last&roleSuffix == 0 && strings.HasSuffix(s, ".") && !r.initial(to-1) {
		s = s[:len(s)-1]
	}
	return single(s)
}

// initial reports whether token i is one letter with a full stop, or several: F., U.S.
func (r *reading) initial(i int32) bool {
	w := r.word(i)
	return len(w) >= 2 && w[1] == '.'
}

// single returns s with every run of white space made one space. It shares
// memory with s where nothing has to change.
func single(s string) string {
	space := false
	for _, c := range s {
		if unicode.IsSpace(c) {
			if space || c != ' ' {
				return strings.Join(strings.Fields(s), " ")
			}
			space = true
		} else {
			space = false
		}
	}
	return s
}

// fill reads the names of two words or more from the whole text, quotations and all.
func (b *nameBook) fill(r *reading) {
	b.list = b.list[:0]
	n := int32(len(r.list))
	for i := int32(0); i < n; i++ {
		if !r.list[i].upper || !r.inName(i) {
			continue
		}
		to := r.runRight(i, n)
		from, _ := r.person(i, to)
		if to-from >= 2 {
			b.add(r, i, from, to)
		}
		i = to - 1
	}
}

// add notes the name [from, to) of the run that begins at start.
func (b *nameBook) add(r *reading, start, from, to int32) {
	last := to - 1
	for last > from && r.role(last)&roleSuffix != 0 {
		last--
	}
	if last == from || last-from > 4 {
		return
	}
	first, end := r.word(from), r.word(last)
	for k := range b.list {
		f := &b.list[k]
		if strings.EqualFold(f.last, end) && strings.EqualFold(f.first, first) {
			f.count++
			if f.sex == anySex {
				f.sex = r.sexOf(start, from, to)
			}
			if text := r.tokens.text[r.list[from].start:r.list[to-1].end]; len(text) > len(f.text) {
				f.text = r.nameText(from, to)
			}
			return
		}
	}
	if len(b.list) >= mostNames {
		return
	}
	f := fullName{text: r.nameText(from, to), first: first, last: end, tok: from, count: 1, sex: r.sexOf(start, from, to)}
	for j := from; j < to; j++ {
		rl := r.role(j)
		if rl&(roleOrg|roleSite) != 0 || r.list[j].shout && j > from && r.role(from)&(roleGivenM|roleGivenF) == 0 {
			f.org = true
		}
	}
	if f.org && r.role(from)&(roleGivenM|roleGivenF) != 0 && to-from == 2 && r.role(last)&roleOrg == 0 {
		f.org = false
	}
	b.list = append(b.list, f)
}

// sexOf returns what the words about the name [from, to) tell: its given name,
// the title in its run from start, the nouns on either side.
func (r *reading) sexOf(start, from, to int32) sex {
	switch rl := r.role(from); {
	case rl&roleGivenM != 0:
		return male
	case rl&roleGivenF != 0:
		return female
	}
	for j := max(start-2, 0); j < from; j++ {
		if r.list[j].kind != wordToken {
			continue
		}
		switch rl := r.role(j); {
		case rl&roleWoman != 0:
			return female
		case rl&roleMan != 0:
			return male
		}
	}
	if n := int32(len(r.list)); to < n && r.list[to].kind == commaToken {
		for j := to + 1; j < min(to+5, n) && r.list[j].kind == wordToken; j++ {
			switch rl := r.role(j); {
			case rl&roleWoman != 0:
				return female
			case rl&roleMan != 0:
				return male
			}
		}
	}
	return anySex
}

// find returns the full name that a name of the words first to last, met at
// token at, stands for: the commonest whose last word it is, before at if any
// is. It returns nil if there is none.
func (b *nameBook) find(first, last string, at int32, want sex) *fullName {
	var best *fullName
	score := -1
	for k := range b.list {
		f := &b.list[k]
		s := 0
		switch {
		case strings.EqualFold(f.last, last):
			s = 1000
			if first != last && !strings.EqualFold(f.first, first) && !strings.Contains(f.text, first) {
				continue // another Clinton
			}
		case first == last && strings.EqualFold(f.first, last):
			s = 500
		default:
			continue
		}
		if want != anySex && f.sex != anySex && f.sex != want {
			s -= 400
		}
		if f.org {
			s -= 450
		}
		if f.tok <= at {
			s += 100
		}
		s += min(f.count, 50)
		if s > score {
			best, score = f, s
		}
	}
	if score < 300 {
		return nil
	}
	return best
}
