package credit

import (
	"strings"

	"wiretrace/outlet"
)

// writesIn looks for a verb of reporting whose subject is a person and who is said
// to write in g: writes Jane Roe in Time.
func (s *reading) writesIn(g outletGroup) (relation, bool) {
	p := g.l - 1
	if p < 2 || s.tokens[g.l].hard() != 0 || !s.tokens[p].is(cDocPrep|cMember) {
		return relation{}, false
	}
	l := s.coauthorsStart(s.nameStart(p))
	if l == p || l == 0 || s.tokens[p].hard() != 0 || s.tokens[l].hard() != 0 {
		return relation{}, false
	}
	q, from, ok := s.behind(l-1, uVerb)
	if !ok && s.x.headfirst && p-l > 1 && s.timeBefore(l-1) && !s.tokens[l-1].is(cPrep) {
		q, from, ok = s.verbBehind(l) // lo contaba así el lunes Ada Lorne en El Faro
		ok = ok && q.use&uVerb != 0
	}
	if !ok && s.x.language == "en" && p-l > 1 {
		q, from, ok = s.behind(l-1, uSay)
		ok = ok && (s.written(l-1) || s.quippedAt(l-1, p, from))
	}
	if !ok || !s.verbFirst(from, q.use) {
		return relation{}, false
	}
	return relation{cue: q.text, use: q.use, from: from, to: g.r, weak: true}, true
}

// written reports whether the verb of saying that is token i is said of what was written, as those
// in the present but says are: notes Jane Roe of Time.
func (s *reading) written(i int) bool {
	w := s.folded(i)
	return strings.HasSuffix(w, "s") && w != "says" && w != "insists" && w != "claims" && w != "predicts"
}

// writesThere looks for a verb of writing whose subject is somebody and behind whose object g stands,
// with which the clause ends: Jane Roe explains the rule at Vox. What somebody tells of his
// own time there is none: details her years at Vox.
func (s *reading) writesThere(g outletGroup, c compound) (relation, bool) {
	const most = 9
	p := g.l - 1
	if s.x.language != "en" || p < 3 || s.tokens[g.l].hard() != 0 || c.doc || c.staff || s.heads[g.first].sort == outlet.SortBroadcaster {
		return relation{}, false
	}
	if w := s.folded(p); w != "at" && w != "in" && w != "for" {
		return relation{}, false
	}
	if _, closed := s.closes(max(g.r, c.end)); !closed {
		return relation{}, false
	}
	for k := p - 1; k > 0 && k >= p-most && s.tokens[k+1].hard() == 0; k-- {
		t := &s.tokens[k]
		if q, n := s.ahead(k, uPen); n > 0 && !t.capital {
			return relation{cue: q.text + " " + s.folded(p), use: uBefore, from: k, to: g.r, weak: true}, k+n < p && s.penned(k)
		}
		if t.name >= 0 || t.is(cAux|cBound|cSpeech|cPronoun) || t.is(cPrep) && !s.topical(k) || s.theirs(k) {
			break
		}
	}
	return relation{}, false
}

// penned reports whether somebody's name of at least two words is the subject of the verb at token k.
func (s *reading) penned(k int) bool {
	if k > 0 && s.tokens[k-1].is(cAdv) && !s.tokens[k-1].capital {
		k--
	}
	l := s.nameStart(k)
	return k-l > 1 && s.tokens[k].hard() == 0 && !s.tokens[k-1].is(cDay|cMonth|cTitle)
}

// topical reports whether token i is a preposition between a thing and what it is of or about.
func (s *reading) topical(i int) bool {
	switch s.folded(i) {
	case "of", "about", "on", "in", "behind", "against":
		return true
	}
	return false
}

// theirs reports whether token i says that what follows is somebody's own: her.
func (s *reading) theirs(i int) bool {
	switch s.folded(i) {
	case "his", "her", "their", "my", "our":
		return true
	}
	return false
}

// writesOf looks for a verb of reporting before somebody of whom is said, behind a comma,
// that he writes for g: writes Jane Roe, a critic on staff at Time.
func (s *reading) writesOf(g outletGroup) (relation, bool) {
	k := s.writerExplained(g.l - 1)
	if s.x.language != "en" || k < 2 || s.tokens[g.l].hard() != 0 {
		return relation{}, false
	}
	l := s.nameStart(k)
	if l == k || l == 0 || s.tokens[l].hard() != 0 {
		return relation{}, false
	}
	q, from, ok := s.behind(l-1, uVerb)
	if ok = ok && s.verbFirst(from, q.use); !ok { // told Jane Roe, who covers bridges for the Herald
		q, from, ok = s.behind(l-1, uBefore)
		ok = ok && (q.use&(uPerson|uDoc|uLabel) == uPerson || q.use&(uWide|uVia|uDoc|uAir|uInterview|uLabel|uBack) == uWide && s.roleIn(k, g.l))
	}
	return relation{cue: q.text, use: q.use, from: from, to: g.r, weak: true}, ok
}

// roleIn reports whether a word for somebody who reports is among tokens i to j, j left out: a
// political editor of Time, not who works for Time.
func (s *reading) roleIn(i, j int) bool {
	for ; i < j; i++ {
		if s.tokens[i].is(cRole) && !s.tokens[i].is(cAdj) {
			return true
		}
	}
	return false
}

