package quote

import "strings"

// Papers do not repeat a name: once somebody is named, he is the 51-year-old, the striker, the jurist. Such a noun is no
// office by which he could be found, and nothing but its place tells who is meant.

const (
	standInReach = 160 // tokens back to the name
	shortEnding  = 5   // bytes of an ending that titles have too, which tell an office: -erin, Konzernsprecherin
	strangerFar  = 600 // tokens in which somebody without a name may have been told of by the same noun
)

// A standEnding is the ending of nouns that stand for a man, a woman, or either.
type standEnding struct {
	text string
	role role
}

// standsFor returns the person whom the noun phrase s stands for if it is such a noun: the one named last before it, if
// the sentence that names him, and what follows it, tells of nobody else. It returns nil where that is open.
func (r *reading) standsFor(m *discourse, s phrase) *fullName {
	head, rl := r.standIn(s)
	if head < 0 {
		return r.tradeFor(m, s)
	}
	want, known := r.standInSex(s, rl)
	if !known || r.stranger(head) || r.ofWhomever(s) {
		return nil
	}
	lo := max(r.paras[max(m.para-1, 0)].tok, head-standInReach)
	f := r.lastNamed(m, lo, s.from, want)
	if f == nil && r.list[head].digit {
		f = r.loneName(lo, head, want)
	}
	if f == nil || f.text != m.speaker && r.dealsWith(f, s, head) || r.otherAge(f, head) || r.ofSomething(s, head) && !r.onlyPerson(f, s.from) {
		return nil
	}
	return f
}

// standIn returns the token of the phrase s that is a noun by which somebody is called who has been named, and whom it may
// stand for; -1 if none is.
func (r *reading) standIn(s phrase) (head int32, rl role) {
	const most = 3 // words, with the adjectives before it
	if s.kind != nounPhrase {
		return -1, 0
	}
	for i := s.from; i < min(s.to, s.from+most) && r.role(i)&rolePrep == 0; i++ {
		if rl := r.standInRole(i); rl != 0 {
			return i, rl
		}
	}
	return -1, 0
}

// standInRole returns whom token i may stand for by its word or, if no list has it, its ending: roleStandMan, roleStandWoman or
// both; 0 if it is no such noun.
func (r *reading) standInRole(i int32) role {
	t := &r.list[i]
	if t.kind != wordToken {
		return 0
	}
	if rl := t.role & roleStandIn; rl != 0 || t.row >= 0 {
		return rl
	}
	w := strings.ToLower(r.word(i))
	for _, e := range r.table.stands[r.lang] {
		if len(w) > len(e.text) && strings.HasSuffix(w, e.text) && (len(e.text) > shortEnding || !r.endsTitle(i)) {
			return e.role
		}
	}
	return 0
}

// standInSex returns the sex of whom a noun of role rl, that of the phrase s, tells. It reports whether the phrase singles out
// somebody: its article is one for whom is known, in the singular, where the language has articles.
func (r *reading) standInSex(s phrase, rl role) (sex, bool) {
	want := anySex
	switch rl {
	case roleStandMan:
		want = male
	case roleStandWoman:
		want = female
	}
	x, known := r.definite(s.from - 1)
	switch {
	case r.own != nil && (len(r.own.the) == 0 || len(r.own.cases) > 0 || len(r.own.suffixed) > 0):
		return want, true // no articles, or those at the end of the noun, with which the list has it
	case x == anySex:
		return want, known
	}
	return x, known && (want == anySex || want == x)
}

// standInKnown reports whether s is such a noun that singles out somebody.
func (r *reading) standInKnown(s phrase) bool {
	head, rl := r.standIn(s)
	if head < 0 {
		return false
	}
	_, known := r.standInSex(s, rl)
	return known
}

// definite reports whether token i is an article before a noun for somebody who is known, and whom it tells of.
func (r *reading) definite(i int32) (sex, bool) {
	if i < 0 || r.list[i].kind != wordToken {
		return anySex, false
	}
	x, known := r.table.the[r.lang][r.list[i].row]
	return x, known
}

// stranger reports whether the text tells before token head, by the same noun, of somebody whom it does not name: ein
// 51-Jähriger; un joueur.
func (r *reading) stranger(head int32) bool {
	for i := head - 1; i > max(0, head-strangerFar); i-- {
		if r.list[i].kind != wordToken || !r.sameNoun(i, head) || i+1 < head && r.inName(i+1) {
			continue
		}
		if _, known := r.definite(i - 1); !known && (r.role(i-1)&roleArt != 0 || r.list[head].digit) {
			return true
		}
	}
	return false
}

