package quote

import (
	"strings"
)

// fill reads the names of two words or more from the whole text, quotations and all.
func (b *nameBook) fill(r *reading) {
	b.reset()
	for k := range r.paras {
		p := &r.paras[k]
		if p.titled = r.titleCase(p); !p.titled {
			b.fillFrom(r, p.tok, p.tokEnd, mostWords)
		}
	}
	// Headlines last, and only what is short there: the rest is no name.
	for k := range r.paras {
		if p := &r.paras[k]; p.titled {
			b.fillFrom(r, p.tok, p.tokEnd, 3)
			r.markTitled(p)
		}
	}
}

// mostWords is the number of words that a name has at most, Jr. left out.
const mostWords = 5

// titleCase reports whether the words of p are capitalised as headlines are, so
// that names cannot be told from what surrounds them.
func (r *reading) titleCase(p *paragraph) bool {
	const longest = 40 // words of a headline
	upper, other := 0, 0
	if p.tokEnd-p.tok > longest || r.in("de") { // German gives every noun a capital
		return false
	}
	for i := p.tok; i < p.tokEnd; i++ {
		if t := &r.list[i]; t.kind == stopToken && i+1 < p.tokEnd && r.list[i+1].kind != unquoteToken {
			return false
		} else if t.kind == wordToken && t.upper {
			upper++
		}
	}
	for i := p.tok; i < p.tokEnd; i++ {
		if upper <= 3*other {
			return false
		}
		if t := &r.list[i]; t.kind == wordToken && !t.upper && r.role(i)&roleFunction == 0 {
			other++
		}
	}
	return upper+other > 3 && upper > 3*other
}

