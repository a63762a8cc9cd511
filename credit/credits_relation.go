package credit

import (
	"strings"

	"wiretrace/article"
)

// A relation is what ties an outlet of a sentence to a cue.
type relation struct {
	cue      string
	use      use
	from, to int  // first and last token of cue and name together
	weak     bool // also stands where nothing is credited: needs an outlet known for sure
}

// An outletGroup is a row of outlets that share one cue: CNN, MSNBC and Fox News.
type outletGroup struct {
	first, last int // indices of heads
	l, r        int // tokens
}

// A compound is what follows the name of an outlet within one noun phrase.
type compound struct {
	end   int  // last token of it
	doc   bool // the outlet's report, the CNN poll
	poll  bool
	talk  bool // the document is an interview
	staff bool // the outlet's people or things that do not report
	role  bool // the outlet's reporters
	name  bool // somebody's name, or a part of the outlet's: CNN's Jane Roe, BBC Scotland
}

// sentence appends the credits of the sentence whose tokens are s.tokens.
func (s *creditReading) sentence(dst []Credit, kind article.Kind) []Credit {
	s.findHeads()
	if len(s.heads) == 0 {
		if kind == article.Headline {
			return s.headlineName(dst)
		}
		return dst
	}
	from := len(dst)
	if s.hasLine() || s.withAgency() {
		return s.line(dst)
	}
	s.rels = append(s.rels[:0], make([]relation, len(s.heads))...)
	for first := 0; first < len(s.heads); {
		g := s.grouped(first)
		var rel relation
		var ok bool
		if s.heads[first].platform {
			rel, ok = s.post(g)
		} else if !s.photo(g) {
			rel, ok = s.relate(g)
			if !ok && kind == article.Headline {
				rel, ok = s.headline(g)
			}
		}
		for i := g.first; ok && i <= g.last; i++ {
			s.rels[i] = rel
		}
		first = g.last + 1
	}
	for i := range s.heads {
		h, rel := &s.heads[i], &s.rels[i]
		if rel.cue == "" || h.own || h.shaky && rel.weak || h.ref && h.source.name == "" {
			continue
		}
		c := h.credit(s.extent(h, rel), rel.cue)
		if rel.use&uLabel != 0 && rel.from == 0 && h.r == len(s.tokens)-1 {
			c.Cue = CueCreditLine // h/t The Hill
		}
		c.Background = !h.platform && s.background(min(rel.from, h.l), max(rel.to, h.r))
		c.Via = s.via(i)
		if c.Via == "" && rel.use&uVia != 0 {
			if passer, ok := s.passer(rel); ok {
				c.Via = passer.Outlet
				dst = append(dst, passer)
			}
		}
		dst = append(dst, c)
		if !h.platform {
			s.remind(h.source)
		}
	}
	return dedupe(dst, from)
}

// withAgency reports whether the sentence is a short line that says with whose
// text it was written: Le Figaro avec AFP.
func (s *creditReading) withAgency() bool {
	const longest = 6
	if len(s.tokens) > longest {
		return false
	}
	for i := range s.heads {
		h := &s.heads[i]
		if h.kind() == Agency && h.l > 0 && s.tokens[h.l-1].lex.class&cWith != 0 {
			return true
		}
	}
	return false
}

// line appends the credits of a sentence that is a credit line.
func (s *creditReading) line(dst []Credit) []Credit {
	span := article.Span{Start: s.tokens[0].start, End: s.tokens[len(s.tokens)-1].end}
	for i := range s.heads {
		h := &s.heads[i]
		if h.own || h.ref || h.platform || h.name == "" {
			continue
		}
		if n := len(dst) - 1; n >= 0 && dst[n].Span == span && dst[n].Outlet == h.name {
			continue
		}
		dst = append(dst, h.credit(span, CueCreditLine))
	}
	return dst
}

// extent returns the span from the first to the last word of cue and name.
func (s *creditReading) extent(h *head, rel *relation) article.Span {
	l, r := h.at, h.r
	if h.ref {
		l = h.l
	}
	if rel.from < l {
		l = rel.from
	}
	if rel.to > r {
		r = rel.to
	}
	return article.Span{Start: s.tokens[l].start, End: s.tokens[r].end}
}

