package credit

import "strings"

// Interviews of which is said that somebody gave them: an interview he gave this week to the Herald; gab
// dem Boten ein Interview; la entrevista que dio a El Faro.

// gaveInterview returns the relation of g to a verb of giving in its clause and the interview that was
// given to it, before the verb or behind the outlet. What was refused or is still to be given is none.
func (s *reading) gaveInterview(g outletGroup) (relation, bool) {
	p := s.givenTo(g)
	if p < 0 {
		return relation{}, false
	}
	verb := s.givenBefore(p)
	if verb < 0 {
		verb = s.givenBehind(g.r)
	}
	if verb < 0 || s.ungiven(verb, g) {
		return relation{}, false
	}
	talk := s.talkBehind(g.r)
	if talk < 0 && (p < g.l || s.tokens[p].is(cDative)) {
		talk = s.talkBefore(min(verb, p))
	}
	if talk < 0 || talk > verb && !s.tellsOfTalk(max(talk, verb, g.r)) {
		return relation{}, false
	}
	return relation{cue: s.folded(talk) + " " + s.folded(verb), use: uTell, from: min(talk, verb, g.l), to: max(talk, verb, g.r), weak: true}, true
}

// givenPapers returns the relation of g to a verb of handing right before it and the papers behind it that it was
// handed: gave CNN a statement; provided the Herald with copies of the letters. What was sent may ask something of
// it, but a statement.
func (s *reading) givenPapers(g outletGroup) (relation, bool) {
	if s.x.language != "en" || g.l == 0 || s.tokens[g.l].hard() != 0 {
		return relation{}, false
	}
	q, from, ok := s.behind(g.l-1, uTell)
	if !ok || q.use&uDoc == 0 || q.use&uShared == uShared || s.unsaid(from) {
		return relation{}, false
	}
	k := s.papersBehind(g.r)
	if k < 0 || s.folded(k) != "statement" && s.onlySent(from) {
		return relation{}, false
	}
	return relation{cue: q.text + " " + s.folded(k), use: uTell, from: from, to: k, weak: true}, true
}

// papersBehind returns the papers that the object behind an outlet, which ends with token r, is, or -1: a copy of
// the letter, with documents, not: a record deal.
func (s *reading) papersBehind(r int) int {
	const most = 5
	for k := r + 1; k <= r+most && s.follows(k); k++ {
		t := &s.tokens[k]
		switch {
		case t.is(cPapers):
			if n := k + 1; !s.follows(n) || s.tokens[n].is(cPrep|cBound|cRelative|cAdv|cDay) || strings.HasSuffix(s.folded(n), "ing") {
				return k
			}
			return -1
		case t.name >= 0, t.is(cBound|cAux|cPronoun) && !t.is(cDet), k > r+1 && t.is(cPrep), k == r+1 && !t.is(cDet|cAdj) && s.folded(k) != "with" && !t.number:
			return -1
		}
	}
	return -1
}

// givenBefore returns the verb of giving before token p in its clause, or -1.
func (s *reading) givenBefore(p int) int {
	const reach = 7
	for k := p - 1; k >= 0 && k >= p-reach && s.tokens[k+1].hard() == 0; k-- {
		if _, n := s.ahead(k, uGave); n > 0 {
			return k
		}
		if s.tokens[k].name >= 0 || s.tokens[k].is(cSpeech) {
			break
		}
	}
	return -1
}

// givenBehind returns the verb of giving with which, in languages that have it there, the clause ends behind
// token r, or -1: das er dem Boten gab.
func (s *reading) givenBehind(r int) int {
	const reach = 5
	if !s.x.nouns {
		return -1
	}
	for k := r + 1; k <= r+reach && s.follows(k); k++ {
		if _, n := s.ahead(k, uGave); n > 0 {
			return k
		}
	}
	return -1
}

// talkBehind returns the interview that stands behind an outlet which ends with token r, or -1: gab dem
// Boten ein langes Interview.
func (s *reading) talkBehind(r int) int {
	const reach = 5
	for k := r + 1; k <= r+reach && s.follows(k); k++ {
		t := &s.tokens[k]
		if t.is(cInterview) {
			return k
		}
		if k == r+1 && !t.is(cDet) || t.name >= 0 || t.is(cBound|cAux|cSpeech) && !t.is(cDet) {
			break
		}
	}
	return -1
}

