package quote

import (
	"strings"
	"unicode/utf8"
)

// Who speaks in the languages that have a file in lang/speech. What they share: the subject stands on either
// side of the verb, and much may stand between the two. Nobody is named for a speaker by a word that is not
// known to be a noun for a person, since no speaker is better than a wrong one.

// foreignSubject is verbSubject for these languages: what stands right before the verb, else what stands
// behind it, else the subject of the clause.
func (r *reading) foreignSubject(v, lo, hi int32) phrase {
	if r.own.verbLast {
		if s, _ := r.behindVerb(v, hi); s.kind != noPhrase {
			return s
		}
		return r.verbLastSubject(lo, hi)
	}
	left := r.subject(r.subjectLeft(v, lo))
	if left.kind != noPhrase && r.afterPrep(left.from, lo) {
		left = phrase{}
	}
	if left.kind != noPhrase && left.to <= v && r.onlyAux(left.to, v) {
		return left
	}
	if s, _ := r.behindVerb(v, hi); s.kind != noPhrase {
		return s
	}
	if left.kind != noPhrase {
		return left
	}
	if s := r.subject(r.clauseSubject(lo, v)); s.kind != noPhrase && !r.afterPrep(s.from, lo) {
		return s
	}
	return phrase{}
}

// accepted returns s if it may be who speaks: a pronoun, a name that does not begin with capitals only, as those of
// outlets and agencies do, a noun for a person.
func (r *reading) accepted(s phrase) phrase {
	switch s.kind {
	case namePhrase:
		if r.housed(s.from) && !r.given(s.from) || r.toldOrMedia(s) || s.to-s.from == 1 && !r.knownName(s.from) {
			return phrase{}
		}
	case nounPhrase:
		if !r.namesPerson(s) || r.runsOn(s) {
			return phrase{}
		}
	}
	return s
}

// toldOrMedia reports whether the name s is that of what is written or broadcast, or of who is told, by its first word: mówi | Radiu Zachód.
func (r *reading) toldOrMedia(s phrase) bool {
	return r.role(s.from)&roleMedia != 0 || s.to-s.from > 1 && r.role(s.from)&roleDative != 0 && !r.given(s.from)
}

// housed reports whether token i is written as the names of outlets and agencies are, which no case ending marks: in capitals only, or
// in Latin letters where the language has others: рассказала | N7.RU швея.
func (r *reading) housed(i int32) bool {
	return r.list[i].shout || r.word(i)[0] < utf8.RuneSelf && (r.in("ru") || r.in("uk"))
}

// knownName reports whether token i, a name of one word, is one elsewhere too if it begins its sentence, where any
// word has a capital letter.
func (r *reading) knownName(i int32) bool {
	t := &r.list[i]
	if !t.first || t.role&(roleGivenM|roleGivenF) != 0 || r.names.find(r, i, i+1, anySex) != nil {
		return true
	}
	if r.capitals == nil {
		r.capitals = map[uint32]bool{}
		for k := range r.list {
			if o := &r.list[k]; o.upper && !o.first && o.kind == wordToken {
				r.capitals[o.hash] = true
			}
		}
	}
	return r.capitals[t.hash]
}

// oblique reports whether the name s stands in a case that no subject has, by the ending of its last word.
func (r *reading) oblique(s phrase) bool {
	if s.kind == namePhrase && r.own.cuts {
		return r.list[s.to-1].genitive
	}
	if s.kind != namePhrase || len(r.own.oblique) == 0 || r.role(s.from)&(roleGivenM|roleGivenF) != 0 {
		return false
	}
	return r.own.obliquely(strings.ToLower(r.word(s.to - 1)))
}

// namedBefore returns the person whose name, or the noun for whom, stands right before the colon at token end, no
// further back than lo, and behind no preposition: X: “…”.
func (r *reading) namedBefore(end, lo int32) phrase {
	s := r.subject(r.phraseLeft(end-1, lo))
	if c := s.from - 1; s.kind == namePhrase && c > lo && r.list[c].kind == commaToken { // Jan Bos, Lokaal Belang: “…”
		if b := r.subject(r.phraseLeft(c-1, lo)); b.kind == namePhrase && r.list[b.from].first && r.given(b.from) {
			return b
		}
	}
	if s.kind == noPhrase || s.to != end || r.afterPrep(s.from, lo) || !r.speaks(s) {
		return phrase{}
	}
	return s
}

