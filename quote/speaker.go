package quote

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// resolve names the speaker of each quotation.
func (r *reading) resolve() {
	var m discourse
	lone := false
	for k := range r.out {
		q := &r.out[k]
		if q.scare {
			continue
		}
		m.now = k
		if q.post {
			r.embedded(&m, k)
			if q.speaker != "" {
				m.speaker = q.speaker
			}
			continue
		}
		p := &r.paras[q.para]
		m.para = q.para
		r.attribute(&m, k, q, p)
		lone = lone || r.heads(q, p)
		if q.speaker != "" {
			m.speaker = q.speaker
		}
	}
	if r.own != nil {
		r.nominatives()
	}
	if lone {
		r.echoes()
	}
}

// heads reports whether q stands in a headline, or is a line of its own that
// no words beside it tell the speaker of.
func (r *reading) heads(q *quoted, p *paragraph) bool {
	return p.Kind == article.Headline || q.first == p.tok && q.last+1 >= p.tokEnd && !q.open
}

// echoes gives the quotations of headlines the speaker of the quotation below
// that they are taken from, as that one's cue is the better.
func (r *reading) echoes() {
	const most = 64 // quotations compared
	const least = 9 // bytes that prove a quotation the same
	text := r.tokens.text
	list := r.out[:min(len(r.out), most)]
	var lower [most]string // of list, once asked for
	for k := range list {
		q := &list[k]
		if q.scare || q.post || q.ahead.subject.kind != noPhrase || q.behind.subject.kind != noPhrase || !r.heads(q, &r.paras[q.para]) {
			continue
		}
		words := strings.ToLower(strings.TrimRight(text[q.Start:q.End], ".,;:!?"))
		if len(words) < least {
			continue
		}
		for j := range list {
			o := &list[j]
			if j == k || !r.spoken(o) {
				continue
			}
			if lower[j] == "" {
				lower[j] = strings.ToLower(text[o.Start:o.End])
			}
			if strings.Contains(lower[j], words) {
				q.speaker = o.speaker
				break
			}
		}
	}
}

// spoken reports whether the speaker of q is known from words beside it.
func (r *reading) spoken(q *quoted) bool {
	return !q.scare && q.speaker != "" && !r.heads(q, &r.paras[q.para])
}

// attribute finds who speaks q, stretch k of the text.
func (r *reading) attribute(m *discourse, k int, q *quoted, p *paragraph) {
	if q.signed != signedNot {
		q.speaker = r.speakerOf(m, q.signer)
		return
	}
	c := r.chooseCue(q, p)
	if r.nouns {
		if name, ok := r.impersonal(m, q, p, &c); ok {
			q.speaker = name
			return
		}
	}
	r.prefer(&c, q, p)
	switch {
	case c.subject.kind != noPhrase:
		q.speaker = r.speakerOf(m, c.subject)
		q.post, q.kin = c.post, r.kinSex(c.subject)
	case c.tok >= 0 && !c.post && r.dropsPronouns():
		q.speaker = r.unspoken(m, q, p)
	}
	if r.own != nil {
		r.foreignAttribute(m, k, q, p, &c)
		return
	}
	if q.speaker == "" && r.writerSays(&c, p) {
		return
	}
	if q.speaker == "" && c.tok < 0 {
		q.speaker = r.toldAbroad(q, p)
	}
	if q.speaker == "" {
		q.speaker = r.uncued(m, k, q, p)
	}
}

// prefer gives c the subject that the sentence tells better than the words beside its verb.
func (r *reading) prefer(c *cue, q *quoted, p *paragraph) {
	if r.nouns {
		if s := r.closedClause(q, p); s.kind != noPhrase {
			c.subject, c.tok = s, q.last+1
		}
	}
	r.preferPerson(c, q, p)
	if r.english {
		r.preferOther(c, q, p)
	}
}

// kinSex returns the sex that the noun before the name s tells, be there a comma between: her husband, | Iain.
func (r *reading) kinSex(s phrase) sex {
	i := s.from - 1
	if i > 0 && r.list[i].kind == commaToken {
		i--
	}
	if s.kind != namePhrase || i < 0 || r.list[i].kind != wordToken {
		return anySex
	}
	switch r.role(i) & (roleMan | roleWoman) {
	case roleMan:
		return male
	case roleWoman:
		return female
	}
	return anySex
}

// preferPerson gives c, whose subject is a noun for a thing, the person with whom
// the sentence begins, unless the thing plainly has the verb, as in the letter says:
// Cole kept a syllabus called "…".
func (r *reading) preferPerson(c *cue, q *quoted, p *paragraph) {
	if !r.english || c.subject.kind != nounPhrase || c.tok < 0 {
		return
	}
	if s := r.saidBefore(c, q, p); s.kind != noPhrase {
		c.subject = s
		return
	}
	labels := r.role(c.tok)&roleLabel != 0
	between := c.tok - c.subject.to
	if !labels && (r.speaks(c.subject) || r.mayBeSubject(c.subject) && between >= 0 && between <= 1) {
		return
	}
	if s := r.clauseSubject(p.tok, q.first); s.kind == pronounPhrase || s.kind == namePhrase && r.speaks(s) {
		c.subject = s
	}
}

