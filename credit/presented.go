package credit

import (
	"strings"

	"wiretrace/outlet"
)

// Documents of outlets that are no subject of a verb and stand behind no cue, and recordings that
// an outlet gives to all.

// presents returns the relation of g, of which c follows, to words that hand on what it published:
// prompted a Time article titled; one from CNN; Here's a good summary from Bloomberg.
func (s *reading) presents(g outletGroup, c compound) (relation, bool) {
	if s.x.language != "en" {
		return relation{}, false
	}
	if c.doc && !c.staff {
		return s.docTitled(g, c)
	}
	if rel, ok := s.oneFrom(g); ok {
		return rel, true
	}
	return s.hereFrom(g)
}

// hereIs returns the relation of g, of whose people c tells, to a sentence that shows what they said or
// wrote of something: Here's the Herald's Jane Roe on the bridge; Here is how the Herald puts it.
func (s *reading) hereIs(g outletGroup, c compound) (relation, bool) {
	at := s.heads[g.first].at
	if at > 2 && s.tokens[at-1].is(cThe) {
		at--
	}
	if s.x.language != "en" || at != 2 || s.folded(0) != "here" || !s.tokens[1].is(cPossessive|cBe) || s.tokens[2].hard() != 0 {
		return relation{}, false
	}
	if c.doc || c.staff {
		return relation{}, false
	}
	k := max(g.r, c.end) + 1
	rel := relation{cue: "here", use: uBefore, from: 0, to: k - 1, weak: true}
	if s.colonAt(k) {
		return rel, true
	}
	if k+1 >= len(s.tokens) || s.tokens[k].hard()&^gComma != 0 {
		return relation{}, false
	}
	if !c.name && !c.role {
		return rel, s.tokens[k].is(cPrep) && (s.tokens[k].hard() == gComma && s.tokens[k+1].is(cDet) || s.folded(k+1) == "more")
	}
	switch s.folded(k) {
	case "on", "in", "with", "writing", "making", "explaining", "describing", "discussing", "taking":
		return rel, true
	}
	return relation{}, false
}

// docTitled returns the relation of g to what directly follows its document, with which c ends, and
// says what that is called or tells: a Time article titled; a Time article that explores.
func (s *reading) docTitled(g outletGroup, c compound) (relation, bool) {
	const most = 2 // adverbs
	k := c.end + 1
	if !s.follows(k) {
		return relation{}, false
	}
	rel := relation{cue: s.folded(c.end), use: uShow, from: g.l, weak: true}
	if q, n := s.ahead(k, uTitled); n > 0 {
		rel.cue, rel.to = rel.cue+" "+q.text, k+n-1
		return rel, true
	}
	if to := s.reportThat(c.end); to > 0 && (s.tokens[g.l].is(cDet) || s.owns(g.r)) && !s.anyOf(g.r+1, c.end, cNegation|cAux) {
		rel.cue, rel.to = rel.cue+" that", to
		return rel, true
	}
	if w := s.folded(k); w != "that" && w != "which" {
		return relation{}, false
	}
	for i := k + 1; i <= k+1+most && s.follows(i); i++ {
		if _, n := s.ahead(i, uShow|uPen); n > 0 {
			rel.to = i + n - 1
			return rel, true
		}
		if !s.tokens[i].is(cAdv) || s.tokens[i].is(cNegation) {
			break
		}
	}
	return relation{}, false
}

// reportThat returns the word that begins what is reported behind the report at token i, words of time between,
// or 0: a CNN report on Friday that the bridge was shut.
func (s *reading) reportThat(i int) int {
	const most = 3 // words of time
	if w := s.folded(i); w != "report" && w != "reports" {
		return 0
	}
	k := i + 1
	for k <= i+most && s.follows(k) && s.tokens[k].is(cDay|cMonth|cAdv) && s.folded(k) != "that" {
		k++
	}
	if !s.follows(k+2) || s.folded(k) != "that" || s.tokens[k].hard() != 0 {
		return 0
	}
	if t := &s.tokens[k+1]; t.is(cDet|cPronoun) || t.capitalWord() {
		return k
	}
	return 0
}

// oneFrom returns the relation of g to one of the documents that the sentence named before: Two
// polls, one from Harland University and one from CNN.
func (s *reading) oneFrom(g outletGroup) (relation, bool) {
	const reach = 24
	p := g.l - 1
	if p < 2 || s.tokens[g.l].hard() != 0 || !s.tokens[p].is(cDocPrep) {
		return relation{}, false
	}
	if w := s.folded(p - 1); w != "one" && w != "another" {
		return relation{}, false
	}
	for k := p - 2; k >= 0 && k > p-reach; k-- {
		if t := &s.tokens[k]; t.is(cDoc) && t.name < 0 && s.a.Text[t.end-1] == 's' {
			return relation{cue: s.text(p-1, p), use: uBefore, from: p - 1, to: g.r, weak: true}, true
		}
	}
	return relation{}, false
}

