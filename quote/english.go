package quote

import "strings"

// Who speaks in English where the subject of the verb is not the name next to it.

// markPairs makes verbs of speech of those that are such with the word behind them, where
// a mark ends the two or "to" goes on: X went on: “…”; as X put it, “…”.
func (r *reading) markPairs() {
	pairs := r.table.pairs[r.lang]
	if len(pairs) == 0 || len(r.out) == 0 {
		return
	}
	for i := int32(0); i+2 < int32(len(r.list)); i++ {
		t := &r.list[i]
		if t.role&roleSayWith == 0 || t.upper || !pairs[pair{t.hash, r.list[i+1].hash}] {
			continue
		}
		if r.romance { // a laissé tomber | la mairesse: the infinitive has the subject behind it
			t.role = t.role&^roleCue | roleAux
			r.list[i+1].role |= roleSay
			continue
		}
		if next := &r.list[i+2]; next.kind != wordToken || next.first || r.word(i+2) == "to" {
			t.role |= roleSay
		}
	}
}

// markWordsOf makes a word of speech of each "words" behind which stands whose they are: in the
// words of X, “…”.
func (r *reading) markWordsOf() {
	if !r.english || len(r.out) == 0 {
		return
	}
	for i := int32(2); i+2 < int32(len(r.list)); i++ {
		if t := &r.list[i]; t.kind == wordToken && !t.upper && r.word(i) == "words" && r.word(i+1) == "of" && r.word(i-1) == "the" && strings.EqualFold(r.word(i-2), "in") {
			t.role |= roleAcc
		}
	}
}

// partsClauses reports whether token i is a mark that parts a clause from what follows it.
func (r *reading) partsClauses(i int32) bool {
	switch r.list[i].kind {
	case wordToken, quoteToken:
		return false
	}
	return true
}

// isPlace reports whether the name [from, to) is that of a state or a country, which
// behind the name of a town is nobody's: Salem, New Hampshire.
func (r *reading) isPlace(from, to int32) bool {
	return to-from <= 2 && from < to && r.role(to-1)&rolePlace != 0 && (to-from == 1 || r.role(from)&(roleGivenM|roleGivenF) == 0)
}

// behindTown reports whether the name p is that of a state or a country between commas
// behind the name of a town.
func (r *reading) behindTown(p phrase, hi int32) bool {
	return r.isPlace(p.from, p.to) && p.from > 1 && r.list[p.from-1].kind == commaToken && r.inName(p.from-2) &&
		p.to < hi && r.list[p.to].kind == commaToken
}

// daysTime reports whether token i is a day, or a part of one behind it, between a
// subject and its verb: Teal Thursday night | said.
func (r *reading) daysTime(i int32) bool {
	if !r.english || i == 0 || r.list[i].first {
		return false
	}
	if r.role(i)&roleDaytime != 0 && r.role(i-1)&roleDay != 0 {
		return true
	}
	return r.role(i)&roleDay != 0 && r.list[i].upper && r.role(i-1)&(roleDet|rolePrep) == 0
}

// sharedSubject returns the subject that the verb behind the conjunction at token i,
// no further back than lo, shares with the verb of speech before it, if that is a
// person next to that verb: which Teal had called a “disaster” | and promised to end.
func (r *reading) sharedSubject(i, lo int32) phrase {
	if !r.english || r.role(i)&roleConj == 0 || r.list[i].first || r.list[i-1].kind == commaToken {
		return phrase{} // Olsen would turn, Teal recounted, | and say
	}
	v := r.speechBefore(i, lo)
	for k := v + 1; v >= 0 && k < i; k++ {
		if r.role(k)&roleThat != 0 {
			return phrase{} // Teal testified that Olsen took him aside | and told him
		}
	}
	v--
	for v >= lo && r.fills(v) {
		v--
	}
	if v < lo || !r.isPronoun(v) && !r.inName(v) {
		return phrase{}
	}
	if s := r.phraseLeft(v, lo); s.personal() && r.speaks(s) {
		return s
	}
	return phrase{}
}

