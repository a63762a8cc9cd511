package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// sentences appends the credits of the running text.
func (s *reading) sentences(dst []Credit) []Credit {
	m, h, block := 0, 0, 0
	for _, sent := range s.l.Sentences {
		for block < len(s.l.Blocks) && s.l.Blocks[block].End <= sent.Start {
			block++
		}
		if block == len(s.l.Blocks) {
			break
		}
		b := &s.l.Blocks[block]
		if b.Kind != article.Prose && b.Kind != article.Headline {
			continue
		}
		for m < len(s.mentions) && s.mentions[m].End <= sent.Start {
			m++
		}
		for h < len(s.hints.at) && s.hints.at[h] < sent.Start {
			h++
		}
		if b.Kind == article.Headline || s.hinted(sent, b.Span, m, h) {
			dst, m = s.readSentence(dst, sent, b.Kind, m)
		}
	}
	return dst
}

// hinted reports whether a sentence of the block b may credit somebody: m and h
// are the first mention and the first hint that do not lie before it.
func (s *reading) hinted(sent, b article.Span, m, h int) bool {
	return m < len(s.mentions) && s.mentions[m].Start < sent.End ||
		h < len(s.hints.at) && s.hints.at[h] < sent.End ||
		!s.whole(sent, b) || s.knownShape(sent)
}

// readSentence appends the credits of one sentence, in pieces if it is long, and
// returns the first mention from m on that is not passed.
func (s *reading) readSentence(dst []Credit, sent article.Span, kind article.Kind, m int) ([]Credit, int) {
	for sent.Start < sent.End {
		for m < len(s.mentions) && s.mentions[m].End <= sent.Start {
			m++
		}
		from := m
		sent.Start, m = s.tokenize(sent, m)
		if len(s.tokens) == 0 {
			break
		}
		end := s.tokens[len(s.tokens)-1].end
		if from < len(s.mentions) && s.mentions[from].Start < end || kind == article.Headline || s.shaped() {
			dst = s.sentence(dst, kind)
		}
	}
	return dst, m
}

// whole reports whether sent begins and ends in b and where words do, so that
// all its words were looked at for hints.
func (s *reading) whole(sent, b article.Span) bool {
	text := s.a.Text
	return b.Contains(sent) && (sent.Start == b.Start || word.ASCII[text[sent.Start-1]] == 0) && (sent.End == b.End || word.ASCII[text[sent.End]] == 0)
}

// knownShape reports whether the text at span names the last word of an outlet
// that was found by its shape.
func (s *reading) knownShape(span article.Span) bool {
	if len(s.shapes) == 0 {
		return false
	}
	text := s.a.Text[span.Start:span.End]
	for _, k := range s.shapes {
		if strings.Contains(text, k.name[strings.LastIndexByte(k.name, ' ')+1:]) {
			return true
		}
	}
	return false
}

// shaped reports whether a word of the sentence may make an outlet that the
// gazetteer does not have, or refer to one.
func (s *reading) shaped() bool {
	if s.knownShape(article.Span{Start: s.tokens[0].start, End: s.tokens[len(s.tokens)-1].end}) {
		return true
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		named := t.capital && (s.station(i) || t.is(cNetwork) || i > 0 && t.is(cThe) && t.hard()&^gComma == 0)
		if named || t.is(cPress|cTitle|cFirstTitle|cOrigin|cAir) || s.contracted(i) || s.hosted(i) {
			return true
		}
	}
	return false
}