// dedupe removes from dst[from:] a credit of the same outlet and cue as one
// before it that it overlaps.
func dedupe(dst []Credit, from int) []Credit {
	out := dst[:from]
	for _, c := range dst[from:] {
		again := false
		for k := len(out) - 1; k >= from && k >= len(out)-4; k-- {
			again = again || out[k].Outlet == c.Outlet && out[k].Overlaps(c.Span)
		}
		if !again {
			out = append(out, c)
		}
	}
	return out
}

// remind makes src the outlet credited last.
func (s *creditReading) remind(src source) {
	if n := len(s.credited); n > 0 && s.credited[n-1] == src {
		return
	}
	if len(s.credited) == mostKnown {
		s.credited = append(s.credited[:0], s.credited[mostKnown/2:]...)
	}
	s.credited = append(s.credited, src)
}

// grouped returns the group of outlets that begins with head first.
func (s *creditReading) grouped(first int) outletGroup {
	g := outletGroup{first: first, last: first, l: s.heads[first].l, r: s.heads[first].r}
	for g.last+1 < len(s.heads) {
		h := &s.heads[g.last+1]
		if h.at <= g.r || h.platform != s.heads[first].platform || !s.joined(g.r, h.at) {
			break
		}
		g.last++
		g.r = max(g.r, h.r)
	}
	return g
}

// joined reports whether nothing but "and", commas, slashes, hyphens and
// words of a noun phrase stands between the outlets that end at token r and
// begin at token at.
func (s *creditReading) joined(r, at int) bool {
	if at-r > 4 {
		return false
	}
	link := false
	for k := r + 1; k <= at; k++ {
		t := &s.tokens[k]
		if t.gap&(gHard&^(gComma|gDash)) != 0 {
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
		case t.lex.class&cNounPhrase == 0:
			return false
		}
	}
	return link
}

// relate returns what credits the outlets of g.
func (s *creditReading) relate(g outletGroup) (relation, bool) {
	c := s.compound(g)
	end := g.r
	if c.doc {
		end = c.end
	}
	if rel, ok := s.cueBefore(g, c); ok {
		return rel, true
	}
	if c.staff {
		return relation{}, false
	}
	if rel, ok := s.verbAfter(g, c); ok {
		return rel, true
	}
	if rel, ok := s.inverted(g); ok {
		return rel, true
	}
	if c.role || c.name {
		return relation{}, false
	}
	if rel, ok := s.toldTo(g); ok {
		return rel, true
	}
	if q, n := s.ahead(end+1, uTail); n > 0 && s.tokens[end+1].gap&gHard == 0 {
		return relation{cue: q.text, use: q.use, from: g.l, to: end + n}, true
	}
	return relation{}, false
}

// ahead returns the longest phrase that begins at token i and has one of the
// uses of u, and how many tokens it covers; 0 if there is none.
func (s *creditReading) ahead(i int, u use) (best cuePhrase, n int) {
	node := uint16(0)
	for k := i; k < len(s.tokens); k++ {
		t := &s.tokens[k]
		if t.lex.id == 0 || t.name >= 0 || k > i && t.gap&gHard != 0 {
			break
		}
		next, ok := s.x.ahead.next[uint32(node)<<16|uint32(t.lex.id)]
		if !ok {
			break
		}
		node = next
		if q := s.x.ahead.cues[node]; q.use&u != 0 {
			best, n = q, k-i+1
		}
	}
	return best, n
}

// behind returns the longest phrase that ends at token i and has one of the
// uses of u, and its first token. Words of time may stand within it: revealed
// on Thursday by.
func (s *creditReading) behind(i int, u use) (best cuePhrase, from int, ok bool) {
	const most = 4
	node, skipped := uint16(0), 0
	for k := i; k >= 0; k-- {
		t := &s.tokens[k]
		if t.name >= 0 || k < i && s.tokens[k+1].gap&gHard != 0 {
			break
		}
		next, found := uint16(0), false
		if t.lex.id != 0 {
			next, found = s.x.back.next[uint32(node)<<16|uint32(t.lex.id)]
		}
		if !found {
			if node != 0 && skipped < most && (t.lex.class&(cAdv|cMonth) != 0 || t.number) {
				skipped++
				continue
			}
			break
		}
		node = next
		if q := s.x.back.cues[node]; q.use&u != 0 {
			best, from, ok = q, k, true
		}
	}
	return best, from, ok
}