// givenTo returns the first token of whom an interview is given to: to the Herald, or CNN in gave CNN an
// interview; -1 if there is none.
func (s *reading) givenTo(g outletGroup) int {
	p := s.listener(g)
	if p < 0 && s.x.language == "en" && g.l > 0 && s.tokens[g.l].hard() == 0 {
		if s.folded(g.l-1) == "with" {
			return g.l - 1 // the interview she did with
		}
		return g.l
	}
	return p
}

// talkBefore returns the interview before token i of which the clause at hand tells who gave it, or -1: an
// interview that the mayor gave; in einem Interview, das er gab; a harrowing interview to.
func (s *reading) talkBefore(i int) int {
	const reach = 8
	for k := i; k >= 0 && k >= i-reach; k-- {
		t := &s.tokens[k]
		if t.is(cInterview) && (!s.x.nouns || t.capital) && k+1 < len(s.tokens) {
			if next := &s.tokens[k+1]; k == i || next.is(cRelative|cDet|cPronoun) || next.capital || s.x.headfirst {
				return k
			}
			break
		}
		if t.name >= 0 || t.is(cSpeech) || t.gap&(gEnd|gColon|gQuote) != 0 || t.partsTalk() {
			break
		}
	}
	return -1
}

// partsTalk reports whether what stands before t parts an interview from whom it was given to: any mark but
// the comma of a relative clause.
func (t *token) partsTalk() bool {
	return t.hard()&^gComma != 0 || t.hard() == gComma && !t.is(cRelative)
}

// ungiven reports whether the verb of giving at token i says of no interview that was given: it is denied,
// or still to come, or one that somebody ought to give or refused.
func (s *reading) ungiven(i int, g outletGroup) bool {
	const reach = 3
	for k := i - 1; k >= 0 && k >= i-reach && s.tokens[k+1].hard() == 0; k-- {
		if t := &s.tokens[k]; t.is(cNegation | cFuture) {
			return true
		}
	}
	for k := g.r + 1; k <= g.r+reach && s.follows(k); k++ {
		if t := &s.tokens[k]; t.is(cNegation) || s.x.nouns && s.folded(k) == "kein" {
			return true
		}
	}
	return false
}

// refusesTalk reports whether the interview with which the cue at token i begins is one that somebody is only
// said to give some day, or not to: refused to give an interview to; se negó a conceder una entrevista a.
func (s *reading) refusesTalk(i int) bool {
	verb := s.giving(i, uGive)
	return verb > 0 && s.tokens[i].is(cInterview) || s.givesTalk(i) && s.ungiven(s.giving(i, uGave), outletGroup{r: len(s.tokens)})
}

// givesTalk reports whether the interview with which the cue at token i begins is one of which is said that
// somebody gave it: gave a long interview to.
func (s *reading) givesTalk(i int) bool { return s.tokens[i].is(cInterview) && s.giving(i, uGave) >= 0 }

// tellsOfTalk reports whether the words behind token i, with which a clause about an interview ends, tell of
// what was said in it: about the verdict, in which; or a quotation follows the sentence.
func (s *reading) tellsOfTalk(i int) bool {
	if i+1 >= len(s.tokens) {
		rest := strings.TrimLeft(s.a.Text[s.tokens[i].end:], ".: \u00a0\n\r")
		return strings.HasPrefix(rest, "\"") || strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "«") || strings.HasPrefix(rest, "„")
	}
	t := &s.tokens[i+1]
	if t.hard()&^gComma != 0 {
		return false
	}
	if _, n := s.ahead(i+1, uTopic); n > 0 {
		return true
	}
	return i+2 < len(s.tokens) && t.is(cPrep) && s.tokens[i+2].is(cRelative)
}

// giving returns the verb of use u, one of giving, whose object the interview at token i is, or -1.
func (s *reading) giving(i int, u use) int {
	const most = 6 // words of what kind of interview it is
	for k := i - 1; k >= 0 && k >= i-most && s.tokens[k+1].hard() == 0; k-- {
		if _, n := s.ahead(k, u); n > 0 {
			return k
		}
		t := &s.tokens[k]
		if t.name >= 0 || t.capital || t.is(cPrep|cBound|cAux|cSpeech) && !t.is(cDet|cAdj|cAdv) {
			break
		}
	}
	return -1
}
