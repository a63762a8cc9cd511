package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/outlet"
)

// relateAll fills s.rels, in which an outlet that nothing credits has no cue.
func (s *reading) relateAll(kind article.Kind) {
	s.rels = slices.Grow(s.rels[:0], len(s.heads))[:len(s.heads)]
	clear(s.rels)
	for first := 0; first < len(s.heads); {
		g := s.grouped(first)
		if rel, ok := s.relationOf(g, kind); ok {
			s.noteOwnGroup(g, &rel)
			s.noteSaid(g, &rel)
			for i := g.first; i <= g.last; i++ {
				s.rels[i] = rel
			}
		}
		first = g.last + 1
	}
	s.relatePassedOn()
	s.relatePartners()
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
	if s.photo(g) || s.examples(g) {
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
	if s.colleagues(g) || s.wordAtStart(g) {
		return relation{}, false // my Fox News colleague
	}
	if rel, ok := s.cueBefore(g, c); ok {
		return rel, true
	}
	if c.staff || c.event {
		return relation{}, false
	}
	if rel, ok := s.verbAfter(g, c); ok && s.fitsSubject(rel, g, c) {
		if s.x.inverted && s.explainedBehind(end) {
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
	for _, find := range [...]func(outletGroup, compound) (relation, bool){s.askedBy, s.titledWith, s.inPiece, s.inWhich, s.whoTells, s.whoseReport, s.hereIs, s.introduces, s.authored} {
		if rel, ok := find(g, c); ok {
			return rel, true
		}
	}
	if c.role || c.name {
		// described it to the Herald's Jane Roe; dice a Efe Ada Lorne, who speaks
		if s.x.language == "en" || !c.role && s.speakerBehind(g) {
			return s.toldOrShared(g)
		}
		return relation{}, false
	}
	return s.relateAlone(g, c)
}

// examples reports whether the outlets of g only stand for others of their kind: news organizations
// like CNN or NBC.
func (s *reading) examples(g outletGroup) bool {
	if s.x.language != "en" || g.first == g.last || g.l == 0 || s.folded(g.l-1) != "like" || s.tokens[g.l].hard() != 0 {
		return false
	}
	last := s.heads[g.last].l
	return s.folded(last-1) == "or" || s.folded(s.heads[g.last].at-1) == "or"
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
	if rel, ok := s.asWritten(g); ok {
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
	if rel, ok := s.quotedThere(g, c); ok {
		return rel, true
	}
	if rel, ok := s.docOfWriter(g); ok {
		return rel, true
	}
	for _, find := range [...]func(outletGroup) (relation, bool){s.toldOrShared, s.gaveInterview, s.givenPapers, s.ofPeople, s.participleFirst} {
		if rel, ok := find(g); ok {
			return rel, true
		}
	}
	if rel, ok := s.presents(g, c); ok {
		return rel, true
	}
	if rel, ok := s.nobodySays(g); ok {
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
	if s.x.nouns && g.l > 0 && s.tokens[g.l-1].is(cStaff) && s.tokens[g.l].hard() == 0 {
		return relation{}, false // einem Sprecher der Zeit zufolge; im Verlag der Zeit erschienen
	}
	for _, at := range [...]int{s.behindPress(g.r), end + 1, s.behindCases(end), s.behindCases(g.r)} {
		if q, n := s.ahead(at, uTail); n > 0 && q.use&uAct == 0 && s.tokens[at].hard() == 0 && !s.ofTheHouse(g.l, q.text) {
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
