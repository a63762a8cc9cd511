package credit

import (
	"slices"
	"strings"

	"wiretrace/outlet"
)

// shape returns the outlet that the gazetteer does not have of whose name
// token i, capitalised and a title word, is part.
func (s *reading) shape(i int) (head, bool) {
	const longest = 80 // bytes
	l, ok := s.shapeStart(i)
	if !ok {
		return head{}, false
	}
	t := &s.tokens[i]
	r, ok := s.shapeStop(l, i)
	if !ok {
		return head{}, false
	}
	if s.disagrees(l, r) {
		return head{}, false
	}
	h := head{l: s.phraseStart(l), at: l, r: r}
	name := s.text(l, r)
	if at, full, ok := s.acrossPlace(l, r); ok {
		h.l, h.at = s.phraseStart(at), at
		h.source, h.own = s.remember(full), s.isOwn(full)
		return h, len(full) <= longest
	}
	if r == l+1 && s.callSign(l) {
		name = s.text(l, l) // KRVX-TV is KRVX
	} else if sign := strings.TrimRight(name, "0123456789"); l == r && outlet.CallSign(sign) && s.channelSign(i) {
		name = sign // KRVX8 is KRVX
	}
	if len(name) > longest || s.gazetteer.Other(name) || s.official(l, r) || s.nationals(l, r) || s.minister(l, i) {
		return head{}, false
	}
	if l == r && !s.station(i) {
		// One word alone: short for a longer name, or "the Herald".
		det := &s.tokens[h.l]
		if h.l == l || !det.is(cDet) || t.is(cPress) {
			return head{}, false
		}
		if s.isOwn(name) {
			h.own, h.name = true, s.a.Outlet
			return h, true
		}
		if h.source, ok = s.shapeEnding(name); ok {
			return h, true
		}
		if t.is(cCommonTitle) || !det.is(cThe) {
			return head{}, false
		}
	}
	h.own = s.isOwn(name)
	h.shaky = t.is(cCommonTitle) && !t.is(cFirstTitle) && !(r == l+1 && s.callSign(l)) && !(r == i+1 && s.sentHouse(i))
	h.source = s.remember(name)
	if s.callSign(l) && l == h.at && s.text(l, l) == name {
		h.source = s.rememberSort(name, outlet.SortBroadcaster)
	}
	return h, true
}

// disagrees reports whether the preposition before tokens l to r has an article of another gender than the name of an outlet that they
// look like, so that they are none: im | Ort Zeitung lesen.
func (s *reading) disagrees(l, r int) bool {
	if l == 0 || l == r || s.tokens[l].hard() != 0 {
		return false
	}
	return slices.Contains(s.x.heArticle, s.folded(l-1)) && slices.Contains(s.x.shePaper, s.folded(r))
}

// official reports whether tokens l to r, or the word behind them, say that they name where
// a state publishes its laws: Diario Oficial de la Federación, le Journal officiel.
func (s *reading) official(l, r int) bool {
	for k := l; k <= r+1 && k < len(s.tokens); k++ {
		if s.tokens[k].is(cOfficial) && (k <= r || s.tokens[k].hard() == 0) {
			return true
		}
	}
	return false
}

// shapeStop returns the last token of the name that begins with token l and of which
// token i is a title word, and reports whether it may be one.
func (s *reading) shapeStop(l, i int) (r int, ok bool) {
	r = i
	if s.tokens[i].is(cFirstTitle) {
		r = s.shapeEnd(i)
	}
	if s.callSign(i) && s.compounds(i+1) && s.onBand(i+1) {
		return i + 1, true
	}
	if r == i && l < i && (s.hyphened(i) || s.sentHouse(i)) {
		return i + 1, true
	}
	return r, (r > i || s.endsName(i)) && !(l == r && s.compounds(r+1))
}

