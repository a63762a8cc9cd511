package credit

import (
	"strings"

	"wiretrace/outlet"
)

// compound returns what follows the last outlet of g in its noun phrase.
func (s *reading) compound(g outletGroup) compound {
	const most = 7
	c := compound{end: s.siteOfItsOwn(g.r)}
	if c.end > g.r {
		return c
	}
	possessive := false
	unknown := 0
	for k := g.r + 1; k < len(s.tokens) && k <= g.r+most; k++ {
		t := &s.tokens[k]
		if t.gap&(gHard|gEnd) != 0 {
			break
		}
		if k == g.r+1 && t.gap&gApos != 0 {
			if t.gap&gSpace != 0 {
				possessive = true // Fox News' host
			} else if t.is(cPossessive) {
				possessive = true
				continue
			}
		}
		if verb := !c.doc && (!possessive || c.name); t.name >= 0 || verb && s.verbOf(g, k) || c.doc && s.docReports(k) {
			break
		}
		if s.partOf(g, k) {
			c.staff, c.end = true, k
			return c
		}
		if s.x.headfirst && t.is(cStaff) {
			return c // told the PAP: a spokesman
		}
		if possessive && s.datesDoc(k) {
			continue
		}
		if k == g.r+1 && s.ofRegion(g, t) {
			c.end = k
			continue
		}
		c.event = c.event || t.is(cStage) && !strings.HasPrefix(s.folded(k), "appearance")
		switch c.take(t, k, possessive, s.x.nouns) {
		case endsCompound:
			return c
		case unknownInCompound:
			if unknown++; unknown > 2 || c.name || s.x.inverted {
				return c
			}
		}
	}
	return c
}

// siteOfItsOwn returns the last token of what an outlet in the genitive, which ends with token end, has of its own and
// tells the news on, or end: the Herald's website, the Herald's US edition, but not the Herald's website editor.
func (s *reading) siteOfItsOwn(end int) int {
	const most = 3 // words between
	if s.x.language != "en" || !s.owns(end) {
		return end
	}
	for k := end + 2; k <= end+2+most && s.follows(k) && s.tokens[k].gap&gSpace != 0; k++ {
		t := &s.tokens[k]
		if t.site() {
			if s.follows(k+1) && (s.tokens[k+1].capital || s.tokens[k+1].is(cRole|cStaff|cDoc)) {
				return end
			}
			return k
		}
		if t.name >= 0 || !t.capital && !t.is(cAdj|cDemonym) {
			break
		}
	}
	return end
}

// site reports whether t is a noun for a website, or an edition.
func (t *token) site() bool {
	return !t.capital && (t.is(cEdition) || t.is(cPress) && t.lex.sort == outlet.SortDigital)
}

// docReports reports whether token k, a noun as well, is the verb of the document before it: a CNN article reports.
func (s *reading) docReports(k int) bool {
	if s.x.language != "en" || s.tokens[k].capital || s.tokens[k].hard() != 0 || s.singular(k) || !s.singular(k-1) {
		return false
	}
	_, n := s.ahead(k, uShow)
	return n > 0 && s.tokens[k].is(cDoc) && s.follows(k+n)
}

// datesDoc reports whether token k says of when a document behind it is: CNN's April 2017 poll, the
// Herald's Sunday story.
func (s *reading) datesDoc(k int) bool {
	const most = 3
	if s.x.language != "en" || !s.tokens[k].capital || !s.tokens[k].is(cDay|cMonth) {
		return false
	}
	for i := k + 1; i <= k+most && s.follows(i); i++ {
		t := &s.tokens[i]
		if t.is(cDoc) && !t.capital {
			return true
		}
		if !t.number && !t.is(cAdj) || t.capital {
			break
		}
	}
	return false
}

// partOf reports whether a hyphen joins token k, which no cue knows, to the last outlet of g,
// so that it is something of the outlet that does not report: SVT-chefen.
func (s *reading) partOf(g outletGroup, k int) bool {
	t := &s.tokens[k]
	return k == g.r+1 && t.gap&gHyphen != 0 && t.lex.class == 0 && s.x.regional && !s.x.nouns
}

