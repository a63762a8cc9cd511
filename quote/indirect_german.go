package quote

// reportGerman returns what the verb at v of c tells: X sagte am Montag, dass …; X
// sagte, er habe …; wie X mitteilte, …; …, sagte X.
func (r *reading) reportGerman(c *clause, v int32) (report, bool) {
	start := r.segment(c, v)
	end := v + 1
	for end < c.hi && r.list[end].kind == wordToken {
		end++
	}
	switch {
	case r.hedged(start, end), r.role(v)&roleTells == 0 && !r.withParticle(v, end):
		return report{}, false
	case r.list[start].role&roleAs != 0:
		return r.reportAs(c, v, start)
	case start > c.lo && start == v && r.list[start-1].kind == commaToken && (end == c.hi || r.contentGerman(c, end) == 0):
		// …, sagte X am Montag
		return r.reportBehind(c, start, end, end)
	}
	s := r.invertedSubject(v, c.lo, c.hi)
	if !r.canTell(s) {
		return report{}, false
	}
	from := r.contentGerman(c, max(v+1, s.to))
	if from == 0 {
		return report{}, false
	}
	return report{from, r.contentEnd(from, c.hi), s}, true
}

// reportAs is reportGerman for a verb that ends a clause that begins at start: wie X
// mitteilte, …; …, wie X mitteilte.
func (r *reading) reportAs(c *clause, v, start int32) (report, bool) {
	end := v + 1
	if start > r.begin(c) {
		return r.reportBehind(c, start, v, end)
	}
	if end >= c.hi || r.list[end].kind != commaToken || r.quotedIn(end, c.hi) {
		return report{}, false
	}
	s := r.phraseRight(start+1, v)
	return report{end + 1, r.contentEnd(end+1, c.hi), s}, r.canTell(s) && r.leadsTo(start+1, s)
}

// reportBehind returns the words before the comma at the beginning of c, which
// the clause that begins at start says were told: by whom it says before to, and the
// sentence, or a comma, ends it at end.
func (r *reading) reportBehind(c *clause, start, to, end int32) (report, bool) {
	first := r.begin(c)
	if start <= first || r.list[start-1].kind != commaToken || end < c.hi && (r.list[end].kind != commaToken || r.role(start)&roleAs != 0) {
		return report{}, false
	}
	s := r.phraseRight(start+1, to)
	return report{first, start - 1, s}, r.canTell(s) && r.leadsTo(start+1, s) && r.tellsBefore(c, first, start-1)
}

// withParticle reports whether the particle of the verb at v that is split from it
// is the last word before end: teilte am Montag | mit.
func (r *reading) withParticle(v, end int32) bool {
	return end > v+1 && r.role(end-1)&roleParticle != 0
}

// contentGerman returns where what is told begins behind token i, the end of the
// verb and its subject, 0 if nothing does: behind a comma, and dass or in the
// subjunctive of reported speech.
func (r *reading) contentGerman(c *clause, i int32) int32 {
	const most = 3 // commas tried
	for n := 0; n < most; n++ {
		comma := i
		for comma < c.hi && comma-i < 2*indirectReach && r.list[comma].kind == wordToken {
			comma++
		}
		if comma+1 >= c.hi || r.list[comma].kind != commaToken {
			return 0
		}
		next := comma + 1
		for next < c.hi && r.list[next].kind == wordToken {
			next++
		}
		rl := r.role(comma + 1)
		switch {
		case rl&roleThat != 0:
			return comma + 2
		case r.subjunctive(comma+1, next), rl&roleSub != 0 && r.subjunctive(next, c.hi):
			return comma + 1
		}
		i = comma + 1
	}
	return 0
}

// subjunctive reports whether a verb in the subjunctive of reported speech stands
// outside marks in [lo, hi), and nobody who speaks for himself.
func (r *reading) subjunctive(lo, hi int32) bool {
	found := false
	for i := lo; i < hi; i++ {
		t := &r.list[i]
		switch {
		case t.kind == quoteToken:
			i = r.out[t.row].last
		case t.kind == wordToken && t.role&roleMood != 0 && !t.upper:
			found = true
		}
	}
	return found
}

// goesOn reports whether the sentence c goes on with what somebody said in the one
// before, as its verb tells: Die Lage sei ernst.
func (r *reading) goesOn(c *clause) bool {
	if !r.nouns || r.quotedIn(c.lo, c.hi) || c.hi-c.lo < indirectWords {
		return false
	}
	told := false
	main := true // in the main clause still, its verb not met
	for i := c.lo; i < c.hi; i++ {
		t := &r.list[i]
		switch {
		case t.kind == commaToken:
			main = false
		case t.kind != wordToken:
		case t.role&(roleView|roleCredits) != 0, i > c.lo && r.list[i-1].kind == commaToken && t.role&(roleAcc|roleTells|roleTellsWith|roleAs) != 0:
			return false // who else says so
		case !main || t.upper:
		case t.role&roleMood != 0:
			told, main = true, false
		case t.role&(roleCue|roleSub|roleAux) != 0 && t.role&(rolePrep|roleAdv|roleDet) == 0:
			return false
		}
	}
	return told
}

// accordingGerman is accordingTo for German, in a sentence that begins at first: laut
// X …; nach Angaben von X …; …, so X.
func (r *reading) accordingGerman(c *clause, i, first int32) (report, bool) {
	if i > first && r.list[i-1].kind == commaToken {
		s := r.phraseRight(i+1, c.hi)
		if r.role(i)&roleView != 0 || !r.canTell(s) || !r.leadsTo(i+1, s) || !r.onlyWhere(s.to, c.hi) {
			return report{}, false
		}
		return report{first, i - 1, s}, r.tellsBefore(c, first, i-1)
	}
	if i != first {
		return report{}, false
	}
	s := r.holder(i, c.hi)
	if !r.canTell(s) || s.to >= c.hi || r.list[s.to].kind != wordToken {
		return report{}, false
	}
	from := s.to
	for from < c.hi && r.role(from)&rolePrep != 0 {
		p := r.phraseRight(from+1, c.hi)
		if p.kind == noPhrase {
			break
		}
		from = p.to
	}
	return report{from, r.contentEnd(from, c.hi), s}, r.asserts(from, c.hi) && !r.quotedIn(from, c.hi)
}

// holder returns who is credited by the words from i on: laut X; nach Angaben von X.
// What nach alone begins is none: nach dem Besuch.
func (r *reading) holder(i, hi int32) phrase {
	j := i + 1
	for n := 0; j+1 < hi && n < 3 && r.role(j)&(roleDet|rolePrep) != 0 && r.role(j+1)&roleView != 0; n++ {
		j++
	}
	if j < hi && r.role(j)&roleView != 0 {
		return r.phraseRight(r.skipPrep(j+1, hi), hi)
	}
	if r.role(i)&roleCredits != 0 {
		return r.phraseRight(j, hi)
	}
	return phrase{}
}
