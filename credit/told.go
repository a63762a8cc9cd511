package credit

import "strings"

// toldTo looks for a verb of telling whose listener g is: dijo ayer a EFE.
func (s *reading) toldTo(g outletGroup) (relation, bool) {
	most := 10
	if c := s.compound(g); s.x.language == "en" && c.role && c.name {
		most = 18 // a host by name is told more than a house can be given
	}
	p := s.listener(g)
	if p > 0 && s.refusesTalk(p-1) {
		return relation{}, false // se negó a conceder una entrevista a El Faro
	}
	switch {
	case p < 0 && s.x.declined:
		return s.toldDeclined(g)
	case p < 0:
		return s.toldBare(g)
	}
	if s.ofOneOfIts(p) {
		return relation{}, false
	}
	if s.tokens[p].hard() == 0 {
		if rel, ok := s.toldBefore(p, p, most, g); ok {
			return rel, true
		}
	}
	if rel, ok := s.toldApposed(p, g); ok {
		return rel, true
	}
	if rel, ok := s.toldFramed(p, g); ok {
		return rel, true
	}
	return s.toldAfter(p, g)
}

// ofOneOfIts reports whether the article at token p, in German the same of whose and of to whom, goes with
// somebody of the outlet behind it, who speaks himself: sagte eine Redakteurin der; but: sagte er einer Redakteurin der.
func (s *reading) ofOneOfIts(p int) bool {
	if !s.x.nouns || p < 2 || !s.tokens[p-1].is(cRole) || s.tokens[p].gap != gSpace || s.tokens[p-1].gap != gSpace {
		return false
	}
	w := s.folded(p - 2)
	return s.tokens[p-2].is(cDet) && !strings.HasSuffix(w, "r") && !strings.HasSuffix(w, "m")
}

// toldOrShared looks for a verb of telling whose listener g is, or one of sharing papers with them.
func (s *reading) toldOrShared(g outletGroup) (relation, bool) {
	if rel, ok := s.toldTo(g); ok {
		return rel, true
	}
	return s.sharedWith(g)
}

// sharedWith looks for a verb of sharing papers before g, with whom they are shared: shared the details
// with the Herald on condition of anonymity.
func (s *reading) sharedWith(g outletGroup) (relation, bool) {
	const most = 12
	p := g.l - 1
	if s.x.language != "en" || p < 2 || s.tokens[g.l].hard() != 0 || s.folded(p) != "with" {
		return relation{}, false
	}
	for k := p - 1; k >= 0 && k >= p-most && s.tokens[k+1].hard() == 0; k-- {
		if q, from, ok := s.behind(k, uTell); ok && from == k && q.use&uShared == uShared {
			return relation{cue: q.text + " with", use: uTell, from: from, to: g.r, weak: true}, s.handsPapers(k, p) && !s.unsaid(k)
		}
		if t := &s.tokens[k]; t.name >= 0 || t.is(cBound|cSpeech) && !t.is(cPapers) {
			break
		}
	}
	return relation{}, false
}

// toldApposed looks for a verb of telling before its listener g, with the dative at token p, where what
// somebody is and his name behind a comma, or his party in brackets, stand between, and perhaps when it
// was: sagte der Vorsitzende des Verbands, Karl Lund, dem Spiegel; a dit le maire, Karl Lund, à l'AFP;
// sagte Karl Lund (SPD) am Freitag der dpa.
func (s *reading) toldApposed(p int, g outletGroup) (relation, bool) {
	const most, words = 12, 2 // a name has two words at least
	end := s.behindTime(p)
	if end < 4 || s.tokens[end].hard()&(gComma|gClose) == 0 {
		return relation{}, false
	}
	n := s.nameStart(end)
	closed := s.tokens[end].hard()&gClose != 0 && end-n == 1 && s.tokens[n].hard()&gOpen != 0 // (SPD)
	if closed {
		if before := s.nameStart(n); n-before >= words && s.tokens[before].hard() == gComma {
			n = before // Karl Lund (SPD), dem
		}
	} else if end-n < words || s.tokens[n].hard() != gComma {
		return relation{}, false
	}
	return s.toldBefore(n, p, most, g)
}

