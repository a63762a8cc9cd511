package credit

import "strings"

// verbAfter looks for a verb whose subject is g, its document or its people.
func (s *reading) verbAfter(g outletGroup, c compound) (relation, bool) {
	end, want, most := g.r, uVerb|uSay|uAsk, 6
	switch {
	case c.doc:
		end, want, most = c.end, uShow, 14
	case c.role || c.name:
		end = c.end
	}
	absolute := false
	if !s.subject(g, c) {
		if absolute = g.l > 0 && s.tokens[g.l-1].lex.class&cAbsolute != 0; !absolute {
			return relation{}, false
		}
	}
	// Jane Roe, an editor of CNN, said: the comma before the verb ends what
	// stands between commas.
	member := g.l > 1 && s.tokens[g.l-1].lex.class&cMember != 0 && s.tokens[g.l-2].lex.class&cRole != 0
	joint := g.l > 0 && s.tokens[g.l-1].lex.class&cJoint != 0
	if joint {
		most = 20
	}
	found := func(k int) (relation, bool, bool) {
		q, n := s.ahead(k, want)
		if n == 0 {
			return relation{}, false, false
		}
		if !s.verbFits(q.use, k+n, c) || absolute && !strings.HasSuffix(q.text, "ing") {
			return relation{}, false, true
		}
		text := q.text
		if c.poll {
			text = "poll " + text
		}
		from := g.l
		if member := g.l - 2; member > 0 && s.tokens[g.l-1].lex.class&cMember != 0 && s.tokens[member].capital && s.tokens[g.l].gap&gHard == 0 {
			from = member
		}
		return relation{cue: text, use: q.use, from: from, to: k + n - 1, weak: q.use&uVerb == 0}, true, true
	}
	for k := end + 1; k < len(s.tokens) && k <= end+most; k++ {
		t := &s.tokens[k]
		cl := t.lex.class
		if hard := t.gap & gHard; hard != 0 && !((joint || c.doc) && hard == gComma) {
			switch {
			case hard&(gComma|gDash|gOpen) == 0:
				return relation{}, false
			case hard == gComma && cl&cRelative != 0:
				continue // CNN, which first reported
			case hard == gComma && k == end+1 && (member || (c.name || c.role) && g.l > 0 && s.tokens[g.l].gap&gComma != 0):
				// one of them, CNN's Jane Roe, reported; Jane Roe, an editor of CNN, said
			default:
				return s.resumed(k, found)
			}
		}
		if rel, ok, stop := found(k); stop {
			return rel, ok
		}
		if t.name >= 0 && !c.doc && !joint || c.doc && cl&cBound != 0 && !(c.poll && cl&cRelative != 0) {
			break
		}
		if !joint && !c.doc && cl&(cAdv|cAux|cMonth|cNounPhrase&^cDet) == 0 && !t.number {
			break
		}
	}
	return relation{}, false
}

// resumed looks for the verb with which a clause goes on after what is put in
// at token k, between commas, dashes or brackets, as found finds it.
func (s *reading) resumed(k int, found func(int) (relation, bool, bool)) (relation, bool) {
	const most, between = 24, 3
	mark := s.tokens[k].gap & (gComma | gDash | gOpen)
	if mark&gOpen != 0 {
		mark = gClose
	}
	for j := k + 1; j < len(s.tokens) && j <= k+most; j++ {
		g := s.tokens[j].gap & gHard
		if g&(gEnd|gColon) != 0 {
			break
		}
		if g&mark == 0 {
			continue
		}
		for v := j; v < len(s.tokens) && v <= j+between; v++ {
			if v > j && s.tokens[v].gap&gHard != 0 {
				break
			}
			if rel, ok, stop := found(v); stop {
				return rel, ok
			}
			if c := s.tokens[v].lex.class; c&(cAdv|cAux) == 0 {
				break
			}
		}
	}
	return relation{}, false
}

// subject reports whether g may be the subject of a verb after it: a clause
// begins before it, or a person of the outlet does: Jane Roe of CNN.
func (s *reading) subject(g outletGroup, c compound) bool {
	if g.l == 0 || s.tokens[g.l].gap&(gHard|gEnd) != 0 || c.poll {
		return true
	}
	p := &s.tokens[g.l-1]
	cl := p.lex.class
	switch {
	case cl&cStaff != 0:
		return false
	case cl&cBound != 0 || p.number:
		return true
	case cl&cPrep != 0:
		// Jane Roe of CNN, a reporter for CNN; a report in CNN is a cue already.
		return !c.doc && g.l >= 2 && s.tokens[g.l].gap&gHard == 0 && cl&cMember != 0 &&
			(s.tokens[g.l-2].capital && s.tokens[g.l-2].lex.class&(cDay|cMonth) == 0 && s.tokens[g.l-2].name < 0 && !s.tokens[g.l-2].number || s.tokens[g.l-2].lex.class&cRole != 0)
	}
	return true
}

