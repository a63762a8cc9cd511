package credit

import (
	"strings"

	"wiretrace/outlet"
)

// Sentences that begin with an outlet and then name who writes there: Over at Slate, Jane Roe argues.

// writerBehind returns the relation of g to somebody whom a sentence that begins with it names, and
// says that he writes or speaks: Over at Slate, Jane Roe argues; In the Herald, Jane Roe and John Doe,
// both engineers, spoke about.
func (s *reading) writerBehind(g outletGroup, c compound) (relation, bool) {
	p := g.l - 1
	if s.x.language != "en" || c.doc || c.staff || !s.opensAtOutlet(g, p) {
		return relation{}, false
	}
	printed := (s.folded(p) == "in" || p > 0 && s.folded(p-1) == "over") && s.heads[g.last].sort != outlet.SortBroadcaster
	end, _ := s.closes(g.r)
	k := s.nameBehind(end+1, printed)
	if k == 0 {
		return relation{}, false
	}
	if e := s.explanationEnd(k); e > k {
		k = e
	} else if !s.follows(k) {
		return relation{}, false
	}
	for k+1 < len(s.tokens) && s.beforeWriting(k) && s.follows(k+1) {
		k++
	}
	rel := relation{cue: s.folded(p), use: uBefore, from: p, weak: true}
	rel.to = s.writingAt(k, printed)
	if rel.to < k {
		return relation{}, false
	}
	rel.cue += " " + strings.ToLower(s.text(k, rel.to))
	return rel, true
}

// writingAt returns the last token of what somebody is said from token k on to write, in print perhaps, or
// -1: argues; gave a bleak account. Of what is printed many verbs are said, but for: Jane Roe said, the
// wound will heal.
func (s *reading) writingAt(k int, printed bool) int {
	q, n := s.ahead(k, uPresent)
	if n > 0 && q.use&uPrinted == 0 {
		return k + n - 1
	}
	if !printed {
		return -1
	}
	if r := s.handsOn(k); r > 0 {
		return r
	}
	if n == 0 && s.tokens[k].is(cSpeech) && !s.names(k) {
		n = 1
	}
	if n == 0 || !s.follows(k+n) {
		return -1
	}
	return k + n - 1
}

// handsOn returns the last token of what a writer gives or has there, with a verb at token k: gave a
// bleak account; has a smart take. It is 0 if that is nothing written.
func (s *reading) handsOn(k int) int {
	const most = 4 // words before it
	q, n := s.ahead(k, uOffer|uIntro|uRun)
	if n == 0 || !s.follows(k+n) {
		return 0
	}
	if r := s.handed(k+n, q.use); r > 0 || s.folded(k) != "has" || !s.tokens[k+n].is(cDet) {
		return r
	}
	for i := k + n + 1; i <= k+n+most && s.follows(i) && s.tokens[i].name < 0 && !s.tokens[i].is(cPrep|cBound|cAux); i++ {
		if s.tokens[i].is(cDoc) || s.folded(i) == "take" {
			return i
		}
	}
	return 0
}

// beforeWriting reports whether token k may stand before the verb of who writes: all but declares.
func (s *reading) beforeWriting(k int) bool {
	return s.tokens[k].is(cAdv) && !s.tokens[k].is(cNegation) || s.inLy(k) || s.folded(k) == "but" && s.folded(k-1) == "all"
}

// explanationEnd returns the token behind what is said of somebody, between commas, whose name ends
// before token k, or k if nothing is: Jane Roe, a former engineer, offered.
func (s *reading) explanationEnd(k int) int {
	const most = 14
	if k+1 >= len(s.tokens) || s.tokens[k].hard() != gComma || !s.tokens[k].is(cDet|cRole|cAdj|cRelative) && s.folded(k) != "both" {
		return k
	}
	for i := k + 1; i < len(s.tokens) && i <= k+most; i++ {
		switch s.tokens[i].hard() {
		case 0:
		case gComma:
			return i
		default:
			return k
		}
	}
	return k
}

// nameBehind returns the token behind somebody's name, perhaps with what he is, or behind two names,
// that begin behind a comma with token l; 0 if there is none. Of those with an office only what is
// printed is their own: not: At CNN, Senator Roe argues.
func (s *reading) nameBehind(l int, printed bool) int {
	const most = 4 // words of what he is
	if !s.follows(l+1) || s.tokens[l].hard() != gComma || s.tokens[l].gap&(gQuote|gApos) != 0 {
		return 0
	}
	l = s.behindOffice(l, most, s.ofSomebody)
	if _, n := s.ahead(l, uOffice); n > 0 && !printed {
		return 0
	}
	k := s.wholeName(l)
	if k == 0 || !s.follows(k+1) || s.folded(k) != "and" {
		return k
	}
	second := s.behindOffice(k+1, most, func(i int) bool { return s.theirs(i) || s.ofSomebody(i) })
	return max(k, s.wholeName(second))
}

// behindOffice returns the token behind the words from token l on, most at most, that are of what
// somebody is.
func (s *reading) behindOffice(l, most int, is func(i int) bool) int {
	for n := 0; n < most && s.follows(l+1) && is(l); n++ {
		l++
	}
	return l
}

// ofSomebody reports whether token i may be of what somebody is, before the name: in the Herald, former
// harbour engineer Jane Roe wrote.
func (s *reading) ofSomebody(i int) bool {
	t := &s.tokens[i]
	if t.capital || t.name >= 0 || t.number {
		return false
	}
	return t.is(cRole|cAdj) || t.lex.class == 0 && !strings.HasSuffix(s.folded(i), "ing")
}

// wholeName returns the token behind the name of two words or more that begins with token l, or 0.
func (s *reading) wholeName(l int) int {
	const least, most = 2, 4 // words
	k := l
	for k < len(s.tokens) && k-l < most && s.tokens[k].capitalWord() && !s.tokens[k].is(cDet|cDay|cMonth) && (k == l || s.tokens[k].hard() == 0) {
		k++
	}
	if k-l < least {
		return 0
	}
	return k
}

// opensAtOutlet reports whether the sentence begins with the preposition at token p before g, as
// sentences that lead on to what somebody wrote there do: And over at Slate.
func (s *reading) opensAtOutlet(g outletGroup, p int) bool {
	const most = 3 // words before it
	if p < 0 || p > most || s.tokens[g.l].hard() != 0 {
		return false
	}
	switch s.folded(p) {
	case "at", "in", "for":
	case "on":
		if s.heads[g.first].sort != outlet.SortDigital {
			return false // On CNN, Jane Roe argues
		}
	default:
		return false
	}
	for k := range p {
		if t := &s.tokens[k]; t.name >= 0 || t.capital && k > 0 || !t.is(cAdv|cBound|cPrep) && s.folded(k) != "meanwhile" && s.folded(k) != "elsewhere" {
			return false
		}
	}
	return true
}
