package credit

import (
	"strings"

	"wiretrace/outlet"
)

// cueBefore looks for a cue to the left of g.
func (s *reading) cueBefore(g outletGroup, c compound) (relation, bool) {
	const most = 10
	unknown, mostUnknown := 0, 2
	if g.l > 0 && s.tokens[g.l].hard() == 0 && s.tokens[g.l-1].is(cAnd) {
		mostUnknown = 5 // according to Harland's U.N. mission and the KCNA news agency
	} else if s.x.nouns && g.l > 0 && s.tokens[g.l].hard() == 0 && s.tokens[g.l-1].is(cDocPrep) {
		mostUnknown = 3 // nach Darstellung des Historikers Paul Brand in der Zeit
	}
	doc, prep := -1, 0
	among := false // g are some of those named before: obtained by news outlets, including CNN
	members := s.membersBefore(g.l)
	for p := members - 1; p >= 0 && p >= g.l-most; p-- {
		hard := s.tokens[p+1].hard()
		if p+1 == g.l && hard == gComma && s.thanked(p, g) {
			hard = 0
		}
		if s.tokens[p+1].is(cSuch) && hard&^gComma == 0 && s.tokens[p].is(cPress|cFill) {
			among, hard = true, 0
		}
		if hard&^gColon != 0 {
			break
		}
		if q, from, ok := s.behind(p, uBefore); ok && s.cueFits(q.use, among || p+1 == g.l || p+1 == members || s.memberOf(p+1, g.l), hard != 0, from, c) {
			if q.use&uAct != 0 || q.use&uFinite != 0 && s.personBefore(from) {
				return relation{}, false
			}
			rel, ok := s.cueOf(q, from, g, c)
			if ok {
				return rel, !s.unsaid(from) && !s.scareQuoted(from, p)
			}
			if rel.use&uAir == 0 {
				p = from // citing an interview with
			}
			continue
		}
		t := &s.tokens[p]
		if hard != 0 || t.name >= 0 || t.is(cStaff) || s.officialOf(p) {
			break
		}
		if t.is(cDoc) && doc < 0 && !(s.tokens[p+1].is(cRole) && s.tokens[p+2].is(cPrep)) { // not: editorial director for
			if prep = s.docPrep(p, g.l); prep > 0 {
				doc = p
			}
		}
		if t.inCue() {
			continue
		}
		if unknown++; unknown > mostUnknown || t.is(cBound|cAux|cSpeech) || s.takesObject(p) {
			break
		}
	}
	if doc < 0 || c.staff || s.noDoc(doc) {
		return relation{}, false
	}
	return s.docRelation(doc, prep, g, c)
}

// thanked reports whether the word at token p thanks those of g for the news, in brackets that hold no
// more: (thanks, VGC).
func (s *reading) thanked(p int, g outletGroup) bool {
	q, from, ok := s.behind(p, uBefore)
	return ok && q.use&uAside != 0 && s.opensBracket(from) && (g.r+1 == len(s.tokens) || s.tokens[g.r+1].hard() != 0)
}

// opensBracket reports whether token i stands directly behind an opening bracket.
func (s *reading) opensBracket(i int) bool {
	at := s.tokens[i].start
	return at > 0 && (s.a.Text[at-1] == '(' || s.a.Text[at-1] == '[')
}

// takesObject reports whether the word at token i is the verb of what stands before it, as its ending
// and a determiner behind it show: the video followed a rough week for CNN, but not: aired this morning.
func (s *reading) takesObject(i int) bool {
	if s.x.language != "en" || s.tokens[i].lex.class != 0 || !strings.HasSuffix(s.folded(i), "ed") || !s.tokens[i+1].is(cDet) || s.tokens[i+1].gap != gSpace {
		return false
	}
	return !s.follows(i+2) || !s.tokens[i+2].is(cAdv)
}

