package credit

// Whether a verb behind an outlet credits it, by what stands behind the verb: the AP asked for the files, not the AP
// asked Roe; the Herald announced that the bridge is shut, not the Herald announced its new editor.

// verbFits reports whether a verb of the given use credits, where token next
// stands after it: a company reports profits, and "CNN said it would" is news
// about CNN, unless it was credited before and is spoken of again.
func (s *reading) verbFits(u use, next int, c compound, again bool) bool {
	people := c.role || c.name
	last := next >= len(s.tokens)
	switch {
	case u&uPoll != 0 && !c.poll, u&uPeople != 0 && u&uVerb == 0 && !people && !c.doc:
		return false
	case u&uAsk != 0 && u&(uVerb|uSay) == 0 && !people && (last || !s.tokens[next].capital && !s.asksMany(next)):
		return false // the AP asked Roe, not: the AP asked about it
	}
	if last || s.tokens[next].hard() != 0 || c.doc {
		return true
	}
	if s.business(next) {
		return false
	}
	return u&uVerb != 0 && u&uSay == 0 || people || again && s.x.language != "en" || !s.ofItself(next)
}

// asksMany reports whether the words from token i on are of many who were asked the same, as reporters do,
// and who are none of the outlet's own: asked all 50 governors, asked dozens of voters.
func (s *reading) asksMany(i int) bool {
	const most = 4
	if _, n := s.ahead(i, uMany); n == 0 && !s.tokens[i].number {
		return false
	}
	for k := i; k < i+most && s.follows(k); k++ {
		if t := &s.tokens[k]; t.is(cStaff|cRole|cPronoun) && !t.is(cAdj) || s.ofTheirOwn(k) {
			return false
		} else if k > i && t.lex.class == 0 && !t.number {
			break
		}
	}
	return s.follows(i + 1)
}

// ofItself reports whether an outlet speaks of itself in the words from token i
// on, and of no figure: CNN says it will close, not: Forbes says it is $4 billion.
func (s *reading) ofItself(i int) bool {
	const most = 3 // words of time before it: said Monday it will close
	for k := i; k < min(len(s.tokens), i+most) && s.tokens[k].hard() == 0; k++ {
		if _, n := s.ahead(k, uSelf); n > 0 {
			return !(k+n < len(s.tokens) && s.tokens[k+n].number)
		}
		if !s.tokens[k].is(cDay | cMonth | cAdv) {
			break
		}
	}
	return false
}

// business reports whether what is reported at token i is of the outlet as a
// company: reported quarterly profits, not: reported that profits fell.
func (s *reading) business(i int) bool {
	if s.x.language == "en" && s.folded(i) == "that" && s.follows(i+1) && !s.ofTheirOwn(i+1) {
		return false
	}
	for k := i; k < min(i+3, len(s.tokens)); k++ {
		if s.tokens[k].is(cBusiness) {
			return true
		}
		if !s.tokens[k].is(cNounPhrase | cPrep) {
			break
		}
	}
	return false
}
