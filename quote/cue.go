package quote

// isCue reports whether token i tells of speech and is a verb in its place.
func (r *reading) isCue(i int32, p *paragraph) bool {
	return r.role(i)&roleCue != 0 && !r.nounAt(i, p)
}

// A tail is the words behind a stretch up to the end of their sentence or to
// the next quotation.
type tail struct {
	from, to int32
	comma    bool // a comma, a dash, or the mark that the stretch ends with sets them off
	clause   bool // they can be a clause that tells who speaks the stretch
}

// tailOf returns the words behind q, and reports whether there are any in its sentence.
func (r *reading) tailOf(q *quoted, p *paragraph) (b tail, ok bool) {
	i := q.last + 1
	hi := min(p.tokEnd, i+60)
	last, _ := lastRune(r.tokens.text[q.Start:q.End])
	comma := last == ',' || last == '?' || last == '!'
	signed := false
	if i < hi && (r.list[i].kind == commaToken || r.list[i].kind == dashToken) {
		const signature = 8 // words of “….” — Mayor X of Y, at the end of a paragraph
		comma = true
		i = r.commaBeforeDash(i, hi)
		signed = r.list[i].kind == dashToken && p.tokEnd-i <= signature
		i++
	}
	over := (last == '.' || last == '…') && !signed // the sentence ends with q
	if i >= hi || r.list[i].kind != wordToken || over && r.list[i].first && !r.onlySays(i, p) {
		return tail{}, false
	}
	return tail{from: i, to: r.tailEnd(i, hi), comma: comma, clause: r.tells(i, comma)}, true
}

// commaBeforeDash returns the dash behind the comma at i, if one follows in a language of lang/speech, else i: «…», — сказал X.
func (r *reading) commaBeforeDash(i, hi int32) int32 {
	if r.own != nil && i+1 < hi && r.list[i+1].kind == dashToken {
		return i + 1
	}
	return i
}

// tailEnd returns where the sentence that goes on at token i ends, or the next
// quotation in it begins, hi at most. Scare quotes are passed.
func (r *reading) tailEnd(i, hi int32) int32 {
	end := i
	for ; end < hi; end++ {
		t := &r.list[end]
		if t.kind == stopToken || t.first && end > i {
			break
		}
		if t.kind == quoteToken {
			if !r.out[t.row].scare && !r.list[end+1].small() && !r.namesOutlet(&r.out[t.row]) {
				break
			}
			end = r.out[t.row].last
		}
	}
	return min(end, hi)
}

// tells reports whether the words from token i on, behind a comma or not, can
// be a clause that tells who speaks the stretch before them.
func (r *reading) tells(i int32, comma bool) bool {
	rl := r.role(i)
	switch {
	case rl&(roleSay|roleAcc|rolePost) != 0, r.isPronoun(i), r.inName(i),
		rl&(roleDet|roleNoun) != 0 && rl&roleWho == 0,
		rl&roleAux != 0 && !r.english, rl&roleAdv != 0 && r.own != nil:
		return true
	}
	return comma && rl&(roleConj|roleSub|roleGer|rolePrep|roleWho) == 0
}

// cueBehind looks for the cue after q: “…,” said X; “…,” X said; “…,” according to X.
func (r *reading) cueBehind(q *quoted, p *paragraph) cue {
	b, ok := r.tailOf(q, p)
	if !ok {
		return cue{tok: -1}
	}
	for j := b.from; j < b.to; j++ {
		if t := &r.list[j]; t.kind == quoteToken {
			j = r.out[t.row].last
		} else if c, ok := r.cueAt(j, &b, p); ok {
			return c
		}
	}
	// “…” — X at the end of a paragraph.
	if b.from > q.last+1 && r.list[b.from-1].kind == dashToken {
		if s := r.phraseRight(b.from, b.to); r.own != nil {
			if s = r.accepted(s); s.kind == namePhrase && s.to == b.to {
				return cue{tok: b.from, subject: s}
			}
		} else if r.inName(b.from) || s.kind == namePhrase {
			return cue{tok: b.from, subject: s}
		}
	}
	return cue{tok: -1}
}

