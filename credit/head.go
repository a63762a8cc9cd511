package credit

import (
	"slices"
	"strings"

	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// findHeads fills s.heads with the outlets of the sentence, in order.
func (s *reading) findHeads() {
	s.heads = s.heads[:0]
	s.dropNetworks()
	s.dropSenders()
	for i := 0; i < len(s.tokens); i++ {
		if t := &s.tokens[i]; t.name >= 0 && !s.unshared(t) {
			if !s.spent[t.name] {
				h := s.mentioned(i)
				if s.ofState(h.r) {
					continue
				}
				s.heads = append(s.heads, h)
				i = h.r
			}
			continue
		}
		if h, ok := s.headAt(i); ok && !s.ofState(h.r) {
			s.heads = append(s.heads, h)
			i = max(i, h.r)
		}
	}
	for i := range s.heads {
		s.heads[i].l = s.describedPaper(&s.heads[i])
		s.heads[i].l = s.basedStart(s.heads[i].l)
	}
	// A name found by its apposition may come after one found further right.
	slices.SortStableFunc(s.heads, func(a, b head) int { return a.at - b.at })
}

// describedPaper returns the first token of the noun phrase before h that says which of somebody's papers it is, or
// h.l: told his local paper, the Marlow Packet, that; told her hometown paper the Marlow Packet that.
func (s *reading) describedPaper(h *head) int {
	k := s.pressBefore(h)
	if k < 1 || h.ref {
		return h.l
	}
	det := s.pressDeterminer(k)
	if det == k {
		return h.l
	}
	switch s.tokens[k+1].hard() {
	case 0:
		if s.theirs(det) { // not: told the paper the Packet had lied
			return det
		}
	case gComma:
		if s.tokens[det].is(cDet) && (h.r+1 == len(s.tokens) || s.tokens[h.r+1].hard() != 0) {
			return det
		}
	}
	return h.l
}

// basedStart returns the first token of what says, before the noun phrase that begins with token l, where the outlet
// is at home, or l: told Lagos-based Harbour FM, told the New York-based Herald.
func (s *reading) basedStart(l int) int {
	const most = 3 // words of a place
	at := l
	if at > 0 && s.folded(at) != "based" && s.folded(at-1) == "based" && s.tokens[at].gap == gSpace {
		at--
	}
	if s.x.language != "en" || s.folded(at) != "based" || s.tokens[at].gap != gHyphen {
		return l
	}
	k := at
	for k > 0 && at-k < most && s.partOfPlace(k, at) {
		k--
	}
	if k == at {
		return l
	}
	if k > 0 && s.tokens[k-1].is(cDet) && s.tokens[k].gap == gSpace {
		k--
	}
	return k
}

// partOfPlace reports whether the word before token k may be one of the place's name that a hyphen joins to token at.
func (s *reading) partOfPlace(k, at int) bool {
	p := &s.tokens[k-1]
	return p.capitalWord() && p.name < 0 && (k == at || s.tokens[k].gap == gSpace)
}

// pressBefore returns the word for an outlet, in an English text, before the name of h, or -1.
func (s *reading) pressBefore(h *head) int {
	k := h.l - 1
	if s.tokens[h.l].is(cPress) && h.l < h.at {
		k = h.l // behind a word that nobody knows: her hometown paper the Packet
	}
	if s.x.language != "en" || k < 0 || s.tokens[k].capital || !s.tokens[k].is(cPress) {
		return -1
	}
	return k
}

// ofState reports whether the name that ends with token i is that of a site of the state, which is
// no outlet: HealthCare.gov; or of somebody with an office: the County Examiner's Office.
func (s *reading) ofState(i int) bool {
	if i+1 < len(s.tokens) && s.tokens[i+1].gap == gDot && s.folded(i+1) == "gov" {
		return true
	}
	return s.x.language == "en" && s.owns(i) && i+2 < len(s.tokens) && s.tokens[i+2].capital && s.tokens[i+2].hard() == 0 && s.folded(i+2) == "office"
}

// unshared makes a plain word of t, a name of one word that English papers share and that
// means none of them, in the text of another language, and reports whether it did: the
// Post of a German text is what brings letters.
func (s *reading) unshared(t *token) bool {
	m := &s.mentions[t.name]
	if !s.x.inverted || m.Outlet != nil || strings.ContainsRune(s.a.Text[t.start:t.end], ' ') {
		return false
	}
	word := s.x.lookup(s.a.Text[t.start:t.end])
	if word.class&(cTitle|cFirstTitle) == 0 {
		return false
	}
	t.name, t.lex = -1, word
	return true
}

// headAt returns the outlet that the word at token i, no mention, names, is part
// of or refers to.
func (s *reading) headAt(i int) (head, bool) {
	t := &s.tokens[i]
	if t.capital {
		if h, ok := s.acrossTown(i); ok {
			return h, true
		}
	}
	if s.contracted(i) {
		if h, ok := s.articled(i); ok {
			return h, true
		}
	}
	if t.capital && len(s.shapes) > 0 {
		if h, ok := s.again(i); ok {
			return h, true
		}
	}
	if h, ok := s.told(i); ok {
		return h, true
	}
	switch {
	case t.capital && t.is(cNetwork):
		return s.channel(i)
	case t.capital && t.is(cThe):
		if h, ok := s.quotedShow(i); ok {
			return h, true
		}
		return s.stranger(i)
	case t.capital && (t.is(cTitle|cFirstTitle) || s.station(i)):
		if h, ok := s.shape(i); ok || !t.is(cPress) {
			return h, ok
		}
		fallthrough
	case t.is(cPress):
		if h, ok := s.agencyBefore(i); ok {
			return h, true
		}
		if h, ok := s.apposition(i); ok {
			return h, true
		}
		return s.reference(i)
	}
	return head{}, false
}

// told returns the outlet that token i names by what stands around it: behind the words
// of another's text, beside a word for what stations send, before the end of a host.
func (s *reading) told(i int) (head, bool) {
	t := &s.tokens[i]
	if t.capital {
		if h, ok := s.origin(i); ok {
			return h, true
		}
		if h, ok := s.issued(i); ok {
			return h, true
		}
	}
	if t.is(cAir) {
		if h, ok := s.broadcast(i); ok {
			return h, true
		}
		if h, ok := s.radioShow(i); ok {
			return h, true
		}
	}
	if s.hosted(i) {
		return s.site(i)
	}
	if t.number {
		return s.numberedNews(i)
	}
	return head{}, false
}

// affiliated is what stands before the name of a station: NBC affiliate KGW.
var affiliated = lexeme{class: cAdj}

// dropNetworks makes plain words of the networks of the sentence that only say
// to which a local station belongs: the local NBC affiliate, CNN affiliate KGW.
func (s *reading) dropNetworks() {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.name < 0 {
			continue
		}
		if o := s.mentions[t.name].Outlet; o == nil || o.Sort != outlet.SortBroadcaster {
			continue
		}
		if i+1 < len(s.tokens) && s.tokens[i+1].number && s.tokens[i+1].hard() == 0 {
			continue // local affiliate ABC 7
		}
		local := i > 0 && t.hard() == 0 && s.tokens[i-1].is(cAffiliate)
		for k := i + 1; k < min(len(s.tokens), i+3) && s.tokens[k].hard() == 0; k++ {
			if s.tokens[k].is(cAffiliate) {
				local, s.tokens[k].lex = true, &affiliated
			}
			if !s.tokens[k].is(cFill) {
				break
			}
		}
		if local {
			t.name, t.lex, t.capital = -1, &affiliated, false
		}
	}
}

