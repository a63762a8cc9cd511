package quote

import "strings"

// A verb of saying without a subject is said of whom the sentence before it is about, in its own paragraph, rather than of who
// spoke in the paragraph before: Radny Paweł Tyka nie krył złości. — Sprawdzimy to sami — rzucił.

// aboutBefore returns whom the sentence before q, in its paragraph, is about, for a verb said of somebody of sex want. It reports
// whether the paragraph tells, be it no more than that somebody but the last speaker may be meant.
func (r *reading) aboutBefore(m *discourse, q *quoted, p *paragraph, want sex) (string, bool) {
	end := q.first - 1
	if end <= p.tok || r.list[end].kind != stopToken {
		return "", false
	}
	name, end := r.toldEarlier(m, p, end)
	if name != "" && !r.names.person(name) && m.now > int(p.q) && r.out[m.now-1].speaker == m.speaker {
		return "", false // powiedział Zawada. Prezes dodał, że … „…” – zapewnił
	}
	if x := r.sexByName(name); name != "" && (want == anySex || x == anySex || x == want) {
		return name, true
	}
	return "", r.namesOther(m, p, end, want)
}

// toldEarlier is toldBefore for the sentence that ends before token end or, where that and the one before have no word for anybody, so that
// their subject is that of the one before, for that: Krul słuchał. Stracił wzrok. | — Nie — mówi. It also returns where the sentence ends.
func (r *reading) toldEarlier(m *discourse, p *paragraph, end int32) (string, int32) {
	const farther = 2 // sentences
	name := r.toldBefore(m, p, end)
	for n := 0; n < farther && name == ""; n++ {
		lo := r.sentenceBefore(end, p)
		if lo-1 <= p.tok || r.list[lo-1].kind != stopToken || !r.personless(lo, end) {
			break
		}
		end = lo - 1
		name = r.toldBefore(m, p, end)
	}
	return name, end
}

// namesOther reports whether the sentence that ends before token end names a person of sex want, or whose sex is not known,
// other than who spoke last.
func (r *reading) namesOther(m *discourse, p *paragraph, end int32, want sex) bool {
	for i := r.clauseStart(p.tok, end); i < end; i++ {
		if r.list[i].kind == quoteToken {
			i = r.out[r.list[i].row].last
			continue
		}
		if !r.inName(i) {
			continue
		}
		to := r.runRight(i, end)
		if from, to := r.person(i, to); from < to && !r.afterPrep(i, p.tok) {
			f := r.names.find(r, from, to, anySex)
			if f != nil && !f.org && f.sex != anySex && f.text != m.speaker && (want == anySex || f.sex == want) {
				return true
			}
		}
		i = to - 1
	}
	return false
}

// officeBefore returns the name behind the noun for a person s with which a sentence begins, if a verb may follow it there:
// Rzecznik spółki | Jan Krul | nie chce …; but Rzecznik skrytykował Jana Krula.
func (r *reading) officeBefore(s phrase, hi int32) phrase {
	const most = 4 // words between the two
	f := nounSearch{noun: s.from, article: -1}
	t, _ := r.search(&f, s.from+1, hi)
	if t = r.subject(t); t.kind != namePhrase || t.from-s.from > most || t.to >= hi || !r.given(t.from) {
		return phrase{}
	}
	for i := s.from + 1; i < t.from; i++ {
		if r.list[i].kind != wordToken || r.role(i)&(roleAux|roleAdv|roleCue) != 0 {
			return phrase{}
		}
	}
	if n := &r.list[t.to]; n.kind != commaToken && (!n.small() || r.role(t.to)&(rolePrep|roleConj|roleSub) != 0) {
		return phrase{}
	}
	return t
}

// apposedBefore returns the name between commas, or behind one, that explains the noun phrase s with which a sentence begins, if
// it begins with a given name: Його господар, пенсіонер | Ілля Дзюба | , показує …
func (r *reading) apposedBefore(s phrase, hi int32) phrase {
	const most = 3 // words of the phrase
	for i := s.from; i < min(s.from+most, hi-1) && r.list[i].kind == wordToken && r.role(i)&(roleSay|roleAux|rolePrep) == 0; i++ {
		if r.list[i+1].kind != commaToken {
			continue
		}
		t := r.subject(r.apposed(i+2, hi))
		if t.kind == namePhrase && t.to < hi && r.list[t.to].kind == commaToken && r.given(t.from) {
			return t
		}
		break
	}
	return phrase{}
}

// aboutOffice returns the person named beside the noun phrase s with which the sentence [lo, hi) begins.
func (r *reading) aboutOffice(s phrase, lo, hi int32) phrase {
	if s.kind != nounPhrase || s.from > lo+1 {
		return phrase{}
	}
	if t := r.apposedBefore(s, hi); t.kind != noPhrase {
		return t
	}
	if !r.isRole(s.from) {
		return phrase{}
	}
	return r.officeBefore(s, hi)
}

// nameOf returns the whole name of the person s, "" if the text does not tell one in the case of a subject.
func (r *reading) nameOf(s phrase) string {
	if f := r.names.find(r, s.from, s.to, anySex); f != nil && !f.org && r.givenNominative(strings.Fields(f.text)[0]) {
		return f.text
	}
	return ""
}