// speechBefore returns the verb of speech before token i in its clause, no further back
// than lo, -1 if there is none.
func (r *reading) speechBefore(i, lo int32) int32 {
	const most = 30 // words between
	for v := i - 1; v >= lo && i-v < most; v-- {
		t := &r.list[v]
		switch t.kind {
		case unquoteToken:
			v = r.out[t.row].first
			continue
		case stopToken, colonToken:
			return -1
		}
		if t.small() && t.role&(roleSay|roleLabel) != 0 && t.role&roleNounToo == 0 {
			return v
		}
		if t.first {
			return -1
		}
	}
	return -1
}

// utterer returns whose the words are that the noun phrase s stands for: Teal | ’s last
// answer; Teal | ’s claim of a right.
func (r *reading) utterer(s phrase) phrase {
	if !r.english {
		return phrase{}
	}
	head := s.from
	for head < s.to && r.role(head)&rolePrep == 0 {
		head++
	}
	if head--; head <= s.from || !r.utterance(head) {
		return phrase{}
	}
	for g := head - 1; g >= s.from; g-- {
		if r.list[g].genitive {
			return r.ownerAt(g, s.from)
		}
	}
	return phrase{}
}

// utterance reports whether token i is a noun for words that somebody says or writes.
func (r *reading) utterance(i int32) bool {
	rl := r.role(i)
	return r.list[i].small() && rl&roleMedia != 0 && rl&roleNoun == 0
}

// ownerAt returns the name whose genitive token g is, no further back than lo.
func (r *reading) ownerAt(g, lo int32) phrase {
	if !r.inName(g) {
		return phrase{}
	}
	if s := r.phraseLeft(g, lo); s.kind == namePhrase && s.to == g+1 {
		return s
	}
	return phrase{}
}

// asserted returns the person of whose words the clause that ends with q tells by a noun,
// behind token after: because of Teal | ’s claim that the mayor “…”.
func (r *reading) asserted(q *quoted, p *paragraph, after int32) phrase {
	const most = 4 // words between the owner and the noun
	i := r.utteranceBefore(q, p, max(after, p.tok))
	if i < 0 {
		return phrase{}
	}
	for g := i - 1; g >= p.tok && i-g < most; g-- {
		if r.list[g].genitive {
			return r.ownerAt(g, p.tok)
		}
		if !r.list[g].small() || r.role(g)&roleFunction != 0 {
			break
		}
	}
	return phrase{}
}

// utteranceBefore returns the noun for somebody's words before q and behind token lo, with
// no verb of speech between it and q, -1 if there is none.
func (r *reading) utteranceBefore(q *quoted, p *paragraph, lo int32) int32 {
	const most = 14 // words between
	for i := q.first - 1; i > lo && q.first-i <= most; i-- {
		switch r.list[i].kind {
		case quoteToken, unquoteToken, stopToken:
			return -1
		case wordToken:
			if r.tellsOf(i, p) != tellsNothing {
				return -1
			}
			if r.utterance(i) {
				return i
			}
		}
	}
	return -1
}

// preferOther gives c the person who speaks q though the sentence has him neither before
// nor behind a verb of speech: by whom it is called so in the passive; whose claim it is.
func (r *reading) preferOther(c *cue, q *quoted, p *paragraph) {
	s := r.byWhom(q, p)
	if i := q.first - 1; i >= p.tok && r.list[i].genitive && q.last+1 < p.tokEnd && r.remarks(q.last+1) {
		s = r.ownerAt(i, p.tok)
	}
	if s.kind == noPhrase && c.tok < q.first && !c.subject.personal() && !r.mayBeSubject(c.subject) {
		s = r.asserted(q, p, c.tok)
	}
	if s.kind != noPhrase {
		c.subject = s
	}
}

