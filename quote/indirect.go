package quote

import "wiretrace/article"

// What somebody said is told without marks as well: X said that the harbour would
// close; the harbour will close, said X; X sagte, der Hafen werde geschlossen. Such
// words are the article's own, so they are no evidence of what it shares with
// others; they are told because somebody stands behind them.
//
// A wrong one puts words into somebody's mouth. So a sentence counts only if it
// has one of the patterns below with a speaker who is known, and neither a
// negation nor a condition stands at its verb. Languages whose file has no verbs
// for it ("tells") have none.

const (
	indirectWords = 4   // of what is told, outside quotation marks, at least
	indirectReach = 14  // words between a verb and what it tells at most
	indirectMost  = 200 // tokens of a sentence at most; a longer one is a list or none
)

// A clause is one sentence of a paragraph while what is told in it is looked for.
type clause struct {
	p      *paragraph
	lo, hi int32 // its tokens, the full stop left out
}

// A report is what is told in a sentence, and by whom.
type report struct {
	from, to int32 // its tokens, half-open
	subject  phrase
}

// indirect appends the words of a text that it tells without marks and whose
// speaker it names, one stretch a sentence at most, in order.
func (r *reading) indirect(dst []Quote) []Quote {
	if !r.table.tells[r.lang] {
		return dst
	}
	var m discourse
	for k := range r.paras {
		p := &r.paras[k]
		if p.Kind != article.Prose || p.titled {
			continue
		}
		m.para = int32(k)
		told := "" // who spoke in the sentence before
		r.sentences(p, func(lo, hi int32) {
			if hi-lo > indirectMost {
				told = ""
				return
			}
			c := clause{p, lo, hi}
			x, ok := r.reportIn(&c)
			speaker := ""
			switch {
			case ok:
				speaker = r.reporter(&m, x.subject)
			case told != "" && r.goesOn(&c):
				x, speaker = report{from: lo, to: hi}, told
			}
			if speaker != "" {
				if s := r.spanOf(x.from, x.to); s.Len() > 0 {
					dst = append(dst, Quote{Span: s, Speaker: speaker})
					m.speaker = speaker
				}
			}
			told = speaker
			if told == "" {
				told = r.lastQuoted(lo, hi)
			}
		})
	}
	return dst
}

// sentences calls use with the tokens of each sentence of p, its full stop left
// out. What stands between marks is passed, full stops and all.
func (r *reading) sentences(p *paragraph, use func(lo, hi int32)) {
	lo := p.tok
	for i := p.tok; i < p.tokEnd; i++ {
		t := &r.list[i]
		switch {
		case t.kind == quoteToken:
			i = r.out[t.row].last
			if i+1 < p.tokEnd && r.list[i+1].first && r.endsWithStop(&r.out[t.row]) {
				use(lo, i+1)
				lo = i + 1
			}
		case t.kind == stopToken:
			if i > lo {
				use(lo, i)
			}
			lo = i + 1
		}
	}
	if lo < p.tokEnd {
		use(lo, p.tokEnd)
	}
}

// endsWithStop reports whether the words of q end a sentence.
func (r *reading) endsWithStop(q *quoted) bool {
	last, _ := lastRune(r.tokens.text[q.Start:q.End])
	return last == '.' || last == '!' || last == '?' || last == '…'
}

// lastQuoted returns who speaks the last quotation in the sentence [lo, hi), "" if
// there is none.
func (r *reading) lastQuoted(lo, hi int32) string {
	for i := hi - 1; i >= lo; i-- {
		if t := &r.list[i]; t.kind == unquoteToken {
			if q := &r.out[t.row]; !q.scare {
				return q.speaker
			}
		}
	}
	return ""
}

// reporter returns the name of whoever s is, who tells something.
func (r *reading) reporter(m *discourse, s phrase) string {
	m.upTo = s.from + 1
	return r.speakerOf(m, s)
}

