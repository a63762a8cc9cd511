package credit

import (
	"slices"
	"strings"

	"wiretrace/outlet"
)

// A verbSearch is what a verb behind the outlets of a group is looked for by.
type verbSearch struct {
	g        outletGroup
	c        compound
	want     use
	end      int  // last token of its subject
	most     int  // how many tokens to look at
	people   bool // their people stand before it: los periodistas de El Faro
	absolute bool // the verb is a participle: with CNN reporting
	joint    bool // the verb stands at the end of its clause: wie CNN ... berichtet
	framed   bool // so does its participle, the auxiliary before the subject: hatte CNN ... berichtet
	inserted bool // the subject stands between commas: Jane Roe, an editor of CNN, said
	cleft    bool // the verb stands in the relative clause that says what the outlets did: it was CNN who
}

// verbAfter looks for a verb whose subject is g, its document or its people.
func (s *reading) verbAfter(g outletGroup, c compound) (relation, bool) {
	v, ok := s.verbSearch(g, c)
	if !ok {
		return relation{}, false
	}
	relative := -1
	for k := v.end + 1; k < len(s.tokens) && k <= v.end+v.most; k++ {
		if r := s.pastPartner(&v, k); r > k {
			k, v.most = r, v.most+r-k+1
			continue
		}
		switch s.parts(&v, k) {
		case partsClauses:
			return relation{}, false
		case partsRelative:
			if relative = k; s.cleft(&v, k) {
				v.cleft, v.joint, v.want = true, s.x.nouns, v.want|uShow // det var DN som i en granskning visade
			}
			continue
		case partsInsertion:
			return s.insertion(k, &v)
		case partsWitness:
			return s.afterWitness(k, &v)
		}
		if rel, ok, stop := s.verbAt(&v, k); stop {
			return rel, ok && !(relative < 0 && s.othersVerb(k))
		}
		if !s.beforeVerb(&v, k) {
			break
		}
	}
	if relative < 0 || s.tokens[relative].hard() != gComma {
		if l, ok := s.peopleStart(g); ok && relative >= 0 {
			return relation{cue: s.text(g.l-2, g.l-1), use: uVerb, from: l, to: relative}, true // ce sont les journalistes du Monde qui
		}
		return s.secondVerb(&v)
	}
	return s.resumed(relative, &v) // CNN, which has two witnesses, reports
}

// othersVerb reports whether German says with the verb at token k, behind a comma, what somebody named behind
// it tells, and not who stands before: offen liege die Plattform Lenkrat, berichtet das Magazin Talblick.
func (s *reading) othersVerb(k int) bool {
	return s.x.nouns && s.tokens[k].hard() == gComma && s.follows(k+1) && s.tokens[k+1].is(cDet)
}

// made reports whether token k is a participle that tells of an outlet who makes it or where:
// produced by, based in.
func (s *reading) made(k int) bool {
	w := s.folded(k)
	return k+1 < len(s.tokens) && s.tokens[k+1].is(cPrep) && s.tokens[k].hard() == 0 && (strings.HasSuffix(w, "ed") || w == "made" || w == "run")
}

// verbSearch returns how to look for a verb of g, and reports whether g may be
// the subject of one behind it.
func (s *reading) verbSearch(g outletGroup, c compound) (verbSearch, bool) {
	v := verbSearch{g: g, c: c, end: g.r, want: uVerb | uSay | uAsk, most: 6}
	switch {
	case c.doc:
		v.end, v.want, v.most = c.end, uShow, 14
	case c.role || c.name:
		if v.end = s.coauthorsEnd(c.end); v.end > c.end && !c.role {
			v.want = uVerb // CNN's Jane Roe and Mayor John Doe said
		}
	case c.end > g.r && s.owns(g.r):
		v.end = c.end // the Herald's website
	default:
		v.end = s.nameEnd(g)
	}
	if !s.subject(g, c) && !s.alongside(g, c) {
		if v.absolute = g.l > 0 && s.tokens[g.l-1].is(cAbsolute); !v.absolute {
			return v, false
		}
	}
	if v.framed = s.framed(g, c); v.framed {
		v.most = 14
	}
	if v.joint = s.verbEnds(&v); v.joint {
		v.most = 20
	}
	_, v.people = s.peopleStart(g)
	v.c.role = c.role || s.reportersFor(g) && s.folded(g.l-1) == "for"
	v.inserted = s.putIn(g, c) || s.alongside(g, c) || s.explainedAt(s.heads[g.last].at)
	return v, true
}

