package credit

import "wiretrace/outlet"

// German, Dutch and the Scandinavian languages put the finite verb of a main clause second
// and what belongs to it last: hat dem Spiegel den Brief zugespielt. A subordinate clause has
// all its verbs last: nachdem der Spiegel darüber berichtet hatte.

// mostFrame is how many tokens a clause may have between its parts.
const mostFrame = 16

// toldFramed looks for a verb of telling at the end of the clause in which its listener g
// stands, in the dative at token p: hatte dem Spiegel den Plan bestätigt; wie der Minister
// dem Spiegel am Montag sagte.
func (s *reading) toldFramed(p int, g outletGroup) (relation, bool) {
	if !s.x.nouns || !s.tokens[p].is(cDative) {
		return relation{}, false
	}
	start, aux, joint := s.frameStart(p)
	if p > start && s.tokens[p-1].is(cStaff|cRole) && s.heads[g.first].kind() != outlet.Agency {
		return relation{}, false // wie ein Sprecher der Zeit sagte
	}
	end := s.frameEnd(g.r)
	q, from, ok := s.toldLast(end)
	for k := g.r + 1; k <= end; k++ {
		aux = aux || s.tokens[k].is(cAux)
	}
	ok = ok && from > g.r && (aux || joint && p > start+1)
	return relation{cue: q.text, use: q.use, from: p, to: end}, ok
}

// toldLast returns the verb of telling with which a clause ends whose last token is end, or
// the one before that; end may be -1.
func (s *reading) toldLast(end int) (q cuePhrase, from int, ok bool) {
	if end < 0 {
		return q, 0, false
	}
	q, from, ok = s.behind(end, uTell)
	if !ok && s.tokens[end].is(cAux) { // gesagt hatte
		q, from, ok = s.behind(end-1, uTell)
	}
	return q, from, ok && q.use&uSplit == 0
}

// frameEnd returns the last token of the clause in which token i stands, or -1 if that is i
// or far away.
func (s *reading) frameEnd(i int) int {
	for k := i + 1; k < min(len(s.tokens), i+mostFrame) && s.tokens[k].hard() == 0; k++ {
		if s.endsClause(k) {
			return k
		}
	}
	return -1
}

// frameStart returns the first token of the clause in which token p stands, and reports
// whether an auxiliary stands between them and whether the clause is a subordinate one.
func (s *reading) frameStart(p int) (start int, aux, joint bool) {
	for start = p; start > 0 && start > p-mostFrame && s.tokens[start].hard() == 0; start-- {
		aux = aux || s.tokens[start-1].is(cAux)
	}
	return start, aux, s.tokens[start].is(cJoint) || s.subordinate(start)
}

// endsClause reports whether the clause of token k ends with it.
func (s *reading) endsClause(k int) bool {
	return k+1 == len(s.tokens) || s.tokens[k+1].gap&(gHard|gDot) != 0 || s.tokens[k+1].is(cAnd)
}

// subordinate reports whether token i opens a subordinate clause: nachdem; a relative pronoun
// behind a comma.
func (s *reading) subordinate(i int) bool {
	t := &s.tokens[i]
	if !s.x.nouns || !t.is(cRelative) {
		return false
	}
	if i > 0 && t.hard() == 0 && s.tokens[i-1].is(cPrep) {
		return s.tokens[i-1].hard() == gComma // die Akten, in die
	}
	return t.is(cBound) || t.hard() == gComma || t.hard() != 0 && !t.is(cDet)
}

// participleFirst looks for a participle of reporting that opens the clause whose subject g
// is, or which was done by g: Bekannt gemacht hat den Fall der Spiegel; Aufgedeckt wurde er
// durch den Spiegel.
func (s *reading) participleFirst(g outletGroup) (relation, bool) {
	const most = 8
	if !s.x.nouns || g.l < 2 || s.tokens[g.l].hard() != 0 {
		return relation{}, false
	}
	by := s.tokens[g.l-1].is(cPrep)
	for k := g.l - 1; k > 0 && k >= g.l-most; k-- {
		if s.tokens[k].name >= 0 {
			break
		}
		if s.tokens[k].is(cAux) && by != s.tokens[k].is(cFinal) {
			q, from, ok := s.behind(k-1, uVerb)
			if !ok || from > 0 && s.tokens[from].hard() == 0 && !s.tokens[from-1].is(cBound) {
				return relation{}, false
			}
			return relation{cue: q.text, use: q.use, from: from, to: g.r}, true
		}
		if s.tokens[k].hard() != 0 {
			break
		}
	}
	return relation{}, false
}

// closedBy returns the particle at the end of its clause that the verb of n words at token k
// needs: machte den Fall publik. It returns 0 if there is none.
func (s *reading) closedBy(k, n int) int {
	const most = 24
	for i := k + n; i < min(len(s.tokens), k+n+most) && s.tokens[i].hard() == 0; i++ {
		if s.particleAt(i) {
			return i
		}
	}
	return 0
}