// reportIn returns what is told in the sentence c, and reports whether it is told
// by somebody who can be named.
func (r *reading) reportIn(c *clause) (report, bool) {
	for i := c.lo; i < c.hi; i++ {
		t := &r.list[i]
		if t.kind == quoteToken {
			i = r.out[t.row].last
			continue
		}
		if t.role&(roleTells|roleTellsWith|roleAcc) == 0 || t.upper && !t.first {
			continue
		}
		x, ok := report{}, false
		switch {
		case t.role&roleAcc != 0:
			x, ok = r.accordingTo(c, i)
		case r.nounAt(i, c.p):
		case r.nouns:
			x, ok = r.reportGerman(c, i)
		default:
			x, ok = r.reportEnglish(c, i)
		}
		if ok && r.tellsEnough(&x) {
			return x, true
		}
	}
	return report{}, false
}

// tellsEnough reports whether x has words enough outside marks, more of them than
// within, and none that speak of the writer.
func (r *reading) tellsEnough(x *report) bool {
	words, quoted := 0, 0
	for i := x.from; i < x.to; i++ {
		t := &r.list[i]
		if t.kind == quoteToken {
			q := &r.out[t.row]
			quoted += int(q.last - q.first - 1)
			i = q.last
		} else if t.kind == wordToken {
			words++
		}
	}
	return words >= indirectWords && words > quoted
}

// canTell reports whether s may be who tells something: a name, he or she, a noun
// for people, but nothing written.
func (r *reading) canTell(s phrase) bool {
	switch s.kind {
	case noPhrase:
		return false
	case pronounPhrase:
		return r.role(s.from)&(roleHe|roleShe) != 0
	case namePhrase:
		return s.to-s.from > 1 || !r.list[s.from].first || r.names.find(r, s.from, s.to, anySex) != nil
	}
	if s.from > 0 && r.role(s.from-1)&roleWho != 0 && r.role(s.from-1)&roleDet == 0 {
		return false // people who run companies
	}
	people := false
	for i := s.from; i < s.to; i++ {
		switch rl := r.role(i); {
		case rl&roleWriting != 0:
			return false // a poll
		case rl&roleOf != 0:
			return people
		case rl&(roleTitle|roleNoun|roleOrg) != 0 && rl&roleMedia == 0, r.endsTitle(i), r.endsRole(i):
			people = true
		}
	}
	return people
}

// hedged reports whether a negation, a condition or the like stands in [lo, hi), so
// that nothing was said there: did not say; if he says; would say.
func (r *reading) hedged(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		t := &r.list[i]
		if t.kind == wordToken && (t.role&roleHedge != 0 || r.english && r.ends(i, "n't") || r.ends(i, "n’t")) {
			return true
		}
	}
	return false
}

// segment returns where the words around token i begin that no comma, dash or
// colon parts from it, no further back than c.
func (r *reading) segment(c *clause, i int32) int32 {
	for i > c.lo && r.list[i-1].kind == wordToken {
		i--
	}
	return i
}

// segmentEnd is segment for the end of the words, to at most.
func (r *reading) segmentEnd(i, to int32) int32 {
	for i < to && r.list[i].kind == wordToken {
		i++
	}
	return i
}

// asserts reports whether there is a verb outside marks in [lo, hi) that is sure to
// be one: an auxiliary, or in English a verb in the past.
func (r *reading) asserts(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		t := &r.list[i]
		switch {
		case t.kind == quoteToken:
			i = r.out[t.row].last
		case t.kind == wordToken && !t.upper && t.role&(roleAux|roleMood) != 0, t.kind == wordToken && r.verbLike(i, hi):
			return true
		}
	}
	return false
}

// quotedIn reports whether a quotation stands in [lo, hi).
func (r *reading) quotedIn(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		if t := &r.list[i]; t.kind == quoteToken && !r.out[t.row].scare {
			return true
		}
	}
	return false
}

// begin returns where the sentence of c begins behind its dateline.
func (r *reading) begin(c *clause) int32 { return r.skipDateline(c.lo, c.hi) }