// reportersFor reports whether g are those for whom reporters work: reporters for CNN say.
func (s *reading) reportersFor(g outletGroup) bool {
	return g.l > 1 && s.tokens[g.l-1].is(cMember) && s.tokens[g.l-2].is(cRole) && s.tokens[g.l].hard() == 0
}

// putIn reports whether g, of which c follows, stands between commas in a clause
// whose verb comes later: Jane Roe, an editor of CNN, said.
func (s *reading) putIn(g outletGroup, c compound) bool {
	if g.l == 0 {
		return false
	}
	p := &s.tokens[g.l-1]
	switch {
	case p.is(cSuch), s.folded(g.l-1) == "them" && g.l > 1 && s.folded(g.l-2) == "among", s.reportersFor(g):
		return true
	}
	if p.is(cMember) && p.hard() == gComma && g.l > 1 && s.tokens[g.l-2].person() || s.covers(g) {
		return true // Ana Robledo, de El País, reveló
	}
	return (c.name || c.role || p.is(cPress)) && s.tokens[g.l].gap&gComma != 0
}

// verbEnds reports whether the verb of v stands at the end of its clause: always in
// some languages, behind an auxiliary or a conjunction in others.
func (s *reading) verbEnds(v *verbSearch) bool {
	if s.x.verblast || v.g.l > 0 && s.tokens[v.g.l-1].is(cJoint) {
		return true
	}
	return !v.c.doc && s.auxAt(v.end+1) && s.tokens[v.end+1].is(cFinal)
}

// framed reports whether an auxiliary stands before the subject g, so that its verb is
// a participle at the end of the clause: zuerst hatte der Spiegel darüber berichtet; or a
// conjunction does, and all its verbs are there.
func (s *reading) framed(g outletGroup, c compound) bool {
	l := g.l
	for l > 1 && g.l-l < 3 && s.tokens[l].hard() == 0 && s.tokens[l-1].is(cAdv) {
		l-- // hatte zuerst der Spiegel
	}
	return !c.doc && l > 0 && s.tokens[l].hard() == 0 && (s.tokens[l-1].is(cFinal) || s.subordinate(l-1))
}

// nameEnd returns the last token of what goes with the names of g: of a programme,
// of a place.
func (s *reading) nameEnd(g outletGroup) int {
	if !s.owns(g.r) {
		return s.placeEnd(g.r)
	}
	if end := s.programmeEnd(g, g.r); end > g.r+1 {
		return end
	}
	return g.r
}

// owns reports whether a genitive's s follows token i.
func (s *reading) owns(i int) bool {
	return i+1 < len(s.tokens) && s.tokens[i+1].is(cPossessive) && s.tokens[i+1].gap&gApos != 0
}

// alongside reports whether people of g are said to speak beside somebody: Roe,
// along with CNN reporter Jane Doe, said.
func (s *reading) alongside(g outletGroup, c compound) bool {
	return (c.role || c.name) && g.l > 2 && s.tokens[g.l-1].is(cMember) && s.tokens[g.l-2].is(cBeside) && s.tokens[g.l-2].hard() == gComma
}

// placeEnd returns the last token of the place behind an outlet's name that ends
// with token end, or end: the News & Observer in Raleigh, N.C., was reporting.
func (s *reading) placeEnd(end int) int {
	const most = 3 // words of a name
	i := end + 2
	if i >= len(s.tokens) || s.tokens[i-1].hard() != 0 || !s.tokens[i-1].is(cDocPrep) && !s.paperOf(end) {
		return end
	}
	for part := range 2 {
		from := i
		for i < from+most && s.inPlace(i) && (i == from || s.tokens[i].gap&^(gSpace|gDot) == 0) {
			i++
		}
		if i == from {
			break
		}
		end = i - 1
		if part > 0 || i == len(s.tokens) || s.tokens[i].hard() != gComma {
			break
		}
	}
	return end
}