// sentence appends the credits of the sentence whose tokens are s.tokens.
func (s *reading) sentence(dst []Credit, kind article.Kind) []Credit {
	s.findHeads()
	if len(s.heads) == 0 {
		if kind == article.Headline {
			return s.headlineName(dst)
		}
		return dst
	}
	if s.hasLine() || s.withAgency() {
		return s.line(dst)
	}
	if kind == article.Prose && s.corrects() {
		return dst
	}
	s.relateAll(kind)
	s.noteSued()
	if kind == article.Prose {
		s.noteSubject()
	}
	from := len(dst)
	for i := range s.heads {
		h, rel := &s.heads[i], &s.rels[i]
		if !s.isSource(h, rel) {
			continue
		}
		c := s.creditOf(i)
		if s.inLine(dst, h, c.Span) {
			continue
		}
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

// isSource reports whether rel, what the sentence says of h, makes h a source of it.
func (s *reading) isSource(h *head, rel *relation) bool {
	switch {
	case rel.cue == "" || h.own:
		return false
	case h.shaky && rel.weak && rel.use&uNames == 0, h.ref && h.source.name == "":
		return false
	case h.stranger && !s.acquaint(h, rel):
		return false
	}
	return rel.use&uBefore != 0 || rel.use&(uVerb|uSay) == 0 || !s.isSubject(h.source)
}

// relateAll fills s.rels, in which an outlet that nothing credits has no cue.
func (s *reading) relateAll(kind article.Kind) {
	s.rels = slices.Grow(s.rels[:0], len(s.heads))[:len(s.heads)]
	clear(s.rels)
	for first := 0; first < len(s.heads); {
		g := s.grouped(first)
		if rel, ok := s.relationOf(g, kind); ok {
			for i := g.first; i <= g.last; i++ {
				s.rels[i] = rel
			}
		}
		first = g.last + 1
	}
	s.relatePassedOn()
	s.dropGuests()
}

// relatePassedOn credits the outlets of which nothing else is said than that the next one
// passes on what they reported: Bloomberg, citado por El Economista.
func (s *reading) relatePassedOn() {
	if !s.x.headfirst {
		return
	}
	for i := range len(s.heads) - 1 {
		h, rel, next := &s.heads[i], &s.rels[i], &s.rels[i+1]
		if rel.cue != "" || next.use&uBack == 0 || h.platform || h.ref || !s.onlyAdverbs(h.r+1, next.from) {
			continue
		}
		*rel = relation{cue: next.cue, from: h.l, to: next.to, weak: true}
	}
}

// relationOf returns what credits the outlets of g in a sentence of a block of
// some kind.
func (s *reading) relationOf(g outletGroup, kind article.Kind) (relation, bool) {
	if s.heads[g.first].platform {
		return s.post(g)
	}
	if s.photo(g) {
		return relation{}, false
	}
	rel, ok := s.relate(g)
	switch {
	case ok:
	case kind == article.Headline:
		return s.headline(g, s.compound(g))
	default:
		return s.heading(g)
	}
	return rel, ok
}

// onlyAdverbs reports whether the tokens from from to to, to left out, are at most three adverbs,
// auxiliaries and relatives, behind a comma perhaps: , lui-même cité par. There may be none.
func (s *reading) onlyAdverbs(from, to int) bool {
	const most = 3
	if to < from || to > from+most || s.tokens[from].hard()&^gComma != 0 {
		return false
	}
	for k := from; k < to; k++ {
		if !s.tokens[k].is(cAdv|cAux|cRelative) || k > from && s.tokens[k].hard() != 0 {
			return false
		}
	}
	return from == to || s.tokens[to].hard() == 0
}

// creditOf returns the credit of head i, which has a relation.
func (s *reading) creditOf(i int) Credit {
	h, rel := &s.heads[i], &s.rels[i]
	c := h.credit(s.extent(h, rel), rel.cue)
	if rel.use&uLabel != 0 && h.r == len(s.tokens)-1 {
		c.Cue = CueCreditLine // h/t The Hill
	}
	c.Background = !h.platform && s.background(min(rel.from, h.l), max(rel.to, h.r))
	c.Via = s.via(i)
	return c
}

// withAgency reports whether the sentence is a short line that says with whose
// text it was written: Le Figaro avec AFP.
func (s *reading) withAgency() bool {
	const longest = 6
	if len(s.tokens) > longest {
		return false
	}
	for i := range s.heads {
		h := &s.heads[i]
		if h.kind() == outlet.Agency && h.l > 0 && s.tokens[h.l-1].lex.class&cWith != 0 {
			return true
		}
	}
	return false
}

// line appends the credits of a sentence that is a credit line.
func (s *reading) line(dst []Credit) []Credit {
	span := article.Span{Start: s.tokens[0].start, End: s.tokens[len(s.tokens)-1].end}
	where := s.whereFirst()
	for i := range s.heads {
		h := &s.heads[i]
		if h.own || h.ref || h.platform || h.name == "" || where > 0 && h.r != where-1 {
			continue
		}
		if h.stranger && s.tokens[h.at].is(cThe) {
			continue // This story is part of The Big Bridge, our series
		}
		if s.publishes(i) || s.inLine(dst, h, span) {
			continue
		}
		if n := len(dst) - 1; n >= 0 && dst[n].Span == span && dst[n].Outlet == h.name {
			continue
		}
		dst = append(dst, h.credit(span, CueCreditLine))
	}
	return dst
}

// inLine reports whether a line that says whose the text is, there at span, names the outlet of h,
// which nobody knows, so that no mention of it is spent.
func (s *reading) inLine(dst []Credit, h *head, span article.Span) bool {
	return h.source.outlet == nil && s.indexed.credits(dst, h.name, span)
}

// whereFirst returns the token at which the sentence says of the outlet before it that the
// text stood there first, or 0: the editor of The Herald, where this column first appeared.
func (s *reading) whereFirst() int {
	for k := 1; k < len(s.tokens); k++ {
		if s.tokens[k].lex.id == 0 {
			continue
		}
		if q, n := s.ahead(k, uLine); n > 0 && strings.HasPrefix(q.text, "where ") {
			return k
		}
	}
	return 0
}

// extent returns the span from the first to the last word of cue and name.
func (s *reading) extent(h *head, rel *relation) article.Span {
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
// one whose reporter did it: On Morning Edition, WXYZ's Ada Lorne played.
func (s *reading) onAirBefore(g outletGroup, h *head) bool {
	if s.x.language != "en" || g.l != 1 || s.folded(0) != "on" {
		return false
	}
	return h.l > g.r && s.tokens[h.l].hard() == gComma && s.owns(h.r)
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

// relate returns what credits the outlets of g.
func (s *reading) relate(g outletGroup) (relation, bool) {
	c := s.compound(g)
	end := g.r
	if c.doc {
		end = c.end
	}
	if s.theirs(g.l) && c.name && !c.role && !c.doc && !s.owns(g.r) {
		return relation{}, false // his Fox Nemesis said
	}
	if rel, ok := s.cueBefore(g, c); ok {
		return rel, true
	}
	if c.staff || c.event {
		return relation{}, false
	}
	if rel, ok := s.verbAfter(g, c); ok {
		if s.x.headfirst && s.explainedBehind(end) {
			if before, ok := s.inverted(g, c); ok {
				return before, true // lo rivela il Corriere, che ha visto la perizia
			}
		}
		return rel, true
	}
	if rel, ok := s.inverted(g, c); ok {
		return rel, true
	}
	if rel, ok := s.tailed(g, end); ok && (s.x.verblast || !c.role && !c.name) {
		return rel, true
	}
	for _, find := range [...]func(outletGroup, compound) (relation, bool){s.askedBy, s.titledWith, s.inPiece, s.hereIs, s.introduces, s.authored} {
		if rel, ok := find(g, c); ok {
			return rel, true
		}
	}
	if c.role || c.name {
		// described it to the Herald's Jane Roe; dice a Efe Ada Lorne, who speaks
		if s.x.language == "en" || !c.role && s.speakerBehind(g) {
			return s.toldTo(g)
		}
		return relation{}, false
	}
	return s.relateAlone(g, c)
}

// explainedBehind reports whether a relative clause, behind a comma, follows token i.
func (s *reading) explainedBehind(i int) bool {
	return i+1 < len(s.tokens) && s.tokens[i+1].hard() == gComma && s.tokens[i+1].is(cRelative)
}

// relateAlone returns what credits the outlets of g, whose people the sentence
// does not name.
func (s *reading) relateAlone(g outletGroup, c compound) (relation, bool) {
	if rel, ok := s.writesIn(g); ok {
		return rel, true
	}
	if rel, ok := s.writesOf(g); ok {
		return rel, true
	}
	if rel, ok := s.writesThere(g, c); ok {
		return rel, true
	}
	if rel, ok := s.writerBehind(g, c); ok {
		return rel, true
	}
	if rel, ok := s.docOfWriter(g); ok {
		return rel, true
	}
	if rel, ok := s.toldTo(g); ok {
		return rel, true
	}
	if rel, ok := s.ofPeople(g); ok {
		return rel, true
	}
	if rel, ok := s.participleFirst(g); ok {
		return rel, true
	}
	if rel, ok := s.presents(g, c); ok {
		return rel, true
	}
	if rel, ok := s.inTheirWords(g); ok {
		return rel, true
	}
	if s.bracketed(g) {
		return relation{cue: "[]", from: g.l, to: g.r}, true
	}
	return s.ofDocument(g, c)
}

// ofDocument returns the relation of g to a document directly before it, which a determiner
// or a case ties to it: in einem Bericht des Spiegel; depeszę PAP.
func (s *reading) ofDocument(g outletGroup, c compound) (relation, bool) {
	doc := g.l - 1
	if doc < 0 || s.tokens[g.l].hard() != 0 {
		return relation{}, false
	}
	if s.x.declined && doc > 0 && s.plainWord(doc) && s.tokens[doc].hard() == 0 {
		doc-- // sondaż prezydencki SE.pl
	}
	if !s.tokens[doc].is(cDoc) {
		return relation{}, false
	}
	switch {
	case g.l < g.r && s.tokens[g.l].is(cDocPrep):
		return s.docRelation(doc, g.l, g, c)
	case s.x.declined:
		return s.docRelation(doc, doc, g, c)
	}
	return relation{}, false
}

// tailed returns the relation of g, whose phrase ends with token end, to what stands
// behind it, a case ending between: Le Monde zufolge; Reuters'a göre.
func (s *reading) tailed(g outletGroup, end int) (relation, bool) {
	for _, at := range [...]int{end + 1, s.behindCases(end), s.behindCases(g.r)} {
		if q, n := s.ahead(at, uTail); n > 0 && s.tokens[at].hard() == 0 && !s.ofTheHouse(g.l, q.text) {
			return relation{cue: q.text, use: q.use, from: g.l, to: at + n - 1}, true
		}
	}
	return relation{}, false
}

// behindCases returns the token behind the case ending of the name that ends with
// token i, and behind that of its reporter: Milliyet'ten Ayşe Kaya'nın haberine göre.
func (s *reading) behindCases(i int) int {
	const most = 3 // words of the reporter's name
	if !s.x.verblast || !s.owns(i) {
		return i + 1
	}
	i++
	k := i
	for k+1 < len(s.tokens) && k < i+most && s.tokens[k+1].capitalWord() && s.tokens[k+1].hard() == 0 {
		k++
	}
	if k > i && s.owns(k) {
		return k + 2
	}
	return i + 1
}

// bracketed reports whether g stands alone in square brackets at the end of the
// sentence, as round-ups name their sources.
func (s *reading) bracketed(g outletGroup) bool {
	first, last := s.tokens[g.l], s.tokens[len(s.tokens)-1]
	if g.r != len(s.tokens)-1 || g.l == 0 || first.gap&gOpen == 0 {
		return false
	}
	text := s.a.Text
	return text[first.start-1] == '[' && strings.HasPrefix(strings.TrimPrefix(text[last.end:], "."), "]")
}

// corrects reports whether the sentence at hand says what was wrong in the text before:
// A previous version incorrectly attributed it to The Herald; An earlier version of this
// story named The Herald. An earlier version of a law is another matter.
func (s *reading) corrects() bool {
	const reach = 6 // words
	for k := range s.tokens[:min(reach, len(s.tokens))] {
		q, n := s.ahead(k, uRevised)
		if n == 0 || !strings.HasSuffix(q.text, "version") || k+n+1 >= len(s.tokens) {
			continue
		}
		switch s.folded(k + n) {
		case "incorrectly", "wrongly", "mistakenly", "erroneously", "misstated", "misidentified":
			return true
		case "of":
			return s.folded(k+n+1) == "this"
		}
	}
	return false
}

// publishes reports whether head i, which the gazetteer does not have, is but the house of
// the outlet behind it: originally appeared in the Carrick Institute's Pier Quarterly.
func (s *reading) publishes(i int) bool {
	h := &s.heads[i]
	if h.kind() != outlet.Unknown || i+1 == len(s.heads) || h.r+2 >= len(s.tokens) {
		return false
	}
	t := &s.tokens[h.r+1]
	return t.is(cPossessive) && t.gap&gApos != 0 && s.heads[i+1].at == h.r+2
}