// cueAt returns the cue at token j of b, and reports whether it is one.
func (r *reading) cueAt(j int32, b *tail, p *paragraph) (cue, bool) {
	rl := r.role(j)
	if rl&roleAcc != 0 && (j == b.from || !r.list[j].upper) && r.creditsSomebody(j) {
		s := r.credited(j, b.to)
		return cue{tok: j, subject: s, close: j == b.from, credit: true}, s.kind != noPhrase
	}
	if rl&roleCue == 0 || r.nounAt(j, p) {
		return cue{}, false
	}
	set := j > b.from && r.list[j-1].kind == commaToken // …, said X, behind a quotation of a part of the sentence
	if !b.admits(rl, j-b.from, set) {
		return cue{}, false
	}
	c := cue{tok: j, post: r.posts(j, b.from, b.to)}
	c.credit = rl&roleItSays != 0
	c.close = b.clause && rl&(roleSay|rolePost) != 0 && (b.comma || j-b.from <= 3)
	c.subject = r.subjectIn(b, j, set)
	return c, c.subject.kind != noPhrase || b.clause && rl&roleSay != 0
}

// credited returns whom the word at token j, which credits somebody, credits behind it.
func (r *reading) credited(j, hi int32) phrase {
	if r.own != nil {
		i := r.skipPrep(j+1, hi)
		if i < hi && r.isPronoun(i) {
			return phrase{i, i + 1, pronounPhrase}
		}
		s, _ := r.search(&nounSearch{credited: true, noun: -1, article: -1}, i, hi)
		return s
	}
	return r.writerOf(r.phraseRight(r.skipPrep(j+1, hi), hi), hi)
}

// admits reports whether a verb of role rl, behind n words of b, may tell who
// speaks; set says that a comma stands before it.
func (b *tail) admits(rl role, n int32, set bool) bool {
	if rl&roleSay != 0 {
		return true
	}
	switch {
	case !b.clause && !set && rl&rolePost == 0, rl&roleThink != 0 && n > 3, !b.comma && !set && n > 6:
		return false
	}
	return true
}

// subjectIn returns the subject of the verb at token j of b.
func (r *reading) subjectIn(b *tail, j int32, set bool) phrase {
	if r.own != nil {
		return r.foreignCue(b, j)
	}
	if s, ok := r.speakerBeside(j, b.from, b.to); ok {
		return s
	}
	switch {
	case set && !(b.clause && b.comma), r.onlyAux(b.from, j):
		if s := r.subjectRight(j, b.to); s.kind != noPhrase {
			return s
		}
		return r.subjectLeft(j, b.from) // “…,” he has said
	case r.role(j)&roleGer != 0:
		return r.clauseSubject(b.from, j)
	}
	if s := r.subjectLeft(j, b.from); s.kind != noPhrase {
		return s
	}
	return r.subjectRight(j, b.to)
}

// subjectRight returns the phrase behind the verb at token v, in German behind its
// adverbs too: erinnerte sich später | Karin Holm.
func (r *reading) subjectRight(v, hi int32) phrase {
	if r.romance {
		return r.romanceSubject(v, hi)
	}
	i := v + 1
	for r.nouns && i < hi && (r.fills(i) && r.role(i)&roleDet == 0 || r.role(i)&roleOblique != 0 && r.role(i)&rolePronoun != 0) {
		i++
	}
	if s := r.phraseRight(i, hi); !r.nouns || s.personal() {
		return s
	} else if name := r.namedBehind(v); name.kind != noPhrase {
		return name
	} else if s.kind == noPhrase || !r.mayBeSubject(s) {
		return r.bareName(v, i, s)
	} else {
		return s
	}
}

// cueWithin looks for a cue between commas or dashes inside q, where French and
// Italian leave the marks open for it, and others forget to close them:
// « …, a dit X, … »
func (r *reading) cueWithin(q *quoted) cue {
	for i := q.first + 1; i < q.last; i++ {
		if k := r.list[i].kind; k == commaToken || k == dashToken {
			if c, ok := r.inserted(i+1, q.last); ok {
				return c
			}
			if c, ok := r.betweenDashes(i, q.last); ok {
				return c
			}
		}
	}
	return cue{tok: -1}
}

