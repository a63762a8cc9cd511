package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// A discourse is who was spoken of last, for pronouns and for quotations without a
// cue. Who spoke last is known at once; who was spoken of is read from the
// text between the quotations only when somebody asks.
type discourse struct {
	speaker string             // who spoke last
	recent  [female + 1]string // the last person of either sex, and the last of all
	para    int32              // the paragraph of the quotation read last
	now     int                // the stretch at hand
	upTo    int32              // where it is asked for words without marks: the token at hand; else 0

	// How far recent goes.
	seen     int   // the first stretch of which the speaker has not been noted
	attended int   // the first stretch of which the sentences before it may not have been read
	next     int32 // the token at which the first sentence begins that has not been read to its end
	read     int32 // the token up to which the end of that sentence has been looked for
	at       int32 // the paragraph of next
}

// see notes that name was spoken of.
func (m *discourse) see(name string, s sex) {
	m.recent[anySex] = name
	if s != anySex {
		m.recent[s] = name
	}
}

// remember brings m.recent up to the stretch or the token at hand.
func (r *reading) remember(m *discourse) {
	if m.upTo > 0 {
		for m.seen < len(r.out) && r.out[m.seen].last < m.upTo {
			r.hear(m, &r.out[m.seen], true)
			m.seen++
		}
		r.attend(m, m.upTo, m.para)
		return
	}
	for {
		r.hear(m, &r.out[m.seen], m.seen < m.now)
		if m.seen == m.now {
			return
		}
		m.seen++
	}
}

// hear brings m.recent up to stretch m.seen, which is q, and if it is over notes
// who spoke it.
func (r *reading) hear(m *discourse, q *quoted, over bool) {
	if q.scare || r.paras[q.para].Kind == article.Post {
		return
	}
	if m.attended <= m.seen {
		r.attend(m, q.first, q.para)
		m.at, m.attended = q.para, m.seen+1
	}
	if over && q.speaker != "" {
		if c, _ := utf8.DecodeRuneInString(q.speaker); unicode.IsUpper(c) && !r.names.isOrg(q.speaker) {
			x := r.sexByName(q.speaker)
			if x == anySex {
				x = q.kin
			}
			m.see(q.speaker, x)
		}
	}
}

// attend reads on to the sentence of token to, in paragraph para, and keeps the
// subjects of the sentences before it in discourse.
func (r *reading) attend(m *discourse, to, para int32) {
	for m.next < to {
		for m.at < para && m.next >= r.paras[m.at].tokEnd {
			m.at++
		}
		p := &r.paras[m.at]
		if m.next < p.tok {
			m.next = p.tok
			continue
		}
		if m.next >= p.tokEnd {
			return
		}
		end := max(m.next, m.read) // sentences as long as a text are read once
		for end < p.tokEnd && end < to && r.list[end].kind != stopToken {
			if r.list[end].kind == quoteToken {
				end = r.out[r.list[end].row].last
			}
			end++
		}
		m.read = end
		if end > m.next {
			r.mention(m, m.next, min(end, to))
		}
		if end >= to {
			return
		}
		m.next = end
		if end < p.tokEnd {
			m.next++ // the stop; a paragraph may end without one
		}
	}
}

// mention notes the persons named in the sentence [lo, hi), its subject last.
func (r *reading) mention(m *discourse, lo, hi int32) {
	hi = min(hi, lo+100)
	only := r.mentionNames(m, lo, hi)
	if name, x := r.selfNamed(lo, hi); name != "" {
		m.see(name, x)
		return
	}
	if s := r.sentenceSubject(m, lo, hi); s.kind == namePhrase {
		if name, x := r.mentioned(s); x != anySex || r.ofPerson(name) {
			m.see(name, x)
		}
	} else if s.kind == pronounPhrase {
		if f, x := r.glossed(s.from, hi); f != nil {
			m.see(f.text, x)
		}
	}
	if only != "" && m.recent[anySex] == "" && r.dropsPronouns() {
		m.recent[anySex] = only // A Evelio Roble le acompaña la radio
	}
}

// mentioned is fullName for a name of which nobody has asked yet. Where no more is known of the person, a noun before the name tells the
// sex: papers call kin by first names alone: Granddaughter | Fenja kept the score. “…,” she said.
func (r *reading) mentioned(s phrase) (string, sex) {
	name, x := r.fullName(s, anySex)
	if x == anySex {
		x = r.kinSex(s)
	}
	return name, x
}

// ofPerson reports whether name is the whole one of a person, by its words.
func (r *reading) ofPerson(name string) bool {
	return strings.Contains(name, " ") && !r.names.isOrg(name)
}