// cueBefore looks for a cue to the left of g.
func (s *creditReading) cueBefore(g outletGroup, c compound) (relation, bool) {
	const most = 10
	unknown := 0
	doc, prep := -1, 0
	for p := g.l - 1; p >= 0 && p >= g.l-most; p-- {
		next := s.tokens[p+1].gap
		hard := next & gHard
		if hard&^gColon != 0 {
			break
		}
		if q, from, ok := s.behind(p, uBefore); ok && s.cueFits(q.use, p == g.l-1, hard != 0, from, c) {
			use := q.use
			if use&uDoc != 0 && c.talk {
				use |= uInterview
			}
			if use&uInterview != 0 {
				l, r, speaks := s.speech(from, max(g.r, c.end))
				if speaks {
					return relation{cue: q.text, use: use, from: min(l, from), to: max(r, g.r), weak: true}, true
				}
				p = from // citing an interview with
				continue
			}
			return relation{cue: q.text, use: use, from: from, to: g.r, weak: q.use&uWide == 0 || q.use&uPerson != 0}, true
		}
		if hard != 0 {
			break
		}
		t := &s.tokens[p]
		cl := t.lex.class
		if t.name >= 0 || cl&cStaff != 0 {
			break
		}
		if cl&cDoc != 0 && doc < 0 {
			if prep = s.docPrep(p, g.l); prep > 0 {
				doc = p
			}
		}
		if cl&(cNounPhrase|cDoc|cPrep|cAdv|cMonth|cPossessive|cRole|cDocPrep|cAnd) != 0 && !t.capital || cl&(cDemonym|cDay|cMonth|cDet) != 0 || t.number {
			continue
		}
		if cl&(cBound|cAux|cSpeech) != 0 {
			break
		}
		if unknown++; unknown > 2 {
			break
		}
	}
	if doc >= 0 && !c.staff {
		if s.tokens[doc].lex.class&cInterview != 0 {
			l, r, speaks := s.speech(doc, max(g.r, c.end))
			return relation{cue: s.folded(doc) + " " + s.folded(prep), from: min(l, doc), to: max(r, g.r), weak: true}, speaks
		}
		return relation{cue: s.folded(doc) + " " + s.folded(prep), from: doc, to: g.r, weak: true}, true
	}
	return relation{}, false
}

// docPrep returns the preposition that ties the document at token p to an
// outlet at token l: next to either. It returns 0 if there is none.
func (s *creditReading) docPrep(p, l int) int {
	switch {
	case p+1 < l && s.tokens[p+1].lex.class&cDocPrep != 0:
		return p + 1
	case p+1 < l && s.tokens[l-1].lex.class&cDocPrep != 0:
		return l - 1
	}
	return 0
}

// folded returns token i in lower case.
func (s *creditReading) folded(i int) string { return strings.ToLower(s.text(i, i)) }

// cueFits reports whether a cue with use u may credit an outlet: next tells
// that it stands directly before the outlet's noun phrase, colon that one is
// between, from is its first token and c what follows the outlet.
func (s *creditReading) cueFits(u use, next, colon bool, from int, c compound) bool {
	switch {
	case !next && u&uWide == 0, colon && u&uLabel == 0:
		return false
	case u&uLabel != 0 && !colon && from > 0 && s.tokens[from].gap&(gOpen|gDash|gEnd) == 0:
		return false
	case c.staff, u&uDoc != 0 && !c.doc:
		return false
	case c.role || c.name && !c.doc:
		return u&(uPerson|uWide|uInterview) != 0
	}
	return true
}

// speech looks for a verb of saying near the interview whose cue begins at
// token from and whose outlet ends at token to, and returns the tokens from
// the verb to the outlet or from the cue to the verb.
func (s *creditReading) speech(from, to int) (l, r int, ok bool) {
	const reach = 14
	for k := from - 1; k >= 0 && k >= from-reach; k-- {
		if s.tokens[k+1].gap&(gEnd|gOpen|gClose) != 0 {
			break
		}
		if s.tokens[k].lex.class&cSpeech != 0 {
			return k, to, true
		}
	}
	for k := to + 1; k < len(s.tokens) && k <= to+reach; k++ {
		if s.tokens[k].gap&(gEnd|gOpen) != 0 {
			break
		}
		if s.tokens[k].lex.class&cSpeech != 0 {
			return from, k, true
		}
	}
	return 0, 0, false
}

