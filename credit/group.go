package credit

// An outletGroup is a row of outlets that share one cue: CNN, MSNBC and Fox News.
type outletGroup struct {
	first, last int // indices of heads
	l, r        int // tokens
}

// grouped returns the group of outlets that begins with head first.
func (s *reading) grouped(first int) outletGroup {
	g := outletGroup{first: first, last: first, l: s.heads[first].l, r: s.heads[first].r}
	for g.last+1 < len(s.heads) {
		h := &s.heads[g.last+1]
		if s.x.headfirst && s.heads[g.last].stranger != h.stranger {
			break // in La Plata, y Página/12 lo reveló
		}
		if s.onAirBefore(g, h) {
			break
		}
		if h.at <= g.r || h.platform != s.heads[first].platform || !s.joined(g.r, h.at) && !s.joinedBehind(g, h.at) {
			break
		}
		g.last++
		g.r = max(g.r, h.r)
	}
	return g
}

// onAirBefore reports whether a sentence begins with g as where something was on the air, and h is the
// one whose reporter did it: On Morning Edition, WXYZ's Ada Lorne played; during a taping of.
func (s *reading) onAirBefore(g outletGroup, h *head) bool {
	if s.x.language != "en" || g.l == 0 || s.tokens[g.l].hard() != 0 {
		return false
	}
	if s.interviewBy(g, h) {
		return true
	}
	taped := g.l > 2 && s.folded(g.l-1) == "of" && s.folded(g.l-2) == "taping"
	if !taped && (g.l > 1 || s.folded(0) != "on") {
		return false
	}
	return h.l > g.r && s.tokens[h.l].hard() == gComma && s.owns(h.r)
}

// interviewBy reports whether a sentence begins with an interview with g, and the reporter of h is the one who
// speaks in it: In an interview with CNN, the Herald's Ada Lorne said.
func (s *reading) interviewBy(g outletGroup, h *head) bool {
	if h.l <= g.r || s.tokens[h.l].hard() != gComma || !s.opensTalkWith(g.l) {
		return false
	}
	name := h.r + 1
	if s.owns(h.r) {
		name++
	} else if !s.follows(name) || s.tokens[name].gap&gApos == 0 { // Fox News' Ada Lorne
		return false
	}
	end := s.wholeName(name)
	if end == 0 || !s.follows(end) {
		return false
	}
	_, n := s.ahead(end, uVerb|uSay)
	return n > 0
}

// opensTalkWith reports whether the sentence begins with the words before token l, and they say that somebody
// spoke to whoever stands there: In an interview with; Speaking to.
func (s *reading) opensTalkWith(l int) bool {
	const reach = 6
	if l == 0 || l > reach {
		return false
	}
	talk := s.opensSpeaking(0)
	for k := 1; k < l; k++ {
		if s.tokens[k].hard() != 0 {
			return false
		}
		talk = talk || s.tokens[k].is(cInterview)
	}
	return talk
}

// joinedBehind reports whether "and" ties the outlet that begins at token at to
// somebody of those of g: NPR's Ada Lorne and The Herald.
func (s *reading) joinedBehind(g outletGroup, at int) bool {
	if g.r+1 >= len(s.tokens) || !s.tokens[g.r+1].is(cPossessive) {
		return false
	}
	c := s.compound(g)
	if c.staff || c.doc || !c.name && !c.role {
		return false
	}
	return c.end+1 < len(s.tokens) && s.tokens[c.end+1].is(cAnd) && s.joined(c.end, at)
}

// joined reports whether nothing but "and", commas, slashes, hyphens and
// words of a noun phrase stands between the outlets that end at token r and
// begin at token at.
func (s *reading) joined(r, at int) bool {
	if at-r > s.x.mostJoined() {
		return false
	}
	link := false
	for k := r + 1; k <= at; k++ {
		t := &s.tokens[k]
		if t.gap&(gHard&^(gComma|gDash)) != 0 || s.endsQuote(k) {
			return false
		}
		if t.gap&(gComma|gSlash|gHyphen|gAmp|gDash) != 0 {
			link = true
		}
		if k == at {
			break
		}
		switch {
		case t.lex.class&cAnd != 0:
			link = true
		case k > r+1 && s.x.headfirst && s.tokens[k-1].is(cAnd) && t.is(cPrep) && t.hard() == 0: // de Radio France et de Franceinfo
		case t.lex.class&cNounPhrase == 0:
			return false
		}
	}
	return link
}

// endsQuote reports whether a quotation ends before token i, and a clause begins: it lives at the
// Times,” the Herald's Ada Lorne wrote. Names in quotation marks of their own are a list.
func (s *reading) endsQuote(i int) bool {
	t := &s.tokens[i]
	if s.x.language != "en" || i == 0 || t.gap&(gComma|gQuote) != gComma|gQuote {
		return false
	}
	between := s.a.Text[s.tokens[i-1].end:t.start]
	return between == ",” " || between == ",\" "
}

// mostJoined returns how many tokens from the last of one outlet the first of the next may
// stand: more where prepositions and articles are said again, et du quotidien régional.
func (x *lexicon) mostJoined() int {
	if x.headfirst {
		return 6
	}
	return 4
}