// onBand reports whether token i says where on the dial an American station is: KRVX-FM.
func (s *reading) onBand(i int) bool {
	w := s.text(i, i)
	return w == "FM" || w == "AM" || w == "LP"
}

// minister reports whether the name that begins with token l and ends with FM, token i, may be that of a minister of
// foreign affairs or finance rather than a station, as nothing before it says: told Harland FM, but not: on Harbour FM, told
// Accra-based Harbour FM, the station Harbour FM.
func (s *reading) minister(l, i int) bool {
	if l == i || !s.onBand(i) || s.callSign(l) {
		return false
	}
	if l == 0 || s.tokens[l].gap&^gSpace != 0 {
		return true
	}
	return s.folded(l-1) != "on" && !s.tokens[l-1].is(cPress|cFill) && !(s.folded(l-1) == "based" && s.tokens[l-1].gap == gHyphen)
}

// sentHouse reports whether the name of a house goes on behind the title word at token i, which says that it
// sends, and ends there: the Marlow Broadcasting Network.
func (s *reading) sentHouse(i int) bool {
	if s.x.language != "en" || !s.tokens[i].is(cAir) && s.folded(i) != "broadcasting" || !s.follows(i+1) || s.tokens[i+1].gap != gSpace {
		return false
	}
	t := &s.tokens[i+1]
	if !t.capital || !t.is(cPress|cFill) || t.is(cTitle) || t.name >= 0 {
		return false
	}
	return i+2 == len(s.tokens) || s.tokens[i+2].hard() != 0 || !s.tokens[i+2].capital
}

// hyphened reports whether a hyphen joins the title word at token i to the last word
// of a name: Marlow Times-Delta.
func (s *reading) hyphened(i int) bool {
	return s.x.language == "en" && s.compounds(i+1) && (i+2 == len(s.tokens) || !s.tokens[i+2].capital || s.tokens[i+2].hard() != 0)
}

// acrossPlace returns the first token and the name, without the brackets, of an
// outlet of which tokens l to r end the name behind a place in brackets: Kingsville
// (Tex.) Record, which is the Kingsville Record; The (Glasgow) Herald.
func (s *reading) acrossPlace(l, r int) (at int, name string, ok bool) {
	from, spelled := s.bracketBefore(l)
	switch {
	case s.x.language != "en" || from < 1:
		return 0, "", false
	case s.tokens[from-1].is(cThe) && !spelled:
		return l, "The " + s.text(l, r), true
	case s.tokens[from-1].is(cThe):
		return from, "The " + s.text(from, from) + " " + s.text(l, r), true
	}
	at = from
	for at > 0 && from-at < mostShape && s.tokens[at-1].capitalWord() && !s.tokens[at-1].is(cDay|cMonth|cPrep|cBound|cDet) {
		at--
		if s.tokens[at].hard() != 0 {
			break
		}
	}
	if at == from {
		return 0, "", false
	}
	return at, s.text(at, from-1) + " " + s.text(l, r), true
}

// bracketBefore returns the first of the capitalised words in the brackets that close
// before token l, or 0, and reports whether the first is none of several initials: not
// [U.K.] Guardian.
func (s *reading) bracketBefore(l int) (from int, spelled bool) {
	const most = 3 // words of the place
	if s.tokens[l].gap&gClose == 0 {
		return 0, false
	}
	spelled = true
	for from = l - 1; from > 0 && from >= l-most && s.tokens[from].capitalWord(); from-- {
		gap := s.tokens[from].gap
		if gap&gOpen != 0 {
			return from, spelled
		}
		if gap&gClose != 0 {
			break
		}
		spelled = spelled && gap&gDot == 0
	}
	return 0, false
}

// compounds reports whether token i is the second part of a word that a hyphen makes
// of two nouns: die Online-Ausgabe.
func (s *reading) compounds(i int) bool {
	return i < len(s.tokens) && s.tokens[i].gap == gHyphen && s.tokens[i].capital
}

