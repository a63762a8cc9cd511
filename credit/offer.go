package credit

import "strings"

// What an outlet hands on, where the verb alone does not tell: it offered a detailed look at the
// plan; it had this to say.

// offers returns the relation of the outlets of v to a verb at token k with which they hand on what
// they know: an account of some kind, a story, or what stands behind a colon. What hosts offer are
// remarks.
func (s *reading) offers(v *verbSearch, k int) (relation, bool) {
	if s.x.language != "en" || v.c.doc || s.tokens[k].capital {
		return relation{}, false
	}
	q, n := s.ahead(k, uOffer|uIntro|uRun)
	i := k + n
	if n == 0 || !s.follows(i) || s.denied(v, k) || s.peopleOf(v.g, v.c) == hosts {
		return relation{}, false
	}
	rel := relation{cue: q.text, use: uSay, from: v.g.l, weak: true}
	if rel.to = s.handed(i, q.use); rel.to == 0 {
		return relation{}, false
	}
	rel.cue += " " + s.folded(rel.to)
	return rel, true
}

// handed returns the word for what a verb of use u hands on whose object begins with token i, or 0.
func (s *reading) handed(i int, u use) int {
	w := s.folded(i)
	if u&uIntro != 0 {
		if w == "more" && s.endsThere(i+1) || (w == "this" || w == "these") && s.introducesBehind(i) {
			return i
		}
	}
	if !s.tokens[i].is(cDet) {
		return s.printedPieces(i, u)
	}
	return s.handedFrom(i+1, u)
}

// endsThere reports whether a sentence ends before token i, or goes on with a colon or in brackets.
func (s *reading) endsThere(i int) bool {
	return i == len(s.tokens) || s.tokens[i].gap&gOpen != 0 || s.colonAt(i)
}

// printedPieces returns the word for pieces, more than one, that a verb of use u prints, with which token
// i begins, if what they say follows: is running op-eds arguing that. It is 0 if there are none.
func (s *reading) printedPieces(i int, u use) int {
	if u&uRun == 0 {
		return 0
	}
	for k := i; k <= i+1 && s.follows(k) && s.tokens[k].name < 0; k++ {
		if t := &s.tokens[k]; t.is(cDoc) && !t.is(cPapers|cMedia|cPoll) && strings.HasSuffix(s.folded(k), "s") && s.tellsMore(k+1) || s.accountsOf(k) {
			return k
		}
	}
	return 0
}

// accountsOf reports whether token k is several accounts of what is said behind it: summaries of the plan.
func (s *reading) accountsOf(k int) bool {
	_, n := s.ahead(k, uLook)
	return n > 0 && !s.tokens[k].is(cMedia) && strings.HasSuffix(s.folded(k), "s") && s.accountOf(k)
}

// introducesBehind reports whether a colon follows near behind token i: this to say about the bridge:
func (s *reading) introducesBehind(i int) bool {
	const most = 10
	for k := i + 1; k < len(s.tokens) && k <= i+most; k++ {
		if s.tokens[k].gap&gColon != 0 {
			return true
		}
		if s.tokens[k].hard() != 0 {
			return false
		}
	}
	return i+most >= len(s.tokens)-1 && s.colonAt(len(s.tokens))
}

// colonAt reports whether a colon stands before token i, or behind the sentence if it ends there.
func (s *reading) colonAt(i int) bool {
	if i < len(s.tokens) {
		return s.tokens[i].gap&gColon != 0
	}
	return strings.HasPrefix(strings.TrimLeft(s.a.Text[s.tokens[i-1].end:], " \u00a0)”\""), ":")
}

// handedFrom returns the word for an account, if a verb of use u takes it, or for a story in the noun
// phrase that goes on at token i, or 0. What is given to somebody or of what is one's own is none: an
// account to the police, a look at its studio.
func (s *reading) handedFrom(i int, u use) int {
	const most = 5
	for k := i; k < i+most && s.follows(k); k++ {
		t := &s.tokens[k]
		_, n := s.ahead(k, uLook)
		switch look := n > 0 && u&uOffer != 0 && s.folded(k) != "series"; {
		case look, u&uRun != 0 && !t.capital && (t.is(cScoop) && s.tellsMore(k+1) || s.accountOf(k)):
			if s.follows(k+1) && (s.tokens[k+1].is(cDative) || s.follows(k+2) && s.ofTheirOwn(k+2)) {
				return 0
			}
			return k
		case t.name >= 0, t.is(cPrep | cBound | cRelative | cPronoun | cAux), t.gap&gQuote != 0:
			return 0
		}
	}
	return 0
}

