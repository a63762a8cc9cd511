package credit

// Interviews: whether one was given, and something said in it.

// inOne reports whether the interview whose cue begins at token i is one in which
// something was said: in a wide-ranging new interview with. In other languages than English
// small words are such cues too, sur, that tell of no interview by themselves.
func (s *reading) inOne(i int) bool {
	const most = 5 // words that say what kind of interview it was
	if s.x.language != "en" && !s.tokens[i].is(cInterview) {
		return false
	}
	for k := i - 1; k > 0 && k >= i-most && s.tokens[k+1].hard() == 0; k-- {
		t := &s.tokens[k]
		switch {
		case t.is(cDet):
			return s.tokens[k].hard() == 0 && s.tokens[k-1].is(cDocPrep)
		case t.capital && !t.is(cDay|cMonth) || t.name >= 0 || t.is(cAux|cBound|cSpeech|cPrep):
			return false
		}
	}
	return false
}

// opensTalk reports whether a sentence begins with the cue q at token from and an interview of the
// outlet, of which c follows: In a CNN interview last month, she.
func (s *reading) opensTalk(q cuePhrase, from int, c compound) bool {
	if s.x.language != "en" || from > 0 || !c.talk || q.text != "in" && q.text != "during" {
		return false
	}
	_, closed := s.closes(c.end)
	return closed
}

// inTalk reports whether the cue q at token from says that something was done in an interview of the
// outlet, of which c follows: during a Sunday CNN interview. What is yet to be shown is none, nor is
// something of the interview: in a CNN interview room.
func (s *reading) inTalk(q cuePhrase, from int, c compound) bool {
	if s.x.language != "en" || from == 0 || !c.talk || q.text != "in" && q.text != "during" || !s.tokens[from+1].is(cDet) {
		return false
	}
	end, closed := s.closes(c.end)
	if closed || !s.tokens[end+1].is(cPrep|cBound|cDative) {
		return closed
	}
	return !s.tokens[end+1].is(cDative) || end+2 < len(s.tokens) && s.folded(end+2) != "be"
}

// toCome reports whether the interview whose cue begins at token i was still to be
// given: he will sit for interviews with.
func (s *reading) toCome(i int) bool {
	const reach = 4
	for k := i - 1; k >= 0 && k >= i-reach && s.tokens[k+1].hard() == 0; k-- {
		switch t := &s.tokens[k]; {
		case t.is(cSpeech):
			return k > 0 && s.folded(k-1) == "will"
		case t.is(cFuture):
			return true
		}
	}
	return false
}
