package quote

import (
	"strings"

	"wiretrace/article"
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
			if o := &list[j]; j != k && r.spoken(o) && strings.Contains(strings.ToLower(text[o.Start:o.End]), words) {
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
	c := r.chooseCue(q, p)
	switch {
	case c.subject.kind != noPhrase:
		q.speaker = r.speakerOf(m, c.subject)
		q.post = c.post
	case c.tok >= 0 && !c.post && dropsPronouns(r.lang):
		q.speaker = r.latest(m)
	}
	if q.speaker == "" {
		q.speaker = r.uncued(m, k, q, p)
	}
}

// dropsPronouns reports whether the language of a column of the table of words
// has verbs without a subject: Spanish, Italian and Portuguese.
func dropsPronouns(lang int) bool { return lang == 1 || lang >= 4 }

// chooseCue returns the better of the cues before and behind q, or, if neither
// is one, one within it.
func (r *reading) chooseCue(q *quoted, p *paragraph) cue {
	c := q.ahead
	if q.ahead.tok < 0 || q.behind.subject.kind != noPhrase && r.prefersBehind(q, p) {
		c = q.behind
	}
	if c.subject.kind == noPhrase && c.tok < 0 && (r.lang != 0 || q.open) {
		return r.cueWithin(q)
	}
	return c
}

// prefersBehind reports whether the cue behind q, which has a subject, tells
// who speaks better than the one before it.
func (r *reading) prefersBehind(q *quoted, p *paragraph) bool {
	return q.ahead.subject.kind == noPhrase ||
		q.behind.close && !q.ahead.close && !r.subordinate(q, p) ||
		q.behind.credit && q.ahead.thought
}
