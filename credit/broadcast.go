package credit

import "wiretrace/outlet"

// channel returns the local station that the network at token i and the number of
// a channel name: ABC 13, Fox 8. A number that counts what follows is none: Fox 12
// people had died.
func (s *reading) channel(i int) (head, bool) {
	const digits = 2
	if i+1 == len(s.tokens) || !s.tokens[i+1].number || s.tokens[i+1].gap != gSpace || s.tokens[i+1].end-s.tokens[i+1].start > digits {
		return head{}, false
	}
	if i+2 < len(s.tokens) {
		t := &s.tokens[i+2]
		if _, verb := s.ahead(i+2, uVerb|uSay); t.hard() == 0 && !t.capital && verb == 0 && !t.is(cPrep|cBound|cAdv|cAux|cDet|cPronoun|cPress|cRole|cDay) {
			return head{}, false
		}
	}
	h := head{l: s.phraseStart(i), at: i, r: i + 1}
	if h.l > 0 && s.tokens[h.l].hard() == 0 && s.tokens[h.l-1].is(cAffiliate) {
		h.l = s.phraseStart(h.l - 1) // local news affiliate ABC 7
	}
	h.source = s.rememberShape(s.text(i, i+1), outlet.SortBroadcaster)
	h.own = s.isOwn(h.name)
	return h, true
}

// broadcast returns the station that the word for what stations send at token i
// names after a country's: Syrian state TV, North Korean state-run television.
// Which of the country's stations it is nobody says.
func (s *reading) broadcast(i int) (head, bool) {
	l, state := i, false
	for l > 0 && s.tokens[l].hard() == 0 && s.tokens[l-1].is(cAdj) && !s.tokens[l-1].is(cDemonym) && !s.tokens[l-1].capital {
		l--
		state = state || s.folded(l) == "state"
	}
	if l--; l < 0 || !s.tokens[l].is(cDemonym) || !s.tokens[l].capital || s.tokens[l+1].gap != gSpace {
		return head{}, false
	}
	if i+1 < len(s.tokens) && s.tokens[i+1].hard() == 0 && (s.tokens[i+1].capital || s.tokens[i+1].is(cPress|cFill|cRole|cStaff|cDoc)) {
		return head{}, false // goes on: Syrian state TV channel
	}
	if l > 0 && s.tokens[l].hard() == 0 && s.tokens[l-1].capital && s.tokens[l-1].is(cAdj) {
		l-- // North Korean
	}
	end := l
	for !s.tokens[end].is(cDemonym) {
		end++
	}
	name := s.text(l, end)
	if state {
		name += " state"
	}
	if word := s.folded(i); word == "radio" {
		name += " radio"
	} else {
		name += " TV"
	}
	h := head{l: s.phraseStart(l), at: l, r: i}
	h.source = s.rememberSort(name, outlet.SortBroadcaster)
	return h, true
}

// radioShow returns the programme that is named by its host beside the word radio at
// token i: Jane Roe's syndicated radio show, the Jane Roe radio show, radio's “Jane Roe
// Show”.
func (s *reading) radioShow(i int) (head, bool) {
	const first, last = 2, 3 // words of the host's name
	if s.x.language != "en" || i+1 == len(s.tokens) || s.folded(i) != "radio" || s.tokens[i+1].hard() != 0 {
		return head{}, false
	}
	if s.owns(i) {
		l, r, ok := s.properName(i+2, last+1)
		if !ok || r-l < first || s.folded(r) != "show" {
			return head{}, false
		}
		return s.showOf(head{l: i, at: l, r: r}, s.text(l, r-1)), true
	}
	l, end, ok := s.hostBefore(i, last)
	if s.folded(i+1) == "host" {
		return s.toldHost(i)
	}
	if !ok || !s.programmeAt(i+1) || end-l+1 < first {
		return head{}, false
	}
	return s.showOf(head{l: s.phraseStart(l), at: l, r: i + 1}, s.text(l, end)), true
}

