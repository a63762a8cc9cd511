package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/outlet"
)

// Not all that the people of an outlet say is its report. Its hosts comment, its editors speak
// for it, and who of them speaks at another outlet is credited to that one.

// comments reports whether the verb q of v, which ends before token next tells no
// report of the outlets of v, but what their people make of it, or what the outlet does.
func (s *reading) comments(v *verbSearch, q cuePhrase, next int) bool {
	u := q.use
	switch {
	case u&uAct != 0, u&uFinds != 0 && s.findsOne(next):
		return true
	case v.c.doc:
		return false
	case s.inStatement(next), u&uVerb == 0 && s.statedFirst(v):
		return true // CNN confirmed in a statement; In a statement, CNN said
	case (v.c.role || v.c.name) && s.formerly(v.g), s.formerlyFor(v.g.l):
		return true // a former CNN producer said
	case v.hypothetical(s), s.inApposition(v, q, next), s.counted(q, next), s.toldOfThemselves(v, q, next):
		return true
	}
	return s.peopleComment(v, q, next)
}

// peopleComment reports whether the people of an outlet that say something comment upon it: hosts, and
// reporters of stations where they judge.
func (s *reading) peopleComment(v *verbSearch, q cuePhrase, next int) bool {
	switch who := s.peopleOf(v.g, v.c); {
	case who == hosts:
		return q.use&uComment != 0 && !s.statesThat(q, next) || s.ofTheirOwn(next)
	case who == reporters && !v.c.role && s.heads[v.g.last].sort == outlet.SortBroadcaster:
		return q.use&uJudge != 0
	}
	return false
}

// findsOne reports whether what a verb of finding, which ends before token i, has for its object is somebody who does
// business with the outlet: found a new sponsor.
func (s *reading) findsOne(i int) bool {
	const most = 5
	if i >= len(s.tokens) || !s.tokens[i].is(cDet) {
		return false
	}
	for k := i + 1; k < i+most && s.follows(k); k++ {
		if _, n := s.ahead(k, uBacker); n > 0 {
			return true
		}
		if t := &s.tokens[k]; t.name >= 0 || t.is(cPrep|cBound|cAux|cRelative) {
			break
		}
	}
	return false
}

// colleagues reports whether g is where the writer works as well, as he says of his colleagues there.
func (s *reading) colleagues(g outletGroup) bool {
	at := s.heads[g.first].at
	return s.x.language == "en" && at > 0 && s.folded(at-1) == "my" && s.follows(g.r+1) && strings.HasPrefix(s.folded(g.r+1), "colleague")
}

// object reports whether the verb q of English does not have its subject in g, of which c follows
// and whose phrase begins with token l, behind it: a participle has none, and what a verb of its own
// follows is the subject of that one: he says the Herald has every right. Nor is what hosts remark a
// report.
func (s *reading) object(q cuePhrase, l int, g outletGroup, c compound) bool {
	if s.x.language != "en" {
		return false
	}
	end := g.r
	if s.owns(end) {
		end = c.end
	}
	participle := strings.HasSuffix(q.text, "ing") && !s.tokens[l-1].is(cPrep) // but: suggesting on CNN
	return participle || s.auxAt(end+1) || c.name && s.peopleOf(g, c) == hosts && q.use&uComment != 0
}

// formerly reports whether the words before the first outlet of g say that its people, whom the
// sentence names, are so no more.
func (s *reading) formerly(g outletGroup) bool {
	at := s.heads[g.first].at
	for k := at - 1; k >= max(g.l-1, 0) && s.tokens[k+1].hard() == 0; k-- {
		if s.past(k) {
			return true
		}
	}
	return s.formerlyFor(g.l)
}

// formerlyFor reports whether somebody is said to have been with the outlets at token l before: a former
// producer for.
func (s *reading) formerlyFor(l int) bool {
	const most = 5 // words of what somebody was
	if l < 3 || s.tokens[l].hard() != 0 || !s.tokens[l-1].is(cMember) {
		return false
	}
	for k := l - 2; k >= 0 && k >= l-1-most && s.tokens[k+1].hard() == 0; k-- {
		if s.past(k) {
			return true
		}
		if !s.tokens[k].is(cRole|cStaff|cAdj|cPress|cFill) || s.tokens[k].name >= 0 {
			break
		}
	}
	return false
}

