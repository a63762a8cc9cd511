package quote

// Spanish, French, Italian and Portuguese put the subject behind the verb, and often something
// else between the two: a déclaré mardi à la presse | la ministre; ironise de son côté | X.

// romanceSubject returns the subject behind the verb at token v, behind what may stand between the two.
func (r *reading) romanceSubject(v, hi int32) phrase {
	plain := r.phraseRight(v+1, hi)
	if i := r.passCircumstances(v+1, hi); i > v+1 && i < hi {
		if s := r.phraseRight(i, hi); s.kind == namePhrase || s.kind == nounPhrase && i < s.from && r.speaks(s) {
			return s
		}
	}
	if plain.kind != noPhrase && r.role(plain.from)&roleDay != 0 {
		return phrase{} // dijo el lunes
	}
	return plain
}

// passCircumstances returns the first token from i on that belongs to no words of time, no words
// for who is told, and none such as "for his part".
func (r *reading) passCircumstances(i, hi int32) int32 {
	const most = 4
	for range most {
		next := r.passDay(i, hi)
		if next == i {
			next = r.passPart(i, hi)
		}
		if next == i {
			next = r.passListener(i, hi)
		}
		if next == i {
			break
		}
		i = next
	}
	return i
}

// passDay returns the first token from i on that is no adverb and no day of the week: hier; ce mardi;
// martes 4.
func (r *reading) passDay(i, hi int32) int32 {
	if i < hi && r.list[i].small() && r.role(i)&roleAdv != 0 && r.role(i)&(roleDet|rolePrep) == 0 && !r.isPronoun(i) {
		return i + 1
	}
	j := i
	if j < hi && r.role(j)&roleDet != 0 {
		j++
	}
	if j >= hi || r.role(j)&roleDay == 0 {
		return i
	}
	if j++; j < hi && r.list[j].digit {
		j++
	}
	return j
}

// passPart returns the token behind the words at i for somebody's part or side in what is said: de son
// côté, por su parte, dal canto suo.
func (r *reading) passPart(i, hi int32) int32 {
	if i+2 >= hi || r.role(i)&rolePrep == 0 {
		return i
	}
	own, noun := i+1, i+2
	if r.role(own)&rolePoss == 0 {
		own, noun = noun, own
	}
	if r.role(own)&rolePoss == 0 || r.role(noun)&(roleFunction|roleNoun|roleTitle) != 0 || !r.list[noun].small() {
		return i
	}
	return i + 3
}

// passListener returns the token behind the words at i for who is told: à la presse, a este diario,
// aos jornalistas da casa, à l'AFP.
func (r *reading) passListener(i, hi int32) int32 {
	if i+1 >= hi || r.role(i)&roleWhom == 0 {
		return i
	}
	j := r.passDeterminers(i+1, hi)
	switch t := &r.list[min(j, hi-1)]; {
	case j >= hi || t.kind != wordToken || t.digit:
		return i
	case t.shout:
		return j + 1
	case t.upper:
		return r.passName(i, j, hi)
	case r.role(j)&roleFunction != 0:
		return i
	}
	if k := j + 1; k < hi && r.role(j)&(roleNoun|roleTitle) != 0 && r.inName(k) && !r.several(j) {
		return r.runRight(k, hi) // a su hijo Luis
	}
	return r.complement(j+1, hi)
}

// passDeterminers returns the first token from i on that is no small determiner, behind three at most.
func (r *reading) passDeterminers(i, hi int32) int32 {
	const most = 3
	for n := 0; n < most && i < hi && r.determines(i) && !r.list[i].upper; n++ {
		i++
	}
	return i
}

// passName returns the token behind the name at j of whom the words at i tell; i if there is none.
func (r *reading) passName(i, j, hi int32) int32 {
	if !r.inName(j) {
		return i
	}
	to := r.runRight(j, hi)
	if to-j >= 3 && r.role(j)&(roleGivenM|roleGivenF) == 0 {
		return j + 1 // à Lusa | Rui Roble
	}
	return to
}

// several reports whether token i has the ending of the plural.
func (r *reading) several(i int32) bool {
	w := r.word(i)
	return w[len(w)-1] == 's' || r.in("it") && w[len(w)-1] == 'i'
}

// unspoken returns who speaks q by a verb that has no subject: whom the sentence before it, in its
// paragraph, is about, else who spoke last.
func (r *reading) unspoken(m *discourse, q *quoted, p *paragraph) string {
	if name := r.subjectBefore(q, p); name != "" {
		return name
	}
	return r.latest(m)
}

// subjectBefore returns the person whom the sentence before q, in its paragraph, is about, without a quotation
// between: Damián Roldán defendió el plan. «…»; El arquitecto municipal, Damián Roldán, defendió el plan. «…»
func (r *reading) subjectBefore(q *quoted, p *paragraph) string {
	const most = 60 // words
	end := q.first - 1
	if end <= p.tok || r.list[end].kind != stopToken {
		return ""
	}
	lo := end
	for lo > p.tok && end-lo < most && !r.list[lo].first {
		lo--
		if r.list[lo].kind == unquoteToken {
			return ""
		}
	}
	s := r.clauseSubject(lo, end)
	if s.kind == nounPhrase && s.from <= lo+1 {
		s = r.betweenCommas(s.to, end)
	}
	if s.kind != namePhrase || s.from > lo && r.role(s.from-1)&rolePrep != 0 {
		return ""
	}
	if name, x := r.fullName(s, anySex); x != anySex || r.ofPerson(name) {
		return name
	}
	return ""
}

// betweenCommas returns the name between the two commas of which the first stands at token i or not far behind it:
// El arquitecto municipal | , Damián Roldán,
func (r *reading) betweenCommas(i, hi int32) phrase {
	const most = 6 // words
	for j := i; j < min(i+most, hi-1); j++ {
		if r.list[j].kind == wordToken {
			if r.role(j)&(roleSay|roleAux|roleWho) != 0 {
				break
			}
			continue
		}
		if r.list[j].kind != commaToken || !r.inName(j+1) {
			break
		}
		from, to := r.person(j+1, r.runRight(j+1, hi))
		if from < to && to < hi && r.list[to].kind == commaToken {
			return phrase{from, to, namePhrase}
		}
		break
	}
	return phrase{}
}

// betweenDashes returns the cue that stands with the name of who speaks between the dash at token i and another one
// within the quotation, which ends at hi, be it with other words: «… – ha detto il giudice Rossi leggendo – …».
func (r *reading) betweenDashes(i, hi int32) (cue, bool) {
	const most = 16 // words
	if r.list[i].kind != dashToken {
		return cue{}, false
	}
	shut := i + 1
	for shut < min(hi, i+most) && r.list[shut].kind != dashToken {
		shut++
	}
	if shut >= hi || r.list[shut].kind != dashToken {
		return cue{}, false
	}
	j := i + 1
	for j < shut && r.fills(j) && r.role(j)&roleCue == 0 {
		j++
	}
	if j >= shut || r.role(j)&roleSay == 0 || r.list[j].upper {
		return cue{}, false
	}
	s := r.phraseRight(j+1, shut)
	return cue{tok: j, subject: s}, s.kind == namePhrase
}