// byWhom returns who is said to speak q in the passive: was asked by | Teal, “…”; seen by
// | Teal as a “…”; often called a “…” by | Teal.
func (r *reading) byWhom(q *quoted, p *paragraph) phrase {
	const near, reach = 4, 12
	_, at, thought := r.verbsAhead(q, p)
	v := max(at, thought)
	if v <= p.tok || v+1 >= q.first || r.list[v].kind != wordToken {
		return r.behindBy(v, q, p)
	}
	by := v + 1
	switch {
	case r.word(by) != "by":
		if q.first-v > near {
			return phrase{}
		}
		return r.behindBy(v, q, p)
	case r.role(v)&(roleLabel|roleThink) != 0:
	case r.role(v-1)&roleAux == 0 || r.word(v) != "asked" && r.word(v) != "pressed" && r.word(v) != "told":
		return phrase{} // quoted by, which speaks of nobody who says it
	}
	if s := r.phraseRight(by+1, min(q.first, by+reach)); r.speaks(s) {
		return s
	}
	return phrase{}
}

// behindBy is byWhom for the words behind q, where token v before it puts a name on something.
func (r *reading) behindBy(v int32, q *quoted, p *paragraph) phrase {
	const reach = 12
	by := q.last + 1
	if v < 0 || v >= q.first || r.role(v)&roleLabel == 0 || by >= p.tokEnd || r.list[by].kind != wordToken || r.word(by) != "by" {
		return phrase{}
	}
	if s := r.phraseRight(by+1, min(p.tokEnd, by+reach)); r.speaks(s) {
		return s
	}
	return phrase{}
}

// whoLeft returns the phrase of which a clause without commas tells that ends with the
// noun phrase s, which cannot speak: an official | who spoke to discuss a strategy.
func (r *reading) whoLeft(s phrase, lo int32) phrase {
	const most = 30
	if !r.english || s.kind != nounPhrase || r.speaks(s) {
		return phrase{}
	}
	for j := s.from; j > lo && s.from-j < most && r.list[j].kind == wordToken && !r.list[j].first; j-- {
		if r.role(j)&roleWho != 0 && r.role(j)&(roleArt|rolePrep) == 0 {
			if before := r.phraseLeft(j-1, lo); r.speaks(before) {
				return before
			}
			break
		}
	}
	return phrase{}
}

// markTitled marks the words of the headline p that are capitalised as all are there, and
// would else be taken into the names beside them: Teal On | How It Began.
func (r *reading) markTitled(p *paragraph) {
	if !r.english {
		return
	}
	const name = roleGivenM | roleGivenF | roleTitle | roleNoun | roleOrg | rolePart | roleSuffix | roleMedia
	for i := p.tok; i < p.tokEnd; i++ {
		if t := &r.list[i]; t.upper && t.role&(roleFunction|roleAdv|roleGer) != 0 && t.role&name == 0 {
			t.noun = true
		}
	}
}

// afterArticled reports whether token i, behind token j, is a noun because an article
// stands before the name of what is no speaker, and no clause follows: the Corran |
// attacks, which; a Lowlander | comment of her own.
func (r *reading) afterArticled(i, j int32, p *paragraph) bool {
	if !r.english || r.role(i)&roleNounToo == 0 || !r.inName(j) || i+1 >= p.tokEnd {
		return false
	}
	if next := &r.list[i+1]; next.kind == wordToken && (r.role(i+1)&roleOf == 0 || r.role(i+1)&roleThat != 0) || next.kind == quoteToken || next.kind == colonToken {
		return false
	}
	run := r.runLeft(j, p.tok)
	for k := run; k <= j; k++ {
		if r.role(k)&(roleOrg|roleMedia|roleTitle|roleNoun) != 0 || r.list[k].shout {
			return false
		}
	}
	return run > p.tok && r.role(run-1)&roleArt != 0
}

// saysIt reports whether s is a name that opens a sentence with its verb of speech, or what
// explains the name, behind it.
func (r *reading) saysIt(s phrase) bool {
	if !r.english || s.kind != namePhrase || s.to >= int32(len(r.list)) {
		return false
	}
	return r.list[s.to].kind == commaToken || r.role(s.to)&roleSay != 0 && !r.list[s.to].upper
}

