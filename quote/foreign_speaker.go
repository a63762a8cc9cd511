package quote

import (
	"slices"
	"strings"

	"wiretrace/article"
)

// What a quotation in these languages has for a speaker, once the words beside it are read: whoever they name, who
// spoke last, whom the sentence or the paragraph before tells.

// foreignCue returns what the words behind q tell of who speaks it by the verb at token j of b.
func (r *reading) foreignCue(b *tail, j int32) phrase {
	s, none := r.behindVerb(j, b.to)
	if s.kind != noPhrase || !none || r.own.verbLast {
		return s
	}
	if s = r.subject(r.subjectLeft(j, b.from)); s.kind != noPhrase && !r.afterPrep(s.from, b.from) {
		return s
	}
	return phrase{}
}

// foreignAttribute gives q, whose cue is c, its speaker where c has none, and takes him away where the verb is not said of one of
// his sex. A masculine verb may be said of a woman by her office.
func (r *reading) foreignAttribute(m *discourse, k int, q *quoted, p *paragraph, c *cue) {
	if q.speaker == "" {
		q.speaker = r.foreignSpeaker(m, k, q, p, c)
	}
	if words := strings.Fields(q.speaker); len(words) > 2 && r.own.obliquely(strings.ToLower(words[len(words)-1])) && !r.givenNominative(words[0]) {
		q.speaker = "" // Bazy Lotnictwa Transportowego
	}
	if c.tok < 0 || r.list[c.tok].kind != wordToken || r.role(c.tok)&roleSay == 0 {
		return
	}
	want, is := r.own.teller(strings.ToLower(r.word(c.tok))), r.sexByName(q.speaker)
	if want == female && is == male || want == male && is == female && c.subject.kind != namePhrase {
		q.speaker = ""
	}
}

// foreignSpeaker returns who speaks q by its cue c, whose subject is not told beside the verb: whoever stands
// before q where the verb ends the sentence; who spoke last where verbs need no subject; else who spoke before
// in the paragraph, or by the one before it.
func (r *reading) foreignSpeaker(m *discourse, k int, q *quoted, p *paragraph, c *cue) string {
	switch {
	case r.own.verbLast && (c.tok >= 0 && !c.post || q.first > p.tok && r.list[q.first-1].kind == commaToken):
		return r.verbLastSpeaker(m, q, p)
	case c.tok < 0:
		return r.foreignUncued(m, k, q, p)
	}
	return r.dropped(m, q, p, c)
}

// dropped returns who speaks q by the verb of c, which has no subject: whom the sentence before it is about, who spoke last, or
// of whom was spoken last, of the sex that the verb tells.
func (r *reading) dropped(m *discourse, q *quoted, p *paragraph, c *cue) string {
	if !r.own.drops || r.list[c.tok].kind != wordToken || r.role(c.tok)&roleSay == 0 || c.post {
		return ""
	}
	if _, none := r.behindVerb(c.tok, p.tokEnd); !none || r.strangerAhead(c.tok, p.tok) {
		return ""
	}
	want := r.own.teller(strings.ToLower(r.word(c.tok)))
	if name, told := r.aboutBefore(m, q, p, want); told {
		return name
	}
	if m.speaker != "" {
		if x := r.sexByName(m.speaker); want == anySex || x == anySex || x == want {
			return m.speaker
		}
	}
	if want == anySex {
		return r.latest(m)
	}
	return r.pronoun(m, want)
}

// strangerAhead reports whether the clause of the verb at token v, no further back than lo, begins with a word of which it
// is not known what it is, so that it may be its subject: Хтось із натовпу | вигукнув.
func (r *reading) strangerAhead(v, lo int32) bool {
	for i := r.clauseStart(lo, v); i < v; i++ {
		if t := &r.list[i]; t.kind != wordToken || t.digit || r.isPronoun(i) || r.role(i)&rolePrep != 0 {
			return false
		}
		if r.role(i)&(roleFunction|roleAdv|roleAux|roleDay|roleCue|roleAcc|roleDative) == 0 {
			return true
		}
	}
	return false
}

// foreignUncued returns who speaks q where no words beside it tell: who spoke before it in its paragraph or,
// if it is a paragraph of its own, by the one before it.
func (r *reading) foreignUncued(m *discourse, k int, q *quoted, p *paragraph) string {
	if name, ok := r.neighbour(m, k, q, p); ok {
		return name
	}
	if q.dash && r.asks(q) {
		return ""
	}
	if q.first == p.tok {
		if name := r.toldThus(m, q, p); name != "" {
			return name
		}
	}
	if q.first > p.tok {
		if r.list[q.first-1].kind == stopToken {
			return r.toldBefore(m, p, q.first-1)
		}
		return ""
	}
	if q.para == 0 {
		return ""
	}
	b := &r.paras[q.para-1]
	if b.qEnd > b.q {
		if o := &r.out[b.qEnd-1]; !o.scare {
			return o.speaker
		}
	}
	if b.tokEnd > b.tok && b.Kind == article.Prose {
		if name := r.toldBefore(m, b, b.tokEnd); name != "" {
			return name
		}
	}
	if q.dash {
		return m.speaker
	}
	return ""
}

