package quote

import "strings"

// Who speaks in German, where neither what stands before the verb nor what stands
// behind it is the subject to be named: in the passive, where it is said what a text
// says, and where somebody is cited.

// speakerBeside returns whom the words beside the verb at token v, within [lo, hi),
// make the speaker though he is not its subject, and reports whether they do: who is
// cited, and what it says something in.
func (r *reading) speakerBeside(v, lo, hi int32) (phrase, bool) {
	switch rl := r.role(v); {
	case rl&roleCites != 0:
		return r.cited(v, lo, hi), true
	case r.participle(v):
		if s, passive := r.agentAhead(v, lo); passive {
			return s, true
		}
	case rl&roleItSays != 0 && v+1 < int32(len(r.list)) && r.role(v+1)&roleImpersonal != 0:
		return r.saidIn(v, lo, hi), true
	}
	return phrase{}, false
}

// impersonal returns who speaks q, whose cue is c, where that is not the subject of a
// verb of saying: by whom it was called so, laut whom it is, who spoke before in the
// subjunctive. It reports whether that is so.
func (r *reading) impersonal(m *discourse, q *quoted, p *paragraph, c *cue) (string, bool) {
	if s, passive := r.agent(q, p); passive {
		if s.kind == noPhrase {
			return "", true
		}
		return r.nounName(m, s), true
	}
	switch {
	case c.thought && !c.subject.personal():
		if name, ok := r.reported(m, q, p); ok {
			return name, true
		}
	case c.credit && c.subject.kind == nounPhrase:
		return r.nounName(m, c.subject), true
	}
	return "", false
}

// cited returns who is cited by the verb at token v: Die Zeitung zitiert | einen Zeugen;
// Holm wird mit den Worten zitiert; zitiert die „Zeitung“ | Holm.
func (r *reading) cited(v, lo, hi int32) phrase {
	const most = 10 // words
	if s, passive := r.citedPassive(v, lo); passive {
		return s
	}
	if hi < int32(len(r.list)) && r.list[hi].kind == quoteToken {
		hi = min(int32(len(r.list)), v+most)
	}
	var best phrase
	for j := v + 1; j < hi && j-v < most && r.role(j)&rolePrep == 0; j++ {
		switch t := &r.list[j]; {
		case t.kind == quoteToken:
			j = r.out[t.row].last
			continue
		case t.kind != wordToken:
			return best
		}
		p := r.phraseRight(j, hi)
		if p.kind == noPhrase {
			continue
		}
		if p.kind == namePhrase || best.kind == noPhrase || best.kind == nounPhrase && r.speaks(p) {
			best = p
		}
		j = p.to - 1
	}
	return best
}

// citedPassive is cited for the passive, and reports whether the clause of the verb at
// token v, no further back than lo, is in it.
func (r *reading) citedPassive(v, lo int32) (phrase, bool) {
	for i := v - 1; i >= lo; i-- {
		if r.role(i)&rolePassive != 0 {
			if s := r.clauseSubject(lo, i); s.kind != noPhrase {
				return s, true
			}
			return r.phraseRight(i+1, v), true
		}
	}
	return phrase{}, false
}

// saidIn returns in what it says something: heißt es in | dem Brief; in dem Brief heißt es.
func (r *reading) saidIn(v, lo, hi int32) phrase {
	const most = 4 // words between
	for j := v + 2; j < min(hi, v+2+most); j++ {
		if r.role(j)&rolePrep != 0 {
			return r.headRight(j+1, hi)
		}
	}
	if r.role(lo)&rolePrep != 0 {
		return r.headRight(lo+1, v)
	}
	return phrase{}
}

// behindAttribute is phraseRight where an attribute that begins with a preposition, at token i, stands between an
// article and its noun: die für Verkehr zuständige | Landesrätin; der seit März amtierende | Minister.
func (r *reading) behindAttribute(i, hi int32) phrase {
	const most = 9
	if r.role(i)&rolePrep == 0 {
		return phrase{}
	}
	for j := i + 2; j < min(hi, i+most) && r.list[j].kind == wordToken; j++ {
		w := r.word(j - 1)
		ends := strings.HasSuffix(w, "e") || strings.HasSuffix(w, "en") || strings.HasSuffix(w, "er")
		if r.list[j].upper && r.list[j-1].small() && ends && len(w) > 4 && r.role(j-1)&(roleFunction|roleDet|rolePrep) == 0 {
			return r.phraseRight(j, hi)
		}
	}
	return phrase{}
}