// compound returns what follows the last outlet of g in its noun phrase.
func (s *creditReading) compound(g outletGroup) compound {
	const most = 7
	c := compound{end: g.r}
	possessive := false
	unknown := 0
	for k := g.r + 1; k < len(s.tokens) && k <= g.r+most; k++ {
		t := &s.tokens[k]
		if t.gap&(gHard|gEnd) != 0 {
			break
		}
		cl := t.lex.class
		if k == g.r+1 && t.gap&gApos != 0 && t.gap&gSpace == 0 && cl&cPossessive != 0 {
			possessive = true
			continue
		}
		if k == g.r+1 && t.gap&gApos != 0 && t.gap&gSpace != 0 {
			possessive = true // Fox News' host
		}
		if t.name >= 0 {
			break
		}
		if !possessive && !t.capital && t.lex.id != 0 && !c.doc {
			if _, n := s.ahead(k, uVerb|uSay|uAsk); n > 0 && !(cl&cDoc != 0 && g.first == g.last && s.singular(k)) {
				break
			}
		}
		switch {
		case cl&cDoc != 0 && (!t.capital || cl&cPoll != 0):
			c.doc, c.end = true, k
			c.poll = c.poll || cl&cPoll != 0
			c.talk = c.talk || cl&cInterview != 0
			continue
		case c.doc && cl&cRole != 0 && !c.poll:
			c.doc, c.talk = false, false // editorial board
		case c.doc:
			return c
		}
		switch {
		case cl&cStaff != 0 && !t.capital || cl&cStaff != 0 && !possessive:
			c.staff, c.end = true, k
			continue
		case cl&cRole != 0:
			c.role, c.end = true, k
			continue
		case t.capital && cl&(cDay|cMonth|cAux|cPrep|cBound|cAdv) == 0:
			c.name, c.end = true, k
			continue
		case cl&(cPrep|cAux|cBound|cDay|cMonth|cRelative|cAdv|cDet) != 0:
			return c
		case cl&cNounPhrase != 0 || t.number:
			continue
		}
		if unknown++; unknown > 2 || c.name || s.x.inverted {
			return c
		}
	}
	return c
}

// singular reports whether token i, a document and perhaps a verb, cannot be
// the verb of one outlet: report, not reports.
func (s *creditReading) singular(i int) bool {
	t := &s.tokens[i]
	return s.a.Text[t.end-1] != 's'
}

// verbAfter looks for a verb whose subject is g, its document or its people.
func (s *creditReading) verbAfter(g outletGroup, c compound) (relation, bool) {
	end, want, most := g.r, uVerb|uSay, 6
	switch {
	case c.doc:
		end, want, most = c.end, uShow, 14
	case c.role || c.name:
		end, want = c.end, uVerb|uSay|uAsk
	}
	if !s.subject(g, c) {
		return relation{}, false
	}
	joint := g.l > 0 && s.tokens[g.l-1].lex.class&cJoint != 0
	if joint {
		most = 20
	}
	found := func(k int) (relation, bool, bool) {
		q, n := s.ahead(k, want)
		if n == 0 {
			return relation{}, false, false
		}
		if !s.verbFits(q.use, k+n, c) {
			return relation{}, false, true
		}
		text := q.text
		if c.poll {
			text = "poll " + text
		}
		from := g.l
		if member := g.l - 2; member > 0 && s.tokens[g.l-1].lex.class&cMember != 0 && s.tokens[member].capital && s.tokens[g.l].gap&gHard == 0 {
			from = member
		}
		return relation{cue: text, use: q.use, from: from, to: k + n - 1, weak: q.use&uVerb == 0}, true, true
	}
	for k := end + 1; k < len(s.tokens) && k <= end+most; k++ {
		t := &s.tokens[k]
		cl := t.lex.class
		if hard := t.gap & gHard; hard != 0 && !((joint || c.doc) && hard == gComma) {
			switch {
			case hard&(gComma|gDash|gOpen) == 0:
				return relation{}, false
			case hard == gComma && cl&cRelative != 0:
				continue // CNN, which first reported
			case hard == gComma && k == end+1 && c.name && g.l > 0 && s.tokens[g.l].gap&gComma != 0:
				// as one of them, CNN's Jane Roe, reported
			default:
				return s.resumed(k, found)
			}
		}
		if rel, ok, stop := found(k); stop {
			return rel, ok
		}
		if t.name >= 0 && !c.doc && !joint || c.doc && cl&cBound != 0 && !(c.poll && cl&cRelative != 0) {
			break
		}
		if !joint && !c.doc && cl&(cAdv|cAux|cMonth|cNounPhrase&^cDet) == 0 && !t.number {
			break
		}
	}
	return relation{}, false
}