// timeBefore reports whether the noun phrase p, which cannot speak, only tells when before
// the comma that its clause begins behind: a few days later, | X said.
func (r *reading) timeBefore(p phrase, hi int32) bool {
	if !r.english || p.kind != nounPhrase || r.speaks(p) || r.role(p.to-1)&roleNoun != 0 {
		return false
	}
	k := p.to
	for k < hi && k-p.to < 2 && r.role(k)&roleAdv != 0 {
		k++
	}
	return k+1 < hi && r.list[k].kind == commaToken && (r.inName(k+1) || r.isPronoun(k+1))
}

// onlySays reports whether the sentence that begins with token i only tells who said what
// stands before it: “….” Teal said.
func (r *reading) onlySays(i int32, p *paragraph) bool {
	const most = 3 // words of the name
	if r.isPronoun(i) || !r.inName(i) {
		return false
	}
	v := r.runRight(i, min(p.tokEnd, i+most))
	if v >= p.tokEnd || r.role(v)&roleBare == 0 || r.role(v)&roleTellsWhom != 0 {
		return false
	}
	return v+1 == p.tokEnd || r.list[v+1].kind == stopToken
}

// plainly reports whether the cue behind q is the one that tells who speaks it, and ok where
// the form of one of its cues leaves no doubt.
func (r *reading) plainly(q *quoted, p *paragraph) (behind, ok bool) {
	a, b := &q.ahead, &q.behind
	switch {
	case b.close && !a.close && b.subject.from > b.tok:
		return true, true // If it sinks, as Olsen believes, “…?” asked Brandt
	case !a.subject.personal() || b.tok < 0:
	case a.tok == q.first-1 && r.role(a.tok)&roleLabel != 0:
		return false, true // In what Olsen called “…,” Brandt saw
	case r.leadsOn(q, p):
		return false, true // Olsen responds to her with, “…?” She writes back, “…”
	}
	return false, false
}

// leadsOn reports whether a comma or a colon leads from the cue before q to it and from the
// one behind it to the next stretch between marks.
func (r *reading) leadsOn(q *quoted, p *paragraph) bool {
	const most = 12 // words to the next stretch
	k := r.list[q.first-1].kind
	if k != commaToken && k != colonToken || q.first-q.ahead.tok > 6 {
		return false
	}
	for i := q.behind.tok; i < min(p.tokEnd, q.behind.tok+most); i++ {
		if r.list[i].kind == quoteToken {
			before := r.list[i-1].kind
			return before == commaToken || before == colonToken
		}
	}
	return false
}

// remarks reports whether token i is a noun for words that somebody says: a “…” remark.
func (r *reading) remarks(i int32) bool {
	return r.utterance(i) || r.list[i].small() && r.role(i)&roleNounToo != 0 && r.role(i)&roleSay != 0
}

// nameOpening returns the name that ends the words [start, end) between commas, where a
// word before it opens their clause: while | Tom Teal; in what | Tom Teal.
func (r *reading) nameOpening(start, end int32) phrase {
	if !r.english || end-start < 2 || !r.inName(end-1) {
		return phrase{}
	}
	run := r.runLeft(end-1, start)
	from, to := r.person(run, end)
	if run == start || from >= to || r.role(run-1)&roleSub == 0 || r.role(run-1)&rolePrep != 0 {
		return phrase{}
	}
	if s := (phrase{from, to, namePhrase}); r.speaks(s) && !r.isPlace(from, to) {
		return s
	}
	return phrase{}
}

// writerOf returns the person by whom what the noun phrase s stands for was made, else s:
// according to calculations by | Teal; a court document filed by | Teal.
func (r *reading) writerOf(s phrase, hi int32) phrase {
	if !r.english || s.kind != nounPhrase {
		return s
	}
	i := s.to
	if i < hi && r.ends(i, "ed") {
		i++
	}
	if i+1 >= hi || r.list[i].kind != wordToken || r.word(i) != "by" {
		return s
	}
	if by := r.phraseRight(i+1, hi); by.kind == namePhrase {
		return by
	}
	return s
}