// headRight is phraseRight past the words that describe a noun before it: einer gestern
// verbreiteten | Erklärung.
func (r *reading) headRight(i, hi int32) phrase {
	const most = 8
	for j := i; j < min(hi, i+most) && r.list[j].kind == wordToken; j++ {
		if t := &r.list[j]; t.upper && t.role&(roleCap|roleAdv) == 0 {
			return r.phraseRight(j, hi)
		}
	}
	return phrase{}
}

// agent returns by whom q was said where its sentence is in the passive with the verb
// behind q, and reports whether it is: wird von Kennern als „…“ bezeichnet.
func (r *reading) agent(q *quoted, p *paragraph) (s phrase, passive bool) {
	const most = 40
	if !r.endsWithVerb(q.last+1, p) {
		return phrase{}, false
	}
	for j := q.first - 1; j >= p.tok && q.first-j < most && r.list[j].kind != stopToken; j-- {
		switch rl := r.role(j); {
		case rl&rolePassive != 0:
			passive = true
		case rl&roleBy != 0 && s.kind == noPhrase:
			if s = r.namedBehind(j); s.kind == noPhrase || s.to >= q.first {
				s = r.headRight(j+1, q.first)
			}
		}
		if r.list[j].first {
			break
		}
	}
	return s, passive
}

// endsWithVerb reports whether token i is a verb of saying, the last word of its clause in p.
func (r *reading) endsWithVerb(i int32, p *paragraph) bool {
	if i >= p.tokEnd || r.list[i].upper || r.role(i)&(roleLabel|roleSay|roleCites) == 0 {
		return false
	}
	return i+1 >= p.tokEnd || r.list[i+1].kind != wordToken || r.list[i+1].first
}

// participle reports whether the verb at token v is a participle by its form and place, the
// last word of its clause.
func (r *reading) participle(v int32) bool {
	w := r.word(v)
	return (strings.HasPrefix(w, "ge") || w[len(w)-1] == 't') && (v+1 >= int32(len(r.list)) || r.list[v+1].kind != wordToken)
}

// agentAhead is agent for a verb at token v before what was said, in the clause that
// ends with it, no further back than lo: Es wurde von Karin Holm behauptet, …
func (r *reading) agentAhead(v, lo int32) (s phrase, passive bool) {
	for j := v - 1; j >= lo && r.list[j].kind == wordToken; j-- {
		switch rl := r.role(j); {
		case rl&rolePassive != 0:
			passive = true
		case rl&roleBy != 0:
			if p := r.headRight(j+1, v); p.kind == namePhrase || r.speaks(p) {
				s = p
			}
		}
	}
	return s, passive
}

// namedBehind returns the name between marks right behind the verb at token v, or behind
// what it is that has the name: schrieb | „Die Zeit“; schrieb die Zeitung | „Die Zeit“.
func (r *reading) namedBehind(v int32) phrase {
	const most = 5 // words of a name
	n := int32(len(r.list))
	i := v + 1
	for i < n && i-v < 4 && r.list[i].kind == wordToken && r.role(i)&(roleDet|roleMedia|roleNoun) != 0 {
		i++
	}
	if i >= n || r.list[i].kind != quoteToken {
		return phrase{}
	}
	q := &r.out[r.list[i].row]
	if q.last-q.first-1 > most || q.last <= q.first+1 || !r.list[q.first+1].upper {
		return phrase{}
	}
	return phrase{q.first + 1, q.last, namePhrase}
}