// past reports whether the word at token i says so of what follows: former, ex.
func (s *reading) past(i int) bool {
	w := s.folded(i)
	return w == "former" || w == "ex"
}

// hypothetical reports whether the clause of v only supposes what its verb says: if CNN reported.
func (v *verbSearch) hypothetical(s *reading) bool {
	return s.x.language == "en" && v.g.l > 0 && s.folded(v.g.l-1) == "if" && s.tokens[v.g.l].hard() == 0
}

// inApposition reports whether the verb q of v, which ends before token next, goes with a noun
// behind the outlets of v: the Herald is the only paper reporting on it.
func (s *reading) inApposition(v *verbSearch, q cuePhrase, next int) bool {
	k := next - 2
	return strings.HasSuffix(q.text, "ing") && !v.absolute && k > v.end && s.tokens[k].is(cPress|cFill) && !s.tokens[k].is(cAdv|cAux)
}

// What the people of an outlet are.
const (
	nobody = iota
	reporters
	hosts
)

// peopleOf returns what the people of the outlets of g are who stand with them, in c, which follows,
// or before: the CNN anchor Jane Roe; Jane Roe, the managing editor of the Herald.
func (s *reading) peopleOf(g outletGroup, c compound) int {
	who := nobody
	if c.role || c.name {
		who = s.kindOf(g.r+1, c.end)
	}
	if p := g.l - 1; who == nobody && p > 0 && s.atLarge(p-1) {
		who = hosts
	} else if who == nobody && p > 0 && s.tokens[p].is(cMember) && s.tokens[g.l].hard() == 0 {
		l := p
		for l > 0 && s.tokens[l].hard() == 0 && s.tokens[l-1].is(cRole|cAdj) {
			l--
		}
		if l < p || s.tokens[p-1].capitalWord() {
			who = s.kindOf(l, p-1)
		}
	}
	if who == hosts && s.reportedBy(c.end+1) {
		return reporters // the Herald editor who wrote the piece
	}
	return who
}

// reportedBy reports whether a relative clause that begins at token i says that somebody reported.
func (s *reading) reportedBy(i int) bool {
	if i >= len(s.tokens) || !s.tokens[i].is(cRelative) {
		return false
	}
	_, n := s.ahead(i+1, uVerb)
	return n > 0
}

// kindOf returns what the people are of whom tokens l to r tell.
func (s *reading) kindOf(l, r int) int {
	who := reporters
	for k := l; k <= r; k++ {
		t := &s.tokens[k]
		if t.is(cHost) && !(k > l && strings.HasPrefix(s.folded(k), "editor") && s.tokens[k-1].is(cRole|cAdj|cFill) && !s.tokens[k-1].is(cHost)) {
			who = hosts // but not: the political editor
		}
	}
	return who
}

// inStatement reports whether the words from token i on say that an outlet spoke for itself: in a
// statement.
func (s *reading) inStatement(i int) bool {
	q, n := s.ahead(i, uSelf)
	return n > 0 && s.tokens[i].hard() == 0 && strings.HasPrefix(q.text, "in ")
}

// statedFirst reports whether the sentence of v begins with words that say that the outlets spoke for
// themselves, and when: In a statement on Tuesday, CNN said.
func (s *reading) statedFirst(v *verbSearch) bool {
	const reach = 8
	l := v.g.l
	if s.x.language != "en" || l == 0 || s.tokens[l].hard() != gComma {
		return false
	}
	for k := l - 1; k >= 0 && k >= l-reach; k-- {
		if q, n := s.ahead(k, uSelf); n > 0 && strings.HasPrefix(q.text, "in ") {
			return s.onlyTime(k+n, l)
		}
	}
	return false
}

// onlyTime reports whether the tokens from i up to end only say when something was done.
func (s *reading) onlyTime(i, end int) bool {
	for ; i < end; i++ {
		if t := &s.tokens[i]; !t.number && !t.is(cDay|cMonth|cAdv|cAdj|cPrep) || t.name >= 0 {
			return false
		}
	}
	return true
}