// inserted returns the cue that begins with token j and ends where no word
// follows it before hi, and reports whether there is one.
func (r *reading) inserted(j, hi int32) (cue, bool) {
	for j < hi && r.fills(j) && r.role(j)&roleCue == 0 {
		j++
	}
	if j >= hi || r.list[j].kind != wordToken {
		return cue{}, false
	}
	ends := func(i int32) bool { return i == hi || r.list[i].kind != wordToken }
	if r.role(j)&roleSay != 0 && !r.list[j].upper {
		s := r.phraseRight(j+1, hi)
		return cue{tok: j, subject: s}, s.personal() && ends(s.to)
	}
	s := r.phraseRight(j, hi)
	if !s.personal() || s.to >= hi || r.role(s.to)&roleSay == 0 {
		return cue{}, false
	}
	return cue{tok: s.to, subject: s}, ends(s.to + 1)
}

// fills reports whether token i is an auxiliary or an adverb and no subject.
func (r *reading) fills(i int32) bool {
	return (r.role(i)&(roleAux|roleAdv) != 0 || r.mannerly(i)) && !r.isPronoun(i) && !r.inName(i)
}

// onlyAux reports whether the words of [i, j) are auxiliaries, particles and the like.
func (r *reading) onlyAux(i, j int32) bool {
	for ; i < j; i++ {
		if r.list[i].kind == wordToken && !r.fills(i) {
			return false
		}
	}
	return true
}

// skipPrep returns the first token from i that is no preposition: to X, von der X.
func (r *reading) skipPrep(i, hi int32) int32 {
	for n := 0; i < hi && n < 3 && r.list[i].kind == wordToken && r.role(i)&(rolePrep|roleAcc) != 0; n++ {
		i++
	}
	return i
}

// posts reports whether the cue at token j publishes a post: a verb of posting,
// or words of the clause [from, to) that name a platform.
func (r *reading) posts(j, from, to int32) bool {
	if r.role(j)&rolePost != 0 {
		return true
	}
	for i := max(from, j-25); i < min(to, j+14); i++ {
		if r.list[i].kind != wordToken {
			continue
		}
		if r.role(i)&rolePost != 0 && !r.list[i].upper && r.role(i)&roleNounToo == 0 {
			return true // he posted it, stating
		}
		if r.list[i].upper && r.role(i)&roleSite != 0 && i > 0 && r.role(i-1)&(rolePrep|roleArt) != 0 {
			return true
		}
	}
	return false
}

// cueAhead looks for the cue before q in its sentence: X said: “…”; according
// to X, “…”; what X called “…”.
func (r *reading) cueAhead(q *quoted, p *paragraph) cue {
	start, at, thought := r.verbsAhead(q, p)
	if start == q.first {
		return cue{tok: -1}
	}
	if thought >= 0 && (at < 0 || q.first-thought <= 4) {
		if s := r.verbSubject(thought, start, q.first); s.personal() || at < 0 && s.kind != noPhrase {
			return cue{tok: thought, subject: s, thought: true}
		}
	}
	if at >= 0 {
		return r.verbAhead(at, start, q, p)
	}
	if r.list[q.first-1].kind == colonToken {
		return r.colonAhead(q.first-1, start)
	}
	return cue{tok: -1}
}

// colonAhead returns the cue that the colon at token end is, in a sentence that begins at start.
func (r *reading) colonAhead(end, start int32) cue {
	if r.own != nil {
		if s := r.namedBefore(end, start); s.kind != noPhrase {
			return cue{tok: end, subject: s, close: true}
		}
		return cue{tok: -1}
	}
	if r.nouns && r.subjunctive(start, end) {
		return cue{tok: -1}
	}
	// X: “…”; For X, it is plain: “…”; which does not surprise X: “…”
	s := r.phraseLeft(end-1, start)
	if o := r.explainedBefore(end, start); o.kind != noPhrase {
		s = o
	} else if s.kind != namePhrase || s.from > start && r.role(s.from-1)&rolePrep != 0 {
		if r.dropsPronouns() && r.verbFirst(start, end) {
			return cue{tok: end, close: true}
		}
		if s = r.clauseSubject(start, end); !r.speaks(s) && r.beginsWithVerb(start, end) {
			return cue{tok: end, close: true} // E deixou um aviso: “…”
		}
	}
	if s.kind != noPhrase {
		return cue{tok: end, subject: s, close: true}
	}
	return cue{tok: -1}
}

