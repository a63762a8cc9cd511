package credit

// compound returns what follows the last outlet of g in its noun phrase.
func (s *reading) compound(g outletGroup) compound {
	const most = 7
	c := compound{end: g.r}
	possessive := false
	unknown := 0
	for k := g.r + 1; k < len(s.tokens) && k <= g.r+most; k++ {
		t := &s.tokens[k]
		if t.gap&(gHard|gEnd) != 0 {
			break
		}
		cl := t.lex.class
		if k == g.r+1 && t.gap&gApos != 0 && t.gap&gSpace == 0 && cl&cPossessive != 0 {
			possessive = true
			continue
		}
		if k == g.r+1 && t.gap&gApos != 0 && t.gap&gSpace != 0 {
			possessive = true // Fox News' host
		}
		if t.name >= 0 {
			break
		}
		if !possessive && !t.capital && t.lex.id != 0 && !c.doc {
			if _, n := s.ahead(k, uVerb|uSay|uAsk); n > 0 && !(cl&cDoc != 0 && g.first == g.last && s.singular(k)) {
				break
			}
		}
		switch {
		case cl&cDoc != 0 && (!t.capital || cl&cPoll != 0 || s.x.nouns):
			c.doc, c.end = true, k
			c.poll = c.poll || cl&cPoll != 0
			c.talk = c.talk || cl&cInterview != 0
			continue
		case c.doc && cl&cRole != 0 && !c.poll:
			c.doc, c.talk = false, false // editorial board
		case c.doc:
			return c
		}
		switch {
		case cl&cStaff != 0 && (!t.capital || !possessive || s.x.nouns):
			c.staff, c.end = true, k
			continue
		case cl&cRole != 0:
			c.role, c.end = true, k
			continue
		case t.capital && cl&(cDay|cMonth|cAux|cPrep|cBound|cAdv) == 0:
			c.name, c.end = true, k
			continue
		case cl&(cPrep|cAux|cBound|cDay|cMonth|cRelative|cAdv|cDet) != 0:
			return c
		case cl&cNounPhrase != 0 || t.number:
			continue
		}
		if unknown++; unknown > 2 || c.name || s.x.inverted {
			return c
		}
	}
	return c
}

// singular reports whether token i, a document and perhaps a verb, cannot be
// the verb of one outlet: report, not reports.
func (s *reading) singular(i int) bool {
	t := &s.tokens[i]
	return s.a.Text[t.end-1] != 's'
}