// asks reports whether q is one question, which may be whoever writes.
func (r *reading) asks(q *quoted) bool {
	for i := q.first + 1; i < q.last-1; i++ {
		if r.list[i].kind == stopToken {
			return false
		}
	}
	last, _ := lastRune(r.tokens.text[q.Start:q.End])
	return last == '?'
}

// toldBefore returns who speaks by the last sentence of p that ends before token end, if a verb of saying or
// the one person whom it names tells.
func (r *reading) toldBefore(m *discourse, p *paragraph, end int32) string {
	i := end - 1
	if i >= p.tok && (r.list[i].kind == stopToken || r.list[i].kind == colonToken) {
		i--
	}
	start, found, speaker := r.searchBack(i, p)
	if speaker != "" {
		return speaker
	}
	if found >= 0 {
		if s := r.foreignSubject(found, start, i+1); s.kind != noPhrase {
			return r.speakerOf(m, s)
		}
	}
	if start <= i && r.role(start)&roleAcc != 0 {
		if s := r.credited(start, i+1); s.kind != noPhrase {
			return r.speakerOf(m, s) // Volgens X is dat niet zo. “…”
		}
	}
	about := r.clauseSubject(start, i+1)
	s := r.subject(about)
	if s.kind != namePhrase {
		s = r.aboutOffice(about, start, i+1)
	}
	if s.kind != namePhrase || r.afterPrep(s.from, start) {
		return ""
	}
	return r.nameOf(s)
}

// A personName is a full name of the text that is in the nominative.
type personName struct {
	text  string
	words []string
}

// nominatives gives the speakers whose names stand in another case the name as the text has it in the
// nominative: по словам | Ивана Петрова.
func (r *reading) nominatives() {
	if len(r.own.cases) == 0 {
		return
	}
	var known []personName
	for k := range r.names.list {
		f := &r.names.list[k]
		if words := strings.Fields(f.text); !f.org && r.givenNominative(words[0]) {
			known = append(known, personName{f.text, words})
		}
	}
	found := map[string]string{}
	for k := range r.out {
		q := &r.out[k]
		if q.speaker == "" {
			continue
		}
		name, ok := found[q.speaker]
		if !ok {
			name = r.own.inNominative(q.speaker, known)
			found[q.speaker] = name
		}
		q.speaker = name
	}
}

// inNominative returns the known name whose words, or last word, those of name are in another case; name itself if
// it is one or none is, or if several are.
func (m *manners) inNominative(name string, known []personName) string {
	words := strings.Fields(name)
	best := ""
	for _, k := range known {
		parts := k.words
		if len(words) == 1 {
			parts = parts[len(parts)-1:]
		}
		if !m.alike(words, parts) {
			continue
		}
		if slices.Equal(words, k.words) {
			return name
		}
		if best != "" && best != k.text {
			return name
		}
		best = k.text
	}
	if best == "" {
		return name
	}
	return best
}

// givenNominative reports whether w is a given name as the language lists it.
func (r *reading) givenNominative(w string) bool {
	return r.table.roleOf(w)&(roleGivenM|roleGivenF) != 0
}

// foreignBearer returns the person whom the article calls by the noun s, or by a title that the noun stands for: of
// several the one named last, if it is one of them. It returns nil behind an article that singles out nobody.
func (r *reading) foreignBearer(m *discourse, s phrase) *fullName {
	i := s.from
	if s.to-i != 1 || i > 0 && r.list[i-1].kind == wordToken && r.role(i-1)&roleDet != 0 && !slices.Contains(r.own.the, strings.ToLower(r.word(i-1))) {
		return nil
	}
	r.remember(m)
	noun := strings.ToLower(r.word(i))
	var found *fullName
	n := 0
	for k := range r.names.list {
		f := &r.names.list[k]
		if f.org || f.tok >= i || !r.calledNear(f, noun, r.table.called[r.lang][r.list[i].row]) {
			continue
		}
		if f.text == m.recent[anySex] || f.text == m.speaker {
			return f
		}
		found = f
		n++
	}
	if n != 1 {
		return nil
	}
	return found
}

// calledNear reports whether the noun, its article perhaps at its end, or a title of these rows is one of the three
// words before the name f where it is met first, or of those behind it and a comma.
func (r *reading) calledNear(f *fullName, noun string, titles []int32) bool {
	const near = 3
	is := func(j int32) bool {
		rest, ok := strings.CutPrefix(noun, strings.ToLower(r.word(j)))
		return r.isRole(j) && (ok && (rest == "" || slices.Contains(r.own.suffixed, rest)) || slices.Contains(titles, r.list[j].row))
	}
	for j := f.tok - 1; j >= 0 && f.tok-j <= near && r.list[j].kind == wordToken; j-- {
		if is(j) {
			return true
		}
	}
	end := f.tok + int32(strings.Count(f.text, " ")) + 1
	if end >= int32(len(r.list)) || r.list[end].kind != commaToken {
		return false
	}
	for j := end + 1; j < min(end+1+near, int32(len(r.list))) && r.list[j].kind == wordToken; j++ {
		if is(j) {
			return true
		}
	}
	return false
}