// toldHost returns the programme of the host who is named behind the word radio at token i and who was told
// something, if no station is named for it: told the radio host Jane Roe.
func (s *reading) toldHost(i int) (head, bool) {
	l, end := i+2, s.wholeName(i+2)
	if end == 0 || end < len(s.tokens) && s.tokens[end].hard() == 0 && s.tokens[end].is(cMember|cAir|cDocPrep|cPossessive) {
		return head{}, false
	}
	for k := l; k < end; k++ {
		if s.tokens[k].name >= 0 {
			return head{}, false
		}
	}
	at := i
	for at > 0 && i-at < 3 && s.tokens[at].hard() == 0 && (s.tokens[at-1].is(cAdj|cDet) || s.tokens[at-1].capitalWord()) {
		at-- // told the conservative radio host, told Harlow radio host
	}
	if q, _, ok := s.behind(at-1, uBefore); !ok || q.use&uPerson == 0 || s.tokens[at].hard() != 0 {
		return head{}, false
	}
	return s.showOf(head{l: at, at: l, r: end - 1}, s.text(l, end-1)), true
}

// programmeAt reports whether token i is a word for what stations send.
func (s *reading) programmeAt(i int) bool {
	switch s.folded(i) {
	case "show", "program", "programme":
		return true
	}
	return false
}

// quotedShow returns the programme in quotation marks that begins with "The" at token i and is named by
// its host, if somebody speaks in the sentence: she said in an appearance on “The Jane Roe Show.”
func (s *reading) quotedShow(i int) (head, bool) {
	const least, most = 2, 4 // words of the name
	if s.x.language != "en" || i == 0 || s.tokens[i].gap&gQuote == 0 || s.tokens[i].hard() != 0 || s.tokens[i-1].is(cPossessive) {
		return head{}, false
	}
	r := i + 1
	for r <= i+most && s.inShowName(r) {
		r++
	}
	if r-i-1 < least || !s.follows(r) || s.folded(r) != "show" || !s.tokens[r].capital {
		return head{}, false
	}
	if _, _, speaks := s.speech(i, r, cSpeech); !speaks {
		return head{}, false
	}
	return s.showOf(head{l: i, at: i, r: r}, s.text(i+1, r-1)), true
}

// inShowName reports whether token r is a further word of the name of a show, before "Show".
func (s *reading) inShowName(r int) bool {
	return r < len(s.tokens) && s.tokens[r].gap&^gDot == gSpace && s.tokens[r].capitalWord() && s.tokens[r].name < 0 && s.folded(r) != "show"
}

// hostBefore returns the first and the last token of the name, of at most most words,
// before the adjectives before token i, and reports whether the programme is said to be
// that person's: it is in the genitive, or "the" stands before it.
func (s *reading) hostBefore(i, most int) (l, end int, ok bool) {
	l = i
	for l > 0 && s.tokens[l].hard() == 0 && !s.tokens[l-1].capital && s.tokens[l-1].is(cAdj) {
		l--
	}
	owned := l > 1 && s.tokens[l].hard() == 0 && s.owns(l-2)
	if owned {
		l--
	}
	end = l - 1
	for l > 0 && end-l+1 < most && s.tokens[l].hard()&^gOther == 0 && s.tokens[l-1].capitalWord() && !s.tokens[l-1].is(cDet|cDay|cMonth|cTitle) {
		l--
	}
	for l < end && s.tokens[l+1].gap&gDot != 0 {
		l++ // the Rev. Jane Roe's
	}
	return l, end, owned || l > 0 && s.tokens[l-1].is(cThe)
}

// showOf returns h as the programme of a host of that name.
func (s *reading) showOf(h head, host string) head {
	h.source = s.rememberSort("The "+host+" Show", outlet.SortBroadcaster)
	h.own = s.isOwn(h.name)
	return h
}
