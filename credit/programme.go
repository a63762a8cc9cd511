package credit

import "wiretrace/outlet"

// What goes with the name of an outlet in one noun phrase and only says which of its
// programmes, editions or stations is meant: ORF-Magazin „Report“, ZDF-„Morgenmagazin“,
// NRK Vestland, the Associated Press (AP).

// takeIn makes r the last token of what goes with the name of h, which is token i.
func (s *reading) takeIn(h *head, i int) {
	if s.x.language == "en" {
		s.takeStation(h)
		return
	}
	s.colonGenitive(i + 1)
	if r := max(s.programmeBehind(i), s.titleBehind(i)); r > i {
		h.r = r
	} else if h.outlet.Sort == outlet.SortBroadcaster && s.x.regional {
		h.r = s.regionBehind(i)
	}
	s.takeHouse(h)
	s.takeStation(h)
	s.takeKind(h)
	s.dropBracket(h)
}

// titleBehind returns the last token of the title that the name of the outlet at token i begins, within
// marks that open before it, or i: „Tagesspiegel Background Verkehr“, « Le Monde des livres ». A sentence
// that begins so has small words in it.
func (s *reading) titleBehind(i int) int {
	const most = 7
	if s.tokens[i].gap&gQuote == 0 {
		return i
	}
	for k := i + 1; k < len(s.tokens) && k <= i+most; k++ {
		t := &s.tokens[k]
		switch {
		case t.gap&gQuote != 0 && k > i+1:
			return k - 1
		case t.hard() != 0, t.name >= 0, t.gap&gQuote != 0, !t.capital && !t.number && !t.is(cConnect|cAnd|cThe):
			return i
		}
	}
	return i
}

// takeKind takes into h the word for what it is that a hyphen joins to the name: der „Kurier“-Zeitung.
func (s *reading) takeKind(h *head) {
	k := h.r + 1
	if s.x.nouns && s.follows(k) && s.tokens[k].gap&gHyphen != 0 && s.tokens[k].is(cPress) && s.tokens[k].name < 0 && !s.tokens[k].is(cDoc|cRole) {
		h.r = k
	}
}

// takeStation takes into h, which is named by a programme, the station itself behind a preposition:
// "Meet the Press" on NBC; i P1 Morgen på DR.
func (s *reading) takeStation(h *head) {
	k := h.r + 2
	if h.outlet.Sort != outlet.SortBroadcaster || !s.follows(k) || s.tokens[k].name < 0 || s.mentions[s.tokens[k].name].Outlet != h.outlet {
		return
	}
	if t := &s.tokens[k-1]; t.is(cDocPrep) && t.hard() == 0 {
		s.spent[s.tokens[k].name] = true
		h.r = k
	}
}

// possessiveS is an s that makes a genitive.
var possessiveS = lexeme{class: cPossessive}

// colonGenitive makes the s of a genitive of token i, which a colon joins to an abbreviation,
// as Swedish does: SVT:s.
func (s *reading) colonGenitive(i int) {
	if s.x.regional && i < len(s.tokens) && s.tokens[i].gap == gColon && s.folded(i) == "s" {
		s.tokens[i].gap, s.tokens[i].lex = gApos, &possessiveS
	}
}

// takeHouse takes into h its own house in the genitive: in der ZiB 2 des ORF.
func (s *reading) takeHouse(h *head) {
	k := h.r + 2
	if !s.x.nouns || k >= len(s.tokens) || s.tokens[k].name < 0 || s.tokens[k].hard() != 0 || s.tokens[k-1].hard() != 0 {
		return
	}
	if s.tokens[k-1].is(cMember) && s.mentions[s.tokens[k].name].Outlet == h.outlet {
		s.spent[s.tokens[k].name] = true
		h.r = k
	}
}

// programmeBehind returns the last token of the programme that a hyphen joins to the
// outlet at token i, or i: ARD-Magazins „Panorama“, SWR-„Landesschau“, SVT:s ”Agenda”.
func (s *reading) programmeBehind(i int) int {
	const kinds = cPress | cFill | cRole | cDoc | cEdition
	k := i + 1
	if s.owns(i) && s.x.regional {
		k++ // SVT:s ”Agenda”
	} else if k >= len(s.tokens) || s.tokens[k].gap&gHyphen == 0 || s.tokens[k].hard() != 0 {
		return i
	}
	if k < len(s.tokens) && s.tokens[k].gap&gHyphen != 0 && !s.opensQuote(k) {
		if !s.tokens[k].is(kinds) || s.tokens[k].name >= 0 {
			return i
		}
		k++
	}
	return max(i, s.quotedFrom(k))
}

// opensQuote reports whether a quotation mark stands directly before token k: ZDF-„Morgenmagazin“, not
// „Bild“-Bericht, where the mark closes the name.
func (s *reading) opensQuote(k int) bool {
	t := &s.tokens[k]
	return t.gap&gQuote != 0 && s.a.Text[t.start-1] != '-'
}