// ofRegion reports whether t, directly behind a station, says for which region it is: France Bleu
// Gironde.
func (s *reading) ofRegion(g outletGroup, t *token) bool {
	return s.x.headfirst && !s.x.foreign && t.capitalWord() && t.gap == gSpace && t.lex.class == 0 && s.heads[g.last].sort == outlet.SortBroadcaster
}

// verbOf reports whether a verb of the outlets of g begins at token k, which
// may be a document of theirs as well.
func (s *reading) verbOf(g outletGroup, k int) bool {
	t := &s.tokens[k]
	if t.capital && !s.x.nouns || t.lex.id == 0 {
		return false
	}
	_, n := s.ahead(k, uVerb|uSay|uAsk)
	if n == 0 {
		return t.is(cRole) && s.showsThat(k) // records seen by CNN show that
	}
	if s.x.nouns && !t.capital && t.gap == gSpace {
		return true // Reporter von CNN berichten: the reports would have a capital letter
	}
	return !(t.is(cDoc) && g.first == g.last && s.singular(k)) || s.tellsOf(k) || s.reportingThat(g, k)
}

// tellsOf reports whether token k is a verb since what was told follows, where a document
// would be joined to the name by a hyphen: De Standaard bericht dat; had HLN bericht over.
func (s *reading) tellsOf(k int) bool {
	if !s.x.regional || s.x.nouns || s.tokens[k].gap != gSpace || !s.follows(k+1) {
		return false
	}
	return s.tokens[k+1].is(cRelative|cPrep) && !s.tokens[k+1].is(cMember)
}

// reportingThat reports whether token k is the participle of g, since what was told follows: with
// CNN reporting that. Otherwise "CNN reporting" is its work.
func (s *reading) reportingThat(g outletGroup, k int) bool {
	if s.x.language != "en" || g.l == 0 || !strings.HasSuffix(s.folded(k), "ing") || !s.follows(k+1) {
		return false
	}
	if !s.tokens[g.l-1].is(cAbsolute) {
		return s.tokens[g.l].hard() == gComma && k == g.r+1 && s.folded(k+1) == "that" // behind a whole clause
	}
	return s.folded(k+1) == "that" || s.tokens[k+1].is(cDay) || s.folded(k+1) == "on" && s.follows(k+2) && s.tokens[k+2].is(cDay)
}

// showsThat reports whether token k is a verb of what documents do and its
// object follows.
func (s *reading) showsThat(k int) bool {
	_, n := s.ahead(k, uShow)
	return n > 0 && k+n < len(s.tokens) && s.tokens[k+n].hard() == 0 && s.tokens[k+n].is(cDet|cBound)
}

// What a word is to the compound before it.
const (
	inCompound = iota
	unknownInCompound
	endsCompound
)

// take adds token k, which is t, to c; possessive says that a genitive's s
// stands before it, nouns that nouns are capitalised.
func (c *compound) take(t *token, k int, possessive, nouns bool) int {
	switch {
	case t.is(cDoc|cStage) && (!t.capital || t.is(cPoll) || nouns):
		c.doc, c.end = true, k
		c.poll = c.poll || t.is(cPoll)
		c.talk, c.scoop = c.talk || t.is(cInterview|cStage), c.scoop || t.is(cScoop)
		return inCompound
	case c.doc && (c.poll || !t.is(cRole)):
		return endsCompound
	case c.doc:
		c.doc, c.talk, c.scoop = false, false, false // editorial board
	}
	switch {
	case t.is(cStaff) && nouns && c.name && t.gap&gHyphen != 0: // zitiert der Spiegel XY-Chefin Ada Lorne
		c.end = k
	case t.is(cStaff) && (!t.capital || !possessive || nouns):
		c.staff, c.end = true, k
	case t.is(cRole):
		c.role, c.end = true, k
	case t.capital && !t.is(cDay|cMonth|cAux|cPrep|cBound|cAdv|cAir):
		c.name, c.end = true, k
	case t.is(cPrep | cAux | cBound | cDay | cMonth | cRelative | cAdv | cDet):
		return endsCompound
	case t.is(cNounPhrase) || t.number:
	default:
		return unknownInCompound
	}
	return inCompound
}

// singular reports whether token i, a document and perhaps a verb, cannot be
// the verb of one outlet: report, not reports.
func (s *reading) singular(i int) bool {
	t := &s.tokens[i]
	return s.a.Text[t.end-1] != 's'
}