// inPlace reports whether token i may be a word of a place's name.
func (s *reading) inPlace(i int) bool {
	return i < len(s.tokens) && s.tokens[i].capitalWord() && !s.tokens[i].is(cDay|cMonth)
}

// paperOf reports whether token i ends the name of a paper that is known and "of" a place may follow: Le
// Monde of Paris, the Post and Courier of Charleston.
func (s *reading) paperOf(i int) bool {
	m := s.tokens[i].name
	if s.x.language != "en" || m < 0 || s.mentions[m].Outlet == nil || s.folded(i+1) != "of" {
		return false
	}
	is := s.mentions[m].Outlet.Sort
	return is == outlet.SortNewspaper || is == outlet.SortMagazine || is == outlet.SortJournal
}

// explainedAt reports whether the name that begins at token at stands behind a
// comma and a press word: a British newspaper, The Mirror.
func (s *reading) explainedAt(at int) bool {
	if at > 1 && s.tokens[at-1].is(cThe) && s.tokens[at].hard() == 0 {
		at--
	}
	return at > 0 && s.tokens[at].gap&gComma != 0 && s.tokens[at-1].is(cPress)
}

// What the gap before a token parts.
const (
	partsNothing   = iota
	partsClauses   // no verb behind it belongs to the outlets
	partsRelative  // CNN, which first reported
	partsInsertion // the clause may go on behind what is put in
	partsWitness   // so it may behind a relative clause without commas: a CNN reporter who saw it said
)

// parts returns what the gap before token k, behind the outlets of v, parts.
func (s *reading) parts(v *verbSearch, k int) int {
	t := &s.tokens[k]
	hard := t.hard()
	switch {
	case hard == 0 && v.inserted && k == v.end+1 && t.is(cRelative) && v.c.role:
		return partsInsertion // Jane Roe, the CNN reporter who broke the news, said
	case s.cleft(v, k):
		return partsRelative
	case hard == 0 && k == v.end+1 && v.c.role && s.witnesses(k):
		return partsWitness
	case hard == gComma && v.c.doc && t.is(cDet) && !v.joint:
		return partsClauses // in the Herald's story, a diver found it
	case hard == 0, hard == gComma && (v.joint || v.c.doc):
		return partsNothing
	case hard == gComma && v.inserted && k == v.end+1 && t.is(cDet) && !t.is(cAdv):
		return partsInsertion // reporters for Deep Water, a podcast made in Leith, say
	case hard&(gComma|gDash|gOpen) == 0:
		return partsClauses
	case hard == gComma && t.is(cRelative):
		return partsRelative
	case hard == gComma && (v.inserted || v.end > v.g.r && !v.c.name && !v.c.role) && k == v.end+1:
		return partsNothing
	}
	return partsInsertion
}

// cleft reports whether a relative clause that begins at token k says what the outlets
// of v did, as a form of to be before them shows: c'est CNN qui; it was CNN's Jane Roe who; es war
// CNN, das.
func (s *reading) cleft(v *verbSearch, k int) bool {
	t := &s.tokens[k]
	if k != v.end+1 || t.hard() != 0 && (t.hard() != gComma || s.x.headfirst || s.x.language == "en") {
		return false
	}
	if !t.is(cRelative) && !(s.x.headfirst && t.is(cThe) && s.follows(k+1) && s.tokens[k+1].is(cRelative)) { // fue El País el que
		return false
	}
	if s.x.language == "en" {
		return v.g.l > 1 && s.tokens[v.g.l].hard() == 0 && s.folded(v.g.l-2) == "it" && s.tokens[v.g.l-1].is(cBe)
	}
	if !s.x.inverted {
		return false
	}
	l, _ := s.peopleStart(v.g)
	return l > 0 && s.tokens[l].hard()&^gComma == 0 && s.auxBefore(l)
}