// onlyWhere reports whether the words [from, to) behind the subject or the verb of a
// clause that ends a sentence only say where, when and to whom: …, the mayor said | on
// Tuesday.
func (r *reading) onlyWhere(from, to int32) bool {
	for i := from; i < to; {
		t := &r.list[i]
		if t.kind != wordToken {
			return t.kind == commaToken
		}
		rl := t.role
		switch {
		case rl&rolePrep != 0:
			p := r.phraseRight(i+1, to)
			switch {
			case p.kind != noPhrase:
				i = p.to
			case i+1 < to && (r.list[i+1].digit || r.role(i+1)&(roleCap|roleDet) != 0):
				i += 2
			default:
				return false
			}
			continue
		case rl&(roleAdv|roleCap|roleDaytime) != 0, t.digit, r.english && r.ends(i, "ly"):
			i++
		default:
			return false
		}
	}
	return true
}

// reportEnglish returns what the verb at v of c tells: X said (on Monday) that …; X
// said he …; …, X said on Monday.
func (r *reading) reportEnglish(c *clause, v int32) (report, bool) {
	start := r.segment(c, v)
	if r.hedged(start, v) || v > start && r.role(v-1)&roleWho != 0 && r.role(v-1)&roleDet == 0 {
		return report{}, false
	}
	s := r.subjectLeft(v, c.lo)
	if r.canTell(s) {
		if from := r.contentEnglish(c, v); from > 0 {
			to := r.contentEnd(from, c.hi)
			if r.role(start)&roleSub != 0 {
				to = r.segmentEnd(from, to) // While she says …, she …
			}
			return report{from, to, s}, true
		}
	}
	// …, X said.
	if start-1 <= c.lo || r.list[start-1].kind != commaToken {
		return report{}, false
	}
	begin := r.begin(c)
	end := v + 1
	s = r.subjectLeft(v, start)
	if start == v {
		s = r.phraseRight(v+1, c.hi)
		end = s.to
	} else if !r.leadsTo(start, s) {
		return report{}, false
	}
	if !r.canTell(s) || !r.onlyWhere(end, c.hi) || !r.tellsBefore(c, begin, start-1) {
		return report{}, false
	}
	return report{begin, start - 1, s}, true
}

// leadsTo reports whether nothing but articles, titles and the like stands between
// start and the phrase s.
func (r *reading) leadsTo(start int32, s phrase) bool {
	for i := start; i < s.from; i++ {
		if r.list[i].kind != wordToken || r.role(i)&(roleAux|roleCue|roleSub|rolePrep|roleWho|roleConj) != 0 && r.role(i)&(roleDet|roleNoun|roleTitle) == 0 {
			return false
		}
	}
	return s.kind != noPhrase
}

// tellsBefore reports whether [from, to), the beginning of sentence c, can be what
// the words behind it say was told: a clause of its own.
func (r *reading) tellsBefore(c *clause, from, to int32) bool {
	if to-from < indirectWords || r.list[from].kind != wordToken && r.list[from].kind != quoteToken {
		return false
	}
	return r.role(from)&roleSub == 0 && r.asserts(from, to) && !r.quotedIn(c.lo, c.hi)
}

// contentEnglish returns where what the verb at v tells begins behind it, 0 if
// nothing does.
func (r *reading) contentEnglish(c *clause, v int32) int32 {
	that := v + 1
	for that < min(c.hi, v+indirectReach) && r.list[that].kind == wordToken && r.role(that)&roleThat == 0 {
		that++
	}
	switch {
	case that+1 < c.hi && r.role(that)&roleThat != 0:
		i := v + 1
		if r.role(v)&roleTellsWhom != 0 {
			if p := r.phraseRight(i, that); p.kind != noPhrase {
				i = p.to
			}
		}
		if r.onlyWhere(i, that) && r.role(that+1)&(roleAux|roleCue) == 0 { // not: a letter that was sent
			return that + 1
		}
	case r.role(v)&roleBare != 0:
		return r.bareContent(c, v)
	}
	return 0
}

