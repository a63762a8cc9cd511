package credit

import (
	"strings"

	"wiretrace/article"
)

// A cue is the place where a text tells that somebody spoke.
type cue struct {
	tok     int32 // its word, or the colon; -1 if there is none
	subject phrase
	post    bool // on a platform
	thought bool // of a thought or wish rather than of speech
	credit  bool // according to
	close   bool // set off from the quotation by no more than a comma, as whoever speaks it is
}

// A mind is who was spoken of last, for pronouns and for quotations without a cue.
type mind struct {
	next    int32              // first token not looked at yet
	para    int32              // its paragraph
	recent  [female + 1]string // the last person of either sex, and the last of all
	speaker string             // who spoke last
}

// resolve names the speaker of each quotation.
func (r *reading) resolve() {
	var m mind
	for k := range r.out {
		q := &r.out[k]
		if q.scare {
			continue
		}
		if q.post {
			r.embedded(&m, k)
			if q.speaker != "" {
				m.speaker = q.speaker
			}
			continue
		}
		p := &r.paras[q.para]
		r.attend(&m, q)
		r.attribute(&m, k, q, p)
		if q.speaker != "" {
			m.speaker = q.speaker
			m.see(q.speaker, r.sexByName(q.speaker))
		}
	}
}

// see notes that name was spoken of.
func (m *mind) see(name string, s sex) {
	m.recent[anySex] = name
	if s != anySex {
		m.recent[s] = name
	}
}

// attend reads on to the sentence of q and keeps the subjects of the sentences
// before it in mind.
func (r *reading) attend(m *mind, q *quoted) {
	for m.next < q.first {
		for m.para < q.para && m.next >= r.paras[m.para].tokEnd {
			m.para++
		}
		p := &r.paras[m.para]
		if m.next < p.tok {
			m.next = p.tok
			continue
		}
		if m.next >= p.tokEnd {
			return
		}
		end := m.next
		for end < p.tokEnd && end < q.first && r.list[end].kind != stopToken {
			if r.list[end].kind == quoteToken {
				end = r.out[r.list[end].row].last
			}
			end++
		}
		if end > m.next {
			r.mention(m, m.next, min(end, q.first))
		}
		if end >= q.first {
			return
		}
		m.next = end + 1
	}
}

// mention notes the persons named in the sentence [lo, hi), its subject last.
func (r *reading) mention(m *mind, lo, hi int32) {
	hi = min(hi, lo+100)
	for i := lo; i < hi; i++ {
		if t := &r.list[i]; t.kind == quoteToken {
			i = r.out[t.row].last
			continue
		} else if !t.upper || !r.inName(i) {
			continue
		}
		to := r.runRight(i, hi)
		if from, to := r.person(i, to); from < to {
			if name, x := r.fullName(phrase{from, to, namePhrase}, anySex); x != anySex {
				m.recent[x] = name
			}
		}
		i = to - 1
	}
	if s := r.clauseSubject(lo, hi); s.kind == namePhrase {
		if name, x := r.fullName(s, anySex); x != anySex || strings.Contains(name, " ") {
			m.see(name, x)
		}
	}
}

// attribute finds who speaks q, stretch k of the text.
func (r *reading) attribute(m *mind, k int, q *quoted, p *paragraph) {
	after, before := q.behind, q.ahead
	c := before
	if after.subject.kind != noPhrase && (before.subject.kind == noPhrase || after.close && !before.close && !r.subordinate(q, p) || after.credit && before.thought) {
		c = after
	}
	if c.subject.kind == noPhrase && c.tok >= 0 && !c.post {
		// A cue without a subject: Spanish, Italian and Portuguese leave it out.
		if r.lang == 1 || r.lang >= 4 {
			q.speaker = m.speaker
			if q.speaker == "" {
				q.speaker = m.recent[anySex]
			}
		}
	}
	if c.subject.kind != noPhrase {
		q.speaker = r.speakerOf(m, c.subject)
		q.post = c.post
		if q.speaker != "" {
			return
		}
	}
	if q.speaker == "" {
		q.speaker = r.uncued(m, k, q, p)
	}
}

// speakerOf returns the name for phrase s.
func (r *reading) speakerOf(m *mind, s phrase) string {
	switch s.kind {
	case pronounPhrase:
		rl := r.role(s.from)
		if t := r.clauseSubject(max(s.from-60, r.paras[m.para].tok), s.from); t.kind == namePhrase && !r.list[s.from].first {
			// X said he hopes: the subject of the clause before.
			if name, x := r.fullName(t, anySex); x == anySex || x == male && rl&roleHe != 0 || x == female && rl&roleShe != 0 {
				return name
			}
		}
		switch {
		case rl&roleThey != 0 && rl&(roleHe|roleShe) == 0:
			return r.theySay(m, s)
		case rl&roleHe != 0 && rl&roleShe == 0:
			return m.pronoun(male, r)
		case rl&roleShe != 0 && rl&roleHe == 0:
			return m.pronoun(female, r)
		}
		return m.recent[anySex]
	case namePhrase:
		name, _ := r.fullName(s, anySex)
		return name
	case nounPhrase:
		return r.nounText(s)
	}
	return ""
}