// auxBefore reports whether an auxiliary verb stands before token l, something put in between
// perhaps: foram, contudo, os jornalistas.
func (s *reading) auxBefore(l int) bool {
	if s.tokens[l].hard() == 0 {
		return s.tokens[l-1].is(cAux)
	}
	return l > 2 && s.tokens[l-1].hard() == gComma && s.tokens[l-2].is(cAux)
}

// verbAt returns the relation that the verb at token k makes, and reports
// whether it credits. It stops the search if there is a verb at all.
func (s *reading) verbAt(v *verbSearch, k int) (rel relation, ok, stop bool) {
	q, n := s.ahead(k, v.want)
	end := s.verbEnd(v, q.use, k, n)
	if s.participle(v, k) {
		return relation{}, false, false
	}
	if q.use&uPoll != 0 && v.c.doc && !v.c.poll && s.x.language == "en" {
		return relation{}, false, false // a story that had reported it
	}
	if n == 0 || end == 0 {
		for _, find := range [...]func(*verbSearch, int) (relation, bool){s.shares, s.offers, s.receives} {
			if rel, ok = find(v, k); ok {
				break
			}
		}
		return rel, ok, ok
	}
	if !s.verbFits(q.use, k+n, s.withPeople(v, q.use), s.heads[v.g.first].ref) || s.comments(v, q, k+n) || s.reportsNothing(v, q, k, n) || s.scareQuoted(k, end) {
		return relation{}, false, true
	}
	rel = relation{cue: q.text, use: q.use, from: v.g.l, to: end, weak: q.use&uVerb == 0, people: !v.c.doc && s.peopleOf(v.g, v.c) != nobody}
	if v.c.poll {
		rel.cue = "poll " + rel.cue
	}
	// Jane Roe of CNN: from her name on.
	if l := v.g.l; l > 2 && s.tokens[l-1].is(cMember) && s.tokens[l-2].capital && s.tokens[l].hard() == 0 {
		rel.from = l - 2
	}
	return rel, true, true
}

// participle reports whether the word at token k, behind a preposition, is no verb of the outlets
// of v: for alleged misconduct.
func (s *reading) participle(v *verbSearch, k int) bool {
	return s.x.language == "en" && k > 0 && s.tokens[k-1].is(cPrep) && s.tokens[k].hard() == 0 && !v.c.doc
}

// reportsNothing reports whether the verb of n words at token k, which is q, says that the outlets
// of v told nothing, or not that they did: CNN did not report; with CNN reported.
func (s *reading) reportsNothing(v *verbSearch, q cuePhrase, k, n int) bool {
	return s.denied(v, k) || !v.c.doc && s.noObject(k, n) || v.absolute && !strings.HasSuffix(q.text, "ing")
}

// withPeople returns what follows the outlets of v, with their people if these stand before
// them: Reporter der AP, корреспондент ТАСС; in English of a verb of use u that only people do: Jane
// Roe of the AP joked.
func (s *reading) withPeople(v *verbSearch, u use) compound {
	c, l := v.c, v.g.l
	if l > 0 && s.tokens[l].hard() == 0 && (s.x.nouns && s.tokens[l].is(cMember) || s.x.declined) {
		c.role = c.role || s.tokens[l-1].is(cRole)
	}
	c.role = c.role || v.people
	if s.x.language == "en" && u&uPeople != 0 {
		c.role = c.role || l > 1 && s.tokens[l-1].is(cMember) && s.tokens[l-2].capitalWord() && s.tokens[l].hard() == 0
	}
	return c
}