// dropSenders makes plain words of the platforms of the sentence that only say how something is sent that
// has a name: her Substack newsletter Low Tide; Low Tide, a Substack newsletter.
func (s *reading) dropSenders() {
	if s.x.language != "en" {
		return
	}
	for i := range s.tokens {
		if !s.sends(i) {
			continue
		}
		t := &s.tokens[i]
		t.lex, t.capital = &affiliated, false
		if strings.EqualFold(s.text(i, i)[:len("the ")], "the ") {
			t.lex = s.x.lookup("the")
		}
		t.name = -1
	}
}

// sends reports whether token i is a platform that stands before a word for what has a name, behind it or
// before a comma.
func (s *reading) sends(i int) bool {
	t := &s.tokens[i]
	if t.name < 0 || !s.follows(i+1) || s.tokens[i+1].capital || s.tokens[i+1].lex.sort != outlet.SortDigital {
		return false
	}
	if o := s.mentions[t.name].Outlet; o == nil || o.Kind != outlet.Platform || t.end-t.start < len("the ") {
		return false
	}
	if s.follows(i+2) && s.tokens[i+2].capitalWord() {
		return true
	}
	return i > 1 && t.hard() == 0 && s.tokens[i-1].is(cDet) && s.tokens[i-1].hard() == gComma && s.tokens[i-2].capitalWord()
}