// fillFrom reads the names of tokens [lo, n) that have at most so many words.
func (b *nameBook) fillFrom(r *reading, lo, n, most int32) {
	for i := lo; i < n; i++ {
		if !r.list[i].upper || !r.inName(i) {
			continue
		}
		if i+1 == n || r.list[i].genitive {
			continue // one word alone, as of most
		}
		if next := &r.list[i+1]; next.kind == wordToken && !next.upper && r.role(i+1)&rolePart == 0 || next.kind > commaToken {
			continue
		}
		to := r.runRight(i, n)
		from, _ := r.person(i, to)
		if r.own != nil && len(r.own.cases) > 0 && to-from == 3 && !r.given(from) && from > 0 && r.isRole(from-1) {
			from++ // мэр Казани | Ильсур Мешин
		}
		if to-from >= 2 && to-from <= most+1 {
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
	if last == from || last-from >= mostWords {
		return
	}
	first, end := r.list[from].hash, r.list[last].hash
	for f := range b.withOuter(end) {
		if f.last == end && f.first == first {
			r.meet(f, start, from, to)
			return
		}
	}
	if len(b.list) >= mostNames {
		return
	}
	f := fullName{
		text: r.nameText(from, to), first: first, last: end, tok: from, count: 1,
		sex: r.sexOf(start, from, to), org: r.organisation(from, last, to),
	}
	r.offices(&f, start, from, to)
	b.append(f)
}

// meet adds to f what its name tells where it stands again, at [from, to) of
// the run that begins at start.
func (r *reading) meet(f *fullName, start, from, to int32) {
	f.count++
	r.offices(f, start, from, to)
	if f.sex == anySex {
		f.sex = r.sexOf(start, from, to)
	}
	if text := r.tokens.text[r.list[from].start:r.list[to-1].end]; len(text) > len(f.text) {
		f.text = r.nameText(from, to)
	}
}

// organisation reports whether the name [from, to), whose last word without
// Jr. is last, is that of an organisation or a place.
func (r *reading) organisation(from, last, to int32) bool {
	given := r.role(from)&(roleGivenM|roleGivenF) != 0
	if given && to-from == 2 && r.role(last)&roleOrg == 0 {
		return false
	}
	for j := from; j < to; j++ {
		if r.role(j)&(roleOrg|roleSite) != 0 || r.list[j].shout && j > from && !given {
			return true
		}
	}
	return false
}

// offices notes the nouns beside the name [from, to) of the run that begins at
// start: director Priscilla Nyquist; the director of the museum, Priscilla
// Nyquist; Priscilla Nyquist, the director.
func (r *reading) offices(f *fullName, start, from, to int32) {
	if f.org {
		return
	}
	for j := start; j < from; j++ {
		r.office(f, j)
	}
	r.officesBefore(f, start, to-from > 1)
	n := int32(len(r.list))
	if to+1 < n && r.list[to].kind == commaToken {
		for j := to + 1; j < min(to+5, n) && r.list[j].kind == wordToken && r.role(j)&(rolePrep|roleWho|roleConj) == 0; j++ {
			r.office(f, j)
		}
	}
}

// officesBefore notes the nouns before the run that begins at start: those that
// touch it or, if full says that the name has two words or more, those of the
// noun phrase before a comma.
func (r *reading) officesBefore(f *fullName, start int32, full bool) {
	lo := max(start-8, 0)
	if start-1 > lo && r.list[start-1].kind == closeToken {
		start = r.openingLeft(start-1, lo) // le maire (DVD) Paul Roble
	}
	j := start - 1
	for ; j >= lo && start-j <= 3 && r.list[j].kind == wordToken && !r.list[j].upper && r.role(j)&roleFunction == 0; j-- {
		r.office(f, j)
	}
	if !full || j < start-1 || j <= lo || r.list[j].kind != commaToken {
		return
	}
	// Back to the article that begins the noun phrase before the comma.
	for j--; j >= lo && r.list[j].kind == wordToken; j-- {
		if !r.opensNoun(j, lo) {
			continue
		}
		for j++; j < start && r.list[j].kind == wordToken && r.role(j)&rolePrep == 0; j++ {
			r.office(f, j)
		}
		return
	}
}

// opensNoun reports whether a noun phrase begins with token j, an article that
// belongs to no noun before it, or behind it, a verb.
func (r *reading) opensNoun(j, lo int32) bool {
	rl := r.role(j)
	return rl&roleArt != 0 && (j == lo || r.role(j-1)&roleOf == 0) || rl&(roleCue|roleAux) != 0 && rl&roleNoun == 0
}

// office notes that f is called by token j, if that is a noun for people and
// there is room.
func (r *reading) office(f *fullName, j int32) {
	if r.list[j].kind != wordToken || r.role(j)&(roleTitle|roleNoun) == 0 || r.list[j].genitive || r.english && r.role(j)&roleOrg != 0 {
		return // nobody is a group
	}
	row := r.list[j].row + 1
	for k, o := range f.offices {
		if o == row {
			return
		}
		if o == 0 {
			f.offices[k] = row
			return
		}
	}
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
	if r.own != nil {
		if x := sexOf(strings.ToLower(r.word(to-1)), r.own.heNamed, r.own.sheName); x != anySex {
			return x
		}
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

// find returns the full name that the name of tokens [from, to) stands for: the
// commonest whose last word it is, one met before it if any is. It returns nil
// if there is none.
func (b *nameBook) find(r *reading, from, to int32, want sex) *fullName {
	last := to - 1
	for last > from && r.role(last)&roleSuffix != 0 {
		last--
	}
	var best *fullName
	score := -1
	for f := range b.withOuter(r.list[last].hash) {
		s := f.likeness(r, from, last)
		if s == 0 {
			continue
		}
		if want != anySex && f.sex != anySex && f.sex != want {
			s -= 400
		}
		if f.org {
			s -= 450
		}
		if f.tok <= from {
			s += 100
		}
		s += min(f.count, 50)
		if s >= score { // the first of equal ones
			best, score = f, s
		}
	}
	if score < 300 {
		return nil
	}
	return best
}

// likeness scores how well the name of tokens from to last, the last included,
// fits f by its words, 0 if it does not.
func (f *fullName) likeness(r *reading, from, last int32) int {
	head, tail := r.list[from].hash, r.list[last].hash
	switch {
	case f.last == tail:
		if last > from && f.first != head && !strings.Contains(f.text, r.word(from)) {
			return 0 // another Clinton
		}
		return 1000
	case last == from && f.first == tail:
		return 500
	}
	return 0
}