// behindTime returns where the words begin that say when, right before token p in its clause, or p.
func (s *reading) behindTime(p int) int {
	const most = 4
	k := p
	for k > 0 && p-k < most && s.tokens[k].hard() == 0 {
		t := &s.tokens[k-1]
		if t.name >= 0 || !t.number && !t.is(cDay|cMonth|cAdv) && (k == p || !t.is(cPrep|cContracted|cThe)) {
			break
		}
		k--
	}
	return k
}

// toldBefore looks for a verb of telling, whose listener is g with the dative at token p, among the tokens of
// the clause that ends before token i, at most so many.
func (s *reading) toldBefore(i, p, most int, g outletGroup) (relation, bool) {
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		between := k+1 < i
		if s.tokens[k].name >= 0 || between && (s.tokens[k+1].gap&gHard != 0 || s.speaksItself(k)) {
			break
		}
		if q, from, ok := s.behind(k, uTell); ok && s.tellsWhole(q.use, from, p, g.r) {
			return relation{cue: s.tellingCue(q.text, p), use: q.use, from: from, to: g.r}, true
		}
	}
	return relation{}, false
}

// speaksItself reports whether token k is a pronoun that begins a clause with a subject of its own, in the
// languages that need one.
func (s *reading) speaksItself(k int) bool { return s.x.language == "en" && s.subjectPronoun(k) }

// tellsWhole reports whether the verb of telling of use u at token from has what it needs beside
// the dative at token p and the listener that ends with token r: papers, a particle.
func (s *reading) tellsWhole(u use, from, p, r int) bool {
	return u&uShared != uShared && (u&uDoc == 0 || s.handsPapers(from, p)) && (u&uSplit == 0 || s.closedWith(r))
}

// closedWith reports whether the particle at the end of the clause behind token r is there, and is not said
// to be none: kein Interview.
func (s *reading) closedWith(r int) bool {
	end := s.closedBy(r, 1)
	return end > 0 && !strings.HasPrefix(s.folded(end-1), "kein")
}

// tellingCue returns the cue of a verb of telling and the dative at token p, which in English
// tells it from what outlets do themselves: described to.
func (s *reading) tellingCue(verb string, p int) string {
	if s.x.language != "en" || strings.HasSuffix(verb, " to") {
		return verb
	}
	return verb + " " + s.folded(p)
}

// subjectPronoun reports whether token i is a pronoun that begins a clause of its own, as no
// object does: said he gave it to.
func (s *reading) subjectPronoun(i int) bool {
	return s.tokens[i].is(cPronoun) && s.folded(i) != "it"
}

// handsPapers reports whether what the verb at token i hands to the outlet of the dative at
// token p says something: gave the list to; figures released to; it was leaked to. Money
// and prizes are given to outlets as well; and that somebody leaked papers is news of him.
func (s *reading) handsPapers(i, p int) bool {
	for k := i + 1; k < p; k++ {
		if s.tokens[k].is(cPapers) {
			return !s.onlySent(i)
		}
	}
	return s.papersHanded(i)
}

// onlySent reports whether the verb at token i says no more than that something was sent.
func (s *reading) onlySent(i int) bool {
	switch s.folded(i) {
	case "leaked", "sent", "emailed", "mailed", "passed":
		return true
	}
	return false
}