// mostShape is how many words a name found by its shape takes in on either
// side of its title word.
const mostShape = 5

// shapeStart returns the first word of the name that ends with token i:
// capitalised words, and small ones only between them. It reports false where
// the name goes on from a known one, so that it means something else. A call sign is a name by itself: Ada
// Lorne of KRVX.
func (s *reading) shapeStart(i int) (int, bool) {
	if s.callSign(i) || s.channelSign(i) {
		return i, true
	}
	l := i
	for n := 0; l > 0 && n < mostShape && s.tokens[l].gap&(gHard|gQuote|gSlash) == 0; n++ {
		p := &s.tokens[l-1]
		switch {
		case p.name >= 0:
			return 0, false
		case p.capital && (!p.is(cDet|cPrep|cBound|cDay|cMonth|cAux|cAdv|cDemonym) || l > 1 && !p.is(cDet|cBound)):
			l--
		case l > 1 && !s.x.nouns && s.connects(p) && s.tokens[l-2].capitalWord() && !s.tokens[l-2].is(cDet):
			l -= 2
		default:
			return l, true
		}
	}
	return l, true
}

// connects reports whether p is a small word that may stand within a name, as
// de does; an English "the" does not.
func (s *reading) connects(p *token) bool {
	return p.is(cConnect) && p.hard() == 0 && !(p.is(cThe) && s.x.language == "en")
}

// shapeEnd returns the last word of the name that begins with token i: a name
// that begins with a title word goes on (Diario de Cuyo).
func (s *reading) shapeEnd(i int) int {
	r := i
	for n := 0; r+1 < len(s.tokens) && n < mostShape; n++ {
		t := &s.tokens[r+1]
		switch {
		case t.gap&(gHard|gQuote|gSlash) != 0, t.name >= 0:
			return r
		case t.capital && !t.is(cDay|cMonth):
			r++
		case s.linked(r+1) > 0:
			r += s.linked(r + 1)
		default:
			return r
		}
	}
	return r
}

// endsName reports whether a name may end with token i, its title word: not
// Times Square, not Journal of Medicine.
func (s *reading) endsName(i int) bool {
	if !s.tokens[i].is(cTitle) && !s.station(i) {
		return false
	}
	if i+1 == len(s.tokens) {
		return true
	}
	t := &s.tokens[i+1]
	switch {
	case t.name >= 0 && t.gap&gQuote != 0 && s.tokens[i].is(cPress):
		return false // die Westschweizer Zeitung «Le Temps»
	case t.gap&(gHard|gQuote|gSlash|gApos) != 0:
		return true
	case t.capital && !t.is(cDay|cMonth|cRole|cStaff|cDoc):
		return false
	}
	return !t.is(cConnect) || t.is(cAnd)
}

// shapeEnding returns the outlet found by its shape before that name ends.
func (s *reading) shapeEnding(name string) (source, bool) {
	for _, k := range s.shapes {
		if rest, ok := strings.CutSuffix(k.name, name); ok && (rest == "" || strings.HasSuffix(rest, " ")) {
			return k, true
		}
	}
	return source{}, false
}

// again returns the outlet found by its shape before that token i names once
// more, in full or by the last word of its name after "the".
func (s *reading) again(i int) (head, bool) {
	rest := s.a.Text[s.tokens[i].start:s.tokens[len(s.tokens)-1].end]
	for _, k := range s.shapes {
		if strings.HasPrefix(rest, k.name) {
			end := s.tokens[i].start + len(k.name)
			r := i
			for r < len(s.tokens) && s.tokens[r].end < end {
				r++
			}
			if r < len(s.tokens) && s.tokens[r].end == end {
				return head{source: k, at: i, r: r, l: s.phraseStart(i), own: s.isOwn(k.name)}, true
			}
		}
		last := k.name[strings.LastIndexByte(k.name, ' ')+1:]
		if len(last) < len(k.name) && s.text(i, i) == last && i > 0 && s.tokens[i-1].lex.class&cThe != 0 && s.tokens[i].gap&gHard == 0 {
			if i+1 < len(s.tokens) && s.tokens[i+1].capital && s.tokens[i+1].gap&(gHard|gApos) == 0 || s.goesOnFor(i+1) {
				continue
			}
			return head{source: k, at: i, r: i, l: s.phraseStart(i), own: s.isOwn(k.name)}, true
		}
	}
	return head{}, false
}

