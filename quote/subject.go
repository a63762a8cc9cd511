package quote

import "strings"

// subjectLeft returns the subject of the verb at token v where it stands
// before it, no further back than lo: X said; X, spokesman for Y, said; X, who
// lives there and drives a bus, said.
func (r *reading) subjectLeft(v, lo int32) phrase {
	i := v - 1
	for n := 0; i >= lo && n < 80; n++ {
		switch t := &r.list[i]; t.kind {
		case wordToken:
			s, pass := r.subjectAt(i, lo)
			if !pass {
				return s
			}
			i--
		case unquoteToken:
			q := &r.out[t.row]
			if !q.scare || q.first <= lo {
				return phrase{}
			}
			i = q.first - 1
		case closeToken:
			i = r.openingLeft(i, lo) - 1
		case dashToken:
			j := i - 1
			for j >= lo && i-j < 40 && r.list[j].kind != dashToken {
				j--
			}
			if j < lo || r.list[j].kind != dashToken {
				return phrase{}
			}
			i = j - 1
		case commaToken:
			return r.beforeApposition(i, lo)
		default:
			return phrase{}
		}
	}
	return phrase{}
}

// subjectAt returns the subject that the word at i, before its verb, ends, or
// reports that it may be passed: X has also | said.
func (r *reading) subjectAt(i, lo int32) (s phrase, pass bool) {
	rl := r.role(i)
	comma := i > lo && r.list[i-1].kind == commaToken
	switch {
	case r.isPronoun(i):
		return phrase{i, i + 1, pronounPhrase}, false
	case rl&roleI != 0 && rl&roleArt == 0 && !r.list[i].genitive:
		return phrase{}, false
	case rl&roleWho != 0 && comma:
		return r.beforeApposition(i-1, lo), false
	case rl&roleWho != 0 && rl&(roleArt|rolePrep) == 0 && !r.list[i].first:
		return r.phraseLeft(i-1, lo), false
	case r.inName(i), rl&roleNoun != 0 && rl&(roleCue|roleAdv) == 0:
		return r.phraseLeft(i, lo), false
	case rl&(roleAux|roleAdv) != 0, r.english && r.ends(i, "ly"), r.daysTime(i):
		return phrase{}, true
	case rl&(roleConj|roleSub|rolePrep|roleGer|roleCue|roleDet|roleAcc) != 0 && rl&(roleMedia|roleOrg) == 0:
		if s := r.sharedSubject(i, lo); s.kind != noPhrase {
			return s, false
		}
		return r.clauseSubject(lo, i), false
	}
	s = r.phraseLeft(i, lo)
	if who := r.whoLeft(s, lo); who.kind != noPhrase {
		return who, false
	}
	return s, false
}

// openingLeft returns the bracket that the one at i closes, or lo if there is none.
func (r *reading) openingLeft(i, lo int32) int32 {
	for j := i - 1; j >= lo && i-j < 60; j-- {
		if r.list[j].kind == openToken {
			return j
		}
	}
	return lo
}

// beforeApposition returns the phrase that the words before the comma at i
// explain, or the name they are: X, 39, a plumber | , said; Kennedy's
// spokesperson, Stefanie Spear | , said.
func (r *reading) beforeApposition(i, lo int32) phrase {
	const mostParts = 8
	end := i // of the part between commas, half-open
	for n := range mostParts {
		start := r.partStart(end, lo, n == 0)
		if start >= end {
			return phrase{}
		}
		more := start > lo && r.list[start-1].kind == commaToken && !r.list[start].first
		last := end - 1
		for last > start && r.list[last].kind == closeToken {
			last = r.openingLeft(last, lo) - 1
		}
		if last < start {
			return phrase{}
		}
		if s := r.nameOpening(start, last+1); s.kind != noPhrase {
			return s
		}
		if more && r.explains(start, last+1) {
			end = start - 1
			continue
		}
		if more && r.inName(start) && r.runRight(start, end) == end {
			if r.placesName(start, lo) {
				end = start - 1
				continue
			}
			if from, to := r.person(start, end); from < to {
				return phrase{from, to, namePhrase}
			}
		}
		if n == 0 && !more {
			// Nothing before it: the comma parts an introduction from its clause.
			if p := r.clauseSubject(lo, i); p.kind != noPhrase {
				return p
			}
		}
		if r.askedBy(start, end) {
			return phrase{}
		}
		return r.partSubject(start, last, end)
	}
	return phrase{}
}