// mentioned returns the head of the mention that is token i.
func (s *reading) mentioned(i int) head {
	m := &s.mentions[s.tokens[i].name]
	h := head{at: i, r: i, l: s.phraseStart(i)}
	if m.Outlet == nil {
		h.name = strings.Clone(trimThe(s.a.Text[m.Start:m.End]))
		h.own = s.isOwn(h.name)
		return h
	}
	if r := s.goesOnAbroad(i); r > i {
		h.r, h.source = r, s.remember(s.text(i, r))
		h.own = s.isOwn(h.name)
		return h
	}
	h.source = sourceOf(m.Outlet)
	h.own = s.isHome(m.Outlet) || s.ownForm(m) || s.desk(m.Outlet)
	h.platform = m.Outlet.Kind == outlet.Platform
	// "the Associated Press (AP)": the abbreviation says nothing new.
	if i+1 < len(s.tokens) && s.tokens[i+1].name >= 0 && s.tokens[i+1].gap&gOpen != 0 {
		if n := s.mentions[s.tokens[i+1].name]; n.Outlet == m.Outlet {
			s.spent[s.tokens[i+1].name] = true
			h.r = i + 1
		}
	}
	s.takeIn(&h, i)
	return h
}

// goesOnAbroad returns the last token of the name that the outlet at token i only begins, or i: in an
// English text El Mundo de Córdoba is another paper than El Mundo, for de is no word of the text.
func (s *reading) goesOnAbroad(i int) int {
	if s.x.language != "en" || !s.follows(i+1) || s.tokens[i+1].capital || s.tokens[i+1].gap != gSpace {
		return i
	}
	if !s.tokens[i+1].is(cConnect) || s.tokens[i+1].is(cAnd|cThe|cPrep|cDet) {
		return i
	}
	r := i
	for n := s.linked(r + 1); n > 0; n = s.linked(r + 1) {
		r += n
	}
	return r
}

// numberedNews returns the local station that a number at token i and the words up to News behind it
// name: 41 Action News. It counts only beside a strong cue.
func (s *reading) numberedNews(i int) (head, bool) {
	const digits, most = 2, 3
	if s.x.language != "en" || s.tokens[i].end-s.tokens[i].start > digits || s.tokens[i].gap&^(gSpace|gHard) != 0 {
		return head{}, false
	}
	r := i + 1
	for r < i+most && s.follows(r) && s.tokens[r].gap == gSpace && s.tokens[r].capitalWord() && s.folded(r) != "news" {
		r++
	}
	if !s.follows(r) || s.tokens[r].gap != gSpace || !s.tokens[r].capitalWord() || s.folded(r) != "news" {
		return head{}, false
	}
	if s.follows(r+1) && s.tokens[r+1].capital {
		return head{}, false
	}
	h := head{l: s.phraseStart(i), at: i, r: r, shaky: true}
	h.source = s.rememberShape(s.text(i, r), outlet.SortBroadcaster)
	h.own = s.isOwn(h.name)
	return h, true
}

// ownForm reports whether mention m is how the article's own outlet calls itself, though the form means another one
// elsewhere: a Folha in a piece of Folha de Londrina, which is known for its article alone. The whole name of another
// one is none: CNN in a piece of CNN Norte.
func (s *reading) ownForm(m *outlet.Mention) bool {
	if !s.isOwn(m.Form) {
		return false
	}
	return s.home == nil || s.home.Domain() == "" && m.Outlet != nil && word.FoldName(m.Form) != word.FoldName(m.Outlet.Name)
}

// desk reports whether the article's own outlet is a service of the agency o: AFP Factuel.
func (s *reading) desk(o *outlet.Outlet) bool {
	return s.home != nil && s.home.Kind == outlet.Agency && s.home.Owner == o.Name
}