// aboutWhomColon returns the person with whose given name, behind an office perhaps, the sentence begins that the colon at token end closes and
// that tells what he does as he speaks, though by no verb of saying: Ordförande | Eva Lind | talar om tur: “…”. Where the verb ends the
// sentence, its subject is looked for elsewhere; a sentence with another name may lead to the words of that one.
func (r *reading) aboutWhomColon(start, end int32) phrase {
	const least = 2 // words behind the name
	if r.own.verbLast || !r.startsSentence(start) || end+2 >= int32(len(r.list)) || !r.list[end+2].upper {
		return phrase{}
	}
	about := r.clauseSubject(start, end)
	s := r.subject(about)
	if s.kind != namePhrase {
		s = r.aboutOffice(about, start, end)
	}
	if s.kind != namePhrase || !r.given(s.from) || end-s.to < least || !r.opensWith(s, start) {
		return phrase{}
	}
	for i := s.to; i < end; i++ {
		if r.list[i].kind != wordToken || r.inName(i) {
			return phrase{}
		}
	}
	return s
}

// opensWith reports whether the sentence that begins with token lo begins with the name s, behind no more than what he is.
func (r *reading) opensWith(s phrase, lo int32) bool {
	const most = 3 // words before the name
	if s.from-lo > most {
		return false
	}
	for i := lo; i < s.from; i++ {
		if r.list[i].kind != wordToken || r.role(i)&(rolePrep|roleCue|roleAux|rolePoss) != 0 {
			return false
		}
	}
	return s.from == lo || r.isRole(s.from-1)
}

// subject returns s if it may be who speaks and stands in the case of a subject.
func (r *reading) subject(s phrase) phrase {
	if s = r.accepted(s); r.oblique(s) {
		return phrase{}
	}
	return s
}

// runsOn reports whether the noun phrase s is more than one: words of which none is a preposition follow a name in it.
func (r *reading) runsOn(s phrase) bool {
	for i := s.from + 1; i < s.to; i++ {
		if r.list[i].small() && r.inName(i-1) && !r.list[i-1].genitive && !r.isRole(i) && r.role(i)&(rolePrep|rolePart) == 0 {
			return true
		}
	}
	return false
}

// namesPerson reports whether a word of s is a noun for a person, or people.
func (r *reading) namesPerson(s phrase) bool {
	for i := s.from; i < s.to; i++ {
		if r.isRole(i) {
			return true
		}
	}
	return false
}

// isRole reports whether token i is a noun for a person, an office or a body that speaks.
func (r *reading) isRole(i int32) bool {
	return r.list[i].kind == wordToken && (r.role(i)&(roleNoun|roleTitle) != 0 || r.standInRole(i) != 0 || r.endsTitle(i) || endsIn(r.word(i), r.table.bodies[r.lang]) && r.list[i].row < 0)
}

// A nounSearch is the words behind a verb of saying while its subject is looked for.
type nounSearch struct {
	credited bool   // they stand behind a word that credits somebody, in whatever case
	itSays   bool   // or behind a verb whose subject is none: lyder det fra | X
	noun     int32  // the noun for a person that was passed, -1 if there is none
	article  int32  // the article that was, -1 if there is none
	prep     bool   // what follows belongs to a preposition
	strange  int    // words behind it, or of which it is not known what they are
	unknown  bool   // one of these belongs to no preposition
	found    phrase // the subject
}

// behindVerb returns the phrase behind the verb at token v, before hi, that may be its subject. It reports
// whether none of the words there can be one.
func (r *reading) behindVerb(v, hi int32) (s phrase, none bool) {
	f := nounSearch{noun: -1, article: -1, itSays: r.role(v)&roleItSays != 0}
	return r.search(&f, v+1, hi)
}

