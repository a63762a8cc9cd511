package quote

import (
	"strings"

	"wiretrace/article"
)

// described returns the person that a noun with its article stands for: the
// director, where the article says of one person that she is one; the foreign minister,
// where these words stand beside one person's name.
func (r *reading) described(m *discourse, s phrase) *fullName {
	if f := r.officeBearer(m, s); f != nil {
		return f
	}
	if f := r.standsFor(m, s); f != nil {
		return f
	}
	return r.onlyTeller(m, s)
}

// onlyTeller returns the person who has the text's first sentence by a verb of speech, if nobody else has spoken before the office s,
// whose body the text has named, and neither he nor anybody is called by an office like it: Tom Quill confirmed that
// Corran Rovers had lost their keeper. “…,” | the Rovers manager said. Whom papers quote they name.
func (r *reading) onlyTeller(m *discourse, s phrase) *fullName {
	if !r.english || m.upTo > 0 || !r.bodysOffice(s) {
		return nil
	}
	f := r.opensTelling()
	if f == nil || f.org || f.offices[0] != 0 || m.speaker != "" && m.speaker != f.text {
		return nil
	}
	return f
}

// bodysOffice reports whether s is an office, of two words behind the, of a body that the text has named before, and calls nobody by.
func (r *reading) bodysOffice(s phrase) bool {
	head := s.to - 1
	if s.to-s.from != 2 || s.from == 0 || r.word(s.from-1) != "the" || !r.list[s.from].upper || r.list[s.from].genitive {
		return false
	}
	if r.role(head)&roleTitle == 0 || r.role(head)&roleNoun == 0 || !r.upperBefore(s.from) || r.occursBefore(head) {
		return false
	}
	_, held := r.names.holder([]int32{r.list[head].row}, "", anySex)
	return !held
}

// opensTelling returns the person who is the subject of the verb of speech in the first sentence of the text that is no headline.
func (r *reading) opensTelling() *fullName {
	for i := range r.paras {
		p := &r.paras[i]
		if p.Kind != article.Prose || p.tok == p.tokEnd {
			continue
		}
		end := p.tok
		for end < p.tokEnd && r.list[end].kind != stopToken && r.list[end].kind != quoteToken {
			end++
		}
		if s := r.clauseSubject(p.tok, end); s.kind == namePhrase && s.from == p.tok && s.to-s.from > 1 && s.to < end && r.role(s.to)&roleSay != 0 {
			return r.names.find(r, s.from, s.to, anySex)
		}
		return nil
	}
	return nil
}

// upperBefore reports whether the word of token i, capitalised, occurs before it.
func (r *reading) upperBefore(i int32) bool {
	for k := range r.list[:i] {
		if t := &r.list[k]; t.hash == r.list[i].hash && t.upper {
			return true
		}
	}
	return false
}

// officeBearer is described for nouns that tell what somebody is.
func (r *reading) officeBearer(m *discourse, s phrase) *fullName {
	if r.own != nil {
		return r.foreignBearer(m, s)
	}
	head := r.headOf(s)
	if s.from == 0 || r.list[head].row < 0 || r.role(head)&(roleTitle|roleNoun) == 0 {
		return nil
	}
	if s.to-s.from > 1 && (!r.romance || len(r.table.called[r.lang][r.list[head].row]) == 0) {
		return r.entitled(m, s)
	}
	if !r.singlesOut(s.from - 1) {
		return nil
	}
	r.remember(m)
	f := r.bearer(r.list[head].row, m.recent[anySex], s.from)
	if f != nil && r.ofSomething(s, head) && !r.onlyPerson(f, s.from) {
		return nil
	}
	return f
}

// headOf returns the noun of s that tells what somebody is: its last word or, in a language in which the words that describe it stand
// behind it, the first of two for which titles are known: la | titular del sector; il | parlamentare ligure; la prima | cittadina.
func (r *reading) headOf(s phrase) int32 {
	for i := s.from; r.romance && i < min(s.to, s.from+2); i++ {
		if len(r.table.called[r.lang][r.list[i].row]) > 0 {
			return i
		}
	}
	return s.to - 1
}