// goesOnFor reports whether a name goes on with the small word at token i: the Institute for Science,
// which is not the Harland Institute named before.
func (s *reading) goesOnFor(i int) bool {
	if s.x.language != "en" || !s.follows(i+1) || s.tokens[i].hard() != 0 || !s.tokens[i+1].capitalWord() {
		return false
	}
	w := s.folded(i)
	return (w == "for" || w == "of" || w == "on") && !s.tokens[i+1].is(cDay|cMonth)
}

// apposition returns the unknown outlet that the press word at token i
// explains: "Perimeter Notes, a security blog", "the blog Perimeter Notes".
func (s *reading) apposition(i int) (head, bool) {
	t := &s.tokens[i]
	if t.capital && !s.x.nouns && !(s.x.bare && i == 0) {
		return head{}, false
	}
	if h, ok := s.podcastBefore(i); ok {
		return h, true
	}
	det := s.pressDeterminer(i)
	if h, ok := s.theAfterPress(det, i); ok {
		return h, true
	}
	if h, ok := s.hostAfterPress(det, i); ok {
		return h, true
	}
	det, ok := s.pressPhrase(det, i)
	if !ok {
		return head{}, false
	}
	if s.x.headfirst && det == i-1 && s.tokens[det].is(cOwn) {
		return head{}, false // le dijo a este diario Ada Lorne
	}
	if h, ok := s.nameAfterPress(det, i); ok {
		return h, true
	}
	// Perimeter Notes, a security blog
	if s.owner(i) < i {
		det = s.wholeNameStart(det)
	}
	if det == 0 || !s.explains(i) || !s.prefixing(i) || s.tokens[det].hard() != gComma || s.tokens[det].is(cThe) && !s.byPerson(i) {
		return head{}, false
	}
	l := s.nameBefore(det)
	if l == det {
		return head{}, false
	}
	return s.explained(s.phraseStart(l), l, det-1, i), true
}

// wholeNameStart returns the first token of the name of somebody that goes on with token i: Ada Lorne's
// newsletter.
func (s *reading) wholeNameStart(i int) int {
	const most = 3 // words before it
	l := i
	for l > 1 && i-l < most && s.tokens[l].hard() == 0 && s.tokens[l-1].capitalWord() {
		l--
	}
	return l
}

// byPerson reports whether the word at token i for what appears on the web goes on with who makes it: the
// newsletter of Ada Lorne.
func (s *reading) byPerson(i int) bool {
	if s.x.language != "en" || s.tokens[i].lex.sort != outlet.SortDigital || !s.follows(i+2) {
		return false
	}
	w := s.folded(i + 1)
	return (w == "of" || w == "by" || w == "from") && s.tokens[i+2].capitalWord() && s.tokens[i+2].name < 0
}

// pressPhrase returns the first token of the noun phrase of the press word at token i,
// det of its determiner, and reports whether it is one that names an outlet: of a known
// sort, with a determiner or whose it is, or without where the language wants none.
func (s *reading) pressPhrase(det, i int) (int, bool) {
	owner := s.owner(i)
	switch {
	case s.tokens[i].lex.sort == "" && !s.pressAny(det, i):
		return 0, false
	case owner < i:
		return owner, true
	case s.tokens[det].is(cDet):
		return det, true
	}
	if (s.x.headfirst || s.namedPress(i)) && i > 0 && s.tokens[i-1].is(cContracted) && s.tokens[i].hard() == 0 {
		return i, true // émane du quotidien genevois Le Courrier
	}
	return s.described(i), s.bareBefore(i)
}