// papersHanded reports whether the verb at token i is a participle, with papers or a pronoun for
// them as what was handed before it: a recording of the meeting that was passed; they were given.
func (s *reading) papersHanded(i int) bool {
	const reach = 14 // tokens: a recording of what the minister said in the room was passed to
	passive := i > 0 && !s.tokens[i-1].is(cPronoun|cRelative|cBound|cAux) && !(s.tokens[i-1].capital && i > 1)
	for k := i - 1; k >= 0 && k > i-reach && s.tokens[k+1].gap&(gEnd|gOpen|gClose|gColon) == 0; k-- {
		t := &s.tokens[k]
		passive = passive || t.is(cBe)
		switch {
		case t.is(cPapers) && passive:
			return true
		case t.is(cPronoun):
			return passive && s.tokens[k+1].is(cBe|cAux) // not: the remarks he had given
		}
	}
	return false
}

// listener returns the dative before the outlets of g or their people, or -1: dijo a EFE, ante los
// periodistas de EFE, a Ada Lorne per EFE.
func (s *reading) listener(g outletGroup) int {
	l := g.l
	if p, ok := s.peopleStart(g); ok {
		l = p
	} else if p := g.l - 1; s.x.headfirst && p > 1 && s.tokens[g.l].hard() == 0 && s.tokens[p].is(cDocPrep) && s.tokens[p].hard() == 0 {
		if n := s.nameStart(p); n < p && n > 0 && s.tokens[n-1].is(cDative) && s.tokens[n].hard() == 0 {
			l = n // raccontato a Ada Lorne per Repubblica
		}
	}
	switch {
	case s.tokens[l].is(cDative):
		return l
	case l > 0 && s.tokens[l-1].is(cDative) && s.tokens[l].gap&gHard == 0:
		return l - 1
	}
	return -1
}

// toldBare looks for a verb of telling whose listener g is without an article, behind the
// one who tells: Das sagte die Ministerin RTL; Die Ministerin sagte RTL; or before: RTL sagte
// die Ministerin. Only German has that.
func (s *reading) toldBare(g outletGroup) (relation, bool) {
	if !s.x.nouns || s.tokens[g.l].is(cDet) {
		return relation{}, false
	}
	if k := g.r + 2; s.tokens[g.l].hard() != 0 && k < len(s.tokens) && s.tokens[k].is(cThe|cPronoun) && s.tokens[k].hard() == 0 {
		return s.toldAtOnce(g.l, g.r+1)
	}
	if g.l < 2 || s.tokens[g.l].hard() != 0 {
		return relation{}, false
	}
	if rel, ok := s.toldRightAt(g.l-1, g.r); ok && s.tokens[g.l-1].hard() == 0 && s.tokens[g.l-2].speaks() {
		return rel, true
	}
	return s.toldBehind(g)
}

// toldBehind is toldBare for a verb before the one who tells, who stands before g.
func (s *reading) toldBehind(g outletGroup) (relation, bool) {
	const most = 6
	if !s.tokens[g.l-1].speaks() {
		return relation{}, false
	}
	for k := g.l - 2; k >= 0 && k >= g.l-most; k-- {
		t := &s.tokens[k]
		if rel, ok := s.toldRightAt(k, g.r); ok {
			return rel, true
		}
		if t.name >= 0 || s.tokens[k+1].hard() != 0 || t.is(cPrep|cBound|cAux) {
			break
		}
	}
	return relation{}, false
}

// toldRightAt returns the relation of the outlet that ends with token r to the verb of telling
// that is token k alone.
func (s *reading) toldRightAt(k, r int) (relation, bool) {
	q, from, ok := s.behind(k, uTell)
	return relation{cue: q.text, use: q.use, from: from, to: r}, ok && from == k && q.use&uSplit == 0 && !s.tokens[k].capital
}

// toldDeclined looks for a verb of telling behind its listener g, which a clause begins with
// and whose case only its ending tells: «Известиям» в министерстве сообщили.
func (s *reading) toldDeclined(g outletGroup) (relation, bool) {
	const most = 7
	if !s.opensWith(g.l) {
		return relation{}, false
	}
	for k := g.r + 1; k < min(len(s.tokens), g.r+most) && s.tokens[k].hard() == 0; k++ {
		if s.tokens[k].name >= 0 || s.tokens[k].is(cNegation|cBound) {
			break
		}
		if q, from, ok := s.behind(k, uTell); ok && from == k {
			return relation{cue: q.text, use: q.use, from: g.l, to: k}, true
		}
	}
	return relation{}, false
}

