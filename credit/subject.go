package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
)

// Outlets that the news is about are no sources of it by what they report themselves.

// noteSubject remembers whom the news is about, if that is an outlet: the first
// sentence of the text begins with it, credits it with nothing, and the title
// names it.
func (s *reading) noteSubject() {
	if s.begun || len(s.heads) == 0 {
		return
	}
	s.begun = true
	h := &s.heads[0]
	begins := h.l == 0 && s.opensProse(s.tokens[0].start)
	if !begins || h.outlet == nil || h.ref || h.own || h.platform || s.rels[0].cue != "" {
		return
	}
	c := s.compound(outletGroup{first: 0, last: 0, l: h.l, r: h.r})
	if c.doc || c.role || c.staff || c.name {
		return
	}
	if s.inTitle(h.name) {
		s.about = h.outlet
	}
}

// opensProse reports whether the sentence that begins at byte at is the first of the prose: a masthead, the
// headline and who wrote it may stand above.
func (s *reading) opensProse(at int) bool {
	const longestHead = 120 // bytes of a line of the head that is taken for prose
	for _, b := range s.l.Blocks {
		switch {
		case b.Kind != article.Prose:
		case b.End > at:
			return strings.TrimSpace(s.a.Text[min(b.Start, at):at]) == ""
		case b.Len() > longestHead:
			return false
		}
	}
	return false
}

// inTitle reports whether the title has the last word of an outlet's name, or in German, where papers go by it,
// the first: Post, of The Washington Post; Rheinische, of the Rheinische Zeitung.
func (s *reading) inTitle(name string) bool {
	if strings.Contains(s.a.Title, name[strings.LastIndexByte(name, ' ')+1:]) {
		return true
	}
	first, _, more := strings.Cut(name, " ")
	return more && s.x.nouns && !s.gazetteer.IsArticle(strings.ToLower(first)) && slices.Contains(strings.Fields(s.a.Title), first)
}

// isSubject reports whether the news is about src, or about a case against it: what it reports of
// itself, or reported, is no credit.
func (s *reading) isSubject(src source) bool {
	return src.outlet != nil && src.outlet == s.about || src.name != "" && slices.Contains(s.sued, src.name)
}

// noteSued remembers the outlets that the sentence at hand says are sued, or were: what they
// reported is what the case is about.
func (s *reading) noteSued() {
	for i := range s.heads {
		h := &s.heads[i]
		if h.name == "" || h.own || h.platform || len(s.sued) == mostKnown {
			continue
		}
		_, _, before := s.behind(h.l-1, uSue)
		_, behind := s.ahead(h.r+1, uSued)
		if before && s.tokens[h.l].hard() == 0 || behind > 0 && s.tokens[h.r+1].hard() == 0 {
			s.sued = append(s.sued, h.name)
		}
	}
}