// partStart returns where the part between commas that ends at end begins, no
// further back than lo; dashes part the one next to the verb, too.
func (r *reading) partStart(end, lo int32, dashes bool) int32 {
	start := end
	for start > lo && end-start < 40 {
		switch t := &r.list[start-1]; t.kind {
		case commaToken, stopToken, colonToken, quoteToken:
			return start
		case dashToken:
			if dashes {
				return start
			}
			start--
		case unquoteToken:
			q := &r.out[t.row]
			if !q.scare || q.first < lo {
				return start
			}
			start = q.first
			continue
		case closeToken:
			start = r.openingLeft(start-1, lo)
			continue
		default:
			start--
		}
		if r.list[start].first {
			break
		}
	}
	return start
}

// placesName reports whether the name that begins with token start, behind a
// comma, belongs to a name before it, as those of towns and states do.
func (r *reading) placesName(start, lo int32) bool {
	if r.role(start)&roleAbbr != 0 && r.role(start)&roleTitle == 0 {
		return true
	}
	to := r.runRight(start, int32(len(r.list)))
	switch {
	case r.isPlace(start, to):
		return r.inName(start - 2)
	case r.english && to == start+1 && r.names.find(r, start, to, anySex) != nil:
		return false // Of Cole, Teal, who …
	}
	before := r.phraseLeft(start-2, lo)
	return before.kind == namePhrase && !(r.list[before.from].first && r.role(before.from)&roleCap != 0)
}

// partSubject returns who speaks by the words [start, end), of which those up to
// last, included, stand in no bracket.
func (r *reading) partSubject(start, last, end int32) phrase {
	p := r.phraseLeft(last, start)
	if p.kind == namePhrase {
		return p
	}
	if q := r.clauseSubject(start, end); p.kind == noPhrase || q.personal() {
		return q
	}
	return p
}

// explains reports whether the words [start, end) between commas tell about
// what stands before them: an age, a function, a relative clause.
func (r *reading) explains(start, end int32) bool {
	t := &r.list[start]
	if t.kind != wordToken {
		return true
	}
	rl := r.role(start)
	switch {
	case t.digit:
		return true
	case rl&roleWho != 0, rl&roleDet != 0 && !r.isPronoun(start), rl&roleSub != 0, rl&rolePrep != 0, rl&roleConj != 0:
		return true
	case !t.upper:
		return !r.isPronoun(start)
	case rl&roleTitle != 0 && r.runRight(start, end) < end:
		return true // Democrat of Texas
	case rl&roleAbbr != 0 && end-start == 1:
		return true
	}
	// R-Fla., D-Mass.
	w := r.word(start)
	return end-start <= 2 && len(w) > 2 && w[1] == '-'
}

// startsSentence reports whether token i is the first of a sentence.
func (r *reading) startsSentence(i int32) bool {
	return i < int32(len(r.list)) && r.list[i].first
}

// clauseSubject returns the subject of the sentence or clause that token hi
// belongs to, looking from its beginning, no further back than lo.
func (r *reading) clauseSubject(lo, hi int32) phrase {
	i := r.skipDateline(r.clauseStart(lo, hi), hi)
	for range 3 {
		next, ok := r.skipIntroduction(i, hi)
		if !ok {
			break
		}
		i = next
	}
	var silent phrase // the first that cannot speak
	for j := i; j < hi && j-i < 40; j++ {
		t, rl := &r.list[j], r.role(j)
		switch {
		case t.kind == quoteToken:
			j = r.out[t.row].last
		case t.kind != wordToken:
		case r.isPronoun(j):
			return phrase{j, j + 1, pronounPhrase}
		case rl&roleI != 0 && rl&roleArt == 0:
			return phrase{}
		case r.inName(j) || rl&roleNoun != 0 && rl&roleCue == 0 || rl&roleDet != 0 || r.endsRole(j):
			p := r.phraseRight(j, hi)
			switch {
			case p.kind == noPhrase, r.english && r.word(p.to-1) == "same": // gave the same answer
			case p.kind == namePhrase && r.behindTown(p, hi), r.timeBefore(p, hi):
				silent, j = p, p.to-1 // In Corran, Ohio, X; a few days later, X
			case !r.nouns || r.speaks(p) && !r.afterPrep(j, i):
				return p
			default:
				if silent.kind == noPhrase {
					silent = p
				}
				j = p.to - 1
			}
		}
	}
	return silent
}