// hereFrom returns the relation of g to a sentence that shows what it published: Here's a good
// summary from Bloomberg.
func (s *reading) hereFrom(g outletGroup) (relation, bool) {
	const reach = 9
	p := g.l - 1
	if p < 2 || p > reach || s.tokens[g.l].hard() != 0 || s.folded(p) != "from" || s.folded(0) != "here" {
		return relation{}, false
	}
	if !s.tokens[1].is(cPossessive|cBe) || s.tokens[2].is(cPrep) {
		return relation{}, false
	}
	for k := 2; k <= p; k++ {
		if t := &s.tokens[k]; t.hard() != 0 || t.name >= 0 || t.is(cAux|cBound) && !t.is(cDet) {
			return relation{}, false
		}
	}
	return relation{cue: "here from", use: uBefore, from: 0, to: g.r}, true
}

// shares returns the relation of the outlets of v to a verb at token k with which they give a
// recording or pictures to all: released an audio recording, posted videos. It reports whether
// the verb does.
func (s *reading) shares(v *verbSearch, k int) (relation, bool) {
	const most = 6 // words of its object
	if v.c.doc || s.tokens[k].capital {
		return relation{}, false
	}
	q, n := s.ahead(k, uShare)
	if n == 0 || s.denied(v, k) {
		return relation{}, false
	}
	for i := k + n; i < k+n+most && s.follows(i); i++ {
		t := &s.tokens[i]
		switch {
		case t.is(cMedia) && !(s.follows(i+1) && s.tokens[i+1].is(cMedia)):
			return relation{cue: q.text + " " + s.folded(i), use: uVerb, from: v.g.l, to: i, weak: true}, true
		case t.name >= 0, t.is(cPrep | cBound | cRelative | cPronoun), t.gap&gQuote != 0:
			return relation{}, false
		}
	}
	return relation{}, false
}

// receives returns the relation of the outlets of v to a verb at token k that says that papers came to
// them, which stand before them: documents the AP received.
func (s *reading) receives(v *verbSearch, k int) (relation, bool) {
	p := v.g.l - 1
	if p > 0 && s.tokens[p].is(cRelative|cBound) {
		p-- // documents that the AP received
	}
	if v.c.doc || p < 0 || s.tokens[v.g.l].hard() != 0 || s.tokens[p+1].hard() != 0 || !s.tokens[p].is(cPapers|cMedia) {
		return relation{}, false
	}
	q, n := s.ahead(k, uReceive)
	return relation{cue: q.text, use: uVerb, from: p, to: k + n - 1, weak: true}, n > 0 && !s.denied(v, k)
}

// inTheirWords returns the relation of g to what somebody says something in: in Forbes's words, to use
// CNN's phrase.
func (s *reading) inTheirWords(g outletGroup) (relation, bool) {
	if s.x.language != "en" || g.l == 0 || s.tokens[g.l].hard() != 0 {
		return relation{}, false
	}
	switch s.folded(g.l - 1) {
	case "in", "use", "borrow", "quote":
	default:
		return relation{}, false
	}
	k := g.r + 1
	if s.owns(g.r) {
		k++
	} else if k >= len(s.tokens) || s.tokens[k].gap&gApos == 0 { // Forbes' words
		return relation{}, false
	}
	q, n := s.ahead(k, uWords)
	return relation{cue: s.folded(g.l-1) + " " + q.text, use: uBefore, from: g.l - 1, to: k + n - 1}, n > 0
}

// heading returns the relation of g to what it published and a round-up prints behind its name: The
// Herald: "The bridge is shut"; The Herald (Ada Lorne): "..."; "A Bridge Too Old" (The Herald).
func (s *reading) heading(g outletGroup) (relation, bool) {
	h := &s.heads[g.first]
	if s.x.language != "en" || g.first != g.last || h.outlet == nil {
		return relation{}, false
	}
	if s.titleBefore(g) {
		return relation{cue: CueBrackets, from: g.l, to: g.r, weak: true}, true
	}
	if to := s.quotedPerson(g); to > 0 {
		return relation{cue: CueBrackets, from: g.l, to: to, weak: true}, true
	}
	if l := s.signedQuote(g); l >= 0 {
		return relation{cue: CueSigned, from: l, to: g.r, weak: true}, true
	}
	if g.l != 0 {
		return relation{}, false
	}
	end := s.bracketsEnd(g.r)
	if end+1 < len(s.tokens) {
		return relation{cue: ":", use: uVerb, from: g.l, to: end, weak: true}, s.tokens[end+1].gap&(gColon|gQuote) == gColon|gQuote
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(s.a.Text[s.tokens[end].end:], ")"), " ")
	return relation{cue: ":", use: uVerb, from: g.l, to: end, weak: true}, strings.HasPrefix(rest, ":")
}