// noDoc reports whether it is said that what is spoken of is not the document at token doc: not a
// story for the Herald; no report by CNN.
func (s *reading) noDoc(doc int) bool {
	const most = 3
	if s.x.language != "en" {
		return false
	}
	for k := doc - 1; k >= 0 && k >= doc-most && s.tokens[k+1].hard() == 0; k-- {
		if s.denies(k) || s.folded(k) == "no" {
			return true
		}
		if !s.tokens[k].is(cDet | cAdj) {
			break
		}
	}
	return false
}

// memberOf reports whether the tokens from i up to l name somebody of the outlet at l: told
// Jane Roe of the Herald.
func (s *reading) memberOf(i, l int) bool {
	const mostNames = 3
	if l > i && s.tokens[l-1].is(cThe) {
		l--
	}
	if l--; l <= i || !s.tokens[l].is(cMember) {
		return false
	}
	for i < l && s.tokens[i].is(cRole|cAdj) && !s.tokens[i].capital {
		i++ // told radio host Jane Roe of KRVX
	}
	if l == i || l-i > mostNames {
		return false
	}
	for ; i < l; i++ {
		if t := &s.tokens[i]; !t.capitalWord() || t.name >= 0 || t.is(cDay|cMonth) {
			return false
		}
	}
	return true
}

// membersBefore returns the first token of the names of two people or more of the outlet at token l, or l: unearthed
// by Jane Roe and John Doe of the Herald.
func (s *reading) membersBefore(l int) int {
	at := l
	if at > 0 && s.tokens[at-1].is(cThe) && s.tokens[at].hard() == 0 {
		at--
	}
	if at < 2 || !s.tokens[at-1].is(cMember) || s.tokens[at].hard() != 0 || s.tokens[at-1].hard() != 0 {
		return l
	}
	last := s.nameStart(at - 1)
	first := s.coauthorsStart(last)
	if last == at-1 || first == last {
		return l
	}
	for k := first; k < at-1; k++ {
		if s.tokens[k].name >= 0 {
			return l
		}
	}
	return first
}

// inCue reports whether t may stand between a cue and its outlet.
func (t *token) inCue() bool {
	const phrase = cSuch | cNounPhrase | cDoc | cPrep | cAdv | cMonth | cPossessive | cRole | cDocPrep | cAnd
	return t.number || !t.capital && t.is(phrase) || t.is(cDemonym|cDay|cMonth|cDet)
}

// cueOf returns the relation of g to the cue q before it, which begins at token
// from, and reports whether there is one: interviews need somebody who speaks.
// The use of the relation is set in any case.
func (s *reading) cueOf(q cuePhrase, from int, g outletGroup, c compound) (relation, bool) {
	rel := relation{cue: q.text, use: q.use, from: from, to: g.r, weak: q.use&uWide == 0 || q.use&uPerson != 0}
	if from > 0 && s.tokens[from].hard() == 0 && s.tokens[from-1].is(cFuture) {
		return rel, false // sera diffusé sur France 2
	}
	if rel.use&uDoc != 0 && c.talk {
		rel.use |= uInterview
	}
	switch {
	case rel.use&uForum == uForum:
		rel.weak = true
		var ok bool
		rel.from, rel.to, ok = s.saidInForum(rel, g, c)
		return rel, ok
	case rel.use&uAir != 0 && s.x.headfirst && !s.x.declined:
		rel.weak = true
		l, r, ok := s.saidIn(from, g, c)
		rel.from, rel.to = l, r
		return s.saying(rel), ok
	case rel.use&uPrinted != 0:
		return rel, c.doc || s.heads[g.first].sort != outlet.SortBroadcaster && !s.goesOnBehind(max(g.r, c.end))
	case rel.use&uPodcast != 0:
		if s.podcast(g) {
			return rel, true
		}
		var ok bool
		rel.weak = true
		rel.from, rel.to, ok = s.saidInEpisode(from, g, c)
		return rel, ok
	case rel.use&uEvent != 0, rel.use&uDoc != 0 && c.event:
		var ok bool
		rel.weak = true
		rel.from, rel.to, ok = s.saidThere(from, max(g.r, c.end))
		return rel, ok
	case rel.use&uAir != 0:
		rel.weak = true
		if s.heads[g.first].sort != outlet.SortBroadcaster && (!s.x.bare || s.x.declined) && !s.x.nouns { // zegt hij in De Telegraaf
			return rel, false
		}
		if said := s.saidBefore(from); said >= 0 {
			rel.cue, rel.from = s.folded(said)+" "+q.text, said
			return rel, true
		}
		var ok bool
		rel.from, rel.to, ok = s.saidOnAir(from, g, c)
		return s.saying(rel), ok
	case rel.use&uInterview != 0:
		rel.weak = true
		if s.toCome(from) || s.refusesTalk(from) {
			return rel, false
		}
		l, r, speaks := s.speech(from, max(g.r, c.end), cSpeech)
		talk := !speaks && s.inTalk(q, from, c)
		if talk {
			rel.cue += " interview"
		}
		sure := rel.use&uSure != 0 || talk || s.givesTalk(from) && s.tellsOfTalk(max(g.r, c.end))
		if !speaks && (sure || s.inOne(from) || s.opensTalk(q, from, c) || s.opensSpeaking(from)) {
			l, r, speaks = s.speech(from, max(g.r, c.end), cReaction)
			if !speaks {
				return rel, true
			}
		}
		rel.from, rel.to = min(l, from), max(r, g.r)
		return rel, speaks
	}
	return rel, true
}

