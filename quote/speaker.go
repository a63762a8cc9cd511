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
	text := r.tokens.text
	for k := range r.out[:min(len(r.out), most)] {
		q := &r.out[k]
		if q.scare || q.post || !r.heads(q, &r.paras[q.para]) || q.ahead.subject.kind != noPhrase || q.behind.subject.kind != noPhrase {
			continue
		}
		words := strings.ToLower(strings.TrimRight(text[q.Start:q.End], ".,;:!?"))
		for j := range r.out[:min(len(r.out), most)] {
			o := &r.out[j]
			if j != k && !o.scare && o.speaker != "" && len(words) > 8 && o.Len() >= len(words) && !r.heads(o, &r.paras[o.para]) && strings.Contains(strings.ToLower(text[o.Start:o.End]), words) {
				q.speaker = o.speaker
				break
			}
		}
	}
}

// attribute finds who speaks q, stretch k of the text.
func (r *reading) attribute(m *discourse, k int, q *quoted, p *paragraph) {
	after, before := q.behind, q.ahead
	c := before
	if before.tok < 0 || after.subject.kind != noPhrase && (before.subject.kind == noPhrase || after.close && !before.close && !r.subordinate(q, p) || after.credit && before.thought) {
		c = after
	}
	if c.subject.kind == noPhrase && c.tok < 0 && (r.lang != 0 || q.open) {
		c = r.cueWithin(q)
	}
	if c.subject.kind == noPhrase && c.tok >= 0 && !c.post {
		// A cue without a subject: Spanish, Italian and Portuguese leave it out.
		if r.lang == 1 || r.lang >= 4 {
			q.speaker = r.latest(m)
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