// writerExplained returns the first token, behind a comma, of the words up to the preposition
// at token p that say that somebody works for what follows: a staff writer at; who covers
// bridges for. It is -1 if there are none.
func (s *reading) writerExplained(p int) int {
	const most = 12
	writes := false
	for k := p; k > 0 && k > p-most && s.tokens[p].is(cMember); k-- {
		t := &s.tokens[k]
		w := s.folded(k)
		writes = writes || t.is(cRole) || w == "staff" || w == "who"
		switch {
		case t.name >= 0, s.past(k):
			return -1
		case t.hard() == gComma && writes && (t.is(cDet|cRelative|cRole) || w == "one"):
			return k
		case t.hard() != 0:
			return -1
		}
	}
	return -1
}

// quippedAt reports whether the verb at token i, behind a quotation before token from, is one that is
// said of what was written, the preposition at token p being one of places where one writes: argued
// Jane Roe at Slate.
func (s *reading) quippedAt(i, p, from int) bool {
	if _, n := s.ahead(i, uQuip); n == 0 || s.tokens[from].gap&gQuote == 0 {
		return false
	}
	w := s.folded(p)
	return (w == "at" || w == "in") && (!s.tokens[p+1].is(cDet) || s.tokens[p+1].is(cThe))
}

// docOfWriter returns the relation of g to what somebody of it wrote, of which is said first what it is
// about: a report on the bridge by Jane Roe of Slate.
func (s *reading) docOfWriter(g outletGroup) (relation, bool) {
	const reach = 12
	l := s.writtenBy(g)
	if l < 2 {
		return relation{}, false
	}
	for k := l - 2; k >= 0 && k >= l-reach && s.tokens[k+1].hard() == 0; k-- {
		t := &s.tokens[k]
		if t.is(cDoc) && !t.capital && (t.is(cScoop) || !t.is(cPapers|cMedia)) {
			return relation{cue: s.folded(k) + " by", use: uBefore, from: k, to: g.r, weak: true}, true
		}
		if t.name >= 0 || t.is(cAux|cBound|cSpeech|cRelative|cPronoun) && !t.is(cAdv|cDet) {
			break
		}
	}
	return relation{}, false
}

// authored returns the relation of g to a document of theirs, in c, which somebody is said to have
// written: after writing a scathing Herald op-ed.
func (s *reading) authored(g outletGroup, c compound) (relation, bool) {
	if !c.doc || c.poll || c.talk || c.staff || g.l == 0 || s.tokens[g.l].hard() != 0 {
		return relation{}, false
	}
	q, n := s.ahead(g.l-1, uAuthor)
	return relation{cue: q.text, use: uBefore, from: g.l - 1, to: g.r, weak: true}, n == 1 && !s.unsaid(g.l-1)
}

// quotedThere returns the relation of g to somebody who is named before it and of whom the words behind
// a colon are: Thus Jane Roe in the Herald: "..."; And Jane Roe, at Slate: "...".
func (s *reading) quotedThere(g outletGroup, c compound) (relation, bool) {
	p := g.l - 1
	plain := !c.doc && !c.role && !c.staff && !c.name
	if p < 2 || !plain || s.tokens[g.l].hard() != 0 || s.tokens[p].hard()&^gComma != 0 {
		return relation{}, false
	}
	l, ok := s.quotedName(g)
	return relation{cue: s.folded(p) + ":", use: uBefore, from: l, to: g.r, weak: true}, ok
}

// quotedName returns where the name of somebody begins who is named before g and of whom the words behind a
// colon are.
func (s *reading) quotedName(g outletGroup) (l int, ok bool) {
	p := g.l - 1
	if !s.quotedBehind(g.r+1) || s.heads[g.last].sort == outlet.SortBroadcaster || !s.tokens[p].is(cDocPrep|cMember|cContracted) {
		return 0, false
	}
	l = s.nameStart(p)
	for l < p && (s.tokens[l].is(cBound|cDet|cAdv|cPrep) || l == 0 && s.tokens[l].lex.class == 0 && s.tokens[l+1].hard() == gComma) {
		l++
	}
	return l, p-l >= 2 && (l == 0 || s.tokens[l].hard() != 0 || s.leadsOn(l))
}

// quotedBehind reports whether a colon stands before token i and a quotation begins with it, or the sentence
// ends there.
func (s *reading) quotedBehind(i int) bool {
	return s.colonAt(i) && (i == len(s.tokens) || s.tokens[i].gap&gQuote != 0)
}

// leadsOn reports whether the words before token l are all small words that lead on to who is quoted:
// or, and then, here is.
func (s *reading) leadsOn(l int) bool {
	const most = 8
	if l > most {
		return false
	}
	for k := range l {
		if t := &s.tokens[k]; !t.is(cBound|cAdv|cBe|cPrep|cThe|cAnd|cPossessive) && s.folded(k) != "here" {
			return false
		}
	}
	return true
}

// writtenBy returns the first token of the names, behind "by", of one or two people of g, or 0: by Jane
// Roe and John Doe of Slate.
func (s *reading) writtenBy(g outletGroup) int {
	const least, most = 2, 4 // words of a name
	p := g.l - 1
	if s.x.language != "en" || p < least+2 || s.tokens[g.l].hard() != 0 || !s.tokens[p].is(cMember) || s.tokens[p].hard() != 0 {
		return 0
	}
	l := s.nameStart(p)
	if n := p - l; n < least || n > most || l < 2 {
		return 0
	}
	if s.tokens[l-1].is(cAnd) && s.tokens[l].hard() == 0 {
		l = s.nameStart(l - 1)
	}
	if l < 2 || s.folded(l-1) != "by" || s.tokens[l].hard() != 0 {
		return 0
	}
	return l
}