// singlesOut reports whether token i is the article of a noun for somebody who is known.
func (r *reading) singlesOut(i int32) bool {
	if r.list[i].kind != wordToken || r.role(i)&roleArt == 0 {
		return false
	}
	switch strings.ToLower(r.word(i)) {
	case "the", "el", "la", "le", "l", "il", "lo", "o", "der", "die", "das":
		return true
	case "a":
		return r.in("pt")
	}
	return false
}

// longestOffice is how many words an office has that is looked for as a whole.
const longestOffice = 4

// entitled returns the person of whose office the words of s, behind the, are all: the vice
// president, where Vice President Lowell Oakes is named, or Lowell Oakes, the vice president.
// Of several who bear it the one named last is meant, if it is one of them; and of those who
// bore it the one named last alone, since an office has had others.
func (r *reading) entitled(m *discourse, s phrase) *fullName {
	if !r.english || s.to-s.from > longestOffice || r.word(s.from-1) != "the" && r.word(s.from-1) != "The" {
		return nil
	}
	r.remember(m)
	var found *fullName
	several := false
	for k := range r.names.list {
		f := &r.names.list[k]
		if f.org || f.tok >= s.from || !r.bears(f, s) {
			continue
		}
		if f.text == m.recent[anySex] {
			return f
		}
		several = several || found != nil
		found = f
	}
	if several || r.word(s.from) == "former" {
		return nil
	}
	return found
}

// bears reports whether the words of s stand right before the name of f where it is met first, or
// behind it and a comma.
func (r *reading) bears(f *fullName, s phrase) bool {
	n := s.to - s.from
	same := func(at int32) bool {
		for k := range n {
			if t := &r.list[at+k]; t.hash != r.list[s.from+k].hash || t.kind != wordToken || t.genitive {
				return false
			}
		}
		return true
	}
	if at := f.tok - n; at >= 0 && same(at) {
		return at == 0 || r.role(at-1)&roleTitle == 0 // not the deputy of who bears it
	}
	end := f.tok + int32(strings.Count(f.text, " ")) + 1
	for at := end + 1; at <= end+3 && at+n < s.from; at++ {
		if r.list[end].kind == commaToken && same(at) {
			next := &r.list[at+n] // Hoboken mayor Dawn Zimmer is another
			return (r.list[at-1].kind == commaToken || r.role(at-1)&roleDet != 0) && (next.kind != wordToken || !next.upper)
		}
	}
	return false
}

// bearer returns the person whom the article calls by the noun of row, the one named recent
// if several are; if nobody is, the one named recent if he bears a title that the noun stands
// for: Sen. Odell is the senator. Spanish, French, Italian and Portuguese avoid the name more: there the only
// one before token at who bears such a title is meant, or the first of all who are named, if he is recent.
// It returns nil if there is none.
func (r *reading) bearer(row int32, recent string, at int32) *fullName {
	if f, held := r.names.holder([]int32{row}, recent, anySex); held {
		return f
	}
	titles := r.table.called[r.lang][row]
	if len(titles) == 0 {
		return nil
	}
	unlike := anySex // whom the noun is no noun for
	switch rl := r.table.roles[r.lang][row]; {
	case rl&roleMan != 0:
		unlike = female
	case rl&roleWoman != 0:
		unlike = male
	}
	f, _ := r.names.holder(titles, recent, unlike)
	switch {
	case f != nil && (f.text == recent || r.romance && f.tok < at):
		return f
	case f == nil && r.romance:
		return r.firstNamed(recent, unlike, at)
	}
	return nil // another may be called so whose title is not told
}

// firstNamed returns the person named recent if nobody is named in the article before, whom a noun at
// token at may then mean that fits those of one sex not.
func (r *reading) firstNamed(recent string, unlike sex, at int32) *fullName {
	var first *fullName
	for k := range r.names.list {
		if f := &r.names.list[k]; f.tok < at && !f.org && (first == nil || f.tok < first.tok) {
			first = f
		}
	}
	if first == nil || first.text != recent || unlike != anySex && first.sex == unlike {
		return nil
	}
	return first
}