// search is behindVerb from token j on, with a search that has just begun.
func (r *reading) search(f *nounSearch, j, hi int32) (s phrase, none bool) {
	const most = 24
	for end := min(hi, j+most); j >= 0 && j < end; {
		switch t := &r.list[j]; t.kind {
		case quoteToken:
			j = r.out[t.row].last + 1
		case openToken:
			for j < hi && r.list[j].kind != closeToken {
				j++
			}
			j++
		case wordToken:
			j = r.passWord(f, j, hi)
		case commaToken:
			if f.noun >= 0 {
				f.found = r.apposed(j+1, hi)
			}
			j = -1
		default:
			j = -1
		}
	}
	return r.result(f, hi)
}

// result returns what behindVerb does, once the words up to hi are read.
func (r *reading) result(f *nounSearch, hi int32) (s phrase, none bool) {
	switch {
	case f.found.kind != noPhrase:
		return f.found, false
	case f.noun < 0 || r.role(f.noun)&roleMedia != 0:
		return phrase{}, !f.unknown && f.noun < 0 && f.article < 0
	}
	from := f.noun
	if f.article >= 0 && f.article < from {
		from = f.article + 1
	}
	return phrase{from, r.complement(f.noun+1, hi), nounPhrase}, false
}

// passWord reads the word at token j and returns where to read on, -1 where the search ends there.
func (r *reading) passWord(f *nounSearch, j, hi int32) int32 {
	t, rl := &r.list[j], r.role(j)
	switch {
	case t.first:
		return -1
	case !f.prep && rl&roleDative == 0 && r.isPronoun(j) && !r.owns(j, hi):
		f.found = phrase{j, j + 1, pronounPhrase}
		return -1
	case r.toldTo(j, hi):
		return r.runRight(j, hi) + 1
	case r.inName(j) && !r.describes(j, hi):
		return r.passNames(f, j, hi)
	case r.tiesMore(f, j, hi): // byråd for klima og miljø, Kari Moe,
	case f.noun >= 0 && r.joinsRole(j, hi): // leder og | finansminister X
	case rl&(roleConj|roleSub|roleWho|roleSay) != 0 && rl&rolePrep == 0:
		return -1
	}
	r.passSmall(f, j)
	return j + 1
}

// toldTo reports whether token j begins a name behind which a word in the dative says to whom of theirs something is told:
// dedi | BELDE muhabirine.
func (r *reading) toldTo(j, hi int32) bool {
	if !r.own.verbLast || !r.inName(j) {
		return false
	}
	to := r.runRight(j, hi)
	return to < hi && r.role(to)&roleWhom != 0
}

// tiesMore reports whether the conjunction at token j ties one more word to those of what an office is for, and the name of who holds
// it follows alone behind a comma: byråd for klima | og miljø, Kari Moe, til NTB.
func (r *reading) tiesMore(f *nounSearch, j, hi int32) bool {
	if !f.prep || f.noun < 0 || r.role(j)&roleConj == 0 || len(r.own.cases) > 0 {
		return false
	}
	if j+3 >= hi || !r.list[j+1].small() || r.list[j+2].kind != commaToken || !r.inName(j+3) {
		return false
	}
	to := r.runRight(j+3, hi)
	return to-j > 4 && (to >= hi || r.list[to].kind == commaToken || r.list[to].kind == stopToken)
}

// owns reports whether the pronoun at token j may be a possessive too, before a noun for a person where nouns have cases: його | адвокатка.
func (r *reading) owns(j, hi int32) bool {
	return len(r.own.cases) > 0 && j+1 < hi && r.list[j+1].small() && r.isRole(j+1)
}

// joinsRole reports whether token i joins another noun for the same person.
func (r *reading) joinsRole(i, hi int32) bool {
	return i+1 < hi && r.role(i)&roleConj != 0 && r.isRole(i+1)
}

// passSmall reads the word at token j, which is neither a name nor a pronoun.
func (r *reading) passSmall(f *nounSearch, j int32) {
	rl := r.role(j)
	switch {
	case rl&rolePrep != 0:
		f.prep, f.strange = !f.itSays, 0
		if f.itSays {
			f.article = -1
		}
	case rl&roleDet != 0:
		if !f.prep && f.article < 0 {
			f.article = j
		}
	case r.isRole(j):
		if f.noun < 0 && (!f.prep || r.unruled(f, j)) {
			f.noun, f.prep = j, false
		}
		f.strange++
	case rl&(roleAux|roleAdv|roleDay|roleDative) == 0 && !r.list[j].digit:
		f.strange++
		f.unknown = f.unknown || !f.prep && f.noun < 0
	}
}