// theySay returns whom they means in s: an outlet that is named behind the verb
// (they added from the Courier), else who spoke last.
func (r *reading) theySay(m *mind, s phrase) string {
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
func (m *mind) pronoun(s sex, r *reading) string {
	other := male + female - s
	if name := m.recent[anySex]; name != "" && name != m.recent[other] {
		return name
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
	last := s.to - 1
	for last > s.from && r.role(last)&roleSuffix != 0 {
		last--
	}
	if s.from > 0 {
		switch rl := r.role(s.from - 1); {
		case rl&roleTitle == 0 || !r.list[s.from-1].upper:
		case rl&roleMan != 0:
			want = male
		case rl&roleWoman != 0:
			want = female
		}
	}
	if f := r.names.find(r.word(s.from), r.word(last), s.from, want); f != nil {
		if last > s.from && !strings.EqualFold(f.first, r.word(s.from)) {
			// Wasserman Schultz and Debbie Wasserman Schultz, but not Bill and Hillary Clinton.
			return f.text, f.sex
		}
		return f.text, f.sex
	}
	return r.nameText(s.from, s.to), want
}

// nounText returns the words of a noun phrase without the article before it.
func (r *reading) nounText(s phrase) string {
	for s.from < s.to-1 && r.role(s.from)&roleDet != 0 {
		s.from++
	}
	for s.from < s.to-1 && r.role(s.to-1)&roleFunction != 0 && r.role(s.to-1)&roleNoun == 0 {
		s.to--
	}
	return r.nameText(s.from, s.to)
}

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
		c.subject = r.verbSubject(at, start, q.first)
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
			if left := r.subjectLeft(v, lo); left.kind != namePhrase && left.kind != pronounPhrase || r.lang == 3 && right.kind == pronounPhrase {
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

// uncued returns who speaks q where its sentence does not tell.
func (r *reading) uncued(m *mind, k int, q *quoted, p *paragraph) string {
	// The quotation before it in the paragraph.
	if k > int(p.q) {
		for b := k - 1; b >= int(p.q); b-- {
			if o := &r.out[b]; !o.scare {
				if o.speaker != "" {
					return o.speaker
				}
				break
			}
		}
	}
	// The one behind it, with no word between them.
	if k+1 < int(p.qEnd) {
		if o := &r.out[k+1]; !o.scare && o.first == q.last+1 {
			if c := r.cueBehind(o, p); c.subject.kind != noPhrase {
				return r.speakerOf(m, c.subject)
			}
		}
	}
	if q.first > p.tok {
		// X’s “…”; the sentence itself; the sentence before.
		if i := q.first - 1; r.list[i].kind == wordToken && r.list[i].genitive && r.inName(i) {
			if s := r.phraseLeft(i, p.tok); s.kind == namePhrase {
				return r.speakerOf(m, s)
			}
		}
		if s := r.clauseSubject(p.tok, q.first); r.speaks(s) && q.first-1 > p.tok && r.list[q.first-1].kind != stopToken {
			if name := r.speakerOf(m, s); name != "" {
				return name
			}
		}
		if r.list[q.first-1].kind == stopToken {
			if name := r.lastSentence(m, p, q.first-1); name != "" {
				return name
			}
		}
		return m.recent[anySex]
	}
	if name := r.signed(m, q, p); name != "" {
		return name
	}
	if q.para == 0 {
		return ""
	}
	// A paragraph that begins with the quotation: look at the one before.
	b := &r.paras[q.para-1]
	if b.qEnd > b.q {
		o := &r.out[b.qEnd-1]
		if !o.scare && (o.open || o.last+1 >= b.tokEnd) {
			return o.speaker
		}
	}
	if b.tokEnd > b.tok && b.Kind == article.Prose {
		if name := r.lastSentence(m, b, b.tokEnd); name != "" {
			return name
		}
	}
	return m.speaker
}

// signed returns the name in a paragraph that signs q, alone in its own: – X, town.
func (r *reading) signed(m *mind, q *quoted, p *paragraph) string {
	if q.last+1 < p.tokEnd || int(q.para)+1 >= len(r.paras) {
		return ""
	}
	n := &r.paras[q.para+1]
	if n.q < n.qEnd || n.tokEnd-n.tok < 1 || n.tokEnd-n.tok > 14 {
		return ""
	}
	if text := r.tokens.text[n.Start:n.End]; text[0] != '-' && !strings.HasPrefix(text, "–") && !strings.HasPrefix(text, "—") {
		return ""
	}
	i := n.tok
	if r.list[i].kind == dashToken {
		i++
	}
	if s := r.phraseRight(i, n.tokEnd); s.kind == namePhrase {
		return r.speakerOf(m, s)
	}
	return ""
}

// lastSentence returns who speaks, or of whom is spoken, in the last sentence
// of p that ends before token end.
func (r *reading) lastSentence(m *mind, p *paragraph, end int32) string {
	i := end - 1
	if i >= p.tok && (r.list[i].kind == stopToken || r.list[i].kind == colonToken) {
		i--
	}
	stop := i + 1
	found := int32(-1)
	start := stop
	for n := 0; i >= p.tok && n < 60; i-- {
		t := &r.list[i]
		if t.kind == stopToken {
			break
		}
		start = i
		if t.kind == unquoteToken {
			o := &r.out[t.row]
			if !o.scare && o.speaker != "" {
				return o.speaker
			}
			i = o.first
			start = i
			continue
		}
		if t.kind == wordToken && found < 0 && r.isCue(i, p) {
			found = i
		}
		n++
		if t.first {
			break
		}
	}
	if found >= 0 {
		if s := r.verbSubject(found, start, stop); s.kind != noPhrase {
			return r.speakerOf(m, s)
		}
	}
	if s := r.clauseSubject(start, stop); r.speaks(s) {
		return r.speakerOf(m, s)
	}
	return ""
}

// speaks reports whether s can speak without a verb that says so: a name, a
// pronoun, a noun for a person or for what people say.
func (r *reading) speaks(s phrase) bool {
	if s.kind != nounPhrase {
		return s.kind != noPhrase
	}
	for i := s.from; i < s.to; i++ {
		if r.list[i].kind == wordToken && r.role(i)&(roleNoun|roleMedia|roleOrg) != 0 {
			return true
		}
	}
	return false
}