// resumed looks for the verb with which a clause goes on after what is put in
// at token k, between commas, dashes or brackets, as found finds it.
func (s *creditReading) resumed(k int, found func(int) (relation, bool, bool)) (relation, bool) {
	const most, between = 24, 3
	mark := s.tokens[k].gap & (gComma | gDash | gOpen)
	if mark&gOpen != 0 {
		mark = gClose
	}
	for j := k + 1; j < len(s.tokens) && j <= k+most; j++ {
		g := s.tokens[j].gap & gHard
		if g&(gEnd|gColon) != 0 {
			break
		}
		if g&mark == 0 {
			continue
		}
		for v := j; v < len(s.tokens) && v <= j+between; v++ {
			if v > j && s.tokens[v].gap&gHard != 0 {
				break
			}
			if rel, ok, stop := found(v); stop {
				return rel, ok
			}
			if c := s.tokens[v].lex.class; c&(cAdv|cAux) == 0 {
				break
			}
		}
	}
	return relation{}, false
}

// subject reports whether g may be the subject of a verb after it: a clause
// begins before it, or a person of the outlet does: Jane Roe of CNN.
func (s *creditReading) subject(g outletGroup, c compound) bool {
	if g.l == 0 || s.tokens[g.l].gap&(gHard|gEnd) != 0 || c.poll {
		return true
	}
	p := &s.tokens[g.l-1]
	cl := p.lex.class
	switch {
	case cl&cStaff != 0:
		return false
	case cl&cBound != 0 || p.number:
		return true
	case cl&cPrep != 0:
		// Jane Roe of CNN, a reporter for CNN; a report in CNN is a cue already.
		return !c.doc && g.l >= 2 && s.tokens[g.l].gap&gHard == 0 && cl&cMember != 0 &&
			(s.tokens[g.l-2].capital && s.tokens[g.l-2].lex.class&(cDay|cMonth) == 0 && s.tokens[g.l-2].name < 0 && !s.tokens[g.l-2].number || s.tokens[g.l-2].lex.class&cRole != 0)
	}
	return true
}

// verbFits reports whether a verb of the given use credits, where token next
// stands after it: a company reports profits, and "CNN said it would" is news
// about CNN.
func (s *creditReading) verbFits(u use, next int, c compound) bool {
	if u&uAsk != 0 && u&(uVerb|uSay) == 0 && !c.role && !c.name || u&uPoll != 0 && !c.poll {
		return false
	}
	if next >= len(s.tokens) || s.tokens[next].gap&gHard != 0 || c.doc {
		return true
	}
	for k := next; k < min(next+3, len(s.tokens)); k++ {
		if s.tokens[k].lex.class&cBusiness != 0 {
			return false
		}
		if s.tokens[k].lex.class&(cNounPhrase|cPrep) == 0 {
			break
		}
	}
	if u&uVerb == 0 && !c.name && !c.role {
		if _, n := s.ahead(next, uSelf); n > 0 {
			return false
		}
	}
	return true
}