// accountOf reports whether token k is a piece or an account of which is said what it is on or of: an
// essay on the bridge, a profile of the mayor, but no picture of him.
func (s *reading) accountOf(k int) bool {
	t := &s.tokens[k]
	if t.is(cDoc) && !t.is(cPapers|cMedia|cPoll|cInterview) && s.tellsMore(k+1) {
		return true
	}
	if _, n := s.ahead(k, uLook); n == 0 || !s.follows(k+1) || t.is(cMedia) || s.folded(k) == "portrait" {
		return false
	}
	switch s.folded(k + 1) {
	case "of", "on", "about":
		return true
	}
	return false
}

// tellsMore reports whether the words from token i on say what the story before them tells: on the
// bridge, that, titled.
func (s *reading) tellsMore(i int) bool {
	if !s.follows(i) {
		return false
	}
	if _, n := s.ahead(i, uTitled); n > 0 {
		return true
	}
	switch w := s.folded(i); w {
	case "of":
		return s.follows(i+1) && (s.folded(i+1) == "what" || s.folded(i+1) == "how" || s.folded(i+1) == "why")
	case "on", "about", "that", "detailing", "claiming", "alleging", "saying", "suggesting", "arguing", "showing", "explaining", "calling", "exploring":
		return true
	}
	return false
}

// headVerb reports whether a sentence begins with the verb q at token from, its subject ends with
// token r, and a colon follows: Says Jane Roe of CNN: "..."
func (s *reading) headVerb(q cuePhrase, from, r int) bool {
	const most = 2 // words of the verb
	return s.x.language == "en" && from == 0 && r > 0 && strings.Count(q.text, " ") < most && s.colonAt(r+1)
}

// askedBy returns the relation of g to a question of its people, of whom c tells, in an interview:
// "Do you regret it?" asked CNN's Jane Roe in an interview.
func (s *reading) askedBy(g outletGroup, c compound) (relation, bool) {
	const reach = 6
	k := g.l - 1
	if s.x.language != "en" || k < 1 || !c.name && !c.role || s.tokens[g.l].hard() != 0 || s.tokens[k].gap&(gQuote|gEnd) == 0 {
		return relation{}, false
	}
	if _, n := s.ahead(k, uAsk); n != 1 {
		return relation{}, false
	}
	for i := c.end + 1; i <= c.end+reach && s.follows(i); i++ {
		if s.tokens[i].is(cInterview) {
			return relation{cue: s.folded(k) + " in " + s.folded(i), use: uVerb, from: k, to: i, weak: true}, true
		}
	}
	return relation{}, false
}

// titledWith returns the relation of g, with which a clause begins, to something of it that the clause
// goes on to name by its title: The Herald mocked him with a piece headlined; for what people of it say,
// in one too.
func (s *reading) titledWith(g outletGroup, c compound) (relation, bool) {
	const reach = 18
	if s.x.language != "en" || c.doc || c.staff || !s.opensClause(g.l) {
		return relation{}, false
	}
	for k := max(g.r, c.end) + 1; k < len(s.tokens) && k <= g.r+reach; k++ {
		t := &s.tokens[k]
		if t.hard()&^gComma != 0 || t.name >= 0 || t.is(cBe|cRelative|cNegation) {
			break
		}
		if w := s.titledAt(k); w != "" {
			return relation{cue: s.text(k-1, k), use: uSay, from: g.l, to: k, weak: true}, w == "with" || w == "in" && (c.name || c.role)
		}
	}
	return relation{}, false
}

// titledAt returns the word before the noun phrase of a document that token k says is titled so or so, or
// "" if it does not.
func (s *reading) titledAt(k int) string {
	if _, n := s.ahead(k, uTitled); n == 0 || s.tokens[k].hard() != 0 || !s.tokens[k-1].is(cDoc) {
		return ""
	}
	l := s.phraseStart(k - 1)
	if l == 0 || !s.tokens[l].is(cDet) {
		return ""
	}
	return s.folded(l - 1)
}