// ofWhomever reports whether a noun or a name right behind s may say, in its case, whose s is: чоловік | загиблої.
func (r *reading) ofWhomever(s phrase) bool {
	if r.own == nil || len(r.own.cases) == 0 || s.to >= int32(len(r.list)) || r.list[s.to].kind != wordToken {
		return false
	}
	return r.role(s.to)&(rolePrep|roleAdv|roleConj|roleSub|roleDay|roleAux) == 0
}

// sameNoun reports whether tokens i and j are forms of one noun, by the letters they begin with.
func (r *reading) sameNoun(i, j int32) bool {
	const least = 5 // bytes that are the same
	if r.list[i].hash == r.list[j].hash {
		return true
	}
	a, b := r.word(i), r.word(j)
	n := max(least, min(len(a), len(b))-2)
	return len(a) >= n && len(b) >= n && strings.EqualFold(a[:n], b[:n])
}

// lastNamed returns the person of that sex who is named in the last sentence of tokens [lo, hi) that names one, if it is the
// only one there or the only one whom no preposition governs, and no other person, without a name, is told of from there on.
func (r *reading) lastNamed(m *discourse, lo, hi int32, want sex) *fullName {
	var n named
	for i := hi - 1; i >= lo; i-- {
		t := &r.list[i]
		switch {
		case t.kind == unquoteToken:
			if i = r.out[t.row].first; r.startsSentence(i+1) && n.any() {
				return n.one()
			}
			continue
		case r.unnamed(i, lo):
			return nil
		case t.kind == wordToken && t.upper && r.inName(i):
			from := r.runLeft(i, lo)
			if !r.noteNamed(&n, m, phrase{from, i + 1, namePhrase}, lo, want) {
				return nil
			}
			i = from
		}
		if r.list[i].first && n.any() {
			return n.one()
		}
	}
	return n.one()
}

// loneName returns the only name of several words that the text has before token head and no preposition governs, if it stands in
// tokens [lo, head) and nobody without a name is told of behind it: whoever is called by his age is a person, be his given name
// none that is known: Bartolo Rovere sale sul tetto. «…», dice | l'80enne.
func (r *reading) loneName(lo, head int32, want sex) *fullName {
	var only *fullName
	for k := range r.names.list {
		f := &r.names.list[k]
		if f.tok >= head || f.org || f.sex == anySex && r.afterPrep(f.tok, max(0, f.tok-8)) {
			continue
		}
		if only != nil {
			return nil
		}
		only = f
	}
	if only == nil || only.tok < lo || want != anySex && only.sex != anySex && only.sex != want {
		return nil
	}
	for i := only.tok; i < head; i++ {
		if r.unnamed(i, lo) {
			return nil
		}
	}
	return only
}

// noteNamed notes in n the person of that sex whom the words s name. It reports false where it is open whether they name one:
// who knows, but of der SV Holm.
func (r *reading) noteNamed(n *named, m *discourse, s phrase, lo int32, want sex) bool {
	if r.namesBody(s) {
		return true
	}
	governed := r.afterPrep(s.from, lo)
	f, open := r.namedAt(s.from, s.to, want)
	if open && (f == nil || f.text != m.speaker) {
		_, known := r.definite(s.from - 1)
		return known || governed
	}
	switch {
	case f == nil:
	case governed:
		n.governed.add(f)
	default:
		n.free.add(f)
	}
	return true
}

// namesBody reports whether the name s is only that of the body behind it, whose people are others: the Lowell Oakes | administration.
func (r *reading) namesBody(s phrase) bool {
	if !r.english || s.to >= int32(len(r.list)) || r.list[s.to-1].genitive {
		return false
	}
	_, known := r.definite(s.from - 1)
	return known && r.list[s.to].small() && r.role(s.to)&(roleNoun|roleOrg) != 0
}

// A named is whom a sentence names: whoever a preposition governs counts only where nobody else is.
type named struct{ free, governed oneName }

func (n *named) any() bool      { return n.free.given() || n.governed.given() }
func (n *named) one() *fullName { return n.free.or(n.governed).name }

// A oneName is the name added to it, if only one is.
type oneName struct {
	name    *fullName
	several bool
}

func (o *oneName) add(f *fullName) {
	if o.several = o.several || o.name != nil && o.name != f; o.several {
		f = nil
	}
	o.name = f
}

