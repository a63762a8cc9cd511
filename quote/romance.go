package quote

import "strings"

// Spanish, French, Italian and Portuguese put the subject behind the verb, and often something
// else between the two: a déclaré mardi à la presse | la ministre; ironise de son côté | X.

// romanceSubject returns the subject behind the verb at token v, behind what may stand between the two.
func (r *reading) romanceSubject(v, hi int32) phrase {
	if s := r.oneOfThem(v+1, hi); s.kind != noPhrase {
		return s
	}
	plain := r.phraseRight(v+1, hi)
	if i := r.passCircumstances(v+1, hi); i > v+1 && i < hi && r.mayOpen(i, hi) {
		switch s := r.phraseRight(i, hi); {
		case s.kind == namePhrase && (i < s.from || r.personal(s)), s.kind == nounPhrase && i < s.from && r.speaks(s):
			return s
		}
	}
	if plain.kind == noPhrase {
		plain = r.hangingPronoun(v+1, hi)
	}
	if plain.kind != noPhrase && r.role(plain.from)&roleDay != 0 {
		return phrase{} // dijo el lunes
	}
	return plain
}

// mayOpen reports whether a subject may begin with token i.
func (r *reading) mayOpen(i, hi int32) bool {
	return r.determines(i) || r.inName(i) || r.role(i)&roleTitle != 0 || r.moodBefore(i, hi)
}

// moodBefore reports whether token i, of which nothing is known, tells how the person was whose given name follows it:
// racconta ancora | tremante Irene Toffolo.
func (r *reading) moodBefore(i, hi int32) bool {
	return r.list[i].small() && r.role(i) == 0 && i+1 < hi && r.inName(i+1) && r.given(i+1)
}

// oneOfThem returns the words at token i for one of several, who is nobody that was named before: uno di loro; um dos
// vizinhos.
func (r *reading) oneOfThem(i, hi int32) phrase {
	if i+1 >= hi || !r.ofSeveral(i) {
		return phrase{}
	}
	j := i + 1
	for j+1 < hi && r.role(j)&(roleOf|roleDet) != 0 && !r.isPronoun(j) {
		j++
	}
	if !r.list[j].small() {
		return phrase{}
	}
	return phrase{i, j + 1, nounPhrase}
}

// ofSeveral reports whether token i is an article or a number, and what it is one of follows it.
func (r *reading) ofSeveral(i int32) bool {
	if !r.romance || r.role(i)&roleArt == 0 || int(i)+1 >= len(r.list) {
		return false
	}
	next := r.word(i + 1)
	return r.role(i+1)&roleOf != 0 || r.in("pt") && (next == "deles" || next == "delas")
}

// hangingPronoun returns the pronoun behind the t at token i: ironise-t-|elle.
func (r *reading) hangingPronoun(i, hi int32) phrase {
	if i+1 < hi && r.role(i)&roleAdv != 0 && r.isPronoun(i+1) {
		return phrase{i + 1, i + 2, pronounPhrase}
	}
	return phrase{}
}

// personal reports whether the name s is known for that of a person.
func (r *reading) personal(s phrase) bool {
	if r.given(s.from) && r.role(s.to-1)&(roleOrg|roleSite) == 0 {
		return true
	}
	f := r.names.find(r, s.from, s.to, anySex)
	return f != nil && !f.org && (f.sex != anySex || f.offices[0] != 0)
}

// passCircumstances returns the first token from i on that belongs to no words of time, no words
// for who is told, and none such as "for his part".
func (r *reading) passCircumstances(i, hi int32) int32 {
	const most = 5
	heard := false // somebody who is told has been passed
	for range most {
		if r.opensSubject(i, hi) {
			break
		}
		next := r.passAside(i, hi)
		if next == i && heard && i < hi && r.role(i)&roleArt != 0 {
			break // disse ao Globo | a costureira Ana Melo, whatever a is elsewhere
		}
		if next == i {
			next = r.passListener(i, hi)
			heard = heard || next > i
		}
		if next == i {
			next = r.passPlace(i, hi)
		}
		if next == i {
			break
		}
		i = next
	}
	return i
}

// opensSubject reports whether an article and a noun for one person stand at token i: a | presidente, in Portuguese.
func (r *reading) opensSubject(i, hi int32) bool {
	return i+1 < hi && r.role(i)&roleArt != 0 && r.role(i+1)&(roleTitle|roleNoun) != 0 && !r.several(i+1)
}

