package credit

import (
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
			dst, m = s.readSentence(dst, s.withoutMembers(sent), b.Kind, m)
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
		if named || t.is(cPress|cTitle|cFirstTitle|cOrigin|cAir) || s.contracted(i) || s.hosted(i) || t.capital && s.text(i, i) == "Show" {
			return true
		}
		if _, ok := s.issued(i); ok {
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
	s.relateAll(kind)
	s.noteSued()
	if kind == article.Prose {
		s.noteSubject()
	}
	from := len(dst)
	for i := range s.heads {
		h, rel := &s.heads[i], &s.rels[i]
		if !s.isSource(h, rel) || s.inOneBreath(i) {
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

// inOneBreath reports whether the outlet of head i is credited directly before, in the same phrase, so
// that it is named again for where that was only: in an interview with CNN's Jane Roe aired on "New Hour".
func (s *reading) inOneBreath(i int) bool {
	const reach = 6
	if i == 0 || s.x.language != "en" || s.heads[i-1].name != s.heads[i].name {
		return false
	}
	from, to := s.heads[i-1].r, min(s.rels[i].from, s.heads[i].l)
	if s.rels[i-1].cue == "" || s.rels[i-1].use&uInterview == 0 || to <= from || to > from+reach {
		return false
	}
	for k := from + 1; k <= to; k++ {
		if s.tokens[k].hard() != 0 {
			return false
		}
	}
	return true
}

// isSource reports whether rel, what the sentence says of h, makes h a source of it.
func (s *reading) isSource(h *head, rel *relation) bool {
	switch {
	case rel.cue == "" || h.own:
		return false
	case h.shaky && rel.weak && rel.use&uNames == 0, h.ref && h.source.name == "":
		return false
	case h.stranger && !s.acquaint(h, rel), h.scholarly(rel.use):
		return false
	}
	return rel.use&uBefore != 0 || rel.use&(uVerb|uSay) == 0 || !s.isSubject(h.source)
}

// creditOf returns the credit of head i, which has a relation.
func (s *reading) creditOf(i int) Credit {
	h, rel := &s.heads[i], &s.rels[i]
	c := h.credit(s.extent(h, rel), rel.cue)
	if rel.use&uLabel != 0 && h.r == len(s.tokens)-1 {
		c.Cue = CueCreditLine // h/t The Hill
	}
	if rel.together {
		c.Cue = CueTogether
	}
	c.Background = !h.platform && s.background(min(rel.from, h.l), max(rel.to, h.r))
	c.Via = s.via(i)
	return c
}

// scholarly reports whether h is a scholarly journal, and what stands there by its cue is research that
// all may read, and nothing that its own reporters found or were told.
func (h *head) scholarly(u use) bool {
	return h.sort == outlet.SortJournal && u&(uVerb|uTell|uPerson|uInterview) == 0
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
