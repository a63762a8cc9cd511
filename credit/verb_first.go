package credit

import "strings"

// inverted looks for a verb before its subject g: informó EFE; "..." wrote
// Time; said Jane Roe, an editor of Time.
func (s *reading) inverted(g outletGroup, c compound) (relation, bool) {
	l := s.subjectStart(g, c)
	if l == 0 || s.tokens[l].gap&gHard != 0 && l == g.l {
		return relation{}, false
	}
	l = s.beforePeople(l)
	q, from, ok := s.verbBehind(l)
	if !ok || !s.unbroken(q.use, g.r) || !s.verbFirst(from, q.use) && !s.headVerb(q, from, max(g.r, c.end)) {
		return relation{}, false
	}
	if s.subjectOfMore(q, g, c) {
		return relation{}, false
	}
	if s.object(q, l, g, c) || s.namedWith(from, g) || s.passive(from) {
		return relation{}, false
	}
	return relation{cue: q.text, use: q.use, from: from, to: g.r, weak: q.use&uVerb == 0}, true
}

// subjectOfMore reports whether g, behind a verb, is no subject of it: said the paper's owner; the pair, who
// split in May, claim The Herald hounded them.
func (s *reading) subjectOfMore(q cuePhrase, g outletGroup, c compound) bool {
	if s.owns(g.r) && !c.role && !c.name && !c.doc {
		return true
	}
	_, closed := s.closes(max(g.r, c.end))
	return q.use&uFirst != 0 && !closed
}

// namedWith reports whether the verb at token i only says that the name of g, in quotation marks, is
// that of something else: a dance called "This Week."
func (s *reading) namedWith(i int, g outletGroup) bool {
	return s.folded(i) == "called" && s.tokens[s.heads[g.first].at].gap&gQuote != 0
}

// passive reports whether a form of to be makes the verb at token i a passive of English, whose subject
// stands before it, and nobody is asked: was mentioned on CNN.
func (s *reading) passive(i int) bool {
	if s.x.language != "en" || i == 0 || s.tokens[i].hard() != 0 || !s.tokens[i-1].is(cBe) || !strings.HasSuffix(s.folded(i), "ed") {
		return false
	}
	_, n := s.ahead(i, uAsk)
	return n == 0
}

// beforePeople returns the first token of the word for people before token l, or l: з'ясували
// журналісти «Бабеля»; meldet die Internet-Ausgabe der Bild.
func (s *reading) beforePeople(l int) int {
	if !s.x.headfirst && !s.x.nouns || l < 2 || !s.tokens[l-1].is(cRole) {
		return l
	}
	for l--; l > 0 && s.tokens[l].gap&gHyphen != 0; l-- {
	}
	if s.x.nouns && l > 1 && s.tokens[l].hard() == 0 && s.tokens[l-1].is(cDet) {
		l-- // beschreibt eine Korrespondentin der BBC
	}
	return l
}

// subjectStart returns the first token of the subject that g, of which c follows, or their people
// are, and of what stands before it and its verb.
func (s *reading) subjectStart(g outletGroup, c compound) int {
	l := g.l
	switch {
	case l > 0 && c.role && s.tokens[l].gap&gHard == gComma:
		l = s.nameStart(l)
	case !c.role && !c.name:
		l, _ = s.peopleStart(g)
	}
	if e := s.editionStart(l); e < l {
		return e
	}
	return s.insertionStart(l, max(g.r, c.end))
}

// editionStart returns the first token of what stands before the subject at token l and
// says where or when it told something, be it between commas, or l: reveló en su edición
// impresa Clarín. English puts that nowhere.
func (s *reading) editionStart(l int) int {
	const most = 9
	if !s.x.inverted || l == 0 || s.tokens[l].hard()&^gComma != 0 || s.tokens[l-1].is(cPrep|cContracted) {
		return l
	}
	found := false
	for k := l - 1; k > 0 && k >= l-most && s.tokens[k].inEdition(); k-- {
		t := &s.tokens[k]
		found = found || t.is(cEdition)
		if found && t.is(cPrep) && !s.tokens[k-1].is(cEdition) && t.hard() == s.tokens[l].hard() {
			return k
		}
		if t.hard() != 0 {
			break
		}
	}
	return l
}

// insertionStart returns the first token of what stands between commas before the subject that
// is the tokens from l to r and ends its clause, its verb before that, or l: documentó, tras
// revisar mil facturas, el portal X.
func (s *reading) insertionStart(l, r int) int {
	const most = 9
	if !s.x.headfirst || l < 2 || s.tokens[l].hard() != gComma || s.follows(r+1) && !s.tokens[r+1].is(cBound|cPrep) {
		return l
	}
	for k := l - 1; k > 0 && k >= l-most; k-- {
		t := &s.tokens[k]
		if t.name >= 0 || t.is(cRelative|cSpeech|cPress) || t.is(cAux) && !t.is(cDet) || t.gap&gQuote != 0 {
			break
		}
		if t.hard() == gComma {
			if _, _, ok := s.verbBehind(k); ok && !s.capitalBefore(k) {
				return k
			}
		}
		if t.hard() != 0 {
			break
		}
	}
	return l
}

// capitalBefore reports whether the verb before token k may have a subject of its own before it.
func (s *reading) capitalBefore(k int) bool {
	_, from, ok := s.verbBehind(k)
	return ok && from > 1 && s.tokens[from].hard() == 0 && s.tokens[from-1].capitalWord()
}

// inEdition reports whether t may stand in what says where or when an outlet told something.
func (t *token) inEdition() bool {
	return t.name < 0 && (t.number || t.is(cEdition|cAdv|cDay|cMonth|cDet|cAdj|cPrep))
}

// verbBehind returns the verb that ends before token l, words of time between
// them: a rapporté mardi l'AFP.
func (s *reading) verbBehind(l int) (q cuePhrase, from int, ok bool) {
	const most = 7 // a primera hora de la mañana, and the verb's own
	q, from, ok = s.behind(l-1, uVerb|uSay)
	for p := l - 1; !ok && p > 0 && p > l-most && s.tokens[p].gap&gHard == 0; p-- {
		if !s.timeBefore(p) || p == l-1 && s.x.headfirst && s.tokens[p].is(cPrep) && !s.partOfDay(l) {
			break // escribe en El País
		}
		q, from, ok = s.behind(p-1, uVerb|uSay)
	}
	return q, from, ok
}

// partOfDay reports whether what the noun phrase at token l begins with is a part of the day, no word
// of the outlet behind it: contó por la mañana El Confidencial.
func (s *reading) partOfDay(l int) bool {
	return s.follows(l+1) && s.tokens[l].is(cThe) && s.tokens[l+1].is(cAdv) && !s.tokens[l+1].capital && s.tokens[l+1].hard() == 0
}

// unbroken reports whether a verb of use u before its subject, which ends with
// token r, is whole: it has its particle if it needs one.
func (s *reading) unbroken(u use, r int) bool { return u&uSplit == 0 || s.particleAt(r+1) }

// particleAt reports whether token i is a particle that ends its clause.
func (s *reading) particleAt(i int) bool {
	return i < len(s.tokens) && s.tokens[i].is(cParticle) && s.tokens[i].hard() == 0 &&
		(i+1 == len(s.tokens) || s.tokens[i+1].gap&(gHard|gDot) != 0 || s.tokens[i+1].is(cBound))
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
// conjunction, at the start of a sentence or, if it is one of reporting,
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
