package quote

// isCue reports whether token i tells of speech and is a verb in its place.
func (r *reading) isCue(i int32, p *paragraph) bool {
	return r.role(i)&roleCue != 0 && !r.nounAt(i, p)
}

// cueBehind looks for the cue after q: “…,” said X; “…,” X said; “…,” according to X.
func (r *reading) cueBehind(q *quoted, p *paragraph) cue {
	i := q.last + 1
	hi := min(p.tokEnd, i+60)
	last, _ := lastRune(r.tokens.text[q.Start:q.End])
	comma := last == ',' || last == '?' || last == '!'
	if i < hi && (r.list[i].kind == commaToken || r.list[i].kind == dashToken) {
		comma = true
		i++
	}
	if i >= hi || r.list[i].kind != wordToken || r.list[i].first && (last == '.' || last == '…') {
		return cue{tok: -1}
	}
	// The end of the sentence or the next quotation.
	end := i
	for end < hi {
		t := &r.list[end]
		if t.kind == stopToken || t.kind == quoteToken && !r.out[t.row].scare && !r.list[end+1].small() || t.first && end > i {
			break
		}
		if t.kind == quoteToken {
			end = r.out[t.row].last
		}
		end++
	}
	end = min(end, hi)
	rl := r.role(i)
	// Whether the words behind q can be a clause that tells who speaks it.
	clause := rl&(roleSay|roleAcc|rolePost) != 0 || r.isPronoun(i) || r.inName(i) || rl&(roleDet|roleNoun) != 0 && rl&roleWho == 0 ||
		comma && rl&(roleConj|roleSub|roleGer|rolePrep|roleWho) == 0 || rl&roleAux != 0 && r.lang != 0
	for j := i; j < end; j++ {
		t := &r.list[j]
		if t.kind == quoteToken {
			j = r.out[t.row].last
			continue
		}
		if t.kind != wordToken {
			continue
		}
		rl := r.role(j)
		if rl&roleAcc != 0 && (j == i || !t.upper) {
			if s := r.phraseRight(r.skipPrep(j+1, end), end); s.kind != noPhrase {
				return cue{tok: j, subject: s, close: j == i, credit: true}
			}
			continue
		}
		if rl&roleCue == 0 || r.nounAt(j, p) {
			continue
		}
		set := r.list[j-1].kind == commaToken && j > i // …, said X, behind a quotation of a part of the sentence
		if !clause && !set && rl&(roleSay|rolePost) == 0 || rl&roleThink != 0 && rl&roleSay == 0 && j-i > 3 {
			continue
		}
		if !comma && !set && j-i > 6 && rl&roleSay == 0 {
			continue
		}
		c := cue{tok: j, post: r.posts(j, i, end)}
		c.close = clause && rl&(roleSay|rolePost) != 0 && (comma || j-i <= 3)
		switch {
		case set && !(clause && comma) || r.onlyAux(i, j):
			c.subject = r.phraseRight(j+1, end)
			if c.subject.kind == noPhrase {
				c.subject = r.subjectLeft(j, i) // “…,” he has said
			}
		case rl&roleGer != 0:
			c.subject = r.clauseSubject(i, j)
		default:
			c.subject = r.subjectLeft(j, i)
			if c.subject.kind == noPhrase {
				c.subject = r.phraseRight(j+1, end)
			}
		}
		if c.subject.kind != noPhrase || clause && rl&roleSay != 0 {
			return c
		}
	}
	// “…” — X at the end of a paragraph.
	if i > q.last+1 && r.list[i-1].kind == dashToken && r.inName(i) {
		return cue{tok: i, subject: r.phraseRight(i, end)}
	}
	return cue{tok: -1}
}

// cueWithin looks for a cue between commas or dashes inside q, where French and
// Italian leave the marks open for it, and others forget to close them:
// « …, a dit X, … »
func (r *reading) cueWithin(q *quoted) cue {
	for i := q.first + 1; i < q.last; i++ {
		if k := r.list[i].kind; k != commaToken && k != dashToken {
			continue
		}
		j := i + 1
		for j < q.last && r.list[j].kind == wordToken && r.role(j)&(roleAux|roleAdv) != 0 && r.role(j)&roleCue == 0 && !r.isPronoun(j) && !(r.list[j].upper && r.inName(j)) {
			j++
		}
		if j >= q.last || r.list[j].kind != wordToken {
			continue
		}
		if r.role(j)&roleSay != 0 && !r.list[j].upper {
			if s := r.phraseRight(j+1, q.last); (s.kind == namePhrase || s.kind == pronounPhrase) && (s.to == q.last || r.list[s.to].kind != wordToken) {
				return cue{tok: j, subject: s}
			}
			continue
		}
		s := r.phraseRight(j, q.last)
		if s.kind != namePhrase && s.kind != pronounPhrase || s.to >= q.last || r.role(s.to)&roleSay == 0 {
			continue
		}
		if s.to+1 == q.last || r.list[s.to+1].kind != wordToken {
			return cue{tok: s.to, subject: s}
		}
	}
	return cue{tok: -1}
}

