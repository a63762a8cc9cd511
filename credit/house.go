package credit

import (
	"strings"

	"wiretrace/outlet"
)

// Stations with the number of their channel, portals by their host, and what a house says or is
// told by somebody named behind it.

// numberEnd returns the token behind token r, the last of a station's name, that is the number of
// its channel, or r: dem Sender Channel 13. A number that counts what follows is none: dem
// Sender Tal 13 Fragen beantwortet.
func (s *reading) numberEnd(r int) int {
	const digits = 2
	if s.x.language == "en" || !s.follows(r+1) {
		return r
	}
	t := &s.tokens[r+1]
	if !t.number || t.gap != gSpace || t.end-t.start > digits || s.tokens[r].gap&gQuote != 0 {
		return r
	}
	if s.follows(r+2) && s.tokens[r+2].capital && s.tokens[r+2].gap&gQuote == 0 || !s.x.nouns && s.follows(r+2) && s.plainWord(r+2) {
		return r
	}
	return r + 1
}

// hostAfterPress returns the outlet of the host directly behind the press word at token i, in
// quotation marks or not: dem Portal talblick.de.
func (s *reading) hostAfterPress(det, i int) (head, bool) {
	if s.x.language == "en" || s.tokens[i].lex.sort == "" || !s.follows(i+1) || s.tokens[i+1].name >= 0 || s.tokens[i+1].number {
		return head{}, false
	}
	if !s.endsHost(i + 2) {
		return head{}, false
	}
	r := i + 2
	if s.endsHost(r + 1) {
		r++ // talblick.com.tr
	}
	h := head{l: det, at: i + 1, r: r}
	name := s.text(i+1, r)
	h.source = s.rememberSort(name, s.tokens[i].lex.sort)
	if o := s.gazetteer.ByHost(name); o != nil {
		h.source = sourceOf(o)
	}
	h.own = s.isOwn(h.name)
	return h, len(name) <= longestName
}

// endsHost reports whether token i may end a host: de, info.
func (s *reading) endsHost(i int) bool {
	const shortest, longest = 2, 4 // letters
	if i >= len(s.tokens) || s.tokens[i].gap != gDot || s.tokens[i].capital || s.tokens[i].number {
		return false
	}
	n := s.tokens[i].end - s.tokens[i].start
	return shortest <= n && n <= longest
}

// speakerBehind reports whether the name behind the outlets of g may be that of whoever tells
// them something, as languages have it whose subject follows the verb: dice a Efe Ada Lorne.
func (s *reading) speakerBehind(g outletGroup) bool {
	return s.x.inverted && s.listener(g) >= 0 && s.tokens[g.r+1].gap == gSpace
}

// plainWord reports whether token i is a small word that nothing is known of.
func (s *reading) plainWord(i int) bool {
	t := &s.tokens[i]
	return t.lex.class == 0 && t.lex.id == 0 && !t.capital && !t.number && t.name < 0
}

// ofTheHouse reports whether German says with the words of tail, behind the phrase that begins
// with token l, what a house says of itself: Vom ZDF hieß es, man prüfe das.
func (s *reading) ofTheHouse(l int, tail string) bool {
	if !s.x.nouns || l == 0 || !s.tokens[l-1].is(cMember) || s.tokens[l-1].is(cThe) || s.tokens[l].hard() != 0 || !strings.Contains(tail, " es") {
		return false
	}
	return l == 1 || s.tokens[l-1].hard() != 0 || !s.tokens[l-2].is(cDoc)
}

// ofHouse reports whether c is a line that names a member of the house that is the article's own outlet, whose
// reporters sign there: Ada Lorne, WDR, on a page of the ARD.
func (s *reading) ofHouse(c Credit) bool {
	if s.home == nil || !c.OnLine() || c.Kind == outlet.Agency {
		return false
	}
	o := s.gazetteer.ByName(c.Outlet)
	return o != nil && o.Owner == s.home.Name
}