// mentionNames notes the persons named in [lo, hi) and returns the only one that is named there by a whole
// name; empty if there are none or several.
func (r *reading) mentionNames(m *discourse, lo, hi int32) (only string) {
	people := 0
	for i := lo; i < hi; i++ {
		if t := &r.list[i]; t.kind == quoteToken {
			i = r.out[t.row].last
			continue
		} else if !t.upper || !r.inName(i) {
			continue
		}
		to := r.runRight(i, hi)
		if from, to := r.person(i, to); from < to {
			name, x := r.mentioned(phrase{from, to, namePhrase})
			if x != anySex {
				m.recent[x] = name
			}
			if r.ofPerson(name) {
				only = name
				people++
			}
		}
		i = to - 1
	}
	if people != 1 {
		return ""
	}
	return only
}

// glossed returns the person whose name stands between marks right behind the
// pronoun at token i, and the sex that the pronoun tells; nil if there is none:
// She — Teal, that is — keeps a barrel; he (Borrowdale) does not.
func (r *reading) glossed(i, hi int32) (*fullName, sex) {
	x := anySex
	switch rl := r.role(i) & (roleHe | roleShe); rl {
	case roleHe:
		x = male
	case roleShe:
		x = female
	}
	if x == anySex || i+3 >= hi || r.list[i+1].kind != dashToken && r.list[i+1].kind != openToken || !r.inName(i+2) {
		return nil, anySex
	}
	from, to := r.person(i+2, r.runRight(i+2, hi))
	if from >= to || to >= hi || r.list[to].kind == wordToken {
		return nil, anySex
	}
	f := r.names.find(r, from, to, x)
	if f != nil && f.sex == anySex {
		f.sex = x
	}
	return f, x
}

// sentenceSubject returns the subject of the sentence [lo, hi): the name that
// its first verb of speech has, else that of its first clause.
func (r *reading) sentenceSubject(m *discourse, lo, hi int32) phrase {
	if s := r.amongThem(lo, hi); s.kind != noPhrase {
		return s
	}
	if s := r.putFirst(lo, hi); s.kind != noPhrase {
		return s
	}
	for i := lo; i < hi && r.list[i].kind != quoteToken; i++ {
		if r.role(i)&roleSay != 0 && !r.nounAt(i, &r.paras[m.at]) {
			if r.beforeMain(i, lo, hi) {
				break
			}
			if s := r.verbSubject(i, lo, hi); s.kind == namePhrase {
				return s
			}
			break
		}
	}
	return r.clauseSubject(lo, hi)
}

// beforeMain reports whether the verb at token i of an English sentence [lo, hi) is that of a clause before the main one: Before Quill
// | uttered a word, Teal panned the speech.
func (r *reading) beforeMain(i, lo, hi int32) bool {
	if !r.english || r.word(lo) != "Before" {
		return false
	}
	for ; i < hi; i++ {
		if r.list[i].kind == commaToken {
			return true
		}
	}
	return false
}

// amongThem returns the name that the sentence [lo, hi), which begins with a preposition and those among whom somebody is, brings in: Among
// them was | Sam Teal, 6; Parmi eux, | Solène Roble. It returns none if the sentence names somebody before.
func (r *reading) amongThem(lo, hi int32) phrase {
	const most = 7 // words before the name
	if lo+2 >= hi || !r.table.among[r.lang][r.list[lo].row] {
		return phrase{}
	}
	for i := lo + 1; i+1 < hi && i-lo < most && !r.inName(i); i++ {
		switch t := &r.list[i]; {
		case t.kind == commaToken && i == lo+2, r.comesIn(i):
			if s := r.nameFrom(i+1, hi); s.kind != noPhrase {
				return s
			}
		case t.kind != wordToken:
			return phrase{}
		}
	}
	return phrase{}
}

// putFirst returns the name that the sentence [lo, hi) puts first to tell something of whoever has it: It was | Ada Teal who; C'est |
// Solène Roble qui.
func (r *reading) putFirst(lo, hi int32) phrase {
	const most = 3 // words before the name
	for i := lo; i+2 < hi && i < lo+most && r.list[i].kind == wordToken && !r.inName(i); i++ {
		if r.role(i)&roleAux == 0 || i > lo && r.role(lo)&(roleSay|rolePrep|roleSub|roleWho) != 0 {
			continue
		}
		s := r.nameFrom(i+1, hi)
		if s.kind == noPhrase || s.to >= hi {
			return phrase{}
		}
		if k := s.to; r.list[k].kind == commaToken && k+1 < hi && r.role(k+1)&roleWho != 0 || r.role(k)&roleWho != 0 && r.list[k].kind == wordToken {
			return s
		}
		return phrase{}
	}
	return phrase{}
}

// comesIn reports whether token i may be a verb that brings in whoever follows it: was, stand.
func (r *reading) comesIn(i int32) bool { return r.role(i)&roleAux != 0 && r.list[i].small() }