// clauseStart returns where the sentence or clause of token hi begins, no
// further back than lo.
func (r *reading) clauseStart(lo, hi int32) int32 {
	start := hi
	for start > lo && hi-start < 60 {
		switch t := &r.list[start-1]; t.kind {
		case stopToken, colonToken:
			return start
		case unquoteToken:
			if q := &r.out[t.row]; q.first >= lo && !r.startsSentence(start) {
				start = q.first
				continue
			}
			return start
		}
		start--
		if r.list[start].first {
			break
		}
	}
	return start
}

// skipDateline returns where the sentence that begins at start goes on behind
// its dateline, or start: WASHINGTON, May 3 (UPI) — |.
func (r *reading) skipDateline(start, hi int32) int32 {
	if !r.startsSentence(start) {
		return start
	}
	for j := start; j < min(hi, start+10); j++ {
		if r.list[j].kind == dashToken && (r.list[start].shout || r.list[j-1].kind == closeToken) {
			return j + 1
		}
	}
	return start
}

// skipIntroduction returns where the clause goes on behind the introduction
// that begins with token i, and reports whether there is one: On Thursday, |;
// Asked about it, |; But | X.
func (r *reading) skipIntroduction(i, hi int32) (int32, bool) {
	if i >= hi || r.list[i].kind != wordToken || r.isPronoun(i) {
		return i, false
	}
	rl := r.role(i)
	if rl&(roleConj|roleAdv) != 0 && rl&(rolePrep|roleDet) == 0 && i+1 < hi && r.opensClause(i+1) {
		return i + 1, true // But X; Later X
	}
	asked := r.askedBy(i, hi)
	if !r.introduces(i) && !asked {
		return i, false
	}
	j := i + 1
	for j < hi && j-i < 25 && r.list[j].kind != commaToken {
		j++
	}
	if j < hi && r.list[j].kind == commaToken {
		if j+2 < hi && r.role(j+1)&roleAbbr != 0 && r.list[j+2].kind == commaToken {
			j += 2 // in Aspen, Colo.,
		}
		return j + 1, true
	}
	if asked {
		return j, true
	}
	if rl&(roleConj|roleAdv|roleSub) != 0 && rl&rolePrep == 0 {
		return i + 1, true
	}
	if p := r.phraseRight(i+1, hi); p.kind == nounPhrase && rl&rolePrep != 0 {
		return p.to, true // About the weather she was clear
	}
	return i, false
}

// askedBy reports whether token i begins a sentence of a Romance language with a participle and by whom, or for what, somebody
// was asked, so that who is named there is not its subject: Preguntado por SPORT sobre la oferta, |.
func (r *reading) askedBy(i, hi int32) bool {
	const least = 6 // bytes
	t := &r.list[i]
	if !r.romance || !t.first || t.role&^(roleSay|roleNounToo|roleCap) != 0 || t.end-t.start < least {
		return false
	}
	if i+1 >= hi || r.role(i+1)&rolePrep == 0 || r.role(i+1)&roleOf != 0 {
		return false
	}
	w := r.word(i)
	for _, e := range [...]string{"ado", "ada", "ido", "ida", "ato", "ata", "uto", "uta", "ito", "ita", "é", "ée"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// opensClause reports whether a clause may begin with token i.
func (r *reading) opensClause(i int32) bool {
	return r.list[i].upper || r.isPronoun(i) || r.role(i)&(roleDet|roleConj|roleSub) != 0
}

// introduces reports whether token i may begin words before the subject of
// their sentence: a preposition, a conjunction, an unknown word that is no name.
func (r *reading) introduces(i int32) bool {
	t, rl := &r.list[i], r.role(i)
	if rl&roleDet != 0 && rl&(rolePrep|roleSub) == 0 {
		return false
	}
	if rl&(rolePrep|roleSub|roleConj|roleGer|roleAdv|roleAcc|roleCap) != 0 {
		return true
	}
	return rl == 0 && t.first && t.upper && !r.inName(i)
}