// verbFirst reports whether the clause of token hi, no further back than lo, begins with its auxiliary
// behind an introduction, and so is without a subject: Preguntada por su futuro, ha descartado irse.
func (r *reading) verbFirst(lo, hi int32) bool {
	i := r.clauseStart(lo, hi)
	next, introduced := r.skipIntroduction(i, hi)
	return introduced && next < hi && r.list[next-1].kind == commaToken && r.list[next].small() && r.role(next)&roleAux != 0 && r.role(next)&(roleDet|rolePrep) == 0
}

// verbsAhead looks back from q for the words that tell of speech and of
// thought, -1 where there is none, and for where the sentence starts.
func (r *reading) verbsAhead(q *quoted, p *paragraph) (start, at, thought int32) {
	const far = 60
	start, at, thought = q.first, -1, -1
	n := 0
	for i := q.first - 1; i >= p.tok && n < far; i-- {
		t := &r.list[i]
		if t.kind == stopToken {
			break
		}
		if t.kind == unquoteToken {
			i = r.out[t.row].first
			start = i
			n++
			continue
		}
		start = i
		if t.kind != wordToken {
			continue
		}
		if at < 0 {
			switch r.tellsOf(i, p) {
			case tellsSpeech:
				at = i
			case tellsThought:
				if thought < 0 {
					thought = i
				}
			}
		}
		n++
		if t.first {
			break
		}
	}
	return start, at, thought
}

// What a word before a stretch tells of.
const (
	tellsNothing = iota
	tellsSpeech
	tellsThought
)

// tellsOf returns what the word at i tells of.
func (r *reading) tellsOf(i int32, p *paragraph) int {
	t, rl := &r.list[i], r.role(i)
	switch {
	case rl&roleAcc != 0 && (t.first || !t.upper):
		if !r.creditsSomebody(i) {
			return tellsNothing
		}
		return tellsSpeech
	case rl&roleCue == 0 || r.nounAt(i, p):
		return tellsNothing
	case rl&(roleSay|roleGer|roleLabel|rolePost) != 0:
		return tellsSpeech
	case r.suffers(i, p.tok):
		return tellsNothing
	}
	return tellsThought
}

// verbAhead returns the cue before q whose word is at; start is where its
// sentence does.
func (r *reading) verbAhead(at, start int32, q *quoted, p *paragraph) cue {
	before := r.list[q.first-1].kind
	c := cue{tok: at, close: before == colonToken || before == commaToken && q.first-at <= 3}
	rl := r.role(at)
	if rl&roleAcc != 0 {
		c.subject = r.credited(at, q.first)
		if c.subject.kind == noPhrase && at > start {
			c.subject = r.phraseLeft(at-1, start) // Merkel zufolge
		}
		c.credit = true
		return c
	}
	c.post, c.credit = r.posts(at, start, q.first), rl&roleItSays != 0
	if rl&roleGer != 0 && rl&roleSay == 0 {
		c.subject = r.gerundSubject(at, start, p)
		return c
	}
	if r.answersWhoever(start, at) {
		return c
	}
	c.subject = r.verbSubject(at, start, q.first)
	if c.subject.kind == nounPhrase && !r.speaks(c.subject) && r.beginsWithVerb(start, q.first-1) {
		c.subject = phrase{} // Y lanzó un aviso: “…”
		return c
	}
	if c.subject.kind == noPhrase && before == colonToken {
		c.subject = r.clauseSubject(start, q.first-1) // Asked why, X was brief: “…”
	}
	return c
}

// ownSubject returns the name right before the gerund at token v, where with or a dash
// sets both off from what stands before: with | Sen. Jo Hale | reportedly yelling.
func (r *reading) ownSubject(v, lo int32) phrase {
	i := v - 1
	for i > lo && (r.role(i)&roleAdv != 0 || r.ends(i, "ly")) && !r.list[i].upper {
		i--
	}
	if s := r.withSubject(v, lo); s.kind != noPhrase {
		return s
	}
	if !r.english || i <= lo || !r.inName(i) || r.list[i].genitive {
		return phrase{}
	}
	s := r.phraseLeft(i, lo)
	from := s.from
	for from > lo && r.role(from-1)&roleTitle != 0 {
		from--
	}
	if s.kind != namePhrase || from <= lo {
		return phrase{}
	}
	switch b := &r.list[from-1]; {
	case b.kind == dashToken, r.word(from-1) == "with":
	case r.word(from-1) != "and" || from < lo+2 || r.list[from-2].kind != unquoteToken:
		return phrase{}
	}
	return s
}

