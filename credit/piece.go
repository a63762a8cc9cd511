package credit

import "strings"

// What people of an outlet are said to have written, before the sentence goes on.

// inPiece returns the relation of g, of whose people c tells and with whom a clause begins, to what
// they are said, behind a comma, to write: Slate's Jane Roe, in a long piece on the bridge, ends thus;
// Jane Roe of Slate, in her column, asks. Behind a dash only whose a quotation is would be said.
func (s *reading) inPiece(g outletGroup, c compound) (relation, bool) {
	const most = 4 // words before the piece
	l, end := s.writerOf(g, c)
	k := end + 1
	if s.x.language != "en" || l < 0 || !s.opensClause(l) || s.dashBefore(l) || k+2 >= len(s.tokens) {
		return relation{}, false
	}
	if s.tokens[k].hard() != gComma || s.folded(k) != "in" || !s.tokens[k+1].is(cDet) {
		return relation{}, false
	}
	for i := k + 2; i <= k+2+most && s.follows(i); i++ {
		t := &s.tokens[i]
		if t.name >= 0 || t.gap&gQuote != 0 || t.is(cPrep|cBound|cAux|cInterview|cPoll|cPapers|cMedia) {
			break
		}
		if t.is(cDoc) {
			return relation{cue: "in " + s.folded(i), use: uVerb, from: l, to: i, weak: true, people: true}, true
		}
	}
	return relation{}, false
}

// inWhich returns the relation of g, of whose document c tells, to a clause that says what somebody says
// there: a Herald op-ed in which she wrote; a CNN interview where he promised.
func (s *reading) inWhich(g outletGroup, c compound) (relation, bool) {
	const within = 4 // tokens between the relative and the verb
	k := c.end + 1
	if s.x.language != "en" || !c.doc || c.staff || !s.follows(k+2) {
		return relation{}, false
	}
	where := s.folded(k)
	if where == "in" && s.folded(k+1) == "which" {
		where, k = "in which", k+1
	} else if where != "where" {
		return relation{}, false
	}
	for i := k + 1; i <= k+1+within && s.follows(i); i++ {
		if s.says(i) {
			return relation{cue: s.withHyphen(c.end) + " " + where, use: uBefore | uDoc, from: g.l, to: i, weak: true}, true
		}
	}
	return relation{}, false
}

// whoTells returns the relation of g, of whose people c tells, to a relative clause that says what they
// reported: heard it from NPR's Jane Roe, who reported that.
func (s *reading) whoTells(g outletGroup, c compound) (relation, bool) {
	k := c.end + 1
	if !s.ofSomeone(g, c) || !s.follows(k+1) || s.tokens[k].hard() != gComma || s.folded(k) != "who" {
		return relation{}, false
	}
	for k++; s.follows(k+1) && (s.tokens[k].is(cAdv) || s.inLy(k)); {
		k++
	}
	q, n := s.ahead(k, uVerb|uSay)
	if n == 0 || !s.follows(k+n) || s.folded(k+n) != "that" && !strings.HasSuffix(q.text, " that") {
		return relation{}, false
	}
	v := verbSearch{g: g, c: c, end: c.end}
	if s.comments(&v, q, k+n) {
		return relation{}, false
	}
	return relation{cue: q.text, use: q.use, from: g.l, to: k + n - 1, weak: q.use&uVerb == 0, people: true}, true
}

// whoseReport returns the relation of g, of whose people the words before it or c may tell, to a relative clause
// that says what their report showed: Jane Roe of the Herald, whose investigation found that.
func (s *reading) whoseReport(g outletGroup, c compound) (relation, bool) {
	const most = 5 // words between the report and its verb
	k := max(g.r, c.end) + 1
	if s.x.language != "en" || c.doc || !s.follows(k+2) || s.tokens[k].hard()&^gComma != 0 || s.folded(k) != "whose" {
		return relation{}, false
	}
	doc := s.reportFrom(k + 1)
	for i := doc + 1; doc > 0 && i <= doc+most && s.follows(i+1) && s.plainBetween(i); i++ {
		if q, n := s.ahead(i, uShow); n > 0 {
			return relation{cue: "whose " + s.folded(doc) + " " + q.text, use: uShow, from: g.l, to: i + n - 1, weak: true, people: c.name || c.role}, s.follows(i + n)
		}
	}
	return relation{}, false
}

