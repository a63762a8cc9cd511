package quote

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
