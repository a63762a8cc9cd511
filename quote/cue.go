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
		if s := r.aboutWhomColon(start, end); s.kind != noPhrase {
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
	case rl&roleCue == 0 || r.nounAt(i, p) || r.askedBy(i, p.tokEnd):
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