// or returns o, or p where nothing was added to it.
func (o oneName) or(p oneName) oneName {
	if o.given() {
		return o
	}
	return p
}

// given reports whether anything was added to o.
func (o oneName) given() bool { return o.name != nil || o.several }

// namedAt returns the person of that sex whom the words [from, to) name; open says that it is not known whether they name one.
func (r *reading) namedAt(from, to int32, want sex) (f *fullName, open bool) {
	start := from
	from, to = r.person(from, to)
	if from >= to {
		return nil, false
	}
	f = r.names.find(r, from, to, anySex)
	switch {
	case f == nil:
		return nil, r.given(from)
	case f.org || want != anySex && f.sex != anySex && f.sex != want:
		return nil, false
	}
	called := from > start || r.calledBefore(from)
	if !called && r.nouns && r.list[from].first && !r.given(from) {
		return nil, false // Besonders Kinder
	}
	return f, f.sex == anySex && f.offices[0] == 0 && !called
}

// calledBefore reports whether a noun for somebody stands right before token i.
func (r *reading) calledBefore(i int32) bool {
	return i > 0 && r.list[i-1].kind == wordToken && (r.precedesName(i-1) || r.standInRole(i-1) != 0)
}

// unnamed reports whether token i is a noun for somebody who is told of for the first time, or whom somebody has, and is not
// named: ein Landwirt; seine Frau.
func (r *reading) unnamed(i, lo int32) bool {
	if i <= lo || r.list[i].kind != wordToken || r.role(i)&(roleTitle|roleMan|roleWoman|roleStandIn) == 0 && r.standInRole(i) == 0 {
		return false
	}
	if _, known := r.definite(i - 1); known || r.role(i-1)&roleDet == 0 {
		return false
	}
	n := i + 1
	if n < int32(len(r.list)) && r.list[n].kind == commaToken {
		n++
	}
	return n >= int32(len(r.list)) || !r.inName(n)
}

// dealsWith reports whether f is rather somebody who deals with whom the noun at token head of s tells of: Judge Ellen Holm opened the
// hearing. “…,” | the defendant said. In English nobody with an office is called by a calling, only by his age.
func (r *reading) dealsWith(f *fullName, s phrase, head int32) bool {
	for _, o := range f.offices {
		for i := s.from; o > 0 && i < s.to; i++ {
			if r.list[i].row == o-1 {
				return false // the 78-year-old justice
			}
		}
	}
	return r.serves(f) || r.english && f.offices[0] != 0 && !r.list[head].digit
}

// serves reports whether f bears such an office, right before the name or behind it and a comma where it is met first.
func (r *reading) serves(f *fullName) bool {
	const near = 3
	for _, o := range f.offices {
		if o > 0 && r.table.serves[r.lang][o-1] {
			return true
		}
	}
	for i := max(0, f.tok-near); i < f.tok; i++ {
		if t := &r.list[i]; t.kind == wordToken && (r.table.serves[r.lang][t.row] || t.row < 0 && endsIn(r.word(i), r.table.ranks[r.lang])) {
			return true
		}
	}
	return false
}

// otherAge reports whether the noun at token head tells of another age than stands behind the name f where it is first met.
func (r *reading) otherAge(f *fullName, head int32) bool {
	end := f.tok + int32(strings.Count(f.text, " ")) + 1
	if !r.list[head].digit || end+1 >= int32(len(r.list)) {
		return false
	}
	if k := r.list[end].kind; k != openToken && k != commaToken || !r.list[end+1].digit {
		return false
	}
	return !strings.HasPrefix(r.word(head), r.word(end+1))
}

// ofSomething reports whether words with a capital letter behind the noun at token head belong to s: el delantero | del Betis.
func (r *reading) ofSomething(s phrase, head int32) bool {
	for i := head + 1; i < s.to; i++ {
		if r.list[i].upper {
			return true
		}
	}
	return false
}

// onlyPerson reports whether nobody but f, for whose sex s may be taken, is named before token hi.
func (r *reading) onlyPerson(f *fullName, hi int32) bool {
	for k := range r.names.list {
		o := &r.names.list[k]
		if o.tok >= hi || o.text == f.text || o.org {
			continue
		}
		if like := o.sex == f.sex || f.sex == anySex; like && (o.sex != anySex || o.offices[0] != 0) {
			return false
		}
	}
	return true
}