// bracketsEnd returns the last token of the brackets that open behind token i, or i if none do or
// they hold more than somebody's name.
func (s *reading) bracketsEnd(i int) int {
	const most = 4
	if i+1 >= len(s.tokens) || s.tokens[i+1].gap&gOpen == 0 {
		return i
	}
	for k := i + 1; k < min(len(s.tokens), i+1+most) && s.tokens[k].capitalWord(); k++ {
		if k+1 == len(s.tokens) || s.tokens[k+1].gap&gClose != 0 {
			return k
		}
	}
	return i
}

// titleBefore reports whether g alone stands in brackets right behind a title in quotation marks. A
// station there is where a programme of that name runs.
func (s *reading) titleBefore(g outletGroup) bool {
	switch s.heads[g.first].sort {
	case outlet.SortNewspaper, outlet.SortAgency, outlet.SortDigital:
	default:
		return false
	}
	first, last := s.tokens[g.l].start, s.tokens[g.r].end
	before, ok := strings.CutSuffix(s.a.Text[:first], "(")
	if !ok || !strings.HasPrefix(s.a.Text[last:], ")") {
		return false
	}
	before = strings.TrimSuffix(strings.TrimSuffix(before, " "), "\u00a0")
	return strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "”")
}

// quotedPerson returns the last token of the name of somebody of g alone in brackets right behind what he is
// quoted with, or 0: called it "a mess" (CNN's Jane Roe).
func (s *reading) quotedPerson(g outletGroup) int {
	c := s.compound(g)
	if !c.name || c.doc || c.staff || c.end == g.r || !strings.HasPrefix(s.a.Text[s.tokens[c.end].end:], ")") {
		return 0
	}
	before, ok := strings.CutSuffix(s.a.Text[:s.tokens[g.l].start], "(")
	if !ok || !endsQuoted(before) {
		return 0
	}
	return c.end
}

// signedQuote returns the first token of the name of a writer of g with which, behind a dash, a quotation is
// signed at the end of its paragraph, or -1: "The bridge is shut." —Jane Roe, The Herald
func (s *reading) signedQuote(g outletGroup) int {
	if g.l < 2 || s.tokens[g.l].hard() != gComma {
		return -1
	}
	if rest := strings.TrimLeft(s.a.Text[s.tokens[g.r].end:], " .)\u00a0"); rest != "" && rest[0] != '\n' {
		return -1
	}
	l := s.nameStart(g.l)
	if g.l-l < 2 {
		return -1
	}
	before := strings.TrimRight(s.a.Text[:s.tokens[l].start], " \u00a0")
	dash := strings.TrimRight(before, "-–—―")
	if dash == before || !endsQuoted(strings.TrimRight(dash, " (\u00a0")) {
		return -1
	}
	return l
}

// endsQuoted reports whether text ends with a quotation.
func endsQuoted(text string) bool {
	text = strings.TrimRight(text, " \u00a0")
	return strings.HasSuffix(text, "\"") || strings.HasSuffix(text, "”")
}

// introduces returns the relation of g to what it introduces: the sentence ends in
// a colon and says no more than from whom what follows is: From The Herald: This, from
// Jane Roe of The Herald:
func (s *reading) introduces(g outletGroup, c compound) (relation, bool) {
	p := g.l - 1
	if p == 1 && s.x.language == "en" && s.folded(0) == "this" && s.tokens[1].hard()&^gComma == 0 {
		p = 0
	}
	if p != 0 || !s.tokens[g.l-1].is(cDocPrep) || s.tokens[g.l].hard() != 0 || max(g.r, c.end) != len(s.tokens)-1 {
		return relation{}, false
	}
	if !strings.HasPrefix(strings.TrimLeft(s.a.Text[s.tokens[len(s.tokens)-1].end:], " \u00a0"), ":") {
		return relation{}, false
	}
	return relation{cue: s.folded(g.l - 1), from: 0, to: g.r}, true
}