// verbEnd returns the last token of the verb of v that has the use u and begins with the n
// words from token k on: its particle if it needs one, or 0 if that is missing.
func (s *reading) verbEnd(v *verbSearch, u use, k, n int) int {
	switch {
	case s.x.verblast && u&uVerb == 0 && s.tokens[k].hard() == gComma:
		return 0 // battı, dedi çocuk
	case u&uSplit == 0:
		return k + n - 1
	case v.c.doc, u&uPeople != 0 && !v.c.role && !v.c.name:
		return 0 // das ZDF gab seine Pläne bekannt
	}
	return s.closedBy(k, n)
}

// noObject reports whether the verb of n words at token k says that something was
// shown, and nothing follows that was: CNN's morning shows, in which; Jane Roe of CNN
// shows up.
func (s *reading) noObject(k, n int) bool {
	if w := s.folded(k); n > 1 || w != "show" && w != "shows" {
		return false
	}
	return k+1 == len(s.tokens) || s.tokens[k+1].hard() != 0 || s.tokens[k+1].is(cAux) || s.folded(k+1) == "up"
}

// denied reports whether the verb at token k says that the outlets of v did not
// report, or were reported on: CNN did not confirm it; CNN was accused of it.
func (s *reading) denied(v *verbSearch, k int) bool {
	if v.c.doc || k == 0 {
		return false
	}
	for i := k - 1; i > v.end && s.tokens[i+1].hard() == 0; i-- { // not in what is put in
		if s.tokens[i].is(cNegation) {
			return true
		}
	}
	be := k - 1
	for be > v.end && (s.inLy(be) || s.x.language == "en" && s.tokens[be].is(cAdv)) {
		be-- // was widely mocked, was first published
	}
	if be < k-1 && s.tokens[be].is(cAux) && s.supposed(be) {
		return true // would probably say
	}
	return s.tokens[be].is(cBe) && !strings.HasSuffix(s.folded(k), "ing")
}

// supposed reports whether token i makes what its verb says a guess: would.
func (s *reading) supposed(i int) bool {
	switch s.folded(i) {
	case "would", "could", "might", "may", "will":
		return true
	}
	return false
}

// beforeVerb reports whether token k may stand between the outlets of v and
// their verb.
func (s *reading) beforeVerb(v *verbSearch, k int) bool {
	t := &s.tokens[k]
	switch {
	case v.c.doc:
		return !t.is(cBound) || v.c.poll && t.is(cRelative)
	case v.joint || v.framed && !t.is(cBound):
		return true
	case t.name >= 0:
		return false
	case v.cleft && t.is(cPrep|cDoc|cDet|cEdition):
		return true
	}
	return t.number || t.is(cAdv|cAux|cMonth|cNounPhrase&^cDet) || s.inMente(k) || s.inLy(k)
}

// timeBefore reports whether token k may stand between a verb and the subject behind it: publicó
// hace un mes Clarín; adelantó a última hora de la tarde Clarín.
func (s *reading) timeBefore(k int) bool {
	t := &s.tokens[k]
	if t.number || t.is(cAdv|cDay|cMonth|cThe) || s.inMente(k) || s.x.headfirst && t.is(cDet) {
		return true
	}
	return s.x.headfirst && t.is(cPrep) && s.follows(k+2) && s.tokens[k+1].hard() == 0 && (s.tokens[k+1].is(cAdv) || s.tokens[k+2].is(cAdv))
}

// inLy reports whether token k is an English adverb by its ending, or joins two such: calmly and
// patiently.
func (s *reading) inLy(k int) bool {
	t := &s.tokens[k]
	if s.x.language != "en" || t.capital || k+1 >= len(s.tokens) {
		return false
	}
	if s.folded(k) == "so" {
		return s.inLy(k + 1) // as he so pithily put it
	}
	if t.is(cAnd) {
		return strings.HasSuffix(s.folded(k-1), "ly") && strings.HasSuffix(s.folded(k+1), "ly")
	}
	return t.lex.class == 0 && strings.HasSuffix(s.a.Text[t.start:t.end], "ly")
}