// bareContent is contentEnglish for a verb that needs no conjunction.
func (r *reading) bareContent(c *clause, v int32) int32 {
	i := v + 1
	for i < c.hi && r.tellsWhen(i) {
		i++ // said Tuesday morning
	}
	if i+indirectWords > c.hi || r.list[i].kind != wordToken {
		return 0
	}
	if r.isPronoun(i) && r.role(i+1)&(rolePrep|roleConj|roleThat) == 0 && r.list[i+1].kind == wordToken {
		return i // said he hopes
	}
	p := r.phraseRight(i, c.hi)
	switch {
	case p.kind == noPhrase || p.to >= c.hi:
		return 0
	case r.role(v)&roleTellsWhom == 0:
		if r.predicated(p.to, min(c.hi, p.to+indirectReach)) {
			return i
		}
	case r.isPronoun(p.to) && p.to+indirectWords <= c.hi:
		return p.to // told the council she …
	}
	return 0
}

// tellsWhen reports whether token i is a day, a part of one or an adverb.
func (r *reading) tellsWhen(i int32) bool {
	rl := r.role(i)
	return (rl&(roleAdv|roleDaytime) != 0 || rl&roleCap != 0 && r.list[i].upper) && rl&roleDet == 0 && !r.isPronoun(i)
}

// predicated reports whether the words from token i on, behind a noun phrase, go on
// with its verb before anything else.
func (r *reading) predicated(i, hi int32) bool {
	for ; i < hi && r.list[i].kind == wordToken; i++ {
		switch t := &r.list[i]; {
		case t.role&roleAux != 0 && !t.upper, r.verbLike(i, hi):
			return true
		case t.role&(roleSub|roleWho|roleThat) != 0:
			return false
		}
	}
	return false
}

// contentEnd returns where what is told from token from on ends, before hi: a
// clause behind it that tells something else is left out.
func (r *reading) contentEnd(from, hi int32) int32 {
	for i := from + indirectWords; i+1 < hi; i++ {
		t := &r.list[i]
		switch {
		case t.kind == quoteToken:
			i = r.out[t.row].last
		case t.kind == colonToken && r.list[i+1].start > t.end: // not 15:00
			return i
		case t.kind == wordToken && t.role&(roleTells|roleTellsWith|roleAcc) != 0 && !t.upper:
			for j := i - 1; j >= from+indirectWords; j-- {
				switch t := &r.list[j]; t.kind {
				case unquoteToken:
					j = r.out[t.row].first
				case commaToken, dashToken:
					return j
				}
			}
		}
	}
	return hi
}

// accordingTo returns what is told by whom the word at i credits, at the beginning
// of its sentence or, in a clause of its own, at the end: according to X, …; …, so X.
func (r *reading) accordingTo(c *clause, i int32) (report, bool) {
	first := r.begin(c)
	if r.nouns {
		return r.accordingGerman(c, i, first)
	}
	j := r.skipPrep(i+1, c.hi)
	if r.role(i)&roleCredits == 0 || j == i+1 {
		return report{}, false
	}
	s := r.phraseRight(j, c.hi)
	if !r.canTell(s) {
		return report{}, false
	}
	switch {
	case i == first:
		for k := s.to; k < min(c.hi, s.to+indirectReach); k++ {
			if r.list[k].kind == commaToken {
				if r.asserts(k+1, c.hi) && !r.quotedIn(k+1, c.hi) {
					return report{k + 1, r.contentEnd(k+1, c.hi), s}, true
				}
			}
		}
	case r.list[i-1].kind == commaToken && r.onlyWhere(s.to, c.hi) && r.tellsBefore(c, first, i-1):
		return report{first, i - 1, s}, true
	}
	return report{}, false
}

// spanOf returns where the tokens [from, to) stand in the text.
func (r *reading) spanOf(from, to int32) article.Span {
	for from < to && r.list[from].kind != wordToken && r.list[from].kind != quoteToken {
		from++
	}
	for to > from && r.list[to-1].kind != wordToken && r.list[to-1].kind != unquoteToken {
		to--
	}
	if from == to {
		return article.Span{}
	}
	end := r.list[to-1].end
	return article.Span{Start: int(r.list[from].start), End: int(end)}
}
