package credit

import "wiretrace/outlet"

// In the languages in which what somebody is stands before his outlet, and a programme before
// its station, the noun phrase of both begins before the outlet: los periodistas de El Faro,
// l'émission Enquête de Radio-Canada, no programa Sexta às 9, da RTP.

// peopleStart returns the first token of the noun phrase of people or a programme of the outlets
// of g, and reports whether there is one. One of the outlet's, it ends in a preposition, before
// which a name may stand and a comma.
func (s *reading) peopleStart(g outletGroup) (l int, ok bool) {
	p := g.l - 1
	if !s.x.headfirst || p < 1 || s.tokens[g.l].hard() != 0 || !s.tokens[p].ties() {
		return g.l, false
	}
	k := s.beforeShow(p)
	if k < 0 || !s.peopleAt(k) || k+1 == p && (!s.tokens[k].is(cRole) || s.tokens[p].hard() != 0) {
		return g.l, false
	}
	return s.phraseStart(k), true
}

// beforeShow returns the last token before the name of somebody or a programme, if there is one,
// that ends before token p, or -1.
func (s *reading) beforeShow(p int) int {
	const most = 7 // words of the name
	k := p - 1
	if s.tokens[p].gap&(gQuote|gApos) != 0 { // le magazine « Envoyé spécial » de France 2
		for ; k > 0 && k >= p-most && s.tokens[k].name < 0; k-- {
			if s.tokens[k].gap&(gQuote|gApos) != 0 {
				return k - 1
			}
		}
		return -1
	}
	for ; k >= max(0, p-1-most) && !s.peopleAt(k); k-- {
		if !s.tokens[k].inShow() || s.tokens[k+1].hard() != 0 && k+1 != p {
			return -1
		}
	}
	return k
}

// ties reports whether t is a preposition between people or a programme and an outlet, perhaps
// behind a comma.
func (t *token) ties() bool {
	return t.is(cMember|cContracted|cDocPrep) && !t.capital && t.hard()&^gComma == 0
}

// inShow reports whether t may stand in the name of a programme or of somebody: Sexta às 9.
func (t *token) inShow() bool {
	return t.name < 0 && (t.capital || t.number || t.is(cConnect|cDet|cPrep))
}

// peopleAt reports whether token k is a word for people of an outlet, for a programme or for
// what else one has by name: coluna.
func (s *reading) peopleAt(k int) bool {
	t := &s.tokens[k]
	return t.is(cRole|cPress|cDoc) && !t.capital && t.name < 0 && !t.is(cStaff)
}

// ofPeople looks for a cue before people or a programme of g, or for somebody who speaks in it:
// segundo a colunista Ada Lorne, do Globo; En el programa Salvados, de laSexta, el exdirector
// explicó.
func (s *reading) ofPeople(g outletGroup) (relation, bool) {
	const other = uVia | uLabel | uDoc | uAir | uInterview
	l, ok := s.peopleStart(g)
	if !ok {
		l = s.showStart(g)
	}
	if l == 0 || l == g.l || s.tokens[l].hard() != 0 {
		return relation{}, false
	}
	if q, from, ok := s.behind(l-1, uBefore); ok && q.use&other == 0 && !s.unsaid(from) {
		return relation{cue: q.text, use: q.use, from: from, to: g.r}, true // segundo a colunista Ada Lorne, do Globo
	}
	if !s.tokens[l-1].is(cDocPrep|cContracted) || s.unsaid(l-1) {
		return relation{}, false
	}
	from, to, speaks := s.speech(l-1, g.r, cSpeech)
	return relation{cue: s.folded(l-1) + " " + s.folded(l), use: uInterview, from: min(from, l-1), to: max(to, g.r), weak: true}, speaks
}

// showStart returns the first token of the name of a programme before a station that is g, behind
// a comma, or g.l: pelo Fantástico, da TV Globo; a Piazzapulita, su La7.
func (s *reading) showStart(g outletGroup) int {
	p := g.l - 1
	if !s.x.headfirst || p < 1 || s.tokens[p].hard() != gComma || !s.tokens[p].ties() || s.heads[g.first].sort != outlet.SortBroadcaster {
		return g.l
	}
	if n := s.nameStart(p); n < p && !s.tokens[n].is(cDay|cMonth) {
		return n
	}
	return g.l
}

// nobodySays returns the relation of g to a verb without a subject of its own behind it, where a
// preposition that opens the clause puts what is said with them: Desde Marca apuntan que; Du côté de
// L'Équipe, on assure que.
func (s *reading) nobodySays(g outletGroup) (relation, bool) {
	const most = 3 // words of the preposition: du côté de
	if !s.x.headfirst || s.tokens[g.l].hard() != 0 {
		return relation{}, false
	}
	p := g.l
	if s.tokens[g.l].is(cContracted) {
		p++ // dalla Gazzetta
	}
	from := p
	for from > 0 && p-from < most && s.inPreposition(from) {
		from--
	}
	if from == p || from > 0 && s.tokens[from].hard() == 0 || !s.tokens[p-1].is(cPrep|cContracted) || !s.tokens[from].is(cPrep|cContracted) {
		return relation{}, false
	}
	q, n := s.ahead(g.r+1, uThere)
	if n == 0 || s.tokens[g.r+1].hard()&^gComma != 0 {
		return relation{}, false
	}
	return relation{cue: q.text, use: q.use, from: from, to: g.r + n, weak: true}, true
}

// inPreposition reports whether the token before from may be of a preposition of several words.
func (s *reading) inPreposition(from int) bool {
	return s.tokens[from].hard() == 0 && !s.tokens[from-1].is(cRole|cStaff|cDoc) && s.tokens[from-1].name < 0
}
