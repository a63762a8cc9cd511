package quote

import (
	"strings"

	"wiretrace/lang/word"
)

// Who speaks where the verb stands behind what was said: X, “…” dedi. | … belirten X, “…” ifadelerini kullandı. | “…” diyen X |
// X şunları söyledi: “…”.

// cutNames takes the endings from words in which an apostrophe parts them from a name, and notes that these are in no case of
// a subject: Uraloğlu | 'nun.
func (r *reading) cutNames() {
	for i := range r.list {
		t := &r.list[i]
		if t.kind != wordToken || !t.upper {
			continue
		}
		w := r.tokens.text[t.start:t.end]
		n := strings.IndexAny(w, "'’")
		if n <= 0 {
			continue
		}
		t.end, t.genitive = t.start+int32(n), true
		var h word.Hasher
		addFolded(&h, w[:n])
		t.hash, t.row, t.role = uint32(h.Sum()>>32), -1, 0
		if s := r.table.find(r.tokens.slots, h.Sum()); s != nil {
			t.row, t.role = s.row, s.role
		}
	}
}

// verbLastSubject returns who speaks what begins at token hi, or by the verb there, in the sentence that begins at lo: the name right
// before it, or the first that a comma follows, that begins the sentence or that a participle of saying describes.
func (r *reading) verbLastSubject(lo, hi int32) phrase {
	last := hi - 1
	for last > lo && (r.list[last].kind == commaToken || r.list[last].kind == colonToken) {
		last--
	}
	if s := r.nominativeAt(last, lo); s.kind != noPhrase {
		return s
	}
	for i := lo; i < hi; i++ {
		if r.list[i].kind == quoteToken {
			i = r.out[r.list[i].row].last
			continue
		}
		if !r.inName(i) {
			continue
		}
		to := r.runRight(i, hi)
		if s := r.nominativeAt(to-1, lo); s.kind == namePhrase && r.presents(s, i, lo, hi) {
			return s
		}
		i = to - 1
	}
	return phrase{}
}

// presents reports whether the name s, of the words of names that begin with token i, is set off as who speaks in the sentence [lo, hi).
func (r *reading) presents(s phrase, i, lo, hi int32) bool {
	switch {
	case s.to < hi && r.list[s.to].kind == commaToken:
		return true
	case i == lo:
		return r.given(s.from) || r.names.find(r, s.from, s.to, anySex) != nil
	}
	return r.role(i-1)&roleSay != 0
}

// nominativeAt returns the name, or the noun for a person, that ends with token i, no further back than lo, if it has no ending.
func (r *reading) nominativeAt(i, lo int32) phrase {
	if i < lo || r.list[i].kind != wordToken || r.list[i].genitive {
		return phrase{}
	}
	s := r.accepted(r.phraseLeft(i, lo))
	if s.kind == namePhrase && s.to-s.from == 1 && !r.given(s.from) && r.names.find(r, s.from, s.to, anySex) == nil && r.organises(s.from) {
		return phrase{}
	}
	return s
}

// organises reports whether token i is a word that names an organisation.
func (r *reading) organises(i int32) bool { return r.role(i)&(roleOrg|roleSite|roleMedia) != 0 }

// verbLastSpeaker returns who speaks q by its cue c: whom a participle behind it tells, else who stands before it, else who spoke
// in the sentence before, or last.
func (r *reading) verbLastSpeaker(m *discourse, q *quoted, p *paragraph) string {
	lo := r.clauseStart(p.tok, q.first)
	if r.impersonally(lo, q, p) {
		return ""
	}
	if s := r.verbLastSubject(lo, q.first); s.kind != noPhrase && lo < q.first {
		return r.speakerOf(m, s)
	}
	if name := r.speakerBefore(m, q, p); name != "" {
		return name
	}
	return m.speaker
}

// impersonally reports whether the sentence of q, which begins at token lo, tells by a verb without a person that it is said: Açıklamada
// şu ifadelere yer verildi: “…”
func (r *reading) impersonally(lo int32, q *quoted, p *paragraph) bool {
	const near = 5
	for i := q.first - 1; i >= lo; i-- {
		if r.role(i)&roleImpersonal != 0 {
			return true
		}
	}
	for i := q.last + 1; i < min(q.last+near, p.tokEnd) && r.list[i].kind == wordToken; i++ {
		if r.role(i)&roleImpersonal != 0 {
			return true
		}
	}
	return false
}

// speakerBefore returns who speaks by the sentence before that of q.
func (r *reading) speakerBefore(m *discourse, q *quoted, p *paragraph) string {
	if lo := r.clauseStart(p.tok, q.first); lo > p.tok {
		return r.toldBefore(m, p, lo)
	}
	if q.para > 0 {
		if b := &r.paras[q.para-1]; b.tokEnd > b.tok {
			return r.toldBefore(m, b, b.tokEnd)
		}
	}
	return ""
}