// pressAny reports whether the word at token i for an outlet of any sort says so by what stands between
// it and its determiner det: a liberal online publication, a local news outlet.
func (s *reading) pressAny(det, i int) bool {
	if s.x.language != "en" || !s.tokens[det].is(cDet) {
		return false
	}
	for k := det + 1; k < i; k++ {
		switch s.folded(k) {
		case "online", "news", "digital", "internet", "weekly", "daily":
			return true
		}
	}
	return false
}

// namedPress reports whether in German a name follows the press word at token i for sure, in
// quotation marks or with another such word: im Podcast „Alpenwelle“, im Sender Radio Tal.
func (s *reading) namedPress(i int) bool {
	if !s.x.nouns || !s.follows(i+1) {
		return false
	}
	t := &s.tokens[i+1]
	return t.capitalWord() && (t.gap&gQuote != 0 || t.is(cPress|cFill|cTitle))
}

// bareBefore reports whether the press word at token i stands directly before a name, as
// it may in languages that want no determiner there: magazyn „Niebo”, vakblad Het Wiel.
func (s *reading) bareBefore(i int) bool {
	return s.x.bare && i+1 < len(s.tokens) && s.tokens[i+1].capital && s.tokens[i+1].hard() == 0
}

// described returns the first of the adjectives before the press word at token i, or i:
// regionale krant.
func (s *reading) described(i int) int {
	for i > 0 && s.tokens[i].hard() == 0 && !s.tokens[i-1].capital && s.tokens[i-1].is(cAdj) {
		i--
	}
	return i
}

// owner returns the first token of the name in the genitive before the press word
// at token i, or i: Montelusa's daily Il Faro.
func (s *reading) owner(i int) int {
	if i > 0 && s.tokens[i-1].is(cPossessive) && s.tokens[i].hard() == 0 {
		return s.ownerStart(i)
	}
	return i
}

// nameBefore returns the first token of the capitalised name that ends before
// token i, or i if there is none. The first word of a sentence is in no name, unless
// nobody knows it and but one word would be left.
func (s *reading) nameBefore(i int) int {
	l := i
	for l > 1 && i-l < mostShape {
		p := &s.tokens[l-1]
		if !p.capitalWord() || l < i && s.tokens[l].hard() != 0 || p.is(cDay|cMonth) {
			break
		}
		l--
	}
	if first := &s.tokens[0]; l == 1 && i == 2 && first.capitalWord() && first.lex.class == 0 && first.lex.id == 0 && s.tokens[1].hard() == 0 {
		return 0
	}
	return l
}

// pressDeterminer returns the determiner of the press word at token i, or the
// first token that may belong to its noun phrase.
func (s *reading) pressDeterminer(i int) int {
	det := i
	for n := 0; det > 0 && n < mostShape; n++ {
		p := &s.tokens[det-1]
		if p.name >= 0 || s.tokens[det].hard() != 0 || p.is(cPrep|cBound|cAux) && !p.is(cDet) || p.tells() {
			break
		}
		det--
		if p.is(cDet) {
			break
		}
	}
	return det
}

// tells reports whether t is a word of cues and of no noun phrase: told.
func (t *token) tells() bool {
	return t.lex.id != 0 && !t.capital && !t.is(cNounPhrase|cPossessive|cDoc|cAdv|cConnect)
}