// toldTo looks for a verb of telling whose listener g is: dijo ayer a EFE.
func (s *creditReading) toldTo(g outletGroup) (relation, bool) {
	const most = 10
	p := g.l
	if s.tokens[g.l].lex.class&cDative == 0 {
		if p--; p < 0 || s.tokens[p].lex.class&cDative == 0 || s.tokens[g.l].gap&gHard != 0 {
			return relation{}, false
		}
	}
	for k := p - 1; k >= 0 && k >= p-most; k-- {
		if s.tokens[k+1].gap&gHard != 0 || s.tokens[k].name >= 0 {
			break
		}
		if q, from, ok := s.behind(k, uTell); ok {
			return relation{cue: q.text, use: q.use, from: from, to: g.r}, true
		}
	}
	return relation{}, false
}

// inverted looks for a verb before its subject g: informó EFE; "..." wrote Time.
func (s *creditReading) inverted(g outletGroup) (relation, bool) {
	if g.l == 0 || s.tokens[g.l].gap&gHard != 0 {
		return relation{}, false
	}
	q, from, ok := s.behind(g.l-1, uVerb|uSay)
	for p := g.l - 1; !ok && p > 0 && p > g.l-4 && s.tokens[p].gap&gHard == 0; p-- {
		if t := &s.tokens[p]; t.lex.class&(cAdv|cDay|cMonth|cThe) == 0 && !t.number {
			break
		}
		q, from, ok = s.behind(p-1, uVerb|uSay) // a rapporté mardi l'AFP
	}
	if !ok {
		return relation{}, false
	}
	free := s.x.inverted && q.use&uVerb != 0
	for k := from; !free; k-- {
		if s.tokens[k].gap&(gComma|gDash|gQuote|gApos|gEnd) != 0 && (k > 0 || s.x.inverted) {
			break
		}
		if k == 0 || s.tokens[k-1].lex.class&(cAux|cAdv|cDet|cBound) == 0 || from-k >= 3 {
			return relation{}, false
		}
		if s.tokens[k-1].lex.class&cBound != 0 {
			free = s.x.inverted
			if !free {
				return relation{}, false
			}
		}
	}
	return relation{cue: q.text, use: q.use, from: from, to: g.r, weak: q.use&uVerb == 0}, true
}

// headline reports whether g begins a headline and a colon follows: AP: ...
func (s *creditReading) headline(g outletGroup) (relation, bool) {
	if g.l != 0 || g.r+1 >= len(s.tokens) || s.tokens[g.r+1].gap&gColon == 0 || s.heads[g.first].outlet == nil {
		return relation{}, false
	}
	return relation{cue: ":", use: uVerb, from: g.l, to: g.r}, true
}

// headlineName appends the credit of an outlet that a headline begins with, in
// a form that running text does not take for it: AP: ...
func (s *creditReading) headlineName(dst []Credit) []Credit {
	const longest = 4
	for k := 1; k < min(longest+1, len(s.tokens)); k++ {
		if s.tokens[k].gap&gHard == 0 {
			continue
		}
		if s.tokens[k].gap&gHard != gColon || !allCapital(s.text(0, k-1)) {
			break
		}
		if o := s.gazetteer.ByName(s.text(0, k-1)); o != nil && o != s.home && o.Kind != Platform && !(s.home == nil && s.isOwn(o.Name)) {
			s.remind(sourceOf(o))
			dst = append(dst, sourceOf(o).credit(article.Span{Start: s.tokens[0].start, End: s.tokens[k-1].end}, ":"))
		}
		break
	}
	return dst
}

// photo reports whether g stands in the credit of a photograph: a word for one
// is beside it, in a line that is nothing else or in the same brackets.
func (s *creditReading) photo(g outletGroup) bool {
	const longest, before, after = 18, 5, 2
	for k := max(0, g.l-before); k <= min(len(s.tokens)-1, g.r+after); k++ {
		if s.tokens[k].lex.class&cPhoto == 0 {
			continue
		}
		if len(s.tokens) <= longest {
			return true
		}
		for b := g.l; b >= 0 && b > g.l-longest; b-- {
			if s.tokens[b].gap&gOpen != 0 {
				return true
			}
			if s.tokens[b].gap&gClose != 0 {
				break
			}
		}
	}
	return false
}