// goesOnBehind reports whether the noun phrase that names a paper goes on behind token i, so that it
// says what is the paper's: in Saturday's Guardian crossword.
func (s *reading) goesOnBehind(i int) bool {
	return s.follows(i+1) && s.tokens[i+1].lex.class == 0 && s.tokens[i+1].lex.id == 0 && s.tokens[i+1].gap == gSpace && s.tokens[i+1].name < 0 && !s.inLy(i+1)
}

// saidInForum reports whether somebody speaks in the forum of g, as rel has it, and from which token
// to which.
func (s *reading) saidInForum(rel relation, g outletGroup, c compound) (l, r int, ok bool) {
	if s.heads[g.first].sort != outlet.SortDigital || s.owns(g.r) {
		return rel.from, rel.to, false
	}
	if l, r, ok = s.speech(rel.from, max(g.r, c.end), cSpeech); ok {
		return min(l, rel.from), max(r, g.r), true
	}
	return rel.from, rel.to, rel.use&uSure != 0
}

// podcast reports whether the words before the names of g say that they are podcasts, or the one
// behind its name does.
func (s *reading) podcast(g outletGroup) bool {
	h := &s.heads[g.first]
	for k := g.l; k < h.at; k++ {
		if s.folded(k) == "podcast" {
			return true
		}
	}
	return h.outlet == nil && h.r > h.at && s.folded(h.r) == "podcast"
}

// saidInEpisode reports whether somebody speaks in the sentence that dates what he says by the
// episode of the programmes of g, which the words from token from on name, and from which token to
// which: On Monday's episode of The Harbour Show, Roe said. What is in the programme is not said there: in an
// episode of the BBC drama.
func (s *reading) saidInEpisode(from int, g outletGroup, c compound) (l, r int, ok bool) {
	h := &s.heads[g.first]
	if s.x.language != "en" || h.outlet == nil || h.sort != outlet.SortBroadcaster {
		return from, g.r, false
	}
	if c.name || c.role || c.doc || s.owns(g.r) {
		return from, g.r, false
	}
	if s.follows(g.r+1) && !s.tokens[g.r+1].is(cDay|cPrep|cAdv) {
		return from, g.r, false
	}
	l, r, ok = s.speech(from, g.r, cSpeech)
	return min(l, from), max(r, g.r), ok
}