// writerSays reports whether c says that whoever writes spoke, whose name is not told: I said.
func (r *reading) writerSays(c *cue, p *paragraph) bool {
	if !r.english || c.tok <= p.tok || c.subject.kind != noPhrase {
		return false
	}
	if c.tok-2 >= p.tok && r.role(c.tok-2)&roleConj != 0 {
		return false // Quill said, and I quote
	}
	t := &r.list[c.tok-1]
	return t.role&roleI != 0 && t.role&(roleArt|rolePoss) == 0 && !t.shout && r.role(c.tok)&roleSay != 0
}

// toldAbroad returns who speaks q where its paragraph is in another language than
// the text, by the words beside it, "" where they do not tell.
func (r *reading) toldAbroad(q *quoted, p *paragraph) string {
	if !r.within && !p.abroad && r.mayBeAbroad(p) {
		r.readAbroad(p)
	}
	p.abroad = true
	return q.abroad
}

// mayBeAbroad reports whether p has few of the words that are commonest in the
// language of the text.
func (r *reading) mayBeAbroad(p *paragraph) bool {
	const least = 8 // words
	words, common := 0, 0
	for i := p.tok; i < p.tokEnd; i++ {
		if r.list[i].kind == wordToken {
			words++
			if r.role(i)&roleFunction != 0 {
				common++
			}
		}
	}
	return words >= least && common*6 < words
}

// readAbroad reads p by itself in its own language, where that is another one, and
// notes who speaks each of its stretches by the words beside it.
func (r *reading) readAbroad(p *paragraph) {
	text := r.tokens.text[p.Start:p.End]
	code := lang.Guess(text)
	if lang.Index(code) < 0 || r.in(code) {
		return
	}
	o := readings.Get().(*reading)
	defer readings.Put(o)
	o.scanned, o.within = word.Words(nil, text), true
	o.read(text, code, nil)
	o.names.fill(o)
	o.judge()
	o.resolve()
	next := 0
	for k := p.q; k < p.qEnd; k++ {
		q := &r.out[k]
		for next < len(o.out) && o.out[next].Start < q.Start-p.Start {
			next++
		}
		if next == len(o.out) {
			break
		}
		f := &o.out[next]
		if f.Start != q.Start-p.Start || f.scare || !f.ahead.subject.personal() && !f.behind.subject.personal() {
			continue
		}
		q.abroad = f.speaker
		if full := r.names.inFull(f.speaker); full != nil {
			q.abroad = full.text
		}
	}
	o.within = false
	o.release()
}

// dropsPronouns reports whether the language has verbs without a subject.
func (r *reading) dropsPronouns() bool { return r.in("es") || r.in("it") || r.in("pt") }

// chooseCue returns the better of the cues before and behind q, or, if neither
// is one, one within it.
func (r *reading) chooseCue(q *quoted, p *paragraph) cue {
	c := q.ahead
	if q.ahead.tok < 0 || q.behind.subject.kind != noPhrase && r.prefersBehind(q, p) {
		c = q.behind
	}
	if r.own != nil {
		c.subject = r.accepted(c.subject)
	}
	if c.subject.kind == noPhrase && c.tok < 0 && (!r.english || q.open) {
		return r.cueWithin(q)
	}
	return c
}

// namedBehindOnly reports whether the words behind q name who speaks it, and those that a colon ends before it do not:
// L'entraîneur temporise : « … », a coupé Alain Roble.
func (r *reading) namedBehindOnly(q *quoted) bool {
	colon := q.first > 0 && r.list[q.first-1].kind == colonToken
	return colon && q.behind.close && q.behind.subject.kind == namePhrase && q.ahead.subject.kind != namePhrase
}

// prefersBehind reports whether the cue behind q, which has a subject, tells
// who speaks better than the one before it.
func (r *reading) prefersBehind(q *quoted, p *paragraph) bool {
	if r.nouns && q.ahead.subject.kind != noPhrase {
		inverted := q.behind.subject.from > q.behind.tok
		if inverted && q.behind.close {
			return true // Der Rat bat um Ruhe: „…“, sagte Olaf Brandt
		}
		if !inverted {
			return false // Karin Holm nannte ihn „…“, Olaf Brandt lobte ihn
		}
	}
	if r.romance && r.namedBehindOnly(q) {
		return true
	}
	if r.english {
		if behind, ok := r.plainly(q, p); ok {
			return behind
		}
	}
	return q.ahead.subject.kind == noPhrase ||
		q.behind.close && !q.ahead.close && !r.subordinate(q, p) ||
		q.behind.credit && q.ahead.thought
}