// inMente reports whether token k is an adverb by its ending: giustamente, également.
func (s *reading) inMente(k int) bool {
	const stem = 3 // letters of the shortest
	t := &s.tokens[k]
	if !s.x.headfirst || s.x.foreign || t.capital || t.end-t.start < stem+len("mente") {
		return false
	}
	w := s.a.Text[t.start:t.end]
	return strings.HasSuffix(w, "mente") || s.x.contracts && strings.HasSuffix(w, "ement")
}

// subject reports whether g may be the subject of a verb after it: a clause
// begins before it, or a person of the outlet does: Jane Roe of CNN.
func (s *reading) subject(g outletGroup, c compound) bool {
	if g.l == 0 || s.tokens[g.l].gap&(gHard|gEnd) != 0 || c.poll {
		return true
	}
	p := &s.tokens[g.l-1]
	switch {
	case p.is(cStaff), p.is(cMember) && s.x.language == "en" && g.l > 1 && (s.tokens[g.l-2].is(cStaff) || s.manages(g.l-2)):
		return false // the CEO of CNN
	case p.is(cBound) || p.number:
		return true
	case p.is(cPrep):
		return !c.doc && (g.l >= 2 && (p.is(cMember) && s.memberAt(g.l-2) || s.printedIn(g, c)) || s.toldFirst(c.end))
	}
	return true
}

// manages reports whether token i is who manages an outlet, and of no section of it: the editor of the Herald, but not
// the political editor of the Herald.
func (s *reading) manages(i int) bool {
	return i > 0 && s.tokens[i].is(cHost) && strings.HasPrefix(s.folded(i), "editor") && s.tokens[i-1].is(cThe) && s.folded(i+1) == "of"
}

// toldFirst reports whether a relative clause behind token end says of an outlet that it was the first to report: did not
// return a call from the Herald, which first reported the payments.
func (s *reading) toldFirst(end int) bool {
	const most = 2 // words before the verb
	k := end + 1
	if s.x.language != "en" || k+1 >= len(s.tokens) || s.folded(k) != "which" || s.tokens[k].hard() != gComma {
		return false
	}
	for i := k + 1; i <= k+most && s.follows(i); i++ {
		if q, n := s.ahead(i, uVerb); n > 0 {
			return strings.Contains(q.text, "first") || strings.HasPrefix(q.text, "broke ")
		}
		if !s.tokens[i].is(cAdv | cAux) {
			break
		}
	}
	return false
}

// printedIn reports whether somebody's name, of two words or more and with which a clause begins, stands
// before g, in which he writes: As Jane Roe in the Herald outlined.
func (s *reading) printedIn(g outletGroup, c compound) bool {
	p := g.l - 1
	if s.x.language != "en" || c.role || c.name || s.folded(p) != "in" || s.tokens[p].hard() != 0 || s.heads[g.last].sort == outlet.SortBroadcaster {
		return false
	}
	l := s.nameStart(p)
	return p-l > 1 && s.opensClause(l)
}

// memberAt reports whether token i ends who is of an outlet: Jane Roe of CNN, a reporter for CNN. A
// report in CNN is a cue already.
func (s *reading) memberAt(i int) bool {
	return (s.tokens[i].person() || s.atLarge(i) || s.ours(i)) && !s.tokens[i].is(cNegation)
}

// ours reports whether token i is those of another outlet with whom the writer's works: our partners at WXDE.
func (s *reading) ours(i int) bool {
	const most = 2 // words between
	if !slices.Contains(s.x.allies, s.folded(i)) {
		return false
	}
	for k := i - 1; k >= max(0, i-1-most) && s.tokens[k+1].hard() == 0; k-- {
		if s.folded(k) == "our" {
			return true
		}
	}
	return false
}

// atLarge reports whether token i ends what somebody is: editor at large.
func (s *reading) atLarge(i int) bool {
	return s.folded(i) == "large" && i > 1 && s.folded(i-1) == "at" && s.tokens[i-2].is(cRole)
}

// person reports whether t may be somebody's name or what somebody is: Roe, reporter.
func (t *token) person() bool {
	return t.capitalWord() && !t.number && !t.is(cDay|cMonth) || t.is(cRole)
}