// officialOf reports whether token i is an official of what follows it: according to an official
// with Time.
func (s *reading) officialOf(i int) bool {
	if s.x.language != "en" || i+1 >= len(s.tokens) || !s.tokens[i+1].is(cMember) || s.tokens[i].capital {
		return false
	}
	w := s.folded(i)
	return w == "official" || w == "officials"
}

// docRelation returns the relation of g to the document at token doc, which the
// preposition at token prep ties to it, or a case if prep is doc: a report in; an
// interview needs somebody who speaks.
func (s *reading) docRelation(doc, prep int, g outletGroup, c compound) (relation, bool) {
	rel := relation{cue: s.withHyphen(doc), from: doc, to: g.r}
	if doc > 0 && s.tokens[doc].gap == gHyphen {
		rel.from--
	}
	if prep > doc {
		rel.cue += " " + s.folded(prep)
	}
	h := &s.heads[g.first]
	rel.weak = !(s.tokens[doc].is(cScoop) && s.folded(prep) == "by" && h.r-h.at > 1) // an investigation by Long Lake News
	if s.x.language == "en" && s.folded(prep) == "at" {
		return rel, s.publishedAt(doc, g)
	}
	if !s.tokens[doc].is(cInterview) {
		return rel, s.publishesOn(prep, g)
	}
	l, r, speaks := s.speech(doc, max(g.r, c.end), cSpeech)
	rel.from, rel.to = min(l, doc), max(r, g.r)
	return rel, speaks
}

// withHyphen returns the word that ends with token i, with what a hyphen joins before it: op-ed.
func (s *reading) withHyphen(i int) string {
	if i > 0 && s.tokens[i].gap == gHyphen {
		return s.folded(i-1) + "-" + s.folded(i)
	}
	return s.folded(i)
}

// publishedAt reports whether the document at token doc was published at the outlets of g: a column at
// Vox, not a job interview there, nor legal commentary, which is a trade, nor a video at a host.
func (s *reading) publishedAt(doc int, g outletGroup) bool {
	const most = 3 // words between it and its determiner
	if s.tokens[doc].is(cInterview) || strings.Contains(s.text(g.l, g.r), ".") {
		return false
	}
	for k := doc - 1; k >= 0 && k >= doc-1-most && s.tokens[k+1].hard() == 0; k-- {
		switch t := &s.tokens[k]; {
		case t.is(cDet | cPossessive), s.theirs(k):
			return true
		case t.is(cPrep | cBound | cAux), t.name >= 0:
			return false
		}
	}
	return false
}

// publishesOn reports whether what stands on the outlets of g, by the preposition at token
// prep, was published there: a story on a paper is about it, but for one on its site.
func (s *reading) publishesOn(prep int, g outletGroup) bool {
	if s.x.language != "en" || s.folded(prep) != "on" || strings.Contains(s.text(g.l, g.r), ".") { // on NJ.com
		return true
	}
	if s.owns(g.r) { // on its site, but not on its platforms or its failures
		return !s.follows(g.r+2) || s.tokens[g.r+2].capital || !strings.HasSuffix(s.folded(g.r+2), "s")
	}
	switch s.heads[g.first].sort {
	case outlet.SortBroadcaster, outlet.SortDigital:
		return s.folded(prep-1) != "reporting" // unfair reporting on her show
	}
	return false
}

