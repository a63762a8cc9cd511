package credit

// writesIn looks for a verb of reporting whose subject is a person and who is said
// to write in g: writes Jane Roe in Time.
func (s *reading) writesIn(g outletGroup) (relation, bool) {
	p := g.l - 1
	if p < 2 || s.tokens[g.l].hard() != 0 || !s.tokens[p].is(cDocPrep|cMember) {
		return relation{}, false
	}
	l := s.nameStart(p)
	if l == p || l == 0 || s.tokens[p].hard() != 0 || s.tokens[l].hard() != 0 {
		return relation{}, false
	}
	q, from, ok := s.behind(l-1, uVerb)
	if !ok || !s.verbFirst(from, q.use) {
		return relation{}, false
	}
	return relation{cue: q.text, use: q.use, from: from, to: g.r, weak: true}, true
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
		ok = ok && q.use&(uPerson|uDoc|uLabel) == uPerson
	}
	return relation{cue: q.text, use: q.use, from: from, to: g.r, weak: true}, ok
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
		case t.name >= 0, w == "former", w == "ex":
			return -1
		case t.hard() == gComma && writes && (t.is(cDet|cRelative|cRole) || w == "one"):
			return k
		case t.hard() != 0:
			return -1
		}
	}
	return -1
}