// passAside returns the token behind a day, an adverb, a gerund or somebody's part at i.
func (r *reading) passAside(i, hi int32) int32 {
	for _, pass := range [...]func(int32, int32) int32{r.passDay, r.passGerund, r.passPart} {
		if next := pass(i, hi); next != i {
			return next
		}
	}
	return i
}

// passDay returns the first token from i on that is no adverb and no day of the week: hier; ce mardi;
// martes 4.
func (r *reading) passDay(i, hi int32) int32 {
	if i < hi && r.list[i].small() && (r.role(i)&roleAdv != 0 || r.mannerly(i)) && r.role(i)&(roleDet|rolePrep) == 0 && !r.isPronoun(i) {
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

// passGerund returns the token behind a gerund at i, and the place that it goes on with, which say what somebody does as
// he speaks: sorridendo; uscendo dall'aula.
func (r *reading) passGerund(i, hi int32) int32 {
	if i >= hi || !r.gerund(i) {
		return i
	}
	i++
	if i+1 >= hi || r.role(i)&rolePrep == 0 {
		return i
	}
	j := i + 1
	for j+1 < hi && r.role(j)&roleDet != 0 && r.role(j)&roleNounToo == 0 {
		j++
	}
	if t := &r.list[j]; !t.small() || r.role(j)&(roleFunction|roleCue|roleNoun|roleTitle) != 0 {
		return i
	}
	return j + 1
}

// gerund reports whether token i, of which nothing is known, ends as gerunds do of Italian, Spanish and Portuguese.
func (r *reading) gerund(i int32) bool {
	const least = 6 // bytes
	t := &r.list[i]
	if !r.romance || r.in("fr") || t.role&^roleNounToo != 0 || !t.small() || t.end-t.start < least {
		return false
	}
	w := r.word(i)
	return strings.HasSuffix(w, "ando") || strings.HasSuffix(w, "endo") || strings.HasSuffix(w, "indo") && r.in("pt")
}

// mannerly reports whether token i, of which nothing is known, ends as adverbs do that are made of adjectives: simplement.
func (r *reading) mannerly(i int32) bool {
	const least = 7 // bytes
	t := &r.list[i]
	if !r.romance || t.role&^roleNounToo != 0 || !t.small() || t.end-t.start < least {
		return false
	}
	return strings.HasSuffix(r.word(i), "mente") && !r.in("fr") || strings.HasSuffix(r.word(i), "ment") && r.in("fr")
}

// passPlace returns the token behind the words at i that a preposition begins, between commas perhaps, and that tell where or
// in what somebody spoke: en conférence de presse; , no diário portuense, |; en Chambre.
func (r *reading) passPlace(i, hi int32) int32 {
	const adjectives = 2
	j, open := i, i < hi && r.list[i].kind == commaToken
	if open {
		j++
	}
	if j+1 >= hi || r.role(j)&rolePrep == 0 || r.role(j)&roleOf != 0 {
		return i
	}
	if j = r.passDeterminers(j+1, hi); j >= hi || r.list[j].kind != wordToken || r.list[j].digit || r.role(j)&roleFunction != 0 {
		return i
	}
	if r.inName(j) {
		j = r.runRight(j, hi)
	} else {
		j++
	}
	for n := 0; j < hi && n < adjectives; n++ {
		next := r.complement(j, hi)
		if next == j && r.list[j].small() && r.role(j)&(roleFunction|roleCue|roleNoun|roleTitle|roleAdv|roleAcc) == 0 {
			next = j + 1
		}
		if next == j {
			break
		}
		j = next
	}
	switch {
	case !open:
		return j
	case j < hi && r.list[j].kind == commaToken:
		return j + 1
	}
	return i
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
	if k := j + 1; k < hi && r.inName(k) && !r.several(j) && !r.table.press[r.lang][r.list[j].row] {
		return r.runRight(k, hi) // a su hijo Luis; a la emisora Onda Roble; but à la presse | Claire Morvan
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
	if name := r.subjectBefore(m, q, p); name != "" {
		return name
	}
	return r.latest(m)
}

// beginsWithVerb reports whether the clause of token hi, no further back than lo, begins with what can only be its verb, behind a
// conjunction perhaps, in a language that drops pronouns: E | deixou um aviso.
func (r *reading) beginsWithVerb(lo, hi int32) bool {
	if !r.dropsPronouns() {
		return false
	}
	i := r.clauseStart(lo, hi)
	for i < hi && r.list[i].kind == wordToken && r.role(i)&(roleConj|roleAdv) != 0 && r.role(i)&(rolePrep|roleDet) == 0 {
		i++
	}
	const other = roleDet | rolePrep | roleNoun | roleTitle | rolePronoun | roleWho | roleSub | roleAcc | roleMedia
	t := &r.list[i]
	if i+1 >= hi || t.kind != wordToken || t.digit || r.role(i)&other != 0 {
		return false
	}
	return (!t.upper || t.first && !r.inName(i)) && r.determines(i+1)
}

// answersWhoever reports whether the sentence from token lo on begins with whoever is answered, so that the verb at token v has no
// subject but one behind it: E a chi gli chiedeva | se …, ha risposto.
func (r *reading) answersWhoever(lo, v int32) bool {
	const most = 3 // words
	for i := lo; r.dropsPronouns() && i+1 < min(v, lo+most); i++ {
		if r.role(i)&roleWhom != 0 && r.role(i+1)&roleWho != 0 {
			return v+1 >= int32(len(r.list)) || r.list[v+1].kind != wordToken
		}
	}
	return false
}

// subjectBefore returns the person whom the sentence before q, in its paragraph, is about, without a quotation
// between: Damián Roldán defendió el plan. «…»; El arquitecto municipal, Damián Roldán, defendió el plan. «…» If that has no word
// for anybody, its verb has no subject either, and the one before it tells: Roldán llegó tarde. Traía los planos. «…»
func (r *reading) subjectBefore(m *discourse, q *quoted, p *paragraph) string {
	const most = 3 // sentences
	end := q.first - 1
	for n := 0; n < most && end > p.tok && r.list[end].kind == stopToken; n++ {
		lo := r.sentenceBefore(end, p)
		if lo < 0 {
			break
		}
		if name := r.subjectOf(m, lo, end, n > 0); name != "" {
			return name
		}
		if !r.personless(lo, end) {
			break
		}
		end = lo - 1
	}
	return ""
}

// sentenceBefore returns where the sentence of p begins that ends before token end, -1 if it holds a quotation.
func (r *reading) sentenceBefore(end int32, p *paragraph) int32 {
	const most = 60 // words
	lo := end
	for lo > p.tok && end-lo < most && !r.list[lo].first {
		lo--
		if r.list[lo].kind == unquoteToken {
			return -1
		}
	}
	return lo
}

// personless reports whether the sentence [lo, hi) has no name, no pronoun and no noun for anybody.
func (r *reading) personless(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		t := &r.list[i]
		switch {
		case t.kind == quoteToken:
			return false
		case t.kind != wordToken:
		case t.upper && !t.first, t.first && r.given(i), r.role(i)&(roleNoun|roleTitle) != 0, r.isPronoun(i):
			return false
		}
	}
	return true
}

// subjectOf returns the person whom the sentence [lo, end) is about, by the name with which it begins where first is set.
func (r *reading) subjectOf(m *discourse, lo, end int32, first bool) string {
	s := r.aboutWhom(lo, end)
	if s.kind == nounPhrase && s.from <= lo+1 && !first {
		if f := r.described(m, s); f != nil {
			return f.text // La prima cittadina non replica. «…»
		}
		s = r.betweenCommas(s.to, end)
	}
	if s.kind != namePhrase || s.from > lo && (first || r.role(s.from-1)&rolePrep != 0) {
		return ""
	}
	if name, x := r.fullName(s, anySex); x != anySex || r.ofPerson(name) {
		return name
	}
	return ""
}

// aboutWhom returns whom the sentence [lo, hi) is about.
func (r *reading) aboutWhom(lo, hi int32) phrase {
	if s := r.cleft(lo, hi); s.kind != noPhrase {
		return s
	}
	return r.clauseSubject(lo, hi)
}

// cleft returns the person of whom the sentence [lo, hi) tells that it was they who did something: Quem o viu foi | Rui Roble.
func (r *reading) cleft(lo, hi int32) phrase {
	const most = 8 // words
	if r.role(lo)&roleWho == 0 {
		return phrase{}
	}
	for i := lo + 1; i < min(lo+most, hi-1) && r.list[i].kind == wordToken; i++ {
		if r.role(i)&roleAux == 0 || !r.inName(i+1) {
			continue
		}
		if from, to := r.person(i+1, r.runRight(i+1, hi)); to-from > 1 {
			return phrase{from, to, namePhrase}
		}
		break
	}
	return phrase{}
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