// unsaid reports whether the cue that begins at token i is denied, or still to come: was not
// reported by; will be aired on; spoke about appearing on.
func (s *reading) unsaid(i int) bool {
	const most = 3
	if i > 0 && s.tokens[i].hard() == 0 && s.folded(i-1) == "about" {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-most && s.tokens[k+1].hard() == 0; k-- {
		t := &s.tokens[k]
		if t.is(cFuture) {
			return s.folded(k+1) == "be"
		}
		if s.yetToBe(k) {
			return true
		}
		if s.denies(k) {
			return true
		}
		if !t.is(cAux|cAdv) && (k < i-1 || t.lex.id != 0) {
			break
		}
	}
	return false
}

// refused reports whether token i says that what follows was declined: refused to be
// interviewed by.
func (s *reading) refused(i int) bool {
	if i < 0 {
		return false
	}
	switch s.folded(i) {
	case "refused", "refuses", "declined", "declines", "refusing", "declining":
		return true
	}
	return false
}

// yetToBe reports whether the words from token k on are "to be" and what stands before says that it was declined or has
// not come yet.
func (s *reading) yetToBe(k int) bool {
	return s.folded(k) == "to" && s.folded(k+1) == "be" && (s.refused(k-1) || s.due(k-1))
}

// due reports whether token i says that what follows, with "to be", has not come yet: is to be interviewed by.
func (s *reading) due(i int) bool {
	return s.x.language == "en" && i >= 0 && s.tokens[i].is(cBe) && s.tokens[i+1].hard() == 0
}

// denies reports whether token k, before a cue, denies it: not, but not: not only; not one
// woman.
func (s *reading) denies(k int) bool {
	if s.folded(k) == "one" && k > 0 {
		return s.tokens[k-1].is(cNegation)
	}
	switch s.folded(k + 1) {
	case "only", "just", "merely":
		return false
	}
	return s.tokens[k].is(cNegation)
}

// docPrep returns the preposition that ties the document at token p to an
// outlet at token l: next to either. It returns 0 if there is none.
func (s *reading) docPrep(p, l int) int {
	switch {
	case p+1 < l && s.tokens[p+1].lex.class&cDocPrep != 0:
		return p + 1
	case p+1 < l && s.tokens[l-1].is(cDocPrep):
		return l - 1
	}
	return 0
}

// cueFits reports whether a cue with use u may credit an outlet: next tells
// that it stands directly before the outlet's noun phrase, colon that one is
// between, from is its first token and c what follows the outlet.
func (s *reading) cueFits(u use, next, colon bool, from int, c compound) bool {
	switch {
	case !next && u&uWide == 0, colon && u&uLabel == 0, u&uAside != 0 && !s.opensBracket(from):
		return false
	case u&uLabel != 0 && next && !c.staff && s.x.language == "en" && s.folded(from) == "via" && s.colonAt(c.end+1): // evidence via USA Today:
	case u&uLabel != 0 && !colon && from > 0 && s.tokens[from].gap&(gOpen|gDash|gEnd) == 0:
		return false
	case u&uPeople != 0 && !c.name:
		return false // an angry call to the CNN sales desk
	case u&uScoop != 0:
		return c.scoop && !c.staff && (from == 0 || s.folded(from-1) != "a") // not: a confirmed CNN report
	case u&uThanks != 0 && s.forAFavour(c.end+1):
		return false
	case c.staff, u&uDoc != 0 && !c.doc && (u&uAux == 0 || !s.auxAt(c.end+1)), u&uDoc != 0 && u&uEvent != 0 && !c.event:
		return false
	case c.role || c.name && !c.doc:
		return u&(uPerson|uWide|uInterview|uAir) != 0
	}
	return true
}

// forAFavour reports whether "for" or "in" stands at token i and no word for a report within the next words: for the
// loan of a projector, but not: for the facts in this report.
func (s *reading) forAFavour(i int) bool {
	const most = 7
	if i >= len(s.tokens) || s.tokens[i].hard() != 0 || s.folded(i) != "for" && s.folded(i) != "in" {
		return false
	}
	for k := i + 1; k < min(len(s.tokens), i+most) && s.tokens[k].hard() == 0; k++ {
		if s.tokens[k].is(cDoc) {
			return false
		}
	}
	return true
}

// auxAt reports whether token i is an auxiliary verb in the same clause as the
// token before it.
func (s *reading) auxAt(i int) bool {
	return i < len(s.tokens) && s.tokens[i].is(cAux) && s.tokens[i].hard() == 0
}