// nameAfterPress returns the outlet named behind the press word at token i,
// whose determiner is token det.
func (s *reading) nameAfterPress(det, i int) (head, bool) {
	// the blog Perimeter Notes; el periódico local El Eco
	if l, r, ok := s.namedAfter(det, i); ok {
		return s.explained(det, l, r, i), true
	}
	// a local paper, The Marlow Bay Packet
	l, r, ok := s.properName(s.pastArticle(i+1), mostShape)
	if ok && r+1 < len(s.tokens) && s.tokens[r+1].number && s.tokens[r+1].gap == gSpace {
		r++ // WISN 12
	}
	switch {
	case !ok, s.tokens[i+1].hard() != gComma, s.tokens[det].is(cThe), r+1 < len(s.tokens) && s.tokens[r+1].hard() == 0:
		return head{}, false
	}
	if s.tokens[l].is(cThe) && l < r {
		l++
	} else if l == r && s.x.language == "en" && s.tokens[i].lex.sort == outlet.SortBroadcaster && !s.callSign(l) {
		return head{}, false // on an open channel, Hey, he is back
	}
	if s.x.language == "en" && s.tokens[l].gap&gQuote != 0 && s.unquoted(r) != r {
		return head{}, false // its podcast, “So, What Now”
	}
	return s.explained(det, l, r, i), true
}

// pastArticle returns the token behind the small English article at token i, or i: her local paper, the Marlow Packet.
func (s *reading) pastArticle(i int) int {
	if s.x.language == "en" && s.follows(i+1) && s.tokens[i].is(cThe) && !s.tokens[i].capital {
		return i + 1
	}
	return i
}

// namedAfter returns the first and the last token of the name directly behind the press word
// at token i, perhaps with adjectives between, and reports whether it is an outlet's.
func (s *reading) namedAfter(det, i int) (l, r int, ok bool) {
	n := i + 1
	if s.x.headfirst {
		n = s.genreEnd(s.adjectivesEnd(n, cAdj|cDemonym))
	}
	if r = s.quotedEnd(n); r > n {
		return n, r, !s.ofStation(r + 1)
	}
	l, r, ok = s.properName(n, mostAfterPress+1)
	if ok && s.x.language == "en" && s.tokens[l].gap&gQuote != 0 {
		if r = s.unquoted(r); r < l {
			return 0, 0, false // his podcast “So, What Now”
		}
	}
	if ok {
		r = s.numberEnd(r)
	}
	most := mostShape - 1
	if ok && (n > i+1 || s.tokens[l].is(cThe)) {
		most = mostAfterPress // it is a name for sure
	}
	if !ok || r-l >= most || !s.follows(n) {
		return 0, 0, false
	}
	return l, r, s.prefixing(i) && !s.describes(i, r) && s.namesOutlet(det, l, r)
}

// ofStation reports whether a station follows, behind a preposition at token i, whose programme
// the name before it is: le magazine « Grand Large » de France 2.
func (s *reading) ofStation(i int) bool {
	if !s.x.headfirst || i+1 >= len(s.tokens) || !s.tokens[i].is(cMember) || s.tokens[i].hard() != 0 || s.tokens[i+1].hard() != 0 {
		return false
	}
	if s.tokens[i+1].is(cThe) && i+2 < len(s.tokens) {
		i++
	}
	m := s.tokens[i+1].name
	return m >= 0 && s.mentions[m].Outlet != nil && s.mentions[m].Outlet.Sort == outlet.SortBroadcaster
}

// quotedEnd returns the last token of the name in quotation marks that begins with the
// capitalised token i, or i if there is none or it is a single word: «Речной вестник».
func (s *reading) quotedEnd(i int) int {
	if s.x.language == "en" || !s.follows(i) || !s.tokens[i].capitalWord() || s.tokens[i].gap&gQuote == 0 {
		return i
	}
	for k := i + 1; k < min(len(s.tokens), i+mostAfterPress); k++ {
		t := &s.tokens[k]
		switch {
		case t.gap&gQuote != 0:
			return k - 1
		case t.hard() != 0, t.name >= 0:
			return i
		}
	}
	return i
}