// reported returns who speaks q where nothing in its sentence tells but that the verb is
// in the subjunctive of reported speech: who spoke in a sentence before it, of the same
// paragraph. It reports whether the verb is.
func (r *reading) reported(m *discourse, q *quoted, p *paragraph) (string, bool) {
	const most = 5 // sentences
	start := q.first
	for start > p.tok && q.first-start < indirectMost && r.list[start-1].kind != stopToken {
		start--
	}
	end := q.last + 1
	for end < p.tokEnd && r.list[end].kind != stopToken && end-q.last < indirectReach {
		end++
	}
	if !r.subjunctive(start, end) {
		return "", false
	}
	if r.role(start)&rolePrep != 0 && r.phraseRight(start+1, q.first).personal() {
		return "", false // Für Holm sei es …
	}
	for range most {
		if start-2 <= p.tok {
			break
		}
		stop := start - 1
		from, found, speaker := r.searchBack(stop-1, p)
		if speaker != "" {
			return speaker, true
		}
		if found >= 0 {
			if s := r.verbSubject(found, from, stop); s.kind != noPhrase {
				if name := r.speakerOf(m, s); name != "" {
					return name, true
				}
			}
		}
		start = from
	}
	return r.latest(m), true
}

// creditsSomebody reports whether the word at i, which may credit somebody, does: German
// so at the beginning of a sentence does not, nor does nach unless a noun for
// what is said or held follows.
func (r *reading) creditsSomebody(i int32) bool {
	const most = 7 // words
	rl := r.role(i)
	switch {
	case !r.nouns:
		return true
	case rl&(roleCredits|rolePrep) == 0:
		return !r.list[i].first
	}
	for j := i + 1; j < min(i+most, int32(len(r.list))) && (r.list[j].kind == wordToken || rl&roleCredits != 0 && r.list[j].kind == quoteToken); j++ {
		if rl&roleCredits != 0 && r.list[j].upper {
			return true
		}
		if r.list[j].upper && (r.role(j)&(roleView|roleAcc|roleMedia) != 0 || r.endsView(j)) {
			return true
		}
	}
	return false
}

// endsView reports whether token i is a compound of such a noun: Polizeiangaben.
func (r *reading) endsView(i int32) bool {
	w := r.word(i)
	for _, e := range r.table.views[r.lang] {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// explainedBefore returns the name that the words between a comma and the colon at token end explain, no
// further back than lo: Kritik kam von | Olaf Brandt |, dem Chef der Grünen: „…“. To whom it is said is none.
func (r *reading) explainedBefore(end, lo int32) phrase {
	const most = 12
	if !r.nouns {
		return phrase{}
	}
	c := end - 1
	for c > lo && end-c < most && r.list[c].kind == wordToken && !r.list[c].first {
		c--
	}
	if c <= lo || c+1 >= end || r.list[c].kind != commaToken || !r.opensOffice(c+1) || !r.inName(c-1) {
		return phrase{}
	}
	run := r.runLeft(c-1, lo)
	from, to := r.person(run, c)
	if to-from < 2 || run == lo || r.role(run-1)&rolePrep != 0 && r.role(run-1)&roleBy == 0 {
		return phrase{}
	}
	return phrase{from, to, namePhrase}
}

// opensOffice reports whether the words for what somebody is begin at token i: dem Chef; Präsidentin.
func (r *reading) opensOffice(i int32) bool {
	return r.role(i)&(roleArt|roleTitle) != 0 || r.endsTitle(i)
}

// closedClause returns the subject of a clause that a conjunction opens and whose verb, behind q, ends it: während | die Architektin von einem „…“
// spricht; obwohl | Karin Holm ihn „…“ nannte.
func (r *reading) closedClause(q *quoted, p *paragraph) phrase {
	const most = 20 // tokens from the conjunction to q
	v := q.last + 1
	if v >= p.tokEnd || !r.list[v].small() || r.role(v)&(roleSay|roleLabel) == 0 || v+1 < p.tokEnd && r.list[v+1].kind == wordToken {
		return phrase{}
	}
	for i := q.first - 1; i > p.tok && q.first-i < most; i-- {
		t := &r.list[i]
		if t.kind != wordToken && t.kind != commaToken {
			break
		}
		if t.kind != commaToken || r.role(i+1)&roleSub == 0 || r.role(i+1)&(roleWho|roleArt) != 0 {
			continue
		}
		if s := r.phraseRight(i+2, q.first); s.kind != noPhrase && s.kind != nounPhrase && r.speaks(s) {
			return s
		}
		break
	}
	return phrase{}
}
