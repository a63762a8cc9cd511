package credit

import "wiretrace/article"

// extent returns the span from the first to the last word of cue and name, which has the verb of who
// says something in a document of the outlet.
func (s *reading) extent(h *head, rel *relation) article.Span {
	l, r := h.at, h.r
	if h.ref {
		l = h.l
	}
	l, r = min(l, rel.from), max(r, rel.to, rel.saidTo)
	if rel.saidTo > 0 {
		l = min(l, rel.saidFrom)
	}
	return article.Span{Start: s.tokens[l].start, End: s.tokens[r].end}
}

// noteSaid notes in rel, which credits the outlets of g, how far the words go that say so where it
// is for a document of theirs: to the word for it, and to the verb of who says something in it. In a CNN
// poll; wrote in an essay in Time; In an essay in Time, she wrote; an essay in Time in which she wrote.
func (s *reading) noteSaid(g outletGroup, rel *relation) {
	if s.x.language != "en" || s.heads[g.first].platform || rel.use&(uVerb|uSay|uTell|uAsk|uShow|uTail) != 0 {
		return
	}
	c := s.compound(g)
	l, r := min(rel.from, g.l), max(rel.to, g.r)
	if c.doc {
		r = max(r, c.end)
	}
	rel.saidFrom, rel.saidTo = l, r
	if s.anyOf(l, r, cSpeech) {
		return
	}
	if k := s.showsItself(l, r); k > 0 {
		rel.saidTo = k
		return
	}
	if start := s.sourcePhrase(l); c.doc || s.anyOf(start, r, cDoc|cPapers) {
		s.noteWriter(rel, start, r)
	}
}

// noteWriter notes in rel the verb of who says something in the document of which the words from token start
// to token r tell.
func (s *reading) noteWriter(rel *relation, start, r int) {
	switch {
	case start > 0 && s.tokens[start].hard() == 0:
		if k := start - 1; s.says(k) {
			rel.saidFrom = k
			return
		}
	case s.tokens[start].is(cPrep):
		if _, k, ok := s.speech(0, r, cSpeech); ok && s.says(k) {
			rel.saidTo = k
			return
		}
	}
	rel.saidTo = max(r, s.saidWhere(r))
}

// showsItself returns the verb of what a document says that was got as the words from token l to token r
// tell, or -1: a letter obtained by AP warns; an opinion, obtained by AP, concluded.
func (s *reading) showsItself(l, r int) int {
	k := r + 1
	if s.tokens[l].is(cDoc) || !s.follows(k) && !(k < len(s.tokens) && s.tokens[k].hard() == gComma) {
		return -1
	}
	if s.tokens[k].is(cRelative) {
		return -1 // according to The Herald, which cites The Post
	}
	if _, n := s.ahead(k, uShow); n > 0 {
		return k + n - 1
	}
	return -1
}

// sourcePhrase returns the first token of the phrase of which token i is one: in a letter that was |obtained by.
func (s *reading) sourcePhrase(i int) int {
	const most = 6
	const phrase = cPrep | cDet | cAdj | cDoc | cPapers | cDay | cMonth | cAdv | cRole | cDocPrep | cPossessive
	for from := i; i > 0 && from-i < most && s.tokens[i].hard() == 0; i-- {
		t := &s.tokens[i-1]
		if t.name >= 0 || t.is(cSpeech) {
			break
		}
		if !t.number && !t.is(phrase) && (t.capital || t.is(cAux|cBound|cRelative|cPronoun) || !s.tokens[i].is(cDoc|cPapers)) {
			break // but an opinion piece
		}
	}
	return i
}

// says reports whether token k is a verb of saying that somebody is the subject of.
func (s *reading) says(k int) bool {
	t := &s.tokens[k]
	return t.is(cSpeech) && !t.capital && !s.names(k)
}

// anyOf reports whether a token from from to to is of class c.
func (s *reading) anyOf(from, to int, c class) bool {
	for k := from; k <= to; k++ {
		if s.tokens[k].is(c) {
			return true
		}
	}
	return false
}

// saidWhere returns the verb of saying of the relative clause behind token i, or -1: in which she said.
func (s *reading) saidWhere(i int) int {
	const before, within = 4, 4 // tokens before the relative, and between it and the verb
	relative := -1
	for k := i + 1; k < len(s.tokens) && s.tokens[k].gap&(gEnd|gOpen) == 0; k++ {
		switch {
		case relative < 0 && s.tokens[k].is(cRelative):
			relative = k
		case relative < 0 && k > i+before, relative >= 0 && k > relative+within:
			return -1
		case relative >= 0 && s.says(k):
			return k
		}
	}
	return -1
}