// unruled reports whether the noun for a person at token j need not belong to the preposition before it: other words stand
// between the two or, where nouns have cases, it is one for somebody, in the nominative.
func (r *reading) unruled(f *nounSearch, j int32) bool {
	if len(r.own.cases) > 0 {
		return r.role(j)&(roleTitle|roleMan|roleWoman) != 0
	}
	return f.strange > 0
}

// passNames reads the words of names from token j on and returns where to read on, -1 if the subject is found.
func (r *reading) passNames(f *nounSearch, j, hi int32) int32 {
	s, to := r.subjectName(f, j, hi)
	switch {
	case s.kind == nounPhrase && s.from == j && r.joinsRole(to, hi):
		f.noun = j // Frp-leder | og finansminister X
	case s.kind != noPhrase:
		f.found = s
		return -1
	}
	f.unknown = f.unknown || !f.prep && f.noun < 0
	f.prep, f.strange = false, 0
	return to
}

// describes reports whether the capitalised word at token j only describes the noun for a person that follows it:
// de | Amsterdamse burgemeester; | Moderaternas partiledare.
func (r *reading) describes(j, hi int32) bool {
	return j+1 < hi && r.list[j+1].small() && r.isRole(j+1) && r.role(j)&(roleGivenM|roleGivenF) == 0 && !r.list[j].shout && len(r.own.cases) == 0
}

// subjectName returns the name that begins with token j, or within the words of names from there on, if it
// may be who speaks, and where those words end. The given name of a person in the nominative tells it in any place.
func (r *reading) subjectName(f *nounSearch, j, hi int32) (phrase, int32) {
	run := r.runRight(j, hi)
	from, to := r.person(j, run)
	for from < to-1 && r.list[from].shout && !r.given(from) && (f.noun >= 0 || r.agencyBefore(from, to)) {
		from++ // глава МИД РФ | Сергей Лавров; mówi PAP | Majszyk
	}
	switch {
	case from >= to && f.noun < 0 && !f.prep && r.names.find(r, j, run, anySex) != nil:
		return phrase{j, run, namePhrase}, run // vertelde | Prins
	case from >= to && f.noun < 0 && !f.prep && r.isRole(run-1):
		return phrase{j, run, nounPhrase}, run
	case from < to-1 && r.given(from) && (from > j || f.free(r.own)):
		return phrase{from, to, namePhrase}, run
	case f.prep && f.noun == j-2 && r.role(j-1)&roleOf != 0 && to-from > 2:
		return phrase{from + 1, to, namePhrase}, run // minister van Werk | Katleen Prins
	case from >= to || f.prep || from == j && r.housed(j) && f.noun < 0: // сказал РИА Новости | политолог
		return phrase{}, run
	}
	return r.ofNoun(f, phrase{from, to, namePhrase}), run
}

// belongs reports whether the name s behind a noun for a person is what he is of: one of its words is in another case than his, or
// names an organisation: rzecznik | Komendy Miejskiej Policji.
func (r *reading) belongs(s phrase) bool {
	for i := s.from; i < s.to && len(r.own.cases) > 0; i++ {
		if r.organises(i) || r.oblique(phrase{i, i + 1, namePhrase}) {
			return true
		}
	}
	return false
}

// agencyBefore reports whether the capitals at token from, before the name of somebody whom the article names in full, are those of
// an agency: PAP | Majak.
func (r *reading) agencyBefore(from, to int32) bool {
	f := r.names.find(r, from+1, to, anySex)
	return f != nil && f.first != r.list[from].hash
}

// free reports whether a name that comes now need not belong to the preposition before it.
func (f *nounSearch) free(own *manners) bool {
	return !f.prep || f.strange > 0 || len(own.cases) > 0
}

// given reports whether token i is a given name.
func (r *reading) given(i int32) bool { return r.role(i)&(roleGivenM|roleGivenF) != 0 }