// nameFrom returns the person whose name of several words, behind what he is perhaps, begins at token i.
func (r *reading) nameFrom(i, hi int32) phrase {
	for i < hi && r.fills(i) {
		i++
	}
	s := r.phraseRight(i, hi)
	if s.kind != namePhrase || s.to-s.from < 2 || r.list[s.to-1].genitive || !r.namesSomebody(s) {
		return phrase{}
	}
	return s
}

// theySay returns whom they means in s: an outlet that is named behind the verb
// (they added from the Courier), else who spoke last.
func (r *reading) theySay(m *discourse, s phrase) string {
	end := min(s.to+6, r.paras[m.para].tokEnd)
	for i := s.to; i+1 < end && r.list[i].kind == wordToken; i++ {
		if r.role(i)&roleSay != 0 && r.role(i+1)&roleOf != 0 && i+2 < end {
			if p := r.phraseRight(i+2, end+6); p.kind == namePhrase {
				name, _ := r.fullName(p, anySex)
				return name
			}
		}
	}
	return m.speaker
}

// pronoun returns whom he or she means.
func (r *reading) pronoun(m *discourse, s sex) string {
	r.remember(m)
	if name := m.recent[anySex]; name != "" {
		x := r.sexByName(name)
		if x == anySex && name == m.recent[male+female-s] && name != m.recent[s] {
			x = male + female - s // told where it was named
		}
		if x == anySex || x == s {
			return name
		}
	}
	return m.recent[s]
}

// sexByName returns what is known of a person of that full name.
func (r *reading) sexByName(name string) sex {
	for k := range r.names.list {
		if f := &r.names.list[k]; f.text == name {
			return f.sex
		}
	}
	return anySex
}

// fullName returns the name that phrase s stands for, as the article gives it in full.
func (r *reading) fullName(s phrase, want sex) (string, sex) {
	if s.from > 0 {
		switch rl := r.role(s.from - 1); {
		case rl&roleTitle == 0 || !r.list[s.from-1].upper:
		case rl&roleMan != 0:
			want = male
		case rl&roleWoman != 0:
			want = female
		}
	}
	if f := r.names.find(r, s.from, s.to, want); f != nil && !r.otherBearer(f, s, want) {
		return f.text, f.sex
	}
	return r.nameText(s.from, s.to), want
}

// otherBearer reports whether the family name s, behind a title for the other sex than that of f, is somebody else's: Tom Quill and his
// wife, Ann. … | Mrs Quill said.
func (r *reading) otherBearer(f *fullName, s phrase, want sex) bool {
	return r.english && s.to-s.from == 1 && want != anySex && f.sex != anySex && f.sex != want && r.given(f.tok)
}

// nounText returns the words of a noun phrase without the article before it.
func (r *reading) nounText(s phrase) string {
	if r.ofSeveral(s.from) {
		return r.nameText(s.from, s.to) // uno di loro
	}
	for s.from < s.to-1 && r.role(s.from)&roleDet != 0 {
		s.from++
	}
	for s.from < s.to-1 && r.role(s.to-1)&roleFunction != 0 && r.role(s.to-1)&roleNoun == 0 {
		s.to--
	}
	return r.nameText(s.from, s.to)
}

// speakerOf returns the name for phrase s.
func (r *reading) speakerOf(m *discourse, s phrase) string {
	switch s.kind {
	case pronounPhrase:
		return r.pronounOf(m, s)
	case namePhrase:
		name, _ := r.fullName(s, anySex)
		return name
	case nounPhrase:
		if r.nouns && !r.mayBeSubject(s) && !r.opensSentence(s) && r.described(m, s) == nil {
			return ""
		}
		return r.nounName(m, s)
	}
	return ""
}

// nounName returns the name of whom the noun phrase s stands for, else its words.
func (r *reading) nounName(m *discourse, s phrase) string {
	if f := r.described(m, s); f != nil {
		return f.text
	}
	if o := r.utterer(s); o.kind != noPhrase {
		return r.speakerOf(m, o)
	}
	return r.nounText(s)
}

// pronounOf returns whom the pronoun s means.
func (r *reading) pronounOf(m *discourse, s phrase) string {
	rl := r.role(s.from)
	he, she := rl&roleHe != 0, rl&roleShe != 0
	if t := r.clauseSubject(max(s.from-60, r.paras[m.para].tok), s.from); t.kind == namePhrase && !r.list[s.from].first {
		// X said he hopes: the subject of the clause before.
		if name, x := r.fullName(t, anySex); x == anySex || x == male && he || x == female && she {
			return name
		}
	}
	switch {
	case rl&roleThey != 0 && !he && !she:
		return r.theySay(m, s)
	case he && !she:
		return r.pronoun(m, male)
	case she && !he:
		return r.pronoun(m, female)
	}
	r.remember(m)
	return m.recent[anySex]
}

// latest returns who spoke last, or was last spoken of where nobody has spoken yet.
func (r *reading) latest(m *discourse) string {
	if m.speaker != "" {
		return m.speaker
	}
	r.remember(m)
	return m.recent[anySex]
}