// reportFrom returns the report of reporters with which the noun phrase from token i on ends, or 0: long investigation.
func (s *reading) reportFrom(i int) int {
	const most = 2 // words before it
	doc := i
	for doc < i+most && !s.tokens[doc].is(cDoc) && s.plainBetween(doc) {
		doc++
	}
	if doc == len(s.tokens) || !s.tokens[doc].is(cDoc) || s.tokens[doc].is(cInterview|cPoll|cPapers|cMedia) {
		return 0
	}
	return doc
}

// plainBetween reports whether token i, which the clause goes on with, is no name of an outlet, and begins no other
// clause.
func (s *reading) plainBetween(i int) bool {
	t := &s.tokens[i]
	return s.follows(i) && t.name < 0 && t.gap&gQuote == 0 && !t.is(cBound&^cAdv|cRelative|cNegation)
}

// ofSomeone reports whether c tells, in English, of somebody of g who is no host of a show.
func (s *reading) ofSomeone(g outletGroup, c compound) bool {
	return s.x.language == "en" && !c.doc && (c.name || c.role) && s.peopleOf(g, c) != hosts
}

// asWritten returns the relation of g to what somebody is said to have written there: as Jane Roe writes for Vox;
// how Jane Roe put it in Time. Without "as" the one says for whom she works, the other may be of an advertisement.
func (s *reading) asWritten(g outletGroup) (relation, bool) {
	p := g.l - 1
	if s.x.language != "en" || p < 3 || s.tokens[g.l].hard() != 0 || s.tokens[p].hard() != 0 {
		return relation{}, false
	}
	verb, ok := s.writesAt(p)
	if !ok {
		return relation{}, false
	}
	l := s.nameStart(verb)
	if s.tellsHow(l) {
		l++ // As, with a capital letter
	}
	if verb-l < 2 || l == 0 || !s.tellsHow(l-1) || s.tokens[l].hard() != 0 {
		return relation{}, false
	}
	return relation{cue: strings.ToLower(s.text(verb, p)), use: uBefore, from: verb, to: g.r, weak: true}, true
}

// writesAt returns the verb of somebody who writes that ends with the preposition at token p: writes for, put it in.
func (s *reading) writesAt(p int) (verb int, ok bool) {
	switch s.folded(p) {
	case "for":
		w := s.folded(p - 1)
		return p - 1, w == "writes" || w == "wrote"
	case "in", "at":
		w := s.folded(p - 2)
		return p - 2, (w == "puts" || w == "put") && s.folded(p-1) == "it"
	}
	return 0, false
}

// tellsHow reports whether token i says that what follows is somebody's words for it: as, how.
func (s *reading) tellsHow(i int) bool { return s.folded(i) == "as" || s.folded(i) == "how" }

// dashBefore reports whether a dash stands before token i, be it the first of its sentence.
func (s *reading) dashBefore(i int) bool {
	before := strings.TrimRight(s.a.Text[:s.tokens[i].start], " \u00a0")
	return strings.HasSuffix(before, "—") || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "-")
}

// writerOf returns the first and the last token of the words for somebody of g, of whom c tells, or who
// is named before it; l is -1 if nobody is: Slate's Jane Roe; Jane Roe of Slate.
func (s *reading) writerOf(g outletGroup, c compound) (l, end int) {
	switch p := g.l - 1; {
	case c.doc || c.staff || s.peopleOf(g, c) == hosts:
	case c.name || c.role:
		return g.l, c.end
	case p > 1 && s.tokens[p].is(cMember) && s.tokens[g.l].hard() == 0:
		if l = s.nameStart(p); l < p-1 {
			return l, g.r
		}
	}
	return -1, g.r
}