// ofNoun returns the name s, which begins with no given name that is known, as it stands behind the noun for a person
// that was passed: alone, with the noun where it tells of what, or without its first word.
func (r *reading) ofNoun(f *nounSearch, s phrase) phrase {
	if r.oneWithNoun(f, s) {
		return phrase{f.noun, s.to, nounPhrase}
	}
	name := r.accepted(s)
	if (!f.credited || s.to-s.from > 2) && r.oblique(name) || f.noun >= 0 && r.belongs(s) {
		name = phrase{}
	}
	switch {
	case name.kind == noPhrase || f.noun < 0 || len(r.own.cases) == 0:
	case s.to-s.from == 1 && r.role(f.noun)&roleAbbr == 0 && r.names.find(r, s.from, s.to, anySex) == nil:
		return phrase{f.noun, s.to, nounPhrase} // сказал мэр | Москвы
	case s.to-s.from > 2:
		name.from++ // мэр | Парижа | Анн Идальго
	}
	return name
}

// oneWithNoun reports whether the words s tell of what the noun before them is, fundacja | Zielony Las, or, one word behind a noun for
// somebody's age, where he is from: de 83-jarige | Harlinger. Whoever is named has been named in full.
func (r *reading) oneWithNoun(f *nounSearch, s phrase) bool {
	if f.noun < 0 || r.role(f.noun)&roleOrg != 0 {
		return f.noun >= 0
	}
	return f.noun == s.from-1 && s.to-s.from == 1 && r.list[f.noun].digit && r.names.find(r, s.from, s.to, anySex) == nil && !r.given(s.from)
}

// apposed returns the name that explains the noun before it, from token j on, behind a comma: рядом, | орнітологиня
// Стефанія Гаврилюк.
func (r *reading) apposed(j, hi int32) phrase {
	const most = 6
	for k := j; k < hi && k-j < most && r.list[k].kind == wordToken && r.role(k)&(roleWho|roleSub|roleConj|roleCue|rolePrep) == 0; k++ {
		if r.inName(k) && !r.describes(k, hi) {
			f := nounSearch{noun: -1}
			s, _ := r.subjectName(&f, k, hi)
			return s
		}
	}
	return phrase{}
}

// namesThing reports whether a stretch of these signs is the name of an outlet, a firm, a work: a few words with a
// capital letter that no colon leads to, or that do something: пишет «Вестник»; «Вестник» пишет. What somebody says in so
// few words begins with a small one.
func (r *reading) namesThing(s *signs) bool {
	if s.group[groupLength] > lengthFour || s.group[groupCase] == caseLower || s.group[groupEnd] != endsBare && s.group[groupEnd] != endsStopOutside {
		return false
	}
	switch s.group[groupBefore] {
	case beforeColon, beforeComma, beforeDash, beforeSentence, beforeParagraph, beforeQuotation:
		switch s.group[groupAfter] {
		case afterParagraph, afterSentence, afterQuotation, afterComma, afterDash, afterBracket, afterCue:
			return false
		}
	}
	return true
}

// namesOutlet reports whether q is short enough for the name of an outlet between a verb of saying and its subject: mówi „Rz” | X.
func (r *reading) namesOutlet(q *quoted) bool {
	const most = 3 // words
	return r.own != nil && q.last-q.first-1 <= most && q.last+1 < int32(len(r.list)) && r.list[q.last+1].kind == wordToken && r.list[q.first+1].upper
}

// plainlySaid reports whether a verb of saying with its subject follows q and what sets it off: «Да», — сказал X. Where
// the verb ends the sentence, its subject may stand before a comma: X, “…” dedi.
func (r *reading) plainlySaid(q *quoted) bool {
	const near = 3
	b := &q.behind
	if r.own == nil || b.tok < 0 || b.tok-q.last > near || b.credit {
		return false
	}
	if r.own.verbLast && b.subject.kind == noPhrase {
		p := &r.paras[q.para]
		return r.role(b.tok)&roleSay != 0 && q.last-q.first > 2 && (q.first == p.tok || r.list[q.first-1].kind != wordToken)
	}
	setOff := r.list[q.last+1].kind != wordToken || r.own.verbLast || strings.ContainsAny(r.tokens.text[q.End-1:q.End], ",?!")
	return b.close && setOff && b.subject.kind != noPhrase
}