// withSubject returns the noun before the gerund at token v, no further back than lo, where
// with sets both off from what stands before: with | many of the marchers chanting “…”.
func (r *reading) withSubject(v, lo int32) phrase {
	const most = 10 // words between
	if !r.english {
		return phrase{}
	}
	for i := v - 1; i > lo && v-i < most && r.list[i].kind == wordToken && r.role(i)&roleCue == 0; i-- {
		if r.word(i) != "with" {
			continue
		}
		if s := r.phraseRight(i+1, v); s.kind != noPhrase && r.list[s.from].small() == r.list[v-1].small() {
			return s
		}
		break
	}
	return phrase{}
}

// suffers reports whether the verb of thought at token i is in the passive, so that its
// subject thinks nothing: a sailor was found guilty of “…”.
func (r *reading) suffers(i, lo int32) bool {
	if !r.english || i <= lo {
		return false
	}
	switch r.word(i - 1) {
	case "is", "are", "was", "were", "be", "been", "being":
		return i+1 < int32(len(r.list)) && r.word(i+1) != "by"
	}
	return false
}

// ofWhom reports whether token i, behind token j, is a noun because of follows it, which
// few verbs have: disprove Harbour claims | of a right.
func (r *reading) ofWhom(i, j int32, p *paragraph) bool {
	if !r.english || r.role(i)&roleNounToo == 0 || i+1 >= p.tokEnd || r.isPronoun(j) || r.word(i+1) != "of" {
		return false
	}
	switch r.word(i) {
	case "boast", "boasts", "talk", "talks", "complain", "complains":
		return false
	}
	return true
}

// saidBefore returns who speaks by a verb of speech in the sentence before the noun that is
// the subject of c and cannot speak: Teal | said that the harbours hit suggested “…”.
func (r *reading) saidBefore(c *cue, q *quoted, p *paragraph) phrase {
	if c.close || c.tok >= q.first || r.speaks(c.subject) {
		return phrase{}
	}
	v := r.speechBefore(c.subject.from, p.tok)
	if v < 0 {
		return phrase{}
	}
	if s := r.subjectLeft(v, p.tok); r.speaks(s) {
		return s
	}
	return phrase{}
}

// selfNamed returns the name that somebody gives for himself in the sentence [lo, hi), and
// the sex that the words before it tell: a man who gave his name only as Dov; a girl who gave only
// her first name, Nadia. It returns no name if nobody does.
func (r *reading) selfNamed(lo, hi int32) (string, sex) {
	if !r.english {
		return "", anySex
	}
	for i := lo; i+2 < hi; i++ {
		x := anySex
		switch r.word(i) {
		case "his", "himself":
			x = male
		case "her", "herself":
			x = female
		default:
			continue
		}
		at := r.selfNameAt(i, lo, hi)
		if at == 0 || !r.inName(at) {
			continue
		}
		if from, to := r.person(at, r.runRight(at, hi)); from == at && from < to {
			name, known := r.fullName(phrase{from, to, namePhrase}, x)
			if known == anySex || known == x {
				return name, x
			}
		}
	}
	return "", anySex
}

// selfNameAt returns where the name begins that the possessive or pronoun at token i, in the
// sentence [lo, hi), leads to; 0 if it leads to none.
func (r *reading) selfNameAt(i, lo, hi int32) int32 {
	k := i + 1
	switch r.word(i) {
	case "his", "her":
		own := k+1 < hi && (r.word(k) == "first" || r.word(k) == "given")
		if own {
			k++
		}
		if r.word(k) != "name" {
			return 0
		}
		if k++; own && k+1 < hi && r.list[k].kind == commaToken {
			return k + 1
		}
	default:
		if i == lo || r.word(i-1) != "identified" && r.word(i-1) != "introduced" {
			return 0
		}
	}
	for k < hi && (r.word(k) == "only" || r.word(k) == "simply" || r.word(k) == "just") {
		k++
	}
	if k+1 < hi && r.word(k) == "as" {
		return k + 1
	}
	return 0
}