// verbFits reports whether a verb of the given use credits, where token next
// stands after it: a company reports profits, and "CNN said it would" is news
// about CNN.
func (s *reading) verbFits(u use, next int, c compound) bool {
	if u&uPoll != 0 && !c.poll {
		return false
	}
	if u&uAsk != 0 && u&(uVerb|uSay) == 0 && !c.role && !c.name && (next >= len(s.tokens) || !s.tokens[next].capital) {
		return false // the AP asked Roe, not: the AP asked about it
	}
	if next >= len(s.tokens) || s.tokens[next].gap&gHard != 0 || c.doc {
		return true
	}
	for k := next; k < min(next+3, len(s.tokens)); k++ {
		if s.tokens[k].lex.class&cBusiness != 0 {
			return false
		}
		if s.tokens[k].lex.class&(cNounPhrase|cPrep) == 0 {
			break
		}
	}
	if u&uVerb == 0 && !c.name && !c.role {
		if _, n := s.ahead(next, uSelf); n > 0 {
			// Forbes says it is $4 billion: a figure, not the outlet.
			return next+n < len(s.tokens) && s.tokens[next+n].number
		}
	}
	return true
}

// toldTo looks for a verb of telling whose listener g is: dijo ayer a EFE.
func (s *reading) toldTo(g outletGroup) (relation, bool) {
	const most = 10
	p := g.l
	if s.tokens[g.l].lex.class&cDative == 0 {
		if p--; p < 0 || s.tokens[p].lex.class&cDative == 0 || s.tokens[g.l].gap&gHard != 0 {
			return relation{}, false
		}
	}
	for k := p - 1; k >= 0 && k >= p-most; k-- {
		if s.tokens[k+1].gap&gHard != 0 || s.tokens[k].name >= 0 {
			break
		}
		if q, from, ok := s.behind(k, uTell); ok {
			return relation{cue: q.text, use: q.use, from: from, to: g.r}, true
		}
	}
	return relation{}, false
}

// inverted looks for a verb before its subject g: informó EFE; "..." wrote
// Time; said Jane Roe, an editor of Time.
func (s *reading) inverted(g outletGroup, c compound) (relation, bool) {
	l := g.l
	if l > 0 && c.role && s.tokens[l].gap&gHard == gComma {
		l = s.nameStart(l)
	}
	if l == 0 || s.tokens[l].gap&gHard != 0 {
		return relation{}, false
	}
	q, from, ok := s.behind(l-1, uVerb|uSay)
	for p := l - 1; !ok && p > 0 && p > l-4 && s.tokens[p].gap&gHard == 0; p-- {
		if t := &s.tokens[p]; t.lex.class&(cAdv|cDay|cMonth|cThe) == 0 && !t.number {
			break
		}
		q, from, ok = s.behind(p-1, uVerb|uSay) // a rapporté mardi l'AFP
	}
	if !ok || !s.verbFirst(from, q.use) {
		return relation{}, false
	}
	return relation{cue: q.text, use: q.use, from: from, to: g.r, weak: q.use&uVerb == 0}, true
}

// nameStart returns the first token of the capitalised name that ends before
// token i, or i if there is none.
func (s *reading) nameStart(i int) int {
	const most = 4
	l := i
	for l > 0 && i-l < most {
		p := &s.tokens[l-1]
		if !p.capital || p.name >= 0 || l < i && s.tokens[l].gap&gHard != 0 {
			break
		}
		l--
	}
	return l
}

// verbFirst reports whether a verb at token from may stand before its subject:
// after a quotation or a comma, and in most languages but English after a
// conjunction, at the begin of a sentence or, if it is one of reporting,
// anywhere.
func (s *reading) verbFirst(from int, u use) bool {
	const most = 3 // auxiliaries and adverbs before the verb
	if s.x.inverted && u&uVerb != 0 {
		return true
	}
	for k := from; k >= 0 && k >= from-most; k-- {
		if s.tokens[k].gap&(gComma|gDash|gQuote|gApos|gEnd) != 0 {
			return k > 0 || s.x.inverted
		}
		if k == 0 {
			break
		}
		cl := s.tokens[k-1].lex.class
		if s.x.inverted && cl&cBound != 0 {
			return true
		}
		if cl&(cAux|cAdv|cDet) == 0 {
			break
		}
	}
	return false
}