// reference returns the outlet named before to which the press word at token i
// refers: "the newspaper", "the cited outlet", "the British paper".
func (s *reading) reference(i int) (head, bool) {
	t := &s.tokens[i]
	if t.capital && !s.x.nouns && i > 0 || s.goesWithName(i) {
		return head{}, false
	}
	l := s.phraseStart(i)
	d, ok := s.definite(l, i)
	if !ok {
		return head{}, false
	}
	h := head{l: l, at: i, r: s.madeByEnd(max(i, s.genreEnd(i+1)-1)), ref: true}
	if d&cOwn != 0 && len(s.own) > 0 {
		// "this newspaper" is the one that speaks.
		h.own, h.name = true, s.a.Outlet
		return h, true
	}
	country := ""
	for k := l; k < i; k++ {
		if c := s.tokens[k].lex.country; c != "" {
			country = c
		}
	}
	if h.source, ok = s.lastCredited(t.lex.sort, country); !ok || s.ofOthers(i) {
		return head{}, false
	}
	if o := s.namedSince(l, t.lex.sort, h.source.outlet); o != nil && country == "" {
		h.source = sourceOf(o)
	}
	return h, true
}

// ofOthers reports whether the press word at token i is of something that the text goes on to name
// and that nobody credited: the website for Operation Dune, the website of a union.
func (s *reading) ofOthers(i int) bool {
	if s.x.language != "en" || s.tokens[i].lex.sort != outlet.SortDigital || !s.follows(i+2) || !s.tokens[i+1].is(cMember) || s.tokens[i+1].hard() != 0 {
		return false
	}
	k := i + 2
	if s.tokens[k].is(cThe) && s.follows(k+1) {
		k++
	}
	w, t := s.folded(i+1), &s.tokens[k]
	return (w == "for" || w == "of") && t.name < 0 && !t.number && !t.is(cDay|cMonth)
}

// namedSince returns the outlet of the sort is that the text named last, shortly before token l, if
// that is another one than credited, which was credited before: the paper of a sentence that follows
// one on The Herald is that.
func (s *reading) namedSince(l int, is outlet.Sort, credited *outlet.Outlet) *outlet.Outlet {
	const reach = 300 // bytes
	if s.x.language != "en" || is == "" || credited == nil {
		return nil
	}
	at := s.tokens[l].start
	k, _ := slices.BinarySearchFunc(s.mentions, at, func(m outlet.Mention, at int) int { return m.Start - at })
	for k--; k >= 0 && s.mentions[k].Start >= at-reach; k-- {
		m := &s.mentions[k]
		if after := s.a.Text[m.End:]; m.End > at || m.Outlet == nil || strings.HasPrefix(after, "'") || strings.HasPrefix(after, "’") {
			continue // somebody of it is named: The Herald's chief
		} else if s.affiliates(after) {
			continue // only its affiliate is: the NBC affiliate
		}
		switch {
		case m.Outlet == credited:
			return nil
		case m.Outlet.Sort == is && m.Outlet != s.home && !m.Compound:
			return m.Outlet
		}
	}
	return nil
}

// affiliates reports whether after, behind the name of a network, makes it that of a station
// which belongs to it: affiliate, -affiliated.
func (s *reading) affiliates(after string) bool {
	if after == "" || after[0] != ' ' && after[0] != '-' {
		return false
	}
	w := after[1:word.End(after, 1)]
	return s.x.lookup(w).class&cAffiliate != 0 && !word.Capital(w) || w == "affiliated" || w == "station"
}

// madeByEnd returns the last token of the words behind the press word at token i that say who
// makes the outlet, or i if there are none: il giornale diretto da Ada Lorne.
func (s *reading) madeByEnd(i int) int {
	const most = 3 // words of the name
	if !s.x.headfirst || !s.follows(i+3) || !s.follows(i+2) || !s.tokens[i+2].is(cPrep) || s.tokens[i+1].hard() != 0 {
		return i
	}
	if _, n := s.ahead(i+1, uVerb|uSay); n > 0 || s.tokens[i+1].capital || s.tokens[i+1].is(cPrep|cBound|cAux|cRelative) {
		return i
	}
	end := i + 2
	for end < i+2+most && s.follows(end+1) && s.tokens[end+1].capitalWord() {
		end++
	}
	if end == i+2 {
		return i
	}
	return end
}