// gerundSubject returns the subject of the gerund at token v: that of the verb
// of speech before it (X said, adding), else that of its clause.
func (r *reading) gerundSubject(v, lo int32, p *paragraph) phrase {
	if s := r.ownSubject(v, lo); s.kind != noPhrase {
		return s
	}
	for i := v - 1; i >= lo; i-- {
		if r.list[i].kind == unquoteToken {
			i = r.out[r.list[i].row].first
			continue
		}
		if r.list[i].kind == wordToken && r.role(i)&(roleSay|rolePost) != 0 && !r.nounAt(i, p) {
			s := r.verbSubject(i, lo, v)
			if whole := r.clauseSubject(lo, v); s.kind == noPhrase || s.kind == nounPhrase && r.saysIt(whole) {
				return whole // X said that voters rejected it, calling it
			}
			return s
		}
	}
	return r.clauseSubject(lo, v)
}

// subordinate reports whether q ends a clause that opens its sentence: When X
// said he would “…,” the crowd cheered.
func (r *reading) subordinate(q *quoted, p *paragraph) bool {
	for i := q.first - 1; i >= p.tok && q.first-i < 50; i-- {
		t := &r.list[i]
		if t.kind == unquoteToken {
			i = r.out[t.row].first
			continue
		}
		if t.kind == stopToken {
			return false
		}
		if t.first {
			if r.english && r.role(i)&roleConj != 0 { // But even | as X said
				for i < q.first && r.role(i)&(roleConj|roleAdv) != 0 && r.role(i)&roleSub == 0 {
					i++
				}
			}
			return r.role(i)&roleSub != 0 && r.role(i)&roleAcc == 0
		}
	}
	return false
}

// verbSubject returns the subject of the cue at token v within [lo, hi),
// whichever side of it it stands on.
func (r *reading) verbSubject(v, lo, hi int32) phrase {
	if r.own != nil {
		return r.foreignSubject(v, lo, hi)
	}
	if r.english {
		return r.englishSubject(v, lo, hi)
	}
	if r.nouns {
		return r.invertedSubject(v, lo, hi)
	}
	var right phrase
	if v+1 < hi {
		right = r.subjectRight(v, hi)
	}
	left := r.subjectLeft(v, lo)
	if right.personal() {
		switch {
		case !left.personal(), left.from > lo && r.role(left.from-1)&rolePrep != 0:
			return right
		}
	}
	if left.kind != noPhrase {
		return left
	}
	return right
}

// invertedSubject is verbSubject for a language in which the subject stands behind
// the verb wherever something else begins the clause: Nach dem Besuch sagte gestern die
// Ministerin. What a preposition begins is no subject.
func (r *reading) invertedSubject(v, lo, hi int32) phrase {
	if s, ok := r.speakerBeside(v, lo, hi); ok {
		return s
	}
	if s := r.closing(v, lo, hi); s.kind != noPhrase {
		return s
	}
	left := r.subjectLeft(v, lo)
	if left.from > lo && r.role(left.from-1)&roleOf != 0 {
		if p := r.nameBehind(v, hi); p.kind == namePhrase {
			return p // Die Schuld der SPD weist Holm von sich
		}
	}
	if r.coordinated(v, lo) {
		if p := r.clauseSubject(lo, v-1); p.kind != noPhrase && r.mayBeSubject(p) && !r.afterPrep(p.from, lo) {
			return p
		}
	}
	if r.behindAdverbial(v, lo) {
		if p := r.subjectBehind(v, hi); p.kind != noPhrase {
			return p
		}
	}
	if p := r.nameBehind(v, hi); left.kind == nounPhrase && p.kind == namePhrase {
		// Der Zeitung sagte Karin Holm: a name of two words is no dative.
		if p.to-p.from > 1 && p.to < hi && r.list[p.to].kind == colonToken && r.speaks(p) {
			return p
		}
	}
	if left.kind != noPhrase && r.mayBeSubject(left) && !r.afterPrep(left.from, lo) {
		return left
	}
	if p := r.subjectBehind(v, hi); p.kind != noPhrase {
		return p
	}
	// Karin Holm hat anlässlich der Eröffnung erklärt: the subject opens the clause.
	if p := r.clauseSubject(lo, v); p.kind != noPhrase && p.to <= v && r.mayBeSubject(p) && !r.afterPrep(p.from, lo) {
		return p
	}
	return left
}