// quotedFrom returns the last of the words in quotation marks that open before token k,
// or -1 if there are none, or too many for a name.
func (s *reading) quotedFrom(k int) int {
	const most = 7
	if k >= len(s.tokens) || s.tokens[k].gap&gQuote == 0 || s.tokens[k].hard() != 0 {
		return -1
	}
	for i := k + 1; i < min(len(s.tokens), k+most); i++ {
		if s.tokens[i].gap&gQuote != 0 {
			return i - 1
		}
		if s.tokens[i].hard() != 0 {
			return -1
		}
	}
	if len(s.tokens) < k+most {
		return len(s.tokens) - 1
	}
	return -1
}

// regionBehind returns the last token of the region, or what the number and the name of a
// programme make, behind the station at token i, or i: MDR Thüringen, NDR 1 Niedersachsen,
// VRT 1, NOS Radio 1 Journaal.
func (s *reading) regionBehind(i int) int {
	const most = 3
	const ends = cDay | cMonth | cDet | cBound | cPrep | cAux | cAdv | cSpeech | cRole | cStaff
	end := i
	for k := i + 1; k < min(len(s.tokens), i+1+most) && s.tokens[k].gap == gSpace; k++ {
		t := &s.tokens[k]
		if t.number && t.end-t.start == 1 {
			continue
		}
		if !t.capitalWord() || t.is(ends) || s.x.nouns && t.lex.class&^cFill != 0 {
			break
		}
		if end = k; s.x.nouns {
			break
		}
	}
	return end
}

// dropBracket takes into h what stands in brackets behind it and says no more than its
// abbreviation, who makes it, a day or an edition: RedaktionsNetzwerk Deutschland (RND),
// EenVandaag (AVROTROS), „Kurier“ (Samstagausgabe).
func (s *reading) dropBracket(h *head) {
	k := h.r
	if s.tokens[k].gap&gOpen == 0 {
		k++
	}
	if k >= len(s.tokens) || s.tokens[k].gap&gOpen == 0 {
		return
	}
	end := s.makersEnd(k)
	if end+1 < len(s.tokens) && s.tokens[end+1].gap&gClose == 0 {
		return
	}
	t := &s.tokens[k]
	if k > h.r && !t.is(cDay|cEdition) && (t.name >= 0 || !s.abbreviates(k)) {
		return
	}
	h.r = end
	if end+1 < len(s.tokens) {
		s.tokens[end+1].gap &^= gClose
	}
}

// makersEnd returns the last token of the abbreviation that begins with token k, of which a
// hyphen may join two: KRO-NCRV.
func (s *reading) makersEnd(k int) int {
	if k+1 < len(s.tokens) && s.tokens[k+1].gap == gHyphen && s.abbreviates(k) && s.abbreviates(k+1) {
		return k + 1
	}
	return k
}

// abbreviates reports whether token i has the shape of an abbreviation: RND, AVROTROS.
func (s *reading) abbreviates(i int) bool {
	const longest = 8 // bytes
	w := s.text(i, i)
	if len(w) < 2 || len(w) > longest {
		return false
	}
	for k := range len(w) {
		if w[k] < 'A' || w[k] > 'Z' {
			return false
		}
	}
	return true
}

// podcastBefore returns the podcast whose name stands before the word for one at token i, behind
// "the": told the Bad Weather podcast, on the “Long Way Home” podcast. English alone has that.
// Who presents it is no part of its name: the Long Way with Ada Lorne podcast.
func (s *reading) podcastBefore(i int) (head, bool) {
	if s.x.language != "en" || i < 2 || s.folded(i) != "podcast" || s.tokens[i].hard() != 0 {
		return head{}, false
	}
	l, ok := s.podcastStart(i)
	if !ok {
		return head{}, false
	}
	r := i - 1
	for k := l + 1; k < r; k++ {
		if s.folded(k) == "with" {
			r = k - 1
			break
		}
	}
	if l == r && s.tokens[l].is(cDemonym|cDay|cMonth|cAdj) {
		return head{}, false
	}
	h := head{l: l - 1, at: l, r: i}
	h.source, h.own = s.rememberSort(s.text(l, r), s.tokens[i].lex.sort), s.isOwn(s.text(l, r))
	return h, len(h.name) <= longestName
}

// podcastStart returns the first token of the name that stands before token i, and reports
// whether there is one, behind "the".
func (s *reading) podcastStart(i int) (l int, ok bool) {
	const most = 7 // words
	for l = i; l > 0 && i-l < most && (l == i || s.tokens[l].hard() == 0) && s.inPodcast(l-1, i); l-- {
	}
	if l == i || l == 0 || !s.tokens[l].capital || s.tokens[l].hard() != 0 {
		return l, false
	}
	return l, s.tokens[l-1].is(cThe) && (l == 1 || !s.tokens[l-1].capital)
}

// inPodcast reports whether token k may stand in the name of a podcast before token i: a word
// with a capital, or a small one that ties two of them.
func (s *reading) inPodcast(k, i int) bool {
	t := &s.tokens[k]
	switch {
	case t.name >= 0:
		return false
	case t.capital:
		return true
	case t.is(cThe), k == 0, k+1 >= i, !t.is(cConnect|cAnd) && s.folded(k) != "with":
		return false
	}
	return s.tokens[k-1].capital && s.tokens[k+1].capital
}
