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