// closing returns who says what stands before the comma by the verb at token v behind it, with which the sentence ends: Kinder
// vergäßen viel, argumentierte | die Politikerin.
func (r *reading) closing(v, lo, hi int32) phrase {
	if v <= lo || r.list[v-1].kind != commaToken || r.role(v)&roleSay == 0 {
		return phrase{}
	}
	s := r.subjectRight(v, hi)
	if s.kind == noPhrase || !r.speaks(s) || !r.mayBeSubject(s) {
		return phrase{}
	}
	for i := s.from; i < s.to; i++ {
		if r.role(i)&(roleMedia|roleWork) != 0 {
			return phrase{} // sagte er der Zeitung
		}
	}
	if s.to < hi && (r.list[s.to].kind == quoteToken || r.list[s.to].kind == wordToken && r.role(s.to)&(rolePrep|roleAdv) == 0) {
		return phrase{}
	}
	return s
}

// nameBehind returns the phrase that a name right behind the verb at token v begins.
func (r *reading) nameBehind(v, hi int32) phrase {
	if v+1 < hi && r.inName(v+1) {
		return r.phraseRight(v+1, hi)
	}
	return phrase{}
}

// subjectBehind returns the phrase behind the verb at token v that may be its
// subject, whatever adverbs and objects stand between them.
func (r *reading) subjectBehind(v, hi int32) phrase {
	const most = 14 // words up to the subject
	if p := r.bareName(v, v+1, phrase{}); p.kind != noPhrase && p.to <= hi {
		return p
	}
	for j := v + 1; j < hi && j-v < most && r.list[j].kind == wordToken; j++ {
		if r.afterPrep(j, v) || r.role(j)&roleOblique != 0 || r.role(j)&(rolePrep|roleAdv|roleConj|roleSub) != 0 && r.role(j)&roleDet == 0 && !r.isPronoun(j) {
			continue
		}
		p := r.phraseRight(j, hi)
		if p.kind != noPhrase && r.mayBeSubject(p) {
			return p
		}
		if p.to > j {
			j = p.to - 1
		}
	}
	return phrase{}
}

// coordinated reports whether the verb at token v shares its subject with one before it:
// Sie kritisierten den Plan und | nannten ihn.
func (r *reading) coordinated(v, lo int32) bool {
	return v > lo+1 && r.role(v-1)&roleConj != 0 && r.list[v-2].kind == wordToken && !r.list[v-1].first
}

// bareName returns the one word at token i, behind the verb v, that is a noun by
// its capital letter but has neither article nor plural, so that it is a name: sagte
// | Franziskus. It returns s if it is not.
func (r *reading) bareName(v, i int32, s phrase) phrase {
	if i+1 >= int32(len(r.list)) || i != v+1 || r.list[i].kind != wordToken {
		return s
	}
	t, w := &r.list[i], r.word(v)
	if !t.noun || t.role != 0 || r.endsNoun(i) || w[len(w)-1] == 'n' || r.list[i+1].kind == wordToken {
		return s
	}
	return phrase{i, i + 1, namePhrase}
}

// behindAdverbial reports whether the clause of the verb at token v, no further back
// than lo, has nothing but words that a preposition begins before it, so that its
// subject stands behind: Nach der Sitzung | sagte die Ministerin.
func (r *reading) behindAdverbial(v, lo int32) bool {
	i := v
	for i > lo && r.list[i-1].kind == wordToken {
		if r.role(i-1)&roleAux != 0 {
			return false // Nach der Sitzung hat die Ministerin gesagt
		}
		i--
		if r.list[i].first {
			break
		}
	}
	return i < v && r.list[i].first && r.role(i)&rolePrep != 0
}

// englishSubject is verbSubject for English, where the subject stands before
// the verb but for: Because of it, explained X, “…”.
func (r *reading) englishSubject(v, lo, hi int32) phrase {
	if v > lo && r.list[v-1].kind == commaToken && v+1 < hi && r.inName(v+1) && r.role(v)&roleTellsWhom == 0 {
		right := r.phraseRight(v+1, hi)
		if right.kind == namePhrase && right.to < int32(len(r.list)) && r.partsClauses(right.to) {
			return right
		}
	}
	if left := r.subjectLeft(v, lo); left.kind != noPhrase {
		return left
	}
	return r.phraseRight(v+1, hi)
}