// opensWith reports whether nothing but small words that say about what something is told
// stand before token l in its clause: Про це Укрінформу.
func (s *reading) opensWith(l int) bool {
	const most = 3
	i := l
	for i > 0 && l-i < most && s.tokens[i].hard() == 0 && (i == 1 || !s.tokens[i-1].capital) {
		i--
	}
	if i > 0 && s.tokens[i].hard() == 0 {
		return false
	}
	return l == i || !s.tokens[l-1].is(cPrep|cStaff)
}

// speaks reports whether t may end the words for somebody who tells something.
func (t *token) speaks() bool { return t.is(cPronoun) || t.capitalWord() && !t.is(cDay|cMonth) }

// toldAfter looks for a verb of telling behind its listener g, which a dative at
// token p puts first and a comma closes, or the verb follows at once in German: À
// l'AFP, le maire a déclaré; Dem Spiegel sagte der Bürgermeister.
func (s *reading) toldAfter(p int, g outletGroup) (relation, bool) {
	const most = 8
	if s.x.declined {
		return s.toldDeclined(g)
	}
	if !s.opensAt(p) || g.r+1 >= len(s.tokens) {
		return relation{}, false
	}
	if rel, ok := s.toldAtOnce(p, g.r+1); ok {
		return rel, true
	}
	if s.tokens[g.r+1].hard() != gComma && !s.subjectBehind(p, g.r+1) {
		return relation{}, false
	}
	for k := g.r + 1; k < min(len(s.tokens), g.r+most); k++ {
		if k > g.r+1 && s.tokens[k].hard() != 0 {
			break
		}
		if from, ok := s.tellsAt(k); ok {
			return relation{cue: s.folded(p) + " " + s.text(k, k), use: uTell, from: min(p, from), to: k}, true
		}
	}
	return relation{}, false
}

// toldAtOnce returns the relation of a listener with its dative at token p to the verb of
// telling at token k directly behind it: Dem Spiegel sagte er; Dem Spiegel liegt der Brief vor.
func (s *reading) toldAtOnce(p, k int) (relation, bool) {
	if !s.x.nouns && !s.x.regional || s.tokens[k].hard() != 0 {
		return relation{}, false
	}
	q, from, ok := s.behind(k, uTell)
	ok = ok && from == k && (q.use&uSplit == 0 || s.closedBy(k, 1) > 0)
	return relation{cue: s.folded(p) + " " + q.text, use: uTell, from: p, to: k}, ok
}

// opensAt reports whether a clause begins with token p, a word of time before it perhaps, or a
// conjunction in German: Exklusiv dem BR sagte er; doch dem BR sagte er.
func (s *reading) opensAt(p int) bool {
	switch {
	case p == 0:
		return true
	case p == 1:
		return s.tokens[0].is(cAdv)
	case s.tokens[p].hard() != 0:
		return true
	}
	return s.x.nouns && s.tokens[p-1].is(cBound) && s.tokens[p-1].hard() == gComma
}

// subjectBehind reports whether the one who tells may follow at token i without a comma, the
// dative at token p beginning the sentence: All'Ansa la sindaca ha detto.
func (s *reading) subjectBehind(p, i int) bool {
	return s.x.headfirst && p == 0 && s.tokens[i].hard() == 0 && s.tokens[i].is(cDet|cAux)
}

// tellsAt reports whether a verb of telling ends with token k, and where it begins. Of one who
// is told first any verb of saying will do where what somebody is stands first: Ao Expresso, a
// ministra criticou.
func (s *reading) tellsAt(k int) (from int, ok bool) {
	if _, from, ok = s.behind(k, uTell); ok {
		return from, true
	}
	return k, s.x.headfirst && s.tokens[k].is(cSpeech)
}