// goesWithName reports whether a name follows the press word at token i, or
// another press word: the newspaper El País; news agency, of which the last
// word counts.
func (s *reading) goesWithName(i int) bool {
	if i+1 == len(s.tokens) {
		return false
	}
	n := &s.tokens[i+1]
	if s.x.headfirst && s.describedName(i+1) {
		return true
	}
	if s.x.nouns && n.hard() == 0 && n.is(cMember) && i+2 < len(s.tokens) && s.tokens[i+2].name >= 0 {
		return true // die Website des Spiegel
	}
	if n.hard() == 0 {
		return n.name >= 0 || n.capital && !s.x.nouns || n.is(cPress)
	}
	return n.name >= 0 && n.hard()&^gOpen == 0
}

// describedName reports whether a name comes behind the adjectives from token i on, or whose
// it is does: le journal italien La Stampa, le site internet du Parisien.
func (s *reading) describedName(i int) bool {
	k := s.genreEnd(s.adjectivesEnd(i, cAdj|cDemonym|cFill))
	if !s.follows(k) {
		return false
	}
	if t := &s.tokens[k]; !t.is(cMember) || t.capital {
		return k > i && (t.name >= 0 || t.capital)
	}
	if k++; s.follows(k) && s.tokens[k].is(cThe) {
		k++
	}
	return s.follows(k) && s.tokens[k].name >= 0
}

// adjectivesEnd returns the token behind those from token i on, two at most, that are small
// words of the classes of c.
func (s *reading) adjectivesEnd(i int, c class) int {
	k := i
	for k < i+2 && s.follows(k) && !s.tokens[k].capital && s.tokens[k].is(c) {
		k++
	}
	return k
}

// genreEnd returns the token behind the words from token i on that say, behind a preposition,
// what an outlet is about, and behind adjectives there, or i: de investigación.
func (s *reading) genreEnd(i int) int {
	if !s.follows(i) || !s.follows(i+1) || !s.genreAt(i+1) {
		return i
	}
	return s.adjectivesEnd(i+2, cAdj|cDemonym)
}

// follows reports whether there is a token i, and nothing that parts phrases before it.
func (s *reading) follows(i int) bool { return i < len(s.tokens) && s.tokens[i].hard() == 0 }

// definite returns the class of the determiner of the press word at token i,
// whose noun phrase begins at token l, and reports whether it points back. It
// may have merged with a preposition: contó al diario.
func (s *reading) definite(l, i int) (class, bool) {
	d := s.tokens[l].lex.class
	if s.tokens[i].is(cKnown) {
		return cThe, true
	}
	if l < i && d&(cThe|cOwn) != 0 {
		return d, true
	}
	if l < i && d&cDet != 0 || l == 0 || !s.tokens[l-1].is(cContracted) || s.tokens[l].hard() != 0 {
		return 0, false
	}
	return cThe, true
}

// lastCredited returns the outlet credited last that may be of a sort and a
// country, empty if any: what is known to be just that goes before what is known to
// fit, and that before what may.
func (s *reading) lastCredited(want outlet.Sort, country string) (source, bool) {
	for k := len(s.credited) - 1; k >= 0 && want != ""; k-- {
		if c := s.credited[k]; c.sort == want && c.mayBe(want, country) && c.isKnown(want, country) {
			return c, true
		}
	}
	for _, sure := range [...]bool{true, false} {
		for k := len(s.credited) - 1; k >= 0; k-- {
			if c := s.credited[k]; c.mayBe(want, country) && (!sure || c.isKnown(want, country)) {
				return c, true
			}
		}
	}
	return source{}, false
}

// mayBe reports whether nothing known of c speaks against a sort and a country.
func (s source) mayBe(want outlet.Sort, country string) bool {
	return s.kind() != outlet.Platform && fits(want, s.sort) && (country == "" || s.country == "" || s.country == country)
}

// isKnown reports whether sort and country of c are known, where they are wanted.
func (s source) isKnown(want outlet.Sort, country string) bool {
	return (want == "" || s.sort != "") && (country == "" || s.country != "")
}