// counted reports whether the words from token i on say how often an outlet did what its verb q says,
// as who finds fault with it counts: CNN mentioned it 217 times.
func (s *reading) counted(q cuePhrase, i int) bool {
	const reach = 12
	if q.use&uTally == 0 {
		return false
	}
	for k := i; k < min(len(s.tokens), i+reach) && s.tokens[k].hard()&^gComma == 0; k++ {
		if t := &s.tokens[k]; t.name < 0 && !t.capital && s.folded(k) == "times" {
			return s.tokens[k-1].number || s.folded(k-1) == "of" // hundreds of times
		}
	}
	return false
}

// statesThat reports whether the verb q of saying, which ends before token i, states in so many words
// what is the case: the anchor says that two banks are closed; and not in somebody's own words.
func (s *reading) statesThat(q cuePhrase, i int) bool {
	if q.text != "said" && q.text != "says" || i+1 >= len(s.tokens) {
		return false
	}
	return s.folded(i) == "that" && (s.tokens[i].gap|s.tokens[i+1].gap)&(gQuote|gHard) == 0
}

// ofTheirOwn reports whether the people who speak tell, from token i on, of what is theirs: the
// editor confirmed his paper had paid.
func (s *reading) ofTheirOwn(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].hard() != 0 {
		return false
	}
	switch s.folded(i) {
	case "his", "her", "their", "its":
		return true
	}
	return false
}

// toldOfThemselves reports whether the people of v, who were told something, are what it is about, from token i
// on: a Herald reporter was told that she would be fired; was told by officials that they would be.
func (s *reading) toldOfThemselves(v *verbSearch, q cuePhrase, i int) bool {
	const reach = 6
	if s.x.language != "en" || !v.c.role && !v.people || !strings.HasPrefix(q.text, "was told") && !strings.HasPrefix(q.text, "were told") {
		return false
	}
	for k := i; k < i+reach && s.follows(k+1); k++ {
		if s.folded(k) == "to" {
			return true // to leave the room
		}
		if s.folded(k) == "that" {
			i = k + 1
			break
		}
	}
	switch s.folded(i) {
	case "he", "she", "they":
		return true
	}
	return false
}

// personBefore reports whether the subject of the verb at token i is a person, as a pronoun or a
// name says that no outlet has.
func (s *reading) personBefore(i int) bool {
	k := i - 1
	for k > 0 && s.tokens[k+1].hard() == 0 && s.tokens[k].is(cAdv|cAux) {
		k--
	}
	if k < 0 || s.tokens[k+1].hard() != 0 {
		return false
	}
	t := &s.tokens[k]
	switch s.folded(k) {
	case "he", "she", "they", "we", "i":
		return true
	}
	return t.name < 0 && t.capitalWord() && !t.is(cDay|cMonth|cTitle|cFirstTitle|cPress|cFill|cDoc) && !s.knownShape(article.Span{Start: t.start, End: t.end})
}

// dropGuests takes the credit from the outlets whose people only say something that they said at
// another outlet: the Herald's critic said on CNN; Jane Roe of the Herald told NPR.
func (s *reading) dropGuests() {
	for i := range s.rels {
		rel := &s.rels[i]
		if !rel.people || rel.use&uVerb != 0 {
			continue
		}
		for j := range s.rels {
			at := &s.rels[j]
			if j != i && at.cue != "" && at.use&(uBefore|uTell) != 0 && at.from <= rel.to && rel.to <= at.to && s.heads[j].name != s.heads[i].name {
				rel.cue = ""
				break
			}
		}
	}
}

// scareQuoted reports whether one of the words of a cue, tokens i to j, stands in quotation marks by
// itself, as the writer does not believe it: "confirmed" by CNN.
func (s *reading) scareQuoted(i, j int) bool {
	text := s.a.Text
	for ; s.x.language == "en" && i <= j; i++ {
		t := &s.tokens[i]
		if t.gap&gQuote == 0 || i+1 == len(s.tokens) || s.tokens[i+1].gap&gQuote == 0 {
			continue
		}
		before, after := text[:t.start], text[t.end:]
		if (strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "“")) && (strings.HasPrefix(after, "\"") || strings.HasPrefix(after, "”")) {
			return true
		}
	}
	return false
}