// unquoted returns the last token of the name in quotation marks of which token i is part, up
// to the mark that closes it, or -1 if there is none near: “Here's the Thing”.
func (s *reading) unquoted(i int) int {
	for k := i + 1; k <= min(len(s.tokens)-1, i+mostAfterPress); k++ {
		switch t := &s.tokens[k]; {
		case t.gap&gQuote != 0:
			return k - 1
		case t.hard() != 0, t.name >= 0:
			return -1
		}
	}
	if i+mostAfterPress < len(s.tokens) {
		return -1
	}
	return len(s.tokens) - 1
}

// mostAfterPress is how many words the name of an outlet behind a word for one has at most.
const mostAfterPress = 6

// namesOutlet reports whether tokens l to r, behind a word for an outlet whose noun phrase
// begins at token det, are its name by their look: those of ha detto al quotidiano Ada
// Lorne are none, nor are the next words for it, sur le site Internet.
func (s *reading) namesOutlet(det, l, r int) bool {
	if l == r && s.tokens[l].is(cPress|cFill) {
		return false
	}
	if s.tokens[det].is(cDet) || !s.x.headfirst || s.tokens[l].is(cThe) || s.tokens[l].gap&gQuote != 0 {
		return true
	}
	for k := l; k <= r; k++ {
		if s.tokens[k].is(cTitle | cFirstTitle | cPress) {
			return true
		}
	}
	// portalu TAL24; nobody is called so
	return l == r && strings.ContainsAny(s.text(l, l)[1:], "0123456789")
}

// describes reports whether the press word at token i is an adjective, as weekly and
// daily are, of a noun behind the name that ends with token r: the weekly GOP address.
func (s *reading) describes(i, r int) bool {
	if !s.tokens[i].is(cAdj) || r+1 >= len(s.tokens) {
		return false
	}
	t := &s.tokens[r+1]
	_, verb := s.ahead(r+1, uVerb|uSay)
	return t.hard() == 0 && t.gap&gApos == 0 && verb == 0 && !t.capital && !t.is(cPrep|cBound|cAux|cAdv|cRelative|cDay)
}

// theAfterPress returns the outlet whose name begins with "The" directly behind the
// press word at token i, of any sort and with or without a determiner: by tech
// publication The Marlow Packet.
func (s *reading) theAfterPress(det, i int) (head, bool) {
	if i+2 >= len(s.tokens) || !s.tokens[i+1].capital || !s.tokens[i+1].is(cThe) || s.tokens[i+1].gap&^gSpace != 0 {
		return head{}, false
	}
	l, r, ok := s.properName(i+1, mostStranger+1)
	if !ok || r == l {
		return head{}, false
	}
	return s.explained(det, l, r, i), true
}

// explained returns the outlet of the name at to r, in the noun phrase that
// begins at token l, which the press word at token i explains.
func (s *reading) explained(l, at, r, i int) head {
	h := head{l: l, at: at, r: r}
	if r == at+1 && s.callSign(at) {
		r = at // WISN 12 is WISN
	}
	h.source = s.rememberSort(s.text(at, r), s.tokens[i].lex.sort)
	h.own = s.isOwn(h.name)
	return h
}

// explains reports whether the noun phrase of the press word at token i ends
// with it: a newspaper, not a newspaper editor.
func (s *reading) explains(i int) bool {
	if i+1 == len(s.tokens) || s.tokens[i+1].gap&gHard != 0 {
		return true
	}
	return s.tokens[i+1].lex.class&(cPrep|cBound|cRelative|cAdv|cAux) != 0 || s.x.language == "en" && s.made(i+1)
}

// prefixing reports whether the press word at token i stands before names as
// no other noun does: "agency" and "station" are also offices and railways.
func (s *reading) prefixing(i int) bool {
	if s.tokens[i].lex.sort != outlet.SortAgency || s.tokens[i].lex.news {
		return true
	}
	if s.x.headfirst && s.genreEnd(i+1) > i+1 {
		return true // la agencia de noticias Marea
	}
	return i > 0 && s.tokens[i-1].lex.class&cFill != 0 && s.tokens[i-1].lex.class&cPress == 0
}