// onlyAux reports whether tokens [i, j) are auxiliaries, particles and the like.
func (r *reading) onlyAux(i, j int32) bool {
	for ; i < j; i++ {
		if r.list[i].kind == wordToken && (r.role(i)&(roleAux|roleAdv) == 0 || r.isPronoun(i) || r.list[i].upper && r.inName(i)) {
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
	const far = 60
	start := q.first
	n := 0
	at, thought := int32(-1), int32(-1)
	for i := q.first - 1; i >= p.tok && n < far; i-- {
		t := &r.list[i]
		if t.kind == unquoteToken {
			i = r.out[t.row].first
			start = i
			n++
			continue
		}
		if t.kind == stopToken {
			break
		}
		start = i
		if t.kind != wordToken {
			continue
		}
		if at < 0 {
			rl := r.role(i)
			switch {
			case rl&roleAcc != 0 && (t.first || !t.upper):
				at = i
			case rl&roleCue == 0 || r.nounAt(i, p):
			case rl&(roleSay|roleGer|roleLabel|rolePost) != 0:
				at = i
			case thought < 0:
				thought = i
			}
		}
		n++
		if t.first {
			break
		}
	}
	if start == q.first {
		return cue{tok: -1}
	}
	before := r.list[q.first-1].kind
	if thought >= 0 && (at < 0 || q.first-thought <= 4) {
		if s := r.verbSubject(thought, start, q.first); s.kind == namePhrase || s.kind == pronounPhrase || at < 0 && s.kind != noPhrase {
			return cue{tok: thought, subject: s, thought: true}
		}
	}
	if at >= 0 {
		c := cue{tok: at, close: before == colonToken || before == commaToken && q.first-at <= 3}
		rl := r.role(at)
		switch {
		case rl&roleAcc != 0:
			c.subject = r.phraseRight(r.skipPrep(at+1, q.first), q.first)
			if c.subject.kind == noPhrase && at > start {
				c.subject = r.phraseLeft(at-1, start) // Merkel zufolge
			}
			return c
		case rl&roleGer != 0 && rl&roleSay == 0:
			c.post = r.posts(at, start, q.first)
			c.subject = r.gerundSubject(at, start, p)
			return c
		}
		c.post = r.posts(at, start, q.first)
		if c.subject = r.verbSubject(at, start, q.first); c.subject.kind == noPhrase && before == colonToken {
			c.subject = r.clauseSubject(start, q.first-1) // Asked why, X was brief: “…”
		}
		return c
	}
	if before == colonToken {
		// X: “…”; For X, it is plain: “…”; which does not surprise X: “…”
		if s := r.phraseLeft(q.first-2, start); s.kind == namePhrase && (s.from == start || r.role(s.from-1)&rolePrep == 0) {
			return cue{tok: q.first - 1, subject: s, close: true}
		}
		if s := r.clauseSubject(start, q.first-1); s.kind != noPhrase {
			return cue{tok: q.first - 1, subject: s, close: true}
		}
	}
	return cue{tok: -1}
}

// gerundSubject returns the subject of the gerund at token v: that of the verb
// of speech before it (X said, adding), else that of its clause.
func (r *reading) gerundSubject(v, lo int32, p *paragraph) phrase {
	for i := v - 1; i >= lo; i-- {
		if r.list[i].kind == unquoteToken {
			i = r.out[r.list[i].row].first
			continue
		}
		if r.list[i].kind == wordToken && r.role(i)&(roleSay|rolePost) != 0 && !r.nounAt(i, p) {
			if s := r.verbSubject(i, lo, v); s.kind != noPhrase {
				return s
			}
			break
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
			return r.role(i)&roleSub != 0 && r.role(i)&roleAcc == 0
		}
	}
	return false
}

// verbSubject returns the subject of the cue at token v within [lo, hi),
// whichever side of it it stands on.
func (r *reading) verbSubject(v, lo, hi int32) phrase {
	var right phrase
	if r.lang != 0 && v+1 < hi {
		right = r.phraseRight(v+1, hi)
		if right.kind == namePhrase || right.kind == pronounPhrase {
			left := r.subjectLeft(v, lo)
			if left.kind != namePhrase && left.kind != pronounPhrase || r.lang == 3 && right.kind == pronounPhrase || left.from > lo && r.role(left.from-1)&rolePrep != 0 {
				return right
			}
		}
	}
	if r.lang == 0 && v > lo && r.list[v-1].kind == commaToken && v+1 < hi && r.inName(v+1) {
		// Because of it, explained X, “…”
		if right = r.phraseRight(v+1, hi); right.kind == namePhrase && right.to < int32(len(r.list)) && r.list[right.to].kind != wordToken {
			return right
		}
	}
	left := r.subjectLeft(v, lo)
	if left.kind != noPhrase {
		return left
	}
	if r.lang == 0 {
		return r.phraseRight(v+1, hi)
	}
	return right
}