// via returns the name of the outlet through which the credit of head i runs.
func (s *creditReading) via(i int) string {
	u := s.rels[i].use
	named := func(j int) bool {
		return s.rels[j].cue != "" && !s.heads[j].platform && s.heads[j].name != s.heads[i].name && !s.heads[j].own
	}
	switch {
	case u&uVia != 0:
		// X, citing Y: the outlet before it; Citing Y, X said: the one after it.
		for j := i - 1; j >= 0; j-- {
			if named(j) && s.rels[j].use&uVia == 0 {
				return s.heads[j].name
			}
		}
		for j := i + 1; j < len(s.heads); j++ {
			if named(j) && s.rels[j].use&(uVerb|uSay) != 0 {
				return s.heads[j].name
			}
		}
	default:
		// Told X, in remarks carried by Y; told X, Y reported.
		for j := i + 1; j < len(s.heads); j++ {
			if !named(j) {
				continue
			}
			if v := s.rels[j].use; v&uBack != 0 || u&uPerson != 0 && (v&uVerb != 0 || v&(uWide|uPerson|uInterview|uVia) == uWide) {
				return s.heads[j].name
			}
		}
	}
	return ""
}

// passer returns the credit of an outlet without any other sign of being one
// than that it passes on what another reported, which rel credits: according to
// Harbour Daily, which cites the AFP.
func (s *creditReading) passer(rel *relation) (Credit, bool) {
	const most = 5
	r := rel.from - 1
	l := r + 1
	for l > 0 && r-l+1 < most {
		p := &s.tokens[l-1]
		if p.name >= 0 || !p.capital || p.lex.class&(cDay|cMonth) != 0 || l <= r && s.tokens[l].gap&gHard != 0 {
			break
		}
		if p.lex.class&cDet != 0 && (l == 1 || p.gap&gQuote == 0) || p.lex.class&(cPrep|cBound) != 0 {
			break
		}
		l--
		if p.lex.class&cDet != 0 {
			break
		}
	}
	if l > r || s.tokens[rel.from].gap&(gHard&^gComma) != 0 {
		return Credit{}, false
	}
	comma := s.tokens[rel.from].gap&gComma != 0
	start := s.phraseStart(l)
	var cue string
	from, to := start, r
	if start > 0 && s.tokens[start].gap&gHard == 0 {
		if s.tokens[start-1].lex.class&cJoint != 0 {
			cue, from = s.folded(start-1), start-1
		} else if q, f, ok := s.behind(start-1, uBefore|uVerb|uSay); ok && comma && q.use&(uVia|uPerson|uInterview|uLabel|uDoc) == 0 {
			cue, from = q.text, f
		}
	}
	if cue == "" && comma && (start == 0 || s.tokens[start].gap&gHard != 0 || s.tokens[start-1].lex.class&cBound != 0) {
		// Harbour Daily, citing the AFP, reported
		for k := rel.to + 1; k < len(s.tokens) && k <= rel.to+2*most; k++ {
			if s.tokens[k].gap&gComma == 0 {
				continue
			}
			if q, n := s.ahead(k, uVerb); n > 0 {
				cue, to = q.text, k+n-1
			}
			break
		}
	}
	if cue == "" {
		return Credit{}, false
	}
	name := s.text(l, r)
	if len(name) > 80 || s.isOwn(name) {
		return Credit{}, false
	}
	src := s.remember(name)
	s.remind(src)
	return src.credit(article.Span{Start: s.tokens[from].start, End: s.tokens[to].end}, cue), true
}

// post looks for words that make the platform g the place where something was
// said: wrote on Facebook, but not: follow us on Facebook.
func (s *creditReading) post(g outletGroup) (relation, bool) {
	const reach = 9
	if g.l == 0 || s.tokens[g.l].gap&gHard != 0 || s.tokens[g.l-1].lex.class&cPostPrep == 0 {
		return relation{}, false
	}
	at := -1
	for k := max(0, g.l-reach); k < min(len(s.tokens), g.r+1+reach); k++ {
		c := s.tokens[k].lex.class
		if c&cFollow != 0 {
			return relation{}, false
		}
		if c&cPost != 0 && (at < 0 || k < g.l) {
			at = k
		}
	}
	if at < 0 {
		return relation{}, false
	}
	return relation{cue: s.folded(at) + " " + s.folded(g.l-1), from: min(at, g.l-1), to: max(at, g.r)}, true
}
