package credit

import "wiretrace/outlet"

// cueBefore looks for a cue to the left of g.
func (s *reading) cueBefore(g outletGroup, c compound) (relation, bool) {
	const most = 10
	unknown := 0
	doc, prep := -1, 0
	for p := g.l - 1; p >= 0 && p >= g.l-most; p-- {
		next := s.tokens[p+1].gap
		hard := next & gHard
		if hard&^gColon != 0 {
			break
		}
		if q, from, ok := s.behind(p, uBefore); ok && s.cueFits(q.use, p == g.l-1, hard != 0, from, c) {
			use := q.use
			if use&uDoc != 0 && c.talk {
				use |= uInterview
			}
			if use&uAir != 0 {
				if l := s.saidBefore(from); l >= 0 && s.heads[g.first].sort == outlet.SortBroadcaster {
					return relation{cue: s.folded(l) + " " + q.text, use: use, from: l, to: g.r, weak: true}, true
				}
				continue
			}
			if use&uInterview != 0 {
				l, r, speaks := s.speech(from, max(g.r, c.end))
				if !speaks && use&uSure != 0 {
					l, r, speaks = from, g.r, true
				}
				if speaks {
					return relation{cue: q.text, use: use, from: min(l, from), to: max(r, g.r), weak: true}, true
				}
				p = from // citing an interview with
				continue
			}
			return relation{cue: q.text, use: use, from: from, to: g.r, weak: q.use&uWide == 0 || q.use&uPerson != 0}, true
		}
		if hard != 0 {
			break
		}
		t := &s.tokens[p]
		cl := t.lex.class
		if t.name >= 0 || cl&cStaff != 0 {
			break
		}
		if cl&cDoc != 0 && doc < 0 {
			if prep = s.docPrep(p, g.l); prep > 0 {
				doc = p
			}
		}
		if cl&(cNounPhrase|cDoc|cPrep|cAdv|cMonth|cPossessive|cRole|cDocPrep|cAnd) != 0 && !t.capital || cl&(cDemonym|cDay|cMonth|cDet) != 0 || t.number {
			continue
		}
		if cl&(cBound|cAux|cSpeech) != 0 {
			break
		}
		if unknown++; unknown > 2 {
			break
		}
	}
	if doc >= 0 && !c.staff {
		if s.tokens[doc].lex.class&cInterview != 0 {
			l, r, speaks := s.speech(doc, max(g.r, c.end))
			return relation{cue: s.folded(doc) + " " + s.folded(prep), from: min(l, doc), to: max(r, g.r), weak: true}, speaks
		}
		return relation{cue: s.folded(doc) + " " + s.folded(prep), from: doc, to: g.r, weak: true}, true
	}
	return relation{}, false
}

// docPrep returns the preposition that ties the document at token p to an
// outlet at token l: next to either. It returns 0 if there is none.
func (s *reading) docPrep(p, l int) int {
	switch {
	case p+1 < l && s.tokens[p+1].lex.class&cDocPrep != 0:
		return p + 1
	case p+1 < l && s.tokens[l-1].lex.class&cDocPrep != 0:
		return l - 1
	}
	return 0
}

// cueFits reports whether a cue with use u may credit an outlet: next tells
// that it stands directly before the outlet's noun phrase, colon that one is
// between, from is its first token and c what follows the outlet.
func (s *reading) cueFits(u use, next, colon bool, from int, c compound) bool {
	switch {
	case !next && u&uWide == 0, colon && u&uLabel == 0:
		return false
	case u&uLabel != 0 && !colon && from > 0 && s.tokens[from].gap&(gOpen|gDash|gEnd) == 0:
		return false
	case c.staff, u&uDoc != 0 && !c.doc:
		return false
	case c.role || c.name && !c.doc:
		return u&(uPerson|uWide|uInterview|uAir) != 0
	}
	return true
}

// speech looks for a verb of saying near the interview whose cue begins at
// token from and whose outlet ends at token to, and returns the tokens from
// the verb to the outlet or from the cue to the verb.
func (s *reading) speech(from, to int) (l, r int, ok bool) {
	const reach = 14
	for k := from - 1; k >= 0 && k >= from-reach; k-- {
		if s.tokens[k+1].gap&(gEnd|gOpen|gClose) != 0 {
			break
		}
		if s.tokens[k].lex.class&cSpeech != 0 {
			return k, to, true
		}
	}
	for k := to + 1; k < len(s.tokens) && k <= to+reach; k++ {
		if s.tokens[k].gap&(gEnd|gOpen) != 0 {
			break
		}
		if s.tokens[k].lex.class&cSpeech != 0 {
			return from, k, true
		}
	}
	return 0, 0, false
}

// saidBefore returns the verb of saying near before token i in its clause, or
// -1: said by telephone on NBC.
func (s *reading) saidBefore(i int) int {
	const reach = 6
	for k := i - 1; k >= 0 && k >= i-reach && s.tokens[k+1].gap&gHard == 0; k-- {
		t := &s.tokens[k]
		if t.lex.class&cSpeech != 0 {
			return k
		}
		if t.name >= 0 || t.capital && t.lex.class&(cDay|cMonth) == 0 || t.lex.class&(cAdv|cMonth|cPrep|cAdj|cDet) == 0 && !t.number {
			break
		}
	}
	return -1
}
